"""What holds of every conflict, whatever is compared."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.comparing.differing import Report, compared, report, said
from wherefrom.comparing.conflicts.things import Shared, alike
from wherefrom.comparing.conflicts.words import stem, words

SENTENCES = (
    "The ferry had {} people aboard.",
    "The harbour owes £{}m.",
    "The talks lasted {} hours.",
    "The storm killed {} people.",
    "Nearly {}% of the flights were cancelled.",
    "The crater is {} metres wide.",
    "The dam was attacked on {} March 2031.",
)


@st.composite
def stories(draw: st.DrawFn) -> list[Report]:
    told = st.builds(
        lambda sentence, number, claim: said(sentence.format(number), claim),
        st.sampled_from(SENTENCES),
        st.integers(2, 28),
        st.sampled_from(["a", "b", "c"]),
    )
    many = draw(
        st.lists(st.lists(told, min_size=1, max_size=4, unique_by=lambda one: one.words), min_size=1, max_size=5)
    )
    return [report(*each, published=f"2031-04-{number + 1:02}") for number, each in enumerate(many)]


@given(stories())
def test_every_value_is_a_slice_of_its_text_and_differs_from_another(told: list[Report]) -> None:
    held = compared(*told)
    for one in held.found:
        assert one.why
        assert len({(value.value, value.unit) for value in one.values}) > 1
        for value, shown in zip(one.values, held.shown(one), strict=True):
            assert shown.strip()
            assert shown in held.material.documents[value.document].text


@given(stories())
def test_the_same_reports_give_the_same_conflicts(told: list[Report]) -> None:
    assert compared(*told).found == compared(*told).found


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_value(told: list[Report], chance: random.Random) -> None:
    held = compared(*told)
    claims = list(held.claims)
    chance.shuffle(claims)
    again = type(held)(held.material, tuple(claims))
    assert sorted(map(str, again.told)) == sorted(map(str, held.told))


@given(stories())
def test_a_report_of_something_else_changes_no_conflict(told: list[Report]) -> None:
    other = report(said("The orchard in Dunmere bore 40 pears.", "pears"), published="2031-05-09")
    held, beside = compared(*told), compared(*told, other)
    assert held.told == beside.told


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abcdef"))))
def test_things_that_share_a_key_come_together(keyed: list[tuple[int, str]]) -> None:
    groups = list(alike(((number, Shared(key)) for number, key in keyed), 10))
    together = {number: place for place, members in enumerate(groups) for number in members}
    for one, key in keyed:
        for other, same in keyed:
            if key == same and one != other:
                assert together[one] == together[other]


def test_a_key_under_which_documents_give_several_values_names_no_one_thing() -> None:
    rows = [(0, Shared("k", "d1", 3)), (1, Shared("k", "d1", 5)), (2, Shared("k", "d2", 3))]
    assert list(alike(rows, 3)) == []


@given(st.text(max_size=200))
def test_any_text_has_words_in_their_places(text: str) -> None:
    for word in words(text, 0, len(text)):
        assert word.stem
        assert text[word.start : word.end].strip()


def test_words_for_one_thing_are_one_word() -> None:
    def told(text: str) -> list[str]:
        return [word.stem for word in words(text, 0, len(text))]

    assert told("fled") == told("defected") == told("gone over") == told("an escape")
    assert told("called off") == told("cancelled") == told("did not take place")[:1]
    assert stem("cancelled") == stem("cancel") == stem("cancelling")
    assert stem("moved") == stem("move") == stem("moving")
