"""Which documents may tell one story, so that only their statements are compared with each other.

Two documents are kin as far as they name the same people, bodies and places, and give the same figures, months and days of
the week. Reports of two happenings of one kind are alike in every other word ("checked into rehab", "a quake of magnitude"),
so what they mean says little here. Stories are groups of documents that are kin on average, over all pairs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import Floats
from wherefrom.model import Document

from .features import TIMES, words_of
from .linkage import average_linkage
from .many import Holders, Limits, linked, links

KIN = 0.17
"""The mean kinship at which two groups of documents are one story: the highest at which each of the nine labelled stories stays whole
(the shared ones do up to .24). Higher tells more happenings of one kind apart, and takes brief reports from their stories."""

FIGURES = 0.5
"""What figures and dates count beside names; squared in a kinship."""

ENOUGH = 2
"""Names in both for full kinship: reports of two happenings of one kind, in the invented newsrooms, share one at most."""

_MARK = "#"
"""Before a figure or date, so that it is no name."""

LARGEST = 6_000
"""Statements that are compared each with each; a larger story is cut into its closer parts, for memory's sake."""

MANY = 3_000
"""Documents whose kinship is held in one table; among more, each is held against the nearest alone (`many`)."""

STEP = 0.04

_TELLING = frozenset({"headline", "heading", "paragraph"})
_FIGURE = re.compile(r"\d{1,15}(?:[.,]\d{1,6}){0,4}|[A-Z][a-z]{2,8}")

Profile = Mapping[str, float]


def stories(material: Material) -> list[list[str]]:
    """The documents of each story in the order of publication, stories by their first document."""
    held = material.findings.documents
    sizes = [len(material.of_document[document.id]) for document in held]
    return [[held[place].id for place in part] for part in parts(map(profile, held), sizes)]


def parts(profiles: Iterable[Profile], sizes: Sequence[int], many: int | None = None) -> list[list[int]]:
    """The places of the documents of each story, given what documents are known by and how many statements each has.

    Of more than `many` documents, MANY if that is not given, each is held against its nearest alone.
    """
    if len(sizes) > (MANY if many is None else many):
        holders = Holders.of(profiles, lambda name: not name.startswith(_MARK))
        return linked(links(holders, _kin), sizes, Limits(KIN, LARGEST))
    return _parts(_table(list(profiles)), sizes, range(len(sizes)), KIN)


def profile(document: Document) -> Profile:
    """A document's names by the root of how often it has them, and its figures, months and days of the week; each kind of length one, then weighed."""
    text = "\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind in _TELLING)
    names = Counter(name for _, name, capital in words_of(text) if capital)
    figures = {f"{_MARK}{word.lower()}" for word in _FIGURE.findall(text) if word[0].isdigit() or word.lower() in TIMES}
    return _scaled({name: count**0.5 for name, count in names.items()}, 1.0) | _scaled(
        dict.fromkeys(figures, 1.0), FIGURES
    )


def _scaled(held: Profile, length: float) -> dict[str, float]:
    whole = sum(value * value for value in held.values()) ** 0.5
    return {name: length * held[name] / whole for name in sorted(held)} if whole else {}


def kinship(one: Profile, other: Profile) -> float:
    """How kin two documents are."""
    shared = sorted(one.keys() & other.keys())
    names = sum(not name.startswith(_MARK) for name in shared)
    return float(sum(one[name] * other[name] for name in shared) * min(names / ENOUGH, 1) ** 2)


def _kin(total: Floats, common: Floats) -> Floats:
    """Not kin at all without a common name, a quarter as much with only one."""
    near: Floats = total * np.minimum(common / ENOUGH, 1) ** 2
    return near


def _table(profiles: Sequence[Profile]) -> Floats:
    """How kin all are to each other."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(profiles):
        for name in held:
            holders[name].append(place)
    total = np.zeros((len(profiles),) * 2, np.float32)
    common = np.zeros_like(total)
    for name, at in sorted(holders.items()):
        if len(at) > 1:
            both, weights = np.ix_(at, at), np.array([profiles[place][name] for place in at], np.float32)
            total[both] += np.outer(weights, weights)
            common[both] += not name.startswith(_MARK)
    return _kin(total, common)


def _parts(kin: Floats, sizes: Sequence[int], among: Sequence[int], least: float) -> list[list[int]]:
    found: list[list[int]] = []
    for rows in average_linkage(kin[np.ix_(among, among)], least):
        part = [among[row] for row in rows]
        big = sum(sizes[place] for place in part) > LARGEST and len(part) > 1 and least < 1 + FIGURES**2
        found += _parts(kin, sizes, part, least + STEP) if big else [part]
    return sorted(found)
