"""Fingerprints of a text's own wording: what stands outside quotation marks, seven words at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from wherefrom.model import Block, Document, Span
from wherefrom.reader.quotations import quotations

Hashes = NDArray[np.uint64]

LENGTH = 7
"""Words of a shingle. Independent reports of one event share up to a quarter of theirs through quotations, and almost
none outside them."""

_WINDOW = 6
"""Of so many shingles in a row one is kept (winnowing, Schleimer and others 2003): texts that share a run of
LENGTH + _WINDOW - 1 = 12 words share a fingerprint."""

_OWN = frozenset({"headline", "heading", "paragraph"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FACTORS = np.array([pow(0x9E3779B97F4A7C15, LENGTH - 1 - at, 1 << 64) for at in range(LENGTH)], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Wording:
    """A document's own words: their places, and the hash of each shingle by the word that it begins with.

    `runs` says which words follow one another: a shingle lies in one run, and never over a quotation or two blocks.
    """

    places: NDArray[np.int64]
    """A row for each word: where it begins and ends."""
    begins: NDArray[np.int64]
    hashes: Hashes
    ordered: Hashes
    """The hashes once more, sorted."""


def wording_of(document: Document) -> Wording:
    """The words of a document outside quotations, captions, bylines and what belongs to the page around it."""
    text = document.text
    blocks = [block for block in document.blocks if block.kind in _OWN]
    low = text.lower().replace("’", "'")
    known = low if len(low) == len(text) else text  # a few letters have no lower case of one character
    places: list[tuple[int, int]] = []
    codes: list[int] = []
    runs: list[int] = []
    for start, end in quotations(text, blocks).outside([block.span for block in blocks]):
        for line in _lines(blocks, start, end):
            found = [match.span() for match in _WORD.finditer(text, line.start, line.end)]
            places += found
            codes += [_code(known[one:other]) for one, other in found]
            runs += [line.start] * len(found)
    begins, hashes = _shingles(np.array(codes, dtype=np.uint64), np.array(runs, dtype=np.int64))
    return Wording(np.array(places, dtype=np.int64).reshape(-1, 2), begins, hashes, np.sort(hashes))


def fingerprints(wording: Wording) -> Hashes:
    """The hashes by which texts that share twelve words in a row are found; each once, sorted."""
    hashes = wording.hashes
    kept = wording.ordered if len(hashes) <= _WINDOW else np.sort(sliding_window_view(hashes, _WINDOW).min(axis=1))
    return kept[np.concatenate(([True], kept[1:] != kept[:-1]))] if len(kept) else kept


def shared_words(later: Wording, earlier: Wording) -> NDArray[np.bool_]:
    """Which words of `later` stand in a shingle that `earlier` has too."""
    shared = np.zeros(len(later.places), dtype=np.bool_)
    if len(earlier.ordered) == 0:
        return shared
    at = np.minimum(np.searchsorted(earlier.ordered, later.hashes), len(earlier.ordered) - 1)
    begins = later.begins[earlier.ordered[at] == later.hashes]
    for offset in range(LENGTH):
        shared[begins + offset] = True
    return shared


def stretches(wording: Wording, words: NDArray[np.bool_]) -> list[tuple[Span, int]]:
    """Runs of marked words: where each stands in the text, and how many words it has."""
    padded = np.concatenate(([False], words, [False]))
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    firsts, lasts = edges[::2], edges[1::2]
    starts, ends = wording.places[firsts, 0].tolist(), wording.places[lasts - 1, 1].tolist()
    counts = (lasts - firsts).tolist()
    return [(Span(start, end), count) for start, end, count in zip(starts, ends, counts, strict=True)]


def _lines(blocks: Sequence[Block], start: int, end: int) -> list[Span]:
    """A stretch outside quotations, cut where another block begins."""
    cuts = [block.start for block in blocks if start < block.start < end]
    edges = [start, *cuts, end]
    return [Span(one, other) for one, other in pairwise(edges)]


@lru_cache(maxsize=1 << 18)
def _code(word: str) -> int:
    return crc32(word.lower().replace("’", "'").encode("utf-8", "surrogatepass"))


def _shingles(codes: Hashes, runs: NDArray[np.int64]) -> tuple[NDArray[np.int64], Hashes]:
    """Where shingles begin, and their hashes (polynomials of the words' codes, modulo 2 to the 64th)."""
    if len(codes) < LENGTH:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint64)
    whole = runs[: len(runs) - LENGTH + 1] == runs[LENGTH - 1 :]
    hashes = (sliding_window_view(codes, LENGTH) * _FACTORS).sum(axis=1, dtype=np.uint64)
    return np.flatnonzero(whole), hashes[whole]
