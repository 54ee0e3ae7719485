"""The measures equal those shared with others, the floors never sink silently, and the corpus is read as it is laid out."""

import importlib.util
import json
import random
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import attribution, floors
from benchmarks.floors import SLACK, Floors
from benchmarks.measures import ROLES, Scores, Share, dice, score
from training.polnear import GoldAttribution, GoldDocument, Spans, documents

SHARED = Path(__file__).parents[2] / "shared"
PROGRAM = SHARED / "measure" / "attribution_eval.py"
DEV = SHARED / "corpora" / "polnear" / "dev"

Found = Mapping[str, Sequence[GoldAttribution]]


@pytest.fixture(scope="module")
def program() -> Iterator[Any]:
    """The shared program that measures attributions."""
    if not PROGRAM.exists():
        pytest.skip("the shared measuring program is not beside this checkout")
    spec = importlib.util.spec_from_file_location("attribution_eval", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    places, bytecode = list(sys.path), sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # what is shared is not ours to write into
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of how it is written, not of what it measures
            spec.loader.exec_module(module)
        yield module
    finally:
        sys.path[:], sys.dont_write_bytecode = places, bytecode


@pytest.fixture(scope="module")
def dev() -> list[GoldDocument]:
    """PolNeAR's dev split."""
    if not DEV.is_dir():
        pytest.skip("PolNeAR is not beside this checkout")
    return list(documents(DEV))


@pytest.fixture(scope="module")
def theirs(program: Any, dev: list[GoldDocument]) -> tuple[Any, Any]:  # noqa: ANN401  it has no types
    """The annotation and the texts as the shared program reads them; `dev` so that it is there."""
    assert dev
    gold, texts = program.load_gold(str(DEV))
    return gold, texts


# --- the measures


def perturbed(gold: Sequence[GoldDocument], seed: int) -> dict[str, list[GoldAttribution]]:
    """Made-up findings: the annotation with parts dropped, moved, emptied, torn or doubled, and whole articles missing."""
    chance = random.Random(seed)  # noqa: S311  it guards nothing
    found: dict[str, list[GoldAttribution]] = {}
    for document in gold:
        if chance.random() < 0.05:
            continue
        kept = [one for one in document.attributions if chance.random() < 0.8]
        moved = [_moved(one, len(document.text), chance) for one in kept]
        doubled = [one for one in moved if chance.random() < 0.1]
        found[document.name] = chance.sample([*moved, *doubled], len(moved) + len(doubled))
    return found


def _moved(one: GoldAttribution, end: int, chance: random.Random) -> GoldAttribution:
    def shifted(spans: Spans, share: float) -> Spans:
        if chance.random() > share:
            return spans
        far = chance.choice([1, 3, 10, 40])
        return tuple(
            (max(0, start + chance.randint(-far, far)), min(end, stop + chance.randint(-far, far)))
            for start, stop in spans
        )

    def emptied(spans: Spans, share: float) -> Spans:
        return () if chance.random() < share else spans

    return GoldAttribution(
        source=emptied(shifted(one.source, 0.3), 0.15),
        cue=emptied(shifted(one.cue, 0.3), 0.1),
        content=emptied(shifted(one.content[: chance.choice([1, 9])], 0.5), 0.03),
    )


def as_theirs(found: Found) -> dict[str, list[dict[str, list[list[int]]]]]:
    """What was found, in the shared program's terms."""
    return {
        name: [{role: [[*span] for span in getattr(one, role)] for role in ROLES} for one in ones]
        for name, ones in found.items()
    }


def same(share: Share, other: Mapping[str, float]) -> None:
    """Precision, recall and F1 agree, ours in per cent."""
    assert (share.precision, share.recall, share.f1) == pytest.approx([100 * other[name] for name in ("P", "R", "F1")])


def agree(ours: Scores, other: Mapping[str, Any]) -> None:
    """All measures that both have agree."""
    for role in ROLES:
        same(ours.tokens[role], other[f"token_{role}"])
    for name in ("soft", "exact", "full"):
        same(getattr(ours, name), other[name])
    assert (ours.soft.annotated, ours.soft.found) == (other["gold"], other["pred"])
    for kind, (soft, full) in ours.recall.items():
        expected = other["recall"].get(kind, {"n": 0, "soft": 0.0, "full": 0.0})
        assert soft.annotated == full.annotated == expected["n"]
        assert (soft.recall, full.recall) == pytest.approx((100 * expected["soft"], 100 * expected["full"]))


@pytest.mark.parametrize("seed", [1, 2])
def test_measures_equal_those_of_the_shared_program(
    program: Any,  # noqa: ANN401  it has no types
    dev: list[GoldDocument],
    theirs: tuple[Any, Any],
    seed: int,
) -> None:
    found = perturbed(dev, seed)
    gold, texts = theirs
    ours = score(dev, found)
    assert 10 < ours.full.f1 < ours.soft.f1 < 99
    agree(ours, program.evaluate(gold, as_theirs(found), texts))


def test_the_annotation_itself_scores_full_marks(dev: list[GoldDocument]) -> None:
    ours = score(dev, {document.name: document.attributions for document in dev})
    assert {share.f1 for share in (*ours.tokens.values(), ours.soft, ours.exact, ours.full)} == {100.0}


def test_nothing_found_scores_nothing(dev: list[GoldDocument]) -> None:
    ours = score(dev, {})
    assert {share.f1 for share in (*ours.tokens.values(), ours.soft, ours.exact, ours.full)} == {0.0}


def test_the_corpus_is_read_as_the_shared_program_reads_it(dev: list[GoldDocument], theirs: tuple[Any, Any]) -> None:
    gold, texts = theirs
    assert {document.name: document.text for document in dev} == texts
    assert as_theirs({document.name: document.attributions for document in dev}) == {
        name: [{role: one[role] for role in ROLES} for one in ones] for name, ones in gold.items()
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"), [((), (), 1.0), ((1,), (), 0.0), ((1, 2), (2, 3), 0.5), ((1, 2), (1, 2), 1.0)]
)
def test_dice(one: Sequence[int], other: Sequence[int], expected: float) -> None:
    assert dice(one, other) == expected


# --- the layout of the corpus

ARTICLE = "Brandt left 🛳, two pilots said. “It sank,” Bell said on Monday, “in May.”\r\nRumours of a sale spread.\n"


def _at(words: str) -> str:
    start = ARTICLE.index(words)
    return f"{start} {start + len(words)}"


@pytest.fixture
def split(tmp_path: Path) -> Path:
    """A corpus of our own in PolNeAR's layout: four texts, three of them annotated, one by two people."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    for name in ("b", "a[1]", "a", "nobody"):
        (tmp_path / "text" / f"{name}.txt").write_bytes(ARTICLE.encode())
    first = [
        f"T1\tSource {_at('two pilots')}\ttwo pilots",
        f"T2\tCue {_at('said')}\tsaid",
        f"T3\tContent {_at('Brandt left 🛳')}\tBrandt left 🛳",
        f"T4\tAttribution {_at('said')}\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        f"T5\tContent {_at('“It sank,”')};{_at('“in May.”')}\t“It sank,” “in May.”",
        f"T6\tSource {_at('Bell')}\tBell",
        f"T7\tCue {_at('said on')}\tsaid on",
        f"T8\tCue {_at('Monday')}\tMonday",
        "E2\tAttribution:T7 Content:T5 Cue2:T8 Cue:T7 Source:T6",
        f"T9\tCue {_at('Rumours of')}\tRumours of",
        f"T10\tContent {_at('a sale')}\ta sale",
        "E3\tAttribution:T9 Content:T10 Cue:T9 Source:T99",
        "#1\tAnnotatorNotes E3\tnobody is named",
        "",
    ]
    other = [f"T1\tContent {_at('Brandt')}\tBrandt", "E1\tAttribution:T1 Content:T1"]
    for name, lines in (("a_00fe", first), ("a_ff00", other), ("a[1]_0001", other), ("b_9999", [])):
        (tmp_path / "attributions" / f"{name}.ann").write_bytes("\r\n".join(lines).encode())
    return tmp_path


def words_of(article: GoldDocument, spans: Spans) -> list[str]:
    return [article.text[start:end] for start, end in spans]


def test_articles_that_somebody_annotated_are_read_by_name(split: Path) -> None:
    assert [article.name for article in documents(split)] == ["a", "a[1]", "b"]
    assert {article.text for article in documents(split)} == {ARTICLE}


def test_of_two_annotators_the_first_is_the_gold(split: Path) -> None:
    counts = [len(article.attributions) for article in documents(split)]
    assert counts == [3, 1, 0]


def test_fragments_suffixes_and_missing_parts_are_read(split: Path) -> None:
    article = next(documents(split))
    told = [[words_of(article, getattr(one, role)) for role in ROLES] for one in article.attributions]
    assert told == [
        [["two pilots"], ["said"], ["Brandt left 🛳"]],
        [["Bell"], ["said on", "Monday"], ["“It sank,”", "“in May.”"]],
        [[], ["Rumours of"], ["a sale"]],
    ]


# --- the floors


def a_floor(**of: float) -> Floors:
    return Floors({"attribution": ("dev", of)})


def test_what_is_under_its_floor_is_listed() -> None:
    stored = a_floor(soft=80.0, full=70.0)
    (line,) = stored.below("attribution", "dev", {"soft": 80.0, "full": 70.0 - SLACK - 0.1})
    assert "attribution" in line
    assert "full is 69.6" in line
    assert "70.0" in line
    assert len(stored.below("attribution", "dev", {"soft": 1.0, "full": 1.0})) == 2


def test_what_is_at_its_floor_or_within_the_slack_is_not() -> None:
    stored = a_floor(soft=80.0, full=70.0)
    assert stored.below("attribution", "dev", {"soft": 80.0, "full": 70.0 - SLACK + 0.05}) == []
    assert stored.below("attribution", "dev", {"soft": 99.0, "full": 99.0}) == []


def test_floors_hold_for_their_corpus_and_benchmark_only() -> None:
    stored = a_floor(full=70.0)
    assert stored.below("attribution", "test", {"full": 1.0}) == []
    assert stored.below("chains", "dev", {"full": 1.0}) == []


def test_the_slack_is_what_another_processor_costs_and_no_more() -> None:
    assert 0 < SLACK <= 0.5


def test_a_measure_that_has_a_floor_cannot_be_left_out() -> None:
    with pytest.raises((KeyError, SystemExit)):
        a_floor(soft=80.0, full=70.0).raised("attribution", "dev", {"soft": 81.0}, allow_regression=False)


def test_floors_are_raised() -> None:
    higher = a_floor(full=70.0).raised("attribution", "dev", {"full": 71.26}, allow_regression=False)
    assert higher == a_floor(full=71.3)


def test_floors_of_other_benchmarks_stay() -> None:
    both = a_floor(full=70.0).raised("chains", "cases", {"chain": 50.0}, allow_regression=False)
    assert both.by_benchmark["attribution"] == ("dev", {"full": 70.0})
    assert both.by_benchmark["chains"] == ("cases", {"chain": 50.0})


def test_floors_do_not_sink_unless_that_is_allowed() -> None:
    stored = a_floor(soft=80.0, full=70.0)
    lower = {"soft": 90.0, "full": 60.0}
    with pytest.raises(SystemExit, match=r"full is 60\.0"):
        stored.raised("attribution", "dev", lower, allow_regression=False)
    assert stored.raised("attribution", "dev", lower, allow_regression=True) == a_floor(soft=90.0, full=60.0)


def test_floors_do_not_sink_by_a_slack_at_a_time() -> None:
    stored = a_floor(full=70.0)
    for _ in range(20):
        lower = {"full": stored.by_benchmark["attribution"][1]["full"] - SLACK + 0.1}
        stored = stored.raised("attribution", "dev", lower, allow_regression=False)
    assert stored == a_floor(full=70.0)


def test_floors_of_one_corpus_do_not_give_way_to_lower_ones_of_another() -> None:
    # `--update` on another split, or after an annotation changed, must not take the floors away in passing.
    with pytest.raises(SystemExit):
        a_floor(full=70.0).raised("attribution", "train", {"full": 20.0}, allow_regression=False)


def test_floors_are_stored_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    assert Floors.stored() == Floors({})
    a_floor(soft=80.5, full=70.0).store()
    assert Floors.stored() == a_floor(soft=80.5, full=70.0)


# --- the benchmark itself


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> None:
    monkeypatch.setattr(sys, "argv", ["attribution", *map(str, arguments)])
    attribution.main()


def test_the_benchmark_runs_on_any_corpus_of_the_layout(
    split: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    saved = tmp_path / "found.jsonl"
    run(monkeypatch, split, "--save", saved, "--update")
    told = capsys.readouterr().out
    assert "3 articles, 4 attributions" in told
    assert "attribution full" in told
    lines = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    assert [line["doc"] for line in lines] == ["a", "a[1]", "b"]
    corpus = list(documents(split))
    reached = attribution.measured(
        score(corpus, {gold.name: attribution.found_in(attribution.captured(gold)) for gold in corpus})
    )
    expected = {measure: round(value, 1) for measure, value in reached.items()}
    stored = Floors.stored().by_benchmark
    assert stored["attribution"] == (attribution.digest(corpus), expected)
    assert sorted(stored) == ["attribution", "attribution, encoder"]


def test_what_the_benchmark_saves_is_what_the_shared_program_takes(
    program: Any,  # noqa: ANN401  it has no types
    split: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved = tmp_path / "found.jsonl"
    run(monkeypatch, split, "--save", saved)
    gold, texts = program.load_gold(str(split))
    corpus = list(documents(split))
    ours = score(corpus, {gold.name: attribution.found_in(attribution.captured(gold)) for gold in corpus})
    agree(ours, program.evaluate(gold, program.load_pred(str(saved)), texts))


def test_a_check_fails_under_the_floor_and_passes_at_it(
    split: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    run(monkeypatch, split, "--update")
    with pytest.raises(SystemExit) as passed:
        run(monkeypatch, split, "--check")
    assert passed.value.code == 0
    digest = attribution.digest(list(documents(split)))
    Floors({**Floors.stored().by_benchmark, "attribution": (digest, {"soft F1": 101.0})}).store()
    with pytest.raises(SystemExit, match="soft F1") as failed:
        run(monkeypatch, split, "--check")
    assert failed.value.code != 0


def test_the_reader_is_not_under_its_floors(dev: list[GoldDocument]) -> None:
    stored = Floors.stored()
    if "attribution" not in stored.by_benchmark:
        pytest.skip("no floor is stored yet")
    digest = attribution.digest(dev)
    assert stored.by_benchmark["attribution"][0] == digest, "the floors are those of another corpus than PolNeAR dev"
    found = {gold.name: attribution.found_in(attribution.captured(gold)) for gold in dev}
    assert stored.below("attribution", digest, attribution.measured(score(dev, found))) == []
