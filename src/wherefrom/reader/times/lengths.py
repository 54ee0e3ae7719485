"""Lengths of time ("two years", "an hour and a half", "decades") and repetitions ("every day", "annually")."""

from . import edtf, vocabulary
from .gates import AMOUNTS, remembered
from .meaning import Given, Unit
from .numbers import number_at, part_at
from .tokens import Tokens

Amount = tuple[float | None, Unit, int]
"""How many (None: not told), of what, and the place behind."""

_VAGUE = frozenset({"several", "few", "some", "many", "numerous", "countless"})
_BEFORE_PLURAL = frozenset(
    "for in over within after of than through throughout lasting lasted spent took takes".split()
)
_BEHIND_PLURAL = frozenset("ago earlier later before after".split())
_BEFORE_ARTICLE = frozenset(
    """for in within after about over than nearly almost least most takes took take spent lasted lasting lasts
    another roughly around approximately under only just every exactly some once more less""".split()
)
_AGE = (("old",), ("-", "old"), ("-", "olds"), ("olds",), ("of", "age"))


def unit_at(tokens: Tokens, place: int) -> tuple[Unit, int, int] | None:
    """A unit: what it is, how many of these it stands for, and the place behind; "fortnight" is 2 weeks."""
    word = tokens.word(place)
    if word in vocabulary.UNITS:
        return vocabulary.UNITS[word], 1, place + 1
    if word in {"fortnight", "fortnights"}:
        return "week", 2, place + 1
    return ("day", 1, place + 1) if word == "nights" else None


@remembered
def amount_at(tokens: Tokens, place: int) -> Amount | None:
    """So many units: "two years", "a week", "3-month", "several days", "half a year"; None where there is none."""
    if tokens.word(place) not in AMOUNTS and not tokens.word(place)[:1].isdigit():
        return None
    half = _half(tokens, place)
    if half is not None:
        return half
    article = tokens.word(place) in {"a", "an", "one", "another"}
    start = place + 1 if article and tokens.word(place + 1) in _VAGUE else place
    if tokens.word(start) in _VAGUE:
        return _of_unit(tokens, None, tokens.skip(start + 1, "more"))
    found = number_at(tokens, place)
    if found is None and tokens.word(place) in {"a", "an", "another"}:
        found = 1.0, tokens.skip(place + 1, "full", "whole", "single", "further")
    return None if found is None else _of_unit(tokens, found[0], _behind_more(tokens, found[1]))


def _behind_more(tokens: Tokens, place: int) -> int:
    return tokens.skip(place, "more", "full", "whole", "consecutive", "straight", "additional", "long", "further")


def _of_unit(tokens: Tokens, count: float | None, place: int) -> Amount | None:
    start = tokens.skip(place, "-")
    found = unit_at(tokens, start)
    if found is None and tokens.word(start) == "night":
        found = "day", 1, start + 1
    if found is None and tokens.word(start) == "h" and tokens.glued(start) and not tokens.glued(start + 1):
        found = "hour", 1, start + 1
    if found is None:
        return None
    unit, each, after = found
    return (None if count is None else count * each), unit, after


def _half(tokens: Tokens, place: int) -> Amount | None:
    """As "half an hour", "half a century", "a half hour"."""
    start = tokens.skip(place, "a")
    if tokens.word(start) != "half":
        return None
    after = start + 1 if start > place else tokens.skip(start + 1, "a", "an", "-")
    return _of_unit(tokens, 0.5, after) if after > start + 1 or start > place else None


def is_age(tokens: Tokens, place: int) -> bool:
    """Whether what stands behind a length of time makes it an age ("34 years old", "two-year-old")."""
    return any(tokens.at(place, *words) for words in _AGE)


def length_at(tokens: Tokens, place: int) -> tuple[Given, int] | None:
    """A length of time as a value; without one where it is vague. None where there is none."""
    if tokens.word(place) == "all" and tokens.word(place + 1) in {"day", "week", "month", "year"}:
        return Given(iso_length([(vocabulary.UNITS[tokens.word(place + 1)], 1.0)])), place + 2
    if tokens.word(place) in vocabulary.PLURALS or tokens.word(place) == "nights":
        return _bare_plural(tokens, place)
    told = _told_length(tokens, place)
    if told is not None and tokens.at(told[1] - 1, "night", "-") and tokens.glued(told[1]):
        return None  # "two night-shift operators"
    return told


def _told_length(tokens: Tokens, place: int) -> tuple[Given, int] | None:
    amounts, after = _amounts(tokens, place)
    if not amounts or is_age(tokens, after) or tokens.word(place - 1) in {"aged", "age", "$", "€", "£"}:
        return None
    short = tokens.word(place) == "one" and tokens.word(place + 1) in {"day", "night"}
    if (tokens.word(place) in {"a", "an"} or short) and not _is_length(tokens, place, after):
        return None
    known = [(unit, count) for count, unit in amounts if count is not None]
    if len(known) < len(amounts) or any(unit == "weekend" for unit, _ in known):
        return Given(None), after
    return Given(iso_length(known)), after


def _amounts(tokens: Tokens, place: int) -> tuple[list[tuple[float | None, Unit]], int]:
    """One or two amounts joined: "one hour and 30 minutes", "an hour and a half"."""
    found = amount_at(tokens, place)
    if found is None:
        return [], place
    count, unit, after = found
    part, behind = part_at(tokens, after)
    if count is not None and part and tokens.word(after) == "and":
        return [(count + part, unit)], behind
    amounts: list[tuple[float | None, Unit]] = [(count, unit)]
    more = amount_at(tokens, tokens.skip(tokens.skip(after, ","), "and"))
    if more is not None and _finer(unit, more[1]) and tokens.word(after) != "-":
        amounts.append((more[0], more[1]))
        after = more[2]
    return amounts, after


_ORDER = ("century", "decade", "year", "quarter", "month", "week", "weekend", "day", "hour", "minute", "second")


def _finer(unit: Unit, other: Unit) -> bool:
    return _ORDER.index(other) > _ORDER.index(unit)


def _bare_plural(tokens: Tokens, place: int) -> tuple[Given, int] | None:
    if tokens.word(place - 1) in _BEFORE_PLURAL or tokens.word(place + 1) in _BEHIND_PLURAL:
        return (Given(None), place + 1) if tokens.word(place) not in {"seconds", "sec", "secs"} else None
    return None


def _is_length(tokens: Tokens, place: int, after: int) -> bool:
    """Whether "a week" is a length of time, not a rate ("$50 a week") and not just some week."""
    if tokens.word(after) in {"ago", "earlier", "later", "before", "after", "from", "-", "of"}:
        return tokens.word(after) != "of" or tokens.word(place - 1) in _BEFORE_ARTICLE
    if tokens.word(place + 1) in {"few", "couple", "half", "hundred", "dozen", "decade", "century", "full", "whole"}:
        return True
    return tokens.word(place - 1) in _BEFORE_ARTICLE


def iso_length(amounts: list[tuple[Unit, float]]) -> str | None:
    """A length of time in ISO 8601, whose coarsest unit is the year."""
    coarse: dict[str, tuple[str, float]] = {
        "decade": ("year", 10),
        "century": ("year", 100),
        "quarter": ("month", 3),
    }
    parts: list[tuple[str, float]] = []
    for unit, count in amounts:
        name, each = coarse.get(unit, (unit, 1.0))
        parts.append(_whole(name, count * each))
    return edtf.duration(parts)


def _whole(unit: str, count: float) -> tuple[str, float]:
    """Half a year as six months and half an hour as thirty minutes, since these are whole."""
    finer = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}
    if count == int(count) or count > 1 or unit not in finer:
        return unit, count
    name, each = finer[unit]
    return name, count * each


def _is_paper(tokens: Tokens, place: int) -> bool:
    """Whether "daily" or "weekly" is a newspaper: "the UK daily, Express", "a local weekly reported"."""
    if tokens.word(place) not in {"daily", "weekly", "fortnightly", "monthly", "quarterly"}:
        return False
    led = not {"the", "a", "an", "another"}.isdisjoint({tokens.word(place - 1), tokens.word(place - 2)})
    after = tokens.word(place + 1)
    return led and (not after.isalpha() or tokens.capital(place + 1) or after in _PRINTS)


_PRINTS = frozenset("reported reports said says wrote writes that has had".split())
"""Words after a newspaper."""


def repetition_at(tokens: Tokens, place: int) -> tuple[Given, int] | None:
    """What is repeated, as "R/P1D": "every day", "each Monday", "annually", "every two weeks"; None for none."""
    word = tokens.word(place)
    if word in vocabulary.REPEATS:
        named = tokens.capital(place) and (tokens.capital(place + 1) or tokens.capital(place - 1))
        if named or _is_paper(tokens, place):
            return None
        return Given(f"R/{vocabulary.REPEATS[word]}"), place + 1
    if word == "everyday":
        return None
    if word not in {"every", "each"}:
        return None
    return _every(tokens, place + 1)


def _every(tokens: Tokens, place: int) -> tuple[Given, int] | None:
    word = tokens.skip(place, "single", "other")
    times = 2.0 if tokens.word(place) == "other" else 1.0
    day = tokens.word(word).removesuffix("s")
    if day in vocabulary.WEEKDAYS:
        return Given(f"R/P{times:.0f}W"), tokens.skip(word + 1, *vocabulary.PARTS_OF_DAY)
    if tokens.word(word) in vocabulary.MONTHS or tokens.word(word) in vocabulary.SEASONS:
        return (Given(f"R/P{times:.0f}Y"), word + 1) if tokens.word(word) != "may" or tokens.capital(word) else None
    if tokens.word(word) in vocabulary.PARTS_OF_DAY:
        return Given("R/P1D"), word + 1
    unit = unit_at(tokens, word)
    if unit is not None and unit[0] != "second":
        length = iso_length([(unit[0], times * unit[1])]) if unit[0] != "weekend" else "P1W"
        return Given(f"R/{length}" if length else None), unit[2]
    amount = amount_at(tokens, word)
    if amount is None or amount[0] is None:
        return None
    length = iso_length([(amount[1], amount[0])])
    return Given(f"R/{length}" if length else None), amount[2]
