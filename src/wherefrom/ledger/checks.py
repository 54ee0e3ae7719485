"""Own checks: whom we called, asked or were refused by, and what we saw, as documents of their own kind.

The text of such a document begins with a line that says who told us and when, so that the chain of what follows has words to stand on; the
rest is what was noted, as it was typed. What somebody told us, or what a document that we saw says, are statements with that source as
their outermost link. A request for comment and a refusal state nothing: they are kept, shown and counted as asked, never as told.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from wherefrom.intake import Metadata, document_from_bytes
from wherefrom.judging.grading import STATING
from wherefrom.model import Appearance, Block, Document, Link, Mention, Party, Reader, Source, Span, Unreadable, Words
from wherefrom.model.entry import Checked, CheckKind, Custody, Target
from wherefrom.reader import Reading, reader_named
from wherefrom.reader.sources import describe

from . import content
from .file import Writer
from .projection import project
from .vault import Identity

DESK = "own check"
"""Who publishes an own check, where the desk gives itself no name."""

UNKNOWN = "a source known to the desk"
"""What a protected source is called, where nobody describes it otherwise."""

TOOL = "wherefrom log"

MOST_NAME = 200
"""Characters of a source: more would be notes."""

_LINES: dict[CheckKind, tuple[str, str]] = {
    "call": ("On {on}, {source} told us:", "told us"),
    "request": ("On {on}, we asked {source}:", "asked"),
    "refusal": ("On {on}, {source} declined to comment:", "declined to comment"),
    "seen": ("On {on}, we saw {source}:", "saw"),
}
"""How the first line says it, and which words of it are the cue."""

_TITLES: dict[CheckKind, str] = {
    "call": "Call",
    "request": "Request for comment",
    "refusal": "Refusal to comment",
    "seen": "Document seen",
}

_HANDLE = re.compile(r" \(source-[0-9a-f]{12}\)")
_FIRST_LINES: dict[CheckKind, re.Pattern[str]] = {
    kind: re.compile(re.escape(line).replace(r"\{on\}", r"\d[^,\n]{0,40}").replace(r"\{source\}", "([^\n]+)"))
    for kind, (line, _) in _LINES.items()
}
_SPEAKER = frozenset({"i", "we"})
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Check:
    """An own check: `source` is what the text calls whoever it was or what was seen, `on` the day or the time of day (ISO 8601).

    `handle` stands for a source that is protected: `source` then only describes it.
    """

    kind: CheckKind
    source: str
    text: str
    on: str
    desk: str = DESK
    handle: str | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """A check as it is kept: the document's id, how many statements it has, the handle of a protected source, and whether it is new."""

    document: str
    kind: CheckKind
    statements: int
    handle: str | None
    new: bool


def log(writer: Writer, check: Check, about: Target | None = None) -> Logged:
    """Keep an own check, and bring the claims in line with it; the same check again changes nothing.

    Raises:
        Unreadable: it has no text, or no day.
    """
    document = document_of(check)
    reader, reading = reading_of(document, check.kind)
    custody = Custody(by=writer.by, at=writer.at, source=None, tool=TOOL)
    new = content.add(writer, document, reader, reading, custody)
    said = Checked(document.id, check.kind, check.source, about, check.handle)
    if new or not any(entry.said == said for entry in writer.ledger.entries(Checked)):
        writer.append(said)
        project(writer)
    return Logged(document.id, check.kind, len(reading.appearances), check.handle, new)


def document_of(check: Check) -> Document:
    """The document that a check is kept as: a line that says who and when, an empty line, and the notes as they were typed.

    Raises:
        Unreadable: it has no text, the day is none, or what the source is called is no name.
    """
    source = " ".join(check.source.split())
    if not source or len(source) > MOST_NAME:
        raise Unreadable("the source", f"needs a name or a description of at most {MOST_NAME} characters")
    if not check.text.strip():
        raise Unreadable(f"the {check.kind}", "has no text: what was said, asked or seen?")
    told = source if check.handle is None else f"{source} ({check.handle})"
    comma = "," if "," in source and check.handle is None and check.kind in {"call", "refusal"} else ""
    line = _LINES[check.kind][0].format(on=_in_words(check.on), source=told + comma)
    metadata = Metadata(title=f"{_TITLES[check.kind]}, {check.on[:10]}", author=check.handle or source)
    raw = f"{line}\n\n{check.text}\n".encode("utf-8", "replace")
    document = document_from_bytes(
        raw, f"{check.kind}-{check.on[:10]}.txt", outlet=check.desk, published=check.on, metadata=metadata
    )
    # Notes have no headlines, captions or bylines: what looks like one is noted as much as the rest.
    blocks = tuple(Block("paragraph", one.start, one.end) for one in document.blocks)
    return replace(document, blocks=blocks, kind="check")


def reading_of(document: Document, kind: CheckKind) -> tuple[Reader, Reading]:
    """Who reads a check's document, and what is found in it; the same whenever it is read again by the same reader."""
    reader = reader_named(None)
    if kind not in STATING:
        return reader.identity(), Reading((), ())
    source, cue = _places(document, kind)
    # "I" in the notes is whoever told us, where that is somebody with a name; a handle is none.
    speaker = None if _is_protected(document, source) or kind == "seen" else document.text[slice(*source)]
    return reader.identity(), as_told(document, reader.read(replace(document, author=speaker)), source, cue, kind)


def as_told(document: Document, reading: Reading, source: Span, cue: Span, kind: CheckKind = "call") -> Reading:
    """The reading with whoever told us before every chain: the words of the source and the cue stand in the first line.

    What the first line itself says is no statement. A chain that begins with the same source keeps it as it is; "I" is that source.
    """
    body = _body(document)
    parties, own = _with_teller(document, reading.parties, source, kind)
    described = _described(document, source, own, kind)
    told = Link(described, Words.of(document.text, (cue,)), "says", "stated", (body,))
    statements = tuple(
        _told_by(one, told) for one in reading.appearances if all(body.start <= place.start for place in one.spans)
    )
    return Reading(statements, tuple(_needed(parties, statements, body)))


def names(identity: Identity, *written: str) -> bool:
    """Whether any of these words would give a protected source away: their name, a part of it, or how they are reached.

    Fails closed: a part of a name that is a common word counts where it has a capital, or is longer than three letters.
    """
    plain = _folded(" ".join(written))
    whole = [_folded(part) for part in (identity.name, *identity.contact.splitlines()) if part.strip()]
    if any(part in plain for part in whole):
        return True
    cased = set(re.findall(r"\w+", " ".join(written)))
    words = set(re.findall(r"\w+", plain))
    parts = re.findall(r"\w+", identity.name)
    return any((len(part) > 3 and _folded(part) in words) or (len(part) > 1 and part in cased) for part in parts)


# --- the first line


def _places(document: Document, kind: CheckKind) -> tuple[Span, Span]:
    """Where the first line names the source, without what it says of a named one after a comma, and where it has the cue."""
    line = document.text.split("\n", 1)[0]
    found = _FIRST_LINES[kind].match(line)
    if found is None:
        raise Unreadable(document.id, f"is no {kind} as `wherefrom log` writes it")
    start, told = found.start(1), found[1]
    handle = _HANDLE.search(told)
    name = told[: handle.start()] if handle else told.split(",", 1)[0]
    cue = _LINES[kind][1]
    at = line.index(cue) if kind in {"request", "seen"} else line.rindex(cue)
    return Span(start, start + len(name)), Span(at, at + len(cue))


def _is_protected(document: Document, source: Span) -> bool:
    return _HANDLE.match(document.text, source.end) is not None


def _body(document: Document) -> Span:
    """Where the notes stand."""
    start = document.text.index("\n")
    rest = document.text[start:]
    return Span(start + len(rest) - len(rest.lstrip()), len(document.text.rstrip()))


def _in_words(on: str) -> str:
    """The day, and the time of day where it is known, in words; raises Unreadable where it is no day."""
    try:
        day = date.fromisoformat(on[:10])
    except ValueError as error:
        raise Unreadable("the day of the check", f"is no date such as 2031-05-04: {on[:40]!r}") from error
    clock = f" at {on[11:16]}" if len(on) > len("2031-05-04T14") else ""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}{clock}"


# --- the chain


def _with_teller(
    document: Document, parties: tuple[Party, ...], source: Span, kind: CheckKind
) -> tuple[tuple[Party, ...], Party]:
    """The parties, with the one that the source's words mean: the reader's if it found one there."""
    for party in parties:
        for mention in party.mentions:
            if any(source.start <= place.start and place.end <= source.end for place in mention.spans):
                return parties, party
    words = document.text[source.start : source.end]
    known = describe(words)
    anchor = sha256(repr((document.id, "told", source)).encode()).hexdigest()[:12]
    own = Party(
        f"p{anchor}",
        words,
        "document" if kind == "seen" else known.kind,
        known.named,
        (Mention(document.id, (source,)),),
    )
    return (*parties, own), own


def _described(document: Document, source: Span, own: Party, kind: CheckKind) -> Source:
    words = document.text[source.start : source.end]
    known = describe(words)
    return Source(
        words,
        (source,),
        "document" if kind == "seen" else known.kind,
        known.named and not _is_protected(document, source),
        (own.id,),
        known.number,
    )


def _told_by(one: Appearance, told: Link) -> Appearance:
    """The statement with whoever told us as its outermost link."""
    first = one.chain[0].source if one.chain else None
    if first is not None and told.source is not None:
        if set(first.parties) & set(told.source.parties):
            return one
        if first.text.lower() in _SPEAKER:
            return replace(one, chain=(told, *one.chain[1:]))
    # What the notes leave to their writer is whoever told us's.
    hedges = tuple(replace(hedge, owner=_after(hedge.owner)) for hedge in one.certainty.hedges)
    validity = one.validity and replace(one.validity, owner=_after(one.validity.owner))
    unsure = one.unsure if one.chain else tuple(name for name in one.unsure if name != "chain")
    certainty = replace(one.certainty, hedges=hedges)
    return replace(one, chain=(told, *one.chain), certainty=certainty, validity=validity, unsure=unsure)


def _after(owner: int | None) -> int:
    return 0 if owner is None else owner + 1


def _needed(parties: Iterable[Party], statements: Iterable[Appearance], body: Span) -> Iterator[Party]:
    """The parties that the notes mention or a statement refers to: the first line's own words are ours."""
    used = {name for one in statements for name in one.about}
    used |= {name for one in statements for link in one.chain if link.source for name in link.source.parties}
    for party in parties:
        if party.id in used or any(place.start >= body.start for it in party.mentions for place in it.spans):
            yield party


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
