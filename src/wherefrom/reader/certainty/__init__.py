"""How sure a statement is put: its hedges and whose they are, its polarity, its condition, its nature."""

from .conditions import condition_in
from .degrees import degree_of
from .hedges import Happened, Speech, certainty
from .natures import nature_of
from .negation import polarity_of
from .validity import validity_in

__all__ = ["Happened", "Speech", "certainty", "condition_in", "degree_of", "nature_of", "polarity_of", "validity_in"]
