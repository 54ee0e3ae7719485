"""From attributions to statements with their chains: what is nested in a content is read again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wherefrom.model import Block, Document, Link, Span, Spans, joined

from . import lexicon, statements
from .antecedents import Antecedents
from .attributions import UNSURE_LINK, Attribution, attributions
from .hedges import Speech
from .links import Linker
from .places import Parts, Stretches
from .quotations import bare
from .reports import reports
from .screening import is_link, reached
from .windows import Sentence
from .wordpiece import WordPiece

DEEPEST = 3
"""Levels of nesting that are read; deeper ones are a handful in a thousand articles."""

_NEAR = 40
"""Attributions before and after one among which another can hold it: a window of the encoder has fewer."""

LEAST_READ_AGAIN = 5
"""Words of a content that is read again: "he knew that it was" has a source, a cue and a content in five."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its chain.

    `around` are the words outside its own spans that introduce it, at every level of the nest. `unsure` names what
    the reader doubts.
    """

    spans: Spans
    chain: tuple[Link, ...]
    around: tuple[Speech, ...]
    block: Block
    unsure: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Level:
    """Where in a nest we are: the chain so far, the words around the stretch, and what is doubted."""

    chain: tuple[Link, ...] = ()
    around: tuple[Speech, ...] = ()
    unsure: frozenset[str] = frozenset()
    depth: int = 0

    @property
    def holder(self) -> int | None:
        """The place of the last link in the chain, None for the writer."""
        return len(self.chain) - 1 if self.chain else None


class ChainReader:
    """Reads the statements of one document, each with its chain."""

    def __init__(self, document: Document, quoted: Stretches, vocabulary: WordPiece) -> None:
        self._text = document.text
        self._quoted = quoted
        self._vocabulary = vocabulary
        self._antecedents = Antecedents(document.text)
        self._linker = Linker(document.text, document.publisher, self._antecedents)

    def read(self, blocks: Iterable[Block]) -> list[Statement]:
        """The statements of these blocks, in the order of the text."""
        parts = [(block, unit) for block in blocks for unit in statements.units(self._text, (block.span,))]
        return sorted(self._level(Parts(parts), _Level()), key=lambda statement: statement.spans)

    def _level(self, parts: Parts, level: _Level) -> list[Statement]:
        """The statements of these sentences: those of their attributions, and what is left beside them."""
        found = self._attributions(parts, level)
        for attribution in found:
            for source in attribution.source:
                self._antecedents.note(source.start, self._text[source.start : source.end])
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
                Statement(spans, level.chain, level.around, block, level.unsure)
                for spans in self._left(block, unit, left, sources, level)
            )
        return statements_found

    def _attributions(self, parts: Parts, level: _Level) -> list[Attribution]:
        """The attributions of these sentences, from the encoder and the rules, none inside another's content."""
        told: list[Sentence] = []
        before: Block | None = None
        for block, unit in parts:
            if level.depth > 0 and not self._may_nest(unit):
                continue
            pieces = tuple(piece for start, end in unit for piece in self._vocabulary.pieces(self._text, start, end))
            if pieces:
                told.append(Sentence(pieces, opens_block=level.depth == 0 and block is not before))
            before = block
        text, quoted = self._text, self._quoted
        found = (reached(text, one, parts, quoted) for one in attributions(text, told, self._vocabulary))
        kept = [one for one in found if one is not None and is_link(text, one, level.chain, quoted)]
        return _outermost(sorted(self._with_reports(kept, parts), key=lambda one: (one.start, one.cue)))

    def _with_reports(self, kept: list[Attribution], parts: Parts) -> list[Attribution]:
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
            near = [one for one in of_sentence[number] if not (headline and text[slice(*one.anchor)] == ":")]
            for span in unit:
                new = reports(text, span, near, headline=headline)
                added.extend(new)
                replaced.update(one.cue for one in new if headline)
        return [one for one in kept if one.cue not in replaced] + added

    def _may_nest(self, unit: Spans) -> bool:
        """Whether a sentence of a content has any word of saying or thinking, so that it is worth reading again."""
        return any(lexicon.SAYS_OR_THINKS.search(self._text, start, end) for start, end in unit)

    def _unfolded(
        self, attribution: Attribution, block: Block, unit: Spans, left: Spans, level: _Level
    ) -> list[Statement]:
        """The statements of one attribution's content, read again for what is nested in it."""
        links = self._linker.links(attribution, unit)
        introducing = (span for span in left if statements.left_over(self._text, span, unit) is None)
        below = _Level(
            chain=(*level.chain, *links),
            around=(*level.around, Speech(joined((*attribution.cue, *introducing)), level.holder)),
            unsure=level.unsure | ({"chain"} if attribution.sure < UNSURE_LINK else frozenset()),
            depth=level.depth + 1,
        )
        parts = Parts([(block, inner) for inner in statements.units(self._text, attribution.content)])
        words = sum(len(self._text[start:end].split()) for start, end in attribution.content)
        if below.depth < DEEPEST and words >= LEAST_READ_AGAIN and (found := self._level(parts, below)):
            return found
        whole = statements.tidied(self._text, attribution.content)
        return [Statement(whole or attribution.content, below.chain, below.around, block, below.unsure)]

    def _left(self, block: Block, unit: Spans, left: Spans, sources: Spans, level: _Level) -> list[Spans]:
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
