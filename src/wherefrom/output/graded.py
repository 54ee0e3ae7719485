"""Grades in plain words, line by line: each scale under its own heading, each grade with whoever gave it, when, and on what grounds.

A likelihood and a confidence never stand in one sentence, and a reliability never beside a credibility: whoever reads them takes them together himself.
"""

from collections.abc import Iterator

from wherefrom.ledger.blind import Blind, BlindStatement
from wherefrom.ledger.grades import Grade, Grades, Sheet
from wherefrom.model import Stance
from wherefrom.model.judgement import Scale

from .wording import counted, one_line

HEADINGS: dict[Scale, str] = {
    "reliability": "Reliability of this source",
    "credibility": "Credibility of this claim",
    "likelihood": "Likelihood, as we judge it",
    "confidence": "Confidence in our judgement",
}

_STANCES: dict[Stance, str] = {
    "supports": "",
    "denies": "denies it: ",
    "doubts": "doubts it: ",
    "reports-as-rumour": "as a rumour: ",
}

_MARKS = tuple('“”"«»„')


def grades_lines(found: Grades, *, history: bool = False) -> Iterator[str]:
    """All of it, with the warnings at the end."""
    for sheet in found.sheets:
        yield from sheet_lines(sheet, history=history)
    if not found.sheets:
        yield "nobody has graded anything"
    for warning in found.warnings:
        yield f"Note: {warning}."


def sheet_lines(sheet: Sheet, *, history: bool = False) -> Iterator[str]:
    """What was judged of one thing."""
    yield one_line(_called(sheet))
    yield from judged_lines(sheet)
    if not sheet.is_graded:
        yield "    no grade"
    if history:
        yield "    All that was ever said of it"
        yield from (f"        {line}" for one in sheet.history or () for line in grade_lines(one, heading=True))
        if not sheet.history:
            yield "        nothing"


def judged_lines(sheet: Sheet) -> Iterator[str]:
    """The grades that stand, scale by scale, and apart from them the words of the sources."""
    if sheet.is_graded:
        for one in sheet.estimates:
            yield f"    {one_line(f'In the words of the source: “{one.words}” ({one.whose})')}"
    for scale, heading in HEADINGS.items():
        held = sheet.of(scale)
        if held:
            yield f"    {heading}"
            yield from (f"        {line}" for one in held for line in grade_lines(one))


def grade_lines(one: Grade, *, heading: bool = False) -> Iterator[str]:
    """One grade: what, by whom, when; then its grounds, then what is to be known of it today."""
    blind = ", before the source was shown" if one.blind else ""
    scale = f"{one.scale}, " if heading and not one.withdrawn else ""
    yield one_line(f"{scale}{one.words} — {one.by}, {one.told[:10]}{blind}")
    yield f"    {one_line(f'Grounds: {one.grounds}')}"
    yield from (f"    Note: {warning}." for warning in one.warnings)


def blind_lines(view: Blind) -> Iterator[str]:
    """A claim before its sources."""
    yield one_line(f"{view.claim}  “{view.text}”")
    yield f"    {_origins(view)}"
    for place, one in enumerate(view.statements, 1):
        yield f"    {place}. {one_line(_statement(one))}"
    for conflict in view.conflicts:
        yield f"    {one_line(f'They differ on {conflict.about}: {conflict.why}')}"
        for words, outlet, day in conflict.values:
            yield f"        {one_line(_quoted(words))} ({outlet}, {day or 'undated'})"


def _called(sheet: Sheet) -> str:
    name = sheet.id or "gone from what is read now"
    if sheet.kind == "party":
        return f"source {name}" if sheet.text in {"", sheet.id} else f"source {name}  {sheet.text}"
    return f"{sheet.kind} {name}" + (f"  “{sheet.text}”" if sheet.text else "")


def _origins(view: Blind) -> str:
    least = counted(view.at_least, "origin")
    if view.at_most is None:
        return (
            f"at least {least}, how many at most cannot be told" if view.at_least else "how many origins cannot be told"
        )
    return least if view.at_least == view.at_most else f"at least {least}, at most {view.at_most:,}"


def _statement(one: BlindStatement) -> str:
    whose = f"the word of {' ← '.join(one.chain)}" if one.chain else "the outlet’s own word"
    sure = "" if one.sure else "perhaps about it, "
    hedges = f"; in the source’s words: {', '.join(f'“{it}”' for it in one.hedges)}" if one.hedges else ""
    return (
        f"{_STANCES[one.stance]}{_quoted(one.words)} ({sure}{one.outlet}, {one.day or 'undated'}; on {whose}{hedges})"
    )


def _quoted(words: str) -> str:
    """In quotation marks, unless they stand in some already."""
    return words if words[:1] in _MARKS and words[-1:] in _MARKS else f"“{words}”"
