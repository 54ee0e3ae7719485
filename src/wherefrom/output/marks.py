"""An article cut into stretches, each knowing which claims mark it and as what.

Contents nest, and overlap with sources and cues; so the text is cut at every border, and each piece names all that
runs over it. Put together again, the pieces are the document's text, character by character.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from wherefrom.model import Appearance, Document, Span, Spans

from .wording import block_labels

Role = Literal["content", "own", "source", "cue", "hedge", "nest", "condition"]
"""As what a claim marks a stretch: `own` is content on the outlet's own word, `nest` what an outer link governs."""

INNER: tuple[Role, ...] = ("source", "cue", "hedge")
"""Roles that are drawn with a line of their own, one within the other, so that none hides another."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim, by its number in the document, and a stretch that it marks."""

    claim: int
    role: Role
    spans: Spans


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch over which nothing changes. `begins` names the claims whose words begin here, `opens` the roles."""

    text: str
    marks: tuple[tuple[int, Role], ...] = ()
    begins: tuple[int, ...] = ()
    opens: tuple[Role, ...] = ()

    @property
    def ground(self) -> Role | None:
        """Whether it is some claim's content; attributed content shows through the outlet's own word."""
        roles = {role for _, role in self.marks}
        return "content" if "content" in roles else "own" if "own" in roles else None

    @property
    def inner(self) -> tuple[Role, ...]:
        """What else it is, outermost line first."""
        roles = {role for _, role in self.marks}
        return tuple(role for role in INNER if role in roles)


@dataclass(slots=True)
class Part:
    """A block of the article, or (kind None) the text between two blocks."""

    kind: str | None
    label: str
    pieces: list[Piece] = field(default_factory=list)


def marks_of(appearances: Sequence[Appearance]) -> Iterator[Mark]:
    """All that the claims of a document mark in it; claims count from 1."""
    for number, appearance in enumerate(appearances, 1):
        yield Mark(number, "content" if appearance.chain else "own", appearance.spans)
        for link in appearance.chain:
            if link.source is not None:
                yield Mark(number, "source", link.source.spans)
            if link.cue is not None:
                yield Mark(number, "cue", link.cue.spans)
            if link.content != appearance.spans:
                yield Mark(number, "nest", link.content)
        for hedge in appearance.certainty.hedges:
            yield Mark(number, "hedge", hedge.spans)
        if appearance.condition is not None:
            yield Mark(number, "condition", appearance.condition.spans)


def article(document: Document, marks: Iterable[Mark]) -> tuple[Part, ...]:
    """The article's blocks in order, cut at the borders of all marks; nothing of the text is left out or added."""
    frames = list(_frames(document))
    parts = [part for part, _ in frames]
    held = list(marks)
    at = 0
    for span, piece in _pieces(document.text, held, [start for _, start in frames]):
        while at + 1 < len(frames) and frames[at + 1][1] <= span.start:
            at += 1
        parts[at].pieces.append(piece)
    return tuple(part for part in parts if part.pieces)


def _frames(document: Document) -> Iterator[tuple[Part, int]]:
    """Blocks and the stretches between them, with where each begins; blocks that overlap are cut to what is left."""
    reached = 0
    length = len(document.text)
    for block, label in sorted(zip(document.blocks, block_labels(document), strict=True), key=lambda it: it[0].start):
        start, end = max(block.start, reached), min(block.end, length)
        if start >= end:
            continue
        if start > reached:
            yield Part(None, ""), reached
        yield Part(block.kind, label), start
        reached = end
    if reached < length:
        yield Part(None, ""), reached


def _pieces(text: str, marks: Sequence[Mark], borders: Iterable[int]) -> Iterator[tuple[Span, Piece]]:
    """The text cut at the borders and at every beginning and end of a mark."""
    length = len(text)
    begins: dict[int, list[tuple[int, Role, bool]]] = {}
    ends: dict[int, list[tuple[int, Role]]] = {}
    for mark in marks:
        within = [
            Span(max(0, start), min(end, length)) for start, end in mark.spans if max(0, start) < min(end, length)
        ]
        for place, span in enumerate(within):
            begins.setdefault(span.start, []).append((mark.claim, mark.role, place == 0))
            ends.setdefault(span.end, []).append((mark.claim, mark.role))
    cuts = sorted({0, length, *begins, *ends, *borders})
    running: list[tuple[int, Role]] = []
    for start, end in pairwise(cuts):
        for ended in ends.get(start, ()):
            running.remove(ended)
        new = begins.get(start, ())
        running.extend((claim, role) for claim, role, _ in new)
        firsts = tuple(sorted({claim for claim, role, first in new if first and role in {"content", "own"}}))
        opened = tuple(role for role in INNER if any(role == opening for _, opening, _ in new))
        yield Span(start, end), Piece(text[start:end], tuple(sorted(set(running))), firsts, opened)
