"""Markdown is read without its markup, so that quotes are clean."""

from wherefrom.intake import document_from_bytes
from wherefrom.model import Document


def read(text: str) -> Document:
    return document_from_bytes(text.encode(), "report.md")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_markup_is_removed_and_blocks_are_parted_by_blank_lines() -> None:
    document = read(
        "# The bridge *falls*\n\nBy Jane Doe\n\nIt **fell** at noon,\nsaid [the mayor](https://karvo.example/m).\n\n"
        "## What is known\n\n- one man `hurt`\n- no car lost\n\n> It was old, she said\n\n"
        "![The bridge on Monday](bridge.jpg)\n\n*The bridge at night. (Photo: Jane Doe/Agency)*\n"
    )
    assert kinds(document) == [
        ("headline", "The bridge falls"),
        ("byline", "By Jane Doe"),
        ("paragraph", "It fell at noon, said the mayor."),
        ("heading", "What is known"),
        ("paragraph", "one man hurt"),
        ("paragraph", "no car lost"),
        ("paragraph", "It was old, she said"),
        ("caption", "The bridge on Monday"),
        ("caption", "The bridge at night."),
        ("credit", "(Photo: Jane Doe/Agency)"),
    ]
    assert document.text.startswith("The bridge falls\n\nBy Jane Doe\n\nIt fell at noon")
    assert document.capture.format == "markdown"


def test_front_matter_is_metadata_and_no_text() -> None:
    document = read(
        '---\ntitle: "The bridge falls"\ndate: 2021-05-03\noutlet: Karvo Courier\n---\n\nIt fell at noon.\n'
    )
    assert document.text == "It fell at noon."
    assert (document.title, document.published, document.publisher) == (
        "The bridge falls",
        "2021-05-03",
        "Karvo Courier",
    )


def test_a_date_that_is_none_is_not_taken_from_front_matter() -> None:
    assert read("---\ndate: last week\n---\n\nIt fell at noon.\n").published is None


def test_html_in_markdown_is_read_for_its_words() -> None:
    assert read("It fell.\n\n<div>It was <b>old</b>.<script>x()</script></div>\n").text == "It fell.\n\nIt was old ."


def test_tables_and_code_are_statements_of_their_own() -> None:
    assert read("| a | b |\n|---|---|\n| one | two |\n\n    code\n").text == "a\n\nb\n\none\n\ntwo\n\ncode"
