"""The commands of what the desk finds out itself and protects: `log`, `source`, `passphrase`, `custody`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import Fault, complain
from .ledger import asked, first_line, opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.api.checking import Identity, Logged, Record

    from . import Commands

_KINDS = {
    "call": "somebody told us something",
    "request": "we asked somebody for comment",
    "refusal": "somebody declined to comment",
    "seen": "we saw a document ourselves",
}


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    _add_log(commands)
    _add_source(commands)
    _add_passphrase(commands)
    _add_custody(commands)


def _add_log(commands: "Commands") -> None:
    log = commands.add_parser(
        "log",
        help="keep an own check: a call, a request for comment, a refusal, a document seen",
        description="Keep an own check in a ledger, as a document of its own kind that stands in chains. What was told or seen counts as an "
        "origin; a request and a refusal state nothing. A source that is to be protected is asked for at the terminal or read from a file, "
        "sealed in the ledger's vault under the vault's own passphrase, and stands everywhere else as an opaque handle.",
    )
    log.add_argument(
        "kind", choices=_KINDS, metavar="KIND", help="; ".join(f"{name}: {told}" for name, told in _KINDS.items())
    )
    log.add_argument("text", metavar="TEXT", help="what was told, asked or seen (-: from standard input)")
    log.add_argument(
        "--with", dest="source", metavar="WHO", help="who it was or what was seen; the handle of a protected source"
    )
    log.add_argument("--protected", action="store_true", help="protect the source; who it is is asked for, unseen")
    log.add_argument(
        "--with-file",
        type=Path,
        metavar="FILE",
        help="read who a protected source is from a file: the name, then how to reach them",
    )
    log.add_argument(
        "--describe", metavar="WORDS", help="what a protected source is called, as in “a person with direct knowledge”"
    )
    log.add_argument("--about", metavar="CLAIM", help="the claim that this checks")
    log.add_argument("--on", metavar="DATE", help="when it was, as in 2031-05-04 or 2031-05-04T14:30 (today)")
    log.add_argument("--desk", metavar="NAME", help="the desk's name for itself (own check)")
    _takes_vault(log)
    takes_ledger(log, writes=True)
    log.set_defaults(run=_log)


def _add_source(commands: "Commands") -> None:
    source = commands.add_parser(
        "source",
        help="show or erase who a protected source is",
        description="Show who a protected source is, which the history notes, or erase it from the vault for good, which breaks no history.",
    )
    source.add_argument("what", choices=("reveal", "erase"), help="show the identity, or erase it")
    source.add_argument("handle", metavar="HANDLE", help="the source's handle, as in source-0123456789ab")
    source.add_argument("--why", default="", metavar="WORDS", help="why, for the history")
    _takes_vault(source)
    takes_ledger(source, writes=True)
    source.set_defaults(run=_source)


def _add_passphrase(commands: "Commands") -> None:
    change = commands.add_parser(
        "passphrase",
        help="encrypt a ledger, change its passphrase, or take it away",
        description="Encrypt a ledger's whole file under a new passphrase, which is asked for twice or read from a file; --passphrase or "
        "--passphrase-file give the one it has. With --vault it is the vault's passphrase that is changed.",
    )
    change.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help="read the new passphrase from a file's first line"
    )
    change.add_argument("--remove", action="store_true", help="encrypt the file no longer")
    change.add_argument("--vault", action="store_true", help="change the vault's passphrase and not the file's")
    _takes_vault(change)
    takes_ledger(change, writes=True)
    change.set_defaults(run=_passphrase)


def _add_custody(commands: "Commands") -> None:
    custody = commands.add_parser(
        "custody",
        help="where a document came from and what was done with it",
        description="A document's record of custody after the Berkeley Protocol: what came, when, from where, by whom and with what, its hash, "
        "and all that was done with it since. Exit status 1 where the bytes or the working text are no longer what they were.",
    )
    custody.add_argument("document", metavar="DOCUMENT", help="a document's id")
    custody.add_argument("--bytes", type=Path, metavar="FILE", help="write the bytes as they came to a new file")
    takes_ledger(custody)
    custody.set_defaults(run=_custody)


def _takes_vault(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--vault-passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the vault's passphrase from a file's first line (asked for)",
    )


def _log(given: argparse.Namespace) -> int:
    from wherefrom.api import checking  # noqa: PLC0415  only these commands load the database
    from wherefrom.ledger.vault import HANDLE  # noqa: PLC0415

    reused = given.source is not None and HANDLE.fullmatch(given.source) is not None
    _check_call(given, reused=reused)
    protected = given.protected or reused
    with opened(given) as ledger:
        text = _text(given.text)
        source = _identity(given) if given.protected and not reused else given.source
        kept = checking.log(
            ledger,
            given.kind,
            text,
            source=source,
            on=given.on,
            about=given.about,
            describe=given.describe,
            vault=_vault_passphrase(given, new=not checking.has_vault(ledger)) if protected else None,
            desk=given.desk or checking.DESK,
            by=given.by,
        )
    print_json(kept) if given.json else _show_logged(kept)
    return 0


def _check_call(given: argparse.Namespace, *, reused: bool) -> None:
    if given.protected and given.source is not None and not reused:
        raise Fault(
            "--with: a protected source's name does not belong in a command, which others can see; it is asked for"
        )
    if given.with_file is not None and (not given.protected or reused):
        raise Fault("--with-file: is for a new source that is --protected")
    if not given.protected and given.source is None:
        raise Fault("--with: who was it, or what was seen?")


def _identity(given: argparse.Namespace) -> "Identity":
    from wherefrom.api.checking import Identity  # noqa: PLC0415

    if given.with_file is None:
        return Identity(asked("Who it is: ", twice=True), asked("How to reach them: "))
    try:
        name, _, contact = given.with_file.read_text(encoding="utf-8").strip().partition("\n")
    except (OSError, ValueError) as error:
        raise Fault(f"{given.with_file}: cannot be read") from error
    return Identity(name.strip(), contact.strip())


def _vault_passphrase(given: argparse.Namespace, *, new: bool = False) -> str:
    if given.vault_passphrase_file is None:
        return asked("The vault's passphrase: ", twice=new)
    found = first_line(given.vault_passphrase_file)
    if new and given.passphrase_file is not None and found == first_line(given.passphrase_file):
        raise Fault("the vault's passphrase: is the file's; the vault is to stay closed to whoever opens the file")
    return found


def _text(given: str) -> str:
    if given != "-":
        return given
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").removesuffix("\n")
    except (OSError, ValueError) as error:
        raise Fault("standard input: is no text in UTF-8") from error


def _show_logged(kept: "Logged") -> None:
    told = "kept" if kept.new else "is there already"
    count = (
        "" if kept.kind in {"request", "refusal"} else f", {kept.statements} statement{'s' * (kept.statements != 1)}"
    )
    source = "" if kept.handle is None else f"; the source is {kept.handle}"
    print(f"{kept.document}: {kept.kind} {told}{count}{source}")  # noqa: T201


def _source(given: argparse.Namespace) -> int:
    from wherefrom.api import checking  # noqa: PLC0415

    with opened(given) as ledger:
        if given.what == "reveal":
            found = checking.reveal(ledger, given.handle, vault=_vault_passphrase(given), why=given.why, by=given.by)
            if given.json:
                print_json(found)
            else:
                print("\n".join(line for line in (found.name, found.contact) if line))  # noqa: T201
            return 0
        erased = checking.erase(ledger, given.handle, why=given.why, by=given.by)
    if given.json:
        print_json(erased)
    else:
        print(f"{erased.handle}: the identity is erased")  # noqa: T201
    if not erased.wiped:
        complain(
            f"{given.ledger}: another program reads it, so that its -wal still has the sealed identity; do this again"
        )
    return 0 if erased.wiped else 1


def _passphrase(given: argparse.Namespace) -> int:
    from wherefrom.api import checking  # noqa: PLC0415

    if given.remove and (given.vault or given.new_passphrase_file is not None):
        raise Fault("--remove: goes with no new passphrase, and not with the vault, which always has one")
    with opened(given) as ledger:
        old = _vault_passphrase(given) if given.vault else None
        new = None if given.remove else _new_passphrase(given)
        if old is not None and new is not None:
            checking.vault_passphrase(ledger, old, new, by=given.by)
            told = "its vault has a new passphrase"
        else:
            checking.passphrase(ledger, new)
            told = "is no longer encrypted" if new is None else "is encrypted under the new passphrase"
    print_json({"ledger": str(given.ledger), "told": told}) if given.json else print(f"{given.ledger}: {told}")  # noqa: T201
    return 0


def _new_passphrase(given: argparse.Namespace) -> str:
    if given.new_passphrase_file is not None:
        return first_line(given.new_passphrase_file)
    return asked("The new passphrase: ", twice=True)


def _custody(given: argparse.Namespace) -> int:
    from wherefrom.api import checking  # noqa: PLC0415

    with opened(given) as ledger:
        record = checking.custody(ledger, given.document, to=given.bytes)
    print_json(record) if given.json else _show_record(record, given.bytes)
    return 0 if record.whole else 1


def _show_record(record: "Record", written: Path | None) -> None:
    known = (
        ("document", record.document),
        ("file", record.file),
        ("title", record.title),
        ("publisher", record.publisher),
        ("published", record.published),
        ("bytes", f"{record.size}, {record.format}, {record.encoding}"),
        ("SHA-256", record.sha256),
        ("captured", record.captured),
        ("by", record.by),
        ("from", record.source),
        ("with", record.tool),
        ("in the ledger", record.added),
        ("whole", "yes" if record.whole else "NO: the bytes or the working text are not what they were"),
    )
    for name, value in known:
        say(f"{name:<14}{value or 'not known'}")
    if written is not None:
        say(f"{'written to':<14}{written}")
    for step in record.steps:
        say(f"{step.seq:>6}  {step.at[:19]}  {step.by}: {step.what}")
