"""How a thing may be handled: the labels of the Traffic Light Protocol 2.0 (FIRST, August 2022), in their order."""

from collections.abc import Iterable
from typing import Literal, get_args

Level = Literal["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
"""No limit; the community, not public channels; need-to-know within the organisation and its clients; the organisation only; the eyes
of single recipients only. Labels are never translated."""

LEVELS: tuple[Level, ...] = get_args(Level)
"""From what may go furthest to what may go least far."""

UNMARKED: Level = "TLP:RED"
"""What a thing without a label is handled as: a missing label is no permission."""


def highest(levels: Iterable[Level]) -> Level:
    """The strictest of several labels, which holds for what they are put on together; what has none is UNMARKED."""
    return max(levels, key=LEVELS.index, default=UNMARKED)


def within(level: Level, most: Level) -> bool:
    """Whether something with this label may go where things go up to `most`."""
    return LEVELS.index(level) <= LEVELS.index(most)


def level_of(words: str) -> Level | None:
    """The label that somebody wrote: "tlp:amber+strict", "Amber", TLP 1.0's "TLP:WHITE"; None where it is none."""
    plain = words.strip().upper().removeprefix("TLP:").replace(" ", "")
    found = f"TLP:{'CLEAR' if plain == 'WHITE' else plain}"
    return next((level for level in LEVELS if level == found), None)
