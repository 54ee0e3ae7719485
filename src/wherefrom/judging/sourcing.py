"""How a claim is sourced, as a newsroom asks it: how many sources, named or not, how they know, why unnamed, who vouches and who passes on.

Nothing is graded and nothing guessed: what no text tells is "not said". Only statements that surely bear on the claim are looked at; those
that perhaps do stand apart. The questions are those of the standards of AP, Reuters, the New York Times and the BBC on unnamed sources.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self, TypeAlias

from wherefrom.comparing.material import Material
from wherefrom.comparing.origins import Reliances
from wherefrom.comparing.origins.endings import Ending, endings_of
from wherefrom.comparing.origins.newsroom import Newsroom
from wherefrom.comparing.origins.words import is_talk, naming_words
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Appearance, Claim, Findings, Link, Nature, Root, Source, Span, Stance
from wherefrom.model.chain import Act, KnowsBy, SourceKind
from wherefrom.model.claim import CARRYING
from wherefrom.model.terms import Degree
from wherefrom.reader.parties import vocabulary

from .sentences import Ground, Piece, Printed, listed
from .unconfirmed import unconfirmed_in

OriginKind = Literal["voice", "quoted", "unnamed", "outlet", "own", "talk"]
"""Somebody named who speaks in the document itself, or is quoted there from elsewhere; somebody not named; an outlet whose sources are not
told here; the outlet that prints it, on its own word; what goes about."""

PeopleSaid = Literal["exactly", "at-least", "one", "several", "no-people"]
"""How many people a source is by its words: a number, a number at least, a single person, "more than one, not said how many", or no people
at all: a body, a document."""

Stands = Literal["own-word", "own-source", "relays", "talk", "denies", "doubts"]
"""How an outlet stands to a claim in a document: states it on its own word; gives a source of its own for it; passes on another outlet's
report; passes on what it names nobody for; or has only words that deny or doubt it."""


@dataclass(frozen=True, slots=True)
class People:
    """How many people a source is, as far as its words tell; `number` only where they have one."""

    said: PeopleSaid
    number: int | None = None

    @classmethod
    def of(cls, source: Source) -> Self:
        """What the words for a source tell; a plural without a number is a value of its own, and no number."""
        if source.number is not None:
            return cls("exactly" if source.number.exact else "at-least", source.number.at_least)
        match source.kind:
            case "person":
                return cls("one")
            case "group":
                return cls("several")
            case _:
                return cls("no-people")


@dataclass(frozen=True, slots=True)
class Held:
    """Words that hold a statement back, and whose they are: the words for the source, None for the writer."""

    at: Ground
    owner: Ground | None


@dataclass(frozen=True, slots=True)
class Description:
    """How one telling describes the source at the end of its chain.

    `words` is where the source is named, `telling` the statement; `through` are the outlets that passed it on before it was printed here.
    `knows_by`, `why_unnamed`, `to` are None where the text does not say. `figure`: it is somebody whom the reports are about, or whose
    plans or beliefs they tell, so that others passed on what they say.
    """

    words: Ground
    telling: Ground
    named: bool
    kind: SourceKind
    people: People
    knows_by: KnowsBy | None
    why_unnamed: str | None
    to: Ground | None
    through: tuple[str, ...]
    held: tuple[Held, ...]
    degree: Degree
    act: Act
    nature: Nature | None
    parties: tuple[str, ...]
    figure: bool


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin: what sort, which outlet it was told to or is, how each telling describes it, and the tellings that name no source."""

    kind: OriginKind
    label: str
    outlet: str
    why: str
    described: tuple[Description, ...]
    bare: tuple[Ground, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """How an outlet stands to the claim in one document: `of` are the outlets that it relays, `rests` those that the document rests on at all.

    `unconfirmed` are words of the document that say it could not be confirmed, by whomever.
    """

    document: str
    outlet: str | None
    published: str | None
    how: Stands
    of: tuple[str, ...]
    rests: tuple[str, ...]
    tellings: tuple[Ground, ...]
    unconfirmed: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How a claim is sourced; `adrift` are tellings whose origin cannot be told, `checks` the statements of own checks, with their stance."""

    claim: str
    text: str
    documents: int
    at_least: int
    at_most: int | None
    origins: tuple[OriginView, ...]
    against: tuple[OriginView, ...]
    doubted: tuple[Ground, ...]
    standpoints: tuple[Standpoint, ...]
    checks: tuple[tuple[Stance, Ground], ...]
    adrift: tuple[Ground, ...]
    perhaps: tuple[Ground, ...]

    @property
    def tellings(self) -> tuple[Ground, ...]:
        """All that tells it, in the order of the documents."""
        return tuple(
            ground for one in self.standpoints if one.how not in {"denies", "doubts"} for ground in one.tellings
        )


@dataclass(frozen=True)
class Desk:
    """Findings with the look-ups that judging their sourcing takes."""

    material: Material
    reliances: Reliances
    outlets: Outlets

    @classmethod
    def of(cls, findings: Findings, outlets: Outlets | None = None) -> Self:
        """The desk over these findings; `outlets` are those known by name, the shipped ones if none are given."""
        material = Material.of(findings)
        return cls(material, Reliances.of(material, findings.relies_on), outlets or Outlets.shipped())

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by their ids."""
        return {claim.id: claim for claim in self.material.findings.claims}

    @cached_property
    def sourced(self) -> Mapping[str, Sourcing]:
        """How each claim is sourced, by its id."""
        return {claim.id: _sourcing(self, claim) for claim in self.material.findings.claims}

    @cached_property
    def figures(self) -> frozenset[str]:
        """The parties that reports are about: several statements on other words than their own tell of them."""
        told: Counter[str] = Counter()
        for one in self.material.findings.appearances:
            own = {party for link in one.chain if link.source is not None for party in link.source.parties}
            told.update(set(one.about) - own)
        return frozenset(party for party, number in told.items() if number > 1)

    def names_nobody(self, on: str) -> bool:
        """Whether what a document rests on is no outlet by name: "reports", "British media"."""
        return self.outlets.known(on) is None and (is_talk(on) or not naming_words(on))


def sourcings(desk: Desk) -> tuple[Sourcing, ...]:
    """How every claim is sourced: those that most documents tell first, between equals the order of the findings."""
    return tuple(sorted(desk.sourced.values(), key=lambda one: -one.documents))


def named_after(desk: Desk, claim: str) -> Ground | None:
    """Where the words stand that a claim is named after; None where its text is of a document that is not here."""
    held = desk.claims.get(claim)
    if held is None:
        return None
    names = {one.id for one in held.appearances if one.bearing == "sure" and one.id in desk.material.appearances}
    for one in desk.material.in_time(names):
        start = desk.material.documents[one.document].text.find(held.text)
        if start >= 0:
            span = Span(start, start + len(held.text))
            within = all(span.start <= at.start and at.end <= span.end for at in one.spans)
            return Ground(one.document, (span,), one.id if within else None)
        if one.text == held.text:
            return Ground.of(one)
    return None


def published_by(desk: Desk, documents: Iterable[str], most: int = 6) -> tuple[Piece, ...]:
    """The outlets of documents, each once; those of documents without one are an outlet not known."""
    names = dict.fromkeys(desk.material.documents[one].publisher for one in documents)
    return listed((("an outlet not known" if name is None else Printed(name),) for name in names), most)


@dataclass(frozen=True, slots=True)
class _Case:
    """A claim with its sure statements, each with where its chain ends."""

    desk: Desk
    claim: Claim
    stances: Mapping[str, Stance]
    statements: tuple[Appearance, ...]
    newsroom: Newsroom
    endings: Mapping[str, tuple[Ending, ...]]

    @classmethod
    def of(cls, desk: Desk, claim: Claim) -> Self:
        known = desk.material.appearances
        stances = {one.id: one.stance for one in claim.appearances if one.bearing == "sure" and one.id in known}
        statements = tuple(one for one in desk.material.in_time(stances) if one.block != "caption")
        documents = dict.fromkeys(one.document for one in statements)
        newsroom = Newsroom.of(desk.material, desk.outlets, documents, desk.reliances)
        endings = {one.id: endings_of(desk.material, newsroom, one, stances[one.id]) for one in statements}
        return cls(desk, claim, stances, statements, newsroom, endings)

    def is_check(self, one: Appearance) -> bool:
        """Whether a statement stands in an own check."""
        return self.desk.material.documents[one.document].kind == "check"


_Roots: TypeAlias = Iterable[Root]


def _sourcing(desk: Desk, claim: Claim) -> Sourcing:
    case = _Case.of(desk, claim)
    rooted = {name for root in (*claim.origins.roots, *claim.origins.against) for name in root.appearances}
    told = [one for one in case.statements if case.stances[one.id] in CARRYING]
    known = desk.material.appearances
    perhaps = {one.id: one.stance for one in claim.appearances if one.bearing == "perhaps" and one.id in known}
    return Sourcing(
        claim=claim.id,
        text=claim.text,
        documents=len({one.document for one in told if not case.is_check(one)}),
        at_least=claim.origins.at_least,
        at_most=claim.origins.at_most,
        origins=tuple(_views(case, claim.origins.roots)),
        against=tuple(_views(case, claim.origins.against)),
        doubted=tuple(Ground.of(one) for one in case.statements if case.stances[one.id] == "doubts"),
        standpoints=tuple(_standpoints(case)),
        checks=tuple((case.stances[one.id], Ground.of(one)) for one in case.statements if case.is_check(one)),
        adrift=tuple(Ground.of(one) for one in told if one.id not in rooted),
        perhaps=tuple(Ground.of(one) for one in desk.material.in_time(perhaps)),
    )


# --- origins


def _views(case: _Case, roots: _Roots) -> Iterator[OriginView]:
    held = {one.id: one for one in case.statements}
    for root in roots:
        tellings = [held[name] for name in root.appearances if name in held]
        if tellings:
            yield _view(case, root, tellings)


def _view(case: _Case, root: Root, tellings: Sequence[Appearance]) -> OriginView:
    end = _end(case.endings[tellings[0].id], root)
    described = {one.id: _described(case, one) for one in tellings}
    in_time = sorted(tellings, key=lambda one: (case.desk.material.place[one.document], one.spans))
    return OriginView(
        kind=end.kind,
        label=root.label,
        outlet=case.newsroom.label(end.outlet),
        why=root.why,
        described=tuple(found for one in in_time if (found := described[one.id]) is not None),
        bare=tuple(Ground.of(one) for one in in_time if described[one.id] is None),
        parties=root.parties,
    )


def _end(endings: Sequence[Ending], root: Root) -> Ending:
    """The ending that is this origin: of several voices the one whose parties or name it has."""
    fits = (one for one in endings if set(one.parties) & set(root.parties) or one.label == root.label)
    return next(fits, endings[0])


def _described(case: _Case, one: Appearance) -> Description | None:
    return described(case.desk, case.newsroom, one)


def described(desk: Desk, newsroom: Newsroom, one: Appearance) -> Description | None:
    """The source at the end of a statement's chain, None where there is none, or where it is an outlet or talk."""
    link = one.chain[-1] if one.chain else None
    source = None if link is None else link.source
    if link is None or source is None or newsroom.outlet_of(desk.material, link, one) is not None:
        return None
    if not source.named and (
        source.kind == "outlet" or is_talk(source.text) or source.text.lower() in vocabulary.NOBODY
    ):
        return None  # "reports" are no source: who stands behind them is not seen
    means = (newsroom.outlet_of(desk.material, it, one) for it in one.chain[:-1])
    through = (outlet for outlet in means if outlet is not None and outlet != newsroom.publisher[one.document])
    plan = link.act in {"intends", "asks"} or (source.kind == "person" and link.act == "believes")
    return Description(
        words=Ground.of(one, source.spans),
        telling=Ground.of(one),
        named=source.named,
        kind=source.kind,
        people=People.of(source),
        knows_by=source.knows_by,
        why_unnamed=source.why_unnamed,
        to=Ground.of(one, link.to.spans) if link.to is not None else None,
        through=tuple(dict.fromkeys(map(newsroom.label, through))),
        held=tuple(_held(one)),
        degree=one.certainty.degree if one.certainty.degree != "unspecified" else link.degree,
        act=link.act,
        nature=one.nature,
        parties=source.parties,
        figure=plan or not desk.figures.isdisjoint(source.parties),
    )


def speakers(desk: Desk, documents: Iterable[str]) -> tuple[tuple[str, Description], ...]:
    """Everybody at the end of a chain in these documents, whatever claim it is of, with the outlet that they told or that is cited for them."""
    held = frozenset(documents)
    newsroom = Newsroom.of(
        desk.material, desk.outlets, sorted(held, key=desk.material.place.__getitem__), desk.reliances
    )
    found = []
    for one in desk.material.findings.appearances:
        if one.document in held and one.block != "caption" and (who := described(desk, newsroom, one)) is not None:
            end = endings_of(desk.material, newsroom, one, "supports")[0]
            found.append((newsroom.label(end.outlet), who))
    return tuple(found)


def _held(one: Appearance) -> Iterator[Held]:
    for hedge in one.certainty.hedges:
        link: Link | None = one.chain[hedge.owner] if hedge.owner is not None and hedge.owner < len(one.chain) else None
        owner = link.source.spans if link is not None and link.source is not None else None
        yield Held(Ground.of(one, hedge.spans), None if owner is None else Ground.of(one, owner))


# --- outlets


def _standpoints(case: _Case) -> Iterator[Standpoint]:
    by_document: dict[str, list[Appearance]] = {}
    for one in case.statements:
        if not case.is_check(one):
            by_document.setdefault(one.document, []).append(one)
    for name, statements in by_document.items():
        document = case.desk.material.documents[name]
        told = [one for one in statements if case.stances[one.id] in CARRYING]
        how, of = _stands(case, told) if told else (_against(case, statements), ())
        yield Standpoint(
            document=name,
            outlet=document.publisher,
            published=document.published,
            how=how,
            of=of,
            rests=tuple(one for one in _rests(case.newsroom, name) if not case.desk.names_nobody(one)),
            tellings=tuple(Ground.of(one) for one in (told or statements)),
            unconfirmed=tuple(Ground(name, (span,)) for span in unconfirmed_in(document)),
        )


def _rests(newsroom: Newsroom, document: str) -> Iterable[str]:
    return dict.fromkeys(newsroom.label(one.outlet) for one in newsroom.cited[document])


def _against(case: _Case, statements: Sequence[Appearance]) -> Stands:
    return "denies" if any(case.stances[one.id] == "denies" for one in statements) else "doubts"


def _stands(case: _Case, told: Sequence[Appearance]) -> tuple[Stands, tuple[str, ...]]:
    """What an outlet does in most words: a source of its own before another outlet's report, that before talk, that before its own word.

    A headline without a source is no word of its own where the report below has one.
    """
    ends = [end for one in told for end in case.endings[one.id]]
    own = {case.newsroom.publisher[told[0].document]}
    others = tuple(dict.fromkeys(case.newsroom.label(end.outlet) for end in ends if end.outlet not in own))
    kinds = {end.kind for end in ends if end.outlet in own}
    if kinds & {"voice", "quoted", "unnamed"}:
        return "own-source", others
    if others:
        return "relays", others
    return ("talk" if "talk" in kinds and "own" not in kinds else "own-word"), ()
