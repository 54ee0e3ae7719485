"""How many independent origins there are at least, and at most."""

from collections.abc import Sequence

from .endings import Ending
from .joining import Origin


def bounds(origins: Sequence[Origin]) -> tuple[int, int | None]:
    """At least as many as are told apart: named voices, or unnamed sources that one text tells apart; at most all.

    An unnamed source may be one of the named ones, or one of another outlet's: it raises the upper bound only.
    """
    counts = [_sources(origin) for origin in origins]
    named = sum(origin.kind == "voice" for origin in origins)
    at_least = max([named, min(len(origins), 1), *(least for least, _ in counts)])
    if not all(exact for _, exact in counts):
        return at_least, None  # "several people told us separately"
    return at_least, sum(least for least, _ in counts)


def _sources(origin: Origin) -> tuple[int, bool]:
    """How many sources of an outlet one of its documents tells apart, and whether it says how many they are."""
    documents: dict[str, list[Ending]] = {}
    for ending in origin.own:
        if origin.kind == "unnamed" and ending.outlet == origin.outlet:
            documents.setdefault(ending.document, []).append(ending)
    return max(map(_told_apart, documents.values()), key=lambda count: (not count[1], count[0]), default=(1, True))


def _told_apart(endings: Sequence[Ending]) -> tuple[int, bool]:
    """Of one document: those who are said to have spoken separately, or a first source and each "another source"."""
    numbers = [ending.number for ending in endings if ending.number]
    if numbers:
        most = max(numbers, key=lambda number: number.at_least)
        return most.at_least, most.exact
    others = {ending.label.lower() for ending in endings if ending.another}
    return max(1, len(others) + any(not ending.another for ending in endings)), True
