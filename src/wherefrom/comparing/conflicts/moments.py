"""When statements say that something happened, each time with what it is the time of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from wherefrom.model import Appearance, Span, Time
from wherefrom.reader import lexicon
from wherefrom.reader.times import times_in

from .keys import Place, place_of
from .periods import Period, period
from .scene import Scene

_TOLD = re.compile(
    r"\b(?:(?:1[89]|20)\d\d|(?:"
    + "|".join((*lexicon.MONTHS, *lexicon.WEEKDAYS))
    + r"|jan|feb|sept?|oct|nov|dec)\b|\d{1,2}[:.]\d\d\b|\d{1,2}\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
"""Without any of these a sentence outside of all statements is not read for times."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OF_A_TEXT = re.compile(
    r"\b(?:tweet|post|report|article|story|letter|statement|memo|memorandum|e-?mail|document|paper|note|interview|photo|picture|image|"
    r"video|caption|edition|issue|dated|posted|published|printed|updated|filed)s?(?:\s\w+){0,2}\s(?:of|on|from|dated|in)?\s?$",
    re.IGNORECASE,
)
"""Before a day on which something was written, which is not what it tells of."""
_YEAR = re.compile(r"\d{4}")
_IN = re.compile(
    r"\b(?:in|since|of|by|until|before|after|during|from|to|or|late|early|mid|summer|winter|spring|autumn)[ -]$",
    re.IGNORECASE,
)
"""Before four digits that are a year, and no part of an address or a name."""
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|approximately|shortly|just|soon|some time|sometime|before|after|by|nearly|almost|since|circa|until)\s(?:before\s|after\s)?(?:at\s)?$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:put off|postponed|delayed|moved|deferred|adjourned|rescheduled)\s(?:\w+\s){0,2}(?:until|till|to)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[^a-z]{3,40}(?:,\s[A-Z][\w. ]{1,20})?,\s$")
_OR = re.compile(r"\s(?:or|and|to)\s(?:the\s|in\s|early\s|late\s|mid-?)?")
_ROLES = frozenset({"event", "held-from", "held-to"})
_WIDE = 400
"""Days of the longest stretch that is a time at which something happened; more is an age."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in its place; `text` are its words, `said` those of its statement, or of its clause where it has none."""

    text: str
    period: Period
    place: Place
    value: str
    start: int
    end: int
    said: str


def moments(scene: Scene) -> Iterator[Moment]:
    """All times of a document at which something is said to have happened."""
    seen: set[Span] = set()
    for statement in scene.statements:
        yield from _joined(scene, [one for one in statement.times if one.role in _ROLES and _new(one, seen)], statement)
    published = _published(scene.document.published)
    for stretch in scene.uncovered():
        if all(_by_saying(scene, Span(*match.span())) for match in _TOLD.finditer(scene.text, *stretch)):
            continue
        sentence = scene.sentence(stretch.start)
        found = times_in(scene.text, sentence.start, max(sentence.end, stretch.end), published)
        inside = [
            one
            for one in found
            if stretch.start <= one.spans[0].start < stretch.end
            and not _by_saying(scene, _around(one))
            and _new(one, seen)
        ]
        yield from _joined(scene, inside, None)


def _new(time: Time, seen: set[Span]) -> bool:
    span = _around(time)
    fresh = span not in seen
    seen.add(span)
    return fresh


def _by_saying(scene: Scene, span: Span) -> bool:
    """Whether a time outside of all statements is when something was said."""
    clause = scene.clause(span)
    return lexicon.SAYS_OR_THINKS.search(scene.text, clause.start, clause.end) is not None


def _around(time: Time) -> Span:
    return Span(time.spans[0].start, time.spans[-1].end)


def _joined(scene: Scene, times: list[Time], statement: Appearance | None) -> Iterator[Moment]:
    """The times of a statement; "2013 or 2014" is one."""
    held: Moment | None = None
    for time in times:
        moment = _moment(scene, time, statement)
        if moment is None:
            continue
        if held is not None and _OR.fullmatch(scene.text, held.end, moment.start):
            held = _both(scene, held, moment)
            continue
        if held is not None:
            yield held
        held = moment
    if held is not None:
        yield held


def _moment(scene: Scene, time: Time, statement: Appearance | None) -> Moment | None:
    found = period(time)
    if found is None or (found.dated and found.days > _WIDE):
        return None
    start, end = time.spans[0].start, time.spans[-1].end
    before = scene.text[max(0, start - 50) : start]
    if _YEAR.fullmatch(time.text) and not _IN.search(before):
        return None
    if _OF_A_TEXT.search(before) or _DATELINE.match(scene.text[scene.sentence(start).start : start]):
        return None
    found = _moved(found, time.text, before)
    if found.minutes is not None and (_ROUGHLY.search(before) or _ROUGHLY.match(f"{time.text} ")):
        return None
    clause = scene.clause(Span(start, end))
    said = scene.text[clause.start : clause.end] if statement is None else statement.text
    return Moment(time.text, found, place_of(scene, time.spans, statement), time.value or time.text, start, end, said)


def _moved(told: Period, text: str, before: str) -> Period:
    """The day to which something is put off, which is no bound."""
    if told.first is None and told.last is not None and _PUT_OFF.search(f"{before}{text}"):
        return Period(told.last, told.last)
    return told


def _both(scene: Scene, one: Moment, other: Moment) -> Moment:
    """Either of two times."""
    if not (one.period.dated and other.period.dated):
        return one
    firsts = [held.period.first for held in (one, other) if held.period.first is not None]
    lasts = [held.period.last for held in (one, other) if held.period.last is not None]
    words = scene.text[one.start : other.end]
    period, value = Period(min(firsts), max(lasts)), f"{one.value}/{other.value}"
    return replace(one, text=words, period=period, value=value, end=other.end)


def _published(text: str | None) -> date | None:
    if text is None or _DAY.match(text) is None:
        return None
    return datetime.fromisoformat(text).date()
