"""Attributions whose parts the encoder cut a little wrong, put right by their words.

Each repair is one that a grammar can tell for certain: an infinitive of saying belongs to its cue, an interview is no
speaker, and a verb that follows another's subject has that subject.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Span, Spans, healed

from . import lexicon
from .asides import is_subject
from .attributions import Attribution
from .datelines import after_dateline
from .quotations import bare
from .sources import is_outlet

_TO_SAY = re.compile(
    r"to (?:say|comment(?: on)?|reveal|confirm|disclose|discuss|tell|specify|elaborate(?: on)?|explain|comment further on|be drawn on)"
    r"\b(?: publicly| exactly| precisely)?\s+",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"(?:an? |the |this |his |her )?(?:\w+ ){0,2}(?:interview|conversation|podcast|chat) (?:with|for|on|to) ",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"(?:(?:also|then|later|now|still|even|\w+ly|has|have|had) ){0,3}(?:said|says|told|added|adds|denied|denies|confirmed|claimed|claims|"
    r"insisted|insists|argued|argues|warned|warns|found|finds|concluded|concludes|reported|reports|announced|revealed|stated|believes?|"
    r"believed|thinks?|thought|called|calls|described|describes|asked|suggested|suggests|acknowledged|admitted|accused|predicted|"
    r"noted|notes|explained|declared|wrote|writes|promised|vowed|hopes?|hoped|feared|fears)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"[,\s]*(?:\b(?:and|but|then|or|yet)\b[,\s]*(?:(?:also|then|later|now|still|\w+ly|has|have|had)[,\s]+){0,3})",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:in|on|at|by|after|before|since|during|as) (?:public|private|court|parliament|turn|response|return|part|reply|a (?:\w+ )?"
    r"(?:statement|letter|email|note|post|tweet|speech|interview|memo|blog|video)),? |(?:(?:now|then|meanwhile|today|yesterday|but|and|so|also|later|earlier|"
    r"separately|however|instead|still|again)(?:(?=,)|(?= (?:the|an?|he|she|they|it|mr|mrs|ms|dr|sir|its|his|her|their|then|now|also|later|still|in|on|at)\b))|as an? (?:company|party|government|country|family|group|club|union|ministry)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:night|week|month|year)|this (?:week|month|morning)),? )+(?=\w)",
    re.IGNORECASE,
)
"""Adverbials before a subject, which are no part of it."""

_CLAIMS = re.compile(
    r"(?:(?:the|any|all|such|earlier|recent|media|press|online|these|those|persistent|repeated|suggestions?) ){0,3}"
    r"(?:claims?|allegations?|accusations?|reports?|rumou?rs?|suggestions?|speculation|talk|idea|notion|assertions?|view|impression)"
    r"\s+(?:that|of|about)\s+",
    re.IGNORECASE,
)
"""What stands between a verb and what it denies or confirms: "denied claims that ..." denies what was claimed."""

_TURNS = re.compile(
    r"\b(?:den|reject|dismiss|confirm|refut|rebut|disput|rebuff|deni|repudiat|question|doubt|contest|contradict)",
    re.IGNORECASE,
)
"""Cues that take such a noun for their object."""

_NOUNS_BEFORE = re.compile(r"[\s,”\"’—–-]*(?P<who>\w[\w’'.&-]*(?: [\w’'.&-]+){0,6})\s+(?:(?:has|have|had|also) )*")
_NOUNS_AFTER = re.compile(
    r"\s+(?P<who>(?:the |a |an |its |his |her )?[\w’'&-]+(?: [\w’'.&-]+){0,7}?)(?=[,.;:!?—–]|\s(?:on|in|at|when|as|after|who)\s|$)"
)
_WHICH = re.compile(r"\s*(which|whom)\b", re.IGNORECASE)
_PASSIVE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_NO_SUBJECT = frozenset("it there this that and but or also then".split())
_RELATIVE = re.compile(r"\s+(?:who|which|whose|whom|that)\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:an?|the|who|which|whose)\s[^,]{1,80}(?:,|$)", re.IGNORECASE)
"""An apposition or a clause between commas."""
_RELATIVE_BEFORE = re.compile(
    r"\b(?:(?:who|which|whom|that)(?:\s+(?:the\s+)?\w+)?(?:\s+(?:had|has|have))?|to)$", re.IGNORECASE
)
"""A verb after these belongs to a relative clause, or is none."""

_LONGEST_SUBJECT = 160
"""Characters of a subject with its relative clauses."""


def mended(text: str, found: Sequence[Attribution], unit: Spans) -> list[Attribution]:
    """The attributions of one sentence, in the order of the text, with what is cut wrong put right."""
    kept: list[Attribution] = []
    for one in found:
        mine = _with_which(text, _spoken(text, _interviewed(text, _without_lead(text, one))))
        if not mine.source and _ACTIVE.match(bare(text[slice(*mine.cue[0])])):
            mine = replace(mine, source=_beside(text, mine, unit) or _subject(text, mine, kept, unit))
        kept.append(mine)
    return kept


def _without_lead(text: str, one: Attribution) -> Attribution:
    """Leave out what stands before the subject: "In public Mr Holt | speaks of"."""
    if len(one.source) != 1:
        return one
    match = _LEAD.match(text, one.source[0].start, one.source[0].end)
    return one if match is None else replace(one, source=(Span(match.end(), one.source[0].end),))


def _spoken(text: str, one: Attribution) -> Attribution:
    """Move words of the cue out of the content: "declined | to say whether", "denied | claims that"."""
    first = one.content[0]
    match = _TO_SAY.match(text, first.start, first.end)
    if match is None and _TURNS.search(text, one.cue[0].start, one.cue[-1].end):
        match = _CLAIMS.match(text, first.start, first.end)
    if match is None or one.cue[-1].end > first.start or text[one.cue[-1].end : first.start].strip():
        return one
    end = match.start() + len(match[0].rstrip())
    cue = healed(text, (*one.cue, Span(first.start, end)))
    return replace(one, cue=cue, content=(Span(match.end(), first.end), *one.content[1:]))


def _interviewed(text: str, one: Attribution) -> Attribution:
    """Leave the interview out of the speaker: "In | an interview with the Mercury Lena Holt | said"."""
    if len(one.source) != 1:
        return one
    span = one.source[0]
    match = _INTERVIEW.match(text, span.start, span.end)
    if match is None:
        return one
    for word in re.finditer(r",?\s(?=[A-Z])", text[match.end() : span.end]):
        outlet = text[match.end() : match.end() + word.start()]
        if is_outlet(outlet.rstrip(", ")):
            return replace(one, source=(Span(match.end() + word.end(), span.end),))
    return one


def _with_which(text: str, one: Attribution) -> Attribution:
    """Take "which" for the source of "according to which the story was real"."""
    if one.source or not text[slice(*one.cue[-1])].lower().endswith(" to"):
        return one
    match = _WHICH.match(text, one.cue[-1].end)
    if match is None:
        return one
    source = Span(*match.span(1))
    after = source.end + len(text[source.end : source.end + 9]) - len(text[source.end : source.end + 9].lstrip(" ,"))
    content = tuple(Span(max(start, after), end) for start, end in one.content if end > after)
    return replace(one, source=(source,), content=content) if content else one


def _beside(text: str, one: Attribution, unit: Spans) -> Spans:
    """The subject right beside a cue that closes a sentence: "S, the Buzz has learned", "S, says Ann Holt"."""
    cue, content = one.cue[0], one.content[-1]
    home = _home(cue, unit)
    if home is None or content.end > cue.start:
        return ()
    before = _NOUNS_BEFORE.fullmatch(text, content.end, cue.start)
    after = _NOUNS_AFTER.match(text, cue.end, home.end) if not text[content.end : cue.start].strip(' ,”"’—–') else None
    for match in (before, after):
        if (
            match is not None
            and lexicon.FINITE.search(match["who"]) is None
            and match["who"].lower() not in _NO_SUBJECT
        ):
            return (Span(*match.span("who")),)
    return ()


def _home(cue: Span, unit: Spans) -> Span | None:
    """The stretch of a sentence in which a cue begins."""
    return next((span for span in unit if span.start <= cue.start < span.end), None)


def _subject(text: str, one: Attribution, before: Sequence[Attribution], unit: Spans) -> Spans:
    """The subject of a cue that has none of its own: "X has broken his silence and denied that ..."."""
    cue = one.cue[0]
    home = _home(cue, unit)
    if home is None or _PASSIVE_BEFORE.search(text, home.start, cue.start):
        return ()
    lead = text[home.start : cue.start]
    for other in reversed(before):
        end = max(span.end for span in other.covered)
        if other.source and end <= cue.start and _JOINS.fullmatch(text, end, cue.start):
            return other.source
    if not re.search(r"\b(?:and|but)\s+(?:(?:also|then|later|\w+ly|has|have|had)\s+)*$", lead, re.IGNORECASE):
        return ()
    if re.match(r"\s+by\b", text[cue.end : cue.end + 9]):
        return ()  # "was leaked and denied by the ministry"
    return _opening(text, home, cue.start)


def _opening(text: str, home: Span, stop: int) -> Spans:
    """The words that open a sentence up to its first finite verb: its subject, if they are nothing else."""
    begin = after_dateline(text, home.start, stop)
    for verb in lexicon.FINITE.finditer(text, begin, min(stop, begin + _LONGEST_SUBJECT)):
        before = text[begin : verb.start()].rstrip()
        if not before or verb[0][0].isupper() or _RELATIVE_BEFORE.search(before):
            continue
        start = begin + len(before) - len(before.lstrip("“\"'‘— "))
        words = text[start : begin + len(before)].rstrip(" ,")
        plain = _ASIDE.sub("", words)
        bare_subject = _RELATIVE.split(plain)[0]
        fits = "," not in plain and bare_subject.lower() not in _NO_SUBJECT and is_subject(bare_subject)
        return (Span(start, start + len(words)),) if bare_subject and fits else ()
    return ()
