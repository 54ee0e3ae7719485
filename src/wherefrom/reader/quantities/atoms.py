"""The smallest pieces of numbers, found in one sweep: runs of digits, number words, and words for shares and for many."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wherefrom.reader import lexicon

Kind = Literal["digits", "zero", "small", "teen", "ten", "hundred", "scale", "dozen", "a", "share", "vague", "point"]

SMALL: Mapping[str, int] = {word: value for word, value in lexicon.SMALL_NUMBERS.items() if 1 <= value < 10}
TEENS: Mapping[str, int] = {word: value for word, value in lexicon.SMALL_NUMBERS.items() if value >= 10}
TENS: Mapping[str, int] = lexicon.TENS | {"fourty": 40}
ZEROS = ("zero", "nought", "naught")
SCALES: Mapping[str, float] = {
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "mln": 1e6,
    "mil": 1e6,
    "bln": 1e9,
    "bn": 1e9,
    "mn": 1e6,
    "tln": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}

SHARES: Mapping[str, int] = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 1_000_000,
    "billionth": 1_000_000_000,
    "trillionth": 1_000_000_000_000,
}
"""What a whole is divided by, by the singular of the share."""

VAGUE: Mapping[str, float | None] = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
    "several": None,
    "few": None,
    "handful": None,
    "couple": 2,
}
"""The fewest that a word for many can mean; None where it gives no number; a couple is about two."""

VULGAR: Mapping[str, float] = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}

MAGNITUDES: Mapping[str, float] = {
    "k": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "b": 1e9,
    "g": 1e9,
    "t": 1e12,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "tln": 1e12,
    "trn": 1e12,
}
"""What letters behind digits multiply by, where they are no unit."""

LONGEST = 32
"""Characters of the longest number that is read: longer runs of digits are keys, hashes or accounts."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece from `start` to `end`; `value` is what it counts, or what it divides or multiplies by."""

    start: int
    end: int
    kind: Kind
    value: float
    word: str
    scale: float = 1.0


def _shares() -> dict[str, int]:
    plurals = {("halve" if share == "half" else share) + "s": value for share, value in SHARES.items()}
    return {**SHARES, **plurals}


_ALL_SHARES = _shares()
_VALUES: dict[str, tuple[Kind, float]] = {
    **{word: ("vague", value or 0.0) for word, value in VAGUE.items()},
    **{word: ("small", value) for word, value in SMALL.items()},
    **{word: ("teen", value) for word, value in TEENS.items()},
    **{word: ("ten", value) for word, value in TENS.items()},
    **dict.fromkeys(ZEROS, ("zero", 0.0)),
    **{word: ("scale", value) for word, value in SCALES.items()},
    **{word: ("share", value) for word, value in _ALL_SHARES.items()},
    "hundred": ("hundred", 100.0),
    "dozen": ("dozen", 12.0),
    "point": ("point", 0.0),
    "a": ("a", 1.0),
    "an": ("a", 1.0),
}

_EXPONENT = r"(?:(?:e[+-]?|\s?[x×]\s?10\^?[+−-]?)\d{1,3}(?!\d|\.\d)|\s?[x×]\s?10[⁻⁺]?[⁰¹²³⁴-⁹]{1,3})?"
_WORDS = sorted((word for word in _VALUES if word not in {"a", "an"}), key=len, reverse=True)
_AFTER_A = "hundred|thousand|million|billion|trillion|lakh|crore|dozen|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|hundredth|thousandth|millionth|billionth|trillionth|couple|few|handful"
_BY_LETTER = {
    letter: "|".join(word[1:] for word in _WORDS if word[0] == letter) for letter in {word[0] for word in _WORDS}
}
_SWEEP = re.compile(
    r"(?=[\d.])(?:"
    r"(?P<ratio>(?:(?P<whole>\d{1,4})[ -]{1,2})?(?P<over>\d{1,3})(?:/| / |⁄)(?P<under>\d{1,4})(?![/\d]|[.,:]\d))"
    r"|(?P<digits>\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,4}(?![ ,.\u00a0\u2009\u202f]?\d)(?![a-z])"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3}){1,4}\.\d{1,6}(?![\d.,])"
    rf"|\.?\d(?:[\d,.]{{0,60}}\d)?{_EXPONENT})"
    r"(?P<magnitude>(?:k|bn|mln|mil|mn|bln|tln|trn|tn|\s?k)(?![\w'’./-])|k(?=[-.](?!\w|\.)))?)"
    r"|(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
    rf"|\b(?P<word>an?(?=[ -]{{1,3}}(?:{_AFTER_A})\b)|(?:{'|'.join(f'{letter}(?:{tails})' for letter, tails in sorted(_BY_LETTER.items()))})\b)"
)
_NO_RATIOS = {(9, 11), (1, 6), (7, 10)}
"""Days that are called by month and day."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:\s\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+|\d*\.\d+")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}")
_COMMA = re.compile(r"\d+,\d{1,2}")
_POWER = re.compile(r"(.*?\d)(?:e([+-]?\d{1,3})|\s?[x×]\s?10\^?([+−-]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")


def folded(text: str) -> str:
    """The text in small letters, each letter in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def atoms_in(low: str) -> list[Atom]:
    """The pieces of numbers in a text of small letters, in order."""
    found: list[Atom] = []
    for match in _SWEEP.finditer(low):
        start, end = match.span()
        if word := match["word"]:
            kind, value = _VALUES[word]
            found.append(Atom(start, end, kind, value, word))
        elif match["ratio"]:
            found.append(Atom(start, end, "digits", _of_ratio(match), "ratio"))
        elif match["vulgar"]:
            found.append(Atom(start, end, "share", VULGAR[match["vulgar"]], match["vulgar"]))
        else:
            found.extend(_magnified(_of_digits(match["digits"], start), match["magnitude"], end))
    return found


def _of_ratio(match: re.Match[str]) -> float:
    """The value of "3/4" or "2 1/2"; no number where it is a date, a proportion or something else with a stroke."""
    over, under = int(match["over"]), int(match["under"])
    if over >= under or (over, under) in _NO_RATIOS or (under > 12 and under % 5 and under not in {16, 32, 64}):
        return float("nan")
    return int(match["whole"] or 0) + over / under


def _magnified(atoms: list[Atom], magnitude: str | None, end: int) -> list[Atom]:
    """Digits with the letters behind them, "3bn" or "10k", worked in."""
    if magnitude is None or not atoms:
        return atoms
    last, scale = atoms[-1], MAGNITUDES[magnitude.strip()]
    return [*atoms[:-1], Atom(last.start, end, "digits", last.value * scale, last.word, scale)]


def _of_digits(run: str, start: int) -> list[Atom]:
    """A run of digits as one number, or as several where commas only list them; nothing where it is none at all."""
    value = value_of_digits(run)
    if value is not None:
        return [Atom(start, start + len(run), "digits", value, run)]
    if "," not in run or run.count(".") > run.count(",") + 1 or len(run) > 2 * LONGEST:
        return [Atom(start, start + len(run), "digits", float("nan"), run)]
    found, at = [], start
    for piece in run.split(","):
        inner = value_of_digits(piece)
        if inner is not None:
            found.append(Atom(at, at + len(piece), "digits", inner, piece))
        at += len(piece) + 1
    return found


def value_of_digits(run: str) -> float | None:
    """The value of digits with their commas, points, spaces and power of ten; None where they make up no number."""
    if len(run) > LONGEST:
        return None
    power = _POWER.fullmatch(run)
    base, exponent = run, 0
    if power is not None:
        base, exponent = power[1], int((power[2] or power[3]).translate(_RAISED))
    if _PLAIN.fullmatch(base):
        plain = base
    elif _GROUPED.fullmatch(base):
        plain = base.replace(",", "")
    elif _SPACED.fullmatch(base):
        plain = re.sub(r"\s", "", base)
    elif _POINTED.fullmatch(base):
        plain = base.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(base):
        plain = base.replace(",", ".")
    else:
        return None
    value = float(f"{plain}e{exponent}")
    return value if value < 1e300 else None
