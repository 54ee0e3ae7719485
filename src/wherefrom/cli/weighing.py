"""The command `hypothesis`: competing explanations of a question, and evidence weighed under each."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from wherefrom.model.judgement import Consistency, Diagnosticity

from .faults import Fault, harmless
from .ledger import opened, print_json, say, takes_ledger
from .pages import write_page

if TYPE_CHECKING:
    from wherefrom.judging.weighing import Column, Matrix
    from wherefrom.judging.weighing.proposing import Doubt

    from . import Commands


RATINGS: dict[str, Consistency | None] = {
    **{one: one for one in get_args(Consistency)},
    "vi": "very-inconsistent",
    "i": "inconsistent",
    "n": "neither",
    "c": "consistent",
    "vc": "very-consistent",
    "na": "not-applicable",
    "none": None,
}
"""What can be typed for a rating; `none` takes one back."""

_QUESTION = "the question's id, or how it begins"
_EVIDENCE = "E1, E2 ... as `show` has them, or the id of a statement of it"


def add_to(commands: "Commands") -> None:
    """Add this command to the program's parser."""
    hypothesis = commands.add_parser(
        "hypothesis",
        help="competing explanations, and evidence weighed under each",
        description="Weigh evidence under competing explanations: hypotheses in rows, evidence in columns, every origin once, however often it is "
        "echoed. People rate; the program adds nothing up, and tells what would change the picture in place of a verdict.",
    )
    verbs = hypothesis.add_subparsers(title="what to do", metavar="VERB", required=True)
    _add_question(verbs)
    _add_rows(verbs)
    _add_evidence(verbs)
    _add_rating(verbs)
    _add_looking(verbs)


def _add_question(verbs: "Commands") -> None:
    ask = verbs.add_parser(
        "ask",
        help="ask a question that hypotheses are to answer",
        description="Ask a question that hypotheses are to answer.",
    )
    ask.add_argument("words", nargs="+", metavar="WORD", help="the question")
    ask.add_argument(
        "--about",
        action="append",
        default=[],
        metavar="ID",
        help="a party (also by name), claim, statement or document that it is about",
    )
    _runs(ask, _ask, writes=True)


def _add_rows(verbs: "Commands") -> None:
    add = verbs.add_parser(
        "add",
        help="put a hypothesis under a question",
        description="Put a hypothesis under a question: in your own words, or one that is proposed of a source.",
    )
    add.add_argument("question", metavar="QUESTION", help=_QUESTION)
    add.add_argument("words", nargs="*", metavar="WORD", help="what is supposed (not needed with a source)")
    _takes_source(add)
    add.add_argument("--why", default="", metavar="WORDS", help="why it is worth considering")
    _runs(add, _add, writes=True)

    drop = verbs.add_parser(
        "drop",
        help="take a hypothesis out again, or decline one that is proposed",
        description="Take a hypothesis out again, or decline one that is proposed of a source. It takes a reason, which is shown.",
    )
    drop.add_argument("question", metavar="QUESTION", help=_QUESTION)
    drop.add_argument("hypothesis", nargs="?", metavar="HYPOTHESIS", help="H1, H2 ... as `show` has them, or its id")
    _takes_source(drop)
    drop.add_argument("--why", required=True, metavar="WORDS", help="why")
    _runs(drop, _drop, writes=True)


def _takes_source(command: argparse.ArgumentParser) -> None:
    either = command.add_mutually_exclusive_group()
    either.add_argument("--deception", metavar="PARTY", help="that this source deceives: a party's id or its name")
    either.add_argument(
        "--honestly-wrong", metavar="PARTY", help="that this source believes what it says, and is wrong"
    )


def _add_evidence(verbs: "Commands") -> None:
    evidence = verbs.add_parser(
        "evidence",
        help="put claims or statements under a question as evidence",
        description="Put claims or statements under a question as evidence. All that echoes one origin is one column; origins that cannot be told "
        "apart are one, too.",
    )
    evidence.add_argument("question", metavar="QUESTION", help=_QUESTION)
    evidence.add_argument("evidence", nargs="+", metavar="ID", help="a claim or a statement")
    evidence.add_argument("--drop", action="store_true", help="take them out again")
    evidence.add_argument("--why", default="", metavar="WORDS", help="why")
    _runs(evidence, _evidence, writes=True)


def _add_rating(verbs: "Commands") -> None:
    rate = verbs.add_parser(
        "rate",
        help="say how well evidence goes with hypotheses",
        description="Say how well one column of evidence goes with each hypothesis: very-inconsistent, inconsistent, neither, consistent, "
        "very-consistent, not-applicable (vi, i, n, c, vc, na), or none to take it back. Would you expect to see it if the hypothesis were true?",
    )
    rate.add_argument("question", metavar="QUESTION", help=_QUESTION)
    rate.add_argument("evidence", metavar="EVIDENCE", help=_EVIDENCE)
    rate.add_argument(
        "ratings", nargs="+", type=_rating, metavar="HYPOTHESIS=RATING", help="as in H1=inconsistent H2=c"
    )
    rate.add_argument("--why", default="", metavar="WORDS", help="why")
    _runs(rate, _rate, writes=True)

    discount = verbs.add_parser(
        "discount",
        help="say that evidence does not tell the hypotheses apart",
        description="Say that a column of evidence does not tell the hypotheses apart, and why. It is shown, and is no part of the order; for "
        "somebody who says “counts” it is.",
    )
    discount.add_argument("question", metavar="QUESTION", help=_QUESTION)
    discount.add_argument("evidence", metavar="EVIDENCE", help=_EVIDENCE)
    discount.add_argument(
        "reason",
        choices=get_args(Diagnosticity),
        metavar="REASON",
        help="deceiver-too: a deceiver would produce it too; preliminary; state-controlled: said under orders; unreliable; counts: it does",
    )
    discount.add_argument("--why", default="", metavar="WORDS", help="why (needed but for “counts”)")
    _runs(discount, _discount, writes=True)


def _add_looking(verbs: "Commands") -> None:
    show = verbs.add_parser(
        "show",
        help="a question's matrix, and what would change the picture",
        description="Show a question: hypotheses in rows, evidence in columns, everybody's ratings side by side; the order that one person's ratings "
        "give by what speaks against each hypothesis, and what would change it. No score, and no verdict.",
    )
    show.add_argument("question", metavar="QUESTION", help=_QUESTION)
    show.add_argument("--html", type=Path, metavar="FILE", help="write it as one page that can be printed")
    _runs(show, _show, as_of=True)

    listed = verbs.add_parser(
        "list",
        help="the questions of a ledger",
        description="The questions of a ledger, in the order in which they were asked.",
    )
    _runs(listed, _list, as_of=True)


def _runs(
    command: argparse.ArgumentParser,
    run: Callable[[argparse.Namespace], int],
    *,
    writes: bool = False,
    as_of: bool = False,
) -> None:
    takes_ledger(command, writes=writes, as_of=as_of)
    command.set_defaults(run=run)


def _rating(told: str) -> tuple[str, Consistency | None]:
    name, _, word = told.partition("=")
    if not name or word.lower() not in RATINGS:
        raise argparse.ArgumentTypeError(
            f"{told!r} is no rating; write it as in H1=inconsistent (one of: {', '.join(RATINGS)})"
        )
    return name, RATINGS[word.lower()]


def _source(given: argparse.Namespace) -> tuple["Doubt | None", str | None]:
    if given.deception is not None:
        return "deception", given.deception
    return ("honestly-wrong", given.honestly_wrong) if given.honestly_wrong is not None else (None, None)


def _ask(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415  only these commands load the database

    with opened(given) as ledger:
        found = weighing.ask(ledger, " ".join(given.words), about=given.about, by=given.by)
    print_json(found) if given.json else say(f"{found.id}: asked; `wherefrom hypothesis add {found.id} ...` answers it")
    return 0


def _add(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    kind, source = _source(given)
    with opened(given) as ledger:
        found = weighing.suppose(
            ledger, given.question, " ".join(given.words), kind=kind, source=source, why=given.why, by=given.by
        )
    print_json(found) if given.json else say(f"{found.name} ({found.id}): {_line(found.text)}")
    return 0


def _drop(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    kind, source = _source(given)
    if (given.hypothesis is None) == (kind is None):
        raise Fault("drop takes either a hypothesis or a source of which one is proposed")
    with opened(given) as ledger:
        found = weighing.drop_hypothesis(
            ledger, given.question, given.hypothesis, kind=kind, source=source, why=given.why, by=given.by
        )
    if given.json:
        print_json(found)
    else:
        say(f"dropped: {_line(found.declined[-1].text)}")
    return 0


def _evidence(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    with opened(given) as ledger:
        found = weighing.adduce(ledger, given.question, given.evidence, drops=given.drop, why=given.why, by=given.by)
    if given.json:
        print_json(found)
        return 0
    from wherefrom.output.weighing_words import origin_words, stance_words, told_words  # noqa: PLC0415

    for one in found.columns:
        say(f"{one.name}{stance_words(one)} “{_line(one.words)}”: {origin_words(one)}; {told_words(one)}")
    if not found.columns:
        say("no evidence")
    return 0


def _rate(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    if len(dict(given.ratings)) < len(given.ratings):
        raise Fault("a hypothesis is rated once at a time")
    with opened(given) as ledger:
        found = weighing.rate(ledger, given.question, given.evidence, dict(given.ratings), why=given.why, by=given.by)
    print_json(found) if given.json else _say_rated(found, given)
    return 0


def _say_rated(found: "Matrix", given: argparse.Namespace) -> None:
    """The words that were rated, so that whoever meant others sees it."""
    column = _column(found, given.evidence)
    told = ", ".join(f"{name}: {word or 'not rated'}" for name, word in given.ratings)
    say(f"{column.name} “{_line(column.words)}”: {told}")


def _column(found: "Matrix", name: str) -> "Column":
    """The column of this name, or with this statement."""
    return next(one for one in found.columns if name.upper() == one.name or name in one.statements)


def _discount(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    with opened(given) as ledger:
        found = weighing.discount(ledger, given.question, given.evidence, given.reason, why=given.why, by=given.by)
    if given.json:
        print_json(found)
        return 0
    column = _column(found, given.evidence)
    say(f"{column.name} “{_line(column.words)}”: {given.reason}")
    return 0


def _show(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    with opened(given) as ledger:
        found = weighing.matrix(ledger, given.question, as_of=given.as_of)
        graded = weighing.graded(ledger, found, as_of=given.as_of)
    if given.html is not None:
        from wherefrom.output.matrix_page import matrix_page  # noqa: PLC0415  the page's templates take time to load

        write_page(matrix_page(found, graded), given.html, [given.ledger])
    if given.json:
        print_json(found)
    elif given.html is None:
        from wherefrom.output.matrix import show_matrix  # noqa: PLC0415
        from wherefrom.output.terminal import console_for  # noqa: PLC0415

        show_matrix(found, console_for(sys.stdout), graded)
    else:
        say(f"{given.html}: the matrix, for the desk alone: it is cut to no level")
    return 0


def _list(given: argparse.Namespace) -> int:
    from wherefrom.api import weighing  # noqa: PLC0415

    with opened(given) as ledger:
        found = weighing.questions(ledger, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    from wherefrom.output.weighing_words import question_words  # noqa: PLC0415

    for one in found:
        say(question_words(one))
    if not found:
        say("no questions")
    return 0


def _line(words: str) -> str:
    return harmless(" ".join(words.split()))
