"""How a claim stood over time: first reported, repeated, hardened, doubted, denied, confirmed, corrected, withdrawn.

Only changes are listed, each with the appearances that make it so:

- `first-reported` are the tellings of the first day; where a document of that day relies on another, the other came first.
- `repeated` stands once after each other change and gathers all later tellings up to the next one.
- `denied` and `doubted` are listed again after another change, and `denied` when somebody named denies who had not.
- `hardened` when a document asserts more firmly than any before it on nobody else's word: a rumour has become a report,
  "may have" a "probably", what a source said is asserted flatly.
- `confirmed` once: when there are two independent origins for certain, or somebody named who had not told it says "confirmed",
  and the figures agree.
- `corrected` and `withdrawn` when a text says so of an earlier report, a source that told it admits the opposite, or a
  later version of an article denies or drops it.

Nothing is made of the number of outlets. Documents without a date come last under no date; a date of a month or a year only
comes after the days in it, since nothing shows that it was before them.
"""

from collections.abc import Sequence
from itertools import groupby

from wherefrom.comparing.drift.guards import origin_of
from wherefrom.comparing.drift.tellings import IN_PROSE, Relied
from wherefrom.comparing.material import Group, Material
from wherefrom.model import Origins, StatusChange
from wherefrom.model.claim import CARRYING, Standing

from .beginning import date_of, first
from .course import Course, Day
from .firmer import confirming, confirming_at_once, hardens
from .taken_back import dropped, taken_back
from .tellings import Telling, When, tellings

__all__ = ["standing_of"]


def standing_of(
    material: Material, group: Group, origins: Origins, relied: Relied | None = None
) -> tuple[StatusChange, ...]:
    """The course of a claim, in the order of time.

    `relied` are the reliances between the documents: they tell which of two came first where the dates do not, and which
    is a version of another.
    """
    course = Course(origins, relied if relied is not None else Relied({}, {}))
    told = list(tellings(material, group, origins))
    gone = dropped(material, course.relied, told)
    days: dict[When, list[Telling]] = {when: [] for when in gone}
    for one in told:
        days.setdefault(one.when, []).append(one)
    for when in sorted(days):
        day = _changes(material, course, days[when], told)
        if when in gone:
            day.setdefault("withdrawn", []).extend(gone[when])
        course.list_day(when.date, day)
    return course.changes()


def _changes(material: Material, course: Course, held: Sequence[Telling], told: Sequence[Telling]) -> Day:
    """What the tellings of one day change; in which order they came on that day nobody knows."""
    day: Day = {}
    back = {one.id: status for one in held if (status := taken_back(material, course, one)) is not None}
    carried = [one for one in held if one.stance in CARRYING and one.id not in course.first]
    kept = [one for one in carried if one.id not in back]
    if carried and not course.told:  # what only a report of its withdrawal tells of was reported all the same
        _begin(course, day, kept or carried, told)
        kept = [one for one in kept if one.id not in course.first]
    _carried_on(course, day, kept)
    for one in held:
        if one.id in back:
            course.note(day, back[one.id], "", one)
        elif one.stance not in CARRYING:
            _against(course, day, one)
    return day


def _begin(course: Course, day: Day, held: Sequence[Telling], told: Sequence[Telling]) -> None:
    found = first(held, told, course.relied)
    course.first = frozenset(one.id for one in found)
    course.began = date_of(found)
    day["first-reported"] = [one.id for one in found]
    for one in confirming_at_once(course.origins, found):
        course.note(day, "confirmed", "", one)
    course.tell(found)


def _carried_on(course: Course, day: Day, told: Sequence[Telling]) -> None:
    """What the documents of a day change that bring the claim again."""
    confirm = {one.id for one in confirming(course, told)}
    for _, grouped in groupby(told, key=lambda one: one.name):
        held = list(grouped)
        firmer = hardens(course, held)
        for one in held:
            if one.id in confirm:
                course.note(day, "confirmed", "", one)
            elif firmer and one.appearance.block in IN_PROSE:
                day.setdefault("hardened", []).append(one.id)
            else:
                course.note(day, "repeated", "", one)
    course.tell(told)


def _against(course: Course, day: Day, one: Telling) -> None:
    """List a denial by somebody named who had made none, or any that follows another change; else it adds to the last."""
    status: Standing = "denied" if one.stance == "denies" else "doubted"
    source = origin_of(one.guard.sourced)
    named = status == "denied" and (not one.guard.sourced or (source is not None and source.named))
    if (status, "") in course.known and not (named and (status, one.voice) not in course.known):
        course.known[status, ""].append(one.id)
        return
    course.note(day, status, one.voice, one)
    course.known[status, ""] = course.known[status, one.voice]
