"""Which of the attributions that were found are links of a chain, and how far each reaches."""

from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Link, Span

from . import lexicon
from .attributions import Attribution
from .links import CITING
from .places import Parts, Stretches
from .quotations import bare
from .sources import is_pronoun

_EXPLETIVES = frozenset({"", "it", "there", "that", "which", "who"})
"""Fragments that say nothing beside others: the "it" of "it was reported that"."""

_LEAST_NESTED = 8
"""Characters that a nested content has at least; shorter ones are names ("called it X") more often than statements."""


def reached(text: str, attribution: Attribution, parts: Parts, quoted: Stretches) -> Attribution | None:
    """The attribution without what its cue cannot reach; None where nothing is left.

    A cue reaches the source in its own sentence, the content there, and what is quoted in running paragraphs. It does
    not reach other sentences that nobody quotes, over into a heading or caption, or those whom the source cites. On
    PolNeAR dev this gains 0.4 points of full and 1.7 of exact F1.
    """
    home = parts.home(attribution.anchor.start)
    if home is None:
        return None
    block, unit = home
    own = Stretches(unit)
    content = tuple(
        span
        for span in parts.running_with(block).common(attribution.content)
        if (own.touching(span) or quoted.touching(span)) and CITING.match(text, span.start) is None
    )
    said = tuple(span for span in content if bare(text[span.start : span.end]).lower() not in _EXPLETIVES)
    content = said or content
    if not any(bare(text[start:end]) for start, end in content):
        return None
    source = tuple(span for span in own.common(attribution.source) if _says_something(text, span))
    return replace(attribution, source=source, cue=own.common(attribution.cue), content=content)


def is_link(text: str, attribution: Attribution, chain: Sequence[Link], quoted: Stretches) -> bool:
    """Whether an attribution is a link of a chain, and no hedge, no name-giving, and no return to the same voice.

    `chain` is what it would be nested under.
    """
    source, cue = (
        bare(" ".join(text[start:end] for start, end in part)) for part in (attribution.source, attribution.cue)
    )
    if CITING.match(f"{cue} "):
        return False
    after = cue.endswith(" to") * "to " + text[attribution.cue[-1].end :][:40].lstrip()
    if lexicon.RAISED_CUE.match(cue) and lexicon.INFINITIVE.match(after):
        return False
    plain = lexicon.EVIDENTIAL.sub("", cue).strip()
    if (not source or plain != cue) and not _passes_on(plain):
        return False
    if not chain:
        return not _is_writer(source, attribution, quoted)
    size = sum(end - start for start, end in attribution.content)
    return size >= _LEAST_NESTED and not _same_voice(source, chain[-1])


def _passes_on(cue: str) -> bool:
    """Whether a cue without a source says that something was reported, and neither holds back nor gives a name."""
    if lexicon.HEDGING_CUE.match(cue) or lexicon.NAMING_CUE.match(cue):
        return False
    return lexicon.REPORTING.search(cue) is not None


def _is_writer(source: str, attribution: Attribution, quoted: Stretches) -> bool:
    """Whether "I" or "we" outside quotation marks: the writer, whose own word needs no link."""
    return source.lower() in lexicon.FIRST_PERSON and not quoted.hold(attribution.anchor.start)


def _same_voice(source: str, holder: Link) -> bool:
    """Whether a nested source is the holder of what it stands in: "I" in a quotation, "he" in what he said."""
    words = source.lower()
    if words in lexicon.FIRST_PERSON:
        return True
    if holder.source is None or not is_pronoun(words):
        return False
    if words in {"he", "she", "his", "her"}:
        return holder.source.kind == "person"
    return words in {"they", "their", "it", "its"} and holder.source.kind in {"group", "organisation", "outlet"}


def _says_something(text: str, span: Span) -> bool:
    return bare(text[span.start : span.end]).lower() not in {"", "the", "a", "an", "and", "of"}
