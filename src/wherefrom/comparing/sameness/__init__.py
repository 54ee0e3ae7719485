"""Which statements carry one claim."""

from .grouping import Gathered, gathered

__all__ = ["Gathered", "gathered"]
