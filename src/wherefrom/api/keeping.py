"""What keeps documents in a ledger and tells what it holds."""

from collections.abc import Iterable
from pathlib import Path

from wherefrom.comparing import Outlets
from wherefrom.ledger.content import add as _add
from wherefrom.ledger.projection import project
from wherefrom.ledger.views import findings as _findings
from wherefrom.model import Findings
from wherefrom.model.entry import Custody

from .opening import LedgerFile, opened, whoever
from .reading import readings

BATCH = 32
"""Documents that are kept at once: what was told as kept stays kept, whatever ends the program."""


def add(
    paths: str | Path | Iterable[str | Path],
    ledger: LedgerFile,
    *,
    by: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Findings:
    """Read reports and keep them in a ledger, which is begun if it is not there; returns what was read of them, uncompared.

    A document that is there already changes nothing. Files that cannot be read are listed under `unread`; the rest is kept.

    Raises:
        Unreadable: the ledger cannot be used.
        Busy: somebody else is writing to it.
    """
    found, read = readings(paths, outlet=outlet, published=published)
    with opened(ledger, create=True) as kept:
        held = list(zip(found.documents, read, strict=True))
        for start in range(0, len(held), BATCH):
            with kept.writing(whoever(by)) as writer:
                changed = [
                    _add(
                        writer,
                        document,
                        found.reader,
                        reading,
                        Custody(by=whoever(by), at=writer.at, source=document.url, tool="wherefrom add"),
                    )
                    for document, reading in held[start : start + BATCH]
                ]
                if any(changed):
                    project(writer)
    return found


def findings(ledger: LedgerFile, *, as_of: str | None = None, outlets: str | Path | None = None) -> Findings:
    """What a ledger held at a moment (a date means its end, UTC), now if none is given.

    Raises:
        Unreadable: the ledger cannot be used, or the moment is none.
    """
    known = Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)
    with opened(ledger) as kept:
        return _findings(kept, as_of, known)
