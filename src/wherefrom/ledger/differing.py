"""Where two ledgers that are joined judged the same thing differently: both judgements stay, and it is told which of them holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self

from wherefrom.model import Document
from wherefrom.model.entry import Added, Assigned, Came, Corrected, Entry, Marked, Target
from wherefrom.model.handling import LEVELS

from .arrivals import Arrivals
from .codec import unpacked
from .file import Ledger
from .markings import Key, Marking, history, in_force
from .saying import line_of
from .targets import AGREE, Anchors, agreement
from .views import findings


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of it, and when that was written."""

    by: str
    told: str
    words: str


@dataclass(frozen=True, slots=True)
class Differs:
    """One thing of which two ledgers say different things: `first` the one that the other was joined to."""

    kind: Literal["document", "correction", "mark", "assignment"]
    target: Target
    first: Judgement
    second: Judgement
    holds: Literal["first", "second"]
    why: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two ledgers as it was before they were joined."""

    ledger: Ledger
    entries: Mapping[int, Entry]
    arrivals: Arrivals
    identities: frozenset[str]

    @classmethod
    def of(cls, ledger: Ledger) -> Self:
        """All that a ledger says now."""
        entries = {entry.seq: entry for entry in ledger.entries()}
        arrivals = Arrivals.of(ledger)
        return cls(ledger, entries, arrivals, frozenset(map(arrivals.identity, entries.values())))

    def came(self, entry: Entry) -> Came:
        """Where an entry of this ledger was first written."""
        return Came(self.arrivals.told(entry), self.arrivals.identity(entry))

    def alone(self, entry: Entry, other: "Side") -> bool:
        """Whether the other ledger never heard of an entry of this one."""
        return self.arrivals.identity(entry) not in other.identities

    def own(self, kind: type, other: "Side") -> list[Entry]:
        """The entries of a kind that this ledger alone has, in the order in which they were written."""
        found = [one for one in self.entries.values() if isinstance(one.said, kind) and self.alone(one, other)]
        return sorted(found, key=self.arrivals.in_time)

    def judgement(self, entry: Entry) -> Judgement:
        """What an entry says, for people."""
        return Judgement(entry.by, self.arrivals.told(entry), line_of(entry.said))


def documents(first: Side, second: Side) -> Iterator[Differs]:
    """Documents of which the second ledger knows another title, author or language: what was kept first stays."""
    kept = {said.document: it for it in reversed(list(first.entries.values())) if isinstance(said := it.said, Added)}
    for entry in second.own(Added, first):
        if isinstance(said := entry.said, Added):
            one, other = _known_of(first.ledger, said.document), _known_of(second.ledger, said.document)
            if one is not None and other is not None and (words := _unlike(one, other)) != ("", ""):
                added = kept.get(said.document, entry)
                ours = Judgement(added.by, first.arrivals.told(added), words[0])
                theirs = Judgement(entry.by, second.arrivals.told(entry), words[1])
                target = Target("document", said.document, said.document)
                yield Differs(
                    "document", target, ours, theirs, "first", "what a ledger keeps of a document never changes"
                )


def _known_of(ledger: Ledger, document: str) -> Document | None:
    body = ledger.one("SELECT body FROM documents WHERE id = ?", (document,))
    return None if body is None else replace(unpacked(body, Document), path="")


def _unlike(one: Document, other: Document) -> tuple[str, str]:
    """What is known otherwise, in each one's words."""
    names = [name for name in ("title", "author", "language") if getattr(one, name) != getattr(other, name)]
    if not names and one.text == other.text:
        return "", ""
    return _said(one, names), _said(other, names)


def _said(one: Document, names: list[str]) -> str:
    return (
        ", ".join(f"{name} {getattr(one, name) or 'unknown'}" for name in names) or f"{len(one.text)} letters of text"
    )


def corrections(first: Side, second: Side) -> Iterator[Differs]:
    """Words that each ledger corrected in its own way: what was written later holds."""
    theirs: dict[str, list[tuple[Entry, Corrected]]] = {}
    for entry in second.own(Corrected, first):
        if isinstance(entry.said, Corrected):
            theirs.setdefault(entry.said.document, []).append((entry, entry.said))
    for entry in first.own(Corrected, second):
        if isinstance(said := entry.said, Corrected):
            for other, says in theirs.get(said.document, ()):
                if agreement(said.spans, says.spans) >= AGREE and not _alike(said, says):
                    target = Target("appearance", "", said.document, said.spans)
                    yield _later("correction", target, (first, entry), (second, other))


def _alike(one: Corrected, other: Corrected) -> bool:
    return (one.spans, one.cues, one.verdict, one.appearance) == (
        other.spans,
        other.cues,
        other.verdict,
        other.appearance,
    )


def assignments(first: Side, second: Side, joined: Ledger) -> Iterator[Differs]:
    """Claims that each ledger put into other hands, or holds to be at another stage: what was written later holds."""
    ours, theirs = first.own(Assigned, second), second.own(Assigned, first)
    if not ours or not theirs:
        return
    anchors = Anchors.of(findings(joined))
    last, others = _last(ours, anchors), _last(theirs, anchors)
    for name, (one, said) in last.items():
        if name in others:
            other, says = others[name]
            if (said.to, said.state) != (says.to, says.state):
                yield _later("assignment", said.target, (first, one), (second, other))


def _last(entries: list[Entry], anchors: Anchors) -> dict[object, tuple[Entry, Assigned]]:
    """The last of each claim, by its id in the findings of both ledgers, by its words where it is gone."""
    found: dict[object, tuple[Entry, Assigned]] = {}
    for one in entries:
        if isinstance(said := one.said, Assigned):
            found[anchors.resolved(said.target) or (said.target.document, said.target.spans)] = (one, said)
    return found


def _later(
    kind: Literal["correction", "assignment"], target: Target, ours: tuple[Side, Entry], theirs: tuple[Side, Entry]
) -> Differs:
    one, other = ours[0].judgement(ours[1]), theirs[0].judgement(theirs[1])
    holds: Literal["first", "second"] = "second" if other.told > one.told else "first"
    return Differs(kind, target, one, other, holds, "what was written later holds")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that held in each of two ledgers: of what both had marked, and of what the second alone had."""

    held: Mapping[Key, tuple[Marking, Marking]]
    new: Mapping[Key, Marking]
    first: Side
    second: Side

    @classmethod
    def of(cls, first: Side, second: Side) -> Self:
        """The labels of both, before they are joined."""
        ours, theirs = in_force(history(first.ledger)), in_force(history(second.ledger))
        both = {key: (one, theirs[key]) for key, one in ours.items() if key in theirs}
        return cls(both, {key: one for key, one in theirs.items() if key not in ours}, first, second)

    def holding(self) -> Iterator[tuple[Key, Marking]]:
        """Of each thing the label that holds: the stricter; but where one knew of the other's label and changed it, the changed one."""
        yield from self.new.items()
        for key, (one, other) in self.held.items():
            ours, theirs = self._alone(one, other)
            if ours != theirs:
                yield key, one if ours else other
            else:
                yield key, max(one, other, key=lambda it: LEVELS.index(it.level))

    def differs(self) -> Iterator[Differs]:
        """Things that each ledger marked in its own way."""
        for one, other in self.held.values():
            if one.level != other.level and self._alone(one, other) == (True, True):
                first = self.first.judgement(self.first.entries[one.seq])
                second = self.second.judgement(self.second.entries[other.seq])
                holds: Literal["first", "second"] = (
                    "first" if LEVELS.index(one.level) > LEVELS.index(other.level) else "second"
                )
                yield Differs("mark", one.target, first, second, holds, "the stricter label holds")

    def _alone(self, one: Marking, other: Marking) -> tuple[bool, bool]:
        """Whether each was made without the other ledger's knowing."""
        ours = self.first.alone(self.first.entries[one.seq], self.second)
        return ours, self.second.alone(self.second.entries[other.seq], self.first)


def restated(labels: Labels, joined: Ledger) -> Iterator[Marked]:
    """The labels that have to be put on anew so that, after all that came in, those hold that should."""
    now = in_force(history(joined))
    for key, should in labels.holding():
        if now[key].level != should.level:
            yield Marked(should.target, should.level, should.why, should.since)
