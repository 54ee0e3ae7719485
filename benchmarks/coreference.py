"""The measures of coreference: how far found clusters of mentions agree with annotated ones.

MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF with the similarity of entities (Luo 2005), their average
as in the CoNLL shared tasks (Pradhan et al. 2012, with the corrections of 2014), and LEA (Moosavi and Strube 2016).
No scorer among the packages is maintained, so they are written from the papers and held to the papers' examples.

A cluster is a set of mentions; a mention is anything that compares equal to the same mention on the other side, and
names its document if there are several. Clusters of one mention are for the caller to drop: here none is expected.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

Mention = Hashable
Cluster = frozenset[Mention]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean, in per cent."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Coreference:
    """All measures of one comparison."""

    mentions: Agreement
    muc: Agreement
    b_cubed: Agreement
    ceaf_e: Agreement
    lea: Agreement

    @property
    def conll(self) -> float:
        """The average F1 of MUC, B³ and CEAF-e."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def compared(annotated: Sequence[Cluster], found: Sequence[Cluster]) -> Coreference:
    """All measures of the found clusters against the annotated ones."""
    return Coreference(
        mentions=_both_ways(_mentions, annotated, found),
        muc=_both_ways(_muc, annotated, found),
        b_cubed=_both_ways(_b_cubed, annotated, found),
        ceaf_e=_ceaf_e(annotated, found),
        lea=_both_ways(_lea, annotated, found),
    )


Counted = tuple[float, float]
"""What is right, and out of how much."""

Place = Mapping[Mention, int]
"""Of each mention of the other side, the number of its cluster there."""


def _both_ways(
    recalled: Callable[[Cluster, Place], Counted], annotated: Sequence[Cluster], found: Sequence[Cluster]
) -> Agreement:
    """Recall by a measure that counts cluster by cluster; precision is the same with the sides changed."""
    return Agreement(_share(recalled, found, annotated), _share(recalled, annotated, found))


def _share(
    recalled: Callable[[Cluster, Place], Counted], clusters: Sequence[Cluster], others: Sequence[Cluster]
) -> float:
    place = {mention: number for number, other in enumerate(others) for mention in other}
    counted = [recalled(cluster, place) for cluster in clusters]
    whole = sum(out_of for _, out_of in counted)
    return 100 * sum(right for right, _ in counted) / whole if whole else 0.0


def _parts(cluster: Cluster, place: Place) -> list[int]:
    """The sizes of the parts that the other side's clusters cut this one into; what is missing there is in no part."""
    sizes: dict[int, int] = {}
    for mention in cluster:
        if mention in place:
            sizes[place[mention]] = sizes.get(place[mention], 0) + 1
    return list(sizes.values())


def _mentions(cluster: Cluster, place: Place) -> Counted:
    return sum(_parts(cluster, place)), len(cluster)


def _muc(cluster: Cluster, place: Place) -> Counted:
    """Links that are left when the other side cuts the cluster; a missing mention is a part of its own."""
    parts = _parts(cluster, place)
    return sum(parts) - len(parts), len(cluster) - 1


def _b_cubed(cluster: Cluster, place: Place) -> Counted:
    return sum(part**2 for part in _parts(cluster, place)) / len(cluster), len(cluster)


def _lea(cluster: Cluster, place: Place) -> Counted:
    """The share of the cluster's links that the other side has, weighed by its size."""
    links = _links(len(cluster))
    kept = sum(_links(part) for part in _parts(cluster, place))
    return len(cluster) * kept / links if links else 0.0, len(cluster)


def _links(size: int) -> int:
    return size * (size - 1) // 2


def _ceaf_e(annotated: Sequence[Cluster], found: Sequence[Cluster]) -> Agreement:
    """Clusters paired one to one so that the summed similarity (twice what is shared over both sizes) is largest."""
    if not annotated or not found:
        return Agreement(0.0, 0.0)
    similar = np.array([[_similarity(one, other) for other in found] for one in annotated])
    total = float(similar[linear_sum_assignment(-similar)].sum())
    return Agreement(100 * total / len(found), 100 * total / len(annotated))


def _similarity(one: Cluster, other: Cluster) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
