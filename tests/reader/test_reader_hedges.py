"""Words that hold back from asserting, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Block, Degree, Hedge, Span
from wherefrom.reader.hedges import Speech, certainty
from wherefrom.reader.places import Stretches
from wherefrom.reader.quotations import quotations


def found(text: str, speaker: int | None = 0) -> tuple[Hedge, ...]:
    marks = quotations(text, [Block("paragraph", 0, len(text))])
    return certainty(text, [Speech((Span(0, len(text)),), speaker)], marks).hedges


def words(text: str) -> list[str]:
    return [hedge.text for hedge in found(text)]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The ship might sink.", "might"),
        ("The ship may have sunk.", "may"),
        ("The ship could sink.", "could"),
        ("The ship could have sunk.", "could"),
        ("Perhaps the ship sank.", "Perhaps"),
        ("The ship possibly sank.", "possibly"),
        ("The ship probably sank.", "probably"),
        ("The ship is likely to sink.", "likely"),
        ("The ship most likely sank.", "most likely"),
        ("It is unlikely that the ship sank.", "unlikely"),
        ("The ship reportedly sank.", "reportedly"),
        ("The ship allegedly sank.", "allegedly"),
        ("The ship apparently sank.", "apparently"),
        ("The alleged thief left.", "alleged"),
        ("The man is believed to be in his 30s.", "is believed to"),
        ("The man, believed to be in his 30s, left.", "believed to"),
        ("The ship is said to have sunk.", "is said to"),
        ("The ship is widely thought to have sunk.", "is widely thought to"),
        ("The ship appeared to sink.", "appeared"),
        ("The ship seems to have sunk.", "seems"),
        ("The ship is expected to arrive.", "expected to"),
        ("The unconfirmed list was printed.", "unconfirmed"),
    ],
)
def test_these_words_hold_back(text: str, hedge: str) -> None:
    assert words(text) == [hedge]


@pytest.mark.parametrize(
    "text",
    [
        "The captain can swim.",
        "The crew can leave the ship now.",
        "The list could not be verified.",
        "The ship left on May 5.",
        "The ship left in May 2021.",
        "There is no doubt that the ship sank.",
        "The mayor appears in court on Monday.",
        "The suspect left the court.",
        "The ship sank.",
        "The dismayed crew left.",
        "The mightiest ship sank.",
    ],
)
def test_these_words_do_not(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In May the ship left.",
        "The ship left in May.",
        "The ship left in late May, the mayor said.",
        "Prime Minister Clara May resigned.",
        "Mrs May resigned.",
    ],
)
def test_the_month_and_the_name_may_hold_back_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Velez said to reporters that the ship sank.",
        "“The ship sank,” she said to the crew.",
        "The theft was reported to the police.",
        "“Well,” he thought to himself.",
    ],
)
def test_who_was_spoken_to_is_no_hedge(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text", ["May I come in?", "You may leave the hall now.", "The crew left as soon as possible."]
)
def test_permission_and_manner_are_not_about_knowledge(text: str) -> None:
    assert words(text) == []


def test_a_modal_belongs_to_whoever_speaks_there() -> None:
    assert [hedge.owner for hedge in found("The ship might sink.", 1)] == [1]
    assert [hedge.owner for hedge in found("The ship might sink.", None)] == [None]


@pytest.mark.parametrize("hedge", ["allegedly", "reportedly", "is said to have"])
def test_an_evidential_outside_quotation_marks_is_the_writers(hedge: str) -> None:
    assert [one.owner for one in found(f"The ship {hedge} sunk.", 2)] == [None]


def test_an_evidential_inside_quotation_marks_is_the_speakers() -> None:
    assert [one.owner for one in found("“The ship reportedly sank,” she said.", 0)] == [0]


def test_each_speech_has_its_own_speaker() -> None:
    text = "The ship might sink, perhaps said the mayor."
    held = certainty(text, [Speech((Span(0, 19),), 0), Speech((Span(21, 43),), None)], Stretches(())).hedges
    assert [(one.text, one.owner) for one in held] == [("might", 0), ("perhaps", None)]


def test_words_inside_a_longer_hedge_are_not_told_twice() -> None:
    assert words("The ship is most likely lost.") == ["most likely"]
    assert words("It is said to have sunk.") == ["is said to"]


def test_only_the_words_spoken_are_looked_at() -> None:
    text = "Perhaps. The ship sank. Maybe."
    assert certainty(text, [Speech((Span(9, 23),), None)], Stretches(())).hedges == ()


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("The ship might sink.", "possible"),
        ("The ship probably sank.", "probable"),
        ("The ship is likely to sink.", "probable"),
        ("The ship is unlikely to sink.", "possible"),
        ("The ship reportedly sank.", "unspecified"),
        ("The ship sank.", "unspecified"),
        ("The ship probably sank, or it might have.", "possible"),
        ("The ship reportedly probably sank.", "probable"),
        ("The ship seems to have sunk.", "probable"),
        ("The ship appeared to sink.", "probable"),
    ],
)
def test_the_degree_is_that_of_the_weakest_hedge(text: str, degree: Degree) -> None:
    held = certainty(text, [Speech((Span(0, len(text)),), 0)], Stretches(()))
    assert held.degree == degree
    assert held.hedges == found(text)


PARTS = st.lists(
    st.sampled_from(
        ["may ", "May ", "is said to ", "allegedly", "“", "” ", "likely ", "most ", "could ", "not ", "x ", "5 "]
    )
    | st.text(max_size=3),
    max_size=20,
).map("".join)


@given(PARTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_a_hedge_is_the_slice_that_it_points_to(text: str, places: list[tuple[int, int]]) -> None:
    speeches = [
        Speech((Span(min(one, other, len(text)), min(max(one, other), len(text))),), number)
        for number, (one, other) in enumerate(places)
    ]
    marks = quotations(text, [Block("caption", 0, len(text))])
    held = certainty(text, [*speeches, Speech((Span(0, len(text)),), None)], marks).hedges
    spans = [hedge.spans for hedge in held]
    assert spans == sorted(set(spans))
    for hedge in held:
        ((start, end),) = hedge.spans
        assert 0 <= start < end <= len(text)
        assert hedge.text == text[start:end]
        assert hedge.owner is None or 0 <= hedge.owner < len(speeches)
