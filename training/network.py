"""The network: MiniLM-L6 with heads for labels, for links between spans, and for who is meant.

Written out rather than taken from a library: it is a page, exports to a small ONNX graph without masks, and takes a
letter-case input that the uncased vocabulary lacks.
"""

from itertools import accumulate
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from wherefrom.reader import tags

WIDTH = 384
LAYERS = 6
HEADS = 12
VOCABULARY = 30_522
POSITIONS = 512
CASES = 4

LABELS = {
    "tags": len(tags.spanning(tags.ROLES)),
    "nested": len(tags.spanning(tags.ROLES)),
    "names": len(tags.spanning(tags.NAMES)),
    "heads": 1 + len(tags.HEADS),
    "marks": 1 + len(tags.MARKS),
}
"""How many labels each set has."""

LINKS = {"content_cue": 128, "cue_source": 128, "nested_cue": 64, "nested_source": 64, "first": 32}
"""The width of the vectors whose products score each kind of link."""

WHO_WIDTH = 96

FACTS = 2
"""Two numbers a piece: the score that a predicate begins there, and how sure a reader is of it, from -1 to 1."""

OUTPUTS = (*LABELS, "facts", *LINKS, "later", "earlier")
"""The names of what comes out, in order."""

_PARTS = [*LABELS.values(), FACTS, *(width for width in LINKS.values() for _ in range(2)), WHO_WIDTH, WHO_WIDTH]


def heads_of(output: str) -> list[tuple[int, int]]:
    """The rows of the heads' matrix that an output before "later" is made of, first and behind the last."""
    names = [*LABELS, "facts", *(name for name in LINKS for _ in range(2))]
    ends = list(accumulate(_PARTS))
    return [(end - width, end) for name, width, end in zip(names, _PARTS, ends, strict=False) if name == output]


class Layer(nn.Module):
    """One transformer layer of BERT: attention, then a feed-forward network, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm_attention, self.norm_output = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States of shape (windows, pieces, width) to the same; `mask` is true where a piece may be looked at."""
        windows, pieces, _ = states.shape
        query, key, value = (
            part(states).view(windows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(windows, pieces, WIDTH)
        states = self.norm_attention(states + self.dropout(self.mixed(attended)))
        return self.norm_output(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Network(nn.Module):
    """Pieces in; the scores of all that is read of them out, in the order of `OUTPUTS`.

    `tags` and `nested` score the labels of attributions, outermost and one level inside their contents; `names`, `heads`
    and `marks` those of names, of mentions' heads, and of hedges and negations: all (windows, pieces, labels). `facts` is (windows, pieces, FACTS). The links are
    (windows, pieces, pieces): row a content's first piece, column its cue's first piece (`content_cue`); row a cue,
    column a source (`cue_source`); the same one level inside (`nested_cue`, `nested_source`); row a mention's head, column
    where it begins (`first`). Column 0 stands for "none". `later` and `earlier` (windows, pieces, WHO_WIDTH) are
    vectors of mentions' heads, whose scaled product tells whether the later means what the earlier one does; `earlier`
    at piece 0 stands for "nothing before".
    """

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(layers)])
        # One matrix for all heads: one multiplication instead of twenty.
        self.heads = nn.Linear(WIDTH, sum(_PARTS))
        nn.init.zeros_(self.cases.weight)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> tuple[Tensor, ...]:
        """Scores for windows of shape (windows, pieces); `mask` is true on real pieces, None when all are."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.cases(cases)))
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            states = layer(states, seen)
        parts = iter(self.heads(self.dropout(states)).split(_PARTS, dim=2))
        labels = [next(parts) for _ in (*LABELS, "facts")]
        links = [_scores(next(parts), next(parts)) for _ in LINKS]
        return (*labels, *links, *parts)


def _scores(rows: Tensor, columns: Tensor) -> Tensor:
    return rows @ columns.transpose(1, 2) / rows.shape[2] ** 0.5


def pretrained(weights: Path, dropout: float = 0.1, layers: int = LAYERS) -> Network:
    """The network with the encoder of a BERT checkpoint in safetensors; heads and letter case start fresh."""
    network = Network(dropout, layers)
    given = load_file(weights)
    own = network.state_dict()
    own["words.weight"] = given["embeddings.word_embeddings.weight"]
    own["positions.weight"] = given["embeddings.position_embeddings.weight"]
    own["positions.weight"] = own["positions.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mixed": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm_output": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        own[f"norm.{kind}"] = given[f"embeddings.LayerNorm.{kind}"]
        for number in range(layers):
            for name, theirs in names.items():
                own[f"layers.{number}.{name}.{kind}"] = given[f"encoder.layer.{number}.{theirs}.{kind}"]
    network.load_state_dict(own)
    return network


def stored(checkpoint: Path) -> dict[str, Tensor]:
    """The weights of a checkpoint; the rows of `facts` are zero in those that were made before there were any."""
    weights: dict[str, Tensor] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    ((first, behind),) = heads_of("facts")
    for name in ("heads.weight", "heads.bias"):
        rows = weights[name]
        if rows.shape[0] == sum(_PARTS) - FACTS:
            weights[name] = torch.cat([rows[:first], rows.new_zeros(behind - first, *rows.shape[1:]), rows[first:]])
    return weights


def restored(checkpoint: Path) -> Network:
    """The network of a checkpoint, with as many layers as that has, ready to read."""
    weights = stored(checkpoint)
    layers = {name.split(".")[1] for name in weights if name.startswith("layers.")}
    network = Network(layers=len(layers))
    network.load_state_dict(weights)
    return network.eval()
