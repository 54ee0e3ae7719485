"""The command that tells how claims are sourced: `sourcing`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import AT_FAULT, Fault, complain
from .ledger import opened, print_json

if TYPE_CHECKING:
    from wherefrom.api.sourced import Sourced

    from . import Commands


def add_to(commands: "Commands") -> None:
    """Add this command to the program's parser."""
    command = commands.add_parser(
        "sourcing",
        help="how each claim is sourced, what would be needed for more, and citations",
        description="How each claim is sourced, as a newsroom asks it: how many sources, named or not, in which words, how many people, how they "
        "know, why they are not named, which outlet vouches and which passes on, who denies; what a standards desk would ask; and what would be "
        "needed for more. Of reports, or of a ledger; of all claims, those that most documents tell first, or of those that are named.",
    )
    command.add_argument(
        "names", nargs="*", metavar="PATH|CLAIM", help="a report: .txt, .md or .html; with --ledger a claim's id"
    )
    command.add_argument("--ledger", type=Path, metavar="FILE", help="what this ledger holds, and not files")
    command.add_argument(
        "--draft", type=Path, metavar="FILE", help="of the claims that this text of ours rests on, sentence by sentence"
    )
    command.add_argument(
        "--citations", action="store_true", help="cite the documents, with a summary, in the manner of ICD 206"
    )
    command.add_argument("--all", action="store_true", help="all claims, also those of one document")
    command.add_argument(
        "--as-of", metavar="DATE", help="as the ledger was at the end of that day, or at that time (UTC)"
    )
    command.add_argument("--passphrase", action="store_true", help="ask for the passphrase of an encrypted ledger")
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read that passphrase from a file's first line"
    )
    command.add_argument("--outlets", type=Path, metavar="FILE", help="further outlets to know by name")
    command.add_argument("--json", action="store_true", help="print the result as JSON, and nothing else")
    command.set_defaults(run=_sourcing)


def _sourcing(given: argparse.Namespace) -> int:
    found = _found(given)
    for one in found.unread:
        complain(f"{one.path}: {one.why}")
    if given.json:
        print_json(_json(found))
    else:
        _show(found, given)
    return AT_FAULT if found.unread else 0


def _found(given: argparse.Namespace) -> "Sourced":
    from wherefrom.api.sourced import sourcing  # noqa: PLC0415  only what is asked for is loaded

    if given.ledger is None:
        if not given.names:
            raise Fault("sourcing: name reports, or a ledger (see wherefrom sourcing --help)")
        return sourcing(
            given.names, draft=given.draft, citations=given.citations, as_of=given.as_of, outlets=given.outlets
        )
    with opened(given) as ledger:
        return sourcing(
            ledger=ledger,
            claims=given.names,
            draft=given.draft,
            citations=given.citations,
            as_of=given.as_of,
            outlets=given.outlets,
        )


def _json(found: "Sourced") -> object:
    from wherefrom.output import terminal_sourcing as out  # noqa: PLC0415

    return {
        "format": out.FORMAT,
        "stories": [out.story_json(one) for one in found.stories],
        "claims": [out.claim_json(desk, one) for desk, one in found.claims],
        "draft": found.draft,
        "citations": None if found.cited is None else out.cited_json(found.cited),
    }


def _show(found: "Sourced", given: argparse.Namespace) -> None:
    from wherefrom.output import terminal_sourcing as out  # noqa: PLC0415
    from wherefrom.output.terminal import console_for  # noqa: PLC0415
    from wherefrom.output.wording import counted  # noqa: PLC0415

    console = console_for(sys.stdout)
    if found.cited is not None:
        out.show_cited(found.cited, console)
        return
    for number, line in enumerate(found.draft, 1):
        out.show_line(number, line.text, line.verdict, line.claims, console)
    for story in found.stories:
        out.show_story(story, console)
        out.show_known(story, found.claims[0][0], console)
    named = bool(given.draft is not None or (given.ledger is not None and given.names))
    several = [one for one in found.claims if one[1].documents > 1]
    claims = list(found.claims) if named or given.all or not several else several
    most = len(claims) if named or given.all else out.MOST_CLAIMS
    for desk, one in claims[:most]:
        console.print()
        out.show_claim_sourcing(desk, one, console)
    if len(claims) > most:
        console.print(f"and {counted(len(claims) - most, 'more claim')} (--all shows them)")
    if not found.claims:
        console.print("no claims")
