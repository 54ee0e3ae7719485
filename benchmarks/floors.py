"""Floors: what was once reached, kept in the repository, and not lowered without saying so."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

FILE = Path(__file__).with_name("floors.json")

SLACK = 0.3
"""Points under its floor that a score may fall unnoticed: another processor rounds int8 sums otherwise."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by benchmark: the digest of the corpus that they hold for, and the lowest score allowed of each measure."""

    by_benchmark: Mapping[str, tuple[str, Mapping[str, float]]]

    @classmethod
    def stored(cls) -> Self:
        """The floors of the repository."""
        if not FILE.exists():
            return cls({})
        kept = json.loads(FILE.read_text(encoding="utf-8"))
        return cls({name: (entry["corpus"], entry["floors"]) for name, entry in kept.items()})

    def hold_for(self, benchmark: str, corpus: str) -> bool:
        """Whether floors are kept for this benchmark on this corpus."""
        return self.by_benchmark.get(benchmark, (None, {}))[0] == corpus

    def below(self, benchmark: str, corpus: str, scores: Mapping[str, float], *, slack: float = SLACK) -> list[str]:
        """A line for every score under its floor; none where no floor is set for this corpus."""
        held_for, floors = self.by_benchmark.get(benchmark, (corpus, {}))
        if held_for != corpus:
            return []
        return [
            f"{benchmark}: {measure} is {scores[measure]:.1f}, under its floor of {floor:.1f}"
            for measure, floor in floors.items()
            if scores[measure] < floor - slack
        ]

    def raised(
        self,
        benchmark: str,
        corpus: str,
        scores: Mapping[str, float],
        *,
        allow_regression: bool,
        slack: float = SLACK,
    ) -> Self:
        """The floors with this benchmark's at its scores where they are higher.

        Exits where one would sink or would be given up for another corpus, unless that is allowed.
        """
        held_for, floors = self.by_benchmark.get(benchmark, (corpus, {}))
        sinking = self.below(benchmark, corpus, scores, slack=slack)
        if held_for != corpus:
            sinking = [f"{benchmark}: its floors are for another corpus, or for this one before it changed"]
        if sinking and not allow_regression:
            raise SystemExit("\n".join([*sinking, "floors are not lowered without --allow-regression"]))
        reached = {measure: round(value, 1) for measure, value in scores.items()}
        if not allow_regression:
            reached = {measure: max(value, floors.get(measure, value)) for measure, value in reached.items()}
        return type(self)({**self.by_benchmark, benchmark: (corpus, reached)})

    def settle(
        self, benchmark: str, corpus: str, scores: Mapping[str, float], given: argparse.Namespace, *, where: Path
    ) -> None:
        """Do what `--update` and `--check` ask for, for a benchmark that read the corpus at `where`.

        Exits with a line for every score under its floor, or where none are kept for this corpus.
        """
        if given.update:
            self.raised(benchmark, corpus, scores, allow_regression=given.allow_regression).store()
        if given.check and not self.hold_for(benchmark, corpus):
            raise SystemExit(f"{where}: no floors are kept for this corpus")
        if given.check:
            raise SystemExit("\n".join(self.below(benchmark, corpus, scores)) or 0)

    def store(self) -> None:
        """Write them to the repository."""
        kept = {name: {"corpus": corpus, "floors": floors} for name, (corpus, floors) in self.by_benchmark.items()}
        FILE.write_text(f"{json.dumps(kept, indent=1, sort_keys=True)}\n", encoding="utf-8")


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that `Floors.settle` goes by: the same for every benchmark that has floors."""
    parser.add_argument("--check", action="store_true", help="fail where a score is under its floor")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors, too")
