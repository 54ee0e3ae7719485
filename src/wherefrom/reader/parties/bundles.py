"""Mentions joined so far: bundles that agree in kind, number, gender and name, and never come to contradict themselves."""

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wherefrom.reader.mentions import MentionKind

from .gathering import Noted
from .names import bodies_agree, folded, names_equal, persons_agree
from .traits import Agreement

Name = tuple[str, ...]

_BESIDE = re.compile(r"[\s,(]*(?:[\w\s,]{0,30}\b(?:called|named|titled|entitled|dubbed|known as)\s+)?[“\"‘]?")
"""What stands between a phrase's head and its own name inside it."""

_NEAR = 60
"""Mentions after one that may stand inside it: phrases with more are lists, not names."""


LATELY = 30
"""Mentions of a party before a place that are looked at: the latest ones."""


@dataclass(slots=True, eq=False)
class Bundle:
    """Mentions of one party, in the order of the text, with what all of them together leave open; it grows.

    `names` are its fullest names, folded; `nouns` what it is called otherwise; `kinds` those of its mentions, and
    `called_kinds` of those that are no pronouns.
    """

    members: list[Noted]
    agreement: Agreement
    names: frozenset[Name]
    nouns: frozenset[str]
    kinds: frozenset[MentionKind]
    called_kinds: frozenset[MentionKind]

    @property
    def first(self) -> Noted:
        """Its first mention."""
        return self.members[0]

    def before(self, one: Noted) -> Sequence[Noted]:
        """Its latest mentions before another in the order of the text."""
        end = bisect_left(self.members, one.number, key=_number)
        return self.members[max(0, end - LATELY) : end]

    def near(self, one: Noted) -> Sequence[Noted]:
        """Its mentions close enough to another that one could stand inside the other."""
        start = bisect_left(self.members, one.number - _NEAR, key=_number)
        return self.members[start : bisect_left(self.members, one.number + _NEAR, key=_number)]

    def take_in(self, other: "Bundle", met: Agreement) -> None:
        """Make another's mentions its own; `met` is what both leave open."""
        for one in other.members:
            insort(self.members, one, key=_number)
        self.agreement = met
        self.names = _fullest(self.names | other.names, met)
        self.nouns |= other.nouns
        self.kinds |= other.kinds
        self.called_kinds |= other.called_kinds


def _number(one: Noted) -> int:
    return one.number


class Bundles:
    """All mentions of a document, joined step by step."""

    def __init__(self, noted: Sequence[Noted]) -> None:
        self._of: dict[int, Bundle] = {one.number: _alone(one) for one in noted}

    def of(self, one: Noted) -> Bundle:
        """The bundle that holds a mention."""
        return self._of[one.number]

    def all(self) -> list[Bundle]:
        """Every bundle once, by first mention."""
        return sorted({id(one): one for one in self._of.values()}.values(), key=lambda one: one.first.number)

    def joinable(self, one: Noted, other: Noted) -> bool:
        """Whether the bundles of two mentions agree."""
        return self.of(one) is not self.of(other) and _met(self.of(one), self.of(other)) is not None

    def join(self, one: Noted, other: Noted) -> bool:
        """Join the bundles of two mentions if they agree; whether they are one now."""
        mine, theirs = self.of(one), self.of(other)
        if mine is theirs:
            return True
        met = _met(mine, theirs)
        if met is None:
            return False
        small, large = (mine, theirs) if len(mine.members) < len(theirs.members) else (theirs, mine)
        large.take_in(small, met)
        for each in small.members:
            self._of[each.number] = large
        return True


def _met(mine: Bundle, theirs: Bundle) -> Agreement | None:
    """What two bundles leave open together; None where they cannot be one party."""
    met = mine.agreement.met(theirs.agreement)
    if met is None or not names_agree(mine.names, theirs.names, met):
        return None
    return None if _nested(mine, theirs) else met


def names_agree(mine: frozenset[Name], theirs: frozenset[Name], met: Agreement) -> bool:
    """Whether no name of the one contradicts a name of the other."""
    agree = agreeing(met.kinds)
    return all(agree(one, other) for one in mine for other in theirs)


def _fullest(names: frozenset[Name], met: Agreement) -> frozenset[Name]:
    """The names without those that a longer one includes: "Velez" and "Ana" both go with "Ana Velez"."""
    agree = agreeing(met.kinds)
    return frozenset(
        name for name in names if not any(len(other) > len(name) and agree(name, other) for other in names)
    )


def agreeing(kinds: frozenset[str]) -> Callable[[Name, Name], bool]:
    """How names are compared: persons by surname, bodies by their ends, all else in full."""
    if kinds == {"person"}:
        return persons_agree
    return bodies_agree if "place" not in kinds and kinds & {"organisation", "outlet"} else names_equal


def _alone(one: Noted) -> Bundle:
    names = frozenset({folded(one.traits.name)}) if one.traits.name else frozenset()
    kinds = frozenset({one.kind})
    return Bundle(
        [one], one.traits.agreement, names, one.traits.nouns, kinds, frozenset() if one.mention.pronoun else kinds
    )


def _nested(mine: Bundle, theirs: Bundle) -> bool:
    """Whether a mention of the one stands inside a mention of the other: "his" in "his wife" is not the wife."""
    small, large = (mine, theirs) if len(mine.members) < len(theirs.members) else (theirs, mine)
    return any(_holds(one, other) or _holds(other, one) for one in small.members for other in large.near(one))


def _holds(outer: Noted, inner: Noted) -> bool:
    """Whether a phrase holds another that is somebody else: not the name beside its head, nor "who" after it."""
    if not (outer.span.start <= inner.span.start and inner.span.end <= outer.span.end):
        return False
    if inner.traits.form == "relative":
        return False
    if inner.span.start < outer.mention.head.start:
        return True
    between = outer.words[outer.mention.head.end - outer.span.start : inner.span.start - outer.span.start]
    if inner.mention.pronoun:
        return len(between.split()) < 2  # "the wife of him", and not "the man who lost his hat"
    return _BESIDE.fullmatch(between) is None
