"""What a large ledger costs: `python -m benchmarks.ledger`.

Makes a ledger of so many statements out of the bundled case and the invented stories (`benchmarks.multiplied`), and asks it: search,
claims and a claim's page now and as of a day, what rests on a source. Told are the 50th and the 95th percentile of each in milliseconds,
how long one more article takes to be added, and the size on disk for each statement.

    --size N       statements (a million)
    --asked N      how often each question is asked (200)
    --keep FILE    keep the ledger in this file, or go on with the one that is there
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from wherefrom import api
from wherefrom.ledger import queries
from wherefrom.ledger.content import add
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.model import Findings
from wherefrom.reader import Reading

from .cost import folders, readings
from .multiplied import Models, Told, multiplied

SIZE, ASKED = 1_000_000, 200

BATCH = 2_000
"""Documents that are kept in one go."""


class Days:
    """A clock that goes on a day whenever it is asked, so that there is a past to ask about."""

    def __init__(self) -> None:
        self.now = datetime(2031, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The next day."""
        self.now += timedelta(days=1)
        return self.now


def fill(ledger: Ledger, told: Iterator[Told], like: Findings) -> None:
    """Keep all of these, and find out what they tell."""
    clock = Days()
    for batch in iter(lambda: list(islice(told, BATCH)), []):
        with ledger.writing("benchmark", clock) as writer:
            for one in batch:
                add(writer, one.document, like.reader, Reading(one.appearances, one.parties))
    with ledger.writing("benchmark", clock) as writer:
        project(writer)


Question = Callable[[], object]


def questions(ledger: Ledger, chance: Random) -> dict[str, Callable[[], Question]]:
    """What is asked: each draws what it is asked of before it is timed."""
    now, first = ledger.head().seq, ledger.one("SELECT min(since) FROM held")
    claims = [row[0] for row in ledger.rows("SELECT id FROM claims WHERE documents > 1 ORDER BY random() LIMIT 2000")]
    documents = [row[0] for row in ledger.rows("SELECT id FROM documents ORDER BY random() LIMIT 2000")]
    names = [row[0] for row in ledger.rows("SELECT name FROM sources WHERE named ORDER BY random() LIMIT 2000")]
    words = [
        word for (text,) in ledger.rows("SELECT text FROM claims LIMIT 3000") for word in text.split() if word.isalpha()
    ]
    return {
        "search, two words": lambda: _bound(queries.search, ledger, chance.sample(words, 2), now),
        "claims, 50 most told": lambda: _bound(queries.claims, ledger, now),
        "claims as of a day": lambda: _bound(queries.claims, ledger, chance.choice([now, first, first - 1])),
        "a claim's page": lambda: _bound(queries.claim_page, ledger, chance.choice(claims), now),
        "what rests on a document": lambda: _bound(api.impact, ledger, chance.choice(documents)),
        "a source": lambda: _bound(queries.sources, ledger, now, chance.choice(names)),
    }


def _bound(work: Callable[..., object], *given: object) -> Question:
    return lambda: work(*given)


def asked(ledger: Ledger, times: int) -> Iterator[tuple[str, list[float]]]:
    """Milliseconds of each question, every time that it is asked."""
    for name, drawn in questions(ledger, Random(0)).items():  # noqa: S311  what is asked is no secret
        yield name, [_milliseconds(drawn()) for _ in range(times)]


def _milliseconds(work: Question) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def adding(ledger: Ledger, told: Sequence[Told], like: Findings) -> list[float]:
    """Milliseconds that each of these articles takes to be added."""

    def kept(one: Told) -> None:
        with ledger.writing("benchmark") as writer:
            add(writer, one.document, like.reader, Reading(one.appearances, one.parties))
            project(writer)

    return [_milliseconds(_bound(kept, one)) for one in told]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of them does not pass."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


@contextmanager
def _file(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    with TemporaryDirectory() as folder:
        yield Path(folder) / "ledger.db"


def main() -> None:
    """Read the command line, make the ledger and ask it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--asked", type=int, default=ASKED)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    read = readings(folders())
    models = Models.of(read)
    with _file(given.keep) as path:
        there = path.exists()
        with Ledger.open(path, create=True) as ledger:
            if not there:
                began = time.perf_counter()
                fill(ledger, multiplied(models, given.size), read[0])
                print(f"made in {time.perf_counter() - began:.0f} s")
            statements = sum(row[0] for row in ledger.rows("SELECT size FROM profiles"))
            documents = ledger.one("SELECT count(*) FROM documents")
            ledger.db.pragma("wal_checkpoint(truncate)")
            print(
                f"{statements:,} statements in {documents:,} documents; {path.stat().st_size / statements:,.0f} bytes each on disk"
            )
            for name, took in asked(ledger, given.asked):
                print(f"{name:24}{percentile(took, 0.5):9.1f} ms, 95th percentile {percentile(took, 0.95):9.1f} ms")
            took = adding(ledger, list(multiplied(models, 150, seed=7))[:10], read[0])
            print(f"{'one more article':24}{percentile(took, 0.5):9.1f} ms, at most         {max(took):9.1f} ms")


if __name__ == "__main__":
    main()
