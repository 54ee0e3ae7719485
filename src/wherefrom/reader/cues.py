"""What a cue tells: what its source does with the content, whether it still does, and who was told."""

import re

from wherefrom.model import Act, Polarity, Span

from . import lexicon
from .sentences import trimmed
from .sources import is_outlet

_ADDRESSEE_ENDS = re.compile(
    r"\s(?:that|whether|how|why|what|in|on|at|during|after|before|via|by|last|earlier|yesterday|today|when|while|as|for|"
    r"this|about|of|to|the day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|because|if|they|he|she|it|there|who|which)\b"
    r"|[.;:“”\"—–(]|\s-\s|,(?!\s+(?-i:[A-Z])[\w.]*\s*(?:[,.]|$))",
    re.IGNORECASE,
)
"""Where the words for who was told end. A comma does, unless a name in apposition follows: "the UK daily, Express"."""

_SPOKEN_TO = re.compile(
    r"\b(?:interview|interviews|statement|remarks|comments?|emails?|e-mails?|letter|message|texts?|testimony|call|speaking|spoke|"
    r"talking|talked|briefing)\s+(?:with|to|by|for)\s+(?=[\w“\"])",
    re.IGNORECASE,
)


_NO_DOUBT = re.compile(r"(?:\b(?:no|not|never|cannot)|n['’]t)\b.*\bdoubt", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:told|informed|assured|briefed)\b", re.IGNORECASE
)


def act_of(cue: str) -> Act:
    """What the source does with the content.

    Beside a verb of saying, words of denying, disclosing and asking still decide; of thinking and intending do not.
    """
    if _NO_DOUBT.search(cue):
        return "believes"
    for act, words in lexicon.ACTS:
        if words.search(cue) and (act in {"denies", "discloses", "asks"} or not lexicon.SPEAKS.search(cue)):
            return act
    return "says"


def polarity_of(cue: str) -> Polarity:
    """Negative where the source is said not to say or think it: "did not say", "never believed"."""
    if _NO_DOUBT.search(cue):
        return "positive"  # act_of has turned "does not doubt" round already
    return (
        "negative"
        if re.search(r"\b(?:not|never|cannot|no longer)\b(?! only)|n['’]t\b", cue, re.IGNORECASE)
        else "positive"
    )


def is_past_stance(cue: str, before: str) -> bool:
    """Whether an attitude is one that its holder no longer has, or only at first had: "were initially worried"."""
    return act_of(cue) in lexicon.ATTITUDES and (
        lexicon.PAST_STANCE.search(cue) is not None or lexicon.PAST_STANCE.search(before[-24:]) is not None
    )


def addressee(text: str, cue: Span, stop: int) -> Span | None:
    """Who was told, from the words of the cue and those after it up to `stop`, where content or another part begins."""
    if _PASSIVE.search(text, cue.start, cue.end) is not None:
        return None
    told = lexicon.TELLS.search(text, cue.start, cue.end)
    spoken = _SPOKEN_TO.search(text, cue.start, max(stop, cue.end))
    begin = told.end() if told is not None else spoken.end() if spoken is not None else None
    if begin is None:
        return None
    limit = max(stop, cue.end)
    ends = _ADDRESSEE_ENDS.search(text, begin + 1, limit)
    start, end = trimmed(text, begin, ends.start() if ends is not None else limit)
    words = text[start:end].rstrip(",").split()
    if not any(letter.isalpha() for word in words for letter in word) or words[0].lower() in {"by", "that"}:
        return None
    return Span(start, start + len(text[start:end].rstrip(","))) if 0 < len(words) <= 9 else None


def relays(words: str) -> bool:
    """Whether whoever was told is an outlet, so that the words came through it."""
    return is_outlet(re.sub(r"^(?:to|with)\s+", "", words))
