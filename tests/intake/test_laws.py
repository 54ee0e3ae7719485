"""What holds for every input."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wherefrom.intake import document_from_bytes
from wherefrom.model import Document, Unreadable

PATHS = st.sampled_from(["a.txt", "a.md", "a.html", "a"])

LINES = st.sampled_from(
    [
        "By Jane Doe",
        "The bridge fell. (Photo: Jane Doe/Agency)",
        "(Shutterstock image)",
        "Read also: A ship sank",
        "A heading",
        "It was old, and nobody in the harbour office had looked at it for",
        "many years, said the mayor.",
        "From left: two engineers",
        "3 May 2021",
        "# A heading",
        "<p>One <b>word</b></p>",
        "![a picture](p.jpg)",
        "",
        "  ",
        "\u00a0x\u2028y\u200b",
    ]
)

TEXTS = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n"]).map(lambda end: end.join(lines))
)

PRINTABLE = st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" \n\t"), min_size=1, max_size=200)

UNHURRIED = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def read(raw: bytes, path: str) -> Document | None:
    try:
        return document_from_bytes(raw, path)
    except Unreadable as error:
        why = error.why
    assert why
    assert "\n" not in why
    return None


def check(document: Document) -> None:
    """Blocks cover all that is not white, in order, without overlap, trimmed; all can be written as UTF-8."""
    text = document.text
    for block in document.blocks:
        held = text[block.start : block.end]
        assert held
        assert held == held.strip()
    for earlier, later in pairwise(document.blocks):
        assert earlier.end <= later.start
    covered = {place for block in document.blocks for place in range(block.start, block.end)}
    assert all(char.isspace() or place in covered for place, char in enumerate(text))
    text.encode("utf-8")


@UNHURRIED
@given(TEXTS, PATHS)
def test_blocks_cover_the_text_in_order(text: str, path: str) -> None:
    document = read(text.encode("utf-8", "replace"), path)
    if document is not None:
        check(document)


@UNHURRIED
@given(st.one_of(st.binary(max_size=300), st.binary(max_size=60).map(lambda raw: b"<!doctype html><p>" + raw)), PATHS)
def test_any_bytes_are_read_or_refused(raw: bytes, path: str) -> None:
    document = read(raw, path)
    if document is not None:
        check(document)
        assert document.capture.raw == raw


@UNHURRIED
@given(PRINTABLE.filter(lambda text: bool(text.strip())))
def test_plain_text_is_the_decoded_bytes(text: str) -> None:
    document = read(text.encode(), "a.txt")
    if document is not None and document.capture.format == "text":
        assert document.text == document.capture.raw.decode("utf-8")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
@UNHURRIED
@given(text=PRINTABLE.filter(lambda text: bool(text.strip()) and not text.lstrip().startswith("<")))
def test_what_is_written_with_a_mark_is_read_back(codec: str, text: str) -> None:
    document = document_from_bytes(text.encode(codec), "a.txt")
    assert document.text == text


@UNHURRIED
@given(TEXTS)
def test_the_same_bytes_give_the_same_document(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    assert read(raw, "a.md") == read(raw, "a.md")
