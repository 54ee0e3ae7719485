"""A stretch of text as small tokens: runs of letters, runs of digits, and single other characters."""

import re
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\S")
_LONG = re.compile(r"[0-9./:,'’+~–-]{41,}")
"""Digits and marks without end, in which no time stands; the longest date with hours is shorter."""

_MARGIN = ("",) * 40
"""Empty words behind the last, which are also those before the first: a place of -1 is the end of the tuple."""

_SAME = {"’": "'", "‘": "'", "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens with their places in the whole text; `words` are lower-case, quotation marks and hyphens made plain."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    memory: dict[str, dict[int, Any]] = field(default_factory=dict, compare=False, repr=False)
    """What rules of the grammar answered, by rule and place (see `gates.remembered`)."""

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, place: int) -> str:
        """The token there; empty outside, as far as `_MARGIN`."""
        return self.words[place]

    def at(self, place: int, *expected: str) -> bool:
        """Whether these tokens stand there one after the other."""
        return self.words[place : place + len(expected)] == expected if place >= 0 else False

    def raw(self, place: int) -> str:
        """The token as it is written; empty outside."""
        return self.text[self.starts[place] : self.ends[place]] if 0 <= place < len(self.starts) else ""

    def glued(self, place: int) -> bool:
        """Whether no white space stands before the token."""
        return 0 < place < len(self.starts) and self.starts[place] == self.ends[place - 1]

    def capital(self, place: int) -> bool:
        """Whether it begins with a capital letter."""
        return self.raw(place)[:1].isupper()

    def skip(self, place: int, *optional: str) -> int:
        """The place behind the token there if it is one of these; else the same place."""
        return place + 1 if self.word(place) in optional else place

    def digits(self, place: int) -> int | None:
        """The number there, if it is written in up to four digits."""
        word = self.word(place)
        return int(word) if 0 < len(word) <= 4 and word.isdecimal() and word.isascii() else None


def tokens_of(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end]."""
    runs = [match.span() for match in _LONG.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    for first, last in [*runs, (end, end)]:
        found.extend(match.span() for match in _TOKEN.finditer(text, start, first))
        if first < last:
            found.append((first, last))
        start = last
    words = tuple(_SAME.get(word, word) for word in (text[first:last].lower() for first, last in found))
    return Tokens(text, words + _MARGIN, tuple(first for first, _ in found), tuple(last for _, last in found))
