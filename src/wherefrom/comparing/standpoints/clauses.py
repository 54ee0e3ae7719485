"""The clauses of a statement: which words stand together, and whether they are told in the negative."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from . import negation
from . import vocabulary as words

Sign = Literal[-1, 0, 1]
"""Told in the negative; with a negation that denies nothing; told in the positive."""

_STOP = frozenset(
    """the and for with from that this these those have has had been being was were are will would could should might may must
    can did does done they them their theirs there here then than what when where which while who whom whose why how you your
    his her hers him its our ours she not never nor neither none nobody nothing cannot one said says say told also into over
    under about after before more most some such only very just upon because other through between against during any all
    both each few own same too out off until again once but yet still now new two three man men people""".split()
)

_STEM = 5
"""Letters by which words are told apart: "resigned" and "resignation" are one, "missile" and "mission" are not."""


_NOTHING = frozenset({""})

_NONE = "\N{NOT SIGN}"
"""Stands for negative words that deny nothing."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the stems of its words, how it is told, and whether it speaks of something as false."""

    stems: frozenset[str]
    sign: Sign
    judged: bool = False


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    """What stands for a word in lower case; nothing for a function word."""
    if len(word) < 3 or word in _STOP:
        return ""
    return (word[:-1] if len(word) > 3 and word[-1] == "s" else word)[:_STEM]


def stems_of(tokens: Iterable[str]) -> frozenset[str]:
    """The stems of words in lower case, function words left out."""
    return frozenset(map(_stem, tokens)) - _NOTHING


def clauses_of(lowered: str, found: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of a statement in lower case, `found` being its words; only one where nothing is negated or called false."""
    negative = not negation.NEGATION_WORDS.isdisjoint(found) and negation.NEGATION.search(lowered) is not None
    judged = not words.FALSE_WORDS.isdisjoint(found) and words.FALSE_TALK.search(lowered) is not None
    if not negative and not judged:
        return (Clause(stems_of(found), 1),)
    plain = negation.ASIDE.sub(_set_apart, negation.NO_DENIAL.sub(f" {_NONE} ", lowered))
    parts = [part for part in negation.NEXT_CLAUSE.split(plain) if words.WORD.search(part)]
    return tuple(_clause(part) for part in parts) or (Clause(stems_of(found), 1),)


def _set_apart(aside: re.Match[str]) -> str:
    """An aside is left out, unless it calls something false."""
    return f" ; {aside.group()} ; " if words.FALSE_TALK.search(aside.group()) else " , "


def _clause(part: str) -> Clause:
    return Clause(stems_of(words.WORD.findall(part)), _sign(part), words.FALSE_TALK.search(part) is not None)


def _sign(part: str) -> Sign:
    if negation.NEGATION.search(part) is not None:
        return -1
    return 0 if _NONE in part else 1
