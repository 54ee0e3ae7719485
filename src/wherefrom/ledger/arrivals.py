"""When and where an entry was first written: in this ledger, or in a colleague's that was joined in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from wherefrom.model.entry import Came, Entry, Joined

from .file import Ledger


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The entries that came from other ledgers, by their number here; all others are this ledger's own."""

    came: Mapping[int, Came]

    @classmethod
    def of(cls, ledger: Ledger) -> Self:
        """The arrivals of a ledger."""
        return cls(dict(_came(ledger)))

    def told(self, entry: Entry) -> str:
        """When it was first written, wherever that was."""
        return self.came[entry.seq].at if entry.seq in self.came else entry.at

    def identity(self, entry: Entry) -> str:
        """What it has in common with the same entry in every other ledger: the hash it was first written under."""
        return self.came[entry.seq].hash if entry.seq in self.came else entry.hash

    def in_time(self, entry: Entry) -> tuple[str, int]:
        """Entries ordered by this stand as they were written, though they came in later."""
        return self.told(entry), entry.seq


def _came(ledger: Ledger) -> Iterator[tuple[int, Came]]:
    for entry in ledger.entries(Joined):
        if isinstance(entry.said, Joined):
            yield from enumerate(entry.said.came, entry.seq + 1)
