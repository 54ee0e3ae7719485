"""Times in a text: dates, weekdays, hours, lengths of time and repetitions, against the day of publication."""

import datetime as dt
from dataclasses import replace

from wherefrom.model import Span, Time, TimeRole

from .edtf import is_edtf
from .finding import Expression, expressions
from .looking import in_one_sentence, looks_ahead
from .meaning import At, Meaning, Open, Shift
from .periods import NOTHING, Value
from .resolving import Context, resolved
from .tokens import Tokens, tokens_of

__all__ = ["is_edtf", "times_in"]


def times_in(text: str, start: int, end: int, published: dt.date | dt.datetime | None) -> tuple[Time, ...]:
    """All times in text[start:end], in order and without overlap, with spans in the whole text.

    `value` is EDTF or, for lengths of time, repetitions and stretches of hours, ISO 8601 (see `edtf`); None where
    nothing certain can be told. "Monday" and the like count from `published`, never from the day of reading; without it
    a value holds only what is certain. `role` is set where the words themselves tell ("since 2014", "until Friday").
    """
    tokens = tokens_of(text, start, end)
    context = Context(published)
    found: list[Time] = []
    told_at = -1
    for one in expressions(tokens):
        story = _year_of(context.before) if told_at >= 0 and in_one_sentence(tokens, told_at, one.start) else None
        ahead = looks_ahead(tokens, one.start, one.after)
        value = resolved(one.meaning, replace(context, ahead=ahead, story=story))
        found.append(_time(tokens, one, value))
        if _can_be_counted_from(one.meaning, value):
            context = replace(context, before=value)
            told_at = one.after
    return tuple(found)


def _year_of(value: Value) -> int | None:
    """The year that the text told with a date, if it is one."""
    if not value.told or value.first is None or value.last is None or value.first.year != value.last.year:
        return None
    return value.first.year


def _time(tokens: Tokens, one: Expression, value: Value) -> Time:
    span = Span(tokens.starts[one.start], tokens.ends[one.after - 1])
    written = value.text if value.text is not None and is_edtf(value.text) else None
    return Time(tokens.text[span.start : span.end], (span,), written, _role(one.meaning))


def _role(meaning: Meaning) -> TimeRole | None:
    if not isinstance(meaning, Open) or not meaning.held:
        return None
    return "held-from" if meaning.side == "from" else "held-to"


def _can_be_counted_from(meaning: Meaning, value: Value) -> bool:
    """Whether "three days later" can mean later than this time: a dated one, told in the text."""
    known = value is not NOTHING and value.first is not None and value.last is not None
    return known and not (isinstance(meaning, Shift) and meaning.count == 0) and not isinstance(meaning, At | Open)
