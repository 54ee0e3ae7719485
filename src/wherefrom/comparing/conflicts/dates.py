"""Times of one event that differ, and whether they can all be its time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import closeness
from wherefrom.model import Conflict, Span

from .bounds import Amount
from .grouping import Setting
from .keys import Place
from .moments import Moment
from .periods import Period
from .things import MIXED, Shared, alike
from .told import Value, Verdict, about_words, conflict

EVENTS = frozenset(
    "arrest dismiss die sign launch explode crash attack invade vote cancel postpone evacuate hear earthquake".split()
)
"""What happens on a day; another word or party must be the same for two days of it to be days of one event."""
ONCE = frozenset("defect resign marry born found".split())
"""What happens to one party once, mostly: two days told for it are two days for one event."""
_FINE = 40
"""Days of the longest stretch that tells when one of the events was; a year alone is too little to go by."""
_CLOSE = 3
"""Days between two times of one party that may be of one event: a weekend, or the night on which it happened."""
_ALIKE, _AKIN = 0.38, 0.2
"""The cosines from which two statements tell of one event, and from which one denies the other. Of fifteen pairs of dated
statements of the nine stories, looked at one by one, those of one event had .41 to .78 and, where denied, .21 and .65; those
of two events had up to .33, but for two of .46 and .47 (the missing are found dead)."""
_FAR = 92
"""Days between two times of one event at most: a report is out by days or weeks; what lies years apart are two events."""
_MOST = 60
"""Times of one group that are compared with one another; what more there are is left out."""
_PARTIES = 3
"""Parties of a sentence, and of a document, that count."""
_PLAIN = 4
"""Plain words beside a time that count, the nearest."""


Figured = Mapping[tuple[str, int], tuple[int, Amount]]
"""By document and where its sentence begins: the number of the thing that a figure there is of, and what it leaves open."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What ties times to one another beside their own words.

    `setting` is what each document is about; `figured` says which sentences give figures of one thing: what figures that
    agree are of happened on one day, what others are of on several; `denied` holds statements with the claims they deny.
    """

    setting: Setting
    figured: Figured
    denied: frozenset[tuple[str, str]]


def dates(material: Material, found: Sequence[Moment], bound: Bound) -> Iterator[Conflict]:
    """Conflicts between times."""
    rows = list(found)
    keyed = (
        (number, shared)
        for number, one in enumerate(rows)
        for shared in chain(
            _in_claims(one),
            _with_figures(one, bound.figured),
            _in_stories(one, bound.setting.stories[one.place.document]),
            _at_parties(one, bound.setting.topics[one.place.document]),
        )
    )
    for members in alike(keyed, len(rows)):
        for event in _events([rows[number] for number in members], bound):
            yield from _conflict(material, event, bound)


def _sort(moment: Moment) -> str:
    """Whether it is a time of day, a day, or since or until when something holds."""
    period = moment.period
    if period.minutes is not None:
        return "clock"
    if (period.first is None) != (period.last is None):
        return "since" if period.last is None else "until"
    return "day"


def _in_claims(moment: Moment) -> Iterator[Shared]:
    place, sort = moment.place, _sort(moment)
    for claim in place.claims:
        for act in place.acts:
            yield Shared((sort, "claim", claim, "act", act))
        for word in place.plain:
            yield Shared((sort, "claim", claim, "word", word))
        for party in place.parties:
            yield Shared((sort, "claim", claim, "party", party))


def _with_figures(moment: Moment, figured: Figured) -> Iterator[Shared]:
    place = moment.place
    told = figured.get((place.document, place.sentence))
    if told is not None and place.act in EVENTS:
        yield Shared(("figure", _sort(moment), told[0], place.act))


def _in_stories(moment: Moment, story: str | None) -> Iterator[Shared]:
    """In two reports of one story: the same happened."""
    place = moment.place
    fine = moment.period.days <= _FINE or not moment.period.dated
    if story is not None and fine and place.act in EVENTS | ONCE:
        yield Shared(("story", _sort(moment), story, place.act), place.document, moment.period)


def _at_parties(moment: Moment, topics: Sequence[str]) -> Iterator[Shared]:
    place, sort = moment.place, _sort(moment)
    act = place.act
    parties = tuple(dict.fromkeys((*place.parties[:_PARTIES], *topics[:_PARTIES])))
    if act in ONCE:
        for party in parties:
            yield Shared((sort, party, act), place.document, moment.period)
    elif act in EVENTS and (moment.period.days <= _FINE or not moment.period.dated):
        for party in parties:
            others = sorted({*place.plain[:_PLAIN], *place.acts[:2], *place.parties[:_PARTIES]} - {party, act})
            for pair in combinations(others, 2):
                yield Shared((sort, party, act, *pair), place.document, moment.period)


def _events(group: Sequence[Moment], bound: Bound) -> Iterator[list[Moment]]:
    """The times of a group that differ though they are of one event as far as can be told, for each event."""
    rows = _first_of_sentence(group)[:_MOST]
    tied = [(other, one) for one in range(len(rows)) for other in range(one) if _tied(rows[one], rows[other], bound)]
    differing = {number for pair in tied if _apart(rows[pair[0]], rows[pair[1]]) for number in pair}
    keyed = ((number, Shared(pair)) for pair in tied if differing.issuperset(pair) for number in pair)
    for members in alike(keyed, len(rows)):
        yield [rows[number] for number in members]


def _conflict(material: Material, rows: Sequence[Moment], bound: Bound) -> Iterator[Conflict]:
    apart = [
        (one, other)
        for place, one in enumerate(rows)
        for other in rows[:place]
        if _apart(one, other) and _tied(one, other, bound)
    ]
    in_claim = set.intersection(*(set(one.place.claims) for one in rows))
    if not apart or not (in_claim or any(one.place.document != other.place.document for one, other in apart)):
        return
    if _several(rows) and not any(_denies(one.place, bound) for one in rows):
        return
    values = [Value(one.place, (Span(one.start, one.end),), one.value, None, one.period) for one in rows]
    texts = {one.place.document: material.documents[one.place.document].text for one in values}
    words = about_words(values, texts)
    why = f"“{apart[0][1].text}” and “{apart[0][0].text}” cannot be one time"
    acts = set.intersection(*(set(one.place.acts) for one in rows))
    one_event = bool(acts & (EVENTS | ONCE))
    verdict = Verdict(one_event, why if one_event else f"{why}; they may be of two events")
    yield conflict("date", f"date: {words}" if words else "date", values, verdict)


def _apart(one: Moment, other: Moment) -> bool:
    """Whether two times cannot be one; the same words without a date, "on Saturday", are the same time in a late copy."""
    same_words = one.text.lower() == other.text.lower() and not any(letter.isdigit() for letter in one.text)
    return not same_words and one.period.apart(other.period)


def _several(rows: Sequence[Moment]) -> bool:
    """Whether times are of several events: too many documents give several of them."""
    told: dict[str, list[Moment]] = {}
    for one in rows:
        told.setdefault(one.place.document, []).append(one)
    mixed = sum(any(_apart(one, held[0]) for one in held) for held in told.values())
    return mixed * MIXED > len(told)


def _tied(one: Moment, other: Moment, bound: Bound) -> bool:
    """Whether two times are of one event as far as can be told.

    What happens once happened then; or one denies what the other holds, with a word in common; or, where the times do not
    lie too far apart, an event is told with a word or a party in common or under one claim, or three words are the same;
    or the same party is told of, and the times lie close: an event is misdated by days.
    """
    first, second = one.place, other.place
    acts, words = set(first.acts) & set(second.acts), set(first.plain) & set(second.plain)
    if acts & ONCE or _denied(one, other, words, bound):
        return True
    days = _between(one, other)
    if days is not None and days > _FAR:
        return False
    agree = _one_figure(one, other, bound)
    if agree is not None:
        return agree
    beside = bool(set(first.beside) & set(second.beside))
    if acts & EVENTS and (words or beside):
        return True
    in_claim = bool(acts & EVENTS) and bool(set(first.claims) & set(second.claims))
    if days is None:
        return in_claim and _sort(one) == "clock"
    near = len(words) > 2 or in_claim or (beside and days <= _CLOSE)
    return near and closeness(one.said, other.said) >= _ALIKE


def _denied(one: Moment, other: Moment, words: set[str], bound: Bound) -> bool:
    """Whether one statement denies what the other holds, and both have something in common."""
    if not words or _denies(one.place, bound) == _denies(other.place, bound):
        return False
    return closeness(one.said, other.said) >= _AKIN


def _one_figure(one: Moment, other: Moment, bound: Bound) -> bool | None:
    """Whether two times go with figures of one thing that agree, or that do not; None where they go with no such figures."""
    first = bound.figured.get((one.place.document, one.place.sentence))
    second = bound.figured.get((other.place.document, other.place.sentence))
    if first is None or second is None or first[0] != second[0]:
        return None
    return not first[1].apart(second[1])


def _denies(place: Place, bound: Bound) -> bool:
    return any((place.appearance or "", claim) in bound.denied for claim in place.claims)


def _between(one: Moment, other: Moment) -> int | None:
    """Days from the end of one time to the beginning of the other, by the calendar of one year where a year is not told.

    None where a day of the week or a time of day is all that is told.
    """
    first, second = one.period, other.period
    if first.first is not None and second.first is not None:
        lasts = [end for end in (first.last, second.last) if end is not None]
        return max(first.first, second.first) - min(lasts) if lasts else None
    days = [day for period in (first, second) if (day := _day_of_year(period)) is not None]
    if len(days) < 2:
        return None
    apart = abs(days[0] - days[1])
    return min(apart, 365 - apart)


def _day_of_year(period: Period) -> int | None:
    if period.month is not None:
        return 30 * (period.month - 1) + (period.day or 15)
    if period.first is not None and period.days <= _FINE:
        day = date.fromordinal(period.first)
        return 30 * (day.month - 1) + day.day
    return None


def _first_of_sentence(group: Sequence[Moment]) -> list[Moment]:
    first: dict[tuple[str, int], int] = {}
    for one in group:
        key = (one.place.document, one.place.sentence)
        first[key] = min(first.get(key, one.start), one.start)
    return [one for one in group if first[one.place.document, one.place.sentence] == one.start]
