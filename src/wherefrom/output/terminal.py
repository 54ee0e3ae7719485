"""Findings as a table for the terminal.

Everything that comes from a document is put in as plain text: it is never read as markup, and what could steer the
terminal is shown instead.
"""

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self, TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wherefrom.judging import Yardstick
from wherefrom.model import Appearance, Document, Findings
from wherefrom.model.release import Release

from .compared import Compared
from .figures import figures
from .lines import plain
from .terminal_shared import show_shared
from .tlp import label, noted
from .wording import (
    OWN_WORD,
    Holding,
    Origin,
    Setting,
    chain_words,
    counted,
    firmness,
    in_order,
    is_hedged,
    origin_of,
    title_of,
    where,
)

WIDTH = 100
"""Columns where there is no terminal to ask."""

TABLE_WIDTH = 76
"""Below this, columns would be too narrow to read: claims then stand one below the other."""

STYLES: dict[Holding, str] = {"stated": "", "denied": "red", "past": "yellow", "held-back": "yellow", "aside": "dim"}
"""Colours only repeat what the words say."""

ORIGIN_STYLES: dict[Origin, str] = {"own": "dim", "named": "cyan", "unnamed": "magenta"}


class _Console(Console):
    """A console that leaves it to its caller what a closed pipe means; rich would exit with status 1."""

    def on_broken_pipe(self) -> None:
        """Raise the error again."""
        raise  # noqa: PLE0704  rich calls this while it handles the error


def console_for(stream: TextIO) -> Console:
    """A console that fits the stream: as wide as its terminal, or of a fixed width where there is none."""
    return _Console(
        file=stream,
        width=None if stream.isatty() or "COLUMNS" in os.environ else WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )


def show(release: Release, console: Console, yardstick: Yardstick | None = None) -> None:
    """Prints, for every document, each claim with the chain behind it, how firmly it is put and where it stands.

    What several reports share comes after them, next to the prompt. The label of a release stands before and after it all.

    `yardstick` gives estimative words their ranges in documents that name no scheme themselves.
    """
    findings = release.findings
    _label(release, console)
    settings = Setting.of_all(findings, yardstick)
    for document in findings.documents:
        claims = in_order(findings.appearances, document)
        console.print(_header(document, len(claims)))
        rows = [_Row.of(number, document, settings[document.id], claim) for number, claim in enumerate(claims, 1)]
        if rows:
            console.print(_table(rows) if console.width >= TABLE_WIDTH else _list(rows))
        console.print()
    show_shared(Compared.of(findings, yardstick), console)
    if findings.documents:
        console.print(_totals(findings))
        console.print(Text("← reads “who had it from”: the outermost stands first, the origin last.", "dim"))
    for unread in findings.unread:
        console.print(Text.assemble("Could not be read: ", plain(f"{unread.path}: {unread.why}"), overflow="fold"))
    named = noted(release)
    for note in release.notes:
        console.print(Text.assemble(plain(f"Note on {named[note.on]}: ", "bold"), plain(note.text), overflow="fold"))
    _label(release, console)


def _label(release: Release, console: Console) -> None:
    shown = label(release)
    if shown is not None:
        console.print(Text(shown.level, f"bold {shown.colour} on black", justify="right"))


def _header(document: Document, number: int) -> RenderableType:
    known = (document.publisher or "outlet not known", document.published or "undated", counted(number, "claim"))
    return Group(Rule(style="dim"), plain(title_of(document), "bold"), plain(" · ".join(known), "dim"), "")


def _totals(findings: Findings) -> Text:
    claims = findings.appearances
    resting = Counter(origin_of(claim) for claim in claims)
    told = (
        f"{resting['own']:,} on {OWN_WORD}, {resting['named']:,} on named sources, "
        f"{resting['unnamed']:,} on sources not named; {sum(map(is_hedged, claims)):,} hedged"
    )
    return Text(f"{counted(len(findings.documents), 'document')}, {counted(len(claims), 'claim')}: {told}.", "bold")


@dataclass(frozen=True, slots=True)
class _Row:
    """What is shown of one claim."""

    number: Text
    words: Text
    chain: Text
    firm: tuple[Text, ...]
    where: Text

    @classmethod
    def of(cls, number: int, document: Document, setting: Setting, claim: Appearance) -> Self:
        firm = [plain(phrase.text, STYLES[phrase.holding]) for phrase in firmness(setting, claim)]
        if claim.unsure:
            firm.append(plain(f"unsure: {', '.join(claim.unsure)}", "bold yellow"))
        chain = chain_words(setting, claim.chain)
        words = plain(setting.words(claim.spans))
        read = " · ".join(f"“{told}” {meant}" for told, meant in figures(claim))
        if read:
            words = Text.assemble(words, "\n", plain(read, "dim"), overflow="fold")
        style = ORIGIN_STYLES[origin_of(claim)]
        return cls(Text(str(number)), words, plain(chain, style), tuple(firm), plain(where(document, claim)))


def _table(rows: Iterable[_Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), leading=1, expand=True, show_edge=False)
    table.add_column("", justify="right", no_wrap=True, style="dim")
    for heading, ratio in (("Claim", 10), ("On whose word", 8), ("How firm", 7)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    table.add_column("Where", overflow="fold", max_width=10, style="dim")
    for row in rows:
        table.add_row(row.number, row.words, row.chain, Text("\n").join(row.firm), row.where)
    return table


def _list(rows: Iterable[_Row]) -> Table:
    """The same without columns, for narrow terminals."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", no_wrap=True, style="dim")
    table.add_column(ratio=1, overflow="fold")
    for row in rows:
        chain = Text.assemble("on: ", row.chain, overflow="fold")
        table.add_row(row.number, Group(row.words, chain, Text(" · ").join((row.where, *row.firm)), ""))
    return table
