"""Dates by the calendar: "June 5, 2015", "5 June", "2015-06-05", "6/5/2015", "the 1990s", "Q3 2014", "Easter 2015"."""

from collections.abc import Callable
from dataclasses import replace

from . import holidays, vocabulary
from .gates import DATES, may_begin, remembered
from .meaning import Calendar, Holiday, Meaning
from .numbers import day_at, ordinal_at, year_at
from .screening import is_month, is_year
from .tokens import Tokens

Found = tuple[Meaning, int] | None
Dated = tuple[Calendar, int] | None


@remembered
def date_at(tokens: Tokens, place: int) -> Found:
    """The longest date by the calendar that begins there, and the place behind it; None where there is none."""
    if not may_begin(tokens, place, DATES):
        return None
    found = [one for rule in _rules(tokens.word(place)) if (one := rule(tokens, place)) is not None]
    return max(found, key=lambda one: one[1], default=None)


def _rules(word: str) -> tuple[Callable[[Tokens, int], Found], ...]:
    """The rules that a date with this first word may follow."""
    if word[:1].isdigit():
        return _NUMERIC
    if word in vocabulary.MONTHS or word in vocabulary.SHORT_MONTHS:
        return _month_first, _holiday
    if word in vocabulary.WEEKDAYS or word in vocabulary.SHORT_WEEKDAYS:
        return (_weekday_first,)
    return _OTHER


def weekday_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A day of the week (Monday is 0) and the place behind it."""
    word = tokens.word(place)
    if word in vocabulary.WEEKDAYS:
        return vocabulary.WEEKDAYS[word], place + 1
    if word not in vocabulary.SHORT_WEEKDAYS or not tokens.capital(place):
        return None
    after = place + 1
    stopped = tokens.word(after) == "." and tokens.glued(after)
    behind = after + 1 if stopped else after
    led = tokens.word(place - 1) in {"on", "next", "last", "this", "every", "from", "until", "to", "by", "or"}
    if not led and not _dates_on(tokens, tokens.skip(behind, ",")):
        return None
    return vocabulary.SHORT_WEEKDAYS[word], behind if _dates_on(tokens, tokens.skip(behind, ",")) else after


def _dates_on(tokens: Tokens, place: int) -> bool:
    return month_at(tokens, place) is not None or (
        day_at(tokens, place) is not None and month_at(tokens, place + 1) is not None
    )


def month_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A month by its name or the start of it, with its full stop; what it means there is not judged."""
    word = tokens.word(place)
    if word in vocabulary.MONTHS:
        return vocabulary.MONTHS[word], place + 1
    if word not in vocabulary.SHORT_MONTHS:
        return None
    stopped = tokens.word(place + 1) == "." and tokens.glued(place + 1)
    return vocabulary.SHORT_MONTHS[word], place + 2 if stopped else place + 1


def _weekday_first(tokens: Tokens, place: int) -> Dated:
    """As "Friday, June 5", "Monday the 5th of June"."""
    found = weekday_at(tokens, place)
    if found is None:
        return None
    weekday, after = found
    start = tokens.skip(tokens.skip(after, ",", "-", "("), "the")
    date = _month_first(tokens, start) or _day_first(tokens, start) or _numeric(tokens, start)
    if date is None or date[0].day is None:
        return None
    end = tokens.skip(date[1], ")") if tokens.word(after) == "(" else date[1]
    return replace(date[0], weekday=weekday), end


def _month_first(tokens: Tokens, place: int) -> Dated:
    """As "June 5, 2015", "June 2015", "June"."""
    found = month_at(tokens, place)
    if found is None:
        return None
    month, after = found
    day = day_at(tokens, tokens.skip(tokens.skip(after, "-", "/", ","), "the"))
    if day is not None and not _is_time_of_day(tokens, day[1]):
        year = _year_behind(tokens, day[1])
        return Calendar(year[0] if year else None, month, day[0]), year[1] if year else day[1]
    year = _year_behind(tokens, after)
    if year is not None:
        return Calendar(year[0], month), year[1]
    return (Calendar(None, month), _unstopped(tokens, place, after)) if is_month(tokens, place) else None


def _unstopped(tokens: Tokens, place: int, after: int) -> int:
    """A full stop behind a month in full, or at the end of the text, is the sentence's."""
    return after if after == place + 2 and tokens.word(after) and not tokens.capital(after) else place + 1


def _year_then_month(tokens: Tokens, place: int) -> Dated:
    """As "2017 April", "2019-Aug-01"."""
    year = year_at(tokens, place)
    if year is None or tokens.word(place)[:1].isalpha():
        return None
    start = tokens.skip(year[1], "-", "/")
    if start > year[1] and not (tokens.glued(year[1]) and tokens.glued(start)):
        return None
    month = month_at(tokens, start)
    if month is None or (tokens.word(start) == "may" and not tokens.capital(start)):
        return None
    day = day_at(tokens, month[1] + 1) if tokens.word(month[1]) in {"-", "/"} and start > year[1] else None
    return Calendar(year[0], month[0], day[0] if day else None), day[1] if day else _unstopped(tokens, start, month[1])


_ERAS = {"ad": 1, "ce": 1, "bc": -1, "bce": -1}


def _era(tokens: Tokens, place: int) -> Dated:
    """As "347 AD", "AD 842", "508 BC", which is the year -507 of ISO 8601."""
    number, era = tokens.digits(place), tokens.word(place + 1)
    after = place + 2
    if number is None and tokens.word(place) == "ad" and tokens.raw(place) == "AD":
        number, era = tokens.digits(place + 1), "ad"
    elif not tokens.raw(place + 1).isupper() or era not in _ERAS:
        return None
    if not number:
        return None
    return Calendar(f"{number:04d}" if _ERAS[era] > 0 else f"-{number - 1:04d}" if number > 1 else "0000"), after


def _short_year(tokens: Tokens, place: int) -> Dated:
    """As "'84", of a century that is not told."""
    if (
        tokens.word(place) != "'"
        or tokens.glued(place)
        or not tokens.glued(place + 1)
        or len(tokens.word(place + 1)) != 2
    ):
        return None
    if tokens.digits(place + 1) is None or (tokens.glued(place + 2) and tokens.word(place + 2).isalnum()):
        return None
    return Calendar(f"XX{tokens.word(place + 1)}"), place + 2


def _is_time_of_day(tokens: Tokens, place: int) -> bool:
    return tokens.word(place) in {"am", "pm"} or (tokens.word(place) == ":" and tokens.glued(place))


def _year_behind(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The year behind a month or day: "2015", ", 2015", "in 2015", "of 2015", "'15"."""
    if tokens.word(place) == "'" and not tokens.glued(place) and len(tokens.word(place + 1)) == 2:
        short = tokens.digits(place + 1)
        return None if short is None else (_century_of(short), place + 2)
    short = tokens.digits(place + 1)
    if tokens.word(place) == "of" and short is not None and len(tokens.word(place + 1)) == 2 and short > 31:
        return _century_of(short), place + 2
    start = tokens.skip(place, ",", "-", "/")
    if tokens.word(place) in {"in", "of"}:
        start = tokens.skip(tokens.skip(place + 1, "the"), "year")
    found = year_at(tokens, start)
    if found is not None and tokens.word(place) == "in" and tokens.word(found[1]).endswith("s"):
        return None
    return found


def _century_of(short: int) -> str:
    """A year of two digits, nearest to the turn of the century: 15 is 2015, 95 is 1995."""
    return str(2000 + short if short < 70 else 1900 + short)


def _day_first(tokens: Tokens, place: int) -> Dated:
    """As "5 June 2015", "the 5th of June", "05-Aug-2016"."""
    found = day_at(tokens, tokens.skip(place, "the")) or _spelled_day(tokens, place)
    if found is None:
        return None
    day, after = found
    start = tokens.skip(tokens.skip(after, "of", "-", "/"), "the")
    month = month_at(tokens, start)
    if month is None or (tokens.word(start) in {"may", "march"} and not tokens.capital(start) and start == after):
        return None
    if tokens.word(place) in {"second", "first"} and tokens.word(after) != "of":
        return None
    year = _year_behind(tokens, month[1])
    end = year[1] if year else _unstopped(tokens, start, month[1])
    return Calendar(year[0] if year else None, month[0], day), end


def _spelled_day(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """As "fifteen" before the name of a month."""
    day = vocabulary.SMALL.get(tokens.word(place), 0)
    return (
        (day, place + 1) if day and tokens.capital(place + 1) and tokens.word(place + 1) in vocabulary.MONTHS else None
    )


def _numeric(tokens: Tokens, place: int) -> Dated:
    """As "2015-06-05", "2015-6", "6/5/2015", "5.6.2015", "22/04"."""
    if len(tokens.word(place)) == 8:
        return _compact(tokens, place)
    numbers, mark, after = _separated(tokens, place)
    if tokens.glued(place) and tokens.word(place - 1) in {"/", "-", ".", "$", "#"}:
        named = tokens.word(place - 1) == "-" and not tokens.word(place - 2)[:1].isdigit() and mark == "-"
        full = named and len(numbers) == 3 and len(tokens.word(place)) == 4
        if not full and not (tokens.word(place - 1) == "-" and mark == "/"):
            return None
    if len(numbers) < 2 or (tokens.glued(after) and tokens.word(after)[:1].isalnum()):
        return None
    if (
        tokens.word(after) == "."
        and tokens.glued(after)
        and tokens.glued(after + 1)
        and tokens.word(after + 1)[:1].isdigit()
    ):
        return None
    return _arranged(tokens, place, numbers, mark, after)


def _compact(tokens: Tokens, place: int) -> Dated:
    """As "20150605"."""
    word = tokens.word(place)
    if (
        not word.isdecimal()
        or not word.isascii()
        or word[:2] not in {"19", "20"}
        or tokens.word(place - 1) in {".", "$", "#", "+"}
    ):
        return None
    return (
        _ordered(word[:4], int(word[4:6]), int(word[6:]), place + 1, day_first=False) if int(word[4:6]) <= 12 else None
    )


def _arranged(tokens: Tokens, place: int, numbers: list[int], mark: str, after: int) -> Dated:
    if len(tokens.word(place)) == 4:
        return _year_first(numbers, mark, after)
    if len(numbers) == 3 and len(tokens.word(after - 1)) in {2, 4}:
        year = f"{numbers[2]:04d}" if len(tokens.word(after - 1)) == 4 else _century_of(numbers[2])
        return _ordered(year, numbers[0], numbers[1], after, day_first=mark == ".")
    if len(numbers) == 2 and len(tokens.word(after - 1)) == 4 and 1 <= numbers[0] <= 12 and mark in {"/", "-"}:
        return (Calendar(tokens.word(after - 1), numbers[0]), after) if 1000 <= numbers[1] <= 2200 else None
    return _day_of_month(tokens, place, numbers, mark, after)


def _day_of_month(tokens: Tokens, place: int, numbers: list[int], mark: str, after: int) -> Dated:
    """As "6/5" where a word before says that it is a date, "22/04" where it can be no share."""
    if len(numbers) != 2 or max(numbers) > 31 or len(tokens.word(after - 1)) > 2 or mark not in {"/", "-", "."}:
        return None
    if numbers == [9, 11] and mark == "/":
        return Calendar("2001", 9, 11), after
    before = tokens.skip(place - 1, ",", "(") - 1 if tokens.word(place - 1) in {",", "("} else place - 1
    led = tokens.word(before) in vocabulary.WEEKDAYS
    if mark == "/":
        led = (
            led
            or (tokens.word(place - 1) == "-" and tokens.glued(place))
            or tokens.word(place - 1)
            in {"to", "or", "and", "on", "since", "until", "by", "from", "between", "dated", "of"}
        )
    if not led:
        return None
    year = year_at(tokens, after + 1) if tokens.word(after) == "," else None
    return _ordered(year[0] if year else None, numbers[0], numbers[1], year[1] if year else after, day_first=False)


def _separated(tokens: Tokens, place: int) -> tuple[list[int], str, int]:
    """Two or three numbers with one and the same mark between them, nothing else."""
    first, mark = tokens.digits(place), tokens.word(place + 1)
    if first is None or mark not in {"/", "-", "."}:
        return [], "", place
    numbers, after = [first], place + 1
    while len(numbers) < 4 and tokens.word(after) == mark and tokens.glued(after) and tokens.glued(after + 1):
        number = tokens.digits(after + 1)
        if number is None:
            break
        numbers.append(number)
        after += 2
    return (numbers, mark, after) if len(numbers) < 4 else ([], "", place)


def _year_first(numbers: list[int], mark: str, after: int) -> Dated:
    year, month = numbers[0], numbers[1]
    if not 1000 <= year <= 2200 or not 1 <= month <= 12 or mark == ".":
        return None
    if len(numbers) == 3:
        return _ordered(f"{year:04d}", month, numbers[2], after, day_first=False)
    return (Calendar(f"{year:04d}", month), after) if mark == "-" and month <= year % 100 else None


def _ordered(year: str | None, one: int, other: int, after: int, *, day_first: bool) -> Dated:
    """Month first, unless that is no month or the day is said to come first."""
    month, day = (other, one) if (day_first and other <= 12) or one > 12 else (one, other)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return Calendar(year, month, day), after


def _year(tokens: Tokens, place: int) -> Dated:
    start = tokens.skip(place, "the")
    named = tokens.word(start) in {"year", "calendar"}
    if named:
        start = tokens.skip(tokens.skip(tokens.skip(start, "calendar"), "year"), "of")
    found = year_at(tokens, start)
    if found is None or (start > place and not named):
        return None
    return (Calendar(found[0]), found[1]) if named or is_year(tokens, start) else None


def _decade(tokens: Tokens, place: int) -> Dated:
    """As "the 1990s", "1990's", "the '90s", "the nineties"."""
    start = tokens.skip(place, "the")
    if tokens.word(start) in vocabulary.TENS_PLURAL:
        led = start > place or tokens.word(place - 1) in {"early", "mid", "late", "-", "in"}
        return (Calendar(f"XX{vocabulary.TENS_PLURAL[tokens.word(start)]}X"), start + 1) if led else None
    quoted = tokens.skip(start, "'")
    word = tokens.word(quoted)
    suffix = tokens.skip(quoted + 1, "'")
    if tokens.word(suffix) != "s" or not tokens.glued(suffix) or not word.endswith("0") or not word.isdecimal():
        return None
    if suffix > quoted + 1 and start == place and tokens.word(place - 1) not in {"early", "mid", "late", "-"}:
        return None
    if len(word) == 4 and "1000" <= word <= "2100" and suffix == quoted + 1 + (tokens.word(quoted + 1) == "'"):
        return Calendar(f"{word[:2]}XX" if word.endswith("00") and word != "2000" else f"{word[:3]}X"), suffix + 1
    led = quoted > start or start > place or tokens.word(place - 1) in {"early", "mid", "late", "-"}
    return (Calendar(f"XX{word[0]}X"), suffix + 1) if len(word) == 2 and led and not _is_age(tokens, place) else None


def _is_age(tokens: Tokens, place: int) -> bool:
    """Whether "his 30s" is meant."""
    return any(
        tokens.word(before) in {"his", "her", "their", "your", "my", "our"} for before in range(place - 3, place)
    )


def _century(tokens: Tokens, place: int) -> Dated:
    """As "the 19th century", "the nineteenth and ..." is not read."""
    found = ordinal_at(tokens, tokens.skip(place, "the"))
    if found is None or not 0 < found[0] <= 30:
        return None
    after = tokens.skip(found[1], "-")
    if tokens.word(after) not in {"century", "centuries"} or (
        found[0] < 11
        and tokens.word(place) != "the"
        and after == found[1]
        and tokens.word(found[1] - 1).isalpha()
        and tokens.word(found[1] - 1) not in vocabulary.SUFFIXES
    ):
        return None
    if tokens.raw(after + 1) in {"BC", "BCE"}:
        return None
    return Calendar(f"{found[0] - 1:02d}XX"), after + 1


def _part_of_year(tokens: Tokens, place: int) -> Dated:
    """As "spring 2015", "Q3 2014", "the third quarter of 2014", "the first half of 2015", "2014 Q3"."""
    leading = year_at(tokens, place)
    if leading is not None:
        part = _part(tokens, tokens.skip(leading[1], "-"))
        return None if part is None or part[0] < 33 else (Calendar(leading[0], part[0]), part[1])
    part = _part(tokens, tokens.skip(place, "the"))
    if part is None:
        return None
    start = tokens.skip(tokens.skip(part[1], "of", ",", "-", "in"), "the")
    year = year_at(tokens, tokens.skip(start, "year", "'"))
    if year is not None and tokens.at(year[1], "-") and tokens.glued(year[1]) and len(tokens.word(year[1] + 1)) == 2:
        return None
    return None if year is None else (Calendar(year[0], part[0]), year[1])


def _part(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A season, quarter or half by its EDTF number, and the place behind it."""
    word, number = tokens.word(place), tokens.digits(place + 1)
    if word in vocabulary.SEASONS:
        return vocabulary.SEASONS[word], place + 1
    if word in {"q", "h"} and number is not None and tokens.glued(place + 1):
        known = 1 <= number <= (4 if word == "q" else 2)
        return ((32 if word == "q" else 39) + number, place + 2) if known else None
    ordinal = ordinal_at(tokens, place)
    if ordinal is None and word in {"last", "final"}:
        ordinal = (4 if tokens.word(place + 1) == "quarter" else 2), place + 1
    if ordinal is None or tokens.word(ordinal[1]) not in {"quarter", "half"}:
        return None
    quarter = tokens.word(ordinal[1]) == "quarter"
    if not 1 <= ordinal[0] <= (4 if quarter else 2):
        return None
    return (32 if quarter else 39) + ordinal[0], ordinal[1] + 1


def part_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A season, quarter or half without its year, for "the third quarter of last year"."""
    return _part(tokens, tokens.skip(place, "the"))


def holiday_at(tokens: Tokens, place: int) -> tuple[Holiday, int] | None:
    """A day with a name, without its year."""
    start = tokens.skip(place, "the")
    for words, name in holidays.BY_FIRST.get(tokens.word(start), ()):
        if tokens.at(start, *words):
            return Holiday(name), start + len(words)
    return None


def _holiday(tokens: Tokens, place: int) -> tuple[Holiday, int] | None:
    if tokens.word(place) == "the":
        return None
    found = holiday_at(tokens, place)
    if found is None:
        return None
    year = _year_behind(tokens, found[1])
    if year is None:
        capital = tokens.capital(place) or found[1] > place + 1
        named = (
            tokens.capital(place - 1)
            and tokens.word(place - 1) not in vocabulary.PREPOSITIONS
            and tokens.word(place - 1).isalpha()
        )
        return found if capital and not named and _is_day(tokens, place, found[1]) else None
    return replace(found[0], year=Calendar(year[0])), year[1]


def _is_day(tokens: Tokens, place: int, after: int) -> bool:
    """Whether a name such as Christmas is the day, not what it gives its name to ("Christmas tree", "Easter Island")."""
    if after - place > 1:
        return True
    follows = tokens.word(after)
    return not (follows.isalpha() and (tokens.capital(after) or not _ends(follows)))


def _ends(word: str) -> bool:
    return (
        word in vocabulary.PREPOSITIONS or word in vocabulary.PAST or word in {"that", "when", "but", "the", "as", "is"}
    )


_NUMERIC = (_year_then_month, _era, _day_first, _numeric, _decade, _century, _part_of_year, _holiday, _year)
_OTHER = (_era, _short_year, _day_first, _decade, _century, _part_of_year, _holiday, _year)
