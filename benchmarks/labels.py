"""Which of the statements that were found the labels of a story stand for, and how well claims hold such statements together."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Bearing, Claim, Spans, joined

from .measures import Share

FOUND = 0.3
"""The scorer's least overlap of a found statement with a label."""

BEARINGS: tuple[Bearing, ...] = ("sure", "perhaps", "akin")


def labelled(story: Path, material: Material, judge: ModuleType) -> dict[str, set[str]]:
    """The claims that found statements were labelled with: for each label the one that the scorer takes to stand for it."""
    by_file = {Path(document.path).stem: document for document in material.findings.documents}
    claims: dict[str, set[str]] = {}
    for claim in json.loads((story / "gold.json").read_text(encoding="utf-8"))["key_claims"]:
        for label in claim["appearances"]:
            document = by_file[label["doc"]]
            start = document.text.find(label["quote"])
            end = start + len(label["quote"])
            scored = [
                (max(judge.dice(spans, start, end) for spans in (one.spans, _whole(one))), one.id)
                for one in material.of_document[document.id]
                if judge.shared(one.spans, start, end)
            ]
            best, name = max(scored, default=(0.0, ""))
            if best >= FOUND:
                claims.setdefault(name, set()).add(claim["id"])
    return claims


def _whole(appearance: Appearance) -> Spans:
    """A statement with the sources and cues that stand beside it."""
    parts = [part for link in appearance.chain if link.basis == "stated" for part in (link.source, link.cue)]
    return joined([*appearance.spans, *(span for part in parts if part is not None for span in part.spans)])


def held_together(material: Material, labels: Mapping[str, set[str]]) -> dict[Bearing, Share]:
    """For each bearing the pairs that a statement makes with the sure ones of another document under the same claim.

    Right are those that were labelled with one claim; what was not labelled makes no pair.
    """
    right: Counter[Bearing] = Counter()
    pairs: Counter[Bearing] = Counter()
    for claim in material.findings.claims:
        for bearing, one, other in _pairs(claim):
            documents = {material.appearances[name].document for name in (one, other)}
            if one in labels and other in labels and len(documents) > 1:
                pairs[bearing] += 1
                right[bearing] += bool(labels[one] & labels[other])
    return {bearing: Share(right[bearing], pairs[bearing], pairs[bearing]) for bearing in BEARINGS}


def _pairs(claim: Claim) -> list[tuple[Bearing, str, str]]:
    sure = [one.id for one in claim.appearances if one.bearing == "sure"]
    return [(one.bearing, one.id, other) for one in claim.appearances for other in sure if other != one.id]
