"""Sources that another one introduced: when the text comes back to them, their words still came through it."""

from dataclasses import replace

import pytest

from wherefrom.intake import document_from_bytes
from wherefrom.model import Document, Link, Source, SourceKind, Span, Words
from wherefrom.reader.certainty import Speech
from wherefrom.reader.chains import Statement
from wherefrom.reader.introduced import through_others

FIRST, SECOND, THIRD = "The ship sank.", "The port closed.", "The crew left."


def document(*words: str) -> Document:
    return document_from_bytes("".join(words).encode(), "a.txt")


def link(words: str, *parties: str, named: bool = False, kind: SourceKind = "group") -> Link:
    cue = Words("said", (Span(0, 4),))
    source = Source(words, (Span(0, len(words)),), kind, named, parties=parties)
    return Link(source, cue, "says", "stated", (Span(0, 1),), to=cue, once=True)


HERALD = link("the Herald", "herald", named=True, kind="outlet")
OFFICIALS = link("two officials", "officials")
THEY = link("They", "officials")
VELEZ = link("Ana Velez", "velez", named=True, kind="person")
SHE = link("She", "velez", named=True, kind="person")


def statement(one: Document, words: str, *chain: Link) -> Statement:
    start = one.text.index(words)
    span = Span(start, start + len(words))
    block = one.block_of(span)
    assert block is not None
    around = (Speech((span,), len(chain) - 1 if chain else None), Speech((span,), None))
    return Statement((span,), chain, around, block)


def sources(found: list[Statement]) -> list[list[tuple[str | None, str]]]:
    return [[(None if one.source is None else one.source.text, one.basis) for one in each.chain] for each in found]


def second(between: str, first: tuple[Link, ...], *chain: Link) -> list[str | None]:
    """Who is in the chain of a second statement, so far from a first one with that chain."""
    one = document(FIRST, between, SECOND)
    found = list(through_others(one, [statement(one, FIRST, *first), statement(one, SECOND, *chain)]))
    assert found[0] == statement(one, FIRST, *first)
    return [None if each.source is None else each.source.text for each in found[1].chain]


def test_sources_without_a_name_go_on_speaking_through_the_outlet_that_told_of_them() -> None:
    assert second(" ", (HERALD, OFFICIALS), THEY) == ["the Herald", "They"]
    assert second("\n\n", (HERALD, OFFICIALS), THEY) == ["the Herald", "They"]


def test_an_inherited_link_is_carried_and_governs_what_the_one_after_it_governs() -> None:
    one = document(FIRST, " ", SECOND)
    _, found = through_others(one, [statement(one, FIRST, HERALD, OFFICIALS), statement(one, SECOND, THEY)])
    outer, inner = found.chain
    assert (outer.basis, outer.cue, outer.to, outer.once) == ("carried", None, None, False)
    assert outer.source == HERALD.source
    assert outer.content == inner.content
    assert inner == THEY


def test_words_around_a_statement_stay_with_whoever_spoke_them() -> None:
    one = document(FIRST, " ", SECOND)
    _, found = through_others(one, [statement(one, FIRST, HERALD, OFFICIALS), statement(one, SECOND, THEY)])
    assert [speech.speaker for speech in found.around] == [1, None]


def test_all_outer_links_are_inherited() -> None:
    agency = link("an agency", "agency", kind="outlet")
    assert second(" ", (HERALD, agency, OFFICIALS), THEY) == ["the Herald", "an agency", "They"]


def test_what_the_outlet_itself_goes_on_to_say_has_nothing_before_it() -> None:
    assert second(" ", (HERALD, OFFICIALS), HERALD) == ["the Herald"]


def test_an_empty_chain_and_one_without_a_source_stay_as_they_are() -> None:
    nobody = Link(None, None, "says", "stated", (Span(0, 1),))
    assert second(" ", (HERALD, OFFICIALS)) == []
    assert second(" ", (HERALD, OFFICIALS), nobody) == [None]


def test_others_without_a_name_do_not_speak_through_it() -> None:
    assert second(" ", (HERALD, OFFICIALS), link("three guards", "guards")) == ["three guards"]


def test_a_named_person_speaks_through_the_outlet_only_as_a_pronoun_nearby() -> None:
    assert second(" ", (HERALD, VELEZ), SHE) == ["the Herald", "She"]
    assert second(" ", (HERALD, VELEZ), VELEZ) == ["Ana Velez"]
    assert second("\n\nIt rained.\n\nIt froze.\n\n", (HERALD, VELEZ), SHE) == ["She"]


def test_those_without_a_name_are_not_followed_over_pages() -> None:
    assert second("\n\n" + "It rained.\n\n" * 9, (HERALD, OFFICIALS), THEY) == ["They"]


def test_a_pronoun_for_several_parties_inherits_nothing() -> None:
    assert second(" ", (HERALD, VELEZ), link("They", "velez", "holt", named=True)) == ["They"]


@pytest.mark.parametrize(
    "words", ["the officials", "The two officials", "both sources", "the same people", "its informants"]
)
def test_the_officials_are_those_just_introduced_where_no_party_was_told(words: str) -> None:
    assert second(" ", (HERALD, link("two officials")), link(words)) == ["the Herald", words]


@pytest.mark.parametrize("words", ["the officials in Orrin", "other guards", "two engineers", "residents"])
def test_a_fuller_description_is_of_somebody_else(words: str) -> None:
    assert second(" ", (HERALD, link("two officials")), link(words)) == [words]


def test_the_officials_after_somebody_elses_words_are_not_those_of_before() -> None:
    one = document(FIRST, " ", SECOND, " ", THIRD)
    found = through_others(
        one,
        [
            statement(one, FIRST, HERALD, link("two officials")),
            statement(one, SECOND, VELEZ),
            statement(one, THIRD, link("the officials")),
        ],
    )
    assert [one for one, _ in sources(list(found))[2]] == ["the officials"]


def test_sources_that_nobody_introduced_have_nobody_before_them() -> None:
    assert second(" ", (OFFICIALS,), THEY) == ["They"]


def test_nothing_comes_back_from_nothing() -> None:
    assert list(through_others(document(FIRST), [])) == []


def test_spans_and_order_stay_as_they_are() -> None:
    one = document(FIRST, " ", SECOND, " ", THIRD)
    given = [
        statement(one, FIRST, HERALD, OFFICIALS),
        statement(one, SECOND, THEY),
        statement(one, THIRD, VELEZ),
    ]
    assert [each.spans for each in through_others(one, given)] == [each.spans for each in given]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n", "\n\n\n"])
def test_how_paragraphs_are_set_apart_changes_no_chain(between: str) -> None:
    assert second(between, (HERALD, VELEZ), SHE) == ["the Herald", "She"]
    assert second(between, (HERALD, link("two officials")), link("the officials")) == ["the Herald", "the officials"]


def test_two_who_tell_of_each_other_make_no_chain_without_end() -> None:
    guards, sailors = link("guards", "guards"), link("sailors", "sailors")
    words = [f"Ship {number} sank. " for number in range(20)]
    one = document(*words)
    given = [
        statement(one, each.strip(), *((guards, sailors) if number % 2 else (sailors, guards)))
        for number, each in enumerate(words)
    ]
    assert max(len(each.chain) for each in through_others(one, given)) <= 3


def test_the_statements_come_back_as_a_list() -> None:
    assert isinstance(through_others(document(FIRST), []), list)


CREDITED = "The ship sank, the Herald reports."


def taken_over(*chains: tuple[Link, ...], publisher: str | None = None, own: str = "") -> list[list[str | None]]:
    """Who stands in the chains of the paragraphs of an article whose first one ends in "the Herald reports"."""
    words = [f"Ship {number} left the port." for number in range(len(chains))]
    raw = "\n\n".join([CREDITED, *([own] if own else []), *words])
    one = document_from_bytes(raw.encode(), "a.txt", outlet=publisher)
    place = one.text.index("reports")
    herald = replace(HERALD, cue=Words("reports", (Span(place, place + 7),)), content=(Span(0, 13),))
    first = replace(statement(one, CREDITED[:13], herald), spans=(Span(0, 13),))
    given = [first, *(statement(one, each, *chain) for each, chain in zip(words, chains, strict=True))]
    found = list(through_others(one, given))
    assert found[0] == first
    return [[None if link.source is None else link.source.text for link in each.chain] for each in found[1:]]


def test_in_an_article_that_is_taken_over_everybody_speaks_through_the_other_outlet() -> None:
    assert taken_over((VELEZ,), (OFFICIALS,)) == [["the Herald", "Ana Velez"], ["the Herald", "two officials"]]


def test_what_nobody_says_there_and_what_outlets_say_is_left_as_it_is() -> None:
    courier = link("the Courier", "courier", named=True, kind="outlet")
    nobody = Link(None, None, "says", "stated", (Span(0, 1),))
    assert taken_over((), (nobody,), (courier,), (HERALD,)) == [[], [None], ["the Courier"], ["the Herald"]]


def test_where_the_outlet_that_prints_it_names_itself_it_speaks_again() -> None:
    found = taken_over((VELEZ,), publisher="Daily Lantern", own="Daily Lantern take: it is old news.")
    assert found == [["Ana Velez"]]
    assert taken_over((VELEZ,), publisher="Daily Lantern") == [["the Herald", "Ana Velez"]]


def test_in_a_digest_of_several_outlets_nobody_speaks_through_the_first_any_more() -> None:
    courier = link("the Courier", "courier", named=True, kind="outlet")
    assert taken_over((VELEZ,), (courier,), (OFFICIALS,)) == [
        ["the Herald", "Ana Velez"],
        ["the Courier"],
        ["two officials"],
    ]


def test_an_outlet_that_reports_in_the_middle_takes_nothing_over() -> None:
    one = document(FIRST, "\n\n", SECOND)
    assert [
        len(each.chain) for each in through_others(one, [statement(one, FIRST, HERALD), statement(one, SECOND, VELEZ)])
    ] == [1, 1]
