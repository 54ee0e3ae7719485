"""A process that works on a ledger can be killed at any moment: nothing is torn, and nothing lost that was acknowledged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.crashes import Life, Told
from tests.ledger.kept import begun
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.history import Head

HOUSE = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are forked")
def test_twenty_killed_processes_tear_and_lose_nothing() -> None:
    run = [sys.executable, "-m", "benchmarks.crashes", "--runs", "20", "--file", "10"]
    done = subprocess.run(run, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("20 processes killed")
    assert "faults: 0" in done.stdout


def test_a_loss_would_be_noticed(tmp_path: Path) -> None:
    ledger = begun(tmp_path, 0)
    ledger.close()
    with Ledger.open(ledger.path) as held:
        now = held.head()
    ahead = Head(now.ledger, now.seq + 1, "f" * 64)
    told = Told.of(["begins", f"commits {ahead.line()}", f"committed {ahead.line()}"])
    found = list(Life(ledger.path).after(told, rebuild=False))
    assert any("the history ends at entry" in one for one in found)
    assert any("is none that was acknowledged" in one for one in found)


def test_half_a_step_would_be_noticed(tmp_path: Path) -> None:
    with begun(tmp_path, 0, 1) as ledger:
        path, end = ledger.path, ledger.head()
        first = next(ledger.entries_at(2))
    before, after = Head(end.ledger, 2, first.hash), Head(end.ledger, 9, "f" * 64)
    told = Told.of(
        ["begins", f"commits {before.line()}", f"committed {before.line()}", "begins", f"commits {after.line()}"]
    )
    assert told.moment == "committing"
    assert any("is none that was acknowledged" in one for one in Life(path).after(told, rebuild=False))


def test_a_line_that_the_kill_cut_off_counts_for_nothing() -> None:
    line = Head("1f", 3, "a" * 64).line()
    assert Told.of(["begins"]).moment == "in a transaction"
    assert Told.of([]).moment == "opening"
    assert Told.of(["begins", f"commits {line}", f"committed {line}"]).moment == "between steps"
    assert Told.of(["failed: no"]).failed == "failed: no"
