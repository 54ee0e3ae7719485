"""From attributions to statements with their chains, level by level of a nest."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wherefrom.model import Block, Document, Link, Span, Spans, joined

from . import statements
from .asides import pointing_back
from .attributions import Attribution
from .certainty import Speech
from .links import Linker
from .mending import mended
from .places import Parts, Stretches
from .quotations import bare
from .reports import CERTAIN, reports
from .scanning import Scan, scan
from .screening import is_link, reached
from .windows import Sentence
from .wordpiece import WordPiece

DEEPEST = 3
"""Levels of nesting that are read; deeper ones are a handful in a thousand articles."""

_NEAR = 40
"""Attributions before and after one among which another can hold it: a window of the encoder has fewer."""

LEAST_WORDS = 5
"""Words of a content that can hold an attribution: "he knew that it was" has a source, a cue and a content in five."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its chain.

    `around` are the words outside its own spans that introduce it, at every level of the nest. `sure` is the smallest
    probability among the links between the parts of its attributions. `unsure` names what the reader doubts. `about` are the
    parties in it, once these are known.
    """

    spans: Spans
    chain: tuple[Link, ...]
    around: tuple[Speech, ...]
    block: Block
    sure: float = 1.0
    unsure: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """Where in a nest we are: the chain so far, the words around the stretch, and how sure all that is."""

    chain: tuple[Link, ...] = ()
    around: tuple[Speech, ...] = ()
    sure: float = 1.0
    depth: int = 0

    @property
    def holder(self) -> int | None:
        """The place of the last link in the chain, None for the writer."""
        return len(self.chain) - 1 if self.chain else None


class ChainReader:
    """Reads the statements of one document, each with its chain. `scan` is what the encoder's one pass found."""

    scan: Scan
    _linker: Linker
    _anchored: list[Attribution]
    _anchors: list[int]

    def __init__(self, document: Document, quoted: Stretches, vocabulary: WordPiece) -> None:
        self._text = document.text
        self._quoted = quoted
        self._vocabulary = vocabulary
        self._publisher = document.publisher

    def read(self, blocks: Iterable[Block]) -> list[Statement]:
        """The statements of these blocks, in the order of the text."""
        parts = Parts([(block, unit) for block in blocks for unit in statements.units(self._text, (block.span,))])
        self.scan = scan(self._text, self._sentences(parts), self._vocabulary, self._quoted)
        self._anchored = sorted((*self.scan.inner, *self.scan.outer), key=lambda one: one.anchor)
        self._anchors = [one.anchor.start for one in self._anchored]
        self._linker = Linker(self._text, self._publisher, self.scan.names)
        return sorted(self._level(parts, Level()), key=lambda statement: statement.spans)

    def _level(self, parts: Parts, level: Level) -> list[Statement]:
        """The statements of these sentences: those of their attributions, and what is left beside them."""
        found = self._attributions(parts, level)
        taken = Stretches(joined(span for attribution in found for span in attribution.covered))
        of_sentence: dict[int | None, list[Attribution]] = defaultdict(list)
        for attribution in found:
            of_sentence[parts.number(attribution.anchor.start)].append(attribution)
        statements_found: list[Statement] = []
        for number, (block, unit) in enumerate(parts):
            mine = of_sentence[number]
            left = taken.outside(unit)
            sources = tuple(source for one in mine for source in one.source)
            for attribution in mine:
                statements_found.extend(self._unfolded(attribution, block, unit, left, level))
            statements_found.extend(
                Statement(spans, level.chain, level.around, block, level.sure)
                for spans in self._left(block, unit, left, sources, level)
            )
        return statements_found

    def _attributions(self, parts: Parts, level: Level) -> list[Attribution]:
        """The attributions of these sentences, from the encoder and the rules, none inside another's content."""
        text, quoted = self._text, self._quoted
        found = [
            one for each in self._encoded(parts, level.depth) if (one := reached(text, each, parts, quoted)) is not None
        ]
        linked = [(one, is_link(text, one, level.chain, quoted)) for one in found]
        kept = [one for one, link in linked if link]
        if level.depth == 0:
            kept.extend(self._uncovered([one for one, link in linked if not link], parts))
        found_here = _outermost(
            sorted(self._with_reports(kept, parts, level.depth), key=lambda one: (one.start, one.cue))
        )
        of_sentence: dict[int | None, list[Attribution]] = defaultdict(list)
        for one in found_here:
            of_sentence[parts.number(one.anchor.start)].append(one)
        return [
            one
            for number, mine in of_sentence.items()
            for one in (mine if number is None else mended(text, mine, parts[number][1]))
        ]

    def _uncovered(self, rejected: Sequence[Attribution], parts: Parts) -> Iterable[Attribution]:
        """What stands inside the content of what is no link, and so in none: "I remember that the mayor said ..."."""
        open_places = Stretches(joined(span for one in rejected for span in one.content))
        for each in self.scan.inner:
            if not open_places.hold(each.anchor.start):
                continue
            one = reached(self._text, each, parts, self._quoted)
            if one is not None and is_link(self._text, one, (), self._quoted):
                yield one

    def _encoded(self, parts: Parts, depth: int) -> Iterable[Attribution]:
        """What the encoder's one pass found in these sentences.

        Of a content that is what stands one level inside, and what it took for outermost where a rule made it a content.
        """
        if depth == 0:
            return self.scan.outer
        first, last = parts.span
        near = self._anchored[bisect_left(self._anchors, first) : bisect_left(self._anchors, last)]
        return [one for one in near if parts.number(one.anchor.start) is not None]

    def _sentences(self, parts: Parts) -> list[Sentence]:
        """The sentences for the encoder."""
        told: list[Sentence] = []
        before: Block | None = None
        for block, unit in parts:
            pieces = tuple(piece for start, end in unit for piece in self._vocabulary.pieces(self._text, start, end))
            if pieces:
                told.append(Sentence(pieces, opens_block=block is not before))
            before = block
        return told

    def _with_reports(self, kept: list[Attribution], parts: Parts, depth: int) -> list[Attribution]:
        """The encoder's attributions and those that rules add; of a headline's colon the rule sees all that follows."""
        text = self._text
        of_sentence: dict[int | None, list[Attribution]] = defaultdict(list)
        for one in kept:
            for number in {parts.number(span.start) for span in one.covered}:
                of_sentence[number].append(one)
        added: list[Attribution] = []
        replaced: set[Spans] = set()
        for number, (block, unit) in enumerate(parts):
            headline = block.kind == "headline"
            for one in self._pointing_back(number, parts):
                replaced.update(other.cue for other in of_sentence.pop(number, ()))
                added.append(one)
            near = [one for one in of_sentence[number] if not (headline and text[slice(*one.anchor)] == ":")]
            for span in unit:
                new = reports(text, span, near, headline=headline, nested=depth > 0)
                added.extend(new)
                replaced.update(one.cue for one in new if headline)
        return [one for one in kept if one.cue not in replaced] + added

    def _pointing_back(self, number: int, parts: Parts) -> Iterable[Attribution]:
        """A sentence that only tells who said the one before, in the same block ("So say two officials")."""
        block, unit = parts[number]
        if number == 0 or len(unit) != 1:
            return
        before, said = parts[number - 1]
        found = pointing_back(self._text[slice(*unit[0])])
        if found is None or before is not block:
            return
        source, cue = (Span(unit[0].start + part.start, unit[0].start + part.end) for part in found)
        yield Attribution((source,), (cue,), said, CERTAIN)

    def _unfolded(
        self, attribution: Attribution, block: Block, unit: Spans, left: Spans, level: Level
    ) -> list[Statement]:
        """The statements of one attribution's content: those of what is nested in it, or the whole."""
        links = self._linker.links(attribution, unit)
        introducing = (span for span in left if statements.left_over(self._text, span, unit) is None)
        source = links[-1].source if links else None
        around = Speech(
            joined((*attribution.cue, *introducing)),
            level.holder,
            introduces=True,
            of_document=source is not None and source.kind == "document",
        )
        below = Level(
            chain=(*level.chain, *links),
            around=(*level.around, around),
            sure=min(level.sure, attribution.sure),
            depth=level.depth + 1,
        )
        parts = Parts([(block, inner) for inner in statements.units(self._text, attribution.content)])
        words = sum(len(self._text[start:end].split()) for start, end in attribution.content)
        if below.depth < DEEPEST and words >= LEAST_WORDS and (found := self._level(parts, below)):
            return found
        whole = statements.tidied(self._text, attribution.content)
        return [Statement(whole or attribution.content, below.chain, below.around, block, below.sure)]

    def _left(self, block: Block, unit: Spans, left: Spans, sources: Spans, level: Level) -> list[Spans]:
        """What of a sentence is a statement beside its attributions, cut into its clauses."""
        text = self._text
        if left == joined(unit):
            states = level.depth > 0 or statements.is_statement(text, unit, block.kind)
            return self._clauses(unit) if states else []
        own = (statements.left_over(text, span, unit, _before(span, sources, text)) for span in left)
        return [clause for span in own if span is not None for clause in self._clauses((span,))]

    def _clauses(self, unit: Spans) -> list[Spans]:
        tidied = (statements.tidied(self._text, clause) for clause in statements.clauses(self._text, unit))
        return [clause for clause in tidied if any(bare(self._text[start:end]) for start, end in clause)]


def _before(span: Span, sources: Spans, text: str) -> Span | None:
    """The source that stands right before these words."""
    return next((one for one in sources if one.end <= span.start and not text[one.end : span.start].strip()), None)


def _outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Those that are not nested in another's content; `found` is in the order of the text."""
    kept: list[Attribution] = []
    for number, one in enumerate(found):
        near = found[max(0, number - _NEAR) : number + _NEAR]
        if not any(_inside(one, other) for other in near if other is not one):
            kept.append(one)
    return kept


def _inside(attribution: Attribution, other: Attribution) -> bool:
    """Whether an attribution's cue stands in another's content: then it is nested, and read there."""
    return any(
        start <= cue.start and cue.end <= end for cue in attribution.cue for start, end in other.content
    ) and not any(start <= cue.start and cue.end <= end for cue in other.cue for start, end in attribution.content)
