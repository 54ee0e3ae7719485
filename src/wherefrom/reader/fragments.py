"""From tag scores to fragments: words in a row that play one part in an attribution."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wherefrom.model import Span

from .encoder import Scores
from .tags import OUTSIDE, ROLES, TAGS, begins
from .windows import Window


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in a row with one role; `first` and `last` are the places of their first and last piece in the window."""

    role: str
    first: int
    last: int
    span: Span


def fragments(text: str, window: Window, scores: Scores) -> list[Fragment]:
    """The fragments of a window: the best sequence of tags in which every inside follows its beginning.

    A word is tagged as its first piece is. On PolNeAR dev, full F1 is 2.2 points lower where each word takes the tag with
    the highest sum over its pieces, whatever stands before it.
    """
    words = list(_words(text, window))
    if not words:
        return []
    found: list[Fragment] = []
    open_role: str | None = None
    for (first, last), tag in zip(words, _best_path(scores[[first for first, _ in words]]), strict=True):
        if tag == OUTSIDE:
            open_role = None
            continue
        role = ROLES[(tag - 1) // 2]
        span = Span(window.spans[first][0], window.spans[last][1])
        if role == open_role and tag != begins(role):
            before = found.pop()
            found.append(Fragment(role, before.first, last, Span(before.span.start, span.end)))
        else:
            found.append(Fragment(role, first, last, span))
        open_role = role
    return found


def _words(text: str, window: Window) -> Iterator[tuple[int, int]]:
    """First and last piece of each word."""
    first: int | None = None
    for place, (start, end) in enumerate(window.spans):
        if first is not None and not _goes_on(text, window.spans[place - 1][1], start, end):
            yield first, place - 1
            first = None
        if first is None and start >= 0:
            first = place
    if first is not None:
        yield first, len(window.spans) - 1


def _goes_on(text: str, before: int, start: int, end: int) -> bool:
    """Whether a piece continues the word that ended at `before`."""
    return start == before and text[start - 1].isalnum() and text[end - 1].isalnum()


def _allowed() -> npt.NDArray[np.float32]:
    """Scores of passing from tag to tag: none where an inside would follow anything but its own role."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for before, first in enumerate(TAGS):
        for after, second in enumerate(TAGS):
            if second.startswith("I-") and first[2:] != second[2:]:
                table[before, after] = -np.inf
    return table


_PASSING = _allowed()


def _best_path(scores: Scores) -> list[int]:
    """The tags with the highest sum of log-probabilities that may follow each other (Viterbi)."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    gains = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    best = gains[0] + _PASSING[OUTSIDE]
    came_from = np.zeros(scores.shape, dtype=np.int64)
    for word in range(1, len(gains)):
        options = best[:, None] + _PASSING
        came_from[word] = options.argmax(axis=0)
        best = options.max(axis=0) + gains[word]
    path = [int(best.argmax())]
    for word in range(len(gains) - 1, 0, -1):
        path.append(int(came_from[word, path[-1]]))
    return path[::-1]
