"""What stands in quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Block, Quote, Span
from wherefrom.reader.quotations import bare, quotations, quote_of


def paragraphs(text: str) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 2
    return blocks


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text, paragraphs(text)).touching(Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Velez said “we left” at noon.", ["“we left”"]),
        ('He said "we left" and "we won".', ['"we left"', '"we won"']),
        ("“We,” he said, “left.”", ["“We,”", "“left.”"]),
        ("„We go,” said Orrin.", ["„We go,”"]),
        ("``We left,'' he said.", ["``We left,''"]),
        ("«Nous partons», said Orrin.", ["«Nous partons»"]),
        ("“He said ‘go’ today,” she told them.", ["“He said ‘go’ today,”"]),
        ("The engineer's plan wasn't Velez’s.", []),
        ("The 1990s' boats and sailors' wives", []),
        ("A lone closing mark” is nothing", []),
        ("Nothing here", []),
    ],
)
def test_quotations_are_the_stretches_between_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_that_is_not_closed_runs_to_the_end_of_its_block() -> None:
    assert quoted("He said “we left\n\nThe port closed.") == ["“we left"]


def test_a_quotation_over_several_paragraphs_is_one_stretch_in_each() -> None:
    text = "“We left.\n\n“We came back.\n\n“All is well,” he added.\n\nHe nodded."
    assert quoted(text) == ["“We left.", "“We came back.", "“All is well,”"]


def test_only_the_blocks_given_are_looked_at() -> None:
    text = "“A” and\n\n“B”"
    assert list(quotations(text, [Block("paragraph", 9, 12)]).touching(Span(0, len(text)))) == [Span(9, 12)]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("we left", "direct"),
        ("“we left,”", "direct"),
        ("he said", "indirect"),
        ("“we left,” he", "mixed"),
        (",” ", "indirect"),
    ],
)
def test_words_are_quoted_wholly_in_part_or_not(words: str, quote: Quote) -> None:
    text = "“we left,” he said"
    start = text.index(words)
    marks = quotations(text, paragraphs(text))
    assert quote_of(text, (Span(start, start + len(words)),), marks) == quote


def test_words_in_two_quotations_are_quoted_wholly() -> None:
    text = "“We,” he said, “left.”"
    assert quote_of(text, (Span(0, 5), Span(15, 22)), quotations(text, paragraphs(text))) == "direct"


@pytest.mark.parametrize(
    ("text", "left"), [("“We left.”", "We left"), ("Orrin’s", "Orrin’s"), ("…", ""), (" ‘go’, ", "go"), ("", "")]
)
def test_bare_words_have_no_marks_at_their_edges(text: str, left: str) -> None:
    assert bare(text) == left


@given(st.text(st.sampled_from("“”\"'«»„`ab \n")))
def test_quotations_are_ordered_apart_and_stay_in_their_blocks(text: str) -> None:
    blocks = paragraphs(text)
    found = quotations(text, blocks).touching(Span(0, len(text)))
    for before, after in pairwise(found):
        assert before.end <= after.start
    for start, end in found:
        assert start < end
        assert any(block.start <= start and end <= block.end for block in blocks)
