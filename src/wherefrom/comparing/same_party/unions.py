"""What has been found to be one so far, and why."""

from collections import defaultdict


class Unions:
    """Numbers joined step by step; the smallest of those that are one stands for them."""

    def __init__(self, count: int) -> None:
        """Numbers from 0 up, each by itself."""
        self._above = list(range(count))
        self._why: dict[int, dict[str, None]] = defaultdict(dict)

    def of(self, number: int) -> int:
        """The smallest number of those that are one with it."""
        root = number
        while self._above[root] != root:
            root = self._above[root]
        while self._above[number] != root:
            self._above[number], number = root, self._above[number]
        return root

    def join(self, one: int, other: int, why: str) -> None:
        """Make two one; `why` in plain words."""
        first, second = sorted((self.of(one), self.of(other)))
        if first == second:
            return
        self._above[second] = first
        self._why[first] |= dict.fromkeys((*self._why.pop(second, {}), why))

    def why(self, number: int) -> tuple[str, ...]:
        """Why those that are one with it are, in the order of the alphabet."""
        return tuple(sorted(self._why.get(self.of(number), {})))
