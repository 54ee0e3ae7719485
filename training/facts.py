"""Fit the head for predicates anew on a network that is otherwise done: `python -m training.facts NET.pt --corpora DIR --out NEW.pt`.

While everything is learnt at once, this head gets a small part of what moves the encoder, and the average of the weights trails
behind. What the encoder has come to know of predicates is in its states: so in the end the two rows of the head are
fitted to them alone, how sure a reader is by least squares and where a predicate begins by logistic regression. Nothing
else of the network changes (training/CARD.md has the numbers).
"""

import argparse
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from wherefrom.reader.scanning import MOST_FACTUAL
from wherefrom.reader.windows import window
from wherefrom.reader.wordpiece import shipped

from . import uds
from .examples import pieces_of, sentences_of
from .network import FACTS, Network, heads_of, restored

RIDGE = 30.0
"""Added to the diagonal of the least squares over some 22,000 predicates; on UDS-IH2 dev 3 to 300 differ by less than .002 in r."""

STEPS = 60
"""Steps of L-BFGS for the logistic regression; the loss stands still after 40."""


class Seen(NamedTuple):
    """The encoder's states of all pieces (pieces, width), which of them begin a predicate, and how sure readers were there."""

    states: Tensor
    begins: Tensor
    factuality: Tensor


def seen(network: Network, sentences: list[uds.Sentence]) -> Seen:
    """What the network makes of these sentences, each read by itself."""
    vocabulary = shipped()
    kept: list[Tensor] = []
    begins: list[bool] = []
    factuality: list[float] = []
    hook = network.heads.register_forward_pre_hook(lambda _, given: kept.append(given[0][0]))
    with torch.no_grad():
        for sentence in sentences:
            cut = window(sentences_of(sentence.text, vocabulary), vocabulary)
            network(torch.tensor([cut.ids]), torch.tensor([cut.cases]))
            rated = {places[0]: one.factuality for one in sentence.predicates if (places := pieces_of(cut, one.span))}
            own = [place for place, (start, _) in enumerate(cut.spans) if start >= 0]
            kept[-1] = kept[-1][own]
            begins.extend(place in rated for place in own)
            factuality.extend(rated.get(place, 0.0) for place in own)
    hook.remove()
    return Seen(torch.cat(kept), torch.tensor(begins), torch.tensor(factuality))


def fitted(states: Seen) -> tuple[Tensor, Tensor]:
    """The rows of the head (FACTS, width) and their biases (FACTS,)."""
    rows, bias = torch.zeros(FACTS, states.states.shape[1]), torch.zeros(FACTS)
    given, asked = states.states[states.begins].double(), states.factuality[states.begins].double() / MOST_FACTUAL
    middle, mean = given.mean(0), asked.mean()
    far = given - middle
    slope = torch.linalg.solve(far.T @ far + RIDGE * torch.eye(far.shape[1], dtype=far.dtype), far.T @ (asked - mean))
    rows[1], bias[1] = slope.float(), (mean - middle @ slope).float()
    rows[0], bias[0] = _logistic(states.states, states.begins.float())
    return rows, bias


def _logistic(states: Tensor, begins: Tensor) -> tuple[Tensor, Tensor]:
    slope, base = torch.zeros(states.shape[1], requires_grad=True), torch.zeros((), requires_grad=True)
    optimizer = torch.optim.LBFGS([slope, base], max_iter=STEPS, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(states @ slope + base, begins) + 1e-5 * slope.square().sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return slope.detach(), base.detach()


def main() -> None:
    """Read the command line, fit the head, write the network."""
    parser = argparse.ArgumentParser(prog="python -m training.facts", description=__doc__)
    parser.add_argument("network", type=Path)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with factuality/")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    network = restored(given.network)
    rows, bias = fitted(seen(network, uds.sentences(given.corpora / "factuality" / "UDS_IH2" / "train.jsonl")))
    weights = network.state_dict()
    ((first, behind),) = heads_of("facts")
    weights["heads.weight"][first:behind], weights["heads.bias"][first:behind] = rows, bias
    torch.save(weights, given.out)


if __name__ == "__main__":
    main()
