"""Finding places in long texts quickly: sorted stretches, and the sentences that are read together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from wherefrom.model import Block, Span, Spans, joined


class Stretches:
    """Stretches of a text that do not overlap, for asking what lies in them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def touching(self, span: Span) -> Sequence[Span]:
        """Those that share a character with `span`, in the order of the text."""
        return self._spans[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def hold(self, place: int) -> bool:
        """Whether a character lies in one of them."""
        return bool(self.touching(Span(place, place + 1)))

    def common(self, spans: Iterable[Span]) -> Spans:
        """What lies both in these and in `spans`."""
        return joined(
            Span(max(one.start, other.start), min(one.end, other.end)) for one in spans for other in self.touching(one)
        )

    def outside(self, spans: Iterable[Span]) -> Spans:
        """What of `spans` lies in none of these."""
        left: list[Span] = []
        for span in spans:
            at = span.start
            for start, end in self.touching(span):
                left.append(Span(at, start))
                at = max(at, end)
            left.append(Span(at, span.end))
        return joined(left)


class Parts:
    """The sentences that are read together, each with the block it stands in."""

    def __init__(self, sentences: Sequence[tuple[Block, Spans]]) -> None:
        self._sentences = sentences
        flat = sorted((span.start, span.end, number) for number, (_, unit) in enumerate(sentences) for span in unit)
        self._starts = [start for start, _, _ in flat]
        self._flat = flat
        self._paragraphs: Stretches | None = None

    def __iter__(self) -> Iterator[tuple[Block, Spans]]:
        return iter(self._sentences)

    @property
    def span(self) -> Span:
        """From the first of their characters to the last; empty where there are none."""
        return Span(self._flat[0][0], max(end for _, end, _ in self._flat)) if self._flat else Span(0, 0)

    def __getitem__(self, number: int) -> tuple[Block, Spans]:
        return self._sentences[number]

    def number(self, place: int) -> int | None:
        """The number of the sentence in which a character stands."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place >= self._flat[at][1]:
            return None
        return self._flat[at][2]

    def home(self, place: int) -> tuple[Block, Spans] | None:
        """The sentence in which a character stands, with its block."""
        number = self.number(place)
        return None if number is None else self._sentences[number]

    def running_with(self, block: Block) -> Stretches:
        """What runs on with a block: all paragraphs for a paragraph, only itself for a heading or caption."""
        if block.kind != "paragraph":
            return Stretches(span for other, unit in self._sentences if other is block for span in unit)
        if self._paragraphs is None:
            self._paragraphs = Stretches(
                span for other, unit in self._sentences if other.kind == "paragraph" for span in unit
            )
        return self._paragraphs
