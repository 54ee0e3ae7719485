"""Shared claims: what is told in several places, by whom, on how many origins; the same values for terminal and dossier.

All functions are pure. A member is one appearance under a claim, on the page: a telling; those in captions are kept apart
and counted nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from wherefrom.comparing.material import Material
from wherefrom.comparing.origins import Reliances
from wherefrom.comparing.outlets import Outlets
from wherefrom.judging import Yardstick
from wherefrom.model import Appearance, Bearing, Claim, Document, Findings, Origins, Root, Stance

from .wording import Setting, counted, where

UNKNOWN_OUTLET = "outlet not known"
UNDATED = "undated"

AGAINST: tuple[Stance, ...] = ("denies", "doubts")
"""Stances of those who do not tell it: they say no to it, or hold it doubtful."""


@dataclass(frozen=True, slots=True)
class Member:
    """One place where a claim is told, denied, doubted or passed on as a rumour; `where` is its block's name."""

    appearance: Appearance
    document: Document
    stance: Stance
    where: str

    @property
    def outlet(self) -> str:
        """Who published it."""
        return outlet_of(self.document)

    @property
    def day(self) -> str:
        """The day of publication."""
        return day_of(self.document.published)


@dataclass(frozen=True, slots=True)
class Reach:
    """In how many documents, of how many outlets; `unknown` counts the documents whose outlet is not known."""

    outlets: int
    documents: int
    unknown: int

    @classmethod
    def of(cls, members: Iterable[Member]) -> Self:
        """The reach of these tellings: a document counts once, however often it tells it."""
        documents = {member.appearance.document: member.document for member in members}.values()
        known = {outlet_key(document.publisher) for document in documents if document.publisher}
        return cls(len(known), len(documents), sum(not document.publisher for document in documents))


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim with several tellings: `members` in the order of time, those in captions apart.

    Only these are counted. `perhaps` are those that may be about something else, `akin` belong to another claim before
    this one. `number` is its place among all that are shown, the most told first.
    """

    number: int
    claim: Claim
    members: tuple[Member, ...]
    captions: tuple[Member, ...]
    perhaps: tuple[Member, ...] = ()
    akin: tuple[Member, ...] = ()

    @property
    def told(self) -> tuple[Member, ...]:
        """Those who tell it, be it as a rumour."""
        return tuple(member for member in self.members if member.stance not in AGAINST)

    def held(self, stance: Stance) -> tuple[Member, ...]:
        """Those who stand to it in this way."""
        return tuple(member for member in self.members if member.stance == stance)

    @property
    def adrift(self) -> tuple[Member, ...]:
        """Tellings that go back to none of its origins."""
        held = rooted(self.claim.origins.roots)
        return tuple(member for member in self.told if member.appearance.id not in held)

    @property
    def several(self) -> bool:
        """Whether more than one document has to do with it."""
        return Reach.of(self.members).documents > 1


@dataclass(frozen=True, slots=True)
class Shelf:
    """Findings with what is needed to show them: look-ups, and for each document what its words are told with.

    `read` are the outlets whose documents are here, `outlets` the same by the words of their names;
    `reliances` tell what each document rests on.
    """

    material: Material
    settings: Mapping[str, Setting]
    read: frozenset[str]
    outlets: Mapping[str, frozenset[str]]
    reliances: Reliances

    @classmethod
    def of(cls, findings: Findings, yardstick: Yardstick | None = None) -> Self:
        """The shelf of these findings."""
        material, settings = Material.of(findings), Setting.of_all(findings, yardstick)
        outlets: dict[str, set[str]] = {}
        publishers = {document.publisher for document in findings.documents if document.publisher}
        for name in publishers:
            for word in name_key(name).split():
                outlets.setdefault(word, set()).add(outlet_key(name))
        return cls(
            material=material,
            settings=settings,
            read=frozenset(map(outlet_key, publishers)),
            outlets={word: frozenset(keys) for word, keys in outlets.items()},
            reliances=Reliances.of(material, findings.relies_on),
        )

    def member(self, appearance: str, stance: Stance = "supports") -> Member | None:
        """An appearance as a member; None where its document is not among these."""
        found = self.material.appearances.get(appearance)
        document = self.material.documents.get(found.document) if found else None
        return Member(found, document, stance, where(document, found)) if found and document else None

    def outlet(self, name: str) -> str | None:
        """The outlet read here that a name means: its own, or "the Mirror" where only one here is called so."""
        key = outlet_key(name)
        if key in self.read:
            return key
        of_word = [self.outlets.get(word, frozenset()) for word in name_key(name).split()]
        named = frozenset.intersection(*of_word) if of_word else frozenset()
        return next(iter(named)) if len(named) == 1 else None

    def setting(self, member: Member) -> Setting:
        """What its words are told with."""
        return self.settings[member.appearance.document]

    def words(self, member: Member) -> str:
        """Its exact words."""
        return self.setting(member).words(member.appearance.spans)


def shared(shelf: Shelf) -> tuple[Shared, ...]:
    """The claims that several statements carry, at least perhaps: the one told by most outlets first."""
    told = (told_of(shelf, claim) for claim in shelf.material.findings.claims if len(claim.appearances) > 1)
    found = [one for one in told if one.members and len(one.members) + len(one.captions) + len(one.perhaps) > 1]
    # The order of the findings decides between equals: sorting keeps it.
    found.sort(key=_most_told)
    return tuple(replace(one, number=number) for number, one in enumerate(found, 1))


def told_of(shelf: Shelf, claim: Claim) -> Shared:
    """A claim with all its statements, each where it belongs; it has no number yet."""
    members, perhaps, akin = (_in_time(shelf, claim, bearing) for bearing in ("sure", "perhaps", "akin"))
    counted = tuple(member for member in members if member.appearance.block != "caption")
    captions = tuple(member for member in members if member.appearance.block == "caption")
    return Shared(0, claim, counted, captions, perhaps, akin)


def _in_time(shelf: Shelf, claim: Claim, bearing: Bearing) -> tuple[Member, ...]:
    found = [shelf.member(one.id, one.stance) for one in claim.appearances if one.bearing == bearing]
    place = shelf.material.place
    return tuple(
        sorted(
            (member for member in found if member is not None),
            key=lambda it: (place[it.appearance.document], it.appearance.spans, it.appearance.id),
        )
    )


def _most_told(one: Shared) -> tuple[int, ...]:
    """Most outlets first, then most documents, most tellings; who perhaps tells it counts half (as often it is so)."""
    sure, either = Reach.of(one.members), Reach.of((*one.members, *one.perhaps))
    return (
        -sum(reach.outlets + reach.unknown for reach in (sure, either)),
        -sum(reach.documents for reach in (sure, either)),
        -len(one.members),
    )


# --- names and days


def outlet_of(document: Document) -> str:
    """Who published a document, as it is shown."""
    return document.publisher or UNKNOWN_OUTLET


def name_key(name: str) -> str:
    """What two spellings of one name share: "The Courier" and "courier" are one."""
    return " ".join(name.casefold().removeprefix("the ").split())


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """What two names of one outlet share: those of an outlet that the lists know are one, others only spelt alike."""
    known = Outlets.shipped().known(name)
    return name_key(name if known is None else known.name)


def day_of(published: str | None) -> str:
    """The day of a date with or without a time."""
    return published.partition("T")[0] if published else UNDATED


def days_of(members: Sequence[Member]) -> str:
    """From when to when: "2031-05-04", "2031-05-04 to 2031-05-06"."""
    days = [member.day for member in members if member.document.published]
    if not days:
        return UNDATED
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


# --- counts in honest words


def origins_words(origins: Origins) -> str:
    """How many origins support it, no more and no less than is known: "at least 1 origin, at most 3".

    A number is given by itself only where both bounds agree. That there is one origin says nothing of whether it is
    right.
    """
    least, most = origins.at_least, origins.at_most
    if most is None:
        return f"at least {counted(least, 'origin')}, how many at most cannot be told" if least else CANNOT_TELL
    if least == most:
        return {0: "no origin that supports it", 1: "one origin"}.get(least, f"{least:,} origins")
    if not least:
        return f"at most {counted(most, 'origin')}, perhaps none"
    return f"at least {counted(least, 'origin')}, at most {most:,}"


def count_words(one: Shared) -> str:
    """How many origins support a claim, and for how many of its tellings that is known, where not for all."""
    words, told, adrift = origins_words(one.claim.origins), len(one.told), len(one.adrift)
    if not adrift or not one.claim.origins.roots:
        return words
    return f"{words}, for {told - adrift:,} of {counted(told, 'telling')}"


CANNOT_TELL = "how many origins cannot be told"


def reach_words(reach: Reach) -> str:
    """How many tell it: "9 outlets in 11 documents", "1 outlet", "2 documents, outlet not known"."""
    if not reach.outlets:
        return f"{counted(reach.documents, 'document')}, {UNKNOWN_OUTLET}"
    documents = "" if reach.documents == reach.outlets else f" in {counted(reach.documents, 'document')}"
    unknown = f", {reach.unknown:,} of them of an {UNKNOWN_OUTLET}" if reach.unknown else ""
    return counted(reach.outlets, "outlet") + documents + unknown


def told_words(one: Shared) -> str:
    """By how many it is told, in one line: those who tell it, not those who deny or doubt it, and how many more perhaps tell it."""
    sure = {member.appearance.document for member in one.members}
    further = {member.appearance.document for member in one.perhaps} - sure
    return _surely_told(one.told) + (f", perhaps by {counted(len(further), 'more document')}" if further else "")


def _surely_told(told: Sequence[Member]) -> str:
    if not told:
        return "told by nobody here, only denied or doubted"
    reach = Reach.of(told)
    words = f"told by {reach_words(reach)}"
    if reach.documents == 1:
        words += f", {counted(len(told), 'time')}" if len(told) > 1 else ""
    return words + (", always as a rumour" if all(it.stance == "reports-as-rumour" for it in told) else "")


def rooted(roots: Iterable[Root]) -> frozenset[str]:
    """The appearances that go back to one of these roots."""
    return frozenset(appearance for root in roots for appearance in root.appearances)
