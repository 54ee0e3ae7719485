"""Train the encoder and write the file that ships: `python -m training --corpora ../shared/corpora`."""

import argparse
from pathlib import Path

from .export import SHIPPED, export
from .network import LAYERS
from .train import EPOCHS, LEARNING_RATE, Plan, train


def main() -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with polnear/ and gum/")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("build/training"),
        help="labels of training.silver and training.nested; checkpoints, a run goes on from the last",
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--layers", type=int, default=LAYERS, help="of MiniLM's six, from below")
    parser.add_argument("--from", dest="start", type=Path, help="averaged weights to begin with in place of MiniLM's")
    parser.add_argument("--rate", type=float, default=LEARNING_RATE, help="the highest learning rate")
    parser.add_argument("--teacher", type=Path, help="averaged weights of a network whose attributions are kept to")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--to", type=Path, default=SHIPPED, help="the ONNX file to write")
    parser.add_argument("--version", required=True, help="the reader's version, shown with every finding")
    given = parser.parse_args()
    plan = Plan(given.epochs, given.seed, given.layers, given.start, given.rate, given.teacher)
    weights = train(given.corpora, given.out, plan)
    export(weights, given.to, given.version)


if __name__ == "__main__":
    main()
