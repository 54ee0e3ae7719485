"""Articles as windows with labels for every piece: what the network is trained on."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wherefrom.reader.sentences import sentences
from wherefrom.reader.tags import HEADS, MARKS, NAMES, OUTSIDE, ROLES, begins
from wherefrom.reader.windows import MOST_PIECES, Sentence, Window, window
from wherefrom.reader.wordpiece import WordPiece

from .articles import Article
from .polnear import GoldAttribution

UNLABELLED = -100
"""What the loss passes over: special pieces, and what nobody has labelled."""

BUDGETS = (40, 120, 240, MOST_PIECES)
"""Window sizes drawn in training: short ones so that a lone sentence, as in nested reading, is read as well."""

BUDGET_WEIGHTS = (3, 3, 7, 7)

LONG_BUDGETS = (120, 240, MOST_PIECES, 500)
"""The same for texts with marked mentions: what a pronoun means stands further away."""

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window and its labels, one a piece, by the name of what is labelled.

    `tags`, `nested`, `names`, `heads`, `marks` number into the tuples of `wherefrom.reader.tags`. `content_cue` holds,
    at the first piece of a content fragment, the place of the first piece of its cue in the window; `cue_source`, at
    the first piece of a cue, that of its source; 0 where there is none in the window. `nested_cue` and `nested_source`
    are the same one level deeper. `first` holds, at the head of a mention, the place where the mention begins; `who`, at the
    head of a mention, a number for the thing it means. `predicates` is 1 where a rated predicate begins. What is not known
    is `UNLABELLED`. `facts` holds, where a predicate begins, how sure readers were of it, from -3 to 3, and 0 elsewhere.
    """

    window: Window
    labels: Mapping[str, Row]
    facts: tuple[float, ...]


def sentences_of(text: str, vocabulary: WordPiece) -> list[Sentence]:
    """The sentences of an article in plain text, one block a line."""
    found: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        for number, (start, end) in enumerate(sentences(text, line.start(), line.end())):
            pieces = tuple(vocabulary.pieces(text, start, end))
            if pieces:
                found.append(Sentence(pieces, opens_block=number == 0))
    return found


def examples(article: Article, vocabulary: WordPiece, chance: random.Random) -> Iterator[Example]:
    """An article's sentences in random windows, each sentence in one of them."""
    parts = sentences_of(article.text, vocabulary)
    budgets = BUDGETS if article.mentions is None else LONG_BUDGETS
    first = 0
    while first < len(parts):
        budget = chance.choices(budgets, BUDGET_WEIGHTS)[0] - 3
        last, used = first, 0
        while last < len(parts) and (last == first or used + len(parts[last].pieces) < budget):
            used += len(parts[last].pieces) + 1
            last += 1
        cut = _fitting(window(parts[first:last], vocabulary))
        yield Example(cut, _labels(cut, article), _facts(_Cut(cut), article))
        first = last


def _fitting(cut: Window) -> Window:
    if len(cut.ids) <= 512:
        return cut
    return replace(
        cut,
        ids=cut.ids[:512],
        cases=cut.cases[:512],
        spans=cut.spans[:512],
        sentences=cut.sentences[:512],
        keep_to=512,
    )


class _Cut:
    """A window's pieces, found by the characters that they cover."""

    def __init__(self, cut: Window) -> None:
        self.spans = cut.spans
        self._own = [place for place, (start, _) in enumerate(cut.spans) if start >= 0]
        self.start = cut.spans[self._own[0]][0] if self._own else 0
        self.end = cut.spans[self._own[-1]][1] if self._own else 0

    def covered(self, start: int, end: int) -> list[int]:
        """The pieces that lie in these characters, wholly or in part."""
        if end <= self.start or start >= self.end:
            return []
        return [place for place in self._own if self.spans[place][0] < end and self.spans[place][1] > start]

    def row(self, fill: int = OUTSIDE) -> list[int]:
        """A label for every piece, special ones unlabelled."""
        return [fill if start >= 0 else UNLABELLED for start, _ in self.spans]


def pieces_of(cut: Window, span: tuple[int, int]) -> list[int]:
    """The pieces of a window that lie in these characters, wholly or in part."""
    return _Cut(cut).covered(*span)


def _labels(cut: Window, article: Article) -> dict[str, Row]:
    pieces = _Cut(cut)
    found: dict[str, list[int]] = {
        "names": _spanning(pieces, article.names, NAMES),
        "marks": _marks(pieces, article.marks),
        **_attributed(pieces, article.attributions, ("tags", "content_cue", "cue_source")),
        **_attributed(pieces, article.nested, ("nested", "nested_cue", "nested_source")),
        **_mentioned(pieces, article),
        "predicates": pieces.row(UNLABELLED if article.facts is None else OUTSIDE),
    }
    for judged in article.facts or ():
        covered = pieces.covered(*judged.span)
        if covered:
            found["predicates"][covered[0]] = 1
    return {name: tuple(row) for name, row in found.items()}


def _facts(pieces: _Cut, article: Article) -> tuple[float, ...]:
    row = [0.0] * len(pieces.spans)
    for judged in article.facts or ():
        for place in pieces.covered(*judged.span)[:1]:
            row[place] = judged.factuality
    return tuple(row)


def _spanning(pieces: _Cut, spans: Iterable[tuple[int, int, str]] | None, kinds: tuple[str, ...]) -> list[int]:
    if spans is None:
        return pieces.row(UNLABELLED)
    row = pieces.row()
    for start, end, kind in spans:
        covered = pieces.covered(start, end)
        for place in covered:
            row[place] = begins(kinds.index(kind)) + (place != covered[0])
    return row


def _marks(pieces: _Cut, spans: Iterable[tuple[int, int, str]] | None) -> list[int]:
    if spans is None:
        return pieces.row(UNLABELLED)
    row = pieces.row()
    for start, end, kind in spans:
        for place in pieces.covered(start, end):
            row[place] = 1 + MARKS.index(kind)
    return row


def _attributed(
    pieces: _Cut, attributions: Sequence[GoldAttribution] | None, names: tuple[str, str, str]
) -> dict[str, list[int]]:
    """Tags and links of one level of attributions."""
    unknown = pieces.row(UNLABELLED)
    if attributions is None:
        return dict.fromkeys(names, unknown)
    tags, cues, sources = pieces.row(), unknown, list(unknown)
    for attribution in attributions:
        firsts: dict[str, list[int]] = {}
        for number, role in enumerate(ROLES):
            covered = [pieces.covered(start, end) for start, end in getattr(attribution, role)]
            firsts[role] = [places[0] for places in covered if places]
            for places in covered:
                for place in places:
                    tags[place] = begins(number) + (place != places[0])
        cue = firsts["cue"][0] if firsts["cue"] else 0
        for place in firsts["content"]:
            cues[place] = cue
        if cue:
            sources[cue] = firsts["source"][0] if firsts["source"] else 0
    return dict(zip(names, (tags, cues, sources), strict=True))


def _mentioned(pieces: _Cut, article: Article) -> dict[str, list[int]]:
    """Heads of mentions, where each mention begins, and which mean the same."""
    heads, firsts, who = pieces.row(), pieces.row(UNLABELLED), pieces.row(UNLABELLED)
    if article.mentions is None:
        return {"heads": pieces.row(UNLABELLED), "first": firsts, "who": who}
    numbers: dict[str, int] = {}
    for mention in article.mentions:
        covered = pieces.covered(*mention.head)
        if not covered:
            continue
        heads[covered[0]] = 1 + HEADS.index(mention.kind)
        begun = pieces.covered(mention.start, mention.start + 1)
        firsts[covered[0]] = begun[0] if begun else UNLABELLED
        who[covered[0]] = numbers.setdefault(mention.cluster, len(numbers))
    return {"heads": heads, "first": firsts, "who": who}


def batched(found: list[Example], most: int, chance: random.Random) -> list[list[Example]]:
    """The examples in batches of at most so many pieces, padding included, of like lengths, in random order."""
    found = sorted(found, key=_by_length(chance))
    batches: list[list[Example]] = [[]]
    for example in found:
        if len(example.window.ids) * (len(batches[-1]) + 1) > most:
            batches.append([])
        batches[-1].append(example)
    chance.shuffle(batches)
    return [batch for batch in batches if batch]


def _by_length(chance: random.Random) -> Callable[[Example], tuple[int, float]]:
    return lambda example: (len(example.window.ids), chance.random())
