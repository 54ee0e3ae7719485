"""What a retelling lost of what stood between a claim and a bare assertion: its source, a hedge, a condition."""

from collections.abc import Iterator

from wherefrom.model import Link, Spans, healed, joined, slice_of
from wherefrom.model.retelling import DriftKind

from .guards import FIRM, is_publisher, left_open, named_in, origin_of, passed_on
from .shown import Finding
from .tellings import Retelling, Told
from .wording import related, stem, words_of

_ASSERTED = frozenset({"fact", "forecast", "evaluation", None})
"""Of these a source or a hedge can be lost; an intention is always somebody's."""


def losses(pair: Retelling) -> Iterator[Finding]:
    """What the later telling no longer has and no other telling of the same detail in its document keeps."""
    if pair.earlier.stance == "denies" or pair.later.stance != "supports":
        return  # who denies, doubts or tells it as a rumour does not vouch for it
    yield from _source(pair)
    yield from _hedge(pair)
    yield from _condition(pair)


def _siblings(pair: Retelling) -> tuple[Told, ...]:
    """All tellings of this detail in the later document."""
    return (pair.later, *(one for one in pair.kept if related(one.wording, pair.earlier.wording)))


def _source(pair: Retelling) -> Iterator[Finding]:
    earlier, later = pair.earlier, pair.later
    source = origin_of(earlier.guard.sourced)
    link = earlier.guard.sourced[-1] if earlier.guard.sourced else None
    if source is None or link is None or link.basis == "carried" or link.act in ("denies", "doubts", "asks", "intends"):
        return
    if later.appearance.nature not in _ASSERTED or is_publisher(source, earlier.document, later.document.publisher):
        return
    if any(_has_source(one, earlier) for one in pair.kept) or _has_source(later, earlier):
        return
    at = later.appearance.spans
    if passed_on(later.document, at) or named_in(later.document, at, source, earlier.document):
        return
    marked = _attribution(earlier.document.text, link)
    words = slice_of(earlier.document.text, source.spans)
    who = f"“{words}” ({earlier.voice})" if earlier.voice is not None else f"“{words}”"
    passing = joined(span for one in later.guard.sourced if one.source is not None for span in one.source.spans)
    now = "names only who passed it on" if later.guard.sourced else "gives no source"
    yield Finding("source-lost", marked, passing, f"{who} stood behind it earlier; the later telling {now}")


def _has_source(one: Told, earlier: Told) -> bool:
    """Whether a telling still says on whose word it is: anybody but the earlier document's own outlet."""
    return any(
        link.source is None or not is_publisher(link.source, one.document, earlier.document.publisher)
        for link in one.guard.sourced
    )


def _attribution(text: str, link: Link) -> Spans:
    parts = (link.source, link.cue)
    return healed(text, (span for part in parts if part is not None for span in part.spans))


def _hedge(pair: Retelling) -> Iterator[Finding]:
    before = pair.earlier.guard
    if not before.held or not _governs(pair):
        return
    document, spans = pair.later.document, pair.later.appearance.spans
    kind: DriftKind | None = None
    if before.firmness == FIRM:  # hearsay only, "allegedly": to say on whose word does as well
        if all(one.guard.flat for one in _siblings(pair)) and not passed_on(document, spans):
            kind = "hedge-lost"
    elif not left_open(document, spans):
        kind = _raised(before.firmness, min(one.guard.firmness for one in _siblings(pair)))
    if kind is not None:
        held = slice_of(pair.earlier.document.text, before.held)
        now = "nothing does any more" if kind == "hedge-lost" else "it is held back less"
        why = f"“{held}” held it back earlier; in the later telling {now}"
        yield Finding(kind, before.held, pair.later.guard.held, why)


def _raised(before: int, after: int) -> DriftKind | None:
    if after <= before:
        return None
    return "hedge-lost" if after == FIRM else "degree-raised"


def _governs(pair: Retelling) -> bool:
    """Whether the later telling has what was held back: of "may be in quarantine after his return" not the return alone.

    A hedge governs the first word that tells something after it, an attitude of the source the whole statement.
    """
    earlier = pair.earlier
    for hedge in earlier.appearance.certainty.hedges:
        after = (
            stem(match.group())
            for match in words_of(earlier.document.text, earlier.appearance.spans)
            if match.start() >= hedge.spans[-1].end and not match.group().endswith("ly")
        )
        governed = next((word for word in after if word in earlier.wording.stems), None)
        if governed is not None and governed not in pair.later.wording.stems:
            return False
    return True


def _condition(pair: Retelling) -> Iterator[Finding]:
    before = pair.earlier.guard.conditional
    if not before or any(one.guard.conditional or one.guard.firmness == 0 for one in _siblings(pair)):
        return
    if left_open(pair.later.document, pair.later.appearance.spans):
        return
    words = slice_of(pair.earlier.document.text, before)
    yield Finding(
        "condition-lost", before, (), f"it held earlier only on the condition “{words}”; the later telling has none"
    )
