"""From what the words say to a value, against the day of publication and what was told before."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import singledispatch

from . import edtf, holidays
from .meaning import (
    At,
    Calendar,
    Clock,
    Given,
    Holiday,
    Lately,
    Loose,
    Meaning,
    Moved,
    Near,
    Nth,
    Open,
    Range,
    Shift,
    Weekday,
)
from .periods import NOTHING, Moment, Value, dated, day_of, days, later_moment, period, stepped

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Context:
    """What a time is resolved against: the day of publication, the last time told before, and which way it looks.

    `ahead` is True where a word of the future stands near, False where one of the past does, else None. `story` is the
    year that the same sentence told before: a month or day without one is of that year, if it does not lie ahead.
    """

    published: Moment | None = None
    before: Value = NOTHING
    ahead: bool | None = None
    story: int | None = None

    @property
    def today(self) -> dt.date | None:
        """The day of publication."""
        return None if self.published is None else day_of(self.published)


def resolved(meaning: Meaning, context: Context) -> Value:
    """The value of a time; without text where nothing certain can be told, or where there is no such day."""
    try:
        return _value(meaning, context)
    except (ValueError, OverflowError):
        return NOTHING


@singledispatch
def _value(meaning: Meaning, context: Context) -> Value:
    raise TypeError(f"no time: {meaning!r} in {context!r}")


@_value.register
def _(meaning: Given, context: Context) -> Value:
    del context
    return Value(meaning.value)


@_value.register
def _(meaning: Loose, context: Context) -> Value:
    value = resolved(meaning.of, context)
    return replace(value, text=edtf.marked(value.text, meaning.mark))


@_value.register
def _(meaning: Calendar, context: Context) -> Value:
    if meaning.of is not None:
        return _within(meaning, resolved(meaning.of, context))
    if meaning.year is None and meaning.month is not None:
        return _yearless(meaning, context)
    year = meaning.year
    if year is not None and year.startswith("XX") and context.today is not None:
        year = _decade_past(year, context.today) if year.endswith("X") else _year_past(year, context.today)
        return replace(dated(year, meaning.month, meaning.day), told=True)
    return replace(dated(year, meaning.month, meaning.day), told=True)


def _within(meaning: Calendar, outer: Value) -> Value:
    """A date in a year or month that other words give."""
    if outer.first is None or outer.text is None:
        return dated(None, meaning.month, meaning.day)
    month = meaning.month if meaning.month is not None else outer.first.month
    return dated(f"{outer.first.year:04d}", month, meaning.day)


def _decade_past(year: str, today: dt.date) -> str:
    """The last decade with this number that has begun: "XX9X" in 2015 is "199X"."""
    tens, century = int(year[2]), today.year // 100
    return f"{century if tens <= today.year % 100 // 10 else century - 1:02d}{tens}X"


def _year_past(year: str, today: dt.date) -> str:
    """The last year with these two digits that has begun: "XX84" in 2015 is "1984"."""
    century = today.year // 100
    return f"{century if int(year[2:]) <= today.year % 100 else century - 1:02d}{year[2:]}"


def _yearless(meaning: Calendar, context: Context) -> Value:
    """The nearest such month or day before publication, or after it where it is spoken of as to come."""
    if context.story is not None and context.ahead is not True:
        return dated(f"{context.story:04d}", meaning.month, meaning.day)
    if context.today is None:
        return dated(None, meaning.month, meaning.day)
    found = _candidates(context.today.year, lambda year: dated(f"{year:04d}", meaning.month, meaning.day))
    if meaning.weekday is not None:
        close = [one for one in found if one.first and abs(one.first.year - context.today.year) <= 1]
        found = [one for one in close if one.first and one.first.weekday() == meaning.weekday] or found
    if meaning.day is None and context.ahead is None:
        return _nearest(found, context.today, ahead=False)
    return _nearest(found, context.today, ahead=context.ahead)


def _candidates(year: int, made: Callable[[int], Value], reach: int = 4) -> list[Value]:
    """What a rule gives in the years around, those left out in which there is no such day."""
    found = []
    for one in range(year - reach, year + reach + 1):
        try:
            value = made(one)
        except (ValueError, OverflowError):
            continue
        if value.first is not None:
            found.append(value)
    return found


def _nearest(found: list[Value], today: dt.date, *, ahead: bool | None) -> Value:
    """The nearest before or after, today's included; the nearest of all where neither is told."""
    before = [one for one in found if one.first and one.first <= today]
    after = [one for one in found if one.last and one.last >= today]
    past, coming = (before[-1] if before else NOTHING), (after[0] if after else NOTHING)
    if ahead is not None:
        return (coming if coming.text else past) if ahead else (past if past.text else coming)
    if past.last is None or coming.first is None:
        return past if past.text else coming
    return past if today - past.last <= coming.first - today else coming


@_value.register
def _(meaning: Near, context: Context) -> Value:
    today = context.today
    if today is None:
        return dated(None, meaning.of.month, None) if isinstance(meaning.of, Calendar) else NOTHING
    inner = meaning.of
    found = _candidates(today.year, lambda year: resolved(_in_year(inner, year), context))
    if meaning.way == "last":
        past = [one for one in found if one.last and one.last < today]
        return past[-1] if past else NOTHING
    if meaning.way == "next":
        coming = [one for one in found if one.first and one.first > today]
        return coming[0] if coming else NOTHING
    return resolved(_in_year(inner, today.year), context)


def _in_year(inner: Calendar | Holiday, year: int) -> Meaning:
    text = f"{year:04d}"
    return replace(inner, year=text) if isinstance(inner, Calendar) else replace(inner, year=Calendar(text))


@_value.register
def _(meaning: Shift, context: Context) -> Value:
    base = context.today if meaning.pin == "published" else _base_before(meaning, context.before)
    if base is None:
        return NOTHING
    if meaning.unit == "weekend" and meaning.count == 0 and base.weekday() < 5 and context.ahead is False:
        base -= 7 * DAY
    if meaning.pin == "before" and meaning.count > 0 and context.before.last is not None:
        base = context.before.last
    return period(_first_of(base, meaning, context), meaning.unit)


def _base_before(meaning: Shift, before: Value) -> dt.date | None:
    """The day that "the following week" counts from; None after a time that is coarser than what is counted."""
    if before.first is None or before.last is None:
        return None
    longest = {"day": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366}.get(meaning.unit, 40_000)
    return before.first if (before.last - before.first).days < longest else None


def _first_of(base: dt.date, meaning: Shift, context: Context) -> dt.date:
    if meaning.unit == "weekend" and meaning.pin == "published" and base.weekday() > 4:
        # On a Saturday or Sunday "last weekend" may only be the one a week ago.
        return stepped(base, "week", meaning.count)
    del context
    return stepped(base.replace(day=1) if meaning.unit in {"month", "quarter"} else base, meaning.unit, meaning.count)


@_value.register
def _(meaning: Weekday, context: Context) -> Value:
    if meaning.week is not None:
        week = resolved(meaning.week, context)
        if week.first is None:
            return NOTHING
        return period(week.first - week.first.weekday() * DAY + meaning.day * DAY, "day")
    today = context.today
    if today is None:
        return NOTHING
    in_week = meaning.day - today.weekday()
    weeks = {"last": -7, "this": 0, "next": 7}
    if meaning.way in weeks:
        return period(today + (in_week + weeks[meaning.way]) * DAY, "day")
    if meaning.way == "coming":
        return period(today + (in_week % 7 or 7) * DAY, "day")
    return period(today + (in_week % 7 if context.ahead else -(-in_week % 7)) * DAY, "day")


@_value.register
def _(meaning: Holiday, context: Context) -> Value:
    rule = holidays.RULES[meaning.name]
    if meaning.year is not None:
        year = resolved(meaning.year, context).first
        return period(rule(year.year), "day") if year is not None else _certain_part(meaning.name)
    if context.today is None:
        return _certain_part(meaning.name)
    found = _candidates(context.today.year, lambda one: period(rule(one), "day"))
    return _nearest(found, context.today, ahead=context.ahead)


def _certain_part(name: str) -> Value:
    """The month and day of a holiday that has the same in every year."""
    one, other = holidays.RULES[name](2014), holidays.RULES[name](2017)
    return dated(None, one.month, one.day) if (one.month, one.day) == (other.month, other.day) else NOTHING


@_value.register
def _(meaning: Nth, context: Context) -> Value:
    outer = resolved(meaning.of, context)
    if outer.first is None or outer.last is None:
        return NOTHING
    if meaning.count == 0:
        return period(outer.first, "week")
    if meaning.unit.isdigit():
        return _nth_day(meaning.count, int(meaning.unit), outer.first, outer.last)
    if meaning.unit == "week":
        return _nth_week(meaning.count, outer.first, outer.last)
    steps = {"day": 1, "month": 1, "year": 1, "decade": 1, "weekend": 1}
    if meaning.unit not in steps:
        return NOTHING
    return _nth_unit(meaning, outer.first, outer.last)


def _nth_day(count: int, weekday: int, first: dt.date, last: dt.date) -> Value:
    if count > 0:
        day = first + (((weekday - first.weekday()) % 7) + 7 * (count - 1)) * DAY
    else:
        day = last - ((last.weekday() - weekday) % 7) * DAY
    return period(day, "day") if first <= day <= last else NOTHING


def _nth_week(count: int, first: dt.date, last: dt.date) -> Value:
    """The week by ISO 8601: the first is the one with the first Thursday, of a month as of a year."""
    monday = first - first.weekday() * DAY
    if first.weekday() > 3:
        monday += 7 * DAY
    if count < 0:
        monday = last - last.weekday() * DAY
        if last.weekday() < 3:
            monday -= 7 * DAY
        return period(monday, "week")
    return period(monday + 7 * (count - 1) * DAY, "week")


def _nth_unit(meaning: Nth, first: dt.date, last: dt.date) -> Value:
    unit = meaning.unit
    if unit == "weekend":
        saturday = (
            first + ((5 - first.weekday()) % 7) * DAY if meaning.count > 0 else last - ((last.weekday() - 5) % 7) * DAY
        )
        return days(
            saturday + 7 * (max(meaning.count, 1) - 1) * DAY, saturday + (7 * (max(meaning.count, 1) - 1) + 1) * DAY
        )
    start = last if meaning.count < 0 else first
    step = meaning.count + 1 if meaning.count < 0 else meaning.count - 1
    if unit == "day":
        return period(stepped(start, "day", step), "day")
    if unit == "month":
        return period(stepped(start.replace(day=1), "month", step), "month")
    return period(stepped(start, "year", step), "year") if unit == "year" else NOTHING


@_value.register
def _(meaning: Moved, context: Context) -> Value:
    if meaning.unit in {"hour", "minute", "second"}:
        return _moved_hours(meaning, context)
    told = meaning.of == Shift("day", 0, "before")
    base = context.before if told else resolved(meaning.of, context)
    if base.first is None or base.last is None:
        return NOTHING
    unit, count = meaning.unit, meaning.count
    if count != int(count):
        return _moved_part(base.first, unit, count)
    start = base.first if count < 0 else base.last
    moved = stepped(start, unit, int(count))
    return _as_fine(moved, unit, base)


def _moved_part(start: dt.date, unit: str, count: float) -> Value:
    """Half a unit and the like: "a year and a half ago" is a month, about."""
    if unit == "year":
        value = period(stepped(start, "month", round(count * 12)), "month")
    elif unit == "month":
        value = period(stepped(start, "day", round(count * 30)), "day")
    else:
        return NOTHING
    return replace(value, text=edtf.marked(value.text, "~"))


def _as_fine(moved: dt.date, unit: str, base: Value) -> Value:
    """As exact as the unit it moved by: days exactly, weeks about a day, months and years as such; decades about."""
    length = 0 if base.first is None or base.last is None else (base.last - base.first).days
    if length > {"day": 0, "week": 6, "month": 31, "quarter": 92, "year": 366}.get(unit, length):
        return NOTHING
    if unit in {"decade", "century"}:
        return replace(period(moved, "year"), text=edtf.marked(period(moved, "year").text, "~"))
    if unit == "week":
        return replace(period(moved, "day"), text=edtf.marked(moved.isoformat(), "~"))
    fine = base.told and base.first == base.last
    return period(moved, "day" if unit == "day" or fine else "year" if unit == "year" else "month")


def _moved_hours(meaning: Moved, context: Context) -> Value:
    """Hours from the moment of publication, if that is known to the hour."""
    if meaning.of != Shift("day", 0) or not isinstance(context.published, dt.datetime):
        return NOTHING
    moment = later_moment(context.published, meaning.unit, meaning.count)
    return Value(moment.strftime("%Y-%m-%dT%H:%M:%S"), moment.date(), moment.date())


@_value.register
def _(meaning: Lately, context: Context) -> Value:
    today, unit = context.today, meaning.unit
    if today is None:
        return NOTHING
    grain = unit if unit in {"year", "month"} else "year" if unit in {"decade", "century"} else "day"
    if unit in {"hour", "minute", "second"}:
        return NOTHING
    ahead = meaning.count > 0
    if unit == "quarter":
        return _quarters(today, meaning.count)
    near = today + DAY if ahead and grain == "day" else today
    far = stepped(today, unit, meaning.count)
    first, last = (near, far) if ahead else (far, near - DAY if grain == "day" else near)
    one, other = period(first, grain), period(last, grain)
    return Value(edtf.interval(one.text, other.text), one.first, other.last)


def _quarters(today: dt.date, count: int) -> Value:
    """So many whole quarters before or after the one of today."""
    here = today.replace(month=today.month - (today.month - 1) % 3, day=1)
    first = stepped(here, "quarter", count if count < 0 else 1)
    last = stepped(here, "month", -1 if count < 0 else 3 * count + 2)
    one, other = period(first, "month"), period(last, "month")
    return Value(edtf.interval(one.text, other.text), one.first, other.last)


@_value.register
def _(meaning: At, context: Context) -> Value:
    day = NOTHING if meaning.day is None else resolved(meaning.day, context)
    if day.text is None or day.first is None or day.first != day.last:
        return day if day.text is not None else NOTHING
    start = _moment(day.first, meaning.clock)
    if meaning.last is None:
        return Value(start, day.first, day.first, day.told)
    end_day = day.first if _minutes(meaning.last) > _minutes(meaning.clock) else day.first + DAY
    return Value(edtf.interval(start, _moment(end_day, meaning.last)), day.first, end_day)


def _minutes(clock: Clock) -> int:
    return clock.hour * 60 + clock.minute


def _moment(day: dt.date, clock: Clock) -> str:
    mark = "Z" if clock.utc else ""
    if clock.hour == 24:
        day, clock = day + DAY, replace(clock, hour=0)
    return f"{day.isoformat()}T{clock.hour:02d}:{clock.minute:02d}:{clock.second:02d}{mark}"


@_value.register
def _(meaning: Range, context: Context) -> Value:
    first, last = _completed(meaning.first, meaning.last)
    if isinstance(first, Weekday) and isinstance(last, Weekday) and (first.way or first.week) and not last.way:
        one = resolved(first, context)
        other = NOTHING if one.last is None else resolved(last, replace(context, published=one.last, ahead=True))
    elif _is_yearless(first) and _is_yearless(last):
        one, other = _in_order(first, last, context)
    else:
        one, other = resolved(first, context), resolved(last, context)
        if one.first is not None and other.last is not None and one.first > other.last:
            one, other = _in_order(first, last, context)
    text = edtf.interval(_end(one, 0), _end(other, 1))
    if one.first is not None and other.last is not None and one.first > other.last:
        return NOTHING
    return Value(text, one.first, other.last, one.told and other.told)


def _end(value: Value, side: int) -> str | None:
    """A time as one end of an interval: itself, or the first or last day of one that is an interval."""
    if value.text is None or "/" not in value.text:
        return value.text
    return value.text.split("/")[side].removesuffix("..") or None


def _in_order(first: Meaning, last: Meaning, context: Context) -> tuple[Value, Value]:
    """Both ends, when each by itself may lie in another year: the first is the nearest before the last."""
    other = resolved(last, context)
    if other.first is None:
        return resolved(first, context), other
    return resolved(first, replace(context, published=other.first, ahead=False)), other


def _is_yearless(meaning: Meaning) -> bool:
    return isinstance(meaning, Weekday) or (
        isinstance(meaning, Calendar) and meaning.year is None and meaning.of is None
    )


def _completed(first: Meaning, last: Meaning) -> tuple[Meaning, Meaning]:
    """Both ends with the year, and the first with the month, that only one of them has."""
    one, other = _calendar_of(first), _calendar_of(last)
    if one is None or other is None:
        return first, last
    if one.year is None and one.month is None:
        first = one = replace(one, month=other.month, year=other.year, of=other.of)
    if one.year is None and one.of is None and other.year is not None and other.year.isdigit():
        earlier = (other.month or 12, other.day or 31) < (one.month or 1, one.day or 1)
        return replace(one, year=f"{int(other.year) - earlier:04d}"), last
    if other.year is None and other.of is None and one.year is not None and one.year.isdigit():
        later = (other.month or 12, other.day or 31) < (one.month or 1, one.day or 1)
        return first, replace(other, year=f"{int(one.year) + later:04d}")
    if one.of is None and other.of is not None and one.year is None:
        return replace(one, of=other.of), last
    return first, last


def _calendar_of(meaning: Meaning) -> Calendar | None:
    return meaning if isinstance(meaning, Calendar) else None


@_value.register
def _(meaning: Open, context: Context) -> Value:
    value = resolved(meaning.of, context)
    if value.text is None:
        return NOTHING
    if meaning.side == "from":
        text, day = _end(value, 1 if meaning.strict else 0), value.last
        text = _beyond(value, 1, text) if meaning.strict else text
        return Value(edtf.interval(text, ".."), value.first if not meaning.strict else day, None)
    text = _beyond(value, -1, _end(value, 0)) if meaning.strict else _end(value, 1)
    return Value(edtf.interval("..", text), None, value.last)


def _beyond(value: Value, step: int, text: str | None) -> str | None:
    """The period next to a time that is itself left out, as fine as it is: before 2014 is up to 2013."""
    if text is None or value.first is None or value.last is None or "T" in text:
        return text
    edge = value.last + DAY if step > 0 else value.first - DAY
    if text[-1] in "~?":
        return text
    fine = {4: "year", 7: "month", 10: "day"}
    if "X" in text or (len(text) == 7 and int(text[5:]) > 12):
        return period(edge, "month").text
    return period(edge, fine[len(text)]).text  # type: ignore[arg-type]
