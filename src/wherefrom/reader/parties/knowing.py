"""How a source knows, how many it is, and why it is not named: where the text's own words say so."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from wherefrom.model import KnowsBy, Link, Source, Span, Words
from wherefrom.reader.sentences import trimmed

from .gathering import Noted
from .scene import Scene
from .voices import Voices

_PAPERS = r"(?:documents?|papers?|records?|memos?|files?|filings?|e-?mails?|letters?|cables?|transcripts?|reports?|texts?|messages?|minutes|copy|copies|footage|videos?|photos?|photographs|recordings?|data|logs?)"

_BY_SOURCE: tuple[tuple[KnowsBy, re.Pattern[str]], ...] = (
    ("leaked", re.compile(r"\b(?:leaked|hacked|stolen|purloined)\b", re.IGNORECASE)),
    (
        "document",
        re.compile(
            r"\b(?:(?:has|have|had|having)?\s*(?:seen|reviewed|viewed|read|obtained|examined|shown)|citing|quoting|saw|relying on|with access to)\s+"
            rf"(?:(?!by\b)[\w’'-]+\s+){{0,4}}?{_PAPERS}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "saw",
        re.compile(
            r"\b(?:eye-?witness(?:es)?|(?<!expert )(?<!character )witness(?:es)?(?! (?:for the|interviewed|who testified|at the (?:trial|hearing)))|onlookers?|bystanders?|passers-?by|first-?hand)\b"
            r"|\bwho (?:(?:has|had|have) )?(?:personally )?(?:saw|seen|watched|witnessed|attended|observed|took part in|taken part in)\b"
            r"|\bwho (?:was|were|had been) (?:present|there\b|in the room|in attendance|on board|aboard|at the (?:scene|meeting|briefing|dinner|event))"
            r"|\bpresent (?:at|in|for|during) the\b|\bin the room\b",
            re.IGNORECASE,
        ),
    ),
    (
        "told",
        re.compile(
            r"\b(?:briefed|told|informed|apprised)\s+(?:on|about|of|by)\b|\bwho (?:was|were|had been|has been|have been) (?:briefed|told|informed)\b"
            r"|\bwho (?:had |has |have )?heard\b|\bsecond-?hand\b",
            re.IGNORECASE,
        ),
    ),
    ("inferred", re.compile(r"\b(?:based on|judging (?:by|from)|extrapolating|inferring)\b", re.IGNORECASE)),
)
"""What words that describe a source, or stand beside it, tell; the first that fits."""

_BY_CUE: tuple[tuple[KnowsBy, re.Pattern[str]], ...] = (
    ("told", re.compile(r"\b(?:heard|overheard|(?:was|were|been) (?:told|informed|briefed))\b", re.IGNORECASE)),
    ("saw", re.compile(r"\b(?:witness(?:ed|es)|watched)\b", re.IGNORECASE)),
    ("inferred", re.compile(r"\b(?:inferr|deduc|calculat|extrapolat|surmis|estimat)\w*\b", re.IGNORECASE)),
)
_BY_CONTENT: tuple[tuple[KnowsBy, re.Pattern[str]], ...] = (
    (
        "saw",
        re.compile(
            r"\W*(?:that )?(?:he|she|i|they|we) (?:had |have |has |’ve |'ve )?(?:personally |also |just )?(?:saw|seen|watched|witnessed)\b(?! (?:as|no|it as)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "told",
        re.compile(
            r"\W*(?:that )?(?:he|she|i|they|we) (?:(?:had |have |has )?(?:also )?(?:been |was |were )(?:told|informed)\b"
            r"|(?:had |have |has |’ve |'ve )?(?:also )?heard\b(?! (?:him|her|them|my|our)\b))",
            re.IGNORECASE,
        ),
    ),
)
"""The same of the cue, and of the first words of what is said: "he saw the ship sink"."""

_WHY = re.compile(
    r"(?:who\s+|and\s+|but\s+)?(?:(?:all|both)\s+)?(?:also\s+)?(?:"
    r"(?:spoke|speaking|talked|talking|discussed|discussing|described|provided|confirmed|commented|agreed to (?:speak|talk))\b[^.;“”\"]{0,70}?\b(?:on|under) (?:the )?(?:strict |usual )?conditions? (?:of|that)\b"
    r"|on (?:the )?(?:strict )?condition of anonymity\b|on (?:the )?condition that\b[^.;“”\"]{0,30}\bnot\b"
    r"|(?:asked|requested|wished|preferred|wanted|insisted|declined|refused|asking|requesting|declining|wishing|did not want|didn[’']t want|does not want|not wishing)\s+"
    r"(?:for\s+anonymity|anonymity|on anonymity|to remain anonymous|to stay anonymous|(?:for |that )?(?:his|her|their)\s+(?:full |real |last )?(?:names?|identit(?:y|ies))\b|(?:not\s+)?to\s+be\s+(?:named|identified|quoted(?: by name)?))"
    r"|(?:spoke|speaking|talked|talking)\s+anonymously\b|(?:was|were|is|are)\s+(?:granted|given|promised)\s+anonymity\b"
    r"|(?:was|were|is|are|being)?\s{0,9}(?:not|n[’']t)\s+(?:been\s+)?(?:authori[sz]ed|allowed|permitted|cleared)\s+to\s+(?:(?:speak|talk)\b(?! at\b)|discuss|comment|be\s+(?:named|quoted)|disclose)"
    r"|whose\s+(?:names?|identit(?:y|ies))\b[^.;,“”\"]{0,40}?\b(?:withheld|not|protect)"
    r"|(?:names?|identit(?:y|ies))\s+(?:has|have|was|were|is|are)\s+(?:been\s+)?withheld"
    r")",
    re.IGNORECASE,
)
"""How a text begins to say why it does not name somebody."""

_WHY_ENDS = re.compile(
    r"[.;“”\"](?=\s|$)|[;“”\"]|,\s+(?=(?:said|says|told|added|confirmed|have|has|had|described|the (?:official|source|person|people))\b)|\)|\s—|\s+(?=(?:said|told)\s)"
)
_LONGEST_WHY = 300
_NEAR = 200
"""Mentions and sources before and after a reason among which the one is that it is said of."""


def told_by(words: str) -> KnowsBy | None:
    """How somebody who is described in these words knows."""
    return next((known for known, pattern in _BY_SOURCE if pattern.search(words)), None)


def knows_by(source: Source, link: Link, scene: Scene, described: KnowsBy | None, *, of_itself: bool) -> KnowsBy | None:
    """How the source of a link knows what it says: told by its own words or those beside it, the cue, or the content.

    `described` is told by the words that describe the source anywhere: who was briefed stays so. `of_itself`:
    what is said begins with the source itself ("Velez said she saw ...").
    """
    for told in (told_by(source.text), described):
        if told is not None and not (told == "leaked" and source.kind not in {"document", "group", "organisation"}):
            return told
    if link.cue is not None and link.cue.text:
        told = next((known for known, pattern in _BY_CUE if pattern.search(link.cue.text)), None)
        if told is not None:
            return told
    if link.basis != "stated" or not of_itself:
        return None
    begin = scene.text[link.content[0].start : link.content[0].start + 60]
    return next((known for known, pattern in _BY_CONTENT if pattern.match(begin)), None)


def reasons(noted: Sequence[Noted], scene: Scene, voices: Voices) -> Iterator[tuple[Noted, Words]]:
    """The words that say why somebody is not named, each with the mention of whom it is said."""
    for match in _WHY.finditer(scene.text):
        owner = _owner(noted, scene, voices, match.start())
        if owner is None:
            continue
        sentence = scene.sentence(owner.place)
        if not sentence.start <= match.start() < sentence.end:
            continue
        ends = _WHY_ENDS.search(scene.text, match.end(), min(sentence.end, match.end() + 2 * _LONGEST_WHY))
        stop = min(ends.start() if ends is not None else sentence.end, match.start() + _LONGEST_WHY)
        lead = re.match(r"(?:and|but)\s+", match.group(), re.IGNORECASE)
        start, end = trimmed(scene.text, match.start() + (lead.end() if lead else 0), stop)
        words = scene.text[start:end].rstrip(" ,.")
        yield owner, Words(words, (Span(start, start + len(words)),))


def _owner(noted: Sequence[Noted], scene: Scene, voices: Voices, place: int) -> Noted | None:
    """Of whom it is said: the source that holds or precedes the words in their sentence, or follows them."""
    at = bisect_right(scene.tellings, place, key=lambda telling: telling.source[0].start)
    nearest = scene.tellings[max(0, at - _NEAR) : at]
    held = (telling for telling in nearest if any(start <= place < end for start, end in telling.source))
    heads = [head for telling in held for head in voices.heads(telling.source)]
    if heads:
        return heads[0]
    at = bisect_left(noted, place, key=lambda one: one.span.start)
    near = noted[max(0, at - _NEAR) : at + _NEAR]
    inside = [one for one in near if one.span.start < place < one.span.end]
    if inside:
        return min(inside, key=lambda one: one.span.end - one.span.start)
    here = [one for one in near if one.kind != "place" and _same_sentence(scene, one, place)]
    people = [
        one
        for one in here
        if one.traits.agreement.kinds & {"person", "group", "organisation"}
        and one.traits.form not in {"nobody", "name", "first", "second"}
    ]
    before = [one for one in people if one.span.end <= place]
    sources = [one for one in before if scene.begins_source(one.span)]
    subjects = [one for one in before if one.place.subject]
    after = [one for one in people if one.span.start > place and scene.begins_source(one.span)]
    for choice in (sources[-1:], subjects[-1:], after[:1], before[-1:]):
        if choice:
            return choice[0]
    return None


def _same_sentence(scene: Scene, one: Noted, place: int) -> bool:
    sentence = scene.sentence(one.place)
    return sentence.start <= place < sentence.end
