"""Whether held words say the opposite of a draft's, or have another name in the place of its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherefrom.model import Span

from .opposites import OPPOSITES
from .shortened import in_short
from .support import Support
from .wording import Match, Token

TURNED = 0.15
"""The share of the words that both have which must stand under a negation in one and not in the other."""
_SURE = 0.45
"""How well a word must stand for the other for their negations to be held against each other."""
_BEFORE = re.compile(
    r"(?:^|\s)(?P<word>to|in|at|from|of|on|by|for|with|into|near|for|the|mr|mrs|ms|dr|and|named|called)\s(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Against:
    """A held sentence that says otherwise, the words on both sides and why."""

    support: Support
    own: tuple[Span, ...]
    held: tuple[Span, ...]
    why: str


def opposing(support: Support) -> Against | None:
    """What of a held sentence says the opposite of the draft's; None where nothing does."""
    pairs = [one for one in support.matches if one.worth >= _SURE and not one.own.name]
    whole = sum(one.own.weight for one in pairs)
    turned = [one for one in pairs if one.own.turned != one.held.turned]
    struck = any(one.own.struck or one.held.struck for one in turned)
    if any(one.own.turned and one.held.turned and (one.own.struck or one.held.struck) for one in pairs):
        return None
    if struck and whole and sum(one.own.weight for one in turned) / whole >= TURNED:
        why = (
            "the held words have it in the negative"
            if turned[0].held.turned
            else "the draft has it in the negative, the held words do not"
        )
        return Against(support, _own(turned), _held(turned), why)
    return None


def opposite_words(support: Support, words: Sequence[Token]) -> Against | None:
    """A word of the draft whose opposite stands in the held sentence in its stead."""
    there = {one.stem: one for one in support.passage.tokens}
    matched = {one.own.start for one in support.matches if one.worth == 1}
    taken = {one.held.stem for one in support.matches if one.worth == 1}
    for one in words:
        if one.start in matched:
            continue
        for other in sorted(OPPOSITES.get(one.stem, ())):
            if other in there and other not in taken and there[other].turned == one.turned:
                held = there[other]
                why = f"“{one.surface}” is the opposite of “{held.surface}”"
                return Against(support, (Span(one.start, one.end),), (Span(held.start, held.end),), why)
    return None


def other_names(support: Support, words: Sequence[Token], text: str) -> Iterator[Against]:
    """Names of the draft in whose place the held sentence has another."""
    passage = support.passage
    matched = {one.own.start for one in support.matches}
    taken = {one.held.start for one in support.matches}
    free = [one for one in passage.tokens if one.name and one.start not in taken]
    nearby = {one.stem for one in passage.nearby}
    for place, one in enumerate(words):
        if not one.name or one.start in matched or one.stem in nearby:
            continue
        lead = _little(text, one.start)
        same_lead = [other for other in free if _little(passage.document.text, other.start) == lead]
        beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        if any(_one_name(text, one, passage.document.text, other) for other in free):
            continue
        rival = next((other for other in same_lead if _stands_at(other, one, beside, support)), None)
        if rival is not None:
            shown = passage.document.text[rival.start : rival.end]
            why = f"where the draft has “{text[one.start : one.end]}”, the held words have “{shown}”"
            yield Against(support, (Span(one.start, one.end),), (Span(rival.start, rival.end),), why)


def _one_name(text: str, one: Token, held: str, other: Token) -> bool:
    """Whether two words are of one name, here in full and there in short."""
    return in_short(text, one.start, held[other.start : other.end]) or in_short(
        held, other.start, text[one.start : one.end]
    )


def _stands_at(rival: Token, one: Token, beside: Sequence[Token], support: Support) -> bool:
    """Whether a held name stands next to the same word as the draft's, on the same side."""
    of_own = {match.own.start: match.held for match in support.matches}
    there = support.passage.document.text
    for word in beside:
        held = of_own.get(word.start)
        if held is not None:
            first, second = (held, rival) if word.start < one.start else (rival, held)
            if _beside(there, first.end, second.start):
                return True
    return False


def _beside(text: str, end: int, start: int) -> bool:
    return end <= start and len(re.findall(r"\w+", text[end:start])) <= 3


def _little(text: str, start: int) -> str:
    found = _BEFORE.search(text[max(0, start - 14) : start])
    return "" if found is None else found["word"].lower()


def _own(pairs: Sequence[Match]) -> tuple[Span, ...]:
    return tuple(sorted({Span(one.own.start, one.own.end) for one in pairs}))


def _held(pairs: Sequence[Match]) -> tuple[Span, ...]:
    return tuple(sorted({Span(one.held.start, one.held.end) for one in pairs}))
