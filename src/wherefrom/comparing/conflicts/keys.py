"""What a value is about: the words, parties and claims around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wherefrom.model import Appearance, Span, Spans

from .scene import Scene
from .words import CLASSES, Word

_NEAREST = 6
"""Plain words of a clause that count, the nearest to the value first; more made strangers of one subject alike."""


_AHEAD = frozenset({"forecast", "intention", "rule"})
_EXPECTED = re.compile(
    r"\b(?:would|could|might|may|should|targets?|targeted|forecasts?|expect\w*|projected|projections?|goals?|aims?|planned|plans|estimated to)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d{2}-\d{2})(?:T.*)?")
_NAME = 60
"""Characters of the longest mention that is a name; a longer one holds words of its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands and what stands around it.

    `near` are the words of its clause, nearest first, `acts` those among them that stand for what several words say, `plain` the
    nearest others; `wide` are the stems of its sentence; `parties` the named parties of the
    sentence, `beside` those of the clause; `claims` those under which its statement stands. Words of names are left out: the parties stand for them.
    `sentence` is where that begins; `when` are the times that it gives; `expected` tells that it is no fact yet: a forecast,
    an intention, or something under a condition; `body` that it stands in a paragraph.
    """

    document: str
    appearance: str | None
    spans: Spans
    near: tuple[Word, ...]
    acts: tuple[str, ...]
    plain: tuple[str, ...]
    wide: frozenset[str]
    parties: tuple[str, ...]
    claims: tuple[str, ...]
    sentence: int
    beside: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    expected: bool = False
    body: bool = True

    @property
    def act(self) -> str | None:
        """The nearest of its acts."""
        return self.acts[0] if self.acts else None

    @property
    def days(self) -> tuple[str, ...]:
        """The days of the year, "09-22", among its times."""
        return tuple(dict.fromkeys(match[1] for value in self.when if (match := _DAY.fullmatch(value)) is not None))


def place_of(scene: Scene, spans: Spans, statement: Appearance | None) -> Place:
    """What stands around a value."""
    own = Span(spans[0].start, spans[-1].end)
    clause, sentence = scene.clause(own), scene.sentence(own.start)
    named = [one for one in scene.mentions(sentence) if one.party.named]
    names = [own, *(one.span for one in named if one.span.end - one.span.start < _NAME)]
    told = [one for one in scene.words(sentence) if not any(span.start <= one.start < span.end for span in names)]
    near = sorted(
        (one for one in told if clause.start <= one.start < clause.end),
        key=lambda one: (max(own.start - one.end, one.start - own.end), one.start),
    )
    stems = dict.fromkeys(one.stem for one in near)
    around = [statement] if statement is not None else scene.statements_of(sentence)
    return Place(
        document=scene.id,
        appearance=None if statement is None else statement.id,
        spans=spans,
        near=tuple(near),
        acts=tuple(stem for stem in stems if stem in CLASSES),
        plain=tuple(stem for stem in stems if stem not in CLASSES)[:_NEAREST],
        wide=frozenset(one.stem for one in told),
        parties=tuple(dict.fromkeys(one.party.id for one in named)),
        beside=tuple(dict.fromkeys(one.party.id for one in named if clause.start <= one.span.start < clause.end)),
        claims=scene.claims_of(around),
        sentence=sentence.start,
        when=_when(around, sentence),
        expected=(statement is not None and (statement.nature in _AHEAD or statement.condition is not None))
        or _EXPECTED.search(scene.text, *clause) is not None,
        body=scene.in_body(own.start),
    )


def _when(statements: Sequence[Appearance], sentence: Span) -> tuple[str, ...]:
    """The times, told in a sentence, at which statements say that something happens or holds."""
    told = (
        time.value
        for one in statements
        for time in one.times
        if time.value is not None
        and time.role != "said"
        and not time.value.startswith(("P", "R"))
        and sentence.start <= time.spans[0].start < sentence.end
    )
    return tuple(dict.fromkeys(told))
