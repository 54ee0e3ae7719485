"""Descriptions by which news takes up a party that it has named: "the trust", "the 41-year-old", "the retired docker".

Only sources are joined so: whoever speaks in a report was brought in before, and newsrooms vary what they call him.
"""

import re
from collections.abc import Iterator, Sequence

from wherefrom.reader import lexicon
from wherefrom.reader.sources import is_outlet

from . import sides, vocabulary
from .bundles import Bundle, Bundles
from .gathering import Noted
from .voices import Voices

_AGE = re.compile(r"(?:the|this)\s+(?:\w+\s+)?(\d{1,3})-year-old", re.IGNORECASE)
_AGE_NEAR = 40
"""Characters beside a name in which its age stands."""

_LATELY = 3
"""Sentences back in which a name stands that a new description takes up."""

_PARAGRAPHS = 3
"""Paragraphs back in which a body stands that "the company" takes up."""

_BACK = 400
"""Mentions before a description among which the party is that it takes up."""

_ONWARD = 400
"""Mentions after a description among which its name is."""

_UNNAMED = frozenset("source official insider person friend witness spokesman spokeswoman spokesperson aide".split())
"""Nouns by which news keeps somebody unnamed for good."""

_SOON = 2
"""Blocks after a description in which its name comes."""

_LONGEST = 4
"""Words of such a description: "the former bus driver"."""


def take_up(text: str, noted: Sequence[Noted], voices: Voices, bundles: Bundles) -> frozenset[int]:
    """Join descriptions that speak with the party that they take up; the numbers of those that are a guess."""
    guessed: set[int] = set()
    for one in noted:
        if one.traits.form != "definite" or one.traits.possessive or not voices.is_source(one):
            continue
        if bundles.of(one).first.number < one.number or one.place.headline:
            continue
        titled = _titled(one, noted, bundles)
        if titled is not None and bundles.join(titled, one):
            continue
        if _is_long(one):
            continue
        aged = _aged(text, one, noted, voices)
        if aged is not None and bundles.join(aged[1], one):
            guessed |= set() if aged[0] else {one.number}
            continue
        for sure, candidate in _candidates(one, noted, voices, bundles):
            if bundles.join(candidate, one):
                guessed |= set() if sure else {one.number}
                break
    return frozenset(guessed)


def _aged(text: str, one: Noted, noted: Sequence[Noted], voices: Voices) -> tuple[bool, Noted] | None:
    """Whom "the 41-year-old" takes up: who was given this age ("Bo Orrin, 41,"), for certain; else whoever spoke or acted last."""
    age = _AGE.match(one.words)
    if age is None:
        return None
    before = [each for each in noted[max(0, one.number - _BACK) : one.number] if _is_person(each)]
    for each in reversed(before):
        after = re.match(rf",?\s+(?:aged\s+)?\(?{age[1]}\b(?=[,.;)])", text[each.span.end : each.span.end + _AGE_NEAR])
        ahead = re.search(
            rf"\b{age[1]}-year-old\s(?:[\w-]+\s){{0,4}}$", text[max(0, each.span.start - _AGE_NEAR) : each.span.start]
        )
        if after or ahead or re.match(rf"(?:the\s)?{age[1]}-year-old\b", each.words, re.IGNORECASE):
            return True, each
    lately = [each for each in before if one.place.sentence - each.place.sentence <= _LATELY]
    spoke = [each for each in lately if voices.is_source(each)] or [each for each in lately if each.place.subject]
    return (False, spoke[-1]) if spoke else None


def _candidates(one: Noted, noted: Sequence[Noted], voices: Voices, bundles: Bundles) -> Iterator[tuple[bool, Noted]]:
    """The mentions that a description may take up, the likeliest first, each with whether the words leave no doubt."""
    before = noted[max(0, one.number - _BACK) : one.number][::-1]
    named = [each for each in before if bundles.of(each).names and each.span.end <= one.span.start]
    noun = one.traits.noun
    yield from ((True, each) for each in named if _ends_in(bundles.of(each), noun))
    if noun in vocabulary.OF_ANY_OUTLET:
        outlets = [each for each in named if _is_outlet(each)]
        latest = [each for each in outlets if each.place.block == outlets[0].place.block]
        yield from ((True, each) for each in _voices_first(latest, voices))
    elif noun in vocabulary.PUBLISHED:
        outlets = [each for each in named if _is_outlet(each) and voices.is_source(each)]
        yield from ((False, each) for each in outlets[:1])
    elif noun in vocabulary.OF_ANY_BODY:
        near = [each for each in named if _is_body(each) and one.place.block - each.place.block <= _PARAGRAPHS]
        like = [each for each in near if vocabulary.alike(noun, bundles.of(each).nouns)]
        yield from ((False, each) for each in _voices_first(like, voices))
        yield from ((False, each) for each in _voices_first(near, voices))
    elif _is_epithet(one, before, bundles):
        lately = [each for each in named if one.place.sentence - each.place.sentence <= _LATELY and _is_person(each)]
        speakers = [each for each in lately if voices.is_source(each)]
        if len({id(bundles.of(each)) for each in speakers}) == 1:  # of several, the encoder may know
            yield False, speakers[0]


def _titled(one: Noted, noted: Sequence[Noted], bundles: Bundles) -> Noted | None:
    """The one person before who was named with this title: "President Velez ... The president said".

    Of several, the only one with a word of the description: "GOP nominee Bo Orrin ... The Republican nominee".
    """
    if one.traits.agreement.kinds != {"person"} or one.span.end > one.mention.head.end:
        return None
    named: dict[int, Noted] = {}
    for each in reversed(noted[max(0, one.number - _BACK) : one.number]):
        if each.traits.form == "name" and bundles.joinable(one, each):
            named.setdefault(id(bundles.of(each)), each)
    own = sides.alike(one.traits.modifiers) & sides.SIDES
    held = [each for each in named.values() if not sides.opposed(one, bundles.of(each))]
    fitting = [each for each in held if one.traits.noun in bundles.of(each).nouns]
    if len(fitting) != 1 and own:
        fitting = [each for each in fitting or held if own & sides.words_of(bundles.of(each))]
    new = sides.alike(one.traits.modifiers) - sides.SIDES - {"former", "presidential"}
    return fitting[0] if len(fitting) == 1 and not new else None


def name_later(noted: Sequence[Noted], voices: Voices, bundles: Bundles) -> frozenset[int]:
    """Join descriptions that open a report with the name that comes after them; the numbers of these guesses.

    News often says first what somebody is and then who: "A former mayor said ... Ana Velez, who ...". And "his lawyer"
    is the one who is named a lawyer later on, if only one is.
    """
    guessed: set[int] = set()
    begins = next((each.place.block for each in noted if not each.place.headline), 0)
    for one in noted:
        if not voices.is_source(one) or bundles.of(one).names or bundles.of(one).first.number < one.number:
            continue
        after = [each for each in noted[one.number + 1 : one.number + 1 + _ONWARD] if each.traits.form == "name"]
        if one.traits.form == "definite":
            called = [each for each in after if _is_person(each) and one.traits.noun in bundles.of(each).nouns]
            chosen = called if len({id(bundles.of(each)) for each in called}) == 1 else []
        elif _opens_report(one, begins):
            chosen = [each for each in after if _is_introduced(one, each, bundles)]
        else:
            continue
        if chosen and bundles.join(chosen[0], one):
            guessed.add(one.number)
    return frozenset(guessed)


def _opens_report(one: Noted, begins: int) -> bool:
    """Whether a description of one person, body or outlet opens the first paragraphs: "A former mayor said ..."."""
    return (
        one.traits.form == "indefinite"
        and not one.place.headline
        and one.place.block <= begins + 1
        and one.traits.agreement.numbers.isdisjoint({"many"})
        and one.traits.noun not in _UNNAMED
    )


def _is_introduced(one: Noted, name: Noted, bundles: Bundles) -> bool:
    """Whether a name opens one of the next paragraphs for the first time, and is of the sort that was described."""
    near = 0 < name.place.block - one.place.block <= _SOON
    outlet = one.traits.noun in vocabulary.OF_ANY_OUTLET
    same = (one.kind == name.kind == "person") or (outlet and _is_outlet(name))
    first = next(each for each in bundles.of(name).members if not each.place.headline or each is name)
    return near and same and name.place.opens and first is name


def _is_long(one: Noted) -> bool:
    """Whether a description says more than a name would: with a name of its own in it, or with words after its head."""
    words = one.words.split()
    return one.span.end > one.mention.head.end or len(words) > _LONGEST or any(word[0].isupper() for word in words[1:])


def _voices_first(found: Sequence[Noted], voices: Voices) -> list[Noted]:
    """The latest that spoke, then the latest that is the subject of its clause, then the rest."""
    return sorted(found, key=lambda each: (not voices.is_source(each), not each.place.subject, -each.number))


def _ends_in(bundle: Bundle, noun: str) -> bool:
    """Whether the last word of its name is this noun: "the trust" is "Tarn Vale Health Trust"."""
    return bool(noun) and any(len(name) > 1 and name[-1].lower() == noun for name in bundle.names)


def _is_outlet(one: Noted) -> bool:
    return one.traits.form == "name" and (one.kind == "outlet" or is_outlet(one.words))


def _is_body(one: Noted) -> bool:
    return one.kind == "organisation" and one.traits.form == "name"


def _is_person(one: Noted) -> bool:
    return one.kind == "person" and one.traits.form == "name"


def _is_epithet(one: Noted, before: Sequence[Noted], bundles: Bundles) -> bool:
    """Whether it describes a person by a noun that nobody before was called by: a description in place of a name."""
    noun = one.traits.noun
    person = one.kind == "person" or noun in lexicon.PERSONS
    return (
        person
        and noun not in {"source", "official", "insider", "spokesman", "spokeswoman", "spokesperson"}
        and not any(noun in bundles.of(each).nouns for each in before)
    )
