"""How firmly something is put, in a draft's sentence and in held words."""

import re
from collections.abc import Iterable

from wherefrom.comparing.drift.guards import FIRM, FIRMNESS, Guard
from wherefrom.model import Appearance, Degree, Span, Spans
from wherefrom.reader.certainty import words as hedging
from wherefrom.reader.certainty.degrees import degree_of
from wherefrom.reader.certainty.modals import holds_back

from .clauses import governs
from .passages import Passage

_RUMOUR = re.compile(
    r"\b(?:rumou?r\w*|gossip|unconfirmed|unverified|speculat\w+|alleg\w+|reportedly|purport\w*|supposed\w*|claim(?:s|ed|ing)?|apparently|feared|thought|believed|said to|fears?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:whether|if)\b", re.IGNORECASE)
_HELD_OPEN = re.compile(
    r"\b(?:if|whether|unless|would|not clear|unclear|not known|unknown)\b|(?:\b(?:not|never)\b|n['’]t\b)[^.;:]{0,30}\b(?:what|where|who|how|why|when)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"\b(?:Should|Were|Had)\s(?:the|an?|he|she|it|they|we|I|you|this|that|these|those|there|his|her|its|their|any|no|[A-Z]\w+)\b|"
    r"(?:[,;:—]|\b(?:that|and|but))\s(?:should\s(?:the|an?|this|that|[A-Z]\w+)|(?:should|were)\s(?:he|she|it|they|we|I))\b|"
    r"[,;:—]\shad\s(?:he|she|it|they|we|I)\b"
)
"""A condition without "if": "Should the man be a plant", "and were she to go"."""
_WILL = re.compile(r"\b(?:will|(?:is|are|was|were) (?:going|certain|sure|bound|set) to)\b|['’]ll\b")
_MODAL = re.compile(r"\b(?:could|may|might)\b")
_PATTERNS: tuple[tuple[re.Pattern[str], Degree], ...] = (
    (hedging.UNLIKELY, "possible"),
    (hedging.POSSIBLE, "possible"),
    (hedging.ALMOST_CERTAIN, "probable"),
    (hedging.PROBABLE, "probable"),
)


def held_firmness(statement: Appearance, passage: Passage, places: Spans) -> tuple[int, Spans]:
    """How much a held statement leaves open of the words at these places, from 0 (possible) over 1 (probable) to 2, and by what words.

    A hedge in another clause of it leaves open something else.
    """
    guard = Guard.of(statement)
    said = {span for link in statement.chain if link.cue is not None for span in link.cue.spans}
    text = passage.document.text
    held = tuple(one for one in guard.held if one in said or governs(text, passage.span, one, places))
    return (guard.firmness if held or not guard.held else FIRM), held


def hearsay(statement: Appearance) -> Spans:
    """The words with which a statement's writer does not vouch for it ("allegedly"), where no source is named for it."""
    if any(link.source is not None for link in statement.chain):
        return ()
    return tuple(
        span
        for hedge in statement.certainty.hedges
        if _RUMOUR.search(hedge.text) or hedging.HEARSAY.search(f"{hedge.text} have")
        for span in hedge.spans
    )


def left_open(statement: Appearance, passage: Passage, places: Spans) -> Spans:
    """The words with which a statement does not assert what stands at these places: hearsay, a condition, a question."""
    text, span = passage.document.text, passage.span
    condition = statement.condition.spans if statement.condition is not None else ()
    if condition and governs(text, span, condition[0], places):
        return hearsay(statement) or condition
    asked = (Span(*match.span()) for match in _ASKED.finditer(text, span.start, statement.spans[-1].end))
    return hearsay(statement) or tuple(one for one in asked if governs(text, span, one, places))[:1]


def foretold(text: str, span: Span) -> bool:
    """Whether a sentence says of what is to come that it will be."""
    return _WILL.search(text, *span) is not None


def only_possible(passage: Passage, places: Spans) -> Spans:
    """The "could", "may" or "might" in the clause of these places, whatever the reader made of it."""
    text = passage.document.text
    found = (Span(*match.span()) for match in _MODAL.finditer(text, *passage.span) if holds_back(text, *match.span()))
    return tuple(one for one in found if governs(text, passage.span, one, places))


def unread_hearsay(passage: Passage) -> Spans:
    """The words of a sentence that stand in no statement and say that somebody's word is only passed on: "is reputed to have"."""
    inside = [span for one in passage.statements for span in one.spans]
    found = (Span(*match.span()) for match in hedging.HEARSAY.finditer(passage.document.text, *passage.span))
    return tuple(one for one in found if not any(start <= one.start < end for start, end in inside))


def draft_firmness(text: str, span: Span, statements: Iterable[Appearance]) -> int:
    """How much a draft's sentence leaves open: the least that any of its words or statements does."""
    levels = [FIRM]
    for one in statements:
        levels.append(FIRMNESS[one.certainty.degree])
        levels += [FIRMNESS[link.degree] for link in one.chain if link.basis != "carried"]
    for pattern, degree in _PATTERNS:
        for match in pattern.finditer(text, *span):
            if pattern is not hedging.POSSIBLE or holds_back(text, *match.span()):
                levels.append(FIRMNESS[degree])
    levels.append(FIRMNESS[degree_of(text[span.start : span.end])])
    return min(levels)


def passes_on(text: str, span: Span, statements: Iterable[Appearance]) -> bool:
    """Whether a draft's sentence says that it only passes something on, though it names nobody."""
    return distanced(text, span) or any(link.source is None for one in statements for link in one.chain)


def distanced(text: str, span: Span) -> bool:
    """Whether a sentence says of what it tells that somebody only alleges it, or leaves it open."""
    patterns = (_RUMOUR, hedging.HEARSAY, hedging.DISTANCED, _HELD_OPEN, _INVERTED)
    return any(pattern.search(text, *span) for pattern in patterns)
