"""Whether what a ledger keeps of stories and claims is what follows from its entries: all of it is made anew, in memory."""

import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from .cells import Cell, cells
from .codec import digest
from .file import Ledger
from .projection import made_by
from .replaying import replay

DERIVED: Mapping[str, str] = {
    "profiles": "document size state body",
    "stories": "key made_by body",
    "told": "story document",
    "claims": "story id text at_least at_most documents",
    "sources": "story name kind named document statements",
    "search WHERE kind IN ('document', 'claim')": "id kind story text",
}
"""The tables that are made of the rest, with the columns of each."""

Row = tuple[Cell, ...]


def faults(ledger: Ledger) -> Iterator[str]:
    """What differs, in plain lines; nothing where another version of the program compared stories, which this one cannot check."""
    if others(ledger):
        return
    with Ledger.open(":memory:", create=True) as anew:
        replay(ledger, anew, each=True)
        for table, columns in DERIVED.items():
            yield from _differing(table, _counted(ledger, table, columns), _counted(anew, table, columns))
        yield from _differing("held", _held(ledger), _held(anew))


def others(ledger: Ledger) -> list[str]:
    """The other versions of the program that compared some of the stories: they may have found something else than this one would."""
    return sorted({str(by) for (by,) in cells(ledger, "made_by", "stories")} - {made_by()})


def _counted(ledger: Ledger, table: str, columns: str) -> Counter[Row]:
    return Counter(tuple(map(_brief, row)) for row in cells(ledger, columns, table))


def _brief(cell: Cell) -> Cell:
    """What is compressed is compared as it was before, and by its hash, since there is much of it."""
    if not isinstance(cell, bytes):
        return cell
    try:
        return digest(zlib.decompress(cell))
    except zlib.error:
        return digest(cell)


def _held(ledger: Ledger) -> Counter[Row]:
    """Which story held from which state of the ledger up to which: states are those between blocks of writing, all of one time."""
    ends = [int(str(seq)) for (seq,) in ledger.rows("SELECT max(seq) FROM entries GROUP BY at ORDER BY 1")]
    found = Counter[Row]()
    for story, since, until in cells(ledger, "story since until", "held"):
        first, last = _end(ends, since), _end(ends, until)
        if first != last:
            found[story, first, last] += 1
    return found


def _end(ends: list[int], seq: Cell) -> Cell:
    """The last entry of the block that an entry is in."""
    place = bisect_left(ends, seq) if isinstance(seq, int) else len(ends)
    return ends[place] if place < len(ends) else seq


def _differing(table: str, kept: Counter[Row], found: Counter[Row]) -> Iterator[str]:
    for why, rows in (
        ("does not follow from the entries", kept - found),
        ("follows from the entries and is missing", found - kept),
    ):
        for row in _in_order(rows):
            yield f"the table {table.split(maxsplit=1)[0]}: what is kept of {row[0]!s:.40} {why}"


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=repr)
