"""Whether values that differ go back to different origins, or are echoes of one."""

from dataclasses import replace

from tests.comparing.differing import Compared, compared, report, said, with_roots
from wherefrom.model import Reliance

FIRST, SECOND, THIRD = (
    "The ferry had 212 people aboard.",
    "There were 240 people on board.",
    "It had 225 people aboard.",
)


def ferry() -> Compared:
    return compared(report(said(FIRST, "ferry")), report(said(SECOND, "ferry")), report(said(THIRD, "ferry")))


def test_values_of_different_origins_are_between_origins() -> None:
    held = with_roots(ferry(), [FIRST], [SECOND, THIRD], at_least=2)
    assert [one.between for one in held.found] == ["origins"]


def test_values_that_all_go_back_to_one_origin_are_echoes() -> None:
    held = with_roots(ferry(), [FIRST, SECOND, THIRD])
    assert [one.between for one in held.found] == ["echoes"]


def test_values_without_any_origin_leave_it_unknown() -> None:
    assert [one.between for one in ferry().found] == ["unknown"]


def test_a_statement_without_an_origin_leaves_it_unknown() -> None:
    held = with_roots(ferry(), [FIRST])
    assert [one.between for one in held.found] == ["unknown"]


def test_origins_that_may_be_one_leave_it_unknown() -> None:
    held = with_roots(ferry(), [FIRST], [SECOND], [THIRD], at_least=1)
    unnamed = [replace(root, parties=()) for root in held.claims[0].origins.roots]
    origins = replace(held.claims[0].origins, roots=tuple(unnamed))
    again = Compared(held.material, (replace(held.claims[0], origins=origins),))
    assert [one.between for one in again.found] == ["unknown"]


def test_copies_of_one_another_are_echoes() -> None:
    held = ferry()
    first, second, third = held.material.place
    copies = tuple(Reliance(later, first, "copies", (), "the same words") for later in (second, third))
    again = Compared(held.material, held.claims, copies)
    assert [one.between for one in again.found] == ["echoes"]


def test_who_only_cites_another_may_have_the_figure_from_elsewhere() -> None:
    held = ferry()
    first, second, third = held.material.place
    cites = tuple(Reliance(later, first, "cites", (), "it says so") for later in (second, third))
    again = Compared(held.material, held.claims, cites)
    assert [one.between for one in again.found] == ["unknown"]
