"""Which documents may tell one story, so that only their statements are compared with each other.

Whether two documents may is decided by these two alone; a story is whoever is linked by that, over any number of steps.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import Floats

from .features import DocumentFeatures, document_features

ALIKE, EACH_NAME, NAMES = 0.5, 0.03, 5
"""Two documents may tell one story where the likeness of their directions, and .03 for each of up to five names that both
have, come to .5. So all but four documents of the nine labelled stories are linked with its own story."""

LEAST = 0.4
"""Below this likeness names do not help."""

ON_ONE_NAME = 0.6
"""The likeness that is needed where only one name is in both. Reports of two happenings of one kind, in the invented newsrooms, share one name
at most (a country, a body that speaks of both); reports of one happening share two or more in six of seven pairs."""

LARGEST = 6_000
"""Statements that are compared each with each; a larger story is cut into its closer parts, for memory's sake."""

_BLOCK = 2_048


def stories(material: Material) -> list[list[str]]:
    """The documents of each story in the order of publication, stories by their first document."""
    names = [document.id for document in material.findings.documents]
    held = [document_features(material, name) for name in names]
    sizes = [len(material.of_document[name]) for name in names]
    whole = list(range(len(names)))
    return [[names[place] for place in part] for part in _parts(held, sizes, whole, ALIKE)]


def _parts(
    held: Sequence[DocumentFeatures], sizes: Sequence[int], among: Sequence[int], least: float
) -> list[list[int]]:
    found: list[list[int]] = []
    for part in _linked(held, among, least):
        if sum(sizes[place] for place in part) > LARGEST and least < 0.98 and len(part) > 1:
            found += _parts(held, sizes, part, least + 0.04)
        else:
            found.append(part)
    return sorted(found)


def _linked(held: Sequence[DocumentFeatures], among: Sequence[int], least: float) -> list[list[int]]:
    root = {place: place for place in among}

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    vectors: Floats = np.stack([held[place].vector for place in among]) if among else np.zeros((0, 1), np.float32)
    for begun in range(0, len(among), _BLOCK):
        near = vectors[begun : begun + _BLOCK] @ vectors[begun:].T
        for row, column in np.argwhere(near >= LEAST):
            one, other = among[begun + int(row)], among[begun + int(column)]
            if (
                one < other
                and top(one) != top(other)
                and _may_be_one(held[one], held[other], float(near[row, column]), least)
            ):
                first, second = sorted((top(one), top(other)))
                root[second] = first
    gathered: dict[int, list[int]] = defaultdict(list)
    for place in among:
        gathered[top(place)].append(place)
    return [gathered[place] for place in sorted(gathered)]


def _may_be_one(one: DocumentFeatures, other: DocumentFeatures, near: float, least: float) -> bool:
    common = len(one.names & other.names)
    if common == 1:
        return near >= ON_ONE_NAME + least - ALIKE
    return common > 1 and near + EACH_NAME * min(common, NAMES) >= least
