"""A sentence of a draft as what is looked for, and the held sentences that say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Appearance, Document, Findings, Span, slice_of

from .overstating import subject
from .passages import Library, Passage
from .support import Sought, Support, supports
from .verdicts import Held
from .voices import Standing, Voice, names_outlet, standing_of, stated
from .wording import Token

SAYS = 0.4
"""How near a held sentence must be (`Support.score`) to be one that says it. Of the labelled drafts' 150 sentences
(`benchmarks.drafts`) the five that nothing held says came to .39 at most, the others to .40 at least, and all but three to .5."""

NEARLY = 0.85
"""Held sentences that are nearly as near as the nearest say the same. At .77 two planted errors fewer are found, since what only stands
beside it comes in; at .94 one more, with one false alarm, since another report that has it in its own words does not."""

NAMES_ASIDE = 0.5
"""How much of what one held sentence tells besides names another must tell as well to say the same; all tell of the same few people."""

SHOWN = 3
"""Held sentences that are shown for one reason."""

_ENOUGH = 3
"""Words by which a statement of a sentence can be looked for by itself."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A statement of a sentence of the draft, or the sentence: its words, and where they stand."""

    passage: Passage
    span: Span
    words: tuple[Token, ...]
    statements: tuple[Appearance, ...]

    @classmethod
    def whole(cls, passage: Passage) -> Self:
        """All of a sentence."""
        return cls(passage, passage.span, passage.tokens, passage.statements)


def units(passage: Passage) -> list[Unit]:
    """The statements of a sentence where it has several that say enough; none where it is best taken as a whole."""
    found = []
    for one in passage.statements:
        words = tuple(token for token in passage.tokens if any(start <= token.start < end for start, end in one.spans))
        if len(words) >= _ENOUGH:
            span = Span(max(passage.span.start, one.spans[0].start), min(passage.span.end, one.spans[-1].end))
            found.append(Unit(passage, span, words, (one,)))
    return found if len(found) > 1 else []


@dataclass(frozen=True, slots=True)
class Row:
    """A held sentence that says what a unit says, and on whose word it stands there."""

    support: Support
    standing: Standing

    @property
    def passage(self) -> Passage:
        """The held sentence."""
        return self.support.passage

    @property
    def statement(self) -> Appearance | None:
        """The statement that was read there."""
        return self.standing.statement

    @property
    def name(self) -> str | None:
        """The id of that statement."""
        return None if self.statement is None else self.statement.id


@dataclass(frozen=True, slots=True)
class Found:
    """The held sentences that are `near` to a unit, the nearest first, and those that say the `same`."""

    unit: Unit
    near: tuple[Support, ...]
    same: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft and what it is held against."""

    draft: Document
    parties: dict[str, str]
    library: Library
    outlets: Outlets

    @classmethod
    def of(cls, draft: Findings, held: Findings, outlets: Outlets) -> Self:
        """From the reading of one document and compared findings."""
        (document,) = draft.documents
        return cls(document, {one.id: one.name for one in draft.parties}, Library.of(held), outlets)

    def look_for(self, unit: Unit) -> Found:
        """The held sentences that say what a unit says; headlines only where no paragraph does."""
        text = slice_of(self.draft.text, (unit.span,))
        near = supports(self.library, Sought(unit.words, text, self._cited(unit.passage), unit.passage.figures))
        body = [one for one in near if one.passage.kind == "paragraph"] or list(near)
        best = max((one.score for one in body), default=0.0)
        same = [one for one in near if one.score >= max(SAYS, NEARLY * best)]
        told = [one for one in same if one.passage.kind == "paragraph"] or same
        most = max((one.plainly for one in told), default=0.0)
        told = [one for one in told if one.plainly >= NAMES_ASIDE * most]
        return Found(unit, near, tuple(Row(one, standing_of(one, self.library.parties)) for one in told))

    def voices(self, passage: Passage) -> tuple[Voice, ...]:
        """Whose word a sentence of the draft says it is; "officials put it at" where the reader found nobody."""
        return stated(passage.statements, self.parties) or subject(passage)

    def _cited(self, passage: Passage) -> frozenset[str]:
        """The documents of outlets that a sentence names."""
        documents = self.library.findings.documents
        return frozenset(one.id for one in documents if names_outlet(one.publisher, passage.text))


def once(held: Iterable[Held]) -> tuple[Held, ...]:
    """Held words, each once, and no more than are shown."""
    kept = {(one.document, one.spans): one for one in held}
    return tuple(kept.values())[:SHOWN]
