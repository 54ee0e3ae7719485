"""Releases out of a ledger: made at a level, and logged with what they held, to whom they went, and the hash of what left."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from wherefrom.comparing import Outlets
from wherefrom.model import Findings, Party, Unreadable
from wherefrom.model.entry import Noted, Read, Regrouped, Released, Target
from wherefrom.model.handling import LEVELS, Level
from wherefrom.model.release import Form, Release
from wherefrom.reader import Reading

from .arrivals import Arrivals
from .codec import digest, unpacked, written
from .content import all_effective
from .cutting import Going, Holding, going
from .file import Ledger, Writer
from .markings import history, in_force
from .views import findings

MOST_TO = 500
"""Characters of whom something goes to."""

_WITH_NOTES: frozenset[Form] = frozenset({"release", "dossier"})
"""The forms that have a place for notes."""


@dataclass(frozen=True, slots=True)
class Log:
    """A release as the ledger remembers it: when, by whom, and what it was."""

    seq: int
    at: str
    by: str
    said: Released


def holding(ledger: Ledger, outlets: Outlets | None = None) -> Holding:
    """All that a release of this ledger is made of, as it is now."""
    known = outlets if outlets is not None else Outlets.shipped()
    found = findings(ledger, outlets=known)
    held = found.documents
    names = [one.id for one in held]
    last = {
        said.document: (entry.seq, said.reader)
        for entry in ledger.entries(Read)
        if isinstance(said := entry.said, Read)
    }
    marked = in_force(history(ledger))
    anchored = {one.target.document for one in marked.values() if one.target.kind == "party"}
    notes = {said.note: said for entry in ledger.entries(Noted) if isinstance(said := entry.said, Noted)}
    return Holding(
        held,
        dict(zip(names, all_effective(ledger, names), strict=True)),
        last,
        marked,
        tuple(notes.values()),
        tuple(sorted(ledger.entries(Regrouped), key=Arrivals.of(ledger).in_time)),
        found,
        _former(ledger, {name for name in anchored if name is not None}),
        known,
    )


def _former(ledger: Ledger, names: set[str]) -> Mapping[str, tuple[Party, ...]]:
    """The parties that any reading of these documents ever found there."""
    found: dict[str, list[Party]] = defaultdict(list)
    for name in sorted(names):
        for (body,) in ledger.rows("SELECT body FROM readings WHERE document = ? ORDER BY seq", (name,)):
            found[name] += unpacked(body, Reading).parties
    return {name: tuple(held) for name, held in found.items()}


def cut(ledger: Ledger, level: Level, outlets: Outlets | None = None) -> Release:
    """What could go at a level; nothing leaves, and nothing is logged.

    Raises:
        Unreadable: this is no level.
    """
    return _release(going(holding(ledger, outlets), _level(level)), level)


def release(
    writer: Writer,
    level: Level,
    to: str,
    form: tuple[Form, Callable[[Release], bytes]],
    outlets: Outlets | None = None,
) -> tuple[Release, bytes]:
    """Make a release and log it: the release, and the bytes that leave, made of it in this form.

    Raises:
        Unreadable: this is no level, it is not said to whom it goes, or nothing may go at this level.
    """
    whom = to.strip()
    if not whom or len(whom) > MOST_TO:
        raise Unreadable("--to", f"must say to whom it goes, in 1 to {MOST_TO} characters")
    out = going(holding(writer.ledger, outlets), _level(level))
    if not out.told.documents:
        raise Unreadable(level, "nothing in the ledger may go at this level; what has no label goes at none")
    bare = _release(out, level, whom, writer.at)
    name, make = form
    body = make(bare)
    sha256 = digest(body)
    known = f"r{digest(written([sha256, whom, writer.at]).encode())[:12]}"
    claims = tuple(_claims(out.before))
    notes = tuple(note for note, _ in out.notes) if name in _WITH_NOTES else ()
    writer.append(Released(known, whom, level, sha256, tuple(out.told.documents), claims, name, notes))
    return _release(out, level, whom, writer.at, known), body


def _claims(found: Findings) -> Iterator[Target]:
    """Claims by the words of the statement that they are named after."""
    told = {one.id: one for one in found.appearances}
    for claim in found.claims:
        named = told.get(f"a{claim.id.removeprefix('c')}") or told[claim.appearances[0].id]
        yield Target("claim", claim.id, named.document, named.spans)


def _release(
    out: Going, level: Level, to: str | None = None, at: str | None = None, known: str | None = None
) -> Release:
    return Release(out.told.findings, level, to, at, known, tuple(one for _, one in out.notes))


def _level(level: Level) -> Level:
    if level not in LEVELS:
        raise Unreadable(str(level), f"is no label of TLP 2.0; it is one of: {', '.join(LEVELS)}")
    return level


def releases(ledger: Ledger, as_of: str | None = None) -> tuple[Log, ...]:
    """What left the ledger up to a moment, in that order."""
    return tuple(
        Log(entry.seq, entry.at, entry.by, said)
        for entry in ledger.entries(Released, until=ledger.seq_at(as_of))
        if isinstance(said := entry.said, Released)
    )
