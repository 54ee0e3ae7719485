"""The table of comparing tells what the scorer of whole stories says, and its floors never sink silently."""

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks import cases, comparing, floors
from benchmarks.comparing import Compared, always_one, compared, measured, table
from benchmarks.labels import held_together
from wherefrom import api
from wherefrom.comparing.material import Material
from wherefrom.model import Claim, Membership, Origins

HOUSE = Path(__file__).parents[1]
SHARED = HOUSE.parent / "shared"


def results(**otherwise: Any) -> dict[str, Any]:  # noqa: ANN401  as the scorer returns them
    """What the scorer returns for a story."""
    told = {
        "stance": {"right": 8, "of": 10},
        "origins": {"right": 3, "of": 4, "too_many": 1, "open": 0},
        "plural": {"right": 1, "of": 2},
        "disagreements": {"right": 0, "of": 2},
        "clusters": {"f1": 0.75},
        "always_one": {"share": 0.5},
        "relies_on": {"precision": 0.5, "recall": 1.0, "f1": 0.6667},
        "conflicts": {"reported": 7},
    }
    return told | otherwise


def one(name: str = "ferry", **otherwise: Any) -> Compared:  # noqa: ANN401
    return Compared.of(name, results(**otherwise))


def test_shares_are_over_all_stories_and_clusters_and_reliance_are_means() -> None:
    small = one("mine", stance={"right": 0, "of": 30}, clusters={"f1": 0.25})
    scores = measured([one(), small])
    assert scores["stance"] == pytest.approx(100 * 8 / 40)
    assert scores["clusters F1"] == 50.0
    assert scores["relies on F1"] == pytest.approx(200 / 3)
    assert scores["origins not too many"] == 75.0


def test_a_measure_that_no_story_has_is_none_of_it_right() -> None:
    empty = {"right": 0, "of": 0}
    assert measured([one(plural=empty)])["plural"] == 0.0
    nothing = one(origins=empty | {"too_many": 0, "open": 0}, relies_on={"precision": 0.0, "recall": 0.0, "f1": 0.0})
    assert measured([nothing])["origins not too many"] == 0.0
    assert nothing.relies_on == 0.0


def test_always_one_is_weighed_by_the_number_of_claims() -> None:
    few = {"right": 0, "of": 1, "too_many": 0, "open": 0}
    assert always_one([one(), one("mine", origins=few, always_one={"share": 1.0})]) == 60.0


def test_the_table_has_a_line_for_each_story_and_one_for_all() -> None:
    lines = table([one(), Compared.of("mine", results(), ["stance: 01-post: wrong"])])
    assert [line.split()[0] for line in lines] == ["clusters", "ferry", "mine", "stance:", "all:"]
    assert "3/4" in lines[1]
    assert lines[1].endswith("7")
    assert "too many 2" in lines[-1]


def judge(**otherwise: Any) -> ModuleType:  # noqa: ANN401
    """A scorer that always says the same."""
    module = ModuleType("judge")
    wrong = ["chain: 01-a: no", "origins: p1: (2, 2) for (1, 1)", "stance: 01-a: no"]
    vars(module)["evaluate"] = lambda *given: (results(**otherwise), wrong[: given[-1]])
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one story of one report."""
    story = tmp_path / "cases" / "ferry"
    story.mkdir(parents=True)
    (story / "01-post.txt").write_text("The ferry sank, two pilots said.\n", encoding="utf-8")
    (story / "gold.json").write_text(json.dumps({"key_claims": []}), encoding="utf-8")
    return story.parent


def test_of_the_scorers_errors_those_of_comparing_are_shown(folder: Path) -> None:
    assert compared(folder / "ferry", judge(), 1).errors == ("origins: p1: (2, 2) for (1, 1)",)
    assert compared(folder / "ferry", judge()).errors == ()


def test_the_command_prints_the_table_and_keeps_floors(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    monkeypatch.setattr(comparing, "scorer", lambda _: judge())
    monkeypatch.setattr("sys.argv", ["comparing", str(folder), "--update"])
    comparing.main()
    assert "ferry" in capsys.readouterr().out
    (kept,) = json.loads((tmp_path / "floors.json").read_text(encoding="utf-8")).items()
    assert kept[0] == f"comparing {tmp_path.name}"
    assert kept[1]["floors"]["clusters F1"] == 75.0
    monkeypatch.setattr(comparing, "scorer", lambda _: judge(clusters={"f1": 0.5}))
    monkeypatch.setattr("sys.argv", ["comparing", str(folder), "--check"])
    with pytest.raises(SystemExit, match=r"clusters F1 is 50\.0, under its floor of 75\.0"):
        comparing.main()


def test_a_folder_without_stories_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "scorer", lambda _: judge())
    monkeypatch.setattr("sys.argv", ["comparing", str(tmp_path)])
    with pytest.raises(SystemExit, match="no stories"):
        comparing.main()


def test_the_shared_scorer_gives_what_the_table_needs() -> None:
    if not (SHARED / "measure" / "cases_eval.py").exists():
        pytest.skip("the shared scorer is not beside this checkout")
    scorer = cases.scorer(SHARED)
    story = HOUSE / "benchmarks" / "cases" / "hospital-breach"
    perfect, _ = scorer.evaluate(story, scorer.perfect(story))
    scores = measured([Compared.of(story.name, perfect)])
    assert scores == pytest.approx(dict.fromkeys(scores, 100.0))


def test_pairs_are_counted_by_how_surely_a_statement_bears_on_the_claim(folder: Path) -> None:
    story = folder / "ferry"
    for name in ("02-sun.txt", "03-moon.txt"):
        (story / name).write_text(f"{name}: The ferry sank, two pilots said.\n", encoding="utf-8")
    found = api.read(sorted(story.glob("*.txt")))
    ids = [one.id for one in found.appearances]
    documents = {one.id: one.document for one in found.appearances}
    first, second, third = (next(name for name in ids if documents[name] == one.id) for one in found.documents)
    held = (Membership(first, "supports"), Membership(second, "supports"), Membership(third, "supports", "akin"))
    claim = Claim("c1", "it sank", held, Origins(1, 1, (), ()), ())
    material = Material.of(replace(found, claims=(claim,)))
    shares = held_together(material, {first: {"p1"}, second: {"p1"}, third: {"p2"}})
    assert {bearing: (one.right, one.found) for bearing, one in shares.items()} == {
        "sure": (2, 2),
        "perhaps": (0, 0),
        "akin": (0, 2),
    }
    unlabelled = held_together(material, {first: {"p1"}})
    assert all(one.found == 0 for one in unlabelled.values())
