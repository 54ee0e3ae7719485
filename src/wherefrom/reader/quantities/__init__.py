"""Quantities: the numbers of a text with relation, value, unit, dimension and what is counted.

Everything goes by tables of words and by rules: no statistics, no network, the same answer every time.
"""

from .finding import quantities_in

__all__ = ["quantities_in"]
