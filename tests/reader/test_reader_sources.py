"""What the words of a source tell: its kind, whether it is named, and how many it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Number, SourceKind
from wherefrom.reader.sources import describe, is_named, is_outlet, is_pronoun, kind_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ana Velez", "person"),
        ("Dr. Ana Velez", "person"),
        ("the mayor of Orrin", "person"),
        ("a spokeswoman for the ministry", "person"),
        ("a person familiar with the matter", "person"),
        ("an official of the Harbour Ministry", "person"),
        ("the Courier's editor", "person"),
        ("a reporter for the Harbour Courier", "person"),
        ("an Associated Press reporter", "person"),
        ("the guardian", "person"),
        ("she", "person"),
        ("who", "person"),
        ("the ministry", "organisation"),
        ("the Ministry of Ports", "organisation"),
        ("Korvia's coast guard", "organisation"),
        ("NATO", "organisation"),
        ("Orrin Motors Inc", "organisation"),
        ("the mayor’s office", "organisation"),
        ("Moscow", "organisation"),
        ("the Harbour Courier", "outlet"),
        ("the UK daily, Express", "outlet"),
        ("Reuters", "outlet"),
        ("the newspaper", "outlet"),
        ("The Guardian", "outlet"),
        ("Sky News", "outlet"),
        ("the website harbourcourier.com", "outlet"),
        ("the Harbour Courier, citing officials", "outlet"),
        ("a leaked memo", "document"),
        ("the 2018 report", "document"),
        ("a post on the forum", "document"),
        ("a statement by the ministry", "document"),
        ("reports", "document"),
        ("officials", "group"),
        ("US officials", "group"),
        ("Two former officials", "group"),
        ("people close to Velez", "group"),
        ("police", "group"),
        ("local media", "group"),
        ("Ana Velez and Bo Orrin", "group"),
        ("they", "group"),
        ("“Officials,”", "group"),
    ],
)
def test_the_kind_is_that_of_the_noun_that_heads_the_words(words: str, kind: SourceKind) -> None:
    assert kind_of(words.strip("“”,")) == kind
    assert describe(words).kind == kind


@pytest.mark.parametrize("words", ["Mr. Post", "Dr. Star", "President Fox", "Judge Mirror"])
def test_an_outlets_last_word_after_a_title_is_a_surname(words: str) -> None:
    assert not is_outlet(words)
    assert describe(words).kind == "person"
    assert describe(words).named


@pytest.mark.parametrize(
    "words",
    [
        "Ana Velez",
        "Velez’s",
        "Mayor Ana Velez",
        "the mayor, Ana Velez,",
        "a spokesman, Bo Orrin",
        "Velez, the mayor of Orrin",
        "Prime Minister Velez",
        "the Ministry of Ports",
        "the Justice Department",
        "the White House",
        "Korvia's coast guard",
        "the Velez administration",
        "Beijing",
        "the FBI",
        "The Kremlin",
        "the Harbour Courier",
        "the UK daily, Express",
        "Reuters",
        "Orrin Motors",
        "Ana Velez and Bo Orrin",
        "a spokesman for Orrin Motors",
        "an Orrin Motors spokeswoman",
        "a spokesperson for the Justice Department",
        "a League spokesman",
        "accounts filed by Orrin Motors",
        "a letter from the Rural Union",
    ],
)
def test_these_words_name_somebody(words: str) -> None:
    assert is_named(words)


@pytest.mark.parametrize("words", ["NATO", "Nato", "FBI", "CIA", "the Express newspaper", "harbourcourier.com"])
def test_a_name_is_one_without_an_article_and_with_a_common_noun_too(words: str) -> None:
    assert describe(words).named


@pytest.mark.parametrize(
    "words",
    [
        "officials",
        "Officials",
        "Sources",
        "Two officials",
        "US officials",
        "American officials",
        "Korvian officials",
        "a source",
        "a source at Orrin Motors",
        "A senior source close to Ana Velez",
        "an unnamed official at NATO",
        "an anonymous Orrin Motors engineer",
        "people familiar with the matter",
        "a US company",
        "the ministry",
        "the president",
        "President",
        "the newspaper",
        "local media",
        "reports",
        "a leaked memo",
        "he",
        "They",
        "police",
        "Police",
        "Republicans",
        "the engineer's lawyer",
        "a spokesman for the company",
        "a US spokesman",
        "A police spokesman",
        "a memo seen by the Harbour Courier",
        "a spokesman for American officials",
        "No one",
        "“officials”",
        "",
    ],
)
def test_these_words_name_nobody(words: str) -> None:
    assert not describe(words).named


@pytest.mark.parametrize(
    "words", ["Rescuers", "Firefighters", "Detectives", "Organisers", "Another", "Neither", "Each"]
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_name(words: str) -> None:
    assert not describe(words).named


@pytest.mark.parametrize(
    "noun", ["Company", "Committee", "Ministry", "Newspaper", "Minister", "Mayor", "Officials", "Report", "Spokesman"]
)
def test_a_capital_on_the_article_changes_nothing(noun: str) -> None:
    assert describe(f"The {noun}") == describe(f"the {noun}")
    assert describe(f"The {noun.lower()}") == describe(f"the {noun.lower()}")
    assert not describe(f"The {noun.lower()}").named


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three people", Number(3, exact=True)),
        ("Two former officials", Number(2, exact=True)),
        ("two sources with knowledge of the plan", Number(2, exact=True)),
        ("at least three people", Number(3, exact=False)),
        ("34 engineers", Number(34, exact=True)),
        ("a source", Number(1, exact=True)),
        ("another official", Number(1, exact=True)),
        ("One official", Number(1, exact=True)),
        ("a 34-year-old engineer", Number(1, exact=True)),
        ("Five of the seven officials", Number(5, exact=True)),
        ("officials", None),
        ("several officials", None),
        ("the official", None),
        ("Ana Velez", None),
        ("the 2018 report", None),
        ("a report", None),
        ("the ministry", None),
        ("0 officials", None),
    ],
)
def test_a_number_is_given_where_the_words_tell_it(words: str, number: Number | None) -> None:
    assert describe(words).number == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three of the passengers", Number(3, exact=True)),
        ("two of the engineers", Number(2, exact=True)),
        ("one of the officials", Number(1, exact=True)),
        ("the two officials", Number(2, exact=True)),
        ("all three officials", Number(3, exact=True)),
    ],
)
def test_a_number_before_a_part_or_after_an_article_counts_as_well(words: str, number: Number) -> None:
    assert describe(words).number == number


@pytest.mark.parametrize(
    "words",
    [
        "1,200 residents",
        "three-quarters of voters",
        "a couple of engineers",
        "a number of officials",
        "a handful of officials",
        "a majority of voters",
        "a lot of people",
        "nearly 20 officials",
        "up to five officials",
        "up to 30 officials",
    ],
)
def test_no_number_is_claimed_that_the_words_do_not_tell(words: str) -> None:
    """One exact person out of "a couple of engineers", or twenty at least out of "nearly 20", would be invented."""
    number = describe(words).number
    told = {"1,200 residents": 1200, "a couple of engineers": 2}.get(words)
    assert number is None or number.at_least == told


def test_more_than_one_source_is_no_single_person() -> None:
    for words in ("1,200 residents", "a couple of engineers", "a number of officials", "a handful of officials"):
        assert describe(words).kind == "group"


@pytest.mark.parametrize(
    ("words", "points"), [("he", True), ("She", True), ("it", True), ("“They”", True), ("who", True)]
)
def test_pronouns_only_point(words: str, points: bool) -> None:  # noqa: FBT001
    assert is_pronoun(words) == points
    assert not is_pronoun("Ana Velez")
    assert not is_pronoun("the paper")


@given(st.text(max_size=60))
def test_any_words_can_be_described(words: str) -> None:
    described = describe(words)
    assert described.number is None or described.number.at_least > 0
    assert describe(words) == described


@given(st.text(st.sampled_from("abc TheOf of's’,.-—“” 3"), max_size=40))
def test_quotation_marks_around_a_source_change_nothing(words: str) -> None:
    assert describe(f"“{words}”") == describe(words)


@pytest.mark.parametrize("digits", [30, 5_000, 50_000])
def test_a_number_of_any_length_is_read(digits: int) -> None:
    describe("1" * digits + " officials")
    describe("12," + ",".join(["345"] * (digits // 3)) + " officials")


def test_a_list_as_long_as_a_window_is_read() -> None:
    assert describe("the man, " + "Ana Velez, " * 160).kind in {"person", "group"}
