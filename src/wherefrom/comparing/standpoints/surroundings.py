"""What stands around a statement: its sentence, and the one before."""

from functools import lru_cache

from wherefrom.model import Document, Span
from wherefrom.reader.sentences import sentences


@lru_cache(maxsize=1024)
def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    return tuple(Span(*held) for held in sentences(text, start, end))


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence in which a span begins; the span itself where it stands in no block."""
    block = document.block_of(span)
    if block is None:
        return span
    held = _sentences(document.text, block.start, block.end)
    return next((one for one in held if one.start <= span.start < one.end), span)


def words_before(document: Document, span: Span) -> str:
    """The words of its sentence that stand before a span; none where it opens the sentence."""
    before = document.text[max(0, span.start - 3) : span.start].rstrip()
    if not before or before[-1] in ".?!" or "\n" in document.text[max(0, span.start - 3) : span.start]:
        return ""
    return document.text[sentence_of(document, span).start : span.start]


def sentence_before(document: Document, span: Span) -> str:
    """The sentence of the same block before the one in which a span begins; empty where there is none."""
    block = document.block_of(span)
    if block is None:
        return ""
    before = ""
    for start, end in _sentences(document.text, block.start, block.end):
        if start <= span.start < end:
            return before
        before = document.text[start:end]
    return ""
