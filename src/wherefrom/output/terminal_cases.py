"""Cases for the terminal: one with its history, several side by side.

As everywhere in the terminal, all that comes from a document or a person is plain text.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from wherefrom.judging.cases import Beside, Case, Lasted, OnlyIn, Part
from wherefrom.ledger.cases import Kept, Version

from .lines import plain, short
from .standing_words import STANDINGS
from .wording import counted, one_line

COLUMN = 24
"""The least width of a case's column; where there is less, cases stand one below the other."""

LABELS, LONGEST = 14, 300

NOT_NOTED = "not noted"


def show_case(found: Kept, console: Console) -> None:
    """Prints a case and all that was ever said of it."""
    case = found.case
    gone = "  (dropped)" if found.dropped else ""
    console.print(plain(f"{case.name}{gone}", "bold"), Text(f"  {case.case}, {one_line(case.kind)}", "dim"))
    rows = [(part.role, _part(part)) for part in case.parts]
    rows += [("lasted", plain(_lasted(case, found.lasted))), ("ended", _ended(case))]
    console.print(_rows(rows), Text(""))
    if len(found.history) > 1:
        console.print(Text("what was said of it, the last word last", "dim"))
        console.print(_rows((it.told[:10], _version(it)) for it in found.history), Text(""))


def show_beside(found: Beside, console: Console) -> None:
    """Prints cases side by side, and what is in one and not in the other."""
    if len(found.kinds) > 1:
        console.print(plain(f"Not of one kind: {', '.join(found.kinds)}.", "yellow"), Text(""))
    rows = list(_compared(found))
    console.print(_table(found, rows) if _fits(console, found) else _stacked(found, rows))
    if found.differences:
        console.print(Text("In one and not in the other", "bold"))
        names = {one.case: one.name for one in found.cases}
        console.print(Group(*(_difference(one, names) for one in found.differences)))
    console.print(Text(f"{NOT_NOTED}: nobody said; that is no “no”", "dim"))


def _fits(console: Console, found: Beside) -> bool:
    return console.width >= LABELS + COLUMN * len(found.cases)


def _table(found: Beside, rows: Iterable[tuple[str, Sequence[Text]]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True, show_edge=False)
    table.add_column("", width=LABELS, style="dim", overflow="fold")
    for one in found.cases:
        table.add_column(plain(one.name, "bold"), ratio=1, overflow="fold")
    for label, cells in rows:
        table.add_row(plain(label), *cells)
    return table


def _stacked(found: Beside, rows: Sequence[tuple[str, Sequence[Text]]]) -> Group:
    """The same without columns, for narrow terminals and many cases."""
    shown = [
        Group(plain(one.name, "bold"), _rows((label, cells[place]) for label, cells in rows), Text(""))
        for place, one in enumerate(found.cases)
    ]
    return Group(*shown)


def _compared(found: Beside) -> Iterator[tuple[str, Sequence[Text]]]:
    yield "kind", [plain(one.kind) for one in found.cases]
    for row in found.roles:
        yield row.role, [_joined([_part(part) for part in parts]) for parts in row.parts]
    yield "first report", [plain(one.first_report or "not known") for one in found.cases]
    lasted = zip(found.cases, found.lasted, strict=True)
    yield "lasted", [plain(_lasted(case, it)) for case, it in lasted]
    reached = [", ".join(STANDINGS[it] for it in several) for several in found.reached]
    yield "was", [plain(words or NOT_NOTED) for words in reached]
    yield "ended", [_ended(one) for one in found.cases]


def _rows(rows: Iterable[tuple[str, Text]]) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=LABELS, style="dim", overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for label, words in rows:
        table.add_row(plain(label), words)
    return table


def _joined(parts: Sequence[Text]) -> Text:
    return Text("\n").join(parts) if parts else Text(NOT_NOTED, "dim")


def _part(part: Part) -> Text:
    if part.id is None:
        return Text.assemble(
            plain(f"“{short(part.words, LONGEST)}”"), (f"  this {part.kind} is gone; these were its words", "yellow")
        )
    if part.kind != "claim":
        return Text.assemble(plain(short(part.words, LONGEST)), (f"  {part.kind}", "dim"))
    course = " → ".join(f"{STANDINGS[it.status]} {it.date or 'undated'}" for it in part.course)
    return Text.assemble(
        plain(f"“{short(part.words, LONGEST)}”"), (f"  {_bounds(part)}", "bold"), "\n", (course or NOT_NOTED, "dim")
    )


def _bounds(part: Part) -> str:
    if part.at_least is None:
        return ""
    if part.at_most == part.at_least:
        return counted(part.at_least, "origin")
    return f"{part.at_least} origins or more" if part.at_most is None else f"{part.at_least} to {part.at_most} origins"


def _lasted(case: Case, lasted: Lasted | None) -> str:
    if lasted is not None:
        days = (
            f"{lasted.least:,} to {counted(lasted.most, 'day')}"
            if lasted.least < lasted.most
            else counted(lasted.most, "day")
        )
        return f"{days}, {lasted.first} to {lasted.end}"
    if not case.ended:
        return "no end is noted"
    if case.end is None:
        return "cannot tell: how it ended has no day in it"
    if case.first_report is None:
        return "cannot tell: no day of a first report is known"
    return f"cannot tell: it ended, {case.end}, before the first report here, {case.first_report}"


def _ended(case: Case) -> Text:
    if not case.ended:
        return Text(NOT_NOTED, "dim")
    why = f" ({one_line(case.why)})" if case.why else ""
    return Text.assemble(plain(short(case.ended, LONGEST)), why, (f"  {one_line(case.by)}, {case.told[:10]}", "dim"))


def _version(one: Version) -> Text:
    said = one.said
    roles = ", ".join(dict.fromkeys(said.roles))
    words = (
        "dropped"
        if said.dropped
        else f"{said.kind}; {said.name}; {roles}{f'; ended: {said.ended}' if said.ended else ''}"
    )
    why = f" ({one_line(said.why)})" if said.why else ""
    return Text.assemble(plain(short(words, LONGEST)), why, (f"  {one_line(one.by)}", "dim"))


def _difference(one: OnlyIn, names: dict[str, str]) -> Text:
    has, lacks = (", ".join(names[name] for name in several) for several in (one.has, one.not_noted))
    return plain(f"- {one.what}: {has}; {NOT_NOTED} in {lacks}")
