"""The invented newsrooms are what they say: pure, anchored, and with a truth that follows from who knew what."""

import re
from random import Random

import pytest

from benchmarks.happenings import KINDS, happening
from benchmarks.newsrooms import MOVES, Newsroom, Report, more_of, newsroom, unrelated_to

SEEDS = range(45)


def rooms() -> list[Newsroom]:
    return [newsroom(seed, first=1 + seed % 3, differing=seed % 2 == 0, unrelated=seed % 3 == 0) for seed in SEEDS]


def one_more(move: str, seed: int = 3) -> tuple[Newsroom, Report, Report]:
    """A newsroom with one report and one made from it, and both."""
    room = newsroom(seed, first=1, more=0)
    more = more_of(room, Random(seed), move)  # noqa: S311  it guards nothing
    (added,) = [report for report in more.reports if report not in room.reports]
    return more, room.reports[0], added


def test_a_seed_always_makes_the_same_newsroom() -> None:
    assert newsroom(7, first=2, differing=True) == newsroom(7, first=2, differing=True)
    assert newsroom(7).reports != newsroom(8).reports


def test_every_statement_is_the_slice_of_the_text_that_it_says() -> None:
    for room in rooms():
        for report in room.reports:
            for one in report.statements:
                assert report.text[one.start : one.end] == one.told.quote
                assert one.told.quote


def test_no_brace_and_no_double_blank_is_left_in_a_text() -> None:
    texts = [report.text for room in rooms() for report in room.reports]
    assert [text for text in texts if re.search(r"[{}]|  |\.\.|\ba [aeio]", text)] == []


def test_reports_stand_in_the_order_of_their_dates_under_names_of_their_own() -> None:
    for room in rooms():
        dates = [report.published for report in room.reports]
        assert dates == sorted(dates)
        assert len({report.name for report in room.reports}) == len(room.reports)


def test_there_are_a_dozen_kinds_of_happening_with_three_facts_in_three_wordings() -> None:
    assert len(KINDS) >= 12
    for kind in KINDS:
        told = happening(kind, Random(1))  # noqa: S311  it guards nothing
        assert [len(set(told.clauses(fact))) >= 3 for fact in range(3)] == [True] * 3


def test_two_happenings_of_a_kind_share_no_name_and_no_figure() -> None:
    for seed, kind in enumerate(KINDS):
        chance = Random(seed)  # noqa: S311  it guards nothing
        one = happening(kind, chance)
        other = happening(kind, chance, one.filled)
        assert set(one.filled.values()).isdisjoint(other.filled.values())


def test_a_copy_has_the_same_text_and_no_origin_of_its_own() -> None:
    room, first, added = one_more("copy")
    assert added.text == first.text
    assert added.outlet != first.outlet
    assert added.relies_on == ((first.name, "copies"),)
    assert [claim.origins for claim in room.claims] == [claim.origins for claim in room.without(added.name).claims]


@pytest.mark.parametrize("move", sorted(MOVES.keys() - {"primary", "denial", "rumour"}))
def test_what_is_made_from_a_report_adds_no_origin(move: str) -> None:
    for seed in SEEDS:
        room, first, added = one_more(move, seed)
        alone = {claim.id: claim.origins for claim in room.without(added.name).claims}
        assert {claim.id: claim.origins for claim in room.claims} == alone
        assert added.relies_on[0][0] == first.name


def test_a_retelling_names_the_outlet_and_an_echo_does_not() -> None:
    for seed in SEEDS:
        _, first, added = one_more("retelling", seed)
        assert first.outlet in added.text
        _, first, added = one_more("echo", seed)
        assert first.outlet not in added.text


def test_a_retelling_and_an_echo_have_words_of_their_own() -> None:
    for move in ("retelling", "echo"):
        _, first, added = one_more(move)
        assert {one.quote for one in first.supported}.isdisjoint(one.quote for one in added.supported)


def test_a_reprint_is_the_whole_text_with_the_outlet_it_is_from() -> None:
    _, first, added = one_more("reprint")
    assert added.text.startswith(first.text)
    assert first.outlet in added.text.removeprefix(first.text)


def test_a_digest_names_both_outlets_that_it_retells() -> None:
    for seed in SEEDS:
        room = newsroom(seed, first=2, more=0)
        more = more_of(room, Random(seed), "digest")  # noqa: S311  it guards nothing
        (added,) = [report for report in more.reports if report not in room.reports]
        assert all(room.report(name).outlet in added.text for name, _ in added.relies_on)
        assert len(added.relies_on) == 2


def test_a_denial_and_a_rumour_are_no_support() -> None:
    for move, stance in (("denial", "denies"), ("rumour", "reports-as-rumour")):
        room, _, added = one_more(move)
        told = [one.told.stance for one in added.statements]
        assert stance in told
        assert "supports" not in told
        assert any(claim.against for claim in room.claims) == (move == "denial")


def test_a_claim_has_as_many_origins_as_people_papers_and_reporters_who_knew_it() -> None:
    for room in rooms():
        for claim in room.claims:
            supports = [one.told for one in claim.statements if one.told.stance == "supports"]
            assert len(claim.origins) == len({one.knower for one in supports})
            assert len(claim.origins) <= max(1, len(claim.statements))


def test_some_unnamed_sources_of_two_outlets_are_one_and_some_are_not() -> None:
    told = [claim for room in rooms() for claim in room.claims if not claim.disputed]
    assert {len(claim.origins) for claim in told} >= {1, 2, 3}


def test_a_figure_told_in_two_ways_makes_a_claim_disputed() -> None:
    assert any(claim.disputed for room in rooms() for claim in room.claims)
    assert not any(claim.disputed for seed in SEEDS for claim in newsroom(seed).claims)


def test_an_unrelated_report_has_nothing_in_common_but_the_alphabet() -> None:
    for room in rooms()[:15]:
        other = unrelated_to(room, Random(5), KINDS[0])  # noqa: S311  it guards nothing
        sentences = {one.text for report in room.reports for one in report.sentences}
        assert sentences.isdisjoint(one.text for one in other.sentences)
        assert other.outlet not in {report.outlet for report in room.reports}


def test_reports_rest_on_others_in_every_way() -> None:
    assert {how for room in rooms() for _, _, how in room.relies_on} == {"copies", "cites", "echoes", "version-of"}
