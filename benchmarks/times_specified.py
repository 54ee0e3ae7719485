"""The specifications of Recognizers-Text: cases of times with their values, and how far a side answers them.

See `benchmarks.times` for what is counted.
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .times_covering import Cover, Finder, Found, cover, length, whole

SPECIFICATIONS = Path("recognizers_text_specs/Specs/DateTime/English/DateTimeModel.json")
"""Where the cases are, in the folder of corpora."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A result of the specifications: its place and words, its kind ("date", "duration" ...), and the values it may have."""

    start: int
    end: int
    words: str
    kind: str
    values: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One input with the moment it is written at."""

    text: str
    moment: dt.datetime | None
    wanted: tuple[Wanted, ...]


def cases(path: Path) -> list[Case]:
    """The cases of a file of specifications."""
    return [_case(entry) for entry in json.loads(path.read_text(encoding="utf-8-sig"))]


def _case(entry: Mapping[str, Any]) -> Case:
    written = entry.get("Context", {}).get("ReferenceDateTime")
    moment = dt.datetime.fromisoformat(written[:19]) if written else None
    return Case(entry["Input"], moment, tuple(_wanted(result) for result in entry["Results"]))


def _wanted(result: Mapping[str, Any]) -> Wanted:
    kind = str(result.get("TypeName", "")).rpartition(".")[2]
    values = (result.get("Resolution") or {}).get("values") or []
    start, end = int(result.get("Start", 0)), int(result.get("End", -1)) + 1
    return Wanted(start, end, result["Text"], kind, tuple({k: str(v) for k, v in one.items()} for one in values))


_HOURS = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is left out, and why."""

    name: str
    why: str
    holds: Callable[[Wanted], bool]


def _timexes(wanted: Wanted) -> Iterable[str]:
    return (value.get("timex", "") for value in wanted.values)


def _any_timex(pattern: str) -> Callable[[Wanted], bool]:
    return lambda wanted: any(re.search(pattern, timex) for timex in _timexes(wanted))


RULES = (
    Rule("recurring", "recurring calendar rules are outside the measure", lambda one: one.kind == "set"),
    Rule(
        "hours of no day",
        "a time of day without a day has no value in EDTF; ours is found, its value None",
        lambda one: one.kind in {"time", "timerange"},
    ),
    Rule(
        "untyped",
        "the result has no kind or no value to compare",
        lambda one: one.kind in {"", "timezone"} or not one.values,
    ),
    Rule("now", "'now' tells no time beyond the day of publication", _any_timex("PRESENT_REF|_REF")),
    Rule("fiscal and school years", "when they start is not in the text", _any_timex("^(?:FY|SY)")),
    Rule(
        "business days",
        "which days are holidays is not in the text",
        lambda one: _any_timex(r"\dBD")(one) or re.search(r"work(?:ing )? ?week", one.words) is not None,
    ),
    Rule(
        "a day of no month",
        "'the 18th' by itself: a chat's calendar at hand decides",
        lambda one: (
            _any_timex(r"XXXX-XX-")(one)
            or re.search(r"day of the month|the \d+(?:st|nd|rd|th) this month", one.words) is not None
            or re.search(
                r"^(?!.*(?:o'?clock|weeks|days|[ap] ?m?$|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec))(?:\w+ )?(?:mon|tues?|wed|thu|fri|sat|sun)(?:\w*day)? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|\w+ (?:fir|seco|thi|four|fif|six|seven)\w+|eleventh)"
                r"\b(?!:|/|-|\.| ?[ap]\b| ?[ap]m)",
                one.words,
            )
            is not None
        ),
    ),
    Rule(
        "a few is three",
        "'few', 'several', 'some' are given a number there; ours has no value",
        lambda one: re.search(r"\b(?:few|several|some)\b", one.words) is not None,
    ),
    Rule(
        "not resolved",
        "there is no value to compare with (February 30, 'summer'); ours has none either, or the season",
        lambda one: (
            bool(one.values)
            and all(value.get("value") == "not resolved" for value in one.values)
            and not _any_timex(r"^\d{4}-(?:SP|SU|FA|WI)$")(one)
        ),
    ),
    Rule(
        "counted from what was told",
        "'the following week', 'the day before', 'three weeks later' count from the story; there from the moment of asking",
        lambda one: (
            re.search(
                r"^(?:the )?(?:previous|following|earlier previous) (?:[\w-]+ )?(?:days?|weeks?|months?|quarters?|years?)\b"
                r"|of the following \w+$|^the day (?:before|after)$|(?<!or )(?<!and )\blater$",
                one.words,
            )
            is not None
        ),
    ),
    Rule(
        "part of a time at an open or far end",
        "'since late July', 'from the end of March': EDTF has no such parts, and ours takes the whole",
        lambda one: (
            any("-" in value.get("Mod", "") for value in one.values)
            or re.search(r"^(?:from|between) the (?:end|middle|beginning) of", one.words) is not None
        ),
    ),
    Rule(
        "more or less than",
        "'more than two weeks before today', '2012 or later', '>= 2019' are questions to a table; bounds are the quantity's",
        lambda one: (
            one.kind != "duration"
            and re.search(
                r"^(?:more|less|year greater|greater) than|\b(?:or|and) (?:later|after|greater)\b|[<>]", one.words
            )
            is not None
        ),
    ),
    Rule(
        "minutes from now",
        "the minute of asking is not known of a report, which has a day",
        lambda one: (
            re.search(
                r"^(?:within|in|last|next|\d+ (?:last|past|coming)) .*\b(?:minutes?|min|hours?|hour|2h)$|^(?:last|next) (?:minute|hour)$",
                one.words,
            )
            is not None
        ),
    ),
    Rule(
        "a meeting's start and length",
        "'for 3 days starting tomorrow', 'from 2pm for 2 hours' order a place in a calendar; ours tells start and length apart",
        lambda one: (
            one.kind in {"daterange", "datetimerange"}
            and re.search(r"\b(?:days?|weeks?|hours?),? (?:starting|from)\b|\bfor \d+ hours", one.words) is not None
        ),
    ),
    Rule(
        "week numbers",
        "'week 10' in a report is one of a season as often as of the calendar",
        lambda one: re.search(r"\bweek \d+", one.words) is not None,
    ),
    Rule(
        "chat abbreviations",
        "'tmrw', 'eod', '9a', '10D' are not written in reports",
        lambda one: re.search(r"\b(?:tmrw|tonite|otd|eod|eoy|w/c|cy\d+|\d+[apdyw])$", one.words) is not None,
    ),
    Rule(
        "the same week",
        "'that week', 'the year', 'the day' mean one of the story; there they mean the present one",
        lambda one: (
            any("ref_undef" in value.get("Mod", "") for value in one.values)
            or re.fullmatch(r"(?:the )?(?:day|week|month|year|weekend|quarter)", one.words) is not None
        ),
    ),
    Rule(
        "bare hours",
        "'Monday 12-4': hours without minutes, a.m. or p.m., as in a chat about meetings",
        lambda one: (
            one.kind.startswith("datetime")
            and len({(value.get("timex"), value.get("start")) for value in one.values}) > 1
            and re.search(r":|\d ?[ap]\.? ?m?\b|noon|midnight", one.words) is None
            and re.search(rf"\b{_HOURS}\b", one.words) is not None
        ),
    ),
)


def left_out(wanted: Wanted) -> str | None:
    """The name of the first rule that leaves a result out; None for one that counts."""
    return next((rule.name for rule in RULES if rule.holds(wanted)), None)


@dataclass(frozen=True, slots=True)
class Cases:
    """How many cases are right of those that count, what was left out by rule, and the wrong ones."""

    right: int
    counted: int
    out: Mapping[str, int]
    wrong: tuple[tuple[Case, tuple[Wanted, ...], tuple[Found, ...]], ...]

    @property
    def share(self) -> float:
        """Of the cases that count, how many are right, in per cent."""
        return 100 * self.right / self.counted if self.counted else 0.0


def score_cases(given: Iterable[Case], finder: Finder) -> Cases:
    """Hold what a side finds against the cases."""
    right = counted = 0
    out: Counter[str] = Counter()
    wrong = []
    for case in given:
        rules = [left_out(one) for one in case.wanted]
        left = [one for one, rule in zip(case.wanted, rules, strict=True) if rule is None]
        if case.wanted and not left:
            out[next(rule for rule in rules if rule is not None)] += 1
            continue
        counted += 1
        found = finder(case.text, case.moment)
        missed = tuple(one for one in left if not any(_answers(one, time) for time in found))
        too_many = not case.wanted and any(value is not None for _, _, value in found)
        right += not missed and not too_many
        if missed or too_many:
            wrong.append((case, missed, tuple(found)))
    return Cases(right, counted, out, tuple(wrong))


def _answers(wanted: Wanted, time: Found) -> bool:
    start, end, value = time
    if start >= wanted.end or wanted.start >= end or value is None:
        return False
    return any(_same(candidate, wanted, value) for candidate in wanted.values)


def _same(candidate: Mapping[str, str], wanted: Wanted, value: str | dt.datetime) -> bool:
    if wanted.kind == "duration":
        return isinstance(value, str) and length(value) is not None and length(value) == length(candidate["timex"])
    theirs = _theirs(candidate, wanted.words)
    if isinstance(value, dt.datetime):
        return theirs is not None and theirs.holds(value)
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", candidate.get("timex", ""))
    if season is not None:
        return value == f"{season[1]}-{ {'SP': 21, 'SU': 22, 'FA': 23, 'WI': 24}[season[2]] }"
    mine = cover(value)
    if theirs is None or mine is None:
        return False
    if candidate.get("Mod") == "after" and mine.first is not None and theirs.first is not None:
        return mine.after is None and mine.first - theirs.first in {dt.timedelta(), dt.timedelta(days=1)}
    return mine.same(theirs) or _as_fine(candidate, wanted, mine, theirs)


def _as_fine(candidate: Mapping[str, str], wanted: Wanted, mine: Cover, theirs: Cover) -> bool:
    """Whether the days there lie in the years or months here, where years or months are what the words count."""
    if re.search(r"years?|months?|decades?", wanted.words) is None or theirs.first is None:
        return False
    if "type" in candidate and candidate["type"] == "date":
        return mine.first is not None and mine.first_end is not None and mine.first <= theirs.first < mine.first_end
    counted = re.search(r",P\d+[YM]\)", candidate.get("timex", "")) is not None
    return counted and mine.ends_hold(theirs)


_PART = re.compile(r"^(?:earlier|later)\b|^(?:the )?end of")


def _theirs(candidate: Mapping[str, str], words: str) -> Cover | None:
    """What a value of the specifications covers; None for one that is not resolved."""
    timex, mod = candidate.get("timex", ""), candidate.get("Mod", "")
    start, end = (_moment(candidate.get(side, "")) for side in ("start", "end"))
    begun = start or _moment(candidate.get("value", ""))
    if _PART.match(words) is not None and begun is not None:
        return whole(begun, timex)
    part = re.search(r"T(?:MO|AF|EV|NI|DT|MI|DA)$", timex)
    if mod in {"start", "mid", "end"} and start is not None:
        return whole(start, timex)
    if part is not None and start is not None:
        return whole(start, "day")
    value = _moment(candidate.get("value", ""))
    if value is not None:
        return Cover(value, value + dt.timedelta(days=1)) if candidate.get("type") == "date" else Cover(value, value)
    return None if start is None and end is None else Cover(start, end)


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
