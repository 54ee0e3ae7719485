"""What a reader read and what a person said of it, side by side; and all documents read anew, by a better reader or the same."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wherefrom.model import Appearance, Reader, Spans, UnfitReader, Unread, Unreadable, slice_of
from wherefrom.model.entry import Checked, Corrected, Entry, Stated, Verdict
from wherefrom.reader import plugins

from .changing import Changes, changed
from .content import add, documents, effective, note_state, readings, spoken_of
from .corrections import beside, meant, where
from .file import Ledger, Writer
from .projection import project
from .targets import AGREE, agreement

BATCH = 32
"""Documents that are read anew in one piece."""


@dataclass(frozen=True, slots=True)
class ReadHere:
    """What a reader found at some words, nothing or several statements; `at` is when the ledger learned it."""

    reader: Reader
    at: str
    by: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class SaidHere:
    """What a person said of it; `appearance` is the reading that was to hold."""

    verdict: Verdict
    at: str
    by: str
    why: str
    appearance: Appearance | None


@dataclass(frozen=True, slots=True)
class Accounts:
    """All that was made of some words of a document: by each reader, by people, in the order of time; and what holds now."""

    document: str
    spans: Spans
    text: str
    readings: tuple[ReadHere, ...]
    said: tuple[SaidHere, ...]
    holds: tuple[Appearance, ...]

    @property
    def ids(self) -> frozenset[str]:
        """All ids that statements at these words ever had."""
        read = (one.id for reading in self.readings for one in reading.appearances)
        put = (said.appearance.id for said in self.said if said.appearance is not None)
        return frozenset((*read, *put, *(one.id for one in self.holds)))

    @property
    def differ(self) -> bool:
        """Whether there is more than one account: somebody said something, or readers read it otherwise; what they call it does not count."""
        told = {tuple(replace(one, id="") for one in read.appearances) for read in self.readings}
        return bool(self.said) or len(told) > 1


def correct(writer: Writer, was: Appearance, verdict: Verdict, changes: Changes | None = None, why: str = "") -> Entry:
    """Note what a person says of a statement, and bring claims in line with it; the statement is as it is held, or as it once was read.

    Raises:
        Unreadable: there are changes, and it is not corrected by them, or none, and it is; or they cannot be made (`changing.changed`).
    """
    if (verdict == "corrects") != bool(changes):
        raise Unreadable(was.id, "is changed with what is to be changed, accepted and rejected as it stands")
    (document,) = documents(writer.ledger, [was.document])
    now = None
    if verdict == "accepts":
        now = replace(was, unsure=())
    elif changes:
        now = changed(document, was, changes)
    place = where(was)
    others = beside(was, now, effective(writer.ledger, was.document).appearances)
    entry = writer.append(Corrected(was.document, place.spans, verdict, now, why, place.cues, others))
    note_state(writer, was.document)
    project(writer)
    return entry


def accounts(ledger: Ledger, document: str, until: int | None = None, *, every: bool = False) -> list[Accounts]:
    """What was made of a document's words, place by place; only places of which there is more than one account, unless `every`.

    Raises Unreadable where the ledger has no such document, or had none then.
    """
    held = next(documents(ledger, [document]), None)
    if held is None:
        raise Unreadable(document, "is no document of this ledger")
    read = list(_read(ledger, document, until))
    if not read:
        raise Unreadable(document, "was no document of this ledger then")
    now = effective(ledger, document, until).appearances
    found = [
        Accounts(
            document,
            place.spans,
            slice_of(held.text, place.spans),
            tuple(replace(by, appearances=place.among(by.appearances)) for by in read),
            tuple(map(_said, place.entries)),
            place.among(now),
        )
        for place in _places(spoken_of(ledger, document, until), [now, *(by.appearances for by in reversed(read))])
    ]
    ordered = sorted(found, key=lambda one: one.spans)
    return [one for one in ordered if every or one.differ]


def reread(writer: Writer, ids: Sequence[str], reader: plugins.ReadsDocuments) -> tuple[list[str], list[Unread]]:
    """Read kept documents anew; those of which it reads otherwise now, and those that it could not read.

    Own checks are no reader's, and stay as they were put down. What people said survives.
    """
    by = reader.identity()
    changed_: list[str] = []
    unread: list[Unread] = []
    own = {said.document for entry in writer.ledger.entries(Checked) if isinstance(said := entry.said, Checked)}
    for document in documents(writer.ledger, [one for one in ids if one not in own]):
        try:
            if add(writer, document, by, reader.read(document)):
                changed_.append(document.id)
        except UnfitReader as error:
            unread.append(Unread(document.id, str(error)))
    if changed_:
        project(writer)
    return changed_, unread


def found_statement(ledger: Ledger, name: str, document: str | None = None) -> Appearance:
    """The statement of this id: as it is held, else as it was read or put by somebody once.

    Without its document all readings are gone through, which takes seconds where there are very many. Raises Unreadable where there is none.
    """
    if document is not None:
        _there(ledger, document)
    for one in [document] if document is not None else _documents_with(ledger, name):
        now = effective(ledger, one).appearances
        once = (held for _, read in reversed(readings(ledger, one)) for held in read.appearances)
        put = [said.appearance for entry in spoken_of(ledger, one) if isinstance(said := entry.said, Corrected)]
        for held in (*now, *filter(None, reversed(put)), *once):
            if held.id == name:
                return held
    raise Unreadable(name, "is no statement that the ledger knows")


def statement_at(ledger: Ledger, document: str, spans: Spans) -> Appearance:
    """The statement that is held at these words: the one that agrees with them best, if by half; raises Unreadable where there is none."""
    _there(ledger, document)
    held = [(agreement(one.spans, spans), one) for one in effective(ledger, document).appearances]
    best = min((one for one in held if one[0] >= AGREE), key=lambda it: (-it[0], it[1].spans, it[1].id), default=None)
    if best is None:
        raise Unreadable(document, f"no statement is held at {[tuple(span) for span in spans]}")
    return best[1]


def _there(ledger: Ledger, document: str) -> None:
    if ledger.one("SELECT 1 FROM documents WHERE id = ?", (document,)) is None:
        raise Unreadable(document, "is no document of this ledger")


# --- putting accounts side by side


def _documents_with(ledger: Ledger, name: str) -> Iterator[str]:
    """The documents in whose readings an id stands, or of whose statements somebody said something with it."""
    asked = f'"{name}"'.encode()
    seen: set[str] = set()
    for entry in ledger.entries(Corrected):
        if isinstance(entry.said, Corrected) and asked in entry.body.encode() and entry.said.document not in seen:
            seen.add(entry.said.document)
            yield entry.said.document
    for document, body in ledger.rows("SELECT document, body FROM readings ORDER BY seq DESC"):
        if document not in seen and asked in _plain(body):
            seen.add(document)
            yield document


def _plain(body: bytes) -> bytes:
    """A reading as it is written, not yet taken apart: that would take ten times as long."""
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise Unreadable("the ledger", f"a reading in it is broken ({error})") from error


@dataclass(frozen=True, slots=True)
class _Place:
    """Some words and all that is meant by them: what was said of them, or, where nobody said anything, the statement that stands there."""

    anchors: tuple[Corrected, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def spans(self) -> Spans:
        """Where it was first."""
        return self.anchors[0].spans

    def has(self, anchor: Stated) -> bool:
        """Whether something was said of exactly this, or it was put here by somebody."""
        put = (where(one.appearance) for one in self.anchors if one.appearance is not None)
        return anchor in {*(Stated(one.spans, one.cues) for one in self.anchors), *put}

    def among(self, held: Iterable[Appearance]) -> tuple[Appearance, ...]:
        """The statements that are meant."""
        return tuple(one for one in held if any(meant(anchor, one) for anchor in self.anchors))


def _places(spoken: Iterable[Entry], held: Iterable[Sequence[Appearance]]) -> list[_Place]:
    """The places that people spoke of, then those of all other statements, of what holds first, then of one reading after another."""
    places: list[_Place] = []
    for entry in spoken:
        if isinstance(said := entry.said, Corrected):
            anchor = Stated(said.spans, said.cues)
            known = next((number for number, place in enumerate(places) if place.has(anchor)), len(places))
            before = places[known] if known < len(places) else _Place(())
            places[known : known + 1] = [_Place((*before.anchors, said), (*before.entries, entry))]
    for statements in held:
        for one in statements:
            if not any(place.among([one]) for place in places):
                place = where(one)
                others = beside(one, None, statements)
                places.append(_Place((Corrected(one.document, place.spans, "accepts", one, "", place.cues, others),)))
    return places


def _said(entry: Entry) -> SaidHere:
    said = entry.said
    if not isinstance(said, Corrected):
        raise TypeError(f"entry {entry.seq} corrects nothing")
    return SaidHere(said.verdict, entry.at, entry.by, said.why, said.appearance)


def _read(ledger: Ledger, document: str, until: int | None) -> Iterator[ReadHere]:
    last = ledger.head().seq if until is None else until
    seqs = ledger.rows("SELECT seq FROM readings WHERE document = ? AND seq <= ? ORDER BY seq", (document, last))
    entries = [entry for (seq,) in list(seqs) for entry in ledger.entries_at(seq)]
    for entry, (said, reading) in zip(entries, readings(ledger, document, last), strict=True):
        yield ReadHere(said.reader, entry.at, entry.by, reading.appearances)
