"""Vectors of text: a weighted sum of one vector a word piece, distilled from a sentence encoder (`training.vectors`).

On the labelled stories they tell statements of one claim from others as well as the encoder that taught them
(average precision .48 and .20 on the shared and the invented stories, both), at a hundredth of its cost. They are made from text alone, so that it
does not matter which reader found the statements.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wherefrom.reader.wordpiece import shipped

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
        pieces = shipped().pieces(text)
        rows = np.fromiter((piece.id for piece in pieces), np.intp, len(pieces))
        counts = np.fromiter((names if piece.case else 1.0 for piece in pieces), np.float32, len(pieces))
        total: Floats = (self.scales[rows] * counts) @ self.table[rows].astype(np.float32)
        return total, float(self.weights[rows] @ counts)


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
