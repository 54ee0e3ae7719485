"""Findings compared: same claim, same party, who relies on whom, origins, conflicts, standing and drift."""

from .outlets import Outlets
from .pipeline import compare, compare_story, together
from .recounting import recounted

__all__ = ["Outlets", "compare", "compare_story", "recounted", "together"]
