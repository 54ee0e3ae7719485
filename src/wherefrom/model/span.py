"""Places in a text: whatever is said about a text is anchored to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Self

GAP = " … "
"""What stands between the fragments when a stretch in several pieces is shown as one string."""


class Span(NamedTuple):
    """From `start` up to, not including, `end`, in Unicode code points of the document's text."""

    start: int
    end: int


Spans = tuple[Span, ...]
"""One stretch of text in one or more fragments, in the order of the text, never overlapping."""


@dataclass(frozen=True, slots=True)
class Words:
    """The exact words of a stretch of text, with where they stand."""

    text: str
    spans: Spans

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> Self:
        """The words of `text` at these spans."""
        held = joined(spans)
        return cls(slice_of(text, held), held)


def slice_of(text: str, spans: Iterable[Span]) -> str:
    """The words at these spans, fragments joined by " … "."""
    return GAP.join(text[start:end] for start, end in spans)


def joined(spans: Iterable[Span]) -> Spans:
    """The same places in the order of the text, with spans that overlap or touch made one and empty ones dropped."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


def healed(text: str, spans: Iterable[Span]) -> Spans:
    """The same places, fragments with nothing but white space and punctuation between them made one."""
    merged: list[Span] = []
    for start, end in joined(spans):
        if merged and not any(letter.isalnum() for letter in text[merged[-1].end : start]):
            merged[-1] = Span(merged[-1].start, end)
        else:
            merged.append(Span(start, end))
    return tuple(merged)
