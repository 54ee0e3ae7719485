"""Which tellings of a claim were the first."""

from collections.abc import Sequence

from wherefrom.comparing.drift.tellings import Relied
from wherefrom.model.claim import CARRYING

from .tellings import Telling


def first(day: Sequence[Telling], told: Sequence[Telling], relied: Relied) -> list[Telling]:
    """The tellings of the first day, without documents that rely on another of it, and what may be as early.

    `told` are all tellings. As early may be, as nobody can tell, what has only a month or a year in which this day lies;
    and what a document of that day relies on cannot have come after it.
    """
    documents = {one.name for one in day}
    later = {name for name in documents if any(on in documents for on in relied.on.get(name, {}) if on != name)}
    firsts = documents - later or documents  # if each relies on another, nobody can tell
    before = {on for name in documents for on in relied.on.get(name, {})} - documents
    found = [one for one in day if one.name in firsts]
    for one in told:
        early = one.name not in documents and _perhaps_first(one, day[0].when.date or "", before)
        if early and firsts.isdisjoint(relied.on.get(one.name, {})):
            found.append(one)
    return found


def date_of(tellings: Sequence[Telling]) -> str | None:
    """Of the dates of the first tellings the one that claims least: a month before a day in it."""
    dates = [one.when.date for one in tellings if one.when.date is not None]
    return min(dates, key=lambda date: (len(date), date), default=None)


def _perhaps_first(one: Telling, day: str, before: set[str]) -> bool:
    """Whether a telling of no certain day may be as early as those of the first day."""
    if one.stance not in CARRYING or one.when.is_day:
        return False
    date = one.when.date
    return one.name in before or (date is not None and day.startswith(date))
