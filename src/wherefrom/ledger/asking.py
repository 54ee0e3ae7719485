"""Whom or what an id or a name means in a ledger, and in which stories it can be found."""

from collections.abc import Iterable
from dataclasses import dataclass

from wherefrom.comparing import Outlets
from wherefrom.model import Findings, Party, Unreadable
from wherefrom.model.entry import Target

from .codec import unpacked
from .file import Ledger
from .queries import phrase, story_of
from .schema import HELD
from .targets import Anchors


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom or what is asked about: a document by its id, or somebody by all that he is called; `party` is one that has no name, by its id."""

    target: Target
    name: str
    document: str | None = None
    party: str | None = None

    def is_called(self, outlets: Outlets, name: str | None) -> bool:
        """Whether this name is the source's."""
        if self.document is not None or self.party is not None or not name:
            return False
        return called_alike(outlets, name, self.name)

    def names(self, outlets: Outlets) -> list[str]:
        """What it may be called in the tables: with and without the article, and as lists of outlets have it."""
        known = outlets.known(self.name)
        listed = () if known is None else (known.name, *known.aliases)
        return sorted({self.name, *(name for one in (plain(self.name), *listed) for name in (one, f"the {one}"))})


def plain(name: str) -> str:
    """A name without its article, capitals and spacing."""
    return " ".join(name.casefold().removeprefix("the ").split())


def called_alike(outlets: Outlets, one: str, other: str) -> bool:
    """Whether two names are one, but for article, capitals and spacing, or are of one outlet in the lists."""
    first = outlets.known(one)
    return plain(one) == plain(other) or (first is not None and first == outlets.known(other))


# --- whom or what is asked about


def asked_of(ledger: Ledger, asked: Target | str, seq: int, outlets: Outlets) -> Asked:
    """Whom or what an id, a name or a target means.

    Raises Unreadable where it is no document, party or outlet, or the ledger knew no such id.
    """
    if isinstance(asked, Target):
        return _of_target(ledger, asked, seq, outlets)
    if ledger.one("SELECT 1 FROM documents WHERE id = ? AND seq <= ?", (asked, seq)):
        return Asked(Target("document", asked, asked), asked, asked)
    party = _party_with_id(ledger, asked, seq)
    if party is not None:
        return _who(_anchored(party), party)
    if not asked.strip():
        raise Unreadable("the source", "has no name")
    return _named(ledger, asked, seq, outlets)


def _of_target(ledger: Ledger, target: Target, seq: int, outlets: Outlets) -> Asked:
    if target.kind == "document":
        return asked_of(ledger, target.id, seq, outlets)
    if target.kind != "party":
        raise Unreadable(target.id, "what rests on it is asked of a document, a party or an outlet")
    if target.document is None:
        return asked_of(ledger, target.id, seq, outlets)
    for key in _stories_of(ledger, [target.document], seq):
        story = story_of(ledger, key)
        name = Anchors.of(story).resolved(target)
        for party in story.parties:
            if party.id == name:
                return _who(target, party)
    raise Unreadable(target.id, "the ledger knew no such party then")


def _named(ledger: Ledger, name: str, seq: int, outlets: Outlets) -> Asked:
    """Somebody by name, anchored by the earliest mention in a story where somebody is called so."""
    unknown = Asked(Target("party", name), name)
    for key in stories(ledger, unknown, seq, outlets):
        for party in story_of(ledger, key).parties:
            if party.named and party.mentions and plain(party.name) == plain(name):
                return Asked(_anchored(party), name)
    return unknown


def _who(target: Target, party: Party) -> Asked:
    """Whoever has a name is asked about wherever it stands, the others where they stand alone: "officials" may be anybody."""
    return Asked(target, party.name, party=None if party.named else party.id)


def _anchored(party: Party) -> Target:
    first = next(iter(party.mentions), None)
    return Target("party", party.id) if first is None else Target("party", party.id, first.document, first.spans)


def _party_with_id(ledger: Ledger, name: str, seq: int) -> Party | None:
    """The party of an id that findings showed; ids look like no name, so that names are not looked for in all stories."""
    if not (len(name) == len("p" + 12 * "0") and name[0] == "p" and set(name[1:]) <= set("0123456789abcdef")):
        return None
    held = ledger.rows(f"SELECT body FROM stories JOIN held ON story = key WHERE {HELD} ORDER BY key", (seq, seq))
    found = (party for (body,) in held for party in unpacked(body, Findings).parties)
    return next((party for party in found if party.id == name), None)


# --- where it can be found


def stories(ledger: Ledger, source: Asked, seq: int, outlets: Outlets) -> list[str]:
    """The stories that may touch somebody or something: by the tables of documents, of sources in chains, and of words."""
    anchor = [source.target.document] if source.target.document else []
    if source.document is not None or source.party is not None:
        return _stories_of(ledger, anchor, seq)
    documents, chained = set(anchor), set[str]()
    for name in source.names(outlets):
        documents |= {
            row[0] for row in ledger.rows("SELECT id FROM documents WHERE publisher = ? COLLATE NOCASE", (name,))
        }
        chained |= {
            row[0]
            for row in ledger.rows(
                f"SELECT DISTINCT story FROM sources JOIN held USING (story) WHERE name = ? COLLATE NOCASE AND {HELD}",
                (name, seq, seq),
            )
        }
        if any(letter.isalnum() for letter in name) and not name.startswith("the "):
            words = "SELECT id FROM search WHERE search MATCH ? AND kind = 'document'"
            documents |= {row[0] for row in ledger.rows(words, (phrase(name),))}
    return sorted({*_stories_of(ledger, sorted(documents), seq), *chained})


def _stories_of(ledger: Ledger, documents: Iterable[str], seq: int) -> list[str]:
    asked = f"SELECT told.story FROM told JOIN held USING (story) WHERE document = ? AND {HELD}"
    return sorted({row[0] for name in documents for row in ledger.rows(asked, (name, seq, seq))})
