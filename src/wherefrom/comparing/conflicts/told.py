"""A value of a conflict in the making, and the conflict that comes of several."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from wherefrom.model import Conflict, ConflictValue, Spans
from wherefrom.model.claim import ConflictKind

from .keys import Place
from .words import words


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that differ, where it stands, and what tells it from the others (`same` is equal for equals)."""

    place: Place
    spans: Spans
    value: str | float
    unit: str | None
    same: object


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether values cannot all hold, and why it is thought so, in plain words."""

    apart: bool
    why: str


def conflict(kind: ConflictKind, about: str, values: Sequence[Value], verdict: Verdict) -> Conflict:
    """The conflict between these values; where it comes from is filled in later (`bearing`)."""
    rows = once_a_document(values)
    places = "|".join(f"{one.place.document}:{one.spans[0].start}-{one.spans[-1].end}" for one in rows)
    return Conflict(
        id=f"x{sha256(f'{kind}|{about}|{places}'.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}",
        claim=common_claim(rows),
        kind=kind,
        about=about,
        cannot_all_hold=True if verdict.apart else None,
        between="unknown",
        why=verdict.why,
        values=tuple(
            ConflictValue(one.place.document, one.place.appearance, one.spans, one.value, one.unit) for one in rows
        ),
    )


def once_a_document(values: Sequence[Value]) -> list[Value]:
    """The values in their order, each value of a document only once: where its body gives it first, else its headline."""
    found: dict[tuple[str, object], Value] = {}
    for one in sorted(values, key=lambda value: not value.place.body):
        found.setdefault((one.place.document, one.same), one)
    return [one for one in values if found[one.place.document, one.same] is one]


def common_claim(values: Sequence[Value]) -> str | None:
    """The first claim under which the statements of all values stand, if there is one."""
    shared = [claim for claim in values[0].place.claims if all(claim in one.place.claims for one in values)]
    return shared[0] if shared else None


_MOST = 4
"""Words with which a conflict is told from others."""


def about_words(values: Sequence[Value], texts: dict[str, str], without: str = "") -> str:
    """The words that stand around most of the values, as the first of them that has them writes them."""
    counts: dict[str, int] = {}
    known = {word.stem for word in words(without, 0, len(without))}
    for one in values:
        for stem in {word.stem for word in one.place.near} - known:
            counts[stem] = counts.get(stem, 0) + 1
    best = sorted((stem for stem in counts if counts[stem] > 1), key=lambda stem: (-counts[stem], stem))[:_MOST]
    for one in values:
        held = {word.stem: word for word in reversed(one.place.near) if word.stem in best}
        if held:
            text = texts[one.place.document]
            return " ".join(text[word.start : word.end] for word in sorted(held.values(), key=lambda word: word.start))
    return ""
