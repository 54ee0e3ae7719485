"""The dates that GUM's annotators marked, with their values, and how far a side finds them.

See `benchmarks.times` for what is counted.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from training.gum import documents

from .measures import Share
from .times_covering import Cover, Finder, Found, cover


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as GUM marks it: its place, its words, and its attributes ("when", "from", "to", "notBefore", "notAfter")."""

    start: int
    end: int
    words: str
    marked: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DatedText:
    """A document of GUM with its marked dates and the day it was made, None where that is not given in full."""

    name: str
    genre: str
    text: str
    made: dt.date | None
    dates: tuple[Dated, ...]


def dated_texts(folder: Path) -> list[DatedText]:
    """All documents of GUM with their dates."""
    texts = []
    for document in documents(folder):
        spans = [token.span for sentence in document.sentences for token in sentence]
        lines = (folder / "dep" / f"GUM_{document.name}.conllu").read_text(encoding="utf-8").splitlines()
        made = next((line.partition("=")[2].strip() for line in lines if line.startswith("# meta::dateCreated")), "")
        dates = tuple(
            Dated(spans[first][0], spans[last][1], document.text[spans[first][0] : spans[last][1]], marked)
            for first, last, marked in marked_dates(lines)
        )
        texts.append(DatedText(document.name, document.genre, document.text, _full_day(made), dates))
    return texts


def _full_day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def marked_dates(lines: Iterable[str]) -> list[tuple[int, int, dict[str, str]]]:
    """The marked dates of a CoNLL-U file: first and last token, counted over the document, and the attributes."""
    found: list[tuple[int, int, dict[str, str]]] = []
    begun: list[tuple[int, dict[str, str]]] = []
    token = -1
    for line in lines:
        columns = line.split("\t")
        if len(columns) < 10 or "." in columns[0]:
            continue
        number, _, joined = columns[0].partition("-")
        first = token + 1
        last = first + int(joined) - int(number) if joined else first
        token = token if joined else first
        field = re.search(r"(?:^|\|)XML=([^|]*)", columns[9])
        for tag, attributes in re.findall(r"<(/?date)\b([^>]*)>", field[1] if field else ""):
            if tag == "date":
                begun.append((first, dict(re.findall(r'(\w+):::"([^"]*)"', attributes))))
            elif begun:
                opened, marked = begun.pop()
                found.append((opened, last, marked))
    return sorted(found, key=lambda one: (one[0], one[1]))


_NAMES_A_TIME = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\w+day\b|\btoday|tonight|tomorrow|yesterday"
    r"|\b(?:last|this|next|past|previous|following|ago|earlier|later|century|decade|spring|summer|autumn|fall|winter|christmas)\b"
    r"|\w+ties\b|the (?:year|month|week|day) (?:before|after)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?|decades?|minutes?|centuries)\b", re.IGNORECASE)
_COUNTED_FROM = re.compile(
    r"\b(?:ago|last|this|next|past|previous|earlier|later|before|after|following|today|since|from now|same|of)\b",
    re.IGNORECASE,
)


def left_out_of_gum(date: Dated) -> str | None:
    """Why a marked date does not count, or None: what its words do not tell, no reader of words can."""
    when = date.marked.get("when", "")
    if date.words.strip() == "" or not any(
        key in date.marked for key in ("when", "from", "to", "notBefore", "notAfter")
    ):
        return "no value"
    if _NAMES_A_TIME.search(date.words) is None:
        return "words that name no time"
    if (
        _LENGTH.search(date.words) is not None
        and _COUNTED_FROM.search(date.words) is None
        and not re.search(r"\d{4}", date.words)
    ):
        return "a length of time placed by the story"
    if any(value.startswith("-") and value[1:2].isdigit() for value in date.marked.values()):
        return "years before Christ, which GUM counts without the year 0"
    if re.fullmatch(r"(?:T|--T)?\d{2}:\d{2}(?::\d{2})?", when):
        return "hours of no day"
    return None


def score_dates(texts: Iterable[DatedText], finder: Finder) -> tuple[Share, Counter[str], list[str]]:
    """Found against marked dates: the counts, what was left out, and a line for every wrong one."""
    right = counted = annotated = 0
    out: Counter[str] = Counter()
    wrong: list[str] = []
    for text in texts:
        found = [part for time in finder(text.text, text.made) if _is_date(time[2]) for part in _ends(time, text.dates)]
        used: set[int] = set()
        for date in text.dates:
            over = [number for number, one in enumerate(found) if one[0] < date.end and date.start < one[1]]
            why = left_out_of_gum(date)
            if why is not None:
                out[why] += 1
                used.update(over)
                continue
            annotated += 1
            hit = next(
                (
                    number
                    for number in over
                    if number not in used
                    and _has(date, found[number][2], text.text[found[number][0] : found[number][1]])
                ),
                None,
            )
            if hit is not None:
                right, counted = right + 1, counted + 1
                used.add(hit)
            else:
                wrong.append(
                    f"{text.name}: missed {date.words!r} {dict(date.marked)}; found {[_shown(text, found[one]) for one in over]}"
                )
        for number, one in enumerate(found):
            if number not in used:
                counted += 1
                wrong.append(f"{text.name}: {_shown(text, one)} is marked otherwise or not at all")
    return Share(right, counted, annotated), out, wrong


def _ends(time: Found, dates: Iterable[Dated]) -> list[Found]:
    """An interval as its two ends, where GUM marks each of them; other times as they are."""
    start, end, value = time
    if not isinstance(value, str) or "/" not in value:
        return [time]
    over = [date for date in dates if date.start < end and start < date.end]
    if any(_has(date, value, "") for date in over) or not over:
        return [time]
    ends = [one for one in value.split("/") if one != ".."]
    if len(ends) == len(over) == 2:
        return [(date.start, date.end, one) for date, one in zip(over, ends, strict=True)]
    return [time]


def _shown(text: DatedText, one: Found) -> str:
    return f"{text.text[one[0] : one[1]]!r} {one[2]} in {text.text[max(0, one[0] - 30) : one[1] + 25]!r}"


def _is_date(value: str | dt.datetime | None) -> bool:
    return value is not None and (not isinstance(value, str) or value[0] not in "PR")


_PARTLY = re.compile(r"\b(?:early|mid|late|later|beginning|start|end|middle)\b", re.IGNORECASE)
_ROUGHLY = re.compile(r"\b(?:years?|months?|decades?)\b", re.IGNORECASE)


def _has(date: Dated, value: str | dt.datetime | None, words: str) -> bool:
    """Whether a value, found in these words, is the marked one."""
    when = date.marked.get("when")
    if when is not None and when.startswith("--"):
        return _without_year(value) == when.removeprefix("--")
    wanted = cover(when) if when is not None else _between(date.marked)
    if isinstance(value, dt.datetime):
        return wanted is not None and wanted.holds(value)
    mine = None if value is None else cover(value)
    if wanted is None or mine is None:
        return False
    return mine.same(wanted) or _touches(mine, wanted, words) or _holds(mine, wanted, (words, date.words), str(value))


def _touches(mine: Cover, wanted: Cover, words: str) -> bool:
    """Whether ours begins or ends, at its one end, with the marked date, or beside it where that is left out."""
    opener = words.lower().split()[:1]
    if opener == ["before"]:
        return mine.after == wanted.first
    if opener == ["after"]:
        return mine.first == wanted.after
    return (mine.first is None and mine.after == wanted.after) or (mine.after is None and mine.first == wanted.first)


def _holds(mine: Cover, wanted: Cover, both: tuple[str, str], value: str) -> bool:
    """Whether the marked days lie in ours, where EDTF has nothing finer for the words: see the top of this file."""
    words, date_words = both
    if mine.first is None or mine.after is None or wanted.first is None:
        return False
    if re.search(r"-2[1-4]$", value) is not None:
        return wanted.first == mine.first
    if _ROUGHLY.search(words) is not None and mine.ends_hold(wanted):
        return True
    inside = mine.first <= wanted.first and (wanted.after is None or wanted.after <= mine.after)
    if "T" in value:
        return inside and len(date_words) < len(words)
    ago = _ROUGHLY.search(words) is not None and re.search(r"\bago\b", words) is not None
    return inside and (_PARTLY.search(f"{words} {date_words}") is not None or ago)


def _without_year(value: str | dt.datetime | None) -> str | None:
    return value.strftime("%m-%d") if isinstance(value, dt.datetime) else None if value is None else value[5:]


def _between(marked: Mapping[str, str]) -> Cover | None:
    first, last = marked.get("from") or marked.get("notBefore"), marked.get("to") or marked.get("notAfter")
    return cover(first if first == last and first else f"{first or '..'}/{last or '..'}")
