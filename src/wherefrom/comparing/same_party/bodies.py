"""Bodies and outlets by other forms of their names: initials, a name without the country, a firm's name cut short."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.comparing.countries import countries, leading
from wherefrom.comparing.outlet_names import initials
from wherefrom.model import Document

from .anchors import Anchors
from .body_names import TRADE, is_common
from .portraits import Words, as_acronym
from .sorting import Sorted
from .spelled_out import fits, spelled_out
from .unions import Unions

_LEAST_INITIALS = 3
"""Letters of initials that name a body by themselves; two letters mean too much ("US", "PM", "AI")."""


_OUTLET_TAIL = frozenset("press agency wire newswire radio tv television online magazine weekly".split())
"""Words after an outlet's name that may be left out where nothing else can be meant."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What the documents tell of names beside their parties: the initials that they spell out, and who printed them.

    `printers` are the numbers that stand for the outlets that printed them.
    """

    spelled: Mapping[str, Mapping[str, Words]]
    printers: Mapping[int, Words]

    @classmethod
    def of(cls, documents: Mapping[str, Document], printers: Mapping[int, Words]) -> "Texts":
        """What these documents tell."""
        spelled = {name: dict(spelled_out(document.text)) for name, document in documents.items()}
        return cls({name: found for name, found in spelled.items() if found}, printers)


def join_bodies(ones: Sequence[Sorted], unions: Unions, texts: Texts) -> None:
    """Join bodies and outlets by initials, then without their country, then by a name cut short."""
    bodies = [one for one in ones if one.sort in {"body", "outlet"} or one.open]
    _join_initials([one for one in bodies if one.sort != "place"], unions, texts)
    _join_without_country([one for one in bodies if one.sort == "body"], unions)
    _join_cut_short(bodies, unions, Anchors(ones, unions))


# Initials.


def _join_initials(bodies: Sequence[Sorted], unions: Unions, texts: Texts) -> None:
    """Join initials with the name that the text spells out, else with the only one that they can be short for."""
    fully = _Spelled(bodies, unions, texts)
    for one in sorted(bodies, key=lambda each: (each.portrait.name, each.portrait.number)):
        short = as_acronym(one.portrait.name)
        if short is None:
            continue
        found = fully.of(short, one.portrait.documents)
        if found is not None:
            unions.join(one.portrait.number, found[0], found[1])


class _Spelled:
    """Full names by their initials."""

    def __init__(self, bodies: Sequence[Sorted], unions: Unions, texts: Texts) -> None:
        self._unions = unions
        self._texts = texts
        self._by_words: dict[Words, int] = {}
        self._by_initials: dict[str, set[int]] = defaultdict(set)
        self._called: dict[str, set[int]] = defaultdict(set)
        for one in bodies:
            if len(one.portrait.words) > 1 and one.sort in {"body", "outlet"}:
                self._take_in(one)
        for number, words in texts.printers.items():
            for letters in _initials(words) if len(words) > 1 else ():
                self._by_initials[letters].add(number)
        self._told: dict[str, set[Words]] = defaultdict(set)
        for spelled in texts.spelled.values():
            for short, words in spelled.items():
                self._told[short.lower()].add(words)

    def _take_in(self, one: Sorted) -> None:
        words, root = one.portrait.words, self._unions.of(one.portrait.number)
        self._by_words.setdefault(words, root)
        for letters in (*_initials(words), *(each.lower() for each in initials(one.portrait.name))):
            self._by_initials[letters].add(root)
        for short in one.portrait.acronyms:
            if fits(short, one.portrait.name):
                self._called[short.lower()].add(root)

    def of(self, short: str, documents: Iterable[str]) -> tuple[int, str] | None:
        """The party that initials are short for in these documents, and why; None where several can be meant."""
        low = short.lower()
        own = {words for name in documents for words in [self._texts.spelled.get(name, {}).get(short)] if words}
        if own:
            return self._only(self._named(own), "the text spells the initials out")
        told = self._told.get(low, set())
        if not told <= self._by_words.keys():
            return None  # another text has them for a name that is no party here
        numbers = self._named(told) | self._called.get(low, set())
        if len(low) >= _LEAST_INITIALS:
            numbers |= self._by_initials.get(low, set())
        return self._only(numbers, "initials, the only name that they can be short for")

    def _named(self, names: Iterable[Words]) -> set[int]:
        return {self._by_words[words] for words in names if words in self._by_words}

    def _only(self, numbers: Iterable[int], why: str) -> tuple[int, str] | None:
        roots = {self._unions.of(number) for number in numbers}
        return (min(roots), why) if len(roots) == 1 else None


def _initials(words: Words) -> frozenset[str]:
    """The first letters of a name's words, with and without those of the country before it."""
    country = leading(words[:-1])
    own = words[country[1] :] if country is not None else words
    return frozenset("".join(word[0] for word in each) for each in (words, own) if len(each) > 1)


# Without the country.


def _join_without_country(bodies: Sequence[Sorted], unions: Unions) -> None:
    """Join a name without its country with the only one that has one: "US Department of Homeland Security"."""
    owned: dict[Words, set[str]] = defaultdict(set)
    bare: dict[Words, list[int]] = defaultdict(list)
    first: dict[tuple[Words, str], int] = {}
    for one in bodies:
        if one.body is None or one.body.common:
            continue
        if one.body.whose is None:
            bare[one.body.rest].append(one.portrait.number)
        elif len(one.body.rest) > 1 or as_acronym(one.portrait.name.split()[-1]) is not None:
            owned[one.body.rest].add(one.body.whose)
            first.setdefault((one.body.rest, one.body.whose), one.portrait.number)
    for rest in sorted(owned.keys() & bare.keys()):
        if len(owned[rest]) == 1:
            (whose,) = owned[rest]
            unions.join(bare[rest][0], first[rest, whose], "the same name, with its country and without")


# Cut short.


def _join_cut_short(bodies: Sequence[Sorted], unions: Unions, anchors: Anchors) -> None:
    """Join a name cut short with the only fuller one that it can be, where both stand in one story."""
    fuller: dict[Words, dict[int, int]] = defaultdict(dict)  # a number for each of those that are one so far
    forms: dict[Words, list[Sorted]] = defaultdict(list)
    places = {one.portrait.words for one in bodies if one.sort == "place"}
    for one in bodies:
        if as_acronym(one.portrait.name) is None:
            forms[one.portrait.words].append(one)
        if one.sort in {"body", "outlet"} and one.key is not None and not (one.sort == "outlet" and one.key[1]):
            tail = TRADE | _OUTLET_TAIL if one.sort == "outlet" else TRADE
            for words in _cut_short(one.portrait.words, tail):
                fuller[words].setdefault(unions.of(one.portrait.number), one.portrait.number)
    for words in sorted(forms, key=lambda each: (-len(each), each)):
        alone = len(words) == 1 and words in places
        for one in forms[words]:
            if one.sort == "body" or not alone:
                _join_form(one, tuple(fuller.get(words, {}).values()), unions, anchors)


def _join_form(one: Sorted, fuller: tuple[int, ...], unions: Unions, anchors: Anchors) -> None:
    """Join a short form with the only fuller name that it can be, if that stands in the same story."""
    number = one.portrait.number
    listed = one.sort == "outlet" and one.key is not None and one.key[1]
    roots = {unions.of(each) for each in fuller}
    if listed or len(roots) != 1 or unions.of(number) in roots:
        return
    if anchors.shared([number], fuller):
        unions.join(number, min(roots), "a short form, the only name in these texts that it can be")


def _cut_short(words: Words, tail: frozenset[str]) -> Iterator[Words]:
    """The forms to which a name may be cut: without what firms are, and its end where that tells it apart."""
    for end in range(len(words) - 1, 0, -1):
        if words[end] not in tail and words[end:] not in countries():
            break
        if not is_common(words[:end]):
            yield words[:end]
    for start in range(1, len(words)):
        if not is_common(words[start:]):
            yield words[start:]
