"""What happened to claims along the way: what retellings changed, who rests on whom, what happened when, new versions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.model import Document, Reliance, Span
from wherefrom.model.retelling import Drift, DriftKind, Occurrence, Revision, RevisionKind, Telling

from .moments import moment_words
from .quoting import Quoted, quoted
from .shared import Shelf, day_of, outlet_key

DRIFTS: Mapping[DriftKind, str] = {
    "source-lost": "source lost",
    "hedge-lost": "hedge lost",
    "degree-raised": "held back less",
    "condition-lost": "condition lost",
    "bound-lost": "bound lost",
    "bound-changed": "bound changed",
    "figure-changed": "figure changed",
    "name-changed": "name changed",
    "place-changed": "place changed",
    "polarity-turned": "turned round",
}

REVISIONS: Mapping[RevisionKind, str] = {
    "added": "added",
    "dropped": "dropped",
    "hedged": "now held back",
    "unhedged": "no longer held back",
    "attributed": "now attributed",
    "unattributed": "no longer attributed",
    "changed": "changed",
}

HOW: Mapping[str, str] = {
    "cites": "cites",
    "copies": "copies",
    "echoes": "same details, no citation",
    "version-of": "a version of it",
}


@dataclass(frozen=True, slots=True)
class Drifted:
    """What a retelling lost or changed, both wordings; `missing` tells that the words have no counterpart later."""

    claim: str
    kind: str
    earlier: Quoted
    later: Quoted
    missing: bool
    how: str
    why: str


@dataclass(frozen=True, slots=True)
class Rest:
    """A document that rests on another: how, by which words, and why that is said."""

    document: Document
    how: str
    words: Quoted | None
    why: str


@dataclass(frozen=True, slots=True)
class Rested:
    """Somebody on whom documents rest: `document` where it is one of those read, else a `note` that says so."""

    name: str
    document: Document | None
    note: str
    by: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """What is said to have happened at a time, apart from when that was reported."""

    time: str
    text: str
    claims: tuple[str, ...]
    reported: str
    reports: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """What a new version changed in one statement."""

    kind: str
    earlier: Document
    later: Document
    before: Quoted | None
    after: Quoted | None
    why: str


def drifted(shelf: Shelf, drifts: Iterable[Drift]) -> tuple[Drifted, ...]:
    """What retellings changed, in the order in which it was found."""
    found = []
    for drift in drifts:
        earlier, later = _told(shelf, drift.earlier), _told(shelf, drift.later)
        if earlier is not None and later is not None:
            how = "" if drift.how is None else HOW[drift.how]
            missing = not drift.later.marked
            found.append(Drifted(drift.claim, DRIFTS[drift.kind], earlier, later, missing, how, drift.why))
    return tuple(found)


def _told(shelf: Shelf, telling: Telling) -> Quoted | None:
    return quoted(shelf, telling.document, telling.appearance, telling.said.spans, telling.marked)


def revised(shelf: Shelf, revisions: Iterable[Revision]) -> tuple[Revised, ...]:
    """What new versions changed, version by version."""
    documents = shelf.material.documents
    return tuple(
        Revised(
            kind=REVISIONS[revision.kind],
            earlier=documents[revision.earlier],
            later=documents[revision.later],
            before=_told(shelf, revision.before) if revision.before else None,
            after=_told(shelf, revision.after) if revision.after else None,
            why=revision.why,
        )
        for revision in revisions
        if revision.earlier in documents and revision.later in documents
    )


def happenings(shelf: Shelf, occurrences: Iterable[Occurrence]) -> tuple[Happening, ...]:
    """What is said to have happened, in the order of its own time; once where several claims rest on the same reports."""
    held: dict[tuple[str, tuple[str, ...]], list[Occurrence]] = {}
    for one in occurrences:
        held.setdefault((one.time, tuple(report.appearance for report in one.reports)), []).append(one)
    return tuple(_happening(shelf, same) for same in held.values())


def _happening(shelf: Shelf, same: Sequence[Occurrence]) -> Happening:
    one = same[0]
    told = (quoted(shelf, report.document, report.appearance, report.time.spans) for report in one.reports)
    return Happening(
        time=moment_words(one.time),
        text=one.text,
        claims=tuple(it.claim for it in same if it.claim is not None),
        reported=day_of(one.reported),
        reports=tuple(words for words in told if words is not None),
    )


def rested(shelf: Shelf, reliances: Iterable[Reliance]) -> tuple[Rested, ...]:
    """Those on whom documents rest, the one with most of them first."""
    documents = shelf.material.documents
    found: dict[str, tuple[str, Document | None, dict[tuple[str, str], Rest]]] = {}
    for reliance in reliances:
        resting, on = documents.get(reliance.document), documents.get(reliance.on)
        if resting is None:
            continue
        name = reliance.on if on is None else (on.publisher or on.title or on.path)
        key = outlet_key(reliance.on) if on is None else reliance.on
        rest = Rest(resting, HOW[reliance.how], _words(shelf, resting, reliance.spans), reliance.why)
        found.setdefault(key, (name, on, {}))[2].setdefault((resting.id, reliance.how), rest)
    shown = [Rested(name, on, _note(shelf, name, on), tuple(rests.values())) for name, on, rests in found.values()]
    return tuple(sorted(shown, key=lambda one: -len(one.by)))


def _note(shelf: Shelf, name: str, on: Document | None) -> str:
    if on is not None:
        return ""
    return "not read here" if shelf.outlet(name) is None else "which report cannot be told"


def _words(shelf: Shelf, document: Document, spans: tuple[Span, ...]) -> Quoted | None:
    return quoted(shelf, document.id, None, spans) if spans else None
