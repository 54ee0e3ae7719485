"""Shared wording outside quotations: copies, reused passages and versions of one text."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wherefrom.comparing.material import Material
from wherefrom.model import Document, Span

from .shingles import Wording, fingerprints, shared_words, stretches, wording_of

_NEAREST = 3
"""Documents with the same fingerprint that one is compared with: so many of the earliest, and as many right before it.

So a wording that a thousand texts have costs a thousand comparisons and not a million.
"""

_LEAST_FINGERPRINTS = 2
"""A run of twenty words shares at least so many fingerprints; fewer are not looked at."""

_LEAST_RUN = 12
_LEAST_WORDS = 40
_LEAST_SHARE, _LEAST_WORDS_OF_SHARE = 0.25, 20
"""A passage is reused if its longest run has 12 words, and there are 40 words of it, or 20 that are a quarter of the text.

Of 925 articles by eight outlets on one election campaign (PolNeAR) two outlets share 47 words at the most, once, and else
never more than 20; of 1,683 texts on viral stories (FNC-1) pairs above these bounds retell one another.
"""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two documents share, as it stands in the first: the stretches, the words in them, and their share."""

    document: str
    other: str
    spans: tuple[Span, ...]
    words: int
    longest: int
    share: float
    """Of the words of the first document outside quotations."""
    share_of_other: float
    marked: NDArray[np.bool_]

    @property
    def is_reuse(self) -> bool:
        """Whether so much is shared that one text was made from the other, or both from a third."""
        if self.longest < _LEAST_RUN:
            return False
        return self.words >= _LEAST_WORDS or (self.share >= _LEAST_SHARE and self.words >= _LEAST_WORDS_OF_SHARE)


class Copying:
    """Finds documents that share wording, through an index of fingerprints."""

    def __init__(self, material: Material) -> None:
        self._documents = material.findings.documents
        self._ids = list(material.documents)
        self._by_id = material.documents
        self._wording = lru_cache(maxsize=1 << 14)(self._read)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Documents that may share wording, by id, each pair in the order of the material."""
        for one, other in self._candidates():
            yield self._ids[one], self._ids[other]

    def overlap(self, document: str, other: str) -> Overlap:
        """What a document shares with another."""
        mine, its = self._wording(document), self._wording(other)
        marked = shared_words(mine, its)
        runs = stretches(mine, marked)
        words = sum(count for _, count in runs)
        return Overlap(
            document=document,
            other=other,
            spans=tuple(span for span, _ in runs) or (self._whole(document) if self._is_equal(document, other) else ()),
            words=words,
            longest=max((count for _, count in runs), default=0),
            share=words / max(1, len(mine.places)),
            share_of_other=min(1.0, words / max(1, len(its.places))),
            marked=marked,
        )

    def _is_equal(self, document: str, other: str) -> bool:
        return self._by_id[document].sha256 == self._by_id[other].sha256

    def _whole(self, document: str) -> tuple[Span, ...]:
        """All that a document says, where nothing of it stands outside quotations."""
        blocks = self._by_id[document].blocks
        return (Span(blocks[0].start, blocks[-1].end),) if blocks else ()

    def _read(self, document: str) -> Wording:
        return wording_of(self._by_id[document])

    def _candidates(self) -> list[tuple[int, int]]:
        counts: Counter[tuple[int, int]] = Counter()
        for places in self._alike():
            for at in range(1, len(places)):
                near = {*places[: min(at, _NEAREST)], *places[max(0, at - _NEAREST) : at]}
                counts.update((place, places[at]) for place in near)
        found = {pair for pair, count in counts.items() if count >= _LEAST_FINGERPRINTS}
        return sorted(found.union(self._same(lambda one: one.sha256), self._same(lambda one: one.url)))

    def _alike(self) -> Iterator[Sequence[int]]:
        """The documents, by place, that share a fingerprint."""
        prints = [fingerprints(self._wording(document)) for document in self._ids]
        if not prints:
            return
        owners = np.repeat(np.arange(len(prints)), [len(held) for held in prints])
        hashes = np.concatenate(prints)
        order = np.argsort(hashes, kind="stable")
        hashes, owners = hashes[order], owners[order]
        edges = np.flatnonzero(np.diff(hashes)) + 1
        starts = np.concatenate(([0], edges))
        ends = np.concatenate((edges, [len(hashes)]))
        several = ends - starts > 1
        for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
            yield owners[start:end].tolist()

    def _same(self, of: Callable[[Document], str | None]) -> set[tuple[int, int]]:
        """Documents with equal bytes or one address, each with the one before it."""
        same: dict[str, list[int]] = defaultdict(list)
        for place, document in enumerate(self._documents):
            value = of(document)
            if value:
                same[value].append(place)
        return {pair for places in same.values() for pair in pairwise(places)}
