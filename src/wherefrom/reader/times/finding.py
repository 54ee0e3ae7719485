"""The times in a stretch of text: where they stand, and what their words say."""

from dataclasses import dataclass, replace

from . import holidays, vocabulary
from .clocks import clocks_at
from .dates import date_at, month_at
from .gates import RELATIVE, may_begin, remembered
from .lengths import length_at, repetition_at
from .meaning import At, Calendar, Clock, Given, Loose, Meaning, Near, Nth, Open, Range, Shift, Weekday
from .numbers import day_at, year_at
from .relative import relative_at
from .tokens import Tokens

Found = tuple[Meaning, int] | None

_REACH = 7
"""How many tokens before the word that makes it a time an expression may begin."""

_ANCHORS = frozenset(
    {
        *vocabulary.MONTHS,
        *vocabulary.SHORT_MONTHS,
        *vocabulary.WEEKDAYS,
        *vocabulary.SHORT_WEEKDAYS,
        *vocabulary.SEASONS,
        *vocabulary.UNITS,
        *vocabulary.NIGHTS,
        *vocabulary.TODAY,
        *vocabulary.REPEATS,
        *vocabulary.PARTS_OF_DAY,
        *vocabulary.TENS_PLURAL,
        *holidays.BY_FIRST,
        "noon",
        "midday",
        "midnight",
        "hundred",
        "thousand",
        *vocabulary.TENS,
        "clock",
        "half",
    }
)

_SIDES: dict[tuple[str, ...], tuple[str, bool, bool]] = {
    ("ever", "since"): ("from", False, True),
    ("since",): ("from", False, True),
    ("starting", "on"): ("from", False, True),
    ("starting", "in"): ("from", False, True),
    ("starting", "from"): ("from", False, True),
    ("starting",): ("from", False, True),
    ("beginning", "on"): ("from", False, True),
    ("beginning", "in"): ("from", False, True),
    ("beginning",): ("from", False, True),
    ("until",): ("to", False, True),
    ("till",): ("to", False, True),
    ("up", "until"): ("to", False, True),
    ("through",): ("to", False, True),
    ("no", "later", "than"): ("to", False, False),
    ("as", "late", "as"): ("to", False, False),
    ("as", "early", "as"): ("from", False, False),
    ("later", "than"): ("from", True, False),
    ("earlier", "than"): ("to", True, False),
    ("prior", "to"): ("to", True, False),
    ("by",): ("to", False, False),
    ("before",): ("to", True, False),
    ("after",): ("from", True, False),
}
"""Words that leave one end open: which one is told, whether the time itself is left out, whether something holds."""

_OPENERS = {words[0] for words in _SIDES}

_BEGINNINGS = (
    RELATIVE
    | vocabulary.HEDGED_ABOUT
    | vocabulary.EARLY
    | vocabulary.PARTS_OF_DAY
    | frozenset({*_OPENERS, *vocabulary.REPEATS})
    | frozenset("from between perhaps possibly probably maybe every each all noon midday midnight that very".split())
)
"""What may begin a time of any kind, beside digits and "the"."""

_JOINS = frozenset({"to", "-", "--", "until", "till", "through", "thru", "~"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A time in the text, by its first token and the place behind its last."""

    meaning: Meaning
    start: int
    after: int


def expressions(tokens: Tokens) -> list[Expression]:
    """All times, in order and without overlap, the longest reading of each."""
    found: list[Expression] = []
    place = 0
    for anchor, word in enumerate(tokens.words[: len(tokens)]):
        if anchor < place or not (word in _ANCHORS or ("0" <= word[0] <= "9" and len(word) in {1, 2, 3, 4, 8})):
            continue
        place = max(place, anchor - _REACH)
        while place <= anchor:
            one = time_at(tokens, place)
            if one is not None and one[1] > anchor:
                found.append(Expression(one[0], place, one[1]))
                place = one[1]
                break
            place += 1
    return found


def time_at(tokens: Tokens, place: int) -> Found:
    """The longest time that begins there, with the place behind it; None where there is none."""
    if not may_begin(tokens, place, _BEGINNINGS):
        return None
    rules = (_range, _open, _about, _single, repetition_at, length_at)
    found = [one for rule in rules if (one := rule(tokens, place)) is not None]
    return max(found, key=lambda one: one[1], default=None)


# --- one time


@remembered
def _single(tokens: Tokens, place: int) -> Found:
    """A date with its part of the day and its hour, before or behind."""
    rules = (_dated, _clock_first, _part_first)
    found = [one for rule in rules if (one := rule(tokens, place)) is not None]
    return max(found, key=lambda one: one[1], default=None)


@remembered
def _plain(tokens: Tokens, place: int) -> Found:
    """A date without hours, with "early", "the end of" and the like before it."""
    start = _behind_early(tokens, place)
    found = _longer(date_at(tokens, start), relative_at(tokens, start))
    if found is None and start > place:
        found = _the_unit(tokens, start)
    return None if found is None else _with_week(tokens, found)


def _longer(one: Found, other: Found) -> Found:
    if one is None or other is None:
        return one or other
    return one if one[1] >= other[1] else other


def _behind_early(tokens: Tokens, place: int) -> int:
    """The place behind "early", "mid-", "the end of", "later in" and the like; the same place where there is none."""
    start = tokens.skip(place, "the", "very")
    if tokens.word(start) not in vocabulary.EARLY:
        return place
    after = tokens.skip(start + 1, "-", "part")
    if tokens.word(start) in {"end", "beginning", "start", "middle"} and tokens.word(after) != "of":
        return place
    return tokens.skip(after, "of", "in", "on")


def _the_unit(tokens: Tokens, place: int) -> Found:
    """As "the end of the year", "later in the week": the one of the day of publication."""
    start = tokens.skip(place, "the")
    word = tokens.word(start)
    if word not in {"year", "month", "week"} or (start == place and tokens.word(place - 1) != "of"):
        return None
    return Shift(vocabulary.UNITS[word], 0), start + 1


def _with_week(tokens: Tokens, found: tuple[Meaning, int]) -> Found:
    """As "next week on Tuesday": the day of that week."""
    meaning, after = found
    if not isinstance(meaning, Shift) or meaning.unit != "week":
        return found
    day = tokens.skip(after, "on", "-", ",")
    named = vocabulary.WEEKDAYS | (vocabulary.SHORT_WEEKDAYS if tokens.capital(day) else {})
    return (Weekday(named[tokens.word(day)], week=meaning), day + 1) if tokens.word(day) in named else found


@remembered
def _dated(tokens: Tokens, place: int) -> Found:
    """A date, then perhaps the part of the day, then perhaps the hour: "Monday night at 9:30"."""
    found = _plain(tokens, place)
    if found is None:
        return None
    meaning, date_after = found
    after = _behind_part(tokens, date_after)
    if not _is_day(meaning):
        return meaning, after
    start = tokens.skip(tokens.skip(after, ",", "@", ":"), "at", "around", "about")
    clocks = clocks_at(tokens, start) or _bare_hour(tokens, place, start)
    if clocks is None:
        return _with_open_hour(tokens, meaning, after) or (meaning, after)
    return _later_half(tokens, At(meaning, clocks[0], clocks[1]), place, _behind_part(tokens, clocks[2]))


def _bare_hour(tokens: Tokens, first: int, place: int) -> tuple[Clock, None, int] | None:
    """As "last night at 8": an hour without more, beside a part of the day."""
    hour = tokens.digits(place)
    if tokens.word(place - 1) not in {"at", "around", "about"} or hour is None or not 1 <= hour <= 12:
        return None
    part = any(tokens.word(one) in _LATE | {"morning"} for one in range(first, place))
    closed = not tokens.word(place + 1).isalnum() and not tokens.glued(place + 2)
    return (Clock(hour, open=True), None, place + 1) if part and closed else None


def _with_open_hour(tokens: Tokens, day: Meaning, place: int) -> Found:
    """As "today before 4 p.m.", "Friday after 9:30"."""
    word = tokens.word(place)
    if word not in {"before", "after", "by", "until"}:
        return None
    clocks = clocks_at(tokens, place + 1)
    if clocks is None or clocks[1] is not None:
        return None
    return Open("from" if word == "after" else "to", At(day, clocks[0])), clocks[2]


_LATE = frozenset({"tonight", "evening", "night", "afternoon"})


def _later_half(tokens: Tokens, meaning: At, place: int, after: int) -> tuple[At, int]:
    """Hours without "p.m." beside a word for the later half of the day: "tonight from 7 to 7:30"."""
    if not any(tokens.word(one) in _LATE for one in range(place, after)):
        return meaning, after
    last = None if meaning.last is None else _afternoon(meaning.last)
    return At(meaning.day, _afternoon(meaning.clock), last), after


def _afternoon(clock: Clock) -> Clock:
    return replace(clock, hour=clock.hour + 12, open=False) if clock.open and 1 <= clock.hour < 12 else clock


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    if isinstance(meaning, Shift):
        return meaning.unit == "day"
    if isinstance(meaning, Near):
        return not isinstance(meaning.of, Calendar) or meaning.of.day is not None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Nth) and meaning.unit.isdigit())


def _behind_part(tokens: Tokens, place: int) -> int:
    """The place behind "night", "in the evening", "early morning" and the like."""
    for words in (
        ("late", "in", "the"),
        ("early", "in", "the"),
        ("in", "the"),
        ("early",),
        ("late",),
        ("mid", "-"),
        ("-",),
        (),
        ("at",),
    ):
        start = place + len(words)
        if tokens.at(place, *words) and tokens.word(start) in vocabulary.PARTS_OF_DAY:
            return start + 1
    return place


def _clock_first(tokens: Tokens, place: int) -> Found:
    """As "9 p.m. on Monday", "from 10am to 12pm tomorrow", "10:30"; None as the value of an hour on an unknown day."""
    clocks = clocks_at(tokens, place)
    if clocks is None:
        return None
    clock, last, after = clocks
    after = _behind_part(tokens, after)
    start = tokens.skip(tokens.skip(after, ",", "(", "-"), "on", "of")
    day = _plain(tokens, start)
    if day is None or not _is_day(day[0]):
        return At(None, clock, last), after
    return _later_half(tokens, At(day[0], clock, last), place, _behind_part(tokens, day[1]))


def _part_first(tokens: Tokens, place: int) -> Found:
    """As "the night of June 5", "the morning after" is left: the part of the day, then the day."""
    start = tokens.skip(place, "the", "early", "late")
    if tokens.word(start) not in vocabulary.PARTS_OF_DAY or tokens.word(start + 1) not in {"of", "on"}:
        return None
    day = _plain(tokens, start + 2)
    return day if day is not None and _is_day(day[0]) else None


# --- about, open, ranges


def _about(tokens: Tokens, place: int) -> Found:
    """As "around 2015", "circa 1800", "perhaps in 2015"."""
    word = tokens.word(place)
    if word in vocabulary.HEDGED_ABOUT:
        start = tokens.skip(tokens.skip(place + 1, "."), "the")
        start = start if tokens.word(start - 1) != "the" else start - 1
        found = _dated(tokens, start)
        return None if found is None or isinstance(found[0], Given) else (Loose(found[0], "~"), found[1])
    if word in {"perhaps", "possibly", "probably", "maybe"}:
        found = _plain(tokens, tokens.skip(place + 1, "in", "on", "as"))
        return None if found is None or isinstance(found[0], Given) else (Loose(found[0], "?"), found[1])
    return None


def _open(tokens: Tokens, place: int) -> Found:
    """As "since 2014", "until Friday", "by 2020", "before June", "2012 or later"."""
    if tokens.word(place) not in _OPENERS:
        return None
    for words, (side, strict, held) in _SIDES.items():
        if not tokens.at(place, *words):
            continue
        start = tokens.skip(place + len(words), "at", "on", "in", "about", "around")
        found = _single(tokens, start)
        if found is None and words[-1] in {"than", "to"}:
            found = _bare(tokens, start)
        if found is None or isinstance(found[0], Given) or (isinstance(found[0], At) and found[0].day is None):
            continue
        if strict and not _stands_alone(tokens, found[1]):
            continue
        if words == ("by",) and not _stands_alone(tokens, found[1]):
            continue
        if words == ("through",) and tokens.word(place - 1) in {"went", "going"}:
            continue
        return Open("from" if side == "from" else "to", found[0], strict=strict, held=held), found[1]
    return None


def _stands_alone(tokens: Tokens, place: int) -> bool:
    """Whether the time is no mere attribute of what follows ("after Friday's attack", "after the 2014 war")."""
    word = tokens.word(place)
    return not word.isalnum() and word != "'" if not _function_word(word) else True


def _function_word(word: str) -> bool:
    return word in vocabulary.PREPOSITIONS or word in {
        "the",
        "a",
        "he",
        "she",
        "it",
        "they",
        "we",
        "that",
        "when",
        "but",
        "as",
        "if",
        "is",
        "was",
        "were",
        "are",
        "will",
        "with",
        "because",
        "while",
        "than",
        "who",
        "which",
        "not",
        "his",
        "her",
        "i",
        "you",
    }


def _range(tokens: Tokens, place: int) -> Found:
    """As "from 2010 to 2014", "between June and August", "June 5-7", "2004–2015", "2014-15"."""
    opened = tokens.skip(place, "from", "between")
    between = tokens.word(place) == "between"
    first = _left(tokens, opened, led=opened > place)
    if first is None:
        return None
    meaning, after = first
    join = tokens.word(after)
    if join not in _JOINS and not (between and join == "and"):
        return None
    last = _right(tokens, meaning, after + 1, dash=join in {"-", "--"})
    if last is None:
        return None
    return Range(meaning, last[0]), last[1]


def _left(tokens: Tokens, place: int, *, led: bool) -> Found:
    """The start of a range; a month or year needs no more than its name where "from" or "between" leads."""
    if led:
        now = tokens.word(place)
        if now in {"now", "today"}:
            return Shift("day", 0), place + 1
        bare = _bare(tokens, place)
        found = _longer(_single(tokens, place), bare)
        return found if found is not None and not isinstance(found[0], Given) else _day_only(tokens, place)
    found = _longer(_plain(tokens, place), _bare(tokens, place))
    if found is not None and not isinstance(found[0], Given):
        return found
    return _day_only(tokens, place)


def _bare(tokens: Tokens, place: int) -> Found:
    """A month or a year without what else shows that it is one, good only as one end of a range."""
    year = year_at(tokens, place)
    if year is not None:
        telephone = tokens.word(place - 1) in {"-", ":"} and tokens.glued(place) and tokens.word(place - 2).isdecimal()
        goes_on = (
            tokens.word(year[1]) in {"-", ":"}
            and tokens.glued(year[1])
            and tokens.glued(year[1] + 1)
            and len(tokens.word(year[1] + 1)) == 2
        )
        known = not (telephone and len(tokens.word(place - 2)) != 4) and not (
            goes_on and len(tokens.word(place - 2)) == 4
        )
        return (Calendar(year[0]), year[1]) if known else None
    month = month_at(tokens, place)
    if month is None or (not tokens.capital(place) and tokens.word(place) in {"may", "march", "mar", "dec", "sun"}):
        return None
    return Calendar(None, month[0]), month[1]


def _day_only(tokens: Tokens, place: int) -> Found:
    """A day whose month comes with the end: "5 to 7 June", "between the 3rd and the 12th of June"."""
    found = day_at(tokens, tokens.skip(place, "the"))
    return None if found is None else (Calendar(None, None, found[0]), found[1])


def _right(tokens: Tokens, first: Meaning, place: int, *, dash: bool) -> Found:
    """The end of a range whose start is known, whatever it has from the start added to it."""
    if isinstance(first, Calendar):
        if first.month is None and first.year is None:
            return _month_behind(tokens, first, place)
        short = _short_end(tokens, first, place, dash=dash)
        if short is not None:
            return short
    if tokens.word(place) in {"now", "today", "present", "date"}:
        return Shift("day", 0), place + 1
    bare = _bare(tokens, place)
    found = _longer(_single(tokens, place), bare if _like(first, bare) else None)
    if found is None or isinstance(found[0], Given) or not _fits(first, found[0]):
        return None
    return None if _is_hour(first) or _is_hour(found[0]) else found


def _is_hour(meaning: Meaning) -> bool:
    return isinstance(meaning, At) and meaning.day is None


def _like(first: Meaning, bare: Found) -> bool:
    return bare is not None and isinstance(first, Calendar) and isinstance(bare[0], Calendar)


def _fits(first: Meaning, last: Meaning) -> bool:
    """Whether two times can be the ends of one range: a day of the week with another, a date with a date."""
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        if first.year is not None and last.year is not None and first.year.isdigit() and last.year.isdigit():
            return int(first.year) <= int(last.year) <= int(first.year) + 700
        return first.day is not None or last.day is None or first.month is not None or first.year is not None
    return True


def _month_behind(tokens: Tokens, first: Calendar, place: int) -> Found:
    """The end of "5 to 7 June 2015"; the start is completed from it."""
    found = date_at(tokens, tokens.skip(place, "the"))
    if found is None or not isinstance(found[0], Calendar) or found[0].day is None or found[0].month is None:
        return None
    return (
        (found[0], found[1])
        if (first.day or 0) < found[0].day and tokens.word(place) not in vocabulary.MONTHS
        else None
    )


def _short_end(tokens: Tokens, first: Calendar, place: int, *, dash: bool) -> Found:
    """The end of "June 5-7, 2015" and of "2014-15"."""
    if first.day is not None and first.month is not None:
        day = day_at(tokens, tokens.skip(place, "the"))
        if day is None or day[0] <= first.day or month_at(tokens, tokens.skip(day[1], "of")) is not None:
            return None
        if tokens.word(day[1]) in {"am", "pm", ":", "/"}:
            return None
        start = tokens.skip(day[1], ",")
        year = year_at(tokens, start)
        if year is not None and first.year is None:
            return Calendar(year[0], first.month, day[0]), year[1]
        return Calendar(first.year, first.month, day[0]), day[1]
    if first.month is None and first.year is not None and first.year.isdigit() and dash:
        short = tokens.word(place)
        if (
            len(short) == 2
            and short.isdecimal()
            and tokens.glued(place)
            and tokens.glued(place - 1)
            and not tokens.glued(place + 1 if tokens.word(place + 1)[:1].isalnum() else len(tokens))
        ):
            year_text = first.year[:2] + short
            return (Calendar(year_text), place + 1) if int(year_text) > int(first.year) else None
    return None
