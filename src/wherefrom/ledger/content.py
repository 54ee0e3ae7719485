"""Documents and their readings, as they are kept: the bytes as they came, the working text apart, every reading there was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from wherefrom.model import Document, Reader
from wherefrom.model.entry import Added, Corrected, Custody, Entry, Read
from wherefrom.reader import Reading

from .codec import digest, packed, unpacked, written
from .corrections import corrected
from .file import Ledger, Writer
from .placing import keep_profile

FEW = 8
"""Documents for fewer than which it is quicker to look for the corrections of each."""


def add(writer: Writer, document: Document, reader: Reader, reading: Reading, custody: Custody = Custody()) -> bool:  # noqa: B008  immutable
    """Keep a document and what a reader found in it; False where both are there already, and nothing changes.

    Of the path it was read from only the file's name is kept: folders tell who works where.
    """
    changed = False
    if not has_document(writer.ledger, document.id):
        _add_document(writer, document, custody)
        changed = True
    body = packed(reading)
    if _last(writer.ledger, document.id) != reading:
        said = Read(document.id, reader, digest(body), len(reading.appearances))
        entry = writer.append(said)
        writer.put("INSERT INTO readings VALUES (?, ?, ?)", (document.id, entry.seq, body))
        note_state(writer, document.id)
        changed = True
    return changed


def has_document(ledger: Ledger, document: str) -> bool:
    """Whether a ledger has a document of this id."""
    return ledger.one("SELECT 1 FROM documents WHERE id = ?", (document,)) is not None


def _add_document(writer: Writer, document: Document, custody: Custody) -> None:
    working = replace(document, path=PurePath(document.path).name, capture=replace(document.capture, raw=b""))
    body = packed(working)
    entry = writer.append(Added(document.id, document.sha256, digest(body), custody))
    writer.put("INSERT OR IGNORE INTO captures VALUES (?, ?)", (document.sha256, document.capture.raw))
    known = (document.id, entry.seq, document.sha256, document.published, document.publisher, body)
    writer.put("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", known)
    keep_profile(writer, document.id, document)
    text = "\n".join(part for part in (document.title, document.text) if part)
    writer.put("INSERT INTO search VALUES ('document', ?, NULL, ?)", (document.id, text))


def _last(ledger: Ledger, document: str) -> Reading | None:
    """The last reading of a document. Values are compared, not bytes: another compressor makes other bytes of the same."""
    body = ledger.one("SELECT body FROM readings WHERE document = ? ORDER BY seq DESC LIMIT 1", (document,))
    return None if body is None else unpacked(body, Reading)


def note_state(writer: Writer, *names: str) -> None:
    """Note what holds of documents now, their readings and the corrections of them, so that stories are compared anew where that changed."""
    for document, held in zip(names, all_effective(writer.ledger, names), strict=True):
        writer.put(
            "UPDATE profiles SET size = ?, state = ? WHERE document = ?",
            (len(held.appearances), digest(written(held).encode()), document),
        )


def documents(ledger: Ledger, ids: Iterable[str]) -> Iterator[Document]:
    """Documents by their ids, with the bytes as they came."""
    for name in ids:
        for raw, body in ledger.rows(
            "SELECT raw, body FROM documents JOIN captures USING (sha256) WHERE id = ?", (name,)
        ):
            held = unpacked(body, Document)
            yield replace(held, capture=replace(held.capture, raw=bytes(raw)))


def readings(ledger: Ledger, document: str, until: int | None = None) -> list[tuple[Read, Reading]]:
    """All readings of a document there were up to an entry, the last one last."""
    last = ledger.head().seq if until is None else until
    found = ledger.rows("SELECT seq, body FROM readings WHERE document = ? AND seq <= ? ORDER BY seq", (document, last))
    held = {seq: unpacked(body, Reading) for seq, body in found}
    said = {entry.seq: entry.said for seq in held for entry in ledger.entries_at(seq)}
    return [(one, held[seq]) for seq, one in said.items() if isinstance(one, Read)]


def corrections(ledger: Ledger, document: str, until: int | None = None) -> list[Corrected]:
    """What people said of a document's readings up to an entry, in that order."""
    return [entry.said for entry in spoken_of(ledger, document, until) if isinstance(entry.said, Corrected)]


def spoken_of(ledger: Ledger, document: str, until: int | None = None) -> list[Entry]:
    """The corrections of a document's readings up to an entry; only entries in which its id stands are looked at."""
    last = ledger.head().seq if until is None else until
    found = ledger.rows(
        "SELECT seq FROM entries WHERE kind = 'corrected' AND instr(body, ?) > 0 AND seq <= ? ORDER BY seq",
        (document, last),
    )
    entries = [entry for (seq,) in found for entry in ledger.entries_at(seq)]
    return [entry for entry in entries if isinstance(entry.said, Corrected) and entry.said.document == document]


def effective(ledger: Ledger, document: str, until: int | None = None) -> Reading:
    """What holds of a document: its last reading, as people corrected it."""
    (_, reading) = readings(ledger, document, until)[-1]
    return corrected(reading, corrections(ledger, document, until))


def all_effective(ledger: Ledger, names: Sequence[str], until: int | None = None) -> Iterator[Reading]:
    """What holds of each of several documents; of many the corrections are gone through once, and not for every document."""
    if len(names) < FEW:
        yield from (effective(ledger, name, until) for name in names)
        return
    last = ledger.head().seq if until is None else until
    said: dict[str, list[Corrected]] = {}
    for entry in ledger.entries(Corrected, until=last):
        if isinstance(entry.said, Corrected):
            said.setdefault(entry.said.document, []).append(entry.said)
    for name in names:
        (_, reading) = readings(ledger, name, last)[-1]
        yield corrected(reading, said.get(name, []))
