"""Until when things hold: windows that sources give and windows that people judge, both kept, neither in the place of the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wherefrom.judging.shelf_life import duration_of, ends, last_day
from wherefrom.model import Appearance, Findings, Spans, Unreadable
from wherefrom.model.entry import Kind, Target, Windowed

from .arrivals import Arrivals
from .file import Ledger
from .targets import Anchors, Named
from .views import findings

HOLDING: tuple[Kind, ...] = ("claim", "appearance", "party")
"""What can be judged to hold up to a day; of a party it means what it knows."""


@dataclass(frozen=True, slots=True)
class Window:
    """Until when something holds, in somebody's view.

    `window` is the id of a person's judgement, None where the text itself says so; then `document` and `spans` are where. `stands` is what it
    is about, by today's id, None where that is gone, `text` the words of that. `by` is whoever says so, `why` in which words or on what
    grounds, `since` when. `until` is the last day, None where that cannot be told.
    """

    window: str | None
    target: Target
    stands: str | None
    text: str
    by: str
    why: str
    since: str | None
    until: str | None
    document: str | None = None
    spans: Spans = ()

    @property
    def judged(self) -> bool:
        """Whether a person judged it, and not the text."""
        return self.window is not None


def judge(ledger: Ledger, target: Target, window: tuple[str | None, str | None], why: str, by: str) -> str:
    """Keep until when a person thinks that something holds, and return the judgement's id.

    `window` is a date (EDTF) or a length of time from today on ("18 months", P18M); neither takes back what the same person said before.

    Raises:
        Unreadable: this can have no window, the date or the length is none, both are given, or there are no grounds.
    """
    until, lasts = window
    duration = None if lasts is None else duration_of(lasts)
    if target.kind not in HOLDING:
        raise Unreadable(target.id, "has no shelf life; a claim, a statement or a party can have one")
    if until is not None and lasts is not None:
        raise Unreadable("the window", "is either up to a date or for a length of time, not both")
    if lasts is not None and duration is None:
        raise Unreadable(lasts, "is no length of time, as in “18 months” or P18M")
    if until is not None and last_day(until, None, None) is None:
        raise Unreadable(until, "is no date, as in 2032, 2032-06 or 2032-06-30")
    if not why.strip():
        raise Unreadable("the window", "needs grounds: --why says what makes it so")
    with ledger.writing(by) as writer:
        name = writer.name("w", target, until, duration)
        writer.append(Windowed(name, target, until, duration, why.strip()))
    return name


def windows(ledger: Ledger, as_of: str | None = None) -> tuple[Window, ...]:
    """All windows that there were at a moment: those of the texts in the order of the statements, then those that people judged."""
    found = findings(ledger, as_of)
    return windows_at(ledger, found, Anchors.of(found), ledger.seq_at(as_of))


def windows_at(ledger: Ledger, found: Findings, anchors: Anchors, seq: int) -> tuple[Window, ...]:
    """The same at an entry, for findings whose anchors are known."""
    return (*_given(found), *_judged(ledger, found, anchors, seq))


def _given(found: Findings) -> Iterator[Window]:
    documents, named = {one.id: one for one in found.documents}, Named.of(found)
    for one in found.appearances:
        if one.validity is None:
            continue
        published = documents[one.document].published
        last = ends(one.validity, published)
        yield Window(
            None,
            named.target("appearance", one.id),
            one.id,
            one.text,
            _holder(one) or documents[one.document].publisher or "the text",
            one.validity.text,
            published,
            None if last is None else last.isoformat(),
            one.document,
            one.validity.spans,
        )


def _holder(one: Appearance) -> str | None:
    """Who gives the window, in the words of the text; None where the outlet does."""
    owner = None if one.validity is None else one.validity.owner
    source = None if owner is None or owner >= len(one.chain) else one.chain[owner].source
    return None if source is None else source.text


def _judged(ledger: Ledger, found: Findings, anchors: Anchors, seq: int) -> Iterator[Window]:
    """What each person thinks now of each thing: the last that was written, in whichever ledger."""
    arrivals, words = Arrivals.of(ledger), _words(found)
    stand: dict[object, Window] = {}
    for entry in sorted(ledger.entries(Windowed, until=seq), key=arrivals.in_time):
        if not isinstance(said := entry.said, Windowed):
            continue
        name, since = anchors.resolved(said.target), arrivals.told(entry)[:10]
        key = (entry.by, said.target.kind, name or (said.target.document, said.target.spans))
        stand.pop(key, None)
        if said.until is None and said.duration is None:
            continue
        last = last_day(said.until, said.duration, since)
        text = words.get(name or "", "")
        until = None if last is None else last.isoformat()
        stand[key] = Window(said.window, said.target, name, text, entry.by, said.why, since, until)
    yield from stand.values()


def _words(found: Findings) -> Mapping[str, str]:
    """What claims, statements and parties are called or say, by their ids."""
    return {
        **{one.id: one.text for one in found.appearances},
        **{one.id: one.name for one in found.parties},
        **{one.id: one.text for one in found.claims},
    }
