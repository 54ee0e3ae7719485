"""What changed since a day: what came in, how claims stand otherwise, what people did."""

from pathlib import Path

import pytest

from tests.ledger.kept import Clock, begun, keep, read
from wherefrom.ledger.changes import Changes, changes
from wherefrom.ledger.content import note_state
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.merging import merge
from wherefrom.ledger.projection import project
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.model import Unreadable
from wherefrom.model.entry import Assigned, Corrected, Marked, Noted, Regrouped, Released, Said, TakenBack, Target

MINUTE = "2031-04-01T00:{:02d}:00Z"


class Late(Clock):
    """A day later."""

    def __init__(self) -> None:
        super().__init__()
        self.now = self.now.replace(day=2)


def say(ledger: Ledger, *said: Said, by: str = "ben") -> None:
    with ledger.writing(by, Late()) as writer:
        for one in said:
            writer.append(one)
            if isinstance(one, Corrected):
                note_state(writer, one.document)
        project(writer)


def doc(number: int) -> Target:
    name = read()[number][0].id
    return Target("document", name, name)


def what(found: Changes) -> set[tuple[str, str]]:
    return {(one.what, one.text) for one in found.claims}


def test_what_came_in_and_what_it_did_to_the_claims(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        keep(ledger, 2, Late())
        keep(ledger, 4, Late())
        found = changes(ledger, "2031-04-02")
        assert [(one.publisher, one.by) for one in found.documents] == [("Tarn Herald", "ada"), ("Velden Times", "ada")]
        assert ("status", "The dam at Sunmere has cracked") in what(found)
        assert ("new", "Nine people were rescued.") in what(found)
        assert [one.kind for one in found.conflicts] == ["polarity"]


def test_a_day_counts_whole_and_a_time_to_the_instant(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        assert len(changes(ledger, "2031-04-01").documents) == 2
        assert len(changes(ledger, MINUTE.format(1)).documents) == 1
        assert changes(ledger, MINUTE.format(1), MINUTE.format(1)).documents == ()
        assert changes(ledger, "2031-03-01", "2031-03-31").documents == ()
        assert changes(ledger, "2031-04-02").steps == ()


def test_other_bounds_of_origins_are_told_before_and_after(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        keep(ledger, 6, Late())
        (bounds,) = (one for one in changes(ledger, "2031-04-02").claims if one.what == "bounds")
        assert (bounds.before, bounds.after) == ("1 origin", "1 to 2 origins")


def test_what_people_did_is_told_in_its_order_and_what_readers_did_is_not(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        claim = target_of(findings(ledger), "claim", findings(ledger).claims[0].id)
        say(
            ledger,
            Marked(doc(0), "TLP:AMBER"),
            Noted("n1", doc(0), "ask the mayor"),
            Assigned(claim, "cai", "open"),
            TakenBack(doc(1), "retracted"),
            Released("r1", "the desk", "TLP:AMBER", "0" * 64, (doc(0).id,), ()),
        )
        keep(ledger, 2, Late())
        found = changes(ledger, "2031-04-02")
        assert [one.kind for one in found.steps] == ["marked", "noted", "assigned", "takenback", "released"]
        assert {one.by for one in found.steps} == {"ben"}
        assert "ask the mayor" in found.steps[1].words


def test_a_claim_whose_statement_was_rejected_is_gone(tmp_path: Path) -> None:
    with begun(tmp_path, 4) as ledger:
        one = read()[4][1].appearances[0]
        say(ledger, Corrected(one.document, one.spans, "rejects"))
        assert ("gone", one.text) in what(changes(ledger, "2031-04-02"))


def test_a_claim_that_was_merged_into_another_is_not_gone(tmp_path: Path) -> None:
    with begun(tmp_path, 4) as ledger:
        found = findings(ledger)
        first, second = (target_of(found, "claim", one.id) for one in found.claims[:2])
        say(ledger, Regrouped("merges", (first, second)))
        (joined,) = (one for one in changes(ledger, "2031-04-02").claims if one.what == "joined")
        assert (joined.id, joined.after) == (second.id, f"part of {first.id}")


def test_what_was_only_said_again_when_ledgers_were_joined_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    one = read()[0][1].appearances[0]
    clock = Clock()
    with begun(tmp_path, 0) as ledger, begun(tmp_path / "b", 0) as other:
        for each, verdict in ((other, "rejects"), (ledger, "accepts")):
            clock()
            with each.writing("ada", clock) as writer:
                shown = one if verdict == "accepts" else None
                writer.append(Corrected(one.document, one.spans, "accepts" if shown else "rejects", shown))
                note_state(writer, one.document)
                project(writer)
        merge(ledger, other, "mia", Late())
        found = changes(ledger, "2031-04-02")
        assert [entry.kind for entry in ledger.entries()].count("corrected") == 3
        assert [step.kind for step in found.steps] == ["joined", "corrected"]
        assert found.steps[1].told < found.steps[1].at


@pytest.mark.parametrize(
    ("since", "until"),
    [("yesterday", None), ("2031-04-01", "soon"), ("2031-05-01", "2031-04-01"), ("0001-01-01", None)],
)
def test_what_is_no_time_is_told_so(tmp_path: Path, since: str, until: str | None) -> None:
    with begun(tmp_path, 4) as ledger, pytest.raises(Unreadable, match=r"--since|--until"):
        changes(ledger, since, until)


def test_an_empty_ledger_has_no_changes(tmp_path: Path) -> None:
    with begun(tmp_path) as ledger:
        found = changes(ledger, "2031-04-01")
        assert (found.documents, found.claims, found.steps) == ((), (), ())
