"""What stands in quotation marks."""

import re
from collections.abc import Iterable

from wherefrom.model import Block, Quote, Span, Spans

from .places import Stretches

_MARKS = re.compile(r"[“”„«»\"]|''|``")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")
_POSSESSIVE = re.compile(r"['’]s?$")
_EDGE = "\"“”„«»'`‘’.,;:!?… \u00a0"


def quotations(text: str, blocks: Iterable[Block]) -> Stretches:
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
    return Stretches(found)


def quote_of(text: str, spans: Spans, quoted: Stretches) -> Quote:
    """Whether these words stand in quotation marks wholly (direct), in part (mixed) or not (indirect)."""
    if not _says_words(text, quoted.common(spans)):
        return "indirect"
    return "mixed" if _says_words(text, quoted.outside(spans)) else "direct"


def _says_words(text: str, spans: Spans) -> bool:
    return any(letter.isalnum() for start, end in spans for letter in text[start:end])


def without_possessive(word: str) -> str:
    """A word without the "'s" or the apostrophe of its possessive."""
    return _POSSESSIVE.sub("", word)


def bare(text: str) -> str:
    """Words without quotation marks and punctuation at their edges."""
    return text.strip(_EDGE)
