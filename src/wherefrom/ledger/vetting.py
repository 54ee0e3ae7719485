"""Vetting a source with a ledger: whom a name means in it, what it disclosed, and what people say became of that.

What the program counts is made anew from the findings of the day that is asked about. What people say is kept as entries and stands beside
it: neither fills the other in.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import get_args

from wherefrom.comparing import Outlets
from wherefrom.judging.vetting import Hearing, Item, Vetting, vetted
from wherefrom.model import Findings, Unreadable
from wherefrom.model.entry import Entry, TakenBack, Target, Vetted
from wherefrom.model.judgement import Outcome

from .arrivals import Arrivals
from .asking import called_alike
from .file import Ledger, end_of
from .targets import AGREE, Anchors, agreement
from .whom import Whom, whom

LONGEST = 10_000
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person says became of an item, as the entry `seq`, when it was written (`told`), and whether it is that person's last word (`holds`).

    `item` is None where the words that it was said of are read otherwise by now; `words` are those.
    """

    seq: int
    told: str
    by: str
    item: str | None
    words: str
    outcome: Outcome
    why: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Vet:
    """A party vetted, as the ledger was at the entry `seq`; forecasts were due by `day`. `opinions` are in the order in which they were written."""

    target: Target
    name: str
    seq: int
    day: str
    disclosed: Vetting
    opinions: tuple[Opinion, ...]


def vet(
    ledger: Ledger, asked: str, as_of: str | None = None, outlets: Outlets | None = None, today: str | None = None
) -> Vet:
    """What a party disclosed, as the ledger had it at a moment, now if none is given, and what people said of it up to then.

    `asked` is a party's id, the name of a person, an organisation or an outlet, or a protected source's handle. `today` is the day by which
    a forecast's time has come: that of the moment, else the one that it is now (UTC).

    Raises:
        Unreadable: the ledger knew nobody of this id, name or handle then, or the name may mean several.
    """
    known = outlets if outlets is not None else Outlets.shipped()
    seq = ledger.seq_at(as_of)
    day = today or (end_of(as_of)[:10] if as_of else datetime.now(UTC).date().isoformat())
    found = whom(ledger, asked, seq, known)
    hearings = [Hearing(story, known, found.tellers[key]) for key, story in found.stories.items()]
    arrivals = Arrivals.of(ledger)
    caveats = (*found.caveats, *_taken_back(ledger, found, hearings, seq, known))
    disclosed = vetted(hearings, date.fromisoformat(day), caveats)
    entries = sorted(ledger.entries(Vetted, until=seq), key=arrivals.in_time)
    held = [(arrivals.told(entry), entry) for entry in entries if _is_about(found, entry, known)]
    return Vet(found.target, found.name, seq, day, disclosed, tuple(_opinions(held, found, disclosed)))


def assess(ledger: Ledger, asked: str, item: str, outcome: Outcome, why: str, by: str) -> Entry:  # noqa: PLR0913, PLR0917  all that is said
    """Keep what a person says became of an item (by the claim's id, or the statement's); it replaces nothing that was said or counted.

    Raises:
        Unreadable: there is no such party, item or outcome, or no reason is given.
    """
    if outcome not in get_args(Outcome):
        raise Unreadable(str(outcome), f"is no outcome; it is one of: {', '.join(get_args(Outcome))}")
    words = why.strip()
    if not words or len(words) > LONGEST:
        raise Unreadable("the outcome", f"needs a reason, of at most {LONGEST:,} characters")
    found = vet(ledger, asked)
    first = item_of(found, item).told[0]
    claim = Target("claim", item_of(found, item).claim, first.document, first.spans)
    with ledger.writing(by) as writer:
        return writer.append(Vetted(found.target, claim, outcome, words))


def item_of(found: Vet, name: str) -> Item:
    """The item of a claim's or a statement's id; raises Unreadable where the party disclosed no such thing."""
    items = (*found.disclosed.items, *found.disclosed.retold)
    for one in items:
        if one.id == name:
            return one
    for one in items:
        if any(told.statement == name for told in one.told):
            return one
    among = [one.id for one in items if one.claim == name]
    if len(among) == 1:
        return next(one for one in items if one.id == among[0])
    also = f": it may be one of {', '.join(among)}" if among else f" of {found.name}; `wherefrom vet` lists them"
    raise Unreadable(name, f"is no item{also}")


# --- what people said


def _is_about(found: Whom, entry: Entry, outlets: Outlets) -> bool:
    said = entry.said
    if not isinstance(said, Vetted):
        return False
    target = said.target
    if target.document is None:
        return _is_called(found, target.id, outlets)
    return any(
        agreement(target.spans, mention.spans) >= AGREE
        for key, story in found.stories.items()
        for party in story.parties
        if party.id in found.tellers[key].parties
        for mention in party.mentions
        if mention.document == target.document
    )


def _opinions(held: Iterable[tuple[str, Entry]], found: Whom, disclosed: Vetting) -> Iterator[Opinion]:
    """All that was said, each with whether it is that person's last word on the item."""
    anchors = [Anchors.of(story) for story in found.stories.values()]
    items = (*disclosed.items, *disclosed.retold)
    listed = []
    last: dict[tuple[object, ...], int] = {}
    for told, entry in held:
        if isinstance(said := entry.said, Vetted):
            item = _item_at(said.claim, anchors, items)
            about = item or (said.claim.document, said.claim.spans)
            last[entry.by, about] = entry.seq
            listed.append((told, entry, said, item, about))
    for told, entry, said, item, about in listed:
        words = _words_at(said.claim, found.stories.values())
        holds = last[entry.by, about] == entry.seq and said.outcome != "open"
        yield Opinion(entry.seq, told, entry.by, item, words, said.outcome, said.why, holds)


def _item_at(claim: Target, anchors: Iterable[Anchors], items: Iterable[Item]) -> str | None:
    """The item that has the statement which an outcome was said of, whatever claim that stands under by now."""
    names = {one.resolved(replace(claim, kind="appearance")) for one in anchors} - {None}
    return next((one.id for one in items if any(told.statement in names for told in one.told)), None)


def _words_at(target: Target, stories: Iterable[Findings]) -> str:
    texts = (one.text for story in stories for one in story.documents if one.id == target.document)
    return next((" … ".join(text[start:end] for start, end in target.spans) for text in texts), target.id)


def _taken_back(ledger: Ledger, found: Whom, hearings: Sequence[Hearing], seq: int, outlets: Outlets) -> Iterator[str]:
    """What was corrected, retracted or rescinded of what the party's words stand in, or the party itself."""
    spoken = {one.material.appearances[name].document: one for one in hearings for name in sorted(one.said)}
    for entry in ledger.entries(TakenBack, until=seq):
        if not isinstance(said := entry.said, TakenBack):
            continue
        since = f" on {said.since}" if said.since else ""
        why = f": {said.why}" if said.why else ""
        if said.target.kind == "document" and said.target.id in spoken:
            document = spoken[said.target.id].material.documents[said.target.id]
            yield f"The report of {document.publisher or 'an unknown outlet'} was {said.verb}{since}, {entry.by} notes{why}."
        elif said.target.kind == "party" and _means(found, said.target, outlets):
            yield f"{found.name} was {said.verb}{since}, {entry.by} notes{why}."


def _means(found: Whom, target: Target, outlets: Outlets) -> bool:
    if target.document is None:
        return _is_called(found, target.id, outlets)
    return any(Anchors.of(story).resolved(target) in found.tellers[key].parties for key, story in found.stories.items())


def _is_called(found: Whom, name: str, outlets: Outlets) -> bool:
    return any(called_alike(outlets, name, one) for one in (found.target.id, found.name))
