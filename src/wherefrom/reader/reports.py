"""Reports without a source: "it was reported that", "there were rumours of", "— reports".

The encoder finds most attributions; of these, which name nobody, its training data has few.
"""

import re
from collections.abc import Sequence

from wherefrom.model import Span

from .attributions import Attribution

_CLAUSE = re.compile(
    r"\bit\s+(?:is|was|has been|had been|is being|was being)\s+(?:\w+ly\s+|also\s+|then\s+|now\s+|being\s+|even\s+|once\s+|first\s+){0,4}"
    r"(?:reported|claimed|alleged|rumou?red|said|noted|revealed|announced|suggested|believed|thought|stated|learned)\b"
    r"(?=\s+(?:that\s|on\s|in\s|last\s|at\s|the\s|he\s|she\s|they\s|(?-i:[A-Z])))",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:unconfirmed |unverified |persistent |wild |media |press |new |some |false |recent ){0,4}"
    r"(?:rumou?rs?|reports|allegations|speculation|suggestions|gossip)\s+(?:of|that|about)(?=\s)",
    re.IGNORECASE,
)
_HEADLINE_END = re.compile(r"\s[—–-]+\s*((?:media |press |local )?reports?|rumou?rs?|claims)\s*$", re.IGNORECASE)
_HEADLINE_BEGIN = re.compile(r"^\s*(reports?|rumou?rs?)\s*:\s+", re.IGNORECASE)
_NOUN_CONTENT_ENDS = re.compile(
    r"(?:,\s+(?:and|but|which|who|while|as|according|\w+ (?:said|reported|says|wrote|reports))\b|;|\s(?:came out|emerged|surfaced|"
    r"circulated|have circulated|spread|are spreading|began|started|were (?:false|true|denied|dismissed)|was (?:false|denied))\b|[.?!]?$)",
    re.IGNORECASE,
)
_CERTAIN = 1.0
"""Probability given to an attribution that a rule found: its parts belong together by construction."""


def reports(text: str, sentence: Span, found: Sequence[Attribution], *, headline: bool) -> list[Attribution]:
    """Sourceless attributions of a sentence that are not among those already `found`."""
    added: list[Attribution] = []
    stretch = text[sentence.start : sentence.end]
    for cue, content in _candidates(stretch, headline=headline):
        cue_span = Span(sentence.start + cue.start, sentence.start + cue.end)
        content_span = Span(sentence.start + content.start, sentence.start + content.end)
        if content_span.end - content_span.start < 8 or _taken(cue_span, content_span, found):
            continue
        added.append(Attribution((), (cue_span,), (content_span,), _CERTAIN))
    return added


def _candidates(stretch: str, *, headline: bool) -> list[tuple[Span, Span]]:
    """Cue and content of each sourceless report, within the stretch."""
    end = len(stretch.rstrip(" .?!"))
    found: list[tuple[Span, Span]] = []
    if headline:
        ending, beginning = _HEADLINE_END.search(stretch), _HEADLINE_BEGIN.match(stretch)
        if ending is not None:
            found.append((Span(*ending.span(1)), Span(0, ending.start())))
        if beginning is not None:
            found.append((Span(*beginning.span(1)), Span(beginning.end(), end)))
    found.extend((Span(*match.span()), Span(_after(stretch, match.end()), end)) for match in _CLAUSE.finditer(stretch))
    for match in _NOUN.finditer(stretch):
        stop = _NOUN_CONTENT_ENDS.search(stretch, match.end())
        found.append((Span(*match.span()), Span(_after(stretch, match.end()), min(end, stop.start() if stop else end))))
    return found


def _after(stretch: str, place: int) -> int:
    return place + len(stretch[place:]) - len(stretch[place:].lstrip(" ,:"))


def _taken(cue: Span, content: Span, found: Sequence[Attribution]) -> bool:
    """Whether another attribution has this cue, or has this report inside its parts or across its edges."""
    for other in found:
        for start, end in (*other.cue, *other.source):
            if start < cue.end and cue.start < end:
                return True
        for start, end in other.content:
            whole = content.start <= start and end <= content.end
            if start < cue.end and cue.start < end:
                return True
            if start < content.end and content.start < end and not whole:
                return True
    return False
