"""What the commands that work on a ledger have in common: its file, its passphrase, who works on it, JSON."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from .faults import Fault, complain, harmless

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

    with Ledger.open(
        given.ledger, passphrase(given, new=create and not _is_there(given.ledger)), create=create
    ) as found:
        if getattr(given, "as_of", None) and found.lies_ahead(given.as_of):
            complain(f"--as-of {given.as_of}: lies ahead; this is what the ledger holds now")
        yield found


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def passphrase(given: argparse.Namespace, *, new: bool = False) -> str | None:
    """The passphrase, from a file or from whoever sits at the terminal: never from an argument, which others could see.

    One that is `new` is typed twice.
    """
    if given.passphrase_file is not None:
        return first_line(given.passphrase_file)
    return asked("Passphrase: ", twice=new) if given.passphrase else None


def first_line(path: Path) -> str:
    """A passphrase that is kept in a file, on its first line; whoever else can read it is told of."""
    try:
        found = path.read_text(encoding="utf-8").split("\n", 1)[0].removesuffix("\r")
        shared = os.name == "posix" and path.is_file() and path.stat().st_mode & 0o077
    except (OSError, ValueError) as error:
        raise Fault(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'no text in UTF-8'})") from error
    if not found:
        raise Fault(f"{path}: has no passphrase on its first line")
    if shared:
        complain(f"{path}: others on this machine may read this passphrase; `chmod 600` keeps it to you")
    return found


def asked(prompt: str, *, twice: bool = False) -> str:
    """What somebody types at the terminal, unseen; `twice` where a slip could not be found later."""
    try:
        with catch_warnings():
            simplefilter("error", GetPassWarning)  # where there is no terminal, what is typed could be seen
            found = getpass(prompt)
            again = getpass("Again: ") if twice else found
    except (EOFError, GetPassWarning) as error:
        raise Fault("nobody is there to type it; name a file that has it") from error
    if found != again:
        raise Fault("what was typed the second time is something else")
    return found


def say(line: str) -> None:
    """Print one line that cannot steer the terminal, whatever words stand in it."""
    print(harmless(line))  # noqa: T201


def print_json(value: object) -> None:
    """Print a value as JSON, UTF-8 whatever the terminal's encoding."""
    import msgspec  # noqa: PLC0415

    sys.stdout.flush()
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")
    sys.stdout.buffer.flush()
