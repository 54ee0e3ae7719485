"""The extract that names a claim: its positive sentence, in the words of one of its appearances."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Document, Span, Spans, joined, slice_of
from wherefrom.reader import lexicon

from . import talk
from . import vocabulary as words
from .bearing import Bearing
from .stances import Pole


@dataclass(frozen=True, slots=True)
class Named:
    """The words that name a claim: the appearance they are taken from, and where in its document they stand."""

    appearance: str
    text: str
    spans: Spans


_ROLES = {"affirms": 2.5, "passes-on": 2.0, "denies": 1.5, "doubts": 1.0, "withholds": 1.0}
"""What an appearance is worth as a name by what is done with its words, where they make the claim themselves."""

_AT_ISSUE = 2.5
"""The same where the claim is a denial, or that a denial is believed."""

_UNFIT = -2.0
"""The same where the words do not make the claim, or make the opposite."""

WEIGHTS = {
    "central": 4.0,
    "whole": 1.5,
    "names": 1.0,
    "points back": -2.0,
    "hedged": -0.4,
    "asked": -2.0,
    "broken": -1.0,
    "first person": -0.7,
    "quoted": -0.5,
    "short": -1.0,
    "long": -0.1,
    "late": -0.8,
    "caption": -0.5,
    "talk": -1.0,
}
"""What else makes a good name: words shared with the others (as a share), a finite verb, names, one stretch of text, an early
telling; what makes a bad one, "long" for each word above `_PLENTY`. Set by hand; of several settings the one whose names had most
words in common with the labels of 127 claims in nine stories (an F1 of 0.41; the whole content that has most would give 0.52, the
earliest 0.35). The labels are others' words, so that this says little about a single weight."""

_FEWEST = 5
_PLENTY = 15

_POINTS_BACK = re.compile(
    r"^\W{0,3}(?:(?:and|but|so) )?(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|him|them|one|some|others?|such|there|neither|both)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"^\W{0,3}(?:to|him|her|them|us|me|as|of|for|how|why|what|who|with)\b", re.IGNORECASE)
_AUXILIARIES = frozenset("is are was were has have had will would can could may might must should does did".split())
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b")
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z]\w+")
_WHETHER = re.compile(r"^\W{0,3}(?:to say,? (?:however,? )?)?whether (?:or not )?", re.IGNORECASE)
_REACH = 60
"""Letters between a content and the words that introduce it, within which both are shown as one extract."""


def named(material: Material, bearings: Sequence[Bearing], pole: Pole) -> Named:
    """The appearance that says the claim best, the earliest among equals, and the extract of it that names the claim."""
    extracts = [_extracted(material.documents[one.appearance.document], one, pole) for one in bearings]
    if len(extracts) == 1:
        return extracts[0]
    late = WEIGHTS["late"] / (len(bearings) - 1)
    scores = [
        _role(one, pole)
        + _form(one, extract.text)
        + WEIGHTS["central"] * _share(one, pole, len(bearings) - 1)
        + late * place
        for place, (one, extract) in enumerate(zip(bearings, extracts, strict=True))
    ]
    return extracts[scores.index(max(scores))]


def _share(one: Bearing, pole: Pole, others: int) -> float:
    """How much of an appearance's words the others have too."""
    return sum(pole.held[stem] - 1 for stem in one.stems) / (len(one.stems) * others) if one.stems else 0.0


def _form(one: Bearing, text: str) -> float:
    """What the form of an extract is worth."""
    size = text.count(" ") + 1
    found = {
        "whole": _is_whole(text),
        "names": _NAME.search(text) is not None,
        "points back": _POINTS_BACK.match(text) is not None,
        "hedged": bool(one.appearance.certainty.hedges),
        "asked": text.endswith(("?", "?”", '?"')),
        "broken": len(one.appearance.spans) > 1,
        "first person": _FIRST_PERSON.search(text) is not None,
        "quoted": one.appearance.quote in {"direct", "mixed"},
        "short": size < _FEWEST,
        "caption": one.appearance.block == "caption",
        "talk": one.taken.position == "passes-on" and talk.TALKED.search(text) is not None,
    }
    return sum(WEIGHTS[name] for name, holds in found.items() if holds) + WEIGHTS["long"] * max(0, size - _PLENTY)


def _role(one: Bearing, pole: Pole) -> float:
    if pole.kind == "denial":
        return _AT_ISSUE if one.denial or one.taken.position == "denies" else _UNFIT
    if pole.kind == "belief":
        return _AT_ISSUE if one.taken.towards == "denial" else _UNFIT
    if not one.states or pole.conditions(one) or (one.reassures and pole.assured):
        return _UNFIT
    return _ROLES[one.taken.position] if pole.clause_of(one).sign in {0, pole.sign} else _UNFIT


def _is_whole(text: str) -> bool:
    """Whether words make a sentence: what is commonly a finite verb is looked for among auxiliaries first, which is quicker."""
    if _FRAGMENT.match(text) is not None:
        return False
    return not _AUXILIARIES.isdisjoint(words.words_of(text)) or lexicon.FINITE.search(text) is not None


def _extracted(document: Document, one: Bearing, pole: Pole) -> Named:
    spans, told = _extract(document, one, pole), one.appearance
    return Named(told.id, told.text if spans == told.spans else slice_of(document.text, spans), spans)


def _extract(document: Document, one: Bearing, pole: Pole) -> Spans:
    """Where the words stand that would name the claim.

    Words that make no sentence are shown with who says them; what somebody leaves open or calls false, without the words that do.
    """
    appearance = one.appearance
    if appearance.chain and pole.kind != "content" and not one.denial:
        return _introduced(document, appearance)
    if one.taken.position == "affirms" and appearance.chain and (one.bare or not _is_whole(appearance.text)):
        return _introduced(document, appearance)
    if one.taken.position == "withholds":
        return _without(appearance, _WHETHER)
    if one.taken.towards == "claim" and one.taken.position == "denies":
        return _judged(appearance)
    return appearance.spans


def _introduced(document: Document, appearance: Appearance) -> Spans:
    """The content with the source and the cue of its last link, in one stretch where they stand side by side."""
    link = appearance.chain[-1]
    if link.basis != "stated":
        return appearance.spans
    parts = joined(
        (*appearance.spans, *(link.source.spans if link.source else ()), *(link.cue.spans if link.cue else ()))
    )
    between = document.text[parts[0].start : parts[-1].end]
    gaps = sum(after.start - before.end for before, after in pairwise(parts))
    if gaps > _REACH or "\n" in between:
        return appearance.spans
    return (Span(parts[0].start, parts[-1].end),)


def _without(appearance: Appearance, opening: re.Pattern[str]) -> Spans:
    match = opening.match(appearance.text)
    first, *rest = appearance.spans
    if match is None or match.end() >= first.end - first.start:
        return appearance.spans
    return (Span(first.start + match.end(), first.end), *rest)


def _judged(appearance: Appearance) -> Spans:
    """What is called false, without the words that call it so."""
    match = words.JUDGED.search(appearance.text)
    if match is None or len(appearance.spans) > 1:
        return appearance.spans
    start = appearance.spans[0].start
    group = "before" if match.group("before") else "after"
    return (Span(start + match.start(group), start + match.end(group)),)
