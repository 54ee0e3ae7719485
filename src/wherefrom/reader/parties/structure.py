"""Mentions that the sentence itself joins: appositions, "X is a Y", initials in brackets, "who" and "which"."""

import re
from collections.abc import Sequence

from .bundles import Bundles
from .gathering import Noted
from .scene import Scene

_COMMA = re.compile(r"\s*,\s*(?:(?:aged?\s+)?\d{1,3},\s*)?(?:(?:also\s+)?(?:called|named|known as|dubbed)\s+)?[“\"‘]?")
_OF_COMMA = re.compile(r"\s(?:of|at|for|in|with|from)\s[^,.;:“”\"]{1,60},\s")
"""What belongs to a description before the comma: "the leader of the Rural Union, Bo Styrz"."""

_NAMED = re.compile(r",?\s+(?:(?:was|is|were|are)\s+)?(?:called|named|known as|dubbed|identified as)\s+[“\"‘]?")
_CLOSES = re.compile(r"[”\"’']?\s*(?:[,.;:)!?—–]|$|\(|who\b)")
_IS = re.compile(
    r",?\s+(?:who\s+)?(?:is|was|are|were|became|becomes|remains|remained|’s|'s)\s+(?:\w+ly\s+|also\s+|now\s+|then\s+|still\s+)?",
)
_PLACE_NOUNS = frozenset(
    "city country nation town state capital village island province region county district port".split()
)
_WIDEST = 40
"""Characters between "who" and the words before it that it goes with: ", some of"."""

_AFTER = 80
"""Characters after an apposition that tell whether it is one."""

_NEAR = 12
"""Mentions after one among which its apposition stands: its own parts come before."""


def join_structure(noted: Sequence[Noted], scene: Scene, bundles: Bundles) -> None:
    """Join what stands side by side and means one party."""
    for one in noted:
        for other in noted[one.number + 1 : one.number + 1 + _NEAR]:
            if other.place.sentence != one.place.sentence:
                break
            if _are_one(one, other, scene):
                bundles.join(one, other)
    for one in noted:
        if one.traits.form == "relative":
            _join_relative(one, noted, scene, bundles)


def _are_one(one: Noted, other: Noted, scene: Scene) -> bool:
    if "nobody" in {one.traits.form, other.traits.form} or other.mention.pronoun:
        return False
    nested = other.span.start < one.span.end
    between = scene.text[one.mention.head.end if nested else one.span.end : other.span.start]
    if nested and (other.span.end > one.span.end or other.span.start < one.mention.head.end):
        return False
    after = scene.text[other.span.end : min(scene.sentence(other.place).end, other.span.end + _AFTER)]
    return (
        _is_apposition(one, other, between, after)
        or _is_alias(one, other, between)
        or (not nested and _is_predicate(one, other, between))
    )


def _is_apposition(one: Noted, other: Noted, between: str, after: str) -> bool:
    """Whether a name and a description stand side by side: "the UK daily, Express", "Bo Orrin, a spokesman for X"."""
    if (one.traits.form == "name") == (other.traits.form == "name") or one.mention.pronoun:
        return False
    if _NAMED.fullmatch(between) is not None and other.traits.form == "name":
        return True
    if not between.strip() and other.traits.form == "name" and other.span.start > one.mention.head.end:
        return other.span.end <= one.span.end  # "its elite group the Sea Org"
    if _CLOSES.match(after) is None or not _same_sort(one, other):
        return False
    if _COMMA.fullmatch(between) is None:
        both = one.kind == other.kind == "person" and one.traits.form in {"definite", "indefinite"}
        return both and _OF_COMMA.fullmatch(between) is not None and not _is_list(after)
    return not (one.traits.form not in {"name", "definite"} and other.span.start > one.span.end and _is_list(after))


def _is_list(after: str) -> bool:
    return re.match(r",?\s*(?:and|or)\b", after) is not None


def _same_sort(one: Noted, other: Noted) -> bool:
    """Whether both or neither are places: "In Korvia, the agency ..." has a place and a body."""
    places = [each.kind == "place" or each.traits.noun in _PLACE_NOUNS for each in (one, other)]
    return places[0] == places[1]


def _is_alias(one: Noted, other: Noted, between: str) -> bool:
    """Whether initials in brackets stand for the name before them: "Harbour Safety Agency (HSA)"."""
    if not re.fullmatch(r"\s*\([“\"]?(?:the\s+)?", between) or one.traits.form != "name" or other.traits.form != "name":
        return False
    short = "".join(other.traits.name)
    capitals = "".join(
        word[0] for word in re.findall(r"[A-Za-z][\w’']*", one.words) if word.lower() not in {"the", "of", "and", "for"}
    )
    every = "".join(word[0] for word in re.findall(r"[A-Za-z][\w’']*", one.words) if word.lower() != "the")
    return len(short) > 1 and short.upper().replace(".", "") in {capitals.upper(), every.upper()}


def _is_predicate(one: Noted, other: Noted, between: str) -> bool:
    """Whether the sentence says what somebody is: "Velez is a technician"."""
    if _IS.fullmatch(between) is None or other.traits.form not in {"indefinite", "definite"}:
        return False
    article = re.match(r"(?:an?|the)\s", other.words, re.IGNORECASE) is not None
    return (
        article
        and one.traits.form in {"name", "definite", "personal", "relative"}
        and one.place.subject | (one.traits.form == "relative")
    )


def _join_relative(one: Noted, noted: Sequence[Noted], scene: Scene, bundles: Bundles) -> None:
    """Join "who", "which" and "that" with the words right before them."""
    before = [
        each for each in noted[max(0, one.number - _NEAR) : one.number] if each.place.sentence == one.place.sentence
    ]
    around = [each for each in before if each.span.end > one.span.start and each.mention.head.end <= one.span.start]
    beside = [
        each
        for each in before
        if 0 <= one.span.start - each.span.end <= _WIDEST and _BARE.fullmatch(scene.text, each.span.end, one.span.start)
    ]
    word = one.words.lower()
    if word == "that" and not around:
        return
    closest = sorted(around, key=lambda each: -each.mention.head.end) + sorted(
        beside, key=lambda each: (-each.span.end, each.span.start)
    )
    for each in closest:
        if each.traits.form in {"nobody", "relative"} or (each.mention.pronoun and word == "that"):
            continue
        person = bool(each.traits.agreement.kinds & {"person", "group"})
        if (word in {"who", "whom"}) <= person and bundles.join(each, one):
            return


_BARE = re.compile(
    r"[\s,(—–-]*(?:(?:one|all|both|some|many|most|two|three) of\s+)?(?:to|with|of|for|by|from|in|at|on)?\s*"
)
