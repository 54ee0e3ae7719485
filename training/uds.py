"""UDS-IH2: how sure readers were that what a predicate tells happened, from -3 (it did not) to 3 (it did).

Sentences of English web text (blogs, newsgroups, mails, reviews, answers), tokenised, each predicate rated by people; see
Rudinger, White and Van Durme, "Neural models of factuality" (NAACL 2018).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wherefrom.model import Span

_GLUED_LEFT = frozenset(". , ; : ? ! ) ] } % n't 's 're 've 'll 'd 'm ' ’ ’s n’t ” ...".split())
_GLUED_RIGHT = frozenset("( [ { $ £ € “ ‘ #".split())
_GLUED_BOTH = frozenset("- / –".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicate's words and how sure readers were of it."""

    span: Span
    factuality: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it would be printed, with its predicates."""

    text: str
    predicates: tuple[Judged, ...]


def sentences(path: Path) -> list[Sentence]:
    """The sentences of one split, in the order of the texts that they were taken from."""
    return [_sentence(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _sentence(row: dict[str, object]) -> Sentence:
    text, spans = printed(str(row["text"]).split())
    targets = row["targets"]
    if not isinstance(targets, list):
        raise TypeError("a sentence without a list of targets is no line of UDS-IH2")
    judged = (
        Judged(Span(spans[target["span1"][0]].start, spans[target["span1"][1] - 1].end), float(target["label"]))
        for target in targets
    )
    return Sentence(text, tuple(judged))


def printed(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Tokens of a treebank as print would have them, and where each stands: "do n't ( yet ) ." is "don't (yet)."."""
    text, spans, glued, quoted = "", [], True, False
    for word in tokens:
        closes = word == '"' and quoted
        apart = not (glued or closes or word in _GLUED_LEFT or word in _GLUED_BOTH)
        text += " " if apart else ""
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
        quoted = not quoted if word == '"' else quoted
        glued = word in _GLUED_RIGHT or word in _GLUED_BOTH or (word == '"' and not closes)
    return text, spans
