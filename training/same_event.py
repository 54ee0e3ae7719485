"""How the weights of `benchmarks.mentions` are fitted: on pairs of event mentions within GUM's training documents.

    python -m training.same_event ../shared/corpora

prints them, and for several thresholds the agreement of the clusters that they give on the same documents. Every document
weighs the same. ECB+ is no part of this: no number of the method was chosen by looking at it.

What was tried and says nothing there: whether both sentences name somebody and nobody is named in both (a weight of .1).
"""

import argparse
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.coreference import Cluster, compared
from benchmarks.mentions import Mention, Telling, Weights, log_odds, measures, rows_of
from wherefrom.comparing.sameness.linkage import average_linkage
from wherefrom.comparing.vectors import Floats

from .gum import GumDocument, documents

RIDGE = 1.0
PAIRS = 300.0
"""Every document counts as so many pairs, however many it has."""

THRESHOLDS = (-2.0, -1.5, -1.25, -1.0, -0.75, -0.5, 0.0)

HEADS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})

Marked = tuple[Telling, tuple[Hashable, ...]]
"""A document, and the cluster of each of its mentions."""


def marked(document: GumDocument) -> Marked:
    """A document's events that are mentioned by a noun, verb, name or adjective; what their heads are is the treebank's word."""
    sentences = [sentence for sentence in document.sentences if sentence]
    spans = [(sentence[0].span[0], sentence[-1].span[1]) for sentence in sentences]
    speech = {token.span: token.upos for sentence in sentences for token in sentence}
    found = [
        (Mention(_sentence(spans, mention.head[0]), document.text[slice(*mention.head)]), mention.cluster)
        for mention in document.mentions
        if mention.kind == "event" and speech.get(mention.head) in HEADS
    ]
    telling = Telling(
        document.name,
        tuple(document.text[start:end] for start, end in spans),
        tuple(mention for mention, _ in found),
    )
    return telling, tuple(cluster for _, cluster in found)


def _sentence(spans: Sequence[tuple[int, int]], place: int) -> int:
    return next(number for number, (start, end) in enumerate(spans) if start <= place < end)


def fitted(corpus: Sequence[Marked]) -> Weights:
    """Logistic regression on all pairs within the documents."""
    parts = [_pairs(telling, clusters) for telling, clusters in corpus]
    kinds = np.concatenate([told for told, _ in parts])
    sign = np.concatenate([same for _, same in parts]) * 2 - 1
    weight = np.concatenate([np.full(len(same), PAIRS / max(len(same), 1)) for _, same in parts])
    design = np.hstack([np.ones((len(kinds), 1)), kinds])
    held_back = np.array([0.0, *[1.0] * kinds.shape[1]])

    def loss(values: Floats) -> tuple[float, Floats]:
        margin = sign * (design @ values)
        slope = -weight * sign / (1 + np.exp(margin))
        cost = (weight * np.logaddexp(0, -margin)).sum() + RIDGE * (held_back * values**2).sum() / 2
        return float(cost), design.T @ slope + RIDGE * held_back * values

    found = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    return Weights(*(round(float(value), 2) for value in found))


def _pairs(telling: Telling, clusters: Sequence[Hashable]) -> tuple[Floats, Floats]:
    first, second = np.triu_indices(len(clusters), 1)
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    same = np.array([clusters[one] == clusters[other] for one, other in pairs], np.float32)
    return measures(rows_of([telling]))[:, first, second].T, same


def agreement(corpus: Sequence[Marked], weights: Weights, join: float) -> tuple[float, float]:
    """MUC and the CoNLL average of the clusters that these weights give."""
    annotated: list[Cluster] = []
    found: list[Cluster] = []
    for telling, clusters in corpus:
        gold: dict[Hashable, set[int]] = defaultdict(set)
        for place, cluster in enumerate(clusters):
            gold[cluster].add(place)
        near = log_odds(rows_of([telling]), weights)
        annotated += [frozenset((telling.name, place) for place in held) for held in gold.values()]
        found += [frozenset((telling.name, place) for place in held) for held in average_linkage(near, join)]
    scores = compared(annotated, found)
    return scores.muc.f1, scores.conll


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path, help="a folder with gum/ in it")
    given = parser.parse_args()
    corpus = [one for one in map(marked, documents(given.corpora / "gum", "train")) if len(one[1]) > 1]
    weights = fitted(corpus)
    print(weights)
    for join in THRESHOLDS:
        muc, conll = agreement(corpus, weights, join)
        print(f"joined from {join:5.2f}: MUC {muc:.1f}, CoNLL {conll:.1f}")


if __name__ == "__main__":
    main()
