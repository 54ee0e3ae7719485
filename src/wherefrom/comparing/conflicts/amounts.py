"""Figures of one thing that differ, and whether they can all hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from wherefrom.comparing.material import Material
from wherefrom.model import Conflict, Quantity, Span

from .bounds import Amount, all_hold, amount
from .excuses import excuse
from .figures import Figure
from .grouping import Setting, of_one_thing
from .things import MIXED
from .told import Value, Verdict, about_words, conflict
from .units import in_unit

Texts = dict[str, str]
Row = tuple[Figure, Amount]

STRANGE = 100.0
STRANGE_SUM = 2000.0
"""Figures that are so many times another are of something else; of money a thousand may be a slip (a billion for a million)."""
FAR = 10.0
"""Times the middle of the others at which a figure is pointed out: a nought too many, the commonest slip, makes ten."""
_MOST = 60
"""Figures of one thing that are held one by one against the others."""
_KINDS = {"money": "sum", "time": "length of time", "share": "share", "count": "number", "size": "size"}


def things(found: Sequence[Figure], setting: Setting) -> list[list[Row]]:
    """The figures that are of one thing, with what they leave open."""
    rows = [one for one in found if one.measure != "age" and not one.added]
    measured = (_measured(group) for group in of_one_thing(rows, setting))
    groups = (_telling(_alike_in_size(_first_of_sentence(group))) for group in measured if not _several(group))
    return [group for group in groups if len(group) > 1]


def _several(rows: Sequence[Row]) -> bool:
    """Whether figures that no claim holds together are of several things: too many documents give several of them."""
    if not rows or set.intersection(*(set(figure.place.claims) for figure, _ in rows)):
        return False
    told: dict[str, set[float | None]] = {}
    for figure, left in rows:
        told.setdefault(figure.place.document, set()).add(left.told)
    return sum(len(values) > 1 for values in told.values()) * MIXED > len(told)


def amounts(material: Material, groups: Sequence[Sequence[Row]]) -> Iterator[Conflict]:
    """Conflicts between figures of one thing."""
    for rows in groups:
        values = [_value(figure, left) for figure, left in rows]
        if len({one.same for one in values}) > 1 and _comparable(material, rows):
            yield conflict("value", _about(material, rows), values, _verdict(material, rows))


def by_sentence(groups: Sequence[Sequence[Row]]) -> dict[tuple[str, int], tuple[int, Amount]]:
    """By document and where its sentence begins: the number of the thing that a figure there is of, and what it leaves open."""
    told: dict[tuple[str, int], tuple[int, Amount]] = {}
    for number, rows in enumerate(groups):
        for figure, left in rows:
            told.setdefault((figure.place.document, figure.place.sentence), (number, left))
    return told


def _comparable(material: Material, rows: Sequence[Row]) -> bool:
    """Whether figures stand in several documents, or in one under one claim on the word of several.

    One document that gives several figures by itself tells of several things.
    """
    if len({figure.place.document for figure, _ in rows}) > 1:
        return True
    claims = set.intersection(*(set(figure.place.claims) for figure, _ in rows))
    return bool(claims) and len({_holder(material, figure) for figure, _ in rows}) > 1


def _holder(material: Material, figure: Figure) -> tuple[str, ...]:
    """On whose word a figure stands."""
    statement = material.appearances.get(figure.place.appearance or "")
    return () if statement is None else tuple(link.source.text for link in statement.chain if link.source is not None)


def _verdict(material: Material, rows: Sequence[Row]) -> Verdict:
    """Whether the figures cannot all hold, and why."""
    money = {_currency(figure.quantity.unit) for figure, _ in rows} if rows[0][0].measure == "money" else set()
    kept = [left for _, left in rows]
    if len(money) > 1:
        one_number = len({left.told for left in kept}) == 1
        why = "one number in two currencies" if one_number else "sums in several currencies are not compared"
        return Verdict(one_number, why)
    if all_hold(kept):
        return Verdict(apart=False, why="one amount may fit all of these figures")
    excused = excuse(rows, material.documents)
    if excused is not None:
        return Verdict(apart=False, why=f"no one amount fits all of these figures, but {excused}")
    return Verdict(apart=True, why="; ".join(["no one amount fits all of these figures", *_far_off(rows)]))


def _far_off(rows: Sequence[Row]) -> Iterator[str]:
    """What is to be said of figures far from the others."""
    told = [(figure, left.told) for figure, left in rows if left.told][:_MOST]
    for place, (figure, number) in enumerate(told):
        others = [value for _, value in told[:place] + told[place + 1 :]]
        middle = median(others) if len(set(others)) > 1 else 0.0
        if middle > 0 and number is not None and not middle / FAR < number < middle * FAR:
            times = number / middle if number > middle else middle / number
            yield f"“{figure.quantity.text}” is {times:.0f} times {'more' if number > middle else 'less'} than the middle of the others"


def _measured(group: Sequence[Figure]) -> list[Row]:
    """The figures with what they leave open in the unit of the first; sums of money each in its own currency."""
    base = group[0].quantity.unit
    found: list[Row] = []
    own: list[float] = []
    for one in group:
        quantity = one.quantity
        moved = quantity if one.measure == "money" else in_unit(quantity, base)
        slack = 0.0 if moved is None else _rounding(quantity, moved)
        left = amount(moved, slack) if moved is not None else None
        if left is not None:
            found.append((one, left))
            own.extend([left.told] if left.told is not None and not slack else [])
    return [(one, _as_told(left, own) if one.quantity.unit != base else left) for one, left in found]


def _as_told(left: Amount, own: Sequence[float]) -> Amount:
    """A figure from another unit as the one in the common unit that it was rounded from, if there is one."""
    near = [number for number in own if left.told is not None and left.low <= number <= left.high]
    if not near or left.told is None:
        return left
    told = left.told
    return replace(left, told=min(near, key=lambda number: abs(number - told)))


def _rounding(told: Quantity, moved: Quantity) -> float:
    """By how much a figure told in another unit may be off there: half of its last digit."""
    if told.unit == moved.unit or not told.value or moved.value is None or told.dimension == "proportion":
        return 0.0
    digits = f"{told.value:g}".lstrip("-")
    last = (
        10.0 ** (len(digits) - len(digits.rstrip("0"))) if "." not in digits else 10.0 ** -len(digits.partition(".")[2])
    )
    return abs(moved.value) * last / 2 / abs(told.value)


def _first_of_sentence(rows: Sequence[Row]) -> list[Row]:
    """The first figure of each sentence: what follows it there are its parts or another thing."""
    first: dict[tuple[str, int], Span] = {}
    for figure, _ in rows:
        place = figure.place
        key = (place.document, place.sentence)
        first[key] = min(first.get(key, place.spans[0]), place.spans[0])
    return [row for row in rows if first[row[0].place.document, row[0].place.sentence] == row[0].place.spans[0]]


def _alike_in_size(rows: Sequence[tuple[Figure, Amount]]) -> list[tuple[Figure, Amount]]:
    told = sorted(left.told for _, left in rows if left.told)
    if not told:
        return list(rows)
    middle, most = told[len(told) // 2], STRANGE_SUM if rows[0][0].measure == "money" else STRANGE
    return [row for row in rows if not row[1].told or middle / most < row[1].told < middle * most]


def _telling(rows: Sequence[Row]) -> list[Row]:
    """The figures without those that give no number and leave room for all others: "dozens" beside 60."""
    lowest = min((left for _, left in rows), key=lambda left: left.high, default=None)
    return [
        (figure, left)
        for figure, left in rows
        if left.told is not None or figure.quantity.relation == "range" or (lowest is not None and left.apart(lowest))
    ]


def _value(figure: Figure, left: Amount) -> Value:
    quantity = figure.quantity
    same = (left.told, left.open_low, left.open_high) if left.told is not None else left.bounded
    shown = quantity.text if quantity.value is None or quantity.high is not None else quantity.value
    return Value(
        figure.place,
        quantity.spans,
        shown,
        quantity.unit,
        (same, _currency(quantity.unit) if figure.measure == "money" else None),
    )


def _currency(unit: str | None) -> str | None:
    """The currency of a sum; a dollar of no country is the American one."""
    return "US dollar" if unit == "dollar" else unit


def _about(material: Material, rows: Sequence[Row]) -> str:
    """What the figures are of: the kind of amount, the words around them, and the party that all are about."""
    first = rows[0][0]
    of = next((figure.quantity.of for figure, _ in rows if figure.quantity.of), None)
    kind = _KINDS.get(first.measure, first.measure)
    texts = {one.place.document: material.documents[one.place.document].text for one, _ in rows}
    words = about_words([_value(*row) for row in rows], texts, without=of or "")
    parties = [name for name in first.place.parties if all(name in figure.place.parties for figure, _ in rows)]
    said = ", ".join(part for part in (words, *(material.parties[name].name for name in parties[:1])) if part)
    head = f"{kind} of {of}" if of else kind
    return f"{head}: {said}" if said else head
