"""The mean of two networks' weights: `python -m training.mean ONE.pt OTHER.pt --share 0.5 --out MEAN.pt`.

Two networks of which one began with the other's weights lie close enough together that what lies between them reads better than
either (training/CARD.md has the numbers). The heads of all but the outermost attributions are OTHER's, since ONE may
know nothing of them.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .network import heads_of, stored
from .train import ATTRIBUTIONS


def mean(one: dict[str, Tensor], other: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """`share` of the one and the rest of the other."""
    found = {name: share * value + (1 - share) * other[name] for name, value in one.items()}
    for name in ("heads.weight", "heads.bias"):
        kept = other[name].clone()
        for part in ATTRIBUTIONS:
            for start, end in heads_of(part):
                kept[start:end] = found[name][start:end]
        found[name] = kept
    return found


def main() -> None:
    """Read the command line, write the mean."""
    parser = argparse.ArgumentParser(prog="python -m training.mean", description=__doc__)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of the first")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    one, other = stored(given.one), stored(given.other)
    torch.save(mean(one, other, given.share), given.out)


if __name__ == "__main__":
    main()
