"""Parties of several reports made one by name, and only where no other can be meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import pytest

from tests.quickness import grows_in_step
from wherefrom.comparing.outlets import Outlets
from wherefrom.comparing.parties import joined, joining, may_be_one
from wherefrom.intake import document_from_bytes
from wherefrom.model import (
    Appearance,
    Document,
    Findings,
    Link,
    Mention,
    Party,
    PartyKind,
    Reader,
    Source,
    Span,
    Words,
)

OUTLETS = Outlets.shipped()


@dataclass(frozen=True)
class Told:
    """A report: its text, who is named in it by which words, and who printed it."""

    text: str
    named: tuple[tuple[PartyKind, tuple[str, ...]], ...]
    outlet: str | None = None
    unnamed: frozenset[str] = frozenset()


def told(text: str, *parties: str, outlet: str | None = None) -> Told:
    """A report; each party is written "kind: words | other words", in brackets if it has no name."""
    held: list[tuple[PartyKind, tuple[str, ...]]] = []
    unnamed = set[str]()
    for party in parties:
        kind, _, words = party.strip("()").partition(": ")
        calls = tuple(words.split(" | "))
        if party.startswith("("):
            unnamed.add(calls[0])
        held.append((kind, calls))  # type: ignore[arg-type]
    return Told(text, tuple(held), outlet, frozenset(unnamed))


def read(*reports: Told) -> Findings:
    """The findings of these reports, published day after day; every party is the source of a statement."""
    documents = [
        document_from_bytes(report.text.encode(), f"{day}.txt", outlet=report.outlet, published=f"2024-05-{day:02}")
        for day, report in enumerate(reports, start=1)
    ]
    parties = [
        party for document, report in zip(documents, reports, strict=True) for party in _parties(document, report)
    ]
    return Findings(
        Reader("test", "1"),
        tuple(documents),
        appearances=tuple(_appearance(party, {each.id: each for each in documents}) for party in parties),
        parties=tuple(parties),
    )


def _parties(document: Document, report: Told) -> list[Party]:
    return [
        Party(
            f"p{number}-{document.id}",
            calls[0],
            kind,
            calls[0] not in report.unnamed,
            tuple(Mention(document.id, (_where(document.text, words),)) for words in calls),
        )
        for number, (kind, calls) in enumerate(report.named)
    ]


def _where(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _appearance(party: Party, documents: dict[str, Document]) -> Appearance:
    document = documents[party.mentions[0].document]
    whole = (Span(0, len(document.text)),)
    words = Words.of(document.text, party.mentions[0].spans)
    source = Source(words.text, words.spans, "person", party.named, parties=(party.id,))
    link = Link(source, None, "says", "stated", whole)
    return Appearance(f"a-{party.id}", document.id, whole, document.text, "paragraph", (link,), about=(party.id,))


def names(*reports: Told) -> list[str]:
    """The names of the parties that are one in several reports, or in one that named them twice."""
    found = joining(read(*reports), OUTLETS)
    return sorted(party.name for party in found.findings.parties if party.id in found.reasons)


def apart(*reports: Told) -> bool:
    return names(*reports) == []


# What joining does to findings.


def test_a_person_in_two_reports_is_one_party_with_all_mentions() -> None:
    findings = read(
        told("Ana Velez spoke. Ms Velez left.", "person: Ana Velez | Ms Velez"),
        told("It was Ana Maria Velez.", "person: Ana Maria Velez"),
        told("Ana Velez came, with Bo Orrin.", "person: Ana Velez", "person: Bo Orrin"),
    )
    first, second, third, other = findings.parties
    whole = joined(findings, OUTLETS)
    assert [party.id for party in whole.parties] == [first.id, second.id, other.id]
    assert whole.parties[0] == replace(first, mentions=(*first.mentions, *third.mentions))


def test_only_the_ids_of_parties_change_in_appearances() -> None:
    findings = read(
        told("Ana Velez spoke.", "person: Ana Velez"),
        told("Ana Velez left, said Bo Orrin.", "person: Ana Velez", "person: Bo Orrin"),
    )
    first, second, other = findings.appearances
    kept = findings.parties[0].id
    whole = joined(findings, OUTLETS)
    (link,) = second.chain
    assert link.source is not None
    renamed = replace(second, about=(kept,), chain=(replace(link, source=replace(link.source, parties=(kept,))),))
    assert whole.appearances == (first, renamed, other)
    assert whole == replace(findings, parties=whole.parties, appearances=whole.appearances)


def test_a_source_of_two_that_are_one_names_it_once() -> None:
    findings = read(
        told("Orrin Motors, or Orrin Motors Inc.", "organisation: Orrin Motors", "person: Orrin Motors Inc")
    )
    one, two = findings.parties
    both = replace(findings.appearances[0], about=(one.id, two.id))
    assert joined(replace(findings, appearances=(both,)), OUTLETS).appearances[0].about == (one.id,)


def test_every_join_has_a_reason() -> None:
    found = joining(
        read(
            told("Ana Velez spoke to Reuters.", "person: Ana Velez", "outlet: Reuters"),
            told("Velez told the Reuters news agency.", "person: Velez", "outlet: the Reuters news agency"),
        ),
        OUTLETS,
    )
    assert sorted(found.reasons.values()) == ["listed as one outlet", "surname, the only Velez"]
    assert set(found.ids.values()) == {party.id for party in found.findings.parties}


def test_findings_without_parties_stay_as_they_are() -> None:
    findings = read(told("It rained."))
    assert joined(findings, OUTLETS) == findings


# Who has no name.


def test_those_without_a_name_are_never_joined() -> None:
    report = told("Officials and a source said so.", "(group: Officials)", "(person: a source)")
    assert apart(report, replace(report, text="Officials and a source said so again."))


# Persons.


@pytest.mark.parametrize("short", ["Velez", "Ms Velez", "Minister Velez"])
def test_a_surname_is_the_only_person_of_that_name(short: str) -> None:
    words = short.rsplit(maxsplit=1)[-1]
    assert names(
        told("Ana Velez spoke.", "person: Ana Velez"),
        told(f"Then {short} left.", f"person: {words} | {short}"),
    ) == ["Ana Velez"]


def test_two_people_with_one_surname_stay_two() -> None:
    assert apart(
        told("Ana Velez spoke.", "person: Ana Velez"),
        told("Bo Velez spoke.", "person: Bo Velez"),
        told("Velez left.", "person: Velez"),
    )


def test_a_title_tells_which_of_two_is_meant() -> None:
    found = joined(
        read(
            told("Anna Velez spoke.", "person: Anna Velez"),
            told("Robert Velez spoke.", "person: Robert Velez"),
            told("Then Mr Velez left.", "person: Velez | Mr Velez"),
        ),
        OUTLETS,
    )
    assert [(party.name, len(party.mentions)) for party in found.parties] == [("Anna Velez", 1), ("Robert Velez", 3)]


def test_two_bare_surnames_tell_of_nobody_in_particular() -> None:
    assert apart(told("Velez left.", "person: Velez"), told("Velez stayed.", "person: Velez"))


def test_a_surname_that_its_own_text_keeps_from_the_full_name_stays_apart() -> None:
    assert apart(told("Ana Velez spoke. Velez left.", "person: Ana Velez", "person: Velez"))


def test_a_name_that_comes_first_joins_where_texts_use_it_alone() -> None:
    full = told("Mr Orrin Bo spoke. Orrin left.", "person: Orrin Bo | Mr Orrin Bo | Orrin")
    assert names(full, told("Orrin was seen.", "person: Orrin")) == ["Orrin Bo"]
    assert apart(told("Orrin Bo spoke.", "person: Orrin Bo"), told("Orrin was seen.", "person: Orrin"))


def test_a_given_name_goes_with_a_knight() -> None:
    assert names(
        told("Sir Bo Orrin spoke.", "person: Bo Orrin | Sir Bo Orrin"), told("Then Sir Bo left.", "person: Bo | Sir Bo")
    ) == ["Bo Orrin"]
    assert apart(told("Bo Orrin spoke.", "person: Bo Orrin"), told("Then Bo left.", "person: Bo"))


def test_a_trade_before_the_name_is_no_part_of_it() -> None:
    assert names(
        told("It was owner Sir Bo Orrin.", "person: owner Sir Bo Orrin"), told("Bo Orrin left.", "person: Bo Orrin")
    ) == ["Bo Orrin"]


def test_a_title_before_a_full_name_makes_no_body() -> None:
    found = joined(
        read(
            told("Ana Velez spoke.", "person: Ana Velez"),
            told("Tarn Harbour Chief Ana Velez left.", "organisation: Tarn Harbour Chief Ana Velez"),
            told("Minister of State Ana Velez slept.", "person: Minister of State Ana Velez"),
            told("The spokesman for Ana Velez ate.", "person: spokesman for Ana Velez"),
        ),
        OUTLETS,
    )
    assert [(party.name, len(party.mentions)) for party in found.parties] == [
        ("Ana Velez", 3),
        ("spokesman for Ana Velez", 1),
    ]


def test_forms_of_one_name_join_in_one_story() -> None:
    one = told("Robert K. Orrin and Ana Velez spoke.", "person: Robert K. Orrin", "person: Ana Velez")
    other = told("Bob Orrin and Ana Velez spoke.", "person: Bob Orrin", "person: Ana Velez")
    assert names(one, other) == ["Ana Velez", "Robert K. Orrin"]


def test_forms_of_one_name_stay_apart_where_nobody_else_is_named_in_common() -> None:
    assert apart(told("Robert Orrin spoke.", "person: Robert Orrin"), told("Bob Orrin spoke.", "person: Bob Orrin"))


@pytest.mark.parametrize(("one", "other"), [("Bo K. Orrin", "Bo L. Orrin"), ("Christine Orrin", "Christopher Orrin")])
def test_middle_names_and_genders_keep_persons_apart(one: str, other: str) -> None:
    first = told(f"{one} and Ana Velez spoke.", f"person: {one}", "person: Ana Velez")
    second = told(f"{other} and Ana Velez spoke.", f"person: {other}", "person: Ana Velez")
    assert names(first, second) == ["Ana Velez"]


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    assert apart(told("Brannock spoke.", "person: Brannock"), told("In Brannock it rained.", "place: Brannock"))


# Bodies.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. Department of Homeland Security", "Department of Homeland Security"),
        ("Ministry of State Security", "MSS"),
        ("Harbour Safety Agency", "HSA"),
        ("Orrin Motors Inc", "Orrin Motors"),
        ("Tarn & Co", "Tarn"),
        ("Super Orrin", "Superorrin"),
        ("National Harbour Centre", "National Harbor Center"),
        ("the Korvia Harbour Board", "Korvia Harbour Board"),
        ("the Chinese government", "China’s government"),
        ("British Ministry of Defence", "UK Defence Ministry"),
        ("Brannock police", "the Brannock police"),
        ("the Orrin administration", "the Orrin administration"),
    ],
)
def test_two_names_of_one_body(one: str, other: str) -> None:
    assert not apart(
        told(f"It was {one} that spoke.", f"organisation: {one}"),
        told(f"It was {other} that left.", f"organisation: {other}"),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Finance", "Finance Ministry"),
        ("Department of Justice", "US Justice Department"),
        ("Chinese Foreign Ministry", "Russian Foreign Ministry"),
        ("the Communist Party", "the Communist Party"),
        ("a US company", "a US company"),
        ("City", "City"),
        ("US", "UK"),
        ("Orrin Motors", "Orrin Bank"),
        ("Bank of Korvia", "Korvia University"),
        ("Chinese services", "Chinese services"),
        ("HSA", "Harbour Services Authority Board"),
    ],
)
def test_names_that_may_be_two_bodies(one: str, other: str) -> None:
    assert apart(
        told(f"It was {one} that spoke.", f"organisation: {one}"),
        told(f"It was {other} that left.", f"organisation: {other}"),
    )


def test_whose_a_body_is_may_stand_in_one_of_its_mentions() -> None:
    assert names(
        told(
            "The British Finance Ministry spoke. The Finance Ministry left.",
            "organisation: Finance Ministry | British Finance Ministry",
        ),
        told("The UK Ministry of Finance left.", "organisation: UK Ministry of Finance"),
    ) == ["UK Ministry of Finance"]


def test_initials_that_two_names_have_join_neither() -> None:
    assert apart(
        told("The Harbour Safety Agency spoke.", "organisation: Harbour Safety Agency"),
        told("The Hill Survey Association spoke.", "organisation: Hill Survey Association"),
        told("The HSA left.", "organisation: HSA"),
    )


def test_initials_are_what_their_own_text_spells_out() -> None:
    assert names(
        told("The Harbour Safety Agency spoke.", "organisation: Harbour Safety Agency"),
        told(
            "The Hill Survey Association (HSA) spoke. HSA left.",
            "organisation: Hill Survey Association",
            "organisation: HSA",
        ),
    ) == ["Hill Survey Association"]


def test_a_firm_cut_short_joins_in_one_story() -> None:
    full = told("Orrin Systems sued Bo Tarn.", "organisation: Orrin Systems", "person: Bo Tarn")
    short = told("Bo Tarn blamed Orrin.", "person: Bo Tarn", "person: Orrin")
    assert names(full, short) == ["Bo Tarn", "Orrin Systems"]
    assert apart(full, told("They blamed Orrin.", "person: Orrin"))


def test_a_firm_cut_short_that_two_may_be_joins_neither() -> None:
    assert names(
        told("Orrin Systems sued Bo Tarn.", "organisation: Orrin Systems", "person: Bo Tarn"),
        told("Orrin Holdings sued Bo Tarn.", "organisation: Orrin Holdings", "person: Bo Tarn"),
        told("Bo Tarn blamed Orrin.", "person: Bo Tarn", "organisation: Orrin"),
    ) == ["Bo Tarn"]


def test_a_body_read_as_a_person_or_place_in_one_text_is_the_body() -> None:
    found = joined(
        read(
            told("Orrin Harbour Trust spoke.", "organisation: Orrin Harbour Trust"),
            told("Orrin Harbour Trust left.", "person: Orrin Harbour Trust"),
            told("It was at Orrin Harbour Trust.", "place: Orrin Harbour Trust"),
        ),
        OUTLETS,
    )
    assert [(party.name, party.kind) for party in found.parties] == [("Orrin Harbour Trust", "organisation")]


def test_a_country_is_one_as_a_place_and_as_a_government() -> None:
    assert names(told("In Britain it rained.", "place: Britain"), told("The UK denied it.", "organisation: UK")) == [
        "Britain"
    ]


# Outlets.


def test_an_outlet_is_one_under_all_its_names() -> None:
    found = joined(
        read(
            told("Britain’s Daily Express said so.", "other: Britain’s Daily Express"),
            told("The Express said so.", "outlet: Express"),
            told("Express.co.uk said so.", "outlet: Express.co.uk"),
            told("They told the Times.", "outlet: Times"),
        ),
        OUTLETS,
    )
    assert [(party.kind, len(party.mentions)) for party in found.parties] == [("outlet", 3), ("outlet", 1)]


def test_a_man_with_an_outlets_name_is_no_outlet() -> None:
    assert apart(
        told("Mr Bloomberg spoke.", "person: Bloomberg | Mr Bloomberg"), told("Bloomberg said so.", "outlet: Bloomberg")
    )


def test_who_printed_a_text_is_the_outlet_that_others_name() -> None:
    found = joined(
        read(
            told("The Lantern has learned it.", "organisation: Lantern", outlet="The Lindmoor Lantern"),
            told("It was told the Lindmoor Lantern.", "person: Lindmoor Lantern", outlet="Harbour Wire"),
        ),
        OUTLETS,
    )
    assert [(party.name, party.kind) for party in found.parties] == [("Lindmoor Lantern", "outlet")]


def test_a_bare_common_word_is_the_outlet_only_in_its_own_text() -> None:
    assert apart(
        told("It was told the Lindmoor Post.", "outlet: Lindmoor Post"), told("It was told the Post.", "outlet: Post")
    )
    assert names(
        told("It was told the Lindmoor Post.", "outlet: Lindmoor Post"),
        told("It was told the Post.", "outlet: Post", outlet="Lindmoor Post"),
    ) == ["Lindmoor Post"]


def test_the_initials_of_who_printed_a_text() -> None:
    assert names(
        told("KNA was told.", "organisation: KNA", outlet="Korvian News Agency"),
        told("It was reported by KNA.", "outlet: KNA", outlet="Lantern"),
    ) == ["KNA"]


# Laws.


STORY = (
    told(
        "Anna Velez of the Harbour Safety Agency spoke to Reuters.",
        "person: Anna Velez",
        "organisation: Harbour Safety Agency",
        "outlet: Reuters",
    ),
    told("Velez and Bo Orrin of the HSA spoke.", "person: Velez", "person: Bo Orrin", "organisation: HSA"),
    told(
        "Bo K. Orrin sued Tarn Systems and the HSA.",
        "person: Bo K. Orrin",
        "organisation: Tarn Systems",
        "organisation: HSA",
    ),
    told("Tarn blamed Bo Orrin and officials.", "person: Tarn", "person: Bo Orrin", "(group: officials)"),
)


def grouped(findings: Findings) -> set[frozenset[Mention]]:
    return {frozenset(party.mentions) for party in findings.parties}


def test_the_order_of_documents_changes_nothing() -> None:
    findings = read(*STORY)
    whole = joined(findings, OUTLETS)
    assert len(whole.parties) == 6
    for order in permutations(range(len(STORY))):
        parties = sorted(findings.parties, key=lambda party: order[_day(findings, party)])
        other = replace(
            findings, documents=tuple(findings.documents[order.index(day)] for day in order), parties=tuple(parties)
        )
        assert grouped(joined(other, OUTLETS)) == grouped(whole)
        assert {party.name for party in joined(other, OUTLETS).parties} == {party.name for party in whole.parties}


def _day(findings: Findings, party: Party) -> int:
    return [document.id for document in findings.documents].index(party.mentions[0].document)


def test_what_is_joined_stays_joined() -> None:
    once = joined(read(*STORY), OUTLETS)
    assert joined(once, OUTLETS) == once


def test_no_mention_is_lost_or_made() -> None:
    findings = read(*STORY)
    before = [mention for party in findings.parties for mention in party.mentions]
    after = [mention for party in joined(findings, OUTLETS).parties for mention in party.mentions]
    assert sorted(after, key=repr) == sorted(before, key=repr)
    known = {party.id for party in joined(findings, OUTLETS).parties}
    assert known >= {party for one in joined(findings, OUTLETS).appearances for party in one.about}


def test_many_documents_take_little_longer_each() -> None:
    def prepared(count: int) -> Callable[[], object]:
        reports = [replace(STORY[number % 4], text=f"{STORY[number % 4].text} {number}") for number in range(count)]
        findings = _same_day(reports)
        return lambda: joined(findings, OUTLETS)

    assert grows_in_step(prepared, 500)


def _same_day(reports: Sequence[Told]) -> Findings:
    documents = [document_from_bytes(report.text.encode(), "a.txt") for report in reports]
    return Findings(
        Reader("test", "1"),
        tuple(documents),
        parties=tuple(party for each in zip(documents, reports, strict=True) for party in _parties(*each)),
    )


# What may still be one.


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Finance Ministry", "Ministry of Finance", "organisation"),
        ("Velez", "Ana Velez", "person"),
        ("Bob Orrin", "Robert Orrin", "person"),
        ("Lindmoor Post", "Post", "outlet"),
        ("US Foreign Ministry", "Foreign Ministry", "organisation"),
    ],
)
def test_what_stayed_two_may_be_one(one: str, other: str, kind: PartyKind) -> None:
    assert may_be_one(
        Party("p1", one, kind, named=True, mentions=()), Party("p2", other, kind, named=True, mentions=()), OUTLETS
    )


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Chinese Foreign Ministry", "Russian Foreign Ministry", "organisation"),
        ("Bo Velez", "Ana Velez", "person"),
        ("Reuters", "the Express", "outlet"),
        ("Orrin Motors", "Tarn Systems", "organisation"),
    ],
)
def test_what_cannot_be_one(one: str, other: str, kind: PartyKind) -> None:
    first, second = (Party(name, name, kind, named=True, mentions=()) for name in (one, other))
    assert not may_be_one(first, second, OUTLETS)
    assert may_be_one(replace(first, named=False), second, OUTLETS)
