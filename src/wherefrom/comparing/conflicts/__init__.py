"""What differs between statements: figures, dates, places, names and polarities of one thing.

Each conflict tells whether its values cannot all hold, or only differ, and why it is thought so. Nothing is corrected.

- `scene`, `words`, `keys`, `meaning`: what stands around a value, and so what it is about
- `figures`, `grouping`, `bounds`, `units`, `excuses`, `amounts`: figures, which are of one thing, what each leaves open
- `ages`: of one person, against the days of publication; `moments`, `periods`, `dates`: times of one event
- `places`, `nations`, `naming`: destinations, directions, and where somebody is from
- `polarity`: what some hold and others deny; `outliers`: what cannot be by itself; `bearing`: where the values come from
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherefrom.comparing.material import Material
from wherefrom.model import Claim, Conflict, Reliance

from .ages import Age, age_conflicts, ages
from .amounts import amounts, by_sentence, things
from .bearing import Bearings
from .dates import Bound, dates
from .figures import Figure, figures
from .grouping import Setting
from .moments import Moment, moments
from .naming import Belonging, belongings, nationalities
from .outliers import impossible
from .places import Journey, Way, destinations, directions, journeys, ways
from .polarity import polarities
from .scene import Claimed, Scene, scenes

__all__ = ["conflicts", "outliers"]


def conflicts(material: Material, claims: Sequence[Claim], relies_on: Sequence[Reliance]) -> tuple[Conflict, ...]:
    """The values that differ and are of one thing, in the order of publication, document and text.

    They are compared under one claim; between reports of one story, which share claims; and wherever the same is said of
    one party. `material` holds readings whose parties are joined; `claims` come with their origins. Figures and times that
    stand outside of all statements, in the words for a source, count as well: such a value has no appearance.
    """
    denied = frozenset((one.id, claim.id) for claim in claims for one in claim.appearances if one.stance == "denies")
    told = _told(scenes(material, Claimed.of(material, claims)))
    bearings = Bearings(claims, relies_on)
    found = (*_of_values(material, told, denied), *polarities(material, claims))
    return tuple(sorted(map(bearings.told, found), key=lambda one: _order(material, one)))


def outliers(material: Material) -> tuple[Conflict, ...]:
    """Figures and times that cannot be by themselves, each a conflict of one value with the reason; nothing is corrected."""
    seen = scenes(material, Claimed.of(material, ()))
    return tuple(one for scene in seen for one in impossible(scene, figures(scene), moments(scene)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What all documents tell that can be compared."""

    figures: tuple[Figure, ...]
    ages: tuple[Age, ...]
    moments: tuple[Moment, ...]
    journeys: tuple[Journey, ...]
    ways: tuple[Way, ...]
    belongings: tuple[Belonging, ...]
    setting: Setting


def _told(seen: Sequence[Scene]) -> _Told:
    numbers: list[Figure] = []
    aged: list[Age] = []
    times: list[Moment] = []
    for scene in seen:
        own, when = tuple(figures(scene)), tuple(moments(scene))
        lives = tuple(ages(scene, own))
        of_lives = {one.figure.place.spans for one in lives}
        numbers.extend(one for one in own if one.place.spans not in of_lives)
        aged.extend(lives)
        times.extend(when)
    return _Told(
        figures=tuple(numbers),
        ages=tuple(aged),
        moments=tuple(times),
        journeys=tuple(one for scene in seen for one in journeys(scene)),
        ways=tuple(one for scene in seen for one in ways(scene)),
        belongings=tuple(one for scene in seen for one in belongings(scene)),
        setting=Setting({scene.id: scene.topics for scene in seen}, {scene.id: scene.story for scene in seen}),
    )


def _of_values(material: Material, told: _Told, denied: frozenset[tuple[str, str]]) -> Iterator[Conflict]:
    groups = things(told.figures, told.setting)
    yield from amounts(material, groups)
    yield from age_conflicts(material, told.ages)
    yield from dates(material, told.moments, Bound(told.setting, by_sentence(groups), denied))
    yield from destinations(material, told.journeys)
    yield from directions(material, told.ways)
    yield from nationalities(told.belongings)


def _order(material: Material, one: Conflict) -> tuple[int, int, str]:
    """By publication, document and place of the first value, then by id."""
    first = one.values[0]
    return material.place[first.document], first.spans[0].start, one.id
