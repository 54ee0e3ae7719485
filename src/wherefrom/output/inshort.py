"""A story in short, as the dossier opens: each sentence with the exact words that it rests on, and what would be needed for more."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from wherefrom.judging.briefs import Brief, LineKind, briefs
from wherefrom.judging.needed import Need
from wherefrom.judging.sentences import Called, Cited, Ground, Piece, Printed, Sentence, in_marks
from wherefrom.judging.sourcing import Desk
from wherefrom.model import Findings

from .quoting import Quoted, quoted, sentence
from .shared import Shelf

HEADINGS: dict[LineKind, str] = {
    "told": "What is told",
    "origins": "How many origins",
    "leads": "Where it leads",
    "source": "Who stands behind it",
    "knows": "What they are said to know",
    "names": "Who speaks by name",
    "drift": "What changed on the way",
    "denied": "Who denies or doubts it",
    "conflicts": "What contradicts",
    "untold": "What cannot be told",
}

MOST_GROUNDS = 12
"""Extracts under a sentence that are seen at once."""

MOST_NEEDS = 6
"""Needs that are seen at once."""

MOST_STORIES = 5
"""Stories that are told in short; of more, each has its claims below."""

Tone = Literal["own", "cited", "called", "printed"]


@dataclass(frozen=True, slots=True)
class Token:
    """A few words of a sentence, and what they are: our own, a text's, a name, an outlet's name."""

    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence ready to be shown: its words, the extracts that it rests on, how many more there are, and the claims that it counts."""

    tokens: tuple[Token, ...]
    grounds: tuple[Quoted, ...]
    further: tuple[Quoted, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences under one heading."""

    kind: LineKind
    heading: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What would be needed, and why."""

    kind: str
    what: tuple[Token, ...]
    why: Told


@dataclass(frozen=True, slots=True)
class InShort:
    """A story in short."""

    documents: int
    parts: tuple[Part, ...]
    wanted: tuple[Wanted, ...]
    further: tuple[Wanted, ...]


Rendering = Callable[[Piece], Token]


def in_short(shelf: Shelf, findings: Findings) -> tuple[InShort, ...]:
    """The stories in these findings, that of most documents first."""
    return tuple(_shown(shelf, one, token) for one in briefs(Desk.of(findings))[:MOST_STORIES])


def _shown(shelf: Shelf, brief: Brief, rendering: Rendering) -> InShort:
    parts = []
    for kind, lines in groupby(brief.lines, key=lambda line: line.kind):
        parts.append(Part(kind, HEADINGS[kind], tuple(_told(shelf, line.sentence, rendering) for line in lines)))
    wanted = tuple(_wanted(shelf, need, rendering) for need in brief.needs)
    return InShort(len(brief.documents), tuple(parts), wanted[:MOST_NEEDS], wanted[MOST_NEEDS:])


def _wanted(shelf: Shelf, need: Need, rendering: Rendering) -> Wanted:
    return Wanted(need.kind, tokens(need.what, rendering), _told(shelf, need.why.on(need.what.grounds), rendering))


def _told(shelf: Shelf, one: Sentence, rendering: Rendering) -> Told:
    grounds = tuple(words for at in one.grounds if (words := words_at(shelf, at)) is not None)
    return Told(tokens(one, rendering), grounds[:MOST_GROUNDS], grounds[MOST_GROUNDS:], one.claims)


def tokens(one: Sentence, rendering: Rendering) -> tuple[Token, ...]:
    """The pieces of a sentence as they are shown."""
    return tuple(map(rendering, one.pieces))


def token(piece: Piece) -> Token:
    """A piece with the exact words, and names as texts have them."""
    match piece:
        case str():
            return Token("own", piece)
        case Cited():
            return Token("cited", in_marks(piece.words))
        case Called():
            return Token("called", piece.name)
        case Printed():
            return Token("printed", piece.name)


def words_at(shelf: Shelf, at: Ground) -> Quoted | None:
    """The exact words: within their statement, or within their sentence where they are in none."""
    statement = shelf.material.appearances.get(at.appearance or "")
    document = shelf.material.documents.get(at.document)
    if document is None:
        return None
    said = statement.spans if statement is not None else sentence(document.text, at.spans)
    return quoted(shelf, at.document, at.appearance, said, () if said == at.spans else at.spans)
