"""A ledger whose claims and sources are graded: a minister's resignation, told by officials, a secretary and a harbour master."""

import json
from collections.abc import Sequence
from pathlib import Path

from wherefrom import api, cli
from wherefrom.api.grading import Given, Grade
from wherefrom.model import Claim
from wherefrom.model.judgement import Scale

Report = tuple[str, str, str]
"""Outlet, date, text."""

SAID = "Joran Pell, the fisheries minister, will resign on Friday over the sinking of the Marigold"

OFFICIALS: Report = (
    "Saleth Courier",
    "2031-05-03",
    f"{SAID}, two officials told the Saleth Courier.\n\nThe Marigold sank off Saleth on 28 April. Eleven people died.\n",
)
LIND: Report = (
    "Ardent Post",
    "2031-05-04",
    (
        "The sinking of the Marigold costs a minister his office. Joran Pell, who looks after fisheries, will resign on Friday over the "
        "sinking of the Marigold, the party's secretary Petra Lind said in Saleth.\n"
    ),
)
HALE: Report = (
    "Bay Radio",
    "2031-05-05",
    (
        "Nets were still being cut free this morning. The fisheries minister, Joran Pell, will resign on Friday over the sinking of the "
        "Marigold, according to the harbour master Tomas Hale.\n"
    ),
)
FERRY: Report = ("Velden Times", "2031-05-04", "A ferry sank off Corvale on Tuesday, the captain Dario Brandt said.")


def add(ledger: Path, *reports: Report) -> Path:
    """The ledger with these reports too."""
    folder = ledger.parent / "in"
    folder.mkdir(exist_ok=True)
    paths = []
    for outlet, day, text in reports:
        path = folder / f"{len(list(folder.glob('*.txt')))}.txt"
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".json").write_text(json.dumps({"outlet": outlet, "published": day}), encoding="utf-8")
        paths.append(path)
    api.add(paths, ledger, by="desk")
    return ledger


def begun(folder: Path, *reports: Report) -> Path:
    """A new ledger with these reports."""
    folder.mkdir(exist_ok=True)
    return add(folder / "case.ledger", *reports)


def claim(ledger: Path, words: str = "resign") -> Claim:
    """The claim with these words in it that most statements carry."""
    found = [one for one in api.findings(ledger).claims if words in one.text]
    return max(found, key=lambda one: len(one.appearances))


def shown(ledger: Path, about: str, as_of: str | None = None) -> list[tuple[str, str, str, str]]:
    """What stands of a thing: by whom, on which scale, in which words, on what grounds."""
    (sheet,) = api.grades(ledger, about, as_of=as_of).sheets
    held: Sequence[Sequence[Grade] | None] = (
        sheet.reliability,
        sheet.credibility,
        sheet.likelihood,
        sheet.confidence,
    )
    return [(one.by, one.scale, one.words, one.grounds) for grades in held for one in grades or ()]


GROUNDS = "weighed against what else there is"


def grade(  # noqa: PLR0913  as the function that is tested
    ledger: Path,
    about: str,
    scale: Scale,
    value: str | None,
    by: str = "ada",
    *,
    grounds: str = GROUNDS,
    wording: str | None = None,
    blind: bool = False,
) -> Given:
    """Grade in STANAG's words and ICD 203's, where nothing else is said."""
    usual = {"reliability": "stanag", "credibility": "stanag", "likelihood": "icd-203", "confidence": None}[scale]
    return api.grade(ledger, about, scale, value, grounds=grounds, wording=wording or usual, blind=blind, by=by)


def call(ledger: Path, source: str, text: str = f"{SAID}.", about: str | None = None) -> str:
    return api.log(ledger, "call", text, source=source, on="2031-05-06", about=about, by="ada").document


def warnings(ledger: Path, about: str) -> list[str]:
    (sheet,) = api.grades(ledger, about).sheets
    return [told for one in sheet.credibility or () for told in one.warnings]


def run(*arguments: str | Path) -> int:
    return cli.main([str(one) for one in arguments])
