"""What keeps documents in a ledger and tells what it holds."""

from collections.abc import Iterable
from pathlib import Path

from wherefrom.comparing import Outlets
from wherefrom.ledger import queries
from wherefrom.ledger.content import add as _add
from wherefrom.ledger.content import has_document
from wherefrom.ledger.projection import project
from wherefrom.ledger.queries import ClaimLine, ClaimPage, Found, SourceLine
from wherefrom.ledger.views import findings as _findings
from wherefrom.model import Findings
from wherefrom.model.entry import Custody, Marked, Target
from wherefrom.model.handling import Level

from .opening import LedgerFile, looked_at, opened, whoever
from .reading import readings

BATCH = 32
"""Documents that are kept at once: what was told as kept stays kept, whatever ends the program."""


def add(  # noqa: PLR0913  each is an option of the command
    paths: str | Path | Iterable[str | Path],
    ledger: LedgerFile,
    *,
    by: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    tlp: Level | None = None,
    workers: int | None = 1,
) -> Findings:
    """Read reports and keep them in a ledger, which is begun if it is not there; returns what was read of them, uncompared.

    A document that is there already changes nothing. Files that cannot be read are listed under `unread`; the rest is kept.
    With `tlp` every document that is new is marked so; without, it has no label, and is part of no release.

    Raises:
        Unreadable: the ledger cannot be used.
        Busy: somebody else is writing to it.
    """
    found, read = readings(paths, outlet=outlet, published=published, workers=workers)
    who = whoever(by)
    with opened(ledger, create=True) as kept:
        held = list(zip(found.documents, read, strict=True))
        for start in range(0, len(held), BATCH):
            with kept.writing(who) as writer:
                changed = False
                for document, reading in held[start : start + BATCH]:
                    custody = Custody(by=who, at=writer.at, source=document.url, tool="wherefrom add")
                    if has_document(kept, document.id):
                        continue  # neither its label nor its reading changes: for a better reader there is `reread`
                    changed |= _add(writer, document, found.reader, reading, custody)
                    if tlp is not None:
                        writer.append(Marked(Target("document", document.id, document.id), tlp))
                if changed:
                    project(writer)
    return found


def findings(ledger: LedgerFile, *, as_of: str | None = None, outlets: str | Path | None = None) -> Findings:
    """What a ledger held at a moment (a date means its end, UTC), now if none is given.

    Raises:
        Unreadable: the ledger cannot be used, or the moment is none.
    """
    known = Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)
    with looked_at(ledger) as kept:
        return _findings(kept, as_of, known)


def claims(ledger: LedgerFile, *, as_of: str | None = None, most: int = queries.MOST) -> tuple[ClaimLine, ...]:
    """The claims that a ledger held, those that most documents tell first: in how many they are told, how many origins they have."""
    with looked_at(ledger) as kept:
        return queries.claims(kept, kept.seq_at(as_of), most)


def claim(ledger: LedgerFile, name: str, *, as_of: str | None = None) -> ClaimPage:
    """One claim by its id, with the documents that it was compared in and all that was found in them.

    Raises:
        Unreadable: the ledger held no such claim then.
    """
    with looked_at(ledger) as kept:
        return queries.claim_page(kept, name, kept.seq_at(as_of))


def sources(
    ledger: LedgerFile, name: str | None = None, *, as_of: str | None = None, most: int = queries.MOST
) -> tuple[SourceLine, ...]:
    """Who stands in the chains of statements, those in most documents first; with a name, only who is called so."""
    with looked_at(ledger) as kept:
        return queries.sources(kept, kept.seq_at(as_of), name, most)


def search(
    ledger: LedgerFile, words: str | Iterable[str], *, as_of: str | None = None, most: int = queries.MOST
) -> tuple[Found, ...]:
    """Documents and claims in which all of these words stand, the best first; each of several strings stands together.

    Raises:
        Unreadable: there is no word to look for.
    """
    asked = words.split() if isinstance(words, str) else list(words)
    with looked_at(ledger) as kept:
        return queries.search(kept, asked, kept.seq_at(as_of), most)
