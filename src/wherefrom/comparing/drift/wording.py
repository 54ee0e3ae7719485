"""Whether two statements put the same detail into words: what they share beyond the words that every statement has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from wherefrom.model import Appearance, Document, Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+){0,4}|\d[\d.,:]*")

_LEFT_OUT = frozenset(
    "a an the this that these those and or but nor so as if than then of in on at by to from for with without into onto over under "
    "about against between through during before after since until while because although though is are was were be been being am "
    "do does did done doing have has had having he she it they we you i him her them us me his its their our your my hers theirs "
    "who whom whose which what when where why how there here not no never none nothing nobody neither any some all each every both "
    "few more most much many such only own same too very just also even still yet again once now will would shall should can could "
    "may might must ought said say says saying told tell tells telling reported report reports according claimed claims claim alleged "
    "allegedly reportedly added adds stated noted writes wrote mr mrs ms dr sir one ones another other others up down out off back "
    "perhaps possibly probably likely apparently supposedly seem seems seemed appear appears appeared believed thought expected "
    "don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't can't cannot couldn't wouldn't it's he's she's "
    "they're i'm we're that's there's".split()
)
"""Words that tell no detail: function words, verbs of saying and words that hold back, which drift compares by themselves."""

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "y", "e")

_INITIALS = frozenset({"US", "IT", "WHO", "UN"})
"""Names that are written like a word that tells nothing."""

REMEMBERED = 1 << 14
"""Statements of which is remembered what their words tell: a statement that stands under several claims is read once."""

SHARED = 2
"""Words that two statements under one claim must share to tell the same detail."""

ALIKE = 0.4
"""The part of the later statement's words that the earlier one must have: what is asserted now is mostly what was told then.

Both are set on nine stories (the shared ones and those of `benchmarks/cases`), on claims as people grouped them and on groups
made by shared words alone, which mix details: at 0.3 statements on other details come in, at 0.5 shortened retellings go.
"""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its case, possessive and common endings, so that "defected" and "defecting" are one."""
    plain = re.sub(r"['’]s?$", "", word.lower()).replace("’", "'")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            bare = plain[: -len(ending)]
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "sl" else bare
    return plain


def words_of(text: str, spans: tuple[Span, ...]) -> Iterator[re.Match[str]]:
    """The words and numbers at these places, in the order of the text."""
    return (match for start, end in spans for match in _WORD.finditer(text, start, end))


@dataclass(frozen=True, slots=True)
class Wording:
    """The stems of a statement that tell something; `plain` are those that are not written as names."""

    stems: frozenset[str]
    plain: frozenset[str]

    @classmethod
    def of(cls, document: Document, appearance: Appearance) -> Self:
        """The wording of a statement where it stands."""
        return cls(*_stems(document.text, appearance.spans))


@lru_cache(maxsize=REMEMBERED)
def _stems(text: str, spans: tuple[Span, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words that tell something, and of those that are not written as names."""
    words = [word for match in words_of(text, spans) if _tells(word := match.group())]
    return frozenset(map(stem, words)), frozenset(stem(word) for word in words if word[0].islower())


@lru_cache(maxsize=1 << 16)
def _tells(word: str) -> bool:
    return not word[0].isdigit() and (word.lower().replace("’", "'") not in _LEFT_OUT or word in _INITIALS)


ALIKE_RELIED = 0.15
"""The same where the later document relies on the earlier one: then it may well have put it in its own words."""


def likeness(earlier: Wording, later: Wording, least: float = ALIKE) -> float:
    """From 0 to 1: how much of what the later statement says the earlier one has; 0 where it is not the same detail.

    Names alone do not make a detail: one of the shared words is none.
    """
    shared = earlier.stems & later.stems
    if len(shared) < SHARED or not shared & (earlier.plain | later.plain):
        return 0.0
    part = len(shared) / len(later.stems)
    return part if part >= least else 0.0


def related(one: Wording, other: Wording) -> bool:
    """Whether two statements may tell the same detail, so that what one of them keeps is not lost."""
    return len(one.stems & other.stems) >= SHARED
