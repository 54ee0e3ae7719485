"""The page of a shared claim: its origins as picture and list, its tellings, its course, what differs and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from wherefrom.model import Document, Root, Stance

from .along import Drifted
from .compared import Compared
from .descent import Band, Node, descent, rows_of
from .differing import Differing
from .graph import Graph, graph
from .quoting import Stretch, stretches
from .shared import Member, Shared, Shelf, count_words, told_words
from .standing_words import Holder, Step, course, gaps, holders
from .wording import Phrase, chain_words, firmness

T = TypeVar("T")

MOST_REPORTS = 8
"""Documents whose tellings are seen at once; the others open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One telling: its words, who is behind them, how firmly they are put, and its place."""

    appearance: str
    stance: Stance
    stretches: tuple[Stretch, ...]
    chain: str
    phrases: tuple[Phrase, ...]
    where: str
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A document with all its tellings of the claim."""

    document: Document
    outlet: str
    day: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list beside the picture; `depth` tells whom it stands below."""

    node: Node
    depth: int
    appearance: str | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The list beside the picture, for one sort of trees."""

    band: Band
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that is shown of a shared claim."""

    anchor: str
    shared: Shared
    language: str | None
    told: str
    count: str
    denied: tuple[Holder, ...]
    doubted: tuple[Holder, ...]
    picture: Graph | None
    lists: tuple[Rows, ...]
    roots: tuple[Root, ...]
    against: tuple[Root, ...]
    steps: tuple[Step, ...]
    gaps: tuple[str, ...]
    reports: tuple[Report, ...]
    further: tuple[Report, ...]
    captions: tuple[Report, ...]
    perhaps: tuple[Report, ...]
    akin: tuple[Report, ...]
    differing: tuple[Differing, ...]
    drifted: tuple[Drifted, ...]

    @property
    def tellings(self) -> tuple[str, ...]:
        """Its appearances, those in captions too; not those that are perhaps about something else."""
        return tuple(member.appearance.id for member in (*self.shared.members, *self.shared.captions))

    @property
    def brief(self) -> str:
        """What a telling's card says of it."""
        return f"{self.told} · {self.count}"


def pages(compared: Compared) -> tuple[Page, ...]:
    """The pages of all shared claims, the most told first."""
    differ = _by_claim((one.conflict.claim, one) for one in compared.differing)
    drift = _by_claim((one.claim, one) for one in compared.drifted)
    return tuple(
        _page(compared.shelf, one, differ.get(one.claim.id, ()), drift.get(one.claim.id, ())) for one in compared.shared
    )


def pages_of(found: Iterable[Page]) -> Mapping[str, tuple[Page, ...]]:
    """The pages that an appearance is on, by its id: a statement may be a telling of several claims."""
    held: dict[str, list[Page]] = {}
    for page in found:
        for telling in page.tellings:
            held.setdefault(telling, []).append(page)
    return {telling: tuple(those) for telling, those in held.items()}


def _by_claim(found: Iterable[tuple[str | None, T]]) -> Mapping[str, tuple[T, ...]]:
    held: dict[str, list[T]] = {}
    for claim, one in found:
        if claim is not None:
            held.setdefault(claim, []).append(one)
    return {claim: tuple(those) for claim, those in held.items()}


def _page(shelf: Shelf, one: Shared, differ: tuple[Differing, ...], drift: tuple[Drifted, ...]) -> Page:
    bands, count = descent(shelf, one), count_words(one)
    reports = _reports(shelf, one.members)
    return Page(
        anchor=f"k{one.number}",
        shared=one,
        language=one.members[0].document.language,
        told=told_words(one),
        count=count,
        denied=holders(shelf, one, "denies"),
        doubted=holders(shelf, one, "doubts"),
        picture=graph(bands, count) if one.several else None,
        lists=tuple(_rows(band) for band in bands),
        roots=one.claim.origins.roots,
        against=one.claim.origins.against,
        steps=course(shelf, one.claim.status),
        gaps=gaps(shelf, one),
        reports=reports[:MOST_REPORTS],
        further=reports[MOST_REPORTS:],
        captions=_reports(shelf, one.captions),
        perhaps=_reports(shelf, one.perhaps),
        akin=_reports(shelf, one.akin),
        differing=differ,
        drifted=drift,
    )


def _rows(band: Band) -> Rows:
    rows = (row for tree in band.trees for row in rows_of(tree))
    return Rows(
        band, tuple(Row(node, depth, node.member.appearance.id if node.member else None) for node, depth in rows)
    )


def _reports(shelf: Shelf, members: Sequence[Member]) -> tuple[Report, ...]:
    grouped = (list(held) for _, held in groupby(members, key=lambda member: member.appearance.document))
    return tuple(
        Report(held[0].document, held[0].outlet, held[0].day, tuple(_entry(shelf, member) for member in held))
        for held in grouped
    )


def _entry(shelf: Shelf, member: Member) -> Entry:
    setting, appearance = shelf.setting(member), member.appearance
    return Entry(
        appearance=appearance.id,
        stance=member.stance,
        stretches=stretches(setting, appearance.spans),
        chain=chain_words(setting, appearance.chain, arrow=", from "),
        phrases=tuple(phrase for phrase in firmness(setting, appearance) if phrase.holding not in {"stated", "aside"}),
        where=member.where,
        unsure=appearance.unsure,
    )
