"""How many independent origins a claim has, which they are, and why; what is missing behind it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from wherefrom.comparing.material import Group, Material
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Appearance, Origins, Stance
from wherefrom.model.claim import CARRYING

from .bounds import bounds
from .endings import Ending, endings_of
from .gaps import gaps_of
from .joining import Origin, joined
from .newsroom import Newsroom
from .reliances import Reliances
from .repeating import as_printed, first_printed
from .roots import root_of

__all__ = ["Reliances", "gaps_of", "origins_of"]

_AGAINST: frozenset[Stance] = frozenset({"denies"})


def origins_of(material: Material, outlets: Outlets, group: Group, reliances: Reliances) -> Origins:
    """Where a claim comes from: origins that support it, how many there are at least and at most, and those that deny it.

    Chains are followed across documents to where they end. Origins are independent only with a reason, which each root
    gives in plain words; where nothing tells them apart, the bounds leave it open. Who only doubts is neither for nor
    against. A caption counts only where nothing else carries the claim.
    """
    documents = dict.fromkeys(material.appearances[member.id].document for member in group.members)
    newsroom = Newsroom.of(material, outlets, documents, reliances)
    behind = _origins(material, newsroom, group, CARRYING)
    at_least, at_most = bounds(behind)
    against = _origins(material, newsroom, group, _AGAINST)
    return Origins(
        at_least,
        at_most,
        tuple(root_of(newsroom, one, alone=len(behind) == 1) for one in behind),
        tuple(root_of(newsroom, one, alone=len(against) == 1) for one in against),
    )


def _origins(material: Material, newsroom: Newsroom, group: Group, stances: Collection[Stance]) -> list[Origin]:
    members = [(material.appearances[one.id], one.stance) for one in group.members if one.stance in stances]
    told = [one for one in members if one[0].block != "caption"]
    endings = _endings(material, newsroom, told or members)
    return joined(material, newsroom, endings) if endings else []


def _endings(material: Material, newsroom: Newsroom, members: Sequence[tuple[Appearance, Stance]]) -> list[Ending]:
    told = {one.document for one, _ in members if one.block != "headline"}
    reported = [one for one, _ in members if material.documents[one.document].kind == "report"]
    again = first_printed(newsroom, reported)  # the words of an own check are those of its notes, printed nowhere
    found: dict[str, tuple[Ending, ...]] = {}
    for appearance, stance in members:
        first = found.get(again.get(appearance.id, ""))
        if not appearance.chain and appearance.document not in told and newsroom.cited[appearance.document]:
            ending = endings_of(material, newsroom, appearance, stance)
            found[appearance.id] = tuple(replace(one, announced=True) for one in ending)
        elif first is None:
            found[appearance.id] = endings_of(material, newsroom, appearance, stance)
        else:
            found[appearance.id] = as_printed(first, appearance)
    return [one for held in found.values() for one in held]
