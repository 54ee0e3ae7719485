"""Times as stretches of days, for asking whether two can be one: June 21 lies in June, Friday is no Wednesday.

EDTF is read as the reader writes it (`wherefrom.reader.times.edtf`). What nothing certain is known of fits everything.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from wherefrom.model import Time
from wherefrom.reader import lexicon

_DATE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?]?)")
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
"""The months of seasons (of the northern half of the earth, and of the press that writes English), quarters and halves."""
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)?", re.IGNORECASE
)
_ZONE = re.compile(r"\b(?:GMT|UTC|[A-Z]{1,2}[SD]T|BST|CET|CEST|local)\b")
_WEEKDAY = re.compile(r"\b(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\b", re.IGNORECASE)
_ROUGH = {"year": 366, "month": 31, "day": 3}
"""Days by which a time marked as rough may be off, by how finely it is told."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, as ordinals; None for an end that is open.

    `month` and `day` are told without a year where `first` and `last` are None; `minutes` is a time of day; `weekday`
    a day of the week without a date (Monday is 0). `whole` tells whether both ends are given.
    """

    first: int | None = None
    last: int | None = None
    month: int | None = None
    day: int | None = None
    minutes: int | None = None
    weekday: int | None = None
    half_open: bool = False
    zone: str | None = None

    @property
    def dated(self) -> bool:
        """Whether it lies in the calendar with both its ends."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int:
        """How many days it holds, where both ends are known."""
        return self.last - self.first + 1 if self.first is not None and self.last is not None else 10**6

    def apart(self, other: "Period") -> bool:
        """Whether they cannot be one time."""
        if self.minutes is not None and other.minutes is not None and not (self.dated and other.dated):
            return self._clocks_apart(other)
        if self.weekday is not None or other.weekday is not None:
            return _weekdays_apart(self, other)
        if self.month is not None or other.month is not None:
            return _yearless_apart(self, other)
        return _spans_apart(self, other)

    def _clocks_apart(self, other: "Period") -> bool:
        if self.zone != other.zone or self.minutes is None or other.minutes is None:
            return False
        if self.half_open or other.half_open:
            return self.minutes % 720 != other.minutes % 720
        return self.minutes != other.minutes


def _spans_apart(one: Period, other: Period) -> bool:
    for first, second in ((one, other), (other, one)):
        if first.last is not None and second.first is not None and first.last < second.first:
            return True
    return False


def _weekdays_apart(one: Period, other: Period) -> bool:
    if one.weekday is not None and other.weekday is not None:
        return one.weekday != other.weekday
    bare, dated = (one, other) if one.weekday is not None else (other, one)
    if not dated.dated or dated.days > 6 or dated.first is None:
        return False
    return all((dated.first - 1 + more) % 7 != bare.weekday for more in range(dated.days))


def _yearless_apart(one: Period, other: Period) -> bool:
    bare, against = (one, other) if one.month is not None else (other, one)
    if against.month is not None:
        return bare.month != against.month or (
            bare.day is not None and against.day is not None and bare.day != against.day
        )
    if not against.dated or against.days > 366 or against.first is None:
        return False
    days = (date.fromordinal(against.first + more) for more in range(against.days))
    return not any(day.month == bare.month and bare.day in (None, day.day) for day in days)


def period(time: Time) -> Period | None:
    """The stretch of days, the time of day or the day of the week that a time tells; None for lengths and repetitions."""
    return _spoken(time.text) if time.value is None else period_of(time.value)


def period_of(value: str) -> Period | None:
    """The stretch that a value in EDTF tells."""
    if value.startswith(("P", "R")):
        return None
    first, slash, last = value.partition("/")
    begin = _ends(first)
    finish = _ends(last) if slash else begin
    if begin is None or finish is None:
        return None
    if begin.month is not None or finish.month is not None:
        return begin if not slash else None
    minutes = begin.minutes if not slash else None
    return Period(begin.first, finish.last, minutes=minutes) if (begin.first, finish.last) != (None, None) else None


def _ends(text: str) -> Period | None:
    """A date or one end of an interval."""
    if text == "..":
        return Period()
    day, _, clock = text.partition("T")
    match = _DATE.fullmatch(day)
    if match is None:
        return None
    minutes = int(clock[:2]) * 60 + int(clock[3:5]) if clock else None
    if match["year"] == "XXXX":
        month = int(match["month"] or 0)
        return Period(month=month, day=int(match["day"]) if match["day"] else None) if 1 <= month <= 12 else None
    span = _days(match)
    if span is None:
        return None
    fine = "day" if match["day"] else "month" if match["month"] else "year"
    slack = _ROUGH[fine] if match["mark"] else 0
    return Period(span[0] - slack, span[1] + slack, minutes=minutes)


def _days(match: re.Match[str]) -> tuple[int, int] | None:
    """The first and last day of a date, as ordinals."""
    first, last = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if not 1 <= first <= last < 9999:
        return None
    if match["month"] is None:
        return date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    month = int(match["month"])
    if match["day"] is not None:
        try:
            day = date(first, month, int(match["day"])).toordinal()
        except ValueError:
            return None
        return day, day
    begin, end = _SEASONS.get(month, (month, month))
    if not 1 <= begin <= 12:
        return None
    year, end = (last, end) if end <= 12 else (last + 1, end - 12)
    return date(first, begin, 1).toordinal(), date(year, end, calendar.monthrange(year, end)[1]).toordinal()


def _spoken(text: str) -> Period | None:
    """What the words alone tell, where the day cannot be told: "Friday", "3.40 a.m."."""
    clock = _CLOCK.search(text)
    if clock is not None and (clock["minute"] or clock["half"]) and int(clock["hour"]) < 24:
        hour, half = int(clock["hour"]), (clock["half"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        zone = _ZONE.search(text)
        open_half = not half and 0 < hour < 12 and not clock["hour"].startswith("0")
        return Period(minutes=hour * 60 + int(clock["minute"] or 0), half_open=open_half, zone=zone and zone.group())
    day = _WEEKDAY.search(text)
    if day is not None:
        names = [name[:3] for name in lexicon.WEEKDAYS]
        return Period(weekday=names.index(day[1].lower()[:3]))
    return None
