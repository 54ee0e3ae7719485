"""Two ledgers joined: no judgement of either is lost, and what holds does not depend on which was first."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tests.ledger.kept import Clock, keep, read
from wherefrom.api import sharing
from wherefrom.ledger import proving, vault
from wherefrom.ledger.arrivals import Arrivals
from wherefrom.ledger.content import add, note_state
from wherefrom.ledger.content import effective as effective_of
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import faults
from wherefrom.ledger.markings import Marks, level_of
from wherefrom.ledger.merging import Merged, merge
from wherefrom.ledger.projection import project
from wherefrom.ledger.recall import recall
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.vault import Effort, Identity, Vault
from wherefrom.ledger.views import findings
from wherefrom.model import Findings, Reader, Unreadable
from wherefrom.model.entry import (
    Assigned,
    Corrected,
    Erased,
    Joined,
    Marked,
    Noted,
    Read,
    Regrouped,
    Released,
    Said,
    TakenBack,
    Target,
)
from wherefrom.model.handling import LEVELS, Level
from wherefrom.reader import Reading

QUICK = Effort(1, 8192)


class Desk:
    """Two colleagues' ledgers and one clock for both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.count = 0

    def ledger(self, name: str, *numbers: int, by: str = "ada") -> Ledger:
        ledger = Ledger.open(self.folder / f"{name}.db", create=True)
        for number in numbers:
            keep(ledger, number, self.clock, by)
        return ledger

    def copy(self, ledger: Ledger) -> Ledger:
        """A copy of a ledger's file as a colleague would take it."""
        self.count += 1
        ledger.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(ledger.path, self.folder / f"copy{self.count}.db")
        return Ledger.open(self.folder / f"copy{self.count}.db")

    def say(self, ledger: Ledger, by: str, *said: Said) -> None:
        with ledger.writing(by, self.clock) as writer:
            for one in said:
                writer.append(one)
                if isinstance(one, Corrected):
                    note_state(writer, one.document)
            project(writer)

    def merged(self, one: Ledger, other: Ledger) -> tuple[Ledger, Merged]:
        """A copy of the first with the second joined to it."""
        ledger = self.copy(one)
        return ledger, merge(ledger, other, "mia", self.clock)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def doc(number: int) -> Target:
    name = read()[number][0].id
    return Target("document", name, name)


def told(ledger: Ledger) -> set[tuple[str, str, str]]:
    """All that was said in a ledger, by whom and when, without what joining itself adds."""
    arrivals = Arrivals.of(ledger)
    return {
        (arrivals.told(one), one.by, one.body)
        for one in ledger.entries()
        if not isinstance(one.said, Joined | Read) and one.by != "mia"
    }


def same(one: Findings, other: Findings) -> bool:
    return one == other


def whole(ledger: Ledger) -> None:
    assert list(faults(ledger.history(), ledger.id)) == []
    assert proving.faults(ledger, rebuild=True) == ()


def statement(number: int, place: int = 0) -> Corrected:
    one = read()[number][1].appearances[place]
    return Corrected(one.document, one.spans, "rejects")


def judged(desk: Desk) -> tuple[Ledger, Ledger]:
    """Two ledgers with common documents and own ones, each with judgements of every kind."""
    a, b = desk.ledger("a", 0, 1, 2), desk.ledger("b", 1, 2, 3, 4, by="ben")
    for ledger, who, level in ((a, "ada", "TLP:GREEN"), (b, "ben", "TLP:AMBER")):
        shown: Level = "TLP:GREEN" if level == "TLP:GREEN" else "TLP:AMBER"
        claim = target_of(findings(ledger), "claim", findings(ledger).claims[0].id)
        desk.say(
            ledger,
            who,
            Marked(doc(1), shown),
            Noted(f"n{who}", doc(2), f"{who} doubts it"),
            Assigned(claim, who, "in-review"),
            TakenBack(doc(2), "corrected", "2031-03-09"),
            Released(f"r{who}", "the desk", shown, "0" * 64, (doc(1).id,), (claim,)),
        )
    return a, b


def test_nothing_that_either_said_is_lost(desk: Desk) -> None:
    a, b = judged(desk)
    ledger, found = desk.merged(a, b)
    both = {body for _, _, body in told(ledger)}
    for one in (a, b):
        kinds = {(at, by, body) for at, by, body in told(one) if '"working"' not in body}
        assert kinds <= told(ledger)
    assert {'"nada"' in body or '"nben"' in body for body in both} == {True, False}
    assert found.documents == 2
    assert found.head == ledger.head()
    whole(ledger)


def test_both_ways_give_the_same_judgements_documents_and_findings(desk: Desk) -> None:
    a, b = judged(desk)
    (one, _), (other, _) = desk.merged(a, b), desk.merged(b, a)
    assert told(one) == told(other)
    assert same(findings(one), findings(other))
    for name in (0, 1, 2, 3, 4):
        assert level_of(one, doc(name)) == level_of(other, doc(name))


def test_joining_again_changes_nothing(desk: Desk) -> None:
    a, b = judged(desk)
    ledger, first = desk.merged(a, b)
    head = ledger.head()
    for colleague in (b, a, desk.merged(b, a)[0]):
        again = merge(ledger, colleague, "mia", desk.clock)
        if colleague in (a, b):
            assert again.entries == 0
            assert ledger.head() == head
        assert told(ledger) == told(desk.merged(a, b)[0])
    assert first.entries > 0


def test_the_first_ledgers_history_goes_on_and_its_heads_verify(desk: Desk) -> None:
    a, b = judged(desk)
    head = a.head()
    ledger, _ = desk.merged(a, b)
    assert list(faults(ledger.history(), ledger.id, head, ledger.head())) == []
    assert list(ledger.history())[: head.seq] == list(a.history())


def test_what_was_held_before_the_join_stays_what_was_held(desk: Desk) -> None:
    a, b = judged(desk)
    before, at = findings(a), str(a.one("SELECT at FROM entries ORDER BY seq DESC LIMIT 1"))
    ledger, _ = desk.merged(a, b)
    assert same(findings(ledger, at), before)
    assert not same(findings(ledger), before)


def test_when_the_colleague_wrote_it_is_kept_beside_when_this_ledger_learned_it(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0)
    desk.say(b, "ben", Noted("n1", doc(0), "ask again"))
    written = str(b.one("SELECT at FROM entries ORDER BY seq DESC LIMIT 1"))
    ledger, _ = desk.merged(a, b)
    (note,) = sharing.notes(ledger)
    assert (note.by, note.told) == ("ben", written)
    assert note.at > written
    assert sharing.notes(ledger, as_of=written) == ()


def test_what_both_have_from_a_common_past_is_there_once(desk: Desk) -> None:
    a = desk.ledger("a", 0, 1)
    desk.say(a, "ada", Noted("n1", doc(0), "common"))
    b = desk.copy(a)
    desk.say(a, "ada", Noted("n2", doc(0), "hers"))
    desk.say(b, "ben", Noted("n3", doc(0), "his"))
    ledger, found = desk.merged(a, b)
    assert found.entries == 1
    assert [note.text for note in sharing.notes(ledger)] == ["common", "hers", "his"]


def test_a_document_that_both_have_is_one_and_both_custodies_are_kept(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0, by="ben")
    ledger, found = desk.merged(a, b)
    assert (found.documents, ledger.one("SELECT count(*) FROM readings")) == (0, 1)
    assert [entry.by for entry in ledger.entries() if entry.kind == "added"] == ["ada", "ben"]
    whole(ledger)


def test_of_two_labels_the_stricter_holds_whichever_came_first(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0)
    desk.say(a, "ada", Marked(doc(0), "TLP:RED"))
    desk.say(b, "ben", Marked(doc(0), "TLP:CLEAR"))
    for ledger, found in (desk.merged(a, b), desk.merged(b, a)):
        assert level_of(ledger, doc(0)) == "TLP:RED"
        (one,) = found.differs
        assert one.kind == "mark"
        assert "TLP:RED" in (one.first if one.holds == "first" else one.second).words


def test_a_label_that_a_colleague_knew_and_changed_holds(desk: Desk) -> None:
    a = desk.ledger("a", 0)
    desk.say(a, "ada", Marked(doc(0), "TLP:RED"))
    b = desk.copy(a)
    desk.say(b, "ben", Marked(doc(0), "TLP:GREEN", why="the source agreed"))
    for ledger, found in (desk.merged(a, b), desk.merged(b, a)):
        assert level_of(ledger, doc(0)) == "TLP:GREEN"
        assert found.differs == ()


def test_a_label_that_came_in_twice_over_is_not_lowered_on_the_way(desk: Desk) -> None:
    a, b, c = desk.ledger("a", 0), desk.ledger("b", 0), desk.ledger("c", 0)
    desk.say(b, "ben", Marked(doc(0), "TLP:RED"))
    desk.say(c, "cai", Marked(doc(0), "TLP:CLEAR"))
    both, _ = desk.merged(b, c)
    assert level_of(both, doc(0)) == "TLP:RED"
    ledger, _ = desk.merged(a, both)
    assert level_of(ledger, doc(0)) == "TLP:RED"


def test_a_claim_marked_by_other_words_in_each_ledger_has_the_stricter_label(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 1)
    for ledger, level in ((a, "TLP:GREEN"), (b, "TLP:RED")):
        shown: Level = "TLP:GREEN" if level == "TLP:GREEN" else "TLP:RED"
        found = findings(ledger)
        desk.say(ledger, "ada", *(Marked(target_of(found, "claim", one.id), shown) for one in found.claims))
    for ledger, _ in (desk.merged(a, b), desk.merged(b, a)):
        marks = Marks.of(ledger)
        assert "TLP:RED" in {marks.own("claim", one.id) for one in marks.found.claims}


def test_of_two_corrections_of_the_same_words_the_later_written_holds(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0)
    one = read()[0][1].appearances[0]
    desk.say(b, "ben", Corrected(one.document, one.spans, "rejects", why="no such words"))
    desk.say(a, "ada", Corrected(one.document, one.spans, "accepts", one))
    for ledger, found in (desk.merged(a, b), desk.merged(b, a)):
        assert one.id in {it.id for it in effective_of(ledger, one.document).appearances}
        (differs,) = found.differs
        assert (differs.kind, "accepts" in (differs.first if differs.holds == "first" else differs.second).words) == (
            "correction",
            True,
        )
        whole(ledger)


def test_a_later_rejection_holds_against_an_earlier_acceptance(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0)
    one = read()[0][1].appearances[0]
    desk.say(b, "ben", Corrected(one.document, one.spans, "accepts", one))
    desk.say(a, "ada", Corrected(one.document, one.spans, "rejects"))
    for ledger, _ in (desk.merged(a, b), desk.merged(b, a)):
        assert one.id not in {it.id for it in effective_of(ledger, one.document).appearances}


def test_claims_merged_in_one_ledger_are_merged_in_both_ways_of_joining(desk: Desk) -> None:
    a, b = desk.ledger("a", 0, 1, 3), desk.ledger("b", 0, 1, 3)
    found = findings(a)
    first, second = (target_of(found, "claim", one.id) for one in found.claims[:2])
    desk.say(a, "ada", Regrouped("merges", (first, second)))
    desk.say(b, "ben", Regrouped("splits", (first,)))
    desk.say(a, "ada", Noted("n1", first, "these are one"))
    (one, _), (other, _) = desk.merged(a, b), desk.merged(b, a)
    assert same(findings(one), findings(other))
    whole(one)
    whole(other)


def _reread(desk: Desk, ledger: Ledger, reader: str) -> None:
    """The first report read by somebody who finds less."""
    document, reading = read()[0]
    fewer = Reading(reading.appearances[1:], reading.parties)
    with ledger.writing("ada", desk.clock) as writer:
        add(writer, document, Reader(reader, "2"), fewer)
        project(writer)


def test_of_two_readings_the_later_holds_and_both_are_kept(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0)
    _reread(desk, a, "other")
    count = len(read()[0][1].appearances) - 1
    for ledger, _ in (desk.merged(a, b), desk.merged(b, a)):
        assert len(effective_of(ledger, doc(0).id).appearances) == count
        assert ledger.one("SELECT count(DISTINCT body) FROM readings") == 2
        whole(ledger)


def test_an_older_reading_that_comes_in_does_not_undo_a_newer_one(desk: Desk) -> None:
    b = desk.ledger("b")
    _reread(desk, b, "other")
    a = desk.ledger("a", 0)
    full = len(read()[0][1].appearances)
    (one, _), (other, _) = desk.merged(a, b), desk.merged(b, a)
    for ledger in (one, other):
        assert len(effective_of(ledger, doc(0).id).appearances) == full
        whole(ledger)
    assert merge(one, b, "mia", desk.clock).entries == 0
    assert merge(one, other, "mia", desk.clock).entries == 0


def test_of_two_assignments_of_one_claim_the_later_written_holds(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0)
    claim = target_of(findings(a), "claim", findings(a).claims[0].id)
    desk.say(b, "ben", Assigned(claim, "ben", "open"))
    desk.say(a, "ada", Assigned(claim, "ada", "done"))
    for ledger, found in (desk.merged(a, b), desk.merged(b, a)):
        (one,) = sharing.assignments(ledger)
        assert (one.to, one.state, one.claim) == ("ada", "done", claim.id)
        assert [differs.kind for differs in found.differs] == ["assignment"]


def test_a_ledger_of_three_joined_in_any_order_holds_the_same(desk: Desk) -> None:
    a, b, c = desk.ledger("a", 0), desk.ledger("b", 1), desk.ledger("c", 2)
    for ledger, who in ((a, "ada"), (b, "ben"), (c, "cai")):
        desk.say(ledger, who, Noted(f"n{who}", doc(0), f"{who} was here"))
    one, _ = desk.merged(desk.merged(a, b)[0], c)
    other, _ = desk.merged(desk.merged(c, b)[0], desk.merged(b, a)[0])
    assert told(one) == told(other)
    assert same(findings(one), findings(other))


# --- what is not joined


def test_a_history_that_was_tampered_with_is_not_joined(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 1)
    b.db.execute("DROP TRIGGER entries_stay")
    b.db.execute("UPDATE entries SET by = 'nobody' WHERE seq = 1")
    with pytest.raises(Unreadable, match="not whole"):
        merge(a, b, "mia")
    assert a.one("SELECT count(*) FROM documents") == 1


def test_a_ledger_joined_to_itself_is_what_it_was(desk: Desk) -> None:
    a = desk.ledger("a", 0)
    assert merge(a, a, "mia").entries == 0
    with Ledger.open(a.path) as again:
        assert merge(a, again, "mia").entries == 0


# --- the vault


def _protected(desk: Desk, ledger: Ledger, name: str, passphrase: str) -> str:
    with ledger.writing("ada", desk.clock) as writer:
        return Vault.for_writing(writer, passphrase, QUICK).put(writer, Identity(name))


def test_sealed_identities_come_along_sealed(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 1)
    handle = _protected(desk, b, "Runa Teal", "open, please")
    ledger, found = desk.merged(a, b)
    assert Vault.open(ledger, "open, please").reveal(handle).name == "Runa Teal"
    assert found.left == ()


def test_identities_of_a_vault_with_another_passphrase_stay_and_that_is_told(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 1)
    own = _protected(desk, a, "Sten Okker", "one")
    _protected(desk, b, "Runa Teal", "other")
    ledger, found = desk.merged(a, b)
    assert vault.handles(ledger) == [own]
    assert ["one protected identity stays in the vault of b.db" in line for line in found.left] == [True]


def test_who_was_erased_in_one_ledger_is_erased_in_both_together(desk: Desk) -> None:
    a = desk.ledger("a", 0)
    handle = _protected(desk, a, "Runa Teal", "one")
    b = desk.copy(a)
    with b.writing("ben", desk.clock) as writer:
        vault.erase(writer, handle, "she asked for it")
    for ledger, _ in (desk.merged(a, b), desk.merged(b, a)):
        assert vault.handles(ledger) == []
        assert any(isinstance(entry.said, Erased) for entry in ledger.entries())
        whole(ledger)


# --- as a command has it


@pytest.fixture
def files(desk: Desk) -> Callable[[str], Path]:
    desk.ledger("a", 0).close()
    desk.ledger("b", 1).close()
    return lambda name: desk.folder / f"{name}.db"


def test_the_result_is_a_new_file_and_both_ledgers_stay_as_they_were(files: Callable[[str], Path]) -> None:
    before = [files(name).read_bytes() for name in "ab"]
    found = sharing.merge(files("a"), files("b"), files("out"), by="mia")
    assert [files(name).read_bytes() for name in "ab"] == before
    with Ledger.open(files("out")) as ledger:
        assert ledger.head() == found.head
        assert len(findings(ledger).documents) == 2
    assert not list(files("out").parent.glob(".*"))


def test_a_file_that_is_there_is_not_written_over(files: Callable[[str], Path]) -> None:
    sharing.merge(files("a"), files("b"), files("out"), by="mia")
    with pytest.raises(Unreadable, match="there already"):
        sharing.merge(files("a"), files("b"), files("out"), by="mia")
    with pytest.raises(Unreadable, match="there already"):
        sharing.merge(files("a"), files("b"), files("b"), by="mia")


def test_without_a_new_file_the_first_ledger_takes_the_other_in(files: Callable[[str], Path]) -> None:
    assert sharing.merge(files("a"), files("b"), by="mia").documents == 1
    assert sharing.merge(files("a"), files("b"), files("a"), by="mia").entries == 0


def test_what_is_encrypted_does_not_come_to_lie_open(desk: Desk) -> None:
    plain, word = desk.ledger("plain", 0), "a word"
    with Ledger.open(desk.folder / "sealed.db", word, create=True) as secret:
        keep(secret, 1, desk.clock)
        with pytest.raises(Unreadable, match="not encrypted"):
            sharing.merge(plain, secret, desk.folder / "out.db", by="mia")
        with pytest.raises(Unreadable, match="needs a passphrase"):
            sharing.merge(secret, plain, desk.folder / "out.db", by="mia")
        sharing.merge(secret, plain, desk.folder / "out.db", by="mia", passphrase=word)
    assert b"Ardent Post" not in (desk.folder / "out.db").read_bytes()
    with Ledger.open(desk.folder / "out.db", word) as ledger:
        assert len(findings(ledger).documents) == 2


def test_a_failed_join_leaves_no_file(desk: Desk, files: Callable[[str], Path]) -> None:
    with Ledger.open(files("b")) as broken:
        broken.db.execute("DROP TRIGGER entries_stay")
        broken.db.execute("UPDATE entries SET by = 'nobody' WHERE seq = 1")
    with pytest.raises(Unreadable, match="not whole"):
        sharing.merge(files("a"), files("b"), desk.folder / "out.db", by="mia")
    assert not (desk.folder / "out.db").exists()
    assert not list(desk.folder.glob(".*"))


# --- whatever two colleagues did

STEPS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["add", "mark", "accept", "reject", "note", "assign", "merge", "split", "copy", "join"]),
        st.integers(0, 3),
        st.integers(0, 5),
    ),
    min_size=4,
    max_size=14,
)


def _step(desk: Desk, ledger: Ledger, who: str, step: tuple[str, int, int]) -> None:
    what, number, place = step
    document, reading = read()[number]
    if what == "add":
        keep(ledger, number, desk.clock, who)
    if ledger.one("SELECT 1 FROM documents WHERE id = ?", (document.id,)) is None:
        return
    one = reading.appearances[place % len(reading.appearances)]
    found = findings(ledger)
    claims = [target_of(found, "claim", it.id) for it in found.claims]
    claim, other = (claims[(place + more) % len(claims)] for more in (0, 1)) if claims else (doc(number), doc(number))
    said: dict[str, Said] = {
        "mark": Marked(doc(number), LEVELS[place % len(LEVELS)]),
        "accept": Corrected(document.id, one.spans, "accepts", one),
        "reject": Corrected(document.id, one.spans, "rejects"),
        "note": Noted(f"n{desk.clock.now:%H%M}", doc(number), "looked at"),
    }
    if claims:
        said["assign"] = Assigned(claim, who, "open" if place % 2 else "done")
        said["merge"] = Regrouped("merges", (claim, other))
        said["split"] = Regrouped("splits", (claim,))
    if what in said:
        desk.say(ledger, who, said[what])


@given(STEPS)
@settings(max_examples=10, deadline=None)
def test_whatever_two_colleagues_did_joining_either_way_holds_the_same(steps: list[tuple[str, str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        ledgers = {"a": desk.ledger("a", 0, 1), "b": desk.ledger("b", 0, 2)}
        for name, what, number, place in steps:
            other = "b" if name == "a" else "a"
            if what == "copy":
                ledgers[other] = desk.copy(ledgers[name])
            elif what == "join":
                merge(ledgers[name], ledgers[other], "mia", desk.clock)
            else:
                _step(desk, ledgers[name], name, (what, number, place))
        a, b = ledgers["a"], ledgers["b"]
        (one, _), (two, _) = desk.merged(a, b), desk.merged(b, a)
        assert told(one) >= told(a)
        assert told(one) == told(two)
        assert findings(one) == findings(two)
        assert [(it.claim, it.to, it.state) for it in sharing.assignments(one)] == [
            (it.claim, it.to, it.state) for it in sharing.assignments(two)
        ]
        assert {n: level_of(one, doc(n)) for n in range(4)} == {n: level_of(two, doc(n)) for n in range(4)}
        for ledger in (one, two):
            whole(ledger)
            head = ledger.head()
            assert merge(ledger, a, "mia", desk.clock).entries == merge(ledger, b, "mia", desk.clock).entries == 0
            assert ledger.head() == head


def test_a_release_of_a_colleague_is_called_back_for_what_was_said_here_later(desk: Desk) -> None:
    a, b = desk.ledger("a", 0, 1), desk.ledger("b", 0, 1, by="ben")
    for ledger, who in ((a, "ada"), (b, "ben")):
        desk.say(ledger, who, Marked(doc(0), "TLP:GREEN"))
    desk.say(b, "ben", Released("rben", "the desk", "TLP:GREEN", "0" * 64, (doc(0).id,), ()))
    desk.say(a, "ada", TakenBack(doc(0), "retracted"))
    for one, other in ((a, b), (b, a)):
        joined, _ = desk.merged(one, other)
        assert [(it.release, [held.why for held in it.held]) for it in recall(joined)] == [("rben", ["was retracted"])]


def test_what_is_only_said_again_when_ledgers_are_joined_calls_nothing_back(desk: Desk) -> None:
    a, b = desk.ledger("a", 0), desk.ledger("b", 0, by="ben")
    desk.say(b, "ben", statement(0, 1))
    desk.say(a, "ada", statement(0), Marked(doc(0), "TLP:GREEN"))
    desk.say(a, "ada", Released("rada", "the desk", "TLP:GREEN", "0" * 64, (doc(0).id,), ()))
    joined, _ = desk.merged(a, b)
    again = [one for one in joined.entries(Corrected) if one.said == statement(0)]
    assert len(again) == 2, "said again so that it holds"
    (called,) = recall(joined)
    assert [held.at for held in called.held] == [next(joined.entries_at(joined.head().seq - 1)).at]
