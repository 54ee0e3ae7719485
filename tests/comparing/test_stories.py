"""Stories: documents that name the same people and give the same figures; among very many, each is held against its nearest."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quickness import grows_in_step
from wherefrom.comparing.sameness import parts
from wherefrom.comparing.sameness.many import NEAREST, Limits, linked
from wherefrom.comparing.sameness.stories import LARGEST, profile
from wherefrom.intake import document_from_bytes

PLACES = ("Sunmere", "Hallow", "Tarn", "Velden", "Orrin", "Brandt", "Marenna", "Saleth", "Lindmoor", "Corvale")


def among_more_than(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let documents be very many from this number on."""
    monkeypatch.setattr(import_module("wherefrom.comparing.sameness.stories"), "MANY", number)


def told(number: int, of: int) -> dict[str, float]:
    """What the report of this number says of a story that only its own reports name."""
    names = " ".join(f"and {PLACES[(of + step) % 10]}{chr(97 + of)}x spoke" for step in range(4))
    other = PLACES[number % 10]
    return dict(profile(document_from_bytes(f"it rained in {other} {names} and the dam held".encode(), "a.txt")))


def told_of(stories_: int, reports: int) -> tuple[list[dict[str, float]], list[int]]:
    order = [(story, report) for report in range(reports) for story in range(stories_)]
    return [told(report, story) for story, report in order], [story for story, _ in order]


@pytest.mark.parametrize("many", [10, 10_000])
def test_reports_of_one_story_are_one_whether_they_are_few_or_very_many(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    among_more_than(monkeypatch, many)
    profiles, of = told_of(12, 6)
    found = parts(profiles, [1] * len(of))
    assert {frozenset(of[place] for place in part) for part in found} == {frozenset([story]) for story in range(12)}
    assert all(len(part) == 6 for part in found)


def test_a_report_of_nothing_in_particular_stands_alone_among_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    among_more_than(monkeypatch, 3)
    profiles, of = told_of(3, 4)
    found = parts([*profiles, {}], [1] * (len(of) + 1))
    assert [len(of)] in found


def test_a_story_among_very_many_has_no_more_statements_than_can_be_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    among_more_than(monkeypatch, 3)
    profiles, _ = told_of(1, 8)
    found = parts(profiles, [LARGEST // 3] * 8)
    assert sorted(place for part in found for place in part) == list(range(8))
    assert max(len(part) for part in found) == 3


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.01, 1.0)), max_size=30))
@settings(max_examples=60)
def test_groups_by_links_are_a_partition_and_never_join_what_nothing_links(links: list[tuple[int, int, float]]) -> None:
    pairs = {(min(one, other), max(one, other)): near for one, other, near in links if one != other}
    found = linked(((*pair, near) for pair, near in pairs.items()), [1] * 10, Limits(0.2, 100))
    assert sorted(place for group in found for place in group) == list(range(10))
    for group in found:
        assert len(group) == 1 or all(
            any({place, other} == {*pair} for pair in pairs for other in group) for place in group
        )


def test_each_document_is_linked_with_few_however_many_there_are() -> None:
    assert grows_in_step(lambda number: lambda: _linked_of(number), 40)


def _linked_of(stories_: int) -> list[list[int]]:
    rows = [
        (story * 4 + one, story * 4 + other, 0.9)
        for story in range(stories_)
        for one in range(4)
        for other in range(one)
    ]
    return linked(((min(row[:2]), max(row[:2]), row[2]) for row in rows), [1] * (4 * stories_), Limits(0.2, 100))


def test_the_nearest_are_enough_for_a_story_of_a_dozen_outlets() -> None:
    assert NEAREST >= 12
