"""Words that hold back from asserting, and whose they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wherefrom.model import Certainty, Degree, Hedge, Span, Spans

from . import lexicon
from .places import Stretches

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


def certainty(text: str, speeches: Iterable[Speech], quoted: Stretches) -> Certainty:
    """How firmly a statement is put, by the hedges in its own words and in those around it that introduce it.

    A modal or adverb belongs to whoever speaks there. An evidential ("allegedly") outside quotation marks is always the
    writer's: no source calls its own words alleged. The degree is the weakest that a hedge leaves; without any it is a
    bare assertion.
    """
    found: dict[Span, tuple[Hedge, Degree]] = {}
    for speech in speeches:
        for pattern, degree in _KINDS:
            for span in _found(text, speech.spans, pattern):
                aside = pattern is lexicon.EVIDENTIAL and not quoted.hold(span.start)
                owner = None if aside else speech.speaker
                found.setdefault(span, (Hedge(text[span.start : span.end], (span,), owner), degree))
    held = [found[span] for span in sorted(found) if not _within_another(span, found)]
    degrees = {degree for _, degree in held}
    return Certainty(
        next((degree for degree in _WEAKEST_FIRST if degree in degrees), "unspecified"),
        tuple(hedge for hedge, _ in held),
    )


def _found(text: str, places: Spans, pattern: re.Pattern[str]) -> Iterable[Span]:
    for start, end in places:
        for match in pattern.finditer(text, start, end):
            yield Span(match.start(), match.end())


def _within_another(span: Span, others: Iterable[Span]) -> bool:
    return any(other != span and other.start <= span.start and span.end <= other.end for other in others)
