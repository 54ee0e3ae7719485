"""The tables of docs/how-sure.md, made from what the program reads: `python -m tests.how_sure` writes them anew.

Each row has a kind, an example sentence of our own, and what comes out of it. The first two are written by hand, the third
by the program: every sentence is read as a report of its own, published on Monday, 9 March 2026.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from wherefrom import api
from wherefrom.model import Appearance, Findings, Quantity

PAGE = Path(__file__).resolve().parent.parent / "docs" / "how-sure.md"

PUBLISHED = "2026-03-09"

_ROW = re.compile(r"^\| (?P<kind>[^|]+?) \| (?P<sentence>[^|]+?) \|(?P<told>[^|]*)\|$", re.MULTILINE)


def rows(page: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The rows of the tables, each with the heading it stands under."""
    for section in re.split(r"^(?=## )", page, flags=re.MULTILINE):
        heading = section.partition("\n")[0].removeprefix("## ")
        if heading in TOLD:
            yield from ((heading, row) for row in _ROW.finditer(section) if not row["kind"].startswith(("Kind", "---")))


def read(sentences: list[str]) -> list[list[Appearance]]:
    """The statements of each sentence."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:03}.txt" for number in range(len(sentences))]
        for path, sentence in zip(paths, sentences, strict=True):
            path.write_text(sentence, encoding="utf-8")
        found: Findings = api.read(paths, published=PUBLISHED, outlet="The Lindholm Courier")
    ids = {document.text: document.id for document in found.documents}  # a sentence that comes twice is one document
    return [[one for one in found.appearances if one.document == ids[sentence]] for sentence in sentences]


def written(page: str) -> str:
    """The page with the third column of its tables as the program has it."""
    kept = list(rows(page))
    for (heading, row), told in zip(kept, read([row["sentence"] for _, row in kept]), strict=True):
        page = page.replace(row.group(), f"| {row['kind']} | {row['sentence']} | {outcome(heading, told)} |", 1)
    return page


def outcome(heading: str, found: list[Appearance]) -> str:
    """What comes out of a sentence, in the words of the column; statements are parted by a semicolon."""
    told = [words for one in found if (words := TOLD[heading](one))]
    return "; ".join(told) or "nothing"


def _certainty(one: Appearance) -> str:
    parts = [f"{_owner(one, hedge.owner)} holds back: “{hedge.text}”" for hedge in one.certainty.hedges]
    parts += [f"`{one.certainty.degree}`"] * (one.certainty.degree != "unspecified")
    parts += ["`negative`"] * (one.polarity == "negative")
    for place, link in enumerate(one.chain):
        turned = [f"`{link.act}`"] * (link.act != "says") + ["not said"] * (link.polarity == "negative")
        turned += [f"`{link.degree}`"] * (link.degree != "unspecified") + ["at first only"] * link.once
        if link.source is None and link.cue is not None:
            parts.append(f"no source named: “{link.cue.text}”")
        if turned:
            parts.append(f"{_owner(one, place)}: {', '.join(turned)}")
    parts += [f"on condition “{one.condition.text}”"] if one.condition is not None else []
    return ", ".join(parts) or "stated, nothing held back"


def _owner(one: Appearance, owner: int | None) -> str:
    if owner is None:
        return "the writer"
    source = one.chain[owner].source
    return f"“{source.text}”" if source is not None else "nobody named"


def _nature(one: Appearance) -> str:
    return f"`{one.nature}`" if one.nature is not None else "`null`"


def _quantities(one: Appearance) -> str:
    return ", ".join(_quantity(each) for each in one.quantities)


def _quantity(one: Quantity) -> str:
    value = "`null`" if one.value is None else f"{one.value:,.10g}"
    high = "" if one.high is None else f" to {one.high:,.10g}"
    unit = "" if one.unit is None else f" {one.unit}"
    of = "" if one.of is None else f" of “{one.of}”"
    dimension = "" if one.dimension is None else f" ({one.dimension})"
    return f"“{one.text}”: `{one.relation}` {value}{high}{unit}{of}{dimension}"


def _times(one: Appearance) -> str:
    return ", ".join(
        f"“{each.text}”: {f'`{each.value}`' if each.value is not None else '`null`'} ({each.role})"
        for each in one.times
    )


def _windows(one: Appearance) -> str:
    found = one.validity
    if found is None:
        return ""
    end = f" until `{found.until}`" if found.until is not None else ""
    length = f" for `{found.duration}`" if found.duration is not None else ""
    return f"“{found.text}”:{end}{length or ('' if end else ' no end given')}, owned by {_owner(one, found.owner)}"


TOLD: Mapping[str, Callable[[Appearance], str]] = {
    "How sure": _certainty,
    "What kind of statement": _nature,
    "How many": _quantities,
    "When": _times,
    "For how long it holds": _windows,
}
"""What the third column tells under each heading."""


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
