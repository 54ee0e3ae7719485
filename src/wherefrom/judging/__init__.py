"""Scales that people judge by, as values and pure functions: nothing here judges."""

from .yardsticks import YARDSTICKS, Band, Yardstick, band_of, named_in

__all__ = ["YARDSTICKS", "Band", "Yardstick", "band_of", "named_in"]
