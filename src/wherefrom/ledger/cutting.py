"""What may go at a level: whole documents, and nothing that is found in the others.

A document stays behind if it has no label or a higher one, if it mentions somebody who has a higher one, or has a name of theirs anywhere,
and if it carries a claim that has a higher one, or says it in the same words. What goes is compared anew from its readings, as if there had never been anything else: no
count, bound, name, status or order can tell of what stays behind, because nothing that is made of it was ever looked at.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from wherefrom.comparing import Outlets, compare, compare_story, together
from wherefrom.comparing.material import Material
from wherefrom.comparing.sameness import stories
from wherefrom.model import Appearance, Claim, Document, Findings, Party, Reader, Spans, slice_of
from wherefrom.model.entry import Entry, Noted, Target
from wherefrom.model.handling import Level, within
from wherefrom.model.release import ReleasedNote
from wherefrom.reader import Reading

from .markings import Key, Marking, key_of
from .projection import UNREAD
from .regrouping import Regroupings, folded_within, joined_by
from .renumbering import Renumbered, renumbered
from .sought import Sought, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Holding:
    """All that a release is made of. `found` is what was found in everything, to tell what markings mean; nothing of it goes out.

    `readings` and `readers` (with the number of the entry that tells of the reading) are by document; `former` has the parties that any
    reading of a document on which a marking of a party rests ever found there.
    """

    documents: tuple[Document, ...]
    readings: Mapping[str, Reading]
    readers: Mapping[str, tuple[int, Reader]]
    marked: Mapping[Key, Marking]
    notes: tuple[Noted, ...]
    regrouped: tuple[Entry, ...]
    found: Findings
    former: Mapping[str, tuple[Party, ...]]
    outlets: Outlets


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document stays behind: the marking that says so, None where it has none, and how it bears on the document."""

    why: str
    marking: Marking | None = None


@dataclass(frozen=True, slots=True)
class Going:
    """What may go: findings with ids of their own, which of the ledger's ids they stand for, and notes."""

    told: Renumbered
    before: Findings
    """The same findings with the ledger's ids."""
    notes: tuple[tuple[str, ReleasedNote], ...]
    """Notes with their ids in the ledger."""


def going(holding: Holding, level: Level) -> Going:
    """What may go at a level."""
    sought = sought_above(holding, level)
    behind = reasons(holding, level)
    kept = [one for one in holding.documents if one.id not in behind]
    while True:
        found = _compared(holding, kept)
        named = _named_in(found, sought) if sought else frozenset[str]()
        if not named:
            break
        kept = [one for one in kept if one.id not in named]  # what comparing calls somebody by may be in no text
    told = renumbered(found)
    return Going(told, found, tuple(_notes(holding, level, sought, told)))


def reasons(holding: Holding, level: Level) -> Mapping[str, tuple[Reason, ...]]:
    """Why each document that may not go at a level may not."""
    held: dict[str, list[Reason]] = {}
    for one in holding.documents:
        own = holding.marked.get(("document", one.id, ()))
        if own is None:
            held.setdefault(one.id, []).append(Reason("has no label"))
        elif not within(own.level, level):
            held.setdefault(one.id, []).append(Reason("is marked", own))
    for name, reason in _touched(holding, level):
        held.setdefault(name, []).append(reason)
    return {name: tuple(found) for name, found in held.items()}


def sought_above(holding: Holding, level: Level) -> Sought:
    """The names of all parties, and the words of all claims, that are marked above a level."""
    found = Sought()
    for marking in _above(holding, level):
        found |= _sought(holding, marking.target)
    return found


def documents_of(holding: Holding, target: Target) -> Mapping[str, str]:
    """The documents that something bears on, by its words alone, and how it does."""
    if target.kind == "document":
        return {target.id: "is concerned itself"}
    own = {} if target.document is None else {target.document: f"is where the {target.kind} was known by its words"}
    match target.kind:
        case "party":
            parties = _parties(holding.found, target)
            return own | dict.fromkeys(_mentioning(holding.found, parties), f"mentions {_called(parties)}")
        case "claim" | "appearance":
            claims = _claims(holding.found, target) if target.kind == "claim" else ()
            of = {one.id: one.document for one in holding.found.appearances}
            told = (one.id for claim in claims for one in claim.appearances if one.bearing != "akin")
            return own | {of[one]: f"carries the claim “{claims[0].text}”" for one in told if one in of}
        case _:
            return own


def _above(holding: Holding, level: Level) -> Iterator[Marking]:
    """What is marked above a level, but for documents and notes, whose labels are looked up one by one."""
    marked = (one for one in holding.marked.values() if one.target.kind not in {"document", "note"})
    return (one for one in marked if not within(one.level, level))


def _touched(holding: Holding, level: Level) -> Iterator[tuple[str, Reason]]:
    """The documents on which a marking of something else bears, in the order of the markings."""
    found = [(marking, documents_of(holding, marking.target)) for marking in _above(holding, level)]
    known = [_sought(holding, marking.target) for marking, _ in found]
    texts = ((one.id, Text.of(one)) for one in holding.documents) if any(known) else ()
    named = {name: tuple(bool(one) and one.among(text) for one in known) for name, text in texts}
    for place, (marking, touched) in enumerate(found):
        yield from ((name, Reason(why, marking)) for name, why in touched.items())
        how = _how_known(holding, marking.target)
        yield from ((name, Reason(how, marking)) for name, held in named.items() if held[place] and name not in touched)


def _how_known(holding: Holding, target: Target) -> str:
    if target.kind == "party":
        return f"has a name of {_called(_parties(holding.found, target))} in it"
    return f"has words of the {target.kind} in it"


def _sought(holding: Holding, target: Target) -> Sought:
    """By what somebody or something is known again where no reading and no comparing found it."""
    match target.kind:
        case "party":
            return _names(holding, target)
        case "claim" | "appearance":
            claims = _claims(holding.found, target) if target.kind == "claim" else ()
            sure = {one.id for claim in claims for one in claim.appearances if one.bearing == "sure"}
            told = {one.text for one in holding.found.appearances if one.id in sure}
            here = (slice_of(one.text, target.spans) for one in holding.documents if one.id == target.document)
            return Sought.words({*told, *(claim.text for claim in claims), *here})
        case _:
            return Sought()


def _parties(found: Findings, target: Target) -> tuple[Party, ...]:
    """Whoever the words of a target stand for."""
    if target.document is None:
        return tuple(one for one in found.parties if one.id == target.id)
    mentions = (
        (one, mention.spans) for one in found.parties for mention in one.mentions if mention.document == target.document
    )
    return _at(mentions, target.spans)


def _claims(found: Findings, target: Target) -> tuple[Claim, ...]:
    """The claims under which the statement at the words of a target stands, surely or perhaps."""
    statements = ((one, one.spans) for one in found.appearances if one.document == target.document)
    names = {one.id for one in _at(statements, target.spans)}
    return tuple(
        claim for claim in found.claims if any(one.id in names and one.bearing != "akin" for one in claim.appearances)
    )


def _at(held: Iterable[tuple[T, Spans]], spans: Spans) -> tuple[T, ...]:
    """What stands at exactly these words; where nothing does, whatever has one of them."""
    all_of = list(held)
    exact = tuple(one for one, words in all_of if words == spans)
    return exact or tuple(one for one, words in all_of if _meet(words, spans))


def _meet(one: Spans, other: Spans) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _mentioning(found: Findings, parties: Collection[Party]) -> Iterator[str]:
    names = {one.id for one in parties}
    yield from (mention.document for one in parties for mention in one.mentions)
    for told in found.appearances:
        sources = (party for link in told.chain if link.source is not None for party in link.source.parties)
        if not names.isdisjoint((*told.about, *sources)):
            yield told.document


def _names(holding: Holding, target: Target) -> Sought:
    """Every name of whoever the words of a target stand for: in what holds now, and in any reading of that document there ever was."""
    texts = {one.id: one.text for one in holding.documents}
    now = _parties(holding.found, target)
    former = Findings(UNREAD, (), parties=holding.former.get(target.document or "", ()))
    found = Sought()
    for party in (*now, *_parties(former, target)):
        said = {slice_of(texts[one.document], one.spans) for one in party.mentions if one.document in texts}
        found |= Sought.of(party, said, holding.outlets)
    words = slice_of(texts[target.document], target.spans) if target.document in texts else ""
    if target.document is None and not now:
        words = target.id
    if words and not now:
        found |= Sought.of(Party("", words, "other", named=True, mentions=()), (), holding.outlets)
    return found


def _called(parties: Sequence[Party]) -> str:
    return " and ".join(dict.fromkeys(one.name for one in parties)) or "somebody"


# What is left, compared.


def _compared(holding: Holding, kept: Sequence[Document]) -> Findings:
    """What is found in these documents if there are no others."""
    read = [holding.readings[one.id] for one in kept]
    parties = tuple(party for one in read for party in sorted(one.parties, key=_first_mention))
    known = frozenset(party.id for party in parties)
    told = (one for held in read for one in sorted(held.appearances, key=lambda it: (it.spans, it.id)))
    appearances = tuple(_within_itself(one, known) for one in told)
    (_, reader) = max((holding.readers[one.id] for one in kept), default=(0, UNREAD), key=lambda it: it[0])
    uncompared = Findings(reader, tuple(kept), appearances=appearances, parties=parties)
    return _regrouped(uncompared, holding.outlets, _said_within(holding, {one.id for one in kept}))


def _said_within(holding: Holding, kept: Collection[str]) -> Regroupings:
    """What people merged and split within these documents alone: as if they had never seen any others."""
    return folded_within(holding.regrouped, kept)


def _regrouped(uncompared: Findings, outlets: Outlets, said: Regroupings) -> Findings:
    if not said:
        return compare(uncompared, outlets)
    material = Material.of(uncompared)
    names = [one.id for one in uncompared.documents]
    parts = [[material.place[name] for name in part] for part in stories(material)]
    joined = joined_by(said, parts, names)
    found = [
        compare_story((story, outlets), said.within(one.id for one in story.documents).of(story))
        for story in material.parted([[names[place] for place in part] for part in joined])
    ]
    return together(uncompared, found, outlets)


def _first_mention(party: Party) -> tuple[Spans, str]:
    return (min((mention.spans for mention in party.mentions), default=()), party.id)


def _within_itself(one: Appearance, known: Collection[str]) -> Appearance:
    """A statement without the ids of parties of other documents, which somebody who corrected it may have put there."""
    only = partial(_only, known)
    chain = tuple(
        link if link.source is None else replace(link, source=replace(link.source, parties=only(link.source.parties)))
        for link in one.chain
    )
    return replace(one, chain=chain, about=only(one.about))


def _only(known: Collection[str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _named_in(found: Findings, sought: Sought) -> frozenset[str]:
    """The documents of whatever is called by one of these names."""
    of = {one.id: one.document for one in found.appearances}
    held: list[tuple[object, tuple[str, ...]]] = [
        *((one, (one.document,)) for one in found.appearances),
        *((one, tuple(it.document for it in one.mentions)) for one in found.parties),
        *((one, tuple(of[it.id] for it in one.appearances)) for one in found.claims),
        *((one, tuple(it.document for it in one.values)) for one in found.conflicts),
        *((one, (one.document,)) for one in found.relies_on),
    ]
    return frozenset(name for value, documents in held if sought.in_value(value) for name in documents)


# Notes.


def _notes(holding: Holding, level: Level, sought: Sought, told: Renumbered) -> Iterator[tuple[str, ReleasedNote]]:
    """Notes that have a label within the level, on what goes, without a name of whoever stays behind."""
    for note in holding.notes:
        own = holding.marked.get(key_of(Target("note", note.note)))
        if own is None or not within(own.level, level) or sought.in_value(note.text):
            continue
        if (on := _placed(told, note.target)) is not None:
            yield note.note, ReleasedNote(on, note.text)


def _placed(told: Renumbered, target: Target) -> str | None:
    """The new id of what a note is on, if it goes."""
    document = told.documents.get(target.document or target.id)
    if document is None or target.kind == "document":
        return document
    found = told.findings
    if target.kind == "party":
        at = (
            one.id
            for one in found.parties
            if any(it.document == document and it.spans == target.spans for it in one.mentions)
        )
        return next(at, None)
    names = {one.id for one in found.appearances if one.document == document and one.spans == target.spans}
    if target.kind == "appearance":
        return min(names, default=None)
    claims = (one.id for one in found.claims if any(it.id in names and it.bearing == "sure" for it in one.appearances))
    return next(claims, None) if target.kind == "claim" else None
