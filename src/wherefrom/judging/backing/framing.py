"""Sentences of a draft in which there is nothing to check."""

import re

from wherefrom.model import Span, Spans
from wherefrom.reader import lexicon

from .passages import Passage

_QUESTION = re.compile(r"\?[\s\"”’)\]]*$")
_FRAMES = re.compile(
    r"^\W*(?:here(?:['’]s| is| are)\b|this is (?:what|how|why|where)\b|what (?:we|is|do we|you)\b[^.]{0,60}(?:know|known|need to know)|"
    r"(?:we|i) (?:will|shall|['’]ll|are|have|asked|contacted|approached|cannot|do not|don['’]t|could not|were unable)\b|"
    r"(?:read|see|more|click|follow|subscribe|correction|update|editor['’]?s note|note)\b[^.]{0,40}[:.]|more (?:on|to) (?:this|follow|come)|"
    r"this (?:story|article|page|report|piece) (?:will|has|is|was)\b|(?:that|this|it) is (?:all|where|what)\b[^.]{0,60}(?:know|known|stands?)|"
    r"(?:so|and) what now|by [A-Z][a-z]+ [A-Z][a-z]+$|let us\b|let['’]s\b|to sum up\b|in short:|consider\b|imagine\b|take\b[^.]{0,40}\bfor example)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[^\s.!?…”\"’):;,]\s*$")
"""The end of a line that no mark closes."""

_ASIDE = re.compile(
    r",\s(?:the|an?|its|his|her|their|who (?:is|was|runs|leads|heads|held|led|ran|headed))\s[^,;:.“”\"]{1,60},|"
    r"\b(?:as|so) far as\b|\b(?:is|was|are|were) concerned\b|\b(?:for (?:its|his|her|their) part|in the (?:end|meantime|first place)|"
    r"at the (?:time|moment|same time)|so far|soon after(?:wards)?|in effect|by then|these days|in question|in other words)\b",
    re.IGNORECASE,
)

_LEAST = 1
"""Words that say something which a sentence must have to be a statement."""


def says_nothing(passage: Passage) -> str | None:
    """Why there is nothing to check in a sentence; None where there is."""
    if passage.kind in {"headline", "heading", "byline"}:
        return "a heading"
    text = passage.text
    if _OPEN.search(text) and lexicon.FINITE.search(text) is None:
        return "a heading"
    if _QUESTION.search(text):
        return "a question"
    if _FRAMES.search(text) and not any(one.chain for one in passage.statements) and text[0] not in "“\"‘'":
        return "our own framing"
    if len(passage.tokens) < _LEAST and not passage.quantities and not passage.times:
        return "too few words to check"
    return None


def aside(text: str, span: Span) -> Spans:
    """The words of a sentence that say who somebody is, or only join it to what was told before: another report has others for them."""
    return tuple(Span(*match.span()) for match in _ASIDE.finditer(text, *span))
