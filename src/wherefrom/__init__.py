"""Who says so, on whose word, and how sure: claims in reports, with the chains and the origins behind them.

The public functions, one for each command of the program; see `docs/` for what they return.
"""

from . import api
from .api import demo, drift, read, revisions, timeline
from .model import Busy, Findings, Unreadable, WherefromError

__all__ = [  # noqa: PLE0604  the names of the public functions
    *api.__all__,
    "Busy",
    "Findings",
    "Unreadable",
    "WherefromError",
]


def __getattr__(name: str) -> object:
    """A public function that works on a ledger: what these need is loaded when one is first asked for."""
    if name in api.__all__:
        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
