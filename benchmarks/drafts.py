"""Drafts with planted errors, held against their stories: errors found, called what they are, and clean sentences left alone.

`python -m benchmarks.drafts` checks every draft in `benchmarks/drafts`: thirty sentences each over one story, twenty backed and ten with an
error of one of six kinds, written by somebody who had not seen the rules. On five of them the thresholds of `judging.backing` were set, so
that these show what was reached and not what is to be expected; a folder that is given instead is held out. Drafts over stories that
are not there (the shared ones) are left out and said so. Real stories and invented ones have floors of their own.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wherefrom import api

from .floors import Floors, add_options

HERE = Path(__file__).parent
CLEAN = frozenset({"backed", "no-statement"})
"""Labels and verdicts with which there is nothing to put right."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence and what `check` says of it."""

    text: str
    label: str
    verdict: str

    @property
    def planted(self) -> bool:
        """Whether an error was planted."""
        return self.label not in CLEAN

    @property
    def flagged(self) -> bool:
        """Whether it is pointed out."""
        return self.verdict not in CLEAN


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with all its labelled sentences; `shared` tells that its story is one of the shared ones."""

    name: str
    shared: bool
    sentences: tuple[Judged, ...]


def reports(story: Path) -> list[Path]:
    """The texts of a story."""
    return sorted(path for path in story.iterdir() if path.suffix in {".txt", ".md", ".html"})


def judged(folder: Path, root: Path) -> Draft | None:
    """A draft held against its story; None where the story is not there. A labelled sentence that the draft does not have ends it."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    story = root / gold["story"]
    if not story.is_dir():
        return None
    found = {one.text: one.verdict for one in api.check(folder / "draft.txt", reports(story)).sentences}
    missing = [one["text"] for one in gold["sentences"] if one["text"] not in found]
    if missing:
        raise SystemExit(f"{folder}: the draft has no such sentence: {missing[0]}")
    rows = tuple(Judged(one["text"], one["label"], found[one["text"]]) for one in gold["sentences"])
    return Draft(folder.name, root.resolve() not in story.resolve().parents, rows)


def measured(sentences: Sequence[Judged]) -> dict[str, float]:
    """Shares, in per cent: planted errors found, planted errors called by their kind, clean sentences left alone."""
    planted = [one for one in sentences if one.planted]
    clean = [one for one in sentences if not one.planted]
    return {
        "errors found": _share(one.flagged for one in planted),
        "right kind": _share(one.verdict == one.label for one in planted),
        "clean left alone": _share(not one.flagged for one in clean),
    }


def _share(told: Iterable[bool]) -> float:
    rows = list(told)
    return 100 * sum(rows) / len(rows) if rows else 0.0


def digest(folders: Iterable[Path]) -> str:
    """What tells one set of drafts from another."""
    kept = (path.read_bytes() for folder in folders for path in sorted(folder.iterdir()) if path.is_file())
    return sha256(b"\0".join(kept)).hexdigest()[:16]


def show(draft: Draft, *, every: bool) -> None:
    """Print a draft's counts, and the sentences that were judged otherwise than labelled."""
    told = "  ".join(f"{name} {value:.0f}" for name, value in measured(draft.sentences).items())
    print(f"{draft.name:28} {told}")
    for one in draft.sentences:
        if every and one.label != one.verdict and (one.planted or one.flagged):
            print(f"    {one.label} -> {one.verdict}: {one.text}")


def main() -> None:
    """Read the command line, check the drafts, compare with the floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drafts", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE / "drafts", help="a folder of drafts")
    parser.add_argument("--root", type=Path, default=HERE.parent, help="what the stories' paths are relative to")
    parser.add_argument("--wrong", action="store_true", help="show the sentences judged otherwise than labelled")
    add_options(parser)
    given = parser.parse_args()
    folders = sorted(path.parent for path in given.folder.glob("*/gold.json"))
    if not folders:
        raise SystemExit(f"{given.folder}: no drafts (folders with a gold.json) in it")
    done = [(folder, judged(folder, given.root)) for folder in folders]
    for folder, draft in done:
        if draft is None:
            print(f"{folder.name:28} left out: its story is not here")
        else:
            show(draft, every=given.wrong)
    kept = [(folder, draft) for folder, draft in done if draft is not None]
    for where in sorted({"shared" if draft.shared else "benchmarks" for _, draft in kept}):
        _settle(where, [row for row in kept if row[1].shared == (where == "shared")], given)


def _settle(where: str, rows: Sequence[tuple[Path, Draft]], given: argparse.Namespace) -> None:
    scores = measured([one for _, draft in rows for one in draft.sentences])
    print(f"all, {where}: " + "  ".join(f"{name} {value:.1f}" for name, value in scores.items()))
    try:
        Floors.stored().settle(
            f"{given.folder.name} {where}", digest(folder for folder, _ in rows), scores, given, where=given.folder
        )
    except SystemExit as ended:
        if ended.code:
            raise


if __name__ == "__main__":
    main()
