"""Sentences about findings, in pieces: our own words, words of a text, names; each sentence with the words that it rests on.

Pieces keep apart what is ours and what a text's, so that a sentence can be shown with the exact words or, where these must not leave, with
the places at which they stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Spans, slice_of

_MARKS = '“”"«»„'


@dataclass(frozen=True, slots=True)
class Ground:
    """Words of a document that something said about it rests on; `appearance` where they are a statement, or belong to one."""

    document: str
    spans: Spans
    appearance: str | None = None

    @classmethod
    def of(cls, appearance: Appearance, spans: Spans | None = None) -> "Ground":
        """A whole statement, or other words that belong to it."""
        return cls(appearance.document, appearance.spans if spans is None else spans, appearance.id)


@dataclass(frozen=True, slots=True)
class Cited:
    """A text's exact words, with where they stand."""

    words: str
    at: Ground


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody by the name, or the words, that texts have for them; `kind` is what they are in a word: "person", "organisation"."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Printed:
    """An outlet by its name."""

    name: str


Piece: TypeAlias = str | Cited | Called | Printed


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the words that it rests on, and the claims that it counts."""

    pieces: tuple[Piece, ...]
    grounds: tuple[Ground, ...] = ()
    claims: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The sentence with the exact words."""
        return "".join(map(plain, self.pieces))

    def on(self, grounds: Iterable[Ground]) -> "Sentence":
        """The same, resting on these words, each once."""
        return replace(self, grounds=tuple(dict.fromkeys((*self.grounds, *grounds))))


def said(*pieces: Piece | Sequence[Piece]) -> Sentence:
    """A sentence of pieces and of rows of pieces."""
    flat: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str | Cited | Called | Printed):
            flat.append(piece)
        else:
            flat.extend(piece)
    return Sentence(tuple(flat))


def plain(piece: Piece) -> str:
    """A piece as it is read."""
    match piece:
        case str():
            return piece
        case Cited():
            return in_marks(piece.words)
        case _:
            return " ".join(piece.name.split())


def in_marks(words: str) -> str:
    """Words in quotation marks, but for those that bring their own."""
    one = " ".join(words.split())
    return one if one[:1] in _MARKS and one[-1:] in _MARKS else f"“{one}”"


def cited(material: Material, at: Ground) -> Cited:
    """The exact words at a place."""
    return Cited(slice_of(material.documents[at.document].text, at.spans), at)


def listed(pieces: Iterable[Sequence[Piece]], most: int = 6) -> tuple[Piece, ...]:
    """Several things after each other: "a, b and c"; what is beyond `most` is counted."""
    given = list(pieces)
    shown: list[Sequence[Piece]] = given if len(given) <= most + 1 else [*given[:most], (f"{len(given) - most} more",)]
    found: list[Piece] = []
    for place, one in enumerate(shown):
        if place:
            found.append(" and " if place == len(shown) - 1 else ", ")
        found.extend(one)
    return tuple(found)


def counted(number: int, thing: str, things: str | None = None) -> str:
    """How many there are, in words that agree: "1 claim", "2 claims", "3 have no date"."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
