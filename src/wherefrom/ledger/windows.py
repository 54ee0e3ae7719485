"""Until when a source says that something holds, as a day: what has run out by then has to be asked about again."""

import re
from datetime import date, timedelta

from wherefrom.model import Validity
from wherefrom.reader.times.edtf import longest_month

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LENGTH = re.compile(
    r"P(?:(\d{1,4}(?:\.\d{1,4})?)Y)?(?:(\d{1,4}(?:\.\d{1,4})?)M)?(?:(\d{1,4}(?:\.\d{1,4})?)W)?(?:(\d{1,5}(?:\.\d{1,4})?)D)?(?:T.{0,40})?"
)
_DAYS = (365.25, 30.44, 7.0, 1.0)
_DECEMBER, _LAST_SEASON = 12, {21: 5, 22: 8, 23: 11, 24: 2, 33: 3, 34: 6, 35: 9, 36: 12, 40: 6, 41: 12}
"""The last month of a season, quarter or half of EDTF; a winter ends in the next year."""

WINTER = 24


def ends(validity: Validity, published: str | None) -> date | None:
    """The last day on which it holds: the latest that its words allow; None where they do not tell.

    A length of time is taken to begin on the day of publication, since that is the last on which it can.
    """
    if validity.until is not None:
        return _last_day(validity.until)
    day = None if published is None else _last_day(published)
    days = None if validity.duration is None else _days(validity.duration)
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _last_day(value: str) -> date | None:
    """The last day of what an EDTF value tells: of a month, a season, a year, an interval."""
    found = _DATE.match(value.rsplit("/", 1)[-1].strip("~?%"))
    if found is None:
        return None
    year, part, day = int(found[1]), int(found[2] or _DECEMBER), found[3]
    month = _LAST_SEASON.get(part, part)
    if part == WINTER:
        year += 1
    try:
        return date(year, month, int(day) if day else longest_month(str(year), month))
    except ValueError:
        return None


def _days(duration: str) -> int | None:
    found = _LENGTH.fullmatch(duration)
    if found is None or duration == "P":
        return None
    return round(sum(float(number) * days for number, days in zip(found.groups(), _DAYS, strict=True) if number))
