"""Laws of counting origins, over small presses made by chance: copies and retellings add none, nor does what is taken away."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.comparing.press import REPORTED, By, Press, Report, Told, body, outlet, person, press, report, told, unnamed
from wherefrom.comparing.origins.apart import mutually_apart
from wherefrom.model import Number

WORDS = st.frozensets(st.sampled_from("abcdefg"), min_size=1, max_size=3)

QUICK = settings(deadline=None, max_examples=80, derandomize=True, database=None)

OUTLETS = (
    "Lantern",
    "Evening Plover",
    "Kestrel Wire",
    "Vale Tribune",
    "Radio Marrow",
    "Daily Express",
    "Sunday Express",
)
SOURCES: tuple[By | None, ...] = (
    *map(person, ("Ada Brook", "Ms Brook", "Tom Vale", "Vell Motors founder Tom Vale", "Jo Reed of Vell Motors")),
    *map(body, ("Vell Motors", "Castor Motors", "Vell, Castor Motors and Orrin Dairy")),
    *map(unnamed, ("two officials", "a second official", "another witness", "rumours", "some users")),
    unnamed("witnesses", cue="said separately", number=Number(2, exact=True)),
    person("he", meant=("Jo Reed", "person")),
    person("Jo Reed", act="intends", cue="refused"),
    REPORTED,
)

links = st.one_of(st.sampled_from(SOURCES), st.sampled_from(OUTLETS).map(outlet))
chains = st.lists(links, max_size=3).map(tuple)
statements = st.builds(
    Told,
    chain=chains,
    stance=st.sampled_from(["supports", "supports", "supports", "reports-as-rumour", "denies", "doubts"]),
    block=st.sampled_from(["paragraph", "paragraph", "headline", "caption"]),
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, ...]:
    """Reports of different outlets; each cites the outlets of its chains, and perhaps one more."""
    names = draw(st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=5, unique=True))
    found = []
    for name in names:
        stated = tuple(draw(st.lists(statements, min_size=1, max_size=2)))
        cited = [link.words for one in stated for link in one.chain if link and link.kind == "outlet"]
        cited += draw(st.lists(st.sampled_from(OUTLETS), max_size=1))
        rests_on = tuple((one, "cites") for one in dict.fromkeys(cited) if one != name)
        found.append(report(name, *stated, day=draw(st.integers(1, 9)), rests_on=rests_on))
    return tuple(found)


def most(found: Press) -> float:
    at_most = found.origins.at_most
    return math.inf if at_most is None else at_most


@QUICK
@given(reports())
def test_the_bounds_are_in_order_and_every_supporter_goes_back_to_a_root(held: tuple[Report, ...]) -> None:
    found = press(*held)
    origins = found.origins
    supports = [one for one in found.group.members if one.stance in {"supports", "reports-as-rumour"}]
    assert min(1, len(supports)) <= origins.at_least <= most(found)
    assert len(origins.roots) <= most(found)
    rooted = {name for root in origins.roots for name in root.appearances}
    captions = {one.id for one in found.material.findings.appearances if one.block == "caption"}
    assert {one.id for one in supports} - captions <= rooted
    assert all(root.label and root.why for root in (*origins.roots, *origins.against))


@QUICK
@given(reports(), st.data())
def test_a_verbatim_copy_never_raises_either_bound(held: tuple[Report, ...], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(held))
    rests_on = ((first.outlet, "copies"), *first.rests_on)
    before, after = press(*held), press(*held, replace(first, outlet="Copycat", day=20, rests_on=rests_on))
    assert after.origins.at_least <= before.origins.at_least
    assert most(after) <= most(before)


def again(name: str, stated: Told, how: str) -> Told:
    """A statement as a retelling gives it that names the outlet: with its source, without, or in a report that cites it."""
    if how == "unsaid":
        return replace(stated, chain=())
    kept = stated.chain if how == "with its source" else ()
    return replace(stated, chain=(outlet(name), *kept))


@QUICK
@given(reports(), st.data())
def test_a_retelling_that_cites_never_raises_either_bound(held: tuple[Report, ...], data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(held))
    how = data.draw(st.sampled_from(["with its source", "without", "unsaid"]))
    retold = report(
        "Copycat", *(again(first.outlet, one, how) for one in first.told), day=20, rests_on=[(first.outlet, "cites")]
    )
    before, after = press(*held), press(*held, retold)
    assert after.origins.at_least <= before.origins.at_least
    assert most(after) <= most(before)


@QUICK
@given(reports())
def test_taking_a_report_away_never_raises_the_lower_bound(held: tuple[Report, ...]) -> None:
    before = press(*held).origins.at_least
    for gone in held:
        left = [one for one in held if one is not gone]
        assert not left or press(*left).origins.at_least <= before


def citing(names: Sequence[str], how: str) -> list[Report]:
    stated = again("Lantern", told(unnamed("two officials")), how)
    return [report(name, stated, day=day, rests_on=[("Lantern", "cites")]) for day, name in enumerate(names, start=2)]


@QUICK
@given(
    st.lists(st.sampled_from(OUTLETS[1:]), min_size=1, max_size=5, unique=True),
    st.sampled_from(["with its source", "without", "unsaid"]),
)
def test_without_the_report_that_they_cite_repeats_are_one_origin(names: list[str], how: str) -> None:
    left = press(*citing(names, how))
    assert left.bounds == (1, 1)
    assert "Lantern" in left.labels[0]
    assert len(left.origins.roots[0].appearances) == len(names)
    assert press(report("Lantern", told(unnamed("two officials"))), *citing(names, how)).bounds == (1, 1)


def apart(voices: Sequence[frozenset[str]]) -> bool:
    return all(one.isdisjoint(other) for one, other in combinations(voices, 2))


@QUICK
@given(st.lists(WORDS, max_size=8))
def test_of_voices_as_many_are_told_apart_as_share_no_word(voices: list[frozenset[str]]) -> None:
    found = [voices[place] for place in mutually_apart(voices)]
    assert apart(found)
    sizes = (size for size in range(len(voices), -1, -1) if any(map(apart, combinations(voices, size))))
    assert len(found) == next(sizes)


def test_a_ring_of_many_voices_is_told_apart_by_every_second_one() -> None:
    ring = [frozenset({f"w{n}", f"w{(n + 1) % 400}"}) for n in range(400)]
    assert len(mutually_apart(ring)) == 200
