from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.output.retold import retold
from wherefrom.model import Claim, Findings, Membership, Origins, Reliance, Root, Stance
from wherefrom.output.descent import Band, Node, descent, rows_of
from wherefrom.output.graph import END, MOST_ROWS, WIDTH, Graph, graph
from wherefrom.output.shared import Member, Shelf, shared


@pytest.fixture(scope="module")
def story() -> Findings:
    return retold()


def bands_of(findings: Findings) -> tuple[Band, ...]:
    shelf = Shelf.of(findings)
    (one,) = shared(shelf)
    return descent(shelf, one)


def drawn(findings: Findings) -> Graph:
    made = graph(bands_of(findings), "at least 1 origin, at most 2")
    assert made is not None
    return made


def lines(tree: Node) -> list[tuple[int, str]]:
    return [(depth, node.label) for node, depth in rows_of(tree)]


def test_documents_stand_below_whoever_they_had_it_from(story: Findings) -> None:
    officials, brahe = bands_of(story)[0].trees
    assert lines(officials) == [
        (0, "harbour officials"),
        (1, "Lindholm Mirror"),
        (2, "The Lindholm Courier"),
        (1, "Harbour Wire"),
        (2, "Ostrava Bay Gazette"),
    ]
    assert lines(brahe) == [(0, "Edda Brahe"), (1, "Quay Radio")]


def test_somebody_on_the_way_who_is_not_read_here_is_no_document(story: Findings) -> None:
    officials = bands_of(story)[0].trees[0]
    assert [node.kind for node, _ in rows_of(officials)] == ["root", "document", "document", "hand", "document"]


def test_only_the_first_to_tell_it_from_an_origin_is_no_echo(story: Findings) -> None:
    echoes = [node.echo for tree in bands_of(story)[0].trees for node, _ in rows_of(tree) if node.kind == "document"]
    assert echoes == [False, True, True, False]


def test_denials_doubts_and_tellings_without_an_origin_stand_apart(story: Findings) -> None:
    bands = {band.kind: band for band in bands_of(story)}
    assert lines(bands["adrift"].trees[0]) == [(0, "outlet not known")]
    assert lines(bands["against"].trees[0]) == [(0, "Marek Dolle"), (1, "Ostrava Bay Gazette")]
    assert lines(bands["doubts"].trees[0]) == [(0, "Lawyers, not named, in Night Post")]


def test_a_denial_that_no_origin_gathers_is_still_shown(story: Findings) -> None:
    sold = story.claims[1]
    bare = replace(sold, origins=replace(sold.origins, against=()))
    bands = {band.kind: band for band in bands_of(replace(story, claims=(bare,)))}
    assert lines(bands["against"].trees[0]) == [(0, "Marek Dolle"), (1, "Ostrava Bay Gazette")]


def test_a_document_that_names_nobody_stands_below_the_one_that_it_rests_on(story: Findings) -> None:
    gazette = story.documents[2]
    wired = next(one for one in story.appearances if one.document == gazette.id)
    silent = tuple(replace(one, chain=()) if one is wired else one for one in story.appearances)
    reliance = Reliance(gazette.id, story.documents[0].id, "copies", (), "word for word")
    officials = bands_of(replace(story, appearances=silent, relies_on=(reliance,)))[0].trees[0]
    node = next(node for node, _ in rows_of(officials) if node.label == "Ostrava Bay Gazette")
    assert (2, "Ostrava Bay Gazette") in lines(officials)
    assert node.how == "copies it"


def test_a_claim_that_nobody_tells_or_denies_has_no_picture() -> None:
    assert graph((), "one origin") is None


def test_later_documents_stand_further_to_the_right(story: Findings) -> None:
    dots = {dot.title.partition(",")[0]: dot for dot in drawn(story).dots}
    assert dots["harbour officials"].x < dots["Lindholm Mirror"].x < dots["The Lindholm Courier"].x
    assert dots["The Lindholm Courier"].x < dots["Ostrava Bay Gazette"].x < dots["Quay Radio"].x


def test_the_picture_marks_who_was_first_and_who_echoes(story: Findings) -> None:
    tones = [(dot.title.partition(",")[0], dot.tone) for dot in drawn(story).dots]
    assert tones == [
        ("harbour officials", "root"),
        ("Lindholm Mirror", "first"),
        ("The Lindholm Courier", "echo"),
        ("Harbour Wire", "hand"),
        ("Ostrava Bay Gazette", "echo"),
        ("Edda Brahe", "root"),
        ("Quay Radio", "first"),
        ("outlet not known", "adrift"),
        ("Marek Dolle", "against"),
        ("Ostrava Bay Gazette", "against"),
        ("Lawyers", "doubts"),
    ]


def test_the_picture_is_told_in_words(story: Findings) -> None:
    assert drawn(story).told == (
        "At least 1 origin, at most 2. "
        "harbour officials, by way of Harbour Wire: first told here in Lindholm Mirror, 2031-05-03, "
        "then in 2 more documents. "
        "Edda Brahe: first told here in Quay Radio, 2031-05-06. "
        "Origin cannot be told: outlet not known. "
        "Marek Dolle: denied in Ostrava Bay Gazette, 2031-05-05. "
        "Doubted by Lawyers, not named, in Night Post."
    )


def test_the_same_findings_give_the_same_picture(story: Findings) -> None:
    assert drawn(story) == drawn(retold())


STANCES: tuple[Stance, ...] = ("supports", "denies", "doubts", "reports-as-rumour")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """The story's appearances under any stances and any roots, some of them under none."""
    names = [one.id for one in retold().appearances]
    held = draw(st.lists(st.sampled_from(names), min_size=2, unique=True))
    given_stances = draw(st.lists(st.sampled_from(STANCES), min_size=len(held), max_size=len(held)))
    members = tuple(Membership(*it) for it in zip(held, given_stances, strict=True))
    label = st.text(min_size=1, max_size=90)
    places = st.lists(st.sampled_from(held), unique=True).map(tuple)
    roots = st.lists(st.builds(Root, label, st.just(()), places, st.just("")), max_size=4).map(tuple)
    return Claim("c", "words", members, Origins(1, None, draw(roots), draw(roots)), ())


@settings(deadline=None)
@given(claims(), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6))
def test_whatever_the_origins_every_document_is_in_the_picture_and_in_its_frame(
    claim: Claim, rests: list[tuple[int, int]]
) -> None:
    story = retold()
    documents = [one.id for one in story.documents]
    relies_on = tuple(Reliance(documents[one], documents[on], "cites", (), "") for one, on in rests if one != on)
    shelf = Shelf.of(replace(story, claims=(claim,), relies_on=relies_on))
    for one in shared(shelf):
        bands = descent(shelf, one)
        placed = {
            node.member.document.id for band in bands for tree in band.trees for node, _ in rows_of(tree) if node.member
        }
        assert placed == {member.document.id for member in one.members}
        made = graph(bands, "")
        assert made is not None
        assert made.more == 0
        assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= made.height for dot in made.dots)
        rows = [dot.y for dot in made.dots]
        assert rows == sorted(set(rows))
        assert all(label.x <= END for dot in made.dots for label in dot.lines)


def test_a_claim_of_many_documents_is_drawn_in_part_and_says_so(story: Findings) -> None:
    sold, member = bands_of(story)[0].trees[0].below[0], 2 * MOST_ROWS
    root = Node(
        "root", "harbour officials", below=[replace(sold, below=[], member=_other(sold)) for _ in range(member)]
    )
    made = graph((Band("for", (root,)),), "one origin")
    assert made is not None
    assert len(made.dots) <= MOST_ROWS
    assert made.more == member - len(made.dots) + 1


def _other(node: Node) -> Member:
    assert node.member
    return replace(node.member)


def test_whoever_denies_it_twice_stands_there_once(story: Findings) -> None:
    sold, price = story.claims[1], story.appearances[1]
    denial = next(one for one in story.appearances if one.chain and one.chain[-1].act == "denies")
    again = replace(price, chain=denial.chain)
    appearances = tuple(again if one is price else one for one in story.appearances)
    claim = replace(sold, appearances=(*sold.appearances, Membership(price.id, "denies")))
    shelf = Shelf.of(replace(story, appearances=appearances, claims=(claim,)))
    bands = {band.kind: band for band in descent(shelf, shared(shelf)[0])}
    assert len(bands["against"].trees) == 1
