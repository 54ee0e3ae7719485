"""Grades: what people judge of sources, claims and hypotheses, each on its own scale."""

from collections.abc import Mapping
from dataclasses import dataclass

from wherefrom.judging.grading import check_object
from wherefrom.ledger.blind import Blind, seen, unmasked
from wherefrom.ledger.blind import blind as _blind
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.grades import Grade, Grades, Hedged, Judgement, Sheet, State, has_grades
from wherefrom.model import Unreadable
from wherefrom.model.judgement import Scale, Scheme

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = [
    "Blind",
    "Given",
    "Grade",
    "Grades",
    "Hedged",
    "Sheet",
    "grade",
    "grades",
    "grades_of_sources",
    "sources_behind",
    "to_grade",
]

WORDINGS: Mapping[str, Scheme] = {
    "stanag": "stanag-2511",
    "fm": "fm-2-22.3",
    "stanag-2511": "stanag-2511",
    "fm-2-22.3": "fm-2-22.3",
    "icd-203": "icd-203",
    "phia": "phia",
    "kent": "kent",
}
"""The schemes, by what they are called in a call."""


@dataclass(frozen=True, slots=True)
class Given:
    """What came of grading: the entry's id, what stands of the thing now, whether it is kept as given blind, and what is to be said.

    `warnings` are of that, and of the grader's grades taken together.
    """

    grade: str
    sheet: Sheet
    blind: bool
    warnings: tuple[str, ...] = ()


def grade(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    about: str,
    scale: Scale,
    value: str | None,
    *,
    grounds: str,
    wording: str | None = None,
    blind: bool = False,
    by: str | None = None,
) -> Given:
    """Grade a source's reliability, a claim's credibility, or how likely a claim or a hypothesis is and how sure that is; None takes it back.

    `about` is a claim's id, a party's id, the name of a person, body or outlet, or a hypothesis' id. `value` is a step of the scale in the ledger's
    wording (`wording` says which, for the first grade): A to F, 1 to 6, a word of the yardstick, low, moderate or high. F and 6 are no grade: they
    say that it cannot be judged. A later grade of the same person stands in the place of the earlier, which stays in the history.

    `blind` says that a claim was judged as `to_grade` shows it; it is kept so unless the grader knew its sources before.

    Raises:
        Unreadable: the ledger cannot be used, there is nothing of this name, the scale is not one of such things, the value is no word of the
            scheme, there are no grounds, another wording is in use, or a credibility of 1 has no proven second origin.
        Busy: somebody else is writing to it.
    """
    if blind and (scale != "credibility" or value is None):
        raise Unreadable("--blind", "is for the credibility of a claim, which is judged before its source is shown")
    who = whoever(by)
    judged = Judgement(scale, value, grounds, _scheme(wording), blind)
    with opened(ledger) as kept:
        with kept.writing(who) as writer:
            state = State.of(kept)
            known = seen(state, about, who) if blind and about in state.things.claims else None
            thing, name = state.grade(writer, about, judged, not_blind=known is not None)
        after = State.of(kept)
        told = () if known is None else (f"{known}: it is kept as a grade that was not given blind",)
        return Given(name, after.sheet(thing), blind and known is None, (*told, *after.of_grader(who)))


def grades(ledger: LedgerFile, about: str | None = None, *, history: bool = False, as_of: str | None = None) -> Grades:
    """What people judged and what of it stands, of one claim, source or hypothesis, or of all; with `history` every grade there was.

    Each scale stands for itself, each person's grade beside the others'. What nobody judged is None, and nothing stands in its place.

    Raises:
        Unreadable: the ledger cannot be used, it had nothing of this name then, or the moment is none.
    """
    with looked_at(ledger) as kept:
        state = State.of(kept, as_of)
        if about is None:
            return state.grades(history=history)
        thing = state.things.thing(state.things.target(kept, about))
        if thing.kind not in {"claim", "party", "hypothesis"}:
            raise Unreadable(about, "has no grades; a claim, a source and a hypothesis can have them")
        return Grades((state.sheet(thing, history=history),))


def grades_of_sources(ledger: LedgerFile, *, as_of: str | None = None) -> tuple[Sheet, ...]:
    """The sources that somebody graded; quick where nobody did."""
    with looked_at(ledger) as kept:
        if not has_grades(kept):
            return ()
        return tuple(one for one in State.of(kept, as_of).grades().sheets if one.kind == "party")


def to_grade(ledger: LedgerFile, claim: str, *, by: str | None = None) -> Blind:
    """A claim as somebody who grades it blind sees it: its words, its statements, conflicts and dates, with every source and outlet masked.

    Raises:
        Unreadable: the ledger cannot be used, or it has no such claim.
    """
    with looked_at(ledger) as kept:
        return _blind(_with(kept, claim), claim, whoever(by))


def sources_behind(ledger: LedgerFile, claim: str) -> tuple[tuple[str, str], ...]:
    """For each mask of a claim in `to_grade` whom it stands for.

    Raises:
        Unreadable: the ledger cannot be used, or it has no such claim.
    """
    with looked_at(ledger) as kept:
        return unmasked(_with(kept, claim), claim)


def _with(ledger: Ledger, claim: str) -> State:
    state = State.of(ledger)
    check_object("credibility", state.things.kind_of(claim), claim)
    state.things.target(ledger, claim)
    return state


def _scheme(wording: str | None) -> Scheme | None:
    if wording is not None and wording not in WORDINGS:
        raise Unreadable(wording, "is no wording that is known; these are: stanag, fm, icd-203, phia, kent")
    return None if wording is None else WORDINGS[wording]
