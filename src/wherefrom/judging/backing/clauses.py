"""Which clause of a sentence a word stands in, and whether what it governs is what was found there."""

import re

from wherefrom.model import Span, Spans

GOVERNS = 0.25
"""The share of the found words that must stand in the clause of a hedge or a condition for it to hold them back."""

_CUT = re.compile(
    r"[;:—]|,\s(?=(?:and|but|or|so|yet|while|whereas|though|although)\b)|"
    r"\s(?=(?:and|but)\s(?:that|if|when|should|he|she|it|they|there)\b)"
)
"""Where a clause ends that could stand by itself; a lone comma ends none, since "if it does, they go" is one."""


def clause(text: str, span: Span, at: int) -> Span:
    """The clause of a sentence around a place."""
    cuts = [match.start() for match in _CUT.finditer(text, *span)]
    return Span(
        max((cut for cut in cuts if cut <= at), default=span.start),
        min((cut for cut in cuts if cut > at), default=span.end),
    )


def governs(text: str, span: Span, word: Span, places: Spans) -> bool:
    """Whether enough of the words at these places stand in the clause of a word."""
    within = clause(text, span, word.start)
    inside = sum(within.start <= one.start < within.end for one in places)
    return bool(inside) and inside >= GOVERNS * len(places)
