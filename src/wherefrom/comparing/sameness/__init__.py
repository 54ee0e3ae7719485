"""Which statements carry one claim."""

from .grouping import Gathered, gathered
from .stories import Profile, parts, profile, stories
from .ties import UNTIED, Ties

__all__ = ["UNTIED", "Gathered", "Profile", "Ties", "gathered", "parts", "profile", "stories"]
