"""What stands in quotation marks."""

import re
from collections.abc import Iterable, Sequence

from wherefrom.model import Block, Quote, Span, Spans

_MARKS = re.compile(r"[“”„«»\"]|''|``")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")
_EDGE = "\"“”„«»'`‘’.,;:!?… \u00a0"


def quotations(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """The stretches between quotation marks, marks included, block by block.

    A quotation that is not closed runs to the end of its block: so quotations over several paragraphs are printed.
    """
    found: list[Span] = []
    for block in blocks:
        opened: int | None = None
        for mark in _MARKS.finditer(text, block.start, block.end):
            if opened is None and mark.group() not in _CLOSING:
                opened = mark.start()
            elif opened is not None and mark.group() not in _OPENING:
                found.append(Span(opened, mark.end()))
                opened = None
        if opened is not None:
            found.append(Span(opened, block.end))
    return tuple(found)


def quote_of(text: str, spans: Spans, quoted: Sequence[Span]) -> Quote:
    """Whether these words stand in quotation marks wholly (direct), in part (mixed) or not (indirect)."""
    inside = outside = 0
    for start, end in spans:
        for place in range(start, end):
            if text[place].isalnum():
                if any(quotation.start <= place < quotation.end for quotation in quoted):
                    inside += 1
                else:
                    outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def bare(text: str) -> str:
    """Words without quotation marks and punctuation at their edges."""
    return text.strip(_EDGE)
