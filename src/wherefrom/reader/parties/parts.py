"""Sources that are some of those who spoke before ("one of them", "the other") or all of them ("the three")."""

import re
from collections.abc import Sequence

from .bundles import Bundles
from .gathering import Noted
from .voices import Voices

_COUNTED = "one|two|three|four|five|some|many|most|several|another|others|both|all"
PART = re.compile(
    rf"(?:(?:{_COUNTED}|the others?)(?: of (?:them|these|those|the (?:two|three|four|five)))?)", re.IGNORECASE
)
_ALL = re.compile(r"(?:the|all|these|those) (two|three|four|five|pair|trio)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:an? |the )?(two|three|four|five|pair|trio|couple)\b", re.IGNORECASE)
_BACK = 80
"""Mentions back among which those stand of whom it is a part."""


def group_before(one: Noted, noted: Sequence[Noted], voices: Voices, bundles: Bundles) -> Noted | None:
    """The several people of whom a source is a part or whom it counts again; those who spoke come first.

    None where these words count nobody, or nobody stands before who could be meant.
    """
    counts, part = _ALL.fullmatch(one.words), PART.fullmatch(one.words)
    if counts is None and part is None:
        return None
    before = [each for each in noted[max(0, one.number - _BACK) : one.number] if _is_several(each, bundles)]
    if counts is not None:
        before = [
            each for each in before if (held := _NUMBER.match(each.words)) and held[1].lower() == counts[1].lower()
        ]
    spoke = [each for each in before if voices.is_source(each)]
    return next(reversed(spoke or before), None)


def _is_several(one: Noted, bundles: Bundles) -> bool:
    """Whether a description means several people without a name, and is no part of others itself."""
    if PART.fullmatch(one.words) is not None:
        return False
    several = one.traits.form in {"definite", "indefinite"} and "group" in one.traits.agreement.kinds
    return several and "many" in one.traits.agreement.numbers and not bundles.of(one).names
