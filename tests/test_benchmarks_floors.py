"""Figures, times and certainty are read no worse than they were once: the floors that the repository keeps."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import certainty, quantities, times
from benchmarks.floors import Floors
from training import uds

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

NEEDS = {
    quantities: ("recognizers_text_specs", "quantulum3_tests", "measeval"),
    times: ("recognizers_text_specs", "gum"),
}
"""The folders of the corpora that each benchmark reads, of those that go by rules alone: they read alike everywhere."""

ROUNDING = 1.0
"""Points of r that another processor's fractions may cost."""


@pytest.mark.parametrize("benchmark", NEEDS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_nothing_is_under_its_floor(
    benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = [name for name in NEEDS[benchmark] if not (CORPORA / name).is_dir()]
    if missing:
        pytest.skip(f"needs the shared corpora: {', '.join(missing)}")
    monkeypatch.setattr(sys, "argv", [benchmark.__name__, str(CORPORA), "--check"])
    with pytest.raises(SystemExit) as done:
        benchmark.main()
    assert done.value.code in {0, None}, done.value.code
    assert capsys.readouterr().out


def test_how_sure_readers_were_is_told_no_worse() -> None:
    folder = CORPORA / certainty.UDS
    if not folder.is_dir():
        pytest.skip("needs the shared corpora: factuality")
    r, _ = certainty.agreement(uds.sentences(folder / "dev.jsonl"), certainty.by_encoder)
    assert 100 * r > Floors.stored().by_benchmark["certainty"][1]["factuality r"] - ROUNDING
