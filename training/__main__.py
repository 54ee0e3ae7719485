"""Train the encoder and write the file that ships: `python -m training --corpus ../shared/corpora/polnear`."""

import argparse
from pathlib import Path

from .export import SHIPPED, export
from .train import EPOCHS, train


def main() -> None:
    """Read the command line, train, export."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with train/ in PolNeAR's layout")
    parser.add_argument(
        "--out", type=Path, default=Path("build/training"), help="checkpoints; a run goes on from the last"
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--to", type=Path, default=SHIPPED, help="the ONNX file to write")
    parser.add_argument("--version", required=True, help="the reader's version, shown with every finding")
    given = parser.parse_args()
    export(train(given.corpus, given.out, given.epochs, given.seed), given.to, given.version)


main()
