"""Why figures that leave no one amount may all hold: of different times, not facts yet, or of a count that grows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from wherefrom.model import Document

from .bounds import Amount
from .figures import Figure
from .periods import period_of

GROWING = frozenset("die injure evacuate cancel arrest rescue steal infect".split()) | {"miss", "affect"}
"""What is counted again as a story goes on, and only gets more."""

Row = tuple[Figure, Amount]


def excuse(rows: Sequence[Row], documents: Mapping[str, Document]) -> str | None:
    """Why the figures may all hold, in plain words; None where nothing says so."""
    if _of_other_times(rows):
        return "they are given for different times"
    expected = {one.place.expected for one, _ in rows}
    if expected == {True, False}:
        return "some tell what is, others what is expected or would be"
    if _grows(rows, documents):
        return "the later reports give more: the count may have grown"
    return None


def _of_other_times(rows: Sequence[Row]) -> bool:
    """Whether each figure that has no place beside another has a time of its own."""
    told = [
        (left, {value for value in one.place.when if (told := period_of(value)) is not None and told.days < 400})
        for one, left in rows
    ]
    return all(
        one_times and other_times and not one_times & other_times
        for place, (one, one_times) in enumerate(told[:50])
        for other, other_times in told[:place]
        if one.apart(other)
    )


def _grows(rows: Sequence[Row], documents: Mapping[str, Document]) -> bool:
    """Whether the count is of a kind that grows, and no later report gives less."""
    if not any(set(one.place.acts) & GROWING or set(one.place.plain) & GROWING for one, _ in rows):
        return False
    told = [(documents[one.place.document].published, left.told) for one, left in rows if left.told is not None]
    dated = sorted((day, number) for day, number in told if day is not None)
    if len(dated) < len(rows) or len({day for day, _ in dated}) < 2:
        return False
    return all(number <= later for (_, number), (_, later) in pairwise(dated))
