"""Evidence as columns: of each claim one for each origin that stands behind it, however many statements echo that.

Only statements that surely bear on the claim count. Where its origins cannot be told apart, all of them together are one column: nobody
may weigh as two what may be one. Those who deny it have columns of their own, and so have all who doubt it, together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from wherefrom.model import Appearance, Claim, Document, Findings, Party, Reliance, Root, Spans, Stance
from wherefrom.model.claim import CARRYING

Naming = Literal["named", "not-named", "own-word"]
"""Whether whoever stands behind a statement is named; an outlet that says something on its own word is itself."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim or a statement that was adduced, by the id it has today."""

    kind: Literal["claim", "appearance"]
    id: str


@dataclass(frozen=True, slots=True)
class Source:
    """An origin behind a column: what it is called, which parties it is, why it is an origin."""

    name: str
    naming: Naming
    parties: tuple[str, ...]
    why: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """What two columns share that have one origin: a party, or the name of whoever is no party of any text."""
        own = () if self.naming == "not-named" and self.parties else (self.name.casefold(),)
        return frozenset((*self.parties, *own))


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement of a column, and where it stands."""

    id: str
    document: str
    outlet: str | None
    published: str | None
    spans: Spans
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A piece of evidence: `name` is E1, E2 ... in the order in which it was adduced, and is made anew with every matrix.

    `tellings` are its statements, the origin's own first; `echoes` is how many there are beyond the first, which never count. `at_least` and
    `at_most` are how many origins it may be, `at_most` None where nothing bounds it. `same_origin` are other columns that a source of this
    one stands behind too; `leans_on` those that tell much the same and on whose
    documents or outlets all documents of this one rely, so that they may have one origin.
    """

    name: str
    claim: str
    about: str
    stance: Stance
    words: str
    sources: tuple[Source, ...]
    at_least: int
    at_most: int | None
    tellings: tuple[Telling, ...]
    echoes: int
    first: str | None
    last: str | None
    same_origin: tuple[str, ...] = ()
    leans_on: tuple[str, ...] = ()

    @property
    def statements(self) -> frozenset[str]:
        """The ids of its statements."""
        return frozenset(one.id for one in self.tellings)

    @property
    def keys(self) -> frozenset[str]:
        """What its sources are known by."""
        return frozenset(key for one in self.sources for key in one.keys)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of what was adduced.

    `adrift` are statements of these claims that go back to none of its origins, or that were adduced and do not surely bear on a claim: they
    count nowhere.
    """

    found: tuple[Column, ...]
    adrift: tuple[Telling, ...]


def columns(findings: Findings, adduced: Iterable[Evidence]) -> Columns:
    """The columns of these claims and statements, in the order in which they were adduced; each is there once.

    A statement brings the columns of its claim that it stands in, with all that echoes it.
    """
    shelf = _Shelf(findings)
    found: dict[tuple[str, frozenset[str], str], Column] = {}
    adrift: dict[str, Telling] = {}
    for one in adduced:
        claim = shelf.claims.get(one.id) if one.kind == "claim" else shelf.claim_of.get(one.id)
        made = shelf.columns_of(claim) if claim is not None else ()
        for column in made:
            if one.kind == "claim" or one.id in column.statements:
                found.setdefault((column.claim, column.statements, ",".join(sorted(column.keys))), column)
        surely = shelf.surely(claim) if claim is not None and one.kind == "claim" else [one.id]
        held = {name for column in made for name in column.statements}
        adrift |= {name: shelf.telling(name) for name in surely if name not in held and name in shelf.statements}
    called = [replace(column, name=f"E{number}") for number, column in enumerate(found.values(), 1)]
    return Columns(_related(shelf, called), tuple(adrift.values()))


def _related(shelf: "_Shelf", found: Sequence[Column]) -> tuple[Column, ...]:
    """The same, each with the columns that share its origin, or may."""
    return tuple(
        replace(
            one,
            same_origin=tuple(it.name for it in found if it is not one and one.keys & it.keys),
            leans_on=tuple(it.name for it in found if not one.keys & it.keys and shelf.leans(one, it)),
        )
        for one in found
    )


class _Shelf:
    """Findings with what is looked up in them."""

    def __init__(self, findings: Findings) -> None:
        self.documents: Mapping[str, Document] = {one.id: one for one in findings.documents}
        self.statements: Mapping[str, Appearance] = {one.id: one for one in findings.appearances}
        self.parties: Mapping[str, Party] = {one.id: one for one in findings.parties}
        self.claims: Mapping[str, Claim] = {one.id: one for one in findings.claims}
        self.relies_on: Sequence[Reliance] = findings.relies_on
        self._made: dict[str, tuple[Column, ...]] = {}

    @cached_property
    def claim_of(self) -> Mapping[str, Claim]:
        """For each statement the claim that it surely bears on."""
        return {name: claim for claim in reversed(tuple(self.claims.values())) for name in self.surely(claim)}

    @cached_property
    def leaning(self) -> frozenset[tuple[str, str]]:
        """Documents, each with a document or an outlet that it relies on."""
        return frozenset((one.document, one.on.casefold()) for one in self.relies_on)

    @cached_property
    def near(self) -> frozenset[tuple[str, str]]:
        """Statements, each with a claim that it perhaps bears on."""
        return frozenset(
            (it.id, one.id) for one in self.claims.values() for it in one.appearances if it.bearing == "perhaps"
        )

    def leans(self, one: Column, other: Column) -> bool:
        """Whether a column tells much the same as another, in documents that all rely on a document or an outlet of the other's.

        That documents rely on each other tells nothing of a statement by itself: a report may cite another for one thing and know the next.
        """
        there, own = {it.document for it in other.tellings}, {it.document for it in one.tellings}
        if not (own.isdisjoint(there) and self._tells_alike(one, other)):
            return False
        on = there | {it.outlet.casefold() for it in other.tellings if it.outlet}
        return all(any((name, it) in self.leaning for it in on) for name in own)

    def _tells_alike(self, one: Column, other: Column) -> bool:
        if one.words.casefold() == other.words.casefold():
            return True
        return any((name, other.claim) in self.near for name in one.statements) or any(
            (name, one.claim) in self.near for name in other.statements
        )

    def surely(self, claim: Claim, *stances: Stance) -> list[str]:
        """The statements that surely bear on a claim, only those that stand to it in these ways if any are named."""
        held = (one for one in claim.appearances if one.bearing == "sure" and (not stances or one.stance in stances))
        return [one.id for one in held if one.id in self.statements]

    def telling(self, name: str) -> Telling:
        """A statement, and where it stands."""
        one = self.statements[name]
        document = self.documents.get(one.document)
        outlet, published = (None, None) if document is None else (document.publisher, document.published)
        return Telling(one.id, one.document, outlet, published, one.spans, one.text)

    def columns_of(self, claim: Claim) -> tuple[Column, ...]:
        """The columns of a claim: of those who tell it, who deny it, who doubt it."""
        if claim.id not in self._made:
            self._made[claim.id] = tuple(self._columns_of(claim))
        return self._made[claim.id]

    def _columns_of(self, claim: Claim) -> Iterable[Column]:
        bounds = claim.origins.at_least, claim.origins.at_most
        yield from self._of_roots(claim, claim.origins.roots, self.surely(claim, *CARRYING), bounds)
        against = claim.origins.against
        spoke = sum(self._speaks(root) for root in against)
        yield from self._of_roots(claim, against, self.surely(claim, "denies"), (max(1, spoke), len(against)))
        if doubting := self.surely(claim, "doubts"):
            sources = dict.fromkeys(self._last_of(name) for name in doubting)
            yield self._column(claim, doubting, tuple(sources), (1, 1 if len(sources) == 1 else None))

    def _of_roots(
        self, claim: Claim, roots: Sequence[Root], surely: Sequence[str], bounds: tuple[int, int | None]
    ) -> Iterable[Column]:
        """A column for each origin if all of them are told apart, else one for all."""
        held = [(root, [name for name in root.appearances if name in surely]) for root in roots]
        held = [(root, names) for root, names in held if names]
        if not held:
            return
        if bounds[0] >= len(roots):
            for root, names in held:
                single = (1, 1) if len(roots) > 1 else bounds
                yield self._column(claim, names, (self._source(root, names[0]),), single)
        else:
            every = list(dict.fromkeys(name for _, names in held for name in names))
            yield self._column(claim, every, tuple(self._source(root, names[0]) for root, names in held), bounds)

    def _column(
        self, claim: Claim, names: Sequence[str], sources: tuple[Source, ...], bounds: tuple[int, int | None]
    ) -> Column:
        tellings = tuple(self.telling(name) for name in names)
        days = sorted(one.published for one in tellings if one.published)
        stances = {one.id: one.stance for one in claim.appearances}
        rumour = all(stances[name] == "reports-as-rumour" for name in names)
        return Column(
            name="",
            claim=claim.id,
            about=claim.text,
            stance=stances[names[0]] if rumour or stances[names[0]] != "reports-as-rumour" else "supports",
            words=tellings[0].text,
            sources=sources,
            at_least=bounds[0],
            at_most=bounds[1],
            tellings=tellings,
            echoes=len(tellings) - 1,
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )

    def _source(self, root: Root, first: str) -> Source:
        parties = tuple(name for name in root.parties if name in self.parties)
        if parties:
            named = all(self.parties[name].named for name in parties)
            return Source(root.label, "named" if named else "not-named", parties, root.why)
        return Source(root.label, "not-named" if self.statements[first].chain else "own-word", (), root.why)

    def _last_of(self, name: str) -> Source:
        """Whoever doubts it in this statement: the chain's last holder, else the outlet."""
        one = self.statements[name]
        document = self.documents.get(one.document)
        outlet = (None if document is None else document.publisher) or "an outlet that is not known"
        source = one.chain[-1].source if one.chain else None
        if source is None:
            return Source(outlet, "not-named" if one.chain else "own-word", ())
        parties = tuple(party for party in source.parties if party in self.parties)
        if source.named:
            best = ", ".join(self.parties[party].name for party in parties) or source.text
            return Source(best, "named", parties)
        return Source(f"{source.text} ({outlet})", "not-named", parties)

    def _speaks(self, root: Root) -> bool:
        """Whether somebody who is named speaks for this origin in a report itself: only that tells it apart from the others."""
        for name in root.appearances:
            one = self.statements.get(name)
            last = one.chain[-1].source if one is not None and len(one.chain) == 1 else None
            if one is not None and one.block not in {"headline", "caption"} and last is not None and last.named:
                return last.kind != "outlet"
        return False
