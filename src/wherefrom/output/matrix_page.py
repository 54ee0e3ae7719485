"""A matrix as one page that needs no network, in the dossier's look: for the ledger's owner, to be read and printed. It is no release."""

from collections.abc import Mapping, Sequence

from wherefrom.judging.weighing import Column, Matrix
from wherefrom.ledger.grades import Sheet

from . import weighing_words
from .graded import judged_lines
from .matrix import NONE
from .page import environment, inlined, policy
from .shared import UNKNOWN_OUTLET, day_of

BESIDE = 6
"""Columns that stand beside each other on a page of paper; the rest follows in further blocks."""


def matrix_page(matrix: Matrix, graded: Mapping[str, Sheet] = NONE) -> str:
    """The whole page; the same matrix always gives the same characters.

    `graded` is what people judged of hypotheses, by their ids. Nothing here has been cleared to leave: judgements go into no release, and the page says so on every sheet of paper.
    """
    style = inlined("dossier.css", "across.css", "matrix.css")
    return (
        environment()
        .get_template("matrix.html.j2")
        .render(
            policy=policy(style, ""),
            style=style,
            matrix=matrix,
            graded={name: tuple(judged_lines(sheet)) for name, sheet in graded.items()},
            blocks=_blocks(matrix.columns),
            words=weighing_words,
            day_of=day_of,
            unknown=UNKNOWN_OUTLET,
        )
    )


def _blocks(columns: Sequence[Column]) -> tuple[tuple[Column, ...], ...]:
    return tuple(tuple(columns[start : start + BESIDE]) for start in range(0, len(columns), BESIDE))
