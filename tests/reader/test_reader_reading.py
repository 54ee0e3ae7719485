"""The reader from end to end, on what holds for any weights that read at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wherefrom.intake import document_from_bytes
from wherefrom.model import Appearance, Document, Link, Source, Span, Spans, Words, slice_of
from wherefrom.reader import Reading, identity, read

WORKED = "The ministry allegedly helped an engineer leave, two officials told the Harbour Courier."
NESTED = "The Harbour Courier noted that inspectors were at first worried about the engineer being a plant."
STORY = f"""Engineer leaves Korvia with plans — reports

By Ana Velez

{WORKED}

{NESTED}

“The plans are safe,” said Clara Lantern, “and nobody was hurt.” It was reported that the port might close in June.

(Photo: Ana Velez/Lantern Agency)

Read also: A ship sank near Orrin
"""


def document(text: str, path: str = "a.txt", outlet: str | None = None) -> Document:
    return document_from_bytes(text.encode(), path, outlet=outlet)


def appearances(text: str) -> tuple[Appearance, ...]:
    return read(document(text)).appearances


def source(link: Link) -> str | None:
    return None if link.source is None else link.source.text


def test_what_an_outlet_was_told_has_the_outlet_outside_and_the_origin_last() -> None:
    (one,) = appearances(WORKED)
    assert one.text == "The ministry allegedly helped an engineer leave"
    outer, origin = one.chain
    assert (source(outer), outer.basis) == ("the Harbour Courier", "relayed")
    assert (source(origin), origin.basis) == ("two officials", "stated")
    assert outer.source is not None
    assert (outer.source.kind, outer.source.named) == ("outlet", True)
    assert origin.source is not None
    assert (origin.source.kind, origin.source.named) == ("group", False)
    assert origin.source.number is not None
    assert (origin.source.number.at_least, origin.source.number.exact) == (2, True)
    assert origin.cue is not None
    assert origin.cue.text == "told"
    assert [(hedge.text, hedge.owner) for hedge in one.certainty.hedges] == [("allegedly", None)]


def test_the_outlet_that_prints_it_is_no_link() -> None:
    (one,) = read(document(WORKED, outlet="Harbour Courier")).appearances
    assert [source(link) for link in one.chain] == ["two officials"]


def test_only_the_innermost_statement_of_a_nest_appears() -> None:
    (one,) = appearances(NESTED)
    assert one.text == "the engineer being a plant"
    outer, inner = one.chain
    assert source(outer) == "The Harbour Courier"
    assert source(inner) == "inspectors"
    assert (inner.act, inner.once) == ("believes", True)
    assert outer.content[0].start < inner.content[0].start
    assert one.certainty.hedges == ()


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that the bridge at Orrin fell in June.",
        "It has been reported that the bridge at Orrin fell in June.",
    ],
)
def test_it_was_reported_is_a_link_without_a_source(text: str) -> None:
    (one,) = appearances(text)
    assert [source(link) for link in one.chain] == [None]
    assert one.text.endswith("the bridge at Orrin fell in June")


def test_a_headline_that_is_reports_has_a_link_without_a_source() -> None:
    found = appearances("Engineer leaves Korvia with plans — reports\n\nThe bridge at Orrin fell in June.")
    (headline,) = [one for one in found if one.block == "headline"]
    assert headline.text == "Engineer leaves Korvia with plans"
    assert [source(link) for link in headline.chain] == [None]


def test_what_the_writer_states_has_an_empty_chain() -> None:
    (one,) = appearances("The bridge at Orrin fell in June.")
    assert one.chain == ()
    assert one.text == "The bridge at Orrin fell in June."
    assert one.quote is None
    assert one.certainty.degree == "unspecified"


@pytest.mark.parametrize(
    "text",
    [
        "About 40 people were hurt when the bridge at Orrin fell.",
        "That’s the second bridge to fall in Orrin.",
        "Because of the storm, the port of Orrin closed early.",
    ],
)
def test_a_sentence_of_the_writers_appears_whole(text: str) -> None:
    assert [one.text for one in appearances(text)] == [text]


def test_the_month_of_may_makes_nothing_doubtful() -> None:
    (one,) = appearances("The port of Orrin closed in May.")
    assert one.certainty.degree == "unspecified"


def test_what_was_said_to_somebody_keeps_its_source() -> None:
    (one,) = appearances("Ana Velez said to reporters that the bridge fell.")
    assert [source(link) for link in one.chain] == ["Ana Velez"]


def test_a_raising_verb_makes_a_hedge_and_no_link() -> None:
    (one,) = appearances("The ship is believed to have sunk in June.")
    assert one.chain == ()
    assert [(hedge.text, hedge.owner) for hedge in one.certainty.hedges] == [("is believed to", None)]
    (one,) = appearances("It is believed to have sunk in June.")
    assert one.chain == ()


def test_a_quotation_is_direct_and_its_holders_words() -> None:
    (one,) = appearances("“The bridge fell in June,” said Ana Velez.")
    assert one.quote == "direct"
    assert [source(link) for link in one.chain] == ["Ana Velez"]


@pytest.mark.parametrize(
    "words", ["By Ana Velez", "Read also: A ship sank near Orrin", "(Photo: Ana Velez/Lantern Agency)"]
)
def test_credits_bylines_and_read_also_lines_are_no_appearances(words: str) -> None:
    start = STORY.index(words)
    found = read(document(STORY)).appearances
    assert found
    for one in found:
        assert all(end <= start or start + len(words) <= begin for begin, end in one.spans)


def test_what_is_somebodys_content_is_not_also_the_writers_statement() -> None:
    found = appearances(STORY)
    governed = {at for one in found for link in one.chain for start, end in link.content for at in range(start, end)}
    for one in found:
        if not one.chain:
            assert governed.isdisjoint(at for start, end in one.spans for at in range(start, end))


def test_the_reader_says_who_it_is() -> None:
    assert identity().name == "wherefrom-minilm"
    assert identity().version
    assert identity() == identity()


def words_of(one: Appearance) -> list[tuple[str, Spans]]:
    """Everything that an appearance shows, with the places it says it comes from."""
    shown: list[Appearance | Words | Source] = [one]
    for link in one.chain:
        shown.extend(part for part in (link.source, link.cue, link.to) if part is not None)
    return [(part.text, part.spans) for part in shown] + [(hedge.text, hedge.spans) for hedge in one.certainty.hedges]


def check(given: Document, reading: Reading) -> None:
    text = given.text
    ids = [one.id for one in reading.appearances]
    assert len(ids) == len(set(ids))
    for one in reading.appearances:
        assert one.document == given.id
        for words, spans in words_of(one):
            assert spans
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert words == slice_of(text, spans)
        for link in one.chain:
            assert link.content
            assert all(0 <= start < end <= len(text) for start, end in link.content)
        for hedge in one.certainty.hedges:
            assert hedge.owner is None or 0 <= hedge.owner < len(one.chain)
        block = given.block_of(Span(*one.spans[0]))
        assert block is not None
        assert block.kind == one.block
        assert one.block not in {"byline", "credit", "boilerplate"}


def test_every_quote_equals_the_slice_of_the_text() -> None:
    given = document(STORY)
    reading = read(given)
    assert len(reading.appearances) >= 4
    check(given, reading)


def test_reading_twice_gives_the_same() -> None:
    assert read(document(STORY)) == read(document(STORY))


def test_the_path_changes_nothing() -> None:
    assert read(document(STORY, "one.txt")) == read(document(STORY, "another.txt"))


def test_what_is_read_before_changes_nothing() -> None:
    alone = read(document(WORKED))
    read(document(STORY))
    read(document("Nothing of the kind happened, Clara Lantern told the Evening Post. " * 40))
    assert read(document(WORKED)) == alone


def test_equal_words_in_two_documents_have_different_ids() -> None:
    first = {one.id for one in appearances(WORKED)}
    assert first.isdisjoint(one.id for one in appearances(f"{WORKED}\n\n{NESTED}"))


LINES = st.lists(
    st.sampled_from(
        [
            "Ana Velez said ", "“The ship sank,” ", "it was reported that ", "may ", "the Harbour Courier. ", "officials told ",
            "and ", "allegedly ", "reports", " — ", "\n\n", "\n", "He ", "(Photo: ", ")", "“", "”", ": ", ", ", "citing ",
            "the mayor ", "left the port. ",
        ]
    )
    | st.text(max_size=6),
    max_size=30,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(LINES, st.text(max_size=200)).filter(lambda text: bool(text.strip())))
def test_any_text_is_read_with_every_word_in_its_place(text: str) -> None:
    given = document_from_text(text)
    check(given, read(given))


def document_from_text(text: str) -> Document:
    """Of whatever text, also one that intake would refuse as no text."""
    model = document("The bridge fell.")
    block = type(model.blocks[0])("paragraph", len(text) - len(text.lstrip()), len(text.rstrip()))
    return Document("a.txt", model.capture, text, (block,))


def test_a_sentence_without_end_is_read() -> None:
    given = document("Ana Velez said the ship sank and " * 400 + "left.")
    check(given, read(given))


def test_an_empty_document_has_no_appearances() -> None:
    model = document("The bridge fell.")
    assert read(Document("a.txt", model.capture, "", ())) == Reading((), ())


def test_a_headline_that_begins_with_who_speaks_is_read_to_its_end() -> None:
    text = "Police: Suspect fled to Marenna after bank raid\n\nThe raid took place in Orrin on Monday morning.\n"
    first, *_ = read(document_from_bytes(text.encode(), "report.txt")).appearances
    assert first.text == "Suspect fled to Marenna after bank raid"
    assert [link.source.text for link in first.chain if link.source is not None] == ["Police"]
