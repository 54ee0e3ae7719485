"""From the encoder's scores to attributions: who (source) says so (cue), and what (content)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from wherefrom.model import Span, Spans, healed, joined

from .encoder import Said, Scores
from .fragments import Fragment, fragments
from .orphans import content_of
from .places import Stretches
from .tags import ROLES
from .windows import Window

ACROSS_BLOCKS = 3.0
"""What a link loses, in log-odds, for every beginning of a block that it crosses. On PolNeAR dev, where few links cross
one, exact F1 before the rules is 60.3 without, 60.8 at 3 and 61.2 at 5; quotations over several paragraphs need it low."""


ACROSS_SENTENCES = 4.0
"""The same for a link that leaves its sentence and does not go on with a quotation: what a cue cannot reach (`screening`)
had better belong to a cue that can."""


COMPLETED = 0.8
"""Probability given to a content that a rule gave to a cue."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to say something: spans of the three parts, any but `content` possibly empty.

    `sure` is the smallest probability among the links between the parts.
    """

    source: Spans
    cue: Spans
    content: Spans
    sure: float

    @property
    def covered(self) -> Spans:
        """All its words."""
        return joined((*self.source, *self.cue, *self.content))

    @property
    def anchor(self) -> Span:
        """Where it is anchored in the text: at its cue."""
        return self.cue[0]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.covered[0].start


def in_order(found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions in the order of the text."""
    return sorted(found, key=lambda attribution: (attribution.start, attribution.content))


def decoded(
    text: str, window: Window, scored: Said, quoted: Stretches, found: Iterable[Fragment] | None = None
) -> list[Attribution]:
    """The attributions whose cue begins in the window's own pieces; `quoted` is what stands in quotation marks.

    `found` are the fragments that they are made of, those of the window's tags unless told otherwise.
    """
    parts = fragments(text, window, scored.tags) if found is None else found
    return _Decoding(text, window, scored, quoted, parts).attributions()


class _Decoding:
    """One level of attributions in one window."""

    def __init__(self, text: str, window: Window, scored: Said, quoted: Stretches, found: Iterable[Fragment]) -> None:
        self._text = text
        self._window = window
        self._scored = scored
        self._quoted = quoted
        self._blocks = window.blocks()
        self._parts: dict[str, list[Fragment]] = {role: [] for role in ROLES}
        for fragment in found:
            self._parts[fragment.kind].append(fragment)

    def attributions(self) -> list[Attribution]:
        """Every content with its cue and that with its source; then cues whose content the grammar tells."""
        held: dict[Fragment, list[tuple[Fragment, float]]] = {}
        for content in self._parts["content"]:
            cue, sure = self._linked(content, self._parts["cue"], self._scored.content_cue)
            if cue is not None:  # without any, it is the writer's own word, or its cue lies outside the window
                held.setdefault(cue, []).append((content, sure))
        found = [self._attribution(cue, contents) for cue, contents in held.items() if self._is_own(cue)]
        orphans = [cue for cue in self._parts["cue"] if cue not in held and self._is_own(cue)]
        taken = [span for one in found for span in one.covered]
        found.extend(one for cue in orphans if (one := self._completed(cue, taken)) is not None)
        return found

    def _is_own(self, cue: Fragment) -> bool:
        return self._window.keep_from <= cue.first < self._window.keep_to

    def _attribution(self, cue: Fragment, contents: Sequence[tuple[Fragment, float]]) -> Attribution:
        source, sure = self._linked(cue, self._parts["source"], self._scored.cue_source)
        return Attribution(
            source=() if source is None else (source.span,),
            cue=(cue.span,),
            content=healed(self._text, (content.span for content, _ in contents)),
            sure=min(sure, *(sure for _, sure in contents)),
        )

    def _completed(self, cue: Fragment, taken: Iterable[Span]) -> Attribution | None:
        """The attribution of a cue without a content, if it has a source and its sentence tells what it governs."""
        source, sure = self._linked(cue, self._parts["source"], self._scored.cue_source)
        if source is None or self._loss(source, cue) > 0:
            return None
        sentence = self._window.sentence_of(cue.first)
        content = content_of(self._text, sentence, (source.span,), (cue.span,), taken)
        return None if content is None else Attribution((source.span,), (cue.span,), (content,), min(sure, COMPLETED))

    def _loss(self, one: Fragment, other: Fragment) -> float:
        """In log-odds: for every beginning of a block, and for leaving the sentence unless it goes on with a quotation."""
        blocks = ACROSS_BLOCKS * abs(self._blocks[one.first] - self._blocks[other.first])
        sentences = self._window.sentences
        leaves = sentences[one.first] != sentences[other.first] and not self._quoted.hold(one.span.start)
        return blocks + (ACROSS_SENTENCES if leaves else 0.0)

    def _linked(
        self, fragment: Fragment, candidates: Sequence[Fragment], scores: Scores
    ) -> tuple[Fragment | None, float]:
        """The candidate that belongs to this fragment, or None, with the probability among these choices."""
        row = scores[fragment.first]
        choices = np.array(
            [
                row[0],
                *(row[other.first : other.last + 1].max() - self._loss(fragment, other) for other in candidates),
            ]
        )
        weights = np.exp(choices - choices.max())
        best = int(np.argmax(weights))
        return (None if best == 0 else candidates[best - 1]), float(weights[best] / weights.sum())
