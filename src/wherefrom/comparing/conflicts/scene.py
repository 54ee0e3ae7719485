"""One document as the comparing of values sees it: sentences, statements and mentions, found by place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Block, Claim, Document, Party, Span, Spans
from wherefrom.reader.sentences import sentences

from .things import Shared, alike
from .words import Word, words

READ = frozenset({"headline", "heading", "paragraph", "caption"})
"""Kinds of blocks that tell something; bylines, credits and boilerplate never become values."""

TOPICAL = frozenset({"person", "organisation", "group", "other", "document"})
"""Kinds of parties that a report is about; places and outlets stand in too many."""

_PARTS = re.compile(
    r"[;:—–()“”\"\[\]]|,?\s(?:which|who|whose|whom|while|whereas|whereupon|after|before|when|because|although|though|unless|but|"
    r"since|if)\s|,\sand\s|,\s(?:the|a|an)\s"
)
"""Where a clause is taken to end, without grammar."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a party, by place."""

    span: Span
    party: Party


@dataclass(frozen=True, slots=True)
class Claimed:
    """The claims of every statement, by its id; and of every document that shares a claim, by its id, its story.

    A story is told by the first of its documents; it holds all that hang together by claims that they share.
    """

    held: Mapping[str, tuple[str, ...]]
    stories: Mapping[str, str]

    @classmethod
    def of(cls, material: Material, claims: Sequence[Claim]) -> Self:
        """From the claims as they are."""
        held: dict[str, list[str]] = {}
        keyed: list[tuple[int, Shared]] = []
        for claim in claims:
            members = [one.id for one in claim.appearances if one.id in material.appearances]
            for name in members:
                held.setdefault(name, []).append(claim.id)
            documents = dict.fromkeys(material.appearances[name].document for name in members)
            keyed.extend((material.place[document], Shared(claim.id)) for document in documents)
        names = list(material.place)
        stories = {names[one]: names[story[0]] for story in alike(keyed, len(names)) for one in story}
        return cls({name: tuple(ids) for name, ids in held.items()}, stories)


class Scene:
    """The look-ups of one document, made when they are first asked for."""

    def __init__(
        self,
        document: Document,
        statements: Sequence[Appearance],
        mentions: Sequence[Named],
        claims: Claimed,
    ) -> None:
        self.id = document.id
        self.document = document
        self.text = document.text
        self.statements = statements
        self._mentions = sorted(mentions, key=lambda one: (one.span, one.party.id))
        self._starts = [one.span.start for one in self._mentions]
        self._claims = claims.held
        self._words: dict[Span, list[Word]] = {}
        self.story = claims.stories.get(self.id)

    @cached_property
    def sentences(self) -> list[Span]:
        """Every sentence of the blocks that tell something, in order."""
        return [Span(*one) for block in self.blocks for one in sentences(self.text, block.start, block.end)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks that tell something."""
        return (block for block in self.document.blocks if block.kind in READ)

    @cached_property
    def _body(self) -> list[Block]:
        return [block for block in self.document.blocks if block.kind == "paragraph"]

    def in_body(self, place: int) -> bool:
        """Whether a character stands in a paragraph, and not in a headline or caption."""
        at = bisect_right(self._body, place, key=lambda block: block.start) - 1
        return at >= 0 and place < self._body[at].end

    @cached_property
    def _covered(self) -> list[tuple[int, int, Appearance]]:
        return sorted(
            ((start, end, one) for one in self.statements for start, end in one.spans),
            key=lambda piece: (piece[0], piece[1], piece[2].id),
        )

    @cached_property
    def _covered_starts(self) -> list[int]:
        return [start for start, _, _ in self._covered]

    def sentence(self, place: int) -> Span:
        """The sentence in which a character stands; the character alone where there is none."""
        at = bisect_right(self._sentence_starts, place) - 1
        if at < 0 or self.sentences[at].end <= place:
            return Span(place, place + 1)
        return self.sentences[at]

    def words(self, sentence: Span) -> list[Word]:
        """The words of a sentence that say something."""
        if sentence not in self._words:
            self._words[sentence] = words(self.text, *sentence)
        return self._words[sentence]

    def clause(self, span: Span) -> Span:
        """The part of its sentence in which a span stands."""
        start, end = self.sentence(span.start)
        end = max(end, span.end)
        for cut in _PARTS.finditer(self.text, start, end):
            if cut.end() <= span.start:
                start = cut.end()
            elif cut.start() >= span.end:
                return Span(start, cut.start())
        return Span(start, end)

    def mentions(self, span: Span) -> Sequence[Named]:
        """The mentions that begin in a span."""
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def statements_of(self, span: Span) -> list[Appearance]:
        """The statements that share a character with a span."""
        last = bisect_left(self._covered_starts, span.end)
        first = bisect_left(self._covered_starts, span.start - 2000)
        found = {one.id: one for _, end, one in self._covered[first:last] if end > span.start}
        return list(found.values())

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Whom or what the document is about: the named in its headline, and the two that it names most often."""
        counts: dict[str, int] = {}
        for one in self._mentions:
            if one.party.named and one.party.kind in TOPICAL:
                counts[one.party.id] = counts.get(one.party.id, 0) + 1
        heads = [block for block in self.document.blocks if block.kind == "headline"]
        above = [one.party.id for block in heads for one in self.mentions(block.span) if one.party.id in counts]
        most = sorted(counts, key=lambda party: (-counts[party], party))[:2]
        return tuple(dict.fromkeys((*above, *most)))

    @cached_property
    def _sources(self) -> list[Span]:
        spans = {
            span
            for one in self.statements
            for link in one.chain
            if link.source is not None
            for span in link.source.spans
        }
        return sorted(spans)

    def names_source(self, span: Span) -> bool:
        """Whether a span stands in the words that name a source."""
        at = bisect_right(self._sources, Span(span.start, 1 << 60))
        return any(one.end >= span.end for one in self._sources[max(0, at - 3) : at])

    def statement_at(self, span: Span) -> Appearance | None:
        """The one statement that shares a character with a span; None where there are several or none."""
        held = self.statements_of(span)
        return held[0] if len(held) == 1 else None

    def claims_of(self, statements: Sequence[Appearance]) -> tuple[str, ...]:
        """The claims under which any of these statements stand."""
        return tuple(dict.fromkeys(claim for one in statements for claim in self._claims.get(one.id, ())))

    @cached_property
    def all_claims(self) -> tuple[str, ...]:
        """Every claim under which a statement of the document stands."""
        return self.claims_of(self.statements)

    def claims_about(self, party: str) -> tuple[str, ...]:
        """The claims of the statements about a party."""
        return self.claims_of([one for one in self.statements if party in one.about])

    def uncovered(self) -> Iterator[Span]:
        """The stretches that no statement holds: descriptions of sources, remarks."""
        for block in self.blocks:
            at = block.start
            for start, end, _ in self._covered[
                bisect_left(self._covered_starts, block.start) : bisect_left(self._covered_starts, block.end)
            ]:
                if at < start:
                    yield Span(at, start)
                at = max(at, end)
            if at < block.end:
                yield Span(at, block.end)


def scenes(material: Material, claims: Claimed) -> list[Scene]:
    """The scenes of all documents, in the order of publication."""
    mentions: dict[str, list[Named]] = {name: [] for name in material.documents}
    for party in material.findings.parties:
        for mention in party.mentions:
            if mention.document in mentions and mention.spans:
                mentions[mention.document].append(Named(_around(mention.spans), party))
    return [
        Scene(material.documents[name], material.of_document[name], mentions[name], claims) for name in material.place
    ]


def _around(spans: Spans) -> Span:
    return Span(spans[0].start, spans[-1].end)
