"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.reader.sentences import sentences, trimmed

TEXTS = st.one_of(
    st.text(max_size=150),
    st.lists(
        st.sampled_from(
            ["Mr. ", "“", "” ", '"', ". ", "? ", "! ", "… ", "U.S. ", "The ", "port ", "3 ", "\n", ")", " (", "Inc. "]
        ),
        max_size=30,
    ).map("".join),
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Velez left.",
        "Gen. Velez met Col. Orrin in Calif. on Monday.",
        "J. R. Velez spoke to Dr. B. Orrin.",
        "It ended at 5 p.m. Tuesday.",
        "The No. 2 official left.",
        "He was born on Jan. 3 in Orrin.",
        "The firm, Orrin Inc., grew by 2.5 percent.",
        "She joined Orrin Corp. Monday.",
        "The U.S. Embassy in Korvia closed.",
        "“We left.” she said.",
        "“Is it true?” he asked.",
        "The port (it is old. very old) closed.",
        "Is it true?yes",
        "The plan at harbour.example.com failed.",
        "no capital. after the stop",
    ],
)
def test_this_is_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Velez left.", "He went home."],
        ["He lives in the U.S.", "He left."],
        ["He works for Orrin Corp.", "The firm grew."],
        ["It ended at 5 p.m.", "The crowd left."],
        ["“We left.”", "She nodded."],
        ["“It is cold,” he said.", "“We leave.”"],
        ["(It was cold.)", "The ship left."],
        ["Who left?", "Nobody."],
        ["Really?!", "Yes."],
        ["Wait…", "What?"],
        ["The vote is over.", "40 people left."],
        ["The vote is over.", "— It was close."],
        ["They marched.", '"Go!" he cried.'],
        ["El Niño came.", "Él left."],
        ["The sailor said goodbye.", "‘Never again,’ he wrote."],
    ],
)
def test_these_are_two_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts
    assert split("\n\n".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["The captain was ill.", "The doctor came."],
        ["The voters said no.", "The mayor resigned."],
        ["The ship carried iron ore.", "The cargo was lost."],
        ["It was a near miss.", "The pilot landed."],
        ["The families attended mass.", "The bishop spoke."],
    ],
)
def test_words_that_look_like_abbreviations_in_lower_case_end_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One left. Two left. Three left."
    assert sentences(text, 10, 19) == [(10, 19)]
    assert sentences(text, 4, 13) == [(4, 9), (10, 13)]


def test_white_space_is_no_sentence() -> None:
    assert sentences(" \n\t ") == []
    assert sentences("") == []


def test_trimming_drops_white_space_at_both_ends_only() -> None:
    assert trimmed("  a b \n", 0, 7) == (2, 5)
    assert trimmed("   ", 0, 3)[0] == trimmed("   ", 0, 3)[1]


@given(TEXTS)
def test_sentences_are_ordered_apart_trimmed_and_cover_all_but_white_space(text: str) -> None:
    found = sentences(text)
    for start, end in found:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    for (_, before), (after, _) in pairwise(found):
        assert before <= after
    covered = {place for start, end in found for place in range(start, end)}
    assert all(letter.isspace() or place in covered for place, letter in enumerate(text))


@given(TEXTS, st.integers(0, 150), st.integers(0, 150))
def test_sentences_of_a_stretch_stay_in_it(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = sentences(text, start, end)
    assert all(start <= begin < stop <= end for begin, stop in found)
    covered = {place for begin, stop in found for place in range(begin, stop)}
    assert all(text[place].isspace() or place in covered for place in range(start, end))
