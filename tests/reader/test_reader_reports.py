"""Reports without a source, as the rules find them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Span, slice_of
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.reports import reports


def shown(text: str, *, headline: bool = False) -> list[tuple[str, str]]:
    found = reports(text, Span(0, len(text)), [], headline=headline)
    assert all(one.source == () for one in found)
    return [(slice_of(text, one.cue), slice_of(text, one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was reported that the bridge fell.", "It was reported"),
        ("It has been reported that the bridge fell.", "It has been reported"),
        ("It is claimed that the bridge fell.", "It is claimed"),
        ("It was widely rumoured that the bridge fell.", "It was widely rumoured"),
        ("It was first reported that the bridge fell.", "It was first reported"),
        ("In June, it was alleged that the bridge fell.", "it was alleged"),
    ],
)
def test_it_was_reported_is_a_cue_without_a_source(text: str, cue: str) -> None:
    ((found, content),) = shown(text)
    assert found == cue
    assert content.endswith("the bridge fell")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("There were rumours of a sale of the port.", "rumours of", "a sale of the port"),
        ("Unconfirmed reports that the port was sold spread.", "Unconfirmed reports that", "the port was sold"),
        ("There is speculation about a sale of the port.", "speculation about", "a sale of the port"),
        ("There were rumors that he fled; the port closed.", "rumors that", "he fled"),
        ("Amid allegations of theft at the port, and of fire, he left.", "allegations of", "theft at the port"),
    ],
)
def test_rumours_of_something_are_a_cue_without_a_source(text: str, cue: str, content: str) -> None:
    assert shown(text.replace("he fled;", "the mayor fled;")) == [(cue, content.replace("he fled", "the mayor fled"))]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Harbour engineer defects — reports", "reports"),
        ("Harbour engineer defects – report", "report"),
        ("Harbour engineer defects - media reports", "media reports"),
        ("Reports: Harbour engineer defects", "Reports"),
        ("Rumour: Harbour engineer defects", "Rumour"),
    ],
)
def test_a_headline_may_be_reports(text: str, cue: str) -> None:
    assert shown(text, headline=True) == [(cue, "Harbour engineer defects")]
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell.",
        "The report says that the bridge fell.",
        "Reports arrive at noon in the harbour office.",
        "It was noted.",
        "It was raining that night in the harbour.",
        "The rumours were loud in the harbour.",
    ],
)
def test_these_are_no_reports_without_a_source(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is believed to have sunk in June.",
        "It was said to be haunted by sailors.",
        "It was reported to be stuck in the ice.",
    ],
)
def test_a_raising_verb_is_a_hedge_and_no_report(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was reported by the Harbour Courier that the bridge fell.",
        "It was first reported by officials that the bridge fell.",
    ],
)
def test_a_report_whose_source_is_named_beside_it_is_not_without_one(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text", ["It was noted for its view of the port.", "It was thought impossible to cross the ice."]
)
def test_it_stands_for_a_thing_where_no_clause_follows(text: str) -> None:
    assert shown(text) == []


def test_a_report_that_was_found_before_is_not_added_again() -> None:
    text = "It was reported that the bridge fell."
    (one,) = reports(text, Span(0, len(text)), [], headline=False)
    assert reports(text, Span(0, len(text)), [one], headline=False) == []


def test_a_report_inside_a_found_source_or_cue_is_not_added() -> None:
    text = "Reports of a fire at the port said the bridge fell."
    other = Attribution((Span(0, 28),), (Span(29, 33),), (Span(34, 50),), 1.0)
    assert reports(text, Span(0, len(text)), [other], headline=False) == []


def test_places_point_into_the_whole_text() -> None:
    text = "The port closed. It was reported that the bridge fell."
    (one,) = reports(text, Span(17, len(text)), [], headline=False)
    assert slice_of(text, one.cue) == "It was reported"
    assert reports(text, Span(0, 16), [], headline=False) == []


@given(
    st.lists(
        st.sampled_from(
            ["it was ", "reported ", "that ", "rumours of ", "— ", "reports", "Reports: ", "X ", ", ", ". ", "\n"]
        )
        | st.text(max_size=4),
        max_size=15,
    ).map("".join),
    st.booleans(),
)
def test_reports_lie_in_their_sentence_with_cue_and_content_apart(text: str, headline: bool) -> None:  # noqa: FBT001
    for one in reports(text, Span(0, len(text)), [], headline=headline):
        ((cue_start, cue_end),) = one.cue
        ((start, end),) = one.content
        assert 0 <= cue_start < cue_end <= len(text)
        assert 0 <= start < end <= len(text)
        assert end <= cue_start or cue_end <= start


def test_a_plain_saying_is_found_where_the_encoder_found_nothing() -> None:
    text = "The Lantern Post reported last night, on the word of two officials, that the bridge fell."
    (one,) = reports(text, Span(0, len(text)), [], headline=False)
    assert [text[start:end] for start, end in (*one.source, *one.cue, *one.content)] == [
        "The Lantern Post",
        "reported",
        "the bridge fell",
    ]


@pytest.mark.parametrize("headline", ["Police: two dead after bridge falls", "City council: no bridge fell"])
def test_a_headline_may_begin_with_who_speaks(headline: str) -> None:
    (one,) = reports(headline, Span(0, len(headline)), [], headline=True)
    speaker, said = headline.split(": ")
    assert [headline[start:end] for start, end in (*one.source, *one.cue, *one.content)] == [speaker, ":", said]
