"""Which of the attributions that were found are links of a chain, and how far each reaches."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Link, Span, Spans

from . import lexicon
from .attributions import Attribution
from .cues import act_of
from .links import CITING
from .places import Parts, Stretches
from .quotations import bare
from .sources import is_pronoun

_EXPLETIVES = frozenset({"", "it", "there", "that", "which", "who"})
"""Fragments that say nothing beside others: the "it" of "it was reported that"."""

_LABELS = frozenset({"caption", "photo", "note", "update", "video", "watch", "read", "correction"})
"""Words before a colon that name a part of the page, and no source."""

_PICTURE = re.compile(
    r"(?:(?:image|picture|photo|file|stock|video)s? )?(?:caption|photo|picture|image|pictured)s?", re.IGNORECASE
)
_ITS_REPORT = re.compile(
    r"(?:an?|the|its|their|this) (?:(?:new|long|stunning|explosive|detailed|lengthy|front-page|cover|own|recent|exclusive|special|brief) ){0,2}"
    r"(?:report|story|article|investigation|piece|exclusive|item|dispatch)\b",
    re.IGNORECASE,
)
"""What an outlet publishes is the outlet itself speaking."""

_MUST_BE_TOLD = re.compile(
    r"^(?:\w+ )?(?:must|should|to|will|would|can|ought to) be (?:told|informed|asked)\b|^(?:was|were) told (?:nothing|little)\b",
    re.IGNORECASE,
)
"""What ought to be told has not been said."""

_OF_NOBODY = re.compile(
    r"\b(?:claims?|allegations?|accusations?|reports?|rumou?rs?|suggestions?|speculation|talk|gossip|idea|theor(?:y|ies)|belief|fears?|news)\b"
    r"|^(?:(?:it|there) )?(?:(?:has|have|had|also|\w+ly) ){0,2}(?:is|are|was|were|be(?:en|ing)?)\s(?:\w+ly\s)?(?!told|not\b|confirmed)\w+(?:ed|id|ought)\b",
    re.IGNORECASE,
)
"""What passes on somebody's word without naming anybody, inside what another says: by a noun or a passive. A verb without
its subject ("agreed | had no reason to doubt") is the same voice going on."""

_TELLS_LIES = re.compile(
    r"(?:(?:so|too|as|that) )?(?:(?:many|much|more|the|a|an|such|no|any|his|her|their|its|whole|only|big|white) ){0,3}(?:lies?|truths?|jokes?|stor(?:y|ies)|tales?|time)\b",
    re.IGNORECASE,
)
"""After "tell": how somebody speaks, and not what they say: "tells so many lies that ..."."""

_OPENS_DENIED = 30
"""Characters of a denied content within which the claims stand that are denied."""

_NONE = frozenset({"nobody", "no one", "none", "noone"})

_MARKS = frozenset(",.;:?!—–-\"“”'‘’()[]\n")
_PARTICIPLE = re.compile(r"(?:\w+ed|\w+en|missing|dead|lost)\b", re.IGNORECASE)
_PREDICATE = re.compile(r"\w{2,}ing\b|^(?:that|whether|how|why|what|if)\b", re.IGNORECASE)
_WAS_ASKED = re.compile(
    r"^(?:(?:was|were|been|being|has|had|have|is|are|when|also) )*(?:asked|questioned|pressed)(?: about| on| for| over)?$",
    re.IGNORECASE,
)
"""Being asked is what a statement answers, and passes nothing on."""

_WIDEST_HOLE = 60
"""Characters of a hole in a content that is closed: about ten words."""

_MARKS_OF_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|told|added|according)\b", re.IGNORECASE)

_LEAST_NESTED = 8
"""Characters that a nested content has at least; shorter ones are names ("called it X") more often than statements."""


def reached(text: str, attribution: Attribution, parts: Parts, quoted: Stretches) -> Attribution | None:
    """The attribution without what its cue cannot reach; None where nothing is left.

    A cue reaches the source in its own sentence, the content there, and what is quoted in running paragraphs. It does
    not reach other sentences that nobody quotes, over into a heading or caption, or those whom the source cites. On
    PolNeAR dev this gains 0.4 points of full and 1.7 of exact F1.
    """
    home = parts.home(attribution.anchor.start)
    if home is None:
        return None
    block, unit = home
    own = Stretches(unit)
    content = tuple(
        span
        for span in parts.running_with(block).common(attribution.content)
        if (own.touching(span) or quoted.touching(span)) and CITING.match(text, span.start) is None
    )
    said = tuple(span for span in content if bare(text[span.start : span.end]).lower() not in _EXPLETIVES)
    content = said or content
    if not any(bare(text[start:end]) for start, end in content):
        return None
    source = tuple(span for span in own.common(attribution.source) if _says_something(text, span))
    cue = own.common(attribution.cue)
    return replace(attribution, source=source, cue=cue, content=_unbroken(text, content, (*source, *cue), own))


def _unbroken(text: str, content: Spans, others: Spans, own: Stretches) -> Spans:
    """The content with its holes closed: words of its sentence between two fragments, where no other part stands.

    "S, X said" has one stretch before the source, however the encoder tagged the words inside it.
    """
    closed: list[Span] = []
    for span in content:
        if closed and _is_hole(text, closed[-1], span, others, own):
            closed[-1] = Span(closed[-1].start, span.end)
        else:
            closed.append(span)
    return tuple(closed)


def _is_hole(text: str, before: Span, after: Span, others: Spans, own: Stretches) -> bool:
    gap = Span(before.end, after.start)
    same = own.touching(before) == own.touching(after)
    free = not any(gap.start < end and start < gap.end for start, end in others)
    return same and free and gap.end - gap.start <= _WIDEST_HOLE and not _MARKS_OF_SPEECH.search(text, *gap)


def is_link(text: str, attribution: Attribution, chain: Sequence[Link], quoted: Stretches) -> bool:
    """Whether an attribution is a link of a chain, and no hedge, no name-giving, and no return to the same voice.

    `chain` is what it would be nested under.
    """
    source, cue = (
        bare(" ".join(text[start:end] for start, end in part)) for part in (attribution.source, attribution.cue)
    )
    if not _tells(text, attribution, source, cue):
        return False
    if not chain:
        return not _is_writer(source, attribution, quoted)
    nobody = source.lower() in _NONE or (
        not source and (_OF_NOBODY.search(cue) is None or _is_denied(attribution, chain[-1]))
    )
    return not nobody and _may_be_nested(text, attribution, cue) and not _same_voice(source, cue, chain[-1])


def _tells(text: str, attribution: Attribution, source: str, cue: str) -> bool:
    """Whether somebody's word is passed on: not by a hedge, a name, a part of the page or a relative clause."""
    after = ("to " if cue.endswith(" to") else "") + text[attribution.cue[-1].end :][:40].lstrip()
    plain = lexicon.EVIDENTIAL_ADVERB.sub("", cue).strip()
    held_back = lexicon.RAISED_CUE.match(cue) and (lexicon.INFINITIVE.match(after) or _PARTICIPLE.match(after))
    silent = (not source or plain != cue) and not _passes_on(plain)
    lies = re.search(r"\bt(?:ell|ells|old|elling)$", cue, re.IGNORECASE) is not None and _TELLS_LIES.match(
        text, attribution.content[0].start
    )
    label = source.lower() in _LABELS or _PICTURE.fullmatch(source) or (not source and _MUST_BE_TOLD.match(cue))
    return not (
        CITING.match(f"{cue} ") or held_back or silent or lies or label or _stands_in_relative_clause(text, attribution)
    )


def _is_denied(attribution: Attribution, holder: Link) -> bool:
    """Whether the claims are what the holder denies: "the ministry rejected as false claims that ..." has one voice."""
    return holder.act == "denies" and attribution.cue[0].start - holder.content[0].start <= _OPENS_DENIED


def _may_be_nested(text: str, attribution: Attribution, cue: str) -> bool:
    """Whether a nested content states something, by a verb or a clause, on a cue of saying or thinking.

    Nested readings have no training data of their own: names and things ("visited an exhibition about ...") would
    otherwise be taken out of a statement that was read rightly.
    """
    size = sum(end - start for start, end in attribution.content)
    says = lexicon.SAYS_OR_THINKS.search(cue) is not None and act_of(cue) not in {"asks", "intends"}
    return size >= _LEAST_NESTED and says and _states_something(text, attribution.content)


def _states_something(text: str, content: Spans) -> bool:
    """Whether a content has a verb or is a clause, and is no mere name or thing: "the allegations", "to comment"."""
    words = " ".join(text[start:end] for start, end in content)
    if lexicon.FINITE.search(words) is not None:
        return True
    return _PREDICATE.search(words) is not None and len(words.split()) > 2


def _stands_in_relative_clause(text: str, attribution: Attribution) -> bool:
    """Whether source and cue follow the content without a mark between: "the promotion he wanted" states nothing."""
    last = attribution.content[-1].end
    first = min(span.start for span in (*attribution.source, *attribution.cue))
    return last <= first and not any(letter in _MARKS for letter in text[last - 2 : first + 1])


def _passes_on(cue: str) -> bool:
    """Whether a cue without a source says that something was reported, and neither holds back nor gives a name."""
    if lexicon.HEDGING_CUE.match(cue) or lexicon.NAMING_CUE.match(cue) or _WAS_ASKED.match(cue):
        return False
    return lexicon.REPORTING.search(cue) is not None


def _is_writer(source: str, attribution: Attribution, quoted: Stretches) -> bool:
    """Whether "I" or "we" outside quotation marks: the writer, whose own word needs no link."""
    return source.lower() in lexicon.FIRST_PERSON and not quoted.hold(attribution.anchor.start)


def _same_voice(source: str, cue: str, holder: Link) -> bool:
    """Whether a nested source is the holder of what it stands in: "I" in a quotation, "he" in what he said."""
    words = (source or cue).lower()
    if words in lexicon.FIRST_PERSON:
        return True
    if holder.source is not None and holder.source.kind == "outlet" and _ITS_REPORT.match(words):
        return True
    if holder.source is None or not is_pronoun(words):
        return False
    if words in {"he", "she", "his", "her"}:
        return holder.source.kind == "person"
    return words in {"they", "their", "it", "its"} and holder.source.kind in {"group", "organisation", "outlet"}


def _says_something(text: str, span: Span) -> bool:
    return bare(text[span.start : span.end]).lower() not in {"", "the", "a", "an", "and", "of"}
