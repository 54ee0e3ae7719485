"""Laws of reading times: whatever the text, spans, values and speed hold."""

import datetime as dt
import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wherefrom.reader.times import is_edtf, times_in

SECONDS = 1.5
"""Of the processor's time, for 20,000 hostile characters or 40,000 ordinary words; a tenth of it is enough."""

WORDS = """January June May Mar. Sept Friday Mon the of in on at by to from until since before after between and last next
this past previous following same that early late mid end first second third fifth 1 2 5 12 31 1999 2015 2,000 1990s 19th
century decade year years month weeks day days hour minutes a an two twenty half several few ago later earlier every
daily annually today tomorrow yesterday tonight morning night spring Q3 quarter 10:30 9 pm a.m. noon GMT Christmas Easter
Day around perhaps about - – / , . ' ’ ( ) " 2014-15 6/5 2015-06-05 13/13/2013 BC AD '84 will was said İ Ⅻ ١ fortnight
other weekend now within for through""".split()

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=10).map("".join),
    st.text(max_size=40),
)
days = st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31))
moments = st.one_of(st.none(), st.dates(), st.datetimes())


@settings(deadline=None, max_examples=50)
@given(texts, moments)
def test_spans_lie_in_order_inside_the_text_and_hold_the_words(text: str, published: dt.date | None) -> None:
    place = 0
    for found in times_in(text, 0, len(text), published):
        ((start, end),) = found.spans
        assert place <= start < end <= len(text)
        assert found.text == text[start:end]
        place = end


@settings(deadline=None, max_examples=50)
@given(texts, moments)
def test_every_value_is_valid(text: str, published: dt.date | None) -> None:
    for found in times_in(text, 0, len(text), published):
        assert found.value is None or is_edtf(found.value), found


@settings(deadline=None, max_examples=50)
@given(texts, st.integers(0, 10), st.integers(0, 10))
def test_a_stretch_reads_as_it_would_alone(text: str, before: int, behind: int) -> None:
    alone = times_in(text, 0, len(text), None)
    within = times_in(f"{' ' * before}{text}{' ' * behind}", before, before + len(text), None)
    assert [(one.text, one.value) for one in within] == [(one.text, one.value) for one in alone]


@settings(deadline=None, max_examples=50)
@given(texts)
def test_without_a_day_of_publication_no_year_is_guessed(text: str) -> None:
    written = set(re.findall(r"\d{4}", text))
    for found in times_in(text, 0, len(text), None):
        for year in re.findall(r"(?<![\dT:])\d{4}", found.value or ""):
            assert any(year[:2] == one[:2] for one in written) or re.search(r"[A-Za-z]{3,}|BC|AD|\d/\d|'", found.text)


@pytest.mark.parametrize(
    "form",
    [
        "{month} {day}, {year}",
        "{day} {month} {year}",
        "the {day}th of {month}, {year}",
        "{iso}",
        "{number}/{day}/{year}",
    ],
)
@settings(deadline=None, max_examples=50)
@given(day=days, published=moments)
def test_a_date_written_in_full_has_its_value_whenever_it_is_printed(
    form: str, day: dt.date, published: dt.date | None
) -> None:
    written = form.format(
        month=day.strftime("%B"), day=day.day, year=f"{day.year:04d}", iso=day.isoformat(), number=day.month
    )
    text = f"It was shut on {written}."
    assert [(one.text, one.value) for one in times_in(text, 0, len(text), published)] == [(written, day.isoformat())]


@settings(deadline=None, max_examples=50)
@given(days)
def test_yesterday_is_the_day_before_publication(published: dt.date) -> None:
    (found,) = times_in("It fell yesterday.", 0, 18, published)
    assert found.value == (published - dt.timedelta(days=1)).isoformat()


@settings(deadline=None, max_examples=50)
@given(days, st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_a_day_of_the_week_is_one_of_the_seven_days_up_to_publication(published: dt.date, name: str) -> None:
    (found,) = times_in(f"It fell on {name}.", 0, 12 + len(name), published)
    day = dt.date.fromisoformat(found.value or "")
    assert day.strftime("%A") == name
    assert dt.timedelta(0) <= published - day < dt.timedelta(days=7)


@settings(deadline=None, max_examples=50)
@given(texts, st.dates())
def test_an_hour_of_publication_changes_no_day(text: str, day: dt.date) -> None:
    noon = dt.datetime.combine(day, dt.time(12))
    dates = [one.value for one in times_in(text, 0, len(text), day) if one.value]
    assert set(dates) <= {one.value for one in times_in(text, 0, len(text), noon)}


@pytest.mark.parametrize(
    "unit",
    ["1", "1/1/", "1 ", "9:", "2015-", "last ", "June ", "June 5-", "the ", " ", "Monday ", "1990s ", "twenty-", "Jan. 1, ",
     "from 2010 to ", "2 days before ", "the first week of ", "one and a half ", "'", "١"],
)  # fmt: skip
def test_hostile_text_takes_no_more_than_its_length(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    began = process_time()
    times_in(text, 0, len(text), dt.date(2015, 6, 10))
    assert process_time() - began < SECONDS


def test_ordinary_text_is_read_quickly() -> None:
    text = (
        "The council of Tarn met on Monday to hear the three people who had lost their boats in the storm of 2014. "
        * 2000
    )
    began = process_time()
    found = times_in(text, 0, len(text), dt.date(2015, 6, 10))
    assert len(found) == 4000
    assert process_time() - began < SECONDS
