"""What comparing finds in stories told by a dozen outlets each: `python -m benchmarks.comparing ../shared/cases`.

Scores every story in a folder with the scorer beside it (`../shared/measure/cases_eval.py`); `benchmarks/cases` holds
five more. Told for each story:

- clusters: B-cubed F1 of the claims, over the labelled appearances that were found;
- stance: supports, denies, doubts or reports as rumour, right;
- origins: claims whose bounds fit the label; plural: the same of those that do not have exactly one origin; too many:
  the lower bound is above the label's, independence that nobody can prove; always one: what "exactly one" would score;
- relies on: who relies on whom, precision and recall of pairs;
- disagreements: labelled ones that are reported as a conflict, and how many conflicts are reported for that.

And for all: of the pairs that a statement makes with a sure one of another document under the same claim, those that were
labelled with one claim, by how surely the statement bears on it (`Membership.bearing`).

    --errors N   show N errors of each story
    --check, --update, --allow-regression: floors, as for the other benchmarks
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from wherefrom import api
from wherefrom.comparing.material import Material
from wherefrom.model import Bearing
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json

from .cases import digest, scorer, stories
from .floors import Floors, add_options
from .labels import BEARINGS, held_together, labelled
from .measures import Share

COUNTED = ("stance", "origins", "plural", "disagreements")
"""Of the scorer's measures: right ones out of so many."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A story's scores: clusters and relies-on in per cent, the rest counted."""

    name: str
    clusters: float
    counted: Mapping[str, Share]
    too_many: int
    always_one: float
    precision: float
    recall: float
    conflicts: int
    errors: tuple[str, ...] = ()
    bearings: Mapping[Bearing, Share] = field(default_factory=dict)

    @property
    def relies_on(self) -> float:
        """F1 of who relies on whom."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @classmethod
    def of(cls, name: str, results: Mapping[str, Any], errors: Sequence[str] = ()) -> "Compared":
        """What the scorer returned for a story."""
        return cls(
            name=name,
            clusters=100 * results["clusters"]["f1"],
            counted={one: Share(results[one]["right"], results[one]["of"], results[one]["of"]) for one in COUNTED},
            too_many=results["origins"]["too_many"],
            always_one=100 * results["always_one"]["share"],
            precision=100 * results["relies_on"]["precision"],
            recall=100 * results["relies_on"]["recall"],
            conflicts=results["conflicts"]["reported"],
            errors=tuple(errors),
        )


def compared(story: Path, judge: ModuleType, errors: int = 0) -> Compared:
    """A story read, compared and scored; with so many errors of comparing."""
    findings = api.read(sorted(story.glob("*.txt")))
    results, wrong = judge.evaluate(story, json.loads(findings_json(Release.of_reading(findings))), 10_000)
    of_comparing = [line for line in wrong if line.split(":")[0] in COUNTED]
    material = Material.of(findings)
    return replace(
        Compared.of(story.name, results, of_comparing[:errors]),
        bearings=held_together(material, labelled(story, material, judge)),
    )


def measured(done: Sequence[Compared]) -> dict[str, float]:
    """The numbers that have floors, in points: shares over all stories, and the mean of clusters and of relies-on."""
    totals = {one: _total(done, one) for one in COUNTED}
    claims = totals["origins"].found
    return {
        "clusters F1": sum(one.clusters for one in done) / len(done),
        **{name: _percent(share) for name, share in totals.items()},
        "origins not too many": 100 * (1 - sum(one.too_many for one in done) / claims) if claims else 0.0,
        "relies on F1": sum(one.relies_on for one in done) / len(done),
        **{f"pairs {bearing}": _percent(share) for bearing, share in _bearings(done).items() if bearing != "akin"},
    }


def _bearings(done: Sequence[Compared]) -> dict[Bearing, Share]:
    held = {bearing: [one.bearings[bearing] for one in done if bearing in one.bearings] for bearing in BEARINGS}
    return {
        bearing: Share(sum(one.right for one in shares), *[sum(one.found for one in shares)] * 2)
        for bearing, shares in held.items()
        if shares
    }


def always_one(done: Sequence[Compared]) -> float:
    """What answering "exactly one origin" for every claim would score, in per cent of all claims."""
    claims = _total(done, "origins").found
    return sum(one.always_one * one.counted["origins"].found for one in done) / claims if claims else 0.0


def _total(done: Sequence[Compared], measure: str) -> Share:
    right = sum(one.counted[measure].right for one in done)
    of = sum(one.counted[measure].found for one in done)
    return Share(right, of, of)


def _percent(share: Share) -> float:
    return 100 * share.right / share.found if share.found else 0.0


def table(done: Sequence[Compared]) -> list[str]:
    """The scores of each story, and of all together, as lines."""
    lines = [
        f"{'':28}clusters   stance  origins   plural  too many  always one  relies on (P, R)    disagreements  conflicts"
    ]
    for one in done:
        share = {name: f"{held.right:.0f}/{held.found:.0f}" for name, held in one.counted.items()}
        relies = f"{one.relies_on:.1f} ({one.precision:.0f}, {one.recall:.0f})"
        lines.append(
            f"{one.name:28}{one.clusters:8.1f}{share['stance']:>9}{share['origins']:>9}{share['plural']:>9}"
            f"{one.too_many:10d}{one.always_one:12.1f}  {relies:20}{share['disagreements']:>13}{one.conflicts:11d}"
        )
        lines += [f"    {line}" for line in one.errors]
    scores = measured(done)
    told = "  ".join(f"{name} {value:.1f}" for name, value in scores.items())
    pairs = ", ".join(f"{share.right:.0f} of {share.found:.0f} {bearing}" for bearing, share in _bearings(done).items())
    if pairs:
        lines.append(f"pairs under one claim that were labelled so: {pairs}")
    return [*lines, f"all: {told}  (always one {always_one(done):.1f}, too many {sum(one.too_many for one in done)})"]


def main() -> None:
    """Read the command line, read, compare and score the stories, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of stories: ../shared/cases or benchmarks/cases")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where measure/cases_eval.py is")
    parser.add_argument("--errors", type=int, default=0)
    add_options(parser)
    given = parser.parse_args()
    judge = scorer(given.shared)
    done = [compared(story, judge, given.errors) for story in stories(given.folder)]
    if not done:
        raise SystemExit(f"{given.folder}: no stories (folders with a gold.json) in it")
    print("\n".join(table(done)))
    name = f"comparing {given.folder.resolve().parent.name}"
    Floors.stored().settle(name, digest(given.folder), measured(done), given, where=given.folder)


if __name__ == "__main__":
    main()
