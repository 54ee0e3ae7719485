"""What several reports share, for people in a hurry: claims and their origins, conflicts, drift, who rests on whom.

Short, with the words behind; the dossier has the rest. As everywhere in the terminal, all that comes from a document is
plain text.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wherefrom.model import GAP, Claim, Root, Stance

from .along import Drifted, Happening, Rested, Revised
from .compared import Compared
from .differing import CANNOT_ALL_HOLD, Differing, Value
from .lines import plain, short
from .moments import moment_words
from .quoting import Quoted, around
from .shared import Member, Shared, Shelf, count_words, outlet_of, told_of, told_words
from .standing_words import STANDINGS, course, course_words, holder_words, holders
from .wording import chain_words, counted, one_line

MOST_CLAIMS, MOST_CONFLICTS, MOST_DRIFTS, MOST_RELIED, MOST_REVISED = 12, 8, 8, 8, 8
"""How many of each are shown: about three screens in all; the dossier shows every one."""

MOST_ROOTS, MOST_HOLDERS, MOST_VALUES, MOST_GIVEN, MOST_DAYS = 4, 3, 6, 3, 5

LONGEST = 220
"""Letters of an extract or a reason; the dossier has it whole."""

LABELS = 8
"""The width of the column of labels."""

AGAINST_STYLES: dict[Stance, str] = {"denies": "red", "doubts": "yellow"}


SAID: dict[Stance, str] = {"supports": "", "denies": "denied", "doubts": "doubted", "reports-as-rumour": "rumour"}
"""A telling's stance as a label."""


def show_shared(compared: Compared, console: Console) -> None:
    """Prints what the reports share; nothing where there is nothing that only several of them tell."""
    show_claims(compared, console)
    show_conflicts(compared, console)
    show_drift(compared, console)
    _revised(compared.revised, console)
    _relied(compared.rested, console)


def show_claims(compared: Compared, console: Console, most: int = MOST_CLAIMS) -> None:
    """Prints the claims that several reports tell, the most told first."""
    several = [one for one in compared.shared if one.several]
    within = len(compared.shared) - len(several)
    claims = [_claim(compared.shelf, one) for one in several[:most]]
    further = _more(len(several) - len(claims), "shared claim")
    inner = (
        f"{counted(within, 'claim')} in one report only, more than once or perhaps in others, too (--html shows them)."
    )
    _section(console, f"{counted(len(several), 'shared claim')}: told in several reports", claims, further)
    if within and several:
        console.print(plain(inner, "dim"), Text(""))


def show_claim(compared: Compared, claim: Claim, console: Console) -> None:
    """Prints one claim with every statement under it, though it be one alone."""
    one = compared.shown.get(claim.id) or told_of(compared.shelf, claim)
    console.print(_claim(compared.shelf, one), Text(""))
    for members, words in _bearings(one):
        _section(console, words, [_tellings(compared.shelf, members)] if members else [])


def _bearings(one: Shared) -> tuple[tuple[Sequence[Member], str], ...]:
    return (
        (one.members, "who tells it, in order of time"),
        (one.perhaps, "perhaps about it, too: counted nowhere"),
        (one.akin, "akin to it, nearer to another claim"),
    )


def _tellings(shelf: Shelf, members: Iterable[Member]) -> Table:
    return _rows((SAID[member.stance], _told(shelf, member)) for member in members)


def _told(shelf: Shelf, member: Member) -> Text:
    chain = chain_words(shelf.setting(member), member.appearance.chain)
    return Text.assemble(
        "“",
        plain(shelf.words(member)),
        "” ",
        plain(f"{member.outlet}, {member.day}; on {chain}", "dim"),
        overflow="fold",
    )


def _section(console: Console, title: str, rows: Sequence[RenderableType], further: str = "") -> None:
    if not rows:
        return
    console.print(Rule(Text(title, "bold"), style="dim", align="left"))
    console.print(Text(""))
    for row in rows:
        console.print(row, Text(""))
    if further:
        console.print(plain(further, "dim"), Text(""))


def _more(number: int, thing: str) -> str:
    return f"and {number:,} more {thing if number == 1 else f'{thing}s'} (--html shows them)" if number > 0 else ""


def _rows(rows: Iterable[tuple[str, Text]]) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=LABELS, style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for label, words in rows:
        table.add_row(label, words)
    return table


def _numbered(number: int, rows: RenderableType) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=3, justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(str(number or ""), rows)
    return table


# --- claims


def _claim(shelf: Shelf, one: Shared) -> Table:
    counts = Text.assemble(plain(told_words(one)), ": ", (count_words(one), "bold"), overflow="fold")
    words = plain(short(one.claim.text, LONGEST), "bold")
    return _numbered(one.number, Group(words, counts, _rows(_details(shelf, one))))


def _details(shelf: Shelf, one: Shared) -> Iterator[tuple[str, Text]]:
    origins = one.claim.origins
    told = ""
    for place, root in enumerate(origins.roots[:MOST_ROOTS]):
        yield "" if place else "from", _root(root, "" if root.why == told else root.why)
        told = root.why
    if len(origins.roots) > MOST_ROOTS:
        yield "", plain(f"and {len(origins.roots) - MOST_ROOTS:,} more", "dim")
    adrift = len(one.adrift)
    if adrift:
        yield (
            "" if origins.roots else "from",
            plain(f"the origin of {counted(adrift, 'telling')} cannot be told", "dim"),
        )
    for stance, style in AGAINST_STYLES.items():
        found = holders(shelf, one, stance)
        if found:
            more = f"; {len(found) - MOST_HOLDERS:,} more" if len(found) > MOST_HOLDERS else ""
            named = "; ".join(holder_words(held) for held in found[:MOST_HOLDERS])
            yield STANDINGS["denied" if stance == "denies" else "doubted"], plain(f"by {named}{more}", style)
    steps = course(shelf, one.claim.status)
    if steps:
        yield "course", plain(course_words(steps, MOST_DAYS))


def _root(root: Root, because: str) -> Text:
    why = (" — ", plain(short(because, LONGEST))) if because else ()
    return Text.assemble(plain(short(root.label, LONGEST), "cyan"), *why, overflow="fold")


# --- conflicts


def show_conflicts(compared: Compared, console: Console, most: int = MOST_CONFLICTS) -> None:
    """Prints where reports differ."""
    found = compared.differing
    rows = [_conflict(one) for one in found[:most]]
    further = _more(len(found) - len(rows), "conflict")
    _section(console, f"{counted(len(found), 'conflict')}: where they differ", rows, further)


def _conflict(one: Differing) -> Table:
    style = "red" if one.verdict == CANNOT_ALL_HOLD else "yellow"
    about = Text.assemble(plain(short(one.conflict.about, 110), "bold"), ": ", (one.verdict, style), f", {one.between}")
    about.overflow = "fold"
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    for value in one.values[:MOST_VALUES]:
        table.add_row(plain(short(value.shown, 60), "bold"), _given(value))
    if len(one.values) > MOST_VALUES:
        table.add_row("", plain(f"and {len(one.values) - MOST_VALUES:,} more", "dim"))
    return _numbered(one.number, Group(about, table))


def _given(value: Value) -> Text:
    lines = [_quotation(given) for given in value.given[:MOST_GIVEN]]
    if len(value.given) > MOST_GIVEN:
        lines.append(plain(f"and {len(value.given) - MOST_GIVEN:,} more", "dim"))
    return Text("\n").join(lines)


def _quotation(one: Quoted) -> Text:
    """The words, those that matter underlined, and where they stand."""
    words = Text(overflow="fold")
    for stretch in around(one.stretches):
        blank = GAP if stretch.gap else ""
        # Blanks at a stretch's borders stay, or words on both sides would run together.
        head, tail = (" " if side.isspace() else "" for side in (stretch.text[:1], stretch.text[-1:]))
        words.append(f"{blank}{head}{one_line(stretch.text)}{tail}", "underline" if stretch.marked else "")
    beside = (" (", plain(one.beside, "underline"), ")") if one.beside else ()
    place = plain(f"{one.outlet}, {one.day}", "dim")
    return Text.assemble("“", words, "”", *beside, " ", place, overflow="fold")


# --- drift and new versions


def show_drift(compared: Compared, console: Console, most: int = MOST_DRIFTS) -> None:
    """Prints what changed on the way from report to report."""
    found = compared.changes
    rows = [_numbered(number, _drift(one)) for number, one in enumerate(found[:most], 1)]
    further = _more(len(found) - len(rows), "change")
    _section(console, f"{counted(len(found), 'change')} on the way from report to report", rows, further)


def _drift(one: Drifted) -> Group:
    how = f" ({one.how})" if one.how else ""
    head = Text.assemble((one.kind, "yellow"), how, ": ", plain(short(one.why, LONGEST)), overflow="fold")
    return Group(head, _rows((("earlier", _quotation(one.earlier)), ("later", _quotation(one.later)))))


def _revised(revised: Sequence[Revised], console: Console) -> None:
    rows = [_numbered(number, _revision(one)) for number, one in enumerate(revised[:MOST_REVISED], 1)]
    further = _more(len(revised) - len(rows), "change")
    _section(console, f"{counted(len(revised), 'change')} in new versions", rows, further)


def _revision(one: Revised) -> Group:
    head = Text.assemble((one.kind, "yellow"), ": ", plain(short(one.why, LONGEST)), overflow="fold")
    told = (("before", one.before), ("after", one.after))
    return Group(head, _rows((label, _quotation(words)) for label, words in told if words is not None))


# --- when it happened


def show_timeline(compared: Compared, console: Console, most: int) -> None:
    """Prints what is said to have happened when, and apart from that when it was reported."""
    found = compared.happenings
    rows = [_happening(one) for one in found[:most]]
    _section(
        console,
        f"{counted(len(found), 'time')}: when it is said to have happened",
        rows,
        _more(len(found) - len(rows), "time"),
    )


def _happening(one: Happening) -> Group:
    head = Text.assemble((moment_words(one.time), "bold"), " ", plain(short(one.text, LONGEST)), overflow="fold")
    return Group(
        head,
        _rows([("reported", plain(one.reported)), *(("", _quotation(told)) for told in one.reports[:MOST_GIVEN])]),
    )


# --- who rests on whom


def _relied(found: Sequence[Rested], console: Console) -> None:
    rows = [_rested(one) for one in found[:MOST_RELIED]]
    further = _more(len(found) - len(rows), "source")
    _section(console, "Who rests on whom", rows[:1] and [_joined(rows)], further)


def _joined(rows: Iterable[Text]) -> RenderableType:
    return Padding(Text("\n").join(rows), (0, 0, 0, 4))


def _rested(one: Rested) -> Text:
    named: dict[str, list[str]] = {}
    for rest in one.by:
        named.setdefault(rest.how, []).append(outlet_of(rest.document))
    told = "; ".join(f"{how}: {_some(outlets)}" for how, outlets in named.items())
    away = f", {one.note}" if one.note else ""
    return Text.assemble(plain(short(one.name, 80), "bold"), (away, "dim"), " ← ", plain(told), overflow="fold")


def _some(outlets: Iterable[str], most: int = 5) -> str:
    names = list(dict.fromkeys(outlets))
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most:,} more"
