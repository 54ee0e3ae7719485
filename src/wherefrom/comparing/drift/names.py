"""Where a retelling has another name or place in the same words: "fled to Ardenia" that has become "fled to Vesmark"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Self

from wherefrom.model import Document, Party, Span, Spans, joined

from .shown import Finding
from .tellings import Retelling, Told
from .wording import likeness, stem, words_of

SURE = 0.6
"""How alike two tellings must be for a name in the same place to be the same detail's."""

LONGEST = 80
"""Words of a statement that are compared in order; longer ones are lists."""

_FILLERS = frozenset("the a an of mr mrs ms dr sir".split())

_Named = tuple[Span, Party]


@dataclass(frozen=True, slots=True)
class Names:
    """The named parties' mentions in each document, in the order of the text."""

    of_document: Mapping[str, Sequence[_Named]]

    @classmethod
    def of(cls, parties: Sequence[Party]) -> Self:
        """Mentions by document; those in several pieces are no plain names."""
        held: defaultdict[str, list[_Named]] = defaultdict(list)
        for party in parties:
            if party.named:
                for mention in party.mentions:
                    if len(mention.spans) == 1:
                        held[mention.document].append((mention.spans[0], party))
        return cls({name: sorted(found, key=lambda one: (one[0], one[1].id)) for name, found in held.items()})

    def at(self, document: str, word: Span) -> Party | None:
        """The party whose name a word is part of; of names within one another the inner one."""
        held = self.of_document.get(document, ())
        place = bisect_left(held, word.start + 1, key=lambda one: one[0].start)
        for span, party in reversed(held[max(0, place - 4) : place]):
            if span.start <= word.start and word.end <= span.end:
                return party
        return None


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    span: Span
    party: Party | None


def changed_names(pair: Retelling, names: Names) -> Iterator[Finding]:
    """Names that stand in the same place of the same words and mean somebody or somewhere else."""
    earlier, later = pair.earlier, pair.later
    if "denies" in (earlier.stance, later.stance) or likeness(earlier.wording, later.wording) < SURE:
        return
    before, after = _words(earlier, names), _words(later, names)
    matcher = SequenceMatcher(None, [one.stem for one in before], [one.stem for one in after], autojunk=False)
    codes = matcher.get_opcodes()
    for place, (tag, i, j, k, m) in enumerate(codes):
        if tag == "replace" and _framed(codes, place):
            finding = _other_name(before[i:j], after[k:m], later.document)
            if finding is not None and not _told_as_well(finding[1], earlier, later, names):
                yield finding[0]


def _words(told: Told, names: Names) -> list[_Word]:
    found: list[_Word] = []
    for match in words_of(told.document.text, told.appearance.spans):
        if match.group().lower() not in _FILLERS and len(found) < LONGEST:
            span = Span(*match.span())
            found.append(_Word(stem(match.group()), span, names.at(told.appearance.document, span)))
    return found


def _framed(codes: Sequence[tuple[str, int, int, int, int]], place: int) -> bool:
    """Whether the same words stand on both sides of a change; the end of a statement is as good as the same word."""
    sides = [codes[place - 1] if place else None, codes[place + 1] if place + 1 < len(codes) else None]
    same = [side is not None and side[0] == "equal" for side in sides]
    return any(same) and all(equal or side is None for equal, side in zip(same, sides, strict=True))


def _other_name(before: list[_Word], after: list[_Word], later: Document) -> tuple[Finding, tuple[Party, Party]] | None:
    first, second = _one_party(before), _one_party(after)
    if first is None or second is None or first.id == second.id or _one_name(first, second):
        return None
    kinds = {first.kind, second.kind}
    if "person" in kinds and len(kinds) > 1:
        return None  # somebody for something: the words around them cannot mean the same
    place = "place" in kinds
    spans, other = _spans(before), _spans(after)
    shown = " ".join(later.text[span.start : span.end] for span in other)
    why = f"in the same words another {'place' if place else 'name'} stands, “{shown}”"
    return Finding("place-changed" if place else "name-changed", spans, other, why), (first, second)


def _one_party(words: list[_Word]) -> Party | None:
    parties = {one.party.id: one.party for one in words if one.party is not None}
    known = all(one.party is not None for one in words)
    return next(iter(parties.values())) if known and len(parties) == 1 else None


def _one_name(first: Party, second: Party) -> bool:
    """Whether two names can be one: a word in common, or one the initials of the other."""
    one, other = (
        [stem(word) for word in party.name.replace(".", "").split() if word.lower() not in _FILLERS]
        for party in (first, second)
    )
    if set(one) & set(other):
        return True
    return any(
        len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)
        for short, long in ((one, other), (other, one))
    )


def _spans(words: list[_Word]) -> Spans:
    return joined(one.span for one in words)


def _told_as_well(parties: tuple[Party, Party], earlier: Told, later: Told, names: Names) -> bool:
    """Whether either statement has both names, so that they only stand in another order."""
    first, second = parties
    return _has(later, first, names) or _has(earlier, second, names)


def _has(told: Told, party: Party, names: Names) -> bool:
    held = names.of_document.get(told.appearance.document, ())
    return any(
        one.id == party.id and any(start <= span.start and span.end <= end for start, end in told.appearance.spans)
        for span, one in held
    )
