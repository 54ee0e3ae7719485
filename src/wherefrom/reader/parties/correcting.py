"""What the encoder says of a mention put right by the words: whose name it is, what heads it, what kind it is."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from wherefrom.model import Span
from wherefrom.reader import lexicon
from wherefrom.reader.mentions import Mention, MentionKind
from wherefrom.reader.quotations import bare, without_possessive

from . import vocabulary

_NAMEABLE = frozenset({"person", "organisation", "outlet", "place", "group"})
_OWNED = re.compile(r"['’]s?\s+(?=\w)")
_NOUN_AFTER = re.compile(
    r"\s+((?:[a-z][\w-]*\s+)*?[a-z][\w-]*)(?=\s+(?:of|in|at|for|from|on|to|by|with|that|which|who|and|or)\b|[^\w\s-]|$)"
)
_NO_NOUN = frozenset(
    """of in at for from on to by with that which who whom whose and or but as is was are were has have had will would
    said says near since after before during when where not de la van von bin al titled called named known based""".split()
)
_SELF = re.compile(r"(?:him|her)self", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_WHO = re.compile(r",?\s+who\b")
_KIND_OF_NOUN: dict[str, MentionKind] = {
    **dict.fromkeys(lexicon.DOCUMENTS, "document"),
    **dict.fromkeys(vocabulary.TITLES, "person"),
    **dict.fromkeys(lexicon.ORGANISATIONS, "organisation"),
    **dict.fromkeys(lexicon.OUTLET_NOUNS, "outlet"),
    **dict.fromkeys(lexicon.PLURALS, "group"),
    **dict.fromkeys(lexicon.PERSONS, "person"),
}
"""Kinds of nouns that the encoder took for any other thing; what stands last wins."""

_TWICE = 2
"""How many times as often another kind must be given to a name before it is believed instead."""


def corrected(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions in the same order, with the names, heads and kinds that the words themselves tell."""
    headed = _apart(text, [_aged(text, _headed(text, _plain(text, one))) for one in mentions])
    known = _kinds_of_names(text, headed).keys()
    headed = [_renamed(text, one, known) for one in headed]
    kinds = _kinds_of_names(text, headed)
    return [one if (kind := _kind(text, one, kinds)) == one.kind else replace(one, kind=kind) for one in headed]


def _plain(text: str, one: Mention) -> Mention:
    """Words like "Velez himself" without "himself"."""
    if not one.pronoun or _SELF.fullmatch(text, *one.head) is None or one.head.start <= one.span.start + 1:
        return one
    end = one.span.start + len(text[one.span.start : one.head.start].rstrip(" ,"))
    head = Span(end - len(text[one.span.start : end].rsplit(maxsplit=1)[-1]), end)
    return replace(
        one,
        span=Span(one.span.start, end),
        head=head,
        kind="person",
        pronoun=False,
        name=_capitals_to(text, one.span.start, end),
    )


def _headed(text: str, one: Mention) -> Mention:
    """A name inside a phrase is not the phrase's: "Korvia's flag" is a flag, "the Orrin Motors website" a website."""
    if one.name is None or one.pronoun or not (one.span.start <= one.name.start and one.name.end <= one.span.end):
        return one if one.name is None or not one.pronoun else replace(one, name=None)
    owned = _OWNED.match(text, one.name.end, one.span.end)
    if owned is not None:
        return _headed_after(text, one, owned.end())
    noun = _NOUN_AFTER.match(text, one.name.end, one.span.end)
    if noun is None or noun[1].split()[0] in _NO_NOUN or noun[1].split()[-1] in _NO_NOUN:
        return one
    start = noun.start(1) + len(noun[1]) - len(noun[1].split()[-1])
    return replace(one, head=Span(start, noun.end(1)), name=None)


def _aged(text: str, one: Mention) -> Mention:
    """Words like "the 79" with what the hyphen joins to it: "the 79-year-old"."""
    if not text.startswith("-year-old", one.span.end) or one.head.end != one.span.end:
        return one
    end = one.span.end + len("-year-old")
    return replace(one, span=Span(one.span.start, end), head=Span(one.head.start, end), kind="person", name=None)


def _apart(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Descriptions without the name that they stand in apposition to.

    "Ana Velez, a Tarn lawyer" begins at "a Tarn lawyer"; "the mayor of Tarn, Ana Velez" ends before the comma.
    """
    names = {one.span for one in mentions if one.name is not None}
    starts, ends = defaultdict(list), defaultdict(list)
    for name in names:
        starts[name.start].append(name.end)
        ends[name.end].append(name.start)
    return [_without_name(text, one, starts[one.span.start], ends[one.span.end]) for one in mentions]


def _without_name(text: str, one: Mention, after: Iterable[int], before: Iterable[int]) -> Mention:
    """A description without a name up to one of the places `after`, or from one of the places `before`, and the comma."""
    if one.name is not None or one.pronoun:
        return one
    for end in after:
        comma = _COMMA.match(text, end)
        if comma is not None and comma.end() <= one.head.start:
            return replace(one, span=Span(comma.end(), one.span.end))
    for start in before:
        if text[start - 2 : start] == ", " and one.head.end <= start - 2:
            return replace(one, span=Span(one.span.start, start - 2))
    return one


def _renamed(text: str, one: Mention, known: Collection[str]) -> Mention:
    """A mention that is a known name, or a known surname, and nothing else, with that name where it had none."""
    words = text[slice(*one.span)]
    if one.name is not None or one.pronoun or not words[:1].isupper():
        return one
    whole = Span(one.span.start, one.span.start + len(without_possessive(words)))
    return replace(one, name=whole) if _key(text, whole) in known else one


def _headed_after(text: str, one: Mention, place: int) -> Mention:
    """A phrase headed by what follows a possessive, up to what describes it further."""
    rest = text[place : one.span.end]
    words = re.match(
        r"(?:[\w&.-]+\s+)*?[\w&.-]+(?=\s+(?:of|in|at|for|from|on|to|by|with|that|which|who|and|or)\b|[^\w\s&.-]|$)",
        rest,
    )
    if words is None:
        return one
    last = words.group().split()[-1]
    end = place + words.end()
    return replace(
        one, head=Span(end - len(last), end), name=_capitals_to(text, place, end) if last[:1].isupper() else None
    )


def _capitals_to(text: str, start: int, end: int) -> Span | None:
    """The run of capitalised words with which a stretch ends, after any titles in lower case."""
    run = re.search(r"(?:[A-Z][\w&.’'-]*\s+)*[A-Z][\w&.’'-]*$", text[start:end])
    return None if run is None else Span(start + run.start(), end)


def _kinds_of_names(text: str, mentions: Iterable[Mention]) -> dict[str, Counter[MentionKind]]:
    """How often every name is given each kind; a lone surname also counts with the full name that ends in it."""
    counted: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    surnames: set[str] = set()
    for one in mentions:
        if one.name is not None:
            name = _key(text, one.name)
            counted[name][one.kind] += 1
            if one.kind == "person" and " " in name:
                surnames.add(name.rsplit(maxsplit=1)[-1])
    for name in surnames:
        counted[name]["person"] += 1 + _TWICE * sum(counted[name].values())
    return counted


def _kind(text: str, one: Mention, kinds: dict[str, Counter[MentionKind]]) -> MentionKind:
    if one.pronoun:
        return one.kind
    if one.name is not None:
        if one.kind not in _NAMEABLE and one.kind != "other":
            return one.kind
        counted = kinds[_key(text, one.name)]
        best = max(counted, key=lambda kind: counted[kind])
        return best if best in _NAMEABLE and counted[best] >= _TWICE * counted[one.kind] else one.kind
    if one.kind != "other":
        return one.kind
    if _WHO.match(text, one.head.end) is not None:
        return "person"
    return _KIND_OF_NOUN.get(text[slice(*one.head)].lower(), one.kind)


def _key(text: str, name: Span) -> str:
    return without_possessive(bare(text[slice(*name)])).lower()
