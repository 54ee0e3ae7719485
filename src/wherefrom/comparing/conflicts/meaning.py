"""How close two stretches of text are in meaning."""

from functools import lru_cache

from wherefrom.comparing.vectors import Floats, piece_vectors, unit


@lru_cache(maxsize=8192)
def vector(text: str) -> Floats:
    """The direction of a text; zeros where it says nothing."""
    return unit(piece_vectors().said(text)[0])


def closeness(one: str, other: str) -> float:
    """The cosine of two texts: about 0 for strangers, 1 for the same words."""
    return float(vector(one) @ vector(other))
