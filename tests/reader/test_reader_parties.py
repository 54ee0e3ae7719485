"""Who is meant: which mentions are one party, and what every source is told to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.meant import appearance, document, last, marked, named, party, read, told, words
from wherefrom.model import Number
from wherefrom.reader.mentions import Mention
from wherefrom.reader.parties import who_is_meant

# Names.


def test_a_surname_is_the_person_named_in_full_before_or_after() -> None:
    one, meant = read(
        "{p=Velez} left. {p=Ana Velez} is old. The ship sank, {p=Ms. Velez} said.", ("Ms. Velez", "The ship sank")
    )
    assert named(meant) == "Ana Velez"
    assert words(one, party(meant, "Ana Velez")) == ["Velez", "Ana Velez", "Ms. Velez"]


def test_two_people_of_one_surname_are_told_apart_by_title_and_given_name() -> None:
    marks = "{p=Ana Velez} met {p=Tom Velez}. {p=Tom Velez} ate. The ship sank, {p=Ms. Velez} said."
    _, meant = read(marks, ("Ms. Velez", "The ship sank"))
    assert named(meant) == "Ana Velez"
    _, meant = read("{p=Ana Velez} met {p=Ida Orrin}. The ship sank, {p=Ida} said.", ("Ida", "The ship sank"))
    assert named(meant) == "Ida Orrin"


def test_titles_and_offices_are_no_part_of_a_name() -> None:
    for words_of in ("Mr. Bo Orrin", "Secretary of State Bo Orrin", "Sen. Bo Orrin", "former Prime Minister Bo Orrin"):
        _, meant = read(f"The ship sank, {{p={words_of}}} said.", (words_of, "The ship sank"))
        assert named(meant) == "Bo Orrin"


def test_initials_are_the_body_that_they_were_introduced_for() -> None:
    marks = "{o=Harbour Safety Agency} ({o=HSA}) came. The ship sank, {o=the HSA} said."
    _, meant = read(marks, ("the HSA", "The ship sank"))
    assert named(meant) == "Harbour Safety Agency"


def test_the_last_word_of_an_outlets_name_is_enough() -> None:
    marks = "{n=The Lantern Express} came out. The ship sank, {n=the Express} said."
    _, meant = read(marks, ("the Express", "The ship sank"))
    assert named(meant) == "Lantern Express"


def test_different_names_are_different_parties() -> None:
    marks = "{o=Orrin Motors} met {o=Lantern Motors}. The ship sank, {o=Orrin Motors} said."
    one, meant = read(marks, ("Orrin Motors", "The ship sank"))
    assert words(one, party(meant, "Orrin Motors")) == ["Orrin Motors", "Orrin Motors"]


def test_what_a_name_owns_is_not_the_name() -> None:
    text = "{l=Korvia} is far. {x=Korvia's flag} fell. {l=Korvia} said the ship sank."
    one, meant = read(text, ("Korvia", "the ship sank"))
    assert words(one, meant.parties[0]) == ["Korvia", "Korvia"]


# Side by side.


def test_an_apposition_names_a_description_and_describes_a_name() -> None:
    for marks, source in (
        ("{p a spokesman for {o=Orrin Motors}}, {p=Bo Lantern}, said the ship sank.", "a spokesman for Orrin Motors"),
        ("{n the UK daily}, {n=Express}, said the ship sank.", "the UK daily, Express"),
        ("{p=Bo Lantern}, {p a spokesman for {o=Orrin Motors}}, said the ship sank.", "Bo Lantern"),
    ):
        _, meant = read(marks, (source, "the ship sank"))
        assert named(meant) in {"Bo Lantern", "Express"}
        assert last(meant).named


def test_a_comma_after_an_opening_phrase_makes_no_apposition() -> None:
    _, meant = read("In {l=Korvia}, {o the agency} said the ship sank.", ("the agency", "the ship sank"))
    assert not last(meant).named
    _, meant = read("Like {p=Ana Velez}, {p the mayor} said the ship sank.", ("the mayor", "the ship sank"))
    assert not last(meant).named


def test_who_somebody_is_may_be_taken_up_later() -> None:
    marks = "{p=Bo Orrin} is {p a technician}. {p=Ana Velez} left. The ship sank, {p the technician} said."
    _, meant = read(marks, ("the technician", "The ship sank"))
    assert named(meant) == "Bo Orrin"


def test_who_is_the_person_right_before() -> None:
    marks = "{p=Ana Velez}, {p who} said the ship sank, left {o=Orrin Motors}."
    _, meant = read(marks, ("who", "the ship sank"))
    assert named(meant) == "Ana Velez"
    assert last(meant).kind == "person"


# Pronouns.


def test_a_pronoun_is_the_one_who_spoke_before() -> None:
    marks = "{p=Ana Velez} said the port closed. The ship sank, {p she} said."
    _, meant = read(marks, ("Ana Velez", "the port closed"), ("she", "The ship sank"))
    assert named(meant) == "Ana Velez"
    assert last(meant).named


@pytest.mark.parametrize(("pronoun", "name"), [("he", "Bo Orrin"), ("she", "Ana Velez")])
def test_a_pronoun_agrees_in_gender(pronoun: str, name: str) -> None:
    marks = f"{{p=Ana Velez}} met {{p=Mr. Bo Orrin}}. The ship sank, {{p {pronoun}}} said."
    _, meant = read(marks, (pronoun, "The ship sank"))
    assert named(meant) == name


def test_a_gender_once_told_by_a_pronoun_counts_from_then_on() -> None:
    marks = "{p=Xu} left {p her} ship. {p=Lo} came. The ship sank, {p she} said."
    one, meant = read(marks, ("she", "The ship sank"))
    assert words(one, party(meant, "Xu")) == ["Xu", "her", "she"]


def test_they_are_several_or_a_body_and_it_is_no_person() -> None:
    marks = "{g Two officials} met {p=Ana Velez}. The ship sank, {g they} said."
    _, meant = read(marks, ("they", "The ship sank"))
    assert named(meant) == "Two officials"
    assert last(meant).number == Number(2, exact=True)
    marks = "{o=Orrin Motors} wrote to {p=Ana Velez}. The ship sank, {o it} said."
    _, meant = read(marks, ("it", "The ship sank"))
    assert named(meant) == "Orrin Motors"


def test_i_in_a_quotation_is_whoever_is_quoted_and_never_he() -> None:
    marks = "“{p I} saw the ship; {p he} left,” said {p=Bo Orrin}. {p=Bo Orrin} ate."
    text, mentions = marked(marks)
    one = document(text)
    found = told(one, "Bo Orrin", "“I saw the ship; he left,”")
    meant = who_is_meant(one, [found], mentions)
    assert words(one, party(meant, "Bo Orrin")) == ["I", "Bo Orrin", "Bo Orrin"]


def test_we_in_ones_own_words_is_the_speaker_without_being_one_mention() -> None:
    marks = "“{g We} believe the ship sank,” said {p=Ana Velez}."
    text, mentions = marked(marks)
    one = document(text)
    outer = told(one, "Ana Velez", "“We believe the ship sank,”").chain[0]
    inner = told(one, "We", "the ship sank", "believe").chain[0]
    meant = who_is_meant(one, [appearance(one, "the ship sank", outer, inner)], mentions)
    links = [link.source for link in meant.appearances[0].chain]
    assert links[0] is not None
    assert links[1] is not None
    assert links[0].parties == links[1].parties
    assert links[1].kind == "person"
    assert words(one, meant.parties[0]) == ["Ana Velez"]


def test_the_writers_we_is_the_publisher() -> None:
    _, meant = read("{g We} said the ship sank.", ("We", "the ship sank"), outlet="The Lantern Courier")
    assert named(meant) == "The Lantern Courier"
    assert (last(meant).kind, last(meant).named) == ("outlet", True)


def test_a_pronoun_without_anybody_to_mean_is_a_party_of_its_own_and_unsure() -> None:
    _, meant = read("The ship sank, {p she} said.", ("she", "The ship sank"))
    assert "party" in meant.appearances[0].unsure
    assert not last(meant).named
    assert len(last(meant).parties) == 1


def test_an_it_that_stands_for_nothing_is_nobody() -> None:
    one, meant = read(
        "{o=Orrin Motors} closed. {o it} is clear that it rained. The ship sank, {p=Ana Velez} said.",
        ("Ana Velez", "The ship sank"),
        ("Orrin Motors", "it rained"),
    )
    assert words(one, party(meant, "Orrin Motors")) == ["Orrin Motors"]


# Descriptions.


def test_a_definite_description_is_whoever_was_described_so() -> None:
    marks = "{p A senior official} left {l=Korvia}. {p=Ana Velez} came. The ship sank, {p the official} said."
    one, meant = read(marks, ("the official", "The ship sank"))
    assert named(meant) == "A senior official"
    assert words(one, meant.parties[0]) == ["A senior official", "the official"]


def test_a_second_indefinite_description_is_somebody_new() -> None:
    marks = "{p An official} said the port closed.\n\n{p An official} said the ship sank."
    one, meant = read(marks, ("An official", "the port closed"), ("An official", "the ship sank"))
    assert [words(one, each) for each in meant.parties] == [["An official"], ["An official"]]
    assert len({each.id for each in meant.parties}) == 2


def test_the_paper_is_the_outlet_cited_before() -> None:
    marks = "{n=The Lantern Express} said the port closed. The ship sank, {n the paper} said."
    _, meant = read(marks, ("The Lantern Express", "the port closed"), ("the paper", "The ship sank"))
    assert named(meant) == "Lantern Express"
    assert last(meant).kind == "outlet"


def test_the_senator_is_whoever_has_that_title() -> None:
    marks = "{p=Sen. Ana Velez} met {p=Gov. Ida Orrin}. The ship sank, {p the senator} said."
    _, meant = read(marks, ("the senator", "The ship sank"))
    assert named(meant) == "Ana Velez"


def test_his_campaign_is_not_another_candidates() -> None:
    marks = "{o {p=Bo Velez}'s campaign} closed. {p=Tom Orrin} left on {x a horse}. {o {p his} campaign} said the ship sank."
    one, meant = read(marks, ("his campaign", "the ship sank"))
    assert words(one, meant.parties[0]) == ["his campaign"]


# Unnamed sources.


def test_an_unnamed_source_keeps_its_whole_description_and_number() -> None:
    source = "three people familiar with the matter"
    _, meant = read("The ship sank, {g three people} familiar with the matter said.", (source, "The ship sank"))
    assert named(meant) == source
    assert (last(meant).kind, last(meant).named, last(meant).number) == ("group", False, Number(3, exact=True))


def test_a_source_named_only_later_is_named() -> None:
    marks = "{p An engineer} said the ship sank. {p The engineer}, {p=Ana Velez}, left."
    _, meant = read(marks, ("An engineer", "the ship sank"))
    assert last(meant).named


@pytest.mark.parametrize(
    ("text", "source", "why"),
    [
        (
            "{p An official}, who asked not to be named because he was not authorized to speak, said the ship sank.",
            "An official",
            "who asked not to be named because he was not authorized to speak",
        ),
        (
            "The ship sank, said {p an official}, speaking on condition of anonymity.",
            "an official",
            "speaking on condition of anonymity",
        ),
        (
            "{g Two people} said the ship sank. {g The people} spoke on condition of anonymity to discuss the talks.",
            "Two people",
            "spoke on condition of anonymity to discuss the talks",
        ),
        ("{p An official} said the ship sank.", "An official", None),
        ("{p=Ana Velez}, who asked not to be named in 2019, said the ship sank.", "Ana Velez", None),
    ],
)
def test_why_a_source_is_not_named_is_told_in_the_texts_words(text: str, source: str, why: str | None) -> None:
    content = "The ship sank" if "The ship sank" in text else "the ship sank"
    _, meant = read(text, (source, content))
    assert last(meant).why_unnamed == why


@pytest.mark.parametrize(
    ("source", "content", "cue", "knows_by"),
    [
        ("an eyewitness", "the ship sank", "said", "saw"),
        ("a sailor who was on board", "the ship sank", "said", "saw"),
        ("a person briefed on the matter", "the ship sank", "said", "told"),
        ("an official who has seen the documents", "the ship sank", "said", "document"),
        ("leaked memos", "the ship sank", "said", "leaked"),
        ("the agency", "the ship sank in May", "estimated", "inferred"),
        ("people familiar with the matter", "the ship sank", "said", None),
        ("Bo Orrin", "the ship sank", "said", None),
    ],
)
def test_how_a_source_knows_is_told_where_the_text_says_so(
    source: str, content: str, cue: str, knows_by: str | None
) -> None:
    _, meant = read(f"Yesterday {source} {cue} {content}.", (source, content, cue))
    assert last(meant).knows_by == knows_by


@pytest.mark.parametrize(
    ("content", "knows_by"),
    [
        ("{p he} saw the ship sink", "saw"),
        ("{p he} was told the ship sank", "told"),
        ("{p he} had heard of it", "told"),
        ("{p she} saw the ship sink", None),
        ("{p he} left the ship", None),
    ],
)
def test_how_somebody_knows_may_be_what_he_says_himself(content: str, knows_by: str | None) -> None:
    _, meant = read(f"{{p=Mr. Orrin}} said {content}.", ("Mr. Orrin", marked(content)[0]))
    assert last(meant).knows_by == knows_by


# What a statement is about, and what parties are.


def test_a_statement_is_about_the_parties_in_its_words_each_once() -> None:
    marks = "{p=Ana Velez} told {p=Bo Orrin} that {p she} left {o the ministry} with {p her} {x bag}."
    text, mentions = marked(marks)
    one = document(text)
    meant = who_is_meant(one, [appearance(one, "she left the ministry with her bag")], mentions)
    names = {each.id: each.name for each in meant.parties}
    assert [names[each] for each in meant.appearances[0].about] == ["Ana Velez", "the ministry"]


def test_a_pronoun_that_cannot_be_resolved_adds_nothing() -> None:
    text, mentions = marked("Then {p she} left.")
    one = document(text)
    meant = who_is_meant(one, [appearance(one, "Then she left")], mentions)
    assert meant.appearances[0].about == ()
    assert meant.parties == ()


def test_both_of_two_joined_sources_are_parties_of_the_link() -> None:
    marks = "{p=Ana Velez} and {p=Bo Orrin} said the ship sank."
    _, meant = read(marks, ("Ana Velez and Bo Orrin", "the ship sank"))
    assert [each.name for each in meant.parties] == ["Ana Velez", "Bo Orrin"]
    assert last(meant).parties == tuple(each.id for each in meant.parties)
    assert (last(meant).kind, last(meant).named) == ("group", True)


def test_sources_are_parties_without_any_mention_from_the_encoder() -> None:
    text = "Ana Velez said the ship sank. An official said the port closed."
    _, meant = read(text, ("Ana Velez", "the ship sank"), ("An official", "the port closed"))
    assert [(each.name, each.named) for each in meant.parties] == [("Ana Velez", True), ("An official", False)]


def test_the_encoders_opinion_can_decide() -> None:
    text, mentions = marked("{p=Kim Velez} met {p=Sam Orrin}. The ship sank, {p he} said.")
    one = document(text)
    found = [told(one, "he", "The ship sank")]
    for name in ("Kim Velez", "Sam Orrin"):

        def affinity(later: Mention, earlier: Mention, name: str = name) -> float:
            return 6.0 if text[slice(*earlier.span)] == name and text[slice(*later.span)] == "he" else -6.0

        meant = who_is_meant(one, found, mentions, affinity)
        assert last(meant).named
        assert [each.name for each in meant.parties if each.id in last(meant).parties] == [name]


def test_the_doubt_about_a_party_is_taken_back_where_there_is_none() -> None:
    _, meant = read("{p=Ana Velez} said the ship sank.", ("Ana Velez", "the ship sank"))
    assert meant.appearances[0].unsure == ()


NOUNS = (
    "Ana Velez",
    "Velez",
    "she",
    "he",
    "they",
    "the official",
    "an official",
    "Orrin Motors",
    "it",
    "who",
    "his wife",
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(NOUNS), st.sampled_from("pongdlx"), st.booleans(), st.booleans()), max_size=9)
)
def test_laws_of_parties(parts: list[tuple[str, str, bool, bool]]) -> None:
    """The same input gives the same parties; a mention is in one party at most; ids differ; spans lie in the text."""
    marks = " ".join(
        f"{{{kind}{'=' if is_name else ' '}{words_of}}} {'said the ship sank.' if speaks else 'left.'}"
        for words_of, kind, is_name, speaks in parts
    )
    text, mentions = marked(marks or "Nobody.")
    one = document(text)
    content = "the ship sank"
    found = [told(one, words_of, content) for words_of, _, _, speaks in parts if speaks]
    meant = who_is_meant(one, found, mentions)
    assert meant == who_is_meant(one, found, reversed(mentions))
    spans = [each.spans for party_of in meant.parties for each in party_of.mentions]
    assert len(spans) == len(set(spans))
    assert all(0 <= start < end <= len(text) for held in spans for start, end in held)
    ids = [each.id for each in meant.parties]
    assert len(ids) == len(set(ids))
    firsts = [each.mentions[0].spans for each in meant.parties]
    assert firsts == sorted(firsts)
    assert {
        used for each in meant.appearances for link in each.chain if link.source for used in link.source.parties
    } <= set(ids)
