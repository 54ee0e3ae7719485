"""Readings of many documents in, findings out: what they have in common and where they cannot all be right."""

import gc
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from wherefrom.model import Appearance, Bearing, Claim, Conflict, Findings, Mention, Party, Reliance, Root, Stance

from .conflicts import conflicts
from .drift.tellings import Relied
from .material import Group, Material
from .origins import Reliances, origins_of
from .outlets import Outlets
from .parties import joined, joining, renamed
from .reliance import relies_on
from .sameness import UNTIED, Gathered, Ties, gathered, stories
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
        told = _parted(findings)
        # From here on only the stories hold the readings, and let go of them one by one: of a million there is no room for two.
        findings = _empty(findings)
        return together(findings, list((each or map)(compare_story, _handed_out(told, known))), known)


def _parted(findings: Findings) -> deque[Findings]:
    material = Material.of(findings)
    return deque(material.parted(stories(material)))


def _handed_out(told: deque[Findings], outlets: Outlets) -> Iterator[Story]:
    while told:
        yield told.popleft(), outlets


def _empty(findings: Findings) -> Findings:
    """The documents without what stands in them; whoever no words of a document stand for stays as he was."""
    return replace(findings, appearances=(), parties=tuple(one for one in findings.parties if not one.mentions))


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


def compare_story(story: Story, ties: Ties = UNTIED) -> Findings:
    """What is found in documents that tell one story, whatever else there is to read; `documents` stays empty.

    A pure function of these documents' readings, the outlets and what people said of which statements carry one claim (`ties`), so that what it
    gives can be kept until one of them changes.
    """
    findings, outlets = story
    material = Material.of(joined(findings, outlets))
    found = gathered(material, ties)
    known = Bearings(material)
    groups = [_grouped(material, one, known) for one in found]
    relied = relies_on(material, outlets, [group.whole for group in groups])
    claims = _claims(material, outlets, groups, relied)
    differing = conflicts(material, claims, relied)
    return replace(material.findings, documents=(), claims=claims, conflicts=differing, relies_on=relied)


def together(findings: Findings, stories: Iterable[Findings], outlets: Outlets) -> Findings:
    """Documents with what was found in each of their stories, in their order; parties of several stories are joined."""
    parts = deque(stories)
    del stories
    across = joining(replace(findings, parties=(*_parties(parts), *findings.parties)), outlets)
    changed = across.changed
    told: dict[str, list[Appearance]] = {document.id: [] for document in findings.documents}
    claims: dict[str, Claim] = {}
    differing: list[Conflict] = []
    relied: list[Reliance] = []
    while parts:
        story = parts.popleft()
        for one in story.appearances:
            told[one.document].append(renamed(one, changed))
        claims |= {claim.id: _renamed(claim, across.ids) for claim in story.claims}
        differing += story.conflicts
        relied += story.relies_on
    place = {name: number for number, name in enumerate(told)}
    appearances = tuple(one for held in told.values() for one in held)
    named = (claims.get(claim_id(one.id)) for one in appearances)
    return replace(
        across.findings,
        appearances=appearances,
        claims=tuple(claim for claim in named if claim is not None),
        conflicts=tuple(sorted(differing, key=lambda one: place[one.values[0].document])),
        relies_on=tuple(sorted(relied, key=lambda one: place[one.document])),
    )


def _parties(stories: Iterable[Findings]) -> tuple[Party, ...]:
    """The parties of all stories, each once."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    parties: dict[str, Party] = {}
    for party in (one for story in stories for one in story.parties):
        parties.setdefault(party.id, party)
        mentions[party.id] += party.mentions
    return tuple(
        party if len(mentions[name]) == len(party.mentions) else replace(party, mentions=tuple(mentions[name]))
        for name, party in parties.items()
    )


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
