"""Set how sure a chain must be: `python -m training.doubts benchmarks/cases`.

A logistic regression over `wherefrom.reader.doubts.evidence`, fitted on labelled stories, prints the weights that the
reader holds and, story by story with the weights fitted on the others, how often a chain that is called sure is right.
It needs numpy only, and the scorer in ../shared.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np
import numpy.typing as npt

from benchmarks.cases import judged, read, scorer, stories
from wherefrom.model import Document
from wherefrom.reader import doubts, reading
from wherefrom.reader.chains import Statement

Row = dict[str, float]
Numbers = npt.NDArray[np.float64]

PENALTY = 1.0
"""Of the squares of the weights, so that rare evidence does not run away."""


def examples(story: Path, shared: Path) -> Iterator[tuple[Row, bool]]:
    """The evidence and the truth of every labelled chain of a story that was found."""
    seen: dict[str, Row] = {}
    told = doubts.marked

    def noting(document: Document, statements: Sequence[Statement]) -> list[Statement]:
        before: Statement | None = None
        for one in statements:
            seen.setdefault(reading.identity_of(document.id, one), doubts.evidence(document, one, before))
            before = one
        return told(document, statements)

    with mock.patch.object(reading, "marked", noting):
        findings = read(story)
    for identity, exact, _ in judged(story, findings, scorer(shared)):
        yield seen[identity], exact


def fitted(rows: Sequence[Row], truths: Sequence[bool]) -> Row:
    """The weights that make the truths likeliest, by Newton's method."""
    names = sorted({name for row in rows for name in row})
    table: Numbers = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    truth: Numbers = np.array(truths, dtype=float)
    weights: Numbers = np.zeros(len(names))
    for _ in range(50):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chances - truth) + PENALTY * weights
        curve = table.T @ (table * (chances * (1 - chances))[:, None]) + PENALTY * np.eye(len(names))
        weights = weights - np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def chance(weights: Row, row: Row) -> float:
    """The chance that a chain is right, under these weights."""
    return float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) * value for name, value in row.items()))))


def main() -> None:
    """Read the command line, fit, print."""
    parser = argparse.ArgumentParser(prog="python -m training.doubts", description=__doc__)
    parser.add_argument("folder", type=Path, help="stories to fit on: benchmarks/cases")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    given = parser.parse_args()
    by_story = {story.name: list(examples(story, given.shared)) for story in stories(given.folder)}
    held_out: list[tuple[float, bool]] = []
    for name, own in by_story.items():
        others = [example for other, kept in by_story.items() if other != name for example in kept]
        weights = fitted([row for row, _ in others], [exact for _, exact in others])
        held_out.extend((chance(weights, row), exact) for row, exact in own)
    for least in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95):
        sure = [exact for one, exact in held_out if one >= least]
        right = 100 * sum(sure) / len(sure) if sure else 0.0
        print(f"at {least}: {right:.1f} right, {100 * len(sure) / len(held_out):.1f} covered")
    everything = [example for own in by_story.values() for example in own]
    for name, weight in fitted([row for row, _ in everything], [exact for _, exact in everything]).items():
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
