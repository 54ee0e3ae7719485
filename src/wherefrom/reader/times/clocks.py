"""Times of day: "10:30am", "9 p.m.", "noon", "0300 GMT", "from 9 to 11 a.m."."""

from dataclasses import replace

from . import vocabulary
from .gates import remembered
from .meaning import Clock
from .tokens import Tokens

Found = tuple[Clock, int] | None

_NAMED = {"noon": 12, "midday": 12, "midnight": 0}


_OPENERS = frozenset({*_NAMED, *vocabulary.SMALL})


def clock_at(tokens: Tokens, place: int) -> Found:
    """A time of day and the place behind it; None where there is none."""
    if tokens.word(place) in _NAMED:
        return Clock(_NAMED[tokens.word(place)]), place + 1
    if tokens.digits(place) == 12 and tokens.word(place + 1) in _NAMED:
        return Clock(_NAMED[tokens.word(place + 1)]), place + 2
    found = _with_colon(tokens, place) or _hour(tokens, place) or _military(tokens, place)
    return None if found is None else _zoned(tokens, *found)


def _with_colon(tokens: Tokens, place: int) -> Found:
    """As "10:30", "22:30:05", "2.30pm"."""
    hour, minute = tokens.digits(place), tokens.digits(place + 2)
    mark = tokens.word(place + 1)
    if hour is None or minute is None or len(tokens.word(place)) > 2 or len(tokens.word(place + 2)) != 2:
        return None
    if not tokens.glued(place + 1) or not tokens.glued(place + 2) or mark not in {":", "."}:
        return None
    after, second = place + 3, 0
    if mark == ":" and tokens.word(after) == ":" and tokens.glued(after) and len(tokens.word(after + 1)) == 2:
        second, after = tokens.digits(after + 1) or 0, after + 2
    half = _half(tokens, after)
    if half is None and mark == ".":
        return None
    return _made(hour, minute, second, half, after)


def _hour(tokens: Tokens, place: int) -> Found:
    """As "9 p.m.", "9pm", "1140 a.m.", "3 o'clock"."""
    hour = tokens.digits(place)
    if hour is None and 1 <= vocabulary.SMALL.get(tokens.word(place), 0) <= 12:
        hour = vocabulary.SMALL[tokens.word(place)]
    if hour is None or tokens.word(place - 1) in {"$", "€", "£"}:
        return None
    minute = 0
    if len(tokens.word(place)) >= 3 and tokens.word(place).isdecimal():
        hour, minute = divmod(hour, 100)
    half = _half(tokens, place + 1)
    if half is not None:
        return _made(hour, minute, 0, half, place + 1)
    if tokens.at(place + 1, "o", "'", "clock"):
        return _made(hour, 0, 0, None, place + 4)
    return _made(hour, 0, 0, None, place + 2) if tokens.at(place + 1, "oclock") else None


def _military(tokens: Tokens, place: int) -> Found:
    """As "0300 GMT", "1430 hours"."""
    number, zone = tokens.digits(place), tokens.word(place + 1)
    if number is None or len(tokens.word(place)) != 4 or zone not in {"gmt", "utc", "hrs", "hours", "local"}:
        return None
    if (
        zone == "hours"
        and not tokens.word(place).startswith("0")
        and tokens.word(place - 1) not in {"at", "by", "from"}
    ):
        return None
    hour, minute = divmod(number, 100)
    return _made(hour, minute, 0, None, place + 1 if zone in {"gmt", "utc"} else place + 2)


def _half(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """As "am" or "pm", in any of its spellings."""
    word = tokens.word(place)
    if word in {"am", "pm"}:
        return word[0], place + 1
    if word in {"a", "p"} and tokens.at(place + 1, ".", "m"):
        return word, _behind_full_stop(tokens, place + 3)
    if word in {"a", "p"} and tokens.word(place + 1) == "m":
        return word, place + 2
    return None


def _behind_full_stop(tokens: Tokens, place: int) -> int:
    return place + 1 if tokens.word(place) == "." and tokens.glued(place) else place


def _made(hour: int, minute: int, second: int, half: tuple[str, int] | None, after: int) -> Found:
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour, after = hour % 12 + (12 if half[0] == "p" else 0), half[1]
    if hour > 23 or minute > 59 or second > 59:
        return None
    return Clock(hour, minute, second, open=half is None and hour <= 12), after


def _zoned(tokens: Tokens, clock: Clock, place: int) -> Found:
    word = place + 1 if tokens.word(place) == "(" and tokens.word(place + 2) == ")" else place
    zone = tokens.word(word)
    if zone not in vocabulary.ZONES or not tokens.capital(word):
        if zone == "local" and tokens.at(place + 1, "time"):
            return clock, place + 2
        return clock, place
    return replace(clock, utc=zone in {"gmt", "utc"}), word + 1 if word == place else word + 2


@remembered
def clocks_at(tokens: Tokens, place: int) -> tuple[Clock, Clock | None, int] | None:
    """A time of day or a stretch between two: the start, the end if there is one, and the place behind."""
    opened = tokens.skip(place, "from", "between")
    if not tokens.word(opened)[:1].isdigit() and tokens.word(opened) not in _OPENERS:
        return None
    start = clock_at(tokens, opened)
    loose = None if start is not None else _bare_hour(tokens, opened)
    if start is None and loose is None:
        return None
    clock, after = start or loose or (Clock(0), place)
    if tokens.word(after) in {"-", "--", "to", "until", "till", "through"} or (
        tokens.word(after) == "and" and tokens.word(place) == "between"
    ):
        end = clock_at(tokens, after + 1)
        if end is not None:
            return _like(clock, end[0]), end[0], end[1]
    return None if start is None or opened != place else (clock, None, after)


def _bare_hour(tokens: Tokens, place: int) -> Found:
    """An hour without more, good only before "to 6 p.m."."""
    hour = tokens.digits(place)
    return None if hour is None or hour > 24 or len(tokens.word(place)) > 2 else _made(hour, 0, 0, None, place + 1)


def _like(clock: Clock, end: Clock) -> Clock:
    """The start in the half of the day that its end tells: "5 to 6 p.m."."""
    if clock.open and not end.open and clock.hour < 12 <= end.hour and clock.hour + 12 < end.hour + (end.minute > 0):
        return replace(clock, hour=clock.hour + 12, open=False)
    return clock
