"""Who wrote it and when, in a line of its own: "By Jane Doe", "Jane Doe | Updated 3 May 2021"."""

import re

from .names import has_date, is_job, is_name, is_of_time, is_role, only_names, words_of

MAX_BYLINE = 200
"""Longer lines than this say more than who wrote them."""

_BY = re.compile(
    r"(?:by|(?:written|reported|posted|edited|compiled|reporting|editing|words|text|story)\s+by|authors?\s*:)\s+",
    re.IGNORECASE,
)

_WRITTEN_BY = re.compile(r"\(?(?:(?:additional\s+)?(?:reporting|writing|editing)\s+by)\s+", re.IGNORECASE)

_LABELLED_DATE = re.compile(r"(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified)|date)\b", re.IGNORECASE)


def is_byline(line: str) -> bool:
    """Whether a line says who wrote it, or when, and nothing else.

    Whole sentences are none, even if they begin alike: "By Tuesday, the army had left."
    """
    if len(line) > MAX_BYLINE or not _ends_openly(line):
        return False
    return _names_writers(line) or _is_date_alone(line) or _is_name_with_date_or_role(line)


def _ends_openly(line: str) -> bool:
    """Whether a line ends without a full stop, save that of an initial or abbreviation."""
    if line.endswith(("?", "!", ":", ";", "…")):
        return False
    return not line.endswith(".") or bool(re.search(r"(?:\b[A-Z]|[ap]\.m|\b(?:Jr|Sr))\.$", line))


def _names_writers(line: str) -> bool:
    if (found := _WRITTEN_BY.match(line)) is not None:
        rest = re.sub(r"(?i)\b(?:additional|reporting|writing|editing|by)\b", "", line[found.end() :])
        return only_names(words_of(rest), roles=True, times=False)
    found = _BY.match(line)
    if found is None:
        return False
    words = words_of(line[found.end() :])
    # "By March 2021" says when; a name comes first in a byline, and has two words or stands alone
    return bool(words) and not is_of_time(words[0]) and only_names(words, roles=True, times=True)


def _is_date_alone(line: str) -> bool:
    words = words_of(line)
    if not all(is_of_time(word) or _LABELLED_DATE.fullmatch(word) for word in words):
        return False
    return has_date(line)


def _is_name_with_date_or_role(line: str) -> bool:
    """Whether it is "Jane Doe | Updated 3 May 2021" or "Jane Doe, Staff Writer": a name, a mark between, the rest."""
    name, mark, rest = _parted(line)
    who = words_of(name)
    is_desk = len(who) == 1 and is_role(who[0])
    if not mark or not (is_desk or (2 <= len(who) <= 5 and only_names(who, roles=False, times=False))):
        return False
    words = words_of(rest)
    if any(is_job(word) for word in words) and only_names(words, roles=True, times=True):
        return True
    return has_date(rest) and all(is_of_time(word) or is_name(word) for word in words)


def _parted(line: str) -> tuple[str, str, str]:
    """A line before, at and after its first mark of division."""
    found = re.search(r"\s*[|·•,]\s*|\s+[–—-]\s+", line)
    return (line[: found.start()], found[0], line[found.end() :]) if found else (line, "", "")
