"""Times of one event: what each leaves open, and which of them cannot be one."""

import pytest

from tests.comparing.differing import compared, denied, report, said
from wherefrom.comparing.conflicts.periods import Period, period, period_of
from wherefrom.model import Span, Time


def of(value: str) -> Period:
    found = period_of(value)
    assert found is not None
    return found


def spoken(text: str) -> Period:
    found = period(Time(text, (Span(0, 1),), None, "event"))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2015-06", "2015-06-21"),
        ("2015", "2015-22"),
        ("2015-41", "2015-09"),
        ("2015-24", "2016-02"),
        ("2014/2016", "2015-06"),
        ("../2023-10-26", "2023-10-19"),
        ("2014/..", "2015"),
        ("2015-06-05~", "2015-06-07"),
        ("201X", "2014"),
        ("XXXX-09-22", "2022-09-22"),
        ("XXXX-09", "2022"),
        ("2015-06-05T10:30:00", "2015-06-05"),
    ],
)
def test_a_time_that_is_told_more_finely_is_no_other(one: str, other: str) -> None:
    assert not of(one).apart(of(other))
    assert not of(other).apart(of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2015-06", "2015-07-01"),
        ("2014", "2015-22"),
        ("2015-24", "2016-03"),
        ("2014/2016", "2017"),
        ("../2023-10-18", "2023-10-19"),
        ("XXXX-09-22", "2022-09-21"),
        ("XXXX-09-22", "XXXX-09-23"),
        ("XXXX-10", "2022-09"),
    ],
)
def test_times_without_a_day_in_common_are_two(one: str, other: str) -> None:
    assert of(one).apart(of(other))
    assert of(other).apart(of(one))


def test_a_day_of_the_week_is_held_against_the_calendar() -> None:
    assert spoken("Friday").apart(of("2022-09-21"))
    assert not spoken("Wednesday").apart(of("2022-09-21"))
    assert not spoken("Friday").apart(of("2022-09-19/2022-09-25"))
    assert spoken("Friday").apart(spoken("Sunday"))


def test_hours_are_compared_to_the_minute_and_morning_and_evening_only_where_told() -> None:
    assert spoken("3.40 a.m.").apart(spoken("04:12"))
    assert not spoken("3.40 a.m.").apart(spoken("03:40"))
    assert not spoken("11:30").apart(spoken("11.30 p.m."))
    assert not spoken("03:40 GMT").apart(spoken("04:40 CET"))


def test_lengths_of_time_and_what_cannot_be_read_are_no_times_of_an_event() -> None:
    assert period_of("P2Y") is None
    assert period_of("R/P1W") is None
    assert period(Time("days", (Span(0, 1),), None, "event")) is None
    assert period(Time("the coming months", (Span(0, 1),), None, "event")) is None


def test_two_days_of_one_death_cannot_both_be_its_day() -> None:
    held = compared(
        report(said("The composer Ulla Brandt died on 3 March 2031.", "death")),
        report(said("Ulla Brandt died on 5 March 2031.", "death")),
        names={"Ulla Brandt": "person"},
    )
    assert held.told == [("date", ["3 March 2031", "5 March 2031"], True)]
    assert held.found[0].values[1].value == "2031-03-05"


def test_a_day_and_its_month_are_no_conflict() -> None:
    held = compared(
        report(said("The composer Ulla Brandt died on 3 March 2031.", "death")),
        report(said("Ulla Brandt died in March 2031.", "death")),
        names={"Ulla Brandt": "person"},
    )
    assert held.told == []


def test_either_of_two_years_leaves_room_for_both() -> None:
    held = compared(
        report(said("Marek Dorn fled to Norway in 2013 or 2014.", "flight")),
        report(said("Marek Dorn fled in late 2014.", "flight")),
        report(said("He defected in the summer of 2015, officials say of Marek Dorn.", "flight")),
        names={"Marek Dorn": "person"},
    )
    (one,) = held.found
    assert (one.kind, held.shown(one)) == ("date", ["2013 or 2014", "late 2014", "the summer of 2015"])


def test_what_happens_to_somebody_once_is_compared_without_any_claim() -> None:
    held = compared(
        report(said("Marek Dorn defected in May 2014.")),
        report(said("Marek Dorn fled in July 2015.")),
        names={"Marek Dorn": "person"},
    )
    assert held.told == [("date", ["May 2014", "July 2015"], True)]


def test_what_two_people_did_is_not_compared() -> None:
    held = compared(
        report(said("Marek Dorn defected in May 2014.")),
        report(said("Petra Holm fled in July 2015.")),
        names={"Marek Dorn": "person", "Petra Holm": "person"},
    )
    assert held.told == []


def test_times_that_lie_years_apart_are_times_of_two_events() -> None:
    held = compared(
        report(said("The dam at Orrin was attacked in May 2014.", "dam")),
        report(said("The dam at Orrin was attacked in July 2029.", "dam")),
        names={"Orrin": "place"},
    )
    assert held.told == []


def test_the_same_words_in_a_late_copy_are_the_same_day() -> None:
    held = compared(
        report(said("The dam was attacked on Saturday.", "dam"), published="2031-03-05"),
        report(said("The dam was attacked on Saturday.", "dam"), published="2031-03-12"),
    )
    assert held.told == []


def test_when_something_was_said_or_written_is_no_time_of_what_it_tells() -> None:
    held = compared(
        report(said("A tweet of March 4 showed that the dam was attacked.", "dam")),
        report(said("The dam was attacked on March 1.", "dam")),
    )
    assert held.told == []


def test_a_vote_that_is_put_off_is_not_held_on_the_old_day() -> None:
    held = compared(
        report(said("The budget vote will be held on 19 March 2031.", "vote")),
        report(denied("The budget vote has been put off until 26 March 2031.", "vote")),
    )
    assert ("date", ["19 March 2031", "until 26 March 2031"], True) in held.told


def test_a_day_beside_one_figure_is_the_day_of_what_it_counts() -> None:
    held = compared(
        report(said("Nearly 60% of flights in Morrow were cancelled on September 21.")),
        report(said("On Friday 60% of the flights in Morrow were cancelled."), published=None),
        names={"Morrow": "place"},
    )
    assert ("date", ["September 21", "Friday"], True) in held.told


def test_days_beside_figures_that_differ_are_days_of_two_events() -> None:
    held = compared(
        report(said("The clinic cancelled 31 operations on 2 March 2031.", "clinic")),
        report(said("The clinic cancelled 54 operations on 5 March 2031.", "clinic")),
    )
    assert [one.kind for one in held.found] == ["value"]


def test_a_report_that_gives_several_days_by_itself_tells_of_several_events() -> None:
    held = compared(
        report(said("Shops were attacked on 2 March 2031."), said("Shops were attacked again on 5 March 2031.")),
    )
    assert held.told == []
