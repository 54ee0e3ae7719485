"""What several appearances support, deny, doubt or pass on as rumour; where it comes from; what contradicts it."""

from dataclasses import dataclass
from typing import Literal

from .span import Span, Spans

Stance = Literal["supports", "denies", "doubts", "reports-as-rumour"]

CARRYING: frozenset[Stance] = frozenset({"supports", "reports-as-rumour"})
"""Stances that carry a claim on, on whatever word; the others are against it, or doubt it."""

Bearing = Literal["sure", "perhaps", "akin"]
"""Surely about the claim, so that its source counts as an origin; nearest to this claim, and perhaps about something else;
nearest to another claim, and akin to this one. On the labelled stories 76, 53 and 20 in 100 of their pairs with a sure one
of another document carry one claim (`benchmarks.comparing`)."""

Standing = Literal["first-reported", "repeated", "hardened", "doubted", "denied", "confirmed", "corrected", "withdrawn"]

ConflictKind = Literal["value", "date", "place", "name", "polarity"]


@dataclass(frozen=True, slots=True)
class Membership:
    """An appearance's place under a claim: `id` is the appearance's.

    `bearing` is how surely it bears on this claim. The JSON format has no place for it.
    """

    id: str
    stance: Stance
    bearing: Bearing = "sure"


@dataclass(frozen=True, slots=True)
class Root:
    """One origin of a claim: the parties, the appearances that go back to it, and why they do."""

    label: str
    parties: tuple[str, ...]
    appearances: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins support a claim; `at_most` is None when nothing bounds it. `against` denies it."""

    at_least: int
    at_most: int | None
    roots: tuple[Root, ...]
    against: tuple[Root, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A step in how a claim stood over time; `because` holds ids of appearances."""

    date: str | None
    status: Standing
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What several appearances have in common; `text` is an extract, never invented words."""

    id: str
    text: str
    appearances: tuple[Membership, ...]
    origins: Origins
    status: tuple[StatusChange, ...]


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values that differ."""

    document: str
    appearance: str | None
    spans: Spans
    value: str | float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that differ: they cannot all hold, or (`cannot_all_hold` None) perhaps can."""

    id: str
    claim: str | None
    kind: ConflictKind
    about: str
    cannot_all_hold: Literal[True] | None
    between: Literal["origins", "echoes", "unknown"]
    why: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Reliance:
    """A document that rests on an earlier one, or on an outlet (`on` is a document's id or an outlet's name)."""

    document: str
    on: str
    how: Literal["cites", "copies", "echoes", "version-of"]
    spans: tuple[Span, ...]
    why: str
