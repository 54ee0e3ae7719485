"""However long a text, telling who is meant takes a moment: no white space, list or crowd sends it astray."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

from tests.quickness import GROWN, grows_in_step
from tests.reader.meant import appearance_at
from wherefrom.intake import document_from_bytes
from wherefrom.model import Appearance, Block, Document, Link, Source, Span, Words
from wherefrom.reader.mentions import Mention
from wherefrom.reader.parties import who_is_meant
from wherefrom.reader.parties.gathering import gathered
from wherefrom.reader.parties.knowing import reasons
from wherefrom.reader.parties.scene import Scene
from wherefrom.reader.parties.voices import Voices
from wherefrom.reader.sources import describe, is_outlet
from wherefrom.reader.statements import clauses

LONG = 20_000
"""Characters of a line, more than any sentence has."""

SECONDS = 1.5
"""Of the processor's time."""

MANY = 1_000
"""Sentences with a source and a pronoun each."""


def whole(text: str) -> Document:
    """A text of one paragraph, whatever white space it has."""
    document = document_from_bytes(b"x", "a.txt")
    return replace(document, text=text, blocks=(Block("paragraph", 0, len(text)),))


@pytest.mark.parametrize("words", [" ", "who ", "is ", "and ", ", and ", "not authorized to ", "“", "ab-"])
def test_reasons_are_looked_for_in_a_moment(words: str) -> None:
    text = "He spoke on condition of anonymity" + (words * (LONG // len(words))) + "x."
    begun = process_time()
    scene = Scene(whole(text), ())
    noted = gathered(scene, [Mention(Span(0, 2), Span(0, 2), "person", None, pronoun=True)])
    list(reasons(noted, scene, Voices(scene, noted)))
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize("words", [" ", "; ", ", ", "and ", ", and the ", "but "])
def test_a_sentence_is_cut_in_a_moment(words: str) -> None:
    text = "It sank" + (words * (LONG // len(words))) + "x."
    begun = process_time()
    clauses(text, (Span(0, len(text)),))
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize("words", ["Aaa, ", "ab-", "ab.", "Aaa-", " "])
def test_a_source_is_described_in_a_moment(words: str) -> None:
    text = words * (LONG // len(words))
    begun = process_time()
    is_outlet(text)
    describe(text)
    assert process_time() - begun < SECONDS


def test_an_outlet_after_many_commas_is_found() -> None:
    assert is_outlet("Aaa, " * 4_000 + "Reuters")
    assert not is_outlet("Aaa, " * 4_000 + "Bbb")


def test_mentions_with_much_white_space_between_them_are_joined_in_a_moment() -> None:
    gap = " " * LONG
    text = f"Velez{gap}x Orrin{gap}x who said the two firms sank."
    places = [(0, 5), (text.index("Orrin"), 5), (text.index("who"), 3), (text.index("the two"), 13)]
    mentions = [
        Mention(
            Span(start, start + size),
            Span(start, start + size),
            "organisation",
            Span(start, start + size) if size == 5 else None,
            pronoun=size == 3,
        )
        for start, size in places
    ]
    document = whole(text)
    source = Span(places[3][0], places[3][0] + 13)
    begun = process_time()
    who_is_meant(document, [told(document, source, Span(source.end + 1, source.end + 5))], mentions)
    assert process_time() - begun < SECONDS


def told(document: Document, source: Span, content: Span) -> Appearance:
    text = document.text
    named = Source(text[slice(*source)], (source,), "person", named=False)
    cue = Words.of(text, (Span(source.end, source.end + 1),))
    return appearance_at(document, content, Link(named, cue, "says", "stated", (content,)))


def test_many_mentions_of_one_party_cost_as_much_each_as_few() -> None:
    def prepared(count: int) -> Callable[[], object]:
        line = "It sank, the mayor said and he left. "
        document = whole(f"Velez ate. {line * count}")
        mentions = [Mention(Span(0, 5), Span(0, 5), "person", Span(0, 5), pronoun=False)]
        found = []
        for number in range(count):
            start = 11 + number * len(line)
            mayor, he = Span(start + 9, start + 18), Span(start + 28, start + 30)
            mentions.append(Mention(mayor, Span(mayor.start + 4, mayor.end), "person", None, pronoun=False))
            mentions.append(Mention(he, he, "person", None, pronoun=True))
            found.append(told(document, mayor, Span(start, start + 7)))
        return lambda: who_is_meant(document, found, mentions)

    assert grows_in_step(prepared, MANY // GROWN)


@pytest.mark.parametrize("phrase", ["some of them", "the three", "the 41-year-old", "the statement", "the president"])
def test_many_sources_that_take_somebody_up_are_told_in_a_moment(phrase: str) -> None:
    line = f"It sank, {phrase} said in a statement. "
    count = 400
    document = whole(f"Velez, 41, ate with three engineers. {line * count}")
    mentions = [
        Mention(Span(0, 5), Span(0, 5), "person", Span(0, 5), pronoun=False),
        Mention(Span(20, 35), Span(26, 35), "person", None, pronoun=False),
    ]
    found = []
    for number in range(count):
        start = 37 + number * len(line)
        source = Span(start + 9, start + 9 + len(phrase))
        paper = Span(source.end + 9, source.end + 20)
        head = Span(source.end - len(phrase.rsplit(maxsplit=1)[-1]), source.end)
        mentions.append(Mention(source, head, "person", None, pronoun=False))
        mentions.append(Mention(paper, Span(paper.start + 2, paper.end), "document", None, pronoun=False))
        found.append(told(document, source, Span(start, start + 7)))
    begun = process_time()
    who_is_meant(document, found, mentions)
    assert process_time() - begun < SECONDS
