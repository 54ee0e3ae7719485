"""Who says so, on whose word, and how sure: claims in reports, with the chains and the origins behind them.

The public functions, one for each command of the program; see `docs/` for the findings that they return.
"""

from .api import add, demo, drift, findings, read, revisions, timeline
from .model import Findings, Unreadable, WherefromError

__all__ = [
    "Findings",
    "Unreadable",
    "WherefromError",
    "add",
    "demo",
    "drift",
    "findings",
    "read",
    "revisions",
    "timeline",
]
