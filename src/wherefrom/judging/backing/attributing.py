"""Whether a draft says on whose word something stands, as it is held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wherefrom.comparing.origins.words import naming_words
from wherefrom.model import joined

from .firmness import passes_on
from .passages import Passage
from .units import Desk, Found, Row, Unit, once
from .verdicts import Reason
from .voices import Voice, carried, is_outlet, marked, mentioned, names_outlet, plainly_same, pronoun, same_voice

_BACK = 2
"""Sentences in which whoever "he" means is looked for."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Whose word a statement of the draft is put on: by the `stated` voices of its sentence, and by those `before` it."""

    unit: Unit
    stated: tuple[Voice, ...]
    before: tuple[Voice, ...]


def attribution(desk: Desk, found: Found) -> Iterator[Reason]:
    """That the draft tells on its own word, or on somebody else's, what every held sentence has on somebody's."""
    unit = found.unit
    told = _Told(unit, desk.voices(unit.passage), carried(unit.statements, desk.parties))
    faults = [_fault(desk, told, row) for row in found.same]
    if not faults or any(fault is None for fault in faults):
        return
    row = found.same[0]
    words = marked(row.statement) if row.statement is not None else ()
    held = [row.passage.held(appearance=row.name), *([row.passage.held(words, row.name)] if words else [])]
    spans = joined(span for voice in told.stated for span in voice.spans) or (unit.span,)
    yield Reason("attribution-lost", faults[0] or "", spans, once(held))


def _fault(desk: Desk, told: _Told, row: Row) -> str | None:
    """What is wrong with whose word the draft puts it on; None where nothing is."""
    standing = row.standing
    speaking = [one for one in told.stated if not _content(one, row) and not _further_back(one, row)]
    if not standing.known:
        return None
    if standing.own:
        return _misattributed(desk, speaking, told.stated, row) if row.statement is not None else None
    if not standing.speakers and passes_on(desk.draft.text, told.unit.passage.span, told.unit.passage.statements):
        return None
    if _named(desk, told.unit, [*speaking, *told.before], row):
        return None
    who = " and ".join(f"“{one.text}”" for one in standing.speakers) or "a report that names nobody"
    if speaking:
        return f"attributed to {_words(speaking)}; held words have {who}"
    return f"told on our own word; held words have it from {who}"


def _named(desk: Desk, unit: Unit, voices: Sequence[Voice], row: Row) -> bool:
    """Whether the draft names whoever the held words have it from, or the outlet that printed them."""
    speakers, publisher = row.standing.speakers, row.passage.document.publisher
    if any(same_voice(one, held, desk.outlets) for one in voices for held in speakers):
        return True
    if any(is_outlet(one, publisher, desk.outlets) for one in voices) or names_outlet(publisher, unit.passage.text):
        return True
    if any(mentioned(held, unit.passage.tokens, unit.passage.text) for held in speakers):
        return True
    return any(pronoun(one) for one in (*speakers, *row.standing.behind)) and _named_before(voices, row.passage)


def _named_before(voices: Sequence[Voice], passage: Passage) -> bool:
    """Whether a voice is named shortly before held words: whom "he" means there nobody can tell for sure."""
    told = list(islice(_before(passage), _BACK))
    names = [naming_words(one.text) for one in voices]
    return any(name & naming_words(text) for name in names for text in told)


def _before(passage: Passage) -> Iterator[str]:
    """The sentences before one, the nearest first."""
    one = passage.before
    while one is not None:
        yield one.text
        one = one.before


def _misattributed(desk: Desk, speaking: Sequence[Voice], stated: Sequence[Voice], row: Row) -> str | None:
    """The draft puts in somebody's mouth what a report tells on its own word; None where that one is told of there.

    Whose name stands in apposition to a voice counts as well: "One of Marenna's engineers, Hanne Brill".
    """
    passage = row.passage
    there = [*passage.tokens, *passage.nearby]
    for one in [*speaking, *(other for other in stated if any(_overlap(other, voice) for voice in speaking))]:
        outlet = is_outlet(one, passage.document.publisher, desk.outlets)
        if one.pointing or outlet or mentioned(one, there, passage.text):
            return None
    if not speaking:
        return None
    own = passage.document.publisher or "the report"
    return f"attributed to {_words(speaking)}; held words have it on {own}’s own word"


def _overlap(one: Voice, other: Voice) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def _words(voices: Sequence[Voice]) -> str:
    return ", ".join(f"“{one.text}”" for one in voices)


def _content(voice: Voice, row: Row) -> bool:
    """Whether a draft's voice is part of what the held words tell, and nobody on whose word they stand: "Crews warned"."""
    sources = (*row.standing.speakers, *row.standing.behind)
    if row.statement is None or voice.pointing or any(_same_words(voice.text, one.text) for one in sources):
        return False
    inside = [one for one in row.support.matches if any(start <= one.own.start < end for start, end in voice.spans)]
    spans = [span for one in sources for span in one.spans]
    return bool(inside) and all(
        one.worth == 1 and not any(start <= one.held.start < end for start, end in spans) for one in inside
    )


def _further_back(voice: Voice, row: Row) -> bool:
    """Whether a draft's voice is one of whom held words are told by somebody else: the agencies that hold it, by two people."""
    if any(plainly_same(voice, one) for one in row.standing.speakers):
        return False
    return any(plainly_same(voice, one) for one in row.standing.behind)


def _same_words(one: str, other: str) -> bool:
    return one.lower().removeprefix("the ") == other.lower().removeprefix("the ")
