"""Sentences as words that can be found again: stems, how much each says, and whether it is told in the negative."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from wherefrom.comparing.conflicts.words import WORD, words
from wherefrom.comparing.vectors import closeness, piece_vectors
from wherefrom.model import Span

from .opposites import OPPOSITES

NEAR = 0.45
"""The cosine of two words from which one may stand for the other: "bought" for "purchased" (.79), "lawyer" for "attorney" (.81), not
"clerk" for "seller" (.14)."""

MOST = 1.6
"""What a word says at most (`PieceVectors.said`): a rare name of many pieces would else be all that counts."""

NAMES = 0.6
"""What a word with a capital counts beside others: everybody tells of the same few."""

AT_ONCE = 2
"""Words that may stand between a negation and what it strikes first: "could not independently verify"."""

_NEGATES = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|no one|unable to|impossible to|nowhere|"
    r"(?:refus|declin|fail)(?:e[sd]?|ed|ing|s)? to|hardly|yet to)\b(?! (?:only|just|merely|longer than|least|doubt)\b)|n['’]t\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"(?P<passive>\b(?:is|are|was|were|been|being)\s(?:\w+ly\s)?)?\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|"
    r"rebuff(?:s|ed)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|rul(?:es?|ed|ing) out)\b",
    re.IGNORECASE,
)
"""Verbs that turn what follows, or what stands before where they are passive: "its claim is rejected by the club"."""
_DENIED_TO = re.compile(r"[;:]|,\s|\band (?=said|says|add|call|it\b|he\b|she\b|they\b|insist|maintain)|\bbut\b")
_OBJECTS = frozenset({"nothing", "nobody", "no one", "none"})
"""Negations that stand behind the verb that they turn: "was told nothing"."""
_ENDS = re.compile(
    r"[,;:()—–“”\"]|\b(?:and|but|nor|because|which|who|although|though|while|after|before|when|if|unless|whether|that|than)\b"
)
_REACH = 48
"""Characters that a negation reaches at most; longer clauses have more than one verb."""


class Token(NamedTuple):
    """A word that says something, as it is compared, where it stands and how much it says.

    `name`: it is written as a name; `turned`: it stands under a negation; `struck`: it is the first to do so, or is denied.
    """

    stem: str
    surface: str
    start: int
    end: int
    weight: float
    name: bool
    turned: bool
    struck: bool


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """The words of a stretch that say something, in order."""
    turned = tuple(_turned(text, span))
    first = WORD.search(text, *span)
    found: list[Token] = []
    for word in words(text, *span):
        surface = text[word.start : word.end]
        begins = first is not None and first.start() == word.start
        name = surface[0].isupper() and not (begins and not _goes_on(text, word.end))
        under = sum(one.scope.start <= word.start < one.scope.end for one in turned) % 2 == 1
        token = Token(word.stem, surface.lower(), word.start, word.end, weight(surface), name, under, struck=False)
        found.append(token)
    struck = {at for one in turned if (at := _struck(text, one, found)) is not None}
    return tuple(one._replace(struck=one.start in struck and one.turned) for one in found)


def _struck(text: str, one: "_Turn", found: list[Token]) -> int | None:
    """Where the word stands that a negation strikes first; None where none stands near enough."""
    under = [token.start for token in found if one.scope.start <= token.start < one.scope.end]
    if not under:
        return None
    at = under[-1] if one.backwards else under[0]
    between = text[at : one.scope.end] if one.backwards else text[one.scope.start : at]
    return at if len(between.split()) <= AT_ONCE + 1 + one.backwards else None


def _goes_on(text: str, end: int) -> bool:
    """Whether a name goes on behind a sentence's first word."""
    return re.match(r"\s[A-Z]", text[end : end + 2]) is not None


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much a word says, `MOST` at most."""
    return min(piece_vectors().said(word, NAMES)[1], MOST)


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause before a place begins."""
    return max((cut.end() for cut in _ENDS.finditer(text, start, end)), default=start)


class _Turn(NamedTuple):
    """A stretch under a negation; `backwards` where that stands behind it."""

    scope: Span
    backwards: bool = False


def _turned(text: str, span: Span) -> Iterator[_Turn]:
    """The stretches under each negation."""
    for match in _NEGATES.finditer(text, *span):
        stop = _ENDS.search(text, match.end(), span.end)
        end = stop.start() if stop is not None else span.end
        yield _Turn(Span(match.start(), min(end, match.end() + _REACH)))
        if match.group().lower() in _OBJECTS:
            yield _Turn(Span(_clause(text, span.start, match.start()), match.start()), backwards=True)
    for match in _DENIES.finditer(text, *span):
        if match["passive"]:
            yield _Turn(Span(span.start, match.start()), backwards=True)
        else:
            stop = _DENIED_TO.search(text, match.end(), span.end)
            yield _Turn(Span(match.end(), span.end if stop is None else stop.start()))


class Match(NamedTuple):
    """A draft's word and the held word that stands for it; `worth` is 1 for the same word, less for one like it."""

    own: Token
    held: Token
    worth: float


def aligned(own: Iterable[Token], held: Iterable[Token]) -> tuple[Match, ...]:
    """For every word the held word that says it best, where one does."""
    there: dict[str, Token] = {}
    for one in held:
        there.setdefault(one.stem, one)
    rows = list(there.values())
    return tuple(match for one in own if (match := _best(one, there, rows)) is not None)


def _best(own: Token, there: dict[str, Token], rows: list[Token]) -> Match | None:
    same = there.get(own.stem)
    if same is not None:
        return Match(own, same, 1.0)
    best = max(rows, key=lambda one: (alike(own, one), -one.start), default=None)
    worth = 0.0 if best is None else alike(own, best)
    return None if best is None or worth < NEAR else Match(own, best, worth)


def alike(one: Token, other: Token) -> float:
    """How well one word stands for the other, from 0 to 1; opposites do not at all."""
    return _alike(one.stem, other.stem, one.surface, other.surface, one.name or other.name)


@lru_cache(maxsize=1 << 20)
def _alike(one: str, other: str, surface: str, other_surface: str, named: bool) -> float:  # noqa: FBT001
    if one == other:
        return 1.0
    if other in OPPOSITES.get(one, ()):
        return 0.0
    if _same_root(one, other):
        return 0.9
    return 0.0 if named else closeness(surface, other_surface)


def _same_root(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone: "Korvian" and "Korvia", "disclosure" and "disclosed"."""
    shorter, longer = sorted((one, other), key=len)
    stem = shorter[: max(5, len(shorter) - 2)]
    return len(shorter) >= 5 and len(longer) - len(shorter) <= 4 and longer.startswith(stem)
