"""Which of two dates was earlier, as far as they tell: a month is neither before nor after a day in it."""

import re
from datetime import date
from typing import Literal

from .shelf_life import last_day

Order = Literal["before", "same-time", "after", "unknown"]
"""How a day stands to another: `same-time` where both are one day, `unknown` where they do not tell which came first."""

Days = tuple[date, date]
"""The first and the last day that a date may mean."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
"""The first month of a season, quarter or half of EDTF (ISO 8601-2)."""


def days_of(value: str | None) -> Days | None:
    """The days that a date of ISO 8601 or EDTF may mean; None where there is none, or it has an open end."""
    first = None if value is None else _first_day(value)
    last = None if value is None else last_day(value, None, None)
    return None if first is None or last is None or last < first else (first, last)


def order(one: Days | None, other: Days | None) -> Order:
    """Whether one was before or after the other."""
    if one is None or other is None:
        return "unknown"
    if one[1] < other[0]:
        return "before"
    if one[0] > other[1]:
        return "after"
    return "same-time" if one == other and one[0] == one[1] else "unknown"


def _first_day(value: str) -> date | None:
    found = _DATE.match(value)
    if found is None:
        return None
    part = int(found[2] or 1)
    try:
        return date(int(found[1]), _FIRST_MONTHS.get(part, part), int(found[3] or 1))
    except ValueError:
        return None
