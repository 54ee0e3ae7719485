"""Which of two documents is the earlier, as far as their dates tell."""

import re
from datetime import datetime
from typing import Literal

from wherefrom.model import Document

Order = Literal["earlier", "later", "unknown"]

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


def order_of(one: Document, other: Document) -> Order:
    """Whether `one` was published earlier or later than `other`; unknown where a date is missing or both are equal.

    Dates are compared as far as both go: "2016-02" and "2016-02-04" cannot be told apart. Two times of one day count
    where both state an offset from UTC or neither does.
    """
    if one.published is None or other.published is None:
        return "unknown"
    first, second = _day(one.published), _day(other.published)
    length = min(len(first), len(second))
    if length == 0:
        return "unknown"
    if first[:length] != second[:length]:
        return "earlier" if first < second else "later"
    return _by_the_clock(one.published, other.published)


def _day(published: str) -> str:
    found = _DATE.match(published)
    return "" if found is None else found.group()


def _by_the_clock(one: str, other: str) -> Order:
    if _TIME.match(one) is None or _TIME.match(other) is None:
        return "unknown"
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return "unknown"
    if (first.tzinfo is None) != (second.tzinfo is None) or first == second:
        return "unknown"
    return "earlier" if first < second else "later"
