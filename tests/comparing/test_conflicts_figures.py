"""Figures of one thing that differ: what each leaves open, and which of them cannot all hold."""

import subprocess
import sys

import pytest

from tests.comparing.differing import compared, report, said
from wherefrom.comparing.conflicts.bounds import all_hold, amount
from wherefrom.comparing.conflicts.units import converted, in_unit
from wherefrom.model import Quantity
from wherefrom.reader.quantities import quantities_in


def figure(words: str) -> Quantity:
    (quantity,) = quantities_in(words, 0, len(words))
    return quantity


def hold(*words: str) -> bool:
    """Whether one amount may fit all of these figures, in the unit of the first."""
    told = [figure(each) for each in words]
    amounts = [amount(moved) for each in told if (moved := in_unit(each, told[0].unit)) is not None]
    assert len(amounts) == len(words)
    return all_hold(one for one in amounts if one is not None)


@pytest.mark.parametrize(
    "words",
    [
        ("59% of the flights", "nearly 60% of the flights"),
        ("59% of the flights", "more than half of the flights"),
        ("a range of up to 2,000 miles", "a range of 1,800 km"),
        ("30 firms", "nearly 30 firms"),
        ("about 300 guests", "310 guests"),
        ("at least 12 boats", "40 boats"),
        ("between 20 and 30 boats", "25 boats"),
        ("several boats", "17 boats"),
        ("dozens of boats", "90 boats"),
    ],
)
def test_figures_that_leave_room_for_one_another_may_all_hold(words: tuple[str, ...]) -> None:
    assert hold(*words)


@pytest.mark.parametrize(
    "words",
    [
        ("more than 41 percent", "40 percent"),
        ("59% of the flights", "60% of the flights"),
        ("up to 2,000 miles", "4,000 kilometres"),
        ("fewer than 20 boats", "20 boats", "25 boats"),
        ("more than half of the crew", "a third of the crew"),
        ("about 94 boats", "112 boats"),
        ("two hours", "forty minutes"),
    ],
)
def test_figures_that_shut_one_another_out_cannot_all_hold(words: tuple[str, ...]) -> None:
    assert not hold(*words)


def test_figures_of_one_claim_with_other_numbers_are_a_conflict_with_the_exact_words() -> None:
    held = compared(
        report(said("The ferry had 212 people aboard.", "ferry")),
        report(said("There were 240 people on board.", "ferry")),
    )
    assert held.told == [("value", ["212", "240"], True)]
    (one,) = held.found
    assert (one.claim, [value.value for value in one.values]) == ("ferry", [212.0, 240.0])


def test_a_figure_told_by_several_is_shown_for_each_document_once() -> None:
    held = compared(
        report(said("The ferry had 212 people aboard.", "ferry"), said("All 212 people aboard are safe.", "ferry")),
        report(said("There were 212 people on board.", "ferry")),
        report(said("It had 240 people aboard.", "ferry")),
    )
    assert held.told == [("value", ["212", "212", "240"], True)]


def test_figures_that_agree_are_no_conflict() -> None:
    held = compared(
        report(said("The ferry had 212 people aboard.", "ferry")),
        report(said("There were about 212 people on board.", "ferry")),
    )
    assert held.told == []


def test_figures_of_other_nouns_are_not_compared() -> None:
    held = compared(
        report(said("The raid involved 40 boats.", "raid")),
        report(said("The raid involved 12 helicopters.", "raid")),
    )
    assert held.told == []


def test_what_comes_on_top_of_a_figure_is_none_of_it() -> None:
    held = compared(
        report(said("The stadium is worth £285m, plus another £40m if the club stays up.", "price")),
        report(said("The stadium is valued at £285m.", "price")),
    )
    assert held.told == []


def test_miles_and_kilometres_are_compared_in_one_unit() -> None:
    held = compared(
        report(said("The crater is 40 feet wide.", "crater")),
        report(said("The crater is 12 metres wide.", "crater")),
        report(said("The crater is 30 metres wide.", "crater")),
    )
    assert held.told == [("value", ["40 feet", "12 metres", "30 metres"], True)]
    assert [value.unit for value in held.found[0].values] == ["foot", "metre", "metre"]


def test_a_depth_and_a_width_are_not_compared() -> None:
    held = compared(
        report(said("It left a crater 40 feet wide.", "crater")),
        report(said("It left a crater 16 feet deep.", "crater")),
    )
    assert held.told == []


def test_one_number_in_two_currencies_is_two_sums() -> None:
    held = compared(
        report(said("The gang demanded a ransom of $4 million.", "ransom")),
        report(said("The ransom demanded was £4 million.", "ransom")),
    )
    assert held.told == [("value", ["$4 million", "£4 million"], True)]


def test_sums_in_two_currencies_are_not_converted() -> None:
    held = compared(
        report(said("The gang demanded a ransom of $5 million.", "ransom")),
        report(said("The ransom demanded was £4 million.", "ransom")),
    )
    assert [one.cannot_all_hold for one in held.found] == [None]
    assert "currencies" in held.found[0].why


def test_the_size_of_a_group_is_compared_between_reports_that_name_the_same_bodies() -> None:
    held = compared(
        report(said("Harrow Watch put a team of three on the case with Dorn House.")),
        report(said("A team of five, two of them from Dorn House, was sent by Harrow Watch.")),
        names={"Harrow Watch": "organisation", "Dorn House": "organisation"},
    )
    assert held.told == [("value", ["three", "five"], True)]


def test_what_is_owed_by_one_party_is_compared_without_any_claim() -> None:
    held = compared(
        report(said("Larkmoor Rovers are believed to owe around £94 million.")),
        report(said("Larkmoor Rovers owe £130m.")),
        names={"Larkmoor Rovers": "organisation"},
    )
    assert held.told == [("value", ["around £94 million", "£130m"], True)]


def test_what_another_party_owes_is_not_compared() -> None:
    held = compared(
        report(said("Larkmoor Rovers are believed to owe around £94 million.")),
        report(said("Pell Athletic owe £130m.")),
        names={"Larkmoor Rovers": "organisation", "Pell Athletic": "organisation"},
    )
    assert held.told == []


def test_two_reports_of_one_story_are_compared_though_their_figures_stand_under_no_common_claim() -> None:
    held = compared(
        report(said("The minister resigned.", "exit"), said("They spoke for more than two hours.", "talk")),
        report(said("The minister has resigned.", "exit"), said("The conversation lasted forty minutes.", "length")),
        report(said("The minister resigned today.", "exit"), said("The talks went on for nearly four hours.")),
    )
    assert ("value", ["more than two hours", "forty minutes", "nearly four hours"], True) in held.told


def test_reports_of_other_stories_are_not_compared() -> None:
    held = compared(
        report(said("The minister resigned.", "exit"), said("They spoke for more than two hours.")),
        report(said("The bridge fell.", "bridge"), said("The conversation lasted forty minutes.")),
    )
    assert held.told == []


def test_one_report_that_gives_several_figures_by_itself_tells_of_several_things() -> None:
    held = compared(
        report(said("Brell Bank owes £4m to a builder."), said("Brell Bank owes £9m to the town.")),
        names={"Brell Bank": "organisation"},
    )
    assert held.told == []


def test_two_voices_in_one_report_may_contradict_each_other() -> None:
    held = compared(
        report(
            said("Three people were killed.", "toll", by="a neighbour"),
            said("Two people were killed.", "toll", by="the mayor"),
        ),
    )
    assert held.told == [("value", ["Three", "Two"], True)]


def test_figures_for_other_times_may_all_hold() -> None:
    held = compared(
        report(said("The clinic cancelled 31 operations in April 2030.", "clinic")),
        report(said("The clinic cancelled 54 operations in June 2030.", "clinic")),
    )
    assert [(one.cannot_all_hold, "different times" in one.why) for one in held.found] == [(None, True)]


def test_a_count_that_grows_from_report_to_report_may_all_hold() -> None:
    held = compared(
        report(said("The storm killed 12 people.", "storm"), published="2031-03-08"),
        report(said("The storm killed 31 people.", "storm"), published="2031-03-09"),
    )
    assert [(one.cannot_all_hold, "grown" in one.why) for one in held.found] == [(None, True)]


def test_a_count_that_shrinks_does_not_explain_itself() -> None:
    held = compared(
        report(said("The storm killed 31 people.", "storm"), published="2031-03-08"),
        report(said("The storm killed 12 people.", "storm"), published="2031-03-09"),
    )
    assert [one.cannot_all_hold for one in held.found] == [True]


def test_what_is_expected_and_what_is_may_both_hold() -> None:
    held = compared(
        report(said("The harbour owes £4m.", "harbour")),
        report(said("The harbour would owe £9m after the purchase.", "harbour", nature="forecast")),
    )
    assert [(one.cannot_all_hold, "expected" in one.why) for one in held.found] == [(None, True)]


def test_a_figure_far_off_the_others_is_pointed_out_and_not_corrected() -> None:
    held = compared(
        report(said("Larkmoor Rovers owe £94m.", "debt")),
        report(said("Larkmoor Rovers owe £96m.", "debt")),
        report(said("Larkmoor Rovers owe £9.5m.", "debt")),
    )
    (one,) = held.found
    assert "“£9.5m” is 10 times less than the middle of the others" in one.why
    assert [value.value for value in one.values] == [94e6, 96e6, 9.5e6]


def test_a_figure_in_the_words_for_a_source_counts_and_has_no_appearance() -> None:
    held = compared(
        report(said("Harrow Watch put a team of three on the case with Dorn House.")),
        report("A team of five from Harrow Watch and Dorn House was to judge him.", said("He was of value.")),
        names={"Harrow Watch": "organisation", "Dorn House": "organisation"},
    )
    assert held.told == [("value", ["three", "five"], True)]
    assert [value.appearance for value in held.found[0].values] == ["a000", None]


def test_the_body_of_a_report_is_quoted_rather_than_its_headline() -> None:
    told = said("A ferry with 23 people aboard is missing.", "ferry")
    held = compared(
        report(told, headline="Ferry missing with 23 aboard"),
        report(said("The ferry had 27 people aboard.", "ferry")),
    )
    (one,) = held.found
    text = held.material.documents[one.values[0].document].text
    assert one.values[0].spans[0].start > text.index("\n")


def test_conflicts_come_in_the_order_of_publication_with_ids_of_their_own() -> None:
    held = compared(
        report(said("The ferry had 212 people aboard.", "ferry"), said("It was worth £4m.", "price")),
        report(said("There were 240 people on board.", "ferry"), said("It was worth £9m.", "price")),
    )
    assert [held.shown(one) for one in held.found] == [["212", "240"], ["£4m", "£9m"]]
    assert len({one.id for one in held.found}) == 2


def test_what_a_conflict_is_about_is_told_in_words_of_the_texts() -> None:
    held = compared(
        report(said("The ferry had 212 people aboard.", "ferry")),
        report(said("The ferry had 240 people aboard.", "ferry")),
    )
    assert held.found[0].about == "number of people: ferry aboard"


def test_units_are_converted_as_they_are_defined_and_not_guessed() -> None:
    assert converted(1.0, "mile", "kilometre") == pytest.approx(1.609344)
    assert converted(10.0, "degree Celsius", "degree Fahrenheit") == pytest.approx(50.0)
    assert converted(1.0, "mile per hour", "kilometre per hour") == pytest.approx(1.609344)
    assert converted(2.0, "square mile", "square kilometre") == pytest.approx(5.179976, rel=1e-5)
    assert converted(1.0, "ton", "kilogram") is None
    assert converted(1.0, "mile", "kilogram") is None


def test_nothing_is_loaded_to_convert_where_nothing_is_to_be_converted() -> None:
    code = (
        "import sys\n"
        "from tests.comparing.differing import compared, report, said\n"
        "held = compared(report(said('The ferry is 40 metres long.', 'f')), report(said('The ferry is 60 metres long.', 'f')))\n"
        "assert len(held.found) == 1, held.told\n"
        "assert 'pint' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
