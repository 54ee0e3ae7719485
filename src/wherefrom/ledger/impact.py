"""What rests on a source: statements, claims, judgements and releases that it touches, and what would be left without it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from wherefrom.comparing import Outlets
from wherefrom.model import Spans, Unreadable
from wherefrom.model.entry import (
    Added,
    Checked,
    Corrected,
    Entry,
    Erased,
    Joined,
    Posed,
    Read,
    Released,
    Revealed,
    Said,
    Supposed,
    TakenBack,
    TakingBack,
    Target,
)

from .asking import Asked, asked_of, stories
from .file import Ledger, Writer
from .leaning import Gathering, Leaning, Shaken, Touched, look_through
from .queries import story_of
from .targets import AGREE, agreement

BOOKKEEPING: tuple[type, ...] = (Added, Read, Joined, Erased, Revealed)
"""What comes in and how; all else is what people judged or gave away, and may want to think over."""

JUDGED: tuple[type, ...] = tuple(one for one in get_args(Said) if one not in BOOKKEEPING)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An entry that holds something the source touches."""

    seq: int
    at: str
    by: str
    kind: str
    said: Said


@dataclass(frozen=True, slots=True)
class Impact:
    """All that rests on a source, as the ledger had it up to the entry `seq`. Claims that lose most come first, the rest in the order of time."""

    target: Target
    name: str
    seq: int
    documents: tuple[Leaning, ...]
    appearances: tuple[Touched, ...]
    claims: tuple[Shaken, ...]
    judgements: tuple[Spoken, ...]
    releases: tuple[Spoken, ...]


def impact(ledger: Ledger, asked: Target | str, as_of: str | None = None, outlets: Outlets | None = None) -> Impact:
    """What rests on a document, a party or an outlet, as the ledger had it at a moment, now if none is given.

    A statement falls with the source if it stands in a document of its own, if its chain goes through it, or if its document relies on such a
    document, directly or over others, and it goes back to the same origin. One that has a voice of its own in a document that only cites stays.
    Claims are counted anew without what falls.

    Raises:
        Unreadable: the ledger knew nothing of this id or name then, or it is no document, party or outlet.
    """
    known = outlets if outlets is not None else Outlets.shipped()
    seq = ledger.seq_at(as_of)
    source = asked_of(ledger, asked, seq, known)
    found = Gathering(source, known)
    for key in stories(ledger, source, seq, known):
        look_through(found, story_of(ledger, key))
    if not found.documents and not found.appearances and not found.parties:
        raise Unreadable(source.name, "is no document, party or outlet of the ledger as it was then")
    spoken = list(_spoken(ledger, found, seq))
    return Impact(
        source.target,
        source.name,
        seq,
        tuple(found.documents.values()),
        tuple(found.appearances.values()),
        tuple(
            sorted(found.claims, key=lambda one: (one.after.at_least - one.before.at_least, one.after == one.before))
        ),
        tuple(one for one in spoken if not isinstance(one.said, Released)),
        tuple(one for one in spoken if isinstance(one.said, Released)),
    )


def take_back(writer: Writer, target: Target, verb: TakingBack, since: str | None = None, why: str = "") -> Entry:
    """Note that a document was corrected or retracted, or a source rescinded; nothing that was held before is changed."""
    return writer.append(TakenBack(target, verb, since, why))


# --- what people said and gave away


@dataclass(frozen=True, slots=True)
class _Held:
    """By document, what entries are held against: where falling statements, mentions of the source, and the claims' statements stand."""

    source: Asked
    outlets: Outlets
    documents: frozenset[str]
    parties: frozenset[str]
    falling: Mapping[str, Sequence[Spans]]
    mentions: Mapping[str, Sequence[Spans]]
    bearing: Mapping[str, Sequence[Spans]]

    def has(self, said: Said, named: Collection[str]) -> bool:
        """Whether an entry is about any of this, or about a note or a release that is (`named`)."""
        if isinstance(said, Corrected):
            return self._at(self.falling, said.document, said.spans)
        documents = {*getattr(said, "documents", ()), *((said.document,) if isinstance(said, Checked) else ())}
        if isinstance(said, Posed) and said.question in named:
            return True
        return not documents.isdisjoint(self.documents) or any(self._means(one, named) for one in targets_in(said))

    def _means(self, target: Target, named: Collection[str]) -> bool:
        match target.kind:
            case "document":
                return target.id in self.documents
            case "party":
                called = target.document is None and self.source.is_called(self.outlets, target.id)
                return called or target.id in self.parties or self._at(self.mentions, target.document, target.spans)
            case "claim":
                return self._at(self.bearing, target.document, target.spans)
            case "appearance":
                return self._at(self.falling, target.document, target.spans)
            case _:
                return target.id in named

    @staticmethod
    def _at(held: Mapping[str, Sequence[Spans]], document: str | None, spans: Spans) -> bool:
        return any(agreement(spans, one) >= AGREE for one in held.get(document or "", ()))


def _held(found: Gathering) -> _Held:
    falling: dict[str, list[Spans]] = {}
    for one in found.appearances.values():
        if one.falls:
            falling.setdefault(one.document, []).append(one.spans)
    own = (one.document for one in found.documents.values() if one.on is None)
    documents = frozenset((*falling, *own))
    return _Held(
        found.source, found.outlets, documents, frozenset(found.parties), falling, found.mentions, found.bearing
    )


def _spoken(ledger: Ledger, found: Gathering, seq: int) -> Iterator[Spoken]:
    """The entries that hold something of all this, those about notes, releases and questions that do too."""
    held, entries = _held(found), list(ledger.entries(*JUDGED, until=seq))
    known, named = -1, set[str]()
    while known < len(named):  # what is judged of a question may stand before what it is found to rest on
        known = len(named)
        for entry in entries:
            if held.has(entry.said, named):
                named.update(_named_by(entry.said))
        named |= {
            said.hypothesis for one in entries if isinstance(said := one.said, Supposed) and said.question in named
        }
    for entry in entries:
        if held.has(entry.said, named):
            yield Spoken(entry.seq, entry.at, entry.by, entry.kind, entry.said)


def _named_by(said: Said) -> Iterator[str]:
    """The lasting names under which what an entry says may be judged in its turn."""
    for field in ("note", "release", "question", "grade", "case"):
        if name := getattr(said, field, None):
            yield name


def targets_in(said: Said) -> Iterable[Target]:
    """All that an entry is about, by whatever name it has there."""
    fields = (getattr(said, name, ()) for name in ("target", "claim", "targets", "claims", "on"))
    held = (one if isinstance(one, tuple) else (one,) for one in fields)
    return tuple(one for several in held for one in several if isinstance(one, Target))
