"""Questions to a ledger, answered from its tables without reading all that it holds: they stay quick however large it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wherefrom.comparing.pipeline import claim_id
from wherefrom.model import Claim, Findings, Unreadable

from .codec import unpacked
from .content import documents
from .file import Ledger
from .projection import UNREAD
from .schema import HELD

MOST = 50
"""Answers, where nobody asks for more or fewer."""

FEW = 1_000
"""Stories of which all claims are looked at: where few were held, those that were told most by now are mostly not among them."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in short: in how many documents it is surely told, and how many origins it has, `at_most` None where nothing bounds it."""

    id: str
    text: str
    documents: int
    at_least: int
    at_most: int | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Somebody who stands in chains: in how many statements of how many documents."""

    name: str
    kind: str
    named: bool
    documents: int
    statements: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a document or a claim, and the words around the hit, which stands between « and »."""

    kind: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with its story: all documents that were compared with each other, and what was found in them."""

    claim: Claim
    story: Findings


def claims(ledger: Ledger, seq: int, most: int = MOST) -> tuple[ClaimLine, ...]:
    """The claims that were held at an entry, those that most documents tell first."""
    held = f"SELECT story FROM held WHERE {HELD}"
    if ledger.one(f"SELECT count(*) FROM ({held} LIMIT {FEW + 1})", (seq, seq)) <= FEW:
        few = ledger.rows(
            "SELECT id, text, documents, at_least, at_most FROM claims "
            f"WHERE story IN ({held}) ORDER BY documents DESC, id LIMIT ?",
            (seq, seq, most),
        )
        return tuple(ClaimLine(*row) for row in few)
    # The index gives the most told first, so that SQLite looks no further than it must.
    found = ledger.rows(
        "SELECT id, text, documents, at_least, at_most FROM claims INDEXED BY claims_most_told WHERE EXISTS "
        f"(SELECT 1 FROM held WHERE held.story = claims.story AND {HELD}) ORDER BY documents DESC, id LIMIT ?",
        (seq, seq, most),
    )
    return tuple(ClaimLine(*row) for row in found)


def claim_page(ledger: Ledger, claim: str, seq: int) -> ClaimPage:
    """A claim as it was held at an entry; raises Unreadable where there was none of this id."""
    key = ledger.one(
        f"SELECT claims.story FROM claims JOIN held USING (story) WHERE id = ? AND {HELD}", (claim, seq, seq)
    )
    if key is None:
        raise Unreadable(claim, _whereabouts(ledger, claim, seq))
    story = story_of(ledger, str(key))
    return ClaimPage(next(one for one in story.claims if one.id == claim), story)


def _whereabouts(ledger: Ledger, claim: str, seq: int) -> str:
    """Why there is no claim of an id, in plain words: what was read later may have joined it to another, which has that one's name."""
    before = ledger.one(
        "SELECT claims.story FROM claims JOIN held USING (story) WHERE id = ? AND since <= ? ORDER BY since DESC",
        (claim, seq),
    )
    if before is None:
        return "is no claim of this ledger" if seq >= ledger.head().seq else "is no claim that the ledger held then"
    named = next(one for one in story_of(ledger, str(before)).appearances if claim_id(one.id) == claim)
    where = f"SELECT story FROM told JOIN held USING (story) WHERE document = ? AND {HELD}"
    for (key,) in ledger.rows(where, (named.document, seq, seq)):
        for one in story_of(ledger, key).claims:
            if any(it.id == named.id and it.bearing != "akin" for it in one.appearances):
                return f"is part of {one.id} now"
    return "is no claim any more: its statement is read otherwise"


def story_of(ledger: Ledger, key: str) -> Findings:
    """What was found in the documents of a story, with the documents."""
    held = unpacked(ledger.one("SELECT body FROM stories WHERE key = ?", (key,)), Findings)
    names = ledger.rows(
        "SELECT id FROM told JOIN documents ON id = document WHERE story = ? ORDER BY published IS NULL, published, id",
        (key,),
    )
    return replace(held, reader=UNREAD, documents=tuple(documents(ledger, [name for (name,) in names])))


def sources(ledger: Ledger, seq: int, name: str | None = None, most: int = MOST) -> tuple[SourceLine, ...]:
    """Who stood in chains at an entry, those in most documents first; only who is called so, if a name is given."""
    called = "AND name = ? COLLATE NOCASE" if name is not None else ""
    found = ledger.rows(
        "SELECT name, kind, named, count(DISTINCT document) AS told, sum(statements) FROM sources JOIN held USING (story) "
        f"WHERE {HELD} {called} GROUP BY name, kind, named ORDER BY told DESC, name LIMIT ?",
        (seq, seq, *([name] if name is not None else []), most),
    )
    return tuple(SourceLine(who, kind, bool(named), told, number) for who, kind, named, told, number in found)


def phrase(words: str) -> str:
    """Words that are looked for together, as FTS5 has them quoted."""
    return f'"{words.replace(chr(34), " ").replace(chr(0), " ")}"'


def search(ledger: Ledger, words: Sequence[str], seq: int, most: int = MOST) -> tuple[Found, ...]:
    """Documents and claims with all of these words, the best first, of the past the earliest; words in quotation marks stand together."""
    asked = " ".join(phrase(word) for word in words if word.strip(' "\0'))
    if not asked:
        raise Unreadable("search", "needs a word to look for")
    # How well a hit fits is reckoned over all that there is now: of the past it would tell what was not yet there.
    order = "rank" if seq >= ledger.head().seq else "search.rowid"
    found = ledger.rows(
        "SELECT kind, id, snippet(search, 3, '«', '»', '…', 24) FROM search WHERE search MATCH ? AND CASE kind "
        "WHEN 'document' THEN EXISTS (SELECT 1 FROM documents WHERE documents.id = search.id AND seq <= ?) "
        f"ELSE EXISTS (SELECT 1 FROM held WHERE held.story = search.story AND {HELD}) END ORDER BY {order} LIMIT ?",
        (asked, seq, seq, seq, most),
    )
    return tuple(Found(kind, name, " ".join(told.split())) for kind, name, told in found)
