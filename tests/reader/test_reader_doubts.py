"""How sure a chain is, from what is known of how it was found."""

import pytest

from wherefrom.intake import document_from_bytes
from wherefrom.model import Basis, Block, BlockKind, Document, Link, Source, SourceKind, Span
from wherefrom.reader import doubts
from wherefrom.reader.chains import Statement
from wherefrom.reader.doubts import LEAST_SURE, chance, evidence, marked


def document(text: str = "The ship sank near Orrin in June. It was old, he said.") -> Document:
    return document_from_bytes(text.encode(), "a.txt")


def link(words: str = "officials", basis: Basis = "stated", kind: SourceKind = "group", *, named: bool = False) -> Link:
    return Link(Source(words, (Span(0, len(words)),), kind, named), None, "says", basis, (Span(0, 1),))


NOBODY = Link(None, None, "says", "stated", (Span(0, 1),))


def statement(
    *chain: Link, start: int = 0, end: int = 33, sure: float = 1.0, kind: BlockKind = "paragraph"
) -> Statement:
    return Statement((Span(start, end),), chain, (), Block(kind, 0, 54), sure)


def known(*chain: Link, before: Statement | None = None, sure: float = 1.0) -> set[str]:
    """What is true of a chain, by name."""
    found = evidence(document(), statement(*chain, sure=sure), before)
    return {
        name
        for name, value in found.items()
        if value and name not in {"any", "link", "single", "speaks", "named", "person"}
    }


def test_a_chain_that_the_words_state_has_nothing_against_it() -> None:
    assert known(link()) == set()


@pytest.mark.parametrize(
    ("chain", "name"),
    [
        ((link(basis="carried"),), "carried"),
        ((link("the Herald", "relayed", "outlet"), link()), "relayed"),
        ((link(), link()), "nested"),
        ((link(), link(), link()), "three"),
        ((NOBODY,), "nobody"),
        ((link("he", named=True),), "pronoun"),
        ((link("he"),), "pronoun, unnamed"),
        ((link("the captain", named=True),), "description"),
        ((link("the captain"),), "description, unnamed"),
        ((link("a memo", kind="document"),), "document"),
        ((link("the Herald", kind="outlet"),), "outlet"),
    ],
)
def test_what_makes_a_chain_doubtful_is_told(chain: tuple[Link, ...], name: str) -> None:
    assert name in known(*chain)
    assert name not in known(link())


@pytest.mark.parametrize("words", ["officials", "Ana Velez", "guards"])
def test_words_that_point_back_to_nobody_are_no_description(words: str) -> None:
    assert not {"pronoun", "description"} & known(link(words))


def test_an_empty_chain_is_told_by_what_stands_before_it() -> None:
    assert known(before=None) == {"own", "own, first"}
    assert known(before=statement(link())) == {"own", "own after a voice"}
    assert known(before=statement()) == {"own"}
    elsewhere = Statement((Span(0, 33),), (link(),), (), Block("heading", 0, 33))
    assert known(before=elsewhere) == {"own"}


def test_the_surer_the_encoder_the_more_speaks_for_its_link() -> None:
    given = [evidence(document(), statement(link(), sure=sure), None)["link"] for sure in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert given == sorted(given)
    assert given[2] == pytest.approx(0.0)
    assert all(abs(each) < 20 for each in given)


def test_the_chance_grows_with_the_evidence_and_stays_a_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "WEIGHTS", {"link": 1.0, "carried": -2.0})
    assert chance({}) == pytest.approx(0.5)
    assert chance({"link": 2.0, "carried": 1.0, "of no weight": 99.0}) == pytest.approx(0.5)
    assert 0 < chance({"link": -30.0}) < chance({"link": 1.0}) < chance({"link": 30.0}) <= 1


def test_a_doubtful_chain_is_marked_and_a_sure_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "WEIGHTS", {"any": 4.0, "carried": -4.0})
    given = [statement(link()), statement(link(basis="carried"))]
    assert [one.unsure for one in marked(document(), given)] == [frozenset(), {"chain"}]
    assert chance({"any": 1.0}) > LEAST_SURE


def test_other_doubts_and_the_statements_themselves_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "WEIGHTS", {"any": 4.0})
    one = Statement((Span(0, 33),), (link(),), (), Block("paragraph", 0, 54), 1.0, frozenset({"party", "chain"}))
    (found,) = marked(document(), [one])
    assert found.unsure == {"party"}
    assert (found.spans, found.chain, found.block) == (one.spans, one.chain, one.block)
    assert marked(document(), []) == []
