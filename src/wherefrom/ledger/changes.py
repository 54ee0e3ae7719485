"""What changed between two moments: what came in, how the claims stand otherwise, and what people did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from wherefrom.model import Claim, Conflict, Findings, Span, Unreadable
from wherefrom.model.entry import Added, Read

from .arrivals import Arrivals
from .codec import kind_of
from .file import Ledger, end_of
from .saying import line_of
from .targets import Anchors, Named
from .views import findings

What = Literal["new", "gone", "joined", "bounds", "status"]
"""A claim that was not there; one that is not any more; one that is now part of another; other bounds of its origins; another status."""

DAY = len("2031-05-04")


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that came in: when and by whom."""

    id: str
    publisher: str | None
    published: str | None
    title: str | None
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """How a claim changed; `id` is the one that it has at the end, or had if it is gone; `before` and `after` in plain words."""

    what: What
    id: str
    text: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody did. `told` is when that was written, and earlier than `at` for what came out of a colleague's ledger."""

    seq: int
    at: str
    told: str
    by: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after one moment, up to another, both given as the ledger keeps time."""

    since: str
    until: str
    documents: tuple[NewDocument, ...]
    claims: tuple[ClaimChange, ...]
    conflicts: tuple[Conflict, ...]
    steps: tuple[Step, ...]


def changes(ledger: Ledger, since: str, until: str | None = None) -> Changes:
    """What changed since a day (all of it counts) or a time, until the end of a day or a time, else up to now.

    Raises Unreadable where one of them is no date or time, or the first is after the second.
    """
    start = _before(since)
    end = _moment(until, "--until") if until is not None else _last(ledger, start)
    if start > end:
        raise Unreadable("--since", f"lies after what it is compared with ({since})")
    now, then = findings(ledger, end), findings(ledger, start)
    first, last = ledger.seq_at(start), ledger.seq_at(end)
    return Changes(
        start,
        end,
        tuple(_documents(ledger, then, now)),
        tuple(_claims(then, now)),
        tuple(_conflicts(then, now)),
        tuple(_steps(ledger, first, last)),
    )


def _before(since: str) -> str:
    """The last instant before what is asked about: a day counts whole."""
    moment = _moment(since, "--since")
    if len(since) != DAY:
        return moment
    try:
        return end_of((date.fromisoformat(since) - timedelta(days=1)).isoformat())
    except (OverflowError, ValueError) as error:
        raise Unreadable("--since", f"is no day that a ledger could have: {since}") from error


def _moment(told: str, option: str) -> str:
    try:
        return end_of(told)
    except Unreadable as error:
        raise Unreadable(option, error.why) from error


def _last(ledger: Ledger, start: str) -> str:
    at = ledger.one("SELECT at FROM entries ORDER BY seq DESC LIMIT 1")
    return max(str(at), start) if at is not None else start


def _documents(ledger: Ledger, then: Findings, now: Findings) -> Iterator[NewDocument]:
    """In the order in which they came in."""
    held = {document.id for document in then.documents}
    known = {document.id: document for document in now.documents if document.id not in held}
    for entry in ledger.entries(Added) if known else ():
        if isinstance(entry.said, Added) and (found := known.pop(entry.said.document, None)) is not None:
            yield NewDocument(found.id, found.publisher, found.published, found.title, entry.at, entry.by)


def _claims(then: Findings, now: Findings) -> Iterator[ClaimChange]:
    """Claims are the same where the statement that one was named after now stands under the other."""
    anchors, named = Anchors.of(now), Named.of(then)
    after = {claim.id: claim for claim in now.claims}
    heirs: dict[str, list[Claim]] = {}
    gone: list[Claim] = []
    for claim in then.claims:
        name = claim.id if claim.id in after else anchors.resolved(named.target("claim", claim.id))
        if name is None:
            gone.append(claim)
        else:
            heirs.setdefault(name, []).append(claim)
    for claim in now.claims:
        if claim.id not in heirs:
            yield ClaimChange("new", claim.id, claim.text, None, f"{bounds_of(claim)}, {status_of(claim)}")
        else:
            yield from _changed(heirs[claim.id], claim)
    for claim in gone:
        yield ClaimChange("gone", claim.id, claim.text, f"{bounds_of(claim)}, {status_of(claim)}", None)


def _changed(before: list[Claim], after: Claim) -> Iterator[ClaimChange]:
    main = next((one for one in before if one.id == after.id), before[0])
    for one in before:
        if one is not main:
            yield ClaimChange("joined", one.id, one.text, bounds_of(one), f"part of {after.id}")
    if bounds_of(main) != bounds_of(after):
        yield ClaimChange("bounds", after.id, after.text, bounds_of(main), bounds_of(after))
    if status_of(main) != status_of(after):
        yield ClaimChange("status", after.id, after.text, status_of(main), status_of(after))


def bounds_of(claim: Claim) -> str:
    """How many origins a claim has, in words."""
    least, most = claim.origins.at_least, claim.origins.at_most
    if most is None:
        return f"at least {least} origin{'' if least == 1 else 's'}"
    return f"{least} origin{'' if least == 1 else 's'}" if least == most else f"{least} to {most} origins"


def status_of(claim: Claim) -> str:
    """How a claim stands, by its last step."""
    return claim.status[-1].status if claim.status else "no status"


_Values = frozenset[tuple[str, tuple[Span, ...], str | float]]


def _conflicts(then: Findings, now: Findings) -> Iterator[Conflict]:
    """A conflict is known if two of its values stood against each other before: a third does not make it new."""
    known: dict[object, list[_Values]] = {}
    for conflict in then.conflicts:
        for value in (values := _values(conflict)):
            known.setdefault((conflict.kind, value), []).append(values)
    for conflict in now.conflicts:
        own = _values(conflict)
        if not any(len(own & held) > 1 for value in own for held in known.get((conflict.kind, value), ())):
            yield conflict


def _values(conflict: Conflict) -> _Values:
    return frozenset((one.document, one.spans, one.value) for one in conflict.values)


def _steps(ledger: Ledger, first: int, last: int) -> Iterator[Step]:
    """What people did; what was only said again when ledgers were joined is left out."""
    arrivals = Arrivals.of(ledger)
    seen = _identities(ledger, arrivals, first)
    for entry in ledger.entries(until=last):
        if entry.seq <= first or isinstance(entry.said, Added | Read):
            continue
        name = arrivals.identity(entry)
        if name not in seen:
            seen.add(name)
            told = arrivals.told(entry)
            yield Step(entry.seq, entry.at, told, entry.by, kind_of(entry.said), line_of(entry.said))


def _identities(ledger: Ledger, arrivals: Arrivals, until: int) -> set[str]:
    """By what all entries up to one are known; none where nothing ever came in, since nothing can come in again then."""
    if not arrivals.came:
        return set()
    own: Mapping[int, str] = dict(ledger.rows("SELECT seq, hash FROM entries WHERE seq <= ?", (until,)))
    return {arrivals.came[seq].hash if seq in arrivals.came else name for seq, name in own.items()}
