"""The commands of judgement on sources and claims: `grade` and `grades`."""

import argparse
import sys
from typing import TYPE_CHECKING, get_args

from wherefrom.model.judgement import Scale

from .faults import Fault
from .ledger import opened, print_json, say, takes_ledger

if TYPE_CHECKING:
    from wherefrom.api.grading import Given
    from wherefrom.ledger.file import Ledger

    from . import Commands

SCALES: tuple[Scale, ...] = get_args(Scale)
WORDINGS = ("stanag", "fm")
YARDSTICKS = ("icd-203", "kent", "phia")


def add_to(commands: "Commands") -> None:
    """Add these commands to the program's parser."""
    _add_grade(commands)
    grades = commands.add_parser(
        "grades",
        help="what people judged of sources and claims",
        description="What people judged, each scale for itself, each person's grade beside the others', with grounds and dates; nothing is made of "
        "them together.",
    )
    grades.add_argument("about", nargs="?", metavar="ID", help="only of this claim, source (id or name) or hypothesis")
    grades.add_argument("--history", action="store_true", help="also what was replaced or taken back since")
    takes_ledger(grades, as_of=True)
    grades.set_defaults(run=_grades)


def _add_grade(commands: "Commands") -> None:
    grade = commands.add_parser(
        "grade",
        help="grade a source's reliability or a claim's credibility",
        description="Grade how far a source can be relied on, whether a claim can be believed, or how likely a claim or a hypothesis is and, in an "
        "entry of its own, how sure you are of that. Each has its own object, needs grounds, and is never made one with another.",
    )
    grade.add_argument(
        "about", metavar="ID", help="a claim, a source (id, or an outlet's or a person's name), a hypothesis"
    )
    what = grade.add_mutually_exclusive_group()
    what.add_argument("--reliability", metavar="LETTER", help="of a source: A to E, or F: it cannot be judged")
    what.add_argument("--credibility", metavar="FIGURE", help="of a claim: 1 to 5, or 6: it cannot be judged")
    what.add_argument("--likelihood", metavar="WORDS", help="in the words of a yardstick, as “very likely”")
    what.add_argument("--confidence", metavar="WORD", help="low, moderate or high")
    what.add_argument("--withdraw", choices=SCALES, metavar="SCALE", help="take back what you gave on this scale")
    grade.add_argument("--grounds", metavar="WORDS", help="what makes it so (asked for)")
    grade.add_argument(
        "--blind", action="store_true", help="show a claim without its sources, and them after the grade"
    )
    grade.add_argument(
        "--wording", choices=WORDINGS, help="for a ledger's first grade: STANAG 2511 or FM 2-22.3, whose words differ"
    )
    grade.add_argument("--yardstick", choices=YARDSTICKS, help="for a ledger's first likelihood: whose words")
    takes_ledger(grade, writes=True)
    grade.set_defaults(run=_grade)


def _grade(given: argparse.Namespace) -> int:
    from wherefrom.api import grading  # noqa: PLC0415  only these commands load the database

    scale, value = _judged(given)
    with opened(given) as ledger:
        if given.blind:
            scale, value = "credibility", _blindly(given, ledger, value)
            if value is None:
                return 0
        if scale is None:
            raise Fault(f"the grade: what is it? One of {', '.join(f'--{one}' for one in SCALES)}")
        found = grading.grade(
            ledger,
            given.about,
            scale,
            value,
            grounds=_grounds(given, scale, value),
            wording=_wording(given, scale),
            blind=given.blind,
            by=given.by,
        )
        behind = grading.sources_behind(ledger, given.about) if given.blind else ()
    print_json(found) if given.json else _show(found, behind)
    return 0


def _judged(given: argparse.Namespace) -> tuple[Scale | None, str | None]:
    """The scale that a call names, and what it gives on it."""
    scale = next((one for one in SCALES if getattr(given, one) is not None), given.withdraw)
    if given.blind and scale not in {None, "credibility"}:
        raise Fault("--blind: is for the credibility of a claim, which is judged before its source is shown")
    if given.blind and given.withdraw is not None:
        raise Fault("--blind: what was given is taken back without it")
    return scale, getattr(given, scale) if scale is not None and given.withdraw is None else None


def _wording(given: argparse.Namespace, scale: Scale) -> str | None:
    if given.yardstick is not None and scale != "likelihood":
        raise Fault("--yardstick: goes with --likelihood")
    if given.wording is not None and scale not in {"reliability", "credibility"}:
        raise Fault("--wording: goes with --reliability and --credibility")
    found: str | None = given.yardstick if scale == "likelihood" else given.wording
    return found


def _blindly(given: argparse.Namespace, ledger: "Ledger", value: str | None) -> str | None:
    """Show the claim without its sources, and ask for the grade where somebody is there to give it."""
    from wherefrom.api import grading  # noqa: PLC0415
    from wherefrom.output.graded import blind_lines  # noqa: PLC0415

    view = grading.to_grade(ledger, given.about, by=given.by)
    if given.json and value is None:
        print_json(view)
        return None
    if not given.json:
        for line in blind_lines(view):
            say(line)
        if view.seen is not None:
            say(f"Note: {view.seen}; your grade will not count as given blind.")
    if value is None and not _asks():
        say("To grade it: the same call with --credibility and --grounds; its sources are shown after that.")
        return None
    return value if value is not None else _asked("Credibility, 1 to 6 (nothing to leave it): ") or None


def _grounds(given: argparse.Namespace, scale: Scale, value: str | None) -> str:
    """The grounds of a grade: as given, else as somebody types them; those of a confidence factor by factor."""
    if given.grounds is not None:
        return str(given.grounds)
    if not _asks():
        return ""
    if scale == "confidence" and value is not None:
        from wherefrom.judging.grading import of_factors  # noqa: PLC0415
        from wherefrom.judging.scales import FACTORS  # noqa: PLC0415

        return of_factors([_asked(f"{one.capitalize()}: ") for one in FACTORS])
    return _asked("Grounds: ")


def _asks() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError as error:
        raise Fault("nobody is there to type it; see --credibility and --grounds") from error


def _show(found: "Given", behind: tuple[tuple[str, str], ...]) -> None:
    from wherefrom.output.graded import sheet_lines  # noqa: PLC0415

    for line in sheet_lines(found.sheet):
        say(line)
    for label, name in behind:
        say(f"    {label} is {' '.join(name.split())}")
    for warning in found.warnings:
        say(f"Note: {warning}.")


def _grades(given: argparse.Namespace) -> int:
    from wherefrom.api import grading  # noqa: PLC0415
    from wherefrom.output.graded import grades_lines  # noqa: PLC0415

    with opened(given) as ledger:
        found = grading.grades(ledger, given.about, history=given.history, as_of=given.as_of)
    if given.json:
        print_json(found)
        return 0
    for line in grades_lines(found, history=given.history):
        say(line)
    return 0
