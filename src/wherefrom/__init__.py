"""Who says so, on whose word, and how sure: claims in reports, with the chains and the origins behind them.

The public functions, one for each command of the program; see `docs/` for what they return.
"""

from typing import TYPE_CHECKING

from . import api
from .api import demo, drift, read, revisions, timeline
from .model import Busy, Findings, Unreadable, WherefromError

if TYPE_CHECKING:
    from .api import (
        add,
        assign,
        assignments,
        changes,
        claim,
        claims,
        correct,
        custody,
        due,
        erase,
        export,
        findings,
        head,
        impact,
        log,
        mark,
        markings,
        merge,
        merge_claims,
        note,
        notes,
        passphrase,
        readings_of,
        recall,
        regroupings,
        release,
        releases,
        reread,
        reveal,
        search,
        sources,
        split_claim,
        take_back,
        vault_passphrase,
        verify,
        window,
        windows,
    )

__all__ = [
    "Busy",
    "Findings",
    "Unreadable",
    "WherefromError",
    "add",
    "assign",
    "assignments",
    "changes",
    "claim",
    "claims",
    "correct",
    "custody",
    "demo",
    "drift",
    "due",
    "erase",
    "export",
    "findings",
    "head",
    "impact",
    "log",
    "mark",
    "markings",
    "merge",
    "merge_claims",
    "note",
    "notes",
    "passphrase",
    "read",
    "readings_of",
    "recall",
    "regroupings",
    "release",
    "releases",
    "reread",
    "reveal",
    "revisions",
    "search",
    "sources",
    "split_claim",
    "take_back",
    "timeline",
    "vault_passphrase",
    "verify",
    "window",
    "windows",
]


def __getattr__(name: str) -> object:
    """A public function that works on a ledger: what these need is loaded when one is first asked for."""
    if name in api.__all__:
        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
