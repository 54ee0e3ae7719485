"""Claims that some hold and others deny."""

from dataclasses import replace

import pytest

from tests.comparing.differing import compared, denied, report, said
from wherefrom.comparing.conflicts.polarity import core
from wherefrom.model import Span, slice_of


def test_a_claim_that_some_hold_and_others_deny_is_a_conflict() -> None:
    held = compared(
        report(said("The board paid the ransom.", "paid")),
        report(denied("The board did not pay the ransom.", "paid")),
    )
    assert held.told == [("polarity", ["The board paid the ransom.", "The board did not pay the ransom."], True)]
    assert [value.value for value in held.found[0].values] == ["yes", "no"]
    assert held.found[0].claim == "paid"


def test_a_denial_in_so_many_words_is_plain() -> None:
    held = compared(
        report(said("The board paid the ransom.", "paid")),
        report(denied("the board paid a ransom", "paid", by="The mayor", act="denies")),
    )
    assert [one.cannot_all_hold for one in held.found] == [True]


def test_a_denial_in_other_words_may_be_of_something_else() -> None:
    held = compared(
        report(said("The ship has gone down.", "sunk")),
        report(denied("The vessel is afloat.", "sunk")),
    )
    assert [(one.kind, one.cannot_all_hold) for one in held.found] == [("polarity", None)]


def test_a_claim_that_nobody_denies_is_no_conflict() -> None:
    held = compared(report(said("The ship sank.", "sunk")), report(said("The ship has sunk.", "sunk")))
    assert held.told == []


def test_statements_with_nothing_but_a_name_in_common_are_not_set_against_each_other() -> None:
    held = compared(
        report(said("The banker Marek Dorn flew in this morning.", "dorn")),
        report(denied("Reporters could not reach Marek Dorn.", "dorn")),
    )
    assert held.told == []


def test_what_is_only_wanted_is_no_side_of_a_conflict() -> None:
    held = compared(
        report(said("The paper should withdraw the spy story.", "story", nature="rule")),
        report(denied("There is no truth in the spy story.", "story")),
    )
    assert held.told == []


def test_two_claims_that_gather_the_same_statements_tell_of_one_conflict() -> None:
    first, second = said("The board paid the ransom.", "paid", "money"), "The board did not pay the ransom."
    denial = denied(second, "paid")
    held = compared(report(first), report(replace(denial, under=(*denial.under, ("money", "denies")))))
    both = compared(report(first), report(denied(second, "paid")), report(denied("Nobody paid.", "money")))
    assert len(held.found) == 1
    assert {one.claim for one in both.found} == {"paid", "money"}


def test_a_rumour_that_is_denied_is_a_conflict_too() -> None:
    told = said("The general seized the president.")
    rumour = type(told)(told.words, (("coup", "reports-as-rumour"),))
    held = compared(report(rumour), report(denied("The general did not seize the president.", "coup")))
    assert [one.kind for one in held.found] == ["polarity"]


def test_of_a_long_statement_the_part_that_says_the_claim_is_shown() -> None:
    text = "In a statement that ran to four pages and named nobody at all, the board, which met on Friday, paid the ransom to the gang."
    found = core(text, (Span(0, len(text)),), {"pay", "demand", "gang"})
    assert slice_of(text, found) == "paid the ransom to the gang."


@pytest.mark.parametrize(
    "silence",
    [
        "The board did not answer questions about the ransom.",
        "The board didn’t immediately respond to questions about the ransom.",
        "The board declined to comment on the ransom.",
    ],
)
def test_whoever_does_not_answer_denies_nothing(silence: str) -> None:
    held = compared(report(said("The board paid the ransom.", "paid")), report(denied(silence, "paid")))
    assert held.told == []
