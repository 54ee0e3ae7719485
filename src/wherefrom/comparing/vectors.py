"""Vectors of text: a weighted sum of one vector a word piece, distilled from a sentence encoder (`training.vectors`).

On the labelled stories they tell statements of one claim from others as well as the encoder that taught them
(average precision .48 and .20 on the shared and the invented stories, both), at a hundredth of its cost. They are made from text alone, so that it
does not matter which reader found the statements.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wherefrom.reader.wordpiece import shipped

_WORD = re.compile(r"(?:[^\s]|[\x0b\x0c\x1c-\x1f\x85])+")
"""What stands between white space, as word pieces see it (`reader.wordpiece`): no piece reaches from one word to the next."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PieceVectors:
    """Of every word piece: a vector, already multiplied with its weight, in whole numbers and a scale; and the weight."""

    table: NDArray[np.int8]
    scales: Floats
    weights: Floats

    @property
    def width(self) -> int:
        """The length of a vector."""
        return int(self.table.shape[1])

    def said(self, text: str, names: float = 1.0) -> tuple[Floats, float]:
        """The sum of a text's pieces' vectors, and how much they say: the sum of their weights.

        Words with a capital count `names` times. A bare "it" says about .1, a short clause 3 to 6.
        """
        found = [_piece_ids(word) for word in _WORD.findall(text)]
        ids = [number for numbers, _ in found for number in numbers]
        capitals = [capital for _, held in found for capital in held]
        rows = np.array(ids, np.intp)
        counts = np.where(np.array(capitals, np.bool_), np.float32(names), np.float32(1.0))
        total: Floats = (self.scales[rows] * counts) @ self.table[rows].astype(np.float32)
        return total, float(self.weights[rows] @ counts)


@lru_cache(maxsize=50_000)
def _piece_ids(word: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """A word's pieces by their ids, and whether they have a capital; words are looked up far oftener than they are new."""
    pieces = shipped().pieces(word)
    return tuple(piece.id for piece in pieces), tuple(piece.case > 0 for piece in pieces)


@cache
def piece_vectors() -> PieceVectors:
    """The vectors that ship with the package."""
    with (files("wherefrom.comparing") / "weights" / "vectors.npz").open("rb") as stored, np.load(stored) as held:
        return PieceVectors(held["vectors"], held["scales"], held["weights"])


def unit(rows: Floats) -> Floats:
    """The same directions at length one; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    scaled: Floats = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled


@lru_cache(maxsize=8192)
def direction(text: str) -> Floats:
    """The direction of a text; zeros where it says nothing."""
    return unit(piece_vectors().said(text)[0])


def closeness(one: str, other: str) -> float:
    """The cosine of two texts: about 0 for strangers, 1 for the same words."""
    return float(direction(one) @ direction(other))
