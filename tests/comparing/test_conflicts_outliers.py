"""Figures and dates that cannot be by themselves are pointed out, and never corrected."""

import pytest

from tests.comparing.differing import compared, report, said
from wherefrom.comparing.conflicts import outliers


def pointed_out(words: str, published: str | None = "2031-03-08") -> list[tuple[str, str]]:
    held = compared(report(said(words), published=published), names={"Marek Dorn": "person"})
    return [(one.kind, one.why) for one in outliers(held.material)]


def test_a_share_of_more_than_the_whole_is_pointed_out() -> None:
    assert pointed_out("The strike grounded 120% of the flights.") == [
        ("value", "120% is more than the whole of what it is a share of")
    ]


@pytest.mark.parametrize(
    "words",
    ["Prices rose by 120%.", "Profit grew to 120% of last year's level.", "The strike grounded 98% of the flights."],
)
def test_a_change_or_a_part_of_the_whole_is_not(words: str) -> None:
    assert pointed_out(words) == []


@pytest.mark.parametrize(
    "words", ["Marek Dorn, aged 300, is a banker.", "A 300-year-old man was seen.", "He is 300 years old."]
)
def test_an_age_that_nobody_reaches_is_pointed_out(words: str) -> None:
    assert pointed_out(words) == [("value", "nobody is 300 years old")]


def test_a_house_may_be_older_than_anybody() -> None:
    assert pointed_out("The 300-year-old church burned down.") == []


def test_what_is_told_as_past_and_lies_after_the_report_is_pointed_out() -> None:
    ((kind, why),) = pointed_out("The dam was attacked on 20 March 2031.")
    assert (kind, "after the day of publication" in why) == ("date", True)


@pytest.mark.parametrize(
    "words",
    [
        "The dam will be opened on 20 March 2031.",
        "The vote is planned for 20 March 2031.",
        "The dam was attacked on 2 March 2031.",
    ],
)
def test_a_day_to_come_that_is_told_so_is_not(words: str) -> None:
    assert pointed_out(words) == []


def test_nothing_is_said_of_days_where_the_day_of_publication_is_not_known() -> None:
    assert pointed_out("The dam was attacked on 20 March 2031.", published=None) == []
