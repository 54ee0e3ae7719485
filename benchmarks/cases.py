"""Chains in stories told by a dozen outlets each: found, exact, and how often "not unsure" is right.

`python -m benchmarks.cases ../shared/cases` scores every story in a folder with the scorer beside it
(`../shared/measure/cases_eval.py`), none of which the reader was trained on; `benchmarks/cases` holds five more, invented
for this project. The stories' labels decide nothing in the reader but one number: how sure a chain must be not to be
marked `unsure` was set on the invented ones (`reader.doubts`), so for that the shared stories are held out as well.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from wherefrom import api
from wherefrom.model.release import Release
from wherefrom.output.findings_json import findings_json

from .floors import Floors, add_options
from .measures import Share

SCORER = Path("measure") / "cases_eval.py"

MEASURES = ("found", "chain", "origin", "origin_kind", "hedged")
"""Of the scorer's: what reading alone can get right."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story's scores, and for every labelled appearance that was found: is the chain exact, and is it called sure."""

    name: str
    shares: Mapping[str, Share]
    chains: tuple[tuple[bool, bool], ...]


def stories(folder: Path) -> list[Path]:
    """The stories in a folder, by name."""
    return sorted(path.parent for path in folder.glob("*/gold.json"))


def scorer(shared: Path) -> ModuleType:
    """The scorer of the shared folder."""
    spec = spec_from_file_location("cases_eval", shared / SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared / SCORER}: is not there")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(story: Path) -> dict[str, Any]:
    """What the reader finds in a story's texts, as printed."""
    found: dict[str, Any] = json.loads(findings_json(Release.of_reading(api.read(sorted(story.glob("*.txt"))))))
    return found


def scored(story: Path, judge: ModuleType) -> Story:
    """A story read and scored."""
    findings = read(story)
    results, _ = judge.evaluate(story, findings)
    shares = {name: Share(results[name]["right"], results[name]["of"], results[name]["of"]) for name in MEASURES}
    return Story(story.name, shares, tuple((exact, sure) for _, exact, sure in judged(story, findings, judge)))


def judged(story: Path, findings: Mapping[str, Any], judge: ModuleType) -> Iterator[tuple[str, bool, bool]]:
    """For every labelled appearance that was found: its id, whether its chain is exact, and whether the reader calls it sure."""
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    stems = {document["id"]: Path(document["path"]).stem for document in findings["documents"]}
    texts = {stems[document["id"]]: document["text"] for document in findings["documents"]}
    names = _names(findings)
    for claim in gold["key_claims"]:
        for label in claim["appearances"]:
            own = [one for one in findings["appearances"] if stems[one["document"]] == label["doc"]]
            one = _best(judge, own, texts[label["doc"]], label["quote"])
            if one is not None:
                links, wanted = one["chain"], label["chain"]
                exact = len(links) == len(wanted) and all(
                    _is_party(judge, link, name, names) for link, name in zip(links, wanted, strict=True)
                )
                yield str(one["id"]), exact, "chain" not in one["unsure"]


def _names(findings: Mapping[str, Any]) -> dict[str, list[str]]:
    texts = {document["id"]: document["text"] for document in findings["documents"]}
    return {
        party["id"]: [
            party["name"],
            *(texts[one["document"]][start:end] for one in party["mentions"] for start, end in one["spans"]),
        ]
        for party in findings["parties"]
    }


def _best(judge: ModuleType, own: Iterable[Mapping[str, Any]], text: str, quote: str) -> Mapping[str, Any] | None:
    """The appearance that stands for a labelled quote, as the scorer chooses it."""
    start = text.find(quote)
    end = start + len(quote)
    best = max(
        (
            (max(judge.dice(spans, start, end), judge.dice(judge.whole(one), start, end)), one["id"], one)
            for one in own
            if judge.shared(spans := [tuple(span) for span in one["spans"]], start, end)
        ),
        key=lambda found: found[:2],
        default=(0.0, "", None),
    )
    return best[2] if best[0] >= 0.3 else None


def _is_party(judge: ModuleType, link: Mapping[str, Any], name: str, names: Mapping[str, Sequence[str]]) -> bool:
    source = link["source"]
    if source is None:
        cue = (link["cue"] or {}).get("text", "")
        stems = {judge.stem(word) for word in judge.words(cue)} & {judge.stem(word) for word in judge.words(name)}
        return bool(stems) or bool(judge.same_party(cue, name))
    called = [source["text"], *(one for party in source["parties"] for one in names.get(party, ()))]
    return any(judge.same_party(one, name) for one in called)


def measured(read_stories: Sequence[Story]) -> dict[str, float]:
    """The measures over all stories, in points; `sure` is how often a chain not called unsure is exact."""
    totals = {
        name: 100
        * sum(story.shares[name].right for story in read_stories)
        / sum(story.shares[name].found for story in read_stories)
        for name in MEASURES
    }
    chains = [chain for story in read_stories for chain in story.chains]
    sure = [exact for exact, is_sure in chains if is_sure]
    return totals | {
        "sure": 100 * sum(sure) / len(sure) if sure else 0.0,
        "coverage of sure": 100 * len(sure) / len(chains) if chains else 0.0,
    }


def digest(folder: Path) -> str:
    """What tells one set of stories from another."""
    kept = (path.read_bytes() for path in sorted(folder.glob("*/*")) if path.is_file())
    return sha256(b"\0".join(kept)).hexdigest()[:16]


def main() -> None:
    """Read the command line, read and score the stories, compare with the floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cases", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of stories: ../shared/cases or benchmarks/cases")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where measure/cases_eval.py is")
    add_options(parser)
    given = parser.parse_args()
    judge = scorer(given.shared)
    done = [scored(story, judge) for story in stories(given.folder)]
    if not done:
        raise SystemExit(f"{given.folder}: no stories (folders with a gold.json) in it")
    for story in done:
        shares = "  ".join(f"{name} {share.right:.0f}/{share.found:.0f}" for name, share in story.shares.items())
        print(f"{story.name:28} {shares}")
    scores = measured(done)
    print("all: " + "  ".join(f"{name} {value:.1f}" for name, value in scores.items()))
    name = f"cases {given.folder.resolve().parent.name}"
    Floors.stored().settle(name, digest(given.folder), scores, given, where=given.folder)


if __name__ == "__main__":
    main()
