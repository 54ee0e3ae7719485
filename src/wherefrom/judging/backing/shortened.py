"""Names written in short: "TCP" for "Transcontinent Press"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

_SHORT = re.compile(r"[A-Z]{2,6}")
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s(?:(?:of|the|for|and|de)\s){0,2}[A-Z][\w’'-]*){1,7}")
_JOINS = frozenset("of the for and de".split())


@lru_cache(maxsize=65536)
def abbreviates(short: str, full: str) -> bool:
    """Whether capitals are the initials of a name, each with further letters of its word where it has some: T-C P."""
    said = [word.lower() for word in full.split() if word.lower() not in _JOINS]
    return _SHORT.fullmatch(short) is not None and len(said) > 1 and _pieces(short.lower(), said)


def _pieces(short: str, said: list[str]) -> bool:
    """Whether the letters fall into pieces, one for each word: its initial, and letters that follow in it."""
    if not said:
        return not short
    if not short or short[0] != said[0][0]:
        return False
    most = len(short) - len(said) + 1
    return any(_in_order(short[:size], said[0]) and _pieces(short[size:], said[1:]) for size in range(1, most + 1))


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def in_short(text: str, start: int, other: str) -> bool:
    """Whether the name around a place in a text is written in short in another, or the name there is short for this one."""
    return any(abbreviates(other, name) for name in _names_at(text, start))


def _names_at(text: str, start: int) -> Iterator[str]:
    """The names of several words that a place is part of; a title before one may belong to it or not."""
    near = max(0, start - 80)
    for match in _NAME.finditer(text, near, start + 80):
        if match.start() <= start < match.end():
            parts = match.group().split()
            yield from (" ".join(parts[first:last]) for first, last in combinations(range(len(parts) + 1), 2))


def either_short(one: str, other: str) -> bool:
    """Whether one of two names is the other in short."""
    return abbreviates(one.removeprefix("the "), other) or abbreviates(other.removeprefix("the "), one)
