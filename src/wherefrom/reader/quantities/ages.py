"""Ages: "aged 34", "34-year-old", "five years of age", "in her late 20s", and the bare number in "Ann Lee, 34, said"."""

import re
from dataclasses import dataclass

_OLD = re.compile(r"[ \u00a0-]{1,2}(?:olds?\b|of[ ]age\b)|-?olds?\b")
_YEARS_OLD = re.compile(r"[ -]?(?:yo|y\.o\.|y/o)\b")
_AGED = re.compile(r"\b(?:aged|age|ages|age of|ages of|the age of|aged about)[ ]{1,2}$")
_DECADE = re.compile(
    r"\b(?:in|into|from|of)[ ](?P<words>(?:(?:his|her|their|my|your|our|its|the|people's|one's)[ ])(?:(?:early|mid|late|mid-to-late|early-to-mid|middle|very late)[ -](?:to[ -](?:mid|late)[ -])?)?)$"
)
_S = re.compile(r"['’]?s\b")
_APPOSED = re.compile(r"[A-Z][^\W\d_]{1,24}(?:[.’'-][^\W\d_]{1,20})?,[ \u00a0]$")
_GROUP = re.compile(r"\b(?P<side>over|under)[- ]$")
OLDEST = 125
"""Years beyond which no person's age goes."""

_TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "teens": 13,
}
_WORDED = re.compile(
    r"\bin[ ](?:his|her|their|my|our)[ ](?:(?:early|mid|late|mid-to-late|early-to-mid)[ -])?(?P<ten>"
    + "|".join(_TENS)
    + r")\b"
)


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade of life from `low` to `high` years."""

    start: int
    end: int
    low: float
    high: float


def old_after(low: str, at: int) -> int | None:
    """Where "old" or "of age" behind a unit of time ends."""
    match = _OLD.match(low, at)
    return None if match is None else match.end()


def short_old_after(low: str, at: int) -> int | None:
    """Where "yo", behind a bare number, ends."""
    match = _YEARS_OLD.match(low, at)
    return None if match is None else match.end()


def aged_before(low: str, at: int) -> int | None:
    """Where "aged" or "age", right before a number, begins."""
    match = _AGED.search(low, max(0, at - 14), at)
    if match is None:
        return None
    return match.start() + (4 if match.group().startswith("the ") else 0)


def decade(low: str, start: int, end: int, value: float) -> Decade | None:
    """The decade of life that digits at this place name: "in his 30s", "in her late 20s"."""
    plural = _S.match(low, end)
    if plural is None or value % 10 or not 10 <= value <= 100:
        return None
    before = _DECADE.search(low, max(0, start - 40), start)
    if before is None:
        return None
    if before["words"].split()[0] == "the":
        return None
    return Decade(start, plural.end(), value, value + 9)


def worded_decades(low: str) -> list[Decade]:
    """The decades of life written out: "in her forties"."""
    return [
        Decade(
            match.start("ten"),
            match.end("ten"),
            _TENS[match["ten"]],
            19 if match["ten"] == "teens" else _TENS[match["ten"]] + 9,
        )
        for match in _WORDED.finditer(low)
    ]


def group(low: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The stretch and side of a group by age: "over-65s", "under-18s"."""
    before = _GROUP.search(low, max(0, start - 8), start)
    plural = _S.match(low, end)
    return None if before is None or plural is None else (before.start(), plural.end(), before["side"])


def apposed(text: str, start: int, end: int) -> bool:
    """Whether a bare number between commas behind a name is an age."""
    return text[end : end + 1] == "," and _APPOSED.search(text, max(0, start - 48), start) is not None
