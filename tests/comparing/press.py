"""A fictional press: reports of one claim, built by hand, and the origins that are found behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from wherefrom.comparing.material import Group, Material
from wherefrom.comparing.origins import Reliances, gaps_of, origins_of
from wherefrom.comparing.outlets import Outlets
from wherefrom.intake import document_from_bytes
from wherefrom.model import (
    Act,
    Appearance,
    Basis,
    BlockKind,
    Document,
    Findings,
    Link,
    Membership,
    Mention,
    Number,
    Origins,
    Party,
    PartyKind,
    Reader,
    Reliance,
    Source,
    SourceKind,
    Span,
    Stance,
    Unread,
    Words,
)

How = str


@dataclass(frozen=True)
class By:
    """A link of a chain: the source's words, what kind they are, and as whose name a pronoun is read."""

    words: str
    kind: SourceKind = "person"
    named: bool = True
    cue: str = "said"
    act: Act = "says"
    number: Number | None = None
    meant: tuple[str, PartyKind] | None = None
    to: str | None = None
    """Who was told, as the last words of the cue have it."""
    basis: Basis = "stated"


def person(words: str, **known: object) -> By:
    return replace(By(words), **known)  # type: ignore[arg-type]


def body(words: str) -> By:
    return By(words, "organisation")


def outlet(words: str) -> By:
    return By(words, "outlet")


def unnamed(words: str, **known: object) -> By:
    return replace(By(words, "group", named=False), **known)  # type: ignore[arg-type]


REPORTED = None
"""A link without a source: "it was reported that"."""


@dataclass(frozen=True)
class Told:
    """The claim as one paragraph tells it: who is behind it, outermost first, and what stands before and in it."""

    chain: tuple[By | None, ...] = ()
    stance: Stance = "supports"
    block: BlockKind = "paragraph"
    before: str = ""
    words: str = "the dam near Orrin has burst"


def told(*chain: By | None, **known: object) -> Told:
    return replace(Told(chain), **known)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Report:
    """A report of an outlet; `rests_on` other reports by their outlets, or outlets that have none here."""

    outlet: str
    told: tuple[Told, ...]
    day: int = 1
    rests_on: tuple[tuple[str, How], ...] = ()
    credits: str | None = None
    """The outlet that the first paragraph credits in words."""
    of_another: bool = False
    """Whether what it tells is another claim."""


def report(name: str, *told_: Told, day: int = 1, rests_on: Sequence[tuple[str, How]] = (), **known: object) -> Report:
    return replace(Report(name, told_, day, tuple(rests_on)), **known)  # type: ignore[arg-type]


@dataclass
class Press:
    """Reports as the rooms of comparing get them: what was read, the claim, and who relies on whom."""

    material: Material
    group: Group
    relies_on: tuple[Reliance, ...]
    outlets: Outlets = field(default_factory=Outlets.shipped)

    @property
    def origins(self) -> Origins:
        """Where the claim comes from."""
        return origins_of(self.material, self.outlets, self.group, Reliances.of(self.material, self.relies_on))

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing behind the claim."""
        return gaps_of(self.material, self.outlets, self.group, Reliances.of(self.material, self.relies_on))

    @property
    def bounds(self) -> tuple[int, int | None]:
        """How many origins there are at least and at most."""
        found = self.origins
        return found.at_least, found.at_most

    @property
    def labels(self) -> list[str]:
        """What the origins are called."""
        return [root.label for root in self.origins.roots]


def press(*reports: Report, unread: tuple[Unread, ...] = ()) -> Press:
    """Reports of one claim; those of one day in the order given."""
    documents: list[Document] = []
    appearances: list[Appearance] = []
    parties: list[Party] = []
    stances: dict[str, Stance] = {}
    for number, one in enumerate(sorted(reports, key=lambda one: one.day)):
        document, found, meant = _written(one, number)
        documents.append(document)
        appearances += found
        parties += meant
        if not one.of_another:
            stances |= {held.id: stated.stance for held, stated in zip(found, one.told, strict=True)}
    by_outlet = {document.publisher: document.id for document in reversed(documents)}
    relies_on = tuple(
        Reliance(document.id, by_outlet.get(on, on), how, _crediting(document, one, on), "it says so")  # type: ignore[arg-type]
        for one, document in zip(sorted(reports, key=lambda one: one.day), documents, strict=True)
        for on, how in one.rests_on
    )
    held = Findings(Reader("by hand", "1"), tuple(documents), unread, tuple(appearances), tuple(parties))
    members = tuple(Membership(one.id, stances[one.id]) for one in appearances if one.id in stances)
    return Press(Material.of(held), Group("c", "the dam has burst", members), relies_on)


def _crediting(document: Document, one: Report, on: str) -> tuple[Span, ...]:
    return (Span(0, len(on)),) if one.credits == on and document.text.startswith(on) else ()


def _written(one: Report, number: int) -> tuple[Document, list[Appearance], list[Party]]:
    paragraphs = [_paragraph(stated) for stated in one.told]
    if one.credits:
        paragraphs[0] = f"{one.credits} had it. {paragraphs[0]}"
    text = "\n\n".join(paragraphs)
    document = _document(text, number, one.outlet, one.day)
    appearances: list[Appearance] = []
    parties: list[Party] = []
    place = 0
    for stated, paragraph in zip(one.told, paragraphs, strict=True):
        found, meant = _appearance(document, stated, place + len(paragraph) - len(_paragraph(stated)), len(appearances))
        appearances.append(replace(found, id=f"{number:05}-{found.id}"))
        parties += meant
        place += len(paragraph) + 2
    return document, appearances, parties


@lru_cache(maxsize=4096)
def _document(text: str, number: int, outlet_: str, day: int) -> Document:
    return document_from_bytes(text.encode(), f"{number}.txt", outlet=outlet_, published=f"2031-03-{day:02}")


def _paragraph(stated: Told) -> str:
    said = "".join(f"{link.words} {link.cue}, " for link in stated.chain if link)
    return f"{stated.before}{said}{stated.words}."


def _told(document: Document, link: By, place: int) -> Words | None:
    if link.to is None:
        return None
    start = document.text.index(link.to, place + len(link.words))
    return Words.of(document.text, (Span(start, start + len(link.to)),))


def _appearance(document: Document, stated: Told, place: int, number: int) -> tuple[Appearance, list[Party]]:
    links: list[Link] = []
    parties: list[Party] = []
    place += len(stated.before)
    for link in stated.chain:
        if link is None:
            links.append(Link(None, Words("reported", (Span(place, place + 1),)), "says", "stated", ()))
            continue
        spans = (Span(place, place + len(link.words)),)
        meant = (link.meant,) if link.meant else ()
        found = [
            Party(
                f"p{document.id}-{number}-{len(parties)}-{at}",
                name,
                kind,
                named=True,
                mentions=(Mention(document.id, spans),),
            )
            for at, (name, kind) in enumerate(meant)
        ]
        ids = tuple(party.id for party in found)
        source = Source(link.words, spans, link.kind, link.named, ids, link.number)
        links.append(Link(source, Words(link.cue, spans), link.act, link.basis, (), _told(document, link, place)))
        parties += found
        place += len(link.words) + len(link.cue) + 3
    start = document.text.index(stated.words, place)
    spans = (Span(start, start + len(stated.words)),)
    return Appearance(f"{number}", document.id, spans, stated.words, stated.block, tuple(links)), parties
