"""Texts of a fictional press, what the reader would find in them by hand, and who relies on whom among them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wherefrom.comparing.material import Group, Material
from wherefrom.comparing.outlets import Outlets
from wherefrom.comparing.reliance import relies_on
from wherefrom.intake import document_from_bytes
from wherefrom.model import (
    Appearance,
    Document,
    Findings,
    Link,
    Membership,
    Party,
    Quantity,
    Reader,
    Reliance,
    Source,
    SourceKind,
    Span,
    Words,
    slice_of,
)

LEDE = "The ferry Alma sank off Vesterholm with 214 people and 60 lorries aboard on Tuesday night."
"""What is going on: in every text that is about the one matter."""


def printed(text: str, outlet: str | None = "Harrow Valley Gazette", day: int | None = None, **known: str) -> Document:
    """A text as an outlet printed it, on a day of one month."""
    made = document_from_bytes(text.encode(), path="report.txt", outlet=outlet)
    published = None if day is None else f"2031-03-{day:02}"
    return replace(made, published=known.get("published", published), url=known.get("url"))


def place(document: Document, words: str) -> tuple[Span, ...]:
    start = document.text.index(words)
    return (Span(start, start + len(words)),)


def link(document: Document, source: str | None, cue: str | None, content: str, kind: SourceKind = "person") -> Link:
    """A link as it stands in the text, its source a party of its own; one in lower case has no name."""
    who = None
    if source is not None:
        who = Source(source, place(document, source), kind, source[:1].isupper(), (f"p{source}",))
    said = None if cue is None else Words.of(document.text, place(document, cue))
    return Link(who, said, "says", "stated", place(document, content))


def statement(document: Document, words: str, *chain: Link, figures: Sequence[tuple[str, float]] = ()) -> Appearance:
    """A statement in a document, with the figures in it."""
    spans = place(document, words)
    quantities = tuple(
        Quantity(text, place(document, text), "=", value, None, None, None, "thing") for text, value in figures
    )
    block = document.block_of(spans[0])
    return Appearance(
        id=f"a{document.id}{spans[0].start}",
        document=document.id,
        spans=spans,
        text=slice_of(document.text, spans),
        block="paragraph" if block is None else block.kind,
        chain=chain,
        quantities=quantities,
    )


def party(name: str) -> Party:
    """The party of a link's source by these words."""
    return Party(f"p{name}", name, "person", named=True, mentions=())


def claimed(*statements: Appearance) -> Group:
    """Statements that carry one claim."""
    return Group(statements[0].id, statements[0].text, tuple(Membership(one.id, "supports") for one in statements))


def reliances(
    *documents: Document,
    told: Sequence[Appearance] = (),
    groups: Sequence[Group] = (),
    parties: Sequence[Party] = (),
) -> tuple[Reliance, ...]:
    """Who relies on whom among these documents."""
    ordered = sorted(documents, key=lambda one: (one.published is None, one.published or "", one.id))
    rank = {document.id: number for number, document in enumerate(ordered)}
    appearances = sorted(told, key=lambda one: (rank[one.document], one.spans))
    findings = Findings(Reader("by hand", "1"), tuple(ordered), (), tuple(appearances), tuple(parties))
    return relies_on(Material.of(findings), Outlets.shipped(), groups)


def relied(*documents: Document, **found: Sequence[Any]) -> list[tuple[str, str]]:
    """The same as (who, on whom), documents by their outlets."""
    names = {document.id: document.publisher or "" for document in documents}
    return [(names[one.document], names.get(one.on, one.on)) for one in reliances(*documents, **found)]


def credited(text: str, *others: Document, outlet: str = "Harrow Valley Gazette") -> list[str]:
    """Whom a text credits, in the order of its words; it appears after the other documents."""
    one = printed(text, outlet, 20)
    return [on for who, on in relied(one, *others) if who == outlet]


def quoted(document: Document, one: Reliance) -> str:
    """The words that a reliance points to."""
    return slice_of(document.text, one.spans)
