"""How the weights of `wherefrom.comparing.sameness.evidence` are fitted: on pairs of labelled statements of the stories.

    python -m training.sameness ../shared/cases benchmarks/cases

prints them, then those that each story left out in turn would leave (they hardly differ). Two statements
that were labelled with one claim are a pair that carries it; all other pairs of labelled statements are not. What was
not labelled decides nothing.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
from scipy.optimize import minimize

from benchmarks.cases import scorer
from benchmarks.labels import labelled
from wherefrom import api
from wherefrom.comparing.material import Material
from wherefrom.comparing.sameness.evidence import Weights, measures
from wherefrom.comparing.sameness.features import features_of
from wherefrom.comparing.vectors import Floats

FINER = 0.3
"""What the pairs of a story count in the second folder beside those of the first."""

RIDGE = 1.0
PAIRS = 1000.0
"""Every story counts as so many pairs, however many it has."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Of one story: (pairs, kinds) measures, whether each is of one claim, and what the story counts."""

    story: str
    measures: Floats
    same: Floats
    counts: float


def pairs_of(story: Path, judge: ModuleType, counts: float) -> Pairs:
    """All pairs of labelled statements of a story."""
    material = Material.of(api.read(sorted(story.glob("*.txt"))))
    held = features_of(material, [document.id for document in material.findings.documents])
    row = {one.id: place for place, one in enumerate(held.appearances)}
    claims = {row[name]: labels for name, labels in labelled(story, material, judge).items() if name in row}
    rows = sorted(claims)
    couples = [(one, other) for place, one in enumerate(rows) for other in rows[place + 1 :]]
    first, second = (np.array(side) for side in zip(*couples, strict=True))
    same = np.array([bool(claims[one] & claims[other]) for one, other in couples], np.float32)
    return Pairs(story.name, measures(held)[:, first, second].T, same, counts)


def fitted(stories: Sequence[Pairs]) -> Weights:
    """Logistic regression, every story weighing what it counts."""
    told = np.concatenate([one.measures for one in stories]).astype(float)
    sign = np.concatenate([one.same for one in stories]).astype(float) * 2 - 1
    weight = np.concatenate([np.full(len(one.same), one.counts * PAIRS / len(one.same)) for one in stories])
    design = np.hstack([np.ones((len(told), 1)), told])
    held_back = np.array([0.0, *[1.0] * told.shape[1]])

    def loss(values: Floats) -> tuple[float, Floats]:
        margin = sign * (design @ values)
        slope = -weight * sign / (1 + np.exp(margin))
        cost = (weight * np.logaddexp(0, -margin)).sum() + RIDGE * (held_back * values**2).sum() / 2
        return float(cost), design.T @ slope + RIDGE * held_back * values

    found = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    return Weights(*(round(float(value), 2) for value in found))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path, help="stories with coarse claims, for instance ../shared/cases")
    parser.add_argument("finer", type=Path, help="stories with finer claims, for instance benchmarks/cases")
    given = parser.parse_args()
    judge = scorer(given.shared.resolve().parent)
    stories = [
        pairs_of(gold.parent, judge, counts)
        for folder, counts in ((given.shared, 1.0), (given.finer, FINER))
        for gold in sorted(folder.glob("*/gold.json"))
    ]
    print("all:", fitted(stories))
    for story in stories:
        print(f"without {story.story}:", fitted([other for other in stories if other is not story]))


if __name__ == "__main__":
    main()
