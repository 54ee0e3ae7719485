"""Cues without a content: what the grammar of the sentence gives them, and where it gives none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Span
from wherefrom.reader.orphans import LEAST_WORDS, content_of


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def completed(text: str, source: str, cue: str, *taken: str) -> str | None:
    others = [place(text, words) for words in taken]
    found = content_of(text, Span(0, len(text)), (place(text, source),), (place(text, cue),), others)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The port was sold, the board found.", "found", "The port was sold"),
        ("The port was sold, the board found on Monday.", "found", "The port was sold"),
        ("The port was sold, the board said in a letter to Orrin.", "said", "The port was sold"),
        ("The port was sold — the board said.", "said", "The port was sold"),
        ("The port was sold, said the board.", "said", "The port was sold"),
        ("“The port was sold,” the board said.", "said", "“The port was sold,”"),
        ("“The port was sold!” said the board.", "said", "“The port was sold!”"),
        ("Was the port sold? the board asked.", "asked", "Was the port sold?"),
    ],
)
def test_what_stands_before_a_closing_cue_is_its_content(text: str, cue: str, content: str) -> None:
    assert completed(text, "the board", cue) == content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("According to the board, the port was sold.", "the board", "According to", "the port was sold"),
        ("The board found that the port was sold.", "The board", "found", "that the port was sold"),
        ("The board asked whether it was sold.", "The board", "asked", "whether it was sold"),
        ("The board found: the port was sold.", "The board", "found", "the port was sold"),
        ("The board said “the port was sold”.", "The board", "said", "“the port was sold”"),
        ("The board added: “The port was sold.”", "The board", "added", "“The port was sold.”"),
    ],
)
def test_what_follows_a_colon_a_quotation_mark_or_that_is_its_content(
    text: str, source: str, cue: str, content: str
) -> None:
    assert completed(text, source, cue) == content


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The board said the port was sold.", "The board", "said"),
        ("According to the board the port was sold.", "the board", "According to"),
        ("The port was sold, the board said, and the ship sank.", "the board", "said"),
        ("The port was sold, the board said nothing.", "the board", "said"),
        ("The board, it was said, left Orrin.", "The board", "said"),
        ("The board said.", "The board", "said"),
    ],
)
def test_where_the_words_leave_it_open_nothing_is_completed(text: str, source: str, cue: str) -> None:
    assert completed(text, source, cue) is None


@pytest.mark.parametrize(
    ("cue", "text"), [("met", "The port was sold, the board met."), ("sat", "All was well, the board sat.")]
)
def test_a_cue_that_neither_says_nor_thinks_governs_nothing(cue: str, text: str) -> None:
    assert completed(text, "the board", cue) is None


@pytest.mark.parametrize("lead", ["However", "It sank", "On Monday"])
def test_a_word_or_two_are_no_content(lead: str) -> None:
    assert len(lead.split()) < LEAST_WORDS
    assert completed(f"{lead}, the board said.", "the board", "said") is None


def test_what_belongs_to_another_attribution_is_not_given_away_again() -> None:
    text = "According to the board, the port was sold, the mayor said."
    assert completed(text, "the board", "According to", "the port was sold", "the mayor") is None
    assert completed(text, "the mayor", "said", "the port was sold") is None
    assert completed("The port was sold, the board found.", "the board", "found", "port") is None


def test_only_the_sentence_of_the_cue_is_looked_at() -> None:
    text = "It rained. The port was sold, the board found. It rained."
    sentence = place(text, "The port was sold, the board found.")
    found = content_of(text, sentence, (place(text, "the board"),), (place(text, "found"),), [])
    assert found == place(text, "The port was sold")


@pytest.mark.parametrize(
    "text", ["After a long and cold day, the board said.", "In a long and angry letter, the board said."]
)
def test_an_adverbial_before_the_cue_is_no_statement(text: str) -> None:
    assert completed(text, "the board", "said") is None


@given(
    st.text(max_size=20),
    st.sampled_from([", the board said", "The board said: ", "According to the board, ", "“A,” the board said that "]),
    st.text(max_size=20),
)
def test_a_completed_content_lies_in_the_sentence_beside_source_and_cue(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    source = place(text, "board")
    cue = place(text, "said" if "said" in middle else "According to")
    found = content_of(text, Span(0, len(text)), (source,), (cue,), [])
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert text[slice(*found)].strip() == text[slice(*found)]
        for other in (source, cue):
            assert found.end <= other.start or other.end <= found.start
