"""Which earlier telling of a claim a later one is held against."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Self

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import closeness
from wherefrom.model import Appearance, Claim, Document, Membership, Reliance, Stance

from .guards import Guard, is_publisher, origin_of, same_voice
from .wording import ALIKE, ALIKE_RELIED, Wording, likeness

FIRST = 12
"""How many documents from a claim's first on are looked through for an earlier telling of the same detail.

It bounds the work for a claim that thousands repeat; in the nine stories nothing more is found beyond the fifth.
"""

IN_PROSE = frozenset({"paragraph"})
"""Headlines and captions shorten: what they leave out is told below them."""


CLOSE, REWORDED = 0.5, 0.75
"""The cosine below which two statements under one claim tell different details, and the one from which they tell the same detail though hardly
a word is shared. Of the 19 changes found on the nine stories and the demo without the first, the four below it were wrong."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement under a claim with all that retellings are compared by.

    `voice` is the name of its origin where the words for it do not give that: "she".
    """

    document: Document
    appearance: Appearance
    stance: Stance
    wording: Wording
    guard: Guard
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Retelling:
    """An earlier and a later telling of one detail. `kept` are the later document's other tellings of the claim.

    `how` is the reliance between the two documents, None where there is none.
    """

    claim: str
    earlier: Told
    later: Told
    kept: tuple[Told, ...]
    how: Reliance | None


@dataclass(frozen=True, slots=True)
class Relied:
    """Which documents each document relies on, by its id, and which are later versions of it."""

    on: Mapping[str, Mapping[str, Reliance]]
    versions: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, relies_on: Sequence[Reliance]) -> Self:
        """The first reliance of each pair counts."""
        on: defaultdict[str, dict[str, Reliance]] = defaultdict(dict)
        versions: defaultdict[str, list[str]] = defaultdict(list)
        for one in relies_on:
            on[one.document].setdefault(one.on, one)
            if one.how == "version-of":
                versions[one.on].append(one.document)
        return cls(dict(on), {name: tuple(later) for name, later in versions.items()})

    def between(self, later: str, earlier: str) -> Reliance | None:
        """How one document relies on another, if it does."""
        return self.on.get(later, {}).get(earlier)


def retellings(material: Material, claim: Claim, relied: Relied) -> Iterator[Retelling]:
    """For each telling of a claim the one before it that it can be held against, if there is one.

    First comes the document that it relies on, else the first that tells the same detail and was published earlier. A
    telling that has a source of its own is a report in its own right and no retelling.
    """
    told = _by_document(material, claim.appearances)
    for later_id, tellings in told.items():
        on = relied.on.get(later_id, {})
        relied_on = [told[name] for name in on if name in told and name != later_id]
        for later in tellings:
            if later.appearance.block not in IN_PROSE:
                continue
            earlier = _earlier(later, relied_on, told, relied)
            if earlier is not None and not _own_source(earlier, later):
                others = tuple(one for one in tellings if one is not later)
                yield Retelling(claim.id, earlier, later, others, relied.between(later_id, earlier.appearance.document))


def _by_document(material: Material, members: Sequence[Membership]) -> dict[str, list[Told]]:
    """The tellings of a claim by document, in the order of publication."""
    told: dict[str, list[Told]] = {}
    stances = {member.id: member.stance for member in members}
    for appearance in material.in_time(stances):
        document = material.documents[appearance.document]
        wording, guard = Wording.of(document, appearance), Guard.of(appearance)
        one = Told(document, appearance, stances[appearance.id], wording, guard, _voice(material, guard))
        told.setdefault(appearance.document, []).append(one)
    return told


def _voice(material: Material, guard: Guard) -> str | None:
    source = origin_of(guard.sourced)
    party = material.parties.get(source.parties[0]) if source is not None and source.parties else None
    if source is None or party is None or not party.named or party.name.casefold() in source.text.casefold():
        return None
    return party.name


def _earlier(later: Told, relied_on: list[list[Told]], told: Mapping[str, list[Told]], relied: Relied) -> Told | None:
    best = [found for tellings in relied_on if (found := _likest(later, tellings, ALIKE_RELIED)) is not None]
    if best:
        return max(best, key=lambda found: found[0])[1]
    name = later.appearance.document
    for tellings in islice(told.values(), FIRST):
        before = _published_before(tellings[0].document, later.document)
        if before and relied.between(tellings[0].appearance.document, name) is None:
            first = _likest(later, tellings, ALIKE)
            if first is not None:
                return first[1]
    return None


def _likest(later: Told, tellings: list[Told], least: float) -> tuple[float, Told] | None:
    """Of a document's tellings the one that tells most nearly what the later one does, and how nearly."""
    alike = [(_nearness(one, later, least), one) for one in tellings if _may_be_retold(one, later)]
    score, found = max(alike, key=lambda one: one[0], default=(0.0, later))
    return (score, found) if score else None


def _nearness(one: Told, later: Told, least: float) -> float:
    """How near two tellings are in their words, 0 where their meaning is not; near enough in meaning, the words may all be others."""
    near = closeness(one.appearance.text, later.appearance.text)
    if near < CLOSE:
        return 0.0
    return likeness(one.wording, later.wording, least) or (least if near >= REWORDED else 0.0)


def _may_be_retold(one: Told, later: Told) -> bool:
    """Whether a telling stands in prose and tells of no other time."""
    if one.appearance.block not in IN_PROSE:
        return False
    before, after = _happened(one.appearance), _happened(later.appearance)
    return (
        not before
        or not after
        or any(first.startswith(other) or other.startswith(first) for first in before for other in after)
    )


def _happened(appearance: Appearance) -> list[str]:
    """When it is said to have happened, where that is a date: lengths of time and open ends tell apart nothing."""
    return [
        time.value
        for time in appearance.times
        if time.role != "said" and time.value is not None and time.value[0].isdigit()
    ]


def _published_before(one: Document, other: Document) -> bool:
    """Whether a document came out before another for certain: "2016-02" is not before "2016-02-04", nor a day before itself."""
    if one.published is None or other.published is None:
        return False
    earlier, later = one.published[:10], other.published[:10]
    return earlier < later and not later.startswith(earlier)


def _own_source(earlier: Told, later: Told) -> bool:
    """Whether the later telling rests on somebody whom the earlier one does not have."""
    voice = origin_of(later.guard.sourced)
    if voice is None or is_publisher(voice, later.document, earlier.document.publisher):
        return False
    if not voice.named and voice.kind in ("outlet", "document"):
        return False  # "reports", "media": nobody in particular
    before = [link.source for link in earlier.guard.sourced if link.source is not None]
    return not any(same_voice(later.document, voice, earlier.document, one) for one in before)
