"""Figures that statements give, each with what it measures and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wherefrom.model import Appearance, Quantity, Span
from wherefrom.reader import lexicon
from wherefrom.reader.quantities import quantities_in

from .keys import Place, place_of
from .scene import Scene
from .units import share
from .words import stem

_NUMBER = re.compile(
    r"\d|\b(?:"
    + "|".join(
        (
            *lexicon.NUMBER_WORDS,
            *lexicon.TENS,
            "dozens?",
            "hundreds?",
            "thousands?",
            "half",
            "thirties",
            "forties",
            "fifties",
            "sixties",
        )
    )
    + r")\b",
    re.IGNORECASE,
)
_GROUP_OF = re.compile(r"\b(\w{3,20}) of $")
_NUMBER_OF = re.compile(
    r"\bnumber of ((?:[^\W\d]+ ){1,3}?)(?:[^\W\d]+ ){0,3}(?:at|is|was|were|to be|as|stood at|reached|to) [“\"‘']?$"
)
_CLOCK = re.compile(r"\s?(?:past|to|o['’]clock)\b")
_CLOCK_BEFORE = re.compile(r"\b(?:past|to|at)\s$")
_HOURS = frozenset(lexicon.NUMBER_WORDS) | {"twenty", "quarter", "half"}
_OF_THEIRS = re.compile(
    r"\sof\s(?:[^\W\d_][\w.-]*\s){0,2}[^\W\d_][\w.-]*(?:['’]s|s['’])\s(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+s\b)?)"
)
_PLACES = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_ONE_MORE = re.compile(rf"\b(?:an?\s|)(?P<place>{'|'.join(_PLACES)})\s(?P<noun>[a-z]+)\b", re.IGNORECASE)
_ABOARD = re.compile(r"\s(?:aboard|on board|dead|killed|injured|wounded|hurt|missing)\b")
_MORE = re.compile(r"\b(?:another|further|additional|extra|plus|other)\s(?:an?\s)?$", re.IGNORECASE)
"""Before a figure that comes on top of another, and is none of the same thing."""
_VAGUE = re.compile(r"(?:^|\s)(?:dozens|scores|hundreds|thousands|millions|billions|several|many|few)\b", re.IGNORECASE)
_SINCE = re.compile(r"\s(?:ago|after|before|later|earlier|afterwards|since|from now)\b")
"""Behind a length of time that tells when, and not how long."""
_CHILDREN = re.compile(r"\b(?:mother|father|mum|mom|dad|parent|grandmother|grandfather)s?[ -]of[ -]$", re.IGNORECASE)
_ASIDE = r"(?:\s?\([^)]{1,40}\))?"
_WAYS = {
    "depth": "deep",
    "width": "wide|across|in diameter|broad",
    "height": "high|tall|in height|above",
    "length": "long|in length",
    "thickness": "thick",
    "distance": "away|from|north|south|east|west|off|apart",
    "radius": "in radius",
}
_WAY_AFTER = {way: re.compile(rf"{_ASIDE}[- ]{{0,2}}(?:{words})\b") for way, words in _WAYS.items()}
_WAY_BEFORE = re.compile(
    r"\b(?P<way>depth|width|diameter|height|length|thickness|distance|radius)\sof\s(?:about\s|around\s|some\s)?$"
)
_MORE_AFTER = re.compile(r"^\s(?:more|others?|further|additional)\b")

PERSONS = frozenset(stem(word) for word in (*lexicon.PERSONS, *lexicon.PLURALS)) | frozenset(
    """person people patient man woman child member crew sailor soldier troop student guest prisoner inmate refugee
    migrant protester demonstrator customer subscriber follower employee staff survivor passenger victim casualty dead
    injure wound miss die dead civilian hostage resident operator user citizen fan name soul adult pupil teenager
    evacuee infant baby fighter militant""".split()
)
"""Stems of nouns that count human beings."""
ANYBODY = frozenset("person people man woman name soul other dead die victim fatality casualty miss".split())
_GROUPS = frozenset("team crew family squad gang committee panel delegation jury convoy fleet".split())
MEASURED = frozenset(
    "length area volume mass speed power energy pressure temperature information time money age".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its place: `measure` is what kind of amount it is, `head` the noun that it counts or is a share of."""

    quantity: Quantity
    place: Place
    measure: str
    head: str | None
    added: bool = False
    """Whether it comes on top of another figure ("another £40m")."""
    vague: bool = False
    """Whether it gives no number: "hundreds", "several dozen"."""


def figures(scene: Scene) -> Iterator[Figure]:
    """All figures of a document: those of its statements, and those that stand outside of any."""
    seen: set[Span] = set()
    for statement in scene.statements:
        for quantity in statement.quantities:
            span = Span(quantity.spans[0].start, quantity.spans[-1].end)
            if span not in seen:
                seen.add(span)
                yield from _figure(scene, quantity, statement)
    for stretch in scene.uncovered():
        yield from _outside(scene, stretch)
    yield from _ordinals(scene)


def _outside(scene: Scene, stretch: Span) -> Iterator[Figure]:
    """Figures of a stretch that no statement holds, read with their whole sentence."""
    done = stretch.start
    for match in _NUMBER.finditer(scene.text, *stretch):
        if match.start() < done:
            continue
        sentence = scene.sentence(match.start())
        for quantity in quantities_in(scene.text, *sentence):
            span = Span(quantity.spans[0].start, quantity.spans[-1].end)
            if stretch.start <= span.start < stretch.end and span.start >= done:
                yield from _figure(scene, quantity, None)
        done = max(done, sentence.end)


def _ordinals(scene: Scene) -> Iterator[Figure]:
    """How many there are at least where another one is told of: "a third survivor"."""
    for block in scene.blocks:
        for match in _ONE_MORE.finditer(scene.text, block.start, block.end):
            head = stem(match["noun"].lower())
            if head not in PERSONS:
                continue
            span = Span(match.start("place"), match.end())
            number = float(_PLACES.index(match["place"].lower()) + 2)
            words = scene.text[span.start : span.end]
            quantity = Quantity(words, (span,), ">=", number, None, None, None, match["noun"])
            yield Figure(quantity, place_of(scene, (span,), scene.statement_at(span)), "count", head, added=False)


def _figure(scene: Scene, quantity: Quantity, statement: Appearance | None) -> Iterator[Figure]:
    span = Span(quantity.spans[0].start, quantity.spans[-1].end)
    if _is_none(scene, quantity, span):
        return
    measure, head = _measured(scene.text, quantity, span)
    added = (
        _MORE.search(scene.text, max(0, span.start - 20), span.start) is not None
        or _MORE_AFTER.match(scene.text[span.end : span.end + 14]) is not None
    )
    vague = _VAGUE.search(scene.text, span.start, span.end) is not None
    yield Figure(quantity, place_of(scene, quantity.spans, statement), measure, head, added, vague)


def _is_none(scene: Scene, quantity: Quantity, span: Span) -> bool:
    """Whether a number tells no amount: "one of them", an hour written out, and how many sources a report has."""
    low = scene.text[span.start : span.end].lower()
    if quantity.dimension == "time":
        return _SINCE.match(scene.text, span.end) is not None
    if quantity.dimension is not None or quantity.unit is not None:
        return False
    if low == "one":
        return True
    if low in _HOURS and (_CLOCK.match(scene.text, span.end) or _CLOCK_BEFORE.search(scene.text, 0, span.start)):
        return True
    group = _GROUP_OF.search(scene.text, max(0, span.start - 24), span.start)
    return group is None and scene.names_source(span)


def _measured(text: str, quantity: Quantity, span: Span) -> tuple[str, str | None]:
    """What kind of amount a figure is, and the noun that it counts."""
    dimension = quantity.dimension
    if dimension == "length":
        return "length", _way(text, span)
    if dimension in {"age", "money"}:
        return dimension, None
    head = _noun(text, quantity, span)
    if dimension == "proportion":
        return _share(quantity.unit), head
    return (dimension, head) if dimension is not None else _count(text, span, head)


def _noun(text: str, quantity: Quantity, span: Span) -> str | None:
    """The noun that a figure counts or is a share of."""
    if quantity.of:
        return stem(quantity.of.split()[-1].lower())
    theirs = _OF_THEIRS.match(text, span.end)
    return None if theirs is None else stem(theirs["noun"].split()[-1].lower())


def _share(unit: str | None) -> str:
    if share(unit) is None:
        return f"difference in {unit}s"
    return "concentration" if (unit or "").startswith("part") else "share"


def _count(text: str, span: Span, head: str | None) -> tuple[str, str | None]:
    """A plain number: the size of a group, how many children somebody has, or how many of a noun there are."""
    group = _GROUP_OF.search(text, max(0, span.start - 24), span.start)
    if group is not None and stem(group[1].lower()) in _GROUPS:
        return "size", stem(group[1].lower())
    if _CHILDREN.search(text, max(0, span.start - 16), span.start):
        return "count", "child"
    if head is None:
        head = _counted_before(text, span)
    return "count", "person" if head is None and _ABOARD.match(text, span.end) else head


def _way(text: str, span: Span) -> str | None:
    """Which way a length goes: how deep, how wide, how far."""
    before = _WAY_BEFORE.search(text, max(0, span.start - 30), span.start)
    if before is not None:
        return "width" if before["way"] == "diameter" else before["way"]
    return next((way for way, words in _WAY_AFTER.items() if words.match(text, span.end)), None)


def _counted_before(text: str, span: Span) -> str | None:
    """What is counted, told before the number: "the number of people affected at 200"."""
    match = _NUMBER_OF.search(text, max(0, span.start - 80), span.start)
    return None if match is None else stem(match[1].split()[-1].lower())
