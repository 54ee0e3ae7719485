"""How sure a chain is: the chance that all of its links are right, from what is known of how it was found."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from wherefrom.model import Document, Link

from . import lexicon
from .chains import Statement
from .quotations import bare
from .sources import is_pronoun

_POINTS_BACK = re.compile(
    r"(?:the|this|that|these|those|his|her|its|their|one|two|another|most|some|both)\b", re.IGNORECASE
)
_EVIDENTIAL = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|(?:is|are|was|were) (?:said|believed|understood|thought|reported|alleged))\b",
    re.IGNORECASE,
)

WEIGHTS = {
    "after an outlet": -0.85,
    "any": 0.49,
    "caption": 0.49,
    "carried": -0.68,
    "description": 0.07,
    "description, unnamed": -0.66,
    "document": -0.57,
    "headline": 0.53,
    "link": 0.34,
    "named": 0.13,
    "nested": 0.17,
    "nobody": -0.28,
    "outlet": -0.57,
    "outlet alone": -1.10,
    "own": 0.73,
    "own after a voice": -1.49,
    "own, evidential": 0.92,
    "own, first": 0.33,
    "own, quoted": -0.35,
    "party": -1.11,
    "person": -0.14,
    "pronoun": -1.24,
    "pronoun, unnamed": -1.13,
    "question": 0.24,
    "quoted": 0.29,
    "relayed": -0.54,
    "short": 0.43,
    "single": 0.15,
    "speaks": 0.08,
    "three": -0.67,
}
"""Log-odds, fitted by `python -m training.doubts benchmarks/cases` on 519 labelled chains of five invented stories."""

LEAST_SURE = 0.85
"""Chance of being right below which a chain is marked unsure. Story by story, with weights fitted on the other invented ones,
91 in 100 of what is above it are right, and two fifths of all are above it. On four retold stories no threshold does better
than 68 in 100."""


def marked(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, "chain" named in `unsure` of those whose chain may well be wrong."""
    found: list[Statement] = []
    before: Statement | None = None
    for one in statements:
        doubtful = chance(evidence(document, one, before)) < LEAST_SURE
        unsure = one.unsure | {"chain"} if doubtful else one.unsure - {"chain"}
        found.append(replace(one, unsure=unsure))
        before = one
    return found


def chance(found: dict[str, float]) -> float:
    """The chance that a chain is right."""
    return 1 / (1 + exp(-sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())))


def evidence(document: Document, one: Statement, before: Statement | None) -> dict[str, float]:
    """What tells how sure a chain is. `before` is the statement before it."""
    words = document.text[one.spans[0].start : one.spans[-1].end]
    same = before is not None and before.block == one.block
    found = {
        "any": 1.0,
        "headline": float(one.block.kind == "headline"),
        "caption": float(one.block.kind == "caption"),
        "short": float(len(words.split()) < 5),
        "question": float(words.rstrip().endswith("?")),
    }
    if not one.chain:
        return found | {
            "own": 1.0,
            "own after a voice": float(same and before is not None and bool(before.chain)),
            "own, evidential": float(_EVIDENTIAL.search(words) is not None),
            "own, quoted": float(words[:1] in '“"‘'),
            "own, first": float(before is None or before.block.kind == "headline"),
        }
    sure = min(max(one.sure, 1e-4), 1 - 1e-4)
    return found | {
        "link": min(5.0, log(sure / (1 - sure))),
        "carried": float(any(link.basis == "carried" for link in one.chain)),
        "relayed": float(any(link.basis == "relayed" for link in one.chain)),
        "nested": float(sum(link.basis == "stated" for link in one.chain) > 1),
        "three": float(len(one.chain) > 2),
        "nobody": float(any(link.source is None for link in one.chain)),
        "party": float("party" in one.unsure),
        "quoted": float(words[:1] in "“\"‘'"),
        "single": float(len(one.chain) == 1),
        "speaks": float(
            all(link.cue is None or lexicon.SPEAKS.search(link.cue.text) is not None for link in one.chain)
        ),
        "after an outlet": float(_is_inside(before, one)),
        **_of_sources(one.chain),
    }


def _is_inside(before: Statement | None, one: Statement) -> bool:
    """Whether the statement before it, in the same block, came through an outlet that is no link of this one."""
    if before is None or before.block != one.block or not before.chain or len(one.chain) > 1:
        return False
    source = before.chain[0].source
    return source is not None and source.kind == "outlet" and one.chain[0].source != source


def _of_sources(chain: Sequence[Link]) -> dict[str, float]:
    sources = [link.source for link in chain if link.source is not None]
    plain = [bare(source.text) for source in sources]
    return {
        "pronoun": float(any(is_pronoun(words) for words in plain)),
        "pronoun, unnamed": float(
            any(is_pronoun(words) and not source.named for words, source in zip(plain, sources, strict=True))
        ),
        "description": float(any(_POINTS_BACK.match(words) and not is_pronoun(words) for words in plain)),
        "description, unnamed": float(
            any(
                _POINTS_BACK.match(words) and not is_pronoun(words) and not source.named
                for words, source in zip(plain, sources, strict=True)
            )
        ),
        "named": float(
            bool(sources) and all(source.named for source in sources) and not any(is_pronoun(words) for words in plain)
        ),
        "person": float(bool(sources) and all(source.kind == "person" for source in sources)),
        "outlet alone": float(len(sources) == 1 == len(chain) and sources[0].kind == "outlet"),
        "document": float(any(source.kind == "document" for source in sources)),
        "outlet": float(any(source.kind == "outlet" for source in sources)),
    }
