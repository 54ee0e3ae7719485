"""Figures and dates that cannot be by themselves: more than the whole, older than anybody, told before it happened.

They are pointed out with the reason; nothing is corrected.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from wherefrom.model import Conflict

from .figures import PERSONS, Figure
from .moments import Moment
from .scene import Scene
from .told import Value, Verdict, conflict
from .words import stem

OLDEST = 125
"""Years that no human being has reached."""
_AGED = re.compile(r"\b(?:aged|age|ages)\s(?:of\s)?$")
_SOMEBODY = re.compile(r"\b(?:he|she|who|i)\s(?:is|was|turned|turns|said to be|would be)?\s?$", re.IGNORECASE)
_NOUN = re.compile(r"\s([a-z]+)\b")
_CHANGES = frozenset("rise fall".split())
_GROWTH = re.compile(
    r"\b(?:more|higher|up|over|above|growth|grew|grow|return|profit|inflation|capacity|increase\w*|markup|of (?:gdp|gross|normal|its|their|the previous))\b",
    re.IGNORECASE,
)
"""Beside these more than a hundred percent is a change, a return, or a comparison, and no share of a whole."""
_PAST = re.compile(r"\b(?:was|were|had|did|happened|occurred|took|died|arrived|left|fled|began|ended|[a-z]{3,}ed)\b")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|plan\w*|expect\w*|schedul\w*|due|set to|until|till|by|next|coming|upcoming|before|ahead|"
    r"deadline|postponed|put off|delayed|to be|promis\w*|vow\w*|propos\w*|slated|agreed|extended|expires?|invited|called|announced|arranged|"
    r"booked|dated|elections?|from|through|starts?|starting|begins?|opens?)\b",
    re.IGNORECASE,
)
"""Words with which a day to come is told."""


def impossible(scene: Scene, figures: Iterable[Figure], moments: Iterable[Moment]) -> Iterator[Conflict]:
    """What of a document's figures and times cannot be, each as a conflict of one value."""
    for figure in figures:
        why = _impossible(scene, figure)
        if why is not None:
            quantity = figure.quantity
            shown = quantity.value if quantity.value is not None else quantity.text
            value = Value(figure.place, quantity.spans, shown, quantity.unit, quantity.text)
            yield conflict("value", f"impossible figure: {quantity.text}", [value], Verdict(apart=True, why=why))
    published = _published(scene)
    for moment in moments:
        last = moment.period.first
        if published is not None and last is not None and last > published + 1 and _is_past(scene, moment):
            value = Value(moment.place, (moment.place.spans), moment.value, None, moment.value)
            why = f"“{moment.text}” is told as past and lies after the day of publication, {scene.document.published}"
            yield conflict("date", f"impossible date: {moment.text}", [value], Verdict(apart=True, why=why))


def _impossible(scene: Scene, figure: Figure) -> str | None:
    """Why a figure cannot be; None where it can."""
    quantity = figure.quantity
    value = quantity.value
    if value is None or quantity.relation.startswith("<"):
        return None
    if value > OLDEST and _is_age(scene, figure):
        return f"nobody is {value:g} years old"
    if figure.measure == "share" and quantity.unit == "percent" and value > 100:
        sentence = scene.sentence(quantity.spans[0].start)
        change = _CHANGES & figure.place.wide or _GROWTH.search(scene.text, *sentence)
        if quantity.of is not None and not change:
            return f"{quantity.text} is more than the whole of what it is a share of"
    return None


def _is_age(scene: Scene, figure: Figure) -> bool:
    """Whether a number is told as somebody's age, and not a house's or a tree's.

    The reader takes a bare number for no age that nobody reaches.
    """
    start, end = figure.quantity.spans[0].start, figure.quantity.spans[-1].end
    before = scene.text[max(0, start - 24) : start]
    if figure.measure in {"age", "count"} and _AGED.search(before):
        return True
    behind = _NOUN.match(scene.text, end)
    somebody = _SOMEBODY.search(before) is not None or (behind is not None and stem(behind[1].lower()) in PERSONS)
    return figure.measure == "age" and somebody


def _is_past(scene: Scene, moment: Moment) -> bool:
    """Whether a clause tells something as past, with no word of what is to come."""
    sentence, clause = scene.sentence(moment.start), scene.clause(moment.place.spans[0])
    return (
        not moment.place.expected
        and _PAST.search(scene.text, *clause) is not None
        and _AHEAD.search(scene.text, *sentence) is None
    )


def _published(scene: Scene) -> int | None:
    try:
        return date.fromisoformat((scene.document.published or "")[:10]).toordinal()
    except ValueError:
        return None
