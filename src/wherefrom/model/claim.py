"""What several appearances support, deny, doubt or pass on as rumour; where it comes from; what contradicts it."""

from dataclasses import dataclass
from typing import Literal

from .span import Span, Spans

Stance = Literal["supports", "denies", "doubts", "reports-as-rumour"]

Standing = Literal["first-reported", "repeated", "hardened", "doubted", "denied", "confirmed", "corrected", "withdrawn"]

ConflictKind = Literal["value", "date", "place", "name", "polarity"]


@dataclass(frozen=True, slots=True)
class Membership:
    """An appearance's place under a claim: `id` is the appearance's."""

    id: str
    stance: Stance


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
