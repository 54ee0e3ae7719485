"""Statements grouped by the claim they carry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import Floats
from wherefrom.model import Appearance

from .evidence import log_odds
from .features import features_of
from .linkage import average_linkage
from .ties import UNTIED, Ties, regrouped

JOIN = -0.4
"""The mean log-odds at which two groups become one claim. Chosen on the labelled stories (B-cubed F1 shared .763, invented .640): from
-.25 to -.5 hardly anything changes; at -1 claims run together, at .5 they fall apart."""

ALSO = -1.5
"""The mean log-odds to a further claim's statements at which a statement stands under that one too. Two in five of these are
right by the labels; none of them counts as an origin."""

FURTHER = 2
"""Claims that a statement may stand under beside its own."""

SURELY = 1.0
"""The mean log-odds at which statements are surely about the same (a probability of .73): only whoever says these counts as an
origin. From .5 to 1 as many claims of the stories have the right bounds; at 1 none of the shared ones has too many."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The statements of one claim, in the order of time; `own` are those for which it is the nearest claim.

    `core` are those of its own that are surely about the same: they name the claim, and only their sources count as origins.
    """

    own: tuple[Appearance, ...]
    further: tuple[Appearance, ...]
    core: tuple[Appearance, ...]


def gathered(material: Material, ties: Ties = UNTIED) -> list[Gathered]:
    """All claims of documents that tell one story, by their first statement.

    Every statement that can carry a claim stands under one at least. What people say of which statements are about the same wins over what
    their words tell: the core of claims that were joined is what was surely about the same in each.
    """
    held = features_of(material, [document.id for document in material.findings.documents])
    if not held.appearances:
        return []
    near = log_odds(held)
    found = _settled(held.appearances, near, range(len(held.appearances)), JOIN)
    told_so = regrouped(found, [one.id for one in held.appearances], ties)
    claims = [sorted(row for part in parts for row in part) for parts in told_so.claims]
    cores = [sorted(row for part in parts for row in _core(held.appearances, near, part)) for parts in told_so.claims]
    also = _also(near, claims, told_so.never)

    def told(rows: Sequence[int]) -> tuple[Appearance, ...]:
        return tuple(held.appearances[row] for row in rows)

    return [Gathered(told(rows), told(also[number]), told(cores[number])) for number, rows in enumerate(claims)]


def _settled(said: Sequence[Appearance], near: Floats, rows: Sequence[int], least: float) -> list[list[int]]:
    """Groups of rows, ordered by their first: those that tell it first decide; who repeats joins where it is nearest.

    So neither a copy nor a retelling that cites brings two groups together or drives one apart (law 2).
    """
    first: dict[str, int] = {}
    same = {row: first.setdefault(_plainly(said[row]), row) for row in rows}
    telling = [row for row in rows if same[row] == row]
    firm = [row for row in telling if not _cites(said[row])]
    groups = _linked(near, firm, least)
    late: list[int] = []
    joining: list[list[int]] = [[] for _ in groups]
    citing = [row for row in telling if _cites(said[row])]
    if groups and citing:
        means = np.stack([near[np.ix_(citing, group)].mean(1) for group in groups])
        for row, best, mean in zip(citing, means.argmax(0).tolist(), means.max(0).tolist(), strict=True):
            (joining[best] if mean >= least else late).append(row)
    else:
        late = citing
    groups = [group + more for group, more in zip(groups, joining, strict=True)] + _linked(near, late, least)
    place = {row: number for number, group in enumerate(groups) for row in group}
    for row in rows:
        if same[row] != row:
            groups[place[same[row]]].append(row)
    return sorted(sorted(group) for group in groups)


def _linked(near: Floats, rows: Sequence[int], least: float) -> list[list[int]]:
    held = list(rows)
    return [[held[place] for place in group] for group in average_linkage(near[np.ix_(held, held)], least)]


def _plainly(one: Appearance) -> str:
    return " ".join(one.text.lower().split())


def _cites(one: Appearance) -> bool:
    """Whether a statement is passed on from an outlet or a document."""
    return any(
        link.basis == "relayed" or (link.source is not None and link.source.kind in {"outlet", "document"})
        for link in one.chain
    )


def _core(said: Sequence[Appearance], near: Floats, rows: Sequence[int]) -> list[int]:
    """Of a claim's statements the part that is surely about the same and told first in most documents; of equal parts the earliest."""
    if len(rows) == 1:
        return list(rows)

    def told(part: Sequence[int]) -> tuple[int, int]:
        firm: dict[str, str] = {}
        for row in part:
            if not _cites(said[row]):
                firm.setdefault(_plainly(said[row]), said[row].document)
        return len(set(firm.values())), -part[0]

    return max(_settled(said, near, rows, SURELY), key=told)


def _also(near: Floats, claims: Sequence[Sequence[int]], never: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """For each claim the rows of others that are near enough to it on average; claims of one statement draw nobody in.

    `never` are rows and claims of which somebody said that they are not about the same.
    """
    shared = [number for number, rows in enumerate(claims) if len(rows) > 1]
    drawn: list[list[int]] = [[] for _ in claims]
    if not shared:
        return drawn
    mean = np.stack([near[:, list(claims[number])].mean(1) for number in shared], axis=1)
    for place, number in enumerate(shared):
        mean[list(claims[number]), place] = -np.inf
    place_of = {number: place for place, number in enumerate(shared)}
    for row, number in never:
        if number in place_of:
            mean[row, place_of[number]] = -np.inf
    every = np.arange(len(near))
    for _ in range(min(FURTHER, len(shared))):
        nearest = mean.argmax(1)
        for row in np.flatnonzero(mean[every, nearest] >= ALSO).tolist():
            drawn[shared[nearest[row]]].append(row)
        mean[every, nearest] = -np.inf
    return [sorted(rows) for rows in drawn]
