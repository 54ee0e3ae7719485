"""Origins of claims counted anew without some of the statements, the claims and everyone's stance left as they were."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from wherefrom.model import Findings, Membership, Origins

from .material import Group, Material
from .origins import Reliances, origins_of
from .outlets import Outlets
from .reliance import relies_on

NOTHING = Origins(0, 0, (), ())
"""The origins of a claim of which nothing is left."""


def recounted(
    story: Findings, outlets: Outlets, without: Collection[str], documents: Collection[str] = ()
) -> Mapping[str, Origins]:
    """The origins of a compared story's claims, by their ids, if these statements and documents had never been printed.

    Only claims that lose a statement are counted anew. Who carries one claim is not asked again, so that a count changes by what is gone alone.
    """
    gone = frozenset(without) | {one.id for one in story.appearances if one.document in documents}
    held = frozenset(one.id for one in story.documents if one.id not in documents)
    material = Material.of(
        replace(
            story,
            documents=tuple(one for one in story.documents if one.id in held),
            appearances=tuple(one for one in story.appearances if one.id not in gone),
            parties=tuple(
                replace(party, mentions=tuple(one for one in party.mentions if one.document in held))
                for party in story.parties
            ),
        )
    )
    members = {claim.id: [one for one in claim.appearances if one.id not in gone] for claim in story.claims}
    groups = [Group(claim.id, claim.text, tuple(members[claim.id])) for claim in story.claims if members[claim.id]]
    losing = [claim for claim in story.claims if len(members[claim.id]) < len(claim.appearances)]
    if not losing:
        return {}
    resting = Reliances.of(material, relies_on(material, outlets, groups))
    counted = {claim.id: Group(claim.id, claim.text, _counted(members[claim.id])) for claim in losing}
    return {
        name: origins_of(material, outlets, group, resting) if group.members else NOTHING
        for name, group in counted.items()
    }


def _counted(members: list[Membership]) -> tuple[Membership, ...]:
    return tuple(one for one in members if one.bearing == "sure")
