"""What the commands that work on a ledger have in common: its file, its passphrase, who works on it, JSON."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import Fault

if TYPE_CHECKING:
    from wherefrom.ledger.file import Ledger


def takes_ledger(command: argparse.ArgumentParser, *, writes: bool = False, as_of: bool = False) -> None:
    """Add the options of a command that works on a ledger."""
    command.add_argument("--ledger", type=Path, required=True, metavar="FILE", help="the ledger")
    command.add_argument("--passphrase", action="store_true", help="ask for the passphrase of an encrypted ledger")
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read that passphrase from a file's first line"
    )
    command.add_argument("--json", action="store_true", help="print the result as JSON, and nothing else")
    if as_of:
        command.add_argument(
            "--as-of", metavar="DATE", help="as the ledger was at the end of that day, or at that time (UTC)"
        )
    if writes:
        command.add_argument(
            "--by", metavar="NAME", help="who does this (WHEREFROM_BY, else your name on this machine)"
        )


@contextmanager
def opened(given: argparse.Namespace, *, create: bool = False) -> Iterator["Ledger"]:
    """The ledger that a call names."""
    from wherefrom.ledger.file import Ledger  # noqa: PLC0415  only these commands load the database

    with Ledger.open(given.ledger, passphrase(given), create=create) as found:
        yield found


def passphrase(given: argparse.Namespace) -> str | None:
    """The passphrase, from a file or from whoever sits at the terminal: never from an argument, which others could see."""
    if given.passphrase_file is not None:
        try:
            found = given.passphrase_file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeError) as error:
            raise Fault(f"{given.passphrase_file}: cannot be read ({error})") from error
        if not found or not found[0]:
            raise Fault(f"{given.passphrase_file}: has no passphrase on its first line")
        return str(found[0])
    return getpass("Passphrase: ") if given.passphrase else None


def print_json(value: object) -> None:
    """Print a value as JSON, UTF-8 whatever the terminal's encoding."""
    import msgspec  # noqa: PLC0415

    sys.stdout.flush()
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")
    sys.stdout.buffer.flush()
