"""How large the encoder must be: `python -m benchmarks.curve SPLIT ENCODER.onnx ENCODER.onnx ...`.

SPLIT is a folder in PolNeAR's layout, each ENCODER a file that `python -m training` wrote, with as many layers as it may have.
For each the table tells F1 of the attributions that it finds by itself, the words per second of one core that it reads, and those
of the whole reading stage with it. The files take turns, article by article, in one run; the best of several rounds counts. It has
no floors: it tells what the choice of `training/network.py` rests on.

    --rounds N   how often each article is read (2)
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from training.polnear import GoldAttribution, documents
from wherefrom import reader
from wherefrom.reader import encoder

from .attribution import captured, encoded_in
from .measures import score
from .speed import Article, Stopwatch, TimedSession


@dataclass(slots=True)
class Size:
    """One encoder, what it found in each document, and the least time that it and the whole reading took for each."""

    path: Path
    session: Any  # onnxruntime has no types
    found: dict[str, list[GoldAttribution]] = field(default_factory=dict)
    of_encoder: dict[str, float] = field(default_factory=dict)
    of_reading: dict[str, float] = field(default_factory=dict)


@contextmanager
def reading_with(session: Any) -> Iterator[None]:  # noqa: ANN401
    """Let the reader run this encoder for as long as this lasts."""
    with patch.object(encoder, "_session", lambda: session):
        yield


def timed(size: Size, article: Article, name: str) -> None:
    """Read an article with an encoder and keep its times where they are the least so far."""
    of_encoder, of_reading = Stopwatch(), Stopwatch()
    read: Callable[..., object] = of_reading.around(reader.read)
    with reading_with(TimedSession(size.session, of_encoder)):
        read(article.document)
    size.of_encoder[name] = min(of_encoder.spent, size.of_encoder.get(name, float("inf")))
    size.of_reading[name] = min(of_reading.spent, size.of_reading.get(name, float("inf")))


def measured(split: Path, paths: Sequence[Path], rounds: int) -> Iterator[str]:
    """The lines of the table."""
    corpus = list(documents(split))
    articles = {one.name: Article(one.text, captured(one)) for one in corpus}
    sizes = [Size(path, encoder.opened(path)) for path in paths]
    for size in sizes:
        with reading_with(size.session):
            size.found = {name: encoded_in(article.document) for name, article in articles.items()}
    for _ in range(rounds):
        for name, article in articles.items():
            for size in sizes:
                timed(size, article, name)
    words = sum(article.words for article in articles.values())
    yield f"{'encoder':30}{'full F1':>9}{'soft F1':>9}{'words/s':>9}{'whole reading':>15}"
    for size in sizes:
        scores = score(corpus, size.found)
        alone, whole = (words / sum(spent.values()) for spent in (size.of_encoder, size.of_reading))
        yield f"{size.path.name:30}{scores.full.f1:9.1f}{scores.soft.f1:9.1f}{alone:9.0f}{whole:15.0f}"


def main() -> None:
    """Read the command line, print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curve", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("split", type=Path)
    parser.add_argument("encoders", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    for line in measured(given.split, given.encoders, given.rounds):
        print(line)


if __name__ == "__main__":
    main()
