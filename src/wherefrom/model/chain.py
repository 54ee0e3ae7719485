"""Who passed a statement on: the links of a chain, outermost first, the origin last."""

from dataclasses import dataclass
from typing import Literal

from .span import Spans, Words
from .terms import Degree, Polarity

SourceKind = Literal["person", "organisation", "outlet", "document", "group"]

Act = Literal["says", "believes", "denies", "doubts", "intends", "asks", "discloses"]
"""What the source does with the content."""

Basis = Literal["stated", "relayed", "carried"]
"""How we know of a link: stated where the words stand; relayed where the source is one that was told; carried where
a passage goes on retelling a source without naming it again."""

KnowsBy = Literal["saw", "told", "document", "inferred", "leaked"]


@dataclass(frozen=True, slots=True)
class Number:
    """How many a source in the plural is: "three people" is at least 3 and exact."""

    at_least: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever is said to have said it: the words that name them and what these words tell.

    `named` is false for "officials", "a source", "reports". `number`, `knows_by` and `why_unnamed` are None where the
    text does not tell.
    """

    text: str
    spans: Spans
    kind: SourceKind
    named: bool
    parties: tuple[str, ...] = ()
    number: Number | None = None
    knows_by: KnowsBy | None = None
    why_unnamed: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain.

    `source` is None for a report without a source ("it was reported that"). `content` is everything this link
    governs, so that the outer statements of a nest can be recovered. `to` is who was told. `once`: the text says that
    the source no longer holds it, or only at first did.
    """

    source: Source | None
    cue: Words | None
    act: Act
    basis: Basis
    content: Spans
    to: Words | None = None
    polarity: Polarity = "positive"
    degree: Degree = "unspecified"
    once: bool = False
