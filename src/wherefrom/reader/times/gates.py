"""Which tokens can begin a time at all: a cheap look before the grammar is asked, and what it found before."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from . import holidays, vocabulary
from .tokens import Tokens

Answer = TypeVar("Answer")

NUMBERS = frozenset({*vocabulary.SMALL, *vocabulary.TENS})

AMOUNTS = NUMBERS | frozenset("a an another half several few some many numerous countless couple dozen".split())
"""What may begin a length of time, beside digits."""

DATES = frozenset(
    {
        *vocabulary.MONTHS,
        *vocabulary.SHORT_MONTHS,
        *vocabulary.WEEKDAYS,
        *vocabulary.SHORT_WEEKDAYS,
        *vocabulary.SEASONS,
        *vocabulary.ORDINALS,
        *vocabulary.TENS_PLURAL,
        *holidays.BY_FIRST,
        *NUMBERS,
        *"q h last final ad year calendar '".split(),
    }
)
"""What may begin a date by the calendar, beside digits and "the"."""

RELATIVE = (
    DATES
    | AMOUNTS
    | vocabulary.BEFORE_LAST
    | vocabulary.PLURALS
    | frozenset({*vocabulary.WAYS, *vocabulary.TODAY, *vocabulary.UNITS, *vocabulary.NIGHTS})
    | frozenset("in within just about nearly almost over exactly only roughly around".split())
)
"""What may begin a time that counts from another."""

BEHIND_DIGITS = frozenset(
    {
        *vocabulary.UNITS,
        *vocabulary.NIGHTS,
        *vocabulary.MONTHS,
        *vocabulary.SHORT_MONTHS,
        *vocabulary.SUFFIXES,
        *vocabulary.WAYS,
        *vocabulary.ZONES,
        *""": . - -- / ' am pm a p o oclock s of to and until till through thru ~ h hours local noon midday midnight more full
        whole consecutive straight additional long further hundred ad ce bc bce , fortnight fortnights""".split(),
    }
)
"""What may stand behind a short number in a time."""

_GLUED = frozenset({":", ".", "/", ","})


def may_begin(tokens: Tokens, place: int, words: frozenset[str]) -> bool:
    """Whether a time may begin there: with one of these words, perhaps behind "the", or with a fitting number."""
    word = tokens.word(place)
    if word == "the":
        place += 1
        word = tokens.word(place)
    if word[:1].isdigit():
        return _number_fits(tokens, place, word)
    return word in words


def _number_fits(tokens: Tokens, place: int, word: str) -> bool:
    if len(word) in {4, 8}:
        return True
    follows = tokens.word(place + 1)
    if follows not in BEHIND_DIGITS or len(word) > 6:
        return False
    return follows not in _GLUED or (tokens.glued(place + 1) and tokens.word(place + 2)[:1].isdigit())


def remembered(rule: Callable[[Tokens, int], Answer]) -> Callable[[Tokens, int], Answer]:
    """A rule of the grammar that is asked only once at each place, so that reading stays linear in the text."""
    name = f"{rule.__module__}.{rule.__name__}"

    @wraps(rule)
    def recalled(tokens: Tokens, place: int) -> Answer:
        known = tokens.memory.setdefault(name, {})
        if place not in known:
            known[place] = rule(tokens, place)
        answer: Answer = known[place]
        return answer

    return recalled
