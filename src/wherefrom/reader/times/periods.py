"""Periods of the calendar and steps between them; ValueError or OverflowError beyond the years 1 to 9999."""

import calendar
import datetime as dt
from dataclasses import dataclass

from . import edtf
from .meaning import Unit

Moment = dt.date | dt.datetime

MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved time: as it is written, and its first and last day where they are known."""

    text: str | None
    first: dt.date | None = None
    last: dt.date | None = None
    told: bool = False
    """Whether the text gave the date in full, without counting from the day of publication."""


NOTHING = Value(None)


def day_of(moment: Moment) -> dt.date:
    """The day of a date or of a date with its hour."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def month_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of the month where it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    month += 1
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year}")
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def stepped(day: dt.date, unit: Unit, count: int) -> dt.date:
    """The day so many whole units later; hours and less count as none."""
    if abs(count) > 100_000:
        raise ValueError(f"{count} units")
    if unit in MONTHS:
        return month_after(day, MONTHS[unit] * count)
    return day + dt.timedelta(days=_DAYS.get(unit, 0) * count)


def later_moment(moment: dt.datetime, unit: Unit, count: float) -> dt.datetime:
    """So many hours, minutes or seconds later."""
    return moment + dt.timedelta(seconds=_SECONDS[unit] * min(count, 10**9))


def period(day: dt.date, unit: Unit) -> Value:
    """The period of this unit that the day lies in."""
    if unit == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return days(monday, monday + dt.timedelta(days=6))
    if unit == "weekend":
        saturday = day + dt.timedelta(days=5 - day.weekday())
        return days(saturday, saturday + dt.timedelta(days=1))
    year = f"{day.year:04d}"
    longer = {"quarter": (year, 33 + (day.month - 1) // 3), "decade": (f"{year[:3]}X", None)}
    longer |= {"century": (f"{year[:2]}XX", None), "year": (year, None), "month": (year, day.month)}
    return dated(*longer[unit], None) if unit in longer else dated(year, day.month, day.day)


def days(first: dt.date, last: dt.date) -> Value:
    """From one day to another, both included."""
    return Value(edtf.interval(first.isoformat(), last.isoformat()), first, last)


def dated(year: str | None, month: int | None, day: int | None) -> Value:
    """A calendar date, as far as it is known."""
    text = edtf.calendar_text(year, month, day)
    if text is None or year is None or year.startswith(("XX", "-", "0000")):
        return Value(text)
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low == 0:
        return Value(text)
    months = _months(month)
    first = dt.date(low, months[0], day or 1)
    last = dt.date(high, months[1], day or calendar.monthrange(high, months[1])[1])
    return Value(text, first, last)


def _months(month: int | None) -> tuple[int, int]:
    """The first and last month of a month, season, quarter or half; seasons are those of the north, roughly."""
    if month is None:
        return 1, 12
    if month in edtf.SEASONS:
        return {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}[month]
    if month in edtf.QUARTERS:
        return 3 * (month - 33) + 1, 3 * (month - 33) + 3
    if month in edtf.HALVES:
        return 6 * (month - 40) + 1, 6 * (month - 40) + 6
    return month, month
