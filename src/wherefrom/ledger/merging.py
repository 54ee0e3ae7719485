"""Two colleagues' ledgers made one, without losing a judgement of either.

The one keeps its history as it is, and the other's entries follow, by whoever wrote them; when each was first written, and under which
hash, stands in the `Joined` entry before them. By that hash an entry is known wherever it comes in again: what both have from a time when
one was a copy of the other is there once, and joining again changes nothing. What the ledger held on a day before it was joined to
another stays what it held.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from wherefrom.model import Unreadable
from wherefrom.model.entry import Added, Came, Corrected, Entry, Erased, Joined, Read

from . import differing
from .content import documents, note_state
from .differing import Differs, Side
from .file import Ledger, Writer
from .history import Head, faults
from .placing import keep_profile
from .projection import project


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of joining: the head now, how many entries and documents came in, what differs, and what stayed behind and why."""

    head: Head
    entries: int
    documents: int
    differs: tuple[Differs, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Coming:
    """An entry that is to be written here, out of the ledger that it stands in."""

    side: Side
    entry: Entry

    @property
    def came(self) -> Came:
        """Where it was first written."""
        return self.side.came(self.entry)


def merge(into: Ledger, other: Ledger, by: str, now: Callable[[], datetime] | None = None) -> Merged:
    """Join another ledger's entries to a ledger, with all that they refer to; all or nothing.

    Where both judged the same thing, both judgements are kept. Of two marks the stricter holds, unless one was made by who knew the other;
    of two corrections, readings or assignments the one that was written later.

    Raises:
        Unreadable: one of the histories is not whole.
        Busy: somebody else is writing.
    """
    if into.path.exists() and into.path.samefile(other.path):
        return Merged(into.head(), 0, 0)
    with _unchanging(other), into.writing(by, now) as writer:
        for ledger in (into, other):
            _whole(ledger)
        ours, theirs = Side.of(into), Side.of(other)
        batch = _batch(ours, theirs)
        labels = differing.Labels.of(ours, theirs)
        found = [*differing.documents(ours, theirs), *differing.corrections(ours, theirs), *labels.differs()]
        before = _count(into)
        if batch:
            _write(writer, theirs, batch)
            for said in differing.restated(labels, into):
                writer.append(said)
        left = tuple(_vault(writer, other))
        if batch:
            found += differing.assignments(ours, theirs, into)
        return Merged(writer.last, len(batch), _count(into) - before, tuple(found), left)


@contextmanager
def _unchanging(ledger: Ledger) -> Iterator[None]:
    """What is read of a ledger in this block is of one moment, whoever else writes to it."""
    ledger.db.execute("BEGIN")
    try:
        yield
    finally:
        ledger.db.execute("ROLLBACK")


def _whole(ledger: Ledger) -> None:
    fault = next(faults(ledger.history(), ledger.id), None)
    if fault is not None:
        raise Unreadable(str(ledger.path), f"its history is not whole ({fault}); such a ledger is not joined")


def _count(ledger: Ledger) -> int:
    return int(ledger.one("SELECT count(*) FROM documents"))


# --- what comes in


def _batch(ours: Side, theirs: Side) -> list[_Coming]:
    """What is written, in its order: what is new, then what has to be said again so that what was written last holds."""
    held = {(one.document, one.sha256) for one in _readings(ours).values()}
    new: dict[str, _Coming] = {}
    for entry in theirs.entries.values():
        known = isinstance(entry.said, Read) and (entry.said.document, entry.said.sha256) in held
        if not isinstance(entry.said, Joined) and theirs.alone(entry, ours) and not known:
            new.setdefault(theirs.arrivals.identity(entry), _Coming(theirs, entry))
    coming = list(new.values())
    return [*coming, *_corrections_again(ours, coming), *_readings_again(ours, theirs, coming)]


def _corrections_again(ours: Side, coming: Iterable[_Coming]) -> Iterator[_Coming]:
    """Corrections of one document, from the first of ours that was written after one that comes in."""
    new: dict[str, list[_Coming]] = {}
    for one in coming:
        if isinstance(one.entry.said, Corrected):
            new.setdefault(one.entry.said.document, []).append(one)
    for entry in sorted(ours.entries.values(), key=ours.arrivals.in_time) if new else ():
        if isinstance(said := entry.said, Corrected) and said.document in new:
            one = _Coming(ours, entry)
            if any(other.came.at < one.came.at for other in new[said.document]):
                new[said.document].append(one)
    for several in new.values():
        in_time = {one.came.hash: one for one in sorted(several, key=lambda it: it.came.at)}
        first = next((place for place, one in enumerate(in_time.values()) if one.side is ours), len(in_time))
        yield from list(in_time.values())[first:]


def _readings_again(ours: Side, theirs: Side, coming: Iterable[_Coming]) -> Iterator[_Coming]:
    """Of each document that both have, the last reading of the ledger that read it last, where another would come after it."""
    last = {said.document: (_Coming(ours, ours.entries[seq]), said.sha256) for seq, said in _readings(ours).items()}
    others = {
        said.document: (_Coming(theirs, theirs.entries[seq]), said.sha256) for seq, said in _readings(theirs).items()
    }
    ends = {document: sha256 for document, (_, sha256) in last.items()}
    for one in coming:
        if isinstance(said := one.entry.said, Read):
            ends[said.document] = said.sha256
    for document in sorted(last.keys() & others.keys()):
        holds, sha256 = max(last[document], others[document], key=lambda it: (it[0].came.at, it[1]))
        if ends[document] != sha256:
            yield holds


def _readings(side: Side) -> dict[int, Read]:
    return {seq: one.said for seq, one in side.entries.items() if isinstance(one.said, Read)}


# --- written


def _write(writer: Writer, theirs: Side, batch: list[_Coming]) -> None:
    head = theirs.ledger.head()
    writer.append(Joined(head.ledger, head.hash, len(batch), tuple(one.came for one in batch)))
    whoever = writer.by
    touched: dict[str, None] = {}
    for one in batch:
        said = one.entry.said
        writer.by = one.entry.by
        if isinstance(said, Added):
            _write_document(writer, one.side.ledger, said)
        else:
            entry = writer.append(said)
            if isinstance(said, Read):
                _write_reading(writer, one, said.document, entry.seq)
        if isinstance(said, Read | Corrected):
            touched[said.document] = None
    writer.by = whoever
    note_state(writer, *touched)
    project(writer)


def _write_document(writer: Writer, source: Ledger, said: Added) -> None:
    """A document that both have is one; what is kept of it here stays, and the other's custody is kept too."""
    held = _working_hash(writer.ledger, said.document)
    if held is not None:
        writer.append(replace(said, working=held))
        return
    entry = writer.append(said)
    captures = "SELECT captures.sha256, raw FROM captures JOIN documents USING (sha256) WHERE id = ?"
    writer.put_many("INSERT OR IGNORE INTO captures VALUES (?, ?)", source.rows(captures, (said.document,)))
    found = source.rows("SELECT sha256, published, publisher, body FROM documents WHERE id = ?", (said.document,))
    writer.put_many(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", ((said.document, entry.seq, *row) for row in found)
    )
    for document in documents(source, [said.document]):
        keep_profile(writer, document.id, document)
    words = source.rows("SELECT kind, id, story, text FROM search WHERE kind = 'document' AND id = ?", (said.document,))
    writer.put_many("INSERT INTO search VALUES (?, ?, ?, ?)", words)


def _working_hash(ledger: Ledger, document: str) -> str | None:
    """The hash under which the document is kept here, None where it is not."""
    if ledger.one("SELECT 1 FROM documents WHERE id = ?", (document,)) is None:
        return None
    seq = int(ledger.one("SELECT seq FROM documents WHERE id = ?", (document,)))
    return next((one.said.working for one in ledger.entries_at(seq) if isinstance(one.said, Added)), None)


def _write_reading(writer: Writer, one: _Coming, document: str, seq: int) -> None:
    body = one.side.ledger.one("SELECT body FROM readings WHERE document = ? AND seq = ?", (document, one.entry.seq))
    writer.put("INSERT INTO readings VALUES (?, ?, ?)", (document, seq, body))


# --- the vault


def _vault(writer: Writer, other: Ledger) -> Iterator[str]:
    """Sealed identities come along as they are, still sealed; whoever was erased in either ledger is erased in both together.

    They open with the other's passphrase alone. So they come in where this ledger has no vault, or the same one; else they stay where they are.
    """
    ledger = writer.ledger
    erased = {entry.said.handle for entry in ledger.entries(Erased) if isinstance(entry.said, Erased)}
    for handle in sorted(erased):
        writer.put("UPDATE vault SET sealed = zeroblob(length(sealed)) WHERE handle = ?", (handle,))
        writer.put("DELETE FROM vault WHERE handle = ?", (handle,))
    here = {handle for (handle,) in ledger.rows("SELECT handle FROM vault")}
    coming = [row for row in other.rows("SELECT handle, sealed FROM vault") if row[0] not in here | erased]
    if not coming:
        return
    lock, theirs = (one.one("SELECT value FROM meta WHERE name = 'vault'") for one in (ledger, other))
    if lock is None or lock == theirs:
        writer.put("INSERT OR IGNORE INTO meta VALUES ('vault', ?)", (theirs,))
        writer.put_many("INSERT INTO vault VALUES (?, ?)", coming)
    else:
        one = len(coming) == 1
        yield (
            f"{'one protected identity stays' if one else f'{len(coming)} protected identities stay'} in the vault of "
            f"{other.path.name}, whose passphrase is another: keep that file"
        )
