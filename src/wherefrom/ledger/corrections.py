"""What people said of a reading, brought to bear on it: it survives a better reader.

A correction is anchored to words, not to an id: what a later reader finds at these words is meant by it, also where that begins or ends a
little elsewhere. Of two stretches it is told by their Dice coefficient whether they are the same words, read anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wherefrom.model import Appearance, Link, Party, Source, Spans, joined
from wherefrom.model.entry import Corrected, Stated
from wherefrom.reader import Reading

from .targets import AGREE, agreement


def corrected(reading: Reading, corrections: Sequence[Corrected]) -> Reading:
    """The reading as people corrected it; `corrections` are in the order of time, and of several at the same words the last holds.

    What was rejected is out. What was accepted, or put instead of what was read, is in, and whatever a reader finds at the same words gives
    way to it. A pure function: doing it again changes nothing, nor does saying the same twice. A person's statement names the parties that
    this reading knows: by their ids, or, where a better reader calls them otherwise, by the words of the source; else none.
    """
    if not corrections:
        return reading
    held = {one.id: one for one in reading.appearances}
    for said in latest(corrections):
        for one in [one for one in held.values() if meant(said, one)]:
            del held[one.id]
        if said.verdict != "rejects" and said.appearance is not None:
            held[said.appearance.id] = _known_here(said.appearance, reading.parties)
    return replace(reading, appearances=tuple(sorted(held.values(), key=lambda one: (one.spans, one.id))))


def latest(corrections: Iterable[Corrected]) -> list[Corrected]:
    """Of the corrections anchored at the same words the last one, in the order of time."""
    last: dict[tuple[str, Stated], Corrected] = {}
    for one in corrections:
        anchor = (one.document, Stated(one.spans, one.cues))
        last.pop(anchor, None)
        last[anchor] = one
    return list(last.values())


def meant(said: Corrected, one: Appearance) -> bool:
    """Whether a correction is about this statement.

    It is where its words agree by half with those that were corrected, or with those that stand instead now, and no better with another
    statement that stood beside them then. What a person left out of a statement, and a better reader finds as one of its own, is not meant.
    """
    if one.document != said.document:
        return False
    here, anchor = where(one), Stated(said.spans, said.cues)
    best = _alike(here, anchor)
    if said.appearance is not None:
        now = where(said.appearance)
        left_out = here.spans != anchor.spans and agreement(here.spans, now.spans) == 0 < agreement(
            anchor.spans, now.spans
        )
        best = _alike(here, now) if left_out else max(best, _alike(here, now))
    return best[0] >= AGREE and all(_alike(here, place) <= best for place in said.beside)


def where(one: Appearance) -> Stated:
    """Where a statement stands."""
    return Stated(one.spans, joined(span for link in one.chain if link.cue for span in link.cue.spans))


def beside(one: Appearance, now: Appearance | None, held: Iterable[Appearance]) -> tuple[Stated, ...]:
    """Where the other statements stand that share words with one, or with what is put in its place."""
    places = [one.spans, *([now.spans] if now is not None else [])]
    others = (where(other) for other in held if other.id not in {one.id, now.id if now is not None else one.id})
    return tuple(other for other in others if any(agreement(other.spans, place) > 0 for place in places))


def _alike(one: Stated, other: Stated) -> tuple[float, float]:
    """How far two statements are the same: by their words, then by the cues of their chains."""
    return agreement(one.spans, other.spans), agreement(one.cues, other.cues)


def _known_here(one: Appearance, parties: Iterable[Party]) -> Appearance:
    """A person's statement with parties of this reading alone; there is nothing unsure about it."""
    known = {party.id: tuple(mention.spans for mention in party.mentions) for party in parties}
    return replace(
        one,
        chain=tuple(_link(link, known) for link in one.chain),
        about=tuple(party for party in one.about if party in known),
        unsure=(),
    )


def _link(link: Link, known: Mapping[str, tuple[Spans, ...]]) -> Link:
    if link.source is None:
        return link
    kept = tuple(party for party in link.source.parties if party in known)
    return replace(link, source=replace(link.source, parties=kept or tuple(_named_at(link.source, known))))


def _named_at(source: Source, known: Mapping[str, tuple[Spans, ...]]) -> Iterator[str]:
    """The party whose mention agrees best with the source's words, if by half."""
    ranked = [(agreement(spans, source.spans), spans, party) for party, held in known.items() for spans in held]
    same = [one for one in ranked if one[0] >= AGREE]
    if same:
        yield min(same, key=lambda one: (-one[0], one[1:]))[2]
