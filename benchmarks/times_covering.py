"""What a value of a time covers: moments, days and lengths, to compare values that are written in different ways."""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

Moment = dt.date | dt.datetime

Found = tuple[int, int, str | dt.datetime | None]
"""Where a time was found, and its value: ours as text, dateparser's as a moment."""

Finder = Callable[[str, Moment | None], list[Found]]
"""What finds the times of a text that is written at a moment."""

DAY = dt.timedelta(days=1)

_PARTS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)


@dataclass(frozen=True, slots=True)
class Cover:
    """From `first` up to, not including, `after`, None where an end is open; equal ends are one moment.

    For an interval of two times `first_end` is where the first of them ends, and `last` where the last begins.
    """

    first: dt.datetime | None
    after: dt.datetime | None
    first_end: dt.datetime | None = None
    last: dt.datetime | None = None

    def same(self, other: "Cover") -> bool:
        """Whether they are the same, the other's end being with or without its last day, month or year."""
        if self.first != other.first:
            return False
        return self.after == other.after or (other.after is not None and self.last == other.after)

    def holds(self, moment: dt.datetime) -> bool:
        """Whether a moment lies in it."""
        if self.first is not None and self.first == self.after:
            return moment == self.first
        return (self.first is None or self.first <= moment) and (self.after is None or moment < self.after)

    def ends_hold(self, other: "Cover") -> bool:
        """Whether the other begins in the first of our two times and ends in the last."""
        if None in (self.first, self.first_end, self.last, self.after, other.first, other.after):
            return False
        return self.first <= other.first < self.first_end and self.last <= other.after <= self.after  # type: ignore[operator]


def cover(value: str) -> Cover | None:
    """What a value in EDTF covers; None for lengths, repetitions and what leaves the year open."""
    first, slash, last = value.partition("/")
    if first[:1] in {"P", "R"} or (not slash and first in _OPEN):
        return None
    start, end = _single(first), _single(last if slash else first)
    if (start is None and first not in _OPEN) or (end is None and (last if slash else first) not in _OPEN):
        return None
    if start is None or end is None:
        return Cover(start and start[0], end and end[1], start and start[1], end and end[0])
    return Cover(start[0], end[1], start[1], end[0])


_OPEN = frozenset({"", ".."})


def _single(text: str) -> tuple[dt.datetime, dt.datetime] | None:
    text = text.rstrip("~?")
    try:
        if "T" in text:
            moment = dt.datetime.fromisoformat(text.removesuffix("Z"))
            return moment, moment
        return _days(text)
    except ValueError:
        return None


def _days(text: str) -> tuple[dt.datetime, dt.datetime]:
    parts = text.split("-")
    low, high = int(parts[0].replace("X", "0")), int(parts[0].replace("X", "9"))
    if len(parts) == 1:
        return _midnight(low, 1, 1), _midnight(high, 12, 31) + DAY
    month = int(parts[1])
    first, last = _months(month)
    if len(parts) == 3:
        day = _midnight(low, month, int(parts[2]))
        return day, day + DAY
    return _midnight(low, first, 1), _midnight(high, last, calendar.monthrange(high, last)[1]) + DAY


def _midnight(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime.combine(dt.date(year, month, day), dt.time())


def _months(month: int) -> tuple[int, int]:
    if 33 <= month <= 36:
        return 3 * (month - 33) + 1, 3 * (month - 33) + 3
    if month in {40, 41}:
        return 6 * (month - 40) + 1, 6 * (month - 40) + 6
    return _PARTS.get(month, (month, month))


def whole(start: dt.datetime, timex: str) -> Cover:
    """The whole of the day, week, month or year that a part of it begins in, by the shape of its timex."""
    day = dt.datetime.combine(start.date(), dt.time())
    if re.fullmatch(r"[\dX]{4}-W.*", timex) and not timex.startswith("XXXX-WXX-"):
        monday = day - day.weekday() * DAY
        return Cover(monday, monday + 7 * DAY)
    if re.fullmatch(r"[\dX]{4}-\d{2}", timex):
        found = cover(f"{day.year:04d}-{day.month:02d}")
    elif re.fullmatch(r"[\dX]{4}", timex):
        found = cover(f"{day.year:04d}")
    else:
        found = Cover(day, day + DAY)
    return found or Cover(day, day + DAY)


def length(value: str) -> tuple[float, float] | None:
    """A length of time as months and seconds, which do not mix; None for what is none."""
    match = _LENGTH.fullmatch(value)
    if match is None or len(value) < 3:
        return None
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return years * 12 + months, ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds
