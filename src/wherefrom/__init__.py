"""Who says so, on whose word, and how sure: claims in reports, with the chains behind them.

The public functions, one for each command of the program; see `docs/` for the findings that they return.
"""

from .api import demo, read
from .model import Findings, Unreadable, WherefromError

__all__ = ["Findings", "Unreadable", "WherefromError", "demo", "read"]
