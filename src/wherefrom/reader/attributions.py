"""From the encoder's scores to attributions: who (source) says so (cue), and what (content)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wherefrom.model import Span, Spans, healed, joined

from .encoder import Scored, Scores, read_window
from .fragments import Fragment, fragments
from .windows import Sentence, Window, windows
from .wordpiece import WordPiece

UNSURE_LINK = 0.9
"""Probability of the chosen cue or source below which the chain is marked unsure.

On PolNeAR dev, a sixth of the attributions are below it; of these 44 in 100 are right in full (content, source and cue),
of the others 78.
"""


ACROSS_BLOCKS = 3.0
"""What a link loses, in log-odds, for every beginning of a block that it crosses. On PolNeAR dev, where few links cross
one, exact F1 before the rules is 60.3 without, 60.8 at 3 and 61.2 at 5; quotations over several paragraphs need it low."""


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


def attributions(text: str, sentences: Sequence[Sentence], vocabulary: WordPiece) -> list[Attribution]:
    """The attributions in a document, or in any stretch of one, in the order of the text."""
    found: list[Attribution] = []
    for window in windows(sentences, vocabulary):
        found.extend(decoded(text, window, read_window(window)))
    return sorted(found, key=lambda attribution: (attribution.start, attribution.content))


def decoded(text: str, window: Window, scored: Scored) -> list[Attribution]:
    """The attributions whose cue begins in the window's own pieces."""
    parts = fragments(text, window, scored.tags)
    blocks = window.blocks()
    cues = [fragment for fragment in parts if fragment.role == "cue"]
    sources = [fragment for fragment in parts if fragment.role == "source"]
    held: dict[Fragment | None, list[tuple[Fragment, float]]] = {}
    for content in (fragment for fragment in parts if fragment.role == "content"):
        cue, sure = _linked(blocks, content, cues, scored.content_cue)
        held.setdefault(cue, []).append((content, sure))
    found: list[Attribution] = []
    for cue, contents in held.items():
        if cue is None:
            continue  # a content without any cue is the writer's own word, or its cue lies outside the window
        if not window.keep_from <= cue.first < window.keep_to:
            continue
        source, sure = _linked(blocks, cue, sources, scored.cue_source)
        found.append(
            Attribution(
                source=() if source is None else (source.span,),
                cue=(cue.span,),
                content=healed(text, (content.span for content, _ in contents)),
                sure=min(sure, *(sure for _, sure in contents)),
            )
        )
    return found


def _linked(
    blocks: Sequence[int], fragment: Fragment, candidates: Sequence[Fragment], scores: Scores
) -> tuple[Fragment | None, float]:
    """The candidate that belongs to this fragment, or None, with the probability among these choices."""
    row = scores[fragment.first]
    choices = np.array(
        [
            row[0],
            *(
                row[other.first : other.last + 1].max()
                - ACROSS_BLOCKS * abs(blocks[fragment.first] - blocks[other.first])
                for other in candidates
            ),
        ]
    )
    weights = np.exp(choices - choices.max())
    best = int(np.argmax(weights))
    return (None if best == 0 else candidates[best - 1]), float(weights[best] / weights.sum())
