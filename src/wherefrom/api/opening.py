"""How the functions that work on a ledger come by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getuser
from os import environ
from pathlib import Path

from wherefrom.ledger.file import Ledger

LedgerFile = str | Path | Ledger
"""A ledger's file, or a ledger that is open already (an encrypted one is opened with its passphrase: `Ledger.open`)."""


@contextmanager
def opened(ledger: LedgerFile, *, create: bool = False) -> Iterator[Ledger]:
    """The ledger, open; one that was given as a file is closed at the end."""
    if isinstance(ledger, Ledger):
        yield ledger
        return
    with Ledger.open(ledger, create=create) as found:
        yield found


@contextmanager
def looked_at(ledger: LedgerFile) -> Iterator[Ledger]:
    """The ledger, open, as it is at one moment: for what reads and does not write."""
    with opened(ledger) as kept, kept.at_rest():
        yield kept


def whoever(by: str | None) -> str:
    """Who works on it: as given, else as WHEREFROM_BY says, else the name that this machine has for them."""
    if by or (by := environ.get("WHEREFROM_BY")):
        return by
    try:
        return getuser()
    except (OSError, KeyError):
        return "somebody"
