"""Short reports of a fictional press with their statements marked: [source] {cue} <content>."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wherefrom.comparing.material import Material
from wherefrom.comparing.standpoints import Standpoints, standpoints
from wherefrom.intake import document_from_bytes
from wherefrom.model import (
    Act,
    Appearance,
    Document,
    Findings,
    Link,
    Polarity,
    Reader,
    Source,
    SourceKind,
    Span,
    Spans,
    Stance,
    Words,
    slice_of,
)
from wherefrom.reader.certainty.conditions import condition_in

_MARKS = re.compile(r"[\[\]{}<>]")
_KINDS = {"[": "source", "{": "cue", "<": "content"}


@dataclass(frozen=True)
class Told:
    """A report of one statement; what is not marked stands around it. `named` and `kind` are the source's."""

    marked: str
    act: Act = "says"
    polarity: Polarity = "positive"
    named: bool = True
    kind: SourceKind = "person"

    @property
    def plain(self) -> str:
        return _MARKS.sub("", self.marked)

    def spans(self, kind: str) -> list[Span]:
        """Where the stretches of this kind stand in the plain text."""
        found, begun = [], 0
        for earlier, mark in enumerate(_MARKS.finditer(self.marked)):
            place = mark.start() - earlier
            if mark.group() in _KINDS:
                begun = place
            elif _KINDS[{"]": "[", "}": "{", ">": "<"}[mark.group()]] == kind:
                found.append(Span(begun, place))
        return found


def _document(told: Told, day: int) -> Document:
    made = document_from_bytes(told.plain.encode(), path=f"{day:02}.txt")
    return replace(made, publisher=f"Veldmark Courier {day}", published=f"2031-03-{day:02}")


def _links(told: Told) -> tuple[Link, ...]:
    """One link for each cue, the outer ones plain; sources go with them from the last backwards."""
    text, cues, sources = told.plain, told.spans("cue"), told.spans("source")
    content: Spans = tuple(told.spans("content"))
    made: list[Link] = []
    for back, cue in enumerate(reversed(cues)):
        span = sources[-1 - back] if back < len(sources) else None
        source = None if span is None else Source(text[slice(*span)], (span,), told.kind, told.named)
        act: Act = told.act if back == 0 else "says"
        polarity: Polarity = told.polarity if back == 0 else "positive"
        made.insert(0, Link(source, Words.of(text, (cue,)), act, "stated", content, polarity=polarity))
    return tuple(made)


def _appearance(told: Told, document: Document) -> Appearance:
    spans: Spans = tuple(told.spans("content"))
    text = slice_of(document.text, spans)
    return Appearance(
        id=f"{document.id}-{spans[0].start}",
        document=document.id,
        spans=spans,
        text=text,
        block="paragraph",
        chain=_links(told),
        quote="direct" if text[0] == "“" else "indirect",
        condition=condition_in(document.text, spans),
    )


def claim(*tellings: Told | str) -> Standpoints:
    """The claim of these reports, each a day after the one before."""
    reports = [Told(one) if isinstance(one, str) else one for one in tellings]
    documents = [_document(one, day) for day, one in enumerate(reports, 1)]
    appearances = [_appearance(one, document) for one, document in zip(reports, documents, strict=True)]
    findings = Findings(Reader("by hand", "1"), tuple(documents), (), tuple(appearances))
    return standpoints(Material.of(findings), appearances)


def stances(*tellings: Told | str) -> list[Stance]:
    return [one.stance for one in claim(*tellings).held]


def last(*tellings: Told | str) -> Stance:
    """The stance of the last report."""
    return stances(*tellings)[-1]


def why(*tellings: Told | str) -> Sequence[str]:
    return [one.why for one in claim(*tellings).held]
