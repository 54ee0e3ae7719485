"""Readings of many documents in, findings out: what they have in common and where they cannot all be right."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from wherefrom.model import Bearing, Claim, Conflict, Findings, Reliance, Stance

from .conflicts import conflicts
from .drift.tellings import Relied
from .material import Group, Material
from .origins import Reliances, origins_of
from .outlets import Outlets
from .parties import joined
from .reliance import relies_on
from .sameness import Gathered, gathered, stories
from .standing import standing_of
from .standpoints import Bearings, standpoints

Story = tuple[Findings, Outlets]
"""Readings of documents that tell one story, and the outlets that are known by name."""

Compared = tuple[tuple[tuple[str, Claim], ...], tuple[Conflict, ...], tuple[Reliance, ...]]
"""Claims, each after the statement that it is named after; conflicts; who relies on whom."""


class Each(Protocol):
    """Does the same to each of several stories; the results come in their order."""

    def __call__(self, work: Callable[[Story], Compared], given: Iterable[Story]) -> Iterator[Compared]:
        """What the work makes of each."""


@dataclass(frozen=True, slots=True)
class _Grouped:
    """A claim in the making, and the statements that surely bear on it: they alone make its origins and its course."""

    whole: Group
    counted: Group


def compare(findings: Findings, outlets: Outlets | None = None, each: Each | None = None) -> Findings:
    """The same findings with parties joined across documents, claims, conflicts, and who relies on whom.

    `outlets` are the outlets that are known by name, those that ship with the package if none are given. What was found in
    a document stays as it was, but for the ids of parties that other documents mean as well. Stories are compared each by
    itself, so that `each` may do several at once.
    """
    known = outlets if outlets is not None else Outlets.shipped()
    with _left_alone():
        material = Material.of(joined(findings, known))
        told = (material.among(story) for story in stories(material))
        return _together(material, list((each or map)(_compared, ((one, known) for one in told))))


@contextmanager
def _left_alone() -> Iterator[None]:
    """Let the collector of garbage leave alone what is there already: nothing of it becomes garbage meanwhile.

    Else it goes through all readings again and again, which takes a tenth of the time.
    """
    ours = gc.get_freeze_count() == 0
    if ours:
        gc.freeze()
    try:
        yield
    finally:
        if ours:
            gc.unfreeze()


def _together(material: Material, done: Sequence[Compared]) -> Findings:
    """The findings with what was found in each story, in their order."""
    first = {one.id: place for place, one in enumerate(material.findings.appearances)}
    claims = sorted((one for held, _, _ in done for one in held), key=lambda one: first[one[0]])
    relied = sorted((one for _, _, held in done for one in held), key=lambda one: material.place[one.document])
    differing = sorted(
        (one for _, held, _ in done for one in held), key=lambda one: material.place[one.values[0].document]
    )
    return replace(
        material.findings,
        claims=tuple(claim for _, claim in claims),
        conflicts=tuple(differing),
        relies_on=tuple(relied),
    )


def _compared(story: Story) -> Compared:
    findings, outlets = story
    material = Material.of(findings)
    found = gathered(material)
    known = Bearings(material)
    groups = [_grouped(material, one, known) for one in found]
    relied = relies_on(material, outlets, [group.whole for group in groups])
    claims = _claims(material, outlets, groups, relied)
    named = tuple((one.own[0].id, claim) for one, claim in zip(found, claims, strict=True))
    return named, conflicts(material, claims, relied), relied


def _grouped(material: Material, claim: Gathered, known: Bearings) -> _Grouped:
    """A claim is named after the earliest of the statements that are its own.

    What is surely the claim is its core, and whoever of its own denies it.
    """
    held = material.in_time(one.id for one in (*claim.own, *claim.further))
    core = frozenset(one.id for one in claim.core)
    own = frozenset(one.id for one in claim.own)
    seen = standpoints(material, held, core, known)
    members = seen.members(partial(_bearing, core, own))
    whole = Group(id=f"c{claim.own[0].id.removeprefix('a')}", text=seen.text, members=members)
    return _Grouped(whole, replace(whole, members=tuple(one for one in members if one.bearing == "sure")))


def _bearing(core: Collection[str], own: Collection[str], name: str, stance: Stance) -> Bearing:
    if name in core or (stance == "denies" and name in own):
        return "sure"
    return "perhaps" if name in own else "akin"


def _claims(
    material: Material, outlets: Outlets, groups: Sequence[_Grouped], relied: Sequence[Reliance]
) -> tuple[Claim, ...]:
    resting, order = Reliances.of(material, relied), Relied.of(relied)
    found: list[Claim] = []
    for group in groups:
        origins = origins_of(material, outlets, group.counted, resting)
        status = standing_of(material, group.counted, origins, order)
        found.append(Claim(group.whole.id, group.whole.text, group.whole.members, origins, status))
    return tuple(found)
