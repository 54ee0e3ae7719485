"""Times are found with their exact words and given a value in EDTF, against the day of publication and no other."""

import datetime as dt

import pytest

from wherefrom.reader.times import is_edtf, times_in

WEDNESDAY = dt.date(2015, 6, 10)
"""The day of publication in most of these tests; its week begins on June 8."""


def read(text: str, published: dt.date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [(time.text, time.value) for time in times_in(text, 0, len(text), published)]


def values(text: str, published: dt.date | None = WEDNESDAY) -> list[str | None]:
    return [value for _, value in read(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("June 5, 2015", "2015-06-05"),
        ("5 June 2015", "2015-06-05"),
        ("the 5th of June 2015", "2015-06-05"),
        ("Friday, June 5, 2015", "2015-06-05"),
        ("Jan. 3, 2014", "2014-01-03"),
        ("2015-06-05", "2015-06-05"),
        ("6/5/2015", "2015-06-05"),
        ("22/4/2015", "2015-04-22"),
        ("05-Aug-2014", "2014-08-05"),
        ("June 2015", "2015-06"),
        ("2014-11", "2014-11"),
        ("mid-June 2014", "2014-06"),
        ("early 2015", "2015"),
        ("the end of 2014", "2014"),
        ("the 1990s", "199X"),
        ("the late 1990s", "199X"),
        ("the nineties", "199X"),
        ("the 19th century", "18XX"),
        ("spring 2015", "2015-21"),
        ("the winter of 2014", "2014-24"),
        ("Q3 2014", "2014-35"),
        ("the third quarter of 2014", "2014-35"),
        ("the first half of 2015", "2015-40"),
        ("nineteen ninety-six", "1996"),
        ("9/11", "2001-09-11"),
    ],
)
def test_a_date_in_any_usual_form_has_its_value_whenever_it_is_printed(words: str, value: str) -> None:
    text = f"The Harbour Board closed the pier in {words}."
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("today", "2015-06-10"),
        ("yesterday", "2015-06-09"),
        ("tomorrow", "2015-06-11"),
        ("last night", "2015-06-09"),
        ("the day before yesterday", "2015-06-08"),
        ("last week", "2015-06-01/2015-06-07"),
        ("last weekend", "2015-06-06/2015-06-07"),
        ("last month", "2015-05"),
        ("this year", "2015"),
        ("next year", "2016"),
        ("two years ago", "2013"),
        ("three months ago", "2015-03"),
        ("three days ago", "2015-06-07"),
        ("a fortnight ago", "2015-05-27~"),
        ("the last five years", "2010/2015"),
        ("last summer", "2014-22"),
        ("last June", "2014-06"),
        ("last quarter", "2015-33"),
        ("last Tuesday", "2015-06-02"),
        ("next Friday", "2015-06-19"),
        ("this coming Friday", "2015-06-12"),
        ("Monday", "2015-06-08"),
        ("Wednesday", "2015-06-10"),
        ("Monday night", "2015-06-08"),
        ("Tuesday of last week", "2015-06-02"),
        ("June last year", "2014-06"),
        ("the '90s", "199X"),
        ("the day after Christmas", "2014-12-26"),
        ("the first week of May", "2015-05-04/2015-05-10"),
        ("the last Monday of May", "2015-05-25"),
    ],
)
def test_a_time_that_counts_from_another_counts_from_the_day_of_publication(words: str, value: str) -> None:
    assert read(f"The mayor of Tarn left {words}.") == [(words, value)]


@pytest.mark.parametrize(
    "words", ["today", "Monday", "last week", "two years ago", "next Friday", "this summer", "tonight", "Easter"]
)
def test_without_a_day_of_publication_what_counts_from_it_has_no_value(words: str) -> None:
    assert set(values(f"The mayor of Tarn left {words}.", None)) <= {None, "XXXX-22"}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("June", "XXXX-06"),
        ("June 5", "XXXX-06-05"),
        ("February 29", "XXXX-02-29"),
        ("June last year", "XXXX-06"),
        ("the nineties", "XX9X"),
        ("Christmas", "XXXX-12-25"),
        ("between June and August", "XXXX-06/XXXX-08"),
    ],
)
def test_without_a_day_of_publication_what_is_certain_stays(words: str, value: str) -> None:
    assert values(f"The pier was closed in {words}.", None) == [value]


def test_a_time_lies_ahead_where_a_verb_before_it_does() -> None:
    text = "Officials said on Monday that the council will meet on Friday. It is due to be closed in March."
    assert values(text) == ["2015-06-08", "2015-06-12", "2016-03"]


def test_a_time_at_the_start_of_a_sentence_goes_with_the_verb_behind_it() -> None:
    assert values("On Friday, the council will vote. On Thursday, the council voted.") == ["2015-06-12", "2015-06-04"]


def test_a_month_of_publication_counts_as_past_and_as_coming() -> None:
    assert values("It fell in June. It will fall in June.") == ["2015-06", "2015-06"]


def test_a_date_without_a_year_and_without_a_verb_is_the_nearest() -> None:
    assert values("The launch: June 28. The trial: December 20.") == ["2015-06-28", "2014-12-20"]


def test_the_day_of_the_week_helps_to_tell_the_year() -> None:
    assert values("It opened on Tuesday, June 10.", dt.date(2015, 6, 9)) == ["2014-06-10"]


def test_what_counts_from_the_story_counts_from_the_last_time_that_was_told() -> None:
    text = "She fell ill on May 3, 2014. Three days later she left, and the following month she was back."
    assert values(text) == ["2014-05-03", "2014-05-06", "2014-06"]


def test_a_day_without_a_year_is_of_the_year_that_its_sentence_told() -> None:
    assert values("He was tried in 1831 and released on July 14. On July 15 he sang.") == [
        "1831",
        "1831-07-14",
        "2014-07-15",
    ]


def test_what_counts_from_the_story_has_no_value_where_nothing_exact_enough_was_told() -> None:
    assert values("Three days later she left.") == [None]
    assert values("She fell ill in 2014. The previous day she had sung.") == ["2014", None]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9 p.m. on Monday", "2015-06-08T21:00:00"),
        ("10:30am today", "2015-06-10T10:30:00"),
        ("noon on June 5, 2015", "2015-06-05T12:00:00"),
        ("0300 GMT on Tuesday", "2015-06-09T03:00:00Z"),
        ("Monday at 14:05", "2015-06-08T14:05:00"),
        ("10:30am", None),
        ("0300 GMT", None),
    ],
)
def test_an_hour_has_a_value_only_on_a_day_that_is_told(words: str, value: str | None) -> None:
    assert read(f"The bells rang at {words}.") == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("from 2010 to 2014", "2010/2014"),
        ("2004–2015", "2004/2015"),
        ("2014-15", "2014/2015"),
        ("June 5-7", "2015-06-05/2015-06-07"),
        ("5 to 7 June", "2015-06-05/2015-06-07"),
        ("June 30 to July 3, 2014", "2014-06-30/2014-07-03"),
        ("December 28 to January 3, 2015", "2014-12-28/2015-01-03"),
        ("between November and February", "2014-11/2015-02"),
        ("Monday through Friday", "2015-06-01/2015-06-05"),
        ("since 2014", "2014/.."),
        ("until 2016", "../2016"),
        ("by 2020", "../2020"),
        ("before 2014", "../2013"),
        ("after May 31, 2015", "2015-06-01/.."),
    ],
)
def test_a_stretch_between_two_times_is_an_interval_with_both_its_ends(words: str, value: str) -> None:
    assert read(f"The ferry was out of service {words}.") == [(words, value)]


def test_since_and_until_tell_that_something_holds_from_or_to_a_time() -> None:
    text = "It has been shut since 2014 and stays so until Friday; by 2020 it opens, on June 5."
    roles = [time.role for time in times_in(text, 0, len(text), WEDNESDAY)]
    assert roles == ["held-from", "held-to", None, None]


def test_before_and_after_an_event_that_is_named_by_its_time_leave_the_time_as_it_is() -> None:
    assert values("It fell after Friday's vote and before the 2014 war.") == ["2015-06-05", "2014"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for two years", "P2Y"),
        ("up to two years", "P2Y"),
        ("a two-year plan", "P2Y"),
        ("for six months", "P6M"),
        ("for a week", "P1W"),
        ("for an hour and a half", "PT1.5H"),
        ("for half an hour", "PT30M"),
        ("for one hour and 30 minutes", "PT1H30M"),
        ("for two decades", "P20Y"),
        ("for decades", None),
        ("for several months", None),
    ],
)
def test_a_length_of_time_is_a_duration_of_iso_8601_unless_it_is_vague(text: str, value: str | None) -> None:
    assert values(f"They built it {text}.") == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [("every day", "R/P1D"), ("annually", "R/P1Y"), ("every Monday", "R/P1W"), ("every two weeks", "R/P2W")],
)
def test_what_is_repeated_is_a_repetition_of_iso_8601(words: str, value: str) -> None:
    assert read(f"The council meets {words}.") == [(words, value)]


def test_about_and_perhaps_mark_the_value() -> None:
    assert values("It was built around 1890, perhaps in 1891, and shut about June 2014.") == [
        "1890~",
        "1891?",
        "2014-06~",
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Christmas 2014", "2014-12-25"),
        ("New Year's Day", "2015-01-01"),
        ("Thanksgiving 2014", "2014-11-27"),
        ("Easter 2014", "2014-04-20"),
        ("Good Friday 2015", "2015-04-03"),
    ],
)
def test_a_day_with_a_name_falls_by_its_rule(words: str, value: str) -> None:
    assert values(f"The bridge opened on {words}.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Clara May said they may march on the palace.",
        "The Sunday Times and Saturday Night Live wrote about Black Friday.",
        "Some 2,000 men, 2000 people and 1500 troops paid $1999.",
        "Her vision is 20/20 and the version is 4.10.2.",
        "A 34-year-old man in his 30s, 12 years old, spoke at the same time.",
        "The second minister needed a minute of the day.",
        "It costs $50 a week and 3 euros a day.",
        "April Jones bought a Christmas tree.",
        "Call 555-2010-2015 now.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read(text) == []


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    text = "In 2012 it rose. In 2013 it fell. In 2014 it rose."
    assert [time.value for time in times_in(text, 17, 33, None)] == ["2013"]


@pytest.mark.parametrize(
    "value",
    [
        "2015",
        "199X",
        "18XX",
        "XX9X",
        "XXXX-06-05",
        "2015-24",
        "2015-36",
        "2015-41",
        "2015~",
        "../2016",
        "PT1.5H",
        "R/P1W",
    ],
)
def test_the_forms_that_are_written_are_valid(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2015-13",
        "2015-02-29",
        "15",
        "XXXX",
        "../..",
        "/",
        "P",
        "PT",
        "R/",
        "2015-06-05T25:00:00",
        "2015-6",
        "0000-13",
    ],
)
def test_other_forms_are_not(value: str) -> None:
    assert not is_edtf(value)


@pytest.mark.parametrize(
    "text", ["It told the UK daily, Express.", "A local weekly reported it.", "The Daily Lantern said so."]
)
def test_a_daily_that_prints_is_a_newspaper(text: str) -> None:
    assert times_in(text, 0, len(text), None) == ()


def test_a_night_shift_is_no_length() -> None:
    text = "Two night-shift operators left."
    assert times_in(text, 0, len(text), None) == ()


def test_what_is_done_daily_is_repeated() -> None:
    text = "The ferry sails daily."
    assert [one.value for one in times_in(text, 0, len(text), None)] == ["R/P1D"]
