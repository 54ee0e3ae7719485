"""What would change the picture: which column, or which source, if it were wrong or were not there, would change the order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from wherefrom.model.judgement import Consistency

from .ranking import Order, Rated, Tiers, tiers

How = Literal["wrong", "left-out"]
"""Turned round, as if the opposite had been found; or as if nobody had ever heard of it."""

_TURNED: Mapping[Consistency, Consistency] = {
    "very-inconsistent": "very-consistent",
    "inconsistent": "consistent",
    "consistent": "inconsistent",
    "very-consistent": "very-inconsistent",
}
"""What a rating becomes where evidence turns out to be wrong; the others stay what they are."""


@dataclass(frozen=True, slots=True)
class Move:
    """How two rows stand to each other then, and did not before: `first` comes before `second`, or they are level."""

    first: str
    second: str
    level: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of the order if these columns are wrong or left out; `source` is whose they are, None where it is one column by itself.

    `top`: another row, or another set of rows, comes first then. Without any tier nothing is left to go by.
    """

    columns: tuple[str, ...]
    source: str | None
    how: How
    tiers: Tiers
    top: bool
    moves: tuple[Move, ...]


def changes(found: Order, rated: Rated, sources: Iterable[tuple[str, Collection[str]]]) -> tuple[Change, ...]:
    """Whatever changes the order, one column at a time, then one source at a time with all its columns; empty where nothing does.

    `sources` are names, each with the columns that fall with it. One that has a single column in the order is told of by that column alone.
    """
    if not found.tiers:
        return ()
    asked: list[tuple[tuple[str, ...], str | None]] = [((column,), None) for column in found.columns]
    for source, held in sources:
        several = tuple(column for column in found.columns if column in held)
        if len(several) > 1:
            asked.append((several, source))
    told = (_change(found, rated, held, source, how) for held, source in asked for how in ("wrong", "left-out"))
    return tuple(one for one in told if one is not None)


def turned(rated: Rated, columns: Collection[str]) -> Rated:
    """The same ratings with these columns turned round; twice gives what it was."""
    return {(row, column): _TURNED.get(it, it) if column in columns else it for (row, column), it in rated.items()}


def _change(found: Order, rated: Rated, held: tuple[str, ...], source: str | None, how: How) -> Change | None:
    rows = [one.row for one in found.against]
    if how == "wrong":
        then = tiers(rows, found.columns, turned(rated, held))
    else:
        then = tiers(rows, [column for column in found.columns if column not in held], rated)
    if _as_sets(then) == _as_sets(found.tiers):
        return None
    top = not then or set(then[0]) != set(found.tiers[0])
    return Change(held, source, how, then, top, tuple(_moves(found.tiers, then)) if then else ())


def _moves(before: Tiers, then: Tiers) -> Iterable[Move]:
    """The pairs that stand otherwise, those that come out first first."""
    old, new = _places(before), _places(then)
    for one, other in combinations([row for tier in then for row in tier], 2):
        level = new[one] == new[other]
        if level and old[one] != old[other]:
            yield Move(one, other, level=True) if old[one] < old[other] else Move(other, one, level=True)
        elif not level and old[one] >= old[other]:
            yield Move(one, other)


def _places(found: Tiers) -> Mapping[str, int]:
    return {row: place for place, tier in enumerate(found) for row in tier}


def _as_sets(found: Tiers) -> Sequence[frozenset[str]]:
    return [frozenset(tier) for tier in found]
