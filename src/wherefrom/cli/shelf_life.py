"""The commands of shelf life: `window` and `windows`."""

import argparse
from typing import TYPE_CHECKING

from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.api.shelf_life import Window

    from . import Commands


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    window = commands.add_parser(
        "window",
        help="judge until when something holds",
        description="Judge until when a claim, a statement, or what a party knows holds. What its source said of that stays beside it, and so "
        "does what others judge. `due` lists what has run out, or soon will.",
    )
    window.add_argument("about", metavar="ID", help="the id of a claim, a statement or a party")
    window.add_argument("--until", metavar="DATE", help="the last day, month or year on which it holds, as in 2032-06")
    window.add_argument("--for", dest="lasts", metavar="TIME", help="how long from today on, as in “18 months” or P18M")
    window.add_argument("--withdraw", action="store_true", help="take back what you judged before")
    window.add_argument("--why", required=True, metavar="WORDS", help="on what grounds")
    takes_ledger(window, writes=True)
    window.set_defaults(run=_window)

    windows = commands.add_parser(
        "windows",
        help="until when things hold",
        description="Until when things hold: as the texts say, and as people judged, each for itself.",
    )
    windows.add_argument("about", nargs="?", metavar="ID", help="only of this claim, statement or party")
    takes_ledger(windows, as_of=True)
    windows.set_defaults(run=_windows)


def _window(given: argparse.Namespace) -> int:
    from wherefrom.api import shelf_life  # noqa: PLC0415  only these commands load the database

    with opened(given) as ledger:
        found = shelf_life.window(
            ledger,
            given.about,
            until=given.until,
            lasts=given.lasts,
            withdraw=given.withdraw,
            why=given.why,
            by=given.by,
        )
    if given.json:
        print_json(found)
    elif found is None:
        say(f"{given.about}: what you judged of how long it holds is taken back")
    else:
        _show(found)
    return 0


def _windows(given: argparse.Namespace) -> int:
    from wherefrom.api import shelf_life  # noqa: PLC0415

    with opened(given) as ledger:
        found = shelf_life.windows(ledger, given.about, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        _show(one)
    if not found:
        say("nothing says until when it holds, and nobody judged it")
    return 0


def _show(one: "Window") -> None:
    name = one.stands or f"{one.target.id}, which is gone"
    told = f" “{' '.join(one.text.split())}”" if one.text else ""
    until = f"up to {one.until}" if one.until else "no day can be told"
    how = f"{one.by} judged on {one.since}" if one.judged else f"in the words of {one.by}"
    say(f"{name}{told}: {until}, {how}: {one.why}" if one.judged else f"{name}{told}: {until}, {how}: “{one.why}”")
