"""Whether a ledger is whole: its pages, its history, and whatever the history speaks of.

The entries vouch for each other (`history`), and for documents and readings, which are kept beside them, by their hashes. What is made
of these can be made again and compared (`rebuilding`). Nothing that stands in the file is trusted before its hash has been found right.
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Self, TypeVar

import apsw

from wherefrom.model import Busy, Document, WherefromError, slice_of
from wherefrom.model.entry import Added, Checked, Corrected, Entry, Erased, Read
from wherefrom.reader import Reading
from wherefrom.reader.laws import breach

from . import history, rebuilding
from .cells import Cell, cells
from .codec import digest, unpacked
from .file import Ledger
from .history import Head, entry_of

T = TypeVar("T")

_ENTRIES = "seq at by kind body previous hash"
_DOCUMENTS = (
    "documents.id documents.seq documents.sha256 documents.published documents.publisher documents.body captures.raw"
)


def faults(ledger: Ledger, *heads: Head, rebuild: bool = False) -> tuple[str, ...]:
    """What is wrong with a ledger, in plain lines; empty where it is whole and its history goes through the heads.

    With `rebuild` what follows from the entries is made anew as well, which takes as long as adding all documents did; only a ledger
    that is whole otherwise can be.

    Raises Busy where somebody else has locked the file.
    """
    with ledger.at_rest():
        found = [
            *_told(_pages(ledger)),
            *_told(_history(ledger, heads)),
            *_told(_contents(ledger)),
        ]
        if rebuild and not found:
            found += _told(rebuilding.faults(ledger))
    return tuple(found)


def _told(found: Iterable[str]) -> Iterator[str]:
    """The faults, and what kept the rest of them from being found."""
    try:
        yield from found
    except Busy:
        raise
    except (WherefromError, apsw.Error, TypeError, ValueError, LookupError, RecursionError) as error:
        yield f"the file: cannot be looked through to its end ({' '.join(str(error).split())})"


def _pages(ledger: Ledger) -> Iterator[str]:
    for (line,) in ledger.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file: {' '.join(str(line).split())}"
    for table, _, parent, _ in ledger.rows("PRAGMA foreign_key_check"):
        yield f"the file: a row of {table} points to one of {parent} that is not there"


def _history(ledger: Ledger, heads: Iterable[Head]) -> Iterator[str]:
    name = next(cells(ledger, "value", "meta WHERE name = 'ledger'"), (None,))[0]
    if not isinstance(name, str):
        yield "the file: the ledger has no name of its own"
    yield from history.faults(cells(ledger, _ENTRIES, "entries ORDER BY seq"), str(name), *heads)


# --- what the history speaks of


@dataclass(slots=True)
class _Spoken:
    """What the entries say is there, by the numbers of the entries."""

    added: dict[int, Added] = field(default_factory=dict)
    read: dict[int, Read] = field(default_factory=dict)
    corrected: dict[str, list[tuple[int, Corrected]]] = field(default_factory=dict)
    checked: dict[int, Checked] = field(default_factory=dict)
    erased: dict[int, Erased] = field(default_factory=dict)

    def note(self, entry: Entry) -> Self:
        """Note what an entry speaks of."""
        match entry.said:
            case Added() as said:
                self.added[entry.seq] = said
            case Read() as said:
                self.read[entry.seq] = said
            case Corrected() as said:
                self.corrected.setdefault(said.document, []).append((entry.seq, said))
            case Checked() as said:
                self.checked[entry.seq] = said
            case Erased() as said:
                self.erased[entry.seq] = said
            case _:
                pass
        return self


def _contents(ledger: Ledger) -> Iterator[str]:
    spoken = _Spoken()
    for row in cells(ledger, _ENTRIES, "entries ORDER BY seq"):
        seq, at, by, kind, body, before, own = row
        try:
            spoken.note(entry_of((int(str(seq)), str(at), str(by), str(kind), str(body), str(before), str(own))))
        except (WherefromError, ValueError, RecursionError):
            yield f"entry {_shown(seq)}: says nothing that this version of the program understands"
    held, read = set[Cell](), set[Cell]()
    for row in cells(ledger, _DOCUMENTS, "documents LEFT JOIN captures USING (sha256) ORDER BY documents.id"):
        held.add(row[1])
        document = yield from _document(row, spoken)
        for reading in cells(ledger, "document seq body", "readings WHERE document = ? ORDER BY seq", (row[0],)):
            read.add(reading[1])
            yield from _reading(reading, document, spoken)
        if document is not None:
            yield from _corrections(document, spoken)
    yield from _missing(spoken, held, read)
    yield from _unspoken(ledger, spoken, read)


def _document(row: tuple[Cell, ...], spoken: _Spoken) -> Generator[str, None, Document | None]:
    """Returns the document, with its bytes, where it is the one that was added."""
    name, seq, sha256, published, publisher, body, raw = row
    said = spoken.added.get(seq) if isinstance(seq, int) else None
    if said is None or said.document != name:
        yield f"the document {_shown(name)}: no entry says that it was added"
        return None
    here = f"entry {_shown(seq)}: of the document {said.document} that it added"
    if sha256 != said.sha256 or not isinstance(raw, bytes) or digest(raw) != said.sha256:
        yield f"{here} the bytes as they came are gone, or were changed"
        return None
    working = _right(body, said.working, Document)
    if working is None:
        yield f"{here} the text, or what is known of it, was changed"
        return None
    document = replace(working, capture=replace(working.capture, raw=raw))
    if (published, publisher) != (document.published, document.publisher):
        yield f"{here} the table has another day or another publisher"
    if document.id != name:
        yield f"{here} the name is not the one that its bytes, outlet, address and day give it"
    return document


def _reading(row: tuple[Cell, ...], document: Document | None, spoken: _Spoken) -> Iterator[str]:
    name, seq, body = row
    said = spoken.read.get(seq) if isinstance(seq, int) else None
    if said is None or said.document != name:
        yield f"a reading of the document {_shown(name)}: no entry says that it was read so"
        return
    here = f"entry {_shown(seq)}: of the reading of {said.document}"
    reading = _right(body, said.sha256, Reading)
    if reading is None:
        yield f"{here} what was kept was changed"
        return
    if len(reading.appearances) != said.statements:
        yield f"{here} {len(reading.appearances)} statements are kept, where {said.statements} were told of"
    if document is not None:
        wrong = breach(document, reading)
        if wrong is not None:
            yield f"{here}: {wrong}"


def _corrections(document: Document, spoken: _Spoken) -> Iterator[str]:
    for seq, said in spoken.corrected.get(document.id, []):
        for wrong in _misquoted(document, said.appearance):
            yield f"entry {seq}: of its correction: {wrong}"


def _missing(spoken: _Spoken, held: set[Cell], read: set[Cell]) -> Iterator[str]:
    """What the history speaks of that is not there."""
    there = {said.document for seq, said in spoken.added.items() if seq in held}
    for seq, added in spoken.added.items():
        if added.document not in there:
            yield f"entry {seq}: the document {added.document} that it added is missing"
    for seq, said in spoken.read.items():
        if seq not in read:
            yield f"entry {seq}: the reading of {said.document} that it tells of is missing"
    for seq, checked in spoken.checked.items():
        if checked.document not in there:
            yield f"entry {seq}: the document {checked.document} of this check is missing"
    for name in spoken.corrected.keys() - there:
        for seq, _ in spoken.corrected[name]:
            yield f"entry {seq}: the document {name} that it corrects is missing"


def _unspoken(ledger: Ledger, spoken: _Spoken, read: set[Cell]) -> Iterator[str]:
    """What is there and the history does not speak of, or no longer wants to be there."""
    bytes_of = {said.sha256 for said in spoken.added.values()}
    for (sha256,) in cells(ledger, "sha256", "captures ORDER BY sha256"):
        if sha256 not in bytes_of:
            yield f"bytes that no entry speaks of: {_shown(sha256)}"
    for name, seq in cells(ledger, "document seq", "readings ORDER BY document, seq"):
        if seq not in read:
            yield f"a reading of a document that is not there: {_shown(name)}"
    handles = {handle for (handle,) in cells(ledger, "handle", "vault")}
    for seq, erased in spoken.erased.items():
        if erased.handle in handles:
            yield f"entry {seq}: the identity that it erased is in the vault"


def _shown(cell: Cell) -> str:
    return cell[:64] if isinstance(cell, str) else repr(cell)[:64]


def _right(body: Cell, sha256: str, of: type[T]) -> T | None:
    """What is kept, if it is what was hashed and can be understood; nothing else is unpacked."""
    if not isinstance(body, bytes) or digest(body) != sha256:
        return None
    try:
        return unpacked(body, of)
    except (WherefromError, ValueError, RecursionError):
        return None


def _misquoted(document: Document, value: object) -> Iterator[str]:
    """Law 1: whatever is quoted is the slice of the stored text that it points to."""
    if is_dataclass(value):
        text, spans = getattr(value, "text", None), getattr(value, "spans", None)
        if text is not None and spans is not None and text != slice_of(document.text, spans):
            yield f"words that are not the text's: {str(text)[:40]!r}"
        for one in fields(value):
            yield from _misquoted(document, getattr(value, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _misquoted(document, one)
