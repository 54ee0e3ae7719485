"""How many of several named voices are surely different ones."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Names = frozenset[str]
"""The words that name a voice (`words.naming_words`)."""

_BY_TRIAL = 20
"""Entangled names up to which the largest set is tried out where it is not plain to see; real claims entangle two or three."""


def mutually_apart(voices: Sequence[Names]) -> list[int]:
    """Places of voices no two of which share a word that names them, as many as there can be.

    Nobody can say that "Smith" and "John Smith" are two, nor that a firm and somebody who speaks for it are. Taking voices
    away never raises the number, so that a claim whose reports are taken away never gains an origin.
    """
    near = _neighbours(voices, _shortest(voices))
    chosen: list[int] = []
    seen: set[int] = set()
    for place in near:
        if place not in seen:
            part = _reached(place, near)
            seen |= part
            chosen += _largest(part, near)
    return sorted(chosen)


def _shortest(voices: Sequence[Names]) -> list[int]:
    """Places of the voices that have no other's words among their own: each can stand for those whose words hold its own."""
    kept: dict[str, list[int]] = {}
    for place in sorted(range(len(voices)), key=lambda one: (len(voices[one]), one)):
        names = voices[place]
        if not any(voices[other] <= names for name in names for other in kept.get(name, ())):
            kept.setdefault(min(names), []).append(place)
    return sorted(place for places in kept.values() for place in places)


def _neighbours(voices: Sequence[Names], places: Iterable[int]) -> dict[int, set[int]]:
    holders: dict[str, list[int]] = {}
    for place in places:
        for name in voices[place]:
            holders.setdefault(name, []).append(place)
    return {place: {one for name in voices[place] for one in holders[name]} - {place} for place in places}


def _reached(place: int, near: Mapping[int, set[int]]) -> set[int]:
    """All that share words with this one, or with one that does, and so on."""
    part, open_ends = {place}, [place]
    while open_ends:
        new = near[open_ends.pop()] - part
        part |= new
        open_ends += new
    return part


def _largest(part: set[int], near: Mapping[int, set[int]]) -> list[int]:
    """The largest set without neighbours: who has fewest is taken, which is right where all round it are neighbours."""
    left, chosen = set(part), list[int]()
    degree = {place: len(near[place] & left) for place in left}
    fewest = [(count, place) for place, count in degree.items()]
    heapify(fewest)
    while left:
        count, place = heappop(fewest)
        if place not in left or count != degree[place]:
            continue
        around = near[place] & left
        if len(left) <= _BY_TRIAL and not all(near[one] >= around - {one} for one in around):
            taken = [place, *_largest(left - around - {place}, near)]
            passed_over = _largest(left - {place}, near)
            return chosen + (taken if len(taken) >= len(passed_over) else passed_over)
        chosen.append(place)
        left -= around | {place}
        for one in (further for gone in around for further in near[gone] & left):
            degree[one] -= 1
            heappush(fewest, (degree[one], one))
    return chosen
