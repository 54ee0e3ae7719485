"""From one attribution to the links it states."""

import pytest

from wherefrom.model import Link, SourceKind, Span, Spans
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.links import Linker
from wherefrom.reader.mentions import MentionKind
from wherefrom.reader.scanning import Name


def place(text: str, words: str) -> Spans:
    if not words:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)


def links(  # noqa: PLR0913  they are the parts of one attribution
    text: str, source: str, cue: str, content: str, publisher: str | None = None, *, names: tuple[Name, ...] = ()
) -> tuple[Link, ...]:
    attribution = Attribution(place(text, source), place(text, cue), place(text, content), 1.0)
    return Linker(text, publisher, names).links(attribution, (Span(0, len(text)),))


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


def test_an_outlet_whose_name_begins_with_this_is_another() -> None:
    text = "The bridge fell, two officials told This Evening magazine."
    found = links(text, "two officials", "told", "The bridge fell", "Harbour Courier")
    assert len(found) == 2


@pytest.mark.parametrize(
    "publisher", ["Harbour Courier", "The Harbour Courier", "harbour courier", "Harbour Courier Online"]
)
@pytest.mark.parametrize(
    "told", ["the Harbour Courier", "Harbour Courier", "Harbour Courier's weekly podcast", "this newspaper"]
)
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


@pytest.mark.parametrize(
    ("through", "who"),
    [
        ("through his lawyer", "his lawyer"),
        ("via a spokeswoman", "a spokeswoman"),
        ("through one of his aides", "one of his aides"),
        ("through his long-time lawyer Ana Velez", "his long-time lawyer Ana Velez"),
        ("by way of an intermediary", "an intermediary"),
    ],
)
def test_who_speaks_for_a_source_is_a_link_outside(through: str, who: str) -> None:
    found = links(f"The port was not sold, the mayor said {through}.", "the mayor", "said", "The port was not sold")
    assert shown(found) == [(who, None, "relayed"), ("the mayor", "said", "stated")]
    assert found[0].content == found[1].content


@pytest.mark.parametrize("through", ["through tears", "through the night", "via video", "through a gap in the wall"])
def test_a_means_is_nobody_who_speaks_for_a_source(through: str) -> None:
    found = links(f"The port was not sold, the mayor said {through}.", "the mayor", "said", "The port was not sold")
    assert shown(found) == [("the mayor", "said", "stated")]


def test_a_lawyer_in_what_was_said_speaks_for_nobody() -> None:
    text = "The mayor said the port was sold through his lawyer."
    found = links(text, "The mayor", "said", "the port was sold through his lawyer")
    assert shown(found) == [("The mayor", "said", "stated")]


@pytest.mark.parametrize(
    ("source", "whose"),
    [
        ("its sources", "its"),
        ("their confidential sources", "their"),
        ("the Courier's sources", "the Courier"),
        ("the Courier’s own sources", "the Courier"),
        ("the Lantern Post's informants", "the Lantern Post"),
    ],
)
def test_what_somebodys_sources_say_came_through_whoever_has_them(source: str, whose: str) -> None:
    found = links(f"The port was sold, {source} said.", source, "said", "The port was sold")
    assert shown(found) == [(whose, None, "relayed"), (source, "said", "stated")]


@pytest.mark.parametrize(
    "source", ["the mayor's sources", "two sources", "its resources chief", "sources", "a source's wife"]
)
def test_other_sources_are_nobodys(source: str) -> None:
    found = links(f"The port was sold, {source} said.", source, "said", "The port was sold")
    assert shown(found) == [(source, "said", "stated")]


@pytest.mark.parametrize(
    "lead",
    [
        "In an interview with the Harbour Mercury, ",
        "In an interview with the Harbour Mercury on Monday, ",
        "In a long interview for the Harbour Mercury, ",
        "During a conversation with the Harbour Mercury ",
        "In a statement to the Harbour Mercury ",
    ],
)
def test_an_interview_before_the_source_makes_its_outlet_a_link_outside(lead: str) -> None:
    found = links(f"{lead}Lena Holt said the port was sold.", "Lena Holt", "said", "the port was sold")
    assert shown(found) == [("the Harbour Mercury", None, "relayed"), ("Lena Holt", "said", "stated")]


def test_an_interview_with_the_outlet_that_prints_it_is_no_link() -> None:
    text = "In an interview with the Harbour Mercury, Lena Holt said the port was sold."
    found = links(text, "Lena Holt", "said", "the port was sold", "Harbour Mercury")
    assert shown(found) == [("Lena Holt", "said", "stated")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("In an interview with the mayor, Lena Holt said it sank.", "Lena Holt", "it sank"),
        ("In an interview, Lena Holt said it sank.", "Lena Holt", "it sank"),
        ("Holt said that in an interview with the Courier the mayor lied.", "Holt", "that in an interview with the Courier the mayor lied"),
    ],
)  # fmt: skip
def test_other_interviews_are_no_link(text: str, source: str, content: str) -> None:
    assert shown(links(text, source, "said", content)) == [(source, "said", "stated")]


@pytest.mark.parametrize(
    ("source", "cue", "cited"),
    [
        ("A report that cited two officials", "cited", "two officials"),
        ("A report that cites two officials", "cites", "two officials"),
        ("A report which had quoted two officials", "had quoted", "two officials"),
    ],
)
def test_whom_a_report_cited_is_a_link_inside(source: str, cue: str, cited: str) -> None:
    found = links(f"{source} said the port was sold.", source, "said", "the port was sold")
    assert shown(found) == [(source, "said", "stated"), (cited, cue, "stated")]


def test_whom_something_in_the_content_cites_is_no_link() -> None:
    text = "The board, which cited costs, closed the port, the mayor said."
    found = links(text, "the mayor", "said", "The board, which cited costs, closed the port")
    assert shown(found) == [("the mayor", "said", "stated")]


@pytest.mark.parametrize("source", ["Nobody", "No one", "None of the engineers", "Neither engineer", "No engineer"])
def test_what_nobody_said_has_a_negative_link(source: str) -> None:
    (link,) = links(f"{source} said the port was sold.", source, "said", "the port was sold")
    assert link.polarity == "negative"


@pytest.mark.parametrize("source", ["Norman Velez", "Noble Corp", "Nonesuch", "The engineers"])
def test_a_name_that_begins_with_no_is_somebody(source: str) -> None:
    (link,) = links(f"{source} said the port was sold.", source, "said", "the port was sold")
    assert link.polarity == "positive"


def test_number_ten_is_somebody() -> None:
    (link,) = links("No. 10 said the port was sold.", "No. 10", "said", "the port was sold")
    assert link.polarity == "positive"


@pytest.mark.parametrize("source", ["Not one engineer", "Not a single engineer"])
def test_not_one_of_them_is_nobody(source: str) -> None:
    (link,) = links(f"{source} said the port was sold.", source, "said", "the port was sold")
    assert link.polarity == "negative"


def test_what_is_told_after_a_colon_is_said_and_not_denied() -> None:
    (link,) = links("The ministry rejects this: there was no leak.", "The ministry", "rejects", "there was no leak")
    assert link.act == "says"
    (link,) = links("The ministry denies there was a leak.", "The ministry", "denies", "there was a leak")
    assert link.act == "denies"


def test_a_colon_in_an_hour_spells_nothing_out() -> None:
    text = "The ministry denied at 10:30 that there was a leak."
    (link,) = links(text, "The ministry", "denied", "that there was a leak")
    assert link.act == "denies"


@pytest.mark.parametrize(
    ("kind", "expected"), [("organisation", "organisation"), ("outlet", "outlet"), ("person", "person")]
)
def test_what_a_name_names_is_as_the_encoder_sees_it(kind: MentionKind, expected: SourceKind) -> None:
    text = "Harlan Orrin said the port was sold."
    names = (Name(place(text, "Harlan Orrin")[0], kind),)
    (link,) = links(text, "Harlan Orrin", "said", "the port was sold", names=names)
    assert link.source is not None
    assert link.source.kind == expected


def test_a_name_outside_the_source_tells_nothing_of_it() -> None:
    text = "Harlan Orrin said the Lantern Post was sold."
    names = (Name(place(text, "Lantern Post")[0], "outlet"),)
    (link,) = links(text, "Harlan Orrin", "said", "the Lantern Post was sold", names=names)
    assert link.source is not None
    assert link.source.kind == "person"


def test_words_that_tell_the_kind_count_more_than_the_encoder() -> None:
    text = "Officials said the port was sold."
    (link,) = links(
        text, "Officials", "said", "the port was sold", names=(Name(place(text, "Officials")[0], "outlet"),)
    )
    assert link.source is not None
    assert link.source.kind == "group"
