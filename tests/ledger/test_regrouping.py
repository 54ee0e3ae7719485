"""Claims that people merge or split stay so, whatever is added later; nothing is rewritten, and nothing changes where nobody says anything."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.kept import Clock, begun, keep, read
from wherefrom.api import correcting
from wherefrom.cli import Parser
from wherefrom.cli import correcting as commands
from wherefrom.comparing import Outlets, compare, compare_story
from wherefrom.comparing.sameness import UNTIED, Ties
from wherefrom.comparing.sameness.ties import regrouped
from wherefrom.ledger.content import add
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.ledger.regrouping import Regroupings, folded, joined_by
from wherefrom.ledger.replaying import replay
from wherefrom.ledger.views import findings
from wherefrom.model import Claim, Findings, Span, Unreadable, slice_of
from wherefrom.model.entry import Entry, Regrouped, Target
from wherefrom.reader import reader_named

# --- groups of rows


def test_tied_groups_are_one_and_keep_what_they_were_made_of() -> None:
    found = regrouped([[0, 3], [1], [2, 4]], "abcde", Ties(tied=(("d", "c"),)))
    assert found.claims == (((0, 3), (2, 4)), ((1,),))


def test_who_is_set_apart_leaves_its_group_and_is_not_drawn_to_it_again() -> None:
    found = regrouped([[0, 3], [1]], "abcd", Ties(apart=(("a",),)))
    assert found.claims == (((0,),), ((1,),), ((3,),))
    assert found.never == ((0, 2), (3, 0))


def test_what_is_no_longer_read_ties_nothing() -> None:
    assert regrouped([[0], [1]], "ab", Ties(tied=(("a", "gone"),), apart=(("gone",),))).claims == (((0,),), ((1,),))


GROUPS = st.lists(st.integers(0, 4), min_size=1, max_size=12)
TIES = st.lists(st.lists(st.integers(0, 14), min_size=1, max_size=4, unique=True), max_size=3)


@given(GROUPS, TIES, TIES)
@settings(max_examples=200, deadline=None)
def test_groups_with_any_ties_are_a_partition_in_order(
    of: list[int], tied: list[list[int]], apart: list[list[int]]
) -> None:
    groups = sorted([row for row, group in enumerate(of) if group == one] for one in set(of))
    names = [str(row) for row in range(len(of))]
    ties = Ties(*(tuple(tuple(map(str, one)) for one in said) for said in (tied, apart)))
    found = regrouped(groups, names, ties)
    rows = [row for claim in found.claims for part in claim for row in part]
    assert sorted(rows) == list(range(len(of)))
    assert [claim[0][0] for claim in found.claims] == sorted(claim[0][0] for claim in found.claims)
    claim_of = {row: number for number, claim in enumerate(found.claims) for part in claim for row in part}
    for together in tied:
        assert len({claim_of[row] for row in together if row in claim_of}) <= 1
    assert all(claim_of[row] != claim for row, claim in found.never)
    if not tied and not apart:
        assert [list(part) for (part,) in found.claims] == groups


# --- entries


def anchor(name: str) -> Target:
    return Target("appearance", f"a{name}", "d1", (Span(ord(name), ord(name) + 1),))


def entries(*said: tuple[str, str]) -> Iterator[Entry]:
    for seq, (verb, names) in enumerate(said):
        told = Regrouped(verb, tuple(map(anchor, names)))  # type: ignore[arg-type]
        yield Entry(seq, "", "", "regrouped", "", "", "", told)


def shown(found: Regroupings) -> tuple[list[str], list[str]]:
    tied, apart = (["".join(sorted(one.id[1:] for one in held)) for held in said] for said in (found.tied, found.apart))
    return tied, apart


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ([("merges", "ab")], (["ab"], [])),
        ([("merges", "ab"), ("merges", "bc")], (["abc"], [])),
        ([("merges", "ab"), ("splits", "b")], ([], [])),
        ([("merges", "abc"), ("splits", "b")], (["ac"], [])),
        ([("merges", "abcd"), ("splits", "bc")], (["ad", "bc"], [])),
        ([("splits", "a")], ([], ["a"])),
        ([("splits", "ab"), ("splits", "c")], ([], ["ab", "c"])),
        ([("splits", "a"), ("merges", "ab")], (["ab"], [])),
        ([("splits", "ab"), ("merges", "ac")], (["ac"], [])),
        ([("merges", "ab"), ("splits", "b"), ("splits", "b")], ([], ["b"])),
        ([("splits", "a"), ("merges", "ab"), ("splits", "a")], ([], [])),
    ],
)
def test_each_verb_undoes_the_other(said: list[tuple[str, str]], holds: tuple[list[str], list[str]]) -> None:
    assert shown(folded(entries(*said))) == holds


def test_stories_that_a_tie_goes_across_are_one() -> None:
    said = Regroupings(tied=((anchor("a"), Target("appearance", "x", "d3", (Span(0, 1),))),))
    assert joined_by(said, [[0, 2], [1], [3]], ["d1", "d2", "d4", "d3"]) == [[0, 2, 3], [1]]
    assert joined_by(Regroupings(), [[0, 2], [1]], ["d1", "d2", "d3"]) == [[0, 2], [1]]


# --- in a ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with begun(tmp_path, *range(7)) as made:
        yield made


def claim(found: Findings, words: str, outlet: str) -> Claim:
    """The claim under which a statement of an outlet with these words stands."""
    of = {one.id: one.publisher for one in found.documents}
    names = {one.id for one in found.appearances if words in one.text and of[one.document] == outlet}
    return next(
        one
        for one in found.claims
        if any(member.id in names and member.bearing != "akin" for member in one.appearances)
    )


def outlets(found: Findings, one: Claim) -> set[str | None]:
    publisher = {document.id: document.publisher for document in found.documents}
    document = {held.id: held.document for held in found.appearances}
    return {publisher[document[member.id]] for member in one.appearances if member.bearing != "akin"}


def test_merged_claims_are_one_across_stories_named_after_the_earliest_with_the_origins_of_both(ledger: Ledger) -> None:
    before, moment = findings(ledger), next(iter(ledger.entries_at(ledger.head().seq))).at
    dam, inspector = (
        claim(before, "has cracked", "Ardent Post"),
        claim(before, "may have cracked", "Bay Radio"),
    )
    assert dam.id != inspector.id
    done = correcting.merge_claims(ledger, [inspector.id, dam.id], why="one crack", by="ben")
    after = findings(ledger)
    merged = claim(after, "may have cracked", "Bay Radio")
    assert done.claims == (dam.id, dam.id) == (merged.id, merged.id)
    assert {"Ardent Post", "Tarn Herald", "Sunmere Sun", "Bay Radio"} <= outlets(after, merged)
    assert merged.origins.at_least == dam.origins.at_least + inspector.origins.at_least
    assert inspector.id not in {one.id for one in after.claims}
    assert findings(ledger, as_of=moment) == before


def test_a_merge_is_undone_by_splitting_off_the_statement_that_named_the_claim(ledger: Ledger) -> None:
    before = findings(ledger)
    dam, inspector = claim(before, "has cracked", "Ardent Post"), claim(before, "may have cracked", "Bay Radio")
    correcting.merge_claims(ledger, [dam.id, inspector.id])
    done = correcting.split_claim(ledger, f"a{inspector.id[1:]}", by="ben")
    assert findings(ledger) == before
    assert done.claims == (inspector.id,)
    assert not correcting.regroupings(ledger)
    assert [entry.kind for entry in ledger.entries(Regrouped)] == ["regrouped"] * 2


def test_a_statement_that_is_split_off_is_under_a_claim_of_its_own_until_it_is_merged_again(ledger: Ledger) -> None:
    before = findings(ledger)
    dam = claim(before, "has cracked", "Ardent Post")
    sun = next(
        one.id for one in before.appearances if "has cracked" in one.text and one.document == before.documents[-1].id
    )
    assert sun in {one.id for one in dam.appearances}
    done = correcting.split_claim(ledger, sun)
    after = findings(ledger)
    own, rest = claim(after, "has cracked", "Sunmere Sun"), claim(after, "has cracked", "Ardent Post")
    assert done.claims == (own.id,) == (f"c{sun[1:]}",)
    assert outlets(after, own) == {"Sunmere Sun"}
    assert sun not in {one.id for one in rest.appearances}
    assert dam.id == rest.id
    correcting.merge_claims(ledger, [own.id, rest.id])
    again = claim(findings(ledger), "has cracked", "Sunmere Sun")
    assert (again.id, again.appearances) == (dam.id, dam.appearances)


def test_what_people_said_holds_when_documents_are_added_and_equals_a_rebuild(tmp_path: Path) -> None:
    def told(folder: Path, first: Sequence[int], then: Sequence[int]) -> Findings:
        folder.mkdir()
        with begun(folder, *first) as made:
            held = findings(made)
            dam, other = claim(held, "has cracked", "Ardent Post"), claim(held, "may have cracked", "Bay Radio")
            mayor = next(one for one in held.appearances if one.text.startswith("the dam at Sunmere has cracked"))
            correcting.merge_claims(made, [dam.id, other.id])
            correcting.split_claim(made, mayor.id)
            for number in then:
                keep(made, number, Clock())
            found = findings(made)
            with made.writing("ada") as writer:
                for emptied in ("search WHERE kind = 'claim'", "claims", "sources", "told", "held", "stories"):
                    writer.put(f"DELETE FROM {emptied}")  # noqa: S608  written above
                project(writer)
            assert findings(made) == found
            return found

    assert told(tmp_path / "late", [0, 2, 3], [4, 6, 1, 5]) == told(tmp_path / "at-once", [6, 5, 4, 3, 2, 1, 0], [])


def test_replaying_the_history_gives_what_is_held(ledger: Ledger, tmp_path: Path) -> None:
    found = findings(ledger)
    dam, other = claim(found, "has cracked", "Ardent Post"), claim(found, "may have cracked", "Bay Radio")
    correcting.merge_claims(ledger, [dam.id, other.id])
    correcting.split_claim(ledger, dam.appearances[1].id)
    with Ledger.open(tmp_path / "again.db", create=True) as again:
        replay(ledger, again)
        assert findings(again) == findings(ledger)


def test_where_nobody_said_anything_nothing_changes(ledger: Ledger) -> None:
    held = findings(ledger)
    whole = Outlets.shipped()
    assert compare_story((held, whole)) == compare_story((held, whole), UNTIED)
    assert compare_story((held, whole)) == compare_story((held, whole), Ties(tied=(("gone",),)))
    assert [one.text for one in compare(held).claims] == [one.text for one in held.claims]


def test_what_cannot_be_merged_or_split_is_told(ledger: Ledger) -> None:
    held, head = findings(ledger), ledger.head()
    dam, alone = claim(held, "has cracked", "Ardent Post"), claim(held, "mended", "Sunmere Sun")
    with pytest.raises(Unreadable, match="two claims or more"):
        correcting.merge_claims(ledger, [dam.id, dam.id])
    with pytest.raises(Unreadable, match="no claim"):
        correcting.merge_claims(ledger, [dam.id, "cnothing"])
    with pytest.raises(Unreadable, match="no statement"):
        correcting.split_claim(ledger, "anothing")
    with pytest.raises(Unreadable, match="only statement of its claim"):
        correcting.split_claim(ledger, alone.appearances[0].id)
    assert ledger.head() == head


def test_the_commands_regroup_and_list(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*given: str) -> str:
        top = Parser()
        commands.add_to(top.add_subparsers(required=True, parser_class=Parser))
        parsed = top.parse_args(["regroup", *given, "--ledger", str(ledger.path)])
        assert parsed.run(parsed) == 0
        return capsys.readouterr().out

    held = findings(ledger)
    dam, other = claim(held, "has cracked", "Ardent Post"), claim(held, "may have cracked", "Bay Radio")
    assert "Nobody" in run("list")
    assert json.loads(run("merge", dam.id, other.id, "--json"))["claims"] == [dam.id, dam.id]
    assert "one claim: " in run("list")
    assert other.id in run("split", other.appearances[0].id)
    assert "Nobody" in run("list")


def test_a_split_of_a_statement_beside_one_that_was_tied_is_of_that_statement_itself(tmp_path: Path) -> None:
    ledger = begun(tmp_path, 1, 4)
    document, reading = read()[0]
    one = reading.appearances[0]
    spans = (Span(one.spans[0].start, one.spans[-1].end - len(" cracked")),)
    other = replace(one, id=f"a{0:012}", spans=spans, text=slice_of(document.text, spans))
    with ledger.writing("ada", Clock()) as writer:
        both = replace(reading, appearances=(*reading.appearances, other))
        add(writer, document, reader_named(None).identity(), both)
        project(writer)
    found = findings(ledger)
    claim = next(claim.id for claim in found.claims if other.id in {it.id for it in claim.appearances})
    ferry = next(claim.id for claim in found.claims if "ferry" in claim.text)
    correcting.merge_claims(ledger, [claim, ferry])
    tied = next(anchor for together in correcting.regroupings(ledger).tied for anchor in together)
    beside = one if tied.spans == other.spans else other
    assert correcting.split_claim(ledger, beside.id).said.targets[0].spans == beside.spans
