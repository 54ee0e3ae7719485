"""Stories among very many documents: average linkage over the nearest of each, where a table of all pairs would not fit.

Each document is held against those with which it shares a name that few have. The likeness of all other pairs counts as
nothing, which is what it is for nearly all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wherefrom.comparing.vectors import Floats

Ints = NDArray[np.int32]

Kin = Callable[[Floats, Floats], Floats]
"""How kin documents are that share names and figures of some weight and so many names."""

Link = tuple[int, int, float]
"""Two documents, the earlier first, and how kin they are."""

NEAREST = 16
"""Documents, the most kin to it, to which a document can be linked. Of 670 invented stories in 7,000 documents 46 or 47 in 100 pairs of
one story stay together with 16, 32 and 64, 43 with 8; with 16 fewest of other stories come in but for 8."""

COMMON = 500
"""A name that more documents have counts, but brings no two together by itself: to look all of them up takes most of the time."""

LOOKED_AT = 4 * NEAREST
"""Of those with which a document shares less common names so many are looked at, those that share most."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean kinship at which two groups join, and how many statements a story may have."""

    least: float
    size: int


@dataclass(frozen=True, slots=True)
class Holders:
    """What documents are known by, by document and by name: `begins` are the first places of each in the arrays.

    `often` holds the names that more than COMMON documents have, a row for each document, `named` which of them are names and no figures.
    """

    names: Ints
    weights: Floats
    begins: NDArray[np.intp]
    is_name: NDArray[np.bool_]
    holders: Ints
    held: Floats
    first: NDArray[np.intp]
    often: Floats
    named: NDArray[np.bool_]

    @classmethod
    def of(cls, profiles: Iterable[Mapping[str, float]], is_name: Callable[[str], bool]) -> Self:
        """Look-ups over profiles, which are not kept: as arrays they take a tenth of the memory."""
        numbers: dict[str, int] = {}
        rows = [
            (
                np.array([numbers.setdefault(name, len(numbers)) for name in profile], np.int32),
                np.array(list(profile.values()), np.float32),
            )
            for profile in profiles
        ]
        names = np.concatenate([row for row, _ in rows])
        weights = np.concatenate([row for _, row in rows])
        begins = np.cumsum([0, *(len(row) for row, _ in rows)])
        order = np.argsort(names, kind="stable")
        whose = np.repeat(np.arange(len(rows), dtype=np.int32), np.diff(begins))
        counts = np.bincount(names, minlength=len(numbers))
        common = np.flatnonzero(counts > COMMON)
        column = np.full(len(numbers), -1, np.int32)
        column[common] = np.arange(len(common))
        often = np.zeros((len(rows), len(common)), np.float32)
        at = column[names] >= 0
        often[whose[at], column[names[at]]] = weights[at]
        kinds = np.fromiter(map(is_name, numbers), np.bool_, len(numbers))
        return cls(
            names,
            weights,
            begins,
            kinds,
            whose[order],
            weights[order],
            np.cumsum([0, *counts]),
            often,
            (often > 0) & kinds[common],
        )

    def nearest(self, place: int, kin: Kin) -> Iterator[tuple[int, float]]:
        """The documents that are most kin to one, the most first, of equals the earliest."""
        own = slice(self.begins[place], self.begins[place + 1])
        found: list[Ints] = []
        shared: list[Floats] = []
        named: list[Floats] = []
        for name, weight in zip(self.names[own].tolist(), self.weights[own], strict=True):
            begin, end = self.first[name], self.first[name + 1]
            if 1 < end - begin <= COMMON:
                found.append(self.holders[begin:end])
                shared.append(self.held[begin:end] * weight)
                named.append(np.full(end - begin, self.is_name[name], np.float32))
        if not found:
            return
        others, rows = np.unique(np.concatenate(found), return_inverse=True)
        total = np.bincount(rows, np.concatenate(shared)).astype(np.float32)
        common = np.bincount(rows, np.concatenate(named)).astype(np.float32)
        total[others == place] = -1
        most = np.sort(np.argsort(-total, kind="stable")[: LOOKED_AT + 1])
        most = most[total[most] >= 0]
        total = total[most] + self.often[others[most]] @ self.often[place]
        common = common[most] + (self.named[others[most]] & self.named[place]).sum(1)
        near = kin(total, common)
        for row in np.argsort(-near, kind="stable")[:NEAREST]:
            if near[row] > 0:
                yield int(others[most[row]]), float(near[row])


def links(holders: Holders, kin: Kin) -> Iterator[Link]:
    """All pairs of which one is among the nearest of the other; some come twice."""
    for place in range(len(holders.begins) - 1):
        for other, near in holders.nearest(place, kin):
            yield min(place, other), max(place, other), near


def linked(pairs: Iterable[Link], sizes: Sequence[int], limits: Limits) -> list[list[int]]:
    """Groups by average linkage over the links; of equally near groups the earliest join first."""
    groups = {place: [place] for place in range(len(sizes))}
    told = list(sizes)
    sums: list[dict[int, float]] = [{} for _ in sizes]
    ranked: list[tuple[float, int, int]] = []
    for one, other, near in pairs:
        sums[one][other] = sums[other][one] = near
        if near >= limits.least:
            ranked.append((-near, one, other))
    heapify(ranked)

    def mean(one: int, other: int) -> float:
        few, many = sorted((len(groups[one]), len(groups[other])))
        return sums[one][other] / (few * min(many, NEAREST))

    while ranked:
        distance, one, other = heappop(ranked)
        if one not in groups or other not in groups or -distance != mean(one, other):
            continue  # one of them has grown since
        if told[one] + told[other] > limits.size:
            continue
        groups[one] += groups.pop(other)
        told[one] += told[other]
        _unite(sums, one, other)
        for third in sums[one]:
            first, second = min(one, third), max(one, third)
            if (near := mean(first, second)) >= limits.least:
                heappush(ranked, (-near, first, second))
    return sorted(sorted(group) for group in groups.values())


def _unite(sums: list[dict[int, float]], one: int, other: int) -> None:
    """Let a group have another's likenesses as well."""
    theirs, sums[other] = sums[other], {}
    for third, near in theirs.items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + near
