"""Where values that differ come from: from different origins, from one that was echoed, or it cannot be told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from wherefrom.model import Claim, Conflict, ConflictValue, Reliance, Root

from .things import Shared, alike

Between = Literal["origins", "echoes", "unknown"]


_REPEATS = frozenset({"copies", "echoes", "version-of"})
"""How a document rests on another that it repeats as a whole; one that only cites another may have its figures from elsewhere."""


class Bearings:
    """The roots of all claims and what documents rely on, for asking where the values of a conflict come from."""

    def __init__(self, claims: Sequence[Claim], relies_on: Sequence[Reliance]) -> None:
        self._roots: dict[str, list[tuple[Root, bool]]] = {}
        for claim in claims:
            origins = claim.origins
            sure = origins.at_least >= len(origins.roots)
            for root in origins.roots:
                self._note(root, sure=sure)
            for root in origins.against:
                self._note(root, sure=False)
        self._on: dict[str, list[str]] = {}
        for one in relies_on:
            if one.how in _REPEATS:
                self._on.setdefault(one.document, []).append(one.on)

    def _note(self, root: Root, *, sure: bool) -> None:
        for name in root.appearances:
            self._roots.setdefault(name, []).append((root, sure))

    def told(self, conflict: Conflict) -> Conflict:
        """The conflict with where its values come from."""
        sides: dict[str, list[ConflictValue]] = {}
        for value in conflict.values:
            sides.setdefault(str((value.value, value.unit)), []).append(value)
        return replace(conflict, between=self._between(list(sides.values())))

    def _between(self, sides: Sequence[Sequence[ConflictValue]]) -> Between:
        """Between origins where two different values go back to different ones; echoes where all have one root.

        Fails closed: values that stand under no root, and roots that may be one, leave it unknown.
        """
        if len(sides) < 2:
            return "unknown"
        roots = [[held for value in side for held in self._roots.get(value.appearance or "", [])] for side in sides]
        if all(roots) and len({(root.label, root.appearances) for held in roots for root, _ in held}) == 1:
            return "echoes"
        if self._one_chain(value for side in sides for value in side):
            return "echoes"
        if any(_apart(one, other) for place, one in enumerate(roots) for other in roots[:place]):
            return "origins"
        return "unknown"

    def _one_chain(self, values: Iterable[ConflictValue]) -> bool:
        """Whether the documents of all values hang together by what they rely on."""
        documents = list(dict.fromkeys(value.document for value in values))
        if len(documents) < 2:
            return False
        number = {name: place for place, name in enumerate(documents)}
        keyed = ((place, key) for name, place in number.items() for key in map(Shared, (name, *self._on.get(name, ()))))
        return any(len(members) == len(documents) for members in alike(keyed, len(documents)))


def _apart(one: Sequence[tuple[Root, bool]], other: Sequence[tuple[Root, bool]]) -> bool:
    """Whether every root of one value is certainly another than every root of the other."""
    return bool(one and other) and all(_two(first, second) for first in one for second in other)


def _two(one: tuple[Root, bool], other: tuple[Root, bool]) -> bool:
    """Whether two roots are certainly two: told apart by their count, or by parties of which they share none."""
    (first, sure), (second, also) = one, other
    if first == second:
        return False
    if set(first.parties) & set(second.parties):
        return False
    return (sure and also) or bool(first.parties and second.parties)
