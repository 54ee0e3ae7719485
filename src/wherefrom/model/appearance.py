"""Statements in a document: each the smallest that can be true or false by itself."""

from dataclasses import dataclass
from typing import Literal

from .chain import Link
from .document import BlockKind
from .span import Spans, Words
from .terms import Degree, Polarity

Nature = Literal["fact", "evaluation", "forecast", "rule", "intention"]

Quote = Literal["direct", "indirect", "mixed"]
"""Whether the content stands in quotation marks: wholly, not at all, or in part."""

Relation = Literal["=", "<", "<=", ">", ">=", "~", "range"]

TimeRole = Literal["event", "said", "held-from", "held-to", "valid-to"]


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that hold back from asserting, and whose they are.

    `owner` is None for the writer, else the place in the chain of the link that holds back.
    """

    text: str
    spans: Spans
    owner: int | None


@dataclass(frozen=True, slots=True)
class Certainty:
    """How firmly it is put, and the words that say so."""

    degree: Degree = "unspecified"
    hedges: tuple[Hedge, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the statement: `value` (to `high`, in a range) in `unit` of `of`; plain numbers, English singular."""

    text: str
    spans: Spans
    relation: Relation
    value: float | None
    high: float | None
    unit: str | None
    dimension: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time in the statement; `value` is EDTF (ISO 8601-2), None where it cannot be told."""

    text: str
    spans: Spans
    value: str | None
    role: TimeRole | None


@dataclass(frozen=True, slots=True)
class Validity:
    """For how long the source says it holds; owned like a hedge."""

    text: str
    spans: Spans
    until: str | None
    duration: str | None
    owner: int | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One statement in one document: the exact words, the chain behind them, and how firmly they are put.

    `chain` runs from the outermost link to the origin; empty means that the outlet vouches, or that no voice can be
    made out. What its own words tell, from `polarity` on, is empty until it has been read. `about` holds ids of parties.
    `unsure` names the fields that the reader doubts of its own work.
    """

    id: str
    document: str
    spans: Spans
    text: str
    block: BlockKind
    chain: tuple[Link, ...]
    polarity: Polarity = "positive"
    nature: Nature | None = None
    quote: Quote | None = None
    certainty: Certainty = Certainty()
    condition: Words | None = None
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    validity: Validity | None = None
    about: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
