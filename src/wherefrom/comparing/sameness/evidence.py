"""How likely two statements are to carry one claim, and why."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wherefrom.comparing.vectors import Floats

from .features import Features


@dataclass(frozen=True, slots=True)
class Weights:
    """Of a logistic regression: what each kind of evidence adds to the logarithm of the odds."""

    bias: float
    close: float
    close_apart: float
    figures: float


WEIGHTS = Weights(bias=-2.81, close=2.97, close_apart=3.54, figures=0.59)
"""Fitted by `python -m training.sameness` on all pairs of the labelled statements of the nine stories; pairs of the five
invented ones count for .3 of the others, since their claims are cut finer."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Of two statements: the probability that they carry one claim, and the reasons in plain words."""

    probability: float
    why: tuple[str, ...]


def measures(held: Features) -> Floats:
    """(kinds, rows, rows): closeness, closeness apart from the documents' own direction, shared figures."""
    close = held.vectors @ held.vectors.T
    apart = held.centred @ held.centred.T
    return np.stack([close, apart, _share_figures(held.figures).astype(np.float32)])


def log_odds(held: Features, weights: Weights = WEIGHTS) -> Floats:
    """(rows, rows): the logarithm of the odds that two statements carry one claim."""
    total: Floats = held.vectors @ held.vectors.T
    total *= np.float32(weights.close)
    total += np.float32(weights.bias)
    apart = held.centred @ held.centred.T
    apart *= np.float32(weights.close_apart)
    total += apart
    total[_share_figures(held.figures)] += np.float32(weights.figures)
    return total


def likeness(held: Features, one: int, other: int, weights: Weights = WEIGHTS) -> Likeness:
    """Of two rows, with reasons."""
    odds = float(log_odds(_only(held, (one, other)), weights)[0, 1])
    names = sorted(set(held.names[one]) & set(held.names[other]))
    figures = sorted(held.figures[one] & held.figures[other])
    apart = float(held.centred[one] @ held.centred[other])
    why = [f"their words mean {_how_close(apart)}"]
    if names:
        why.append(f"both name {', '.join(names)}")
    if figures:
        why.append(f"both give {', '.join(f'{value:g} {unit}'.strip() for value, unit in figures)}")
    return Likeness(float(1 / (1 + np.exp(-odds))), tuple(why))


def _how_close(apart: float) -> str:
    return (
        "nearly the same"
        if apart >= 0.7
        else "much the same"
        if apart >= 0.45
        else "something alike"
        if apart >= 0.2
        else "little alike"
    )


def _only(held: Features, rows: Sequence[int]) -> Features:
    picked = list(rows)
    return Features(
        tuple(held.appearances[row] for row in picked),
        held.vectors[picked],
        held.centred[picked],
        tuple(held.names[row] for row in picked),
        tuple(held.figures[row] for row in picked),
    )


def _share_figures(figures: Sequence[frozenset[tuple[float, str]]]) -> NDArray[np.bool_]:
    """(rows, rows): whether two statements have a figure in common, whatever it counts."""
    having: dict[float, list[int]] = defaultdict(list)
    for row, told in enumerate(figures):
        for value, _ in told:
            having[value].append(row)
    shared = np.zeros((len(figures), len(figures)), np.bool_)
    for rows in having.values():
        shared[np.ix_(rows, rows)] = True
    return shared
