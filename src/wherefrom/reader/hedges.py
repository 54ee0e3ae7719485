"""Words that hold back from asserting, and whose they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wherefrom.model import Certainty, Degree, Hedge, Span, Spans

from . import lexicon
from .places import Stretches

_PROBABLE = re.compile(r"\b(?:seem|appear|probabl|likely|expected|suggest)", re.IGNORECASE)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|possib|perhaps|conceivabl|potential|suspected|unclear|uncertain|unlikely|improbabl|doubtful|if\b)",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[re.Pattern[str], Degree], ...] = (
    (lexicon.UNLIKELY, "possible"),
    (lexicon.POSSIBLE, "possible"),
    (lexicon.PROBABLE, "probable"),
    (lexicon.EVIDENTIAL, "unspecified"),
)
_WEAKEST_FIRST: tuple[Degree, ...] = ("possible", "probable", "unspecified")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words and whose they are: the link at place `speaker` in the chain, or the writer (None)."""

    spans: Spans
    speaker: int | None


def hedges(text: str, speeches: Iterable[Speech], quoted: Stretches) -> tuple[Hedge, ...]:
    """The hedges of a statement, in its own words and in those around it that introduce it.

    A modal or adverb belongs to whoever speaks there. An evidential ("allegedly") outside quotation marks is always the
    writer's: no source calls its own words alleged.
    """
    found: dict[Span, Hedge] = {}
    for speech in speeches:
        for pattern, _ in _KINDS:
            for span in _found(text, speech.spans, pattern):
                aside = pattern is lexicon.EVIDENTIAL and not quoted.hold(span.start)
                owner = None if aside else speech.speaker
                found.setdefault(span, Hedge(text[span.start : span.end], (span,), owner))
    return tuple(found[span] for span in sorted(found) if not _within_another(span, found))


def certainty(found: tuple[Hedge, ...]) -> Certainty:
    """The degree that these hedges leave, the weakest of theirs; without any, a bare assertion."""
    degrees = [_degree_of(hedge.text) for hedge in found]
    return Certainty(next((degree for degree in _WEAKEST_FIRST if degree in degrees), "unspecified"), found)


def _degree_of(words: str) -> Degree:
    """How sure a hedge leaves it; its surroundings, by which it was found, no longer count."""
    if lexicon.EVIDENTIAL.fullmatch(words) or not (_PROBABLE.search(words) or _POSSIBLE.search(words)):
        return "unspecified"
    return "possible" if _POSSIBLE.search(words) else "probable"


def _found(text: str, places: Spans, pattern: re.Pattern[str]) -> Iterable[Span]:
    for start, end in places:
        for match in pattern.finditer(text, start, end):
            yield Span(match.start(), match.end())


def _within_another(span: Span, others: Iterable[Span]) -> bool:
    return any(other != span and other.start <= span.start and span.end <= other.end for other in others)
