"""From one attribution to the links of a chain that it states: its source, who was told, and whom the source cites."""

import re
from collections.abc import Iterable, Iterator

from wherefrom.model import Link, Source, SourceKind, Span, Spans, Words, healed, slice_of

from . import cues
from .attributions import Attribution
from .places import Stretches
from .quotations import bare
from .scanning import Name
from .sentences import trimmed
from .sources import describe, is_outlet

CITING = re.compile(r"\b(citing|quoting|on the word of|relying on)\s+", re.IGNORECASE)
"""Words after which stands whom a source itself goes by."""

_CITED_BY = re.compile(
    r"\b((?:cited|quoted|interviewed) by|who (?:spoke|talked) (?:to|with)|speaking to)\s+", re.IGNORECASE
)
_CITES = re.compile(r"(?:has |have |had |also )*(?:cites?|cited|quotes?|quoted)", re.IGNORECASE)
_THAT_CITES = re.compile(r"\b(?:that|which) ((?:has |had )?(?:cit|quot)(?:es|ed))\s+", re.IGNORECASE)

_THROUGH = re.compile(
    r"\b(?:through|via|by way of)\s+(?P<who>(?:(?:his|her|their|its|an?|the|one of (?:his|her|their)) )?(?:[\w’'-]+ ){0,3}?"
    r"(?:lawyers?|attorneys?|solicitors?|barrister|counsel|spokes\w+|agent|publicist|representatives?|intermediar(?:y|ies)|"
    r"aides?|friends?|family|relatives?|law firm|interpreter|translator)(?: (?-i:[A-Z])[\w.’'-]+){0,4})",
    re.IGNORECASE,
)
"""Who speaks for a source: the words came through them."""

_INTERVIEW_BEFORE = re.compile(
    r"\b(?:in|during) (?:an?|the|this|his|her|their|its|\w+)\s(?:[\w’'-]+ ){0,3}?(?:interview|interviews|conversation|statement|comments?|remarks|"
    r"e-?mails?|letter|message) (?:with|to|for|on) ",
    re.IGNORECASE,
)
_THEIR_SOURCES = re.compile(
    r"(?P<whose>its|their|(?:the |this )?(?:[\w.&-]+ ){0,3}[\w.&-]+(?=['’]s? ))(?:['’]s?)? (?:own )?(?:[\w-]+ )?(?:sources?|informants?)\b",
    re.IGNORECASE,
)
"""Sources that are somebody's: what they say came through whoever has them."""

_NOBODY = re.compile(r"(?:no(?!\.?\s?\d)|nobody|none|neither|no one|not (?:a|one|any)(?: single)?)\b", re.IGNORECASE)
"""Sources that say, by being none, that it is not said."""

_ITSELF = re.compile(r"(?:[Tt]his|[Oo]ur)\s[a-z]")
"""How an outlet calls itself: "told this newspaper"; "This Morning" is another."""

_PASSIVE = re.compile(r"(?:is|are|was|were|has been|have been|had been)\b", re.IGNORECASE)
_NOUN_PHRASE_ENDS = re.compile(
    r"[;:—–(“”\"]|(?<!\b[A-Za-z])\.(?=\s|$)|,(?!\s+(?-i:[A-Z]))|\s(?:that|said|says|saying|reported|reports|report|wrote|in|on|as|claims?|claimed|"
    r"about|when|after|before|at)\s",
    re.IGNORECASE,
)


_KINDS: dict[str, SourceKind] = {"organisation": "organisation", "outlet": "outlet", "place": "organisation"}
"""What a source is whose name names one of these: a country speaks by its government."""


class Linker:
    """Makes links in one document."""

    def __init__(self, text: str, publisher: str | None, names: Iterable[Name]) -> None:
        self._text = text
        self._publisher = publisher
        self._kinds = {name.span: name.kind for name in names}
        self._names = Stretches(self._kinds)

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
        found[:0] = (
            Link(self._source((relay,)), None, "says", "relayed", content)
            for relay in self._relayed(attribution, unit, told)
        )
        cited = self._cited(attribution, unit)
        if cited is not None:
            word, span = cited
            found.append(Link(self._source((span,)), Words.of(text, (word,)), "says", "stated", content))
        return tuple(found)

    def _relayed(self, attribution: Attribution, unit: Spans, told: Span | None) -> Iterator[Span]:
        """Through whom the words came: an outlet that was told, asked or written for; a lawyer; whoever has the source."""
        source, cue = attribution.source, attribution.cue[-1]
        if told is not None and self._relays(told):
            yield told
        elif (quoting := self._quoting(source)) is not None:
            yield quoting
        elif (interviewer := self._interviewer(attribution, unit)) is not None:
            yield interviewer
        for start, end in source[:1]:
            whose = _THEIR_SOURCES.match(self._text, start, end)
            if whose is not None and (whose["whose"].lower() in {"its", "their"} or is_outlet(whose["whose"])):
                yield Span(*whose.span("whose"))
        home = next((end for start, end in unit if start <= cue.start < end), cue.end)
        first = min(span.start for span in (*source, cue) if span.start <= cue.start)
        for start, end in (Span(first, cue.start), Span(cue.start, min(home, cue.end + 80))):
            through = _THROUGH.search(self._text, start, end)
            if through is not None and not any(one.start < through.end() <= one.end for one in attribution.content):
                who = through["who"].rstrip(".,;: ")
                yield Span(through.start("who"), through.start("who") + len(who))
                break

    def _interviewer(self, attribution: Attribution, unit: Spans) -> Span | None:
        """The outlet of "in an interview with the Mercury", where it stands before the cue and outside the content."""
        for start, end in Stretches(attribution.content).outside(unit):
            match = _INTERVIEW_BEFORE.search(self._text, start, min(end, attribution.cue[0].start))
            if match is None:
                continue
            stop = next(
                (span.start for span in attribution.source if span.start >= match.end()), attribution.cue[0].start
            )
            span = self._noun_phrase(match.end(), min(end, stop))
            if span is not None and self._relays(span):
                return span
        return None

    def _source(self, spans: Spans) -> Source | None:
        if not spans:
            return None
        spans = self._trimmed(spans)
        words = slice_of(self._text, spans)
        described = describe(words)
        kind = self._kind_of_name(spans[0]) if described.kind == "person" and described.named else None
        return Source(words, spans, kind or described.kind, described.named, number=described.number)

    def _kind_of_name(self, span: Span) -> SourceKind | None:
        """What a name in these words names, as the encoder sees it, where word lists took it for a person's."""
        names = [name for name in self._names.touching(span) if name.end <= span.end]
        return _KINDS.get(self._kinds[names[-1]]) if names else None

    def _spells_out(self, attribution: Attribution) -> bool:
        """Whether the content is told after a colon: "rejects this: there was no leak" denies something before it."""
        between = self._text[attribution.cue[-1].end : attribution.content[0].start]
        return re.search(r":(?!\d)", between) is not None and "\n" not in between

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
        if _ITSELF.match(words):
            return True
        if self._publisher is None:
            return False
        own, other = (re.sub(r"^the ", "", bare(name).lower()) for name in (self._publisher, words))
        short = re.sub(r" (?:news|online|tv|radio)$", "", own)
        theirs = re.match(rf"{re.escape(short)}['’]s?\b", other) is not None
        return theirs or other in {own, short} or own.endswith(f" {other}")

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
        cue = attribution.cue[-1]
        if _CITES.fullmatch(self._text, cue.start, cue.end) and attribution.content[0].start > cue.end:
            span = self._noun_phrase(cue.end, attribution.content[0].start)
            if span is not None:
                return cue, span
        for start, end in Stretches(attribution.content).outside(unit):
            match = CITING.search(self._text, start, end) or _THAT_CITES.search(self._text, start, end)
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
