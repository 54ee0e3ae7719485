"""The tellings of a claim: when, on whose word and how firmly."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wherefrom.comparing.drift import guards
from wherefrom.comparing.drift.guards import FIRM, Guard
from wherefrom.comparing.material import Group, Material
from wherefrom.model import Appearance, Document, Origins, Stance

RUMOUR, SOURCED, FLAT = -1, FIRM, FIRM + 1
"""How firmly a telling asserts: a rumour, the degrees of what holds back, on somebody's word, on nobody else's."""

_DAY = len("2031-03-04")

Voice = str
"""Whose word a telling is: a party's id, else the words for the source, else the document's outlet."""


@dataclass(frozen=True, slots=True, order=True)
class When:
    """When a document was published; in this order, which is that of the course of a claim.

    A month or a year comes after its days, since nothing shows that it was before them; what has no date comes last.
    """

    unknown: bool
    key: str

    @classmethod
    def of(cls, document: Document) -> "When":
        """The day of publication, or as much as is known of it."""
        return _when((document.published or "")[:_DAY])

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return not self.unknown and len(self.key) == _DAY and self.key[-1] != "~"

    @property
    def date(self) -> str | None:
        """The date as far as it is known."""
        return None if self.unknown else self.key.rstrip("~")


@lru_cache(maxsize=1 << 12)
def _when(date: str) -> When:
    return When(not date, date if len(date) == _DAY else date + "~")


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement under the claim. `roots` are the places of its origins among those for the claim."""

    document: Document
    appearance: Appearance
    stance: Stance
    guard: Guard
    when: When
    voice: Voice
    roots: frozenset[int]

    @property
    def id(self) -> str:
        """The appearance's."""
        return self.appearance.id

    @property
    def name(self) -> str:
        """The document's id, which is not made anew each time."""
        return self.appearance.document

    @property
    def at_most(self) -> int:
        """How firmly it may be taken to assert."""
        if self.stance == "reports-as-rumour":
            return RUMOUR
        if self.guard.firmness < FIRM or self.guard.conditional:
            return min(self.guard.firmness, SOURCED - 1)
        return FLAT if self.guard.flat else SOURCED

    @property
    def at_least(self) -> int:
        """How firmly it asserts for certain, the words around it that the reader made nothing of counted in."""
        if self.at_most < FLAT:
            return self.at_most
        document, spans = self.document, self.appearance.spans
        held = self.appearance.nature in ("intention", "rule")
        return SOURCED if held or guards.passed_on(document, spans) or guards.left_open(document, spans) else FLAT


def tellings(material: Material, group: Group, origins: Origins) -> Iterator[Telling]:
    """The statements under a claim in the order of `Findings`, with the origins that each goes back to."""
    roots: defaultdict[str, set[int]] = defaultdict(set)
    for place, root in enumerate(origins.roots):
        for name in root.appearances:
            roots[name].add(place)
    against = {name: f"against {place}" for place, root in enumerate(origins.against) for name in root.appearances}
    stances = {member.id: member.stance for member in group.members}
    for appearance in material.in_time(stances):
        document, stance = material.documents[appearance.document], stances[appearance.id]
        voice = voice_of(document, appearance)
        if stance == "denies":
            voice = against.get(appearance.id, voice)
        known = frozenset(roots.get(appearance.id, ()))
        yield Telling(document, appearance, stance, Guard.of(appearance), When.of(document), voice, known)


def voice_of(document: Document, appearance: Appearance) -> Voice:
    """Whose word a statement is."""
    if not appearance.chain:
        return document.publisher or appearance.document
    source = guards.origin_of(appearance.chain)
    if source is None:
        return ""
    return source.parties[0] if source.parties else source.text.casefold()
