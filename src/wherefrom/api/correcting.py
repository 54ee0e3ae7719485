"""What sets right what a ledger holds, and tells what that touches: readings, claims, sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from wherefrom.comparing import Outlets
from wherefrom.intake import iso_date
from wherefrom.ledger import impact as _impact
from wherefrom.ledger import regrouping as _regrouping
from wherefrom.ledger import rereading as _rereading
from wherefrom.ledger.changing import Changes
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.impact import Impact
from wherefrom.ledger.projection import project
from wherefrom.ledger.queries import claim_page
from wherefrom.ledger.regrouping import Regroupings
from wherefrom.ledger.rereading import Accounts
from wherefrom.model import Appearance, Reader, Span, Unread, Unreadable, joined
from wherefrom.model.entry import Corrected, Entry, Regrouped, TakingBack, Target, Verdict
from wherefrom.reader import reader_named

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = [
    "Accounts",
    "Changes",
    "Correction",
    "Impact",
    "Regrouping",
    "Regroupings",
    "Reread",
    "correct",
    "impact",
    "merge_claims",
    "readings_of",
    "regroupings",
    "reread",
    "split_claim",
    "take_back",
]

Word = Literal["accept", "change", "reject"]
"""What a person says of a reading."""

_VERDICTS: Mapping[Word, Verdict] = {"accept": "accepts", "change": "corrects", "reject": "rejects"}

At = str | tuple[str, Sequence[tuple[int, int]]]
"""A statement: by its id, or as a document and spans."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that was kept, as the entry `seq`: the statement as it was, and as it holds now, None if it is out."""

    seq: int
    at: str
    by: str
    verdict: Verdict
    was: Appearance
    now: Appearance | None
    why: str


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Claims that were merged or split, as the entry `seq`; `claims` are those that the statements stand under now, in their order."""

    seq: int
    at: str
    by: str
    said: Regrouped
    claims: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Reread:
    """Documents that were read anew: by whom, how many, which of them it reads otherwise now, which it could not read."""

    reader: Reader
    documents: int
    changed: tuple[str, ...]
    unread: tuple[Unread, ...]


def correct(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    at: At,
    verdict: Word,
    *,
    changes: Changes | None = None,
    document: str | None = None,
    why: str = "",
    by: str | None = None,
) -> Correction:
    """Accept, change or reject the reading of a statement, named by its id or as (document, spans); claims follow.

    It is anchored to the words, and holds whatever a better reader finds there: an accepted or changed statement stays and what is read at
    these words gives way to it, a rejected one stays out. `changes` says what is to be read instead, field by field: `polarity`, `nature`,
    `quote`, `degree`, `content` and `chain` (docs/ledger.md). What was said earlier of the same words no longer holds, and stays in the history.
    `document` saves the search for an id where the ledger is large.

    Raises:
        Unreadable: there is no such statement, or these changes cannot be made.
        Busy: somebody else is writing.
    """
    if verdict not in _VERDICTS:
        raise Unreadable(verdict, f"a reading is accepted, changed or rejected: {', '.join(_VERDICTS)}")
    with opened(ledger) as kept:
        was = _statement(kept, at, document)
        with kept.writing(whoever(by)) as writer:
            entry = _rereading.correct(writer, was, _VERDICTS[verdict], changes, why)
        now = entry.said.appearance if isinstance(entry.said, Corrected) else None
        return Correction(entry.seq, entry.at, entry.by, _VERDICTS[verdict], was, now, why)


def readings_of(
    ledger: LedgerFile, name: str, *, as_of: str | None = None, every: bool = False
) -> tuple[Accounts, ...]:
    """What each reader read and what people said of it, place by place, of a document or of one statement, by its id.

    Of a document only the places are listed of which there is more than one account, unless `every` one is asked for.

    Raises:
        Unreadable: there is no such document or statement.
    """
    with looked_at(ledger) as kept:
        until = kept.seq_at(as_of)
        if kept.one("SELECT 1 FROM documents WHERE id = ?", (name,)) is not None:
            return tuple(_rereading.accounts(kept, name, until, every=every))
        found = _rereading.found_statement(kept, name)
        held = _rereading.accounts(kept, found.document, until, every=True)
        return tuple(one for one in held if name in one.ids)


def reread(ledger: LedgerFile, *, reader: str | None = None, by: str | None = None) -> Reread:
    """Read all kept documents anew, with the reader of this name, ours if none is given; what people corrected survives.

    Earlier readings stay, and `as_of` before shows them. What cannot be read is listed and stays as it was read before.

    Raises:
        UnfitReader: there is no such reader, or it cannot be used.
        Busy: somebody else is writing.
    """
    found = reader_named(reader)
    identity = found.identity()
    changed: list[str] = []
    unread: list[Unread] = []
    with opened(ledger) as kept:
        ids = [row[0] for row in kept.rows("SELECT id FROM documents ORDER BY published IS NULL, published, id")]
        for start in range(0, len(ids), _rereading.BATCH):
            with kept.writing(whoever(by)) as writer:
                more, missing = _rereading.reread(writer, ids[start : start + _rereading.BATCH], found)
                changed += more
                unread += missing
    return Reread(identity, len(ids), tuple(changed), tuple(unread))


def merge_claims(ledger: LedgerFile, claims: Iterable[str], *, why: str = "", by: str | None = None) -> Regrouping:
    """Make claims one, by their ids: what was grouped under each stays together, under the id of the earliest.

    Nothing is rewritten: it is an entry, which later groupings keep to, and `split_claim` of the statement that a claim was named after undoes
    it. Claims of several stories may be merged; their documents are compared with each other from then on.

    Raises:
        Unreadable: there is no such claim, or there are not two.
        Busy: somebody else is writing.
    """
    names = list(dict.fromkeys(claims))
    if len(names) < 2:
        raise Unreadable(" ".join(names) or "claims", "merging takes two claims or more")
    with opened(ledger) as kept:
        with kept.writing(whoever(by)) as writer:
            seq = kept.head().seq
            targets = tuple(_regrouping.claim_target(claim_page(kept, name, seq).story, name) for name in names)
            entry = writer.append(Regrouped("merges", targets, why))
            project(writer)
        return _told(kept, entry)


def split_claim(
    ledger: LedgerFile, statements: str | Iterable[str], *, why: str = "", by: str | None = None
) -> Regrouping:
    """Put a statement, by its id, under a claim of its own; several are put under one together.

    A statement by which claims were merged is only cut loose from the others: its claim is again what its words tell. `merge_claims` undoes
    the rest.

    Raises:
        Unreadable: there is no such statement, or it carries no claim, or nothing would stay behind.
        Busy: somebody else is writing.
    """
    names = [statements] if isinstance(statements, str) else list(dict.fromkeys(statements))
    if not names:
        raise Unreadable("statements", "splitting takes one at least")
    with opened(ledger) as kept:
        with kept.writing(whoever(by)) as writer:
            found = [_rereading.found_statement(kept, name) for name in names]
            targets = tuple(_regrouping.split_target(kept, one) for one in found)
            entry = writer.append(Regrouped("splits", targets, why))
            project(writer)
        return _told(kept, entry)


def regroupings(ledger: LedgerFile, *, as_of: str | None = None) -> Regroupings:
    """Which claims people hold to be one, and which statements to be apart, by the statements that these are anchored to."""
    with looked_at(ledger) as kept:
        return _regrouping.regroupings(kept, kept.seq_at(as_of))


def impact(
    ledger: LedgerFile, target: Target | str, *, as_of: str | None = None, outlets: str | Path | None = None
) -> Impact:
    """What rests on a document, a party or an outlet, by id or name: statements, claims without it, judgements, releases.

    Raises:
        Unreadable: the ledger knew nothing of this id or name then.
    """
    with looked_at(ledger) as kept:
        return _impact.impact(kept, target, as_of, _known(outlets))


def take_back(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    target: Target | str,
    verb: TakingBack = "rescinded",
    *,
    since: str | None = None,
    why: str = "",
    by: str | None = None,
    outlets: str | Path | None = None,
) -> Impact:
    """Note that a document was corrected or retracted by its outlet, or a source rescinded, and tell what rests on it.

    It is a new entry, and nothing that was held is changed by it. `since` is the day on which that was.

    Raises:
        Unreadable: the ledger knows nothing of this id or name, or `since` is no date.
        Busy: somebody else is writing.
    """
    if verb not in get_args(TakingBack):
        raise Unreadable(verb, f"a source is {', '.join(get_args(TakingBack))}")
    day = None if since is None else _date(since)
    with opened(ledger) as kept:
        found = _impact.impact(kept, target, None, _known(outlets))
        with kept.writing(whoever(by)) as writer:
            _impact.take_back(writer, found.target, verb, day, why)
        return found


def _statement(ledger: Ledger, at: At, document: str | None) -> Appearance:
    if isinstance(at, str):
        return _rereading.found_statement(ledger, at, document)
    name, spans = at
    return _rereading.statement_at(ledger, name, joined(Span(*one) for one in spans))


def _told(ledger: Ledger, entry: Entry) -> Regrouping:
    said = entry.said
    if not isinstance(said, Regrouped):
        raise TypeError(f"entry {entry.seq} regroups nothing")
    claims = tuple(_regrouping.claim_of(ledger, one, entry.seq) for one in said.targets)
    return Regrouping(entry.seq, entry.at, entry.by, said, claims)


def _known(outlets: str | Path | None) -> Outlets:
    return Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)


def _date(told: str) -> str:
    try:
        return iso_date(told)
    except ValueError as error:
        raise Unreadable(told, "is no date; write it as in 2031-05-04") from error
