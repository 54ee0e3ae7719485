"""Words that hold back from asserting, and whose they are."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wherefrom.model import Certainty, Degree, Hedge, Span, Spans
from wherefrom.reader.places import Stretches

from . import modals, words

_KINDS: tuple[tuple[re.Pattern[str], Degree], ...] = (
    (words.ALMOST_CERTAIN, "probable"),
    (words.UNLIKELY, "possible"),
    (words.POSSIBLE, "possible"),
    (words.PROBABLE, "probable"),
    (words.HEARSAY, "unspecified"),
)
_WEAKEST_FIRST: tuple[Degree, ...] = ("possible", "probable", "unspecified")

_SUBJECT = re.compile(
    r"\b(?:he|she|they|who|we|I|it|you|has|have|had|also|officials|police|investigators|detectives|prosecutors|doctors|lawyers|critics) $",
    re.IGNORECASE,
)
"""What stands before a verb: "she suspected fraud" is her thought, "the suspected fraud" a hedge."""

_WOULD = re.compile(r"\bwould(?:n['’]t)?\b", re.IGNORECASE)

_ASKED = re.compile(r"[?][\s\"”’)\]]*$")

Happened = Callable[[int], float | None]
"""How sure a reader is that the verb after a place in the text happened, from -3 to 3; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Words and whose they are: the link at place `speaker` in the chain, or the writer (None).

    `introduces` tells that they are not the statement itself but stand around it; `of_document` that what they give as its
    source is a document or a thing.
    """

    spans: Spans
    speaker: int | None
    introduces: bool = False
    of_document: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    hedge: Hedge
    degree: Degree


def certainty(
    text: str,
    speeches: Iterable[Speech],
    quoted: Stretches,
    *,
    conditional: bool = False,
    happened: Happened = lambda _: None,
) -> Certainty:
    """How firmly a statement is put, by the hedges in its own words and in those around it that introduce it.

    A modal or adverb belongs to whoever speaks there. Hearsay ("allegedly") outside quotation marks is always the
    writer's: no source calls its own words alleged. A statement that is asked and not made ("Was the ship seized?") is
    held back by its question mark; "would" is a hedge where a condition goes with it. The degree is the weakest that a
    hedge leaves; without any it is a bare assertion, or certain where the words say so with force.
    """
    found: dict[Span, _Found] = {}
    certain = False
    for speech in speeches:
        for span, degree, hearsay in _held_back(text, speech, conditional=conditional, happened=happened):
            aside = hearsay and not quoted.hold(span.start)
            owner = None if aside else speech.speaker
            found.setdefault(span, _Found(Hedge(text[span.start : span.end], (span,), owner), degree))
        certain = certain or any(words.CERTAIN.search(text, *span) for span in speech.spans if not speech.introduces)
    held = [found[span] for span in _outermost(found)]
    degrees = {one.degree for one in held}
    bare: Degree = "certain" if certain and not held else "unspecified"
    return Certainty(
        next((degree for degree in _WEAKEST_FIRST if degree in degrees), bare),
        tuple(one.hedge for one in held),
    )


def _held_back(
    text: str, speech: Speech, *, conditional: bool, happened: Happened
) -> Iterable[tuple[Span, Degree, bool]]:
    """The hedges of a speech: where, how much they leave, and whether they are hearsay."""
    for pattern, degree in _KINDS:
        for match in _matches(text, speech, pattern):
            if _counts(text, match, pattern, happened):
                yield Span(*match.span()), degree, pattern is words.HEARSAY
    if speech.introduces:
        yield from ((Span(*match.span()), "unspecified", False) for match in _matches(text, speech, words.DISTANCED))
        evidence = _matches(text, speech, words.EVIDENCE) if speech.of_document else ()
        yield from ((Span(*match.span()), "probable", False) for match in evidence)
        return
    if conditional:
        yield from ((Span(*match.span()), "possible", False) for match in _matches(text, speech, _WOULD))
    yield from ((mark, "possible", False) for mark in _asked(text, speech.spans))


def _matches(text: str, speech: Speech, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
    return (match for start, end in speech.spans for match in pattern.finditer(text, start, end))


def _asked(text: str, spans: Spans) -> Iterable[Span]:
    """The question mark of a statement that is asked and not made."""
    end = spans[-1].end + 1 if spans else 0
    if _ASKED.search(text[max(0, end - 4) : end]) is not None:
        mark = text.rindex("?", 0, end)
        yield Span(mark, mark + 1)


def _counts(text: str, match: re.Match[str], pattern: re.Pattern[str], happened: Happened) -> bool:
    """Whether words that can hold back do so here."""
    if pattern is words.POSSIBLE:
        return _is_possible(text, match, happened)
    verb = pattern is words.HEARSAY and match.group().endswith("ed") and " " not in match.group()
    return not (verb and _SUBJECT.search(text[max(0, match.start() - 16) : match.start()]))


def _is_possible(text: str, match: re.Match[str], happened: Happened) -> bool:
    """Whether a word of possibility is about what is known, by the words beside it and by what the encoder makes of the verb."""
    if not modals.holds_back(text, *match.span()):
        return False
    if match.group().lower() != "could":
        return True
    sure = happened(match.end())
    return sure is None or sure < modals.ABLE


def _outermost(spans: Iterable[Span]) -> Iterable[Span]:
    """The spans that lie in no other, in the order of the text."""
    reached = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.end > reached:
            yield span
            reached = span.end
