"""How many a source is, where its words tell, and whether that is exact."""

import re

from wherefrom.model import Number

from . import lexicon

_COUNTED = re.compile(
    r"(?:(?P<least>at least|more than|over|no fewer than)\s+)?(?:the |all |both |another |these |those |his |her |their |its |a )?"
    rf"(?P<number>\d{{4,}}|\d{{1,3}}(?:,\d{{3}})*|dozen|{'|'.join(lexicon.NUMBER_WORDS)})"
    r"(?P<dozen> dozen)?(?![\w-]|,\d|\.\d)"
    r"(?!\s*(?:%|per\s?cent|in \d|in (?:ten|five|four|three)\b|years?\b|hundred|thousand|million|billion|(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""A count of people or things: no share, age or magnitude, and no name such as "Five Eyes"."""

_LONGEST = 12
"""Digits of a number of people; longer ones are something else."""

_VAGUE = re.compile(
    r"(?:nearly|almost|up to|about|around|some|roughly|fewer than|less than)\s+\w*\d|(?:nearly|almost|up to|about|around|some|roughly)\s+(?:"
    + "|".join(lexicon.NUMBER_WORDS)
    + r")\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:an?|the)\s+(?:couple|number|handful|majority|lot|group|team|range|series|minority|host|pair)\b", re.IGNORECASE
)
_ONE = re.compile(r"(?:a|an|one|another)\s", re.IGNORECASE)
_DOZENS = re.compile(r"(?:dozens|scores)\b", re.IGNORECASE)


def number_of(words: str, *, person: bool) -> Number | None:
    """How many there are: "three people" 3, "at least two" 2 and not exact, "a source" 1; "sources" tells nothing.

    `person` tells that the words mean a single person. Vague words ("nearly 20", "up to five", "a number of") give no
    lower bound, and so no number; "dozens" is two dozen at the least, by the word.
    """
    words = words.strip()
    if _VAGUE.match(words) or _MANY.match(words):
        return None
    counted = _COUNTED.match(words)
    if counted is not None:
        value = counted["number"].replace(",", "").lower()
        if len(value) > _LONGEST and value.isdigit():
            return None
        count = int(value) if value.isdigit() else 12 if value == "dozen" else lexicon.NUMBER_WORDS[value]
        count *= 12 if counted["dozen"] else 1
        return Number(count, exact=counted["least"] is None) if count else None
    if person and _ONE.match(words):
        return Number(1, exact=True)
    return Number(24, exact=False) if _DOZENS.match(words) else None
