"""Numbers and ordinals in a stretch of tokens, as far as times need them."""

from . import vocabulary
from .gates import remembered
from .tokens import Tokens

_FEW = {"couple": 2.0, "dozen": 12.0}


@remembered
def number_at(tokens: Tokens, place: int) -> tuple[float, int] | None:
    """A number in digits or words and the place behind it; None where there is none.

    "1.5", "two", "twenty-one", "a hundred", "a couple of", "a dozen", "one and a half", "half a".
    """
    found = _digits(tokens, place) or _few(tokens, place) or _words(tokens, place)
    if found is None:
        return None
    value, after = found
    more, after = part_at(tokens, after)
    return value + more, after


_PARTS: tuple[tuple[tuple[str, ...], float], ...] = (
    (("and", "a", "half"), 0.5),
    (("and", "half"), 0.5),
    (("and", "a", "quarter"), 0.25),
    (("1", "/", "2"), 0.5),
)


def part_at(tokens: Tokens, place: int) -> tuple[float, int]:
    """What "and a half" adds to the number before it, and the place behind; 0 where nothing of the kind stands there."""
    for words, part in _PARTS:
        if tokens.at(place, *words):
            return part, place + len(words)
    return 0.0, place


def _digits(tokens: Tokens, place: int) -> tuple[float, int] | None:
    word = tokens.word(place)
    if not (word.isdecimal() and word.isascii()) or len(word) > 6:
        return None
    value, after = float(word), place + 1
    if tokens.word(after) == "," and tokens.glued(after) and tokens.glued(after + 1):
        rest = tokens.word(after + 1)
        if len(rest) == 3 and rest.isdecimal() and len(word) <= 3:
            return value * 1000 + int(rest), after + 2
        return None
    rest = tokens.word(after + 1)
    if tokens.word(after) == "." and tokens.glued(after) and tokens.glued(after + 1) and rest.isdecimal():
        return (float(f"{word}.{rest}"), after + 2) if len(rest) <= 4 and rest.isascii() else None
    return value, after


def _few(tokens: Tokens, place: int) -> tuple[float, int] | None:
    article = tokens.word(place) in {"a", "an"}
    word = place + 1 if article else place
    if tokens.word(word) in _FEW and (article or tokens.word(place - 1) in {"last", "next", "past"}):
        return _FEW[tokens.word(word)], tokens.skip(word + 1, "of")
    if article and tokens.at(word, "hundred"):
        return 100.0, word + 1
    if article and tokens.at(word, "half") and tokens.word(word + 1) == "dozen":
        return 6.0, word + 2
    return None


def _words(tokens: Tokens, place: int) -> tuple[float, int] | None:
    word = tokens.word(place)
    if word in vocabulary.SMALL:
        value, after = vocabulary.SMALL[word], place + 1
    elif word in vocabulary.TENS:
        value, after = vocabulary.TENS[word], place + 1
        unit = tokens.skip(after, "-")
        if 1 <= vocabulary.SMALL.get(tokens.word(unit), 0) <= 9:
            value, after = value + vocabulary.SMALL[tokens.word(unit)], unit + 1
    else:
        return None
    if tokens.word(after) == "hundred":
        value, after = value * 100, after + 1
    return float(value), after


def ordinal_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """An ordinal up to 99 and the place behind it: "5th", "first", "twenty-second"; None where there is none."""
    number = tokens.digits(place)
    if tokens.word(place - 1) == "$":
        return None
    if number is not None and tokens.word(place + 1) in vocabulary.SUFFIXES and tokens.glued(place + 1):
        return (number, place + 2) if number < 100 else None
    word = tokens.word(place)
    if word in vocabulary.ORDINALS:
        return vocabulary.ORDINALS[word], place + 1
    if word in {"twenty", "thirty"}:
        unit = tokens.skip(place + 1, "-")
        tens = vocabulary.TENS[word]
        if 1 <= vocabulary.ORDINALS.get(tokens.word(unit), 0) <= 9:
            return tens + vocabulary.ORDINALS[tokens.word(unit)], unit + 1
    return None


def day_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A day of a month, 1 to 31, as a number or an ordinal."""
    if _in_longer(tokens, place):
        return None
    found = ordinal_at(tokens, place)
    if found is None and (number := tokens.digits(place)) is not None and len(tokens.word(place)) <= 2:
        if _counts_on(tokens, place + 1):
            return None
        found = number, place + 1
    if found is None and tokens.word(place) in {"twenty", "thirty"}:
        value = number_at(tokens, place)
        found = (int(value[0]), value[1]) if value is not None else None
    return found if found is not None and 1 <= found[0] <= 31 else None


def _in_longer(tokens: Tokens, place: int) -> bool:
    """Whether a number goes on before: a price, or what stands behind a decimal point."""
    before = tokens.word(place - 1)
    if before in {"$", "€", "£"}:
        return True
    return (
        before in {".", ","}
        and tokens.glued(place)
        and tokens.glued(place - 1)
        and tokens.word(place - 2)[:1].isdigit()
    )


def _counts_on(tokens: Tokens, place: int) -> bool:
    """Whether what follows a number glues it to more digits ("2,000", "6.5"), a clock or a percentage."""
    follows = tokens.word(place)
    if follows in {"%", "percent"} or not tokens.glued(place):
        return follows in {"%", "percent"}
    after = tokens.word(place + 1)
    more = after[:1].isdigit() and tokens.glued(place + 1)
    return (follows in {".", ":"} and more) or (follows == "," and more and len(after) == 3)


_HUNDREDS: dict[str, int] = {word: number for word, number in vocabulary.SMALL.items() if 10 <= number <= 19} | {
    "twenty": 20,
    "two": 20,
}


def _spelled_year(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A year in words: "nineteen ninety-six", "eighteen hundred twelve", "two thousand and fifteen"."""
    word, after = tokens.word(place), tokens.word(place + 1)
    if word == "two" or after in {"hundred", "thousand"}:
        if after != ("thousand" if word == "two" else "hundred"):
            return None
        rest = _words(tokens, tokens.skip(place + 2, "and"))
        known = rest is not None and 0 < rest[0] < 100 and not _is_counted(tokens, rest[1])
        bare = str(_HUNDREDS[word] * 100), place + 2
        return (
            (str(_HUNDREDS[word] * 100 + int(rest[0])), rest[1])
            if rest and known
            else bare
            if _led(tokens, place)
            else None
        )
    rest = _words(tokens, tokens.skip(place + 1, "-")) if after in vocabulary.TENS else None
    if rest is None or not 20 <= rest[0] < 100 or _is_counted(tokens, rest[1]):
        return None
    return str(_HUNDREDS[word] * 100 + int(rest[0])), rest[1]


def _is_counted(tokens: Tokens, place: int) -> bool:
    return tokens.word(place) in vocabulary.COUNTED | {"hundred", "thousand", "million", "billion"}


def _led(tokens: Tokens, place: int) -> bool:
    return tokens.word(place - 1) in vocabulary.MONTHS


def year_at(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """A four-digit year from 1000 to 2200 that is no part of a longer number; what it stands by is for others to judge."""
    word = tokens.word(place)
    if word in _HUNDREDS:
        return _spelled_year(tokens, place)
    if len(word) != 4 or not (word.isdecimal() and word.isascii()) or not 1000 <= int(word) <= 2200:
        return None
    after, following = tokens.word(place + 1), tokens.word(place + 2)
    glued, more = tokens.glued(place + 1), tokens.glued(place + 2) and following[:1].isdigit()
    if glued and (after in {"%", "°"} or (after in {".", ",", ":"} and more) or (after.isalpha() and after != "s")):
        return None
    before = tokens.word(place - 1)
    if before in {"$", "€", "£", "¥", "#"}:
        return None
    if (
        tokens.glued(place)
        and before in {".", ",", ":", "@", "="}
        and tokens.glued(place - 1)
        and tokens.word(place - 2)[:1].isdigit()
    ):
        return None
    return word, place + 1
