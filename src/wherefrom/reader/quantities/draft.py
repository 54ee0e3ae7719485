"""A quantity in the making."""

from dataclasses import dataclass

from wherefrom.model.appearance import Relation

from .numerals import Numeral
from .units import Unit


@dataclass(slots=True)
class Draft:
    """A quantity in the making, from `start` to `end`.

    `joined` tells that a hyphen stands before the unit, `prefixed` that the unit, a currency mostly, stands before the
    number; `dimension` is set where it is another than the unit's.
    """

    start: int
    end: int
    numeral: Numeral
    relation: Relation = "="
    value: float | None = None
    high: float | None = None
    unit: Unit | None = None
    of: str | None = None
    joined: bool = False
    prefixed: bool = False
    dimension: str | None = None
