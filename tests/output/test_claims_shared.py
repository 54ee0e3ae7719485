from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.output.retold import SOLD, retold
from wherefrom.model import Bearing, Findings, Membership, Origins
from wherefrom.output.shared import (
    Reach,
    Shelf,
    count_words,
    day_of,
    origins_words,
    outlet_key,
    reach_words,
    shared,
    told_words,
)


@pytest.fixture(scope="module")
def story() -> Findings:
    return retold()


def origins(least: int, most: int | None) -> str:
    return origins_words(Origins(least, most, (), ()))


def test_a_number_of_origins_stands_alone_only_where_no_other_is_possible() -> None:
    assert origins(1, 1) == "one origin"
    assert origins(2, 2) == "2 origins"
    assert origins(1, 3) == "at least 1 origin, at most 3"
    assert origins(2, 4) == "at least 2 origins, at most 4"
    assert origins(0, 2) == "at most 2 origins, perhaps none"


def test_what_is_not_known_of_origins_is_said_to_be_unknown() -> None:
    assert origins(1, None) == "at least 1 origin, how many at most cannot be told"
    assert origins(0, None) == "how many origins cannot be told"
    assert origins(0, 0) == "no origin that supports it"


def test_no_count_of_origins_ever_says_that_something_is_confirmed() -> None:
    for least in range(5):
        for most in (None, *range(least, 8)):
            assert not {"confirmed", "independent", "true"} & set(origins(least, most).split())


def test_only_claims_with_several_tellings_are_shared(story: Findings) -> None:
    (one,) = shared(Shelf.of(story))
    assert (one.number, one.claim.text) == (1, SOLD)


def test_captions_stand_apart_and_count_nowhere(story: Findings) -> None:
    (one,) = shared(Shelf.of(story))
    assert [member.appearance.block for member in one.captions] == ["caption"]
    assert len(one.members) == 7
    assert Reach.of(one.members) == Reach(5, 6, 1)


def test_it_is_told_by_those_who_tell_it_and_not_by_those_who_deny_or_doubt_it(story: Findings) -> None:
    (one,) = shared(Shelf.of(story))
    assert told_words(one) == "told by 4 outlets in 5 documents, 1 of them of an outlet not known"
    only_denied = replace(one, members=one.held("denies"))
    assert told_words(only_denied) == "told by nobody here, only denied or doubted"
    assert told_words(replace(one, members=one.held("reports-as-rumour"))).endswith(", always as a rumour")


def test_the_count_says_for_how_many_tellings_it_is_known(story: Findings) -> None:
    (one,) = shared(Shelf.of(story))
    assert count_words(one) == "at least 1 origin, at most 2, for 4 of 5 tellings"
    rooted = replace(one, members=one.members[:-1])
    assert count_words(rooted) == "at least 1 origin, at most 2"


def test_a_document_counts_once_however_often_it_tells_it(story: Findings) -> None:
    (one,) = shared(Shelf.of(story))
    twice = replace(one, members=one.members[:1] * 2)
    assert told_words(twice) == "told by 1 outlet, 2 times"
    assert not twice.several


def test_tellings_stand_in_the_order_of_time_and_undated_ones_last(story: Findings) -> None:
    (one,) = shared(Shelf.of(story))
    days = [member.day for member in one.members]
    assert days == ["2031-05-03", "2031-05-04", "2031-05-05", "2031-05-05", "2031-05-06", "2031-05-06", "undated"]


def test_the_most_told_comes_first(story: Findings) -> None:
    sold = story.claims[1]
    fewer = replace(sold, id="c-fewer", appearances=sold.appearances[:2])
    found = shared(Shelf.of(replace(story, claims=(fewer, sold))))
    assert [one.claim.id for one in found] == ["c-sold", "c-fewer"]
    assert [one.number for one in found] == [1, 2]


def test_what_a_claim_names_and_the_findings_do_not_hold_is_left_out(story: Findings) -> None:
    sold = story.claims[1]
    lost = replace(sold, appearances=(*sold.appearances, Membership("nowhere", "supports")))
    (one,) = shared(Shelf.of(replace(story, claims=(lost,))))
    assert len(one.members) == 7
    assert shared(Shelf.of(replace(story, documents=(), appearances=()))) == ()


def test_what_is_perhaps_or_only_akin_to_it_is_shown_apart_and_counted_nowhere(story: Findings) -> None:
    sold = story.claims[1]
    sure: list[Bearing] = ["sure"] * (len(sold.appearances) - 2)
    bearings: list[Bearing] = [*sure, "perhaps", "akin"]
    held = tuple(replace(one, bearing=bearing) for one, bearing in zip(sold.appearances, bearings, strict=True))
    (one,) = shared(Shelf.of(replace(story, claims=(replace(sold, appearances=held),))))
    ids = [one.id for one in held]
    assert {it.appearance.id for it in (*one.members, *one.captions)} == set(ids[:-2])
    assert [[it.appearance.id for it in those] for those in (one.perhaps, one.akin)] == [[ids[-2]], [ids[-1]]]
    assert told_words(one).endswith(", perhaps by 1 more document")


def test_a_claim_that_one_document_tells_and_another_perhaps_tells_is_no_claim_of_several(story: Findings) -> None:
    sold = story.claims[1]
    first, second, *_ = sold.appearances
    held = (first, replace(second, bearing="perhaps"))
    (one,) = shared(Shelf.of(replace(story, claims=(replace(sold, appearances=held),))))
    assert not one.several
    akin = (first, replace(second, bearing="akin"))
    assert shared(Shelf.of(replace(story, claims=(replace(sold, appearances=akin),)))) == ()


def test_a_claim_over_hostile_words_is_shared_as_any_other(over: Callable[[str], Findings]) -> None:
    assert shared(Shelf.of(over("plain words"))) == ()


@pytest.mark.parametrize(("one", "other"), [("The Courier", "courier"), ("Harbour  Wire", "the harbour wire")])
def test_spellings_of_one_outlet_are_one(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


def test_reach_and_days_are_told_in_words() -> None:
    assert reach_words(Reach(1, 1, 0)) == "1 outlet"
    assert reach_words(Reach(2, 3, 0)) == "2 outlets in 3 documents"
    assert reach_words(Reach(0, 2, 2)) == "2 documents, outlet not known"
    assert day_of("2031-05-04T08:30Z") == "2031-05-04"
    assert day_of(None) == "undated"


def test_a_short_name_means_the_only_outlet_here_that_is_called_so(story: Findings) -> None:
    shelf = Shelf.of(story)
    assert shelf.outlet("the Mirror") == outlet_key("Lindholm Mirror")
    assert shelf.outlet("Lindholm Courier") == outlet_key("The Lindholm Courier")
    assert shelf.outlet("Lindholm") is None
    assert shelf.outlet("") is None
