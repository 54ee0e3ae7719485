"""How things may be handled, and what left the ledger: markings, releases, and what has to be called back."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wherefrom.comparing import Outlets
from wherefrom.ledger import markings as _markings
from wherefrom.ledger import recall as _recall
from wherefrom.ledger import releasing as _releasing
from wherefrom.ledger.content import has_document
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.markings import Marking
from wherefrom.ledger.recall import Recalled
from wherefrom.ledger.releasing import Log
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.model import Unreadable
from wherefrom.model.entry import Kind, Marked, Noted, Target
from wherefrom.model.handling import Level
from wherefrom.model.release import Form, Release

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = ["Exported", "export", "mark", "markings", "recall", "release", "releases"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written where."""

    file: str
    release: str
    level: Level
    to: str
    form: Form
    sha256: str
    documents: int
    claims: int
    notes: int


def mark(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    kind: Kind,
    name: str,
    level: Level,
    *,
    why: str = "",
    since: str | None = None,
    by: str | None = None,
) -> tuple[Target, ...]:
    """Say how a document, party, claim or note may be handled (TLP 2.0), from now on or from an earlier day on (`since`).

    `name` is its id in the ledger's findings; a party can be given by its name too, if only one has it. What it was marked before stays in
    the history. Returns what was marked: a claim or party that was marked by other words too is marked by these as well.

    Raises:
        Unreadable: the ledger cannot be used, there is no such thing in it, or the day is none or lies ahead.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        target = _target(kept, kind, name)
        with kept.writing(whoever(by)) as writer:
            marked = _markings.mark(writer, target, level, why=why, since=since)
    return tuple(entry.said.target for entry in marked if isinstance(entry.said, Marked))


def _target(ledger: Ledger, kind: Kind, name: str, as_of: str | None = None) -> Target:
    if kind not in _markings.MARKED:
        raise Unreadable(kind, f"has no marking; it is put on one of: {', '.join(_markings.MARKED)}")
    if kind == "note":
        said = (entry.said for entry in ledger.entries(Noted, until=ledger.seq_at(as_of)))
        if not any(isinstance(one, Noted) and one.note == name for one in said):
            raise Unreadable(name, "the ledger has no note of this id")
        return Target("note", name)
    if kind == "document" and as_of is None and has_document(ledger, name):
        return Target("document", name, name)  # all findings need not be made for that
    found = findings(ledger, as_of)
    if kind == "party":
        called = [one.id for one in found.parties if name in {one.id, one.name}]
        if len(called) > 1:
            raise Unreadable(name, f"several parties are called so; give one's id: {', '.join(called)}")
        name = called[0] if called else name
    try:
        return target_of(found, kind, name)
    except Unreadable:
        marked = (
            one.target
            for one in _markings.history(ledger, as_of=as_of)
            if one.target.kind == kind and one.target.id == name
        )
        if (gone := next(marked, None)) is not None:
            return gone  # what was marked and is in no reading any more can still be marked otherwise
        raise


def markings(
    ledger: LedgerFile, kind: Kind | None = None, name: str | None = None, *, as_of: str | None = None
) -> tuple[Marking, ...]:
    """Every marking there was up to a moment, in the order in which the ledger learned them; of one thing, if one is named.

    Raises:
        Unreadable: the ledger cannot be used, or there is no such thing in it.
    """
    with looked_at(ledger) as kept:
        if kind is None or name is None:
            return _markings.history(kept, as_of=as_of)
        return _markings.history(kept, _target(kept, kind, name, as_of), as_of)


def release(
    ledger: LedgerFile,
    tlp: Level,
    to: str,
    *,
    by: str | None = None,
    outlets: str | Path | None = None,
) -> Release:
    """What may go at a level and below, cut so that nothing in it tells of anything above, and logged as gone to somebody.

    Raises:
        Unreadable: the ledger cannot be used, nothing in it may go at this level, or it is not said to whom it goes.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept, kept.writing(whoever(by)) as writer:
        made, _ = _releasing.release(writer, tlp, to, ("release", _form("release")), _outlets(outlets))
    return made


def export(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    file: str | Path,
    *,
    tlp: Level,
    to: str,
    form: Form = "release",
    by: str | None = None,
    force: bool = False,
    outlets: str | Path | None = None,
) -> Exported:
    """Write what may go at a level to a file, and log that it went to somebody.

    "findings" is the JSON that `wherefrom read --json` prints, which has no place for the label; "release" has the label, the notes and the
    findings; "dossier" is the page, "dossier-without-words" the same with places in place of the reports' words, and without notes. The file is there whole or not at all, and only once the release is logged; one that is there is
    not written over, unless it is forced.

    Raises:
        Unreadable: the ledger or the file cannot be used, nothing may go at this level, or it is not said to whom it goes.
        Busy: somebody else is writing to the ledger.
    """
    path, make = Path(file), _form(form)
    with opened(ledger) as kept:
        _keep_apart(path, kept.path, force=force)
        part = path.parent / f".{path.name}.part"
        try:
            with kept.writing(whoever(by)) as writer:
                made, body = _releasing.release(writer, tlp, to, (form, make), _outlets(outlets))
                _write(part, body, path)
            _put(part, path, force=force)
        finally:
            with suppress(OSError, ValueError):
                part.unlink(missing_ok=True)
        said = next(one.said for one in _releasing.releases(kept) if one.said.release == made.id)
    counts = (len(said.documents), len(said.claims), len(said.notes))
    return Exported(str(file), said.release, tlp, str(made.to), form, said.sha256, *counts)


def releases(ledger: LedgerFile, *, as_of: str | None = None) -> tuple[Log, ...]:
    """What left a ledger up to a moment: what, to whom, under which level, when, and the hash of it.

    Raises:
        Unreadable: the ledger cannot be used.
    """
    with looked_at(ledger) as kept:
        return _releasing.releases(kept, as_of)


def recall(ledger: LedgerFile) -> tuple[Recalled, ...]:
    """The releases that hold what is by now marked above their level, was corrected, retracted or rescinded, or was read wrongly.

    Raises:
        Unreadable: the ledger cannot be used.
    """
    with looked_at(ledger) as kept:
        return _recall.recall(kept)


def _outlets(path: str | Path | None) -> Outlets | None:
    return None if path is None else Outlets.shipped().with_file(path)


def _form(name: Form) -> Callable[[Release], bytes]:
    """What makes the bytes of a release; the rooms of output are only loaded where they are needed."""
    makers: Mapping[str, Callable[[Release], bytes]] = {
        "findings": _findings,
        "release": _release,
        "dossier": _dossier,
        "dossier-without-words": _without_words,
    }
    if name not in makers:
        raise Unreadable(str(name), f"is no form of a release; it is one of: {', '.join(makers)}")
    return makers[name]


def _findings(made: Release) -> bytes:
    from wherefrom.output.findings_json import findings_json  # noqa: PLC0415

    return findings_json(made).encode()


def _release(made: Release) -> bytes:
    from wherefrom.output.findings_json import release_json  # noqa: PLC0415

    return release_json(made).encode()


def _dossier(made: Release) -> bytes:
    from wherefrom.output.dossier import dossier  # noqa: PLC0415

    return dossier(made).encode()


def _without_words(made: Release) -> bytes:
    from wherefrom.output.wordless import without_words  # noqa: PLC0415

    return without_words(made).encode()


# The file.


def _keep_apart(path: Path, ledger: Path, *, force: bool) -> None:
    """Refuse to write over the ledger, and over anything else that is there unless it is forced."""
    for own in (ledger, *(ledger.with_name(f"{ledger.name}{end}") for end in ("-wal", "-shm", "-journal"))):
        with suppress(OSError, ValueError):
            if path.resolve() == own.resolve() or path.samefile(own):
                raise Unreadable(str(path), "is the ledger itself")
    if path.exists() and not path.is_file():
        raise Unreadable(str(path), "is there, and is no file")
    if path.exists() and not force:
        raise Unreadable(str(path), "is there already; it is written over only with --force")


def _write(part: Path, body: bytes, path: Path) -> None:
    try:
        with part.open("wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
    except (OSError, ValueError) as error:
        raise Unreadable(str(path), f"cannot be written ({getattr(error, 'strerror', None) or error})") from error


def _put(part: Path, path: Path, *, force: bool) -> None:
    """Give the file its name; what somebody else put there meanwhile stays, unless it is forced."""
    try:
        if force:
            part.replace(path)
        else:
            _link(part, path)
    except OSError as error:
        why = getattr(error, "strerror", None) or error
        raise Unreadable(str(path), f"cannot be written ({why}); the release is logged, though nothing left") from error


def _link(part: Path, path: Path) -> None:
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise
        part.replace(path)
