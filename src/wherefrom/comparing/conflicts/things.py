"""Values that are of one thing: brought together by what they share, never by comparing all with all."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

MIXED = 3
"""A key is no name of one thing where one document in so many gives several values under it."""


class Shared(NamedTuple):
    """A key that a value has in common with others of its thing.

    `document` and `value` are given where the key is no more than a likeness: a document that gives several values under
    it shows that it does not name one thing.
    """

    key: Hashable
    document: str | None = None
    value: Hashable = None


def alike(keyed: Iterable[tuple[int, Shared]], count: int) -> Iterator[list[int]]:
    """Which of `count` things share a key, directly or through others; each list in order, lists by their first.

    `keyed` gives a thing's number and one of its keys at a time. What shares no key with any other is left out.
    """
    held: dict[Hashable, list[tuple[int, Shared]]] = {}
    for number, shared in keyed:
        held.setdefault(shared.key, []).append((number, shared))
    parents = list(range(count))
    for rows in held.values():
        kept = _of_one_value(rows) if rows[0][1].document is not None else [number for number, _ in rows]
        for number in kept[1:]:
            _join(parents, kept[0], number)
    sets: dict[int, list[int]] = {}
    for number in range(count):
        sets.setdefault(_top(parents, number), []).append(number)
    return (members for members in sets.values() if len(members) > 1)


def _of_one_value(rows: Sequence[tuple[int, Shared]]) -> list[int]:
    """The things under a key in documents that give one value for it; none where too many give several."""
    values: dict[str | None, set[Hashable]] = {}
    for _, shared in rows:
        values.setdefault(shared.document, set()).add(shared.value)
    mixed = {document for document, told in values.items() if len(told) > 1}
    if len(mixed) * MIXED > len(values):
        return []
    return [number for number, shared in rows if shared.document not in mixed]


def _top(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _join(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_top(parents, one), _top(parents, other)))
    parents[second] = first
