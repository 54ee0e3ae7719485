"""Hypothesis strategies over invented newsrooms, and what the program finds in them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from benchmarks.newsrooms import Newsroom, Report, more_of, newsroom
from wherefrom import intake, reader
from wherefrom.comparing import compare
from wherefrom.model import Document, Findings
from wherefrom.reader import Reading

UNHURRIED = settings(
    deadline=None,
    max_examples=12,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
"""As in tests/test_laws.py, with fewer examples, since each reads several reports; a newsroom cannot be made smaller."""

SEEDS = st.integers(min_value=0, max_value=5_000)

CHANCE = st.randoms(use_true_random=False)


def newsrooms(*, first: tuple[int, int] = (1, 3), more: tuple[int, int] = (1, 4)) -> st.SearchStrategy[Newsroom]:
    """Newsrooms with so many reports that have sources of their own, and so many others."""
    return st.builds(
        newsroom,
        SEEDS,
        first=st.integers(*first),
        more=st.integers(*more),
        differing=st.booleans(),
        unrelated=st.just(value=False),
    )


@dataclass(frozen=True, slots=True)
class OneMore:
    """A newsroom, and the same with one report more."""

    before: Newsroom
    after: Newsroom


def one_more(room: Newsroom, move: str, seed: int) -> OneMore:
    """A report is added that was made from one of the room's in this way."""
    return OneMore(room, more_of(room, Random(seed), move))  # noqa: S311  it guards nothing


def with_one_more(*moves: str) -> st.SearchStrategy[OneMore]:
    """Newsrooms with one report more, made in one of these ways."""
    return st.builds(one_more, newsrooms(), st.sampled_from(moves), SEEDS)


def repeated(seed: int, moves: Sequence[str]) -> Newsroom:
    """A newsroom with a single report that has sources of its own; the others were made from it in these ways."""
    room = newsroom(seed, first=1, more=0)
    for move in moves:
        room = more_of(room, Random(seed), move, room.reports[0].name)  # noqa: S311
    return room


def one_origin_and_its_repeats() -> st.SearchStrategy[Newsroom]:
    """Newsrooms in which one report has sources of its own."""
    moves = st.sampled_from(["copy", "reprint", "retelling", "echo"])
    return st.builds(repeated, SEEDS, st.lists(moves, min_size=2, max_size=4))


def document_of(report: Report) -> Document:
    """A report as intake makes a document of it."""
    return intake.document_from_bytes(
        report.text.encode(), f"{report.name}.txt", outlet=report.outlet, published=report.published
    )


@lru_cache(maxsize=4096)
def _read(document: Document) -> Reading:
    return reader.read(document)


def readings(documents: Sequence[Document]) -> Findings:
    """What reading alone finds, in the order that findings promise; what was read once is not read again."""
    ordered = sorted(documents, key=lambda document: (document.published or "", document.id))
    read = [_read(document) for document in ordered]
    return Findings(
        reader=reader.identity(),
        documents=tuple(ordered),
        appearances=tuple(
            one for found in read for one in sorted(found.appearances, key=lambda one: (one.spans, one.id))
        ),
        parties=tuple(
            one
            for found in read
            for one in sorted(
                found.parties, key=lambda party: (min((held.spans for held in party.mentions), default=()), party.id)
            )
        ),
    )


def compared(room: Newsroom) -> Findings:
    """What the program finds in a newsroom's reports."""
    return compare(readings([document_of(report) for report in room.reports]))


def in_files(folder: Path, room: Newsroom, stem: str = "") -> list[Path]:
    """The reports as files with sidecars, their names begun otherwise."""
    paths = []
    for report in room.reports:
        path = folder / f"{stem}{report.name}.txt"
        path.write_bytes(report.text.encode())
        path.with_suffix(".json").write_text(
            json.dumps({"outlet": report.outlet, "published": report.published}), encoding="utf-8"
        )
        paths.append(path)
    return paths
