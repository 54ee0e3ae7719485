"""The commands of working together: `note`, `notes`, `assign`, `assignments`, `merge`, `changes` and `due`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from wherefrom.model.entry import ReviewState

from .faults import complain
from .ledger import asked, first_line, opened, passphrase, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.api.sharing import Assignment, Changes, Merged, Note, Todo

    from . import Commands


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    _add_notes(commands)
    _add_assignments(commands)
    _add_merge(commands)
    changes = commands.add_parser(
        "changes",
        help="what changed in a ledger since a day",
        description="What changed since a day or a time: documents that came in, claims that are new, gone, or stand otherwise, new conflicts, "
        "and what people did.",
    )
    changes.add_argument("--since", required=True, metavar="DATE", help="a day, all of which counts, or a time (UTC)")
    changes.add_argument("--until", metavar="DATE", help="up to the end of that day, or that time (now)")
    takes_ledger(changes)
    changes.set_defaults(run=_changes)

    due = commands.add_parser(
        "due",
        help="what to do next",
        description="What there is to do: claims that several outlets tell on one origin's word, or whose origins cannot be told apart; who could "
        "confirm them and was not asked; requests without an answer; what is denied and nobody looked at; what has run out, or will soon, as its "
        "source said or as somebody judged; documents without a label; claims that are in somebody's hands. What most outlets tell comes first.",
    )
    due.add_argument(
        "--within", type=int, default=30, metavar="DAYS", help="how many days ahead to look for what runs out (30)"
    )
    takes_ledger(due, as_of=True)
    due.set_defaults(run=_due)


def _add_notes(commands: "Commands") -> None:
    note = commands.add_parser(
        "note",
        help="write a note about a document, statement, claim or party",
        description="Write a note about a document, statement, claim, party or note. It stays with the words that it is about.",
    )
    note.add_argument("about", metavar="ID", help="the id of what it is about")
    note.add_argument("words", nargs="+", metavar="WORD", help="the note")
    takes_ledger(note, writes=True)
    note.set_defaults(run=_note)

    notes = commands.add_parser(
        "notes", help="the notes in a ledger", description="The notes in a ledger, or those about one thing."
    )
    notes.add_argument("about", nargs="?", metavar="ID", help="only notes about this")
    takes_ledger(notes, as_of=True)
    notes.set_defaults(run=_notes)


def _add_assignments(commands: "Commands") -> None:
    assign = commands.add_parser(
        "assign",
        help="put a claim into somebody's hands",
        description="Say who looks after a claim, and how far that is.",
    )
    assign.add_argument("claim", metavar="CLAIM", help="the claim's id")
    assign.add_argument("--to", metavar="NAME", help="who looks after it (nobody)")
    assign.add_argument(
        "--state", choices=get_args(ReviewState), default="open", metavar="STATE", help="open, in-review or done (open)"
    )
    takes_ledger(assign, writes=True)
    assign.set_defaults(run=_assign)

    assignments = commands.add_parser(
        "assignments",
        help="who looks after which claim",
        description="Who looks after which claim, and how far that is.",
    )
    takes_ledger(assignments, as_of=True)
    assignments.set_defaults(run=_assignments)


def _add_merge(commands: "Commands") -> None:
    merge = commands.add_parser(
        "merge",
        help="join a colleague's ledger to yours",
        description="Join a colleague's ledger to yours, in a new file. No judgement of either is lost: your history stays as it is, the "
        "colleague's entries follow, with who wrote them and when. Where both judged the same, both are kept, and it is told which holds.",
    )
    merge.add_argument("ledger", type=Path, metavar="A", help="your ledger, whose history goes on")
    merge.add_argument("other", type=Path, metavar="B", help="the ledger that is joined to it")
    merge.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the new ledger; A itself to join B to it"
    )
    merge.add_argument("--by", metavar="NAME", help="who does this (WHEREFROM_BY, else your name on this machine)")
    merge.add_argument(
        "--passphrase", action="store_true", help="ask for the passphrase of A, which is the new ledger's too"
    )
    merge.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read that passphrase from a file's first line"
    )
    merge.add_argument("--other-passphrase", action="store_true", help="ask for the passphrase of B")
    merge.add_argument(
        "--other-passphrase-file", type=Path, metavar="FILE", help="read that one from a file's first line"
    )
    merge.add_argument("--json", action="store_true", help="print the result as JSON, and nothing else")
    merge.set_defaults(run=_merge)


def _note(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415  only these commands load the database

    with opened(given) as ledger:
        found = sharing.note(ledger, given.about, " ".join(given.words), by=given.by)
    print_json(found) if given.json else _say(f"{found.note}: kept, about {found.stands}")
    return 0


def _notes(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415

    with opened(given) as ledger:
        found = sharing.notes(ledger, given.about, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        _show_note(one)
    if not found:
        _say("no notes")
    return 0


def _show_note(one: "Note") -> None:
    about = one.stands or f"{one.target.id}, which is gone"
    _say(f"{one.note}  {one.told[:16]}  {one.by}, about {about}: {one.text}")


def _assign(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415

    with opened(given) as ledger:
        found = sharing.assign(ledger, given.claim, to=given.to, state=given.state, by=given.by)
    print_json(found) if given.json else _show_assignment(found)
    return 0


def _assignments(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415

    with opened(given) as ledger:
        found = sharing.assignments(ledger, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        _show_assignment(one)
    if not found:
        _say("nothing is assigned")
    return 0


def _show_assignment(one: "Assignment") -> None:
    claim = one.claim or f"{one.target.id} (gone)"
    _say(f"{claim}: {one.state}, with {one.to or 'nobody'}, since {one.told[:10]} ({one.by})")


def _merge(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415
    from wherefrom.ledger.file import Ledger  # noqa: PLC0415

    own = passphrase(given)
    with Ledger.open(given.ledger, own) as first, Ledger.open(given.other, _passphrase_of_other(given)) as second:
        found = sharing.merge(first, second, given.output, by=given.by, passphrase=own)
    print_json(found) if given.json else _show_merged(found, given)
    for line in found.left:
        complain(line)
    return 0


def _passphrase_of_other(given: argparse.Namespace) -> str | None:
    if given.other_passphrase_file is not None:
        return first_line(given.other_passphrase_file)
    return asked(f"Passphrase of {given.other}: ") if given.other_passphrase else None


def _show_merged(found: "Merged", given: argparse.Namespace) -> None:
    entries = "entry" if found.entries == 1 else "entries"
    documents = "document" if found.documents == 1 else "documents"
    _say(f"{given.output}: {found.entries} {entries} of {given.other} came in, {found.documents} new {documents}")
    for one in found.differs:
        _say(f"differs: {one.first.words} ({one.first.by}, {one.first.told[:10]})")
        _say(f"     and {one.second.words} ({one.second.by}, {one.second.told[:10]})")
        _say(f"         {one.why}: the {one.holds} one")


def _changes(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415

    with opened(given) as ledger:
        found = sharing.changes(ledger, given.since, until=given.until)
    print_json(found) if given.json else _show_changes(found)
    return 0


def _show_changes(found: "Changes") -> None:
    for document in found.documents:
        _say(
            f"document  {document.id}  {document.publisher or 'unknown outlet'}, {document.published or 'no date'}: {document.title or '(no title)'}"
        )
    for claim in found.claims:
        how = " → ".join(part for part in (claim.before, claim.after) if part is not None)
        _say(f"claim     {claim.id}  {claim.what}: {how}  “{claim.text}”")
    for conflict in found.conflicts:
        _say(f"conflict  {conflict.id}  {conflict.about}: {conflict.why}")
    for step in found.steps:
        _say(f"entry     {step.told[:16]}  {step.by}: {step.words}")
    if not (found.documents or found.claims or found.conflicts or found.steps):
        _say("nothing changed")


def _due(given: argparse.Namespace) -> int:
    from wherefrom.api import sharing  # noqa: PLC0415

    with opened(given) as ledger:
        found = sharing.due(ledger, as_of=given.as_of, within=given.within)
    if given.json:
        print_json(found)
        return 0
    for one in found:
        _show_todo(one)
    if not found:
        _say("nothing to do")
    return 0


def _show_todo(one: "Todo") -> None:
    told = f"  “{one.text}”" if one.text else ""
    who = f"  [{', '.join(one.who)}]" if one.who else ""
    _say(f"{one.kind:15} {one.id}{told}: {one.why}{who}")


def _say(line: str) -> None:
    """A line that cannot steer the terminal, whatever words stand in it."""
    say(" ".join(line.split()) if "\n" in line else line)
