"""What depends on more than one number or word: pounds and degrees, sums of two units, bounds that make a range."""

import re
from collections.abc import Sequence
from dataclasses import replace

from . import ages
from .draft import Draft
from .numerals import Numeral
from .united import Measured, unit_after
from .units import YEAR, Unit, over

POUND_STERLING = Unit("pound sterling", "money")
DEGREE_OF_HEAT = Unit("degree", "temperature")

_MONEY_AROUND = re.compile(
    r"£|\b(?:cost|costs|costing|paid|pay|pays|paying|spent|spend|spending|worth|fine|fined|price|prices|priced|profit|profits|loss|losses|"
    r"revenue|budget|debt|debts|fund|funds|funding|grant|loan|loans|prize|reward|salary|wage|wages|earn|earned|earning|bill|sold|sell|buy|bought|"
    r"tax|taxes|cash|money|invest|invested|investment|deal|bank|raise|raised|savings|income|turnover|fee|fees|rent|bonus|compensation|sterling|"
    r"billionaire|currency|donated|donation|charity|stake|share|shares|pension|mortgage|claim)\b"
)
_MASS_AROUND = re.compile(
    r"\b(?:weigh|weighs|weighed|weighing|weight|heavy|heavier|lose|drop|gain|gained|baby|bomb|bombs|explosive|explosives|dynamite|cocaine|"
    r"heroin|cannabis|marijuana|meat|fish|beef|rice|sugar|flour|coal|metal|fat|body)\b"
)
_ANGLE_AROUND = re.compile(
    r"\b(?:angle|angles|rotate|rotated|rotates|rotation|turn|turned|turns|tilt|tilted|latitude|longitude|slope|inclination|inclined|bearing|arc|"
    r"view|panoramic|camera|circle|steep|banked|axis)\b"
)
_ANGLE_BEHIND = re.compile(
    r"[ -]?(?:angle|view|turn|video|north|south|east|west|latitude|longitude|rotation|arc|bend|camera|panoram|[nsew]\b)"
)
_HEAT_AROUND = re.compile(
    r"\b(?:temperature|temperatures|weather|heat|hot|cold|warm|warmer|colder|hotter|cooler|cool|thermostat|freezing|frost|forecast|climate|"
    r"fever|warming|degree day|high|highs|low|lows|summer|winter|oven|outside|celsius|fahrenheit)\b|temp"
)
_PAIRED = re.compile(r"\d\s?°?c\s?[(/]\s?-?\d{1,3}(?:\.\d)?\s?°?f|\d\s?°?f\s?[(/]\s?-?\d{1,3}(?:\.\d)?\s?°?c")
_YIELD_AROUND = re.compile(
    r"\b(?:bomb|bombs|yield|warhead|warheads|explosion|explosive|blast|device|nuclear|test|tnt)\b"
)
_AMBIGUOUS = frozenset(["pound", "degree", "kiloton", "megaton"])
_AROUND = 60
"""Characters before and behind that tell what a unit means."""

_SUM_GAP = re.compile(r"(?:,?\s{1,2}and\s{1,2}|,?\s{0,2}|-)")
_SMALLER = {
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("dollar", "cent"): 100,
    ("euro", "cent"): 100,
    ("US dollar", "cent"): 100,
    ("Canadian dollar", "cent"): 100,
    ("Australian dollar", "cent"): 100,
    ("pound", "pence"): 100,
    ("pound sterling", "pence"): 100,
}
_BOUND_GAP = re.compile(r"(?:,?\s{1,2}(?:and|but)|,)\s{1,2}")
_YEARS_SPOKEN = re.compile(
    r"\s{1,2}(?:hundred|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
)
_SPOKEN_BEFORE = re.compile(r"\b(?:fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[ -]{1,2}$")
_HALF_BEFORE = re.compile(
    r"\b(?:first|second|other|better|later|latter|top|bottom|final|last|opening|third|in|each|former|northern|southern|eastern|western|lower|upper)[ -]$"
)
_HALF_AFTER = re.compile(
    r"[- ]?(?:time\b|past\b|brother|sister|way\b|year\b|yearly|hearted|mast|-?(?:built|finished|empty|full|naked|open|dozen-odd|century|back|life|marathon|term|baked))"
)
_AT = re.compile(r"\b(?:at|until|till|by|from|around)\s$")
_ENDS = re.compile(
    r"\s{0,2}(?:$|[.,;:!?)\"”’]|\s(?:on|in the|this|that|tomorrow|today|yesterday|and|to|sharp|each|every|when|as|but|after)\b)"
)


def unit_meant(text: str, low: str, draft: Draft, unit: Unit) -> Unit:
    """A unit of more than one meaning by what stands around it: pounds, degrees, kilotons."""
    around = _sentence(low, draft.start, draft.end) if unit.name in _AMBIGUOUS else ""
    if unit.name == "pound":
        return _pounds(low, draft, unit, around)
    if unit.name == "degree":
        return _degrees(text, low, draft.end, unit, around)
    return Unit(unit.name, "energy") if unit.name in _AMBIGUOUS and _YIELD_AROUND.search(around) else unit


def _sentence(low: str, start: int, end: int) -> str:
    """What stands around a place in its sentence, not far."""
    before = low[max(0, start - _AROUND) : start]
    after = low[end : end + _AROUND]
    return before.rpartition(". ")[2] + low[start:end] + after.partition(". ")[0]


def _pounds(low: str, draft: Draft, unit: Unit, around: str) -> Unit:
    if draft.joined:
        money = _MONEY_AROUND.search(low[draft.end : draft.end + 24]) is not None
    else:
        money = draft.numeral.scale >= 1e6 or (
            _MASS_AROUND.search(around) is None and _MONEY_AROUND.search(around) is not None
        )
    return POUND_STERLING if money else unit


def _degrees(text: str, low: str, end: int, unit: Unit, around: str) -> Unit:
    heat = _HEAT_AROUND.search(around) is not None
    angle = _ANGLE_BEHIND.match(low, end) is not None or (
        not heat and (text[end - 1] in "°º˚NSEW" or _ANGLE_AROUND.search(around) is not None)
    )
    return unit if angle else DEGREE_OF_HEAT


def letter_clear(low: str, letter: str, start: int, end: int, value: float) -> bool:
    """Whether "C", "F", "c" or "p" right behind digits is degrees or small money: by what stands around."""
    around = low[max(0, start - _AROUND) : end + _AROUND]
    if letter in "CF":
        return value < 0 or _HEAT_AROUND.search(around) is not None or _PAIRED.search(around) is not None
    return 0 < value < 1000 and (
        _MONEY_AROUND.search(around) is not None or letter == "p" or low[end : end + 3] == " a "
    )


_SCALE_BEFORE = re.compile(r"\b(?P<scale>magnitude|mach)(?:[ -]|\sof\s)$")


def scale_before(low: str, at: int) -> tuple[int, Unit, float] | None:
    """The scale that is named before a number: "magnitude 6.5", "Mach 2"; the place where it begins, the unit, and 1."""
    match = _SCALE_BEFORE.search(low, max(0, at - 14), at)
    if match is None:
        return None
    earthquake = match["scale"] == "magnitude"
    return match.start(), Unit("magnitude", "magnitude") if earthquake else Unit("mach", "speed"), 1.0


def per_after(text: str, low: str, end: int, unit: Unit | None) -> Measured | None:
    """What a sum of money is per: "$15.4/hour", "$350 per kg", "$5 a day"."""
    if unit is None:
        return None
    match = re.compile(
        r"\s?/\s?|\s{1,2}per\s{1,2}|[ -]an?[ -](?=(?:hour|day|week|month|year|minute|night|barrel|ton|tonne|gallon|litre|liter|kilo|pound|ounce)\b)"
    ).match(low, end)
    if match is None:
        return None
    other = unit_after(text, low, match.end(), single=True)
    if (
        other is None
        or other.unit.dimension in {"money", "proportion"}
        or (other.unit.name == "second" and "/" not in match.group())
    ):
        return None
    return Measured(over(unit, other.unit), other.end)


def is_share(low: str, numeral: Numeral) -> bool:
    """Whether "half" tells a share, and no part of a match or a time of day."""
    if (
        _HALF_BEFORE.search(low, max(0, numeral.start - 12), numeral.start)
        and low[numeral.start : numeral.start + 1] != "a"
    ):
        return False
    return _HALF_AFTER.match(low, numeral.end) is None


def is_spoken_year(low: str, numeral: Numeral) -> bool:
    """Whether number words are a half of a year read out: "nineteen eighty-four"."""
    if numeral.digits or not 10 <= numeral.value < 100:
        return False
    if numeral.word in {
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    } and _YEARS_SPOKEN.match(low, numeral.end):
        return True
    return _SPOKEN_BEFORE.search(low, max(0, numeral.start - 12), numeral.start) is not None


def is_hour(low: str, numeral: Numeral) -> bool:
    """Whether a small bare number is a time of day: "at six", "until 10 on Friday"."""
    if not 1 <= numeral.value <= 12 or numeral.value % 1 or numeral.vague or numeral.share:
        return False
    before = _AT.search(low, max(0, numeral.start - 8), numeral.start)
    if before is None or before.group().strip() in {"by", "from", "around"}:
        return False
    return _ENDS.match(low, numeral.end) is not None


def with_decades(low: str, drafts: Sequence[Draft]) -> list[Draft]:
    """With the ages that are written out: "in her forties"."""
    decades = ages.worded_decades(low) if "ties" in low or "teens" in low else []
    made = [
        Draft(
            one.start, one.end, Numeral(one.start, one.end, one.low), "range", one.low, one.high, YEAR, dimension="age"
        )
        for one in decades
    ]
    free = [one for one in made if all(one.end <= draft.start or draft.end <= one.start for draft in drafts)]
    return sorted([*drafts, *free], key=lambda draft: draft.start) if free else list(drafts)


def joined_sums(low: str, drafts: Sequence[Draft]) -> list[Draft]:
    """With a unit and a smaller one behind it made one: "5 ft 2 in", "three dollars and 50 cents"."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is not None and (summed := _sum(low, last, draft)) is not None:
            found[-1] = summed
        else:
            found.append(draft)
    return found


def _sum(low: str, first: Draft, second: Draft) -> Draft | None:
    if first.unit is None or second.unit is None or first.value is None or second.value is None:
        return None
    parts = _SMALLER.get((first.unit.name, second.unit.name))
    if parts is None or first.high is not None or second.high is not None or second.relation not in {"=", "~"}:
        return None
    if second.prefixed or second.value >= parts or not _SUM_GAP.fullmatch(low, first.end, second.start):
        return None
    return replace(first, end=second.end, value=first.value + second.value / parts, of=second.of)


def joined_bounds(low: str, drafts: Sequence[Draft]) -> list[Draft]:
    """With a bound below and one above made a range: "more than 10 but less than 20"."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is not None and (ranged := _between(low, last, draft)) is not None:
            found[-1] = ranged
        else:
            found.append(draft)
    return found


def _between(low: str, first: Draft, second: Draft) -> Draft | None:
    if first.value is None or second.value is None or first.numeral.vague or second.numeral.vague:
        return None
    if {first.relation[0], second.relation[0]} != {"<", ">"}:
        return None
    if first.unit != second.unit and first.unit is not None:
        return None
    if not _BOUND_GAP.fullmatch(low, first.end, second.start):
        return None
    floor, ceiling = (first, second) if first.relation[0] == ">" else (second, first)
    if floor.value is None or ceiling.value is None or floor.value >= ceiling.value:
        return None
    return replace(second, start=first.start, relation="range", value=floor.value, high=ceiling.value)
