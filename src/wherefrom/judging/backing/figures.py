"""Figures and times of a draft's sentence against those of the held sentences that say the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isclose

from wherefrom.comparing.conflicts.bounds import amount
from wherefrom.comparing.conflicts.periods import Period, period, period_of
from wherefrom.comparing.conflicts.units import in_unit
from wherefrom.comparing.conflicts.words import stem
from wherefrom.comparing.vectors import closeness
from wherefrom.model import Quantity, Span, Spans, Time

from .passages import Passage
from .wording import NEAR

FINE = 40
"""Days of the longest stretch that is held against another: a month says when something happened, a year little."""

SAME = 0.005
"""Figures this near are one, told in other units."""

_LABEL = re.compile(r"\b(?P<word>[^\W\d_]+)\s(?P<number>\d[\d.,:]*\d|\d)\b")

_POINTS_BACK = re.compile(r"\b(?:the|these|those|both|either|his|her|its|their|all|other|of)\s$", re.IGNORECASE)
_ROUND_VALUES = {"decade": ("year", 10.0), "fortnight": ("week", 2.0), "century": ("year", 100.0)}
_ROUND = re.compile(rf"\b(?:{'|'.join(_ROUND_VALUES)})\b(?!s)", re.IGNORECASE)
"""Lengths of time in one word."""
_SMALL = 12
"""Up to so many are spelt out and point back: "either of the two agencies"."""
_BOUND = re.compile(
    r"\b(?:perhaps|possibly|maybe|probably|as many as|as much as|up to|at least|at most|more than|fewer than|less than|no more than)\s(?:the\s|some\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Differs:
    """A figure or time of the draft that nothing held has, and the held one that stands in its place; None where none does."""

    text: str
    spans: Spans
    passage: Passage | None
    held: Spans
    held_text: str
    bound: bool = False
    """Whether the number is the same and only what held it back is gone: "perhaps", "up to"."""


def differing(
    own: Passage, span: Span, held: tuple[Sequence[Passage], Sequence[Passage]], counted: Sequence[Span]
) -> Iterator[Differs]:
    """The figures of a stretch that no held sentence allows; `held` are the sentences that say the same, and those near to it.

    `counted` are places whose numbers count sources and are weighed elsewhere.
    """
    best, near = held
    own_times = [one for one in own.times if _inside(one.spans, span) and not _inside_any(one.spans, counted)]
    days = [(one, when) for one in own_times if (when := period(one)) is not None]
    numbers = [
        one
        for one in own.quantities
        if _inside(one.spans, span)
        and not (one.dimension is None and _inside_any(one.spans, counted))
        and not any(_overlap(one.spans, time.spans) for time, _ in days)
        and _tells(own, one)
    ]
    told = [*best, *near]
    yield from _numbers(own, numbers, told, best)
    yield from _days(days, told, best)
    done = [place for one in own.quantities for place in one.spans] + [
        place for one in own_times for place in one.spans
    ]
    yield from _labels(own, span, [*done, *counted], (best, told))


def _tells(own: Passage, one: Quantity) -> bool:
    """Whether a figure gives a number of its own; "one" is an article as well."""
    article = one.value == 1 and one.dimension is None
    return one.value is not None and not article and not _points_back(own, one)


def _labels(
    own: Passage, span: Span, done: Sequence[Span], held: tuple[Sequence[Passage], Sequence[Passage]]
) -> Iterator[Differs]:
    """Numbers that measure nothing, "Tank 41", where the held words have another one behind the same word."""
    best, told = held
    known = {match["number"] for passage in _around(told) for match in _LABEL.finditer(passage.text)}
    for match in _LABEL.finditer(own.document.text, *span):
        place = Span(*match.span("number"))
        if match["number"] in known or any(start < place.end and place.start < end for start, end in done):
            continue
        rival = next(
            (
                (passage, other)
                for passage in best
                for other in _LABEL.finditer(passage.document.text, *passage.span)
                if other["word"].lower() == match["word"].lower()
            ),
            None,
        )
        if rival is not None:
            yield Differs(match["number"], (place,), rival[0], (Span(*rival[1].span("number")),), rival[1]["number"])


def _points_back(own: Passage, one: Quantity) -> bool:
    """Whether a number only takes up what was counted before: "the two agencies"."""
    start = one.spans[0].start
    small = one.dimension is None and one.value is not None and one.value <= _SMALL and one.text.isalpha()
    return small and _POINTS_BACK.search(own.document.text[max(0, start - 8) : start]) is not None


def _numbers(
    own: Passage, numbers: Sequence[Quantity], held: Sequence[Passage], best: Sequence[Passage]
) -> Iterator[Differs]:
    around = _around(held)
    for one in numbers:
        agree = [(passage, other) for passage in around for other in _figures(passage) if _agree(one, other)]
        if any(_short_for(one, passage) for passage in best):
            continue
        if agree:
            yield from _bound_lost(own, one, agree)
            continue
        taken = [other for rest in numbers for passage in around for other in _figures(passage) if _agree(rest, other)]
        rivals = (
            (passage, other) for passage in _around(best) for other in _rivals(one, passage) if other not in taken
        )
        rival = next(rivals, None) or next(
            (
                (passage, other)
                for passage in around
                for other in _rivals(one, passage)
                if other.unit and other not in taken
            ),
            None,
        )
        if rival is None:
            yield Differs(one.text, one.spans, None, (), "")
        else:
            yield Differs(one.text, one.spans, rival[0], rival[1].spans, rival[1].text)


def _around(held: Sequence[Passage]) -> list[Passage]:
    """Held sentences, each once, those themselves before those that stand next to them."""
    beside = [one for passage in held for one in (passage.before, passage.after) if one is not None]
    return list({id(one): one for one in (*held, *beside)}.values())


def _bound_lost(own: Passage, one: Quantity, agree: Sequence[tuple[Passage, Quantity]]) -> Iterator[Differs]:
    """A plain number where every held one is held back: "180,000" for "perhaps 180,000"."""
    if _is_bound(own, one) or not all(_is_bound(passage, other) for passage, other in agree):
        return
    passage, other = agree[0]
    start = max(passage.span.start, other.spans[0].start - 24)
    before = _BOUND.search(passage.document.text[start : other.spans[0].start])
    begin = other.spans[0].start if before is None else start + before.start()
    spans = (Span(begin, other.spans[-1].end),)
    yield Differs(one.text, one.spans, passage, spans, passage.document.text[begin : other.spans[-1].end], bound=True)


def _is_bound(passage: Passage, one: Quantity) -> bool:
    start = one.spans[0].start
    return (
        one.relation not in ("=", "~") or _BOUND.search(passage.document.text[max(0, start - 24) : start]) is not None
    )


def _figures(passage: Passage) -> Iterator[Quantity]:
    yield from (one for one in passage.quantities if one.value is not None or one.relation == "~")
    for match in _ROUND.finditer(passage.document.text, *passage.span):
        unit, value = _ROUND_VALUES[match.group().lower()]
        yield Quantity(match.group(), (Span(*match.span()),), "=", value, None, unit, "time", None)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether one amount may be both, of one kind as far as can be told."""
    if one.dimension != other.dimension:
        return False
    moved = in_unit(other, one.unit)
    if moved is None or (one.dimension is None and not _perhaps_one_noun(one, other)):
        return False
    first, second = amount(one), amount(moved)
    if first is None or second is None:
        return True
    if first.told is None or second.told is None or "~" in (one.relation, other.relation):
        return not first.apart(second)
    if isclose(first.told, second.told, rel_tol=SAME):
        return True
    return one.relation != "=" and other.relation == "=" and first.low <= second.low and second.high <= first.high


def _short_for(one: Quantity, passage: Passage) -> bool:
    """Whether a sentence gives the number with its unit left out: "seven days of quarantine and three of isolation"."""
    told = list(_figures(passage))
    bare = any(other.value == one.value and other.dimension is None for other in told)
    return one.unit is not None and bare and any(other.unit == one.unit for other in told)


def _perhaps_one_noun(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value or _head(one) is None or _head(other) is None or _same_head(one, other)


def _rivals(one: Quantity, passage: Passage) -> list[Quantity]:
    """Figures that may stand for the same thing; those that count the same noun first."""
    found = [other for other in _figures(passage) if _of_one_kind(one, other)]
    return sorted(found, key=lambda other: (not _same_head(one, other), other.spans))


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension:
        return False
    if one.dimension is None:
        return _head(one) is None or _head(other) is None or _same_head(one, other)
    return True


def _same_head(one: Quantity, other: Quantity) -> bool:
    first, second = _head(one), _head(other)
    if first is None or second is None:
        return first == second
    return first == second or closeness(first, second) >= NEAR


def _head(one: Quantity) -> str | None:
    return stem(one.of.split()[-1].lower()) if one.of else None


def _days(days: Sequence[tuple[Time, Period]], held: Sequence[Passage], best: Sequence[Passage]) -> Iterator[Differs]:
    around = _around(held)
    there = [when for passage in around for _, when in _told(passage)] + [
        when for passage in around if (when := _published(passage)) is not None
    ]
    for one, when in days:
        if when.dated and when.days > FINE and when.month is None:
            continue
        if any(_could_be(when, other) for other in there):
            continue
        rival = next(
            ((passage, time) for passage in best for time, other in _told(passage) if _sort(other) == _sort(when)),
            None,
        )
        if rival is not None:
            yield Differs(one.text, one.spans, rival[0], rival[1].spans, rival[1].text)
        elif _sort(when) == "day" and any(letter.isdigit() for letter in one.text):
            yield Differs(one.text, one.spans, None, (), "")


def _could_be(one: Period, other: Period) -> bool:
    """Whether two times may be one, and are told finely enough to say so."""
    return (
        _sort(one) == _sort(other)
        and not one.apart(other)
        and not (other.dated and other.days > FINE < 366 and one.days < 8)
    )


def _sort(one: Period) -> str:
    if one.minutes is not None and one.first is None:
        return "clock"
    return "day"


def _told(passage: Passage) -> list[tuple[Time, Period]]:
    return [(one, when) for one in passage.times if (when := period(one)) is not None]


def _published(passage: Passage) -> Period | None:
    day = passage.document.published
    return None if day is None else period_of(day[:10])


def _inside(spans: Spans, span: Span) -> bool:
    return span.start <= spans[0].start and spans[-1].end <= span.end


def _inside_any(spans: Spans, places: Iterable[Span]) -> bool:
    return any(_inside(spans, place) for place in places)


def _overlap(one: Spans, other: Spans) -> bool:
    return one[0].start < other[-1].end and other[0].start < one[-1].end
