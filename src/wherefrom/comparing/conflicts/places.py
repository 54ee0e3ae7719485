"""Where somebody went, and which way: destinations and directions that differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wherefrom.comparing.material import Material
from wherefrom.model import Conflict, Span
from wherefrom.reader import lexicon

from .keys import Place, place_of
from .nations import NAME, Nation, nation
from .scene import Scene
from .things import Shared, alike
from .told import Value, Verdict, about_words, conflict
from .words import Word, words

MOTIONS = frozenset("defect deport extradit emigrat relocat transfer smuggl exile return".split())
"""What is done once, and to one country: two countries told for it are two destinations of one journey."""

_MOVES = re.compile(
    r"\b(?:defect|fle[ed]|escap|desert|deport|extradit|emigrat|relocat|transfer|smuggl|exile|return|"
    r"(?:go|went|gone|goes|going|came?|come|coming|cross\w*|ran|runn?\w*)\s(?:over|away)|cross)",
    re.IGNORECASE,
)
"""Without any of these there is no such motion."""
_REACH = 70
"""Characters between a verb of motion and where it leads."""

_NAME = r"[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|of\s[A-Z][\w’'-]+)){0,3}"
_TO = re.compile(rf"\b(?:to|into|in|for)\s(?P<place>(?:the\s)?{NAME})")
_FROM_TO = re.compile(rf"\bfrom\s(?:the\s)?(?P<first>{_NAME})\s(?:\w+\s){{0,2}}?to\s(?:the\s)?(?P<last>{_NAME})")
_START_END = re.compile(
    rf"\b(?:start(?:s|ed|ing)?|beg(?:i|a|u)n(?:s|ning)?|head)\s(?:at|in|from|near)\s(?:the\s)?(?P<first>{_NAME})[^.;]{{0,40}}?\b(?:end(?:s|ed|ing)?|tail)\s"
    rf"(?:at|in|near)\s(?:the\s)?(?P<last>{_NAME})"
)
_KIND = re.compile(r"\s(?:City|County|Province|State|District|Region|Airport|Town)$")
_NO_PLACE = frozenset((*lexicon.MONTHS, *lexicon.WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Journey:
    """A motion with the country it leads to."""

    place: Place
    span: Span
    act: str
    country: str
    words: str
    movers: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A motion from one place to another."""

    place: Place
    span: Span
    first: str
    last: str


def journeys(scene: Scene) -> Iterator[Journey]:
    """The motions to a country that a document tells of."""
    for block in scene.blocks:
        for match in _TO.finditer(scene.text, block.start, block.end):
            before = max(block.start, match.start() - _REACH)
            if _MOVES.search(scene.text, before, match.end()) is None:
                continue
            where = nation(scene.text, *match.span("place"))
            begin = max(scene.sentence(match.start()).start, before)
            acts = [word for word in words(scene.text, begin, match.start() + 3) if word.stem in MOTIONS]
            if where is None or where.people or not acts or "," in scene.text[acts[-1].end : match.start()]:
                continue
            yield _journey(scene, Span(match.start(), where.span.end), acts[-1], where)


def _journey(scene: Scene, span: Span, verb: Word, where: Nation) -> Journey:
    place = place_of(scene, (span,), scene.statement_at(span))
    before = Span(scene.sentence(verb.start).start, verb.start)
    people = [one.party for one in scene.mentions(before) if one.party.kind in {"person", "group"}]
    named = tuple(dict.fromkeys(one.id for one in people if one.named))
    words_for_it = scene.text[where.span.start : where.span.end]
    return Journey(place, span, verb.stem, where.code, words_for_it, named, () if named else scene.all_claims)


def ways(scene: Scene) -> Iterator[Way]:
    """The motions from one place to another that a document tells of."""
    for block in scene.blocks:
        for pattern in (_FROM_TO, _START_END):
            for match in pattern.finditer(scene.text, block.start, block.end):
                first, last = _place(match["first"]), _place(match["last"])
                if first != last and not {first.lower(), last.lower()} & _NO_PLACE:
                    span = Span(match.start(), match.end())
                    place = place_of(scene, (span,), scene.statement_at(span))
                    yield Way(place, span, first, last)


def _place(name: str) -> str:
    return _KIND.sub("", name.replace("’", "'").removesuffix("'s"))


def destinations(material: Material, found: Sequence[Journey]) -> Iterator[Conflict]:
    """Conflicts between the countries to which one journey led."""
    keyed = ((number, key) for number, one in enumerate(found) for key in _keys(one))
    for members in alike(keyed, len(found)):
        rows = [found[number] for number in members]
        if len({one.country for one in rows}) < 2 or len({one.place.document for one in rows}) < 2:
            continue
        values = [Value(one.place, (one.span,), one.words, None, one.country) for one in rows]
        texts = {one.place.document: material.documents[one.place.document].text for one in values}
        named = " and ".join({one.country: one.words for one in reversed(rows)}.values())
        about = f"destination: {about_words(values, texts)}".strip(": ")
        yield conflict("place", about, values, Verdict(apart=True, why=f"one journey cannot have led to {named}"))


def _keys(journey: Journey) -> Iterator[Shared]:
    for mover in journey.movers:
        yield Shared((journey.act, mover))
    for claim in dict.fromkeys((*journey.claims, *journey.place.claims)):
        yield Shared((journey.act, "claim", claim))


def directions(material: Material, found: Iterable[Way]) -> Iterator[Conflict]:
    """Conflicts between two ways of which one ends where the other starts, told of one thing."""
    rows = list(found)
    keyed = ((number, key) for number, one in enumerate(rows) for key in _way_keys(one))
    for members in alike(keyed, len(rows)):
        group = [rows[number] for number in members]
        if not {one.first for one in group} & {one.last for one in group}:
            continue
        values = [
            Value(one.place, (one.span,), f"from {one.first} to {one.last}", None, (one.first, one.last))
            for one in group
        ]
        texts = {one.place.document: material.documents[one.place.document].text for one in values}
        turned = min({one.first for one in group} & {one.last for one in group})
        about = f"direction: {about_words(values, texts)}".strip(": ")
        yield conflict(
            "place", about, values, Verdict(apart=True, why=f"{turned} is where one ends and the other starts")
        )


def _way_keys(way: Way) -> Iterator[Shared]:
    for end in (way.first, way.last):
        for claim in way.place.claims:
            yield Shared((end, "claim", claim))
        for word in sorted(way.place.wide):
            for day in way.place.days:
                yield Shared((end, word, day))
