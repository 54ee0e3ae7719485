"""What people said of which statements carry one claim, brought to bear on groups that were found by their words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Ties:
    """By ids of statements: whose claims are one (`tied`), and who stand under a claim of their own (`apart`), each set together."""

    tied: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


UNTIED = Ties()
"""Nobody said anything."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Groups of rows as people want them: each claim as the groups that it was made of, and `never`, rows and claims that do not come together."""

    claims: tuple[tuple[tuple[int, ...], ...], ...]
    never: tuple[tuple[int, int], ...] = ()


def regrouped(groups: Sequence[Sequence[int]], names: Sequence[str], ties: Ties) -> Regrouped:
    """Groups with these ties, by their first row; `names` are the ids of the rows.

    Who is set apart leaves the group that it is in. What is tied joins whole groups, each of which stays as it is within the claim.
    """
    row = {name: number for number, name in enumerate(names)}
    parts, left = _parted([tuple(group) for group in groups], [_rows(one, row) for one in ties.apart])
    claims = _joined(parts, [_rows(one, row) for one in ties.tied])
    of = {one: number for number, claim in enumerate(claims) for part in claim for one in part}
    never = {
        (one, of[other])
        for own, rest in left
        for first, second in ((own, rest), (rest, own))
        for one in first
        for other in second[:1]
        if of[one] != of[other]
    }
    return Regrouped(tuple(claims), tuple(sorted(never)))


def _rows(names: Iterable[str], row: Mapping[str, int]) -> list[int]:
    """Those that can carry a claim: captions and what is no longer read have no row."""
    return sorted({row[name] for name in names if name in row})


def _parted(
    groups: list[tuple[int, ...]], apart: Iterable[Sequence[int]]
) -> tuple[list[tuple[int, ...]], list[tuple[tuple[int, ...], tuple[int, ...]]]]:
    """The groups with new ones for those set apart, and each of these with what it left behind."""
    left: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for rows in filter(None, apart):
        own = tuple(rows)
        stayed: list[tuple[int, ...]] = []
        for group in groups:
            rest = tuple(one for one in group if one not in own)
            if rest and len(rest) < len(group):
                left.append((own, rest))
            if rest:
                stayed.append(rest)
        groups = [*stayed, own]
    return sorted(groups), left


def _joined(parts: Sequence[tuple[int, ...]], tied: Iterable[Sequence[int]]) -> list[tuple[tuple[int, ...], ...]]:
    of = {row: number for number, part in enumerate(parts) for row in part}
    root = list(range(len(parts)))

    def find(one: int) -> int:
        while root[one] != one:
            one = root[one]
        return one

    for rows in tied:
        for one, other in pairwise(rows):
            first, second = sorted((find(of[one]), find(of[other])))
            root[second] = first
    held: dict[int, list[tuple[int, ...]]] = {}
    for number, part in enumerate(parts):
        held.setdefault(find(number), []).append(part)
    return [tuple(claim) for claim in held.values()]
