"""Annotated articles as windows with a label for every piece: what the network is trained on."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherefrom.reader.sentences import sentences
from wherefrom.reader.tags import OUTSIDE, ROLES, begins
from wherefrom.reader.windows import MOST_PIECES, Sentence, Window, window
from wherefrom.reader.wordpiece import WordPiece

from .polnear import GoldDocument

UNLABELLED = -100
"""What the loss passes over: special pieces, and pieces that start no span."""

BUDGETS = (40, 120, 240, MOST_PIECES)
"""Window sizes drawn in training: short ones so that a lone sentence, as in nested reading, is read as well."""

BUDGET_WEIGHTS = (3, 3, 7, 7)

STRAIGHT_QUOTES = 0.25
"""Share of articles whose curly quotation marks become straight ones; PolNeAR's outlets mostly print curly ones."""

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Example:
    """A window and its labels, one a piece.

    `tags` number into `tags.TAGS`. `cues` holds, at the first piece of a content fragment, the place of the first
    piece of its cue in the window; `sources`, at the first piece of a cue, that of its source; 0 where there is none
    in the window, `UNLABELLED` everywhere else.
    """

    window: Window
    tags: tuple[int, ...]
    cues: tuple[int, ...]
    sources: tuple[int, ...]


def sentences_of(text: str, vocabulary: WordPiece) -> list[Sentence]:
    """The sentences of an article in plain text, one block a line."""
    found: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        for number, (start, end) in enumerate(sentences(text, line.start(), line.end())):
            pieces = tuple(vocabulary.pieces(text, start, end))
            if pieces:
                found.append(Sentence(pieces, opens_block=number == 0))
    return found


def examples(
    document: GoldDocument, parts: Sequence[Sentence], vocabulary: WordPiece, chance: random.Random
) -> Iterator[Example]:
    """An article's sentences in random windows, each sentence in one of them."""
    first = 0
    while first < len(parts):
        budget = chance.choices(BUDGETS, BUDGET_WEIGHTS)[0] - 3
        last, used = first, 0
        while last < len(parts) and (last == first or used + len(parts[last].pieces) < budget):
            used += len(parts[last].pieces) + 1
            last += 1
        yield _labelled(window(parts[first:last], vocabulary), document)
        first = last


def straightened(text: str) -> str:
    """The same text with straight quotation marks."""
    return text.translate(_STRAIGHT)


def _labelled(cut: Window, document: GoldDocument) -> Example:
    if len(cut.ids) > 512:
        cut = Window(cut.ids[:512], cut.cases[:512], cut.spans[:512], cut.keep_from, 512)
    tags = [OUTSIDE if start >= 0 else UNLABELLED for start, _ in cut.spans]
    cues = [UNLABELLED] * len(tags)
    sources = [UNLABELLED] * len(tags)
    for attribution in document.attributions:
        firsts: dict[str, list[int]] = {}
        for role in ROLES:
            covered = [_covered(cut, start, end) for start, end in getattr(attribution, role)]
            firsts[role] = [places[0] for places in covered if places]
            for places in covered:
                for place in places:
                    tags[place] = begins(role) + (place != places[0])
        cue = firsts["cue"][0] if firsts["cue"] else 0
        for place in firsts["content"]:
            cues[place] = cue
        if cue:
            sources[cue] = firsts["source"][0] if firsts["source"] else 0
    return Example(cut, tuple(tags), tuple(cues), tuple(sources))


def _covered(cut: Window, start: int, end: int) -> list[int]:
    return [place for place, (begin, stop) in enumerate(cut.spans) if begin < end and stop > start and begin >= 0]
