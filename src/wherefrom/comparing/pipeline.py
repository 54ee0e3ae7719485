"""Readings of many documents in, findings out: what they have in common and where they cannot all be right."""

import gc
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from wherefrom.model import Appearance, Bearing, Claim, Findings, Mention, Party, Reliance, Root, Stance

from .conflicts import conflicts
from .drift.tellings import Relied
from .material import Group, Material
from .origins import Reliances, origins_of
from .outlets import Outlets
from .parties import joined, joining
from .reliance import relies_on
from .sameness import Gathered, gathered, stories
from .standing import standing_of
from .standpoints import Bearings, standpoints

Story = tuple[Findings, Outlets]
"""Readings of documents that tell one story, and the outlets that are known by name."""


class Each(Protocol):
    """Does the same to each of several stories; the results come in their order."""

    def __call__(self, work: Callable[[Story], Findings], given: Iterable[Story]) -> Iterator[Findings]:
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
        return together(findings, _each_story(findings, known, each), known)


def _each_story(findings: Findings, outlets: Outlets, each: Each | None) -> list[Findings]:
    material = Material.of(findings)
    return list((each or map)(compare_story, ((story, outlets) for story in material.parted(stories(material)))))


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


def compare_story(story: Story) -> Findings:
    """What is found in documents that tell one story, whatever else there is to read; `documents` stays empty.

    A pure function of these documents' readings and the outlets, so that what it gives can be kept until one of them changes.
    """
    findings, outlets = story
    material = Material.of(joined(findings, outlets))
    found = gathered(material)
    known = Bearings(material)
    groups = [_grouped(material, one, known) for one in found]
    relied = relies_on(material, outlets, [group.whole for group in groups])
    claims = _claims(material, outlets, groups, relied)
    differing = conflicts(material, claims, relied)
    return replace(material.findings, documents=(), claims=claims, conflicts=differing, relies_on=relied)


def together(findings: Findings, stories: Sequence[Findings], outlets: Outlets) -> Findings:
    """Findings with what was found in each of their stories, in their order; parties of several stories are joined."""
    told: dict[str, list[Appearance]] = {document.id: [] for document in findings.documents}
    for one in (one for story in stories for one in story.appearances):
        told[one.document].append(one)
    appearances = tuple(one for held in told.values() for one in held)
    across = joining(replace(findings, appearances=appearances, parties=_parties(findings, stories)), outlets)
    claims = {claim.id: claim for story in stories for claim in story.claims}
    named = (claims.get(claim_id(one.id)) for one in appearances)
    differing = (one for story in stories for one in story.conflicts)
    relied = (one for story in stories for one in story.relies_on)
    place = {name: number for number, name in enumerate(told)}
    return replace(
        across.findings,
        claims=tuple(_renamed(claim, across.ids) for claim in named if claim is not None),
        conflicts=tuple(sorted(differing, key=lambda one: place[one.values[0].document])),
        relies_on=tuple(sorted(relied, key=lambda one: place[one.document])),
    )


def _parties(findings: Findings, stories: Iterable[Findings]) -> tuple[Party, ...]:
    """The parties of all stories, each once; whoever no words of a document stand for stays as he was."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    parties: dict[str, Party] = {}
    for party in (one for story in stories for one in story.parties):
        parties.setdefault(party.id, party)
        mentions[party.id] += party.mentions
    found = (replace(party, mentions=tuple(mentions[name])) for name, party in parties.items())
    return (*found, *(party for party in findings.parties if not party.mentions))


def claim_id(appearance: str) -> str:
    """The id of the claim that is named after an appearance."""
    return f"c{appearance.removeprefix('a')}"


def _renamed(claim: Claim, ids: Mapping[str, str]) -> Claim:
    """A claim whose origins' parties have the ids that they have across stories."""

    def roots(held: tuple[Root, ...]) -> tuple[Root, ...]:
        return tuple(replace(root, parties=tuple(dict.fromkeys(ids[one] for one in root.parties))) for root in held)

    origins = claim.origins
    if all(ids[one] == one for root in (*origins.roots, *origins.against) for one in root.parties):
        return claim
    return replace(claim, origins=replace(origins, roots=roots(origins.roots), against=roots(origins.against)))


def _grouped(material: Material, claim: Gathered, known: Bearings) -> _Grouped:
    """A claim is named after the earliest of the statements that are its own.

    What is surely the claim is its core, and whoever of its own denies it.
    """
    held = material.in_time(one.id for one in (*claim.own, *claim.further))
    core = frozenset(one.id for one in claim.core)
    own = frozenset(one.id for one in claim.own)
    seen = standpoints(material, held, core, known)
    members = seen.members(partial(_bearing, core, own))
    whole = Group(id=claim_id(claim.own[0].id), text=seen.text, members=members)
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
