"""Ages of one person: whose they are, and whether one day of birth fits them all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wherefrom.comparing.material import Material
from wherefrom.model import Conflict, Party, Span

from .bounds import amount
from .figures import Figure
from .scene import Scene
from .things import Shared, alike
from .told import Value, Verdict, conflict

_YEAR = 365.25
_APPOSED = re.compile(r",\s?(?:aged\s|now\s|then\s|just\s|allegedly\s|reportedly\s)?$")
_BARE = re.compile(r"\s{0,1}[,.;)]|\s{0,1}$")
_ADJECTIVE = re.compile(r"-\s?old$", re.IGNORECASE)
YOUNGEST, OLDEST = 10, 110
"""Years between which a bare number behind a person's name is read as an age."""


@dataclass(frozen=True, slots=True)
class Age:
    """An age, whose it is, and the claims of the statements about that person."""

    figure: Figure
    owner: Party
    claims: tuple[str, ...]


def ages(scene: Scene, figures: Iterable[Figure]) -> Iterator[Age]:
    """The ages among the figures of a document whose owner can be made out."""
    for figure in figures:
        bare = figure.measure == "count" and figure.head is None and figure.quantity.relation == "="
        if figure.measure != "age" and not bare:
            continue
        owner = _owner(scene, figure, apposed_only=bare)
        if owner is not None and (not bare or _is_age(scene, figure)):
            yield Age(figure, owner, scene.claims_about(owner.id))


def _is_age(scene: Scene, figure: Figure) -> bool:
    value, end = figure.quantity.value, figure.quantity.spans[-1].end
    whole = value is not None and YOUNGEST <= value <= OLDEST and value == int(value)
    return whole and figure.quantity.text.isdigit() and _BARE.match(scene.text, end) is not None


def _owner(scene: Scene, figure: Figure, *, apposed_only: bool) -> Party | None:
    """Whose age it is: of whom right before it, else of whom it helps to describe, else of the last one told."""
    start, end = figure.quantity.spans[0].start, figure.quantity.spans[-1].end
    sentence = scene.sentence(start)
    people = [
        one for one in scene.mentions(Span(sentence.start, end)) if one.party.kind in {"person", "other", "group"}
    ]
    for one in people:
        if one.span.end <= start and _APPOSED.fullmatch(scene.text, one.span.end, start):
            return one.party
    if apposed_only:
        return None
    for one in people:
        if one.span.start <= start < one.span.end:
            return one.party
    if _ADJECTIVE.search(figure.quantity.text):
        after = [one for one in scene.mentions(Span(end, end + 2)) if one.party.kind == "person"]
        return after[0].party if after else None
    before = [one for one in people if one.span.end <= start and one.party.kind == "person"]
    return before[-1].party if before else None


def age_conflicts(material: Material, found: Sequence[Age]) -> Iterator[Conflict]:
    """Conflicts between ages of one person."""
    alone = _only_unnamed(found)
    keyed = ((number, key) for number, one in enumerate(found) for key in _keys(one, alone))
    for members in alike(keyed, len(found)):
        yield from _conflict(material, [found[number] for number in members])


def _keys(age: Age, alone: set[str]) -> Iterator[Shared]:
    """The person; of the one without a name whose age a document tells, the claims of what is said of that person."""
    yield Shared(("party", age.owner.id))
    if age.owner.id in alone:
        for claim in age.claims:
            yield Shared(("claim", claim))


def _only_unnamed(found: Sequence[Age]) -> set[str]:
    """The parties without a name that are the only such in their document whose age is told."""
    held: dict[str, set[str]] = {}
    for one in found:
        if not one.owner.named:
            held.setdefault(one.figure.place.document, set()).add(one.owner.id)
    return {party for parties in held.values() if len(parties) == 1 for party in parties}


def _conflict(material: Material, group: Sequence[Age]) -> Iterator[Conflict]:
    rows = [one for one in group if amount(one.figure.quantity) is not None]
    values = [_value(one) for one in rows]
    if len({one.same for one in values}) < 2:
        return
    named = next((one for one in rows if one.owner.named), rows[0])
    yield conflict("value", f"age of {named.owner.name}", values, _verdict(material, rows))


def _value(age: Age) -> Value:
    quantity = age.figure.quantity
    left = amount(quantity)
    shown = quantity.value if quantity.high is None and quantity.value is not None else quantity.text
    return Value(age.figure.place, quantity.spans, shown, "year", left.bounded if left else None)


def _verdict(material: Material, rows: Sequence[Age]) -> Verdict:
    """Whether one day of birth fits all ages, each told on the day its document was published."""
    days = [_published(material.documents[one.figure.place.document].published) for one in rows]
    births: list[tuple[float, float]] = []
    for one, day in zip(rows, days, strict=True):
        left = amount(one.figure.quantity)
        if left is not None and day is not None:
            births.append((day - (left.high + 1) * _YEAR, day - left.low * _YEAR))
    if len(births) > 1 and max(low for low, _ in births) > min(high for _, high in births) + 1:
        return Verdict(
            apart=True, why="no day of birth fits all of these ages on the days on which they were published"
        )
    if None in days:
        return Verdict(apart=False, why="when some of these ages were told is not known")
    return Verdict(apart=False, why="a birthday between the days of publication may explain it")


def _published(text: str | None) -> int | None:
    try:
        return date.fromisoformat((text or "")[:10]).toordinal()
    except ValueError:
        return None
