"""Which found attributions are links, and how far each reaches."""

import pytest

from wherefrom.model import Block, BlockKind, Link, Source, Span, Spans
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.places import Parts, Stretches
from wherefrom.reader.quotations import quotations
from wherefrom.reader.screening import is_link, reached

NOTHING_QUOTED = Stretches(())


def place(text: str, words: str) -> Spans:
    if not words:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)


def made(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(place(text, source), place(text, cue), place(text, content), 1.0)


def quoted(text: str) -> Stretches:
    return quotations(text, [Block("paragraph", 0, len(text))])


def parts(text: str, *sentences: tuple[BlockKind, str]) -> Parts:
    """Sentences, each in a block of its own kind; sentences of one kind in a row share a block."""
    found: list[tuple[Block, Spans]] = []
    for kind, words in sentences:
        span = place(text, words)[0]
        block = found[-1][0] if found and found[-1][0].kind == kind else Block(kind, span.start, len(text))
        found.append((block, (span,)))
    return Parts(found)


def holder(words: str = "Ana Velez", *, named: bool = True) -> Link:
    return Link(Source(words, (Span(0, 1),), "person", named), None, "says", "stated", (Span(0, 1),))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ana Velez said the ship sank.", "Ana Velez", "said", "the ship sank"),
        ("The ship sank, according to officials.", "officials", "according to", "The ship sank"),
        ("Velez reportedly said the ship sank.", "Velez", "reportedly said", "the ship sank"),
        ("It was reported that the ship sank.", "", "was reported", "that the ship sank"),
        ("There are rumours of a sale of the port.", "", "rumours of", "a sale of the port"),
        ("The mayor suspected a fire.", "The mayor", "suspected", "a fire"),
        ("Ana Velez said to reporters that the ship sank.", "Ana Velez", "said to", "that the ship sank"),
        ("Ana Velez told officials to close the port.", "Ana Velez", "told", "to close the port"),
    ],
)
def test_a_reporting_clause_or_noun_is_a_link(text: str, source: str, cue: str, content: str) -> None:
    assert is_link(text, made(text, source, cue, content), (), quoted(text))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ship is believed to have sunk.", "", "is believed to", "have sunk"),
        ("The ship is believed to have sunk.", "The ship", "is believed", "to have sunk"),
        ("The ship is reported to have sunk.", "", "is reported", "to have sunk"),
        ("The ship is widely thought to have sunk.", "The ship", "is widely thought", "to have sunk"),
        ("The ministry allegedly helped him leave.", "The ministry", "allegedly", "helped him leave"),
        ("The ministry reportedly helped him leave.", "", "reportedly", "helped him leave"),
        ("The ship seems to have sunk.", "", "seems to", "have sunk"),
        ("The ship is likely to sink.", "", "is likely to", "sink"),
    ],
)
def test_an_adverb_a_modal_or_a_raising_verb_is_none(text: str, source: str, cue: str, content: str) -> None:
    assert not is_link(text, made(text, source, cue, content), (), quoted(text))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("A ship called the Lantern sank.", "called", "the Lantern"),
        ("A ship known as the Lantern sank.", "known as", "the Lantern"),
        ("It is interesting that the ship sank.", "is interesting that", "the ship sank"),
        ("It fell, citing officials.", "citing", "officials"),
    ],
)
def test_giving_a_name_and_judging_pass_nothing_on(text: str, cue: str, content: str) -> None:
    assert not is_link(text, made(text, "", cue, content), (), NOTHING_QUOTED)


def test_i_is_the_writer_outside_quotation_marks_and_the_one_quoted_inside() -> None:
    text = "I think the ship sank."
    assert not is_link(text, made(text, "I", "think", "the ship sank"), (), quoted(text))
    text = "“I think the ship sank,” she said."
    assert is_link(text, made(text, "I", "think", "the ship sank"), (), quoted(text))


def test_a_nested_return_to_the_same_voice_is_no_new_link() -> None:
    text = "Ana Velez said she believed the ship sank."
    nested = made(text, "she", "believed", "the ship sank")
    assert not is_link(text, nested, (holder(),), NOTHING_QUOTED)
    text = "Ana Velez said inspectors believed the ship sank."
    assert is_link(text, made(text, "inspectors", "believed", "the ship sank"), (holder(),), NOTHING_QUOTED)


@pytest.mark.parametrize(
    ("text", "cue", "is_one"),
    [
        ("Ana Velez spoke of rumours that the ship sank.", "rumours", True),
        ("Ana Velez wrote that it was reported that the ship sank.", "was reported", True),
        ("Ana Velez said the port had no reason to doubt that the ship sank.", "had no reason to doubt", False),
        ("Ana Velez said the harbour came to the view that the ship sank.", "came to the view", False),
        ("Ana Velez said she was not told that the ship sank.", "was not told", False),
    ],
)
def test_a_nested_cue_without_a_source_passes_on_by_a_noun_or_a_passive(text: str, cue: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_link(text, made(text, "", cue, "the ship sank"), (holder(),), NOTHING_QUOTED) is is_one


def test_a_nested_content_of_a_word_is_no_statement() -> None:
    text = "Ana Velez said the crew called it a plot."
    assert not is_link(text, made(text, "the crew", "called", "a plot"), (holder(),), NOTHING_QUOTED)


def test_a_cue_reaches_the_content_of_its_own_sentence() -> None:
    text = "The port closed. Velez said the ship sank."
    one = made(text, "Velez", "said", "the ship sank")
    both = parts(text, ("paragraph", "The port closed."), ("paragraph", "Velez said the ship sank."))
    assert reached(text, one, both, NOTHING_QUOTED) == one


def test_a_cue_does_not_reach_another_sentence_that_nobody_quotes() -> None:
    text = "The port closed. Velez said the ship sank."
    one = Attribution(place(text, "Velez"), place(text, "said"), (Span(0, 16), *place(text, "the ship sank")), 1.0)
    both = parts(text, ("paragraph", "The port closed."), ("paragraph", "Velez said the ship sank."))
    found = reached(text, one, both, NOTHING_QUOTED)
    assert found is not None
    assert found.content == place(text, "the ship sank")


def test_a_cue_reaches_a_quotation_in_another_sentence() -> None:
    text = "“The port closed. The ship sank,” Velez said."
    one = made(text, "Velez", "said", "“The port closed. The ship sank,”")
    both = parts(text, ("paragraph", "“The port closed."), ("paragraph", "The ship sank,” Velez said."))
    found = reached(text, one, both, quoted(text))
    assert found is not None
    assert found.content[0].start == 0
    assert found.content[-1].end == text.index(" Velez")


def test_a_cue_does_not_reach_over_into_a_heading() -> None:
    text = "“Port closed”\n\n“The ship sank,” Velez said."
    one = Attribution(
        place(text, "Velez"),
        place(text, "said"),
        (*place(text, "“Port closed”"), *place(text, "“The ship sank,”")),
        1.0,
    )
    both = parts(text, ("heading", "“Port closed”"), ("paragraph", "“The ship sank,” Velez said."))
    found = reached(text, one, both, quoted(text))
    assert found is not None
    assert found.content == place(text, "“The ship sank,”")


def test_an_attribution_with_nothing_left_is_none() -> None:
    text = "The port closed. Velez said."
    both = parts(text, ("paragraph", "The port closed."), ("paragraph", "Velez said."))
    assert reached(text, made(text, "Velez", "said", "The port closed"), both, NOTHING_QUOTED) is None
    assert reached(text, made(text, "Velez", "said", "."), both, NOTHING_QUOTED) is None


def test_an_attribution_outside_these_sentences_is_none() -> None:
    text = "The port closed. Velez said the ship sank."
    one = made(text, "Velez", "said", "the ship sank")
    assert reached(text, one, parts(text, ("paragraph", "The port closed.")), NOTHING_QUOTED) is None


def test_whom_a_source_cites_is_no_content() -> None:
    text = "Velez said the ship sank, citing officials."
    one = Attribution(
        place(text, "Velez"),
        place(text, "said"),
        (*place(text, "the ship sank"), *place(text, "citing officials")),
        1.0,
    )
    found = reached(text, one, parts(text, ("paragraph", text)), NOTHING_QUOTED)
    assert found is not None
    assert found.content == place(text, "the ship sank")


def test_an_article_alone_is_no_source() -> None:
    text = "The said the ship sank."
    found = reached(text, made(text, "The", "said", "the ship sank"), parts(text, ("paragraph", text)), NOTHING_QUOTED)
    assert found is not None
    assert found.source == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The Lantern Post, citing two officials, said the ship sank.", "citing"),
        ("Citing two officials, The Lantern Post said the ship sank.", "Citing"),
        ("The Lantern Post, quoting two officials, said the ship sank.", "quoting"),
    ],
)
def test_whom_an_outlet_cites_is_no_statement_of_its_own(text: str, cue: str) -> None:
    assert not is_link(text, made(text, "The Lantern Post", cue, "two officials"), (), NOTHING_QUOTED)


COURIER = Link(Source("The Courier", (Span(0, 1),), "outlet", named=True), None, "says", "stated", (Span(0, 1),))


@pytest.mark.parametrize(
    "report", ["its report", "the report", "an exclusive story", "this article", "their investigation"]
)
def test_an_outlets_own_report_is_the_same_voice(report: str) -> None:
    text = f"The Courier said {report} showed the ship sank."
    assert not is_link(text, made(text, report, "showed", "the ship sank"), (COURIER,), NOTHING_QUOTED)
    assert is_link(text, made(text, report, "showed", "the ship sank"), (holder(),), NOTHING_QUOTED)


@pytest.mark.parametrize(
    "report", ["two reports", "a leaked memo", "the crew's report", "a study", "a police report", "a ministry report"]
)
def test_somebody_elses_report_in_an_outlets_words_is_a_voice_of_its_own(report: str) -> None:
    text = f"The Courier said {report} showed the ship sank."
    assert is_link(text, made(text, report, "showed", "the ship sank"), (COURIER,), NOTHING_QUOTED)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "whether the ship sank"),
        ("demanded", "that the ship be raised"),
        ("urged", "him to raise the ship"),
        ("planned", "to sink the ship"),
        ("promised", "that the ship would sail"),
    ],
)
def test_what_is_asked_or_intended_inside_a_content_is_no_link(cue: str, content: str) -> None:
    text = f"Ana Velez said the crew {cue} {content}."
    nested = made(text, "the crew", cue, content)
    assert not is_link(text, nested, (holder(),), NOTHING_QUOTED)
    assert is_link(text, nested, (), NOTHING_QUOTED)


@pytest.mark.parametrize("cue", ["said", "told her", "believed", "denied", "doubted", "admitted", "feared"])
def test_what_is_said_or_thought_inside_a_content_is_a_link(cue: str) -> None:
    text = f"Ana Velez said the crew {cue} the ship was lost."
    assert is_link(text, made(text, "the crew", cue, "the ship was lost"), (holder(),), NOTHING_QUOTED)


@pytest.mark.parametrize("content", ["the allegations", "the old harbour tale", "a leak"])
def test_a_mere_thing_inside_a_content_is_no_statement(content: str) -> None:
    text = f"Ana Velez said the crew denied {content}."
    assert not is_link(text, made(text, "the crew", "denied", content), (holder(),), NOTHING_QUOTED)


@pytest.mark.parametrize("source", ["Photo", "File picture", "Picture caption", "Stock image", "Correction", "Update"])
def test_a_label_of_the_page_is_no_source(source: str) -> None:
    text = f"{source}: the ship sank."
    assert not is_link(text, made(text, source, ":", "the ship sank"), (), NOTHING_QUOTED)


def test_a_photographer_is_a_source() -> None:
    text = "A photo agency: the ship sank."
    assert is_link(text, made(text, "A photo agency", ":", "the ship sank"), (), NOTHING_QUOTED)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor must be told that the ship sank.", "must be told", "that the ship sank"),
        ("The mayor will be informed that the ship sank.", "will be informed", "that the ship sank"),
        ("The mayor was told nothing of the ship.", "was told nothing", "of the ship"),
        ("Asked about the ship, Velez left.", "Asked about", "the ship"),
        ("The mayor was pressed on the ship.", "was pressed on", "the ship"),
    ],
)
def test_what_ought_to_be_told_or_was_asked_has_not_been_said(text: str, cue: str, content: str) -> None:
    assert not is_link(text, made(text, "", cue, content), (), NOTHING_QUOTED)


def test_what_somebody_was_told_has_been_said() -> None:
    text = "The mayor was told that the ship sank."
    assert is_link(text, made(text, "", "was told", "that the ship sank"), (), NOTHING_QUOTED)


def test_a_hole_in_a_content_is_closed_where_no_other_part_stands_in_it() -> None:
    text = "The old ship sank near Orrin, Velez said."
    one = Attribution(
        place(text, "Velez"), place(text, "said"), (*place(text, "The old"), *place(text, "near Orrin")), 1.0
    )
    found = reached(text, one, parts(text, ("paragraph", text)), NOTHING_QUOTED)
    assert found is not None
    assert found.content == place(text, "The old ship sank near Orrin")
    text = "The ship, Velez said, sank near Orrin."
    one = Attribution(
        place(text, "Velez"), place(text, "said"), (*place(text, "The ship"), *place(text, "sank near Orrin")), 1.0
    )
    found = reached(text, one, parts(text, ("paragraph", text)), NOTHING_QUOTED)
    assert found is not None
    assert found.content == one.content
