"""Whether two parties stand in one story: somebody else is named in the texts of both."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .sorting import Sorted
from .unions import Unions


class Anchors:
    """The parties by which texts are seen to be about the same things: persons in full, bodies told apart by name.

    Countries, places and outlets are none: they stand in texts about anything. Parties are those that are one so far;
    what is joined later changes nothing here, so that the order of joining does not either.
    """

    def __init__(self, ones: Sequence[Sorted], unions: Unions) -> None:
        self._root = {one.portrait.number: unions.of(one.portrait.number) for one in ones}
        self._documents: dict[int, dict[str, None]] = defaultdict(dict)
        self._of_document: dict[str, set[int]] = defaultdict(set)
        self._around: dict[int, frozenset[int]] = {}
        self._told: dict[tuple[frozenset[int], frozenset[int]], bool] = {}
        for one in ones:
            root = self._root[one.portrait.number]
            self._documents[root] |= dict.fromkeys(one.portrait.documents)
            if one.key is not None and one.sort in {"person", "body"}:
                for document in one.portrait.documents:
                    self._of_document[document].add(root)

    def shared(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Whether the texts of some parties and the texts of others, by their numbers, name anybody else in common."""
        both = (self._roots(some), self._roots(others))
        if both not in self._told:
            self._told[both] = self._share(*both)
        return self._told[both]

    def _share(self, first: frozenset[int], second: frozenset[int]) -> bool:
        themselves = first | second
        nearer, wider = sorted((first, second), key=lambda roots: sum(len(self._documents[root]) for root in roots))
        near = frozenset[int]().union(*(self._near(root) for root in nearer)) - themselves
        return any(not near.isdisjoint(self._near(root)) for root in wider)

    def _roots(self, numbers: Iterable[int]) -> frozenset[int]:
        return frozenset(self._root[number] for number in numbers if number in self._root)

    def _near(self, root: int) -> frozenset[int]:
        if root not in self._around:
            held = (self._of_document[document] for document in self._documents[root])
            self._around[root] = frozenset[int]().union(*held)
        return self._around[root]
