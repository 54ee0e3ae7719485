"""Passages that go on retelling a source: links carried on from earlier words."""

import pytest

from wherefrom.intake import document_from_bytes
from wherefrom.model import Act, Document, Link, Source, SourceKind, Span, Words
from wherefrom.reader.carried import carry
from wherefrom.reader.chains import Statement


def document(text: str) -> Document:
    return document_from_bytes(text.encode(), "a.txt")


def link(
    one: Document, words: str = "the memo", kind: SourceKind = "document", *, named: bool = False, act: Act = "says"
) -> Link:
    start = one.text.index(words)
    spans = (Span(start, start + len(words)),)
    cue = one.text.index("said")
    source = Source(words, spans, kind, named)
    return Link(source, Words.of(one.text, (Span(cue, cue + 4),)), act, "stated", (Span(0, 10),), once=False)


def statement(one: Document, words: str, *chain: Link) -> Statement:
    start = one.text.index(words)
    span = Span(start, start + len(words))
    block = one.block_of(span)
    assert block is not None
    return Statement(spans=(span,), chain=chain, around=(), block=block, unsure=frozenset())


def carried(text: str, first: Link | None, *others: str, opening: str = "The ship sank") -> list[tuple[Link, ...]]:
    """The chains of a first statement with this link and of other statements after it."""
    one = document(text)
    chain = () if first is None else (first,)
    found = carry(one, [statement(one, opening, *chain), *(statement(one, words) for words in others)])
    return [each.chain for each in found[1:]]


TOLD = "The ship sank, the memo said. "


@pytest.mark.parametrize(
    "words", ["It had left Orrin.", "Later the port closed.", "Its crew left.", "The document is old."]
)
def test_a_sentence_that_points_back_goes_on_with_the_retelling(words: str) -> None:
    first = link(document(TOLD))
    ((kept,),) = carried(TOLD + words, first, words)
    assert kept.source == first.source


def test_a_carried_link_has_no_cue_and_points_to_the_words_that_named_the_source() -> None:
    one = document(TOLD + "It had left Orrin.")
    first = link(one)
    opening, going_on = carry(one, [statement(one, "The ship sank", first), statement(one, "It had left Orrin.")])
    (kept,) = going_on.chain
    assert opening.chain == (first,)
    assert (kept.basis, kept.cue, kept.to, kept.once) == ("carried", None, None, False)
    assert kept.source == first.source
    assert kept.content == going_on.spans
    assert "chain" in going_on.unsure
    assert "chain" not in opening.unsure


def test_a_sentence_that_does_not_point_back_is_the_writers() -> None:
    words = "Orrin is a port in Korvia."
    assert carried(TOLD + words, link(document(TOLD)), words) == [()]


def test_nothing_is_carried_where_nothing_was_retold() -> None:
    words = "It had left Orrin."
    assert carried(TOLD + words, None, words) == [()]


def test_nothing_is_carried_past_a_sentence_of_the_writers() -> None:
    middle, last = "Orrin is a port in Korvia.", "It is old."
    assert carried(f"{TOLD}{middle} {last}", link(document(TOLD)), middle, last) == [(), ()]


@pytest.mark.parametrize("act", ["believes", "denies", "doubts", "intends", "asks"])
def test_what_a_source_thinks_wants_or_denies_is_not_gone_on_with(act: Act) -> None:
    words = "It had left Orrin."
    assert carried(TOLD + words, link(document(TOLD), act=act), words) == [()]


def test_a_named_persons_words_are_not_gone_on_with() -> None:
    text, words = "The ship sank, Ana Velez said. ", "It had left Orrin."
    assert carried(text + words, link(document(text), "Ana Velez", "person", named=True), words) == [()]


def test_an_unnamed_source_is_gone_on_with() -> None:
    text, words = "The ship sank, officials said. ", "It had left Orrin."
    ((kept,),) = carried(text + words, link(document(text), "officials", "group"), words)
    assert kept.basis == "carried"


def test_a_quotation_is_not_gone_on_with() -> None:
    text, words = "“The ship sank,” the memo said. ", "It had left Orrin."
    assert carried(text + words, link(document(text)), words, opening="“The ship sank,”") == [()]


def test_a_retelling_is_carried_a_few_sentences_and_no_farther() -> None:
    others = [f"It had {number} masts." for number in range(1, 9)]
    chains = carried(TOLD + " ".join(others), link(document(TOLD)), *others)
    assert chains[0]
    assert not chains[-1]
    held = [bool(chain) for chain in chains]
    assert held == sorted(held, reverse=True)


def test_only_a_personal_pronoun_carries_over_into_the_next_paragraph() -> None:
    text, words = "The ship sank, officials said.\n\n", "They had left Orrin."
    assert carried(text + words, link(document(text), "officials", "group"), words)[0]
    words = "The port had closed."
    assert carried(text + words, link(document(text), "officials", "group"), words) == [()]


def test_statements_and_their_order_stay_as_they_are() -> None:
    one = document(TOLD + "It had left Orrin. Orrin is old.")
    given = [
        statement(one, "The ship sank", link(one)),
        statement(one, "It had left Orrin."),
        statement(one, "Orrin is old."),
    ]
    found = carry(one, given)
    assert [each.spans for each in found] == [each.spans for each in given]
    assert carry(one, []) == []
