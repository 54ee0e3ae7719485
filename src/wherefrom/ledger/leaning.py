"""What leans on a source in the documents of one story, and what of it would fall without it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from wherefrom.comparing import Outlets, recounted
from wherefrom.model import Appearance, Findings, Link, Reliance, Spans

from .asking import Asked


@dataclass(frozen=True, slots=True)
class Leaning:
    """A document that is the source's own, or that relies on it: `on` is what it relies on directly, None where it is its own."""

    document: str
    publisher: str | None
    title: str | None
    how: str
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """A statement that the source touches: `how` is "printed" in its document, "said" by it according to the chain, or "relies", as its document does.

    `falls`: it goes with the source. One that only stands in a document that relies on the source stays where it is on another's word.
    """

    id: str
    document: str
    spans: Spans
    text: str
    how: str
    falls: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many origins a claim has, `at_most` None where nothing bounds it."""

    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class Shaken:
    """A claim that loses statements with the source: its origins now, and without it."""

    id: str
    text: str
    before: Bounds
    after: Bounds
    falling: tuple[str, ...]


@dataclass(slots=True)
class Gathering:
    """What was found so far, story by story."""

    source: Asked
    outlets: Outlets
    documents: dict[str, Leaning] = field(default_factory=dict)
    appearances: dict[str, Touched] = field(default_factory=dict)
    claims: list[Shaken] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    mentions: dict[str, list[Spans]] = field(default_factory=lambda: defaultdict(list))
    bearing: dict[str, list[Spans]] = field(default_factory=lambda: defaultdict(list))
    """Where the statements stand that surely bear on the claims."""


def look_through(found: Gathering, story: Findings) -> None:
    """Take in what the source touches in a story."""
    source, outlets = found.source, found.outlets
    own = {one.id for one in story.documents if one.id == source.document or source.is_called(outlets, one.publisher)}
    parties = {
        one.id for one in story.parties if one.id == source.party or (one.named and source.is_called(outlets, one.name))
    }
    relying = _relying(found, story, own)
    if not own and not parties and not relying:
        return
    _take_in_parties(found, story, parties)
    printers = _printers(found, story, own)
    how: dict[str, str] = {}
    for one in story.appearances:
        if one.document in own:
            how[one.id] = "printed"
        elif any(_goes_through(found, link, parties) for link in one.chain) or (
            one.document in relying and any(_cites(link, printers) for link in one.chain)
        ):
            how[one.id] = "said"
        elif one.document in relying:
            how[one.id] = "relies"
    falling = _falling(story, how, relying)
    for document in story.documents:
        if document.id in own or document.id in relying:
            first = next(iter(relying.get(document.id, ())), None)
            kind, on = ("own", None) if first is None or document.id in own else (first.how, first.on)
            found.documents[document.id] = Leaning(document.id, document.publisher, document.title, kind, on)
    for one in story.appearances:
        if one.id in how:
            found.appearances[one.id] = Touched(
                one.id, one.document, one.spans, one.text, how[one.id], one.id in falling
            )
    _shake(found, story, falling, own)


def _relying(found: Gathering, story: Findings, own: Collection[str]) -> dict[str, list[Reliance]]:
    """The documents that rely on the source's, directly or over others, and by what."""
    relying: dict[str, list[Reliance]] = {}
    reached = set(own)
    while True:
        further = [
            one
            for one in story.relies_on
            if one.document not in own
            and one not in relying.get(one.document, ())
            and (one.on in reached or found.source.is_called(found.outlets, one.on))
        ]
        if not further:
            return relying
        for one in further:
            relying.setdefault(one.document, []).append(one)
            reached.add(one.document)


def _take_in_parties(found: Gathering, story: Findings, parties: Collection[str]) -> None:
    for party in story.parties:
        if party.id in parties:
            found.parties.add(party.id)
            for mention in party.mentions:
                found.mentions[mention.document].append(mention.spans)


def _goes_through(found: Gathering, link: Link, parties: AbstractSet[str]) -> bool:
    source = link.source
    if source is None:
        return False
    return not parties.isdisjoint(source.parties) or (
        source.named and found.source.is_called(found.outlets, source.text)
    )


def _printers(found: Gathering, story: Findings, own: Collection[str]) -> frozenset[str]:
    """The parties of a story that are the outlets which printed the source's documents."""
    names = {one.publisher for one in story.documents if one.id in own and one.publisher}
    return frozenset(
        one.id for one in story.parties if one.named and any(found.outlets.same(one.name, name) for name in names)
    )


def _cites(link: Link, printers: AbstractSet[str]) -> bool:
    return link.source is not None and not printers.isdisjoint(link.source.parties)


def _falling(story: Findings, how: Mapping[str, str], relying: Mapping[str, Sequence[Reliance]]) -> set[str]:
    """The statements that go with the source."""
    falling = {name for name, kind in how.items() if kind != "relies"}
    leaning = [one for one in story.appearances if how.get(one.id) == "relies"]
    standing = {one.id for one in leaning if _stands_alone(one, relying[one.document])}
    rest = {one.id for one in leaning} - standing
    roots: list[tuple[frozenset[str], list[frozenset[str]]]] = [
        (frozenset(name for root in both for name in root.appearances), [frozenset(root.appearances) for root in both])
        for both in ((*claim.origins.roots, *claim.origins.against) for claim in story.claims)
    ]
    members = [frozenset(one.id for one in claim.appearances if one.bearing != "akin") for claim in story.claims]
    while True:
        more: set[str] = set()
        for (rooted, each), under in zip(roots, members, strict=True):
            if falling.isdisjoint(under):
                continue
            more |= (rest & under) - rooted
            for root in each:
                if not falling.isdisjoint(root):
                    more |= rest & root
        if more <= falling:
            return falling
        falling |= more


def _stands_alone(one: Appearance, relying: Iterable[Reliance]) -> bool:
    """Whether somebody named says it in the document itself, which only cites the source elsewhere."""
    if any(reliance.how != "cites" for reliance in relying) or not one.chain:
        return False
    last = one.chain[-1]
    outer = one.chain[:-1]
    return (
        last.source is not None
        and last.source.named
        and last.source.kind not in {"outlet", "document"}
        and last.basis == "stated"
        and not any(link.source is not None and link.source.kind in {"outlet", "document"} for link in outer)
    )


def _shake(found: Gathering, story: Findings, falling: Collection[str], own: Collection[str]) -> None:
    after = recounted(story, found.outlets, falling, own)
    place = {one.id: one for one in story.appearances}
    for claim in story.claims:
        lost = tuple(one.id for one in claim.appearances if one.bearing != "akin" and one.id in falling)
        if not lost or claim.id not in after:
            continue
        before, left = claim.origins, after[claim.id]
        bounds = Bounds(before.at_least, before.at_most), Bounds(left.at_least, left.at_most)
        found.claims.append(Shaken(claim.id, claim.text, *bounds, lost))
        for one in claim.appearances:
            if one.bearing == "sure":
                found.bearing[place[one.id].document].append(place[one.id].spans)
