"""Working together on a ledger: notes, who has which claim in hand, two ledgers made one, what changed, what to do next."""

from contextlib import ExitStack
from pathlib import Path

from wherefrom.ledger import changes as _changes
from wherefrom.ledger import merging as _merging
from wherefrom.ledger import notes as _notes
from wherefrom.ledger import worklist as _worklist
from wherefrom.ledger.changes import Changes
from wherefrom.ledger.copying import copied, encrypted
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.merging import Merged
from wherefrom.ledger.notes import Assignment, Note
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.ledger.worklist import WITHIN, Todo
from wherefrom.model import Unreadable
from wherefrom.model.entry import Kind, Noted, ReviewState, Target

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = [
    "Assignment",
    "Changes",
    "Merged",
    "Note",
    "Todo",
    "assign",
    "assignments",
    "changes",
    "due",
    "merge",
    "note",
    "notes",
]

MOST_DAYS = 36_525
"""Days that can be looked ahead: a century."""

_KINDS: dict[str, Kind] = {"d": "document", "a": "appearance", "c": "claim", "p": "party", "n": "note"}
"""What the first letter of an id tells."""


def note(ledger: LedgerFile, about: str, text: str, *, by: str | None = None) -> Note:
    """Write down a few words about a document, a statement, a claim, a party or another note, by its id; the note as it is kept.

    A note stays with what it is about: with a claim's statement, whatever claim that stands under later. It has no TLP label of its own
    until `mark` gives it one.

    Raises:
        Unreadable: the ledger cannot be used, it has nothing of this id, or the note has no words or too many.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        name = _notes.note(kept, _target(kept, about), text, whoever(by))
        return next(one for one in _notes.notes(kept) if one.note == name)


def notes(ledger: LedgerFile, about: str | None = None, *, as_of: str | None = None) -> tuple[Note, ...]:
    """The notes that there were at a moment, in the order in which they were written; those about one thing, if an id is given.

    Raises:
        Unreadable: the ledger cannot be used, it had nothing of this id then, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return _notes.notes(kept, None if about is None else _target(kept, about, as_of), as_of)


def assign(
    ledger: LedgerFile, claim: str, *, to: str | None = None, state: ReviewState = "open", by: str | None = None
) -> Assignment:
    """Put a claim into somebody's hands (None: nobody's) and say how far it is: open, in-review, done. The last word on a claim holds.

    Raises:
        Unreadable: the ledger cannot be used, it has no such claim, or there is no such state.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        _notes.assign(kept, _target(kept, claim), to, state, whoever(by))
        return next(one for one in _notes.assignments(kept) if one.claim == claim)


def assignments(ledger: LedgerFile, *, as_of: str | None = None) -> tuple[Assignment, ...]:
    """What was last decided, up to a moment, of every claim that was ever assigned; one that is gone is listed with `claim` None.

    Raises:
        Unreadable: the ledger cannot be used, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return _notes.assignments(kept, as_of)


def merge(
    ledger: LedgerFile,
    other: LedgerFile,
    out: str | Path | None = None,
    *,
    by: str | None = None,
    passphrase: str | None = None,
) -> Merged:
    """Join a colleague's ledger to one, in a new file `out` or, without, in the first one's own; no judgement of either is lost.

    The result has the first ledger's history as it is, so that its heads go on to verify, and then the other's entries, by whoever wrote
    them and with the time at which that was. Both judgements of one thing stay: the stricter label holds unless its other was given by
    who knew it, and the correction, reading or assignment that was written later; `differs` lists them. Joining the same again changes
    nothing. The vault's identities come along sealed where the vaults can be one; else `left` says where they stay.

    `passphrase` is the new file's; an encrypted ledger is copied to an encrypted file only.

    Raises:
        Unreadable: a ledger cannot be used, its history is not whole, the file is there already or cannot be written, or what is
            encrypted would come to lie open.
        Busy: somebody else is writing to a ledger.
    """
    with ExitStack() as held:
        first, second = held.enter_context(opened(ledger)), held.enter_context(opened(other))
        if encrypted(second.path) and not encrypted(first.path):
            raise Unreadable(
                str(first.path),
                "is not encrypted, and the other ledger is: name the encrypted one first, or encrypt both",
            )
        if out is None or _same(Path(out), first.path):
            return _merging.merge(first, second, whoever(by))
        copy = held.enter_context(copied(first, Path(out), passphrase))
        return _merging.merge(copy, second, whoever(by))


def changes(ledger: LedgerFile, since: str, *, until: str | None = None) -> Changes:
    """What changed since a day (all of that day counts) or a time, until the end of a day or a time, else up to now.

    Documents that came in; claims that are new, gone, now part of another, or have other bounds or another status; conflicts that are
    new; and what people did: corrections, labels, notes, assignments, checks, what was taken back, releases.

    Raises:
        Unreadable: the ledger cannot be used, or a moment is none or after the other.
    """
    with looked_at(ledger) as kept:
        return _changes.changes(kept, since, until)


def due(ledger: LedgerFile, *, as_of: str | None = None, within: int = WITHIN) -> tuple[Todo, ...]:
    """What there is to do, or was at a moment; what most outlets tell comes first, and of that the oldest.

    Claims that several outlets tell on one origin's word (`one-origin`), or behind which nobody can tell origins apart
    (`origins-unclear`); claims that are denied or in conflict and that nobody looked at (`disputed`); who is named in these and was not
    asked (`ask`); requests for comment without an answer (`no-answer`); what no longer holds, as its source said or as somebody judged
    (`run-out`), or will not `within` so many days (`runs-out`); documents without a label (`unmarked`); claims that somebody has in hand
    (`assigned`), or had and that are gone (`assignment-lost`).

    Raises:
        Unreadable: the ledger cannot be used, the moment is none, or the days are below 0 or beyond a century.
    """
    if not 0 <= within <= MOST_DAYS:
        raise Unreadable("--within", f"is a number of days from 0 to {MOST_DAYS}")
    with looked_at(ledger) as kept:
        return _worklist.due(kept, as_of, within=within)


def _target(ledger: Ledger, name: str, as_of: str | None = None) -> Target:
    """What an id means in a ledger's findings."""
    kind = _KINDS.get(name[:1])
    if kind is None:
        raise Unreadable(
            name,
            "is no id; those of documents begin with d, of statements with a, of claims c, of parties p, of notes n",
        )
    if kind == "note" and not _has_note(ledger, name):
        raise Unreadable(name, "the ledger has no document, statement, claim, party or note of this id")
    return target_of(findings(ledger, as_of), kind, name)


def _has_note(ledger: Ledger, name: str) -> bool:
    return any(isinstance(entry.said, Noted) and entry.said.note == name for entry in ledger.entries(Noted))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
