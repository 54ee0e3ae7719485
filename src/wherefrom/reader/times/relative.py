"""Times that count from another: "yesterday", "last week", "two years ago", "the following month", "next June"."""

from dataclasses import replace

from . import vocabulary
from .dates import date_at, holiday_at, month_at, part_at, weekday_at
from .gates import RELATIVE, may_begin, remembered
from .lengths import amount_at, is_age, unit_at
from .meaning import Calendar, Given, Holiday, Lately, Meaning, Moved, Near, Nth, Shift, Unit, Way, Weekday
from .numbers import day_at, number_at, ordinal_at
from .screening import is_month, is_weekday
from .tokens import Tokens

Found = tuple[Meaning, int] | None

_TODAY = Shift("day", 0)
_LATER = {"later": 1, "after": 1, "afterwards": 1, "earlier": -1, "before": -1, "previously": -1}


@remembered
def relative_at(tokens: Tokens, place: int) -> Found:
    """The longest time that counts from another and begins there, with the place behind; None where there is none."""
    if not may_begin(tokens, place, RELATIVE):
        return None
    rules = (_day, _weekday, _beside, _counted_lately, _moved, _coming, _pinned, _nth, _nested, _day_next_to)
    found = [one for rule in rules if (one := rule(tokens, place)) is not None]
    return max(found, key=lambda one: one[1], default=None)


def _day(tokens: Tokens, place: int) -> Found:
    """As "today", "yesterday", "the day before yesterday", "last night", "this morning"."""
    word = tokens.word(place)
    if word in vocabulary.TODAY:
        return Shift("day", vocabulary.TODAY[word]), place + 1
    if word == "last" and tokens.word(place + 1) in {"night", "evening"}:
        return Shift("day", -1), place + 2
    if word == "this" and tokens.word(place + 1) in vocabulary.PARTS_OF_DAY - {"dawn", "dusk"}:
        return _TODAY, place + 2
    start = tokens.skip(place, "the")
    if tokens.at(start, "day", "before", "yesterday"):
        return Shift("day", -2), start + 3
    return (Shift("day", 2), start + 3) if tokens.at(start, "day", "after", "tomorrow") else None


def _weekday(tokens: Tokens, place: int) -> Found:
    """As "Monday", "last Tuesday", "this coming Friday", "Monday of last week", "Tuesday next week"."""
    start, way = _way_at(tokens, place)
    found = weekday_at(tokens, start)
    if found is None or not is_weekday(tokens, start, found[1]):
        return None
    after = found[1]
    said = tokens.word(start - 1)
    if way == "last" and said == "past":
        way = None
    if way == "next" and said in {"coming", "upcoming"}:
        return Weekday(found[0], "coming"), after
    middle = tokens.skip(after, *vocabulary.PARTS_OF_DAY)
    week = _shift(tokens, tokens.skip(middle, "of", "in", ","))
    week = week or _pinned(tokens, tokens.skip(middle, "of", "in", ","))
    if week is not None and isinstance(week[0], Shift) and week[0].unit == "week" and way is None:
        return Weekday(found[0], week=week[0]), week[1]
    if tokens.word(middle) == "week" and tokens.word(middle - 1) == "this":
        return Weekday(found[0], "this"), middle + 1
    return Weekday(found[0], way), after


def _way_at(tokens: Tokens, place: int) -> tuple[int, Way | None]:
    """The place behind "last", "this coming" and the like, and which way they look."""
    start = tokens.skip(place, "the", "this") if tokens.word(place + 1) in vocabulary.WAYS else place
    word = tokens.word(start)
    return (start + 1, vocabulary.WAYS[word]) if word in vocabulary.WAYS else (place, None)


def _shift(tokens: Tokens, place: int) -> Found:
    """As "last week", "this year", "next month", "the following day"."""
    start, way = _way_at(tokens, place)
    if way is None:
        return None
    word, said = tokens.skip(start, "calendar"), tokens.word(start - 1)
    unit = unit_at(tokens, word)
    if unit is None or unit[1] != 1 or tokens.word(word).endswith("s") or unit[0] in {"hour", "minute", "second"}:
        return None
    over = said == "past" or (
        said == "last" and tokens.word(start - 2) == "the" and tokens.word(unit[2]) not in {"of", "in"}
    )
    if over and unit[0] in {"decade", "century", "year", "month", "week"} and tokens.word(start - 2) != "this":
        return Lately(unit[0], -1), unit[2]
    counted = {"last": -1, "this": 0, "next": 1}[way]
    told = said in vocabulary.BEFORE_LAST or (said == "next" and unit[0] == "day" and tokens.word(start - 2) == "the")
    return Shift(unit[0], counted, "before" if told else "published"), unit[2]


def _beside(tokens: Tokens, place: int) -> Found:
    """As "last week", "next June", "this summer", "last Christmas", "the year before last", "the week after next"."""
    start = tokens.skip(place, "the")
    unit = unit_at(tokens, start)
    if unit is not None and unit[1] == 1:
        if tokens.at(unit[2], "before", "last"):
            return Shift(unit[0], -2), unit[2] + 2
        if tokens.at(unit[2], "after", "next"):
            return Shift(unit[0], 2), unit[2] + 2
    behind, way = _way_at(tokens, place)
    if way is None:
        return None
    named = _named(tokens, behind)
    if named is not None:
        return Near(named[0], way), named[1]
    return _shift(tokens, place)


def _named(tokens: Tokens, place: int) -> tuple[Calendar | Holiday, int] | None:
    month = month_at(tokens, place)
    if month is not None and (
        tokens.capital(place) or tokens.word(place) not in {"may", "march", "august", "mar", "dec"}
    ):
        day = day_at(tokens, month[1])
        return (Calendar(None, month[0], day[0]), day[1]) if day else (Calendar(None, month[0]), month[1])
    part = part_at(tokens, place)
    if part is not None and part[0] < 33:
        return Calendar(None, part[0]), part[1]
    return holiday_at(tokens, place) if tokens.word(place) != "the" else None


def _counted_lately(tokens: Tokens, place: int) -> Found:
    """As "the last five years", "the next three days", "the 5 past years"."""
    turned = _number_first(tokens, place)
    if turned is not None:
        return turned
    start, way = _way_at(tokens, place)
    verb = tokens.word(place) == "last" and tokens.word(place - 1) not in _BEFORE_ADJECTIVES
    if way in {None, "this"} or (verb and start == place + 1):
        return None
    ahead = way == "next"
    if tokens.word(start) == "fortnight":
        return Lately("week", 2 if ahead else -2), start + 1
    amount = amount_at(tokens, start) if tokens.word(start) not in {"a", "an"} else None
    if amount is None or amount[0] is None:
        return _vaguely(tokens, start)
    count, unit, after = amount
    if count is None or count != int(count) or tokens.word(start - 1) in vocabulary.BEFORE_LAST:
        return Given(None), after
    return Lately(unit, int(count) if ahead else -int(count)), after


_BEFORE_ADJECTIVES = frozenset({"the", "in", "over", "for", "during", "within", "of", "since", "these", "those", ""})
"""Words before "last" where it is no verb."""


def _vaguely(tokens: Tokens, place: int) -> Found:
    """As "few days" or "years" behind "the last": a time, but how long is not told."""
    unit = unit_at(tokens, tokens.skip(place, "few", "several"))
    if unit is None or tokens.word(unit[2] - 1) not in vocabulary.PLURALS:
        return None
    return Given(None), unit[2]


def _number_first(tokens: Tokens, place: int) -> Found:
    """As "the 5 past years"."""
    start = tokens.skip(place, "the")
    number = number_at(tokens, start)
    if (
        number is None
        or number[0] != int(number[0])
        or tokens.word(number[1]) not in {"past", "last", "next", "coming", "upcoming"}
    ):
        return None
    unit = unit_at(tokens, number[1] + 1)
    if unit is None or tokens.word(number[1] + 1) not in vocabulary.PLURALS:
        return None
    ahead = vocabulary.WAYS[tokens.word(number[1])] == "next"
    return Lately(unit[0], int(number[0]) if ahead else -int(number[0])), unit[2]


def _moved(tokens: Tokens, place: int) -> Found:
    """As "two years ago", "three days later", "a week after June 5", "two days from now"."""
    start = tokens.skip(
        place, "some", "just", "about", "nearly", "almost", "over", "exactly", "only", "roughly", "around"
    )
    amount = amount_at(tokens, start)
    if (
        amount is None
        and tokens.word(start) in vocabulary.PLURALS
        and tokens.word(start + 1) in {"ago", "earlier", "later"}
    ):
        return Given(None), start + 2
    if amount is None or is_age(tokens, amount[2]):
        return None
    count, unit, after = amount
    more = amount_at(tokens, tokens.skip(after, "and"))
    if more is not None and count is not None and more[0] is not None:
        fine = _moved_from(tokens, more[0], more[1], more[2])
        if fine is not None and isinstance(fine[0], Moved):
            return Moved(unit, count if fine[0].count > 0 else -count, fine[0]), fine[1]
    return _moved_from(tokens, count, unit, after)


def _moved_from(tokens: Tokens, count: float | None, unit: Unit, after: int) -> Found:
    word = tokens.word(after)
    if word == "ago":
        return _by(count, unit, -1, _TODAY), after + 1
    if word == "from" and tokens.word(after + 1) in {"now", "today", "tomorrow", "yesterday"}:
        base = Shift("day", vocabulary.TODAY.get(tokens.word(after + 1), 0))
        return (
            (_by(count, unit, 1, base), after + 2)
            if tokens.word(after + 1) == "now" or unit not in {"minute", "hour"}
            else None
        )
    if word in {"after", "before", "since", "from"}:
        base_found = _base(tokens, after + 1)
        if base_found is not None:
            return _by(count, unit, -1 if word == "before" else 1, base_found[0]), base_found[1]
    if word in {"earlier", "later"} and tokens.word(after + 1) != "than":
        return _by(count, unit, _LATER[word], Shift("day", 0, "before")), after + 1
    return None


def _by(count: float | None, unit: Unit, sign: int, base: Meaning) -> Meaning:
    return Given(None) if count is None else Moved(unit, sign * count, base)


def _base(tokens: Tokens, place: int) -> Found:
    """The time that another is moved from."""
    found = date_at(tokens, place)
    if found is not None:
        return found
    return _day(tokens, place) or _weekday(tokens, place) or _beside(tokens, place)


_HOLDS = frozenset(
    "meet schedule will would shall ll going expected due expire expires meet return returns back again".split()
)


def _coming(tokens: Tokens, place: int) -> Found:
    """As "in two weeks", "within 10 days" where a word before puts it into the time to come."""
    if tokens.word(place) not in {"in", "within"}:
        return None
    amount = amount_at(tokens, tokens.skip(place + 1, "about", "just"))
    if amount is None or amount[0] is None or tokens.word(amount[2]) in {"-", "since", "of", "after", "before"}:
        return None
    ahead = any(tokens.word(before) in _HOLDS for before in range(place - 8, place))
    for words in (("'", "time"), ("'", "s", "time")):
        if tokens.at(amount[2], *words):
            return Moved(amount[1], amount[0], _TODAY), amount[2] + len(words)
    if not ahead or (amount[0] != int(amount[0]) and amount[1] != "hour"):
        return None
    if tokens.word(place) == "within":
        return Lately(amount[1], int(amount[0])), amount[2]
    return Moved(amount[1], amount[0], _TODAY), amount[2]


def _pinned(tokens: Tokens, place: int) -> Found:
    """As "the previous day", "the same year", "the year before", "the day after", which count from what was told."""
    if tokens.at(place, "the", "next", "day"):
        return Shift("day", 1, "before"), place + 3
    return _pinned_by_word(tokens, place) or _pinned_behind(tokens, place)


_STEPS = {"previous": -1, "preceding": -1, "following": 1, "subsequent": 1, "ensuing": 1}


def _pinned_by_word(tokens: Tokens, place: int) -> Found:
    """As "the following month", "that same day", "that year"."""
    start = tokens.skip(place, "the", "that")
    named = tokens.word(start) in vocabulary.BEFORE_LAST - {"that"}
    if not named and tokens.word(place) != "that":
        return None
    word = start + 1 if named else start
    unit = unit_at(tokens, word)
    if unit is None or tokens.word(word).endswith("s") or unit[0] in _HOURS or tokens.word(unit[2]) == "-":
        return None
    step = _STEPS.get(tokens.word(word - 1), 0)
    return (Shift(unit[0], step, "before"), unit[2]) if start > place or step else None


def _pinned_behind(tokens: Tokens, place: int) -> Found:
    """As "the year before", "the day after", where nothing follows that they are before or after."""
    unit = unit_at(tokens, place + 1) if tokens.word(place) == "the" else None
    if unit is None or unit[0] in _HOURS:
        return None
    behind = tokens.word(unit[2])
    if behind not in {"before", "after", "earlier"} or not _closes(tokens, unit[2] + 1):
        return None
    return Shift(unit[0], 1 if behind == "after" else -1, "before"), unit[2] + 1


_HOURS = frozenset({"hour", "minute", "second"})


def _closes(tokens: Tokens, place: int) -> bool:
    """Whether nothing follows that the word before could belong to ("the day before the vote")."""
    return not tokens.word(place).isalnum()


def _day_next_to(tokens: Tokens, place: int) -> Found:
    """As "the day after June 5", "the week before Christmas"."""
    start = tokens.skip(place, "the")
    unit = unit_at(tokens, start)
    if unit is None or start == place or tokens.word(unit[2]) not in {"before", "after"}:
        return None
    base = date_at(tokens, unit[2] + 1) or _day(tokens, unit[2] + 1) or _weekday(tokens, unit[2] + 1)
    if base is None or unit[0] not in {"day", "week", "month", "year"}:
        return None
    return Moved(unit[0], -1 if tokens.word(unit[2]) == "before" else 1, base[0]), base[1]


def _nth(tokens: Tokens, place: int) -> Found:
    """As "the first week of June", "the last Monday of May", "the second day of 2015", "the week of April 10"."""
    start = tokens.skip(place, "the")
    if tokens.word(start) == "week" and tokens.word(start + 1) in {"of", "beginning", "ending"}:
        base = date_at(tokens, tokens.skip(start + 2, "the"))
        whole = base is not None and isinstance(base[0], Calendar) and base[0].day is not None
        return (Nth(0, "week", base[0]), base[1]) if base is not None and whole else None
    ordinal = (-1, start + 1) if tokens.word(start) in {"last", "final"} else ordinal_at(tokens, start)
    if ordinal is None:
        return None
    unit, after = _counted_unit(tokens, ordinal[1])
    if unit is None:
        return None
    middle = tokens.skip(after, *vocabulary.PARTS_OF_DAY)
    if tokens.word(middle) not in {"of", "in"}:
        return None
    base = date_at(tokens, middle + 1) or _beside(tokens, middle + 1)
    return None if base is None else (Nth(ordinal[0], unit, base[0]), base[1])


def _counted_unit(tokens: Tokens, place: int) -> tuple[str | None, int]:
    unit = unit_at(tokens, place)
    if (
        unit is not None
        and unit[0] in {"week", "day", "month", "weekend", "year"}
        and not tokens.word(place).endswith("s")
    ):
        return unit[0], unit[2]
    day = weekday_at(tokens, place)
    return (None, place) if day is None else (str(day[0]), day[1])


def _nested(tokens: Tokens, place: int) -> Found:
    """As "June last year", "June 5 this year", "the summer of next year", "the third quarter of last year"."""
    inner = _inner(tokens, place)
    if inner is None:
        return None
    start = tokens.skip(tokens.skip(inner[1], ",", "of", "in"), "the")
    joined = tokens.skip(inner[1], ",", "of", "in")
    outer = _shift(tokens, start) or _pinned(tokens, joined)
    if tokens.at(joined, "the", "year") and joined > inner[1]:
        outer = Shift("year", 0), joined + 2
    if outer is None or not isinstance(outer[0], Shift) or outer[0].unit != "year":
        return None
    return replace(inner[0], of=outer[0]), outer[1]


def _inner(tokens: Tokens, place: int) -> tuple[Calendar, int] | None:
    found = date_at(tokens, place)
    if found is not None and isinstance(found[0], Calendar):
        return (found[0], found[1]) if found[0].year is None and found[0].month is not None else None
    part = part_at(tokens, place)
    if part is not None:
        return Calendar(None, part[0]), part[1]
    month = month_at(tokens, place)
    if month is not None and (tokens.capital(place) or is_month(tokens, place)) and len(tokens.word(place)) > 3:
        return Calendar(None, month[0]), month[1]
    return None
