"""Competing explanations: questions, hypotheses, evidence and what people rate; see `wherefrom.judging.weighing` for what is made of it."""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from wherefrom.comparing import Outlets
from wherefrom.judging.weighing import SCALE, WORDS, Column, Hypothesis, Matrix, Proposal
from wherefrom.judging.weighing.proposing import Doubt
from wherefrom.ledger import supposing as _supposing
from wherefrom.ledger import weighing as _weighing
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.grades import Sheet, State, has_grades
from wherefrom.ledger.targets import Named
from wherefrom.ledger.views import findings
from wherefrom.ledger.weighing import QuestionLine
from wherefrom.ledger.whom import whom
from wherefrom.model import Findings, Unreadable
from wherefrom.model.entry import Adduced, Kind, Target
from wherefrom.model.judgement import Consistency, Diagnosticity

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = [
    "Matrix",
    "QuestionLine",
    "adduce",
    "ask",
    "discount",
    "drop_hypothesis",
    "matrix",
    "questions",
    "rate",
    "suppose",
]

_ABOUT: dict[str, Kind] = {"d": "document", "a": "appearance", "c": "claim", "p": "party"}
"""What the first letter of an id tells."""

_ID = re.compile(r"[dacp][0-9a-f]{12}")

LEAST = 4
"""Characters of a question's id that are enough to name it, if no other begins with them."""


def ask(ledger: LedgerFile, text: str, *, about: Sequence[str] = (), by: str | None = None) -> QuestionLine:
    """Ask a question that hypotheses are to answer, about these parties, claims, statements or documents: by their ids, whoever has a name by that.

    Raises:
        Unreadable: the ledger cannot be used, it has nothing of such an id, or the question has no words or too many.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        named = Named.of(findings(kept)) if about else None
        targets = [_target(kept, named, one) for one in about] if named else []
        name = _supposing.ask(kept, text, targets, whoever(by))
        return next(one for one in _weighing.questions(kept) if one.id == name)


def suppose(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    question: str,
    text: str = "",
    *,
    kind: Doubt | None = None,
    source: str | None = None,
    why: str = "",
    by: str | None = None,
) -> Hypothesis:
    """Put a hypothesis under a question. One of deception or of being honestly wrong is about a `source` and needs no words of its own.

    `source` is a party's id, or the name of one that stands behind the question's evidence.

    Raises:
        Unreadable: there is no such question or source, or the hypothesis has no words, or is under the question already.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        found, held = _matrix(kept, question)
        target, words = None, text
        if kind is not None:
            target, words = _considered(found, held, kind, source, text)
        name = _supposing.suppose(
            kept, found.question.id, words, whoever(by), kind=kind or "open", target=target, why=why
        )
        return next(one for one in _matrix(kept, found.question.id)[0].hypotheses if one.id == name)


def drop_hypothesis(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    question: str,
    hypothesis: str | None = None,
    *,
    kind: Doubt | None = None,
    source: str | None = None,
    why: str,
    by: str | None = None,
) -> Matrix:
    """Take a hypothesis (H2, or its id) out from under a question, or decline one that is proposed of a source; a reason is needed.

    Raises:
        Unreadable: there is no such question, hypothesis or proposal, or no reason is given.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        found, held = _matrix(kept, question)
        if hypothesis is not None:
            _supposing.drop(kept, found, _hypothesis(found, hypothesis).id, why, whoever(by))
        elif kind is None:
            raise Unreadable("drop", "takes a hypothesis, or one that is proposed of a source")
        else:
            target, words = _considered(found, held, kind, source, "")
            name = found.question.id
            _supposing.decline(kept, name, words, whoever(by), kind=kind, target=target, why=why)
        return _matrix(kept, found.question.id)[0]


def adduce(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    question: str,
    evidence: Sequence[str],
    *,
    drops: bool = False,
    why: str = "",
    by: str | None = None,
) -> Matrix:
    """Put claims or statements, by their ids, under a question as evidence; with `drops` take them out again.

    Raises:
        Unreadable: there is no such question, claim or statement, a statement bears on no claim for sure, or what is to be dropped is not
            there.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        found, held = _matrix(kept, question)
        if drops:
            targets = [_adduced(kept, found, held, one) for one in evidence]
        else:
            named = Named.of(held)
            targets = [_evidence(named, held, one) for one in evidence]
        _supposing.adduce(kept, found.question.id, targets, whoever(by), why=why, drops=drops)
        return _matrix(kept, found.question.id)[0]


def rate(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    question: str,
    evidence: str,
    ratings: Mapping[str, Consistency | None],
    *,
    why: str = "",
    by: str | None = None,
) -> Matrix:
    """Say how well one column of evidence (E3, or the id of a statement in it) goes with hypotheses (H2, or an id); None takes it back.

    Raises:
        Unreadable: there is no such question, evidence or hypothesis, or that is no rating.
        Busy: somebody else is writing to it.
    """
    for one in ratings.values():
        if one is not None and one not in get_args(Consistency):
            raise Unreadable(str(one), f"is no rating; it is one of: {', '.join((*SCALE, 'not-applicable'))}")
    with opened(ledger) as kept:
        found, held = _matrix(kept, question)
        column = _column(found, evidence)
        given = {_hypothesis(found, name).id: one for name, one in ratings.items()}
        before = _weighing.weighed(kept, found.question.id, held, kept.head().seq).ratings
        _supposing.rate(kept, held, found, column, given, before=before, why=why, by=whoever(by))
        return _matrix(kept, found.question.id)[0]


def discount(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    question: str,
    evidence: str,
    diagnosticity: Diagnosticity,
    *,
    why: str = "",
    by: str | None = None,
) -> Matrix:
    """Say that a column of evidence tells the hypotheses of a question not apart, and why; with `counts` that it does.

    Raises:
        Unreadable: there is no such question or evidence, or no reason is given, or none of the known kind.
        Busy: somebody else is writing to it.
    """
    if diagnosticity not in get_args(Diagnosticity):
        raise Unreadable(str(diagnosticity), f"is none of: {', '.join(get_args(Diagnosticity))}")
    with opened(ledger) as kept:
        found, held = _matrix(kept, question)
        column = _column(found, evidence)
        _supposing.discount(kept, held, found, column, diagnosticity, why=why, by=whoever(by))
        return _matrix(kept, found.question.id)[0]


def matrix(ledger: LedgerFile, question: str, *, as_of: str | None = None) -> Matrix:
    """A question with its hypotheses, evidence and ratings, as they stood at a moment, and what that comes to: an order, never a verdict.

    Raises:
        Unreadable: the ledger cannot be used, it had no such question then, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return _weighing.matrix_of(kept, _question(kept, question, as_of), as_of)


def questions(ledger: LedgerFile, *, as_of: str | None = None) -> tuple[QuestionLine, ...]:
    """The questions that there were at a moment, in the order in which they were asked.

    Raises:
        Unreadable: the ledger cannot be used, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return _weighing.questions(kept, as_of)


def graded(ledger: LedgerFile, found: Matrix, *, as_of: str | None = None) -> dict[str, Sheet]:
    """What people judged of the hypotheses of a matrix (how likely, how sure), by their ids; quick where nobody judged anything."""
    with looked_at(ledger) as kept:
        if not has_grades(kept):
            return {}
        rows = {one.id for one in found.hypotheses}
        held = State.of(kept, as_of).grades().sheets
        return {one.id: one for one in held if one.kind == "hypothesis" and one.id is not None and one.id in rows}


# --- what names mean


def _matrix(ledger: Ledger, question: str) -> tuple[Matrix, Findings]:
    held = findings(ledger)
    name = _question(ledger, question)
    return _weighing.matrix_at(ledger, name, held, ledger.head().seq), held


def _question(ledger: Ledger, name: str, as_of: str | None = None) -> str:
    """The id of a question, which may be given by its beginning."""
    known = [one.id for one in _weighing.questions(ledger, as_of)]
    found = [one for one in known if one == name] or [
        one for one in known if len(name) >= LEAST and one.startswith(name)
    ]
    if len(found) > 1:
        raise Unreadable(name, f"may be any of {', '.join(found)}")
    if not found:
        raise Unreadable(name, "is no question of this ledger; `wherefrom hypothesis list` has them")
    return found[0]


def _hypothesis(found: Matrix, name: str) -> Hypothesis:
    for one in found.hypotheses:
        if name in {one.id, one.name} or name.upper() == one.name:
            return one
    raise Unreadable(name, "is no hypothesis of this question")


def _column(found: Matrix, name: str) -> Column:
    held = [one for one in found.columns if name.upper() == one.name or name in one.statements]
    if len(held) > 1:
        raise Unreadable(name, f"stands in several columns: {', '.join(one.name for one in held)}")
    if not held:
        raise Unreadable(name, "is no evidence of this question; `wherefrom hypothesis evidence` puts claims under it")
    return held[0]


def _considered(found: Matrix, held: Findings, kind: Doubt, source: str | None, text: str) -> tuple[Target, str]:
    """The source that a hypothesis is about, and the words of that hypothesis; raises Unreadable where it was considered already."""
    if source is None:
        raise Unreadable(kind, "is supposed of a source: name it")
    named = Named.of(held)
    proposed = [one for one in found.proposals if one.kind == kind and _is_meant(one, source)]
    if len({one.source for one in proposed}) > 1:
        which = ", ".join(name for one in proposed for name in one.source.parties)
        raise Unreadable(source, f"may be any of several sources; name it by an id: {which}")
    if proposed:
        one = proposed[0]
        parties = one.source.parties
        target = named.target("party", parties[0]) if parties else Target("party", one.source.name)
        return target, text or one.text
    for row in found.hypotheses:
        if row.kind == kind and row.source is not None and source in {row.source.name, *row.source.parties}:
            raise Unreadable(source, f"{row.name} says that of it already")
    if source not in named.parties:
        raise Unreadable(source, "stands behind no evidence of this question; name it by its id")
    return named.target("party", source), text or WORDS[kind].format(name=named.parties[source].name)


def _is_meant(one: Proposal, source: str) -> bool:
    return source in one.source.parties or source.casefold() == one.source.name.casefold()


def _target(ledger: Ledger, named: Named, name: str) -> Target:
    """What a question is about; what has not the form of an id is somebody's name."""
    if _ID.fullmatch(name):
        return named.target(_ABOUT[name[0]], name)
    return whom(ledger, name, ledger.head().seq, Outlets.shipped()).target


def _evidence(named: Named, held: Findings, name: str) -> Target:
    """A claim or a statement that can be evidence."""
    if name[:1] not in {"a", "c"}:
        raise Unreadable(name, "is no claim or statement; their ids begin with c and a")
    target = named.target("claim" if name[0] == "c" else "appearance", name)
    if target.kind == "appearance" and not any(
        one.id == name and one.bearing == "sure" for claim in held.claims for one in claim.appearances
    ):
        raise Unreadable(name, "bears on no claim for sure; `wherefrom regroup split` gives it one of its own")
    return target


def _adduced(ledger: Ledger, found: Matrix, held: Findings, name: str) -> Target:
    """Something that was put under a question, by the id it has today, or had where it is gone."""
    said = _weighing.weighed(ledger, found.question.id, held, ledger.head().seq)
    if any(one.id == name for one in said.adduced):
        return Named.of(held).target("claim" if name[0] == "c" else "appearance", name)
    for entry in ledger.entries(Adduced):
        one = entry.said
        if isinstance(one, Adduced) and one.question == found.question.id and one.target.id == name in said.lost:
            return one.target
    raise Unreadable(name, "was not put under this question")
