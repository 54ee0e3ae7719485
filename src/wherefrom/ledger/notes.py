"""What people wrote beside findings, and who looks after which claim."""

from dataclasses import dataclass
from typing import get_args

from wherefrom.model import Unreadable
from wherefrom.model.entry import Assigned, Noted, ReviewState, Target

from .arrivals import Arrivals
from .file import Ledger
from .targets import Anchors
from .views import findings

LONGEST = 100_000
"""Characters of a note; what is longer is a document, and belongs there."""


@dataclass(frozen=True, slots=True)
class Note:
    """A person's words about something.

    `at` is when this ledger learned of it and `told` when it was written; they differ for a note out of a colleague's ledger that was
    joined in. `stands` is today's id of what it is about, None where that is gone.
    """

    note: str
    at: str
    told: str
    by: str
    target: Target
    stands: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who looks after a claim and how far that is, since `at` (`told`: when it was decided); `claim` is None where the claim is gone."""

    claim: str | None
    target: Target
    to: str | None
    state: ReviewState
    at: str
    told: str
    by: str


def note(ledger: Ledger, target: Target, text: str, by: str) -> str:
    """Write a note about something and return the note's id; raises Unreadable where it has no words or too many."""
    words = text.strip()
    if not words:
        raise Unreadable("the note", "has no words")
    if len(words) > LONGEST:
        raise Unreadable("the note", f"has more than {LONGEST:,} characters; `wherefrom add` keeps it as a document")
    with ledger.writing(by) as writer:
        name = writer.name("n", target, words)
        writer.append(Noted(name, target, words))
    return name


def notes(ledger: Ledger, target: Target | None = None, as_of: str | None = None) -> tuple[Note, ...]:
    """The notes there were at a moment, in the order in which they were written; only those about one thing, if it is given."""
    anchors = Anchors.of(findings(ledger, as_of))
    found = notes_at(ledger, anchors, ledger.seq_at(as_of))
    if target is None:
        return found
    name = anchors.resolved(target)
    return tuple(one for one in found if _about(one, target, name))


def _about(one: Note, target: Target, name: str | None) -> bool:
    if one.target.kind != target.kind:
        return False
    return one.target == target if name is None else one.stands == name


def notes_at(ledger: Ledger, anchors: Anchors, seq: int) -> tuple[Note, ...]:
    """The same at an entry, for findings whose anchors are known; each note once, though it came in by two ways."""
    arrivals = Arrivals.of(ledger)
    found: dict[str, Note] = {}
    for entry in sorted(ledger.entries(Noted, until=seq), key=arrivals.in_time):
        if isinstance(said := entry.said, Noted):
            stands = anchors.resolved(said.target)
            one = Note(said.note, entry.at, arrivals.told(entry), entry.by, said.target, stands, said.text)
            found.setdefault(said.note, one)
    return tuple(found.values())


def assign(ledger: Ledger, claim: Target, to: str | None, state: ReviewState, by: str) -> None:
    """Put a claim into somebody's hands (None: nobody's), and say how far it is; raises Unreadable for what is no claim or no state."""
    if claim.kind != "claim":
        raise Unreadable(claim.id, "only a claim can be assigned")
    if state not in get_args(ReviewState):
        raise Unreadable(str(state), f"is no state of a claim; it is one of: {', '.join(get_args(ReviewState))}")
    with ledger.writing(by) as writer:
        writer.append(Assigned(claim, to, state))


def assignments(ledger: Ledger, as_of: str | None = None) -> tuple[Assignment, ...]:
    """What was last decided of each claim that was ever assigned; claims that are gone are listed too, each under its own words."""
    return assignments_at(ledger, Anchors.of(findings(ledger, as_of)), ledger.seq_at(as_of))


def assignments_at(ledger: Ledger, anchors: Anchors, seq: int) -> tuple[Assignment, ...]:
    """The same at an entry, for findings whose anchors are known.

    The decision that was written last holds, in whichever ledger that was: a colleague's that comes in later does not undo a newer one.
    """
    arrivals = Arrivals.of(ledger)
    found: dict[object, Assignment] = {}
    for entry in sorted(ledger.entries(Assigned, until=seq), key=arrivals.in_time):
        if isinstance(said := entry.said, Assigned):
            claim = anchors.resolved(said.target)
            one = Assignment(claim, said.target, said.to, said.state, entry.at, arrivals.told(entry), entry.by)
            found[claim or (said.target.document, said.target.spans)] = one
    return tuple(found.values())
