"""The commands about who may see what: `mark`, `markings`, `export`, `dossier`, `releases` and `recall`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from wherefrom.model.handling import LEVELS, Level, level_of
from wherefrom.model.release import Form

from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.ledger.recall import Held
    from wherefrom.model.entry import Target

    from . import Commands

KINDS = ("document", "party", "claim", "note")
FORMS: tuple[Form, ...] = get_args(Form)


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    _add_markings(commands)
    export = commands.add_parser(
        "export",
        help="write what may go to somebody to a file, and log that it went",
        description="Write what may go at a level of the Traffic Light Protocol and below to a file, and log to whom it went. What is marked "
        "higher, and what has no label, is nowhere in it: neither in text nor in names, numbers or order.",
    )
    export.add_argument(
        "--format",
        choices=FORMS,
        default="release",
        help="findings: JSON as of `read`, without label; release: JSON with label and notes; dossier: the page; dossier-without-words: the "
        "page with places in place of the reports' words",
    )
    _takes_release(export)

    dossier = commands.add_parser(
        "dossier",
        help="write the page of what may go to somebody, and log that it went",
        description="Write the dossier, one page that needs no network, of what may go at a level and below: `export --format dossier`.",
    )
    dossier.add_argument(
        "--without-words",
        dest="format",
        action="store_const",
        const="dossier-without-words",
        help="show where the reports' words stand and none of them; outlets and dates stay, other names become numbers",
    )
    dossier.set_defaults(format="dossier")
    _takes_release(dossier)

    releases = commands.add_parser(
        "releases",
        help="what went to whom, when and at which level",
        description="List what left a ledger: when, to whom, under which level, in which form, and the SHA-256 of the file.",
    )
    takes_ledger(releases, as_of=True)
    releases.set_defaults(run=_releases)

    recall = commands.add_parser(
        "recall",
        help="releases that hold what must be called back",
        description="List the releases that hold something which is now marked above the level it left under, which was corrected, retracted or "
        "rescinded since, or whose reading was corrected since: what, to whom, when and why.",
    )
    takes_ledger(recall)
    recall.set_defaults(run=_recall)


def _takes_release(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--tlp", type=tlp, required=True, metavar="MAX", help="the level up to which things may go: clear, green, ..."
    )
    command.add_argument("--to", required=True, metavar="WHO", help="to whom it goes")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the file to write")
    command.add_argument("--force", action="store_true", help="write over a file that is there")
    takes_ledger(command, writes=True)
    command.set_defaults(run=_export)


def _add_markings(commands: "Commands") -> None:
    mark = commands.add_parser(
        "mark",
        help="say how a thing may be handled (TLP 2.0)",
        description="Say how a document, party, claim or note may be handled, by a label of the Traffic Light Protocol 2.0. What has no label "
        "is part of no release. Earlier labels stay in the history.",
    )
    mark.add_argument("kind", choices=KINDS, metavar="KIND", help="document, party, claim or note")
    mark.add_argument("name", metavar="ID", help="its id; of a party its name will do")
    mark.add_argument("level", type=tlp, metavar="LEVEL", help="clear, green, amber, amber+strict or red")
    mark.add_argument("--why", default="", metavar="WORDS", help="on what grounds")
    mark.add_argument("--since", metavar="DATE", help="the day from which on it should have been handled so")
    takes_ledger(mark, writes=True)
    mark.set_defaults(run=_mark)

    markings = commands.add_parser(
        "markings",
        help="every marking there was, of all things or of one",
        description="List every marking that a ledger learned of, in that order; of one thing, if one is named.",
    )
    markings.add_argument("kind", nargs="?", choices=KINDS, metavar="KIND", help="document, party, claim or note")
    markings.add_argument("name", nargs="?", metavar="ID", help="its id; of a party its name will do")
    takes_ledger(markings, as_of=True)
    markings.set_defaults(run=_markings)


def tlp(words: str) -> Level:
    """The label that an argument tells."""
    level = level_of(words)
    if level is None:
        raise argparse.ArgumentTypeError(f"{words!r} is no label of TLP 2.0; it is one of {', '.join(LEVELS)}")
    return level


def _mark(given: argparse.Namespace) -> int:
    from wherefrom.api.handling import mark  # noqa: PLC0415  only these commands load the ledger

    with opened(given) as ledger:
        found = mark(ledger, given.kind, given.name, given.level, why=given.why, since=given.since, by=given.by)
    if given.json:
        print_json({"level": given.level, "since": given.since, "marked": found})
    else:
        since = f" since {given.since}" if given.since else ""
        _say(f"{_called(found[0])}: {given.level}{since}")
    return 0


def _markings(given: argparse.Namespace) -> int:
    from wherefrom.api.handling import markings  # noqa: PLC0415

    with opened(given) as ledger:
        found = markings(ledger, given.kind, given.name, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        why = f": {one.why}" if one.why else ""
        _say(f"{one.at[:19]}  {one.level:16}  since {one.since}  {_called(one.target)}  ({one.by}){why}")
    if not found:
        _say("nothing is marked")
    return 0


def _export(given: argparse.Namespace) -> int:
    from wherefrom.api.handling import export  # noqa: PLC0415

    with opened(given) as ledger:
        found = export(
            ledger, given.output, tlp=given.tlp, to=given.to, form=given.format, by=given.by, force=given.force
        )
    if given.json:
        print_json(found)
        return 0
    _say(
        f"{found.file}: {_number(found.documents, 'document')} at {found.level} to {found.to} (release {found.release})"
    )
    if found.form == "findings" and found.level != "TLP:CLEAR":
        _say(f"This form has no place for the label; say {found.level} when you pass it on.")
    return 0


def _releases(given: argparse.Namespace) -> int:
    from wherefrom.api.handling import releases  # noqa: PLC0415

    with opened(given) as ledger:
        found = releases(ledger, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        said = one.said
        what = f"{_number(len(said.documents), 'document')} as {said.form}"
        _say(f"{one.at[:19]}  {said.release}  {said.level:16}  to {said.to}: {what}, by {one.by}")
        _say(f"    SHA-256 {said.sha256}")
    if not found:
        _say("nothing left this ledger")
    return 0


def _recall(given: argparse.Namespace) -> int:
    from wherefrom.api.handling import recall  # noqa: PLC0415

    with opened(given) as ledger:
        found = recall(ledger)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        _say(f"{one.release}, to {one.to}, {one.at[:19]}, {one.level}, as {one.form}")
        for held in one.held:
            _say(f"    {_line(held)}")
    if not found:
        _say("nothing is to be called back")
    return 0


def _line(held: "Held") -> str:
    called = f"{held.id} “{held.title}”" if held.title else held.id
    since = f" since {held.since}" if held.since else ""
    learned = f" (learned {held.at[:19]})" if held.at else ""
    return f"{called} {held.why}{since}{learned}"


def _called(target: "Target") -> str:
    return f"{target.kind} {target.id}"


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _say(words: str) -> None:
    """One line that cannot steer the terminal, whatever a person or a document wrote into it."""
    say(words.replace("\n", " "))
