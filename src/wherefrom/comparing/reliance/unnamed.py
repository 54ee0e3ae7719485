"""Reports that a text rests on without naming whose they are: "British media", "local radio", "— reports"."""

import re
from collections.abc import Iterable, Iterator

from wherefrom.model import Appearance, Link, Span

from .evidence import Evidence

_MEDIA = re.compile(
    r"\b(?:media|press|newspapers?|tabloids?|(?:news\s)?outlets?|magazines?|broadcasters?|news\s(?:sites?|websites?|agenc(?:y|ies)|channels?)|"
    r"(?:local|state|national|regional|foreign|public)\s(?:radio|television|TV)|dailies)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\breport(?:s|ed)?\b(?!ly)", re.IGNORECASE)


def groups_in(appearances: Iterable[Appearance], shared: frozenset[str]) -> Iterator[tuple[str, Evidence]]:
    """Outlets and reports without a name that a document's statements come from, the best first: their words, and why.

    A bare "it was reported" counts in a headline, or where other documents carry the same claim.
    """
    found: list[tuple[int, str, Evidence]] = []
    for one in appearances:
        for link in one.chain:
            weight = _weight(one, link, told=one.id in shared or one.block == "headline")
            if weight is not None:
                words, span = _words(link)
                found.append((weight, words, Evidence(span, 4, "without a name stands behind what it says")))
    for _, words, evidence in sorted(found, key=lambda item: (item[0], item[2].span)):
        yield words, evidence


def receivers_in(appearances: Iterable[Appearance]) -> Iterator[tuple[str, Evidence]]:
    """Outlets without a name that were told what a document passes on: "told local radio"."""
    for one in appearances:
        for link in one.chain:
            source = link.source
            if source is None or source.named or link.basis != "relayed" or source.kind != "outlet":
                continue
            if not source.text.lower().startswith(("the ", "its ", "this ", "that ")) and _MEDIA.search(source.text):
                yield source.text, Evidence(_words(link)[1], 3, "without a name was told what it says")


def _weight(one: Appearance, link: Link, *, told: bool) -> int | None:
    """How plainly a link is a group of outlets: 0 for "British media", 1 for bare reports; None for what is none."""
    source = link.source
    if link.basis == "carried" or link.act not in {"says", "discloses"}:
        return None
    if source is None:
        return 1 if told and link.cue is not None and _REPORTS.search(link.cue.text) is not None else None
    if source.named or source.kind not in {"group", "outlet", "document"}:
        return None
    if _MEDIA.search(source.text) is not None:
        return 0
    return 1 if told and _REPORTS.search(source.text) is not None and one.block == "headline" else None


def _words(link: Link) -> tuple[str, Span]:
    part = link.source if link.source is not None else link.cue
    if part is None:
        return "", Span(0, 0)
    spans = [span for held in (link.source, link.cue) if held is not None for span in held.spans]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    near = end - start <= 200
    return part.text.removesuffix(" that"), Span(start, end) if near else Span(part.spans[0].start, part.spans[-1].end)
