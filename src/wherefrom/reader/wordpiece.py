"""Text to the encoder's word pieces, each with the characters it came from.

The vocabulary and the algorithm are BERT's (uncased): control characters are dropped, letters lower-cased and
stripped of accents, punctuation and CJK characters stand alone, and each word is cut greedily into the longest known
pieces. `tokenizers` does the same, but brings some fifteen packages and an HTTP client with it; where it is
installed, a test holds this module to its output.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

MAX_WORD = 100
"""A word of more characters becomes one unknown piece, as in BERT's own tokenizer."""

_REMEMBERED_WORDS = 50_000
"""Words whose pieces are kept; beyond that the memory is emptied. News text has about 20,000 distinct words per
million, so the limit only guards against junk."""


_WORD = re.compile(r"(?:[^\s]|[\x0b\x0c\x1c-\x1f\x85])+")
"""What stands between white space as BERT sees it: these control characters are none, though Python says they are."""


class Piece(NamedTuple):
    """One word piece: its id in the vocabulary, the characters it covers, and how they are cased.

    `start` and `end` are code points in the text. `case` is 0 for lower case and everything without case, 1 for a
    capital at the start of a word, 2 for a word all in capitals, 3 for any other mixture; all pieces of a word share
    it, since the vocabulary itself knows no case.
    """

    id: int
    start: int
    end: int
    case: int


class WordPiece:
    """BERT's uncased word pieces with character offsets.

    `vocabulary` lists the pieces in the order of their ids.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start_of_window = self._ids["[CLS]"]
        self.end_of_window = self._ids["[SEP]"]
        self.padding = self._ids["[PAD]"]
        self.new_block = self._ids["[unused1]"]
        self._remembered: dict[str, tuple[Piece, ...]] = {}

    def pieces(self, text: str, start: int = 0, end: int | None = None) -> list[Piece]:
        """The pieces of `text[start:end]`, with offsets into the whole of `text`."""
        stop = len(text) if end is None else end
        found: list[Piece] = []
        for match in _WORD.finditer(text, start, stop):
            word, at = match.group(), match.start()
            pieces = self._remembered.get(word)
            if pieces is None:
                pieces = self._remember(word)
            found.extend([Piece(p.id, at + p.start, at + p.end, p.case) for p in pieces])
        return found

    def _remember(self, word: str) -> tuple[Piece, ...]:
        if len(self._remembered) >= _REMEMBERED_WORDS:
            self._remembered.clear()
        pieces = tuple(piece for start, end in _parts(word) for piece in self._cut(word, start, end))
        self._remembered[word] = pieces
        return pieces

    def _cut(self, word: str, start: int, end: int) -> list[Piece]:
        """Cut one part of a word into the longest pieces known; all of it is unknown if any rest is."""
        case = case_of(word[start:end])
        letters: list[str] = []
        origins: list[int] = []
        for offset in range(start, end):
            for letter in _plain(word[offset]):
                letters.append(letter)
                origins.append(offset)
        if not letters:
            return []
        if len(letters) > MAX_WORD:
            return [Piece(self.unknown, origins[0], origins[-1] + 1, case)]
        found: list[Piece] = []
        at = 0
        while at < len(letters):
            for stop in range(len(letters), at, -1):
                candidate = "".join(letters[at:stop])
                number = self._ids.get(candidate if at == 0 else f"##{candidate}")
                if number is not None:
                    found.append(Piece(number, origins[at], origins[stop - 1] + 1, case))
                    at = stop
                    break
            else:
                return [Piece(self.unknown, origins[0], origins[-1] + 1, case)]
        return found


def case_of(word: str) -> int:
    """How a word is cased: 0 lower or caseless, 1 capitalised, 2 all capitals (two letters or more), 3 mixed."""
    if word == word.lower():
        return 0
    if word == word.upper():
        return 2 if sum(letter.isalpha() for letter in word) > 1 else 1
    return 1 if word[1:] == word[1:].lower() else 3


def _parts(word: str) -> list[tuple[int, int]]:
    """Offsets of the parts of a word: runs without punctuation, and each punctuation or CJK character alone."""
    parts: list[tuple[int, int]] = []
    begun: int | None = None
    for offset, letter in enumerate(word):
        if _stands_alone(letter):
            if begun is not None:
                parts.append((begun, offset))
                begun = None
            parts.append((offset, offset + 1))
        elif begun is None:
            begun = offset
    if begun is not None:
        parts.append((begun, len(word)))
    return parts


@cache
def _stands_alone(letter: str) -> bool:
    """Whether BERT's tokenizer makes this character a word of its own."""
    code = ord(letter)
    if code < 128:
        return not letter.isalnum() and letter.isprintable()
    plain = unicodedata.normalize("NFD", letter)[:1]
    if plain != letter and ord(plain) < 128:
        return _stands_alone(plain)
    if unicodedata.category(letter).startswith("P"):
        return True
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


@cache
def _plain(letter: str) -> str:
    """A character in lower case without accents; nothing for control, format and replacement characters."""
    if letter in "\x00\ufffd" or unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"}:
        return ""
    decomposed = unicodedata.normalize("NFD", letter.lower())
    return "".join(part for part in decomposed if unicodedata.category(part) != "Mn")


@cache
def shipped() -> WordPiece:
    """The word pieces of the encoder that ships with the package."""
    listing = (files("wherefrom.reader") / "weights" / "vocab.txt").read_text(encoding="utf-8")
    return WordPiece(listing.split("\n")[:-1])
