"""From one attribution to the links it states."""

import pytest

from wherefrom.model import Link, Span, Spans
from wherefrom.reader.antecedents import Antecedents
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.links import Linker


def place(text: str, words: str) -> Spans:
    if not words:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)


def links(text: str, source: str, cue: str, content: str, publisher: str | None = None) -> tuple[Link, ...]:
    attribution = Attribution(place(text, source), place(text, cue), place(text, content), 1.0)
    return Linker(text, publisher, Antecedents(text)).links(attribution, (Span(0, len(text)),))


def shown(found: tuple[Link, ...]) -> list[tuple[str | None, str | None, str]]:
    return [
        (None if link.source is None else link.source.text, None if link.cue is None else link.cue.text, link.basis)
        for link in found
    ]


def test_an_attribution_states_one_link_as_a_rule() -> None:
    (link,) = links("Ana Velez denied that the bridge fell.", "Ana Velez", "denied", "that the bridge fell")
    assert shown((link,)) == [("Ana Velez", "denied", "stated")]
    assert (link.act, link.polarity, link.once, link.to) == ("denies", "positive", False, None)
    assert link.content == (Span(17, 37),)
    assert link.source is not None
    assert (link.source.kind, link.source.named, link.source.number) == ("person", True, None)


def test_an_outlet_that_was_told_is_a_link_outside() -> None:
    text = "The bridge fell, two officials told the Harbour Courier."
    found = links(text, "two officials", "told", "The bridge fell")
    assert shown(found) == [("the Harbour Courier", None, "relayed"), ("two officials", "told", "stated")]
    outer, inner = found
    assert outer.content == inner.content
    assert inner.to is not None
    assert inner.to.text == "the Harbour Courier"
    assert outer.source is not None
    assert (outer.source.kind, outer.source.named) == ("outlet", True)


@pytest.mark.parametrize("publisher", ["Harbour Courier", "The Harbour Courier", "harbour courier"])
@pytest.mark.parametrize("told", ["the Harbour Courier", "Harbour Courier", "the Courier"])
def test_the_outlet_that_prints_it_is_no_link_of_its_own_chain(publisher: str, told: str) -> None:
    found = links(f"The bridge fell, two officials told {told}.", "two officials", "told", "The bridge fell", publisher)
    assert shown(found) == [("two officials", "told", "stated")]
    assert found[0].to is not None
    assert found[0].to.text == told


def test_reporters_who_were_told_are_no_link() -> None:
    text = "The bridge fell, two officials told reporters."
    (link,) = links(text, "two officials", "told", "The bridge fell")
    assert link.to is not None
    assert link.to.text == "reporters"


def test_whom_a_source_cites_is_a_link_inside() -> None:
    text = "The bridge fell, the Lantern Post reported, citing people close to Ana Velez."
    found = links(text, "the Lantern Post", "reported", "The bridge fell")
    assert shown(found) == [
        ("the Lantern Post", "reported", "stated"),
        ("people close to Ana Velez", "citing", "stated"),
    ]
    assert found[1].source is not None
    assert not found[1].source.named


def test_whom_a_source_cites_before_it_is_named_is_only_that() -> None:
    text = "Citing an unnamed aide, the Lantern Post said the bridge fell."
    found = links(text, "the Lantern Post", "said", "the bridge fell")
    assert shown(found) == [("the Lantern Post", "said", "stated"), ("an unnamed aide", "Citing", "stated")]


def test_a_source_quoted_by_an_outlet_came_through_it() -> None:
    text = "An engineer quoted by the Lantern Post said the bridge fell."
    found = links(text, "An engineer quoted by the Lantern Post", "said", "the bridge fell")
    assert shown(found)[0] == ("the Lantern Post", None, "relayed")
    assert found[1].source is not None
    assert not found[1].source.named


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("It was reported that the bridge fell.", "It", "was reported", "It was reported"),
        ("There have been reports that the bridge fell.", "There", "have been reports", "There have been reports"),
    ],
)
def test_an_expletive_is_no_source_but_part_of_the_cue(text: str, source: str, cue: str, whole: str) -> None:
    (link,) = links(text, source, cue, "the bridge fell")
    assert link.source is None
    assert link.cue is not None
    assert link.cue.text == whole


def test_it_is_a_source_where_it_speaks() -> None:
    (link,) = links("It said the bridge fell.", "It", "said", "the bridge fell")
    assert link.source is not None
    assert link.source.text == "It"


def test_a_past_stance_is_held_once() -> None:
    text = "The ministry at first believed the bridge fell."
    (link,) = links(text, "The ministry", "believed", "the bridge fell")
    assert (link.act, link.once) == ("believes", True)


def test_what_is_not_said_has_a_negative_link() -> None:
    (link,) = links("Velez never said the bridge fell.", "Velez", "never said", "the bridge fell")
    assert link.polarity == "negative"


def test_whoever_was_told_in_the_passive_was_not_told_a_full_stop() -> None:
    (link,) = links("The bridge fell, the mayor was told.", "the mayor", "was told", "The bridge fell")
    assert link.to is None


def test_a_source_has_no_comma_at_its_end() -> None:
    text = "Two officials, who left, said the bridge fell."
    (link,) = links(text, "Two officials, who left,", "said", "the bridge fell")
    assert link.source is not None
    assert link.source.text == "Two officials, who left"
    assert link.source.text == text[link.source.spans[0].start : link.source.spans[0].end]


def test_a_source_without_words_is_none() -> None:
    (link,) = links("Reportedly said the bridge fell.", "", "said", "the bridge fell")
    assert link.source is None
