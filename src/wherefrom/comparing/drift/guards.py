"""What a telling keeps between itself and a bare assertion: a source, a word that holds back, a condition."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from wherefrom.model import Appearance, Degree, Document, Link, Source, Span, Spans, joined
from wherefrom.reader import lexicon

from .wording import REMEMBERED, stem, words_of

FIRMNESS: dict[Degree, int] = {"possible": 0, "probable": 1, "unspecified": 2, "certain": 2}
"""How much a degree leaves open; a forceful word ("certainly") asserts no other thing than a bare assertion."""

FIRM = 2

_HELD_OPEN = re.compile(
    r"\b(?:if|unless|provided|providing|as long as|so long as|on condition|subject to|assuming|once|until|should (?:he|she|it|they|the)|"
    r"would|whether|in case|depending|pending)\b",
    re.IGNORECASE,
)
"""Words beside a statement that leave it open though no condition was read there."""

_REPORTED = re.compile(
    rf"\b(?:{lexicon.DENIES}|{lexicon.DISCLOSES}|said|say(?:s|ing)?\b|told|tell(?:s|ing)?\b|wrote|writ(?:es?|ing|ten)\b|"
    r"report|stat(?:es?|ed|ing|ement)\b|announc|add(?:s|ed|ing)\b|not(?:es?|ed|ing)\b|according|confirm|claim|alleg|tweet|declar|rumou?r|"
    r"purport|unconfirmed|unverified|sources?\b|f(?:ind(?:s|ing|ings)?|ound)\b|conclu|show(?:s|n|ed)?\b|estimat|spoke[n]?\b|warn|argu|insist|"
    r"believ|think(?:s|ing)?\b|thought|suspect|assum|reckon|predict|understood|fear(?:s|ed|ing)?\b)",
    re.IGNORECASE,
)
"""Words in the sentence of a statement that pass it on as somebody's word though no link was read there."""

_SENTENCE = 400
"""How far around a statement its sentence is looked for, in code points: longer ones are rare."""

_STOP = re.compile(
    r"[!?….\n](?:(?:(?<=[!?…])|(?<=\.)(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|No|Co|vs)\.)(?<!\b(?:Mrs|Sen|Gov|Gen|Rep|Col|Sgt|Rev|Inc|Ltd|Jan|"
    r"Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)(?<!\b(?:Sept|Capt|Corp|Prof)\.))[\"”’)\]]*\s|(?<=\n))"
)
"""Where a sentence ends; not at the point of an initial, a title or a month. The mark comes first: so it is found quickest."""


@dataclass(frozen=True, slots=True)
class Guard:
    """How a telling is guarded.

    `firmness` is the lowest that its hedges and the attitudes of its sources leave; `held` the words that do it.
    `sourced` tells whose word it is, outermost first, empty if the writer's own.
    """

    firmness: int
    held: Spans
    sourced: tuple[Link, ...]
    conditional: Spans

    @classmethod
    def of(cls, appearance: Appearance) -> Self:
        """The guards of a statement as it was read."""
        kept = appearance.certainty
        levels = [FIRMNESS[kept.degree], *(FIRMNESS[link.degree] for link in appearance.chain)]
        held = [span for hedge in kept.hedges for span in hedge.spans]
        for link in appearance.chain:
            if FIRMNESS[link.degree] < FIRM and link.cue is not None and link.polarity == "positive":
                held += link.cue.spans
        return cls(
            firmness=min(levels),
            held=joined(held),
            sourced=appearance.chain,
            conditional=appearance.condition.spans if appearance.condition is not None else (),
        )

    @property
    def flat(self) -> bool:
        """Whether nothing at all stands between the telling and a bare assertion by its writer."""
        return not self.sourced and not self.held and not self.conditional and self.firmness == FIRM


@lru_cache(maxsize=REMEMBERED)
def sentence_of(text: str, spans: Spans) -> Span:
    """The sentence around a statement, or as much of it as lies near."""
    start, end = spans[0].start, spans[-1].end
    near = max(0, start - _SENTENCE)
    stops = [match.end() for match in _STOP.finditer(text, near, start)]
    after = _STOP.search(text, max(start, end - 1), end + _SENTENCE)
    return Span(
        stops[-1] if stops else near, after.start() + 1 if after is not None else min(len(text), end + _SENTENCE)
    )


def left_open(document: Document, spans: Spans) -> bool:
    """Whether the sentence of a statement has words of condition."""
    return _has(_HELD_OPEN, document.text, spans)


def passed_on(document: Document, spans: Spans) -> bool:
    """Whether the sentence of a statement has words that pass on what somebody said, thought or found."""
    return _has(_REPORTED, document.text, spans)


@lru_cache(maxsize=REMEMBERED)
def _has(pattern: re.Pattern[str], text: str, spans: Spans) -> bool:
    """Whether a pattern is found in the sentence of a statement."""
    return pattern.search(text, *sentence_of(text, spans)) is not None


def named_in(document: Document, spans: Spans, source: Source, source_document: Document) -> bool:
    """Whether the sentence of a statement has a word of those that name a source elsewhere."""
    sentence = {stem(match.group()) for match in words_of(document.text, (sentence_of(document.text, spans),))}
    return bool(sentence & _stems(source_document, source))


def origin_of(chain: Iterable[Link]) -> Source | None:
    """The innermost source of a chain, None where it ends in a report without a source or is empty."""
    last = None
    for link in chain:
        last = link.source
    return last


def same_voice(document: Document, one: Source, other_document: Document, other: Source) -> bool:
    """Whether two sources can be one: by party, or by a word of their names; two unnamed ones by any word they share."""
    if set(one.parties) & set(other.parties):
        return True
    return bool(_stems(document, one) & _stems(other_document, other))


def is_publisher(source: Source, document: Document, publisher: str | None) -> bool:
    """Whether the words for a source name an outlet; articles and "the newspaper" aside."""
    if publisher is None:
        return False
    name = {stem(word) for word in re.findall(r"[^\W\d_]+", publisher) if word.lower() not in _ARTICLES}
    words = _stems(document, source)
    return bool(name) and bool(words) and (name <= words or words <= name)


_ARTICLES = frozenset("the a an of and news newspaper daily".split())

_VAGUE = frozenset(
    stem(word) for word in "the a an of and who that with by in to his her their its two three several some".split()
)


def _stems(document: Document, source: Source) -> frozenset[str]:
    return frozenset(stem(match.group()) for match in words_of(document.text, source.spans)) - _VAGUE
