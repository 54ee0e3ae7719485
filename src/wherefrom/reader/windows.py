"""Documents cut into windows that the encoder reads one at a time.

A window holds whole sentences, so that reading never depends on where a cut through words fell. One unpadded window
is one call of the encoder: what else is read, how windows are grouped and in which order can then change no finding
(law 3). Dynamic int8 takes its scales over a whole call, and in batches 1.8 % of all tags changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from wherefrom.model import Span

from .wordpiece import Piece, WordPiece

MOST_PIECES = 320
"""Pieces in a window, special ones included: the most that training saw of articles marked for attributions (texts with marked
mentions had up to 500). When it was set, full F1 on PolNeAR dev was 74.6 at 240, 74.7 at 320 and 73.3 at 400."""

CONTEXT_PIECES = 28
"""Pieces of neighbouring sentences that a window repeats on each side, read but not kept: about a sentence. When it
was set, full F1 on PolNeAR dev was 74.0 without any, 74.7 with 28 and 74.5 with 56."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the encoder sees it: its pieces, and whether a new block begins with it."""

    pieces: tuple[Piece, ...]
    opens_block: bool


@dataclass(frozen=True, slots=True)
class Window:
    """One call of the encoder.

    `ids`, `cases`, `spans` and `sentences` run in parallel, one entry a piece; special pieces have the span (-1, -1).
    `sentences` numbers the sentences of the window. Pieces from `keep_from` up to `keep_to` are this window's own, the rest is
    context that another window owns.
    """

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    keep_from: int
    keep_to: int

    def sentence_of(self, place: int) -> Span:
        """The characters of the sentence in which a piece stands."""
        number = self.sentences[place]
        own = [span for span, one in zip(self.spans, self.sentences, strict=True) if one == number and span[0] >= 0]
        return Span(own[0][0], own[-1][1])

    def blocks(self) -> tuple[int, ...]:
        """For each piece, how many blocks of the window have begun up to it."""
        return tuple(accumulate(start < 0 for start, _ in self.spans))


def windows(sentences: Sequence[Sentence], vocabulary: WordPiece) -> list[Window]:
    """Cut a document's sentences into windows, each with context on both sides where there is any."""
    parts = [part for sentence in sentences for part in _fitting(sentence)]
    sizes = [len(part.pieces) + part.opens_block for part in parts]
    found: list[Window] = []
    first = 0
    while first < len(parts):
        before = _context(sizes, range(first - 1, -1, -1))
        room = MOST_PIECES - 2 - sum(sizes[first - before : first])
        after_room = CONTEXT_PIECES
        last = first
        used = 0
        while last < len(parts) and (last == first or used + sizes[last] <= room - after_room):
            used += sizes[last]
            last += 1
        after = _context(sizes, range(last, len(parts)), room - used)
        if last + after == len(parts) and used + sum(sizes[last:]) <= room:
            last, after = len(parts), 0  # the rest fits: no window for a few pieces more
        found.append(window(parts[first - before : last + after], vocabulary, before, last - first))
        first = last
    return found


def window(sentences: Sequence[Sentence], vocabulary: WordPiece, skip: int = 0, own: int | None = None) -> Window:
    """One window over these sentences, of which the first `skip` are context and the next `own` are its own."""
    own = len(sentences) - skip if own is None else own
    ids, cases, spans, numbers = [vocabulary.start_of_window], [0], [(-1, -1)], [0]
    keep_from = keep_to = 1
    for number, sentence in enumerate(sentences):
        if number == skip:
            keep_from = len(ids)
        if sentence.opens_block:
            ids.append(vocabulary.new_block)
            cases.append(0)
            spans.append((-1, -1))
            numbers.append(number)
        for piece in sentence.pieces:
            ids.append(piece.id)
            cases.append(piece.case)
            spans.append((piece.start, piece.end))
            numbers.append(number)
        if number == skip + own - 1:
            keep_to = len(ids)
    ids.append(vocabulary.end_of_window)
    cases.append(0)
    spans.append((-1, -1))
    numbers.append(len(sentences))
    return Window(tuple(ids), tuple(cases), tuple(spans), tuple(numbers), keep_from, keep_to)


def _context(sizes: Sequence[int], order: range, room: int = CONTEXT_PIECES) -> int:
    """How many sentences, taken in this order, fit as context."""
    used = 0
    for count, number in enumerate(order):
        used += sizes[number]
        if used > min(room, CONTEXT_PIECES):
            return count
    return len(order)


def _fitting(sentence: Sentence) -> list[Sentence]:
    """The sentence, cut into several where it is longer than a window with its context could hold."""
    most = MOST_PIECES - 2 * CONTEXT_PIECES - 3
    if len(sentence.pieces) <= most:
        return [sentence]
    cuts = range(0, len(sentence.pieces), most)
    return [Sentence(sentence.pieces[cut : cut + most], sentence.opens_block and cut == 0) for cut in cuts]
