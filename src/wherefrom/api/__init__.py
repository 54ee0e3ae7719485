"""The public functions, one for each command of the program; a module for each group of commands.

Those that work on a ledger are loaded when they are first asked for: whoever only reads needs no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .reading import demo, drift, read, revisions, timeline

if TYPE_CHECKING:
    from .checking import custody, erase, log, passphrase, reveal, vault_passphrase
    from .correcting import correct, impact, merge_claims, readings_of, regroupings, reread, split_claim, take_back
    from .drafting import check
    from .grading import grade, grades, sources_behind, to_grade
    from .handling import export, mark, markings, recall, release, releases
    from .keeping import add, claim, claims, findings, search, sources
    from .proving import head, verify
    from .sharing import assign, assignments, changes, due, merge, note, notes
    from .shelf_life import window, windows
    from .sourced import sourcing
    from .vetting import add_case, assess, beside, case, cases, change_case, drop_case, vet
    from .weighing import adduce, ask, discount, drop_hypothesis, matrix, questions, rate, suppose

__all__ = [
    "add",
    "add_case",
    "adduce",
    "ask",
    "assess",
    "assign",
    "assignments",
    "beside",
    "case",
    "cases",
    "change_case",
    "changes",
    "check",
    "claim",
    "claims",
    "correct",
    "custody",
    "demo",
    "discount",
    "drift",
    "drop_case",
    "drop_hypothesis",
    "due",
    "erase",
    "export",
    "findings",
    "grade",
    "grades",
    "head",
    "impact",
    "log",
    "mark",
    "markings",
    "matrix",
    "merge",
    "merge_claims",
    "note",
    "notes",
    "passphrase",
    "questions",
    "rate",
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
    "sources_behind",
    "sourcing",
    "split_claim",
    "suppose",
    "take_back",
    "timeline",
    "to_grade",
    "vault_passphrase",
    "verify",
    "vet",
    "window",
    "windows",
]

_LEDGER = {
    "drafting": ("check",),
    "checking": ("custody", "erase", "log", "passphrase", "reveal", "vault_passphrase"),
    "correcting": (
        "correct",
        "impact",
        "merge_claims",
        "readings_of",
        "regroupings",
        "reread",
        "split_claim",
        "take_back",
    ),
    "grading": ("grade", "grades", "sources_behind", "to_grade"),
    "handling": ("export", "mark", "markings", "recall", "release", "releases"),
    "keeping": ("add", "claim", "claims", "findings", "search", "sources"),
    "proving": ("head", "verify"),
    "sharing": ("assign", "assignments", "changes", "due", "merge", "note", "notes"),
    "shelf_life": ("window", "windows"),
    "vetting": ("add_case", "assess", "beside", "case", "cases", "change_case", "drop_case", "vet"),
    "sourced": ("sourcing",),
    "weighing": ("adduce", "ask", "discount", "drop_hypothesis", "matrix", "questions", "rate", "suppose"),
}
"""The functions that work on a ledger, by the module that has them."""


def __getattr__(name: str) -> object:
    """A function that works on a ledger, from the module that has it."""
    for module, functions in _LEDGER.items():
        if name in functions:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
