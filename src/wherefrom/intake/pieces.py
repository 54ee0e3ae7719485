"""Stretches of text before it is known what they are, and the plain text made of the pieces of a marked-up one."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from .metadata import writable

Hint = Literal["heading", "prose", "caption", "credit"] | None
"""What the markup says a piece is, where it says so. "prose" may not be a heading: list items, quotations."""

SEPARATOR = "\n\n"
"""What stands between the pieces in the plain text of a marked-up one."""


class Piece(NamedTuple):
    """One block's words, markup removed."""

    text: str
    hint: Hint


class Stretch(NamedTuple):
    """A place in the text, without white space at its ends, that nothing but one block or a few stand in.

    `alone` says that it is set off from what is before it by more than a line end.
    """

    start: int
    end: int
    hint: Hint = None
    alone: bool = True


def set_out(pieces: Iterable[Piece]) -> tuple[str, list[Stretch]]:
    """The plain text of these pieces, blank lines between them, and where each stands in it.

    White space within a piece is made single; what cannot be written as UTF-8 is replaced; empty pieces are dropped.
    """
    texts: list[str] = []
    stretches: list[Stretch] = []
    place = 0
    for piece in pieces:
        words = " ".join(writable(piece.text).split())
        if not words:
            continue
        texts.append(words)
        stretches.append(Stretch(place, place + len(words), piece.hint))
        place += len(words) + len(SEPARATOR)
    return SEPARATOR.join(texts), stretches
