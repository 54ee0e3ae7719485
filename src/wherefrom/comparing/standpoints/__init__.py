"""The sentence that names a claim, taken from one of its appearances, and where each of them stands towards it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Bearing, Membership, Spans, Stance

from .bearing import REMEMBERED, Bearings
from .naming import named
from .stances import Standpoint, pole_of, standpoints_of

__all__ = ["Bearings", "Standpoint", "Standpoints", "standpoints"]


@dataclass(frozen=True, slots=True)
class Standpoints:
    """A claim's positive sentence, and the stance of each appearance towards it.

    `text` is the slice at `spans` of the document in which the appearance `names` stands: never words of our own. `held` is in the
    order in which the appearances were given.
    """

    text: str
    names: str
    spans: Spans
    held: tuple[Standpoint, ...]

    def members(self, bearing: Callable[[str, Stance], Bearing]) -> tuple[Membership, ...]:
        """The appearances as they come under the claim, each with the `bearing` that its id and stance give it."""
        return tuple(_membership(one.id, one.stance, bearing(one.id, one.stance)) for one in self.held)


@lru_cache(maxsize=REMEMBERED)
def _membership(name: str, stance: Stance, bearing: Bearing) -> Membership:
    """One value for an appearance that has the same place under several claims: many have."""
    return Membership(name, stance, bearing)


def standpoints(
    material: Material,
    appearances: Sequence[Appearance],
    core: Collection[str] = (),
    known: Bearings | None = None,
) -> Standpoints:
    """The positive sentence of the claim that these appearances bear on, and where each stands towards it.

    `core` holds the ids of those that are surely about the same, all if it is empty: they alone decide what the sentence is like
    and lend their words to it. Appearances are given in the order of publication, document and text; the earlier names the claim where others would do as
    well. `known` remembers appearances that stand under several claims. The stance is that of the chain's last holder (the publisher, if there is none), read from the link's act, the words of
    the statement and those around it, and set against how the others tell it: rules with words of the language of news, no model.
    What cannot be told from words (that a ship which is afloat has not sunk) counts as support. Raises ValueError where there is
    no appearance.
    """
    if not appearances:
        raise ValueError("a claim has at least one appearance")
    read = known if known is not None else Bearings(material)
    bearings = [read.of(one) for one in appearances]
    deciding = [one for one in bearings if one.appearance.id in core] or bearings
    pole = pole_of(deciding)
    name = named(material, deciding, pole)
    return Standpoints(name.text, name.appearance, name.spans, standpoints_of(material, bearings, pole))
