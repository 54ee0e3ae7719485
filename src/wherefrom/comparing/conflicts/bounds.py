"""Which amounts a figure leaves open: "up to 2,000 miles" is no other than 1,800, "nearly 60%" no other than 59."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from wherefrom.model import Quantity

ABOUT = 0.1
"""How far "about" and "around" reach to either side, as a share. News rounds to one or two figures: at a tenth "about 30"
holds 28 and 32 and "around £94m" does not hold £112m."""

_BELOW = re.compile(r"^(?:nearly|almost|just under|close to|not quite|approaching|some way short of)\b", re.IGNORECASE)
_ABOVE = re.compile(r"^(?:just over|slightly (?:more|over)|a little (?:more|over))\b", re.IGNORECASE)


_VAGUE = re.compile(r"(?:^|\s)(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """The amounts that a figure leaves open, from `low` to `high`; `open_low` and `open_high` leave the ends out.

    `told` is the number that the text gives; None for "several".
    """

    low: float
    high: float
    told: float | None
    open_low: bool = False
    open_high: bool = False

    def apart(self, other: "Amount") -> bool:
        """Whether no amount fits both. Figures that give one number never are: "30" and "nearly 30"."""
        if self.told is not None and other.told is not None and math.isclose(self.told, other.told, rel_tol=1e-9):
            return False
        first, second = (self, other) if (self.low, self.high) <= (other.low, other.high) else (other, self)
        if math.isclose(first.high, second.low, rel_tol=1e-9):
            return first.open_high or second.open_low
        return first.high < second.low

    @property
    def bounded(self) -> tuple[float, float, bool, bool]:
        """What tells one amount from another."""
        return self.low, self.high, self.open_low, self.open_high


def amount(quantity: Quantity, slack: float = 0.0) -> Amount | None:
    """What a figure leaves open, give or take `slack`; None where it gives no number at all.

    "Several" is three or more, "hundreds" two hundred or more.
    """
    told = quantity.value
    if told is None:
        return Amount(3, math.inf, None) if quantity.relation == "~" else None
    if _VAGUE.search(quantity.text):
        return Amount(told, math.inf, None)
    high = told if quantity.high is None else quantity.high
    if quantity.relation == "range":
        return Amount(min(told, high) - slack, max(told, high) + slack, None)
    if quantity.relation == "~":
        return _about(quantity.text, told, high)
    below, above = quantity.relation.startswith("<"), quantity.relation.startswith(">")
    return Amount(
        -math.inf if below else told - slack,
        math.inf if above else high + slack,
        told,
        open_low=quantity.relation == ">",
        open_high=quantity.relation == "<",
    )


def _about(text: str, low: float, high: float) -> Amount:
    """Round about a number, or on the side that the word tells."""
    slack = abs(high) * ABOUT
    if _BELOW.match(text):
        return Amount(low - slack, high, low, open_high=True)
    if _ABOVE.match(text):
        return Amount(low, high + slack, low, open_low=True)
    return Amount(low - slack, high + slack, low)


def all_hold(amounts: Iterable[Amount]) -> bool:
    """Whether one amount may fit all of them: in one dimension, where every two leave one, all do."""
    rows = list(amounts)
    if len(rows) < 2:
        return True
    highest = max(rows, key=lambda one: (one.low, one.open_low))
    lowest = min(rows, key=lambda one: (one.high, not one.open_high))
    return not highest.apart(lowest)
