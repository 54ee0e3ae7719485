"""Where in a text mentions stand: sentence, block, quotation, subject or not; and the sources of the chains."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wherefrom.model import Appearance, Document, Span, Spans
from wherefrom.reader import lexicon
from wherefrom.reader.datelines import after_dateline
from wherefrom.reader.quotations import quotations
from wherefrom.reader.sentences import sentences

READ = frozenset({"headline", "heading", "paragraph", "caption"})
"""Kinds of blocks in which parties are looked for; bylines and credits name others than the report does."""

_PREPOSITION = re.compile(
    r"\b(?:in|on|at|of|for|to|by|with|from|about|against|after|before|over|under|into|through|between|among|during|"
    r"without|toward|towards|like|as|than|per|via|behind|beyond|near|upon|and|or)\s*$",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:—–“\"(]|\b(?:that|and|but|while|because|if|when|as|after|before|said|says|whether|who|which))\s*$",
    re.IGNORECASE,
)


_LONGEST_BEFORE = 12
"""Characters before a mention in which such a word stands."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A link's source where it stands, with its cue and everything that it governs."""

    source: Spans
    cue: Spans
    content: Spans

    def governs(self, span: Span) -> bool:
        """Whether these words stand in its content."""
        return any(start <= span.start and span.end <= end for start, end in self.content)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands. `quotation` numbers the quotation that holds it, None outside any."""

    block: int
    headline: bool
    sentence: int
    opens: bool
    quotation: int | None
    subject: bool


class Scene:
    """One document with what its chains say about who speaks where."""

    def __init__(self, document: Document, appearances: Iterable[Appearance]) -> None:
        self.text = document.text
        blocks = [block for block in document.blocks if block.kind in READ]
        self._blocks = sorted(blocks, key=lambda block: block.start)
        self._block_starts = [block.start for block in self._blocks]
        self._begin = [after_dateline(self.text, block.start, block.end) for block in self._blocks]
        self._sentences = [Span(*one) for block in self._blocks for one in sentences(self.text, block.start, block.end)]
        self._sentence_starts = [one.start for one in self._sentences]
        self._first_letters = [
            next((place for place in range(*one) if self.text[place].isalnum()), one.end) for one in self._sentences
        ]
        quoted = quotations(self.text, self._blocks)
        self._quotations = sorted({span for block in self._blocks for span in quoted.touching(block.span)})
        self._quotation_starts = [span.start for span in self._quotations]
        self.tellings = _tellings(appearances)
        self._begins = [telling.source[0].start for telling in self.tellings]
        self._source_starts = sorted(span.start for telling in self.tellings for span in telling.source)

    def place(self, span: Span) -> Place | None:
        """Where a mention stands; None in a block that is not read."""
        number = self._block_of(span)
        if number is None:
            return None
        sentence = bisect_right(self._sentence_starts, span.start) - 1
        quotation = bisect_right(self._quotation_starts, span.start) - 1
        quoted = quotation >= 0 and span.start < self._quotations[quotation].end
        return Place(
            block=number,
            headline=self._blocks[number].kind == "headline",
            sentence=sentence,
            opens=span.start <= self._first_letters[sentence],
            quotation=quotation if quoted else None,
            subject=self._is_subject(span, self._sentences[sentence]),
        )

    def tells(self, span: Span) -> bool:
        """Whether words stand in a block that is read, and not in its dateline: "TARN (Herald) -" speaks of nobody."""
        number = self._block_of(span)
        return number is not None and span.start >= self._begin[number]

    def _block_of(self, span: Span) -> int | None:
        """The number of the block that holds these words, None where none that is read does."""
        number = bisect_right(self._block_starts, span.start) - 1
        return None if number < 0 or span.end > self._blocks[number].end else number

    def begins_source(self, span: Span) -> bool:
        """Whether a source begins with these words, or within them."""
        at = bisect_left(self._source_starts, span.start - 5)
        return at < len(self._source_starts) and self._source_starts[at] < span.end

    def told_in(self, span: Span) -> Sequence[Telling]:
        """The tellings whose source begins in this stretch."""
        return self.tellings[bisect_left(self._begins, span.start) : bisect_left(self._begins, span.end)]

    def sentence(self, place: Place) -> Span:
        """The sentence of a place."""
        return self._sentences[place.sentence]

    def quotation(self, place: Place) -> Span | None:
        """The quotation of a place, marks included."""
        return None if place.quotation is None else self._quotations[place.quotation]

    def block(self, place: Place) -> Span:
        """The block of a place."""
        return self._blocks[place.block].span

    def _is_subject(self, span: Span, sentence: Span) -> bool:
        """Whether a mention looks like the subject of a clause: no preposition before it, a finite verb after it."""
        before = self.text[max(sentence.start, span.start - _LONGEST_BEFORE) : span.start]
        if _PREPOSITION.search(before) is not None:
            return False
        after = self.text[span.end : min(sentence.end, span.end + 80)]
        follows = re.match(r"[\s,]*(?:\w+ly\s+|also\s+|then\s+|now\s+|still\s+)?(\w[\w'’]*)", after)
        verb = follows is not None and lexicon.FINITE.fullmatch(follows[1]) is not None
        return verb or _OPENS_CLAUSE.search(before) is not None


def _tellings(appearances: Iterable[Appearance]) -> tuple[Telling, ...]:
    """Every source of the chains once for every place that it stands in, in the order of the text."""
    found: dict[tuple[Spans, Spans], set[Span]] = defaultdict(set)
    for one in appearances:
        for link in one.chain:
            if link.source is None or link.basis == "carried":
                continue
            key = (link.source.spans, () if link.cue is None else link.cue.spans)
            found[key].update(link.content)
    return tuple(Telling(source, cue, tuple(sorted(found[source, cue]))) for source, cue in sorted(found))
