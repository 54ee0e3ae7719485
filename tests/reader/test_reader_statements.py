"""A stretch of text cut into statements."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import BlockKind, Span, Spans, joined, slice_of
from wherefrom.reader.places import Stretches
from wherefrom.reader.statements import clauses, clipped, is_statement, left_over, tidied, units


def whole(text: str) -> Spans:
    return (Span(0, len(text)),)


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def cut(text: str) -> list[str]:
    return [slice_of(text, part) for part in clauses(text, whole(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The engineer fled", ", and ", "the ministry closed the port."],
        ["The engineer fled", " and ", "he took the plans."],
        ["The bridge fell", "; ", "nobody was hurt."],
        ["The bridge fell", ", but ", "traffic went on."],
        ["The mayor was there", ", and ", "Velez was too."],
        ["She was born in Orrin", ", and ", "her brother was born in Korvia."],
        ["The bridge was old", ", while ", "the road was new."],
    ],
)
def test_clauses_with_verbs_of_their_own_are_statements_of_their_own(parts: list[str]) -> None:
    assert cut("".join(parts)) == [parts[0], parts[2]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry bought ships, cranes, and the old dock.",
        "The ministry, the union, and the port were closed.",
        "Ships, cranes, and a dock that had been built in Orrin were sold.",
        "He met the mayor and the judge.",
        "The mayor, a lawyer, and his brother left the port; alone.",
        "The engineer fled.",
        "Ana Velez, Bo Orrin, and Clara Lantern signed the paper.",
        "The plan was cheap, and a good one.",
    ],
)
def test_lists_are_not_cut(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He visited Orrin, Lantern, and the Korvian coast and saw the ships.",
        "The dock has cranes, offices, and a canteen, and was built in 1990.",
        "The mayor has met the judge, the bishop, and the general who was wounded.",
        "The mayor has met the judge, the bishop, and the general who led the march.",
    ],
)
def test_lists_are_not_cut_where_a_verb_follows_them_or_describes_their_last(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("and the bridge fell,", "the bridge fell"),
        ("But the bridge fell.", "the bridge fell."),
        ("that the bridge fell —", "the bridge fell"),
        (", the bridge fell, and", "the bridge fell"),
        ("the bridge fell because", "the bridge fell"),
        ("The bridge fell.", "The bridge fell."),
        ("“We left,” he said", "“We left,” he said"),
        ("Thatcher spoke of Andorra", "Thatcher spoke of Andorra"),
        ("and", "and"),
    ],
)
def test_a_statement_is_tidied_of_what_joined_it(text: str, left: str) -> None:
    assert slice_of(text, tidied(text, whole(text))) == left


@pytest.mark.parametrize(
    "text",
    [
        "About 40 people were hurt.",
        "That’s the second bridge to fall.",
        "That's the second bridge to fall.",
        "That bridge fell in June.",
        "Because of the storm, the port closed.",
        "Of the 40 sailors, three drowned.",
        "So-called experts left the port.",
        "So far nobody was hurt.",
        "Then-mayor Ana Velez left the port.",
        "-12 degrees was measured at dawn.",
    ],
)
def test_a_whole_sentence_keeps_the_first_words_that_belong_to_it(text: str) -> None:
    assert slice_of(text, tidied(text, whole(text))) == text


def test_a_split_statement_is_tidied_at_its_outer_ends() -> None:
    text = "and “A,” he said, “B,” and"
    spans = (place(text, "and “A,”"), place(text, "“B,” and"))
    assert slice_of(text, tidied(text, spans)).startswith("“A,”")
    assert slice_of(text, tidied(text, spans)).endswith("“B,”")


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("The bridge fell.", "paragraph", True),
        ("He left.", "paragraph", True),
        ("Oh.", "paragraph", False),
        ("Harbour bridge closed", "headline", True),
        ("The bridge at Orrin was closed", "heading", True),
        ("What we do not know", "heading", False),
        ("Background", "heading", False),
        ("The bridge at Orrin", "caption", False),
        ("Ana Velez has left the port of Orrin.", "caption", True),
    ],
)
def test_headings_and_captions_state_something_only_with_a_verb(text: str, kind: BlockKind, states: bool) -> None:  # noqa: FBT001
    assert is_statement(text, whole(text), kind) == states


def test_sentences_of_a_region_are_units() -> None:
    text = "The bridge fell. Nobody was hurt."
    assert [slice_of(text, unit) for unit in units(text, whole(text))] == ["The bridge fell.", "Nobody was hurt."]


def test_a_sentence_split_around_other_words_is_one_unit_with_a_gap() -> None:
    text = "“The port,” she said, “was closed.”"
    region = (place(text, "“The port,”"), place(text, "“was closed.”"))
    assert units(text, region) == [region]


def test_a_new_sentence_after_other_words_is_a_unit_of_its_own() -> None:
    text = "“We came back,” he said. “Nobody was hurt.”"
    region = (place(text, "“We came back,”"), place(text, "“Nobody was hurt.”"))
    assert units(text, region) == [region[:1], region[1:]]


@pytest.mark.parametrize(
    ("text", "part", "states"),
    [
        ("The port was closed in June, the mayor said.", "The port was closed in June, ", True),
        ("The mayor said it was shut, but the crew had left the port.", ", but the crew had left the port.", True),
        ("The mayor said yes because of what the crew had seen.", " because of what the crew ", False),
        ("In June there were rumours of a sale.", "In June there were ", False),
        ("He laughed and said the port was shut.", "He laughed and ", False),
        ("According to the mayor of Orrin it was shut.", "According to the mayor of Orrin ", False),
        ("Speaking in Orrin, the mayor said it was shut.", "Speaking in Orrin, ", False),
    ],
)
def test_words_beside_an_attribution_state_something_or_introduce_it(text: str, part: str, states: bool) -> None:  # noqa: FBT001
    span = place(text, part)
    found = left_over(text, span, whole(text))
    assert (found is not None) == states
    if found is not None:
        assert span.start <= found.start < found.end <= span.end


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6).map(
    lambda pairs: joined(Span(min(pair), max(pair)) for pair in pairs)
)


def places(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def check_spans(spans: Spans) -> None:
    assert all(start < end for start, end in spans)
    assert all(before.end < after.start for before, after in pairwise(spans))


@given(SPANS, SPANS)
def test_what_lies_outside_is_what_is_not_taken(spans: Spans, taken: Spans) -> None:
    left = Stretches(taken).outside(spans)
    assert places(left) == places(spans) - places(taken)
    check_spans(left)


@given(SPANS, SPANS)
def test_what_is_common_is_what_both_hold(spans: Spans, taken: Spans) -> None:
    assert places(Stretches(taken).common(spans)) == places(spans) & places(taken)


@given(SPANS, st.integers(0, 40), st.integers(0, 40))
def test_clipped_keeps_what_lies_between(spans: Spans, start: int, end: int) -> None:
    kept = clipped(spans, start, end)
    assert places(kept) == places(spans) & set(range(start, end))
    check_spans(kept)


@given(SPANS, SPANS)
def test_taking_twice_is_taking_once(spans: Spans, taken: Spans) -> None:
    assert Stretches(taken).outside(Stretches(taken).outside(spans)) == Stretches(taken).outside(spans)
    assert Stretches(()).outside(spans) == spans


WRITTEN = st.lists(
    st.sampled_from(
        ["The ship ", "was ", "left", ", and ", "he ", "it ", "; ", ", but ", "that ", "—", ".", " “", "” ", "\n"]
    )
    | st.text(max_size=3),
    max_size=20,
).map("".join)


@given(WRITTEN)
def test_clauses_are_ordered_stretches_of_the_sentence(text: str) -> None:
    if not text:
        return
    parts = clauses(text, whole(text))
    assert parts
    taken = [span for part in parts for span in part]
    assert all(before.end <= after.start for before, after in pairwise(taken))
    assert places(tuple(taken)) <= set(range(len(text)))


@given(WRITTEN, SPANS)
def test_tidying_only_takes_away_and_never_twice(text: str, spans: Spans) -> None:
    inside = clipped(spans, 0, len(text))
    once = tidied(text, inside)
    assert places(once) <= places(inside)
    check_spans(once)


@given(WRITTEN, SPANS)
def test_units_hold_all_but_the_white_space_of_a_region(text: str, spans: Spans) -> None:
    region = clipped(spans, 0, len(text))
    held = places(tuple(span for unit in units(text, region) for span in unit))
    assert held <= places(region)
    assert all(text[at].isspace() for at in places(region) - held)


@pytest.mark.parametrize("tail", [" and", ", and the to be x", " to be", ", and the man who was there"])
def test_a_sentence_without_end_costs_no_more_than_its_length(tail: str) -> None:
    text = "He left the city" + tail * 1_500
    whole = (Span(0, len(text)),)
    began = time.process_time()
    assert tidied(text, whole)
    assert clauses(text, whole)
    assert time.process_time() - began < 5
