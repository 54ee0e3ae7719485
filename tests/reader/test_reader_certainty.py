"""Polarity, condition, nature, degree and window of a statement, by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Degree, Link, Nature, Span, Time, Validity, Words
from wherefrom.model.chain import Act
from wherefrom.reader.certainty import condition_in, degree_of, nature_of, polarity_of, validity_in


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


def link(act: Act, cue: str = "said") -> Link:
    return Link(None, Words(cue, (Span(0, len(cue)),)), act, "stated", (Span(0, 1),))


# --- polarity


@pytest.mark.parametrize(
    "text",
    [
        "The ship did not sink.",
        "The ship didn’t sink.",
        "The ship never left.",
        "Nobody was hurt.",
        "No evidence was found.",
        "The mayor no longer lives there.",
        "The bank failed to pay.",
        "The mayor refused to resign.",
        "If it rains, the ship will not sail.",
        "Neither ship sank.",
    ],
)
def test_a_negated_main_clause_makes_it_negative(text: str) -> None:
    assert polarity_of(text) == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "The ship sank.",
        "The ship, which did not carry coal, sank.",
        "The mayor left because she was not paid.",
        "Not only the ship sank.",
        "There is no doubt that the ship sank.",
        "It was not uncommon to see ships there.",
        "The ship sank, didn’t it.",
        "If it does not rain, the ship will sail.",
        "The crew could not help but laugh.",
        "Nevertheless the ship sank.",
    ],
)
def test_what_is_negated_beside_it_or_twice_leaves_it_positive(text: str) -> None:
    assert polarity_of(text) == "positive"


# --- conditions


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If the reports were true, the mayor would resign.", "If the reports were true"),
        ("The mayor would resign if the reports were true.", "if the reports were true"),
        ("The mayor will resign unless the bank pays.", "unless the bank pays"),
        ("Should he ask for asylum, he could be useful.", "Should he ask for asylum"),
        ("Nobody would matter as much, should he ask for asylum.", "should he ask for asylum"),
        ("The deal stands provided that the bank pays.", "provided that the bank pays"),
        ("In the event of a strike, buses will run.", "In the event of a strike"),
        ("The ship sails as long as the wind holds.", "as long as the wind holds"),
    ],
)
def test_a_condition_runs_from_its_conjunction_to_the_end_of_its_clause(text: str, condition: str) -> None:
    found = condition_in(text, whole(text))
    assert found is not None
    assert found.text == condition


@pytest.mark.parametrize(
    "text",
    [
        "She asked if the ship had sunk.",
        "It is not clear if the ship sank.",
        "It felt as if a lorry had hit the house.",
        "Even if it rains, the ship sails.",
        "Few, if any, were hurt.",
        "The mayor should resign.",
        "What if the ship sinks?",
    ],
)
def test_a_question_that_is_passed_on_a_comparison_and_a_concession_are_none(text: str) -> None:
    assert condition_in(text, whole(text)) is None


# --- nature


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("The ship sank on Monday.", "fact"),
        ("The ship will sink.", "forecast"),
        ("The court is expected to rule in June.", "forecast"),
        ("The mayor plans to resign.", "intention"),
        ("We will search for as long as it takes.", "intention"),
        ("Drivers must pay the toll.", "rule"),
        ("Ships are not allowed to enter the bay.", "rule"),
        ("The plan is a terrible mistake.", "evaluation"),
        ("The mayor was very brave.", "evaluation"),
        ("a ship in the bay", None),
        ("In the most serious cases a fine is paid.", "fact"),
        ("Both left because they must not speak.", "fact"),
        ("The ship, which will be sold, sank.", "fact"),
        ("The mayor said nothing before the ship will sail.", "fact"),
    ],
)
def test_the_verb_phrase_tells_what_kind_of_statement_it_is(text: str, nature: Nature | None) -> None:
    assert nature_of(text, ()) == nature


def test_what_somebody_intends_is_an_intention_and_would_in_speech_a_forecast() -> None:
    assert nature_of("to resign", (link("intends", "vowed"),)) == "intention"
    assert nature_of("the ship would sail", (link("says"),)) == "forecast"
    assert nature_of("the ship would sail", ()) == "fact"
    assert nature_of("to pay the toll", (link("asks", "ordered"),)) == "rule"


# --- degrees of links


@pytest.mark.parametrize(
    ("cue", "degree"),
    [
        ("said", "unspecified"),
        ("suspects", "possible"),
        ("first feared", "possible"),
        ("believed", "probable"),
        ("was convinced", "certain"),
        ("confirmed", "certain"),
        ("did not confirm", "unspecified"),
        ("could not rule out", "possible"),
        ("insisted", "certain"),
        ("according to", "unspecified"),
    ],
)
def test_a_cue_tells_how_firmly_its_source_stands_behind_it(cue: str, degree: Degree) -> None:
    assert degree_of(cue) == degree


# --- windows


def window(text: str, words: str, value: str | None, owner: int | None = None) -> Validity | None:
    start = text.index(words)
    span = Span(start, start + len(words))
    return validity_in(text, whole(text), owner, [Time(words, (span,), value, None)])


def test_a_window_ends_where_the_source_says_and_is_owned_like_a_hedge() -> None:
    found = window("The permit is valid until June 2027.", "until June 2027", "../2027-06", 1)
    assert found == Validity("valid until June 2027", (Span(14, 35),), "2027-06", None, 1)


def test_a_window_may_have_a_length_alone() -> None:
    found = window("The information stays useful for up to two years.", "two years", "P2Y")
    assert found is not None
    assert (found.text, found.until, found.duration, found.owner) == ("useful for up to two years", None, "P2Y", None)


@pytest.mark.parametrize("text", ["The truce lapses on 5 June.", "As of 5 June, ten people were missing."])
def test_expiry_and_as_of_are_windows(text: str) -> None:
    found = window(text, "5 June", "2026-06-05")
    assert found is not None
    assert found.until == "2026-06-05"


def test_until_further_notice_has_no_end_that_could_be_told() -> None:
    text = "Deliveries are cut until further notice."
    found = validity_in(text, whole(text), None, [])
    assert found == Validity("until further notice", (Span(19, 39),), None, None, None)


@pytest.mark.parametrize("text", ["The bridge is closed until June 2027.", "The ship sank in June 2027."])
def test_how_long_a_thing_went_on_is_no_window(text: str) -> None:
    assert window(text, "June 2027", None) is None


PARTS = st.lists(
    st.sampled_from(
        [
            "if ",
            "unless ",
            "the ",
            "not ",
            "valid until ",
            "expires on ",
            "June",
            ", ",
            ". ",
            "would ",
            "?",
            "must ",
            "“",
            "is great ",
        ]
    )
    | st.text(max_size=3),
    max_size=20,
).map("".join)


@given(PARTS)
def test_whatever_the_words_something_is_told_and_it_is_the_slice_that_it_points_to(text: str) -> None:
    assert polarity_of(text) in {"positive", "negative"}
    assert nature_of(text, ()) in {"fact", "evaluation", "forecast", "rule", "intention", None}
    assert degree_of(text) in {"certain", "probable", "possible", "unspecified"}
    times = [
        Time("June", (Span(at, at + 4),), "2026-06", None) for at in range(len(text)) if text.startswith("June", at)
    ]
    for found in (condition_in(text, whole(text)), validity_in(text, whole(text), 0, times)):
        if found is not None:
            ((start, end),) = found.spans
            assert found.text == text[start:end] != ""
