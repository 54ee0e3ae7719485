"""Words beside a statement that tell on whose word it stands, in other ways than by a subject and a verb.

"In its version ...", "By her account ...", "To Newsweek it is ..."; "So say two officials." after the statement; and "stands
by its report", by which somebody holds on to what was said before.
"""

import re
from collections.abc import Iterator

from wherefrom.model import Span

from . import lexicon

_POSSESSOR = (
    r"(?P<source>(?:its|his|her|their)|(?:the |this |that |an? )?(?:[\w.&’'-]+ ){0,4}?[\w.&-]+(?=['’]s?\s))(?:['’]s?)?"
)
_ACCOUNT = (
    r"(?:own )?(?:version|account|telling|view|opinion|eyes|words|judge?ment|estimate|estimation|reckoning|assessment|"
    r"admission|interpretation|calculation|recollection)(?: of (?:events|the story|things|it))?"
)
_VIEW = _ACCOUNT.replace("account|", "")
_TELLING = r"(?:own )?(?:reckoning|telling|reading|estimate|calculation)"
_BEFORE = re.compile(
    rf"(?:^|(?<=[;:] )|(?<=, ))(?P<cue>(?:(?:by|according to) {_POSSESSOR} {_ACCOUNT}|in {_POSSESSOR.replace('source', 'holder')} {_VIEW}|in (?!the |an? |this ){_POSSESSOR.replace('source', 'owner')} account|on {_POSSESSOR.replace('source', 'teller')} {_TELLING}))(?:,\s+|\s+(?!in |on |he |she |it |they |\w+ (?:million|thousand)))(?=\w)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?<=\w),\s+(?P<cue>(?:in|by|on) {_POSSESSOR} {_ACCOUNT})\s*[.!?]?$", re.IGNORECASE)
_TO = re.compile(
    r"^(?P<cue>(?-i:To)) (?P<source>(?-i:[A-Z])[^,;:]{1,60}?|(?:some|many|most)(?: (?:\w+ ){0,3}\w+)?|(?:the|his|her|their|its) (?:\w+ ){0,3}?(?:"
    r"critics?|experts?|officials?|investigators|analysts|observers|opponents|supporters|allies|police|government|company|family|lawyers?|prosecutors|"
    r"magazine|paper|newspaper|ministry|union|party|board)),? (?=(?:it|this|that|the \w+|he|she|they) (?:is|was|are|were|looks?|seems?|remains?)\b)",
    re.IGNORECASE,
)
_HOLDS_ON = re.compile(
    r"^(?P<source>(?!that\b|it\b|he\b|she\b|they\b)[^,;:“”\"]{2,90}?)(?:,[^,]{2,60},)?\s+(?:(?:has|have|had|also|still|now|\w+ly) )*"
    r"(?P<cue>(?:stands?|stood|is standing|are standing) by|(?:sticks?|stuck) (?:to|with|by)|(?:holds?|held) on to|"
    r"defend(?:s|ed)|(?:goes|go|went) on believing)\s+"
    r"(?P<content>(?:its|his|her|their|the|this|that)(?: \w+){0,2} (?:report|reporting|story|stories|article|account|claims?|"
    r"version|findings|coverage|allegations?|statement|assessment|estimates?|figures?)\b[^.;]*)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?P<content>[^,;:“”\"]{8,160}?)\s+(?P<cue>(?:is|was|were|has been|have been|had been)\s+(?:first |also |earlier |\w+ly )*"
    r"(?:reported|revealed|disclosed|announced) by)\s+(?P<source>(?:the |a |an )?(?-i:[A-Z])[^,;:.]{1,60}?)(?=[,;:.]|$|\s(?:and|to|on|in|last|at|citing|who|which)\b)",
    re.IGNORECASE,
)
_PUTS_AT = re.compile(
    r"^(?P<source>[^;:“”\"]{2,160}?)\s+(?:(?:now|also|has|have|had) )*(?P<cue>puts?)\s+(?P<content>(?:the|its|their|his|her|this|[\w’']+['’]s)\s(?!\w+ (?:out|at (?:one|the) ))[^;]{2,80}? at "
    r"(?:\w+ ){0,3}[“\"]?(?:[$£€]?\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|more|less|between|about|around|some|nearly|almost|up)\b)[^;]*)",
)
_SPEAKS_OF = re.compile(
    r"^(?P<source>[^;:“”\"]{2,90}?)\s+(?:(?:now|also|still|has|have|had) )*(?P<cue>speaks? of|spoke of|spoken of|talks? of|talked of)\s+"
    r"(?P<content>[^;]{8,})",
)
_CITES = re.compile(
    r"^(?P<source>[^,;:“”\"]{2,90}?)\s+(?:(?:has|have|had|also) )*(?P<cue>cites?|cited|quotes?|quoted)\s+(?P<cited>[^:;“”]{3,120}?):\s+(?P<content>\w.*)",
)
_REPORTS_FOR = re.compile(
    r",\s+(?P<cue>(?:[A-Z][\w.'’-]+ ){1,4}(?:reports|writes|reported|wrote) (?:for|in)) (?P<source>(?:the |The )?[A-Z][\w&.'’ -]{1,40}?)\s*\.?$"
)
"""A journalist of another outlet: it is the outlet that reports."""

_LEARNED = re.compile(
    r",\s+(?P<source>(?:the |this )?(?-i:[A-Z])?[\w.&’' -]{1,40}?)\s+(?P<cue>(?:has|have) (?:learned|learnt)|can (?:exclusively )?(?:reveal|disclose|report)|(?<=(?-i:[A-Z])\w{4} )understands|(?<=(?-i:[A-Z])\w{5} )understands|(?<=(?-i:[A-Z])\w{6} )understands)\s*[.!]?$",
    re.IGNORECASE,
)
_IT_IS_SAID = re.compile(
    r",\s+(?P<cue>it (?:is|was|has been) (?:now |also |\w+ly )?(?:claimed|alleged|feared|said|understood|believed|reported|thought|rumou?red))\s*[.!]?$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:(?P<cue>So (?:say|says|said|claims?|claimed|writes?|wrote)|(?:This|That) (?:is|was|comes|came)"
    r" (?:according to|on the word of)|(?:This|That|The (?:news|claim|account|report|word|figures?|information|details?|estimate)) (?:comes|came) from|"
    r"(?:This|That) is (?:the )?(?:claim|account|view|version|word) of|Or so (?:says?|said|claims?))"
    r"\s+(?P<source>[^.;:“”]{3,200}))[.;:]?$",
    re.IGNORECASE,
)

LONGEST_SENTENCE = 3000
"""Characters of a sentence in which rules look for reports; longer ones are tables or lists, and would take long."""

NOBODY = Span(0, 0)
"""The source of words that name none."""

Found = tuple[Span, Span, Span]
"""Source, cue and content."""


def asides(stretch: str) -> Iterator[Found]:
    """Source, cue and content of what such words in a sentence govern, as offsets in it."""
    if len(stretch) > LONGEST_SENTENCE:
        return
    end = len(stretch.rstrip(" .?!"))
    yield from _adverbials(stretch, end)
    yield from _clauses(stretch, end)


def _adverbials(stretch: str, end: int) -> Iterator[Found]:
    """What phrases before or after a statement govern."""
    for match in _BEFORE.finditer(stretch):
        if match.start() > 0 and stretch[match.start() - 2] == ",":
            continue  # "The ship, in his view, sank": what it governs stands on both sides
        holder = next(name for name in ("source", "holder", "owner", "teller") if match[name] is not None)
        yield _part(match, holder), _part(match, "cue"), Span(match.end(), end)
    for pattern in (_AFTER, _LEARNED, _REPORTS_FOR):
        for match in filter(None, [pattern.search(stretch)]):
            yield _part(match, "source"), _part(match, "cue"), Span(0, match.start())
    for match in filter(None, [_IT_IS_SAID.search(stretch)]):
        yield NOBODY, _part(match, "cue"), Span(0, match.start())
    for match in filter(None, [_TO.match(stretch)]):
        yield _part(match, "source"), _part(match, "cue"), Span(match.end(), end)


def _clauses(stretch: str, end: int) -> Iterator[Found]:
    """What verbs govern that do not speak: stands by, puts at, was reported by."""
    for pattern in (_HOLDS_ON, _CITES, _BY, _PUTS_AT, _SPEAKS_OF):
        for match in filter(None, [pattern.match(stretch)]):
            if not is_subject(match["source"]):
                continue
            start, stop = match.span("content")
            yield _part(match, "source"), _part(match, "cue"), Span(start, min(stop, end))


_NO_SUBJECT = re.compile(
    r"(?:if|when|while|although|though|because|whereas|as|after|before|since|unless|until|despite|with|in|on|at|by|for|from|to|and|but|or|who|"
    r"which|that|whatever|whoever|opening|nobody|everybody|yesterday|today|meanwhile)\b|.*\b(?:who|which|that|whom)$",
    re.IGNORECASE,
)


def is_subject(words: str) -> bool:
    """Whether words before a verb can be whoever it is that speaks: no clause, no adverbial, no verb among them."""
    return _NO_SUBJECT.match(words) is None and lexicon.FINITE.search(words) is None


def _part(match: re.Match[str], name: str) -> Span:
    return Span(*match.span(name))


def pointing_back(stretch: str) -> tuple[Span, Span] | None:
    """Source and cue of a sentence that only tells who said the one before ("So say two officials")."""
    match = _POINTS_BACK.match(stretch)
    return None if match is None else (Span(*match.span("source")), Span(*match.span("cue")))
