"""Where a party's own statements differ from each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from wherefrom.model import Conflict, ConflictValue, Membership

from .disclosures import Changed, Told
from .hearing import Hearing
from .voices import alike

_OTHER_WORDS = "they share few words, and perhaps speak of two things"
_RETOLD = "one of the two is known from a retelling, which may have changed it"


def changes_in(hearing: Hearing, claims: Iterable[Sequence[str]]) -> Iterator[Changed]:
    """The party's statements that differ: of one claim told and denied (`claims` are its statements, claim by claim), or other values."""
    members = {one.id: one for claim in hearing.story.claims for one in claim.appearances if one.bearing == "sure"}
    for names in claims:
        yield from _turned(hearing, names, members)
    for conflict in hearing.story.conflicts:
        if conflict.kind != "polarity":
            yield from _other_values(hearing, conflict)


def _turned(hearing: Hearing, names: Sequence[str], members: Mapping[str, Membership]) -> Iterator[Changed]:
    told = [hearing.told(name, members.get(name)) for name in names]
    for first, second in pairwise(told):
        if {first.stance, second.stance} == {"supports", "denies"}:
            how = "told it and then denied it" if second.stance == "denies" else "denied it and then told it"
            found = _changed(hearing, "stance", how, (first, second))
            near = alike(hearing, first.statement, second.statement)
            yield found if near else replace(found, sure=False, why=f"{found.why}; {_OTHER_WORDS}")


def _other_values(hearing: Hearing, conflict: Conflict) -> Iterator[Changed]:
    values: dict[tuple[object, object], ConflictValue] = {}
    for value in conflict.values:
        if value.appearance in hearing.said:
            values.setdefault((value.value, value.unit), value)
    place = hearing.material.place
    held = sorted(values.values(), key=lambda one: (place[one.document], one.spans))
    for one, other in pairwise(held):
        told = hearing.told(one.appearance or ""), hearing.told(other.appearance or "")
        found = _changed(hearing, "value", conflict.why, told, (one, other))
        sure = found.sure and conflict.cannot_all_hold is True
        why = found.why if conflict.cannot_all_hold else f"{found.why}; perhaps both hold"
        yield replace(found, sure=sure, why=why)


def _changed(
    hearing: Hearing,
    kind: str,
    why: str,
    told: tuple[Told, Told],
    values: tuple[ConflictValue, ...] = (),
) -> Changed:
    heard = all(one.statement not in hearing.retold for one in told)
    because = why if heard else f"{why}; {_RETOLD}"
    return Changed("stance" if kind == "stance" else "value", because, heard, *told, values)
