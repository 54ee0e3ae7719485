"""Statements with their chains, from an invented encoder's attributions and from the rules beside them."""

import numpy as np
import pytest

from wherefrom.intake import document_from_bytes
from wherefrom.reader import scanning
from wherefrom.reader.chains import ChainReader
from wherefrom.reader.encoder import Said, Scored
from wherefrom.reader.entities import entities_of
from wherefrom.reader.quotations import quotations
from wherefrom.reader.tags import HEADS, NAMES, ROLES, begins, spanning
from wherefrom.reader.windows import Window
from wherefrom.reader.wordpiece import shipped

SURE = 9.0

Told = tuple[str, str, str]
"""Source, cue and content of an attribution, by words."""

Read = list[tuple[str, list[str | None]]]
"""Statements, each with the sources of its chain."""


class Invented:
    """An encoder that finds just these attributions and names in a text."""

    def __init__(self, text: str, outer: list[Told], inner: list[Told], names: dict[str, str]) -> None:
        self.text, self.outer, self.inner, self.names = text, outer, inner, names

    def __call__(self, window: Window) -> Scored:
        size = len(window.ids)
        names, heads = (np.zeros((size, count), dtype=np.float32) for count in (len(spanning(NAMES)), 1 + len(HEADS)))
        for table in (names, heads):
            table[:, 0] = SURE
        for words, kind in self.names.items():
            for number, place in enumerate(self._places(window, words)):
                names[place, begins(NAMES.index(kind)) + (number > 0)] = 2 * SURE
        vectors = np.zeros((size, 4), dtype=np.float32)
        first = np.eye(size, dtype=np.float32)
        outer, inner = self._said(window, self.outer), self._said(window, self.inner)
        nothing = np.full((size, 2), -SURE, dtype=np.float32)
        return Scored(outer, inner, names, heads, nothing, first, vectors, vectors)

    def _said(self, window: Window, found: list[Told]) -> Said:
        size = len(window.ids)
        tags = np.zeros((size, len(spanning(ROLES))), dtype=np.float32)
        tags[:, 0] = SURE
        links = np.full((2, size, size), -SURE, dtype=np.float32)
        links[:, :, 0] = 0.0
        for parts in found:
            source, cue, content = (self._places(window, words) for words in parts)
            for role, places in enumerate((source, cue, content)):
                for place in places:
                    tags[place, begins(role) + (place != places[0])] = 2 * SURE
            if content and cue:
                links[0, content[0], cue[0]] = SURE
            if cue and source:
                links[1, cue[0], source[0]] = SURE
        return Said(tags, links[0], links[1])

    def _places(self, window: Window, words: str) -> list[int]:
        start = self.text.find(words) if words else -1
        end = start + len(words)
        return [place for place, span in enumerate(window.spans) if 0 <= start <= span[0] < span[1] <= end]


def read(
    monkeypatch: pytest.MonkeyPatch, text: str, *outer: Told, inner: tuple[Told, ...] = (), outlet: str | None = None
) -> Read:
    document = document_from_bytes(text.encode(), "a.txt", outlet=outlet)
    monkeypatch.setattr(scanning, "read_window", Invented(document.text, list(outer), list(inner), {}))
    blocks = document.blocks
    reader = ChainReader(document, quotations(document.text, blocks), shipped())
    return [
        (
            " … ".join(document.text[slice(*span)] for span in one.spans).rstrip("."),
            [None if link.source is None else link.source.text for link in one.chain],
        )
        for one in reader.read(blocks)
    ]


def test_what_nobody_says_is_the_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, "The ship sank near Orrin.") == [("The ship sank near Orrin", [])]


def test_an_attribution_of_the_encoder_is_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Velez said the ship sank near Orrin."
    assert read(monkeypatch, text, ("Ana Velez", "said", "the ship sank near Orrin")) == [
        ("the ship sank near Orrin", ["Ana Velez"])
    ]


def test_what_stands_inside_a_content_is_nested(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Velez said the crew believed the ship sank near Orrin."
    found = read(
        monkeypatch,
        text,
        ("Ana Velez", "said", "the crew believed the ship sank near Orrin"),
        inner=(("the crew", "believed", "the ship sank near Orrin"),),
    )
    assert found == [("the ship sank near Orrin", ["Ana Velez", "the crew"])]


def test_what_stands_inside_the_content_of_no_link_stands_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "I remember that the mayor said the ship sank near Orrin."
    found = read(
        monkeypatch,
        text,
        ("I", "remember", "that the mayor said the ship sank near Orrin"),
        inner=(("the mayor", "said", "the ship sank near Orrin"),),
    )
    assert ("the ship sank near Orrin", ["the mayor"]) in found


def test_a_sentence_that_only_tells_who_said_the_one_before_is_its_link(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ship sank near Orrin in June. So say two officials."
    assert read(monkeypatch, text) == [("The ship sank near Orrin in June", ["two officials"])]


def test_it_makes_no_second_statement_of_what_the_encoder_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ship sank near Orrin in June. So say two officials of the port."
    found = read(monkeypatch, text, ("two officials", "say", "of the port"))
    assert found == [("The ship sank near Orrin in June", ["two officials of the port"])]


@pytest.mark.parametrize(
    "text",
    [
        "So say two officials.",
        "The ship sank near Orrin in June.\n\nSo say two officials.",
    ],
)
def test_it_has_no_sentence_to_point_to_across_a_paragraphs_end(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(chain == [] for _, chain in read(monkeypatch, text))


def test_who_said_the_one_before_does_not_silence_whom_that_one_names(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ship sank near Orrin, the Courier said. So say two officials."
    found = read(monkeypatch, text, ("the Courier", "said", "The ship sank near Orrin"))
    (chain,) = [chain for words, chain in found if words == "The ship sank near Orrin"]
    assert "the Courier" in chain


@pytest.mark.parametrize(
    "text", ["The mayor left the ship. The ship came from Orrin.", "It was cold. Thus the ship sank."]
)
def test_a_sentence_of_its_own_points_to_none_before_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [chain for _, chain in read(monkeypatch, text)] == [[], []]


def test_an_aside_is_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, "By her account, the ship sank near Orrin.") == [("the ship sank near Orrin", ["her"])]
    assert read(monkeypatch, "The ship sank near Orrin, it is claimed.") == [("The ship sank near Orrin", [None])]


def test_an_aside_around_what_the_encoder_found_is_outside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "By her account, the mayor said the ship sank near Orrin."
    found = read(monkeypatch, text, ("the mayor", "said", "the ship sank near Orrin"))
    assert found == [("the ship sank near Orrin", ["her", "the mayor"])]


def test_a_report_around_what_the_encoder_found_is_outside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It was reported that the mayor said the ship sank near Orrin."
    found = read(monkeypatch, text, ("the mayor", "said", "the ship sank near Orrin"))
    assert found == [("the ship sank near Orrin", [None, "the mayor"])]


def test_who_speaks_in_a_headline_and_what_is_nested_there(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Police: crew said ship sank near Orrin\n\nThe port of Orrin was closed in June."
    found = read(monkeypatch, text, ("crew", "said", "ship sank near Orrin"))
    assert found[0] == ("ship sank near Orrin", ["Police", "crew"])


def test_the_infinitive_of_saying_is_mended_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The mayor declined to say whether the ship sank near Orrin."
    ((words, chain),) = read(monkeypatch, text, ("The mayor", "declined", "to say whether the ship sank near Orrin"))
    assert (words, chain) == ("whether the ship sank near Orrin", ["The mayor"])


def test_the_same_text_is_read_alike_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "By her account, the ship sank near Orrin. So say two officials.\n\nIt is claimed that the crew left."
    assert read(monkeypatch, text) == read(monkeypatch, text)


def test_the_names_of_a_document_are_found_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Velez left Orrin.\n\nThe Harbour Courier said so.\n\n(Photo: Kern/Lantern Agency)"
    document = document_from_bytes(text.encode(), "a.txt")
    names = {"Orrin": "place", "Ana Velez": "person", "Harbour Courier": "outlet", "Kern": "person"}
    monkeypatch.setattr(scanning, "read_window", Invented(document.text, [], [], names))
    found = [(document.text[slice(*one.span)], one.kind) for one in entities_of(document)]
    assert found == [("Ana Velez", "person"), ("Orrin", "place"), ("Harbour Courier", "outlet")]


def test_a_document_without_names_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_from_bytes(b"The ship sank.", "a.txt")
    monkeypatch.setattr(scanning, "read_window", Invented(document.text, [], [], {}))
    assert entities_of(document) == []
