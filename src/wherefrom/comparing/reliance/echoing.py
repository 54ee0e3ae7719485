"""Details that a text shares with an earlier one which it does not credit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from wherefrom.comparing.material import Group, Material
from wherefrom.model import Appearance, Quantity, Reliance, Span

from .direction import order_of

_LEAST_CLAIMS = 3
_LEAST_DETAILS = 2
"""An echo carries three claims of the earlier text, with two exact figures among them.

Chosen for precision: one figure may be told by everybody, as the number of the dead after a disaster. In nine stories
of news with their gold claims no text meets this, and none is an echo there.
"""

_MOST_CARRIERS = 50
"""Claims that more documents carry are common knowledge, and betray nobody."""

_LARGE = 12
"""Figures up to this one are told by words as often, and shared by chance."""

Told = dict[tuple[str, int], list[Appearance]]


def echoes(material: Material, groups: Sequence[Group], silent: Iterable[str]) -> Iterator[Reliance]:
    """Documents of `silent`, which credit nobody, that repeat an earlier one's details; only where dates tell which it is."""
    told, carriers = _carried(material, groups)
    claims: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(carriers):
        for document in held:
            claims[document].append(number)
    for document in silent:
        shared: dict[str, list[int]] = defaultdict(list)
        for number in claims.get(document, ()):
            for other in carriers[number]:
                shared[other].append(number)
        yield from _echo(material, document, shared, told)


def _carried(material: Material, groups: Sequence[Group]) -> tuple[Told, list[list[str]]]:
    """What each document tells of each claim, and which documents carry it; none for claims that very many do."""
    told: Told = defaultdict(list)
    carriers: list[list[str]] = []
    for number, group in enumerate(groups):
        held: set[str] = set()
        for member in group.members:
            one = material.appearances[member.id]
            told[one.document, number].append(one)
            held.add(one.document)
        carriers.append(sorted(held) if len(held) <= _MOST_CARRIERS else [])
    return told, carriers


def _echo(material: Material, document: str, shared: dict[str, list[int]], told: Told) -> Iterator[Reliance]:
    """The earliest document whose details this one repeats, without any source of its own for them."""
    for other in sorted(shared, key=material.place.__getitem__):
        numbers = shared[other]
        if (
            len(numbers) < _LEAST_CLAIMS
            or order_of(material.documents[other], material.documents[document]) != "earlier"
        ):
            continue
        mine = [one for number in numbers for one in told[document, number]]
        if any(link.source is not None for one in mine for link in one.chain):
            continue
        its = {detail for number in numbers for one in told[other, number] for detail, _ in _details(one)}
        same = {detail: span for one in mine for detail, span in _details(one) if detail in its}
        if len(same) >= _LEAST_DETAILS:
            why = f"was published earlier and tells {len(numbers)} claims of this text with {len(same)} of its exact figures; it is not credited"
            yield Reliance(document, other, "echoes", tuple(sorted(set(same.values()))), why)
            return


def _details(one: Appearance) -> Iterator[tuple[tuple[float, float | None, str], Span]]:
    for quantity in one.quantities:
        if quantity.value is not None and _is_particular(quantity):
            yield (quantity.value, quantity.high, quantity.unit or quantity.of or ""), quantity.spans[0]


def _is_particular(quantity: Quantity) -> bool:
    """Whether a figure is exact enough to tell where it comes from: 86,000 dollars, not ten or a hundred men."""
    value = abs(quantity.value or 0.0)
    if quantity.relation not in {"=", "range"} or value <= _LARGE:
        return False
    return len(f"{value:.10g}".replace(".", "").strip("0")) > 1
