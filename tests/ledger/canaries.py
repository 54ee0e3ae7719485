"""Invented reports with a word of its own in every kind of place, at every level: a word that is in a release above its level has leaked.

The same reports are kept in a ledger with everything, and in one in which what may not go was never there.
"""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from rich.console import Console

from wherefrom.intake import open_document
from wherefrom.ledger.content import add
from wherefrom.ledger.file import Ledger, Writer
from wherefrom.ledger.markings import mark
from wherefrom.ledger.projection import project
from wherefrom.ledger.releasing import cut
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.model import Document, Findings, Reader
from wherefrom.model.entry import (
    Assigned,
    Checked,
    Corrected,
    Custody,
    Erased,
    Joined,
    Marked,
    Noted,
    Regrouped,
    Released,
    TakenBack,
    Target,
)
from wherefrom.model.handling import LEVELS, Level, within
from wherefrom.model.release import Release
from wherefrom.output.dossier import dossier
from wherefrom.output.findings_json import findings_json, release_json
from wherefrom.output.terminal import show
from wherefrom.output.wordless import without_words
from wherefrom.reader import Reading, reader_named

Mark = Level | Literal["none", "never"]
"""From which level on something may go: "none" has no label, "never" stands in places that no release has. Neither goes at any level."""

MARKS: tuple[Mark, ...] = (*LEVELS, "none")

LETTERS: dict[Mark, str] = dict(zip((*MARKS, "never"), "cgasrnx", strict=True))


@dataclass
class Canaries:
    """Every word that was planted: from which level on it may be seen, and in what kind of place it is."""

    words: dict[str, tuple[Mark, str]] = field(default_factory=dict)

    def plant(self, place: str, level: Mark) -> str:
        """A word that is nowhere else, written as a name."""
        letters = "".join(letter for letter in place.title() if letter.isalpha())
        word = f"Q{LETTERS[level]}{letters.lower()}vex"
        assert self.words.setdefault(word, (level, place)) == (level, place)
        return word


def may_go(what: Mark, at: Level) -> bool:
    """Whether something may go at a level."""
    return what not in {"none", "never"} and within(what, at)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Report:
    """A report with its reading; `label` is its own, `goes` the level from which on it may go, for all that is in it."""

    document: Document
    reading: Reading
    label: Mark
    goes: Mark
    custody: Custody = Custody()  # noqa: RUF009  immutable
    reader: str = "told"


@dataclass(frozen=True)
class Mention:
    """A name, and the mark that whoever has it gets; or words of a claim, and the mark that it gets."""

    words: str
    level: Mark


@dataclass(frozen=True)
class Note:
    """A note on the document, the party or the claim that these words are in."""

    kind: Literal["document", "party", "claim"]
    words: str
    text: str
    label: Mark
    goes: Mark


@dataclass(frozen=True)
class World:
    """All that is put into a ledger."""

    reports: tuple[Report, ...]
    parties: tuple[Mention, ...]
    claims: tuple[Mention, ...]
    notes: tuple[Note, ...]
    canaries: Canaries

    def within(self, level: Level) -> "World":
        """The same without what may not go at a level, as if it had never been there."""
        return World(
            tuple(one for one in self.reports if may_go(one.goes, level)),
            tuple(one for one in self.parties if may_go(one.level, level)),
            tuple(one for one in self.claims if may_go(one.level, level)),
            tuple(one for one in self.notes if may_go(one.goes, level)),
            self.canaries,
        )


class Clock:
    """A clock that goes on some minutes whenever it is asked."""

    def __init__(self, minutes: int, year: int) -> None:
        self.now, self.step = datetime(year, 6, 1, tzinfo=UTC), timedelta(minutes=minutes)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


# Reports.

CRANE = "The port of Veldmark sold its newest crane"

STORY = (
    (
        "Lindholm Courier",
        "2031-05-04",
        f"{CRANE} for 4 million crowns, Marek Dolle, the harbour master, said. Dolle said that it was delivered in March.",
    ),
    (
        "Ostrava Bay Gazette",
        "2031-05-05",
        f"{CRANE} for 4 million crowns, the Lindholm Courier reported. The buyer declined to comment.",
    ),
    (
        "Tarn Herald",
        "2031-05-06",
        f"{CRANE} last year, the mayor denied on Friday. The crane was delivered in April, she said.",
    ),
)
"""What everybody may see."""


OTHERS: dict[Mark, str] = {
    "TLP:CLEAR": "Veldmark’s port has sold its newest crane",
    "TLP:GREEN": "The newest crane of the port was sold by Veldmark",
    "TLP:AMBER": "The port of Veldmark has parted with its newest crane",
    "TLP:AMBER+STRICT": "Veldmark sold the newest crane of its port",
    "TLP:RED": "The newest crane in Veldmark was sold by the port",
    "none": "Veldmark’s port sold the newest of its cranes",
}
"""The same at every level in words of its own, so that it is an origin of its own."""

SURNAMES: dict[Mark, str] = dict(zip(MARKS, ("Orrin", "Hale", "Brandt", "Voss", "Aster", "Lund"), strict=True))


def page(where: Path, name: str, body: str, **known: str) -> tuple[Document, Reading]:
    """A report read from a file with a sidecar."""
    path = where / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")
    path.with_suffix(".json").write_text(json.dumps(known), encoding="utf-8")
    document = open_document(path)
    return document, reader_named(None).read(document)


def main_report(canaries: Canaries, where: Path, level: Mark) -> Report:
    """A report of the story that everybody tells, with a word in every place that a report has, which would change what is found in it."""

    def word(place: str) -> str:
        return canaries.plant(place, level)

    day = 7 + MARKS.index(level)
    paper = "The Lindholm Courier" if level in {"TLP:GREEN", "none"} else "Skarn Echo"
    body = (
        f"<!doctype html><html lang=en><head><title>{word('page title')}</title><!-- {word('comment')} --></head><body><article>"
        f"<h1>{word('headline')} sold its crane twice</h1>"
        f"<p>{OTHERS[level]} for {5 + day} million crowns, {word('source')} {SURNAMES[level]} said on Monday.</p>"
        f"<p>A clerk from {word('described source')} said that the crane was never delivered. Marek Dolle of {word('text')} denied it.</p>"
        f"<p>“The {word('quoted content')} seal was broken,” said Ida Terhune, an inspector. {paper} reported that the "
        f"{word('relayed content')} papers were forged.</p>"
        f"<p>It was {word('cue')}-ly reported by {word('cited outlet')} News that {word('figure')} buyers paid 900 crowns.</p>"
        f"<figure><img src=a.png alt=x><figcaption>The crane at {word('caption')} quay in May.</figcaption></figure>"
        f"</article></body></html>"
    )  # fmt: skip
    document, reading = page(
        where,
        f"{word('folder')}/{word('file name')}.html",
        body,
        outlet=f"{word('outlet')} Post",
        published=f"2031-05-{day:02}",
        title=f"{word('sidecar title')} and the crane",
        url=f"https://{word('address').lower()}.example/crane",
        author=f"By {word('author')} Lahti",
        remark=word("sidecar"),
    )
    custody = Custody(
        canaries.plant(f"custody by {level}", "never"),
        "2031-06-01T00:00:00Z",
        canaries.plant(f"source by {level}", "never"),
    )
    return Report(document, reading, level, level, custody, f"reader-{LETTERS[level]}")


def alias_reports(canaries: Canaries, where: Path, level: Mark) -> Iterator[Report]:
    """Reports that everybody might see, but for somebody in them who is marked: by the name, the last name alone, and where nobody reads."""
    first, last = canaries.plant("given name", level), canaries.plant("last name", level)
    day = 10 + MARKS.index(level)
    told = [
        ("a", f"The mayor of Tarn, {first} {last}, said that the bridge was closed. She said it would open in June.", {}),
        ("b", f"The bridge at Tarn was closed on Friday, according to {last}. A driver said that nobody was told.", {}),
        ("c", "A ferry to Brannock was late on Tuesday, the owner said.", {"author": f"By {first} {last}"}),
        ("d", "A lorry burned at Brannock on Tuesday, the fire brigade said.", {"url": f"https://bay.example/{first}-{last}-bridge".lower()}),
        ("e", "The market at Brannock opens on Friday, its owner said.", {"title": f"{last.upper()}’s market"}),
        ("f", "A school at Brannock was shut, its head said.", {"outlet": f"{first}{last} Blog"}),
    ]  # fmt: skip
    for number, text, known in told:
        given = {"outlet": f"Bay {number.upper()} Radio", "published": f"2031-06-{day:02}"} | known
        document, reading = page(where, f"{LETTERS[level]}-{number}.txt", text, **given)
        yield Report(document, reading, "TLP:CLEAR", level)


CLAIMS: dict[Mark, str] = {
    "TLP:CLEAR": "The {} vault at Skarn was emptied by three men on Sunday, the police said.",
    "TLP:GREEN": "The senator resigned over the {} letters on Monday, her office said.",
    "TLP:AMBER": "The {} bank bought a brewery in Harn for 70 million crowns, the regulator said.",
    "TLP:AMBER+STRICT": "A wolf was seen near the {} school at Ulm Ridge, teachers said.",
    "TLP:RED": "The {} satellite fell into the sea off Morrow Point in June, the agency said.",
}
"""A claim of its own at every level, so that none is taken for another."""


def claim_reports(canaries: Canaries, where: Path, level: Mark) -> Iterator[Report]:
    """Two reports that everybody might see, but for the claim that both carry."""
    word = canaries.plant("claim", level)
    for number, outlet in enumerate(("North Mail", "South Mail")):
        document, reading = page(
            where,
            f"{LETTERS[level]}-claim{number}.txt",
            CLAIMS[level].format(word),
            outlet=outlet,
            published=f"2031-07-{10 + MARKS.index(level)}",
        )
        yield Report(document, reading, "TLP:CLEAR", level)


@cache
def world() -> World:
    """Everything, at every level."""
    canaries = Canaries()
    reports: list[Report] = []
    parties, claims, notes = list[Mention](), list[Mention](), list[Note]()
    with TemporaryDirectory() as folder:
        where = Path(folder)
        for number, (outlet, day, text) in enumerate(STORY):
            document, reading = page(where, f"{number}.txt", text, outlet=outlet, published=day)
            reports.append(Report(document, reading, "TLP:CLEAR", "TLP:CLEAR"))
        for level in MARKS:
            reports.append(main_report(canaries, where, level))
            if level != "none":
                reports += alias_reports(canaries, where, level)
                reports += claim_reports(canaries, where, level)
                parties.append(Mention(canaries.plant("last name", level), level))
                claims.append(Mention(canaries.plant("claim", level), level))
            notes += [
                Note("document", STORY[0][2], f"On a report: {canaries.plant('note on report', level)}", level, level),
                Note("party", "Marek Dolle", f"On him: {canaries.plant('note on party', level)}", level, level),
                Note("claim", "newest crane", f"On it: {canaries.plant('note on claim', level)}", level, level),
            ]
            if level != "none":
                # Everybody might see the note, but not who is named in it, or the report that it is on.
                named = f"Ask {canaries.plant('last name', level)} about it."
                notes.append(Note("document", STORY[1][2], named, "TLP:CLEAR", level))
                text = f"See there: {canaries.plant('note on cut report', level)}"
                own = canaries.plant("headline", level)
                notes.append(Note("document", own, text, "TLP:CLEAR", level))
    return World(tuple(reports), tuple(parties), tuple(claims), tuple(notes), canaries)


# Ledgers.


def kept(where: Path, told: World, clock: Callable[[], datetime], *, gossip: bool) -> Ledger:
    """A ledger with all of this; with what people do besides, if there is gossip."""
    ledger = Ledger.open(where, create=True)
    by = told.canaries.plant("who works on it", "never") if gossip else "bo"
    with ledger.writing(by, clock) as writer:
        for one in told.reports:
            add(writer, one.document, Reader(one.reader, "1"), one.reading, one.custody)
            if one.label not in {"none", "never"}:
                _mark(writer, told, Target("document", one.document.id, one.document.id), one.label, gossip)
        project(writer)
    found = findings(ledger)
    if gossip:
        _gossip(ledger, told.canaries, found, clock)
    with ledger.writing(by, clock) as writer:
        for named in told.parties:
            _mark(writer, told, _party(found, named.words), named.level, gossip)
        for named in told.claims:
            _mark(writer, told, _claim(found, named.words), named.level, gossip)
        for number, note in enumerate(told.notes):
            name = f"n{abs(hash((gossip, number))):x}"
            writer.append(Noted(name, _of_note(found, note), note.text))
            if note.label != "none":
                _mark(writer, told, Target("note", name), note.label, gossip)
    return ledger


def _mark(writer: Writer, told: World, target: Target, level: Mark, gossip: bool) -> None:  # noqa: FBT001
    assert level not in {"none", "never"}
    why = told.canaries.plant("why it was marked", "never") if gossip else ""
    mark(writer, target, level, why=why)  # type: ignore[arg-type]


def _party(found: Findings, words: str) -> Target:
    return target_of(found, "party", next(one.id for one in found.parties if words in one.name))


def _claim(found: Findings, words: str) -> Target:
    return target_of(found, "claim", next(one.id for one in found.claims if words in one.text))


def _of_note(found: Findings, note: Note) -> Target:
    if note.kind == "party":
        return _party(found, note.words)
    if note.kind == "claim":
        return _claim(found, note.words)
    document = next(one.id for one in found.documents if note.words in one.text)
    return Target("document", document, document)


def _gossip(ledger: Ledger, canaries: Canaries, found: Findings, clock: Callable[[], datetime]) -> None:
    """What else people do in a ledger: none of it goes out."""

    def word(place: str) -> str:
        return canaries.plant(place, "never")

    first = found.documents[0].id
    document = Target("document", first, first)
    claim = _claim(found, "newest crane")
    told = found.appearances[0]
    with TemporaryDirectory() as folder:
        text = f"We called {word('own check')}, who said that the crane was sold for {word('own figure')}."
        check, reading = page(Path(folder), "call.txt", text, outlet="own check", published="2031-05-06")
    with ledger.writing(word("who checked"), clock) as writer:
        add(writer, check, Reader("told", "1"), reading, Custody(by=word("who called")))
        writer.append(Checked(check.id, "call", word("whom we called"), claim, word("handle")))
        project(writer)
        writer.append(
            Released(word("release id"), word("earlier recipient"), "TLP:CLEAR", "0" * 64, (first,), (claim,))
        )
        writer.append(Assigned(claim, word("assignee"), "open"))
        writer.append(TakenBack(document, "corrected", "2031-05-09", word("why it was taken back")))
        writer.append(Erased(word("erased handle"), word("why it was erased")))
        writer.append(Joined(word("other ledger"), "f" * 64, 0))
        writer.append(Corrected(told.document, told.spans, "accepts", told, word("why it was accepted")))
        cut_one = Target("claim", check.id, check.id, reading.appearances[0].spans)
        writer.append(Regrouped("merges", (claim, cut_one), word("why they were merged")))
        writer.append(Marked(document, "TLP:RED", word("earlier marking"), "2031-05-01"))
        writer.append(Marked(document, "TLP:CLEAR", word("later marking")))


# What leaves.


def terminal(release: Release) -> str:
    """The release as a terminal shows it."""
    stream = io.StringIO()
    show(release, Console(file=stream, width=200, color_system=None))
    return stream.getvalue()


OUTPUTS: dict[str, Callable[[Release], str]] = {
    "findings": findings_json,
    "release": release_json,
    "dossier": dossier,
    "dossier-without-words": without_words,
    "terminal": terminal,
}


def outputs(ledger: Ledger, level: Level) -> dict[str, str]:
    """Everything that goes out of a ledger at a level, in every form."""
    release = cut(ledger, level)
    return {name: make(release) for name, make in OUTPUTS.items()}
