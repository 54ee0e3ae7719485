"""The measures of times count what they say, on made-up cases."""

import datetime as dt
from collections.abc import Mapping

import pytest

from benchmarks.times import dateparser_finder, digest, ours
from benchmarks.times_covering import Finder, Moment, cover, length
from benchmarks.times_marked import Dated, DatedText, left_out_of_gum, marked_dates, score_dates
from benchmarks.times_specified import Case, Wanted, left_out, score_cases

MONDAY = dt.datetime.combine(dt.date(2015, 6, 8), dt.time())


def wanted(words: str, kind: str, *values: Mapping[str, str]) -> Wanted:
    return Wanted(0, len(words), words, kind, values)


def finds(*values: str | dt.datetime | None) -> Finder:
    """A side that finds these values at the start of every text."""

    def found(text: str, published: Moment | None) -> list[tuple[int, int, str | dt.datetime | None]]:
        del text, published
        return [(0, 4, value) for value in values]

    return found


def right(one: Wanted, value: str | dt.datetime | None) -> bool:
    return score_cases([Case("x" * 40, MONDAY, (one,))], finds(value)).right == 1


def test_values_are_the_same_when_they_cover_the_same_days() -> None:
    year = wanted("in 2014", "daterange", {"timex": "2014", "start": "2014-01-01", "end": "2015-01-01"})
    assert right(year, "2014")
    assert right(year, "2014-01-01/2014-12-31")
    assert not right(year, "2014-01")
    assert not right(year, None)


def test_either_of_two_values_is_enough() -> None:
    friday = {"timex": "XXXX-WXX-5", "type": "date"}
    one = wanted("Friday", "date", {**friday, "value": "2015-06-05"}, {**friday, "value": "2015-06-12"})
    assert right(one, "2015-06-12")
    assert not right(one, "2015-06-19")


def test_the_last_year_of_an_interval_is_part_of_ours() -> None:
    one = wanted("2010 to 2014", "daterange", {"timex": "(…)", "start": "2010-01-01", "end": "2014-01-01"})
    assert right(one, "2010/2014")
    assert not right(one, "2010/2015")


def test_lengths_are_compared_by_what_they_amount_to() -> None:
    one = wanted("90 minutes", "duration", {"timex": "PT1.5H"})
    assert right(one, "PT90M")
    assert not right(one, "P90D")
    assert length("R/P1D") is None


def test_a_day_within_the_year_that_words_count_in_is_the_same() -> None:
    one = wanted("two years ago", "date", {"timex": "2013-06-08", "type": "date", "value": "2013-06-08"})
    assert right(one, "2013")
    assert not right(one, "2012")


def test_a_moment_needs_only_to_lie_in_the_time_wanted() -> None:
    one = wanted("in 2014", "daterange", {"timex": "2014", "start": "2014-01-01", "end": "2015-01-01"})
    assert right(one, dt.datetime.combine(dt.date(2014, 6, 8), dt.time()))
    assert not right(one, MONDAY)


def test_a_case_without_results_is_right_when_nothing_has_a_value() -> None:
    nothing = Case("a man named May", MONDAY, ())
    assert score_cases([nothing], finds()).right == 1
    assert score_cases([nothing], finds(None)).right == 1
    assert score_cases([nothing], finds("2015-05")).right == 0


@pytest.mark.parametrize(
    ("one", "rule"),
    [
        (wanted("every day", "set", {"timex": "P1D", "value": "not resolved"}), "recurring"),
        (wanted("9 pm", "time", {"timex": "T21"}), "hours of no day"),
        (wanted("the 18th", "date", {"timex": "XXXX-XX-18", "value": "2015-06-18"}), "a day of no month"),
        (wanted("a few days", "duration", {"timex": "P3D"}), "a few is three"),
        (wanted("the following week", "daterange", {"timex": "2015-W25", "start": "x"}), "counted from what was told"),
        (wanted("June 5", "date", {"timex": "XXXX-06-05", "value": "2015-06-05"}), None),
        (wanted("two weeks ago", "date", {"timex": "2015-05-25", "value": "2015-05-25"}), None),
    ],
)
def test_what_is_left_out_is_left_out_by_a_rule(one: Wanted, rule: str | None) -> None:
    assert left_out(one) == rule


def test_a_case_counts_while_any_of_its_results_does() -> None:
    out = wanted("every day", "set", {"timex": "P1D", "value": "not resolved"})
    one = wanted("2014", "daterange", {"timex": "2014", "start": "2014-01-01", "end": "2015-01-01"})
    scored = score_cases([Case("a", MONDAY, (out,)), Case("b", MONDAY, (out, one))], finds("2014"))
    assert (scored.right, scored.counted, scored.out) == (1, 1, {"recurring": 1})


def dated(words: str, **marked: str) -> Dated:
    return Dated(0, len(words), words, marked)


def scored(date: Dated, *values: str | dt.datetime | None) -> tuple[int, int, int]:
    text = DatedText("news_tarn", "news", date.words + " and so on", MONDAY.date(), (date,))
    share, _, _ = score_dates([text], finds(*values))
    return share.right, share.found, share.annotated


def test_a_found_date_is_right_when_it_has_the_marked_value() -> None:
    assert scored(dated("June 5", when="2015-06-05"), "2015-06-05") == (1, 1, 1)
    assert scored(dated("June 5", when="2015-06-05"), "2014-06-05") == (0, 1, 1)
    assert scored(dated("June 5", when="2015-06-05")) == (0, 0, 1)


def test_a_marked_date_is_found_once() -> None:
    assert scored(dated("June 5", when="2015-06-05"), "2015-06-05", "2015-06-05") == (1, 2, 1)


def test_lengths_and_times_without_a_value_count_for_nobody() -> None:
    assert scored(dated("June 5", when="2015-06-05"), "P2Y", "R/P1D", None) == (0, 0, 1)


def test_a_marked_month_without_its_year_is_compared_without_ours() -> None:
    assert scored(dated("July", when="--07"), "2014-07") == (1, 1, 1)


def test_a_stretch_is_compared_as_a_whole_or_by_its_two_marked_ends() -> None:
    assert scored(dated("the 1990s", **{"from": "1990", "to": "1999"}), "199X") == (1, 1, 1)
    text = "2010 to 2014"
    ends = (Dated(0, 4, "2010", {"when": "2010"}), Dated(8, 12, "2014", {"when": "2014"}))
    share, _, _ = score_dates([DatedText("a", "bio", text, None, ends)], ours)
    assert (share.right, share.found, share.annotated) == (2, 2, 2)


def test_words_that_name_no_time_are_left_out() -> None:
    assert left_out_of_gum(dated("the anniversary", when="2011-04-12")) == "words that name no time"
    assert left_out_of_gum(dated("12 years", notBefore="1996")) == "a length of time placed by the story"
    assert left_out_of_gum(dated("two years ago", when="2013")) is None
    assert scored(dated("the anniversary", when="2011-04-12"), "2011-04-12") == (0, 0, 0)


def test_dates_are_read_from_the_tags_of_the_treebank() -> None:
    def line(number: str, misc: str) -> str:
        return "\t".join([number, *"abcdefgh", misc])

    lines = [
        "# text = ...",
        line("1", 'XML=<date when:::"2015-06-05"></date>'),
        line("2-3", "_"),
        line("2", 'Entity=(1|XML=<hi><date from:::"2010" to:::"2014">'),
        line("3", "XML=</date></hi>"),
        line("3.1", "_"),
    ]
    assert marked_dates(lines) == [(0, 0, {"when": "2015-06-05"}), (1, 2, {"from": "2010", "to": "2014"})]


def test_what_leaves_the_year_open_covers_no_days() -> None:
    assert cover("XXXX-06") is None
    assert cover("..") is None
    assert cover("2015-13") is None


def test_the_corpus_is_known_by_what_it_wants() -> None:
    one = Case("a", MONDAY, ())
    assert digest([one], []) == digest([one], [])
    assert digest([one], []) != digest([one, one], [])


def test_dateparser_gives_moments_where_it_is_installed() -> None:
    pytest.importorskip("dateparser")
    finder = dateparser_finder()
    assert finder is not None
    ((_, _, moment),) = finder("It was shut on June 5, 2014.", MONDAY)
    assert moment == dt.datetime.combine(dt.date(2014, 6, 5), dt.time())
