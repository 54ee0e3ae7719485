"""What a retelling did to the figures: a bound dropped or turned, another value."""

import re
from collections.abc import Iterator, Sequence
from math import isclose

from wherefrom.comparing.conflicts.bounds import all_hold, amount
from wherefrom.comparing.conflicts.units import in_unit
from wherefrom.model import Quantity

from .shown import Finding
from .tellings import Retelling, Told
from .wording import likeness, stem, words_of

SURE = 0.6
"""How alike two tellings must be for another figure to be the same detail's."""

SAME = 0.005
"""Figures this near are one, told in other units."""

ROUNDED = 0.02
"""Figures this near are one, rounded: 2,700 and 2,748, 59% and 60%."""

_BOUND = re.compile(
    r"\b(?:as (?:many|much|far|high|low|few|little|long|late|early) as|up to|at (?:least|most)|(?:more|less|fewer|no more|no fewer) than|"
    r"over|under|above|below|nearly|almost|about|around|some|roughly|approximately|close to)\s*$",
    re.IGNORECASE,
)
"""Words before a figure that bound it, should the reader have missed them."""


def changes(pair: Retelling) -> Iterator[Finding]:
    """Figures of one thing, told by both, that do not say the same."""
    if "denies" in (pair.earlier.stance, pair.later.stance):
        return
    sure = likeness(pair.earlier.wording, pair.later.wording) >= SURE
    for before, after in _counterparts(pair.earlier.appearance.quantities, pair.later.appearance.quantities):
        yield from _change(pair, before, after, sure=sure)


def differ(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether a figure of one statement cannot hold together with the other's for the same thing."""
    return any(
        (moved := in_unit(after, before.unit)) is not None and not _together(before, moved)
        for before, after in _counterparts(one, other)
    )


def _together(one: Quantity, other: Quantity) -> bool:
    first, second = amount(one), amount(other)
    return first is None or second is None or all_hold((first, second))


def _counterparts(before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures that measure or count one thing; where either statement has two of a kind nobody can tell which is which."""
    for one in before:
        others = [other for other in after if _of_one_kind(one, other)]
        if len(others) == 1 and sum(_of_one_kind(other, others[0]) for other in before) == 1:
            yield one, others[0]


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension or (one.dimension == "money" and one.unit != other.unit):
        return False
    counted, other_counted = _head(one), _head(other)
    if one.dimension is None:
        return one.unit == other.unit and counted is not None and counted == other_counted
    return counted is None or other_counted is None or counted == other_counted


def _head(one: Quantity) -> str | None:
    return stem(one.of.split()[-1]) if one.of else None


def _change(pair: Retelling, before: Quantity, after: Quantity, *, sure: bool) -> Iterator[Finding]:
    moved = in_unit(after, before.unit)
    first, second = amount(before), amount(moved) if moved is not None else None
    if moved is None or first is None or second is None:
        return
    if first.told is None or second.told is None:
        if before.relation == "range" and after.relation == "=" and all_hold((first, second)):
            why = f"earlier it was only known to lie in “{before.text}”"
            yield Finding("bound-lost", before.spans, after.spans, why)
    elif isclose(first.told, second.told, rel_tol=SAME):
        yield from _bound(pair, before, after)
    elif (
        sure
        and not _told_before(pair, after)
        and not isclose(first.told, second.told, rel_tol=ROUNDED)
        and not all_hold((first, second))
    ):
        why = f"“{before.text}” has become “{after.text}”"
        yield Finding("figure-changed", before.spans, after.spans, why)


def _told_before(pair: Retelling, after: Quantity) -> bool:
    """Whether the earlier telling has the later one's figure as well: "43 of the 61 ferries"."""
    earlier = pair.earlier.document.text
    said = {earlier[match.start() : match.end()] for match in words_of(earlier, pair.earlier.appearance.spans)}
    return any(word in said for word in after.text.split() if word[0].isdigit())


def _bound(pair: Retelling, before: Quantity, after: Quantity) -> Iterator[Finding]:
    if before.relation == after.relation or after.relation in ("~", "range"):
        return
    if any(one.relation == "=" and _bounded(told, one) for told, one in ((pair.earlier, before), (pair.later, after))):
        return
    if after.relation == "=":
        yield Finding("bound-lost", before.spans, after.spans, f"“{before.text}” has become the plain “{after.text}”")
    elif before.relation[0] != after.relation[0]:
        yield Finding("bound-changed", before.spans, after.spans, f"“{before.text}” has become “{after.text}”")


def _bounded(told: Told, one: Quantity) -> bool:
    start = one.spans[0].start
    return _BOUND.search(told.document.text[max(0, start - 20) : start]) is not None
