"""Reading the bodies of the Fake News Challenge: news of many outlets, tabloids among them, in which nothing is marked."""

import csv
from collections.abc import Iterator
from pathlib import Path

_LONGEST_FIELD = 10_000_000


def bodies(folder: Path) -> Iterator[str]:
    """The texts of `train_bodies.csv` in a folder, in its order."""
    csv.field_size_limit(_LONGEST_FIELD)
    with (folder / "train_bodies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["articleBody"]
