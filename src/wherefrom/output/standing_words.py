"""How a claim stands, in words: who denies or doubts it, how that went over time, and what is missing.

All functions are pure; whoever is named here is named by the words of a document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from wherefrom.comparing.material import Group
from wherefrom.comparing.origins import gaps_of
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Claim, Link, Origins, Stance, StatusChange
from wherefrom.model.claim import Standing

from .shared import UNKNOWN_OUTLET, Member, Shared, Shelf, day_of, days_of, name_key
from .wording import NO_SOURCE, NOT_NAMED, Setting, counted, one_line

STANCES: dict[Stance, str] = {
    "supports": "tells it",
    "denies": "denies it",
    "doubts": "doubts it",
    "reports-as-rumour": "tells it as a rumour",
}

STANDINGS: dict[Standing, str] = {
    "first-reported": "first reported",
    "repeated": "repeated",
    "hardened": "put more firmly",
    "doubted": "doubted",
    "denied": "denied",
    "confirmed": "confirmed",
    "corrected": "corrected",
    "withdrawn": "withdrawn",
}
"""A step of a claim's course, shown with whoever took it: it is they who deny or confirm, not the program."""


MOST_CITED = 6
"""Outlets that are named one by one as missing behind a claim."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who denies or doubts a claim, and where."""

    who: str
    stance: Stance
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step in how a claim stood: its day, what happened, who by, and what shows it."""

    day: str
    standing: Standing
    by: str
    because: tuple[Member, ...]

    @property
    def words(self) -> str:
        """What happened, without the day: "denied by the harbour master"."""
        said = STANDINGS[self.standing]
        if self.standing == "confirmed" and not any(_confirms(member) for member in self.because):
            said = "told on a further origin"
        return f"{said} by {self.by}" if self.by else said


def source_name(setting: Setting, link: Link) -> str:
    """What a source is called: its best name where it has one, else its own words."""
    if link.source is None:
        return NO_SOURCE
    names = [setting.names[party] for party in link.source.parties if party in setting.names]
    words = one_line(", ".join(names) if link.source.named and names else setting.words(link.source.spans))
    return words if link.source.named else f"{words}, {NOT_NAMED}"


def holder(shelf: Shelf, member: Member) -> str:
    """Whose stance it is: the chain's last holder, else the outlet."""
    chain = member.appearance.chain
    return source_name(shelf.setting(member), chain[-1]) if chain else member.outlet


def holders(shelf: Shelf, one: Shared, stance: Stance) -> tuple[Holder, ...]:
    """Those who stand to it in this way, each once, in the order of time."""
    found: dict[str, tuple[str, list[Member]]] = {}
    for member in one.held(stance):
        who = holder(shelf, member)
        found.setdefault(name_key(who), (who, []))[1].append(member)
    return tuple(Holder(who, stance, tuple(members)) for who, members in found.values())


def holder_words(one: Holder) -> str:
    """Who, where and when: "the harbour master (Courier, 2031-05-04)"."""
    outlets = list(dict.fromkeys(member.outlet for member in one.members))
    if outlets == [one.who]:
        return f"{one.who} ({days_of(one.members)})"
    more = f" and {len(outlets) - 1:,} more" if len(outlets) > 1 else ""
    return f"{one.who} ({outlets[0]}{more}, {days_of(one.members)})"


# --- the course


def course(shelf: Shelf, changes: Sequence[StatusChange]) -> tuple[Step, ...]:
    """How it stood over time, step by step."""
    return tuple(_step(shelf, change) for change in changes)


def _step(shelf: Shelf, change: StatusChange) -> Step:
    found = (shelf.member(because) for because in change.because)
    because = tuple(member for member in found if member is not None)
    return Step(day_of(change.date), change.status, _by(shelf, change.status, because), because)


def _by(shelf: Shelf, standing: Standing, because: Sequence[Member]) -> str:
    """Who it was: the outlets that report it; for what somebody says about it, whoever says that."""
    said = standing in {"doubted", "denied", "confirmed"}
    names = list(dict.fromkeys(holder(shelf, it) if said else it.outlet for it in because))
    if not names:
        return ""
    shown = ", ".join(names[:2])
    return shown if len(names) <= 2 else f"{names[0]} and {len(names) - 1:,} more"


def _confirms(member: Member) -> bool:
    """Whether the words themselves say that it is confirmed; a further origin alone confirms nothing."""
    cues = (link.cue.text for link in member.appearance.chain if link.cue is not None)
    return any("confirm" in words.casefold() for words in (member.appearance.text, *cues))


def course_words(steps: Sequence[Step], most: int) -> str:
    """The first days of the course in one line: "2031-05-04 first reported by the Courier → 2031-05-06 denied by the port"."""
    days = [(day, [step.words for step in held]) for day, held in groupby(steps, key=lambda step: step.day)]
    told = [f"{day} {' · '.join(words)}" for day, words in days[:most]]
    further = sum(len(words) for _, words in days[most:])
    return " → ".join([*told, *([f"{further:,} more"] if further else [])])


# --- what is missing


def gaps(shelf: Shelf, one: Shared) -> tuple[str, ...]:
    """What cannot be told about a claim from these documents, in plain words; empty where nothing is missing."""
    told, origins = one.told, one.claim.origins
    undated = {it.appearance.document for it in one.members if not it.document.published}
    nameless = {it.appearance.document for it in one.members if not it.document.publisher}
    unsure = [it for it in one.members if {"chain", "party", "stance", "polarity"} & set(it.appearance.unsure)]
    found = (
        *_not_read(shelf, one.claim),
        f"The origin of {counted(len(one.adrift), 'telling')} cannot be told." if one.adrift else "",
        "Nothing bounds how many origins there are." if origins.at_most is None and told else "",
        "No telling names its source." if told and not _named(told, origins) else "",
        f"{counted(len(undated), 'document')} without a date: the order of time leaves them last." if undated else "",
        f"{counted(len(nameless), 'document')}: {UNKNOWN_OUTLET}." if nameless else "",
        f"The reader is unsure who says it, or what about it, in {counted(len(unsure), 'telling')}." if unsure else "",
    )
    return tuple(words for words in found if words)


def _named(told: Sequence[Member], origins: Origins) -> bool:
    """Whether some telling names its source, or an outlet vouches for it by itself."""
    return not origins.roots or any(
        not it.appearance.chain or any(link.source and link.source.named for link in it.appearance.chain) for it in told
    )


def _not_read(shelf: Shelf, claim: Claim) -> tuple[str, ...]:
    """Outlets that are cited for it and of which nothing is read here; of files that could not be read, only how many."""
    group = Group(claim.id, claim.text, claim.appearances)
    unread = shelf.material.findings.unread
    told = gaps_of(shelf.material, Outlets.shipped(), group, shelf.reliances)
    cited = [f"{line}." for line in told[: len(told) - len(unread)]]
    further = f"and {len(cited) - MOST_CITED:,} more outlets that are cited and not read here."
    missing = f"{counted(len(unread), 'file')} could not be read; what stands there is not known."
    return (*cited[:MOST_CITED], *([further] if len(cited) > MOST_CITED else []), *([missing] if unread else []))
