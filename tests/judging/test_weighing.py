"""Weighing: one column for each origin, an order that rests only on what was rated for all rows, and what would change it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given, settings

from tests.judging.weighed import Told, both, rate, weighed
from wherefrom.judging.weighing import (
    SCALE,
    Agreement,
    Declined,
    Discount,
    Evidence,
    Hypothesis,
    Move,
    Question,
    Rating,
    Ratings,
    Source,
    Weighed,
    agreements,
    changes,
    columns,
    matrix,
    order,
    turned,
)
from wherefrom.model import (
    Bearing,
    Membership,
    Reliance,
)
from wherefrom.model.judgement import Consistency

# --- columns


def test_all_echoes_of_one_origin_are_one_column_that_tells_how_many_they_are() -> None:
    told = Told()
    told.statement("a1", day="2031-05-02", source="Lind")
    told.statement("a2", day="2031-05-03", outlet="Tarn Herald")
    told.statement("a3", day="2031-05-05", outlet="Bay Radio")
    told.claim("c1", told.root("Lind", "a1", "a2", "a3"))
    (column,) = told.columns()
    assert (column.name, column.words, column.echoes) == ("E1", "what a1 says", 2)
    assert (column.first, column.last) == ("2031-05-02", "2031-05-05")
    assert [(one.name, one.naming) for one in column.sources] == [("Lind", "named")]


def test_origins_that_are_told_apart_are_a_column_each() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), told.root("Hale", "a2"))
    assert [(one.words, one.at_least, one.at_most) for one in told.columns()] == [
        ("what a1 says", 1, 1),
        ("what a2 says", 1, 1),
    ]


def test_origins_that_cannot_be_told_apart_are_one_column_with_bounds() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), told.root("officials", "a2"), told.root("a source", "a3"), at_least=1)
    (column,) = told.columns()
    assert (column.at_least, column.at_most) == (1, 3)
    assert [one.naming for one in column.sources] == ["named", "not-named", "not-named"]


def test_a_denial_is_a_column_of_its_own_and_so_are_all_doubts_together() -> None:
    told = Told()
    told.statement("a3", source="Orrin")
    told.statement("a4", source="Hale")
    told.claim(
        "c1",
        told.root("Lind", "a1"),
        against=[told.root("Brandt", "a2")],
        others=[("a3", "doubts", "sure"), ("a4", "doubts", "sure")],
    )
    found = told.columns()
    assert [one.stance for one in found] == ["supports", "denies", "doubts"]
    assert (found[2].at_least, found[2].at_most) == (1, None)


def test_who_passes_on_a_rumour_of_an_origin_that_also_says_so_is_no_further_column() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1", "a2"), rumours=["a1"])
    (column,) = told.columns()
    assert column.stance == "supports"
    told = Told()
    told.claim("c1", told.root("talk", "a1", party=False), rumours=["a1"])
    assert told.columns()[0].stance == "reports-as-rumour"


def test_denials_by_sources_that_are_not_named_are_not_told_apart_and_by_named_voices_are() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), against=[told.root("Orrin", "a2"), told.root("Hale", "a3")])
    assert [one.stance for one in told.columns()] == ["supports", "denies", "denies"]
    told.claim("c2", told.root("Lind", "a4"), against=[told.root("aides", "a5"), told.root("Hale", "a6")])
    assert [(one.stance, one.at_least, one.at_most) for one in told.columns("c2")] == [
        ("supports", 1, 1),
        ("denies", 1, 2),
    ]


@pytest.mark.parametrize("bearing", ["perhaps", "akin"])
def test_what_does_not_surely_bear_on_the_claim_counts_nowhere(bearing: Bearing) -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), others=[("a2", "supports", bearing), ("a3", "denies", bearing)])
    (column,) = told.columns()
    assert column.statements == {"a1"}


def test_a_statement_that_goes_back_to_no_origin_makes_no_column_and_is_told_of() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), others=[("a2", "supports", "sure")])
    found = columns(told.findings(), [Evidence("claim", "c1")])
    assert [one.statements for one in found.found] == [{"a1"}]
    assert [one.id for one in found.adrift] == ["a2"]


def test_a_statement_brings_its_column_once_with_all_that_echoes_it() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1", "a2"), told.root("Hale", "a3"))
    assert [one.statements for one in told.columns("a2")] == [{"a1", "a2"}]
    assert [one.statements for one in told.columns("a2", "c1", "a1")] == [{"a1", "a2"}, {"a3"}]


def test_columns_of_several_claims_say_that_they_have_one_origin() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"))
    told.claim("c2", told.root("Hale", "a2"))
    told.claim("c3", told.root("Lind", "a3"))
    assert [one.same_origin for one in told.columns()] == [("E3",), (), ("E1",)]


@pytest.mark.parametrize(("bearing", "told_of"), [("perhaps", ("E1",)), ("akin", ())])
def test_a_column_that_tells_much_the_same_as_one_that_it_relies_on_says_so(
    bearing: Bearing, told_of: tuple[str, ...]
) -> None:
    told = Told()
    told.statement("a2", outlet="Bay Radio")
    told.claim("c1", told.root("Lind", "a1"), others=[("a2", "supports", bearing)])
    told.claim("c2", told.root("Bay Radio", "a2", party=False))
    assert [one.leans_on for one in told.columns()] == [(), ()]
    told.relies_on.append(Reliance(told.documents["a2"].id, "Ardent Post", "cites", (), ""))
    assert [one.leans_on for one in told.columns()] == [(), told_of]


# --- the order


def rated(**cells: Sequence[Consistency | None]) -> dict[tuple[str, str], Consistency]:
    """Ratings column by column, for H1, H2 and so on; None where nobody rated."""
    return {
        (f"H{place}", column): one
        for column, given_ in cells.items()
        for place, one in enumerate(given_, 1)
        if one is not None
    }


def ordered(
    cells: Mapping[tuple[str, str], Consistency], count: int = 2, names: str = "E1 E2 E3"
) -> tuple[tuple[str, ...], ...]:
    return order([f"H{n}" for n in range(1, count + 1)], names.split(), cells).tiers


def test_fewest_very_inconsistent_columns_come_first_then_fewest_inconsistent() -> None:
    cells = rated(
        E1=["very-inconsistent", "inconsistent", "neither"],
        E2=["consistent", "inconsistent", "inconsistent"],
        E3=["very-consistent", "inconsistent", "neither"],
    )
    assert ordered(cells, 3) == (("H3",), ("H2",), ("H1",))


def test_what_is_consistent_moves_nothing_and_ties_stay_ties() -> None:
    cells = rated(E1=["very-consistent", "neither"], E2=["consistent", "very-consistent"])
    assert ordered(cells) == (("H1", "H2"),)


def test_only_columns_rated_for_all_rows_count_and_the_rest_is_listed() -> None:
    cells = rated(E1=["inconsistent", "consistent"], E2=["consistent", None], E3=[None, "very-inconsistent"])
    found = order(["H1", "H2"], ["E1", "E2", "E3"], cells)
    assert (found.tiers, found.columns, found.incomplete) == ((("H2",), ("H1",)), ("E1",), ("E2", "E3"))
    assert found.unrated == (("H1", "E3"), ("H2", "E2"))


def test_a_row_of_which_nothing_was_rated_never_leads_and_has_no_place() -> None:
    found = order(["H1", "H2", "H3"], ["E1"], rated(E1=["inconsistent", "very-inconsistent", None]))
    assert found.tiers == (("H1",), ("H2",))
    assert found.unplaced == ("H3",)


def test_without_a_column_rated_for_all_there_is_no_order() -> None:
    found = order(["H1", "H2"], ["E1", "E2"], rated(E1=["inconsistent", None], E2=[None, "consistent"]))
    assert (found.tiers, found.columns) == ((), ())
    assert order(["H1", "H2"], ["E1"], rated(E1=["inconsistent", None])).tiers == ()
    assert order(["H1", "H2"], ["E1"], {}).tiers == ()


def test_not_applicable_is_no_neutral_rating_the_column_compares_nothing() -> None:
    cells = rated(E1=["not-applicable", "very-inconsistent"], E2=["inconsistent", "consistent"])
    found = order(["H1", "H2"], ["E1", "E2"], cells)
    assert (found.tiers, found.inapplicable) == ((("H2",), ("H1",)), ("E1",))
    assert order(["H1", "H2"], ["E1"], rated(E1=["not-applicable", "consistent"])).unplaced == ("H1",)


def test_columns_rated_alike_in_all_rows_are_said_to_tell_nothing_apart() -> None:
    found = order(["H1", "H2"], ["E1", "E2"], rated(E1=["inconsistent"] * 2, E2=["inconsistent", "neither"]))
    assert found.alike == ("E1",)


# --- what would change it


def test_the_column_that_decides_is_named_and_one_that_does_not_is_not() -> None:
    cells = rated(E1=["very-inconsistent", "consistent"], E2=["consistent", "consistent"])
    found = changes(order(["H1", "H2"], ["E1", "E2"], cells), cells, [])
    assert [(one.columns, one.how, one.tiers, one.top) for one in found] == [
        (("E1",), "wrong", (("H1",), ("H2",)), True),
        (("E1",), "left-out", (("H1", "H2"),), True),
    ]
    assert [one.moves for one in found] == [(Move("H1", "H2"),), (Move("H2", "H1", level=True),)]


THREE: list[Consistency | None] = ["very-inconsistent", "neither"]


def test_nothing_changes_an_order_that_several_columns_bear_each_by_itself() -> None:
    cells = rated(**dict.fromkeys(["E1", "E2", "E3"], THREE))
    assert changes(order(["H1", "H2"], ["E1", "E2", "E3"], cells), cells, []) == ()


def test_a_source_with_several_columns_can_change_what_none_of_them_changes_alone() -> None:
    cells = rated(**dict.fromkeys(["E1", "E2", "E3"], THREE))
    found = changes(
        order(["H1", "H2"], ["E1", "E2", "E3"], cells), cells, [("Lind", ["E1", "E2", "E3"]), ("Hale", ["E1"])]
    )
    assert [(one.source, one.how, one.tiers) for one in found] == [
        ("Lind", "wrong", (("H1", "H2"),)),
        ("Lind", "left-out", ()),
    ]


# --- people


def test_each_person_has_an_order_of_their_own_and_no_ratings_are_mixed() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"))
    found = weighed(
        told, [*both("a1", "inconsistent", "consistent"), *both("a1", "consistent", "very-inconsistent", by="ben")]
    )
    assert [(one.by, one.order.tiers) for one in found.ratings] == [
        ("ada", (("H2",), ("H1",))),
        ("ben", (("H1",), ("H2",))),
    ]


def test_agreement_is_told_cell_by_cell() -> None:
    cells = {
        "ada": rated(
            E1=["consistent", "very-inconsistent", "neither"], E2=["consistent", "not-applicable", "consistent"]
        ),
        "ben": rated(E1=["consistent", "inconsistent", "very-consistent"], E2=["inconsistent", "neither", None]),
    }
    (found,) = agreements(cells, ["H1", "H2", "H3"], ["E1", "E2"])
    assert found == Agreement(
        "ada",
        "ben",
        both=(("H1", "E1"), ("H1", "E2"), ("H2", "E1"), ("H2", "E2"), ("H3", "E1")),
        same=(("H1", "E1"),),
        one_step=(("H2", "E1"),),
        opposite=(("H1", "E2"),),
        further=(("H3", "E1"),),
        applies=(("H2", "E2"),),
    )


def test_when_columns_join_ratings_of_either_stand_and_the_last_of_one_person_holds() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1", "a2"))
    given_ = [rate("h1", "a1", "inconsistent"), rate("h1", "a2", "consistent"), rate("h2", "a2", "neither", by="ben")]
    found = weighed(told, given_)
    (cell,) = [one for one in found.ratings[0].cells if one.hypothesis == "H1"]
    assert (cell.consistency, cell.also) == ("consistent", ("inconsistent",))
    assert [one.consistency for one in found.ratings[1].cells] == [None, "neither"]


def test_of_one_statement_by_two_people_each_is_rated_for_themselves() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), told.root("Hale", "a1"))
    found = weighed(told, [rate("h1", "a1", "inconsistent", source="pLind")])
    assert [(one.column, one.consistency) for one in found.ratings[0].cells if one.hypothesis == "H1"] == [
        ("E1", "inconsistent"),
        ("E2", None),
    ]


def test_a_discounted_column_is_no_part_of_the_order_unless_the_rater_says_that_it_counts() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"))
    told.claim("c2", told.root("Hale", "a2"))
    given_ = [
        one
        for by in ("ada", "ben", "cleo")
        for one in (*both("a1", "inconsistent", "consistent", by), *both("a2", "consistent", "inconsistent", by))
    ]
    marks = [
        Discount("a1", None, "ada", "", "deceiver-too", "who wants to plant him says that first"),
        Discount("a1", None, "ben", "", "counts", "it cost him too much"),
    ]
    found = {one.by: one.order for one in weighed(told, given_, marks).ratings}
    assert found["ada"].discounted == found["cleo"].discounted == ("E1",)
    assert found["ada"].tiers == found["cleo"].tiers == (("H1",), ("H2",))
    assert (found["ben"].discounted, found["ben"].tiers) == ((), (("H1", "H2"),))


def test_a_discount_that_is_taken_back_is_gone() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"))
    marks = [
        Discount("a1", None, "ada", "", "preliminary", "of the first day"),
        Discount("a1", None, "ada", "", "counts", ""),
    ]
    assert weighed(told, discounts=marks).discounted == {}


# --- proposals


def test_a_deception_and_an_honestly_wrong_row_are_proposed_for_every_source_apart_from_the_rows() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"), told.root("officials", "a2"), at_least=1)
    told.claim("c2", told.root("Lind", "a3"), told.root("Ardent Post", "a4", party=False))
    found = weighed(told)
    assert [one.kind for one in found.hypotheses] == ["open", "open"]
    assert [(one.kind, one.source.name, one.columns) for one in found.proposals] == [
        ("deception", "Lind", ("E1", "E2")),
        ("honestly-wrong", "Lind", ("E1", "E2")),
        ("deception", "officials", ("E1",)),
        ("honestly-wrong", "officials", ("E1",)),
        ("deception", "Ardent Post", ("E3",)),
        ("honestly-wrong", "Ardent Post", ("E3",)),
    ]


def test_what_was_added_or_declined_is_proposed_no_longer() -> None:
    told = Told()
    told.claim("c1", told.root("Lind", "a1"))
    source = Source("Lind", "named", ("pLind",))
    said = Weighed(
        Question("q1", "Who is it?", "ada", ""),
        (Hypothesis("h1", "H1", "she lies", "deception", "ada", "", source=source),),
        (Declined("honestly-wrong", "she errs", "ben", "", "she was there", source),),
        (Evidence("claim", "c1"),),
    )
    assert matrix(told.findings(), said).proposals == ()
    other = replace(said, declined=(), hypotheses=(replace(said.hypotheses[0], kind="open"),))
    assert [one.kind for one in matrix(told.findings(), other).proposals] == ["deception", "honestly-wrong"]


# --- laws on generated matrices

ANY = st.sampled_from(get_args(Consistency))


@st.composite
def matrices(draw: st.DrawFn) -> tuple[Told, list[Rating], int]:
    """Claims with origins and echoes, some not told apart, and what two people rated of some of it."""
    told, number, count = Told(), 0, draw(st.integers(2, 3))
    for claim in range(draw(st.integers(1, 3))):
        roots = []
        for _ in range(draw(st.integers(1, 3))):
            held = [f"a{number + more}" for more in range(draw(st.integers(1, 2)))]
            number += len(held)
            roots.append(told.root(draw(st.sampled_from(["Lind", "Hale", "Orrin", "officials", "a source"])), *held))
        told.claim(f"c{claim}", *roots, at_least=draw(st.integers(1, len(roots))))
    ratings = [
        rate(f"h{row}", column.tellings[0].id, one, by)
        for by in ("ada", "ben")
        for column in told.columns()
        for row in range(1, count + 1)
        if (one := draw(st.none() | ANY)) is not None
    ]
    return told, ratings, count


def _echoed(told: Told, data: st.DataObject) -> None:
    """Every origin is echoed some more: first, last, and under the claim wherever."""
    for place, claim in enumerate(told.claims):
        roots, members = [], list(claim.appearances)
        for root in claim.origins.roots:
            held = list(root.appearances)
            for _ in range(data.draw(st.integers(0, 2))):
                echo = told.statement(f"a{1000 + len(told.statements)}", outlet="Bay Radio", day="2031-01-01")
                held.insert(data.draw(st.integers(0, len(held))), echo)
                stance = data.draw(st.sampled_from(["supports", "reports-as-rumour"]))
                members.insert(
                    data.draw(st.integers(0, len(members))),
                    Membership(echo, "supports" if stance == "supports" else "reports-as-rumour"),
                )
            roots.append(replace(root, appearances=tuple(held)))
        told.claims[place] = replace(
            claim, appearances=tuple(members), origins=replace(claim.origins, roots=tuple(roots))
        )


def _told(found: Ratings) -> tuple[object, ...]:
    return found.by, found.order, found.changes, [(one.hypothesis, one.column, one.consistency) for one in found.cells]


@given(matrices(), st.data())
@settings(max_examples=60, deadline=None)
def test_law_2_echoes_change_no_column_no_order_and_no_lead(
    given_: tuple[Told, list[Rating], int], data: st.DataObject
) -> None:
    told, ratings, count = given_
    before = weighed(told, ratings, count=count)
    _echoed(told, data)
    after = weighed(told, ratings, count=count)
    assert len(before.columns) == len(after.columns)
    assert list(map(_told, before.ratings)) == list(map(_told, after.ratings))
    assert [(one.kind, one.source.name, one.columns) for one in before.proposals] == [
        (one.kind, one.source.name, one.columns) for one in after.proposals
    ]
    assert before.agreements == after.agreements


@given(matrices())
@settings(max_examples=60, deadline=None)
def test_law_8_what_nobody_rated_is_null_everywhere_and_never_the_middle_of_the_scale(
    given_: tuple[Told, list[Rating], int],
) -> None:
    told, ratings, count = given_
    found = weighed(told, ratings, count=count)
    shown = msgspec.json.decode(msgspec.json.encode(found))
    said = {(one.by, one.hypothesis, one.statement): one.consistency for one in ratings}
    for one in shown["ratings"]:
        assert len(one["cells"]) == count * len(found.columns)
        for cell in one["cells"]:
            column = next(it for it in found.columns if it.name == cell["column"])
            key = (one["by"], f"h{cell['hypothesis'][1:]}", column.tellings[0].id)
            assert cell["consistency"] == said.get(key)
        unrated = {tuple(place) for place in one["order"]["unrated"]}
        assert unrated == {(it["hypothesis"], it["column"]) for it in one["cells"] if it["consistency"] is None}
        placed = {row for tier in one["order"]["tiers"] for row in tier}
        for row in placed:
            cells = [it["consistency"] for it in one["cells"] if it["hypothesis"] == row]
            assert any(it in SCALE for it in cells)
    if not ratings:
        assert shown["ratings"] == []


@st.composite
def cells(draw: st.DrawFn) -> dict[tuple[str, str], Consistency]:
    names = [(f"H{row}", f"E{column}") for row in range(1, 5) for column in range(1, 5)]
    return {place: one for place in names if (one := draw(st.none() | ANY)) is not None}


ROWS, COLUMNS = ["H1", "H2", "H3", "H4"], ["E1", "E2", "E3", "E4"]


@given(cells(), st.permutations(ROWS), st.permutations(COLUMNS))
@settings(deadline=None)
def test_the_order_of_rows_and_of_evidence_changes_nothing(
    held: dict[tuple[str, str], Consistency], rows_: list[str], columns_: list[str]
) -> None:
    one, other = order(ROWS, COLUMNS, held), order(rows_, columns_, held)
    assert [set(tier) for tier in one.tiers] == [set(tier) for tier in other.tiers]
    assert (set(one.columns), set(one.unplaced), set(one.unrated)) == (
        set(other.columns),
        set(other.unplaced),
        set(other.unrated),
    )
    sources = [("Lind", ["E1", "E3"])]
    assert _changes(one, held, sources) == _changes(other, held, sources)


def _changes(
    found: object, held: dict[tuple[str, str], Consistency], sources: list[tuple[str, list[str]]]
) -> set[object]:
    told = changes(found, held, sources)  # type: ignore[arg-type]
    return {
        (frozenset(it.columns), it.source, it.how, it.top, tuple(map(frozenset, it.tiers)), frozenset(_pairs(it.moves)))
        for it in told
    }


def _pairs(moves: Sequence[Move]) -> set[object]:
    return {frozenset((it.first, it.second)) if it.level else (it.first, it.second) for it in moves}


@given(cells(), st.sets(st.sampled_from(COLUMNS)))
@settings(deadline=None)
def test_what_is_turned_twice_is_what_it_was(held: dict[tuple[str, str], Consistency], some: set[str]) -> None:
    assert turned(turned(held, some), some) == held
    assert turned(held, ()) == held


@given(cells(), st.sampled_from(ROWS))
@settings(deadline=None)
def test_taking_away_what_was_rated_of_a_row_never_lets_it_lead(
    held: dict[tuple[str, str], Consistency], row: str
) -> None:
    left = {place: one for place, one in held.items() if place[0] != row}
    assert all(row not in tier for tier in order(ROWS, COLUMNS, left).tiers)


@given(cells())
@settings(deadline=None)
def test_every_row_is_in_the_order_or_without_a_place_but_where_there_is_none(
    held: dict[tuple[str, str], Consistency],
) -> None:
    found = order(ROWS, COLUMNS, held)
    placed = [row for tier in found.tiers for row in tier]
    assert not found.tiers or sorted([*placed, *found.unplaced]) == ROWS
    assert sorted([*found.columns, *found.incomplete, *found.inapplicable]) == (
        COLUMNS if len(found.unplaced) < 4 else []
    )
