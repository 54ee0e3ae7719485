"""What countries somebody is said to be from: "a Chinese server company", "a vendor from San Jose, California"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherefrom.model import Conflict, Party, Span
from wherefrom.reader import lexicon

from .keys import Place, place_of
from .nations import NAME, nation
from .scene import Named, Scene
from .told import Value, Verdict, conflict

_CALLED = frozenset({"person", "organisation", "outlet"})


@dataclass(frozen=True, slots=True)
class Belonging:
    """A party, the country that a text gives it, and whether by the word for its people or by where it has its seat."""

    party: Party
    country: str
    words: str
    place: Place
    span: Span
    seat: bool


_BEHIND = re.compile(
    rf",?\s(?:is\s|was\s)?(?:an?|the)\s(?:[a-z][\w-]{{0,20}}\s){{0,3}}?(?P<people>{NAME})\s(?:[a-z][\w-]{{0,20}}\s?){{1,3}}"
)
"""Behind a name: ", a Chinese server company"."""
_SEAT = re.compile(
    rf",?\s(?:is\s|was\s)?(?:an?|the)\s(?:[a-z][\w-]{{0,20}}\s){{1,4}}(?:from|based\sin|headquartered\sin|of)\s"
    rf"(?:[A-Z][\w’'.-]{{0,20}}(?:\s[A-Z][\w’'.-]{{0,20}}){{0,2}},\s)?(?P<seat>(?:the\s)?{NAME})"
)
"""Behind a name: ", a hardware vendor from San Jose, California"."""
_BEFORE = re.compile(
    rf"(?:^|[^\w-])(?P<people>{NAME})\s(?:[a-z][\w-]{{0,20}}\s){{0,2}}?(?P<noun>[a-z][\w-]{{0,20}})\s$"
)
"""Before a name: "the Chinese server firm"."""
_INSIDE = re.compile(rf"(?:[Tt]he\s|[Aa]n?\s)?(?P<people>{NAME})\s(?:[a-z][\w-]{{0,20}}\s){{1,3}}(?=[A-Z])")
"""Within the words for a party: "the Chinese server firm Super Micro"."""
_NOUNS = (
    lexicon.PERSONS
    | lexicon.ORGANISATIONS
    | frozenset(
        """giant maker manufacturer startup carmaker automaker retailer supplier vendor firm bank brand chain developer
        journalist reporter writer player striker actor actress singer billionaire businessman businesswoman tycoon
        banker investor trader oligarch mogul magnate rapper model athlete cyclist coach poet composer director
        producer founder philanthropist dissident blogger tourist backpacker student national citizen native politician hostage architect artist chemist physicist footballer""".split()
    )
)
"""What a party is called right before its name."""


def belongings(scene: Scene) -> Iterator[Belonging]:
    """The countries that a document gives to the named it tells of, where it calls them by name."""
    for block in scene.blocks:
        for one in scene.mentions(block.span):
            named = one.party.named and one.party.kind in _CALLED
            if named and _by_name(scene.text[one.span.start : one.span.end], one.party.name):
                yield from _of(scene, one)


def _by_name(words: str, name: str) -> bool:
    """Whether words for a party hold its name or a part of it, and are no pronoun."""
    return any(part in name for part in words.replace("’s", "").replace("'s", "").split() if part[:1].isupper())


def _of(scene: Scene, mention: Named) -> Iterator[Belonging]:
    text, (start, end) = scene.text, mention.span
    for pattern, seat in ((_BEHIND, False), (_SEAT, True)):
        behind = pattern.match(text, end, min(len(text), end + 110))
        if behind is not None:
            yield from _one(scene, mention, Span(*behind.span("seat" if seat else "people")), seat=seat)
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before is not None and before["noun"] in _NOUNS:
        yield from _one(scene, mention, Span(*before.span("people")), seat=False)
    inside = _INSIDE.match(text, start, end)
    if inside is not None:
        yield from _one(scene, mention, Span(*inside.span("people")), seat=False)


def _one(scene: Scene, mention: Named, span: Span, *, seat: bool) -> Iterator[Belonging]:
    """What a stretch that should tell a country tells: its people where the party is called by them, a place for a seat."""
    found = nation(scene.text, *span)
    if found is None or found.people == seat or (not seat and found.span.end != span.end):
        return
    place = place_of(scene, (found.span,), scene.statement_at(found.span))
    words = scene.text[found.span.start : found.span.end]
    yield Belonging(mention.party, found.code, words, place, found.span, seat)


def nationalities(found: Sequence[Belonging]) -> Iterator[Conflict]:
    """Conflicts between the countries that are given to one party."""
    held: dict[str, list[Belonging]] = {}
    for one in found:
        held.setdefault(_called(one.party), []).append(one)
    for rows in held.values():
        if len({one.country for one in rows}) < 2 or len({one.place.document for one in rows}) < 2:
            continue
        values = [Value(one.place, (one.span,), one.words, None, one.country) for one in rows]
        yield conflict("name", f"where {rows[0].party.name} is from", values, _verdict(rows))


def _called(party: Party) -> str:
    """What tells one party from another: a person of several names by its id, everything else by its name.

    The reader takes the name of a firm for a person's now and then; two firms of one name are rarer than that.
    """
    if party.kind == "person" and " " in party.name:
        return party.id
    return "".join(letter for letter in party.name.lower() if letter.isalnum())


def _verdict(rows: Sequence[Belonging]) -> Verdict:
    named = " and ".join(f"“{words}”" for words in {one.country: one.words for one in reversed(rows)}.values())
    if all(one.party.kind == "person" for one in rows):
        return Verdict(apart=False, why=f"{named} are given; a person may belong to both")
    if len({one.country for one in rows if not one.seat}) > 1 or len({one.country for one in rows if one.seat}) > 1:
        return Verdict(apart=True, why=f"{named} are given for one body")
    return Verdict(apart=False, why=f"{named} are given, one for its seat: owners and seat may differ")
