"""Who speaks for what a party disclosed or against it and does not have it from the party; who only repeats it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wherefrom.comparing.drift.wording import Wording, likeness
from wherefrom.comparing.material import Group
from wherefrom.comparing.origins import origins_of
from wherefrom.judging.days import Days, days_of, order
from wherefrom.model import Claim, Membership, Root, Stance
from wherefrom.model.claim import CARRYING

from .disclosures import Clash, TakenAway, Told, Voice
from .hearing import Hearing
from .untestable import is_firm

Members = Mapping[str, Membership]


MOSTLY = 0.6
"""The part of either statement's words that the other must have: what has less in common is not even shown as perhaps the same."""

_OTHER = "another origin for certain: "
_PERHAPS = "cannot tell whether it is another origin"
_AKIN = "cannot tell whether it speaks of the same thing"
_RUMOUR = "only passed on as a rumour"
_NOT_FIRM = "it does not say flatly that it is so"


@dataclass(frozen=True, slots=True)
class Voices:
    """Those who speak for something and against it, each once; `perhaps` are statements that may be about something else."""

    supported: tuple[Voice, ...]
    opposed: tuple[Voice, ...]
    perhaps: tuple[Told, ...] = ()


def voices(hearing: Hearing, claim: Claim, mine: Collection[str], stance: Stance, when: Days | None) -> Voices:
    """Who speaks of a claim on which the party's statements (`mine`) surely bear."""
    members = hearing.members(claim, "sure")
    origins = claim.origins
    sides = (origins.roots, origins.against) if stance in CARRYING else (origins.against, origins.roots)
    found = Hearer(hearing, claim, members, tuple(mine), when)
    supported = tuple(found.heard(sides[0], supporting=True))
    opposed = tuple(found.heard(sides[1], supporting=False))
    akin = hearing.members(claim, "perhaps", "akin")
    return Voices(supported, opposed, tuple(_akin(hearing, akin, mine)))


def voices_perhaps(hearing: Hearing, claim: Claim, mine: Collection[str], stance: Stance, when: Days | None) -> Voices:
    """The same where the party's statement bears on the claim only perhaps: whoever puts it into like words may speak of it."""
    members = hearing.members(claim, "sure", "perhaps")
    held: dict[tuple[bool, str], list[Told]] = {}
    for told in _akin(hearing, members, mine):
        supports = (told.stance in CARRYING) == (stance in CARRYING)
        held.setdefault((supports, _holder(hearing, told)), []).append(told)
    found = [(supports, _perhaps(who, told, when)) for (supports, who), told in held.items()]
    return Voices(
        tuple(voice for supports, voice in found if supports),
        tuple(voice for supports, voice in found if not supports),
        tuple(_akin(hearing, hearing.members(claim, "akin"), mine)),
    )


def _perhaps(who: str, told: Sequence[Told], when: Days | None) -> Voice:
    checked = all(one.check for one in told)
    return Voice(who, sure=False, order=order(_published(told[0]), when), why=_AKIN, told=tuple(told), check=checked)


def alike(hearing: Hearing, one: str, other: str) -> bool:
    """Whether two statements have most of their words in common, and so may tell the same detail."""
    first, second = (
        Wording.of(hearing.material.document_of(name), hearing.material.appearances[name]) for name in (one, other)
    )
    return likeness(first, second, MOSTLY) > 0 and likeness(second, first, MOSTLY) > 0


def repeating(hearing: Hearing, claim: Claim, mine: Collection[str], told: Sequence[Told]) -> tuple[str, ...]:
    """The outlets that have the claim from the party, but for those to whom it spoke."""
    roots = (*claim.origins.roots, *claim.origins.against)
    names = {name for root in roots if not set(mine).isdisjoint(root.appearances) for name in root.appearances}
    held = hearing.material.in_time({*names, *mine})
    documents = [hearing.material.documents[one.document] for one in held]
    outlets = [one.publisher or "an unknown outlet" for one in documents if one.kind != "check"]
    heard = {one.outlet for one in told}
    return tuple(dict.fromkeys(name for name in outlets if name not in heard))


def clashes(hearing: Hearing, mine: Collection[str]) -> Iterator[Clash]:
    """The conflicts in which the party's words stand against others', who do not have theirs from it."""
    for one in hearing.story.conflicts:
        own = tuple(value for value in one.values if value.appearance in mine)
        if not own or one.between == "echoes" or one.kind == "polarity":
            continue  # denials are heard as voices
        said = {(value.value, value.unit) for value in own}
        others = tuple(
            value
            for value in one.values
            if (value.value, value.unit) not in said
            and value.appearance is not None
            and not hearing.goes_back(value.appearance)
        )
        if others:
            yield Clash.of(one, own, others)


def taken_away(hearing: Hearing, claim: Claim) -> Iterator[TakenAway]:
    """The steps in which the claim was corrected or withdrawn."""
    members = hearing.members(claim, "sure", "perhaps", "akin")
    for step in claim.status:
        if step.status in {"corrected", "withdrawn"}:
            told = tuple(hearing.told(name, members.get(name)) for name in step.because)
            yield TakenAway(step.status, step.date, all(one.statement in hearing.said for one in told), told)


@dataclass(frozen=True, slots=True)
class Hearer:
    """What it takes to hear the voices of one claim."""

    hearing: Hearing
    claim: Claim
    members: Members
    mine: tuple[str, ...]
    when: Days | None

    def heard(self, roots: Iterable[Root], *, supporting: bool) -> Iterator[Voice]:
        """The origins that do not go back to the party."""
        for root in roots:
            held = [name for name in self.members if name in root.appearances]
            theirs = [name for name in held if not self.hearing.goes_back(name)]
            if theirs and not any(name in self.hearing.said for name in root.appearances):
                yield self._voice(root, theirs, supporting=supporting)

    def _voice(self, root: Root, theirs: list[str], *, supporting: bool) -> Voice:
        told = tuple(self.hearing.told(name, self.members[name]) for name in theirs)
        firm = any(is_firm(self.hearing.material.appearances[name]) for name in theirs)
        if all(one.stance == "reports-as-rumour" for one in told):
            sure, why = False, _RUMOUR
        elif not firm:
            sure, why = False, _NOT_FIRM
        elif supporting and not self._is_other(theirs):
            sure, why = False, _PERHAPS
        else:
            sure, why = True, f"{_OTHER}{root.why}" if supporting else root.why
        checked = all(one.check for one in told)
        return Voice(root.label, sure, order(_published(told[0]), self.when), why, told, checked)

    def _is_other(self, theirs: list[str]) -> bool:
        """Whether these and the party's are surely more origins than the party's alone, as origins are counted everywhere."""
        return self._counted([*self.mine, *theirs]) > self._counted(self.mine)

    def _counted(self, names: Collection[str]) -> int:
        held = tuple(_asserted(one) for name, one in self.members.items() if name in names)
        if not held:
            return 1
        group = Group(self.claim.id, self.claim.text, held)
        return origins_of(self.hearing.material, self.hearing.outlets, group, self.hearing.resting).at_least


def _asserted(one: Membership) -> Membership:
    """Denials are counted like the rest: who denies are origins too."""
    return replace(one, stance="supports") if one.stance == "denies" else one


def _akin(hearing: Hearing, members: Members, mine: Collection[str]) -> Iterator[Told]:
    """The statements of others that put the same detail into words."""
    for name, one in members.items():
        if not hearing.goes_back(name) and one.stance != "doubts" and any(alike(hearing, name, own) for own in mine):
            yield hearing.told(name, one)


def _holder(hearing: Hearing, told: Told) -> str:
    chain = hearing.material.appearances[told.statement].chain
    return hearing.called(chain[-1]) if chain else told.outlet or "an unknown outlet"


def _published(told: Told) -> Days | None:
    return days_of(told.published)
