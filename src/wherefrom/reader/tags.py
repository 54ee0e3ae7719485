"""The labels that the encoder gives to word pieces."""

ROLES = ("source", "cue", "content")
"""The parts of an attribution: who is said to say it, the words that say so, and what is said."""

NAMES = ("person", "organisation", "outlet", "place", "group", "document", "event")
"""What a name names; a group is a people, a party's followers, a faith."""

HEADS = ("person", "organisation", "place", "event", "object", "abstract", "other")
"""What the noun or pronoun that heads a mention means."""

MARKS = ("hedge", "negation")
"""Words that hold back from asserting, and words that deny."""

OUTSIDE = 0
"""The label of words that are none of these, in every set."""


def spanning(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The labels for spans of these kinds, in the order of the encoder's outputs: outside, then beginning and inside of each."""
    return ("O", *(f"{position}-{kind}" for kind in kinds for position in "BI"))


def begins(kind: int) -> int:
    """The label with which a span of this kind begins, by its place in its tuple; the one after it continues the span."""
    return 1 + 2 * kind
