"""What somebody disclosed, item by item, and what became of it: values that `itemizing` makes and nobody adds up to a score."""

from dataclasses import dataclass
from typing import Literal

from wherefrom.judging.days import Order
from wherefrom.model import Conflict, ConflictValue, Nature, Spans, Stance, Words
from wherefrom.model.claim import Standing

Result = Literal[
    "confirmed",
    "contradicted",
    "both",
    "perhaps-confirmed",
    "perhaps-contradicted",
    "perhaps-both",
    "public-before",
    "cannot-be-tested",
    "open",
]
"""What became of an item as the program counts it, from what the documents tell; what people say of it stands beside that.

`perhaps`: it cannot be told whether whoever says so is another origin, speaks of the same thing, or came after it.
`public-before`: others told it, but only before. `open`: nobody else speaks of it.
"""

Timing = Literal["new", "public-before", "same-day", "unknown"]
"""Whether anything public told it before the party did; `unknown` where a date is missing or too coarse."""

Saying = Literal["said", "published"]
"""Which day it is: that on which the text says it was said, or that of the earliest publication."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement where it stands: its exact words, who published it when, and by whom it was passed on, the outermost first.

    `check`: it stands in an own check, which was never public.
    """

    statement: str
    document: str
    spans: Spans
    text: str
    outlet: str | None
    published: str | None
    through: tuple[str, ...]
    stance: Stance
    check: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """The day on which the party said it, as far as that is known; `words` are those of a `document` that tell it."""

    date: str | None
    how: Saying | None
    words: Words | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Public:
    """What was public of an item: since when and in which words (`first`, of the earliest), and whether that could be its source.

    `besides` are the figures of the party's own words that the earliest has not. `perhaps` were earlier and may be about something else:
    they count nowhere.
    """

    timing: Timing
    first: Told | None
    could_be_source: str
    besides: tuple[str, ...] = ()
    perhaps: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks for an item or against it, and does not have it from the party: `sure` that it is another origin, and when.

    `why` says why it is one, or why nobody can tell. `check`: it is known from an own check alone.
    """

    who: str
    sure: bool
    order: Order
    why: str
    told: tuple[Told, ...]
    check: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Values that cannot all hold (or, not `sure`, perhaps cannot): the party's and those of others, with their places."""

    conflict: str
    kind: str
    about: str
    why: str
    sure: bool
    own: tuple[ConflictValue, ...]
    others: tuple[ConflictValue, ...]

    @classmethod
    def of(cls, found: Conflict, own: tuple[ConflictValue, ...], others: tuple[ConflictValue, ...]) -> "Clash":
        """A clash of a conflict: sure where the values surely come from two origins and cannot all hold."""
        sure = found.cannot_all_hold is True and found.between == "origins"
        return cls(found.id, found.kind, found.about, found.why, sure, own, others)


@dataclass(frozen=True, slots=True)
class TakenAway:
    """A step in the claim's course that takes it back: corrected or withdrawn, by whom (`own`: by the party itself)."""

    status: Standing
    date: str | None
    own: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the party disclosed. Echoes of one statement are one item.

    `id` is the claim's, or the statement's where that bears on its claim only perhaps (`sure` is False). `told` are the party's words as
    they were heard, the earliest first; `repeated_by` are the outlets that have it from there, which makes it no firmer.
    """

    id: str
    claim: str
    text: str
    stance: Stance
    nature: Nature | None
    sure: bool
    told: tuple[Told, ...]
    when: When
    repeated_by: tuple[str, ...]
    public: Public
    supported: tuple[Voice, ...]
    opposed: tuple[Voice, ...]
    clashes: tuple[Clash, ...]
    taken_away: tuple[TakenAway, ...]
    result: Result
    why: str


@dataclass(frozen=True, slots=True)
class Relayed:
    """What the party passed on for somebody else, who answers for it: under one claim, with whose word it is."""

    claim: str
    whose: tuple[str, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Two statements of the party that differ: not `sure` where one of them is known from a retelling, or both may hold."""

    kind: Literal["stance", "value"]
    why: str
    sure: bool
    first: Told
    second: Told
    values: tuple[ConflictValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many items there are of a kind, and which: a number never stands without them."""

    of: str
    number: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vetting:
    """What a party disclosed: the items, what is known only from retellings (`retold`, in no count), and what it passed on for others.

    `results` and `timings` count the items; `caveats` are what the counts do not tell, one line each, where it applies.
    """

    items: tuple[Item, ...]
    retold: tuple[Item, ...]
    relayed: tuple[Relayed, ...]
    changed: tuple[Changed, ...]
    results: tuple[Count, ...]
    timings: tuple[Count, ...]
    caveats: tuple[str, ...]
