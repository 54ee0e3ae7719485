"""Blind grading: a claim is shown before its source, and whoever knows the source already is told that the grade is not blind."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.graded import HALE, LIND, OFFICIALS, SAID, begun, claim, grade, run, shown
from wherefrom import api
from wherefrom.cli import grading as commands
from wherefrom.model import Unreadable


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A ledger with one origin that is not named."""
    return begun(tmp_path / "case", OFFICIALS)


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A ledger whose sources are named, in the statements too."""
    again = (
        "Velden Times",
        "2031-05-06",
        (
            "The Ardent Post and Petra Lind were right: Joran Pell, the fisheries minister, will resign on Friday over the sinking of the "
            "Marigold and go into hiding with Lind's brother and Petra's aunt, the harbour master Tomas Hale told the Velden Times.\n"
        ),
    )
    return begun(tmp_path / "named", LIND, HALE, again)


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from words_in(one)


def test_no_name_of_a_source_or_an_outlet_is_in_what_is_shown_blind(
    named: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = api.findings(named)
    name = claim(named).id
    members = {one.id for one in claim(named).appearances}
    chains = [link.source for one in found.appearances if one.id in members for link in one.chain]
    parties = {party for source in chains if source is not None for party in source.parties}
    names = {one.name for one in found.parties if one.id in parties and one.named}
    outlets = {str(one.publisher) for one in found.documents}
    assert {"Petra Lind", "Tomas Hale"} <= names
    assert len(outlets) == 3
    assert run("grade", name, "--blind", "--ledger", named, "--by", "cyd") == 0
    told = capsys.readouterr().out
    assert run("grade", name, "--blind", "--ledger", named, "--by", "cyd", "--json") == 0
    everything = told + "\n".join(words_in(json.loads(capsys.readouterr().out)))
    forms = names | outlets | {word for one in names for word in one.split()}
    assert [one for one in forms if one.casefold() in everything.casefold()] == []
    assert "resign on Friday" in told
    assert "2031-05-04" in told
    assert "source A" in told
    assert "outlet 1" in told


def test_one_source_has_one_mask_wherever_it_is_met(named: Path) -> None:
    view = api.to_grade(named, claim(named).id, by="cyd")
    behind = dict(api.sources_behind(named, claim(named).id))
    hale = next(label for label, name in behind.items() if "Tomas Hale" in name)
    post = next(label for label, name in behind.items() if "Ardent Post" in name)
    assert len({name for name in behind.values() if "Hale" in name}) == 1
    assert {one.chain for one in view.statements if one.outlet != post and one.sure} <= {(hale,)}


def test_words_in_which_a_name_would_still_show_are_left_out(tmp_path: Path) -> None:
    text = f"The harbour master Tomas Hale said that {SAID} and go to TomasHale Shipping.\n"
    case = begun(tmp_path / "case", ("Bay Radio", "2031-05-05", text))
    view = api.to_grade(case, claim(case).id, by="cyd")
    assert [one.words for one in view.statements] == ["(words left out: they would tell the source)"]
    assert "hale" not in view.text.casefold()


def test_a_grade_given_blind_is_kept_so_and_the_sources_are_shown_after_it(
    named: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = claim(named).id
    blind = ("grade", name, "--blind", "--ledger", named, "--by", "cyd")
    assert run(*blind, "--credibility", "3", "--wording", "stanag", "--grounds", "it fits") == 0
    told = capsys.readouterr().out
    before, after = told.split("Credibility of this claim")
    assert "Petra Lind" not in before
    assert "is Petra Lind" in after
    (sheet,) = api.grades(named, name).sheets
    assert [one.blind for one in sheet.credibility or ()] == [True]


def test_whoever_graded_or_noted_its_source_before_is_told_that_it_is_not_blind(named: Path) -> None:
    name = claim(named).id
    grade(named, "Petra Lind", "reliability", "B", "ada")
    api.note(named, api.findings(named).documents[0].id, "a good paper", by="ben")
    item = api.vet(named, "Petra Lind").disclosed.items[0].id
    api.assess(named, "Petra Lind", item, "open", "nobody else tells it", by="dan")
    for by, why in (
        ("dan", "you have said what became of something that a source of it disclosed before"),
        ("ada", "you have graded a source of it before"),
        ("ben", "you have written a note on a report of it"),
    ):
        assert why in (api.to_grade(named, name, by=by).seen or "")
        given = grade(named, name, "credibility", "3", by, blind=True)
        assert not given.blind
        assert "it is kept as a grade that was not given blind" in given.warnings[0]
        assert [one.blind for one in given.sheet.credibility or () if one.by == by] == [False]
    assert api.to_grade(named, name, by="cyd").seen is None


def test_nobody_grades_blind_twice(named: Path) -> None:
    name = claim(named).id
    assert grade(named, name, "credibility", "3", "cyd", blind=True).blind
    assert not grade(named, name, "credibility", "2", "cyd", blind=True).blind


def test_a_refusal_to_somebody_who_grades_blind_names_no_source(case: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        grade(case, claim(case).id, "credibility", "1", "cyd", blind=True)
    assert "officials" not in str(refused.value)
    assert "Courier" not in str(refused.value)


def test_at_a_terminal_a_blind_grade_is_asked_for_after_the_claim(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["3", "it fits"])
    monkeypatch.setattr(commands, "_asks", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    name = claim(case).id
    assert run("grade", name, "--blind", "--wording", "stanag", "--ledger", case, "--by", "cyd") == 0
    assert shown(case, name) == [("cyd", "credibility", "STANAG 2511: 3, possibly true", "it fits")]
