"""Two numbers that make one quantity: ranges ("5 to 10", "20-30") and ratios ("one in five"), and those that only seem to."""

import re
from dataclasses import dataclass

from . import labels
from .draft import Draft
from .numerals import Numeral
from .units import Unit

BETWEEN = re.compile(r"\b(?:between|from|ranging from|ranges from|ranged from|anywhere between)\s{1,2}(?:the\s)?$")
CONNECTION = re.compile(
    r"(?P<dash>\s?[-–‑~]\s?|—)(?=[\d$£€¥.−])"
    r"|(?:-|\s?-)?(?:\s{1,2}|(?<=-))(?P<word>to|or|through|and|till|until)\s{1,2}(?:[~∼≈]\s?)?"
)
OUT_OF = re.compile(r"\s{1,2}(?:in|out of|out of every|in every)\s{1,2}(?=\w)")
_CHANGES = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing increase increases increased
    increasing drop drops dropped dropping cut cuts cutting reduce reduced reduces reducing raise raised raises raising climb
    climbed jumped slipped down up lowered boosted expanded shrank shrunk slumped declined decline surged soared went gone
    moved changed change doubled halved dipped plunged revised switched swung widened narrowed improved""".split()
)
"""Words behind which "from 5 to 10" is two values, before and after, and no range."""

_METRE = Unit("metre", "length")


@dataclass(frozen=True, slots=True)
class Connected:
    """Two numbers with the dash or word between them, and the word that opens a range before them, or ""."""

    text: str
    low: str
    first: Draft
    second: Draft
    word: str
    opening: str
    before: int


def changed(low: str, opening: str, before: int) -> bool:
    """Whether "from" follows a word for a change: "rose from"."""
    return opening == "from" and labels.word_left(low, before) in _CHANGES


def ends(first: Draft, second: Draft) -> tuple[float, float] | None:
    """The two values, the first times the scale of the second where that holds for both: "2-3 million"."""
    low, high = first.value, second.value
    if low is None or high is None:
        return None
    scale = second.numeral.scale
    shared = scale >= 100 and first.numeral.scale == 1 and first.numeral.word != "a"
    if shared and abs(low) < scale and low * scale < high * 1.0001:
        low *= scale
    return low, high


def is_range(pair: Connected) -> bool:
    """Whether two numbers make a range, and neither a score, nor years, nor a change, nor a list."""
    first, second = pair.first, pair.second
    values = ends(first, second)
    if values is None or _units_differ(first, second) or both_years(pair.low, first, second):
        return False
    if not pair.word:
        return _is_dash_range(pair, *values)
    if labels.is_part(pair.text, first.start, first.end):
        return False
    if pair.word == "and":
        return pair.opening in {"between", "anywhere"}
    low, high = values
    if pair.word == "or":
        return first.unit is None and low < high <= 10 * max(low, 1) and first.numeral.word != "a"
    apart = pair.word in {"till", "until"} or changed(pair.low, pair.opening, pair.before)
    return not apart and (low < high or first.numeral.signed or second.numeral.signed)


def _is_dash_range(pair: Connected, low: float, high: float) -> bool:
    first, second, text = pair.first, pair.second, pair.text
    if "ratio" in {first.numeral.word, second.numeral.word}:
        return True
    if first.numeral.signed and low < 0:
        return True
    before, after = text[first.start - 1 : first.start], text[second.end : second.end + 2]
    hanging = first.start > 0 and (before in {"-", "/", "+", "."} or (before.isalnum() and not first.prefixed))
    if hanging or (after[:1] in {"-", "/"} and after[1:].isdigit()):
        return False
    if first.unit is not None or second.unit is not None:
        return low < high
    telephone = second.numeral.word.startswith("0") or (len(second.numeral.word) == 4 and len(first.numeral.word) == 3)
    return not telephone and not labels.is_score(pair.low, first.numeral, second.numeral)


def both_years(low: str, first: Draft, second: Draft) -> bool:
    """Whether two bare numbers are a span of years: "2013-14", "between 2004 and 2008"."""
    one, other = first.numeral, second.numeral
    if first.unit is not None or second.unit is not None or not (one.digits and other.digits):
        return False
    if len(one.word) != 4 or not 1500 <= one.value < 2100 or len(other.word) not in {2, 4}:
        return False
    left = labels.word_left(low, one.start)
    return len(other.word) == 2 or (1500 <= other.value < 2100 and left not in {"about", "some", "is"})


def year_like(numeral: Numeral) -> bool:
    """Whether a number is four digits of the order of a year."""
    return numeral.digits and len(numeral.word) == 4 and 1500 <= numeral.value < 2100


def _units_differ(first: Draft, second: Draft) -> bool:
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return False
    if second.unit.name.startswith(f"{first.unit.name} per "):
        return False
    return not (first.unit.dimension == second.unit.dimension == "money" and "dollar" in first.unit.name)


def with_millions(first: Draft, second: Draft) -> Draft:
    """The first number in millions where the second shows that its "m" means these: "5m to 6m people"."""
    millions = second.unit is None and second.numeral.scale == 1e6
    if first.unit == _METRE and millions and first.value is not None and first.end == first.numeral.end + 1:
        first.unit, first.value = None, first.value * 1e6
    return first


def is_ratio(first: Draft, other: Numeral, words: str) -> bool:
    """Whether "one in five" and the like is a share of a whole."""
    if first.unit is not None or first.numeral.vague or first.numeral.share or first.value is None:
        return False
    if other.vague or other.share or year_like(other) or not 0 < first.value < other.value or other.value % 1:
        return False
    round_number = other.value <= 20 or other.value % 10 == 0 or other.value == 25 or not other.digits
    return "out" in words or round_number
