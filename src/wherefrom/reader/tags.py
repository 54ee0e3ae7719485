"""The labels that the encoder gives to word pieces."""

ROLES = ("source", "cue", "content")
"""The parts of an attribution: who is said to say it, the words that say so, and what is said."""

TAGS = ("O", *(f"{position}-{role}" for role in ROLES for position in "BI"))
"""In the order of the encoder's outputs: outside, then beginning and inside of each role."""

OUTSIDE = 0


def begins(role: str) -> int:
    """The number of the tag with which a span of this role begins; the one after it continues the span."""
    return 1 + 2 * ROLES.index(role)
