"""What rests on a source is found through copies and citations; taking it away leaves the repeats unverified; nothing is overwritten."""

import json
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tests.ledger.kept import begun
from wherefrom.api import correcting, keeping
from wherefrom.api.correcting import Impact, impact, take_back
from wherefrom.cli import Parser
from wherefrom.cli import correcting as commands
from wherefrom.comparing import Outlets, recounted
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.views import findings
from wherefrom.model import Claim, Findings, Unreadable
from wherefrom.model.entry import Assigned, Marked, Noted, Released, TakenBack, Target


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The bundled case: seven outlets on a ferry inspector who left, most of which had it from the Saleth Courier."""
    path = tmp_path_factory.mktemp("case") / "ledger.db"
    with as_file(files("wherefrom") / "demo_case") as folder:
        reports = [one for one in folder.iterdir() if one.suffix in {".txt", ".md", ".html"}]
        keeping.add(reports, path, by="ada")
    with Ledger.open(path) as ledger:
        yield ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with begun(tmp_path, *range(7)) as made:
        yield made


def document(found: Findings, outlet: str) -> str:
    return next(one.id for one in found.documents if one.publisher == outlet)


def claim(found: Findings, words: str) -> Claim:
    of = {one.id: one.text for one in found.appearances}
    return next(one for one in found.claims if words in of[f"a{one.id[1:]}"])


def bounds(found: Impact, name: str) -> tuple[tuple[int, int | None], tuple[int, int | None]]:
    one = next(one for one in found.claims if one.id == name)
    return (one.before.at_least, one.before.at_most), (one.after.at_least, one.after.at_most)


def falling(found: Impact) -> set[str]:
    return {one.text for one in found.appearances if one.falls}


def test_those_who_repeat_a_document_go_with_it_and_leave_no_origin(case: Ledger) -> None:
    held = findings(case)
    courier = document(held, "Saleth Courier")
    found = impact(case, courier)
    assert {one.publisher: one.how for one in found.documents} == {
        "Saleth Courier": "own",
        "Harbour Wire": "cites",
        "Daily Lantern": "cites",
        "Brannock Herald": "cites",
        "Strait Review": "cites",
    }
    left = claim(held, "Tomas Aldane, 52, flew")
    assert bounds(found, left.id) == ((1, 1), (0, 0))
    assert {"Tomas Aldane flew out on March 6"} <= falling(found)
    assert "Shares in Blue Strait Lines, the largest operator, fell 6.5 percent in early trading." not in falling(found)
    how = {one.text: one.how for one in found.appearances}
    assert how["Tomas Aldane flew out on March 6"] == "said"


def test_a_claim_is_counted_anew_and_never_gains_by_a_loss(case: Ledger) -> None:
    held = findings(case)
    for name in [*(one.id for one in held.documents), "Pavel Drost", "Harbour Wire", "Runa Teal"]:
        for one in impact(case, name).claims:
            assert one.after.at_least <= one.before.at_least
            assert one.falling


def test_a_copy_rests_on_what_it_copies_and_what_others_tell_stays(case: Ledger) -> None:
    held = findings(case)
    found = impact(case, "Harbour Wire")
    herald = document(held, "Brannock Herald")
    assert {one.document: one.how for one in found.documents}[herald] == "copies"
    assert all(one.falls for one in found.appearances if one.document == herald)
    assert bounds(found, claim(held, "Shares in Blue Strait").id) == ((1, 1), (0, 0))
    assert bounds(found, claim(held, "Everybody on the quay").id) == ((1, 1), (1, 1))


def test_of_a_person_only_what_he_said_is_touched_in_whatever_document(case: Ledger) -> None:
    found = impact(case, "Pavel Drost")
    assert {one.how for one in found.appearances} == {"said"}
    assert len({one.document for one in found.appearances}) == 2
    assert found.target.kind == "party"
    by_id = next(one.id for one in findings(case).parties if one.name == "Pavel Drost")
    assert impact(case, by_id).appearances == found.appearances
    assert impact(case, found.target) == found


def test_taking_nothing_away_changes_no_count(case: Ledger) -> None:
    held = findings(case)
    assert recounted(held, Outlets.shipped(), ()) == {}
    for one in held.claims[:6]:
        akin = [member.id for member in one.appearances if member.bearing == "akin"][:1]
        for name in akin:
            after = recounted(held, Outlets.shipped(), [name])[one.id]
            assert (after.at_least, after.at_most) == (one.origins.at_least, one.origins.at_most)


def test_a_name_is_found_in_every_story_and_as_of_a_day_only_what_was_there(ledger: Ledger) -> None:
    found = impact(ledger, "the ardent post")
    assert {one.publisher for one in found.documents} == {"Ardent Post", "Morning Brief"}
    first = next(iter(ledger.entries_at(2))).at
    assert {one.publisher for one in impact(ledger, "Ardent Post", as_of=first).documents} == {"Ardent Post"}
    assert impact(ledger, "Ardent Post", as_of=first).seq == 2


@pytest.mark.parametrize("name", ["Nobody Special", "d000000000000", "p000000000000", " ", "?!"])
def test_an_unknown_source_is_told(ledger: Ledger, name: str) -> None:
    with pytest.raises(Unreadable):
        impact(ledger, name)


def test_a_note_is_no_source(ledger: Ledger) -> None:
    with pytest.raises(Unreadable, match="a document, a party or an outlet"):
        impact(ledger, Target("note", "n1"))


def test_judgements_and_releases_that_hold_what_falls_are_listed_and_no_others(ledger: Ledger) -> None:
    held = findings(ledger)
    dam, ferry = claim(held, "dam at Sunmere has cracked"), claim(held, "A ferry sank")
    post, times = document(held, "Ardent Post"), document(held, "Velden Times")
    stated = {one.id: one for one in held.appearances}

    def about(one: Claim) -> Target:
        first = stated[f"a{one.id[1:]}"]
        return Target("claim", one.id, first.document, first.spans)

    mayor = next(one for one in held.appearances if one.document == document(held, "Sunmere Sun"))
    correcting.correct(ledger, mayor.id, "accept")
    with ledger.writing("ada") as writer:
        for said in (
            Noted("n1", about(dam), "who are they?"),
            Noted("n2", about(ferry), "ask the coast guard"),
            Marked(Target("note", "n1"), "TLP:RED"),
            Marked(Target("note", "n2"), "TLP:RED"),
            Assigned(about(dam), "ben", "open"),
            Marked(Target("document", post, post), "TLP:GREEN"),
            Marked(Target("document", times, times), "TLP:GREEN"),
            Released("r1", "the desk", "TLP:GREEN", "0" * 64, (post,), (about(dam),)),
            Released("r2", "the desk", "TLP:GREEN", "0" * 64, (times,), (about(ferry),)),
            Marked(Target("release", "r1"), "TLP:AMBER"),
        ):
            writer.append(said)
    correcting.merge_claims(ledger, [dam.id, claim(findings(ledger), "may have cracked").id])
    found = impact(ledger, post)
    assert [one.kind for one in found.judgements] == ["noted", "marked", "assigned", "marked", "marked", "regrouped"]
    assert [one.said.release for one in found.releases if isinstance(one.said, Released)] == ["r1"]
    guard = next(one.id for one in held.parties if one.name == "the coast guard")
    other = impact(ledger, guard)
    assert [one.said.note for one in other.judgements if isinstance(one.said, Noted)] == ["n2"]
    assert [one.said.release for one in other.releases if isinstance(one.said, Released)] == ["r2"]
    sun = impact(ledger, document(held, "Sunmere Sun"))
    assert "corrected" in {one.kind for one in sun.judgements}


def test_what_is_taken_back_is_an_entry_and_overwrites_nothing(ledger: Ledger) -> None:
    before = findings(ledger)
    post = document(before, "Ardent Post")
    told = take_back(ledger, post, "retracted", since="2031-03-09", why="the engineers were none", by="ben")
    assert told == impact(ledger, post, as_of=next(iter(ledger.entries_at(told.seq))).at)
    (entry,) = ledger.entries(TakenBack)
    assert entry.said == TakenBack(Target("document", post, post), "retracted", "2031-03-09", "the engineers were none")
    assert entry.by == "ben"
    assert findings(ledger) == before
    assert [one.seq for one in impact(ledger, post).judgements] == [entry.seq]
    assert take_back(ledger, "Tomas Hale").target.kind == "party"
    for verb, since in (("praised", None), ("retracted", "yesterday")):
        with pytest.raises(Unreadable):
            take_back(ledger, post, verb, since=since)  # type: ignore[arg-type]


def test_the_commands_tell_what_rests_on_a_source(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*given: str) -> str:
        top = Parser()
        commands.add_to(top.add_subparsers(required=True, parser_class=Parser))
        parsed = top.parse_args([*given, "--ledger", str(ledger.path)])
        assert parsed.run(parsed) == 0
        return capsys.readouterr().out

    shown = run("impact", "Ardent Post")
    assert "3 statements in 2 documents rest on it" in shown
    assert "1 to 2 origins, without it 1 origin" in shown
    assert "rescinded since 2031-03-09" in run("rescind", "Ardent Post", "--since", "2031-03-09", "--by", "ben")
    told = json.loads(run("impact", "Ardent Post", "--json"))
    assert [one["kind"] for one in told["judgements"]] == ["takenback"]
    assert told["target"]["kind"] == "party"
