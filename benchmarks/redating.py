"""The dates of a story, all of them so many days later: in its text, and in what was read of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from wherefrom.reader.lexicon import MONTHS, WEEKDAYS

_NUMBERS = {form: number for number, name in enumerate(MONTHS, start=1) for form in (name, name[:3])} | {"sept": 9}
_NAME = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_TOLD = re.compile(
    rf"\b(?:(?P<month>{_NAME})\b\.?\s(?P<day>[0-3]?\d)|(?P<first>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<then>{_NAME}))\b"
    r"(?![.,:]\d)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<lone>{_NAME})\b|\b(?P<alone>(?:19|20)\d\d)\b(?![.,]?\d)",
    re.IGNORECASE,
)
_EDTF = re.compile(r"(?<![\d:T-])(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?![\d:])")

_ANY_YEAR = 2023
"""Stands for a year that is not told."""

Kind = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Site:
    """A word or number that is part of a date: which part, and of which date."""

    kind: Kind
    date: date
    word: str


def sites(text: str, published: str | None) -> Mapping[int, Site]:
    """The parts of all dates in a text, by where they begin; a date without a year is of the year of publication."""
    year = int(published[:4]) if published else _ANY_YEAR
    return {start: site for match in _TOLD.finditer(text) for start, site in _sites(match, year)}


def _sites(match: "re.Match[str]", year: int) -> Iterator[tuple[int, Site]]:
    held = {name: word for name, word in match.groupdict().items() if word}
    kinds: dict[str, Kind] = {"month": "month", "then": "month", "lone": "month", "day": "day", "first": "day"}
    if held.get("lone") and (not held["lone"][0].isupper() or held["lone"].lower() == "may"):
        return  # "march", "may"
    month = _NUMBERS[next((held[name] for name in ("month", "then", "lone") if name in held), "jul").lower()]
    told = int(next((held[name] for name in ("year", "alone") if name in held), year))
    day = int(next((held[name] for name in ("day", "first") if name in held), 15))
    when = _date(told, month, day)
    for name, word in held.items():
        if when is not None:
            yield match.start(name), Site(kinds.get(name, "year"), when, word)


class Dates:
    """Dates so many days later."""

    def __init__(self, days: int) -> None:
        self._days = days

    def part(self, site: Site) -> str:
        """What stands for a part of a date."""
        new = site.date + timedelta(self._days)
        if site.kind == "day":
            return str(new.day)
        if site.kind == "year":
            return str(new.year)
        name = MONTHS[new.month - 1].capitalize()
        name = name if len(site.word) > 4 else name[:3]
        return name.upper() if site.word.isupper() else name

    def weekday(self, name: str) -> str:
        """The day of the week, written alike."""
        new = WEEKDAYS[(WEEKDAYS.index(name.lower()) + self._days) % len(WEEKDAYS)]
        return new.upper() if name.isupper() else new.capitalize() if name[0].isupper() else new

    def moment(self, edtf: str) -> str:
        """Every date in it so many days later; a month or year is the one in which its middle then lies."""
        return _EDTF.sub(self._moved, edtf)

    def _moved(self, match: "re.Match[str]") -> str:
        year, month, day = match["year"], match["month"], match["day"]
        if year == "XXXX" and month is None:
            return match.group()
        told = _date(_ANY_YEAR if year == "XXXX" else int(year), int(month or 7), int(day or 15))
        if told is None:  # a season
            return str(int(year) + self._days // 365) + match.group()[4:] if year != "XXXX" else match.group()
        new = told + timedelta(self._days)
        parts = ["XXXX" if year == "XXXX" else f"{new.year:04}", f"{new.month:02}", f"{new.day:02}"]
        return "-".join(parts[: 1 + (month is not None) + (day is not None)])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
