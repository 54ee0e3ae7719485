"""Words that hold back from asserting, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.judging import YARDSTICKS
from wherefrom.model import Block, Degree, Hedge, Span
from wherefrom.reader.certainty import Speech, certainty
from wherefrom.reader.places import Stretches
from wherefrom.reader.quotations import quotations


def found(text: str, speaker: int | None = 0) -> tuple[Hedge, ...]:
    marks = quotations(text, [Block("paragraph", 0, len(text))])
    return certainty(text, [Speech((Span(0, len(text)),), speaker)], marks).hedges


def words(text: str) -> list[str]:
    return [hedge.text for hedge in found(text)]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The ship might sink.", "might"),
        ("The ship may have sunk.", "may"),
        ("The ship could sink.", "could"),
        ("The ship could have sunk.", "could"),
        ("Perhaps the ship sank.", "Perhaps"),
        ("The ship possibly sank.", "possibly"),
        ("The ship probably sank.", "probably"),
        ("The ship is likely to sink.", "likely"),
        ("The ship was likely sold.", "likely"),
        ("The ship was very likely sold.", "very likely"),
        ("The ship most likely sank.", "most likely"),
        ("It is unlikely that the ship sank.", "unlikely"),
        ("The ship reportedly sank.", "reportedly"),
        ("The ship allegedly sank.", "allegedly"),
        ("The ship apparently sank.", "apparently"),
        ("The alleged thief left.", "alleged"),
        ("The man is believed to be in his 30s.", "is believed to"),
        ("The man, believed to be in his 30s, left.", "believed to"),
        ("The ship is said to have sunk.", "is said to"),
        ("The ship is widely thought to have sunk.", "is widely thought to"),
        ("The ship appeared to sink.", "appeared to"),
        ("The ship seems to have sunk.", "seems to"),
        ("The ship is expected to arrive.", "is expected to"),
        ("The unconfirmed list was printed.", "unconfirmed"),
        ("The crew is feared lost.", "is feared"),
        ("The mayor appears set to resign.", "appears"),
        ("The ship is lost, it seems.", "it seems"),
        ("It looks to me like the ship is lost.", "looks to me like"),
        ("It was unclear whether the ship sank.", "was unclear"),
        ("The price remains uncertain.", "remains uncertain"),
        ("The scheme has the potential to fail.", "has the potential to"),
        ("The suspected theft was reported.", "suspected"),
        ("There is a realistic possibility of war.", "realistic possibility"),
        ("The ship almost certainly sank.", "almost certainly"),
        ("The data suggest a leak.", "data suggest"),
    ],
)
def test_these_words_hold_back(text: str, hedge: str) -> None:
    assert words(text) == [hedge]


@pytest.mark.parametrize(
    "text",
    [
        "The captain can swim.",
        "The crew can leave the ship now.",
        "The list could not be verified.",
        "The ship left on May 5.",
        "The ship left in May 2021.",
        "There is no doubt that the ship sank.",
        "The mayor appears in court on Monday.",
        "The suspect left the court.",
        "The ship sank.",
        "The mayor appeared in court.",
        "Women are more likely to vote than men.",
        "Pilots are three times as likely to vote.",
        "She suspected fraud.",
        "Police suspected arson.",
        "The firm has great potential.",
        "Anna Velez is a potential successor.",
        "It is possible to walk there in an hour.",
        "The coal was piled as high as it could go.",
        "No one could have known the ship.",
        "The bank lent money so the mayor could build.",
        "You might as well leave.",
        "Readers may not like it, but they pay.",
        "This is the man you might call a hero.",
        "The dismayed crew left.",
        "The mightiest ship sank.",
    ],
)
def test_these_words_do_not(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In May the ship left.",
        "The ship left in May.",
        "The ship left in late May, the mayor said.",
        "Prime Minister Clara May resigned.",
        "Mrs May resigned.",
    ],
)
def test_the_month_and_the_name_may_hold_back_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Velez said to reporters that the ship sank.",
        "“The ship sank,” she said to the crew.",
        "The theft was reported to the police.",
        "“Well,” he thought to himself.",
    ],
)
def test_who_was_spoken_to_is_no_hedge(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text", ["“May I come in,” he said.", "You may leave the hall now.", "The crew left as soon as possible."]
)
def test_permission_and_manner_are_not_about_knowledge(text: str) -> None:
    assert words(text) == []


def test_a_modal_belongs_to_whoever_speaks_there() -> None:
    assert [hedge.owner for hedge in found("The ship might sink.", 1)] == [1]
    assert [hedge.owner for hedge in found("The ship might sink.", None)] == [None]


FIRM = {"certain", "certainly", "impossible", "remote"}
"""Words of a yardstick that hold nothing back, or that alone mean a place more often."""


@pytest.mark.parametrize("word", sorted({word for one in YARDSTICKS.values() for word in one.bands} - FIRM))
def test_every_word_of_a_yardstick_is_a_hedge_as_a_whole(word: str) -> None:
    assert words(f"The analysts judge, {word}, that the ship sank.") == [word]


def test_an_adjective_of_hearsay_outside_quotation_marks_is_the_writers() -> None:
    assert [one.owner for one in found("The suspected theft was reported.", 1)] == [None]
    assert [one.owner for one in found("“The suspected theft was reported,” she said.", 1)] == [1]


def test_what_seems_so_seems_so_to_whoever_speaks() -> None:
    assert [one.owner for one in found("Apparently the ship sank.", 1)] == [1]


def test_a_question_is_held_back_by_its_mark() -> None:
    held = certainty("Was the ship seized?", [Speech((Span(0, 20),), None)], Stretches(()))
    assert [(one.text, one.owner) for one in held.hedges] == [("?", None)]
    assert held.degree == "possible"
    assert words("“Was it?” The ship sank.") == []


def test_would_is_a_hedge_where_a_condition_goes_with_it() -> None:
    text = "The ship would sink if it rained."
    speech = Speech((Span(0, len(text)),), None)
    assert [one.text for one in certainty(text, [speech], Stretches(()), conditional=True).hedges] == ["would"]
    assert certainty(text, [speech], Stretches(())).hedges == ()


@pytest.mark.parametrize("cue", ["alleged that", "speculated that", "in unconfirmed reports said that"])
def test_a_cue_that_vouches_for_nothing_holds_back_for_whoever_uses_it(cue: str) -> None:
    text = f"Others {cue} the ship sank."
    said = [Speech((Span(7, 7 + len(cue)),), None, introduces=True), Speech((Span(8 + len(cue), len(text) - 1),), 0)]
    assert [one.owner for one in certainty(text, said, Stretches(())).hedges] == [None]


def test_what_a_document_suggests_is_a_conclusion_and_what_a_person_suggests_is_said() -> None:
    text = "The log suggests that the ship sank."
    for of_document, hedges in ((True, ["suggests"]), (False, [])):
        speech = Speech((Span(8, 16),), None, introduces=True, of_document=of_document)
        assert [one.text for one in certainty(text, [speech], Stretches(())).hedges] == hedges


@pytest.mark.parametrize(("happened", "hedges"), [(2.5, []), (-1.0, ["could"]), (None, ["could"])])
def test_what_could_be_seen_was_seen(happened: float | None, hedges: list[str]) -> None:
    text = "From the tower the ship could be seen."
    told = certainty(text, [Speech((Span(0, len(text)),), None)], Stretches(()), happened=lambda _: happened)
    assert [one.text for one in told.hedges] == hedges


@pytest.mark.parametrize(
    "text", ["The ship certainly sank.", "The ship sank without doubt.", "There is no doubt that it sank."]
)
def test_words_of_force_make_it_certain_and_hold_back_nothing(text: str) -> None:
    told = certainty(text, [Speech((Span(0, len(text)),), None)], Stretches(()))
    assert (told.degree, told.hedges) == ("certain", ())


@pytest.mark.parametrize("hedge", ["allegedly", "reportedly", "is said to have"])
def test_an_evidential_outside_quotation_marks_is_the_writers(hedge: str) -> None:
    assert [one.owner for one in found(f"The ship {hedge} sunk.", 2)] == [None]


def test_an_evidential_inside_quotation_marks_is_the_speakers() -> None:
    assert [one.owner for one in found("“The ship reportedly sank,” she said.", 0)] == [0]


def test_each_speech_has_its_own_speaker() -> None:
    text = "The ship might sink, perhaps said the mayor."
    held = certainty(text, [Speech((Span(0, 19),), 0), Speech((Span(21, 43),), None)], Stretches(())).hedges
    assert [(one.text, one.owner) for one in held] == [("might", 0), ("perhaps", None)]


def test_words_inside_a_longer_hedge_are_not_told_twice() -> None:
    assert words("The ship is most likely lost.") == ["most likely"]
    assert words("It is said to have sunk.") == ["is said to"]


def test_only_the_words_spoken_are_looked_at() -> None:
    text = "Perhaps. The ship sank. Maybe."
    assert certainty(text, [Speech((Span(9, 23),), None)], Stretches(())).hedges == ()


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("The ship might sink.", "possible"),
        ("The ship probably sank.", "probable"),
        ("The ship is likely to sink.", "probable"),
        ("The ship is unlikely to sink.", "possible"),
        ("The ship reportedly sank.", "unspecified"),
        ("The ship sank.", "unspecified"),
        ("The ship probably sank, or it might have.", "possible"),
        ("The ship reportedly probably sank.", "probable"),
        ("The ship seems to have sunk.", "probable"),
        ("The ship appeared to sink.", "probable"),
    ],
)
def test_the_degree_is_that_of_the_weakest_hedge(text: str, degree: Degree) -> None:
    held = certainty(text, [Speech((Span(0, len(text)),), 0)], Stretches(()))
    assert held.degree == degree
    assert held.hedges == found(text)


PARTS = st.lists(
    st.sampled_from(
        ["may ", "May ", "is said to ", "allegedly", "“", "” ", "likely ", "most ", "could ", "not ", "x ", "5 "]
    )
    | st.text(max_size=3),
    max_size=20,
).map("".join)


@given(PARTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_a_hedge_is_the_slice_that_it_points_to(text: str, places: list[tuple[int, int]]) -> None:
    speeches = [
        Speech((Span(min(one, other, len(text)), min(max(one, other), len(text))),), number)
        for number, (one, other) in enumerate(places)
    ]
    marks = quotations(text, [Block("caption", 0, len(text))])
    held = certainty(text, [*speeches, Speech((Span(0, len(text)),), None)], marks).hedges
    spans = [hedge.spans for hedge in held]
    assert spans == sorted(set(spans))
    for hedge in held:
        ((start, end),) = hedge.spans
        assert 0 <= start < end <= len(text)
        assert hedge.text == text[start:end]
        assert hedge.owner is None or 0 <= hedge.owner < len(speeches)
