"""Which statements carry one claim."""

from .grouping import Gathered, gathered
from .stories import stories

__all__ = ["Gathered", "gathered", "stories"]
