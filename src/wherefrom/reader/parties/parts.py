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


def of_whom(one: Noted, noted: Sequence[Noted], voices: Voices, bundles: Bundles) -> Noted | None:
    """The several people of whom a source that is a part of some is one; None where there are none before."""
    return _latest(_several_before(one, noted, bundles), voices) if PART.fullmatch(one.words) is not None else None


def counted_again(one: Noted, noted: Sequence[Noted], voices: Voices, bundles: Bundles) -> Noted | None:
    """Those whom a source that only counts them means: "the three" after "three engineers"."""
    counts = _ALL.fullmatch(one.words)
    if counts is None:
        return None
    before = _several_before(one, noted, bundles)
    as_many = [each for each in before if (held := _NUMBER.match(each.words)) and held[1].lower() == counts[1].lower()]
    return _latest(as_many, voices)


def _several_before(one: Noted, noted: Sequence[Noted], bundles: Bundles) -> list[Noted]:
    return [each for each in noted[max(0, one.number - _BACK) : one.number] if _is_several(each, bundles)]


def _latest(found: Sequence[Noted], voices: Voices) -> Noted | None:
    """The latest of them who spoke, or else the latest."""
    spoke = [each for each in found if voices.is_source(each)]
    return next(reversed(spoke or found), None)


def _is_several(one: Noted, bundles: Bundles) -> bool:
    """Whether a description means several people without a name, and is no part of others itself."""
    if PART.fullmatch(one.words) is not None:
        return False
    several = one.traits.form in {"definite", "indefinite"} and "group" in one.traits.agreement.kinds
    return several and "many" in one.traits.agreement.numbers and not bundles.of(one).names
