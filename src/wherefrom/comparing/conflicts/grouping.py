"""Which figures are of one thing.

They share the kind of amount and what it counts, with a claim, or with a story or a party and what is said of it.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from statistics import median

from .figures import ANYBODY, PERSONS, Figure
from .keys import Place
from .things import Shared, alike
from .words import CLASSES

LOOSE = frozenset({"time", "length", "share", "mass", "speed"})
"""Kinds of amount of which one report gives many: a claim alone does not make two of them figures of one thing."""
STANDING = frozenset({"owe", "value", "aboard", "bid"})
"""What holds of a party once at a time: no further word needs to be the same."""
UNTOLD = frozenset(
    "time game season point part way thing case item page match round goal win loss day step kind number".split()
)
"""Nouns that are counted of everything, and tell nothing of what a figure is about."""
REPEATED = frozenset("die injure arrest attack pay buy sell steal talk rise find break start end".split())
"""Acts of which one story has many, each with a figure of its own: two reports must share a word or a party beside."""
_PARTIES = 3
"""Parties beside a figure that count."""
_PLAIN = 4

_NEAR = 10.0
"""Times the middle of a claim's figures up to which one beside which no act is told may be of that act."""
_NEXT = 2
"""Plain words next to a figure of which one must be the same in two reports of one story."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Of each document, by its id: the parties that it is about, and the story it tells with others."""

    topics: Mapping[str, tuple[str, ...]]
    stories: Mapping[str, str | None]


def of_one_thing(rows: Sequence[Figure], setting: Setting) -> Iterator[list[Figure]]:
    """The figures that are of one thing, two or more at a time."""
    only = _only_acts(rows)
    kinds: dict[Hashable, list[Figure]] = {}
    for one in rows:
        kinds.setdefault((one.measure, counted(one)), []).append(one)
    for figures in kinds.values():
        keyed = (
            (number, shared)
            for number, one in enumerate(figures)
            for shared in chain(
                _in_claims(one, only),
                _in_stories(one, setting.stories[one.place.document]),
                _at_parties(one, setting.topics[one.place.document]),
            )
        )
        for members in alike(keyed, len(figures)):
            yield from _by_noun([figures[number] for number in members])


def counted(figure: Figure) -> str | None:
    """What a figure counts, people of whatever kind as one; a share needs no noun to be compared."""
    if figure.measure != "count":
        return figure.head if figure.measure in {"size", "length"} else None
    return "person" if figure.head in PERSONS else figure.head


def said_of(figure: Figure) -> tuple[str, ...]:
    """The acts that a figure is a figure of: the nearest, and the others too where one figure seldom has two."""
    acts = figure.place.acts
    return acts if figure.measure in LOOSE else acts[:1]


@dataclass(frozen=True, slots=True)
class _Only:
    """The act of all figures of a claim that count one thing, where it is one, and the middle of what they tell."""

    act: str
    middle: float

    def near(self, value: float | None) -> bool:
        """Whether a figure is of their size."""
        return value is not None and self.middle / _NEAR <= value <= self.middle * _NEAR


def _only_acts(rows: Sequence[Figure]) -> dict[Hashable, _Only]:
    """By claim, kind of amount and what is counted: for the figures beside which no act is told."""
    told: dict[Hashable, list[Figure]] = {}
    for one in rows:
        for claim in one.place.claims if one.place.acts else ():
            told.setdefault((claim, one.measure, counted(one)), []).append(one)
    found: dict[Hashable, _Only] = {}
    for key, figures in told.items():
        acts = {act for one in figures for act in said_of(one)}
        values = [one.quantity.value for one in figures if one.quantity.value is not None]
        if len(acts) == 1 and values:
            found[key] = _Only(min(acts), median(values))
    return found


def _in_claims(figure: Figure, only: Mapping[Hashable, _Only]) -> Iterator[Shared]:
    """Under one claim: the same is counted, and the same is said of it or nothing else."""
    head = counted(figure)
    if figure.measure == "count" and head is None:
        return
    general = figure.head in ANYBODY or figure.head is None
    for claim in figure.place.claims:
        for act in said_of(figure):
            yield Shared((claim, act))
        if figure.measure in LOOSE:
            for word in figure.place.plain[:_PLAIN]:
                yield Shared((claim, "word", word))
        elif not figure.place.acts:
            yield Shared((claim, "noun", None if general else figure.head))
            one = only.get((claim, figure.measure, head)) if general else None
            if one is not None and one.near(figure.quantity.value):
                yield Shared((claim, one.act))


def _in_stories(figure: Figure, story: str | None) -> Iterator[Shared]:
    """In two reports of one story: the same act is told of, or a noun-less figure stands by one word."""
    place = figure.place
    if story is None or _tells_little(figure):
        return
    noun = noun_of(figure)
    beside = (*place.plain[:_PLAIN], *place.beside)
    words = place.plain[:_NEXT] if place.act is None and figure.measure not in {"count", "size"} else ()
    said = [
        (act, further)
        for act in said_of(figure)
        for further in (beside if act in REPEATED and figure.measure not in LOOSE else (None,))
    ]
    for act, further in said:
        yield Shared(("story", noun, story, act, further), place.document, figure.quantity.value)
    for word in words:
        yield Shared(("story", noun, story, "word", word), place.document, figure.quantity.value)


def _tells_little(figure: Figure) -> bool:
    """Whether a figure gives no number, or counts what everything has or what is not told."""
    unknown = figure.measure == "count" and figure.head is None
    return unknown or figure.vague or figure.quantity.value is None or figure.head in UNTOLD


def noun_of(figure: Figure) -> str | None:
    """What must be counted in both of two figures: people of no certain kind, or that very noun."""
    if figure.measure not in {"count", "size"}:
        return None
    return "person" if figure.head in ANYBODY else figure.head


def _at_parties(figure: Figure, topics: Sequence[str]) -> Iterator[Shared]:
    """Of one party: the same is said of it, and of the same further words or parties."""
    place = figure.place
    if _tells_little(figure):
        return
    noun = noun_of(figure)
    for key in _likenesses(figure, place, topics):
        yield Shared((noun, *key), place.document, figure.quantity.value)


def _likenesses(figure: Figure, place: Place, topics: Sequence[str]) -> Iterator[tuple[Hashable, ...]]:
    """What a figure may share with others of its thing outside of any claim.

    A party and, beside it: a standing act; an act and the noun that is counted, or two more words or parties; or two or
    three words with or without the noun. Read on 14 sets of news texts, a single word less made half of what was found
    differences between two things.
    """
    parties = place.parties[:_PARTIES]
    words = place.plain[:_PLAIN]
    noun = figure.head if figure.head not in PERSONS and figure.head not in CLASSES else None
    if figure.measure == "size":
        yield from ((party, other) for party in parties for other in (*words, *parties) if other != party)
    if place.act in STANDING:
        yield from ((party, place.act) for party in parties)
    if place.act is not None:
        further = (*(act for act in place.acts if act != place.act), *words)
        for party in dict.fromkeys((*parties, *topics[:_PARTIES])):
            if noun is not None:
                yield party, place.act, "of", noun
            others = sorted({*further[:_PLAIN], *parties} - {party, noun})
            yield from ((party, place.act, *pair) for pair in combinations(others, 2))
    for party in parties:
        told = sorted({*words, *place.acts} - {noun})
        yield from ((party, *some) for some in combinations(told, 3))
        if noun is not None:
            yield from ((party, "of", noun, *some) for some in combinations(told, 2))


def _by_noun(group: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Shares by what they are a share of, those without a noun with the only noun there is."""
    nouns = sorted({one.head for one in group if one.head is not None}) if group[0].measure == "share" else []
    if len(nouns) < 2:
        yield list(group)
        return
    for noun in nouns:
        yield [one for one in group if one.head == noun]
