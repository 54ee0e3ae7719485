"""Rows as the file has them, whatever somebody put there: what is read of a table that may have been tampered with."""

from collections.abc import Iterator, Sequence

from .file import Ledger

Cell = int | float | str | bytes | None
"""What stands in a column. Text that is no UTF-8 comes as its bytes, so that it is never taken for text."""


def cells(ledger: Ledger, columns: str, rest: str, given: Sequence[Cell] = ()) -> Iterator[tuple[Cell, ...]]:
    """The rows of a query, its columns given one by one by their names; no value in them makes this fail."""
    each = ", ".join(f"typeof({name}), CAST({name} AS BLOB)" for name in columns.split())
    for row in ledger.rows(f"SELECT {each} FROM {rest}", given):
        yield tuple(_cell(kind, value) for kind, value in zip(row[::2], row[1::2], strict=True))


def _cell(kind: str, value: bytes | None) -> Cell:
    if value is None or kind == "blob":
        return value
    try:
        told = value.decode()
        return told if kind == "text" else int(told) if kind == "integer" else float(told)
    except ValueError:
        return value
