"""Readings of many documents in, findings out: what they have in common and where they cannot all be right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wherefrom.model import Claim, Findings, Reliance

from .conflicts import conflicts
from .drift.tellings import Relied
from .material import Group, Material
from .origins import Reliances, origins_of
from .outlets import Outlets
from .parties import joined
from .reliance import relies_on
from .sameness import Gathered, gathered
from .standing import standing_of
from .standpoints import standpoints


@dataclass(frozen=True, slots=True)
class _Grouped:
    """A claim in the making, and the statements in it whose sources count as its origins."""

    whole: Group
    counted: Group


def compare(findings: Findings, outlets: Outlets | None = None) -> Findings:
    """The same findings with parties joined across documents, claims, conflicts, and who relies on whom.

    `outlets` are the outlets that are known by name, those that ship with the package if none are given. What was found in
    a document stays as it was, but for the ids of parties that other documents mean as well.
    """
    known = outlets if outlets is not None else Outlets.shipped()
    material = Material.of(joined(findings, known))
    groups = [_grouped(material, one) for one in gathered(material)]
    relied = relies_on(material, known, [group.whole for group in groups])
    claims = _claims(material, known, groups, relied)
    return replace(material.findings, claims=claims, conflicts=conflicts(material, claims, relied), relies_on=relied)


def _grouped(material: Material, claim: Gathered) -> _Grouped:
    """A claim is named after the earliest of the statements that are its own.

    Origins are counted over what is surely the claim. Whoever denies it counts wherever it is denied.
    """
    held = material.in_time(one.id for one in (*claim.own, *claim.further))
    core = frozenset(one.id for one in claim.core)
    own = frozenset(one.id for one in claim.own)
    seen = standpoints(material, held, core)
    whole = Group(id=f"c{claim.own[0].id[1:]}", text=seen.text, members=seen.members)
    counted = tuple(one for one in seen.members if one.id in core or (one.stance == "denies" and one.id in own))
    return _Grouped(whole, replace(whole, members=counted))


def _claims(
    material: Material, outlets: Outlets, groups: Sequence[_Grouped], relied: Sequence[Reliance]
) -> tuple[Claim, ...]:
    resting, order = Reliances.of(material, relied), Relied.of(relied)
    found: list[Claim] = []
    for group in groups:
        origins = origins_of(material, outlets, group.counted, resting)
        status = standing_of(material, group.whole, origins, order)
        found.append(Claim(group.whole.id, group.whole.text, group.whole.members, origins, status))
    return tuple(found)
