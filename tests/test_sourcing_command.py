"""`wherefrom sourcing`: on reports, on a ledger, for a draft of ours, and as citations."""

import json
from pathlib import Path

import pytest

import wherefrom
from tests.ledger.kept import REPORTS
from wherefrom.api.keeping import add
from wherefrom.cli import main

DAM = REPORTS[:4]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four reports on a dam, and a ledger that they are kept in."""
    made = tmp_path_factory.mktemp("dam")
    for place, (outlet, published, text) in enumerate(DAM):
        (made / f"{place}.txt").write_text(text, encoding="utf-8")
        (made / f"{place}.json").write_text(json.dumps({"outlet": outlet, "published": published}), encoding="utf-8")
    add(reports(made), made / "dam.db", by="ada")
    return made


def reports(folder: Path) -> list[str]:
    return [str(folder / f"{place}.txt") for place in range(len(DAM))]


def said(capsys: pytest.CaptureFixture[str], *call: str) -> str:
    assert main(["sourcing", *call]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_reports_and_a_ledger_of_them_are_sourced_alike(folder: Path) -> None:
    read, kept = wherefrom.sourcing(reports(folder)), wherefrom.sourcing(ledger=folder / "dam.db")
    assert [one for _, one in read.claims] == [one for _, one in kept.claims]
    assert read.stories == kept.stories != ()


def test_it_says_who_told_whom_and_what_would_be_needed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = said(capsys, *reports(folder))
    assert "In short: " in words
    assert "Somebody not named, who told Ardent Post." in words
    assert "“two engineers” (Ardent Post): exactly 2; how they know: not said; why not named: not said" in words
    assert "What would be needed for more" in words


def test_a_claim_of_a_ledger_is_told_by_its_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = wherefrom.claims(folder / "dam.db")[0].id
    words = said(capsys, name, "--ledger", str(folder / "dam.db"))
    assert name in words
    assert "In short" not in words
    assert main(["sourcing", "c000", "--ledger", str(folder / "dam.db")]) == 2
    assert "is no claim of this ledger" in capsys.readouterr().err


def test_json_has_values_sentences_and_the_places_that_they_rest_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sourcing", *reports(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "wherefrom-sourcing/1"
    texts = {one.id: one.text for one in wherefrom.read(reports(folder)).documents}
    people = [
        it
        for claim in found["claims"]
        for origin in claim["origins"]
        for it in origin["described"]
        if it["people"] == {"said": "exactly", "number": 2}
    ]
    assert people
    start, end = people[0]["words"]["spans"][0]
    assert texts[people[0]["words"]["document"]][start:end] == "two engineers"
    assert found["citations"] is None


def test_citations_of_a_ledger_have_the_day_of_access_and_peoples_notes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = wherefrom.findings(folder / "dam.db").documents[0].id
    wherefrom.note(folder / "dam.db", name, "only the first page was kept", by="bo")
    words = said(capsys, "--ledger", str(folder / "dam.db"), "--citations")
    assert "noted by bo" in words
    assert "only the first page was kept" in words
    assert "taken in 20" in words
    assert "no compliance is claimed" in words
    plain = said(capsys, *reports(folder), "--citations")
    assert "date of access not recorded" in plain


def test_a_drafts_sentences_are_told_with_the_claims_that_they_rest_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = folder / "draft.txt"
    draft.write_text(
        "The dam at Sunmere has cracked, two engineers told the Ardent Post.\n\nPigs were seen flying over Corvale on Monday.\n",
        encoding="utf-8",
    )
    found = wherefrom.sourcing(reports(folder), draft=draft)
    backed = next(one for one in found.draft if "engineers" in one.text)
    nothing = next(one for one in found.draft if "Pigs" in one.text)
    assert backed.claims
    assert not nothing.claims
    assert [one.claim for _, one in found.claims] == list(
        dict.fromkeys(name for it in found.draft for name in it.claims)
    )
    assert "rests on no claim that is held" in said(capsys, *reports(folder), "--draft", str(draft))


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ([], "name reports, or a ledger"),
        (["x.txt", "--as-of", "2031-01-01"], "reports have no earlier state"),
    ],
)
def test_a_call_that_says_not_what_to_look_at_is_refused(
    call: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sourcing", *call]) == 2
    assert why in capsys.readouterr().err


def test_words_of_a_report_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place, outlet in enumerate(("Bay Radio", "Tarn Herald")):
        (tmp_path / f"{place}.txt").write_text("The dam \x1b[31mhas cracked, two engineers said.", encoding="utf-8")
        (tmp_path / f"{place}.json").write_text(json.dumps({"outlet": f"{outlet}\x1b[2J"}), encoding="utf-8")
    paths = [str(tmp_path / f"{place}.txt") for place in range(2)]
    main(["sourcing", *paths, "--all"])
    main(["sourcing", *paths, "--citations"])
    assert "\x1b" not in capsys.readouterr().out
