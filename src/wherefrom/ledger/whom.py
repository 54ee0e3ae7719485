"""Whom a name, an id or a handle means, story by story, where only one can be meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from wherefrom.comparing import Outlets
from wherefrom.judging.vetting import Teller
from wherefrom.model import Findings, Party, Unreadable
from wherefrom.model.entry import Checked, Target

from .asking import Asked, asked_of, plain, stories
from .file import Ledger
from .queries import story_of
from .schema import HELD
from .vault import HANDLE

_MOST = 6
"""Candidates that a fault lists."""

_LONGEST = 60
"""Characters of a name in a fault."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody, as the stories of a ledger know them: `tellers` has who they are in each of the `stories`, by its key.

    `caveats` are what can be wrong about that.
    """

    target: Target
    name: str
    stories: Mapping[str, Findings]
    tellers: Mapping[str, Teller]
    caveats: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathered:
    stories: dict[str, Findings] = field(default_factory=dict)
    tellers: dict[str, Teller] = field(default_factory=dict)
    parties: list[Party] = field(default_factory=list)


def whom(ledger: Ledger, asked: str, seq: int, outlets: Outlets) -> Whom:
    """Whom an id, a name or a protected source's handle means at an entry.

    Raises:
        Unreadable: the ledger knew nobody of this name, id or handle then, or the name may mean several.
    """
    if HANDLE.fullmatch(asked):
        return _protected(ledger, asked, seq)
    source = asked_of(ledger, asked, seq, outlets)
    if source.document is not None:
        raise Unreadable(asked, "is a document: vetted is whoever speaks in it, or its outlet")
    found = _Gathered()
    for key in stories(ledger, source, seq, outlets):
        _look(found, key, story_of(ledger, key), source, outlets)
    by_id = source.target.id == asked and source.target.document is not None
    _only_one(found, source, by_id=by_id)
    if not found.tellers:
        raise _unknown(ledger, source, seq, outlets)
    return Whom(source.target, source.name, found.stories, found.tellers, tuple(_caveats(found, source)))


def _look(found: _Gathered, key: str, story: Findings, source: Asked, outlets: Outlets) -> None:
    """Take in whoever the source is in a story."""
    parties = [
        one for one in story.parties if one.id == source.party or (one.named and source.is_called(outlets, one.name))
    ]
    documents = frozenset(
        one.id for one in story.documents if one.kind != "check" and source.is_called(outlets, one.publisher)
    )
    if parties or documents:
        found.stories[key] = story
        found.tellers[key] = Teller(frozenset(one.id for one in parties), documents)
        found.parties += parties


def _only_one(found: _Gathered, source: Asked, *, by_id: bool) -> None:
    """See to it that in no story two parties are meant; raises Unreadable where they are and it is not said which.

    Who is asked for by an id is that party and no other of the same name, which may be anybody's in the other stories.
    """
    doubled = [key for key, one in found.tellers.items() if len(one.parties) > 1 and not one.documents]
    if not doubled:
        return
    if not by_id:
        raise _several(source.name, [one for key in doubled for one in _named_in(found, key)], found.stories.values())
    keys = [key for key, one in found.tellers.items() if source.target.id in one.parties]
    found.stories = {key: found.stories[key] for key in keys}
    found.tellers = {key: Teller(frozenset({source.target.id})) for key in keys}


def _named_in(found: _Gathered, key: str) -> Iterable[Party]:
    return (one for one in found.stories[key].parties if one.id in found.tellers[key].parties)


def _several(name: str, parties: Iterable[Party], several: Iterable[Findings]) -> Unreadable:
    outlets = {one.id: one.publisher for story in several for one in story.documents}
    listed = "; ".join(_candidate(one, outlets) for one in islice(parties, _MOST))
    return Unreadable(name, f"may mean several here, ask by id: {listed}")


def _unknown(ledger: Ledger, source: Asked, seq: int, outlets: Outlets) -> Unreadable:
    """That nobody is called so, and who has a name of which these words are a part."""
    words = set(plain(source.name).split())
    found: dict[str, Party] = {}
    printed: dict[str, str | None] = {}
    for key in stories(ledger, source, seq, outlets):
        story = story_of(ledger, key)
        printed |= {one.id: one.publisher for one in story.documents}
        found |= {one.id: one for one in story.parties if one.named and words and words < set(plain(one.name).split())}
    if not found:
        return Unreadable(source.name, "is no party or outlet of the ledger as it was then")
    listed = "; ".join(_candidate(one, printed) for one in islice(found.values(), _MOST))
    return Unreadable(source.name, f"is nobody's whole name here; it may be: {listed}")


def _candidate(one: Party, outlets: Mapping[str, str | None]) -> str:
    name = one.name if len(one.name) <= _LONGEST else f"{one.name[: _LONGEST - 1]}…"
    where = outlets.get(one.mentions[0].document) if one.mentions else None
    return f"{one.id} ({name}, {one.kind}{f', first in {where}' if where else ''})"


def _caveats(found: _Gathered, source: Asked) -> Iterable[str]:
    if source.party is not None:
        yield (
            f"“{source.name}” has no name: vetted is only what this story's documents tell of one such source, as far as the reader joined "
            "it; who is called so elsewhere may be the same or another."
        )
    if (
        len(found.stories) > 1
        and len(plain(source.name).split()) == 1
        and any(one.kind == "person" for one in found.parties)
    ):
        yield f"“{source.name}” is one word, and stands in {len(found.stories)} stories: these may be several people."
    if any(one.documents for one in found.tellers.values()):
        yield "What an outlet prints without a voice counts as its own word, also where the reader could not make a voice out."


def _protected(ledger: Ledger, handle: str, seq: int) -> Whom:
    """A protected source: whoever told us in each of the checks that have this handle."""
    documents = {
        said.document
        for entry in ledger.entries(Checked, until=seq)
        if isinstance(said := entry.said, Checked) and said.handle == handle
    }
    if not documents:
        raise Unreadable(handle, "is no handle of a protected source that the ledger knew then")
    found = _Gathered()
    for name in sorted(documents):
        asked = f"SELECT told.story FROM told JOIN held USING (story) WHERE document = ? AND {HELD}"
        for (key,) in ledger.rows(asked, (name, seq, seq)):
            found.stories.setdefault(key, story_of(ledger, key))
    for key, story in found.stories.items():
        tellers = (one.chain[0].source for one in story.appearances if one.document in documents and one.chain)
        parties = (party for source in tellers if source is not None for party in source.parties)
        found.tellers[key] = Teller(frozenset(parties))
    return Whom(Target("party", handle), handle, found.stories, found.tellers)
