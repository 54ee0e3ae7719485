"""Whether a text says of an earlier report that it was taken back or put right."""

import re
from functools import lru_cache
from typing import Literal

from wherefrom.comparing.drift.guards import sentence_of
from wherefrom.comparing.drift.wording import REMEMBERED
from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Span, Spans

_REPORT = (
    r"(?:story|stories|report|reports|article|post|posts|tweet|tweets|claim|claims|allegations?|statement|account|headline|video|piece|"
    r"item|entry|page|accusations?|version)"
)
_WHOSE = r"(?:the|its|his|her|their|that|this|those|these|an?)"
_MORE = r"(?: [\w’'-]+){0,3}"

_WITHDRAWN = re.compile(
    r"\b(?:(?:has|have|had|was|were)\b(?: \w+){0,2} )?(?:retracted|withdrew|withdrawn|deleted|pulled|took back|taken back|recanted|disowned|unpublished) "
    rf"{_WHOSE}{_MORE} {_REPORT}\b"
    rf"|\b(?:took|taken) (?:down {_WHOSE}{_MORE} {_REPORT}|{_WHOSE}{_MORE} {_REPORT} (?:down|offline|back))\b"
    rf"|\b{_REPORT} (?:has|have|had|was|were)(?: since| later| now| quietly)?(?: been)? (?:retracted|withdrawn|deleted|taken down|taken back|pulled|unpublished)\b"
    r"|\b(?:published|issued|printed|ran) (?:a|its|an? \w+) retraction\b",
    re.IGNORECASE,
)
"""Only what was done: "should retract" and "asked to withdraw" have other forms of the verb."""

_FIGURE = r"(?:figures?|numbers?|tolls?|totals?|counts?|dates?|names?|ages?|amounts?|errors?|mistakes?|spelling|locations?|price)"

_CORRECTED = re.compile(
    rf"\b(?:corrected|amended|rectified) (?:itself|himself|herself|themselves|{_WHOSE}{_MORE} (?:{_FIGURE}|{_REPORT}))\b"
    rf"|\b(?:{_FIGURE}|{_REPORT}) (?:has|have|had|was|were)(?: since| later| now| quietly)?(?: been)? (?:corrected|amended|rectified)\b"
    r"|\b(?:an|the) (?:earlier|previous|original) version (?:of (?:this|the) (?:article|story|report|post|piece) )?(?:said|stated|gave|had|wrongly|incorrectly|misstated|misspelled|misidentified|reported)\b"
    r"|\b(?:issued|published|printed|ran) (?:a|its|an? \w+) correction\b|^correction:",
    re.IGNORECASE | re.MULTILINE,
)

_PERHAPS = "retract withdr delet pulled took taken recant disown unpublish correct amend rectif version".split()
"""Without one of these near a statement neither was done; plain look-ups are much faster than the patterns."""

_NEAR = 800

_GOES_ON = re.compile(
    r"(?:it|they|he|she|(?:the|that|this|both|these|those) (?:\w+ ){0,2}"
    r"(?:paper|newspaper|outlet|site|website|broadcaster|station|channel|agency|account|blog|magazine|daily|tabloid|story|report|article|post|tweet|claim|video))\b",
    re.IGNORECASE,
)
"""How a sentence begins that says more about what the one before it reported."""


def said_of_report(material: Material, appearance: Appearance) -> Literal["withdrawn", "corrected"] | None:
    """What the words around a statement say was done to the report that it tells of, if anything.

    They are its sentence, and the next one where that begins with whoever or whatever reported.
    """
    text = material.documents[appearance.document].text
    return _said(text, appearance.spans) if _perhaps(text) else None


@lru_cache(maxsize=1 << 10)
def _perhaps(text: str) -> bool:
    """Whether a text may say so anywhere."""
    small = text.lower()
    return any(word in small for word in _PERHAPS)


@lru_cache(maxsize=REMEMBERED)
def _said(text: str, spans: Spans) -> Literal["withdrawn", "corrected"] | None:
    near = text[max(0, spans[0].start - _NEAR) : spans[-1].end + _NEAR].lower()
    if not any(word in near for word in _PERHAPS):
        return None
    sentence = sentence_of(text, spans)
    start = sentence.end
    while start < len(text) and text[start] in ' "”’)]':
        start += 1
    goes_on = _GOES_ON.match(text, start) is not None
    places = [sentence, sentence_of(text, (Span(start, start + 1),))] if goes_on else [sentence]
    if any(_WITHDRAWN.search(text, *place) for place in places):
        return "withdrawn"
    return "corrected" if any(_CORRECTED.search(text, *place) for place in places) else None
