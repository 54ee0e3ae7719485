"""What each appearance has to do with the claim's positive sentence: supports, denies, doubts or passes on as rumour."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wherefrom.comparing.material import Material
from wherefrom.model import Stance

from . import vocabulary as words
from .bearing import Bearing
from .clauses import Clause
from .surroundings import sentence_before
from .taking import Position

Kind = Literal["content", "denial", "belief"]
"""What a claim is about: what the appearances say; that somebody denies a report; that somebody believes a denial, or does not
know."""

FAR_MORE = 2
"""How many times as many tell a claim in the negative as in the positive before these may be about another thing. With two, stances
over the labelled claims of nine stories stay as they are without this rule, and with a foreign appearance put under each claim
one in seventy of the retold ones gets better; with one, claims suffer that one party makes and several deny."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The stance of the appearance `id` towards a claim's positive sentence, and why."""

    id: str
    stance: Stance
    why: str


@dataclass(frozen=True, slots=True)
class Pole:
    """What a claim's positive sentence is like: told in the positive or (where nobody does so) in the negative.

    `affirmed` counts the appearances that carry it on, `assured` those of them that do not say that all is as it should be; `held`
    counts the appearances that have a stem.
    """

    sign: Literal[-1, 1]
    kind: Kind
    affirmed: int
    assured: int
    held: Counter[str]

    def clause_of(self, bearing: Bearing) -> Clause:
        """The clause of an appearance that has most in common with the other appearances."""
        if len(bearing.clauses) == 1:
            return bearing.clauses[0]
        return max(bearing.clauses, key=lambda one: (sum(self.held[stem] - 1 for stem in one.stems), one.sign == -1))

    def conditions(self, bearing: Bearing) -> bool:
        """Whether an appearance puts as a condition what others speak of."""
        return any(self.held[stem] > (stem in bearing.stems) for stem in bearing.condition)


def pole_of(bearings: Sequence[Bearing]) -> Pole:
    """What the positive sentence of the claim is like that these appearances bear on.

    If any of them puts it in the positive, or denies, doubts or passes on what is so put, then the sentence is positive, and those
    who tell it in the negative deny it; unless these are far more and have no word in common with the others: then they may be
    about another thing, and what most tell is the sentence.
    """
    held = Counter(stem for one in bearings for stem in one.stems)
    plain = Pole(1, "content", affirmed=0, assured=0, held=held)
    told = [(one, plain.clause_of(one)) for one in bearings if one.states]
    affirmed = [one for one, clause in told if clause.sign == 1 and _goes_on(one) and not clause.judged]
    return Pole(
        _sign(told),
        _kind(bearings, affirmed=len(affirmed), told=len(told)),
        affirmed=len(affirmed),
        assured=sum(not one.reassures for one in affirmed),
        held=held,
    )


def _goes_on(one: Bearing) -> bool:
    """Whether the claim goes on through an appearance, on somebody's word or as talk."""
    return one.taken.position in {"affirms", "passes-on"}


def _kind(bearings: Sequence[Bearing], *, affirmed: int, told: int) -> Kind:
    if sum(_is_denial(one) for one in bearings) > affirmed:
        return "denial"
    return "belief" if sum(one.taken.towards == "denial" for one in bearings) > told else "content"


def _sign(told: Sequence[tuple[Bearing, Clause]]) -> Literal[-1, 1]:
    positive = [one for one, clause in told if clause.sign == 1]
    negative = [clause for _, clause in told if clause.sign == -1]
    if not positive:
        return -1
    if FAR_MORE * len(positive) >= len(negative):
        return 1
    denied = frozenset[str]().union(*(clause.stems for clause in negative))
    return 1 if any(not denied.isdisjoint(one.stems) for one in positive) else -1


def _is_denial(one: Bearing) -> bool:
    """Whether an appearance tells of a denial, and not of what is denied."""
    return one.denial or (one.bare and one.taken.position == "denies")


_STANCES: dict[Position, Stance] = {
    "affirms": "supports",
    "denies": "denies",
    "doubts": "doubts",
    "withholds": "doubts",
    "passes-on": "reports-as-rumour",
}


def standpoints_of(material: Material, bearings: Sequence[Bearing], pole: Pole) -> tuple[Standpoint, ...]:
    """The stance of each appearance towards the positive sentence of the claim they come under."""
    return tuple(_standpoint(material, one, pole, alone=len(bearings) == 1) for one in bearings)


def _standpoint(material: Material, one: Bearing, pole: Pole, *, alone: bool) -> Standpoint:
    stance, why = _stance(one, pole)
    if stance == "supports" and pole.kind == "content" and one.appearance.chain and not alone:
        if one.reassures and pole.assured and pole.sign == 1:
            stance, why = "denies", "its source says that all is as it should be, where others claim the opposite"
        elif _after_denial(material, one):
            stance, why = "denies", "the sentence before tells of a denial, and this quotation goes on with it"
    return Standpoint(one.appearance.id, stance, why)


def _stance(one: Bearing, pole: Pole) -> tuple[Stance, str]:
    position, why = one.taken.position, one.taken.why
    if pole.kind == "denial" and (position == "denies" or one.denial):
        return "supports", "what is claimed is the denial itself"
    if pole.kind == "belief" and one.taken.towards == "denial":
        return "supports", "what is claimed is this very statement"
    return _against(one, pole) or (_STANCES[position], why)


def _against(one: Bearing, pole: Pole) -> tuple[Stance, str] | None:
    """How what is affirmed stands against the claim; None where it does not, or where the position alone decides."""
    if one.taken.position != "affirms":
        return None
    clause = pole.clause_of(one)
    if clause.judged and pole.affirmed:
        return "denies", "its words speak of it as false"
    if pole.conditions(one):
        return "doubts", "it is put as a condition and not as a fact"
    if one.denial:
        return "denies", "it tells of a denial"
    if clause.sign == -1 and pole.sign == 1 and not one.bare:
        return "denies", "it is told in the negative, and others tell it in the positive"
    return None


def _after_denial(material: Material, one: Bearing) -> bool:
    """Whether a quotation follows on a sentence that tells of a denial: "She denied it. “Everybody was paid,” she said"."""
    if one.appearance.quote != "direct":
        return False
    before = sentence_before(material.documents[one.appearance.document], one.appearance.spans[0])
    return words.DENIED_BESIDE.search(before) is not None
