"""What the counts do not tell: one line each, and only where it applies."""

from collections import Counter
from collections.abc import Sequence

from .disclosures import Item

_ONE_CLAIM = 76
"""Of 100 pairs of statements that are put under one claim, so many carry one on the labelled stories (`benchmarks.comparing`)."""

_FEW = 2
"""Items of one day from which on that is told."""


def caveats_of(items: Sequence[Item], retold: Sequence[Item]) -> tuple[str, ...]:
    """The caveats of these items."""
    return tuple(
        line
        for line in (
            _undated(items),
            _one_day(items),
            _chicken_feed(items),
            _same_thing(items),
            _unsure(items),
            _retold(retold),
        )
        if line
    )


def _undated(items: Sequence[Item]) -> str:
    number = sum(one.when.date is None for one in items)
    return f"{_of(number, items)} no day: whether it was new cannot be told." if number else ""


def _one_day(items: Sequence[Item]) -> str:
    days = Counter(one.when.date for one in items if one.when.date is not None)
    day, number = min(days.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    return f"{number} of {len(items)} items are of one day, {day}: they were told together." if number >= _FEW else ""


def _chicken_feed(items: Sequence[Item]) -> str:
    if not any(one.result in {"confirmed", "both"} for one in items):
        return ""
    return (
        "What was confirmed does not carry over to the rest: a deceiver gives true small things, too (“chicken feed”)."
    )


def _unsure(items: Sequence[Item]) -> str:
    number = sum(not one.sure for one in items)
    return (
        f"{_of(number, items)} only words that resemble what others tell: nobody there counts for or against."
        if number
        else ""
    )


def _retold(retold: Sequence[Item]) -> str:
    if not retold:
        return ""
    number = len(retold)
    many = "1 further statement is" if number == 1 else f"{number} further statements are"
    return f"{many} known from retellings alone and in no count: {'it' if number == 1 else 'each'} may be one of these in other words."


def _of(number: int, items: Sequence[Item]) -> str:
    return f"{number} of {len(items)} items {'has' if number == 1 else 'have'}"


def _same_thing(items: Sequence[Item]) -> str:
    if not any(one.supported or one.opposed for one in items):
        return ""
    return (
        f"That others speak of the same thing is the program's reading: of 100 such pairs {_ONE_CLAIM} did on labelled stories. Read both; "
        "`wherefrom regroup` sets it right."
    )
