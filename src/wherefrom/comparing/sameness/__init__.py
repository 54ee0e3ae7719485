"""Which statements carry one claim."""

from .grouping import Gathered, gathered
from .stories import Profile, parts, profile, stories

__all__ = ["Gathered", "Profile", "gathered", "parts", "profile", "stories"]
