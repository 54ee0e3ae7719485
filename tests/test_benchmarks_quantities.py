"""Quantities are held to the cases by value, unit and place; what is left out is left out by a rule with a reason."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from benchmarks import floors, quantities
from benchmarks.floors import Floors
from benchmarks.quantities import (
    Case,
    Expected,
    Found,
    cases,
    left_out,
    read,
    right,
    score_quantulum,
    score_spans,
    score_specs,
)
from wherefrom.model import Quantity, Span


def nothing(_: str) -> tuple[Quantity, ...]:
    return ()


def case(kind: str, text: str, *asked: tuple[str, float], unit: str | None = None) -> Case:
    expected = tuple(
        Expected(text.index(words), text.index(words) + len(words), value, unit=unit) for words, value in asked
    )
    return Case(kind, text, expected)


PERFECT = [
    case("number", "They sent 12 men and 30 dogs.", ("12", 12), ("30", 30)),
    case("currency", "It cost over $5 million.", ("$5 million", 5e6), unit="Dollar"),
    case("dimension", "It makes 300 barrels a day.", ("300 barrels", 300), unit="Barrel"),
    case("temperature", "It was 40 degrees celsius.", ("40 degrees celsius", 40), unit="C"),
    case("age", "She is five years old.", ("five years old", 5), unit="Year"),
    case("percentage", "It fell by 5 percent.", ("5 percent", 5)),
    Case("numberrange", "They sent between 20 and 30 men.", (Expected(10, 27, 20, 30, bounds="[)"),)),
    Case("numberrange", "They sent at least 20 men.", (Expected(10, 21, 20, float("nan"), bounds="[)"),)),
]


def test_what_is_all_there_is_all_right() -> None:
    shares, out, misses = score_specs(PERFECT)
    assert {kind: share.f1 for kind, share in shares.items()} == dict.fromkeys(quantities.SPECS, 100)
    assert (out.total(), misses) == (0, [])


def test_finding_nothing_is_wrong_where_something_is_asked_for() -> None:
    shares, _, misses = score_specs(PERFECT, nothing)
    assert {share.f1 for share in shares.values()} == {0}
    assert len(misses) == len(PERFECT)


@pytest.mark.parametrize(
    ("asked", "good"),
    [
        (case("number", "He saw 12 men.", ("12", 12)), True),
        (case("number", "He saw 12 men.", ("12", 13)), False),
        (case("number", "He saw 12 men."), False),
        (case("number", "He saw nobody."), True),
        (case("currency", "It cost $12.", ("$12", 12), unit="Euro"), False),
        (case("currency", "It cost $12."), False),
        (case("currency", "It took 12 men."), True),
        (case("dimension", "It is eight to 10 feet tall.", ("10 feet", 10), unit="Foot"), True),
        (Case("numberrange", "He saw more than 12.", (Expected(7, 19, 12, float("nan"), bounds="[)"),)), False),
    ],
)
def test_a_case_is_right_by_value_unit_and_nothing_left_over(asked: Case, *, good: bool) -> None:
    assert right(asked, read(asked.text)) is good


def test_a_place_may_differ_by_words_of_relation_only() -> None:
    (ours,) = read("He saw more than 12 men.")
    theirs = Expected(17, 19, 12)
    assert quantities.same_place("He saw more than 12 men.", ours, theirs, units=False)
    assert not quantities.same_place("He saw more than 12 men.", ours, Expected(7, 23, 12), units=False)
    assert not quantities.same_place("He saw more than 12 men.", ours, Expected(20, 23, 12), units=True)


def test_every_rule_that_leaves_out_has_a_reason_and_names_its_kinds() -> None:
    assert len({rule.name for rule in quantities.LEFT_OUT}) == len(quantities.LEFT_OUT)
    for rule in quantities.LEFT_OUT:
        assert rule.reason
        assert rule.kinds <= set(quantities.SPECS)


def test_cases_are_left_out_by_a_rule_that_is_named() -> None:
    assert left_out(case("number", "2^5", ("2^5", 32))) == "powers"
    assert left_out(case("currency", "2^5")) is None
    assert left_out(Case("currency", "a dollar bill", (), nameless=1)) == quantities.UNIT_ALONE
    assert left_out(PERFECT[0]) is None


def reader_of(found: Sequence[Found]) -> Callable[[str], Sequence[Found]]:
    return lambda _: found


def test_agreement_with_the_other_cases_is_by_place_value_and_unit() -> None:
    asked = (Found(0, 4, 12, "metre"), Found(10, 12, 7, "dimensionless"))
    corpus = [("12 m and then 7", asked)]
    assert score_quantulum(corpus, reader_of(asked))[0].f1 == 100
    assert score_quantulum(corpus, reader_of(()))[0].f1 == 0
    assert score_quantulum(corpus, reader_of([Found(0, 4, 12, "mile"), asked[1]]))[0].f1 == 50
    assert score_quantulum(corpus, reader_of([Found(5, 8, 12, "metre"), asked[1]]))[0].f1 == 50


def test_bare_years_count_for_nobody() -> None:
    corpus = [("It was 2015.", (Found(7, 11, 2015, "dimensionless"),))]
    assert score_quantulum(corpus, reader_of(()))[0].annotated == 0


def test_spans_agree_over_characters_and_by_overlap() -> None:
    corpus = [("12 kg and 30 kg", ((0, 5), (10, 15)))]
    letters, pairs, misses = score_spans(corpus, lambda _: [(0, 5), (10, 15)])
    assert (letters.f1, pairs.f1, misses) == (100, 100, [])
    letters, pairs, misses = score_spans(corpus, lambda _: [])
    assert (letters.f1, pairs.f1, len(misses)) == (0, 0, 2)
    letters, pairs, _ = score_spans(corpus, lambda _: [(0, 2), (10, 15)])
    assert (letters.right, pairs.f1) == (7, 100)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    specs, tests, trial = (tmp_path / name for name in ("recognizers_text_specs", "quantulum3_tests", "measeval"))
    for kind, name in quantities.SPECS.items():
        path = specs / "Specs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        made: dict[str, object] = {"Input": "He saw 12 men.", "Results": []}
        if kind == "number":
            made["Results"] = [{"Text": "12", "Start": 7, "End": 8, "Resolution": {"value": "12"}}]
        path.write_text(json.dumps([made]), encoding="utf-8")
    tests.mkdir()
    (tests / "quantities.json").write_text(
        json.dumps([{"req": "It is 5 km.", "res": [{"value": 5, "unit": "kilometre", "surface": "5 km"}]}]),
        encoding="utf-8",
    )
    for folder in ("txt", "tsv"):
        (trial / "trial" / folder).mkdir(parents=True)
    (trial / "trial" / "txt" / "a.txt").write_text("It has 5 kg.", encoding="utf-8")
    (trial / "trial" / "tsv" / "a.tsv").write_text(
        "docId\tannotSet\tannotType\tstartOffset\tendOffset\tannotId\ttext\tother\na\t1\tQuantity\t7\t11\tT1\t5 kg\t{}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_cases_are_read_with_ends_that_exclude(corpora: Path) -> None:
    first = next(cases(corpora / "recognizers_text_specs" / "Specs"))
    assert first == Case("number", "He saw 12 men.", (Expected(7, 9, 12),))


def test_floors_are_kept_and_held(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    monkeypatch.setattr(sys, "argv", ["quantities", str(corpora), "--update", "--misses"])
    quantities.main()
    assert "quantulum3's: wherefrom" in capsys.readouterr().out
    ((_, kept),) = Floors.stored().by_benchmark.values()
    assert kept["quantulum3's cases F1"] == 100
    assert kept["MeasEval spans F1"] == 100
    monkeypatch.setattr(sys, "argv", ["quantities", str(corpora), "--check"])
    with pytest.raises(SystemExit) as done:
        quantities.main()
    assert done.value.code == 0
    monkeypatch.setattr(quantities, "read", nothing)
    with pytest.raises(SystemExit, match="under its floor"):
        quantities.main()


def test_the_spans_of_the_model_fit() -> None:
    assert read("It has 5 kg.")[0].spans == (Span(7, 11),)
