"""Short invented reports, read once, and ledgers that they are kept in."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from wherefrom.intake import document_from_bytes
from wherefrom.ledger.content import add
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.projection import project
from wherefrom.model import Document
from wherefrom.reader import Reading, reader_named

REPORTS = (
    (
        "Ardent Post",
        "2031-03-02",
        "The dam at Sunmere has cracked, two engineers said on Sunday. Mayor Lea Orrin declined to comment.",
    ),
    (
        "Morning Brief",
        "2031-03-03",
        "The dam at Sunmere has cracked, the Ardent Post reported. Some 4,000 people live below it.",
    ),
    (
        "Tarn Herald",
        "2031-03-04",
        "Mayor Lea Orrin denied that the dam at Sunmere has cracked. “The dam at Sunmere is sound,” she said.",
    ),
    (
        "Bay Radio",
        "2031-03-05",
        "The dam at Sunmere may have cracked, according to the inspector Tomas Hale. About 3,000 people live below it.",
    ),
    (
        "Velden Times",
        "2031-03-05",
        "A ferry sank off Corvale on Tuesday, the coast guard said. Nine people were rescued.",
    ),
    (
        "Corvale Mail",
        "2031-03-06",
        "The ferry that sank off Corvale had been checked in May, its owner Dario Brandt said.",
    ),
    (
        "Sunmere Sun",
        "2031-03-07",
        "Lea Orrin, the mayor, confirmed that the dam at Sunmere has cracked. It will be mended by July.",
    ),
)
"""Outlet, date, text: a dam and a ferry."""


@lru_cache(maxsize=1)
def read() -> tuple[tuple[Document, Reading], ...]:
    """Each report with its reading."""
    reader = reader_named(None)
    documents = [
        document_from_bytes(text.encode(), f"{place}.txt", outlet=outlet, published=day)
        for place, (outlet, day, text) in enumerate(REPORTS)
    ]
    return tuple((document, reader.read(document)) for document in documents)


class Clock:
    """A clock that goes on a minute whenever it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2031, 4, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def keep(ledger: Ledger, number: int, clock: Clock, by: str = "ada") -> None:
    """Keep the report of this number."""
    document, reading = read()[number]
    with ledger.writing(by, clock) as writer:
        if add(writer, document, reader_named(None).identity(), reading):
            project(writer)


def begun(folder: Path, *numbers: int) -> Ledger:
    """A new ledger with these reports."""
    ledger = Ledger.open(folder / "ledger.db", create=True)
    clock = Clock()
    for number in numbers:
        keep(ledger, number, clock)
    return ledger
