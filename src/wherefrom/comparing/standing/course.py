"""What is known of a claim up to a day, and the changes listed so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from wherefrom.comparing.drift.tellings import IN_PROSE, Relied
from wherefrom.model import Origins, StatusChange
from wherefrom.model.claim import Standing

from .tellings import RUMOUR, Telling, Voice

_ORDER: Mapping[Standing, int] = {status: place for place, status in enumerate(get_args(Standing))}
"""Of one day's changes."""

_KEPT: tuple[Standing, ...] = ("repeated", "denied", "doubted")
"""What is listed once as long as nothing else changes."""

Day = dict[Standing, list[str]]
"""What the tellings of one day change, with their ids."""


@dataclass(slots=True)
class Course:
    """The course of a claim as far as it has been followed.

    `listed` are the changes; their lists of ids grow with later tellings that only keep what was listed. `known` finds
    those lists again, by status and voice, and the last one of a status under the voice "". `told` are the tellings that
    carry the claim on, with their `documents`, `voices`, `roots` and how firm the `firmest` was.
    """

    origins: Origins
    relied: Relied
    listed: list[tuple[str | None, Standing, list[str]]] = field(default_factory=list)
    known: dict[tuple[Standing, Voice], list[str]] = field(default_factory=dict)
    told: list[Telling] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    voices: set[Voice] = field(default_factory=set)
    roots: set[int] = field(default_factory=set)
    firmest: int | None = None
    first: frozenset[str] = frozenset()
    began: str | None = None

    def tell(self, tellings: Iterable[Telling]) -> None:
        """Take in tellings that carry the claim on."""
        for one in tellings:
            self.told.append(one)
            self.documents.add(one.name)
            self.voices |= {one.voice, one.document.publisher or one.name}
            self.roots |= one.roots
            if one.appearance.block in IN_PROSE:
                self.firmest = max(one.at_most, self.firmest if self.firmest is not None else RUMOUR)

    def note(self, day: Day, status: Standing, voice: Voice, one: Telling) -> None:
        """Add a telling to the change that it only keeps so, or to those of the day."""
        known = self.known.get((status, voice))
        if known is None:
            known = self.known[status, voice] = day.setdefault(status, [])
        known.append(one.id)

    def list_day(self, date: str | None, day: Day) -> None:
        """List a day's changes, in the order of `Standing`."""
        for status in sorted(day, key=_ORDER.__getitem__):
            self.listed.append((self.began if status == "first-reported" else date, status, day[status]))
        for status in _KEPT:
            place = _ORDER[status] if status in day else -1
            if any(other != status and _ORDER[other] > place for other in day):
                self.known.pop((status, ""), None)  # what comes after another change is a change again

    def changes(self) -> tuple[StatusChange, ...]:
        """The changes listed."""
        return tuple(StatusChange(date, status, tuple(because)) for date, status, because in self.listed)
