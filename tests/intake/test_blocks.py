"""A whole report in plain text comes out in the blocks a person would mark in it."""

from wherefrom.intake import Metadata, document_from_bytes
from wherefrom.model import Document

REPORT = """\
Engineer Of Karvo's New Lighthouse Vanishes With Plans — Reports

By Jane Doe and John Roe, Staff Writers

3 May 2021

KARVO, 3 May (Agency) — The engineer who drew the lighthouse has left the island, officials said.

An Old Quarrel

By Tuesday, the army had searched his house. Nothing was found.

For display purposes the model stays in the museum.

Karvo lighthouse
From left: Ann Poe and her brother. It was said that both knew of the plans. (Open-source photographs)

The lamp of the lighthouse turns four times a minute. (via Twitter)

For representational purpose only. (Shutterstock image)

Read also: The lamp that would not turn

Related parties said no.

© 2021 The Karvo Courier. All rights reserved.
"""


def read(text: str, title: str | None = None) -> Document:
    return document_from_bytes(text.encode(), "report.txt", metadata=Metadata(title=title))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_every_kind_of_block_of_a_report_is_told() -> None:
    assert kinds(read(REPORT)) == [
        ("headline", "Engineer Of Karvo's New Lighthouse Vanishes With Plans — Reports"),
        ("byline", "By Jane Doe and John Roe, Staff Writers"),
        ("byline", "3 May 2021"),
        (
            "paragraph",
            "KARVO, 3 May (Agency) — The engineer who drew the lighthouse has left the island, officials said.",
        ),
        ("heading", "An Old Quarrel"),
        ("paragraph", "By Tuesday, the army had searched his house. Nothing was found."),
        ("paragraph", "For display purposes the model stays in the museum."),
        ("caption", "Karvo lighthouse"),
        ("caption", "From left: Ann Poe and her brother. It was said that both knew of the plans."),
        ("credit", "(Open-source photographs)"),
        ("caption", "The lamp of the lighthouse turns four times a minute."),
        ("credit", "(via Twitter)"),
        ("credit", "For representational purpose only."),
        ("credit", "(Shutterstock image)"),
        ("boilerplate", "Read also: The lamp that would not turn"),
        ("paragraph", "Related parties said no."),
        ("boilerplate", "© 2021 The Karvo Courier. All rights reserved."),
    ]


def test_a_date_may_stand_above_the_headline() -> None:
    document = read("Jan 28, 2022\n\nEngineer leaves Karvo with plans\n\nHe has left, officials said.\n")
    assert [kind for kind, _ in kinds(document)] == ["byline", "headline", "paragraph"]


def test_a_first_sentence_is_no_headline() -> None:
    document = read("The engineer has left Karvo.\n\nNobody knows why.\n")
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "paragraph"]


def test_a_headline_may_end_in_initials_or_a_question_mark() -> None:
    for headline in ("Engineer flees to the U.S.", "Has the engineer fled?"):
        assert kinds(read(f"{headline}\n\nHe has left, officials said.\n"))[0] == ("headline", headline)


def test_a_line_alone_is_a_statement_unless_it_is_the_title() -> None:
    assert kinds(read("The bridge of Karvo fell"))[0][0] == "paragraph"
    assert kinds(read("The bridge of Karvo fell", title="The Bridge of Karvo Fell"))[0][0] == "headline"


def test_the_line_equal_to_the_title_is_the_headline_wherever_it_stands() -> None:
    document = read("Karvo News\n\nThe bridge fell.\n\nIt was old.\n", title="The bridge fell")
    assert [kind for kind, _ in kinds(document)] == ["heading", "headline", "paragraph"]


def test_a_short_line_at_the_end_is_no_heading() -> None:
    assert kinds(read("Bridge falls\n\nIt fell at noon.\n\nNobody was hurt"))[-1] == ("paragraph", "Nobody was hurt")


def test_lines_of_a_list_are_no_headings() -> None:
    document = read(
        "Bridge falls\n\nWhat is known.\n\nOne man hurt\nTwo cars lost\nThree lamps out\n\nMore came later.\n"
    )
    assert [kind for kind, _ in kinds(document)[2:5]] == ["paragraph"] * 3


def test_a_long_paragraph_that_ends_in_a_credit_is_told_under_no_picture() -> None:
    told = "The engineer said that the plans were his. " * 20
    document = read(f"Bridge falls\n\n{told}(Photo: Jane Doe/Agency)\n\nNothing else was said.\n")
    assert kinds(document)[1:3] == [("paragraph", told.strip()), ("credit", "(Photo: Jane Doe/Agency)")]


def test_a_photograph_that_shows_something_is_a_caption_only_with_a_credit() -> None:
    shown = "A photo shows the bridge on Monday."
    assert kinds(read(f"Bridge falls\n\n{shown} (Reuters)\n\nIt was old.\n"))[1:3] == [
        ("caption", shown),
        ("credit", "(Reuters)"),
    ]
    assert kinds(read(f"Bridge falls\n\n{shown}\n\nIt was old.\n"))[1] == ("paragraph", shown)
