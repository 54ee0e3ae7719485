"""Grades that people gave: written with their grounds, never overwritten, and what of them stands on what today.

A grade of a claim stays with the statements that it was given on. Whatever claims these stand under today, it stands there, and what was done to
the claim since is said beside it. A later grade of the same person on the same thing, scale and scheme stands in the place of the earlier; several people's
stand side by side, and nothing is made of them: no mean, no sum, no one value out of two scales.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import get_args

from wherefrom.judging.grading import (
    Footing,
    Pair,
    check_confirmed,
    check_object,
    diagonal,
    fallen,
    grounds_of,
    mixed_rows,
    moved,
    scheme_for,
    stands,
    usual,
)
from wherefrom.judging.scales import CONFIRMED, OF_SCALE, is_grade, value_of, words_of
from wherefrom.model import Appearance, Unreadable
from wherefrom.model.entry import Graded, Kind
from wherefrom.model.judgement import Scale, Scheme

from .arrivals import Arrivals
from .file import Ledger, Writer
from .gradable import Thing, Things
from .second_origins import Corroborations

SCALES: tuple[Scale, ...] = get_args(Scale)


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade that a person gave.

    `value` is None where it was judged that it cannot be judged, and where it was taken back; `words` say it in full, in its scheme. `told` is
    when it was given, `at` when this ledger learned of it. `warnings` are what is to be known of it today.
    """

    grade: str
    scale: Scale
    scheme: Scheme
    value: str | None
    words: str
    by: str
    told: str
    at: str
    grounds: str
    blind: bool
    withdrawn: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hedged:
    """A source's own words of estimation, whose they are, and in which statement of which document; never our estimate."""

    words: str
    whose: str
    appearance: str
    document: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that people judged of one thing, each scale for itself; None where nobody did.

    `id` is today's, of an outlet that only publishes its name, None where the thing is gone. `estimates` are the words of a claim's sources.
    `history` has every entry in the order in which it was written, where that is asked for.
    """

    kind: Kind
    id: str | None
    text: str
    reliability: tuple[Grade, ...] | None = None
    credibility: tuple[Grade, ...] | None = None
    likelihood: tuple[Grade, ...] | None = None
    confidence: tuple[Grade, ...] | None = None
    estimates: tuple[Hedged, ...] = ()
    history: tuple[Grade, ...] | None = None

    def of(self, scale: Scale) -> tuple[Grade, ...]:
        """What stands on a scale."""
        found: tuple[Grade, ...] | None = getattr(self, scale)
        return found or ()

    @property
    def is_graded(self) -> bool:
        """Whether anything stands."""
        return any(self.of(scale) for scale in SCALES)


@dataclass(frozen=True, slots=True)
class Grades:
    """What people judged, sheet by sheet, and what is to be said of all of it together."""

    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody judges on a scale, as it was typed; `value` None takes back what they said before."""

    scale: Scale
    value: str | None
    grounds: str
    scheme: Scheme | None = None
    blind: bool = False


@dataclass(frozen=True, slots=True)
class _Given:
    """A grade as it was given, with its number here, and on which statements (of which claims today, or of what else)."""

    seq: int
    own: bool
    said: Graded
    shown: Grade
    on: Mapping[tuple[str, ...], frozenset[str]]
    """For each thing that it is of today, what of it: statements of a claim, else the thing itself."""


@dataclass(frozen=True)
class State:
    """All grades there were at a moment, with what they are of."""

    ledger: Ledger
    things: Things
    as_of: str | None = None

    @classmethod
    def of(cls, ledger: Ledger, as_of: str | None = None) -> "State":
        """The grades at a moment."""
        return cls(ledger, Things.of(ledger, as_of), as_of)

    @cached_property
    def _corroborations(self) -> Corroborations:
        return Corroborations.of(self.ledger, self.things, self.as_of)

    @cached_property
    def _given(self) -> tuple[_Given, ...]:
        """Every grade once, in the order in which they were given."""
        arrivals, found = Arrivals.of(self.ledger), dict[str, _Given]()
        entries = self.ledger.entries(Graded, until=self.ledger.seq_at(self.as_of))
        for entry in sorted(entries, key=arrivals.in_time):
            if isinstance(said := entry.said, Graded) and said.grade not in found:
                shown = _shown(said, entry.by, arrivals.told(entry), entry.at)
                found[said.grade] = _Given(entry.seq, entry.seq not in arrivals.came, said, shown, self._on(said))
        return tuple(found.values())

    def _on(self, said: Graded) -> Mapping[tuple[str, ...], frozenset[str]]:
        if said.target.kind == "claim":
            today = self.things.today(said.on)
            if today:
                return {self.things.claim(name).key: held for name, held in today.items()}
        thing = self.things.thing(said.target)
        return {thing.key: frozenset({" ".join(thing.key)})}

    @cached_property
    def _of(self) -> Mapping[tuple[str, ...], tuple[_Given, ...]]:
        """For each thing all that was ever given to it."""
        found: dict[tuple[str, ...], list[_Given]] = defaultdict(list)
        for one in self._given:
            for key in one.on:
                found[key].append(one)
        return {key: tuple(held) for key, held in found.items()}

    def standing(self, key: tuple[str, ...]) -> tuple[_Given, ...]:
        """What stands of a thing: the last of each person on each scale, in each scheme's words, unless it took back what was there."""
        of: dict[tuple[str, Scale, Scheme], list[_Given]] = defaultdict(list)
        for one in self._of.get(key, ()):
            of[one.shown.by, one.said.scale, one.said.scheme].append(one)
        kept = (
            one
            for held in of.values()
            for place, one in enumerate(held)
            if one.said.value is not None and stands([it.on[key] for it in held], place)
        )
        return tuple(sorted(kept, key=lambda it: (it.shown.told, it.seq)))

    # --- shown

    def grades(self, *, history: bool = False) -> Grades:
        """All that was ever graded and of which something stands, or with `history` all of it."""
        sheets = (self.sheet(self._thing(key), history=history) for key in self._of)
        held = tuple(one for one in sheets if one.is_graded or history)
        return Grades(held, (*diagonal(self._pairs()), *self._rows(held)))

    def sheet(self, thing: Thing, *, history: bool = False) -> Sheet:
        """What was judged of one thing."""
        standing: dict[str, list[Grade]] = defaultdict(list)
        for one in self.standing(thing.key):
            standing[one.said.scale].append(replace(one.shown, warnings=tuple(self._warnings(one, thing))))
        return Sheet(
            thing.kind,
            thing.id,
            thing.text,
            **{scale: tuple(standing[scale]) if scale in standing else None for scale in SCALES},
            estimates=tuple(self._estimates(thing)),
            history=tuple(one.shown for one in self._of.get(thing.key, ())) if history else None,
        )

    def of_grader(self, by: str) -> tuple[str, ...]:
        """What is to be said of one person's grades."""
        return diagonal(one for one in self._pairs() if one.by == by)

    def _thing(self, key: tuple[str, ...]) -> Thing:
        if key[0] == "claim":
            return self.things.claim(key[1])
        return next(thing for one in self._of[key] if (thing := self.things.thing(one.said.target)).key == key)

    def _warnings(self, one: _Given, thing: Thing) -> Iterator[str]:
        if thing.kind != "claim" or thing.id is None:
            return
        told = moved(self._footing(one, thing))
        if told is not None:
            yield told
        if one.said.scale == "credibility" and one.said.value == CONFIRMED:
            told = fallen(self._corroborations.of_claim(thing.id))
            if told is not None:
                yield told

    def _footing(self, one: _Given, thing: Thing) -> Footing:
        here = one.on[thing.key]
        now = {name for name in self._under.get(thing.id or "", ()) if self.things.under[name] == thing.id}
        elsewhere = {name for key, names in one.on.items() if key != thing.key for name in names}
        older = {name for name in now - here if self._since[self._document[name]] < one.seq}
        return Footing(len(one.said.on), len(here & now), len(elsewhere), len(now), len(older), not one.own)

    @cached_property
    def _under(self) -> Mapping[str, frozenset[str]]:
        """The statements that surely bear on each claim."""
        return {
            name: frozenset(one.id for one in claim.appearances if one.bearing == "sure")
            for name, claim in self.things.claims.items()
        }

    @cached_property
    def _document(self) -> Mapping[str, str]:
        return {one.id: one.document for one in self.things.found.appearances}

    @cached_property
    def _since(self) -> Mapping[str, int]:
        """With which entry each document came."""
        return dict(self.ledger.rows("SELECT id, seq FROM documents"))

    @cached_property
    def _statements(self) -> Mapping[str, Appearance]:
        return {one.id: one for one in self.things.found.appearances}

    @cached_property
    def _outlet(self) -> Mapping[str, str | None]:
        return {one.id: one.publisher for one in self.things.found.documents}

    def _estimates(self, thing: Thing) -> Iterator[Hedged]:
        if thing.kind != "claim" or thing.id is None or thing.id not in self.things.claims:
            return
        for member in self.things.claims[thing.id].appearances:
            if member.bearing == "sure":
                yield from estimates(self._statements[member.id], self._outlet[self._statements[member.id].document])

    # --- what is said of all of it

    def _pairs(self) -> Iterator[Pair]:
        """What each person gave to a claim and to a source that it goes back to."""
        reliable = {
            (one.shown.by, one.said.scheme, key): one.said.value
            for key in self._of
            for one in self.standing(key)
            if one.said.scale == "reliability" and is_grade(one.said.value)
        }
        for key in self._of:
            if key[0] != "claim":
                continue
            for one in self.standing(key):
                if one.said.scale == "credibility" and is_grade(one.said.value):
                    for source in self._sources(key[1]):
                        letter = reliable.get((one.shown.by, one.said.scheme, source))
                        if letter is not None and one.said.value is not None:
                            yield Pair(one.shown.by, one.said.scheme, letter, one.said.value)

    def _sources(self, claim: str) -> Iterable[tuple[str, ...]]:
        """The parties, and the outlets on their own word, that a claim goes back to."""
        roots = self.things.claims[claim].origins.roots if claim in self.things.claims else ()
        found = [self.things.source(name).key for root in roots for name in root.parties]
        return dict.fromkeys([*found, *(self.things.source(root.label).key for root in roots if not root.parties)])

    def _rows(self, held: Sequence[Sheet]) -> Iterator[str]:
        told = mixed_rows(
            one.value for sheet in held for one in sheet.of("likelihood") if one.value and one.scheme == "icd-203"
        )
        if told is not None:
            yield told

    def usual(self, scale: Scale) -> Scheme | None:
        """In whose words the ledger grades: those of what stands of its own, else of what came with a colleague's ledger."""
        own: dict[Scheme, int] = {}
        come: dict[Scheme, int] = {}
        for key in self._of:
            for one in self.standing(key):
                if OF_SCALE[one.said.scale] == OF_SCALE[scale]:
                    used = own if one.own else come
                    used[one.said.scheme] = min(one.seq, used.get(one.said.scheme, one.seq))
        return usual(own, come, scale)

    # --- written

    def grade(self, writer: Writer, name: str, judged: Judgement, *, not_blind: bool = False) -> tuple[Thing, str]:
        """Keep a grade of what has this name, and return what it is of, and the grade's id; what takes back may be several entries.

        `not_blind`: it was judged blind by somebody who knew its sources, and is not kept as such; refusals still name none.

        Raises:
            Unreadable: there is nothing of this name, the scale is not one of such things, the value is none of the scheme's words, there are no
                grounds, the scheme is not this ledger's, or a credibility of 1 has no second origin; each in one plain line.
        """
        kind = self.things.kind_of(name)
        check_object(judged.scale, kind, name, self._publisher(kind, name))
        target = self.things.target(self.ledger, name)
        thing = self.things.thing(target)
        grounds = grounds_of(judged.scale, judged.grounds)
        on = self.things.members(name) if kind == "claim" else ()
        if judged.value is None:
            schemes = [one.said.scheme for one in self._mine(thing, judged.scale, writer.by)]
            if not schemes:
                raise Unreadable(name, f"has no {judged.scale} of yours ({writer.by}) to take back")
            new = [Graded("", target, judged.scale, one, None, grounds, on) for one in dict.fromkeys(schemes)]
        else:
            scheme = scheme_for(judged.scale, judged.scheme, self.usual(judged.scale))
            value = value_of(judged.scale, scheme, judged.value)
            if judged.scale == "credibility" and value == CONFIRMED:
                check_confirmed(name, self._corroborations.of_claim(name), masked=judged.blind)
            new = [Graded("", target, judged.scale, scheme, value, grounds, on, judged.blind and not not_blind)]
        names = [_write(writer, one) for one in new]
        return thing, names[-1]

    def _mine(self, thing: Thing, scale: Scale, by: str) -> Iterator[_Given]:
        return (one for one in self.standing(thing.key) if one.shown.by == by and one.said.scale == scale)

    def _publisher(self, kind: Kind, name: str) -> str | None:
        """Whose a document or a statement is."""
        document = name if kind == "document" else self._document.get(name)
        return None if document is None else self._outlet.get(document)


def estimates(one: Appearance, publisher: str | None) -> Iterator[Hedged]:
    """In which words a statement's source, or its writer, says how sure it is."""
    writer = publisher or "the writer"
    for hedge in one.certainty.hedges:
        source = None if hedge.owner is None or hedge.owner >= len(one.chain) else one.chain[hedge.owner].source
        yield Hedged(hedge.text, writer if source is None else source.text, one.id, one.document)
    for link in one.chain:
        if link.degree in {"probable", "possible"} and link.cue is not None:
            yield Hedged(link.cue.text, writer if link.source is None else link.source.text, one.id, one.document)


def has_grades(ledger: Ledger) -> bool:
    """Whether anybody ever graded anything: what shows grades looks no further where nobody did."""
    return next(ledger.entries(Graded), None) is not None


def _shown(said: Graded, by: str, told: str, at: str) -> Grade:
    withdrawn = said.value is None
    words = f"{said.scale} taken back" if said.value is None else words_of(said.scale, said.scheme, said.value)
    value = said.value if is_grade(said.value) else None
    return Grade(said.grade, said.scale, said.scheme, value, words, by, told, at, said.grounds, said.blind, withdrawn)


def _write(writer: Writer, said: Graded) -> str:
    name = writer.name("g", said.target, said.scale, said.scheme, said.value or "")
    writer.append(replace(said, grade=name))
    return name
