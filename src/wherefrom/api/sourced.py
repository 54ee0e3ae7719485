"""How claims are sourced, what would be needed for more, and citations of the documents: `sourcing`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from wherefrom.comparing import Outlets
from wherefrom.judging.briefs import Brief, briefs
from wherefrom.judging.citations import Access, Cited, Noted, cited
from wherefrom.judging.sourcing import Desk, Sourcing, sourcings
from wherefrom.model import Findings, Unread, Unreadable

from .reading import read

if TYPE_CHECKING:
    from wherefrom.judging.backing import Backing, Verdict
    from wherefrom.ledger.file import Ledger

    from .opening import LedgerFile

__all__ = ["DraftLine", "Sourced", "sourcing"]


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A sentence of a draft of ours, what `check` says of it, and the claims that it rests on, by their ids."""

    text: str
    verdict: "Verdict"
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Sourced:
    """How claims are sourced: each with its desk, those that most documents tell first, or in the order of a draft.

    `stories` in short where no claim was asked for; `draft` sentence by sentence where one was given; `cited` where citations were asked for.
    """

    claims: tuple[tuple[Desk, Sourcing], ...]
    stories: tuple[Brief, ...] = ()
    draft: tuple[DraftLine, ...] = ()
    cited: Cited | None = None
    unread: tuple[Unread, ...] = ()


def sourcing(  # noqa: PLR0913  each is an option of the command
    paths: str | Path | Iterable[str | Path] = (),
    *,
    ledger: "LedgerFile | None" = None,
    claims: Iterable[str] = (),
    draft: str | Path | None = None,
    citations: bool = False,
    as_of: str | None = None,
    outlets: str | Path | None = None,
) -> Sourced:
    """How each claim is sourced, in these reports or in a ledger: how many sources, named or not, how they know, who vouches, who passes on.

    `paths` are read as by `read`; `ledger` is a ledger's file, or one that is open, as it was at `as_of`. One of both is given. `claims` are
    the ids of those that are asked for, else all are told of, with each story in short and what would be needed for more. With a `draft` of
    ours, the claims that its sentences rest on (see `check`). `citations`: source reference citations of the documents, a summary, and the
    disclosure of the tool, in the manner of ICD 206 and ICS 206-01.

    Raises:
        Unreadable: the ledger, the draft or the list of outlets cannot be used, there is no such claim, or it is not said what to look at.
        UnfitReader: the reader cannot be used.
    """
    known = Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    asked = list(dict.fromkeys(claims))
    if bool(given) == (ledger is not None):
        raise Unreadable("sourcing", "name reports to read, or a ledger: the one or the other")
    if ledger is None and as_of is not None:
        raise Unreadable("--as-of", "reports have no earlier state; only a ledger is looked at as of a day")
    if asked and draft is not None:
        raise Unreadable("sourcing", "ask for claims, or for those that a draft rests on: the one or the other")
    if ledger is None:
        return _told(read(given, outlets=outlets), known, asked, _Asked(draft, citations=citations))
    from .opening import looked_at  # noqa: PLC0415  only where there is a ledger

    with looked_at(ledger) as kept:
        if asked and not citations:
            return Sourced(tuple(_of_stories(kept, asked, as_of, known)))
        return _told(*_kept(kept, as_of, known, asked), _Asked(draft, citations=citations, ledger=kept, as_of=as_of))


@dataclass(frozen=True)
class _Asked:
    """What is asked for beyond the claims."""

    draft: str | Path | None
    citations: bool
    ledger: "Ledger | None" = None
    as_of: str | None = None


def _kept(
    ledger: "Ledger", as_of: str | None, outlets: Outlets, claims: list[str]
) -> tuple[Findings, Outlets, list[str]]:
    from wherefrom.ledger.queries import claim_page  # noqa: PLC0415
    from wherefrom.ledger.views import findings  # noqa: PLC0415

    for name in claims:
        claim_page(ledger, name, ledger.seq_at(as_of))  # says what became of one that is gone
    return findings(ledger, as_of, outlets), outlets, claims


def _of_stories(
    ledger: "Ledger", claims: Iterable[str], as_of: str | None, outlets: Outlets
) -> Iterator[tuple[Desk, Sourcing]]:
    """Claims with their stories alone: quick however large the ledger is."""
    from wherefrom.ledger.queries import claim_page  # noqa: PLC0415

    for name in claims:
        desk = Desk.of(claim_page(ledger, name, ledger.seq_at(as_of)).story, outlets)
        yield desk, desk.sourced[name]


def _told(found: Findings, outlets: Outlets, claims: list[str], asked: _Asked) -> Sourced:
    desk = Desk.of(found, outlets)
    missing = next((name for name in claims if name not in desk.sourced), None)
    if missing is not None:
        raise Unreadable(missing, "is no claim of these reports")
    if asked.draft is not None:
        lines = tuple(_lines(_backing(asked.draft, found, outlets), desk))
        claims = list(dict.fromkeys(name for line in lines for name in line.claims))
        return Sourced(_held(desk, claims), draft=lines, cited=_cited(desk, claims, asked), unread=found.unread)
    if claims:
        return Sourced(_held(desk, claims), cited=_cited(desk, claims, asked), unread=found.unread)
    every = tuple((desk, one) for one in sourcings(desk))
    return Sourced(every, briefs(desk), cited=_cited(desk, None, asked), unread=found.unread)


def _held(desk: Desk, claims: Iterable[str]) -> tuple[tuple[Desk, Sourcing], ...]:
    return tuple((desk, desk.sourced[name]) for name in claims)


# --- a draft


def _backing(draft: str | Path, found: Findings, outlets: Outlets) -> "Backing":
    from .drafting import against_findings  # noqa: PLC0415  the matching is loaded where it is asked for

    return against_findings(draft, found, outlets)


def _lines(backing: "Backing", desk: Desk) -> Iterator[DraftLine]:
    of = {
        one.id: claim.id
        for claim in desk.material.findings.claims
        for one in claim.appearances
        if one.bearing == "sure"
    }
    for one in backing.sentences:
        held = (it.appearance for reason in one.reasons for it in reason.held if it.appearance is not None)
        yield DraftLine(one.text, one.verdict, tuple(dict.fromkeys(of[name] for name in held if name in of)))


# --- citations


def _cited(desk: Desk, claims: list[str] | None, asked: _Asked) -> Cited | None:
    """The citations of the documents behind the claims, of all where none are asked for."""
    if not asked.citations:
        return None
    access: Mapping[str, Access] = {}
    noted: Mapping[str, list[Noted]] = {}
    if asked.ledger is not None:
        access, noted = _accesses(asked.ledger, desk), _notes(asked.ledger, asked.as_of)
    found = cited(desk, version("wherefrom"), access, noted)
    if claims is None:
        return found
    used = {stand.document for name in claims for stand in desk.sourced[name].standpoints}
    used |= {at.document for name in claims for _, at in desk.sourced[name].checks}
    return replace(found, citations=tuple(one for one in found.citations if one.document in used))


def _accesses(ledger: "Ledger", desk: Desk) -> Mapping[str, Access]:
    """When each document was captured, else when the ledger learned of it."""
    from wherefrom.ledger.custody import custody  # noqa: PLC0415

    records = (custody(ledger, one.id) for one in desk.material.findings.documents)
    return {one.document: Access(one.captured or one.added, one.by) for one in records}


def _notes(ledger: "Ledger", as_of: str | None) -> Mapping[str, list[Noted]]:
    from wherefrom.ledger.notes import notes  # noqa: PLC0415

    found: dict[str, list[Noted]] = {}
    for one in notes(ledger, as_of=as_of):
        if one.target.kind == "document" and one.stands is not None:
            found.setdefault(one.stands, []).append(Noted(one.text, one.by, one.told[:10]))
    return found
