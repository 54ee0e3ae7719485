"""Until when something holds, as its source says or as a person judges, as a day: what has run out by then has to be asked about again.

What a source says and what a person judges stand beside each other; neither is ever made from the other, and nothing is reckoned from age.
"""

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

_SPOKEN = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s{0,3}(year|month|week|day)s?", re.IGNORECASE)
_LETTER = {"year": "Y", "month": "M", "week": "W", "day": "D"}


def duration_of(words: str) -> str | None:
    """A length of time of days or more as ISO 8601 writes it ("18 months" or "P18M" is P18M); None where it is none."""
    plain = words.strip()
    if (spoken := _SPOKEN.fullmatch(plain)) is not None:
        return f"P{spoken[1]}{_LETTER[spoken[2].lower()]}"
    written = plain.upper()
    return written if _days(written) is not None else None


def last_day(until: str | None, duration: str | None, since: str | None) -> date | None:
    """The last day on which something holds: the latest that an EDTF value allows, or that of a length of time from a day on.

    None where neither is told, or the calendar ends before.
    """
    if until is not None:
        return _last_day(until)
    day = None if since is None else _last_day(since)
    days = None if duration is None else _days(duration)
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def ends(validity: Validity, published: str | None) -> date | None:
    """The last day on which it holds: the latest that its words allow; None where they do not tell.

    A length of time is taken to begin on the day of publication, since that is the last on which it can.
    """
    return last_day(validity.until, validity.duration, published)


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
