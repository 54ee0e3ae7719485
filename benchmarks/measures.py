"""The measures of attribution extraction: how far found attributions agree with annotated ones.

Over words (inner apostrophes, hyphens and full stops kept; other punctuation does not count), per document:

- token F1 of each part: words covered by any attribution in that part;
- attributions are paired one to one so that the summed Dice of their contents is largest; a pair is *soft* at a content
  Dice of .5 or more, *exact* when the contents have the same words, and *full* when it is soft, the sources agree
  (Dice of .5 or more, or both missing) and the cues share a word.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from training.polnear import GoldAttribution, GoldDocument

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+(?:['’\-.]\w+)*")
_QUOTATION = re.compile(r"[\"“”„«»]|``|''")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Share:
    """Precision, recall and their harmonic mean, in per cent, from counts."""

    right: int
    found: int
    annotated: int

    @property
    def precision(self) -> float:
        """Of what was found, how much is right."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of what is annotated, how much was found."""
        return 100 * self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.found + self.annotated
        return 200 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures of one run; `recall` by kind of annotated attribution gives (soft, full)."""

    tokens: Mapping[str, Share]
    soft: Share
    exact: Share
    full: Share
    recall: Mapping[str, tuple[Share, Share]]


@dataclass(frozen=True, slots=True)
class _Parts:
    source: Words
    cue: Words
    content: Words
    direct: bool


def score(documents: Iterable[GoldDocument], found: Mapping[str, Sequence[GoldAttribution]]) -> Scores:
    """Score what was found, by document name, against the annotation; a document that is missing counts as empty."""
    counts: Counter[str] = Counter()
    for document in documents:
        words = _words(document.text)
        annotated = _in_words(document.text, words, document.attributions)
        given = _in_words(document.text, words, found.get(document.name, ()))
        _count_tokens(counts, annotated, given)
        _count_pairs(counts, annotated, given)
    return Scores(
        tokens={role: _share(counts, role, f"found {role}", f"gold {role}") for role in ROLES},
        soft=_share(counts, "soft", "found", "gold"),
        exact=_share(counts, "exact", "found", "gold"),
        full=_share(counts, "full", "found", "gold"),
        recall={
            kind: (
                _share(counts, f"soft {kind}", "found", f"gold {kind}"),
                _share(counts, f"full {kind}", "found", f"gold {kind}"),
            )
            for kind in ("direct", "indirect", "no source")
        },
    )


def _share(counts: Counter[str], right: str, found: str, annotated: str) -> Share:
    return Share(counts[right], counts[found], counts[annotated])


def _words(text: str) -> Callable[[Iterable[tuple[int, int]]], Words]:
    """A function from spans to the words they touch."""
    of_letter: dict[int, int] = {}
    for number, match in enumerate(_TOKEN.finditer(text)):
        of_letter.update(dict.fromkeys(range(*match.span()), number))

    def touched(spans: Iterable[tuple[int, int]]) -> Words:
        return frozenset(of_letter[place] for start, end in spans for place in range(start, end) if place in of_letter)

    return touched


def _in_words(
    text: str, words: Callable[[Iterable[tuple[int, int]]], Words], attributions: Iterable[GoldAttribution]
) -> list[_Parts]:
    """The attributions as sets of words; those without any content are left out."""
    parts = [
        _Parts(words(one.source), words(one.cue), words(one.content), _is_direct(text, one.content))
        for one in attributions
    ]
    return [part for part in parts if part.content]


def _is_direct(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    content = " ".join(text[start:end] for start, end in spans).strip()
    return _QUOTATION.search(content) is not None or content[:1] in {"'", "‘"} or content[-1:] in {"'", "’"}


def _count_tokens(counts: Counter[str], annotated: Collection[_Parts], given: Collection[_Parts]) -> None:
    for role in ROLES:
        gold: Words = frozenset().union(*(getattr(part, role) for part in annotated))
        found: Words = frozenset().union(*(getattr(part, role) for part in given))
        counts[role] += len(gold & found)
        counts[f"gold {role}"] += len(gold)
        counts[f"found {role}"] += len(found)


def _count_pairs(counts: Counter[str], annotated: Sequence[_Parts], given: Sequence[_Parts]) -> None:
    counts["gold"] += len(annotated)
    counts["found"] += len(given)
    for part in annotated:
        counts.update(f"gold {kind}" for kind in _kinds(part))
    if not annotated or not given:
        return
    overlap = np.array(
        [
            [dice(one.content, other.content) if one.content & other.content else 0.0 for other in given]
            for one in annotated
        ]
    )
    for row, column in zip(*linear_sum_assignment(-overlap), strict=True):
        gold, found = annotated[row], given[column]
        if overlap[row, column] > 0 and gold.content == found.content:
            counts["exact"] += 1
        if overlap[row, column] < 0.5:
            continue
        same_cue = bool(gold.cue & found.cue) or not (gold.cue or found.cue)
        full = same_cue and dice(gold.source, found.source) >= 0.5
        for name, holds in (("soft", True), ("full", full)):
            counts[name] += holds
            counts.update({f"{name} {kind}": int(holds) for kind in _kinds(gold)})


def _kinds(part: _Parts) -> list[str]:
    return ["direct" if part.direct else "indirect", *(["no source"] if not part.source else [])]


def dice(one: Collection[int], other: Collection[int]) -> float:
    """Twice what is shared over the sum of the sizes; two empty sets agree."""
    if not one and not other:
        return 1.0
    return 2 * len(set(one) & set(other)) / (len(one) + len(other))
