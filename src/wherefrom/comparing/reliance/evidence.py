"""Whether the words around an outlet's name credit it, and which words say so."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.model import Appearance, Link, Span, joined
from wherefrom.reader.places import Stretches

from . import wording
from .names import Name

_NEAR = 100
"""Characters before and after a name within which the words stand that credit it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that credit an outlet: where they stand, what they do, and how good they are; the best has rank 0."""

    span: Span
    rank: int
    why: str


class Voices:
    """The links of a document's chains, by where the words stand that name their sources."""

    def __init__(self, appearances: Iterable[Appearance], mentions: Mapping[str, Sequence[Span]]) -> None:
        told = {
            (link.source.spans, link.cue, link.to): link
            for one in appearances
            for link in one.chain
            if link.source is not None and link.source.spans and link.basis != "carried"
        }
        links = list(told.values())
        placed = sorted(
            ((place, number) for number, link in enumerate(links) for place in _places(link, mentions)),
        )
        self._links = links
        self._placed = placed
        self._longest = max((place.end - place.start for place, _ in placed), default=0)
        self._receivers = Stretches(joined(span for link in links if link.to is not None for span in link.to.spans))
        self._contents = Stretches(joined(span for link in links if _speaks_for_itself(link) for span in link.content))

    def of(self, span: Span) -> Iterator[Link]:
        """The links whose source these words name, where they speak or anywhere else."""
        low = bisect_left(self._placed, (Span(span.start - self._longest, 0), 0))
        high = bisect_left(self._placed, (Span(span.end, 0), 0))
        for place, number in self._placed[low:high]:
            if span.start < place.end:
                yield self._links[number]

    def are_told(self, span: Span) -> bool:
        """Whether somebody tells it to these words."""
        return bool(self._receivers.touching(span))

    def speak_in(self, span: Span) -> bool:
        """Whether these words stand in what somebody else is quoted as saying."""
        return bool(self._contents.touching(span))


def evidence_of(text: str, sentence: Span, name: Name, voices: Voices) -> Evidence | None:
    """The best words in the sentence that credit the outlet; None where it is only mentioned."""
    before = text[max(sentence.start, name.span.start - _NEAR) : name.span.start]
    after = text[name.span.end : min(sentence.end, name.span.end + _NEAR)]
    place = _Place(name, before, after, sentence)
    if _is_staff(place, voices) or wording.TARGET_BEFORE.search(before) is not None:
        return None
    return _credit(place) or _linked(place, voices) or _worded(place, voices)


@dataclass(frozen=True, slots=True)
class _Place:
    name: Name
    before: str
    after: str
    sentence: Span

    def since(self, match: re.Match[str]) -> Span:
        """From the beginning of what was found before the name to the name's end."""
        return Span(self.name.span.start - len(self.before) + match.start(), self.name.span.end)

    def until(self, match: re.Match[str]) -> Span:
        """From the name to the end of what was found after it."""
        return Span(self.name.span.start, self.name.span.end + match.end())


def _is_staff(place: _Place, voices: Voices) -> bool:
    """Whether the name only says where somebody works, and no word of the outlet's own is passed on."""
    if wording.STAFF_BEFORE.search(place.before) is not None:
        return True
    if wording.STAFF_AFTER.match(place.after) is None or wording.WITNESS_AFTER.match(place.after) is not None:
        return False
    return not any(link.source and link.source.kind == "outlet" for link in voices.of(place.name.span))


def _credit(place: _Place) -> Evidence | None:
    """Credits that stand apart from what is told: a dateline, a byline, "Source:"."""
    if _in_dateline(place):
        return Evidence(place.name.span, 0, "stands in the dateline")
    if place.name.block.kind == "byline":
        return Evidence(place.name.span, 0, "is credited in the byline")
    if (found := wording.LEAD_IN.search(place.before)) is not None:
        return Evidence(place.since(found), 0, "is credited as the source")
    if (found := wording.CONTRIBUTED_AFTER.match(place.after)) is not None:
        return Evidence(place.until(found), 0, "contributed to it")
    return _appended(place)


def _appended(place: _Place) -> Evidence | None:
    """Credits behind what is told: in brackets after a sentence, at the end of a headline."""
    name, block = place.name, place.name.block
    if place.before.endswith("(") and re.match(r"(?:\s(?:website|online))?\)", place.after) is not None:
        told = place.before[:-1].rstrip()
        at_the_end = name.span.end + place.after.index(")") + 2 >= block.end
        if not told or told[-1] in '.!?”"’' or at_the_end:
            return Evidence(name.span, 1, "is credited in brackets")
    if block.kind == "headline" and name.span.end >= block.end - 1:
        found = wording.HEADLINE_TAIL.search(place.before)
        if found is not None:
            return Evidence(place.since(found), 1, "is credited at the end of the headline")
    return None


def _in_dateline(place: _Place) -> bool:
    """Whether the name is an agency's in the opening of a report: "TARN, March 11 (Herald) -"."""
    if not place.before.endswith("(") or place.name.span.start - place.name.block.start > 90:
        return False
    opening = place.before[-90:] + place.name.words + place.after[:6]
    found = wording.DATELINE.match(opening)
    return found is not None and found["who"] == place.name.words


def _linked(place: _Place, voices: Voices) -> Evidence | None:
    """What the reader found: the outlet passes a statement on, or is told it."""
    for link in voices.of(place.name.span):
        if _passes_on(place, link):
            if link.cue is None and (found := wording.TOLD_BEFORE.search(place.before)) is not None:
                return Evidence(place.since(found), 1, "was told what it says")
            spans = [span for part in (link.source, link.cue) if part is not None for span in part.spans]
            return Evidence(_hull(spans, place), 1, "passes on what it says")
    if voices.are_told(place.name.span):
        found = wording.TOLD_BEFORE.search(place.before)
        told = place.since(found) if found else place.name.span
        if not voices.speak_in(_opening(told)):
            return Evidence(told, 1, "was told what it says")
    return None


def _passes_on(place: _Place, link: Link) -> bool:
    source, cue = link.source, link.cue
    if source is None or (cue is not None and wording.STANDS_BY_CUE.search(cue.text) is not None):
        return False
    if link.act not in {"says", "discloses", "asks"}:
        return False
    if source.kind in {"outlet", "document"}:
        return source.kind == "outlet" or place.name.full or bool(place.name.publishers)
    whole = {word for word in re.findall(r"[\w&]+", source.text.lower()) if word not in {"the", "s"}}
    named = set(re.findall(r"[\w&]+", place.name.words.lower()))
    return whole == named or (source.kind == "person" and wording.PERSON_OF.search(place.before) is not None)


_BEFORE: tuple[tuple[re.Pattern[str], int, str, bool], ...] = (
    (wording.PASSIVE_BEFORE, 1, "published what it says", False),
    (wording.FIRST_BEFORE, 1, "had it first", False),
    (wording.CITED_BEFORE, 2, "is cited", False),
    (wording.SAYS_BEFORE, 2, "is cited", False),
    (wording.TOLD_BEFORE, 2, "was told what it says", True),
    (wording.NAMED_BEFORE, 2, "is named as who published what it says", False),
)
"""What may stand before a name, how good it is, what it says, and whether it counts only in the writer's own words."""


def _worded(place: _Place, voices: Voices) -> Evidence | None:
    """Words around the name that credit it, wherever the reader found no link."""
    if not place.name.full and not place.name.publishers and wording.NO_MORE_NOUNS.match(place.after) is None:
        return None
    for pattern, rank, why, own in _BEFORE:
        found = pattern.search(place.before)
        if found is not None and not (own and voices.speak_in(_opening(place.since(found)))):
            return Evidence(place.since(found), rank, why)
    return None if wording.STANDS_BY.match(place.after) is not None else _worded_after(place, voices)


def _worded_after(place: _Place, voices: Voices) -> Evidence | None:
    for pattern in (wording.TELLS_AFTER, wording.WITNESS_AFTER):
        if (found := pattern.match(place.after)) is not None:
            return Evidence(place.until(found), 2, "tells what it says")
    if place.after.startswith(",") and (found := wording.IN_BEFORE.search(place.before)) is not None:
        return Evidence(place.since(found), 3, "is where it was said")
    found = wording.PRODUCT_AFTER.match(place.after)
    if found is not None and not voices.speak_in(place.name.span):
        return Evidence(place.until(found), 3, "published what it is about")
    return None


def _places(link: Link, mentions: Mapping[str, Sequence[Span]]) -> Iterator[Span]:
    """Where the words of a link's source stand; for what is published or publishes, all words that name it."""
    source = link.source
    if source is not None:
        yield Span(source.spans[0].start, source.spans[-1].end)
        if source.kind in {"outlet", "document"}:
            for party in source.parties:
                yield from mentions.get(party, ())


def _opening(span: Span) -> Span:
    return Span(span.start, span.start + 1)


def _speaks_for_itself(link: Link) -> bool:
    """Whether a link is a person's or a body's, whose words are not the writer's."""
    return link.source is not None and link.source.kind in {"person", "organisation", "group"}


def _hull(spans: Sequence[Span], place: _Place) -> Span:
    """The stretch that holds these, within the sentence of the name; the name where they lie elsewhere."""
    start = min(*(span.start for span in spans), place.name.span.start)
    end = max(*(span.end for span in spans), place.name.span.end)
    near = place.sentence.start <= start and end <= place.sentence.end
    return Span(start, end) if near else place.name.span
