"""The measures of origins count what they say: values without text, and bounds held against what is true."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import floors, origins, values
from benchmarks.newsrooms import newsroom
from benchmarks.origins import ANSWERS, Bounds, Judged, errors, holds, judged, measured, rooms, score, table, written
from benchmarks.values import Accuracy, Given, Page, Pages, accuracy, alike, bounds, decisions, passing_on, votes
from wherefrom import api
from wherefrom.model import Claim, Findings, Membership, Origins, Reliance

# --- values without text


def page(*given: str) -> Page:
    """Values with who gave them, as "120 Ann"; an editor without a name is a number."""
    return tuple(Given(one.split()[0], one.split()[1], not one.split()[1].isdigit()) for one in given)


def test_plain_voting_takes_what_most_gave_and_says_where_it_cannot_tell() -> None:
    assert votes(page("5 Ann", "6 Bo", "5 Cy")) == ["5"]
    assert votes(page("5 Ann", "6 Bo")) == ["5", "6"]


def test_who_gives_again_what_was_given_last_adds_nothing() -> None:
    assert decisions(page("5 Ann", "5 Bo", "6 Cy", "6 Di", "6 Ed")) == page("5 Ann", "6 Cy")


def test_who_goes_back_to_an_earlier_value_decides() -> None:
    told = page("5 Ann", "6 Bo", "5 Cy")
    assert decisions(told) == told


def test_editors_without_a_name_decide_only_between_equals() -> None:
    assert bounds(page("5 Ann", "6 1", "6 2", "6 3")) == ["5"]
    assert bounds(page("5 Ann", "6 Bo", "6 3")) == ["6"]
    assert bounds(page("5 1", "6 2", "6 3")) == ["6"]


def test_an_editor_who_nearly_always_repeats_passes_on() -> None:
    pages = [page(f"{number} Ann", f"{number} Bot") for number in range(9)]
    assert passing_on([*pages, page("1 Ann", "2 Cy")]) == {"Bot"}
    assert passing_on(pages[:3]) == frozenset()


def test_editors_who_share_odd_values_are_one() -> None:
    pages = [page("1 Ann", "1 Bo", "1 Cy", "2 Di", "2 Ed"), page("7 Ann", "7 Bo", "7 Cy", "8 Di", "8 Ed")]
    assert alike(pages) == {"Ed": "Di"}
    assert alike(pages[:1]) == {}
    assert len(values.merged(alike(pages))(pages[0])) == 4


def test_right_is_counted_with_lots_drawn_and_with_the_earliest_of_equals() -> None:
    pages = Pages(
        {("a", "2000"): page("5 Ann", "6 Bo"), ("b", "2000"): page("1 Ann"), ("c", "2000"): page("3 Ann")},
        {("a", "2000"): "6", ("b", "2000"): "1", ("nowhere", "2000"): "9"},
    )
    assert accuracy(pages, votes) == Accuracy(drawn=75.0, earliest=50.0, undecided=1, of=2)


def a_corpus(folder: Path) -> Path:
    """Two cities in the layout of the corpus; an editor without a name is called by an address."""
    place = folder / values.FOLDER
    place.mkdir(parents=True)
    head = '"ObjectID","PropertyID","PropertyValue","SourceID","TimeStamp"\n'
    rows = ['"a","P1","5","1: Ann","null"', '"a","P1","6","0 (192.0.2.1)","null"', '"a","P1","6","2: Bot","null"']
    (place / values.CLAIMS).write_text(head + "\n".join([*rows, '"b","P1","9","1: Ann","null"']), encoding="utf-8")
    (place / values.TRUTH).write_text('"ObjectID","PropertyID","PropertyValue"\n"a","P1","5"\n', encoding="utf-8")
    return folder


def test_the_corpus_is_read_in_the_order_of_its_rows(tmp_path: Path) -> None:
    pages = Pages.of(a_corpus(tmp_path) / values.FOLDER)
    given = pages.given["a", "P1"]
    assert [one.value for one in given] == ["5", "6", "6"]
    assert [one.named for one in given] == [True, False, True]
    assert list(pages.judged()) == [(given, "5")]


def test_origins_choose_the_value_that_is_no_repeat(tmp_path: Path) -> None:
    pages = Pages.of(a_corpus(tmp_path) / values.FOLDER)
    reached = {name: accuracy(pages, way) for name, way in values.ways(pages).items()}
    assert reached[values.BASELINE].drawn == 0
    assert reached[values.ORIGINS].drawn == 100
    assert any("lots" in line or "drawn" in line for line in values.table(pages, reached))


# --- bounds on the number of origins

ROOM = newsroom(4, first=2, more=3)

NOBODY = origins.Relying(0, 0, {})


def judgement(found: Bounds | None, true: int, *, mixed: bool = False) -> Judged:
    claim = replace(ROOM.claims[0], origins=tuple("abcdefg"[:true]), outlets=("A", "B", "C"))
    return Judged(0, claim, found, mixed)


@pytest.mark.parametrize(
    ("bounds", "true", "right"),
    [((1, 2), 2, True), ((1, 1), 2, False), ((2, 3), 1, False), ((1, None), 7, True), ((0, None), 1, True)],
)
def test_bounds_hold_where_the_truth_lies_within(bounds: Bounds, true: int, right: bool) -> None:  # noqa: FBT001
    assert holds(bounds, true) == right


def test_false_independence_width_and_open_ends_are_counted_over_answers() -> None:
    claims = [judgement((2, 2), 1), judgement((1, 3), 2), judgement((1, None), 2), judgement(None, 1)]
    one = score(claims, ANSWERS["the program"])
    assert (one.answered, one.of, one.open_ended, one.width) == (3, 4, 1, 1.0)
    assert (one.falsely_independent, one.hold) == pytest.approx((100 / 3, 200 / 3))


def test_counting_outlets_and_always_one_are_measured_alike() -> None:
    claims = [judgement(None, 1), judgement(None, 3)]
    assert score(claims, ANSWERS["one origin an outlet"]).falsely_independent == 50.0
    assert score(claims, ANSWERS["always one"]).hold == 50.0


def test_no_answer_scores_nothing_and_fails_nowhere() -> None:
    assert score([], ANSWERS["the program"]).hold == 0.0
    assert measured([judgement(None, 1)], NOBODY, Accuracy(80.0, 85.0, 3, 9))["claims found"] == 0.0


def test_errors_with_too_many_origins_are_shown_first() -> None:
    shown = errors([judgement((1, 1), 2), judgement((1, 2), 2), judgement((2, 2), 1, mixed=True)], 9)
    assert ["(2, 2) for 1" in line for line in shown] == [True, False]
    assert "mixed" in shown[0]


def answered(claims: Sequence[Claim], findings: Findings) -> list[Judged]:
    return judged(0, ROOM, replace(findings, claims=tuple(claims)))


def test_a_claim_is_judged_by_the_programs_claim_that_holds_most_of_its_statements(tmp_path: Path) -> None:
    findings = api.read(written(ROOM, tmp_path))
    assert {Path(document.path).stem for document in findings.documents} == {report.name for report in ROOM.reports}
    everything = tuple(Membership(one.id, "supports") for one in findings.appearances)
    whole = Claim("c", "text", everything, Origins(2, 4, (), ()), ())
    assert {one.found for one in answered([whole], findings)} == {(2, 4)}
    assert all(one.mixed for one in answered([whole], findings)) == (len(ROOM.claims) > 1)
    assert {one.found for one in answered([], findings)} == {None}


def test_newsrooms_of_several_sorts_are_measured_and_the_same_every_time() -> None:
    folder = Path(__file__).parent
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(values, "digest", lambda _: "corpus")
        assert origins.digest(folder, rooms(3)) == origins.digest(folder, rooms(3))
        assert origins.digest(folder, rooms(3)) != origins.digest(folder, rooms(4))


def test_the_command_prints_both_tables_and_keeps_floors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    call = ["origins", str(a_corpus(tmp_path)), "--rooms", "1", "--update"]
    monkeypatch.setattr("sys.argv", call)
    origins.main()
    shown = capsys.readouterr().out
    assert "plain voting" in shown
    assert "always one" in shown
    assert "not falsely independent" in (tmp_path / "floors.json").read_text(encoding="utf-8")
    monkeypatch.setattr("sys.argv", [*call[:-1], "--check"])
    with pytest.raises(SystemExit) as done:
        origins.main()
    assert done.value.code in {0, None}


def test_a_folder_without_the_corpus_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["origins", str(tmp_path)])
    with pytest.raises(SystemExit, match="population"):
        origins.main()


def test_the_tables_have_a_line_for_every_way_of_answering() -> None:
    lines = table([judgement((1, 2), 2)], NOBODY)
    assert [line.split("  ")[0] for line in lines[2:-1]] == list(ANSWERS)
    assert lines[-1].startswith("who relies on whom")


# --- who relies on whom


def test_a_reliance_is_right_also_where_it_skips_a_hand(tmp_path: Path) -> None:
    first = ROOM.reports[0]
    copy = replace(first, name="90-copy", outlet="Copy", published="2029-01-01", relies_on=((first.name, "copies"),))
    again = replace(copy, name="91-again", outlet="Again", published="2029-01-02", relies_on=((copy.name, "copies"),))
    room = replace(ROOM, reports=(first, copy, again))
    findings = api.read(written(room, tmp_path))
    of = {Path(document.path).stem: document.id for document in findings.documents}
    found = replace(
        findings,
        relies_on=(
            Reliance(of["90-copy"], of[first.name], "copies", (), "same"),
            Reliance(of["91-again"], f"the {first.outlet}", "cites", (), "names it"),
            Reliance(of[first.name], of["91-again"], "copies", (), "wrong way"),
            Reliance(of[first.name], "media", "cites", (), "no outlet of the room"),
        ),
    )
    told = origins.relying(room, found)
    assert (told.right, told.found, told.recalled["copies"].recall) == (2, 3, 100.0)
    assert origins.precision_and_recall(origins.together([told, told])) == pytest.approx((200 / 3, 100.0))


def test_a_report_made_from_another_without_a_finding_is_missed(tmp_path: Path) -> None:
    findings = replace(api.read(written(ROOM, tmp_path)), relies_on=())
    told = origins.relying(ROOM, findings)
    assert told.found == 0
    assert sum(share.annotated for share in told.recalled.values()) == len({name for name, _, _ in ROOM.relies_on})
    assert origins.precision_and_recall(told) == (0.0, 0.0)
