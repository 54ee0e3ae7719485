"""Held words by sentence, each with whose word it stands on, and where in them to look for the words of a draft."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

from wherefrom.model import Appearance, BlockKind, Claim, Document, Findings, Quantity, Span, Spans, Time, slice_of
from wherefrom.reader.quantities import quantities_in
from wherefrom.reader.sentences import sentences
from wherefrom.reader.times import times_in

from .verdicts import Held
from .wording import Token, tokens

READ: frozenset[BlockKind] = frozenset({"headline", "heading", "paragraph", "caption"})
"""Blocks that tell something."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")


class Passage:
    """A sentence of a document and the statements that share a character with it."""

    def __init__(self, document: Document, span: Span, kind: BlockKind, statements: Sequence[Appearance]) -> None:
        self.document = document
        self.span = span
        self.kind = kind
        self.statements = tuple(statements)
        self.before: Passage | None = None
        self.after: Passage | None = None

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.document.text[self.span.start : self.span.end]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words that say something."""
        return tokens(self.document.text, self.span)

    @cached_property
    def nearby(self) -> tuple[Token, ...]:
        """The words of the sentences before and after it."""
        return tuple(token for one in (self.before, self.after) if one is not None for token in one.tokens)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the sentence, whether or not a statement holds them."""
        return tuple(quantities_in(self.document.text, *self.span))

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times of the sentence, against the day of publication."""
        return tuple(times_in(self.document.text, *self.span, _moment(self.document.published)))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures and times as they are looked for: "45", "03-27"."""
        numbers = {f"{one.value:g} {one.unit or ''}" for one in self.quantities if one.value not in (None, 1)}
        return frozenset(numbers | {one.value[5:10] for one in self.times if one.value and _DATED.match(one.value)})

    def held(self, spans: Spans | None = None, appearance: str | None = None) -> Held:
        """The sentence, or places in it, as words that a verdict rests on."""
        places = spans or (self.span,)
        one = self.document
        if appearance is None and len(self.statements) == 1:
            appearance = self.statements[0].id
        return Held(one.id, one.publisher, one.published, appearance, places, slice_of(one.text, places))


_DATED = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")


def _moment(published: str | None) -> date | datetime | None:
    if published is None or _DAY.fullmatch(published) is None:
        return None
    return datetime.fromisoformat(published) if "T" in published else date.fromisoformat(published)


def passages(documents: Iterable[Document], appearances: Iterable[Appearance]) -> Iterator[Passage]:
    """Every sentence of the blocks that tell something, in the order of the documents and their texts."""
    told: dict[str, list[Appearance]] = defaultdict(list)
    for one in appearances:
        told[one.document].append(one)
    for document in documents:
        yield from _of_document(document, told[document.id])


def _of_document(document: Document, told: Sequence[Appearance]) -> Iterator[Passage]:
    found: list[Passage] = []
    for block in document.blocks:
        if block.kind not in READ:
            continue
        for start, end in sentences(document.text, block.start, block.end):
            over = [one for one in told if any(span.start < end and span.end > start for span in one.spans)]
            found.append(Passage(document, Span(start, end), block.kind, over))
    body = [one for one in found if one.kind == "paragraph"]
    for one, other in pairwise(body):
        one.after, other.before = other, one
    yield from found


@dataclass(frozen=True, slots=True)
class Library:
    """All that is held: its sentences, by their words, and the claims that its statements stand under."""

    findings: Findings
    passages: tuple[Passage, ...]
    by_stem: Mapping[str, tuple[int, ...]]
    names: Mapping[str, frozenset[str]]
    claims: Mapping[str, tuple[Claim, ...]]
    parties: Mapping[str, str]

    @classmethod
    def of(cls, findings: Findings) -> "Library":
        """From compared findings."""
        found = tuple(passages(findings.documents, findings.appearances))
        by_stem: dict[str, list[int]] = defaultdict(list)
        names: dict[str, set[str]] = defaultdict(set)
        for number, one in enumerate(found):
            for stem in {token.stem for token in one.tokens}:
                by_stem[stem].append(number)
            names[one.document.id].update(token.stem for token in one.tokens if token.name)
        for document in findings.documents:
            known = f"{document.publisher or ''}. {document.title or ''}"
            names[document.id].update(token.stem for token in tokens(known, Span(0, len(known))))
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in findings.claims:
            for member in claim.appearances:
                if member.bearing == "sure":
                    claims[member.id].append(claim)
        return cls(
            findings,
            found,
            {stem: tuple(rows) for stem, rows in by_stem.items()},
            {name: frozenset(held) for name, held in names.items()},
            {name: tuple(held) for name, held in claims.items()},
            {party.id: party.name for party in findings.parties},
        )
