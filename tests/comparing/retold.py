"""Reports of a fictional press, read by the program or marked by hand, with the claims that their statements stand under."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wherefrom import api
from wherefrom.intake import document_from_bytes
from wherefrom.model import (
    Act,
    Appearance,
    Certainty,
    Claim,
    Degree,
    Document,
    Findings,
    Hedge,
    Link,
    Membership,
    Origins,
    Polarity,
    Reader,
    Reliance,
    Root,
    Source,
    Span,
    Spans,
    Stance,
    Time,
    Words,
)

ONE_ORIGIN = Origins(1, 1, (), ())


@dataclass(frozen=True)
class Report:
    """A short report: its words, the day and the outlet."""

    text: str
    published: str | None = "2031-03-04"
    outlet: str = "The Lindholm Courier"


def read(folder: Path, *reports: Report) -> Findings:
    """Reports as the program reads them."""
    paths = []
    for number, report in enumerate(reports):
        path = folder / f"{number:02}.txt"
        path.write_text(report.text, encoding="utf-8")
        known = {"outlet": report.outlet, "published": report.published}
        path.with_suffix(".json").write_text(json.dumps({key: value for key, value in known.items() if value}))
        paths.append(path)
    return api.read(paths)


def document_of(findings: Findings, report: Report) -> Document:
    return next(one for one in findings.documents if (one.text, one.publisher) == (report.text, report.outlet))


def under_one_claim(findings: Findings, stances: Mapping[str, Stance] | None = None) -> Findings:
    """All statements under one claim, each in favour unless its words are given with another stance."""
    held = stances or {}
    members = tuple(
        Membership(one.id, next((stance for words, stance in held.items() if words in one.text), "supports"))
        for one in findings.appearances
    )
    return replace(findings, claims=(Claim("c", "it", members, ONE_ORIGIN, ()),))


def relying(findings: Findings, later: Report, earlier: Report, how: str = "cites") -> Findings:
    """The same findings, one report relying on another."""
    assert how in ("cites", "version-of")
    reliance = Reliance(
        document_of(findings, later).id,
        document_of(findings, earlier).id,
        "cites" if how == "cites" else "version-of",
        (),
        "it names it",
    )
    return replace(findings, relies_on=(*findings.relies_on, reliance))


def document(text: str, published: str | None = "2031-03-04", outlet: str = "The Lindholm Courier") -> Document:
    return document_from_bytes(text.encode(), "report.txt", outlet=outlet, published=published)


def at(one: Document, words: str) -> Spans:
    start = one.text.index(words)
    return (Span(start, start + len(words)),)


def link(one: Document, source: str, cue: str = "said", act: Act = "says", parties: tuple[str, ...] = ()) -> Link:
    """A person in the text and the cue; named if the words begin with a capital letter."""
    found = Source(source, at(one, source), "person", source[0].isupper(), parties)
    return Link(found, Words(cue, at(one, cue)), act, "stated", ())


def said(
    one: Document,
    words: str,
    *chain: Link,
    hedge: tuple[str, Degree] | None = None,
    times: tuple[Time, ...] = (),
    polarity: Polarity = "positive",
) -> Appearance:
    """A statement in the text, with its chain and a word that holds back."""
    hedges = (Hedge(hedge[0], at(one, hedge[0]), None),) if hedge is not None else ()
    certainty = Certainty(hedge[1], hedges) if hedge is not None else Certainty()
    spans = at(one, words)
    name = f"{one.id}-{spans[0].start}"
    return Appearance(
        name, one.id, spans, words, "paragraph", chain, polarity, "fact", certainty=certainty, times=times
    )


def findings(
    documents: Iterable[Document], appearances: Iterable[Appearance], relies_on: Sequence[Reliance] = ()
) -> Findings:
    """Statements and documents in the order of publication."""
    held = sorted(documents, key=lambda one: (one.published is None, one.published or "", one.id))
    place = {one.id: number for number, one in enumerate(held)}
    told = sorted(appearances, key=lambda one: (place[one.document], one.spans))
    return Findings(Reader("by hand", "1"), tuple(held), appearances=tuple(told), relies_on=tuple(relies_on))


def origins(*roots: Sequence[Appearance], at_least: int) -> Origins:
    """Origins by the statements that go back to each."""
    found = tuple(Root(f"root {n}", (), tuple(one.id for one in root), "given") for n, root in enumerate(roots))
    return Origins(at_least, len(roots), found, ())
