"""How far people who rated the same evidence agree: which cells, in plain counts.

No coefficient is told: kappa over a handful of cells says less than the cells themselves, and a person can look these up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from wherefrom.model.judgement import Consistency

from .ranking import SCALE, Rated

Place = tuple[str, str]
"""A cell: row and column."""

_NEIGHBOURS = frozenset(frozenset(pair) for pair in pairwise(SCALE))
_AGAINST: frozenset[Consistency] = frozenset({"very-inconsistent", "inconsistent"})
_FOR: frozenset[Consistency] = frozenset({"consistent", "very-consistent"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the cells that two people both rated: which they rated the same, one step apart, or on opposite sides of the scale.

    `further` lie more than a step apart on the same side of it or from its middle; `applies`: one of them holds that the column does
    not apply to the row. Each cell that both rated is in exactly one of these.
    """

    one: str
    other: str
    both: tuple[Place, ...]
    same: tuple[Place, ...]
    one_step: tuple[Place, ...]
    opposite: tuple[Place, ...]
    further: tuple[Place, ...]
    applies: tuple[Place, ...]


def agreements(rated: Mapping[str, Rated], rows: Sequence[str], columns: Sequence[str]) -> tuple[Agreement, ...]:
    """The agreement of each two people, by their names, over these rows and columns."""
    return tuple(_agreement(one, other, rated, rows, columns) for one, other in combinations(sorted(rated), 2))


def _agreement(
    one: str, other: str, rated: Mapping[str, Rated], rows: Sequence[str], columns: Sequence[str]
) -> Agreement:
    mine, theirs = rated[one], rated[other]
    both = [(row, column) for row in rows for column in columns if (row, column) in mine and (row, column) in theirs]
    found: dict[str, list[Place]] = {"same": [], "one_step": [], "opposite": [], "further": [], "applies": []}
    for place in both:
        found[_how(mine[place], theirs[place])].append(place)
    return Agreement(one, other, tuple(both), **{how: tuple(places) for how, places in found.items()})


def _how(one: Consistency, other: Consistency) -> str:
    if one == other:
        return "same"
    if "not-applicable" in {one, other}:
        return "applies"
    if frozenset({one, other}) in _NEIGHBOURS:
        return "one_step"
    return "opposite" if {one, other} & _FOR and {one, other} & _AGAINST else "further"
