"""Markings: how a thing may be handled (TLP 2.0), every change of it, and what follows for things that are made of several.

The last marking of a thing holds. Claims and parties are marked by the words they are known by, so that what was marked as two and is one by
now has two markings: the stricter of them holds. So does the stricter of this ledger's last label and that of a ledger which was joined in,
until somebody marks the thing here who can see both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from wherefrom.model import Findings, Spans, Unreadable
from wherefrom.model.entry import LASTING, Entry, Joined, Kind, Marked, Noted, Target
from wherefrom.model.handling import LEVELS, UNMARKED, Level, highest

from .arrivals import Arrivals
from .file import Ledger, Writer
from .targets import Anchors
from .views import findings

MARKED: tuple[Kind, ...] = ("document", "party", "claim", "note")
"""What can be marked."""

Key = tuple[Kind, str, Spans]
"""By what markings of one thing are known."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A marking as the ledger has it: `at` and `by` tell when and from whom it learned it."""

    seq: int
    at: str
    by: str
    target: Target
    level: Level
    why: str
    since: str
    """The day from which on it holds: that of the entry, if none was given."""
    joined: str | None = None
    """The ledger with which it came in, None where it was written here."""


def key_of(target: Target) -> Key:
    """By what the markings of this thing are known."""
    lasting = target.kind == "document" or target.kind in LASTING or target.document is None
    return (target.kind, target.id, ()) if lasting else (target.kind, str(target.document), target.spans)


def mark(writer: Writer, target: Target, level: Level, *, why: str = "", since: str | None = None) -> tuple[Entry, ...]:
    """Say how a thing may be handled from now on, or from an earlier day on (`since`); the history keeps what it was before.

    A claim or party that was marked by other words too, before it was found to be one, is marked anew by each of them.

    Raises:
        Unreadable: such a thing has no marking, or the day is none or lies ahead.
    """
    if target.kind not in MARKED:
        raise Unreadable(target.kind, f"has no marking; it is put on one of: {', '.join(MARKED)}")
    if level not in LEVELS:
        raise Unreadable(str(level), f"is no label of TLP 2.0; it is one of: {', '.join(LEVELS)}")
    day = None if since is None else _day(since, writer.at)
    return tuple(writer.append(Marked(one, level, why, day)) for one in _same(writer.ledger, target))


def _day(since: str, now: str) -> str:
    try:
        day = date.fromisoformat(since).isoformat()
    except ValueError as error:
        raise Unreadable("--since", f"is no date; write it as in 2026-03-09: {since}") from error
    if day > now[:10]:
        raise Unreadable("--since", f"lies ahead ({day}); a marking holds from now on or from an earlier day on")
    return day


def _same(ledger: Ledger, target: Target, as_of: str | None = None) -> list[Target]:
    """The target, and what was marked by other words and was the same at a moment, now if none is given."""
    if target.kind not in {"party", "claim"}:
        return [target]
    marked = (one.target for one in history(ledger, as_of=as_of) if one.target.kind == target.kind)
    others = {key_of(one): one for one in marked}
    others.pop(key_of(target), None)
    if not others:
        return [target]
    anchors = Anchors.of(findings(ledger, as_of))
    own = anchors.resolved(target)
    return [target, *(one for one in others.values() if own is not None and anchors.resolved(one) == own)]


def history(ledger: Ledger, target: Target | None = None, as_of: str | None = None) -> tuple[Marking, ...]:
    """Every marking there was up to a moment, in the order in which the ledger learned them; of one thing, by whatever words, or of all."""
    own = None if target is None else {key_of(one) for one in _same(ledger, target, as_of)}
    until = ledger.seq_at(as_of)
    told = Arrivals.of(ledger)
    joined = dict(_joined(ledger, until))
    found = (
        Marking(
            entry.seq,
            entry.at,
            entry.by,
            said.target,
            said.level,
            said.why,
            said.since or told.told(entry)[:10],
            joined.get(entry.seq),
        )
        for entry in ledger.entries(Marked, until=until)
        if isinstance(said := entry.said, Marked)
    )
    return tuple(one for one in found if own is None or key_of(one.target) in own)


def _joined(ledger: Ledger, until: int) -> Iterator[tuple[int, str]]:
    """The numbers of the entries that came in with other ledgers, and with which."""
    for entry in ledger.entries(Joined, until=until):
        if isinstance(said := entry.said, Joined):
            yield from ((entry.seq + place, said.ledger) for place in range(1, said.entries + 1))


def in_force(markings: Iterable[Marking], on: str | None = None) -> Mapping[Key, Marking]:
    """Of each thing the marking that holds now; on a day, if one is given, by what is known now of how it should have been handled then."""
    held: dict[Key, dict[str | None, Marking]] = {}
    for one in markings:
        if on is not None and one.since > on:
            continue
        if one.joined is None:
            held[key_of(one.target)] = {None: one}
        else:
            held.setdefault(key_of(one.target), {})[one.joined] = one
    return {key: max(several.values(), key=lambda it: LEVELS.index(it.level)) for key, several in held.items()}


def level_of(ledger: Ledger, target: Target, as_of: str | None = None, on: str | None = None) -> Level:
    """How strictly a thing has to be handled, by what the ledger knew at a moment and for a day; what has no label is UNMARKED.

    A claim has the highest of: its own label, those of its documents (one without is UNMARKED), and those of its parties and notes that have
    one. A document, a party and a note have their own.
    """
    return Marks.of(ledger, as_of, on).level(target)


@dataclass(frozen=True, slots=True)
class Marks:
    """The markings that hold, by what they mean in the findings of that moment."""

    found: Findings
    anchors: Anchors
    held: Mapping[Key, Marking]
    notes: tuple[Noted, ...]

    @classmethod
    def of(cls, ledger: Ledger, as_of: str | None = None, on: str | None = None) -> Self:
        """The markings of a ledger as it was at a moment, for a day."""
        found = findings(ledger, as_of)
        said = (entry.said for entry in ledger.entries(Noted, until=ledger.seq_at(as_of)))
        notes = tuple(one for one in said if isinstance(one, Noted))
        return cls(found, Anchors.of(found), in_force(history(ledger, as_of=as_of), on), notes)

    def own(self, kind: Kind, name: str) -> Level | None:
        """The label of a thing itself, the stricter where it was marked as several; None where it has none."""
        held = [one.level for one in self.held.values() if one.target.kind == kind and self._named(one.target) == name]
        return highest(held) if held else None

    def level(self, target: Target) -> Level:
        """The level of a thing with all that it is made of."""
        name = self._named(target)
        own = self.own(target.kind, name)
        if target.kind != "claim":
            return own or UNMARKED
        parts = [own, *self._of_claim(name), *(self.own("note", one) for one in self._notes_on(name))]
        return highest(level for level in parts if level is not None)

    def _named(self, target: Target) -> str:
        """The id of a target in these findings; what is not there any more keeps the one that it had."""
        return self.anchors.resolved(target) or target.id

    def _of_claim(self, name: str) -> Iterable[Level | None]:
        claim = next((one for one in self.found.claims if one.id == name), None)
        members = {one.id for one in claim.appearances if one.bearing != "akin"} if claim else set[str]()
        told = [one for one in self.found.appearances if one.id in members]
        sources = (link.source for one in told for link in one.chain if link.source is not None)
        parties = {party for one in told for party in one.about} | {party for one in sources for party in one.parties}
        yield from (self.own("document", one) or UNMARKED for one in sorted({one.document for one in told}))
        yield from (self.own("party", one) for one in sorted(parties))

    def _notes_on(self, claim: str) -> Iterable[str]:
        return (one.note for one in self.notes if one.target.kind == "claim" and self._named(one.target) == claim)
