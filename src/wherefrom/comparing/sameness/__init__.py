"""Which statements carry one claim."""

from .grouping import Gathered, gathered
from .stories import Profile, kinship, parts, profile, stories
from .ties import UNTIED, Ties

__all__ = ["UNTIED", "Gathered", "Profile", "Ties", "gathered", "kinship", "parts", "profile", "stories"]
