"""Reading a corpus in PolNeAR's layout: `text/NAME.txt` beside brat stand-off in `attributions/NAME_ANNOTATOR.ann`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, order=True)
class GoldAttribution:
    """One annotated attribution; offsets are code points in the raw text, parts may be empty or in fragments."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated article."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def documents(split: Path) -> Iterator[GoldDocument]:
    """The annotated articles of a split, by name; of several annotators the alphabetically first is the gold."""
    for path in sorted((split / "text").glob("*.txt")):
        annotations = sorted((split / "attributions").glob(f"{_escaped(path.stem)}_????.ann"))
        if annotations:
            text = path.read_bytes().decode("utf-8")
            yield GoldDocument(path.stem, text, _attributions(annotations[0].read_bytes().decode("utf-8")))


def _escaped(name: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", name)


def _attributions(brat: str) -> tuple[GoldAttribution, ...]:
    spans: dict[str, Spans] = {}
    events: list[list[str]] = []
    for line in brat.split("\n"):
        columns = line.rstrip("\r").split("\t")
        if line.startswith("T") and len(columns) > 1:
            _, offsets = columns[1].split(" ", 1)
            fragments = [tuple(int(number) for number in fragment.split()) for fragment in offsets.split(";")]
            spans[columns[0]] = tuple((start, end) for start, end in fragments)
        elif line.startswith("E") and len(columns) > 1:
            events.append(columns[1].split())
    return tuple(_attribution(event, spans) for event in events)


def _attribution(event: list[str], spans: dict[str, Spans]) -> GoldAttribution:
    parts: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for argument in event:
        role, label = argument.split(":")
        role = role.rstrip("0123456789").lower()
        if role in parts and label in spans:
            parts[role].extend(spans[label])
    return GoldAttribution(*(tuple(sorted(parts[role])) for role in ("source", "cue", "content")))
