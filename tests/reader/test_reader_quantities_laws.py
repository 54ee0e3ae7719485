"""Whatever the text, quantities are in order, inside it and its own words; and reading them is quick."""

import csv
import io
import subprocess
import sys
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.reader.quantities import quantities_in
from wherefrom.reader.quantities.atoms import folded

LONG = 20_000
"""Characters of a line, more than any sentence has."""

SECONDS = 1.5
"""Of the processor's time."""

WORDS = tuple(
    """a an the and of to or in for per % $ £ € US$ USD - – , . : / " ' ( ) 1 2 3.5 1,500 2015 10:30 1/2 ½ 1990s 21st 3bn 5m
    one two three ten twenty hundred thousand million half third quarter dozen dozens scores several few couple point
    between from over under least most more than less about nearly some up people men years old aged miles mile square km
    km2 pounds ft in degrees C Fahrenheit percent per-cent hour June May Boeing F-16 page Ann Lee, his 30s 'İ" −5 10^6 e9
    cm−3 ± +/- ∼ ≤ < > = ⅔ \u00a0 \u2009 \n 元 ரூ""".split(" ")
)

TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS)).map("".join),
)

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def written(number: int) -> str:
    """A number from 0 to 999,999,999,999 in words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{written(number // size)} {word}" + (f"{joint}{written(rest)}" if rest else "")
    raise AssertionError(number)


@given(TEXTS, st.integers(-5, 220), st.integers(-5, 220))
def test_quantities_stand_in_order_inside_the_stretch_and_are_its_words(text: str, start: int, end: int) -> None:
    quantities = quantities_in(text, start, end)
    for quantity in quantities:
        (span,) = quantity.spans
        assert max(0, start) <= span.start < span.end <= min(len(text), end)
        assert quantity.text == text[span.start : span.end]
        assert (quantity.relation == "range") == (quantity.high is not None)
        assert quantity.value is not None or quantity.relation == "~"
        assert quantity.high is None or (quantity.value is not None and quantity.value <= quantity.high)
        assert quantity.of is None or quantity.of in text
    assert all(one.spans[0].end <= other.spans[0].start for one, other in pairwise(quantities))
    assert quantities == quantities_in(text, start, end)


@given(st.integers(0, 999_999_999_999).filter(lambda number: number != 1))  # "one" alone is a pronoun more often
def test_a_number_in_words_has_its_value(number: int) -> None:
    (quantity,) = quantities_in(f"The answer was {written(number)}.", 0, 300)
    assert (quantity.value, quantity.text) == (number, written(number))


@given(st.integers(3000, 10**15))
def test_a_number_in_digits_has_its_value_with_commas_and_without(number: int) -> None:
    for digits in (f"{number:,}", str(number)):
        (quantity,) = quantities_in(f"The answer was {digits}.", 0, 300)
        assert (quantity.value, quantity.text) == (number, digits)


@given(
    st.integers(1, 999), st.sampled_from([("miles", "mile"), ("tonnes", "tonne"), ("%", "percent"), ("euros", "euro")])
)
def test_a_unit_goes_with_every_number(number: int, unit: tuple[str, str]) -> None:
    (quantity,) = quantities_in(f"It had over {number} {unit[0]} left.", 0, 100)
    assert (quantity.value, quantity.unit, quantity.relation) == (number, unit[1], ">")


@given(st.text(max_size=50))
def test_small_letters_stay_in_their_places(text: str) -> None:
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    "piece",
    """1 |a |1,|two or |two and | |(((|one million and |1-|1 to |1/|half a |more than |a hundred |1 m |-|1.|at least about |
    tens of |aged 1 |one in |June |1 million |two hundred and |http://1/ |Lee, 34, |5 ft 2 in |more than 10 and less than 20 |
    1 000 |°|5 per |5"|£1 |1 a 1 a |é1|İ 5 miles |1e9|¾|5 km/s/s/s|~~~|~ 5|<< 5|point five |one point |A|a|1|in his 30s |
    hundreds of thousands of |\t|\n1|between 1 and """.split("|"),
)
def test_no_text_leads_it_astray(piece: str) -> None:
    text = piece * (LONG // len(piece))
    started = process_time()
    quantities_in(text, 0, len(text))
    assert process_time() - started < SECONDS, piece


def test_news_is_read_quickly() -> None:
    sentence = (
        "Officials in Tarn said on Monday that more than 1,500 people had left the three villages, most of them for the "
        "capital, which lies 40 miles to the north, and that nobody knew when they would be able to return to their homes. "
    )
    text = sentence * 250
    started = process_time()
    assert len(quantities_in(text, 0, len(text))) == 750
    assert process_time() - started < SECONDS


def test_its_modules_load_nothing_heavy() -> None:
    program = "import sys; import wherefrom.reader.quantities; print(*sorted(set(sys.modules)), sep=',')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(next(csv.reader(io.StringIO(done.stdout))))
    assert not loaded & {"pint", "inflect", "num2words", "quantulum3", "scipy"}
