"""Questions with their hypotheses and what people said of evidence under them: entries, folded as of a moment into a matrix.

What is said of evidence is anchored at the statement that came first in its column on that day. Whatever column that statement stands in later has
it: when columns join, ratings given on either are on the joined one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from wherefrom.comparing.pipeline import claim_id
from wherefrom.judging.weighing import (
    Declined,
    Discount,
    Evidence,
    Hypothesis,
    Matrix,
    Question,
    Rating,
    Source,
    Weighed,
    matrix,
)
from wherefrom.model import Findings, Party, Unreadable
from wherefrom.model.entry import Adduced, Discounted, Entry, Posed, Rated, Said, Supposed, Target

from .arrivals import Arrivals
from .file import Ledger
from .targets import Anchors
from .views import findings

T = TypeVar("T")

SAID = (Posed, Supposed, Adduced, Discounted, Rated)
"""What is said under questions."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in short: how many hypotheses it has, how many claims and statements were adduced, and who rated any."""

    id: str
    text: str
    by: str
    at: str
    hypotheses: int
    evidence: int
    raters: tuple[str, ...]


def matrix_of(ledger: Ledger, question: str, as_of: str | None = None) -> Matrix:
    """A question's matrix as it was at a moment; raises Unreadable where there was no such question then."""
    return matrix_at(ledger, question, findings(ledger, as_of), ledger.seq_at(as_of))


def matrix_at(ledger: Ledger, question: str, held: Findings, seq: int) -> Matrix:
    """The same at an entry, for findings of that entry."""
    return matrix(held, weighed(ledger, question, held, seq))


def weighed(ledger: Ledger, question: str, held: Findings, seq: int) -> Weighed:
    """What people said under a question up to an entry, by the ids that things have in the findings of that entry."""
    surely = frozenset(
        (one.id, claim.id) for claim in held.claims for one in claim.appearances if one.bearing == "sure"
    )
    fold = _Fold(question, Anchors.of(held), {one.id: one for one in held.parties}, surely)
    for told, entry in _told(ledger, seq):
        fold.take(told, entry.by, entry.said)
    if fold.question is None:
        raise Unreadable(question, "is no question of this ledger")
    return fold.weighed(fold.question)


def questions(ledger: Ledger, as_of: str | None = None) -> tuple[QuestionLine, ...]:
    """The questions that there were at a moment, in the order in which they were asked."""
    found: dict[str, _Count] = {}
    for told, entry in _told(ledger, ledger.seq_at(as_of)):
        said = entry.said
        if isinstance(said, Posed):
            found.setdefault(said.question, _Count(said.text, entry.by, told))
        elif (name := getattr(said, "question", None)) in found:
            found[name].take(entry.by, said)
    return tuple(one.line(name) for name, one in found.items())


def _told(ledger: Ledger, seq: int) -> Iterator[tuple[str, Entry]]:
    """What was said under questions, each with when it was; once, though it came in by two ways."""
    arrivals = Arrivals.of(ledger)
    seen: set[str] = set()
    for entry in sorted(ledger.entries(*SAID, until=seq), key=arrivals.in_time):
        if (identity := arrivals.identity(entry)) not in seen:
            seen.add(identity)
            yield arrivals.told(entry), entry


@dataclass(slots=True)
class _Count:
    """What there is under a question, without looking at the findings."""

    text: str
    by: str
    at: str
    hypotheses: set[str] = field(default_factory=set)
    evidence: set[object] = field(default_factory=set)
    rated: set[tuple[str, object]] = field(default_factory=set)

    def take(self, by: str, said: Said) -> None:
        match said:
            case Supposed():
                (self.hypotheses.discard if said.dropped else self.hypotheses.add)(said.hypothesis)
            case Adduced():
                key = (said.target.kind, said.target.document, said.target.spans)
                (self.evidence.add if said.verb == "adds" else self.evidence.discard)(key)
            case Rated():
                cell = (by, (said.hypothesis, said.target, said.origin))
                (self.rated.discard if said.consistency is None else self.rated.add)(cell)
            case _:
                pass

    def line(self, name: str) -> QuestionLine:
        raters = tuple(sorted({by for by, _ in self.rated}))
        return QuestionLine(name, self.text, self.by, self.at, len(self.hypotheses), len(self.evidence), raters)


@dataclass(slots=True)
class _Fold:
    """What stands under a question after each entry, in the order in which it was said; what no longer stands is taken out again."""

    name: str
    anchors: Anchors
    parties: dict[str, Party]
    surely: frozenset[tuple[str, str]]
    """Statements, each with the claim that it surely bears on."""
    question: Question | None = None
    supposed: dict[str, Hypothesis] = field(default_factory=dict)
    dropped: dict[str, Declined] = field(default_factory=dict)
    adduced: dict[object, Evidence | str] = field(default_factory=dict)
    ratings: dict[object, Rating] = field(default_factory=dict)
    discounts: dict[object, Discount] = field(default_factory=dict)

    def take(self, told: str, by: str, said: Said) -> None:
        """Take what somebody said then."""
        if getattr(said, "question", None) != self.name:
            return
        match said:
            case Posed() if self.question is None:
                about = tuple(self.anchors.resolved(one) for one in said.targets)
                self.question = Question(said.question, said.text, by, told, about)
            case Supposed():
                self._suppose(told, by, said)
            case Adduced():
                self._adduce(said)
            case Discounted():
                statement, source = self._statement(said.target), self._source_key(said.origin)
                one = Discount(statement, source, by, told, said.diagnosticity, said.why)
                _put(self.discounts, (by, statement, source), one)
            case Rated():
                self._rate(told, by, said)
            case _:
                pass

    def weighed(self, question: Question) -> Weighed:
        """What stands now."""
        return Weighed(
            question=question,
            hypotheses=tuple(one for one in self.supposed.values() if one.id not in self.dropped),
            declined=tuple(self.dropped.values()),
            adduced=tuple(one for one in self.adduced.values() if isinstance(one, Evidence)),
            ratings=tuple(self.ratings.values()),
            discounts=tuple(self.discounts.values()),
            lost=tuple(one for one in self.adduced.values() if isinstance(one, str)),
        )

    def _suppose(self, told: str, by: str, said: Supposed) -> None:
        source = self._source(said.target)
        if said.dropped:
            self.dropped[said.hypothesis] = Declined(said.kind, said.text, by, told, said.why, source)
            return
        self.dropped.pop(said.hypothesis, None)
        known = self.supposed.get(said.hypothesis)
        name = f"H{len(self.supposed) + 1}" if known is None else known.name
        self.supposed[said.hypothesis] = Hypothesis(
            said.hypothesis, name, said.text, said.kind, by, told, said.why, source
        )

    def _adduce(self, said: Adduced) -> None:
        found, target = self._evidence(said.target), said.target
        key = (target.kind, target.document, target.spans) if found is None else found
        if said.verb == "drops":
            self.adduced.pop(key, None)
        elif found is None:
            self.adduced.setdefault(key, target.id)
        else:
            self.adduced.setdefault(key, Evidence("claim" if target.kind == "claim" else "appearance", found))

    def _evidence(self, target: Target) -> str | None:
        """What was adduced, by its id today; None where the words of a claim bear on none for sure and name none: it is none that it is near to."""
        found = self.anchors.resolved(target)
        if target.kind != "claim" or found is None:
            return found
        named = replace(target, kind="appearance", id=f"a{target.id.removeprefix('c')}")
        statement = self.anchors.resolved(named)
        # A claim is named after its earliest statement, which may bear on it less surely than later ones do.
        own = statement is not None and found == claim_id(statement)
        return found if own or (statement, found) in self.surely else None

    def _rate(self, told: str, by: str, said: Rated) -> None:
        statement, source = self._statement(said.target), self._source_key(said.origin)
        key = (by, said.hypothesis, statement, source)
        if said.consistency is None:
            self.ratings.pop(key, None)
        else:
            one = Rating(said.hypothesis, statement, source, by, told, said.consistency, said.why)
            _put(self.ratings, key, one)

    def _statement(self, target: Target) -> str:
        """The statement's id today, else what it was called: that is no statement then."""
        return self.anchors.resolved(target) or target.id

    def _source(self, target: Target | None) -> Source | None:
        """Who would deceive or be wrong, as they are called today."""
        if target is None:
            return None
        party = self.parties.get(self.anchors.resolved(target) or "")
        if party is not None:
            return Source(party.name, "named" if party.named else "not-named", (party.id,))
        return Source(target.id, "own-word", ()) if target.document is None else None

    def _source_key(self, target: Target | None) -> str | None:
        if target is None:
            return None
        return self.anchors.resolved(target) or (target.id.casefold() if target.document is None else None)


def _put(held: dict[object, T], key: object, one: T) -> None:
    """Put in what was said last, after all else."""
    held.pop(key, None)
    held[key] = one
