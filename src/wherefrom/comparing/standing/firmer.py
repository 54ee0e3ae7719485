"""Whether a claim is confirmed, or only asserted more firmly."""

import re
from collections.abc import Sequence

from wherefrom.comparing.drift.figures import differ
from wherefrom.comparing.drift.tellings import FIRST, IN_PROSE
from wherefrom.comparing.drift.wording import Wording, related
from wherefrom.model import Origins

from .course import Course
from .tellings import Telling

_CONFIRMS = re.compile(r"\bconfirm(?:s|ed|ing|ation)?\b", re.IGNORECASE)
_NOT = re.compile(r"n['’]t\b|\b(?:not|never|nor|neither|refus|declin|unable|without|before)", re.IGNORECASE)


def confirming(course: Course, told: Sequence[Telling]) -> list[Telling]:
    """Those of a day's tellings that confirm the claim, if it was not confirmed before."""
    if ("confirmed", "") in course.known:
        return []
    second = _second_origin(course.origins, course.roots, told)
    found = second or [one for one in told if _confirms(course, one)]
    return [one for one in found if _agrees(one, course.told)]


def confirming_at_once(origins: Origins, first: Sequence[Telling]) -> list[Telling]:
    """Of the first tellings those in another document that has an origin of its own."""
    own = [one for one in first if one.name == first[0].name]
    others = [one for one in first if one.name != first[0].name]
    second = _second_origin(origins, {root for one in own for root in one.roots}, others)
    return [one for one in second if _agrees(one, own)]


def _agrees(one: Telling, before: Sequence[Telling]) -> bool:
    """Whether its figures can hold with those of the first tellings: who gives others confirms nothing."""
    return not any(differ(other.appearance.quantities, one.appearance.quantities) for other in before[:FIRST])


def _second_origin(origins: Origins, known: set[int], told: Sequence[Telling]) -> list[Telling]:
    """The tellings with which there are two independent origins for certain.

    Of `n` origins that may be one another, at least `k` are independent. Any of them that have been heard, `m`, are then
    at least `m - (n - k)`: two are certain from the `n - k + 2`nd on.
    """
    certain = len(origins.roots) - origins.at_least + 2
    if origins.at_least < 2 or len(known) >= certain or len(known.union(*(one.roots for one in told))) < certain:
        return []
    return [one for one in told if one.roots - known]


def _confirms(course: Course, one: Telling) -> bool:
    """Whether somebody named who had not told it yet, or who saw it, says that it is confirmed."""
    if one.stance != "supports" or not one.appearance.chain or one.voice in course.voices:
        return False
    link = one.appearance.chain[-1]
    if link.source is None or link.cue is None or link.polarity == "negative" or link.once:
        return False
    knows = link.source.named or link.source.knows_by in ("saw", "document")
    own = link.source.kind in ("person", "organisation") and link.basis != "carried"
    return knows and own and _CONFIRMS.search(link.cue.text) is not None and _NOT.search(link.cue.text) is None


def hardens(course: Course, told: Sequence[Telling]) -> bool:
    """Whether all that a document's text says of the claim is firmer than any before, on nobody's word but theirs."""
    prose = [one for one in told if one.appearance.block in IN_PROSE]
    if not prose or course.firmest is None or min(one.at_least for one in prose) <= course.firmest:
        return False
    if not _surely_later(course, prose[0]) or any(_on_own_word(course, one) for one in prose):
        return False
    return any(_told_before(course, one) for one in prose)


def _surely_later(course: Course, one: Telling) -> bool:
    """Whether a document came after the first ones for certain: by its day, or because it relies on one of them."""
    return one.when.is_day or not course.documents.isdisjoint(course.relied.on.get(one.name, {}))


def _on_own_word(course: Course, one: Telling) -> bool:
    if one.guard.sourced:
        return one.voice not in course.voices
    return bool(one.roots) and not one.roots & course.roots


def _told_before(course: Course, one: Telling) -> bool:
    """Whether one of the first tellings has the same detail: a flat remark on another one hardens nothing."""
    wording = Wording.of(one.document, one.appearance)
    return any(related(Wording.of(other.document, other.appearance), wording) for other in course.told[:FIRST])
