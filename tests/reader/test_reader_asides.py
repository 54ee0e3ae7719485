"""Words beside a statement that tell on whose word it stands, without a subject and a verb of saying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.reader.asides import NOBODY, asides, pointing_back


def shown(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each aside, in words."""
    return [(text[slice(*source)], text[slice(*cue)], text[slice(*content)]) for source, cue, content in asides(text)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("In its version, the ship left Orrin.", "its", "In its version", "the ship left Orrin"),
        ("By her account, the ship sank in June.", "her", "By her account", "the ship sank in June"),
        ("By her own account the ship sank.", "her", "By her own account", "the ship sank"),
        ("In Velez's account, the ship sank.", "Velez", "In Velez's account", "the ship sank"),
        ("In the ministry’s view, the ship sank.", "the ministry", "In the ministry’s view", "the ship sank"),
        ("In the owners’ view, the ship sank.", "the owners", "In the owners’ view", "the ship sank"),
        ("On his reckoning the ship cost much.", "his", "On his reckoning", "the ship cost much"),
        ("By his own admission, he never sailed.", "his", "By his own admission", "he never sailed"),
        ("In its telling of the story, all left.", "its", "In its telling of the story", "all left"),
        ("According to their estimate, ten died.", "their", "According to their estimate", "ten died"),
        ("The port closed; by its account, ten died.", "its", "by its account", "ten died"),
    ],
)
def test_in_somebodys_version_is_that_ones_word(text: str, source: str, cue: str, content: str) -> None:
    assert shown(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The ship sank in June, by her account.", "her", "by her account"),
        ("The ship sank in June, in the ministry’s view.", "the ministry", "in the ministry’s view"),
        ("The ship sank in June, on Velez's own reckoning", "Velez", "on Velez's own reckoning"),
    ],
)
def test_it_may_stand_after_the_statement(text: str, source: str, cue: str) -> None:
    assert shown(text) == [(source, cue, "The ship sank in June")]


@pytest.mark.parametrize(
    "text",
    [
        "In other words, the ship sank.",
        "In a statement, the ministry denied it.",
        "In view of the storm, the ship stayed.",
        "On the account, money was missing.",
        "On account of the storm, the ship stayed.",
        "In the version of June, the plan was longer.",
        "He knew her account of the night by heart.",
        "She kept her own account at the bank.",
        "The ship came into view, by chance.",
    ],
)
def test_these_words_are_no_version_of_anybody(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("To Newsweek it is the end of an era.", "Newsweek", "it is the end of an era"),
        ("To the ministry, the ship was a danger.", "the ministry", "the ship was a danger"),
        ("To many in Orrin this looks like a plot.", "many in Orrin", "this looks like a plot"),
    ],
)
def test_what_something_is_to_somebody_is_that_ones_view(text: str, source: str, content: str) -> None:
    assert shown(text) == [(source, "To", content)]


@pytest.mark.parametrize(
    "text",
    [
        "To be clear, it is a ship.",
        "To have sailed, the ship was too old.",
        "To date, the ministry has spent ten million.",
        "He came to the ministry, the ship was gone.",
        "To reach Orrin they sailed all night.",
    ],
)
def test_an_infinitive_with_to_is_nobodys_view(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Courier stands by its report.", "The Courier", "stands by", "its report"),
        ("The Courier has stood by its story.", "The Courier", "stood by", "its story"),
        ("Velez, a captain, still sticks to her version.", "Velez", "sticks to", "her version"),
        ("The board defended its figures on Monday.", "The board", "defended", "its figures on Monday"),
        ("The Courier held on to its story of the ship.", "The Courier", "held on to", "its story of the ship"),
    ],
)
def test_who_stands_by_a_report_holds_on_to_it(text: str, source: str, cue: str, content: str) -> None:
    assert shown(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The guard stood by the gate all night.",
        "The crew stuck to its course.",
        "The captain held on to the mast.",
        "The army defended the port.",
        "A ship stood by its anchor.",
    ],
)
def test_who_stands_by_a_thing_says_nothing(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("She puts the cost at $4 million.", "She", "puts", "the cost at $4 million"),
        ("The ministry puts the dead at 40.", "The ministry", "puts", "the dead at 40"),
        ("The board now puts its losses at more than £2m.", "The board", "puts", "its losses at more than £2m"),
    ],
)
def test_who_puts_a_figure_at_so_much_states_it(text: str, source: str, cue: str, content: str) -> None:
    assert shown(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    ["She puts the cup on the table.", "He puts the ship at risk.", "The plan puts the port at the centre."],
)
def test_who_puts_a_thing_somewhere_states_nothing(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The port was sold in June, the Courier has learned.", "the Courier", "has learned"),
        ("The port was sold in June, the Courier has learnt.", "the Courier", "has learnt"),
        ("The port was sold in June, the Harbour Courier can reveal.", "the Harbour Courier", "can reveal"),
        ("The port was sold in June, the Courier can exclusively report.", "the Courier", "can exclusively report"),
        ("The port was sold in June, the Courier understands.", "the Courier", "understands"),
    ],
)
def test_what_an_outlet_has_learned_is_its_word(text: str, source: str, cue: str) -> None:
    assert shown(text) == [(source, cue, "The port was sold in June")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The port was sold in June, it is claimed.", "it is claimed"),
        ("The port was sold in June, it was widely reported.", "it was widely reported"),
        ("The port was sold in June, it has been alleged", "it has been alleged"),
        ("The port was sold in June, it is now feared.", "it is now feared"),
    ],
)
def test_it_is_claimed_after_a_statement_is_a_cue_without_a_source(text: str, cue: str) -> None:
    ((source, found, content),) = asides(text)
    assert source == NOBODY
    assert text[slice(*found)] == cue
    assert text[slice(*content)] == "The port was sold in June"


@pytest.mark.parametrize(
    "text",
    [
        "The port was sold in June, it is sad.",
        "The port was sold, it is claimed by some that it was not, and it rained.",
        "It is claimed.",
        "He knew that it is claimed.",
    ],
)
def test_it_is_claimed_in_other_places_is_no_aside(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("So say two officials.", "two officials", "So say"),
        ("So says Ana Velez.", "Ana Velez", "So says"),
        ("So claimed the Courier", "the Courier", "So claimed"),
        ("That is the claim of two officials.", "two officials", "That is the claim of"),
        ("This is according to the Courier.", "the Courier", "This is according to"),
        ("This was on the word of two officials.", "two officials", "This was on the word of"),
        ("The news comes from the Courier.", "the Courier", "The news comes from"),
        ("Or so claims the ministry.", "the ministry", "Or so claims"),
    ],
)
def test_a_sentence_may_only_tell_who_said_the_one_before(text: str, source: str, cue: str) -> None:
    found = pointing_back(text)
    assert found is not None
    assert tuple(text[slice(*part)] for part in found) == (source, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell.",
        "So said, so done.",
        "So the bridge fell.",
        "So say two officials. The bridge fell.",
        "He did so, say two officials.",
        "So says the memo: it sank.",
        "This is a claim.",
        "Thus.",
        "",
    ],
)
def test_these_sentences_do_not_point_back(text: str) -> None:
    assert pointing_back(text) is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor quotes an old saying: all ships sink.", "The mayor", "quotes", "all ships sink"),
        ("The memo cites two officials: the ship sank.", "The memo", "cites", "the ship sank"),
        ("Velez has also cited a guard: the ship sank", "Velez", "cited", "the ship sank"),
    ],
)
def test_what_stands_after_whom_somebody_cites_is_cited(text: str, source: str, cue: str, content: str) -> None:
    assert shown(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text", ["The mayor cited costs.", "The mayor, who cites costs, left: it rained.", "Sites: a list."]
)
def test_who_cites_something_without_a_colon_is_no_aside(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "The port was sold in June, Ana Velez reports for the Lantern Post.",
            "the Lantern Post",
            "Ana Velez reports for",
        ),
        ("The port was sold in June, Ana Velez writes in The Courier", "The Courier", "Ana Velez writes in"),
    ],
)
def test_whom_a_journalist_reports_for_is_the_source(text: str, source: str, cue: str) -> None:
    assert shown(text) == [(source, cue, "The port was sold in June")]


@pytest.mark.parametrize(
    "text",
    [
        "The port was sold in June, she reports for duty.",
        "The port was sold in June, Ana Velez works for the Lantern Post.",
        "Ana Velez reports for the Lantern Post.",
        "The port was sold, Ana Velez wrote in a letter.",
    ],
)
def test_a_report_for_no_outlet_is_no_aside(text: str) -> None:
    assert shown(text) == []


# Words that look like asides and are none.


@pytest.mark.parametrize(
    "text",
    [
        "The ship came from Orrin.",
        "The man was from Orrin.",
        "It is from Korvia.",
        "It was from the north that the storm blew.",
    ],
)
def test_where_a_thing_comes_from_is_nobodys_word_for_the_sentence_before(text: str) -> None:
    assert pointing_back(text) is None


@pytest.mark.parametrize("text", ["Thus the ship sank.", "Thus ended the voyage.", "Thus, the port closed."])
def test_thus_draws_a_conclusion_and_names_no_speaker(text: str) -> None:
    assert pointing_back(text) is None


@pytest.mark.parametrize(
    "text", ["The port was sold, and nobody understands.", "If ships sink, everybody understands."]
)
def test_who_merely_understands_tells_nothing(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "To sail, the ship was loaded with coal.",
        "To everyone's surprise, the ship was safe.",
        "To the north, the river is wide.",
        "To his left, the door was open.",
    ],
)
def test_a_purpose_a_surprise_and_a_direction_are_nobodys_view(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("text", ["In the bank's account, ten million was found.", "On her account he lost his post."])
def test_an_account_at_a_bank_and_for_somebodys_sake_is_no_version(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("text", ["He puts the book at one end of the table.", "She puts the cat out at around ten."])
def test_a_place_and_an_hour_are_no_figure(text: str) -> None:
    assert shown(text) == []


def test_the_one_who_reported_is_named_without_what_was_reported() -> None:
    assert shown("The ship was reported by radar crews to be near Orrin.") in (
        [],
        [("radar crews", "was reported by", "The ship")],
    )


def test_an_aside_in_the_middle_governs_its_whole_clause() -> None:
    for _, _, content in shown("The ship, in his view, sank in June."):
        assert content.startswith("The ship")


WORDS = st.lists(
    st.sampled_from(
        [
            "In ", "its version", "by her account", ", ", "To ", "the ministry ", "’s ", "it is claimed", ".", "puts the dead at 4",
            " stands by its report", " has learned", " was reported by ", "So say ", "This is according to ", "“", "spoke of ", "x", "\n",
        ]
    )
    | st.text(max_size=4),
    max_size=12,
).map("".join)  # fmt: skip


@given(WORDS)
def test_the_parts_of_an_aside_lie_in_the_sentence_with_cue_and_content_apart(text: str) -> None:
    for source, cue, content in asides(text):
        assert 0 <= source.start <= source.end <= len(text)
        assert 0 <= cue.start < cue.end <= len(text)
        assert 0 <= content.start <= content.end <= len(text)
        assert content.end <= cue.start or cue.end <= content.start
    back = pointing_back(text)
    if back is not None:
        source, cue = back
        assert 0 <= cue.start < cue.end <= source.start < source.end <= len(text)
