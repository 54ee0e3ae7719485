"""Reports of a fictional press, a statement a sentence, and what differs between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wherefrom.comparing.conflicts import conflicts
from wherefrom.comparing.material import Material
from wherefrom.intake import document_from_bytes
from wherefrom.model import (
    Act,
    Appearance,
    Claim,
    Conflict,
    Document,
    Findings,
    Link,
    Membership,
    Mention,
    Nature,
    Origins,
    Party,
    PartyKind,
    Reader,
    Reliance,
    Root,
    Source,
    Span,
    Stance,
    Time,
    slice_of,
)
from wherefrom.reader.certainty import polarity_of
from wherefrom.reader.quantities import quantities_in
from wherefrom.reader.times import times_in

DAY = "2031-03-08"


@dataclass(frozen=True)
class Said:
    """A sentence of a report that is one statement; `under` the names of claims, each with a stance."""

    words: str
    under: tuple[tuple[str, Stance], ...] = ()
    source: str | None = None
    act: Act = "says"
    nature: Nature | None = "fact"


def said(words: str, *under: str, by: str | None = None, act: Act = "says", nature: Nature | None = "fact") -> Said:
    """A statement that supports these claims."""
    return Said(words, tuple((claim, "supports") for claim in under), by, act, nature)


def denied(words: str, claim: str, *, by: str | None = None, act: Act = "says") -> Said:
    """A statement that denies a claim."""
    return Said(words, ((claim, "denies"),), by, act)


@dataclass(frozen=True)
class Report:
    """A report: statements, and sentences that are none, as bare strings."""

    told: tuple[Said | str, ...]
    published: str | None = DAY
    headline: str | None = None


def report(*told: Said | str, published: str | None = DAY, headline: str | None = None) -> Report:
    return Report(told, published, headline)


@dataclass
class Compared:
    """Reports as comparing gets them, and the conflicts that are found between them."""

    material: Material
    claims: tuple[Claim, ...]
    relies_on: tuple[Reliance, ...] = ()
    found: tuple[Conflict, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.found = conflicts(self.material, self.claims, self.relies_on)

    def shown(self, one: Conflict) -> list[str]:
        """The exact words of a conflict's values."""
        return [slice_of(self.material.documents[value.document].text, value.spans) for value in one.values]

    @property
    def told(self) -> list[tuple[str, list[str], bool | None]]:
        """Every conflict by its kind, the words of its values, and whether they cannot all hold."""
        return [(one.kind, self.shown(one), one.cannot_all_hold) for one in self.found]


def compared(*reports: Report, names: dict[str, PartyKind] | None = None) -> Compared:
    """Reports in the order given; every place where one of `names` stands in a text means that party."""
    documents = [_document(one, number) for number, one in enumerate(reports)]
    appearances: list[Appearance] = []
    under: dict[str, list[Membership]] = {}
    parties = _parties(documents, names or {})
    for one, document in zip(reports, documents, strict=True):
        for told in one.told:
            if isinstance(told, Said):
                appearance = _appearance(document, told, len(appearances), parties)
                appearances.append(appearance)
                for claim, stance in told.under:
                    under.setdefault(claim, []).append(Membership(appearance.id, stance))
    findings = Findings(Reader("by hand", "1"), tuple(documents), (), tuple(appearances), tuple(parties))
    claims = tuple(Claim(name, name, tuple(members), Origins(1, None, (), ()), ()) for name, members in under.items())
    return Compared(Material.of(findings), claims)


def with_roots(
    held: Compared, *roots: Sequence[str], against: Sequence[Sequence[str]] = (), at_least: int = 1
) -> Compared:
    """The same, the first claim with these origins, each the words of the statements that go back to it."""
    ids = {one.text: one.id for one in held.material.findings.appearances}
    made = [
        Root(f"origin {n}", (f"p{n}",), tuple(ids[words] for words in root), "told") for n, root in enumerate(roots)
    ]
    denying = [
        Root(f"other {n}", (f"q{n}",), tuple(ids[words] for words in root), "told") for n, root in enumerate(against)
    ]
    first, *rest = held.claims
    origins = Origins(at_least, None, tuple(made), tuple(denying))
    return Compared(held.material, (Claim(first.id, first.text, first.appearances, origins, ()), *rest), held.relies_on)


def _document(one: Report, number: int) -> Document:
    sentences = " ".join(told if isinstance(told, str) else told.words for told in one.told)
    head = f"{one.headline}\n\n" if one.headline else ""
    return document_from_bytes(
        f"{head}{sentences}\n".encode(), f"{number}.txt", outlet=f"Outlet {number}", published=one.published
    )


def _parties(documents: Sequence[Document], names: dict[str, PartyKind]) -> list[Party]:
    return [
        Party(
            f"p{number}",
            name,
            kind,
            named=name[:1].isupper(),
            mentions=tuple(
                Mention(document.id, (Span(*match.span()),))
                for document in documents
                for match in re.finditer(rf"\b{re.escape(name)}\b", document.text)
            ),
        )
        for number, (name, kind) in enumerate(names.items())
    ]


def _appearance(document: Document, told: Said, number: int, parties: Sequence[Party]) -> Appearance:
    start = document.text.index(told.words)
    span = Span(start, start + len(told.words))
    held = [
        one.id
        for one in parties
        for mention in one.mentions
        if mention.document == document.id and span.start <= mention.spans[0].start < span.end
    ]
    day = date.fromisoformat(document.published) if document.published else None
    times = [Time(one.text, one.spans, one.value, one.role or "event") for one in times_in(document.text, *span, day)]
    link = None
    if told.source is not None:
        source = Source(told.source, (Span(0, 1),), "person", named=True)
        link = Link(source, None, told.act, "stated", (span,))
    return Appearance(
        id=f"a{number:03}",
        document=document.id,
        spans=(span,),
        text=told.words,
        block="paragraph",
        chain=() if link is None else (link,),
        polarity=polarity_of(told.words),
        nature=told.nature,
        quantities=quantities_in(document.text, *span),
        times=tuple(times),
        about=tuple(dict.fromkeys(held)),
    )
