"""Which mentions are the sources of the chains, and in whose words other mentions stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from wherefrom.model import Span, Spans

from .gathering import Noted
from .scene import Scene, Telling

_NEAR = 60
"""Tellings before a place among which the one that governs it is looked for."""

_LAST_SOURCES = 6
"""Sources before a mention that may go on speaking."""


class Voices:
    """The sources among the mentions of a document."""

    def __init__(self, scene: Scene, noted: Sequence[Noted]) -> None:
        self._scene = scene
        self._noted = noted
        self._starts = [one.span.start for one in noted]
        self._headed: dict[Spans, tuple[Noted, ...]] = {}
        self._telling: dict[int, list[Telling]] = {}
        for telling in scene.tellings:
            for one in self.heads(telling.source):
                self._telling.setdefault(one.number, []).append(telling)
        self._sources = sorted(self._telling)
        self._begins = sorted(
            (one.content[0].start, number) for number, one in enumerate(scene.tellings) if one.content
        )

    def heads(self, source: Spans) -> tuple[Noted, ...]:
        """The mentions that a source's words are: one, or each of "Ana Velez and Bo Orrin"."""
        if source not in self._headed:
            self._headed[source] = _heads(self._near(source[0]), source[0], self._scene.text)
        return self._headed[source]

    def _near(self, span: Span) -> Sequence[Noted]:
        return self._noted[bisect_left(self._starts, span.start - 40) : bisect_left(self._starts, span.end)]

    def is_source(self, one: Noted) -> bool:
        """Whether a mention is the source of a link."""
        return one.number in self._telling

    def governs(self, one: Noted, other: Noted) -> bool:
        """Whether a mention stands in the words of a source."""
        return any(telling.governs(other.span) for telling in self._telling.get(one.number, ()))

    def sources_before(self, one: Noted) -> Iterator[Noted]:
        """The sources that speak before a mention, outside its own words, the latest first; none in passing ("who")."""
        at = bisect_left(self._sources, one.number)
        for number in reversed(self._sources[max(0, at - _LAST_SOURCES) : at]):
            source = self._noted[number]
            if source.traits.form != "relative" and not self.governs(one, source):
                yield source

    def speaker(self, one: Noted) -> Noted | None:
        """Who says "I" here: the source of the smallest quotation, or words after a colon, that hold the mention."""
        holding = [
            (sum(end - start for start, end in telling.content), telling)
            for telling in self._before(one.span.start)
            if telling.governs(one.span) and not any(start <= one.span.start < end for start, end in telling.source)
            if one.place.quotation is not None or _after_colon(telling, self._scene.text)
        ]
        for _, telling in sorted(holding, key=lambda pair: pair[0]):
            for head in self.heads(telling.source):
                if head.number != one.number and (
                    head.place.quotation is None or head.place.quotation != one.place.quotation
                ):
                    return head
        return None

    def _before(self, place: int) -> list[Telling]:
        at = bisect_right(self._begins, (place, len(self._begins)))
        return [self._scene.tellings[number] for _, number in self._begins[max(0, at - _NEAR) : at]]


def _heads(near: Sequence[Noted], source: Span, text: str) -> tuple[Noted, ...]:
    """The mention that begins as the source does, and those that "and" joins to it."""
    words = text[slice(*source)]
    start = source.start + len(words) - len(words.lstrip("\"“‘'( "))
    inside = [one for one in near if source.start <= one.mention.head.start and one.mention.head.end <= source.end]
    first = min(
        inside,
        key=lambda one: (
            abs(one.span.start - start),
            max(0, one.span.end - source.end) // 40,
            one.span.start - one.span.end,
        ),
        default=None,
    )
    if first is None:
        return ()
    found = [first]
    for one in inside:
        between = text[found[-1].span.end : one.span.start]
        if one.span.start >= found[-1].span.end and between.strip(" ,") in {"and", "&", "as well as"}:
            found.append(one)
    return tuple(found)


def _after_colon(telling: Telling, text: str) -> bool:
    """Whether words are a speaker's own, as in an interview: "Velez: I never left"."""
    return any(text[slice(*span)].strip() == ":" for span in telling.cue)
