"""Persons by shorter forms of their names: "Bo Orrin", "B. Orrin", "Mr Orrin"; two of one surname stay two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wherefrom.reader.parties.names import persons_agree

from .anchors import Anchors
from .portraits import Portrait, Words, is_knighted
from .sorting import Sorted
from .unions import Unions

_MOST = 200
"""Full names with one surname that are compared with one another; where there are more, only equal ones are joined."""


@dataclass(slots=True)
class _Person:
    """Somebody with a full name, as all texts call him."""

    numbers: list[int]
    forms: list[Words]
    genders: frozenset[str]
    calls: frozenset[Words]
    documents: frozenset[str]
    human: bool

    @classmethod
    def of(cls, people: Sequence["_Person"]) -> "_Person":
        """All of them as one."""
        if len(people) == 1:
            return people[0]
        return cls(
            [number for one in people for number in one.numbers],
            list(dict.fromkeys(form for one in people for form in one.forms)),
            frozenset[str]().union(*(one.genders for one in people)),
            frozenset[Words]().union(*(one.calls for one in people)),
            frozenset[str]().union(*(one.documents for one in people)),
            any(one.human for one in people),
        )


def join_persons(ones: Sequence[Sorted], unions: Unions, anchors: Anchors) -> frozenset[int]:
    """Join variants of full names, then surnames with the only full name they can mean.

    Returns the numbers of the lone names that are somebody's surname, whether joined or not.
    """
    people = [one.portrait for one in ones if one.sort == "person"]
    full = _with_full_names((each for each in people if len(each.words) > 1), unions)
    known = list(_variants(full, unions, anchors))
    return _lone([each for each in people if len(each.words) == 1], known, unions)


def _with_full_names(people: Iterable[Portrait], unions: Unions) -> list[_Person]:
    """Everybody with a full name, the longest names first, whatever the order of the texts."""
    found: dict[int, list[_Person]] = defaultdict(list)
    for each in people:
        one = _Person([each.number], [each.words], each.genders, each.calls, _read_in(each), each.human)
        found[unions.of(each.number)].append(one)
    met = map(_Person.of, found.values())
    return sorted(met, key=lambda one: (-len(one.forms[0]), -sum(map(len, one.forms[0])), one.forms[0]))


def _read_in(one: Portrait) -> frozenset[str]:
    """The documents whose readings took it for a person."""
    return frozenset(one.documents if one.kind == "person" else ())


def _variants(full: Sequence[_Person], unions: Unions, anchors: Anchors) -> Iterator[_Person]:
    """The same persons, those made one whose names differ in initials, short forms or middle names alone."""
    named: dict[str, list[_Person]] = defaultdict(list)
    for one in full:
        named[one.forms[0][-1]].append(one)
    for surname in sorted(named):
        yield from named[surname] if len(named[surname]) > _MOST else _within(named[surname], unions, anchors)


def _within(namesakes: Sequence[_Person], unions: Unions, anchors: Anchors) -> list[_Person]:
    """Namesakes, joined where a shorter form can mean only one of them and both stand in one story."""
    kept: list[_Person] = []
    for one in namesakes:
        fitting = [number for number, other in enumerate(kept) if _may_be(one, other)]
        if len(fitting) == 1 and anchors.shared(one.numbers, kept[fitting[0]].numbers):
            other = kept[fitting[0]]
            unions.join(
                one.numbers[0], other.numbers[0], "a form of the same name, in texts that name somebody else in common"
            )
            kept[fitting[0]] = _Person.of([other, one])
        else:
            kept.append(one)
    return kept


def _may_be(one: _Person, other: _Person) -> bool:
    if _contradict(one.genders, other.genders):
        return False
    return all(
        persons_agree(mine, theirs) and _middles_agree(mine, theirs) for mine in one.forms for theirs in other.forms
    )


def _middles_agree(one: Words, other: Words) -> bool:
    """Whether the names between first and last do not contradict each other: "Bo K. Orrin" is not Bo L. Orrin."""
    mine, theirs = one[1:-1], other[1:-1]
    return all(
        mid == their or (min(len(mid), len(their)) == 1 and mid[0] == their[0])
        for mid, their in zip(mine, theirs, strict=False)
    )


def _contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _lone(people: Sequence[Portrait], known: Sequence[_Person], unions: Unions) -> frozenset[int]:
    """Join lone names with the only person they can mean."""
    by_surname: dict[str, list[_Person]] = defaultdict(list)
    by_first: dict[str, list[_Person]] = defaultdict(list)
    for one in known:
        surnames = dict.fromkeys(form[-1] for form in one.forms)
        for word in surnames:
            by_surname[word].append(one)
        for word in dict.fromkeys(form[0] for form in one.forms if form[0] not in surnames):
            by_first[word].append(one)
    had: set[int] = set()
    for each in people:
        (word,) = each.words
        had |= {each.number} if word in by_surname else set()
        bearers = (one for held in (by_surname, by_first) for one in held.get(word, ()))
        fitting = list(islice((one for one in bearers if not _contradict(one.genders, each.genders)), 2))
        if len(fitting) == 1 and _meant(each, fitting[0]):
            had.add(each.number)
            why = f"{'surname' if _is_surname(each, fitting[0]) else 'name'}, the only {each.name}"
            unions.join(each.number, fitting[0].numbers[0], why)
    return frozenset(had)


def _meant(each: Portrait, one: _Person) -> bool:
    """Whether a lone name can mean this person: by surname, or by a first name that texts or "Sir" go with.

    Where a text tells of both, its own reading has kept them apart.
    """
    if not one.documents.isdisjoint(each.documents):
        return False
    return _is_surname(each, one) or (one.human and each.words in one.calls) or is_knighted(each)


def _is_surname(each: Portrait, one: _Person) -> bool:
    return any(form[-1] == each.words[0] for form in one.forms)
