"""Figures, times and windows in plain words: what the reader made of "up to two years", beside these words.

All functions are pure. A number is shown with its bound and unit, a word with the range of a scheme, never as a number.
"""

from wherefrom.model import Appearance, Quantity, Relation, Time, TimeRole, Validity

BOUNDS: dict[Relation, str] = {
    "=": "",
    "<": "less than ",
    "<=": "at most ",
    ">": "more than ",
    ">=": "at least ",
    "~": "about ",
    "range": "",
}

ROLES: dict[TimeRole, str] = {
    "event": "when it happened",
    "said": "when it was said",
    "held-from": "since when",
    "held-to": "until when",
    "valid-to": "until when it holds good",
}

NOT_CERTAIN = "cannot be told from the text"

_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "hertz": "hertz",
    "percent": "percent",
    "people": "people",
    "person": "people",
    "percentage point": "percentage points",
    "pound sterling": "pounds sterling",
    "yen": "yen",
    "yuan": "yuan",
    "won": "won",
    "baht": "baht",
    "rand": "rand",
    "century": "centuries",
    "henry": "henries",
    "lux": "lux",
    "siemens": "siemens",
    "stone": "stone",
}


def figures(appearance: Appearance) -> tuple[tuple[str, str], ...]:
    """The figures, times and window of a statement: the words, and what was read there."""
    windows = () if appearance.validity is None else (appearance.validity,)
    told = (
        *((one.spans, one.text, quantity_words(one)) for one in appearance.quantities),
        *((one.spans, one.text, time_words(one)) for one in appearance.times if one.role != "valid-to"),
        *((one.spans, one.text, window_words(one)) for one in windows),
    )
    return tuple((text, words) for _, text, words in sorted(told))


def quantity_words(quantity: Quantity) -> str:
    """A quantity in words: "at most 2,000 miles", "20 to 30 years", "more than 150,000 troops"."""
    if quantity.value is None:
        return "how many is not said"
    number = number_words(quantity.value)
    if quantity.relation == "range" and quantity.high is not None:
        number += f" to {number_words(quantity.high)}"
    one = quantity.value == 1 and quantity.relation == "="
    unit = "" if quantity.unit is None else f" {quantity.unit if one else plural(quantity.unit)}"
    of = "" if quantity.of is None else f" of {quantity.of}" if unit else f" {quantity.of}"
    return f"{BOUNDS[quantity.relation]}{number}{unit}{of}"


def number_words(value: float) -> str:
    """A number as it is read most easily: whole ones with commas, others with what decimals they have."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}" if 1e-4 <= abs(value) < 1e6 else f"{value:.6g}"


def plural(unit: str) -> str:
    """A unit's English name for several: "miles", "degrees Celsius", "kilometres per hour"."""
    if unit in _PLURALS:
        return _PLURALS[unit]
    if unit.startswith("degree "):
        return f"degrees {unit.removeprefix('degree ')}"
    head, per, rest = unit.partition(" per ")
    return f"{_PLURALS.get(head, f'{head}s')}{per}{rest}"


def time_words(time: Time) -> str:
    """A time in words: its value as EDTF, and what it is the time of."""
    value = time.value if time.value is not None else NOT_CERTAIN
    return value if time.role is None else f"{value} ({ROLES[time.role]})"


def window_words(validity: Validity) -> str:
    """Until when, or for how long, something is said to hold good."""
    if validity.until is not None:
        return f"holds good until {validity.until}"
    return f"holds good for {validity.duration}" if validity.duration is not None else "until when is not said"
