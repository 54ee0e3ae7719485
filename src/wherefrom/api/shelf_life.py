"""Shelf life: until when something holds, as its source says and as people judge."""

from wherefrom.ledger import windows as _windows
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.queries import claim_page
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.views import findings
from wherefrom.ledger.windows import Window
from wherefrom.model import Unreadable
from wherefrom.model.entry import Kind, Target

from .opening import LedgerFile, looked_at, opened, whoever

__all__ = ["Window", "window", "windows"]

_KINDS: dict[str, Kind] = {"c": "claim", "a": "appearance", "p": "party"}


def window(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    about: str,
    *,
    until: str | None = None,
    lasts: str | None = None,
    withdraw: bool = False,
    why: str,
    by: str | None = None,
) -> Window | None:
    """Judge until when a claim, a statement or what a party knows holds: up to a date, or for a length of time from today on.

    It stands beside what its source said of that, and beside what others judge; a later judgement of the same person stands in the place
    of the earlier one, which the history keeps. `withdraw` takes it back; then None is returned.

    Raises:
        Unreadable: the ledger cannot be used, it has nothing of this id, there is no date or length of time or no grounds.
        Busy: somebody else is writing to it.
    """
    if (until is None) == (lasts is None) and not withdraw:
        raise Unreadable("the window", "needs --until with a date, or --for with a length of time")
    if withdraw and (until is not None or lasts is not None):
        raise Unreadable("the window", "is either judged or taken back")
    with opened(ledger) as kept:
        name = _windows.judge(kept, _target(kept, about), (until, lasts), why, whoever(by))
        return next((one for one in _windows.windows(kept) if one.window == name), None)


def windows(ledger: LedgerFile, about: str | None = None, *, as_of: str | None = None) -> tuple[Window, ...]:
    """Until when things hold, as the texts say and as people judged up to a moment; of one claim, statement or party if its id is given.

    Raises:
        Unreadable: the ledger cannot be used, it had nothing of this id then, or the moment is none.
    """
    with looked_at(ledger) as kept:
        found = _windows.windows(kept, as_of)
        if about is None:
            return found
        names = _of(kept, about, as_of)
        return tuple(one for one in found if one.stands in names)


def _target(ledger: Ledger, name: str) -> Target:
    kind = _KINDS.get(name[:1])
    if kind is None:
        raise Unreadable(name, "is no id of a claim (c…), a statement (a…) or a party (p…)")
    if kind == "claim":
        return target_of(claim_page(ledger, name, ledger.head().seq).story, kind, name)
    return target_of(findings(ledger), kind, name)


def _of(ledger: Ledger, about: str, as_of: str | None) -> frozenset[str]:
    """The ids whose windows are those of one thing: a claim's are also those of the statements that are surely of it."""
    if about.startswith("c"):
        claim = claim_page(ledger, about, ledger.seq_at(as_of)).claim
        return frozenset((about, *(one.id for one in claim.appearances if one.bearing == "sure")))
    found = findings(ledger, as_of)
    kind = _KINDS.get(about[:1])
    if kind is None:
        raise Unreadable(about, "is no id of a claim (c…), a statement (a…) or a party (p…)")
    target_of(found, kind, about)
    return frozenset((about,))
