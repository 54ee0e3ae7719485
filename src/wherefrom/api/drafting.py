"""Our own text before it is published, against what is held: `check`."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from wherefrom import intake
from wherefrom.comparing import Outlets
from wherefrom.judging.backing import Backing, DraftSentence, Held, Reason, Verdict, backing
from wherefrom.model import Document, Findings, UnfitReader, Unreadable
from wherefrom.reader import reader_named

from .reading import read

if TYPE_CHECKING:
    from .opening import LedgerFile

__all__ = ["Backing", "DraftSentence", "Held", "Reason", "Verdict", "check"]


def check(
    draft: str | Path,
    against: str | Path | Iterable[str | Path] = (),
    *,
    ledger: "LedgerFile | None" = None,
    as_of: str | None = None,
    outlets: str | Path | None = None,
) -> Backing:
    """Whether every sentence of a draft is backed by these documents, or by what a ledger holds, and as firmly as it is put.

    `against` are reports, read as by `read`; `ledger` is a ledger's file, or one that is open, as it was at `as_of`. One of both is given.
    What a machine can tell of a sentence it tells by words, figures, names, and by whose word they stand on; docs/checking-a-draft.md says
    what each verdict means and what it cannot tell. The order of the documents changes nothing, and a copy of one backs nothing better.

    Raises:
        Unreadable: the draft, the ledger or the list of outlets cannot be used; the draft is one of the documents; or it is not said what
            to hold it against.
        UnfitReader: the reader cannot be used.
    """
    known = Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)
    paths = [against] if isinstance(against, str | Path) else list(against)
    if bool(paths) == (ledger is not None):
        raise Unreadable(str(draft), "is held against documents or against a ledger: name the one or the other")
    if ledger is None and as_of is not None:
        raise Unreadable(str(draft), "documents have no earlier state; only a ledger is looked at as of a day")
    return against_findings(
        draft, read(paths, outlets=outlets) if ledger is None else _kept(ledger, as_of, known), known
    )


def against_findings(draft: str | Path, held: Findings, outlets: Outlets) -> Backing:
    """Every sentence of a draft against findings that are there already; what is raised is as of `check`."""
    document = intake.open_document(Path(draft))
    _keep_apart(document, held)
    return replace(backing(_reading(document), held, outlets), unread=held.unread)


def _kept(ledger: "LedgerFile", as_of: str | None, outlets: Outlets) -> Findings:
    from wherefrom.ledger.views import findings  # noqa: PLC0415  only where there is a ledger

    from .opening import looked_at  # noqa: PLC0415

    with looked_at(ledger) as kept:
        return findings(kept, as_of, outlets)


def _keep_apart(draft: Document, held: Findings) -> None:
    """Refuse a draft that is held against itself: every sentence would be backed."""
    if any(draft.sha256 == one.sha256 for one in held.documents):
        raise Unreadable(draft.path, "is one of the documents that it is held against")


def _reading(draft: Document) -> Findings:
    reader = reader_named(None)
    try:
        found = reader.read(draft)
    except UnfitReader as error:
        raise Unreadable(draft.path, str(error)) from error
    return Findings(reader.identity(), (draft,), appearances=found.appearances, parties=found.parties)
