"""Estimative words with their ranges, in the scheme that is named and in no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.judging import YARDSTICKS, band_of, named_in


@pytest.mark.parametrize(
    ("words", "yardstick", "band"),
    [
        ("likely", "icd-203", "55–80 %"),
        ("Likely", "phia", "55–75 %"),
        ("probably", "kent", "63–87 %"),
        ("unlikely", "icd-203", "20–45 %"),
        ("unlikely", "phia", "25–35 %"),
        ("almost certainly", "icd-203", "95–99 %"),
        ("a realistic possibility", "phia", "40–50 %"),
        ("is likely to", "phia", "55–75 %"),
        ("certain", "kent", "100 %"),
    ],
)
def test_a_word_has_the_range_that_its_scheme_gives_it(words: str, yardstick: str, band: str) -> None:
    assert str(band_of(words, YARDSTICKS[yardstick])) == band


@pytest.mark.parametrize(
    ("words", "yardstick"),
    [
        ("possible", "kent"),
        ("highly likely", "icd-203"),
        ("very likely", "phia"),
        ("likely", "kent"),
        ("may", "icd-203"),
    ],
)
def test_a_word_that_a_scheme_does_not_have_has_no_range_in_it(words: str, yardstick: str) -> None:
    assert band_of(words, YARDSTICKS[yardstick]) is None


def test_the_gaps_of_phia_belong_to_no_word() -> None:
    bands = sorted({(band.low, band.high) for band in YARDSTICKS["phia"].bands.values()})
    assert bands == [(0, 5), (10, 20), (25, 35), (40, 50), (55, 75), (80, 90), (95, 100)]


def test_the_bands_of_icd_203_leave_no_gap() -> None:
    bands = sorted({(band.low, band.high) for band in YARDSTICKS["icd-203"].bands.values()})
    assert [one[1] for one in bands[:-1]] == [other[0] for other in bands[1:]]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Judgements follow ICD 203.", "icd-203"),
        ("See Intelligence Community Directive 203.", "icd-203"),
        ("Likelihoods use the PHIA Probability Yardstick.", "phia"),
        ("After Sherman Kent, likely means a range.", "kent"),
    ],
)
def test_a_text_may_name_its_scheme(text: str, key: str) -> None:
    assert named_in(text) is YARDSTICKS[key]


@pytest.mark.parametrize("text", ["It is likely.", "ICD 203 and the PHIA yardstick differ.", "Kent is a county."])
def test_none_or_several_are_no_scheme(text: str) -> None:
    assert named_in(text) is None


@given(st.text(max_size=30))
def test_every_band_is_a_range_of_per_cents(words: str) -> None:
    for yardstick in YARDSTICKS.values():
        band = band_of(words, yardstick)
        assert band is None or 0 <= band.low <= band.high <= 100
