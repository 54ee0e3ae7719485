"""The unit behind a number: by its name or its symbol, with powers, and with what it is per."""

import re
from dataclasses import dataclass

from . import currencies, units
from .atoms import SCALES
from .currencies import ALSO_WORDS, CODES, LETTERS, MONEY, SIGNS
from .prefixes import ALONE
from .units import Unit, over, raised

_WORDS = re.compile(
    r"[^\W\d_]{1,30}(?:\.[^\W\d_]{1,30})*\.?(?:[ \u00a0-]{1,2}[^\W\d_]{1,30}(?:\.[^\W\d_]{1,30})*\.?){0,3}"
)
_SYMBOL = re.compile(
    r"[$£€¥₹₽₩₪₺₴₦₫฿₱₡₾₭₸₵₲₮₼₿¢元%‰％℃℉″]|ரூ|[°ºo˚]\s?[CF](?![\w])|[°º˚]|(?:[A-Za-zµμΩÅℓ]{1,5}\.?[A-Za-z]?%?\.?)"
)
_GOING_ON = re.compile(r"\s[a-z\d(]|,")
"""What shows that a full stop ends an abbreviation and no sentence."""

_POLE = re.compile(r"\s?[NSEW](?!\w)")
_SMALL_MONEY = {"p": "pence", "c": "cent", **{form: LETTERS[form] for form in ("Rs", "Kč", "zł", "kr")}}
_POWER = re.compile(r"\^?([²³]|[−-]?[123]|⁻[¹²³])(?![\w.,]\d|\d)")
_SCRIPTS = str.maketrans("²³¹⁻−", "231--")
_GAP = re.compile(r"[-‑]|[ \u00a0\u2009\u202f]{0,2}|\s\n?")
_BRACKETED = re.compile(r"\s?[(\[{<]([A-Za-zµμ]{1,4})[)\]}>]")
_PER = re.compile(r"\s{0,1}/\s{0,1}|\s{1,2}per\s{1,2}|[ -](?:an?|each|every)[ -]", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[ \u00a0\u2009·⋅.]{1,2}([A-Za-zµμ]{1,4})\^?([−-][123]|⁻[¹²³])(?!\d)")
_ROOTS = {"square": 2, "sq": 2, "sq.": 2, "cubic": 3, "cu": 3, "cu.": 3}
_TAILS = re.compile(r"[ ](squared|cubed)\b")
_SPEED_BY = frozenset("hour hours second seconds minute minutes day days week weeks month months year years".split())
_SCALE_LATE = re.compile(r"\s(million|billion|trillion|bn|mln)\b")
_MASSED = re.compile(r"M(USD|EUR|GBP|AUD|CAD|SEK|NOK|DKK|CHF)$")

RISKY = frozenset(
    "a A b B c C f F G H k K L M n N o p P s S T u v V w W y J d e i in In IN pt ac kn sr ct st gal ly".split()
)
"""Symbols that stand for a unit only right behind the digits, or where nothing else follows that they could begin."""

_INCHES = re.compile(r"\.?\s{0,2}(?:$|[.,;)×x](?!\w)|(?:thick|wide|long|high|deep|tall|in diameter)\b)")
_FEET_BEFORE = re.compile(r"(?:ft\.?|feet|foot),?[ ](?:and[ ])?\d{1,2}(?:\.\d{1,2})?\s?(?:in|In|IN)$")
_SECOND_HAND = re.compile(
    r"-(?:hand|rate|tier|floor|story|largest|biggest|half|year|place|class|string|degree|language)"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit with the place up to where it reaches; `scale` multiplies the value; `joined` tells a hyphen before it."""

    unit: Unit
    end: int
    scale: float = 1.0
    joined: bool = False


def unit_after(text: str, low: str, at: int, *, single: bool, money: bool = False) -> Measured | None:
    """The unit behind a number that ends at `at`; `single` where the number is one, `money` where it has a currency."""
    gap = _GAP.match(text, at)
    begin = at if gap is None else gap.end()
    joined = text[at:begin] in {"-", "‑"}
    bracketed = _BRACKETED.match(text, at)
    if bracketed is not None and bracketed[1] in units.SYMBOLS and not money:
        return Measured(units.SYMBOLS[bracketed[1]], bracketed.end())
    found = _named(text, low, begin, joined=joined, single=single)
    if money:
        return None if found is None or found.unit.dimension != MONEY else found
    found = found or _by_symbol(text, begin, spaced=begin > at)
    if found is None:
        return None
    if (
        found.unit.dimension == MONEY
        and (late := _SCALE_LATE.match(low, found.end)) is not None
        and text[found.end - 1].isupper()
    ):
        found = Measured(found.unit, late.end(), SCALES[late[1]])
    return _rated(text, low, Measured(found.unit, found.end, found.scale, joined))


def _named(text: str, low: str, at: int, *, joined: bool, single: bool) -> Measured | None:
    """A unit by its name: the longest that the words at the place make up."""
    match = _WORDS.match(low, at)
    if match is None:
        return None
    words = match.group()
    ends = [place for place in range(1, len(words)) if words[place] in " -\u00a0"] + [len(words)]
    for end in reversed(ends):
        phrase = words[:end]
        if phrase.endswith(".") and _unit_of(phrase) is None:
            phrase = phrase[:-1]
        unit = _unit_of(phrase)
        stop = at + len(phrase)
        if unit is None or _misnamed(low, phrase, stop, plural=not (joined or single)):
            continue
        return _lifted(text, unit, stop) or Measured(unit, stop)
    return None


def _misnamed(low: str, phrase: str, stop: int, *, plural: bool) -> bool:
    """Whether a unit's name is another word here: "five second-hand cars", "20 won", "3 bore"."""
    if phrase == "second":
        return plural or _SECOND_HAND.match(low, stop) is not None
    return phrase == "won" or (plural and phrase in {"bore", "gauge"})


def _lifted(text: str, unit: Unit, stop: int) -> Measured | None:
    """The square, the cube or the inverse of a unit, where a power stands behind it; None where none does."""
    if tail := _TAILS.match(text, stop):
        return Measured(raised(unit, 2 if tail[1] == "squared" else 3) or unit, tail.end())
    power = _POWER.match(text, stop) if unit.dimension in {"length", "time"} else None
    if power is None:
        return None
    exponent = int(power[1].translate(_SCRIPTS))
    if exponent < 0:
        base = raised(unit, -exponent) or unit
        return Measured(Unit(f"per {base.name}", f"per {base.dimension}"), power.end())
    lifted = raised(unit, exponent) if exponent > 1 else None
    return None if lifted is None else Measured(lifted, power.end())


def _unit_of(phrase: str) -> Unit | None:
    """The unit that words in small letters name in full, hyphens as spaces."""
    plain = phrase.replace("-", " ").replace("\u00a0", " ").replace("  ", " ")
    if unit := units.NAMES.get(plain) or units.NAMES.get(phrase) or currencies.currency_of(plain):
        return unit
    first, _, rest = plain.partition(" ")
    if first in _ROOTS and rest:
        base = units.NAMES.get(rest) or units.SYMBOLS.get(rest)
        return raised(base, _ROOTS[first]) if base is not None and base.dimension == "length" else None
    return None


def _by_symbol(text: str, at: int, *, spaced: bool) -> Measured | None:
    """A unit by its symbol: the longest that the letters or signs at the place make up."""
    match = _SYMBOL.match(text, at)
    if match is None:
        return None
    symbol = match.group()
    for end in range(len(symbol), 0, -1):
        form, stop = symbol[:end], at + end
        if form.endswith(".") and not _GOING_ON.match(text, stop):
            continue
        worded = form[-1].isalpha() and form[-1] != "元"
        if worded and text[stop : stop + 1].isalpha():
            continue
        found = _of_symbol(form)
        if found is None:
            continue
        lifted = _lifted(text, found[0], stop)
        if lifted is None and (
            (worded and text[stop : stop + 1].isdigit())
            or (form in RISKY and not _clear(text, form, stop, spaced=spaced))
        ):
            return None
        if form in {"°", "º", "˚"} and (pole := _POLE.match(text, stop)) is not None:
            stop = pole.end()
        return lifted or Measured(found[0], stop, found[1])
    return None


def _of_symbol(form: str) -> tuple[Unit, float] | None:
    """The unit of a symbol as it is written, currencies included, and what it multiplies by ("MUSD")."""
    squeezed = form.replace(" ", "") if form[:1] in "°º˚" else form
    if unit := units.SYMBOLS.get(squeezed):
        return unit, 1.0
    if massed := _MASSED.match(form):
        return Unit(CODES[massed[1]], MONEY), 1e6
    name = SIGNS.get(form) or _SMALL_MONEY.get(form)
    if name is None and (form.isupper() or (form.islower() and form.upper() not in ALSO_WORDS)):
        name = CODES.get(form.upper())
    if name is not None:
        return Unit(name, MONEY), 1.0
    return (units.NAMES["celsius" if form == "C" else "fahrenheit"], 1.0) if form in {"C", "F"} else None


def _clear(text: str, form: str, stop: int, *, spaced: bool) -> bool:
    """Whether a short symbol must be a unit here."""
    if form.lower() == "in":
        return _INCHES.match(text, stop) is not None or _FEET_BEFORE.search(text, max(0, stop - 22), stop) is not None
    if _SCIENTIFIC.match(text, stop):
        return True
    if not spaced:
        return form not in {"a", "b", "d", "e", "f", "i", "n", "o", "u", "y", "S"}
    return ALONE.match(text, stop) is not None


def _rated(text: str, low: str, found: Measured) -> Measured:
    """With what it is per: "miles per hour", "$15/hour", "barrels a day", "kg m−3"."""
    for _ in range(2):
        match = _PER.match(text, found.end)
        further = _per(text, low, found, match) if match is not None else _scientific(text, found)
        if further is None:
            return found
        found = further
    return found


def _per(text: str, low: str, found: Measured, match: "re.Match[str]") -> Measured | None:
    word = match.group().strip(" -").lower()
    named = _named(text, low, match.end(), joined=False, single=True)
    if word in {"a", "an", "each", "every"}:
        if (
            named is None
            or low[match.end() : named.end] not in _SPEED_BY
            or found.unit.dimension in {"time", "proportion"}
        ):
            return None
        return Measured(over(found.unit, named.unit), named.end, found.scale, found.joined)
    other = named or _by_symbol(text, match.end(), spaced=False)
    if other is None or other.unit.dimension == MONEY:
        return None
    return Measured(over(found.unit, other.unit), other.end, found.scale, found.joined)


def _scientific(text: str, found: Measured) -> Measured | None:
    match = _SCIENTIFIC.match(text, found.end)
    if match is None or match[1] not in units.SYMBOLS:
        return None
    power = int(match[2].translate(_SCRIPTS)[1:])
    other = raised(units.SYMBOLS[match[1]], power)
    if other is None:
        return None
    return Measured(over(found.unit, other), match.end(), found.scale, found.joined)
