"""What the words for a time say, before it is known when they were written."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]

Pin = Literal["published", "before"]
"""What a relative time counts from: the day of publication, or the last time told before in the stretch."""

Way = Literal["last", "this", "next"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by the calendar, as far as it is given.

    `year` may hold "X" for a digit left open; `month` may be a season, quarter or half by its EDTF number; `weekday`
    (Monday is 0) only confirms. `of` is where the year is taken from ("June last year").
    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Near:
    """A month, season or holiday beside a word such as "last": "next June"."""

    of: "Calendar | Holiday"
    way: Way


@dataclass(frozen=True, slots=True)
class Shift:
    """The period of this unit that lies `count` further: "last week" is the week -1."""

    unit: Unit
    count: int
    pin: Pin = "published"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); `week` is the week it lies in, if told."""

    day: int
    way: Way | Literal["coming"] | None = None
    week: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name; `year` where it is told."""

    name: str
    year: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The `count`-th (-1: last) week or day of the week ("0" to "6") in a period: "first Monday of June"."""

    count: int
    unit: str
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Moved:
    """A length of time before (negative) or after another time."""

    unit: Unit
    count: float
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Lately:
    """The last (negative) or next so many units up to, or from, the day of publication."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, in 24 hours; `utc` where the text says GMT or UTC."""

    hour: int
    minute: int = 0
    second: int = 0
    utc: bool = False
    open: bool = False
    """Whether morning or evening is left open."""


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day; `last` is the end of a stretch of hours."""

    day: "Meaning | None"
    clock: Clock
    last: Clock | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Open:
    """Before or after a time; `strict` where the time itself is left out ("before 2014")."""

    side: Literal["from", "to"]
    of: "Meaning"
    strict: bool = False
    held: bool = False
    """Whether it tells since when or until when something holds."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that nothing can change: a length of time, a repetition, or none that can be told."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Loose:
    """About ("~") or perhaps ("?") a time."""

    of: "Meaning"
    mark: Literal["~", "?"]


Meaning = Calendar | Near | Shift | Weekday | Holiday | Nth | Moved | Lately | At | Range | Open | Given | Loose
