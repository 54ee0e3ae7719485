"""Fit how much speaks for a pronoun or description meaning a party: `python -m training.pointing --corpora ../shared/corpora`.

Every mention that may point back, in GUM's training part, with its candidates as the reader gathers them and the truth as GUM
marks it: a multinomial logistic regression over `wherefrom.reader.parties.evidence`, "nobody mentioned before" being one of
the choices. It prints the weights that the reader holds, rounded. The encoder has learnt from the same documents whom a
mention means, so its opinion is left out of the fit; it gets the weight at which most mentions in GUM's dev part come
out right. It needs numpy only.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
import numpy.typing as npt

from wherefrom import intake
from wherefrom.model import Span
from wherefrom.reader import parties, reading
from wherefrom.reader.parties import evidence
from wherefrom.reader.parties.bundles import Bundle
from wherefrom.reader.parties.gathering import Noted
from wherefrom.reader.parties.pointing import Pointing

from .gum import GumDocument, Split, documents
from .gum_names import head_in, places_of, tokens_of

GENRES = {"news": 2, "interview": 1, "bio": 1, "speech": 1, "court": 1}
"""Kinds of documents that are fitted on, with what a mention in each counts: news is what is read most."""

PENALTY = 2.0
"""Of the squares of the weights, so that rare evidence does not run away."""

AFFINITIES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
"""Weights of the encoder's opinion that are tried."""

LEAST = 0.1
"""Weights that are smaller are left out."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A mention with what speaks for each candidate; `right` are the places of those that are its party, none if it is new."""

    kind: str
    candidates: tuple[Mapping[str, float], ...]
    right: frozenset[int]
    counts: int


def choices(document: GumDocument) -> list[Choice]:
    """The choices in a document, each made with everything before it joined as GUM marks it."""
    clusters = _clusters(document)
    found: list[Choice] = []
    counts = GENRES[document.name.partition("_")[0]]

    class Noting(Pointing):
        def _point(self, one: Noted) -> None:
            cluster = _of(one, clusters)
            given = self.candidates(one)
            right = [
                place for place, (bundle, _) in enumerate(given) if cluster and _party(bundle, clusters) == cluster
            ]
            if cluster is None:
                return
            kind = _kind(one)
            found.append(Choice(kind, tuple(weighed for _, weighed in given), frozenset(right), counts))
            if right:
                self._bundles.join(given[right[0]][0].before(one)[-1], one)

    with mock.patch.object(parties, "Pointing", Noting):
        reading.read(intake.document_from_bytes(document.text.encode(), f"{document.name}.txt"))
    return found


def _clusters(document: GumDocument) -> dict[Span, str]:
    """What every marked mention means, by where its head stands."""
    tokens = tokens_of(document)
    return {
        Span(*tokens[head_in(tokens, places_of(tokens, Span(*mention.span)))].span): mention.cluster
        for mention in document.mentions
    }


def _of(one: Noted, clusters: Mapping[Span, str]) -> str | None:
    head = one.mention.head
    return next(
        (cluster for span, cluster in clusters.items() if span.start < head.end and head.start < span.end), None
    )


def _party(bundle: Bundle, clusters: Mapping[Span, str]) -> str | None:
    """What most mentions of a bundle mean."""
    counted = Counter(cluster for one in bundle.members if (cluster := _of(one, clusters)) is not None)
    return counted.most_common(1)[0][0] if counted else None


def _kind(one: Noted) -> str:
    held = evidence.weights(one)
    return next(name for name in ("HE_OR_SHE", "THEY", "IT", "DESCRIPTIONS") if getattr(evidence, name) is held)


def fitted(found: Sequence[Choice], fixed: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the truths likeliest, by gradient descent; `fixed` ones are held as they are."""
    names = sorted({name for one in found for each in one.candidates for name in each} - {"affinity", *fixed} | {"any"})
    tables = [_table(one, names) for one in found]
    offsets = [_offset(one, fixed) for one in found]
    weights = np.zeros(len(names))
    speed = np.zeros(len(names))
    scale = sum(one.counts for one in found)
    for _ in range(600):
        slope = PENALTY * weights
        for one, table, offset in zip(found, tables, offsets, strict=True):
            slope = slope + one.counts * _slope(table, table @ weights + offset, one.right)
        speed = 0.9 * speed - slope / scale
        weights = weights + speed
    return dict(zip(names, weights.tolist(), strict=True))


def _table(one: Choice, names: Sequence[str]) -> Numbers:
    rows = [[1.0 if name == "any" else each.get(name, 0.0) for name in names] for each in one.candidates]
    return np.array(rows, dtype=float).reshape(len(rows), len(names))


def _offset(one: Choice, fixed: Mapping[str, float]) -> Numbers:
    return np.array([sum(each.get(name, 0.0) * weight for name, weight in fixed.items()) for each in one.candidates])


def _slope(table: Numbers, scores: Numbers, right: frozenset[int]) -> Numbers:
    """The slope of minus the log of the probability of the right candidates, or of none."""
    if not len(scores):
        return np.zeros(table.shape[1])
    every = np.concatenate([[0.0], scores])
    chances = np.exp(every - every.max())
    chances = chances / chances.sum()
    wanted = np.zeros(len(every))
    places = [1 + place for place in right] or [0]
    wanted[places] = chances[places] / chances[places].sum()
    return np.asarray(table.T @ (chances - wanted)[1:])


def chosen(one: Choice, weights: Mapping[str, float]) -> bool:
    """Whether these weights choose rightly."""
    scores = [evidence.total(each, weights) + weights.get("any", 0.0) for each in one.candidates]
    best = max(range(len(scores)), key=lambda place: scores[place], default=None)
    if best is None or scores[best] <= 0:
        return not one.right
    return best in one.right


def share(found: Iterable[Choice], weights: Mapping[str, float]) -> float:
    """How many come out right, in per cent."""
    held = [chosen(one, weights) for one in found]
    return 100 * sum(held) / max(1, len(held))


def gathered(corpora: Path, split: Split) -> dict[str, list[Choice]]:
    """All choices of a split, by the kind of mention."""
    found: dict[str, list[Choice]] = defaultdict(list)
    for document in documents(corpora / "gum", split):
        if document.name.partition("_")[0] in GENRES:
            for one in choices(document):
                found[one.kind].append(one)
    return found


BY_HAND = {
    "HE_OR_SHE": {"in own words": -1.5},
    "THEY": {"in own words": -1.5, "may speak": 0.5},
    "IT": {"in own words": -1.5, "may speak": 2.0},
    "DESCRIPTIONS": dict[str, float](),
}
"""Where GUM has too few cases; see `evidence`."""


def main() -> None:
    """Read the command line, read the documents, print the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.pointing", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with gum/")
    given = parser.parse_args()
    learnt, held = gathered(given.corpora, "train"), gathered(given.corpora, "dev")
    for kind, fixed in BY_HAND.items():
        weights = fitted(learnt[kind], fixed) | fixed
        tried = {one: share(held[kind], {**weights, "affinity": one}) for one in AFFINITIES}
        before = share(held[kind], getattr(evidence, kind))
        print(f"{kind}: {len(learnt[kind])} learnt, {len(held[kind])} held; held so far {before:.1f} %", tried)
        best = max(tried, key=lambda one: (tried[one], -one))
        kept = {"affinity": best} | {
            name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= LEAST
        }
        print("\n".join(f'    "{name}": {weight},' for name, weight in kept.items()))


if __name__ == "__main__":
    main()
