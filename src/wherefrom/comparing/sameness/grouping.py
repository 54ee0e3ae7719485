"""Statements grouped by the claim they carry."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import Floats
from wherefrom.model import Appearance

from .evidence import log_odds
from .features import Features, features_of
from .linkage import average_linkage
from .stories import stories

JOIN = -0.25
"""The mean log-odds at which two groups become one claim. Chosen on the labelled stories (B-cubed F1 shared .740, invented .644):
at -1 claims run together, at .5 they fall apart."""

ALSO = -1.25
"""The mean log-odds to a further claim's statements at which a statement stands under that one too. Two in five of these are
right by the labels; none of them counts as an origin."""

FURTHER = 2
"""Claims that a statement may stand under beside its own. With three the shared stories rise to .768."""

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


def gathered(material: Material) -> list[Gathered]:
    """All claims, by their first statement. Every statement that can carry a claim stands under one at least."""
    found = [claim for story in stories(material) for claim in _claims(material, story)]
    place = {one.id: number for number, one in enumerate(material.findings.appearances)}
    return sorted(found, key=lambda claim: place[claim.own[0].id])


def _claims(material: Material, story: Sequence[str]) -> list[Gathered]:
    held = features_of(material, story)
    if not held.appearances:
        return []
    near = log_odds(held)
    claims = average_linkage(near, JOIN)
    also = _also(near, claims)

    def told(rows: Sequence[int]) -> tuple[Appearance, ...]:
        return tuple(held.appearances[row] for row in rows)

    return [
        Gathered(told(rows), told(also[number]), told(_core(held, near, rows))) for number, rows in enumerate(claims)
    ]


def _core(held: Features, near: Floats, rows: Sequence[int]) -> list[int]:
    """Of a claim's statements the part that is surely about the same in most documents; of equal parts the largest, then the earliest."""

    def told(part: Sequence[int]) -> tuple[int, int, int]:
        return len({held.appearances[rows[place]].document for place in part}), len(part), -part[0]

    return [rows[place] for place in max(average_linkage(near[np.ix_(rows, rows)], SURELY), key=told)]


def _also(near: Floats, claims: Sequence[Sequence[int]]) -> list[list[int]]:
    """For each claim the rows of others that are near enough to it on average; claims of one statement draw nobody in."""
    shared = [number for number, rows in enumerate(claims) if len(rows) > 1]
    drawn: list[list[int]] = [[] for _ in claims]
    if not shared:
        return drawn
    own = np.empty(len(near), np.intp)
    for number, rows in enumerate(claims):
        own[list(rows)] = number
    mean = np.stack([near[:, list(claims[number])].mean(1) for number in shared], axis=1)
    for row in range(len(near)):
        ranked = sorted(
            ((-float(mean[row, place]), number) for place, number in enumerate(shared) if number != own[row])
        )
        for distance, number in ranked[:FURTHER]:
            if -distance >= ALSO:
                drawn[number].append(row)
    return drawn
