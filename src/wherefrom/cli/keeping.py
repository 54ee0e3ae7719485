"""The commands that keep reports in a ledger and tell what it holds."""

import argparse
import sys
from typing import TYPE_CHECKING

from wherefrom import api
from wherefrom.model.handling import LEVELS, Level, level_of

from .faults import AT_FAULT, complain, harmless
from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import Console

    from wherefrom.ledger.file import Ledger
    from wherefrom.ledger.queries import ClaimPage
    from wherefrom.model import Findings

    from . import Commands

ALL = 1_000
"""How many of each are shown where that is what was asked for."""


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    add = commands.add_parser(
        "add",
        help="read reports and keep them in a ledger",
        description="Read reports and keep them, with what is found in them, in a ledger: one file, which is begun if it is not there. "
        "Nothing in it is ever overwritten. Adding the same report again changes nothing.",
    )
    add.add_argument("paths", nargs="+", metavar="PATH", help="a report: .txt, .md or .html")
    add.add_argument("--published", metavar="DATE", help="when they were published, as in 2026-03-09")
    add.add_argument("--outlet", metavar="NAME", help="who published them")
    add.add_argument(
        "--tlp", type=_level, metavar="LEVEL", help="how they may be handled: clear, green, amber, amber+strict, red"
    )
    takes_ledger(add, writes=True)
    add.set_defaults(run=_add)

    claims = commands.add_parser(
        "claims",
        help="the claims that a ledger holds, or one of them",
        description="The claims that a ledger holds, those that most documents tell first; with an id, that claim's page: its origins, how it "
        "stood over time, and every statement of it.",
    )
    claims.add_argument("claim", nargs="?", metavar="CLAIM", help="a claim's id")
    takes_ledger(claims, as_of=True)
    claims.set_defaults(run=_claims)

    sources = commands.add_parser(
        "sources",
        help="who stands behind the claims of a ledger",
        description="Who stands in the chains of a ledger's statements, those in most documents first.",
    )
    sources.add_argument("name", nargs="?", metavar="NAME", help="only who is called so")
    takes_ledger(sources, as_of=True)
    sources.set_defaults(run=_sources)

    search = commands.add_parser(
        "search",
        help="find words in a ledger's documents and claims",
        description="Find the documents and claims of a ledger in which all of these words stand; a quoted phrase stands together.",
    )
    search.add_argument("words", nargs="+", metavar="WORD", help="a word, or a phrase in quotation marks")
    takes_ledger(search, as_of=True)
    search.set_defaults(run=_search)

    for name, told in (
        ("origins", "how many independent origins stand behind each shared claim, and which"),
        ("conflicts", "where the documents of a ledger differ"),
        ("drift", "what changed on the way from report to report"),
        ("timeline", "when things are said to have happened, and when that was reported"),
    ):
        command = commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
        takes_ledger(command, as_of=True)
        command.set_defaults(run=_shown, shown=name)


def _level(words: str) -> Level:
    level = level_of(words)
    if level is None:
        raise argparse.ArgumentTypeError(f"{words!r} is none of {', '.join(LEVELS)}")
    return level


def _add(given: argparse.Namespace) -> int:
    with opened(given, create=True) as ledger:
        before = ledger.head().seq
        found = api.add(given.paths, ledger, by=given.by, outlet=given.outlet, published=given.published, tlp=given.tlp)
        after = ledger.head().seq
    for one in found.unread:
        complain(f"{one.path}: {one.why}")
    told = len(found.documents)
    if given.json:
        print_json(
            {"documents": [one.id for one in found.documents], "unread": found.unread, "entries": after - before}
        )
    else:
        from wherefrom.output.wording import counted  # noqa: PLC0415  only what is asked for is loaded

        new = (
            f"{counted(after - before, 'new entry').replace('entrys', 'entries')}" if after > before else "nothing new"
        )
        print(f"{given.ledger}: {counted(told, 'document')} read, {new}")  # noqa: T201
        unmarked = given.tlp is None and after > before
        if unmarked:
            print("They have no TLP label yet, and are part of no release until they have one: wherefrom mark")  # noqa: T201
    return AT_FAULT if found.unread else 0


def _claims(given: argparse.Namespace) -> int:
    with opened(given) as ledger:
        if given.claim is not None:
            page = api.claim(ledger, given.claim, as_of=given.as_of)
            if given.json:
                print_json(page.claim)
            else:
                _show_claim(page)
                _show_grades(ledger, given.claim, given.as_of)
            return 0
        found = api.claims(ledger, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        print(f"{one.id}  {_documents(one.documents):>13}, {_bounds(one.at_least, one.at_most)}  {_line(one.text)}")  # noqa: T201
    return 0


def _sources(given: argparse.Namespace) -> int:
    with opened(given) as ledger:
        found = api.sources(ledger, given.name, as_of=given.as_of)
        graded = {} if given.json else _graded(ledger, (one.name for one in found if one.named), given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        named = "" if one.named else ", not named"
        print(f"{_documents(one.documents):>13}, {one.statements:,} statements  {_line(one.name)} ({one.kind}{named})")  # noqa: T201
        for line in graded.get(one.name, ()) if one.named else ():
            say(line)
    return 0


def _search(given: argparse.Namespace) -> int:
    with opened(given) as ledger:
        found = api.search(ledger, given.words, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        print(f"{one.kind:8} {one.id}  {_line(one.words)}")  # noqa: T201
    if not found:
        print("nothing found")  # noqa: T201
    return 0


def _shown(given: argparse.Namespace) -> int:
    with opened(given) as ledger:
        found = api.findings(ledger, as_of=given.as_of)
    if given.json:
        values: dict[str, Callable[[], object]] = {
            "origins": lambda: [{"claim": one.id, "text": one.text, "origins": one.origins} for one in found.claims],
            "conflicts": lambda: found.conflicts,
            "drift": lambda: api.drift(found),
            "timeline": lambda: api.timeline(found),
        }
        print_json(values[given.shown]())
    else:
        _show(found, given.shown)
    return 0


def _show(found: "Findings", section: str) -> None:
    from wherefrom.output import terminal_shared  # noqa: PLC0415
    from wherefrom.output.compared import Compared  # noqa: PLC0415
    from wherefrom.output.terminal import console_for  # noqa: PLC0415

    shows: dict[str, Callable[[Compared, Console, int], None]] = {
        "origins": terminal_shared.show_claims,
        "conflicts": terminal_shared.show_conflicts,
        "drift": terminal_shared.show_drift,
        "timeline": terminal_shared.show_timeline,
    }
    shows[section](Compared.of(found), console_for(sys.stdout), ALL)


def _show_claim(page: "ClaimPage") -> None:
    from wherefrom.output.compared import Compared  # noqa: PLC0415
    from wherefrom.output.terminal import console_for  # noqa: PLC0415
    from wherefrom.output.terminal_shared import show_claim  # noqa: PLC0415

    show_claim(Compared.of(page.story), page.claim, console_for(sys.stdout))


def _show_grades(ledger: "Ledger", claim: str, as_of: str | None) -> None:
    """What people judged of a claim, where anybody did."""
    from wherefrom.api import grading  # noqa: PLC0415
    from wherefrom.ledger.grades import has_grades  # noqa: PLC0415
    from wherefrom.output.graded import judged_lines  # noqa: PLC0415

    if not has_grades(ledger):
        return
    (sheet,) = grading.grades(ledger, claim, as_of=as_of).sheets
    for line in judged_lines(sheet):
        say(line)


def _graded(ledger: "Ledger", names: "Iterable[str]", as_of: str | None) -> dict[str, list[str]]:
    """What people judged of the sources that are called so."""
    from wherefrom.api import grading  # noqa: PLC0415
    from wherefrom.ledger.asking import plain  # noqa: PLC0415
    from wherefrom.output.graded import judged_lines  # noqa: PLC0415

    sheets = grading.grades_of_sources(ledger, as_of=as_of)
    return {
        name: [line for one in sheets if plain(one.text) == plain(name) for line in judged_lines(one)] for name in names
    }


def _documents(number: int) -> str:
    return f"{number:,} document{'' if number == 1 else 's'}"


def _bounds(least: int, most: int | None) -> str:
    if most is None:
        return f"{least}+ origins"
    return f"{least} origin{'' if least == 1 else 's'}" if least == most else f"{least} to {most} origins"


def _line(words: str) -> str:
    """Words of a document as one line that cannot steer the terminal."""
    return harmless(" ".join(words.split()))
