"""The chain of entries: what is hashed, and how a changed history is found.

Every entry's hash covers the hash of the one before, so that whoever changes, drops or moves one must change all that follow. A
history that was cut at its end, or written anew as a whole, is sound in itself: only a head that was kept elsewhere shows it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from wherefrom.model import Unreadable
from wherefrom.model.entry import Entry, Said

from .codec import kind_of, said_in, written

GENESIS = "0" * 64
"""What stands in the place of a hash before the first entry."""

FORMAT = "wherefrom-head/1"

_MOST_DIGITS = 18
"""Digits of a number that SQLite can give an entry."""


@dataclass(frozen=True, slots=True)
class Head:
    """The state of a history: how many entries it has and the hash of the last. Whoever keeps it can tell later that none of them was touched."""

    ledger: str
    seq: int
    hash: str

    def line(self) -> str:
        """The head as a line to be kept elsewhere."""
        return f"{FORMAT} {self.ledger} {self.seq} {self.hash}"

    @classmethod
    def of_line(cls, line: str) -> Self:
        """The head that such a line tells; raises Unreadable where it tells none."""
        parts = line.split()
        if len(parts) != 4 or parts[0] != FORMAT or not _is_number(parts[2]) or len(parts[3]) != len(GENESIS):
            raise Unreadable("the head", f"is no line as `wherefrom head` prints it: {line.strip()[:60]!r}")
        return cls(parts[1], int(parts[2]), parts[3])


def _is_number(told: str) -> bool:
    return told.isdecimal() and len(told) <= _MOST_DIGITS


def sealed(seq: int, at: str, by: str, said: Said, previous: str) -> Entry:
    """An entry with its hash."""
    kind, body = kind_of(said), written(said)
    return Entry(seq, at, by, kind, body, previous, seal(seq, at, by, kind, body, previous), said)


def seal(seq: int, at: str, by: str, kind: str, body: str, previous: str) -> str:  # noqa: PLR0913, PLR0917  all that is sealed
    """The hash of an entry: SHA-256 over a JSON array of all that it has, in UTF-8."""
    told = json.dumps([previous, seq, at, by, kind, body], ensure_ascii=False, separators=(",", ":"))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


Row = tuple[int, str, str, str, str, str, str]
"""An entry as the table has it: seq, at, by, kind, body, previous, hash."""


def entry_of(row: Row) -> Entry:
    """The entry of a row."""
    seq, at, by, kind, body, previous, own = row
    return Entry(seq, at, by, kind, body, previous, own, said_in(kind, body))


def faults(rows: Iterable[Sequence[object]], ledger: str, *heads: Head) -> Iterator[str]:
    """What is wrong with a history, in plain lines; nothing where it is whole and goes through the heads.

    `rows` are the entries as the table has them, whatever that is: nothing in them is taken for granted.
    """
    taken: dict[int, set[str]] = {}
    for head in heads:
        if head.ledger != ledger:
            yield f"the head of entry {head.seq} is another ledger's ({head.ledger}, this is {ledger}), and says nothing of this one"
            continue
        taken.setdefault(head.seq, set()).add(head.hash)
        if head.seq == 0 and head.hash != GENESIS:
            yield "a head of no entry at all has a hash other than the one that stands before the first"
    before, expected, last_at = GENESIS, 1, ""
    for row in rows:
        (seq, *_), at, own = row, row[1], row[-1]
        if not isinstance(seq, int):
            yield f"an entry after entry {expected - 1}: has a number that is none ({seq!r:.40})"
            continue
        if seq != expected:
            yield f"entry {expected}: is missing; the next is {seq}"
        yield from _of_entry(seq, row, before, last_at)
        if own not in taken.get(seq, {own}) or len(taken.get(seq, ())) > 1:
            yield f"entry {seq}: is not the one that the head was taken of; the history was written anew"
        before, expected, last_at = str(own), seq + 1, at if isinstance(at, str) else last_at
    most = max(taken, default=0)
    if expected <= most:
        yield f"the history ends at entry {expected - 1}; when the head was taken it had {most}"


def _of_entry(seq: int, row: Sequence[object], before: str, last_at: str) -> Iterator[str]:
    _, at, by, kind, body, previous, own = row
    if previous != before:
        yield f"entry {seq}: does not follow the entry before it"
    if not (isinstance(at, str) and isinstance(by, str) and isinstance(kind, str) and isinstance(body, str)):
        yield f"entry {seq}: was changed after it was written: what stands in it is no text"
        return
    if seal(seq, at, by, kind, body, str(previous)) != own:
        yield f"entry {seq}: was changed after it was written"
    if at < last_at:
        yield f"entry {seq}: is older than the one before it"
