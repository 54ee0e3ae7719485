"""Where a retelling has a source say the opposite of what it said."""

from collections.abc import Iterator
from functools import reduce

from wherefrom.model import Appearance, Polarity
from wherefrom.model.claim import CARRYING

from .shown import Finding
from .tellings import Retelling, Told
from .wording import likeness, related

SURE = 0.75
"""How alike two tellings must be for the opposite to be the same statement turned and no statement of its own."""


def turned(pair: Retelling) -> Iterator[Finding]:
    """The same source's words with the opposite meaning, in a document that relies on the earlier one.

    That two sources contradict each other is a conflict and no drift; nor is it one that a later writer disagrees.
    """
    earlier, later = pair.earlier, pair.later
    if pair.how is None or not later.guard.sourced or "doubts" in (earlier.stance, later.stance):
        return
    if (earlier.stance in CARRYING) == (later.stance in CARRYING) or _meant(earlier.appearance) == _meant(
        later.appearance
    ):
        return
    if likeness(earlier.wording, later.wording) < SURE or any(_agrees(one, earlier) for one in pair.kept):
        return
    before, after = _meant(earlier.appearance), _meant(later.appearance)
    yield Finding(
        "polarity-turned",
        earlier.appearance.spans,
        later.appearance.spans,
        f"the same words were {before} and are {after}",
    )


def _meant(appearance: Appearance) -> Polarity:
    """The statement's polarity with those of its links: to deny that somebody did not do it says that he did."""
    turns = [appearance.polarity == "negative"]
    turns += [link.act == "denies" for link in appearance.chain]
    turns += [link.polarity == "negative" for link in appearance.chain]
    return "negative" if reduce(lambda one, other: one != other, turns) else "positive"


def _agrees(one: Told, earlier: Told) -> bool:
    return related(one.wording, earlier.wording) and _meant(one.appearance) == _meant(earlier.appearance)
