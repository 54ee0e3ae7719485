"""Laws of the ledger: what it held on a day is what replaying it up to that day gives; the order of adding changes nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
from hypothesis import given, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.ledger.kept import REPORTS, Clock, begun, keep, read
from wherefrom import api
from wherefrom.ledger.content import effective, note_state
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.ledger.replaying import replay
from wherefrom.ledger.views import findings
from wherefrom.model import Findings
from wherefrom.model.entry import Corrected, Marked, Noted, Target

NUMBERS = range(len(REPORTS))


@given(st.permutations(list(NUMBERS)), st.integers(1, len(REPORTS)))
@settings(max_examples=15, deadline=None)
def test_one_by_one_in_any_order_is_the_same_as_all_at_once(order: list[int], count: int) -> None:
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as other,
        begun(Path(one), *order[:count]) as ledger,
        begun(Path(other), *sorted(order[:count])) as again,
    ):
        assert findings(ledger) == findings(again)


def test_what_a_ledger_holds_is_what_reading_the_same_reports_gives(tmp_path: Path) -> None:
    for place, (outlet, day, text) in enumerate(REPORTS):
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{place}.json").write_text(f'{{"outlet": "{outlet}", "published": "{day}"}}', encoding="utf-8")
    paths = sorted(tmp_path.glob("*.txt"))
    api.add(paths, tmp_path / "ledger.db", by="ada")
    kept, told = api.findings(tmp_path / "ledger.db"), api.read(paths)
    assert _without_paths(kept) == _without_paths(told)


def _without_paths(found: Findings) -> tuple[object, ...]:
    ids = [document.id for document in found.documents]
    return (ids, found.appearances, found.parties, found.claims, found.conflicts, found.relies_on, found.reader)


def test_adding_a_document_again_changes_nothing(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        head = ledger.head()
        keep(ledger, 0, Clock())
        assert ledger.head() == head


class Kept(RuleBasedStateMachine):
    """A ledger in use: whatever is done to it, what it told before it tells again when it is asked as of then."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.ledger = Ledger.open(Path(self.folder.name) / "ledger.db", create=True)
        self.clock = Clock()
        self.told: list[tuple[str, int, Findings]] = []

    def teardown(self) -> None:
        if hasattr(self, "ledger"):
            self.ledger.close()
            self.folder.cleanup()

    def _now(self) -> str:
        return str(self.ledger.one("SELECT at FROM entries ORDER BY seq DESC LIMIT 1"))

    def _note(self) -> None:
        self.told.append((self._now(), self.ledger.head().seq, findings(self.ledger)))

    @rule(number=st.sampled_from(NUMBERS))
    def add(self, number: int) -> None:
        keep(self.ledger, number, self.clock)
        self._note()

    @precondition(lambda self: self.told)
    @rule(number=st.sampled_from(NUMBERS), which=st.integers(0, 5))
    def reject(self, number: int, which: int) -> None:
        document, _ = read()[number]
        if self.ledger.one("SELECT 1 FROM documents WHERE id = ?", (document.id,)) is None:
            return
        held = effective(self.ledger, document.id).appearances
        if not held:
            return
        with self.ledger.writing("ada", self.clock) as writer:
            writer.append(Corrected(document.id, held[which % len(held)].spans, "rejects"))
            note_state(writer, document.id)
            project(writer)
        self._note()

    @precondition(lambda self: self.told)
    @rule(level=st.sampled_from(["TLP:CLEAR", "TLP:RED"]), number=st.sampled_from(NUMBERS))
    def mark(self, level: str, number: int) -> None:
        target = Target("document", read()[number][0].id, read()[number][0].id)
        with self.ledger.writing("ben", self.clock) as writer:
            writer.append(Marked(target, "TLP:CLEAR" if level == "TLP:CLEAR" else "TLP:RED"))
            writer.append(Noted("n1", target, "to be looked at"))
        self._note()

    @precondition(lambda self: self.told)
    @rule(which=st.integers(0, 100))
    def look_back(self, which: int) -> None:
        at, seq, told = self.told[which % len(self.told)]
        assert self.ledger.seq_at(at) == seq
        assert findings(self.ledger, at) == told
        with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "again.db", create=True) as again:
            replay(self.ledger, again, seq)
            assert findings(again) == told
            assert again.head().hash == next(self.ledger.entries_at(seq)).hash

    @invariant()
    def times_only_grow(self) -> None:
        if hasattr(self, "ledger"):
            times = [row[0] for row in self.ledger.rows("SELECT DISTINCT at FROM entries ORDER BY seq")]
            assert times == sorted(times)


Kept.TestCase.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)
TestKept = Kept.TestCase
