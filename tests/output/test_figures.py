"""Figures, times and windows in plain words."""

import pytest

from wherefrom.model import Quantity, Relation, Span, Time, TimeRole, Validity
from wherefrom.output.figures import plural, quantity_words, time_words, window_words

AT = (Span(0, 1),)


def quantity(relation: Relation, value: float | None, unit: str | None = None, of: str | None = None) -> Quantity:
    return Quantity("x", AT, relation, value, None, unit, None, of)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (quantity("=", 30, of="people"), "30 people"),
        (quantity(">", 150_000, of="troops"), "more than 150,000 troops"),
        (quantity("<=", 2_000, "mile"), "at most 2,000 miles"),
        (quantity(">=", 24, of="shops"), "at least 24 shops"),
        (quantity("<", 3, "year"), "less than 3 years"),
        (quantity("~", 3e9, "dollar"), "about 3,000,000,000 dollars"),
        (Quantity("x", AT, "range", 20, 30, "year", "age", None), "20 to 30 years"),
        (quantity("=", 1, "mile"), "1 mile"),
        (quantity("=", 0.5, "percent"), "0.5 percent"),
        (quantity("=", 9, "tonne", "steel"), "9 tonnes of steel"),
        (quantity("~", None, of="shops"), "how many is not said"),
    ],
)
def test_a_quantity_is_told_with_its_bound_unit_and_thing(told: Quantity, words: str) -> None:
    assert quantity_words(told) == words


@pytest.mark.parametrize(
    ("unit", "several"),
    [
        ("mile", "miles"),
        ("foot", "feet"),
        ("degree Celsius", "degrees Celsius"),
        ("kilometre per hour", "kilometres per hour"),
        ("pound sterling", "pounds sterling"),
        ("foot per second", "feet per second"),
    ],
)
def test_units_are_named_for_several(unit: str, several: str) -> None:
    assert plural(unit) == several


@pytest.mark.parametrize(
    ("value", "role", "words"),
    [
        ("2026-03-09", "event", "2026-03-09 (when it happened)"),
        ("2026-03", "said", "2026-03 (when it was said)"),
        (None, "event", "cannot be told from the text (when it happened)"),
        ("P2Y", None, "P2Y"),
    ],
)
def test_a_time_is_told_with_what_it_is_the_time_of(value: str | None, role: TimeRole | None, words: str) -> None:
    assert time_words(Time("x", AT, value, role)) == words


@pytest.mark.parametrize(
    ("until", "duration", "words"),
    [
        ("2027-06", None, "holds good until 2027-06"),
        (None, "P2Y", "holds good for P2Y"),
        (None, None, "until when is not said"),
    ],
)
def test_a_window_tells_its_end_or_its_length(until: str | None, duration: str | None, words: str) -> None:
    assert window_words(Validity("x", AT, until, duration, None)) == words
