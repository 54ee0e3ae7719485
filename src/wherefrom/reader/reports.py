"""Reports that name nobody, or say in a headline's short way who speaks.

"It was reported that", "there were rumours of", "— reports"; "Police: ...".

The encoder finds most attributions; its training data has few of these.
"""

import re
from collections.abc import Sequence

from wherefrom.model import Span, joined

from . import lexicon
from .asides import LONGEST_SENTENCE, NOBODY, asides, is_subject
from .attributions import Attribution

_CLAUSE = re.compile(
    r"\bit\s+(?:is|was|has been|had been|is being|was being)\s+(?:\w+ly\s+|also\s+|then\s+|now\s+|being\s+|even\s+|once\s+|first\s+){0,4}"
    r"(?:reported|claimed|alleged|rumou?red|said|noted|revealed|announced|suggested|believed|thought|stated|learned|feared|understood)\b"
    r"(?=\s+(?:(?:yesterday|today|earlier|recently|widely)\s|that\s|on\s|in\s|last\s|at\s|the\s|he\s|she\s|they\s|(?-i:[A-Z])))",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:unconfirmed |unverified |persistent |wild |media |press |new |some |false |recent ){0,4}"
    r"(?:rumou?rs?|reports|allegations|speculation|suggestions|gossip|whispers|murmurs|chatter)\s+(?:of|that|about)(?=\s)"
    r"|^Word (?:is|has it|was|had it)(?: that)?(?=\s(?!passed|sent|given|out\b|on\b|spread|getting|going|yet\b|\w+ed\b))|\bfears (?:are|were) (?:growing|rising|mounting)[\w\s]{0,40}? that(?=\s)",
    re.IGNORECASE,
)
_SPEAKERS = "|".join(
    sorted(
        lexicon.PERSONS
        | lexicon.PLURALS
        | lexicon.ORGANISATIONS
        | lexicon.OUTLET_NOUNS
        | frozenset(
            "report reports study survey poll audit memo letter documents papers filing filings rumours rumors claims".split()
        )
    )
)
_HEADLINE_END = re.compile(
    rf"(?:\s[—–-]{{1,2}}|:)\s{{1,3}}(?P<who>(?:(?!our\b|the full\b)[\w’'&-]+ ){{0,3}}(?:{_SPEAKERS}))(?: (?:says?|said|claims?|warns?|boasts?|finds?|shows?))?\s{{0,9}}$",
    re.IGNORECASE,
)
"""Whoever speaks at the tail of a headline, told by the noun: "... — reports", "...: ministry insider"."""

_CLAUSE_NOT_NAME = re.compile(r"\b[a-z]{3,}(?<!ss)s [a-z]|\b(?:to|and|as|is|are|was|were|has|have|will)\b")
"""A verb among words that may be a speaker: "crew thanks police"."""

_NO_SPEAKER = re.compile(
    r"(?:as|and|but|or|whatever|while|when|if|that|so|who|which|after|before|then|he|she|it|they)\b", re.IGNORECASE
)

_HEADLINE_COMMA = re.compile(
    r",\s+(?P<who>(?:[\w’'.&-]+ ){0,3}[\w’'.&-]+)\s+(?P<cue>says?|said|claims?|warns?|boasts?|finds?|reveals?|insists?|fears?)\s*$",
    re.IGNORECASE,
)
_HEADLINE_BEGIN = re.compile(r"^\s*(reports?|rumou?rs?)\s*:\s+", re.IGNORECASE)
_HEADLINE_SPEAKER = re.compile(
    rf"^\s*((?:[\w’'-]+ ){{0,3}}(?:{'|'.join(sorted(lexicon.PERSONS | lexicon.PLURALS | lexicon.ORGANISATIONS))}))(:)\s+",
    re.IGNORECASE,
)
"""Whoever speaks at the head of a headline, told by the noun: names before a colon may as well be its topic."""

_HEADLINE_QUOTE = re.compile(
    r"^\s*(?P<content>[“\"‘'].{3,120}?[”\"’'])\s*(?P<cue>:|[—–-])\s+(?P<who>(?:[\w’'.&-]+ ){0,4}?[\w’'.&-]+)\s+"
    r"(?:say|says|hits|slams|blasts|tells|vows|warns|claims?|insists|denies|admits|reveals|fears|speaks|defends|recalls|calls|opens|on)\b"
)
"""A headline that opens with somebody's words: "‘They lied': captain hits out"."""

_SHORTEST = 2
"""Words of what a headline tells before it says on whose word."""

_REPORTS = frozenset("report reports rumour rumours rumor rumors claims claim".split())

_SAID_THAT = re.compile(
    r"^(?P<source>[^,;:“”\"]{2,90}?)\s+(?:(?:has|have|had|also|later|then|\w+ly)\s+)*"
    r"(?P<cue>reported|said|announced|stated|claimed|alleged|revealed|confirmed|noted|added|warned|argued|wrote|declared|"
    r"acknowledged|denied|insisted)\b(?:,?\s(?:last|late|early|on|in|at|yesterday|today|this|earlier|again|to|citing|via|through|during|also)\b"
    r"[^;:.“”\"]{0,110}?)?,?\s{1,3}that\s{1,3}",
)
_JUDGED = re.compile(
    r"\b(?:unfounded|unsubstantiated|false|baseless|untrue|debunked|groundless|such|no|never any|any|without|these|those|all) \w?$",
    re.IGNORECASE,
)
"""Words before "rumours of" by which the writer speaks about rumours, and passes none on."""

_INTRODUCES = re.compile(
    r"\s{0,3}(?:despite|amid|after|following|with|in|by|on|for|from|because of|given)\s(?:the |all )?", re.IGNORECASE
)
_NEAR = 24
"""Characters before "rumours" in which a word judges them."""

_LONGEST = 600
"""Characters of what is reported within which its end is looked for."""

_NOUN_CONTENT_ENDS = re.compile(
    r"(?:,\s+(?:and|but|which|who|while|as|according|\w+ (?:said|reported|says|wrote|reports))\b|;|\s(?:came out|emerged|surfaced|"
    r"circulated|have circulated|spread|are spreading|began|started|were (?:false|true|denied|dismissed)|was (?:false|denied))\b|[.?!]?$)",
    re.IGNORECASE,
)
CERTAIN = 0.95
"""Probability given to an attribution that a rule found: its parts belong together by construction."""


def reports(
    text: str, sentence: Span, found: Sequence[Attribution], *, headline: bool, nested: bool
) -> list[Attribution]:
    """Attributions of a sentence, mostly without a source, that are not among those already `found`.

    `nested` tells that it is somebody's content: who speaks about "reports of" something there does not pass them on.
    """
    added: list[Attribution] = []
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return added
    stretch = text[sentence.start : sentence.end]
    candidates = [*_candidates(stretch, headline=headline, nested=nested), *asides(stretch)]
    if not found:
        candidates.extend(_said_that(stretch))
    for source, cue, content in candidates:
        source_span, cue_span, content_span = (
            Span(sentence.start + part.start, sentence.start + part.end) for part in (source, cue, content)
        )
        if content_span.end - content_span.start < 8 or _taken(cue_span, content_span, found):
            continue
        added.append(Attribution(joined((source_span,)), (cue_span,), (content_span,), CERTAIN))
    return added


def _candidates(stretch: str, *, headline: bool, nested: bool) -> list[tuple[Span, Span, Span]]:
    """Source (empty as a rule), cue and content of each report, within the stretch."""
    end = len(stretch.rstrip(" .?!"))
    found = _in_headline(stretch, end) if headline else []
    found.extend(
        (NOBODY, Span(*match.span()), Span(_after(stretch, match.end()), end)) for match in _CLAUSE.finditer(stretch)
    )
    for match in _NOUN.finditer(stretch):
        before = stretch[max(0, match.start() - _NEAR) : match.start() + 1]
        if _JUDGED.search(before) or (nested and match[0].endswith(" of")):
            continue
        found.append((NOBODY, Span(*match.span()), Span(_after(stretch, match.end()), _noun_end(stretch, match, end))))
    return found


def _noun_end(stretch: str, match: re.Match[str], end: int) -> int:
    """Where what rumours or reports tell ends: before the clause that goes on about them."""
    far = min(end, match.end() + _LONGEST)
    if _INTRODUCES.fullmatch(stretch[: match.start()]) is not None:  # "Despite reports of a sale, the port stayed open"
        comma = stretch.find(",", match.end(), far)
        return comma if comma > 0 else end
    stop = _NOUN_CONTENT_ENDS.search(stretch, match.end(), far)
    return end if stop is None or stop.start() >= far - 1 else stop.start()


def _said_that(stretch: str) -> list[tuple[Span, Span, Span]]:
    """Source, cue and content of "X reported last night, on Y's word, that ...": what stands between hides it."""
    match = _SAID_THAT.match(stretch)
    if match is None or not is_subject(match["source"]) or lexicon.FINITE.match(stretch, match.end()):
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
    quoting, closing = _HEADLINE_QUOTE.match(stretch), _HEADLINE_COMMA.search(stretch)
    if ending is not None and (
        _CLAUSE_NOT_NAME.search(ending["who"]) or len(stretch[: ending.start()].split()) < _SHORTEST
    ):
        ending = None
    if closing is not None and _NO_SPEAKER.match(closing["who"]):
        closing = None
    if ending is not None:
        who = Span(*ending.span("who"))
        nobody = stretch[who.start : who.end].rsplit(maxsplit=1)[-1].lower() in _REPORTS
        mark = Span(ending.start() + len(ending[0]) - len(ending[0].lstrip()), who.start)
        cue = who if nobody else Span(mark.start, mark.start + 1)
        found.append((NOBODY if nobody else who, cue, Span(0, ending.start())))
    elif closing is not None:
        found.append((Span(*closing.span("who")), Span(*closing.span("cue")), Span(0, closing.start())))
    if beginning is not None:
        found.append((NOBODY, Span(*beginning.span(1)), Span(beginning.end(), end)))
    elif speaker is not None:
        found.append((Span(*speaker.span(1)), Span(*speaker.span(2)), Span(speaker.end(), end)))
    elif quoting is not None:
        found.append(tuple(Span(*quoting.span(part)) for part in ("who", "cue", "content")))  # type: ignore[arg-type]
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
