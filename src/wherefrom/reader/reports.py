"""Reports that name nobody, or say in a headline's short way who speaks.

"It was reported that", "there were rumours of", "— reports"; "Police: ...".

The encoder finds most attributions; its training data has few of these.
"""

import re
from collections.abc import Sequence

from wherefrom.model import Span, joined

from . import lexicon
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
_HEADLINE_SPEAKER = re.compile(
    rf"^\s*((?:[\w’'-]+ ){{0,3}}(?:{'|'.join(sorted(lexicon.PERSONS | lexicon.PLURALS | lexicon.ORGANISATIONS))}))(:)\s+",
    re.IGNORECASE,
)
"""Whoever speaks at the head of a headline, told by the noun: names before a colon may as well be its topic."""

_SAID_THAT = re.compile(
    r"^(?P<source>[^,;:“”\"]{2,90}?)\s+(?:(?:has|have|had|also|later|then|\w+ly)\s+)*"
    r"(?P<cue>reported|said|announced|stated|claimed|alleged|revealed|confirmed|noted|added|warned|argued|wrote|declared|"
    r"acknowledged|denied|insisted)\b[^;:.“”\"]{0,110}?\s+that\s+",
)
_NOBODY = Span(0, 0)
_NOUN_CONTENT_ENDS = re.compile(
    r"(?:,\s+(?:and|but|which|who|while|as|according|\w+ (?:said|reported|says|wrote|reports))\b|;|\s(?:came out|emerged|surfaced|"
    r"circulated|have circulated|spread|are spreading|began|started|were (?:false|true|denied|dismissed)|was (?:false|denied))\b|[.?!]?$)",
    re.IGNORECASE,
)
_CERTAIN = 1.0
"""Probability given to an attribution that a rule found: its parts belong together by construction."""


def reports(text: str, sentence: Span, found: Sequence[Attribution], *, headline: bool) -> list[Attribution]:
    """Attributions of a sentence, mostly without a source, that are not among those already `found`."""
    added: list[Attribution] = []
    stretch = text[sentence.start : sentence.end]
    candidates = _candidates(stretch, headline=headline)
    if not found:
        candidates.extend(_said_that(stretch))
    for source, cue, content in candidates:
        source_span, cue_span, content_span = (
            Span(sentence.start + part.start, sentence.start + part.end) for part in (source, cue, content)
        )
        if content_span.end - content_span.start < 8 or _taken(cue_span, content_span, found):
            continue
        added.append(Attribution(joined((source_span,)), (cue_span,), (content_span,), _CERTAIN))
    return added


def _candidates(stretch: str, *, headline: bool) -> list[tuple[Span, Span, Span]]:
    """Source (empty as a rule), cue and content of each report, within the stretch."""
    end = len(stretch.rstrip(" .?!"))
    found = _in_headline(stretch, end) if headline else []
    found.extend(
        (_NOBODY, Span(*match.span()), Span(_after(stretch, match.end()), end)) for match in _CLAUSE.finditer(stretch)
    )
    for match in _NOUN.finditer(stretch):
        stop = _NOUN_CONTENT_ENDS.search(stretch, match.end())
        content = Span(_after(stretch, match.end()), min(end, stop.start() if stop else end))
        found.append((_NOBODY, Span(*match.span()), content))
    return found


def _said_that(stretch: str) -> list[tuple[Span, Span, Span]]:
    """Source, cue and content of "X reported last night, on Y's word, that ...": what stands between hides it."""
    match = _SAID_THAT.match(stretch)
    if match is None or lexicon.FINITE.search(match["source"]) is not None:
        return []
    return [(Span(*match.span("source")), Span(*match.span("cue")), Span(match.end(), len(stretch.rstrip(" .?!"))))]


def _in_headline(stretch: str, end: int) -> list[tuple[Span, Span, Span]]:
    """Headlines say on whose word in short: "... — reports", "Report: ...", "Police: ..."."""
    found: list[tuple[Span, Span, Span]] = []
    ending, beginning, speaker = (
        _HEADLINE_END.search(stretch),
        _HEADLINE_BEGIN.match(stretch),
        _HEADLINE_SPEAKER.match(stretch),
    )
    if ending is not None:
        found.append((_NOBODY, Span(*ending.span(1)), Span(0, ending.start())))
    if beginning is not None:
        found.append((_NOBODY, Span(*beginning.span(1)), Span(beginning.end(), end)))
    elif speaker is not None:
        found.append((Span(*speaker.span(1)), Span(*speaker.span(2)), Span(speaker.end(), end)))
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
