"""Values of times as they are written: EDTF, and the three forms of ISO 8601 beside it that this package needs.

EDTF (ISO 8601-2, levels 0 to 2 in part): "2015-06-05", "2015-06", "2015", "199X", "18XX", "XXXX-06", "2015-21" (spring)
to "2015-24" (winter), "2015-33" to "2015-36" (quarters), "2015-40" and "2015-41" (halves), "2015-06-05T10:30:00" with
"Z" where the text says so, a mark "~" (about) or "?" (perhaps) behind a date, intervals "2014/2016" and, with one end
open, "2014/.." and "../2016".

Not EDTF, but ISO 8601: durations "P2Y", repetitions "R/P1W", and intervals between times of day.
"""

import calendar
import re

_DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|XX\d[\dX]|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?]?)"
)
_MOMENT = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z)?")
_AMOUNT = r"\d{1,12}(?:\.\d{1,6})?"
_DURATION = re.compile(
    rf"P(?=[\dT])(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?"
    rf"(?:T(?=\d)(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?"
)

SEASONS = range(21, 25)
QUARTERS = range(33, 37)
HALVES = range(40, 42)


def is_edtf(value: str) -> bool:
    """Whether it is a value of this package: EDTF of the forms above, or one of the three forms of ISO 8601."""
    first, slash, last = value.partition("/")
    if first == "R" and slash:
        return _is_duration(last)
    if not slash:
        return _is_date(first) or _is_moment(first) or _is_duration(first)
    ends = [end for end in (first, last) if end != ".."]
    return bool(ends) and all(_is_date(end) or _is_moment(end) for end in ends)


def _is_duration(value: str) -> bool:
    return _DURATION.fullmatch(value) is not None


def _is_moment(value: str) -> bool:
    match = _MOMENT.fullmatch(value)
    return match is not None and _is_date(match["date"])


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    if match["month"] is None:
        return match["year"] not in {"XXXX", "-0000"}
    month, year = int(match["month"]), match["year"].removeprefix("-")
    if match["day"] is None:
        return 1 <= month <= 12 or month in SEASONS or month in QUARTERS or month in HALVES
    return 1 <= month <= 12 and 1 <= int(match["day"]) <= longest_month(year, month)


def longest_month(year: str, month: int) -> int:
    """Days of a month; of February 29 where the year, or a part of it, is not known."""
    return calendar.monthrange(int(year) if year.isdigit() and year != "0000" else 2000, month)[1]


def calendar_text(year: str | None, month: int | None, day: int | None) -> str | None:
    """A date as EDTF, "XXXX" for an unknown year; None where nothing is known or there is no such day."""
    if year is None and month is None:
        return None
    parts = [year or "XXXX", *(f"{part:02d}" for part in (month, day) if part is not None)]
    text = "-".join(parts)
    return text if _is_date(text) else None


def marked(text: str | None, mark: str) -> str | None:
    """A date, or both ends of an interval of dates, with "~" or "?" behind; what has no place for it stays as it is."""
    if text is None or "T" in text or text.startswith(("P", "R")):
        return text
    return "/".join(end if end == ".." or end[-1] in "~?" else end + mark for end in text.split("/"))


def interval(first: str | None, last: str | None) -> str | None:
    """From one to the other, both included; ".." for an open end. None where either is not known or no plain time."""
    if first is None or last is None or "/" in first + last or first[0] in "PR" or last[0] in "PR":
        return None
    return f"{first}/{last}" if first != last else first


def duration(amounts: list[tuple[str, float]]) -> str | None:
    """A length of time as ISO 8601, its parts given as units ("year" ... "second", "week") and amounts; None for none."""
    days = [
        _part(amounts, unit, letter) for unit, letter in (("year", "Y"), ("month", "M"), ("week", "W"), ("day", "D"))
    ]
    hours = [_part(amounts, unit, letter) for unit, letter in (("hour", "H"), ("minute", "M"), ("second", "S"))]
    time = "".join(hours)
    text = "P" + "".join(days) + (f"T{time}" if time else "")
    return text if _is_duration(text) and text != "P" else None


def _part(amounts: list[tuple[str, float]], unit: str, letter: str) -> str:
    total = sum(amount for name, amount in amounts if name == unit)
    if not total:
        return ""
    written = f"{total:.6f}".rstrip("0").rstrip(".")
    return f"{written}{letter}"
