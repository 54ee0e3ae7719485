"""The matrix of a question: hypotheses in rows, evidence in columns, what each person rated, and what that comes to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.model import Findings
from wherefrom.model.judgement import Consistency, Diagnosticity, HypothesisKind

from .agreeing import Agreement, agreements
from .columns import Column, Evidence, Source, Telling, columns
from .proposing import Proposal, proposals, sources_of
from .ranking import Order, Rated, order
from .turning import Change, changes


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `about` are the ids of what it is about, as they are today, None for what is gone."""

    id: str
    text: str
    by: str
    at: str
    about: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A row: `name` is H1, H2 ... in the order in which they were supposed, `source` who would deceive or be wrong."""

    id: str
    name: str
    text: str
    kind: HypothesisKind
    by: str
    at: str
    why: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """A hypothesis that somebody took out, or a proposed one that somebody will not have, and why."""

    kind: HypothesisKind
    text: str
    by: str
    at: str
    why: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody said of the evidence at a statement under a hypothesis; `source` is whose, where several stand behind that statement."""

    hypothesis: str
    statement: str
    source: str | None
    by: str
    at: str
    consistency: Consistency
    why: str = ""


@dataclass(frozen=True, slots=True)
class Discount:
    """Somebody's word that the evidence at a statement tells nothing apart (or, with `counts`, that it does), and why."""

    statement: str
    source: str | None
    by: str
    at: str
    diagnosticity: Diagnosticity
    why: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that people said under a question as of a moment, each in the order in which it was said; of each only what stands."""

    question: Question
    hypotheses: tuple[Hypothesis, ...] = ()
    declined: tuple[Declined, ...] = ()
    adduced: tuple[Evidence, ...] = ()
    ratings: tuple[Rating, ...] = ()
    discounts: tuple[Discount, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person rated a column under a hypothesis; `consistency` None where that was not rated.

    `also` are other ratings that the same person gave when this was still several columns; the latest stands.
    """

    hypothesis: str
    column: str
    consistency: Consistency | None
    at: str | None = None
    why: str = ""
    also: tuple[Consistency, ...] = ()


@dataclass(frozen=True, slots=True)
class Ratings:
    """One person's ratings: a cell for every hypothesis and column, their order, and what would change that."""

    by: str
    cells: tuple[Cell, ...]
    order: Order
    changes: tuple[Change, ...]

    def cell(self, hypothesis: str, column: str) -> Cell:
        """The cell of a hypothesis and a column, by their names."""
        return next(one for one in self.cells if (one.hypothesis, one.column) == (hypothesis, column))


@dataclass(frozen=True, slots=True)
class Matrix:
    """A question with all that stands under it. `discounted` has what people said of each column that has been discounted, by its name.

    `adrift` are statements that were adduced with a claim or by themselves and count nowhere; `lost` is what was adduced and is no longer
    found; `stray` are ratings of what is no column now.
    """

    question: Question
    hypotheses: tuple[Hypothesis, ...]
    proposals: tuple[Proposal, ...]
    declined: tuple[Declined, ...]
    columns: tuple[Column, ...]
    discounted: Mapping[str, tuple[Discount, ...]]
    ratings: tuple[Ratings, ...]
    agreements: tuple[Agreement, ...]
    adrift: tuple[Telling, ...] = ()
    lost: tuple[str, ...] = ()
    stray: tuple[Rating, ...] = ()


def matrix(findings: Findings, said: Weighed) -> Matrix:
    """The matrix of what people said under a question, over the findings of the same moment."""
    held = columns(findings, said.adduced)
    marks = {column.name: _discounts(column, held.found, said.discounts) for column in held.found}
    rows = [one.name for one in said.hypotheses]
    ratings = tuple(_ratings(who, mine, rows, held.found, marks) for who, mine in _cells(said, held.found).items())
    considered = (
        *((one.kind, one.source) for one in said.hypotheses),
        *((one.kind, one.source) for one in said.declined),
    )
    return Matrix(
        question=said.question,
        hypotheses=said.hypotheses,
        proposals=proposals(held.found, considered),
        declined=said.declined,
        columns=held.found,
        discounted={name: found for name, found in marks.items() if found},
        ratings=ratings,
        agreements=agreements({one.by: rated(one.cells) for one in ratings}, rows, [one.name for one in held.found]),
        adrift=held.adrift,
        lost=said.lost,
        stray=tuple(one for one in said.ratings if not meant(one, held.found)),
    )


def rated(cells: Iterable[Cell]) -> Rated:
    """The cells that were rated; the others are not there at all."""
    return {(one.hypothesis, one.column): one.consistency for one in cells if one.consistency is not None}


def counts_not(marks: Iterable[Discount], who: str) -> bool:
    """Whether a column does not count for somebody: as they say themselves, else as anybody else says who discounts it."""
    said = {one.by: one.diagnosticity != "counts" for one in marks}
    return said[who] if who in said else any(said.values())


def meant(said: Rating | Discount, among: Sequence[Column]) -> tuple[Column, ...]:
    """The columns that something is said of: those that have the statement; of several, those whose source is meant if any is."""
    held = tuple(column for column in among if said.statement in column.statements)
    own = tuple(column for column in held if said.source in column.keys)
    return own or held


def _ratings(
    who: str,
    cells: tuple[Cell, ...],
    rows: Sequence[str],
    held: Sequence[Column],
    marks: Mapping[str, Iterable[Discount]],
) -> Ratings:
    names, mine = [one.name for one in held], rated(cells)
    found = order(rows, names, mine, [name for name in names if counts_not(marks[name], who)])
    return Ratings(who, cells, found, changes(found, mine, _falling(held)))


def _discounts(column: Column, among: Sequence[Column], said: Iterable[Discount]) -> tuple[Discount, ...]:
    """The last word of each person on a column, in the order of these words; none where nobody discounts it."""
    last: dict[str, Discount] = {}
    for one in said:
        if column in meant(one, among):
            last.pop(one.by, None)
            last[one.by] = one
    return tuple(last.values()) if any(one.diagnosticity != "counts" for one in last.values()) else ()


def _cells(said: Weighed, held: Sequence[Column]) -> dict[str, tuple[Cell, ...]]:
    """The cells of each person who rated anything that stands here, by name."""
    rows = {one.id: one.name for one in said.hypotheses}
    given: dict[tuple[str, str, str], list[Rating]] = {}
    for one in said.ratings:
        for column in meant(one, held) if one.hypothesis in rows else ():
            given.setdefault((one.by, rows[one.hypothesis], column.name), []).append(one)
    return {
        who: tuple(
            _cell(row, column.name, given.get((who, row, column.name), ())) for row in rows.values() for column in held
        )
        for who in sorted({who for who, _, _ in given})
    }


def _cell(row: str, column: str, given: Sequence[Rating]) -> Cell:
    """A cell of what one person said of it, in the order of these words: the last stands."""
    if not given:
        return Cell(row, column, None)
    *before, last = given
    also = dict.fromkeys(one.consistency for one in before if one.consistency != last.consistency)
    return Cell(row, column, last.consistency, last.at, last.why, tuple(also))


def _falling(held: Sequence[Column]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The columns that fall with each source: those that it stands behind and that may have no other origin."""
    alone = {one.name for one in held if one.at_least <= 1}
    return tuple((source.name, tuple(name for name in names if name in alone)) for source, names in sources_of(held))
