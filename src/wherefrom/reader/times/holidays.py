"""Days with a name that fall by a fixed rule."""

import datetime as dt
from collections.abc import Callable, Mapping


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    days = epact + to_sunday - 7 * shift + 114
    return dt.date(year, days // 31, days % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> dt.date:
    """The `count`-th (-1: the last) such weekday of a month, Monday being 0; ValueError where there is none."""
    if count > 0:
        first = dt.date(year, month, 1)
        day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    else:
        after = dt.date(year + month // 12, month % 12 + 1, 1)
        day = after - dt.timedelta(days=1 + (after.weekday() - 1 - weekday) % 7)
    if day.month != month:
        raise ValueError(f"no weekday number {count} in {year}-{month:02d}")
    return day


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _floating(month: int, weekday: int, count: int) -> Callable[[int], dt.date]:
    return lambda year: nth_weekday(year, month, weekday, count)


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + dt.timedelta(days=days)


RULES: Mapping[str, Callable[[int], dt.date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year ' s eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "new year eve": _fixed(12, 31),
    "new year ' s day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "new year ' s": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "international workers ' day": _fixed(5, 1),
    "valentine ' s day": _fixed(2, 14),
    "valentines day": _fixed(2, 14),
    "saint patrick ' s day": _fixed(3, 17),
    "saint patrick": _fixed(3, 17),
    "st patrick ' s day": _fixed(3, 17),
    "st . patrick ' s day": _fixed(3, 17),
    "april fools ' day": _fixed(4, 1),
    "april fools day": _fixed(4, 1),
    "april fool ' s day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "juneteenth": _fixed(6, 19),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "4 th of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "veteran ' s day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "international women ' s day": _fixed(3, 8),
    "martin luther king day": _floating(1, 0, 3),
    "mlk day": _floating(1, 0, 3),
    "presidents day": _floating(2, 0, 3),
    "presidents ' day": _floating(2, 0, 3),
    "mother ' s day": _floating(5, 6, 2),
    "mothers day": _floating(5, 6, 2),
    "mothers ' day": _floating(5, 6, 2),
    "memorial day": _floating(5, 0, -1),
    "father ' s day": _floating(6, 6, 3),
    "fathers day": _floating(6, 6, 3),
    "labor day": _floating(9, 0, 1),
    "labour day": _floating(9, 0, 1),
    "columbus day": _floating(10, 0, 2),
    "thanksgiving": _floating(11, 3, 4),
    "thanksgiving day": _floating(11, 3, 4),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "whit monday": _from_easter(50),
}
"""From the name, as tokens with a blank between, to its day in a year; those of one country only are the United States'."""

BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""Names by their first token, as tokens, longest first."""
for _name in sorted(RULES, key=lambda name: (-len(name.split()), name)):
    BY_FIRST.setdefault(_name.split()[0], []).append((tuple(_name.split()), _name))
