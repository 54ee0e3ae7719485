"""Is it a time at all? Months that are names or verbs, numbers that count, days in the names of things."""

from . import vocabulary
from .tokens import Tokens

_PAPERS = frozenset(
    """times express mirror mail telegraph herald post independent sport star sun review observer life world tribune
    news journal record people standard mercury business age politics morning_post brunch dinner school
    service""".split()
)
"""What follows the name of a day in names of papers, programmes and things; lower-case words here are no names."""

_NAMED_DAYS = frozenset(
    "black bloody super cyber holy fat ruby freaky giving casual spy easter palm good ash whit".split()
)

_ARTICLES = frozenset("the a an 's this that s his her its their our my your".split())


def is_weekday(tokens: Tokens, place: int, after: int) -> bool:
    """Whether a day of the week stands for the day, not in a name: "Sunday Times", "Black Friday"."""
    if tokens.capital(place - 1) and tokens.word(place - 1) in _NAMED_DAYS:
        return False
    if tokens.capital(after) and tokens.word(after) in _PAPERS:
        return False
    if tokens.word(after) in {"mornings", "afternoons", "evenings", "nights"} or tokens.word(place - 1) in {"a", "an"}:
        return False
    if tokens.at(after, "the", "13", "th"):
        return False
    return not (
        tokens.word(after) == "night"
        and tokens.word(after + 1) in {"live", "lights", "football"}
        and tokens.capital(after)
    )


_VERB_LIKE = frozenset({"may", "march"})


def is_month(tokens: Tokens, place: int) -> bool:
    """Whether the name of a month by itself stands for the month; "May" and "March" need more to show it."""
    word, before, after = tokens.word(place), tokens.word(place - 1), tokens.word(place + 1)
    led = before in vocabulary.PREPOSITIONS
    if tokens.capital(place + 1) and not _goes_on(tokens, place) and not led:
        return False
    if not tokens.capital(place):
        if word == "may":
            return before in {"in", "since", "until", "last", "next"} and not after.isalnum()
        return led and word not in _VERB_LIKE | {"august", "mar", "dec", "jan", "jun"}
    if tokens.capital(place - 1) and not led and before not in _ARTICLES and before.isalpha():
        return False
    if word in vocabulary.SHORT_MONTHS and word != "sept":
        return led or after in {"-", "."} or before == "-"
    return word not in _VERB_LIKE or _led(tokens, place) or (after in {"last", "this", "next"} and before != "")


def _led(tokens: Tokens, place: int) -> bool:
    """Whether a preposition or the like says that a month is meant: "in May", "the May vote", "mid-March"."""
    word, before, after = tokens.word(place), tokens.word(place - 1), tokens.word(place + 1)
    if before in vocabulary.PREPOSITIONS - {"and", "or", "for", "at", "about", "after", "before"}:
        return True
    if before in {"after", "before", "for", "and", "or"}:
        return not after.isalpha() or after in {"and", "to", "but", "when"}
    if before == "-" and tokens.word(place - 2) in {"mid", "early", "late"}:
        return True
    return before in _ARTICLES and word == "may" and after.isalpha() and not tokens.capital(place + 1)


def _goes_on(tokens: Tokens, place: int) -> bool:
    after = tokens.word(place + 1)
    return after in vocabulary.WEEKDAYS or after in vocabulary.MONTHS


_STRONG = frozenset(
    """in since during until till circa ca early late mid year years by from between before after through throughout
    spring summer autumn fall winter election copyright ©""".split()
)
"""Words before a number that make it a year."""

_HALF_STRONG = frozenset({"by", "from", "between", "before", "after", "through"})
"""Those of them that stand before a count as well."""

_COUNTING = frozenset({"some", "over", "nearly", "almost", "than", "least", "approximately", "roughly", "no", "up"})

_LENIENT = frozenset("of to and or the a an this on at for s his her its their around about than beginning end".split())


def is_year(tokens: Tokens, place: int) -> bool:
    """Whether a number of four digits, or in words, is a year, by the words around it."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    number = tokens.digits(place)
    if number is None:
        return before in {"in", "since", "until", "by", "from", "of"}
    if _counts(tokens, place) or _in_number(tokens, place):
        return False
    modern = 1800 <= number <= 2100
    if before in _STRONG:
        return before not in _HALF_STRONG or modern or not after.isalpha()
    if before == "(":
        return after in {")", "-", ",", ";", "["} and (modern or after != ",")
    if modern:
        return _modern(tokens, place, number)
    old = before in {"of", "and", "to", "or", "-", "around", "about"} and not after.isalpha()
    return old and _year_near(tokens, place)


def _counts(tokens: Tokens, place: int) -> bool:
    """Whether what follows is counted by the number: "2000 people", "2000-seat"."""
    after = place + 2 if tokens.word(place + 1) == "-" and tokens.glued(place + 1) else place + 1
    return tokens.word(after) in vocabulary.COUNTED


def _modern(tokens: Tokens, place: int, number: int) -> bool:
    """Whether a number from 1800 to 2100 is a year where no word before it says so."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    plural = after.endswith("s") and len(after) > 3 and not tokens.capital(place + 1)
    if before in _COUNTING:
        return False
    if before in _LENIENT - {"around", "about", "of", "to", "and", "or"} and 1900 <= number <= 2060:
        return True
    if plural or before in _LENIENT:
        return not plural
    if tokens.capital(place - 1) or before in {",", ";", ":", "-", "", '"', "“", ")", "."}:
        return not after.isalpha() or before != "."
    if 1990 <= number <= 2040 and after.isalpha() and before.isalpha():
        return True
    return 1900 <= number <= 2060 and not after.isalpha()


def _year_near(tokens: Tokens, place: int) -> bool:
    """Whether another number of four digits stands close before: "between 1520 and 1534"."""
    return any(
        len(tokens.word(before)) == 4 and tokens.word(before).isdecimal() for before in range(place - 4, place - 1)
    )


def _in_number(tokens: Tokens, place: int) -> bool:
    """Whether it is a part of something longer: a telephone number, a version, an address."""
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    if tokens.at(place + 1, "-") and len(tokens.word(place + 2)) == 4 and tokens.word(place + 3) == "-":
        return tokens.word(place + 2).isdecimal() and tokens.glued(place + 1) and tokens.glued(place + 3)
    if tokens.glued(place) and before in {"-", "/"} and tokens.glued(place - 1) and tokens.word(place - 2).isdecimal():
        return True
    if tokens.glued(place) and (before.isalnum() or before in {"_", "@", "/", "\\", "+"}):
        return True
    if not tokens.glued(place + 1) or not tokens.glued(place + 2) or not tokens.word(place + 2)[:1].isdigit():
        return False
    return after in {"/", "_", "\\"} or (after == "-" and len(tokens.word(place + 2)) not in {2, 4})
