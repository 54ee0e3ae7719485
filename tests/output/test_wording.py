from dataclasses import replace

import pytest

from wherefrom.judging import YARDSTICKS
from wherefrom.model import Appearance, Certainty, Findings, Hedge, Span
from wherefrom.output.wording import (
    Setting,
    basis_words,
    chain_words,
    firmness,
    in_order,
    one_line,
    origin_of,
    source_notes,
    title_of,
    visible,
    where,
)


@pytest.fixture(scope="module")
def setting(findings: Findings) -> Setting:
    return Setting.of(findings.documents[0], findings)


@pytest.fixture(scope="module")
def claims(findings: Findings) -> tuple[Appearance, ...]:
    return in_order(findings.appearances, findings.documents[0])


def phrases(setting: Setting, claim: Appearance) -> list[str]:
    return [phrase.text for phrase in firmness(setting, claim)]


def test_a_chain_reads_from_the_outermost_to_the_origin(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    assert chain_words(setting, claims[0].chain) == "the Lindholm Mirror (was told) ← harbour officials · not named"
    assert chain_words(setting, claims[1].chain) == "the outlet’s own word"
    assert chain_words(setting, claims[7].chain) == "“It was reported that”, no source named"
    assert chain_words(setting, claims[11].chain) == "a port ledger seen by the Courier (carried)"


def test_a_pronoun_is_given_its_name(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    assert chain_words(setting, claims[5].chain) == "He [Marek Dolle]"


def test_what_an_outer_link_does_is_told_with_the_chain(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    outer = replace(claims[6].chain[0], act="denies")
    assert chain_words(setting, (outer, claims[6].chain[1])).startswith("The Mirror (denied) ← ")
    assert "denied (The Mirror)" in phrases(setting, replace(claims[6], chain=(outer, claims[6].chain[1])))


def test_firmness_names_what_holds_back_and_whose_it_is(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    assert phrases(setting, claims[0]) == ["hedged: “allegedly” (the writer)", "possible"]
    assert phrases(setting, claims[5]) == ["denied"]
    assert phrases(setting, claims[6]) == ["believed", "held at first, no longer", "an evaluation"]
    hedged = replace(claims[0].certainty, hedges=(replace(claims[0].certainty.hedges[0], owner=1),))
    assert phrases(setting, replace(claims[0], certainty=hedged))[0] == "hedged: “allegedly” (harbour officials)"


@pytest.mark.parametrize(
    ("text", "given", "told"),
    [
        ("The crane was likely sold.", None, "hedged: “likely” (the writer)"),
        ("The crane was likely sold.", "phia", "hedged: “likely”, 55–75 % in the PHIA yardstick (the writer)"),
        ("By ICD 203 the crane was likely sold.", "phia", "hedged: “likely”, 55–80 % in ICD 203 (the writer)"),
        ("The crane may have been sold.", "phia", "hedged: “may” (the writer)"),
        ("Was the crane sold?", "phia", "asked, not stated: “?” (the writer)"),
    ],
)
def test_an_estimative_word_has_its_range_beside_it_where_a_yardstick_is_named(
    findings: Findings, text: str, given: str | None, told: str
) -> None:
    words = next(word for word in ("likely", "may", "?") if word in text)
    span = Span(text.index(words), text.index(words) + len(words))
    document = replace(findings.documents[0], text=text)
    claim = replace(
        in_order(findings.appearances, findings.documents[0])[1],
        certainty=Certainty("probable", (Hedge(words, (span,), None),)),
        quantities=(),
        times=(),
        validity=None,
    )
    setting = Setting.of(document, findings, None if given is None else YARDSTICKS[given])
    assert phrases(setting, claim)[0] == told


def test_what_nothing_holds_back_is_stated(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    assert phrases(setting, claims[1]) == ["stated"]
    assert phrases(setting, claims[4]) == ["stated", "in quotation marks"]
    assert phrases(setting, claims[7]) == ["stated", "in the negative"]


def test_a_condition_is_quoted(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    assert "on condition: “If the deposit is not returned by June”" in phrases(setting, claims[9])


def test_a_link_that_is_negated_is_told(setting: Setting, claims: tuple[Appearance, ...]) -> None:
    silent = replace(claims[4].chain[0], polarity="negative")
    assert phrases(setting, replace(claims[4], chain=(silent,)))[0] == "not said"


def test_carried_links_tell_where_their_source_was_named(claims: tuple[Appearance, ...]) -> None:
    link = claims[11].chain[0]
    assert basis_words(link, claims[11].spans[0].start) == "carried on from earlier words"
    assert basis_words(link, 0) == "carried on from later words"


def test_what_the_text_tells_of_a_source_is_kept(claims: tuple[Appearance, ...]) -> None:
    assert source_notes(claims[6].chain[1]) == (
        "exactly 3",
        "knows it from a document",
        "why not named: the inquiry is not public",
    )


def test_a_claim_rests_on_the_last_of_its_chain(claims: tuple[Appearance, ...]) -> None:
    assert [origin_of(claims[place]) for place in (0, 1, 4, 7)] == ["unnamed", "own", "named", "unnamed"]


def test_places_are_paragraphs_or_kinds_of_blocks(findings: Findings, claims: tuple[Appearance, ...]) -> None:
    document = findings.documents[0]
    assert [where(document, claims[place]) for place in (0, 10, 13)] == ["¶ 1", "¶ 6", "caption"]
    assert where(replace(document, blocks=()), claims[1]) == "line 7"


def test_a_document_without_a_title_is_called_by_its_headline_or_its_file(findings: Findings) -> None:
    untitled = replace(findings.documents[1], title=None)
    assert title_of(untitled) == "Crane sold twice, says Mirror"
    assert title_of(replace(untitled, blocks=untitled.blocks[1:])) == "gazette.txt"


def test_claims_in_captions_stand_at_the_end(findings: Findings) -> None:
    caption, *others = reversed(findings.appearances[:14])
    assert in_order((caption, *others), findings.documents[0])[-1] == caption


def test_what_could_steer_a_screen_is_shown_one_character_for_one() -> None:
    odd = "a\x1b[31mb\x00\u202ec\x9b\u2066\udc80\x7f"
    assert visible(odd) == "a␛[31mb␀\ufffdc\ufffd\ufffd\ufffd␡"
    assert len(visible(odd)) == len(odd)
    assert visible("naïve ‘ok’\n\tשלום") == "naïve ‘ok’\n\tשלום"
    assert one_line(" a\r\n b\u2028c ") == "a b c"
