"""Figures in one unit: miles and kilometres, percent and parts per million.

The names of units are the reader's, English singulars. pint is only loaded when two of them really differ.
"""

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from wherefrom.model import Quantity

if TYPE_CHECKING:
    import pint

_SHARES = {
    None: 1.0,
    "percent": 1e-2,
    "per mille": 1e-3,
    "part per million": 1e-6,
    "part per billion": 1e-9,
    "part per trillion": 1e-12,
}
"""What one of them is of a whole. Percentage points and basis points are differences of shares, and no share."""

_THEIRS = {
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "light-year": "light_year",
    "barrel": "oil_barrel",
    "British thermal unit": "Btu",
    "pound per square inch": "psi",
    "millimetre of mercury": "mmHg",
    "revolution per minute": "rpm",
    "acre-foot": "acre_foot",
    "pound-foot": "foot_pound",
    "cubic centimetre": "cc",
    "mach": "speed_of_sound",
}
_UNLIKE = frozenset(
    "ton kiloton megaton gauge decade beat revolution point bore magnitude frame pixel dunam karat".split()
)
"""Words that pint takes for something else, or that have no one size: a ton is 907, 1,000 or 1,016 kilograms."""


def share(unit: str | None) -> float | None:
    """What one of this unit is of a whole; None where it measures no share."""
    return _SHARES.get(unit)


def in_unit(quantity: Quantity, base: str | None) -> Quantity | None:
    """The figure with its numbers in another unit; None where it cannot be told what they are there."""
    if quantity.unit == base:
        return quantity
    ours, theirs = share(quantity.unit), share(base)
    if quantity.dimension == "proportion" and ours is not None and theirs is not None:
        return _times(quantity, ours / theirs, base)
    if quantity.unit is None or base is None:
        return None
    value, high = quantity.value, quantity.high
    low = None if value is None else converted(value, quantity.unit, base)
    top = None if high is None else converted(high, quantity.unit, base)
    if (low is None) != (value is None) or (top is None) != (high is None):
        return None
    return replace(quantity, value=low, high=top, unit=base)


def _times(quantity: Quantity, factor: float, base: str | None) -> Quantity:
    value, high = quantity.value, quantity.high
    return replace(
        quantity,
        value=None if value is None else value * factor,
        high=None if high is None else high * factor,
        unit=base,
    )


@lru_cache(maxsize=4096)
def converted(value: float, unit: str, base: str) -> float | None:
    """So many of one unit in another: 1.609344 for one mile in kilometres; None where that cannot be told."""
    if unit == base:
        return value
    if _UNLIKE & set(f"{unit} {base}".split()):
        return None
    import pint  # noqa: PLC0415 -- half a second, and only worth it where two units differ

    try:
        return float(_registry().Quantity(value, _spelt(unit)).to(_spelt(base)).magnitude)
    except (pint.PintError, AttributeError, ValueError, TypeError):
        return None


@cache
def _registry() -> "pint.UnitRegistry[Any]":
    import pint  # noqa: PLC0415

    return pint.UnitRegistry()


def _spelt(unit: str) -> str:
    """A unit as pint writes it: "kilometre per hour" is "kilometre / hour"."""
    if unit in _THEIRS:
        return _THEIRS[unit]
    return " / ".join(_part(part) for part in unit.split(" per "))


def _part(unit: str) -> str:
    for word, power in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(word):
            return f"{_part(unit.removeprefix(word))} ** {power}"
    return _THEIRS.get(unit, unit.replace(" ", "_").replace("-", "_"))
