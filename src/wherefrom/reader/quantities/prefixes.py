"""What stands right around digits: a currency before them, and letters behind them that multiply."""

import re

from .atoms import MAGNITUDES
from .currencies import ALSO_WORDS, CODES, LETTERS, MONEY, SIGNS
from .units import Unit

_BEFORE_DIGITS = re.compile(
    r"(?P<country>(?<![\w$£€])(?:[A-Za-z]{1,3}|U\.S\.?|u\.s\.?)\s?)?(?P<sign>[$£€¥￥₹₽₩₪₺₴₦₫฿₱₡₾₭₸₵₲₮₼₿¢元])\s?$"
    r"|(?<![\w$£€])(?P<word>[Dd]ollar|[Ss]en)\s$|(?<![\w$£€])(?P<million>M?)(?P<code>[A-Za-z]{3})\s?$"
    r"|(?<![\w$£€.])(?P<letters>Rs\.?|rs\.?|RM|Rp\.?|KSh|Ksh|SFr|R)\s?$"
)
_REACH = 8
"""Characters before a number that may hold its currency."""

_SMALL_COUNTRIES = frozenset("us c hk nz au ca can cad aud usd mxn mex nzd sg nt u.s u.s.".split())
"""What stands for a country before "$" in texts without capitals; "a $ 5 fee" is no Australian fee."""

_LETTERS = re.compile(r"(\s{0,2})(mm|m|b|t|g|k|bn|mn)(?![\w'’])(?!\.\w)", re.IGNORECASE)
ALONE = re.compile(
    r"\s{0,2}(?:$|\.(?!\w)|[,;:!?)\]/×x·⋅±]|\s(?:x|of|at|in|and|to|for|per|on|with|or|by|from|above|below|wide|long|high|deep|tall|thick|is|was|"
    r"are|ago|old|before|outside|more|less|hotter|colder|warmer|cooler|lower|higher|heat|\d|away|off|north|south|east|west|ahead|behind)\b)"
)
"""What can follow a symbol of one letter, and hardly a word that begins with that letter."""

_COUNTED = re.compile(
    r"\s(?:of\s|more\s|[a-z-]{3,20}\s)?(?:people|homes|jobs|votes|views|shares|barrels|copies|doses|cases|refugees|households|"
    r"families|vehicles|phones|visits|women|men|children|students|euros|pounds|dollars|tonnes|[a-z]{2,20}(?:ers|ors|ants|ees|ions|"
    r"bles|ets|ars|oxes|ips|children|women|men))\b"
)
"""What millions are counted of, and metres are not."""


def currency_before(text: str, at: int, floor: int = 0) -> tuple[int, Unit, float] | None:
    """The place where a currency right before `at` begins, the currency, and what it multiplies by ("MUSD": 1e6)."""
    match = _BEFORE_DIGITS.search(text, max(floor, at - _REACH), at)
    if match is None:
        return None
    if match["sign"]:
        return _signed(match)
    name, scale = match["word"] and match["word"].lower(), 1.0
    if match["code"]:
        name, scale = _coded(match["code"]), 1e6 if match["million"] else 1.0
    elif match["letters"]:
        tight = match.end() == match.end("letters")
        name = LETTERS.get(match["letters"].capitalize(), LETTERS.get(match["letters"]))
        name = None if match["letters"] == "R" and not tight else name
    return None if name is None else (match.start(), Unit(name, MONEY), scale)


def _signed(match: "re.Match[str]") -> tuple[int, Unit, float]:
    """The currency of a sign, with the letters for a country before it where they make one."""
    country = (match["country"] or "").strip()
    full = country.upper().replace("U.S.", "US").replace("U.S", "US") + match["sign"]
    if full in SIGNS and (not country.islower() or country in _SMALL_COUNTRIES):
        return match.start(), Unit(SIGNS[full], MONEY), 1.0
    return match.start("sign"), Unit(SIGNS[match["sign"]], MONEY), 1.0


def _coded(code: str) -> str | None:
    """The currency of a code, in capitals or all in small letters where it is no word."""
    upper = code.upper()
    if upper in ALSO_WORDS or not (code.isupper() or code.islower()):
        return None
    return CODES.get(upper)


def letters_for_magnitude(text: str, low: str, at: int, *, money: bool) -> tuple[float, int] | None:
    """What letters right behind digits multiply by, and their end: "$5m", "10M"; a small "m" without money is a metre."""
    match = _LETTERS.match(text, at)
    if match is None:
        return None
    letters, spaced, end = match[2], bool(match[1]), match.end()
    small = letters.lower()
    alone = ALONE.match(text, end) is not None
    multiplies = (
        small in {"bn", "mn"}
        or (money and small != "g")
        or letters == "k"
        or (letters in {"M", "B"} and (alone or not spaced))
        or (letters == "K" and not spaced and "." not in text[max(0, at - 3) : at])
        or (letters == "b" and not spaced and alone and (at < 4 or "." in text[at - 3 : at]))
        or (letters in {"m", "b"} and not spaced and _COUNTED.match(low, end) is not None)
    )
    return (MAGNITUDES[small], end) if multiplies else None
