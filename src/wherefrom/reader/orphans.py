"""Cues that the encoder found with their source but without their content: the grammar of the sentence tells it.

"S, the board found." and "According to the filing, S" leave no choice; short statements beside such cues are what the
encoder passes over most.
"""

import re
from collections.abc import Iterable

from wherefrom.model import Span, Spans, joined

from . import lexicon
from .places import Stretches
from .sentences import trimmed

_ENDS_CLAUSE = re.compile(r"[,—–-][\"”’']?\s*$|[\"”’?!…][\"”’']?\s*$")
_OPENS_CLAUSE = re.compile(r"\s*,\s+(?=\S)")
_BEGINS_CONTENT = re.compile(
    r"\s{0,3}(?::\s{0,3}|,?\s{1,3}(?=that\b|whether\b|how\b|why\b|what\b)|\s{1,3}(?=[“\"‘]))", re.IGNORECASE
)
_ADVERBIAL = re.compile(
    r"\s{0,9}(?:after|before|in|on|at|during|following|despite|since)\b[^,]{0,200},\s{0,9}$", re.IGNORECASE
)
"""Words before a subject that are no statement: "After a long day, the board said"."""

_TAIL = re.compile(
    r"(?:\s+(?:on|in|at|to|by|from|during|yesterday|today|last|late|early|this)\b[^,;:]{0,60})?[\s.!?\"”’]*$",
    re.IGNORECASE,
)
"""What may follow a cue that closes its sentence: a day, a place, an addressee."""

LEAST_WORDS = 3
"""Words that such a content has at least."""


def content_of(text: str, sentence: Span, source: Spans, cue: Spans, taken: Iterable[Span]) -> Span | None:
    """What a cue governs in its sentence, None where the words leave that open; `taken` is what belongs to others."""
    if lexicon.SAYS_OR_THINKS.search(text, cue[0].start, cue[-1].end) is None:
        return None
    parts = joined((*source, *cue))
    before = Span(*trimmed(text, sentence.start, parts[0].start))
    after = Span(parts[-1].end, sentence.end)
    free = Stretches(taken)
    lead = text[sentence.start : parts[0].start]
    if (
        _ENDS_CLAUSE.search(lead[-8:])
        and lexicon.FINITE.search(text, *before)
        and not _ADVERBIAL.match(lead)
        and _TAIL.match(text, after.start, sentence.end)
        and _is_free(text, before, free)
    ):
        return _without_comma(text, before)
    opening = (
        _OPENS_CLAUSE
        if not lead.strip() and text[cue[-1].start : cue[-1].end].lower().endswith("to")
        else _BEGINS_CONTENT
    )
    match = opening.match(text, after.start, after.end)
    if match is None:
        return None
    rest = Span(*trimmed(text, match.end(), after.end))
    rest = Span(rest.start, rest.start + len(text[slice(*rest)].rstrip(" .")))
    return rest if _is_free(text, rest, free) else None


def _is_free(text: str, span: Span, taken: Stretches) -> bool:
    return len(text[slice(*span)].split()) >= LEAST_WORDS and not taken.touching(span)


def _without_comma(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[slice(*span)].rstrip(" ,—–-")))
