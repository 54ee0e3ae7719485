"""What people say under a question, written: the question, its hypotheses, evidence, ratings; every step is an entry."""

from collections.abc import Mapping, Sequence

from wherefrom.judging.weighing import Column, Matrix, Rating, meant
from wherefrom.model import Findings, Unreadable
from wherefrom.model.entry import Adduced, Discounted, Posed, Rated, Supposed, Target
from wherefrom.model.judgement import Consistency, Diagnosticity, HypothesisKind

from .file import Ledger
from .targets import Named

LONGEST = 2_000
"""Characters of a question, a hypothesis or a reason; what is longer is a note."""


def ask(ledger: Ledger, text: str, about: Sequence[Target], by: str) -> str:
    """Ask a question and return its id, which lasts."""
    words = plain(text, "the question")
    with ledger.writing(by) as writer:
        name = writer.name("q", about, words)
        writer.append(Posed(name, words, tuple(about)))
    return name


def suppose(  # noqa: PLR0913  a hypothesis has as many parts
    ledger: Ledger, question: str, text: str, by: str, *, kind: HypothesisKind, target: Target | None, why: str
) -> str:
    """Put a hypothesis under a question and return its id, which lasts; `target` is the source that would deceive or be wrong."""
    words = plain(text, "the hypothesis")
    with ledger.writing(by) as writer:
        name = writer.name("h", question, words)
        writer.append(Supposed(name, question, words, kind, target, _short(why)))
    return name


def drop(ledger: Ledger, matrix: Matrix, hypothesis: str, why: str, by: str) -> None:
    """Take a hypothesis, by its id, out from under its question; raises Unreadable without a reason."""
    reason = plain(why, "the reason for dropping a hypothesis")
    one = next(it for it in matrix.hypotheses if it.id == hypothesis)
    with ledger.writing(by) as writer:
        for entry in ledger.entries(Supposed):
            said = entry.said
            if isinstance(said, Supposed) and said.hypothesis == one.id:
                writer.append(Supposed(one.id, said.question, said.text, said.kind, said.target, reason, dropped=True))
                return


def decline(  # noqa: PLR0913  a proposal has as many parts
    ledger: Ledger, question: str, text: str, by: str, *, kind: HypothesisKind, target: Target, why: str
) -> None:
    """Say that a hypothesis that was proposed is not to be considered; raises Unreadable without a reason."""
    reason = plain(why, "the reason for declining a hypothesis")
    with ledger.writing(by) as writer:
        name = writer.name("h", question, text)
        writer.append(Supposed(name, question, text, kind, target, reason, dropped=True))


def adduce(  # noqa: PLR0913  it is taken out as it is put in
    ledger: Ledger, question: str, targets: Sequence[Target], by: str, *, why: str = "", drops: bool = False
) -> None:
    """Put claims or statements under a question as evidence, or take them out again."""
    for one in targets:
        if one.kind not in {"claim", "appearance"}:
            raise Unreadable(one.id, "evidence is a claim or a statement")
    with ledger.writing(by) as writer:
        for one in targets:
            writer.append(Adduced(question, one, "drops" if drops else "adds", _short(why)))


def rate(  # noqa: PLR0913  a rating has as many parts
    ledger: Ledger,
    findings: Findings,
    matrix: Matrix,
    column: Column,
    given: Mapping[str, Consistency | None],
    *,
    before: Sequence[Rating],
    why: str,
    by: str,
) -> None:
    """Rate a column under hypotheses, by their ids; None takes a rating back.

    The rating is anchored at the statement that comes first in the column. What the same person said of it when it was still several columns
    (`before` are all ratings that stand) is taken back, so that this is their word on all of it from now on.
    """
    named = Named.of(findings)
    target, origin = _anchor(named, matrix, column)
    here = (target.id, None if origin is None else origin.id)
    with ledger.writing(by) as writer:
        for hypothesis, consistency in given.items():
            for one in before:
                mine = one.by == by and one.hypothesis == hypothesis and meant(one, matrix.columns) == (column,)
                if mine and (consistency is None or (one.statement, one.source) != here):
                    writer.append(_taken_back(named, matrix, one))
            if consistency is not None:
                writer.append(Rated(matrix.question.id, hypothesis, target, consistency, _short(why), origin))


def discount(  # noqa: PLR0913  a mark has as many parts
    ledger: Ledger,
    findings: Findings,
    matrix: Matrix,
    column: Column,
    diagnosticity: Diagnosticity,
    *,
    why: str,
    by: str,
) -> None:
    """Say that a column does not tell the hypotheses apart, and why; with `counts` that it does."""
    reason = _short(why) if diagnosticity == "counts" else plain(why, "the reason for discounting evidence")
    target, origin = _anchor(Named.of(findings), matrix, column)
    with ledger.writing(by) as writer:
        writer.append(Discounted(matrix.question.id, target, diagnosticity, reason, origin))


def plain(words: str, what: str) -> str:
    """Words as they are kept; raises Unreadable where there are none, or too many."""
    found = words.strip()
    if not found:
        raise Unreadable(what, "has no words")
    return _short(found)


def _short(words: str) -> str:
    if len(words) > LONGEST:
        raise Unreadable(f"“{words[:40]}…”", f"has more than {LONGEST:,} characters; `wherefrom note` keeps more")
    return words.strip()


def _anchor(named: Named, matrix: Matrix, column: Column) -> tuple[Target, Target | None]:
    """The statement that comes first in a column, and whose it is, where it stands in other columns too."""
    first = column.tellings[0].id
    target = named.target("appearance", first)
    others = [one for one in matrix.columns if one is not column and first in one.statements]
    if not others:
        return target, None
    taken = {key for one in others for key in one.keys}
    own = [name for source in column.sources for name in source.parties if name not in taken]
    return target, named.target("party", own[0]) if own else None


def _taken_back(named: Named, matrix: Matrix, one: Rating) -> Rated:
    origin = named.target("party", one.source) if one.source is not None and one.source in named.parties else None
    target = named.target("appearance", one.statement)
    return Rated(matrix.question.id, one.hypothesis, target, None, "", origin)
