"""A matrix for the terminal: hypotheses in rows, evidence in columns, everybody's ratings below each other; wide ones in blocks.

Everything that comes from a document or a person is put in as plain text, as everywhere in the terminal.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wherefrom.judging.weighing import Column, Hypothesis, Matrix, Ratings
from wherefrom.ledger.grades import Sheet

from .graded import judged_lines
from .lines import plain
from .weighing_words import (
    CONSISTENCIES,
    KINDS,
    UNRATED,
    agreement_words,
    cell_words,
    change_lines,
    discount_words,
    evidence_words,
    gap_words,
    order_words,
    origin_words,
    proposed_words,
    related_words,
    stance_words,
    told_words,
)
from .wording import counted, one_line

CELL = 12
"""Columns of the terminal for one cell: the longest word of a rating is "inconsistent"."""

NONE: Mapping[str, Sheet] = MappingProxyType({})
"""No grades of hypotheses."""

LONGEST = 300
"""Letters of a statement that are shown; the page has it whole."""


def show_matrix(matrix: Matrix, console: Console, graded: Mapping[str, Sheet] = NONE) -> None:
    """Prints a question with its hypotheses, its evidence, what was rated, the order, and what would change it.

    `graded` is what people judged of hypotheses, by their ids, which stands beside them; nothing here follows from it.
    """
    console.print(plain(matrix.question.text, "bold"))
    console.print(plain(f"{matrix.question.id}: {evidence_words(matrix)}", "dim"))
    console.print("")
    _section(console, "Hypotheses", (_hypothesis(one, graded.get(one.id)) for one in matrix.hypotheses))
    _proposed(matrix, console)
    _section(console, "Evidence", (_evidence(matrix, one) for one in matrix.columns))
    _beside(matrix, console)
    if matrix.hypotheses and matrix.columns:
        for block in _blocks(matrix, console.width):
            console.print(block)
            console.print("")
        key = f"{UNRATED} not rated, which is no rating"
        console.print(plain(key, "dim"))
        console.print("")
    for one in matrix.ratings:
        _ranked(one, console)
    _section(console, "Who agrees", (plain(agreement_words(one)) for one in matrix.agreements))


def _section(console: Console, title: str, rows: Iterable[Text | Group]) -> None:
    found = [Padding(row, (0, 0, 0, 2), expand=False) for row in rows]
    if found:
        console.print(Rule(Text(title, "bold"), align="left", style="dim"), *found, "")


def _hypothesis(one: Hypothesis, sheet: Sheet | None) -> Group:
    kind = f" [{KINDS[one.kind]}]" if one.kind != "open" else ""
    why = f": {one_line(one.why)}" if one.why else ""
    who = plain(f"({one.by}{why})", "dim")
    head = Text.assemble((one.name, "bold"), " ", plain(one.text), kind, " ", who, overflow="fold")
    judged = () if sheet is None else judged_lines(sheet)
    return Group(head, *(Padding(plain(line), (0, 0, 0, len(line) - len(line.lstrip()))) for line in judged))


def _proposed(matrix: Matrix, console: Console) -> None:
    """Rows that are proposed stand apart from those that there are; the program puts in none."""
    rows = [Group(plain(words), Padding(plain(typed, "dim"), (0, 0, 0, 3))) for words, typed in proposed_words(matrix)]
    _section(console, "Proposed, until somebody adds or declines it: no rows yet", rows)
    declined = [plain(f"{one.text} ({one.by}: {one.why})", "dim") for one in matrix.declined]
    _section(console, "Dropped or declined", declined)


def _evidence(matrix: Matrix, one: Column) -> Group:
    marks = matrix.discounted.get(one.name, ())
    words = one_line(one.words)
    shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return Group(
        Text.assemble((one.name, "bold"), f"{stance_words(one)} “", plain(shown), "”", overflow="fold"),
        *(
            Padding(plain(line, style), (0, 0, 0, 3))
            for line, style in (
                (f"{origin_words(one)}; {told_words(one)}", "dim"),
                *((line, "dim") for line in related_words(one)),
                *((discount_words(it), "yellow") for it in marks),
            )
        ),
    )


def _beside(matrix: Matrix, console: Console) -> None:
    rows = [
        *(
            plain(f"{one.id} “{one.text}”: goes back to no origin that can be told, and counts nowhere")
            for one in matrix.adrift
        ),
        *(plain(f"{one}: was evidence here, and is no longer found") for one in matrix.lost),
    ]
    if matrix.stray:
        rows.append(plain(f"{counted(len(matrix.stray), 'rating')} of what is no evidence here now"))
    _section(console, "Beside it", rows)


def _blocks(matrix: Matrix, width: int) -> Iterable[Table]:
    """The matrix, as many columns beside each other as the terminal is wide for."""
    by = max([len(one.by) for one in matrix.ratings] or [0])
    fits = max(1, (width - 6 - by - 2) // (CELL + 2))
    for start in range(0, len(matrix.columns), fits):
        yield _block(matrix, matrix.columns[start : start + fits])


def _block(matrix: Matrix, columns: Sequence[Column]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    table.add_column("", no_wrap=True, style="bold")
    table.add_column("", overflow="fold", style="dim")
    for column in columns:
        mark = " discounted" if column.name in matrix.discounted else ""
        table.add_column(Text(f"{column.name}{mark}"), width=CELL, overflow="fold")
    for one in matrix.hypotheses:
        if not matrix.ratings:
            table.add_row(one.name, "", *(UNRATED for _ in columns))
        for place, ratings in enumerate(matrix.ratings):
            cells = (_cell(ratings, one.name, column.name) for column in columns)
            table.add_row("" if place else one.name, plain(ratings.by), *cells)
    return table


def _cell(ratings: Ratings, hypothesis: str, column: str) -> Text:
    cell = ratings.cell(hypothesis, column)
    against = cell.consistency in {"very-inconsistent", "inconsistent"}
    return plain(cell_words(cell), "red" if against else "" if cell.consistency in CONSISTENCIES else "dim")


def _ranked(one: Ratings, console: Console) -> None:
    console.print(Rule(Text(f"The order by {one_line(one.by)}: no verdict", "bold"), align="left", style="dim"))
    for line in order_words(one):
        console.print(Padding(plain(line.strip()), (0, 0, 0, 4 if line.startswith(" ") else 2)))
    for line in gap_words(one):
        console.print(Padding(plain(line, "dim"), (0, 0, 0, 2)))
    changes = change_lines(one)
    if changes:
        console.print(Padding(Text("What would change the picture", "bold"), (1, 0, 0, 2)))
        for line in changes:
            console.print(Padding(plain(line), (0, 0, 0, 4)))
    console.print("")
