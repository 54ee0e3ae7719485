"""Which lines of a plain text belong together."""

import textwrap

from wherefrom.intake import document_from_bytes

TOLD = (
    (
        "The engineer who drew the new lighthouse of Karvo has left the island in a fishing boat, two officials said on "
        "Monday, and nobody in the harbour office was able to say where the boat was heading that night."
    ),
    (
        "His house was searched by the army on Tuesday, but neither the plans nor the model of the lamp were found there, "
        "according to a neighbour who saw the soldiers leave with empty hands."
    ),
)


def paragraphs(text: str) -> list[str]:
    document = document_from_bytes(text.encode(), "report.txt")
    return [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    for width in (60, 72, 80):
        for separator in ("\n\n", "\r\n\r\n"):
            broken = separator.join(textwrap.fill(told, width) for told in TOLD)
            assert paragraphs(broken) == list(TOLD)


def test_paragraphs_of_one_long_line_stay_apart() -> None:
    assert paragraphs("\n".join(TOLD)) == list(TOLD)


def test_short_lines_stay_apart() -> None:
    assert paragraphs("The bridge fell.\nIt was old.\nNobody was hurt.") == [
        "The bridge fell.",
        "It was old.",
        "Nobody was hurt.",
    ]


def test_a_sentence_that_runs_on_in_the_next_line_is_one_paragraph() -> None:
    text = "The bridge of Karvo fell on Monday at noon, and the army\nclosed the road beside it."
    assert len(paragraphs(text)) == 1


def test_items_of_a_list_stay_apart() -> None:
    assert (
        len(paragraphs("What is known about the bridge that fell on Monday at noon:\n- one man hurt\n- no car lost"))
        == 3
    )


def test_the_text_stays_as_it_came() -> None:
    text = "  The bridge fell.\r\n\r\n\tIt was old.\r\n \r\n"
    document = document_from_bytes(text.encode(), "report.txt")
    assert document.text == text
    assert [document.text[block.start : block.end] for block in document.blocks] == ["The bridge fell.", "It was old."]
