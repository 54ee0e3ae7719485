"""Exact words with where they stand: cut from the document's text, the ones that matter marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wherefrom.model import GAP, Document, Span, Spans, joined

from .shared import Shelf, day_of, outlet_of
from .wording import Setting

AROUND = 60
"""Letters on both sides of marked words where there is little room: about a clause."""

FURTHEST = 300
"""Letters in which a sentence's borders are looked for."""

ENDS = (". ", "? ", "! ", ".\n", "\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A few words; `gap` tells that some are left out before them."""

    text: str
    marked: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document. `beside` are marked ones that stand elsewhere in it: who is said to have said it."""

    document: Document
    appearance: str | None
    stretches: tuple[Stretch, ...]
    beside: str = ""

    @property
    def outlet(self) -> str:
        """Who published it."""
        return outlet_of(self.document)

    @property
    def day(self) -> str:
        """The day of publication."""
        return day_of(self.document.published)

    @property
    def words(self) -> str:
        """All of it, fragments joined as everywhere."""
        return "".join(_joined(self.stretches))


def quoted(shelf: Shelf, document: str, appearance: str | None, said: Spans, marked: Spans = ()) -> Quoted | None:
    """What is said at these places; None where the document is not among these."""
    held = shelf.material.documents.get(document)
    if held is None:
        return None
    known = appearance if appearance in shelf.material.appearances else None
    outside = tuple(span for span in marked if not any(start <= span.start < end for start, end in said))
    setting = shelf.settings[document]
    return Quoted(held, known, stretches(setting, said, marked), setting.words(outside))


def sentence(text: str, spans: Spans) -> Spans:
    """The sentence around these words, or as much of it as shows where they stand."""
    if not spans:
        return spans
    first, last = spans[0].start, spans[-1].end
    begins = [text.rfind(mark, max(first - FURTHEST, 0), first) for mark in ENDS]
    ends = [place for mark in ENDS if (place := text.find(mark, last, last + FURTHEST)) >= 0]
    start = max(begins) + 1
    while start < first and text[start].isspace():
        start += 1
    return (Span(start if max(begins) >= 0 else first, min(ends) + 1 if ends else last),)


def stretches(setting: Setting, said: Spans, marked: Sequence[Span] = ()) -> tuple[Stretch, ...]:
    """The words at these places, cut at the borders of the marked ones."""
    lit = joined(marked)
    found: list[Stretch] = []
    for place, (start, end) in enumerate(joined(said)):
        cuts = sorted({start, end, *(at for span in lit for at in span if start < at < end)})
        for number, (left, right) in enumerate(pairwise(cuts)):
            inside = any(span.start <= left and right <= span.end for span in lit)
            found.append(Stretch(setting.text[left:right], inside, gap=number == 0 and place > 0))
    return tuple(found)


def around(found: Sequence[Stretch], room: int = AROUND) -> tuple[Stretch, ...]:
    """The marked words with what stands next to them; all of it where nothing is marked, or where it is short."""
    marked = [place for place, stretch in enumerate(found) if stretch.marked]
    if not marked or sum(len(stretch.text) for stretch in found) <= 2 * room:
        return tuple(found)
    first, last = marked[0], marked[-1]
    before = Stretch(_tail("".join(_joined(found[:first])), room))
    after = Stretch(_head("".join(_joined(found[last + 1 :])), room))
    return tuple(stretch for stretch in (before, *found[first : last + 1], after) if stretch.text)


def _joined(found: Sequence[Stretch]) -> list[str]:
    return [f"{GAP if stretch.gap else ''}{stretch.text}" for stretch in found]


def _tail(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return f"… {words[-room:].partition(' ')[2] or words[-room:]}"


def _head(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    return f"{words[:room].rpartition(' ')[0] or words[:room]} …"
