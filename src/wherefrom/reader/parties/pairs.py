"""Two at once: "the two firms" after "Amberline and Costa Steel"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .gathering import Noted
from .scene import Scene

_TWO = re.compile(
    r"(?:the|these|those|both)\s+(?:two|pair|duo|couple)\b.*|both(?:\s+\w+s|\s+of\s+them)?", re.IGNORECASE
)
_AND = re.compile(r"\s*,?\s+and\s+(?:also\s+)?", re.IGNORECASE)
_REACH = 60
"""Mentions back in which the pair stands."""

_WIDEST = 40
"""Characters between the two: a comma, "and" and "also"."""


def pair_before(one: Noted, noted: Sequence[Noted], scene: Scene) -> tuple[Noted, Noted] | None:
    """The two names that "and" joined last before a mention of two; None where there are none."""
    if _TWO.fullmatch(one.words) is None:
        return None
    before = [each for each in noted[max(0, one.number - _REACH) : one.number] if each.traits.form == "name"]
    for first, second in reversed(list(pairwise(before))):
        between = scene.text[first.span.end : min(second.span.start, first.span.end + _WIDEST + 1)]
        if len(between) <= _WIDEST and _AND.fullmatch(between) is not None:
            return first, second
    return None
