"""From one attribution to the links of a chain that it states: its source, who was told, and whom the source cites."""

import re

from wherefrom.model import Link, Source, Span, Spans, Words, healed, slice_of

from . import cues
from .antecedents import Antecedents
from .attributions import Attribution
from .places import Stretches
from .quotations import bare
from .sentences import trimmed

CITING = re.compile(r"\b(citing|quoting|on the word of|relying on)\s+", re.IGNORECASE)
"""Words after which stands whom a source itself goes by."""

_CITED_BY = re.compile(
    r"\b((?:cited|quoted|interviewed) by|who (?:spoke|talked) (?:to|with)|speaking to)\s+", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:no|nobody|none|neither|no one)\b", re.IGNORECASE)
"""Sources that say, by being none, that it is not said."""

_PASSIVE = re.compile(r"(?:is|are|was|were|has been|have been|had been)\b", re.IGNORECASE)
_NOUN_PHRASE_ENDS = re.compile(
    r"[;:.—–(“”\"]|,(?!\s+(?-i:[A-Z]))|\s(?:that|said|says|saying|reported|reports|report|wrote|in|on|as|claims?|claimed|"
    r"about|when|after|before|at)\s",
    re.IGNORECASE,
)


class Linker:
    """Makes links in one document."""

    def __init__(self, text: str, publisher: str | None, antecedents: Antecedents) -> None:
        self._text = text
        self._publisher = publisher
        self._antecedents = antecedents

    def links(self, attribution: Attribution, unit: Spans) -> tuple[Link, ...]:
        """The links that an attribution in this sentence states, outermost first.

        One as a rule; one more outside where the words came through an outlet ("told the Express", "a source quoted by
        CNN"), and one more inside where the source cites another.
        """
        text, content = self._text, attribution.content
        source, cue_spans = self._without_expletive(attribution)
        cue = Words.of(text, cue_spans)
        before = text[max(unit[0].start, attribution.cue[0].start - 30) : attribution.cue[0].start]
        told = self._told(attribution, unit)
        stated = Link(
            source=self._source(source),
            cue=cue,
            act="says" if self._spells_out(attribution) else cues.act_of(cue.text),
            basis="stated",
            content=content,
            to=None if told is None else Words.of(text, (told,)),
            polarity="negative" if _NOBODY.match(slice_of(text, source)) else cues.polarity_of(cue.text),
            once=cues.is_past_stance(cue.text, before),
        )
        found = [stated]
        relay = told if told is not None and self._relays(told) else self._quoting(attribution.source)
        if relay is not None:
            found.insert(0, Link(self._source((relay,)), None, "says", "relayed", content))
        cited = self._cited(attribution, unit)
        if cited is not None:
            word, span = cited
            found.append(Link(self._source((span,)), Words.of(text, (word,)), "says", "stated", content))
        return tuple(found)

    def _source(self, spans: Spans) -> Source | None:
        if not spans:
            return None
        spans = self._trimmed(spans)
        words = slice_of(self._text, spans)
        described = self._antecedents.described(words, spans[0].start)
        return Source(words, spans, described.kind, described.named, number=described.number)

    def _spells_out(self, attribution: Attribution) -> bool:
        """Whether the content is told after a colon: "rejects this: there was no leak" denies something before it."""
        between = self._text[attribution.cue[-1].end : attribution.content[0].start]
        return ":" in between and "\n" not in between

    def _trimmed(self, spans: Spans) -> Spans:
        """A source without the commas and dashes at its ends."""
        return tuple(Span(start, start + len(self._text[start:end].rstrip(" ,;:—–-\u00a0"))) for start, end in spans)

    def _without_expletive(self, attribution: Attribution) -> tuple[Spans, Spans]:
        """Source and cue, where "it" of "it was reported" is no source but part of the cue."""
        words = slice_of(self._text, attribution.source).lower()
        passive = _PASSIVE.match(slice_of(self._text, attribution.cue))
        if words in {"it", "there"} and passive is not None:
            return (), healed(self._text, (*attribution.source, *attribution.cue))
        return attribution.source, attribution.cue

    def _told(self, attribution: Attribution, unit: Spans) -> Span | None:
        """Who was told, from the cue and the words after it up to the next part of the attribution."""
        cue = attribution.cue[-1]
        others = [span.start for span in (*attribution.content, *attribution.source) if span.start >= cue.end]
        end = next((end for start, end in unit if start <= cue.start < end), cue.end)
        return cues.addressee(self._text, cue, min([*others, end]))

    def _relays(self, told: Span) -> bool:
        """Whether whoever was told is an outlet, and not the one that prints this."""
        words = self._text[told.start : told.end]
        return cues.relays(words) and not self._is_publisher(words)

    def _is_publisher(self, words: str) -> bool:
        if self._publisher is None:
            return False
        own, other = (re.sub(r"^the ", "", bare(name).lower()) for name in (self._publisher, words))
        return own == other or own.endswith(f" {other}")

    def _quoting(self, source: Spans) -> Span | None:
        """The outlet that a source spoke to or was quoted by, where the source's own words say so."""
        for start, end in source:
            match = _CITED_BY.search(self._text, start, end)
            if match is not None:
                span = self._noun_phrase(match.end(), end)
                if span is not None and self._relays(span):
                    return span
        return None

    def _cited(self, attribution: Attribution, unit: Spans) -> tuple[Span, Span] | None:
        """Whom the source itself cites, "citing people close to him", with the word that says so."""
        if not attribution.source:
            return None
        for start, end in Stretches(attribution.content).outside(unit):
            match = CITING.search(self._text, start, end)
            if match is not None and self._beside(attribution, match.start()):
                span = self._noun_phrase(match.end(), end)
                if span is not None:
                    return Span(*match.span(1)), span
        return None

    def _beside(self, attribution: Attribution, place: int) -> bool:
        """Whether a place in the sentence stands by the source or the cue, not in another part of the sentence."""
        return any(start - 60 <= place <= end + 60 for start, end in (*attribution.source, *attribution.cue))

    def _noun_phrase(self, start: int, stop: int) -> Span | None:
        ends = _NOUN_PHRASE_ENDS.search(self._text, start + 1, stop)
        begin, end = trimmed(self._text, start, ends.start() if ends is not None else stop)
        end = begin + len(self._text[begin:end].rstrip(",;:. "))
        return Span(begin, end) if begin < end and len(self._text[begin:end].split()) <= 14 else None
