"""Does a time lie ahead? By the nearest verb before it, else the first one behind."""

from . import vocabulary
from .tokens import Tokens

_STOPS = frozenset({".", ";", "!", "?", '"', "“", "”"})
_REACH = 14
_AUXILIARIES = 4


def looks_ahead(tokens: Tokens, start: int, after: int) -> bool | None:
    """Whether the time at these tokens is spoken of as to come (True) or as past (False); None where nothing tells."""
    for place in range(start - 1, max(start - _REACH, -1), -1):
        if tokens.word(place) in _STOPS:
            break
        told = _tells(tokens, place)
        if told is not None:
            return told
    for place in range(after, min(after + _REACH, len(tokens))):
        if tokens.word(place) in _STOPS:
            break
        told = _tells(tokens, place)
        if told is not None:
            return told
    return None


def _tells(tokens: Tokens, place: int) -> bool | None:
    word = tokens.word(place)
    if word in vocabulary.FUTURE:
        return True
    if word == "to" and tokens.word(place - 1) in {"is", "are", "set", "about"}:
        return True
    if word in vocabulary.PAST or (word.endswith("ed") and len(word) > 4 and word not in vocabulary.NOT_PAST):
        return _led_by_future(tokens, place)
    return None


def _led_by_future(tokens: Tokens, place: int) -> bool:
    """Whether a participle stands in "will be voted on", "is due to be held"."""
    before = range(max(place - _AUXILIARIES, 0), place)
    return tokens.word(place) not in {"said", "had"} and any(
        tokens.word(one) in vocabulary.FUTURE or (tokens.word(one) == "to" and tokens.word(one + 1) == "be")
        for one in before
    )


_SENTENCE = 40
"""Tokens within which a date may take its year from one before it."""


def in_one_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no sentence or paragraph ends between two places that are not far from each other."""
    if last - first > _SENTENCE or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[last]]:
        return False
    return not any(
        tokens.word(place) in {".", "!", "?"} and not tokens.glued(place + 1) and tokens.capital(place + 1)
        for place in range(first, last)
    )
