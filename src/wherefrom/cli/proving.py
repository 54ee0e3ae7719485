"""The commands that tell whether a ledger is whole: `head` and `verify`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import Fault
from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from . import Commands

WRONG = 1
"""The exit status where it ran and found something wrong."""


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    head = commands.add_parser(
        "head",
        help="the state of a ledger's history, as a line to keep elsewhere",
        description="Print the state of a ledger's history as one line. Keep it where nobody who can write to the ledger can change it: with "
        "it `wherefrom verify --head` finds a history that was cut or wholly rewritten, which nothing in the file itself can show.",
    )
    takes_ledger(head)
    head.set_defaults(run=_head)

    verify = commands.add_parser(
        "verify",
        help="whether a ledger is whole: quotes, hashes, history",
        description="Look whether a ledger is whole: every entry of its history, every document's bytes and text, every reading, every "
        "quotation. Prints a line for each fault, and exits with status 1 if there is any.",
    )
    takes_ledger(verify)
    verify.add_argument(
        "--head",
        metavar="LINE|FILE",
        help="a line that `wherefrom head` printed earlier, or a file with such lines: the history must go through each",
    )
    verify.add_argument(
        "--rebuild",
        action="store_true",
        help="also make stories and claims anew from the history, and compare: takes as long as adding everything did",
    )
    verify.set_defaults(run=_verify)


def _head(given: argparse.Namespace) -> int:
    from wherefrom.api.proving import head  # noqa: PLC0415  only these commands load the database

    with opened(given) as ledger:
        found = head(ledger)
    if given.json:
        print_json({"ledger": found.ledger, "seq": found.seq, "hash": found.hash, "line": found.line()})
    else:
        print(found.line())  # noqa: T201
    return 0


def _verify(given: argparse.Namespace) -> int:
    from wherefrom.api.proving import head, verify  # noqa: PLC0415
    from wherefrom.ledger.rebuilding import others  # noqa: PLC0415

    heads = _heads(given.head)
    with opened(given) as ledger:
        faults = verify(ledger, heads, rebuild=given.rebuild)
        now = None if faults else head(ledger)
        unchecked = others(ledger) if given.rebuild and not faults else []
    rebuilt = given.rebuild and not faults and not unchecked
    if given.json:
        print_json(
            {
                "whole": not faults,
                "faults": faults,
                "heads": len(heads),
                "rebuilt": rebuilt,
                "head": None if now is None else now.line(),
            }
        )
    elif now is not None:
        print(f"whole: {_told(now.seq, len(heads), rebuilt=rebuilt)}")  # noqa: T201
        if unchecked:
            say(f"stories were compared by version {', '.join(unchecked)}, which this one cannot check")
    else:
        for fault in faults:
            say(fault)
    return WRONG if faults else 0


def _told(entries: int, heads: int, *, rebuilt: bool) -> str:
    found = [f"{entries} entries", "every document, reading and quotation as it was written"]
    if heads:
        found.append("the history goes through the head" if heads == 1 else f"the history goes through {heads} heads")
    else:
        found.append("no head from elsewhere was given, which alone shows a cut or wholly rewritten history")
    if rebuilt:
        found.append("stories and claims follow from it")
    return "; ".join(found)


def _heads(told: str | None) -> list[str]:
    """The lines that were given: one itself, or those of a file."""
    from wherefrom.ledger.history import FORMAT  # noqa: PLC0415

    if told is None:
        return []
    if told.split()[:1] == [FORMAT]:
        return [told]
    try:
        lines = Path(told).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise Fault(f"{told}: is no line as `wherefrom head` prints it, and no file to be read") from error
    found = [line for line in lines if line.strip()]
    if not found:
        raise Fault(f"{told}: has no line as `wherefrom head` prints it")
    return found
