"""On which side in politics somebody is said to stand: "the Republican nominee" is no "Democratic nominee"."""

from .bundles import Bundle
from .gathering import Noted

_OF = {"gop": "republican", "democrat": "democratic", "tory": "conservative"}
"""Words for a side, by the commonest of them."""

SIDES = frozenset("republican democratic conservative labour liberal libertarian green".split())


def alike(words: frozenset[str]) -> frozenset[str]:
    """Words of a description, those for one side alike."""
    return frozenset(_OF.get(word, word) for word in words)


def words_of(bundle: Bundle) -> frozenset[str]:
    """What a party is called and described by."""
    return alike(frozenset[str]().union(*(one.traits.modifiers | one.traits.nouns for one in bundle.members)))


def opposed(one: Noted, bundle: Bundle) -> bool:
    """Whether a description and a party stand on different sides."""
    mine, theirs = alike(one.traits.modifiers) & SIDES, words_of(bundle) & SIDES
    return bool(mine and theirs) and not mine & theirs
