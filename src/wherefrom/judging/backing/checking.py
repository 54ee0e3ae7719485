"""A draft against what is held: for every sentence what it rests on, and what it says beyond that.

The thresholds here and in `units` were set on five labelled drafts of thirty sentences each (`benchmarks.drafts`: the bundled story, two
invented and two real ones), and looked at again on three more that had been held out until then. A tenth more or less of any of them
changes three of the 240 verdicts at most.
"""

from collections.abc import Iterator, Sequence

from wherefrom.comparing.drift.guards import FIRM
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Findings, Span, Spans, joined, slice_of

from .against import Against, opposing, opposite_words, other_names
from .attributing import attribution
from .figures import Differs, differing
from .firmness import distanced, draft_firmness, foretold, held_firmness, left_open, only_possible, unread_hearsay
from .framing import aside, says_nothing
from .overstating import behind, counting, overstated
from .passages import Passage, passages
from .support import CLOSEST, covered
from .units import SAYS, SHOWN, Desk, Found, Row, Unit, once, units
from .verdicts import VERDICTS, Backing, DraftSentence, Reason, Verdict, gravest
from .voices import marked, stated
from .wording import Token

LEAST = 0.6
"""How much of a sentence the held sentences must say together for it to be held at all. Of the labelled sentences the five that nothing
held says came to .45 at most, the others to .69 at least."""

LIGHT = 0.25
"""What a word counts that only says on whose word something is told: that is weighed by itself."""

ALLOWS = 0.6
"""How near a held sentence must be, as a share of how near the nearest is, for its figures to count as told of the same."""

AS_MUCH = 0.85
"""How much of what a contradicting sentence says another must say for the draft to stand on that one."""

_NAMED = 4
"""Words for which nothing is held that are named."""


def backing(draft: Findings, held: Findings, outlets: Outlets) -> Backing:
    """Every sentence of a draft against compared findings; `draft` holds the reading of one document.

    What is held is weighed sentence by sentence as well as statement by statement, so that what the reader missed is not taken
    for missing.
    """
    desk = Desk.of(draft, held, outlets)
    return Backing(desk.draft, tuple(_sentence(desk, one) for one in passages(draft.documents, draft.appearances)))


def _sentence(desk: Desk, passage: Passage) -> DraftSentence:
    nothing = says_nothing(passage)
    found = [Reason("no-statement", nothing, (passage.span,))] if nothing is not None else _reasons(desk, passage)
    once_each = {(one.verdict, one.why): one for one in found}
    reasons = tuple(sorted(once_each.values(), key=lambda one: (VERDICTS.index(one.verdict), one.spans, one.why)))
    return DraftSentence(passage.text, (passage.span,), gravest(reasons), reasons)


def _reasons(desk: Desk, passage: Passage) -> Iterator[Reason]:
    whole = desk.look_for(Unit.whole(passage))
    missing = _missing(desk, whole)
    if missing is not None:
        yield missing
        return
    parts = [desk.look_for(one) for one in units(passage)] or [whole]
    found = [reason for one in parts if one.same for reason in _of_statement(desk, one, whole)]
    found = _without_plural(found, list(_sourcing(desk, passage, parts)))
    yield from found
    if all(one.verdict == "backed" for one in found):
        yield _backed(whole)


def _missing(desk: Desk, whole: Found) -> Reason | None:
    """That nothing held says it; None where something does."""
    share, lacking = covered(_weighed(desk, whole.unit.passage), whole.near, desk.library)
    if whole.same and share >= LEAST:
        return None
    places = joined(Span(one.start, one.end) for one in lacking)
    told = ", ".join(f"“{slice_of(desk.draft.text, (place,))}”" for place in places[:_NAMED])
    why = f"nothing held says it: no held words for {told}" if told else "nothing held says it"
    closest = tuple(one.passage.held() for one in whole.near[:1] if one.score >= SAYS / 2)
    return Reason("nothing-held", why, places or (whole.unit.span,), closest)


def _weighed(desk: Desk, passage: Passage) -> tuple[Token, ...]:
    """The words of a sentence; those that only say on whose word it is, or who somebody is, count for less, names aside."""
    cues = [span for one in passage.statements for span in marked(one)]
    light = [*cues, *counting(desk.draft.text, passage.span), *aside(desk.draft.text, passage.span)]
    return tuple(
        one._replace(weight=one.weight * LIGHT)
        if not one.name and any(start <= one.start < end for start, end in light)
        else one
        for one in passage.tokens
    )


def _of_statement(desk: Desk, found: Found, whole: Found) -> Iterator[Reason]:
    yield from _contradicted(desk, found)
    yield from _figures(desk, found, whole)
    yield from attribution(desk, found)
    yield from _hedges(desk, found)


def _contradicted(desk: Desk, found: Found) -> Iterator[Reason]:
    """That what is held says the opposite, or names another; where only some of it does, that is told beside what backs it."""
    rows = [row.support for row in found.same]
    turned = [one for row in rows if (one := opposing(row) or opposite_words(row, found.unit.words)) is not None]
    if turned:
        against = {id(one.support) for one in turned}
        most = max(one.support.plainly for one in turned)
        others = [one for one in rows if id(one) not in against and one.plainly >= AS_MUCH * most]
        what = "held words say the opposite as well" if others else "something held says the opposite"
        yield _against("backed" if others else "contradicted", what, turned)
        return
    renamed = [list(other_names(row, found.unit.words, desk.draft.text)) for row in rows]
    if renamed and all(renamed):
        yield _against("contradicted", "another name", [one for several in renamed for one in several])


def _against(verdict: Verdict, what: str, found: Sequence[Against]) -> Reason:
    first = found[0]
    return Reason(verdict, f"{what}: {first.why}", first.own, once(one.support.passage.held() for one in found))


def _figures(desk: Desk, found: Found, whole: Found) -> Iterator[Reason]:
    own = found.unit.passage
    counted = [span for voice in stated(own.statements, desk.parties) for span in voice.spans]
    least = ALLOWS * max(row.support.score for row in found.same)
    near = [one.passage for one in (*found.near[:CLOSEST], *whole.near[:CLOSEST]) if one.score >= least]
    same = [row.passage for row in found.same]
    for one in differing(own, found.unit.span, (same, near), counted):
        yield _figure(one, same[0])


def _figure(one: Differs, nearest: Passage) -> Reason:
    if one.passage is None:
        why = f"“{one.text}” is in no held words that say this"
        return Reason("nothing-held", why, one.spans, (nearest.held(),))
    why = f"“{one.text}”: the held words have “{one.held_text}”"
    held = once((one.passage.held(), one.passage.held(one.held)))
    return Reason("hedge-lost" if one.bound else "figure-changed", why, one.spans, held)


def _hedges(desk: Desk, found: Found) -> Iterator[Reason]:
    """That every held sentence is put with less than the draft puts it."""
    unit, text = found.unit, desk.draft.text
    own = draft_firmness(text, unit.passage.span, unit.statements)
    rows = [(row, *_firmness(row)) for row in found.same if row.statement is not None or unread_hearsay(row.passage)]
    if not rows or len(rows) < len(found.same):
        return  # of a sentence in which no statement was read nobody can tell
    if own > max(level for _, level, _ in rows):
        yield _hedge(unit, rows[0][0], rows[0][2])
    elif own == FIRM:
        possible = [only_possible(row.passage, row.support.places) for row, _, _ in rows]
        if foretold(text, unit.span) and all(possible):
            yield _hedge(unit, rows[0][0], possible[0])
        opened = [_opened(row) or words for row, _, words in rows]
        left = distanced(text, unit.passage.span) or any(one.condition for one in unit.statements)
        if all(opened) and not left:
            yield _hedge(unit, rows[0][0], opened[0])


def _firmness(row: Row) -> tuple[int, Spans]:
    if row.statement is None:
        return FIRM, ()
    return held_firmness(row.statement, row.passage, row.support.places)


def _opened(row: Row) -> Spans:
    if row.statement is None:
        return unread_hearsay(row.passage)
    return left_open(row.statement, row.passage, row.support.places)


def _hedge(unit: Unit, row: Row, words: Spans) -> Reason:
    said = slice_of(row.passage.document.text, words)
    held = [row.passage.held(appearance=row.name), *([row.passage.held(words, row.name)] if words else [])]
    why = f"the held words hold back: “{said}”" if said else "the held words hold back"
    return Reason("hedge-lost", f"{why}; the draft does not", (unit.span,), once(held))


def _sourcing(desk: Desk, passage: Passage, parts: Sequence[Found]) -> Iterator[Reason]:
    """That a sentence makes more of its sources than is held."""
    rows = [row for one in parts for row in one.same]
    if not rows:
        return
    held = behind([row.standing for row in rows], desk.library.claims)
    shown = once(row.passage.held() for row in rows)
    for one in overstated(passage, desk.voices(passage), held, [row.passage.text for row in rows]):
        yield Reason("weaker", one.why, one.spans, shown)


def _without_plural(found: list[Reason], sourcing: list[Reason]) -> list[Reason]:
    """That several unnamed voices stand for one says as well that they are others than held."""
    counted = [span for one in sourcing for span in one.spans]

    def told(one: Reason) -> bool:
        over = any(start < span.end and span.start < end for start, end in one.spans for span in counted)
        return one.verdict == "attribution-lost" and over

    return [one for one in found if not told(one)] + sourcing


def _backed(whole: Found) -> Reason:
    outlets = list(dict.fromkeys(row.passage.document.publisher or "a report" for row in whole.same))
    held = once(row.passage.held() for row in whole.same)
    return Reason("backed", f"by {', '.join(outlets[:SHOWN])}", (whole.unit.span,), held)
