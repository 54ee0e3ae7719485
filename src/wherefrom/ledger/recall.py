"""What has to be called back: releases that hold what is marked higher by now, was taken back, or was read wrongly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wherefrom.model.entry import Corrected, Entry, TakenBack, Target
from wherefrom.model.handling import Level, within

from .arrivals import Arrivals
from .cutting import Holding, Reason, documents_of, reasons
from .file import Ledger
from .markings import Marking, key_of
from .releasing import Log, holding, releases


@dataclass(frozen=True, slots=True)
class Held:
    """Something that a release holds, by its id in the ledger, and why it is to be called back; `since` is the day from which that holds."""

    id: str
    title: str | None
    why: str
    level: Level | None = None
    since: str | None = None
    at: str | None = None
    """When the ledger learned why."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A release that is to be called back: what it was, to whom it went, when and under which level, and what in it is why."""

    release: str
    to: str
    at: str
    by: str
    level: Level
    form: str
    held: tuple[Held, ...]


_Since = tuple[Entry, str, str, str | None]
"""An entry, a document that it bears on, why that matters, and since when."""


def recall(ledger: Ledger) -> tuple[Recalled, ...]:
    """The releases that are to be called back, in the order in which they left."""
    logged = releases(ledger)
    if not logged:
        return ()
    now = holding(ledger)
    behind = {level: reasons(now, level) for level in {one.said.level for one in logged}}
    arrivals = Arrivals.of(ledger)
    since = list(_once([*_taken_back(ledger, now), *_corrected(ledger)], arrivals))
    titles = {one.id: one.title for one in now.documents}
    found = []
    for log in logged:
        held = [
            *_marked_higher(log, behind[log.said.level], titles),
            *_notes(log, now),
            *(
                Held(name, titles.get(name), why, since=day, at=entry.at)
                for entry, name, why, day in since
                if name in log.said.documents and _unknown(entry, log, arrivals)
            ),
        ]
        if held:
            said = log.said
            found.append(Recalled(said.release, said.to, log.at, log.by, said.level, said.form, tuple(held)))
    return tuple(found)


def _unknown(entry: Entry, log: Log, arrivals: Arrivals) -> bool:
    """Whether a release left before this was said: before the ledger learned it, or, out of a colleague's ledger, before it was written."""
    left = arrivals.came[log.seq].at if log.seq in arrivals.came else log.at
    return entry.seq > log.seq or arrivals.told(entry) > left


def _once(said: Iterable[_Since], arrivals: Arrivals) -> Iterator[_Since]:
    """Each as it was said first: what is only said again when ledgers are joined is nothing new."""
    first: dict[str, int] = {}
    for one in said:
        if first.setdefault(arrivals.identity(one[0]), one[0].seq) == one[0].seq:
            yield one


def _marked_higher(
    log: Log, behind: Mapping[str, tuple[Reason, ...]], titles: Mapping[str, str | None]
) -> Iterator[Held]:
    for name in log.said.documents:
        for reason in behind.get(name, ()):
            yield _raised(name, titles.get(name), reason.why, reason.marking)


def _raised(name: str, title: str | None, how: str, marking: Marking | None) -> Held:
    if marking is None:
        return Held(name, title, how)
    own = marking.target.kind in {"document", "note"}
    why = f"is {marking.level} now" if own else f"{how}, which is {marking.level} now"
    return Held(name, title, why, marking.level, marking.since, marking.at)


def _notes(log: Log, now: Holding) -> Iterator[Held]:
    for note in log.said.notes:
        own = now.marked.get(key_of(Target("note", note)))
        if own is not None and not within(own.level, log.said.level):
            yield _raised(note, None, "is marked", own)


_VERBS = {
    "corrected": "was corrected by its outlet",
    "retracted": "was retracted",
    "rescinded": "was rescinded",
}


def _taken_back(ledger: Ledger, now: Holding) -> Iterator[_Since]:
    for entry in ledger.entries(TakenBack):
        if isinstance(said := entry.said, TakenBack):
            for name, how in documents_of(now, said.target).items():
                own = said.target.kind == "document"
                why = _VERBS[said.verb] if own else f"{how}, which {_VERBS[said.verb]}"
                yield entry, name, why, said.since


def _corrected(ledger: Ledger) -> Iterator[_Since]:
    for entry in ledger.entries(Corrected):
        if isinstance(said := entry.said, Corrected) and said.verdict != "accepts":
            what = "a statement in it was rejected" if said.verdict == "rejects" else "its reading was corrected"
            yield entry, said.document, what, None
