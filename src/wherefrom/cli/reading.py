"""The commands that read reports: `read` and `demo`."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from wherefrom import api, reader
from wherefrom.intake import iso_date, sidecar_path
from wherefrom.judging import YARDSTICKS, Yardstick
from wherefrom.model import Findings
from wherefrom.model.release import Release

from .faults import AT_FAULT, Fault, complain
from .pages import write_page

if TYPE_CHECKING:
    from . import Commands

DEMO_DOSSIER = Path("wherefrom-demo.html")


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    read = commands.add_parser(
        "read",
        help="show every claim in these reports, with its chain and its origins",
        description="Read reports (plain text, Markdown, HTML) and show every claim in them: the exact words, the chain "
        "of people who passed it on, and how firmly it is put; and over all of them which tell the same, how many "
        "independent origins stand behind it, who relies on whom, and what contradicts what. A file NAME.json beside "
        "NAME.txt with outlet, published, title, url and author says what is known about it.",
    )
    read.add_argument("paths", nargs="+", metavar="PATH", help="a report: .txt, .md or .html")
    read.add_argument("--json", action="store_true", help="print the findings as JSON, and nothing else")
    read.add_argument("--html", type=Path, metavar="FILE", help="write the dossier: one page that needs no network")
    read.add_argument(
        "--without-words",
        action="store_true",
        help="with --html: show where the reports' words stand and none of them; outlets and dates stay, other names become numbers",
    )
    read.add_argument("--published", type=_date, metavar="DATE", help="when they were published, as in 2026-03-09")
    read.add_argument("--outlet", metavar="NAME", help="who published them")
    read.add_argument(
        "--yardstick",
        choices=sorted(YARDSTICKS),
        help="show “likely” and the like with their range in this scheme, where a report names none itself",
    )
    read.add_argument(
        "--reader", metavar="NAME", help=f"who reads: another reader that is installed ({reader.SHIPPED})"
    )
    read.add_argument(
        "--outlets", type=Path, metavar="FILE", help="further outlets to know by name, or other facts about known ones"
    )
    read.add_argument("--workers", type=_number, metavar="N", help="in how many processes (as many as pay)")
    read.set_defaults(run=_read)

    demo = commands.add_parser(
        "demo",
        help="read the bundled case and write its dossier",
        description="Read the bundled case, a made-up story told by seven made-up outlets; show what is claimed there and "
        "on whose word, and write the dossier.",
    )
    demo.add_argument("--html", type=Path, default=DEMO_DOSSIER, metavar="FILE", help=f"the dossier ({DEMO_DOSSIER})")
    demo.set_defaults(run=_demo)


def _read(given: argparse.Namespace) -> int:
    if given.html is not None:
        _keep_apart(given.html, given.paths)
    elif given.without_words:
        raise Fault("--without-words: is a form of the dossier; name its file with --html")
    findings = api.read(
        given.paths,
        outlet=given.outlet,
        published=given.published,
        reader=given.reader,
        workers=given.workers,
        outlets=given.outlets,
    )
    for one in findings.unread:
        complain(f"{one.path}: {one.why}")
    yardstick = YARDSTICKS.get(given.yardstick)
    if given.html is not None:
        page = _page(Release.of_reading(findings), yardstick, without_words=given.without_words)
        write_page(page, given.html)
    if given.json:
        from wherefrom.output.findings_json import findings_json  # noqa: PLC0415  only what is asked for is loaded

        _print_bytes(findings_json(Release.of_reading(findings)).encode())
    elif given.html is None:
        _show(findings, yardstick)
    else:
        print(f"{given.html}: the dossier")  # noqa: T201
    return AT_FAULT if findings.unread else 0


def _demo(given: argparse.Namespace) -> int:
    findings = api.demo()
    write_page(_page(Release.of_reading(findings), None, without_words=False), given.html)
    _show(findings)
    print(f"\nThe dossier, to open in a browser: {given.html.resolve()}")  # noqa: T201
    return 0


def _keep_apart(page: Path, reports: Iterable[str]) -> None:
    """Refuse to write the dossier over a report or its sidecar: the bytes as they came are the evidence."""
    for report in map(Path, reports):
        for kept in (report, sidecar_path(report)):
            try:
                same = page.samefile(kept)
            except (OSError, ValueError):
                continue  # one of them is not there, or cannot be: that is told where it is read or written
            if same:
                raise Fault(f"{page}: is one of the inputs; write the dossier to another file")


def _show(findings: Findings, yardstick: Yardstick | None = None) -> None:
    from wherefrom.output.terminal import console_for, show  # noqa: PLC0415  loaded only where a person reads

    show(Release.of_reading(findings), console_for(sys.stdout), yardstick)


def _page(release: Release, yardstick: Yardstick | None, *, without_words: bool) -> str:
    """The page; its templates take time to load."""
    if without_words:
        from wherefrom.output.wordless import without_words as made  # noqa: PLC0415

        return made(release)
    from wherefrom.output.dossier import dossier  # noqa: PLC0415

    return dossier(release, yardstick)


def _print_bytes(content: bytes) -> None:
    """JSON is UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _date(text: str) -> str:
    try:
        return iso_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as in 2026-03-09") from error


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write it as in 4")
    return int(text)
