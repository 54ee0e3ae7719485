"""Custody of captures after the Berkeley Protocol: what came, when, from where, by whom, with what, and all that was done with it since."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from os import fsync
from pathlib import Path

from wherefrom.model import Document, Unreadable
from wherefrom.model.entry import Added, Assigned, Checked, Corrected, Marked, Noted, Read, Released, Said, TakenBack

from .codec import digest, unpacked
from .file import Ledger
from .saying import line_of


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done with a document: the entry's number, when, by whom, and what, in a plain line."""

    seq: int
    at: str
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Record:
    """A document's record of custody.

    `sha256` and `size` are those of the bytes as they came; `whole` tells whether they and the working text still are what they were.
    `captured` is when and `by`, `source` and `tool` by whom, from where and with what it was captured, as far as that is known; `added`
    when the ledger learned of it.
    """

    document: str
    file: str
    sha256: str
    size: int
    format: str
    encoding: str
    whole: bool
    added: str
    captured: str | None
    by: str | None
    source: str | None
    tool: str | None
    publisher: str | None
    title: str | None
    published: str | None
    steps: tuple[Step, ...]


def custody(ledger: Ledger, document: str) -> Record:
    """Where a document came from and what was done with it since.

    Raises:
        Unreadable: the ledger has no such document.
    """
    row = next(
        ledger.rows("SELECT seq, raw, body FROM documents JOIN captures USING (sha256) WHERE id = ?", (document,)), None
    )
    entry = next(ledger.entries_at(row[0]), None) if row is not None else None
    if row is None or entry is None or not isinstance(entry.said, Added):
        raise Unreadable(document, "is no document of this ledger")
    _, raw, body = row
    said, working = entry.said, unpacked(body, Document)
    came = said.custody
    return Record(
        document=document,
        file=working.path,
        sha256=said.sha256,
        size=len(raw),
        format=working.capture.format,
        encoding=working.capture.encoding,
        whole=digest(raw) == said.sha256 and digest(body) == said.working,
        added=entry.at,
        captured=came.at,
        by=came.by,
        source=came.source,
        tool=came.tool,
        publisher=working.publisher,
        title=working.title,
        published=working.published,
        steps=tuple(_steps(ledger, document)),
    )


def export(ledger: Ledger, document: str, path: Path) -> int:
    """Write the bytes of a document as they came to a new file, and read them back: their hash must be the one that was noted; their number.

    Raises:
        Unreadable: there is no such document, its bytes are not those that came, or the file is there already or cannot be written.
    """
    record = custody(ledger, document)
    raw = bytes(ledger.one("SELECT raw FROM captures WHERE sha256 = ?", (record.sha256,)) or b"")
    if digest(raw) != record.sha256:
        raise Unreadable(document, "its bytes are not those that came: their hash is another")
    try:
        with path.open("xb") as file:  # evidence is written over nothing
            file.write(raw)
            file.flush()
            fsync(file.fileno())
        same = sha256(path.read_bytes()).hexdigest() == record.sha256
    except FileExistsError as error:
        raise Unreadable(str(path), "is there already; write the bytes to a new file") from error
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            path.unlink(missing_ok=True)
        raise Unreadable(
            str(path), f"cannot be written ({getattr(error, 'strerror', None) or 'not a file name'})"
        ) from error
    if not same:
        raise Unreadable(str(path), "has other bytes than were written to it")
    return len(raw)


def _steps(ledger: Ledger, document: str) -> Iterator[Step]:
    """Every entry that is about the document or about words of it, in their order."""
    found = ledger.rows("SELECT seq FROM entries WHERE instr(body, ?) ORDER BY seq", (document,))
    for (seq,) in list(found):
        for entry in ledger.entries_at(seq):
            if _is_about(entry.said, document):
                yield Step(entry.seq, entry.at, entry.by, line_of(entry.said))


def _is_about(said: Said, document: str) -> bool:
    match said:
        case Added() | Read() | Corrected():
            return said.document == document
        case Checked():
            return said.document == document or (said.claim is not None and said.claim.document == document)
        case Marked() | Noted() | Assigned() | TakenBack():
            return document in {said.target.id, said.target.document}
        case Released():
            return document in said.documents
        case _:
            return document in {one.document for one in getattr(said, "targets", ())}
