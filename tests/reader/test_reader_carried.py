"""Passages that go on retelling a source: links carried on from earlier words."""

from dataclasses import replace

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


Voice = tuple[str, SourceKind, bool]
"""Words for a source, its kind, and whether they name it."""

OFFICIALS: Voice = ("officials", "group", False)
VELEZ: Voice = ("Ana Velez", "person", True)
COURIER: Voice = ("the Harbour Courier", "outlet", True)
MEMO: Voice = ("the memo", "document", True)


def goes_on(voice: Voice, *others: str, between: str = " ", act: Act = "says") -> list[bool]:
    """Whether each of these sentences, after "The ship sank, X said.", is given that chain."""
    words, kind, named = voice
    text = f"The ship sank, {words} said.{between}{' '.join(others)}"
    return [bool(chain) for chain in carried(text, link(document(text), words, kind, named=named, act=act), *others)]


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
    assert going_on.unsure == frozenset()


@pytest.mark.parametrize("voice", [OFFICIALS, VELEZ, COURIER])
def test_a_sentence_in_the_present_that_does_not_point_back_is_the_writers(voice: Voice) -> None:
    assert goes_on(voice, "Orrin is a port in Korvia.") == [False]
    assert goes_on(voice, "The port of Orrin has a long history.") == [False]


def test_nothing_is_carried_where_nothing_was_retold() -> None:
    words = "It had left Orrin."
    assert carried(TOLD + words, None, words) == [()]


@pytest.mark.parametrize("voice", [OFFICIALS, VELEZ, COURIER])
def test_nothing_is_carried_past_a_sentence_of_the_writers(voice: Voice) -> None:
    assert goes_on(voice, "Orrin is a port in Korvia.", "It is old.", "The mayor had left.") == [False] * 3


@pytest.mark.parametrize("act", ["believes", "denies", "doubts", "intends", "asks"])
def test_what_a_source_thinks_wants_or_denies_is_not_gone_on_with(act: Act) -> None:
    words = "It had left Orrin."
    assert carried(TOLD + words, link(document(TOLD), act=act), words) == [()]


def test_a_named_persons_words_are_not_gone_on_with_by_pointing_back() -> None:
    assert goes_on(VELEZ, "It is a ship of the Orrin line.") == [False]
    assert goes_on(VELEZ, "It left the port of Orrin late that night, alone and unseen.") == [False]


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


PAST_PERFECT = [
    "Orrin had been closed for a week.",
    "The mayor of Orrin had also left, long before anybody in the port was asked about it.",
    "Nobody had seen the captain again.",
    "The crew hadn’t left.",
    "The crew hadn't yet been told.",
    "Without the storm the crew would have lived.",
]


@pytest.mark.parametrize("voice", [OFFICIALS, VELEZ, COURIER, MEMO])
@pytest.mark.parametrize("words", PAST_PERFECT)
def test_the_past_perfect_after_somebodys_words_is_theirs(voice: Voice, words: str) -> None:
    assert goes_on(voice, words) == [True]


@pytest.mark.parametrize("voice", [OFFICIALS, COURIER, MEMO])
def test_the_past_after_a_voice_that_only_speaks_here_is_its(voice: Voice) -> None:
    assert goes_on(voice, "The mayor left the port of Orrin late that night, alone and unseen.") == [True]


def test_after_a_named_persons_words_only_a_short_sentence_in_the_past_is_theirs() -> None:
    assert goes_on(VELEZ, "There was a receipt.") == [True]
    assert goes_on(VELEZ, "The mayor left the port of Orrin late that night, alone and unseen.") == [False]
    assert goes_on(VELEZ, "There is a receipt.") == [False]


def test_short_sentences_do_not_follow_each_other_on_a_named_persons_word() -> None:
    assert goes_on(VELEZ, "There was a receipt.", "There was a stamp.") == [True, False]


def test_a_document_goes_on_in_the_present_too() -> None:
    assert goes_on(MEMO, "Orrin is a port in Korvia.") == [True]


@pytest.mark.parametrize("voice", [OFFICIALS, VELEZ, COURIER, MEMO])
@pytest.mark.parametrize(
    "words",
    [
        "There is no evidence that the crew had left.",
        "It is unclear whether the crew had left.",
        "None of this had been verified.",
        "The claim had been debunked.",
        "We had left Orrin by then.",
        "I had never seen the ship.",
        "Had the mayor left Orrin?",
        "Where had our ship gone?",
    ],
)
def test_where_the_writer_judges_asks_or_speaks_of_himself_nobody_is_retold(voice: Voice, words: str) -> None:
    assert goes_on(voice, words) == [False]


@pytest.mark.parametrize("voice", [OFFICIALS, VELEZ, COURIER, MEMO])
def test_a_tense_carries_nothing_over_into_the_next_paragraph(voice: Voice) -> None:
    assert goes_on(voice, "The mayor had left.", between="\n\n") == [False]


@pytest.mark.parametrize("act", ["believes", "denies", "doubts", "intends", "asks"])
def test_what_a_source_thinks_wants_or_denies_is_not_gone_on_with_in_the_past_perfect(act: Act) -> None:
    assert goes_on(OFFICIALS, "The mayor had left.", act=act) == [False]


@pytest.mark.parametrize("words", ["The mayor is said to have fled.", "The mayor was described as a spy."])
def test_a_passive_that_passes_on_is_the_word_of_whoever_was_retold(words: str) -> None:
    assert goes_on(COURIER, words) == [True]
    assert goes_on(COURIER, "Orrin is a port.", words) == [False, True]
    assert goes_on(COURIER, "Orrin is a port.", words, between="\n\n") == [False, True]
    assert goes_on(OFFICIALS, "Orrin is a port.", words) == [False, False]
    assert goes_on(VELEZ, words) == [False]


def test_such_a_passive_does_not_reach_back_over_many_sentences() -> None:
    others = ["Orrin is a port.", "Orrin is old.", "Orrin is big.", "Orrin is cold."]
    assert goes_on(COURIER, *others, "The mayor is said to have fled.") == [False] * 5


def test_such_a_passive_with_nothing_retold_before_it_is_the_writers() -> None:
    text = "The ship sank. The mayor is said to have fled."
    assert carried(text, None, "The mayor is said to have fled.") == [()]


def test_what_has_a_chain_of_its_own_keeps_it() -> None:
    one = document("The ship sank, officials said. The mayor had left, the memo said.")
    chains = (link(one, "officials", "group"), link(one))
    given = [statement(one, "The ship sank", chains[0]), statement(one, "The mayor had left", chains[1])]
    assert carry(one, given) == given


def test_the_whole_chain_is_carried_with_its_parties() -> None:
    one = document("The ship sank, officials said. The mayor had left.")
    outer, inner = link(one, "officials", "group"), link(one, "officials", "group")
    assert inner.source is not None
    inner = replace(inner, source=replace(inner.source, parties=("p1",)))
    _, found = carry(one, [statement(one, "The ship sank", outer, inner), statement(one, "The mayor had left.")])
    assert [each.source for each in found.chain] == [outer.source, inner.source]
    assert {each.basis for each in found.chain} == {"carried"}


@pytest.mark.parametrize(
    "words", ["First, the crew leaves the port.", "Finally, the port closes.", "Secondly, it is old."]
)
def test_a_sentence_that_counts_on_goes_on_with_the_retelling(words: str) -> None:
    assert goes_on(VELEZ, words) == [True]
    assert goes_on(VELEZ, words, between="\n\n") == [False]


def test_what_was_not_said_is_not_gone_on_with() -> None:
    text, words = "The ship sank, Ana Velez said. ", "The mayor had left."
    not_said = replace(link(document(text + words), VELEZ[0], VELEZ[1], named=True), polarity="negative")
    assert carried(text + words, not_said, words) == [()]


def described(one: Document) -> Link:
    cue = one.text.index("was described as")
    return Link(None, Words.of(one.text, (Span(cue, cue + 16),)), "says", "stated", (Span(0, 1),))


def test_what_is_described_as_something_is_so_by_whoever_is_retold() -> None:
    one = document("The ship sank, the Harbour Courier said. Orrin is a port. The mayor was described as a spy.")
    first = link(one, COURIER[0], COURIER[1], named=True)
    given = [
        statement(one, "The ship sank", first),
        statement(one, "Orrin is a port."),
        statement(one, "a spy", described(one)),
    ]
    assert [[each.source for each in found.chain] for found in carry(one, given)] == [
        [first.source],
        [],
        [first.source],
    ]


def test_what_an_opening_describes_is_so_by_whoever_is_retold_soon_after() -> None:
    one = document("The mayor was described as a spy. The ship sank, the Harbour Courier said.")
    first = link(one, COURIER[0], COURIER[1], named=True)
    given = [statement(one, "a spy", described(one)), statement(one, "The ship sank", first)]
    opening, retold = carry(one, given)
    assert [each.source for each in opening.chain] == [first.source]
    assert retold == given[1]


@pytest.mark.parametrize("voice", [OFFICIALS, VELEZ])
def test_what_is_described_is_nobodys_where_no_outlet_or_document_is_retold(
    voice: Voice,
) -> None:
    one = document(f"The ship sank, {voice[0]} said. Orrin is a port. The mayor was described as a spy.")
    given = [
        statement(one, "The ship sank", link(one, voice[0], voice[1], named=voice[2])),
        statement(one, "Orrin is a port."),
        statement(one, "a spy", described(one)),
    ]
    assert carry(one, given)[2] == given[2]
