"""Which held sentences say what a sentence of a draft says, and how much of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from wherefrom.comparing.vectors import closeness
from wherefrom.model import Span

from .passages import Library, Passage
from .wording import Match, Token, aligned

LOOKED_AT = 60
"""Held sentences that are looked at closely, those that share the weightiest words first."""

MEANS = 0.4
"""The part that the meaning of the whole has in how near a held sentence is, beside the words that it shares."""

CITED = 0.15
"""What a held sentence is nearer for standing in a document that the draft cites there."""

FIGURED = 0.1
"""What a held sentence is nearer for a figure or time that both have."""

BESIDE, AROUND = 0.7, 0.5
"""What a word is worth that stands in the sentence before or after, and a name that stands elsewhere in the document."""

CLOSEST = 12
"""Held sentences in which the words of one sentence of a draft are looked for."""

SUBSTITUTES = 4
"""Held sentences that may together hold what one sentence of a draft says."""


@dataclass(frozen=True, slots=True)
class Support:
    """A held sentence for a stretch of a draft: how much of the stretch it says, and how near it is to it."""

    passage: Passage
    matches: tuple[Match, ...]
    own: float
    score: float

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the held words stand that say the draft's."""
        return tuple(sorted({Span(one.held.start, one.held.end) for one in self.matches}))

    @property
    def plainly(self) -> float:
        """How much it says of the stretch, names aside: what it tells of whom everybody tells of."""
        return sum(one.own.weight * one.worth for one in self.matches if not (one.own.name or one.held.name))


@dataclass(frozen=True, slots=True)
class Sought:
    """A stretch of a draft as it is looked for.

    Who is cited is held to his own words: sentences of the documents `cited` are taken as nearer, and so are those with a figure or
    time of `figured` (`Passage.figures`).
    """

    words: tuple[Token, ...]
    text: str
    cited: frozenset[str] = frozenset()
    figured: frozenset[str] = frozenset()


def supports(library: Library, sought: Sought) -> tuple[Support, ...]:
    """The held sentences that say any of it, the nearest first; of two alike the one that stands first."""
    whole = sum(one.weight for one in sought.words)
    if not whole:
        return ()
    found = [_support(library.passages[number], sought, whole) for number in _nearest(library, sought.words)]
    return tuple(sorted((one for one in found if one.matches), key=lambda one: -one.score))


def _nearest(library: Library, words: Sequence[Token]) -> list[int]:
    """The sentences that share most with it, in their order; those in the same words count as one, so that no copies crowd others out."""
    shared: dict[int, float] = defaultdict(float)
    for one in {token.stem: token for token in words}.values():
        for number in library.by_stem.get(one.stem, ()):
            shared[number] += one.weight
    alike: dict[str, list[int]] = defaultdict(list)
    for number in sorted(shared, key=lambda number: (-shared[number], number)):
        alike[library.passages[number].text].append(number)
    return sorted(number for rows in islice(alike.values(), LOOKED_AT) for number in rows)


def _support(passage: Passage, sought: Sought, whole: float) -> Support:
    matches = aligned(sought.words, passage.tokens)
    own = sum(one.own.weight * one.worth for one in matches) / whole
    more = CITED * (passage.document.id in sought.cited) + FIGURED * bool(sought.figured & passage.figures)
    near = (1 - MEANS) * own + MEANS * max(0.0, closeness(sought.text, passage.text))
    return Support(passage, matches, own, near + more)


def covered(words: Sequence[Token], found: Sequence[Support], library: Library) -> tuple[float, tuple[Token, ...]]:
    """How much of a stretch these sentences say together, and the words that none of them has.

    They are taken one by one, each time the one that adds most, so that a sentence that merges two held ones is found in both.
    """
    rest = list(found[:CLOSEST])
    near = rest[:SUBSTITUTES]
    around = {token.stem for one in near for token in one.passage.nearby}
    named = frozenset().union(*(library.names[one.passage.document.id] for one in near))
    worth = {one.start: _around(one, around, named) for one in words}
    weights = {one.start: one.weight for one in words}
    for _ in range(SUBSTITUTES):
        gains = [
            sum(
                weights[m.own.start] * max(0.0, m.worth - worth[m.own.start])
                for m in one.matches
                if m.own.start in worth
            )
            for one in rest
        ]
        if not gains or max(gains) <= 0:
            break
        best = rest.pop(gains.index(max(gains)))
        for match in best.matches:
            if match.own.start in worth:
                worth[match.own.start] = max(worth[match.own.start], match.worth)
    whole = sum(weights.values())
    lacking = tuple(one for one in words if not worth[one.start])
    return (sum(weights[at] * much for at, much in worth.items()) / whole if whole else 1.0), lacking


def _around(one: Token, nearby: set[str], named: frozenset[str]) -> float:
    """What a word is worth by what stands around the held sentences: beside them, as a name of their documents, or as a verb of saying."""
    if one.stem in nearby:
        return BESIDE
    return AROUND if one.stem in named else 0.0
