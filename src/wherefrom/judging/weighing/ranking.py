"""The order of hypotheses by what speaks against them, as one person rated it; places, never scores."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.model.judgement import Consistency

SCALE: tuple[Consistency, ...] = ("very-inconsistent", "inconsistent", "neither", "consistent", "very-consistent")
"""The ratings that evidence can have where it applies, in their order. Not-applicable stands outside it, and so does what is not rated."""

Rated = Mapping[tuple[str, str], Consistency]
"""What one person rated, by row and column; what is not in it was not rated."""

Tiers = tuple[tuple[str, ...], ...]
"""Rows in order; those of one tier are level."""


@dataclass(frozen=True, slots=True)
class Against:
    """The columns that speak against a row, of those that the order rests on."""

    row: str
    very_inconsistent: tuple[str, ...]
    inconsistent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The order of the rows as one person rated them, and all that it leaves out.

    `tiers` is empty where fewer than two rows can be compared, or no column was rated for all of them. It rests on `columns` alone: those
    rated for every compared row. `alike` are those of them that are rated alike in all rows, which tell nothing apart. `unplaced` are rows
    of which nothing that counts was rated: they have no place, and never the first. `incomplete` columns lack a rating in some compared row,
    `inapplicable` do not apply to one, `discounted` are said to tell nothing apart. `unrated` has every cell without a rating.
    """

    tiers: Tiers
    against: tuple[Against, ...]
    columns: tuple[str, ...]
    alike: tuple[str, ...]
    unplaced: tuple[str, ...]
    incomplete: tuple[str, ...]
    inapplicable: tuple[str, ...]
    discounted: tuple[str, ...]
    unrated: tuple[tuple[str, str], ...]


def order(rows: Sequence[str], columns: Sequence[str], rated: Rated, discounted: Collection[str] = ()) -> Order:
    """The order of these rows by these columns; those that are discounted do not count.

    A column in which some row is not applicable cannot compare all rows and is left out: taken as neutral it would favour that row.
    """
    counting = [column for column in columns if column not in discounted]
    compared = [row for row in rows if any(rated.get((row, column)) in SCALE for column in counting)]
    beside = [column for column in counting if any(rated.get((row, column)) == "not-applicable" for row in compared)]
    lacking = [
        column
        for column in counting
        if column not in beside and any((row, column) not in rated for row in compared) and compared
    ]
    used = [column for column in counting if compared and column not in beside and column not in lacking]
    return Order(
        tiers=tiers(compared, used, rated),
        against=tuple(_against(row, used, rated) for row in compared) if used else (),
        columns=tuple(used),
        alike=tuple(column for column in used if len(compared) > 1 and _is_alike(column, compared, rated)),
        unplaced=tuple(row for row in rows if row not in compared),
        incomplete=tuple(lacking),
        inapplicable=tuple(beside),
        discounted=tuple(column for column in columns if column in discounted),
        unrated=tuple((row, column) for row in rows for column in columns if (row, column) not in rated),
    )


def tiers(rows: Sequence[str], columns: Sequence[str], rated: Rated) -> Tiers:
    """Rows by the fewest columns that are very inconsistent with them, then by the fewest that are inconsistent; ties stay ties.

    Nothing is weighed against anything: what is consistent counts nowhere, since it may be consistent with the other rows too.
    Empty where there is nothing to compare, or nothing to compare it by.
    """
    if len(rows) < 2 or not columns:
        return ()
    placed: dict[tuple[int, int], list[str]] = {}
    for row in rows:
        against = _against(row, columns, rated)
        placed.setdefault((len(against.very_inconsistent), len(against.inconsistent)), []).append(row)
    return tuple(tuple(placed[place]) for place in sorted(placed))


def _against(row: str, columns: Sequence[str], rated: Rated) -> Against:
    def held(consistency: Consistency) -> tuple[str, ...]:
        return tuple(column for column in columns if rated[row, column] == consistency)

    return Against(row, held("very-inconsistent"), held("inconsistent"))


def _is_alike(column: str, rows: Sequence[str], rated: Rated) -> bool:
    return len({rated[row, column] for row in rows}) == 1
