"""Conflicts as they are shown: each value with all who give it, side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from wherefrom.model import Conflict, ConflictValue
from wherefrom.model.claim import ConflictKind

from .figures import number_words, plural
from .quoting import Quoted, quoted, sentence
from .shared import Shelf

KINDS: Mapping[ConflictKind, str] = {
    "value": "figure",
    "date": "date",
    "place": "place",
    "name": "name",
    "polarity": "yes or no",
}

BETWEEN: Mapping[Literal["origins", "echoes", "unknown"], str] = {
    "origins": "between origins",
    "echoes": "only between retellings of one origin",
    "unknown": "whether between origins cannot be told",
}

CANNOT_ALL_HOLD = "cannot all hold"
MAY_HOLD = "may be compatible"


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that differ, with the words of all who give it."""

    shown: str
    given: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """A conflict: what about, whether all can hold, between whom, and why it is one."""

    number: int
    conflict: Conflict
    kind: str
    verdict: str
    between: str
    values: tuple[Value, ...]


def differing(shelf: Shelf, conflicts: Iterable[Conflict]) -> tuple[Differing, ...]:
    """The conflicts in their order; those that cannot all hold first."""
    ordered = sorted(conflicts, key=lambda conflict: conflict.cannot_all_hold is None)
    shown = ((conflict, _values(shelf, conflict)) for conflict in ordered)
    several = [(conflict, values) for conflict, values in shown if sum(len(value.given) for value in values) > 1]
    return tuple(
        Differing(
            number=number,
            conflict=conflict,
            kind=KINDS[conflict.kind],
            verdict=CANNOT_ALL_HOLD if conflict.cannot_all_hold else MAY_HOLD,
            between=BETWEEN[conflict.between],
            values=values,
        )
        for number, (conflict, values) in enumerate(several, 1)
    )


def _values(shelf: Shelf, conflict: Conflict) -> tuple[Value, ...]:
    """Equal values made one, the order kept."""
    found: dict[str, list[Quoted]] = {}
    for value in conflict.values:
        words = _words(shelf, value)
        if words is not None:
            found.setdefault(value_words(value), []).append(words)
    return tuple(Value(shown, tuple(given)) for shown, given in found.items())


def _words(shelf: Shelf, value: ConflictValue) -> Quoted | None:
    """The statement that gives the value, its words marked; the sentence around them where they stand in no statement."""
    told = shelf.material.appearances.get(value.appearance or "")
    document = shelf.material.documents.get(value.document)
    if document is None:
        return None
    said = told.spans if told is not None and told.document == value.document else sentence(document.text, value.spans)
    return quoted(shelf, value.document, value.appearance, said, () if said == value.spans else value.spans)


def value_words(value: ConflictValue) -> str:
    """A value with its unit: "4,200,000 crowns", "the eastern quay"."""
    if isinstance(value.value, str):
        return value.value  # words of a text, or what they mean: the unit is among them
    unit = "" if value.unit is None else f" {value.unit if value.value == 1 else plural(value.unit)}"
    return f"{number_words(value.value)}{unit}"
