"""Vetting a source: what it disclosed, and what people say became of that; earlier cases beside this one."""

from collections.abc import Sequence
from pathlib import Path

from wherefrom.comparing import Outlets
from wherefrom.judging import cases as _beside
from wherefrom.judging.cases import Beside, Case
from wherefrom.ledger import cases as _cases
from wherefrom.ledger import vetting as _vetting
from wherefrom.ledger.asking import plain
from wherefrom.ledger.cases import CaseChanges, Kept
from wherefrom.ledger.vetting import Opinion, Vet, item_of
from wherefrom.model import Unreadable
from wherefrom.model.entry import Cased
from wherefrom.model.judgement import Outcome

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = [
    "Beside",
    "Case",
    "Kept",
    "Opinion",
    "Vet",
    "add_case",
    "assess",
    "beside",
    "case",
    "cases",
    "change_case",
    "drop_case",
    "item_of",
    "vet",
]

Roles = Sequence[tuple[str, str]]
"""Roles, each with the id of a claim or a party, a name, or a protected source's handle."""


def vet(ledger: LedgerFile, party: str, *, as_of: str | None = None, outlets: str | Path | None = None) -> Vet:
    """What a party disclosed: each item with its words, what was public before, who confirmed or contradicted it, and what people say of it.

    `party` is a party's id, the name of a person, an organisation or an outlet, or a protected source's handle. Nothing is added up: there
    are counts with the items behind them, and no score. Copies and retellings that go back to the party are in no count.

    Raises:
        Unreadable: the ledger cannot be used, it knew nobody of this name then, the name may mean several, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return _vetting.vet(kept, party, as_of, _known(outlets))


def assess(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile, party: str, item: str, outcome: Outcome, why: str, *, by: str | None = None
) -> Vet:
    """Say what became of something that a party disclosed (`open` takes that back), and vet it as it is then.

    It stands beside what the program counts and what others say, and replaces none of it.

    Raises:
        Unreadable: the ledger cannot be used, it has no such party or item, there is no such outcome, or no reason is given.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        _vetting.assess(kept, party, item, outcome, why, whoever(by))
        return _vetting.vet(kept, party)


def add_case(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile, name: str, *, kind: str, roles: Roles, ended: str = "", why: str = "", by: str | None = None
) -> Kept:
    """Keep a case: its name, what kind of case it is, who and what of the ledger has which role in it, and how it ended, if it has.

    The day in `ended` (as in 2031-05-04) is that of the end. `why` are the grounds on which it is said so.

    Raises:
        Unreadable: the ledger cannot be used, a role's holder is not in it or may be several, something is missing, or there is such a case.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        said = Cased("", name, kind.strip(), (), (), ended.strip())
        return _cases.one_of(kept, _cases.add(kept, said, roles, why.strip(), whoever(by)))


def change_case(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    case: str,
    *,
    name: str | None = None,
    kind: str | None = None,
    ended: str | None = None,
    roles: Roles = (),
    without: Sequence[str] = (),
    why: str = "",
    by: str | None = None,
) -> Kept:
    """Say what a case (by id or name) is from now on. What was said before stays in its history.

    `roles` take the place of those of the same names, and `without` are roles that go.

    Raises:
        Unreadable: the ledger cannot be used, it has no such case, nothing would change, or as for `add_case`.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        told = [None if words is None else words.strip() for words in (name, kind, ended)]
        changes = CaseChanges(told[0], told[1], told[2], tuple(roles), tuple(without))
        return _cases.one_of(kept, _cases.change(kept, case, changes, why.strip(), whoever(by)))


def drop_case(ledger: LedgerFile, case: str, *, why: str = "", by: str | None = None) -> Kept:
    """Say that a case is none any more; it stays in the history, and can be shown by its id.

    Raises:
        Unreadable: the ledger cannot be used, or it has no such case.
        Busy: somebody else is writing to it.
    """
    with opened(ledger) as kept:
        return _cases.one_of(kept, _cases.drop(kept, case, why.strip(), whoever(by)))


def case(ledger: LedgerFile, case: str, *, as_of: str | None = None) -> Kept:
    """A case by id or name, as it was at a moment, with all that was ever said of it.

    Raises:
        Unreadable: the ledger cannot be used, it had no such case then or several of the name, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return _cases.one_of(kept, case, as_of)


def cases(ledger: LedgerFile, *, kind: str | None = None, as_of: str | None = None) -> tuple[Kept, ...]:
    """The cases that there were at a moment, those of one kind if it is given; dropped ones are left out.

    Raises:
        Unreadable: the ledger cannot be used, or the moment is none.
    """
    with looked_at(ledger) as kept:
        return tuple(_of_kind(_cases.kept(kept, as_of), kind))


def beside(
    ledger: LedgerFile, cases: Sequence[str] = (), *, kind: str | None = None, as_of: str | None = None
) -> Beside:
    """Cases beside each other: these, or all of a kind; one alone is put beside all others of its kind, and stands first.

    Raises:
        Unreadable: the ledger cannot be used, it had no such case then, there is nothing to put beside it, or the moment is none.
    """
    with looked_at(ledger) as kept:
        every = _cases.kept(kept, as_of)
    named = list(dict.fromkeys(_cases.chosen(every, name) for name in cases))
    if len(named) == 1 or kind is not None:
        others = _of_kind(every, kind if kind is not None else named[0].case.kind)
        named = list(dict.fromkeys((*named, *others)))
    if len(named) < 2:
        raise Unreadable(kind or (named[0].case.name if named else "the cases"), "has no other case beside it")
    return _beside.beside([one.case for one in named])


def _of_kind(every: Sequence[Kept], kind: str | None) -> list[Kept]:
    return [one for one in every if not one.dropped and (kind is None or plain(one.case.kind) == plain(kind))]


def _known(outlets: str | Path | None) -> Outlets:
    return Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)
