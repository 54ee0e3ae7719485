"""The command that holds our own text against what is held: `check`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import AT_FAULT, Fault, complain
from .ledger import opened, print_json

if TYPE_CHECKING:
    from wherefrom.judging.backing import Backing

    from . import Commands

FOUND = 1
"""The exit status where a sentence is not backed as it is put."""


def add_to(commands: "Commands") -> None:
    """Add this command to the program's parser."""
    check = commands.add_parser(
        "check",
        help="whether every sentence of our own draft is backed, and as firmly as it is put",
        description="Hold our own text, before it is published, sentence by sentence against reports, or against what a ledger holds: is it "
        "backed, and by what; is it put more firmly than it is held; is a source, a hedge or a figure lost or changed; does something held say "
        "otherwise; or does nothing held say it? What is to be looked at is shown, with the held words. The exit status is 0 where every "
        "sentence is backed, 1 where one is not.",
    )
    check.add_argument("draft", type=Path, metavar="DRAFT", help="our own text: .txt, .md or .html")
    check.add_argument("paths", nargs="*", metavar="PATH", help="a report to hold it against: .txt, .md or .html")
    check.add_argument(
        "--ledger", type=Path, metavar="FILE", help="hold it against what this ledger has, and not against files"
    )
    check.add_argument(
        "--as-of", metavar="DATE", help="as the ledger was at the end of that day, or at that time (UTC)"
    )
    check.add_argument("--passphrase", action="store_true", help="ask for the passphrase of an encrypted ledger")
    check.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read that passphrase from a file's first line"
    )
    check.add_argument("--outlets", type=Path, metavar="FILE", help="further outlets to know by name")
    check.add_argument("--all", action="store_true", help="show the sentences that are backed as well, and by what")
    check.add_argument("--json", action="store_true", help="print the result as JSON, and nothing else")
    check.set_defaults(run=_check)


def _check(given: argparse.Namespace) -> int:
    found = _found(given)
    for one in found.unread:
        complain(f"{one.path}: {one.why}")
    if given.json:
        from wherefrom.output.drafting import backing_json  # noqa: PLC0415  only what is asked for is loaded

        print_json(backing_json(found))
    else:
        from wherefrom.output.drafting import show_backing  # noqa: PLC0415
        from wherefrom.output.terminal import console_for  # noqa: PLC0415

        show_backing(found, console_for(sys.stdout), every=given.all)
    if found.unread:
        return AT_FAULT
    return 0 if found.clean else FOUND


def _found(given: argparse.Namespace) -> "Backing":
    from wherefrom.api.drafting import check  # noqa: PLC0415

    if given.ledger is None:
        if not given.paths:
            raise Fault("check: name reports to hold the draft against, or a ledger (see wherefrom check --help)")
        return check(given.draft, given.paths, as_of=given.as_of, outlets=given.outlets)
    if given.paths:
        raise Fault("check: hold the draft against reports or against a ledger, not both")
    with opened(given) as ledger:
        return check(given.draft, ledger=ledger, as_of=given.as_of, outlets=given.outlets)
