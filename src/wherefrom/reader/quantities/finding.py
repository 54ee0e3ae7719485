"""The quantities of a text: numbers with the relation, unit and noun around them, ranges and sums put together."""

import re
from dataclasses import replace

from wherefrom.model import Quantity, Span
from wherefrom.model.appearance import Relation

from . import ages, bounds, labels, meaning, ranges, units
from .atoms import folded
from .counted import counted, counted_joined, counted_with
from .draft import Draft
from .numerals import Numeral, numerals_in
from .prefixes import currency_before, letters_for_magnitude
from .united import Measured, unit_after
from .units import YEAR, Unit

_ANDED = re.compile(r"(?:,?\s{1,2}(?:and|or|but|to)\s{1,2}|,\s{1,2})(?=[\d.$£€a-z])")
_HALF_UNIT = re.compile(r"\s{1,2}(?:of\s{1,2})?an?\s{1,2}")
_ONE_AND = re.compile(r"\b(?:an?|one)\s(?P<unit>[a-z]{3,10})\sand\s$")
_PLUS_MINUS = re.compile(r"\s?(?:±|\+/-|\+/−|\+ /- )\s?(?:\d[\d.,]{0,12}\d|\d)(?:e[+-]?\d{1,2})?")
_HEIGHT = re.compile(r"['’′]\s?(?P<inches>1[01]|\d)(?:[\"”″]|['’]{2})")
_ONE_DAY = frozenset("for in than only just about least within last".split())
"""Words behind which "one day" is how long, and not once upon a time."""

_OF_UNIT = re.compile(r"\s{1,2}of\s{1,2}(?=\w)")


def quantities_in(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """The quantities in text[start:end], in order, never overlapping, with places in the whole text.

    Nothing outside the stretch is looked at. Any text will do; none raises.
    """
    start, end = max(0, start), min(len(text), end)
    if start >= end:
        return ()
    window = text[start:end]
    return tuple(_as_quantity(window, draft, start) for draft in _Finding(window).drafts())


def _as_quantity(window: str, draft: Draft, offset: int) -> Quantity:
    unit = draft.unit
    return Quantity(
        text=window[draft.start : draft.end],
        spans=(Span(offset + draft.start, offset + draft.end),),
        relation=draft.relation,
        value=None if draft.value is None else float(draft.value),
        high=None if draft.high is None else float(draft.high),
        unit=None if unit is None else unit.name,
        dimension=draft.dimension or (None if unit is None else unit.dimension),
        of=draft.of,
    )


class _Finding:
    """One text and its numbers, read from the first to the last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = folded(text)
        self.numerals = numerals_in(self.low)
        self.floor = 0
        self.date_end = 0
        self.label_end = 0
        self.aged_end = 0

    def drafts(self) -> list[Draft]:
        """The quantities in the making, done."""
        found: list[Draft] = []
        at = 0
        while at < len(self.numerals):
            draft, at = self._read(at)
            if draft is not None and draft.start >= self.floor:
                found.append(draft)
                self.floor = draft.end
        found = meaning.with_decades(self.low, found)
        return [self._meant(draft) for draft in meaning.joined_sums(self.low, meaning.joined_bounds(self.low, found))]

    # --- one number after another

    def _read(self, at: int) -> tuple[Draft | None, int]:
        """The quantity of a number, and the place of the next number to read."""
        numeral = self.numerals[at]
        if numeral.start < self.floor:
            return None, at + 1
        if (aged := self._by_age(numeral)) is not None:
            return aged, at + 1
        hanging = labels.goes_on(self.text, numeral.start) and not meaning.scale_before(self.low, numeral.start)
        if hanging or self._dated(numeral):
            return None, at + 1
        draft = self._measured(numeral)
        together = self._ranged(at, draft) or self._ratio(at, draft)
        if together is not None:
            return together
        shared = self._shared_unit(at, draft)
        return self._completed(shared or draft) if self._counts(draft) else None, at + 1

    def _by_age(self, numeral: Numeral) -> Draft | None:
        """A group or a decade of age: "over-65s", "in her 30s"."""
        if not numeral.digits:
            return None
        group = ages.group(self.low, numeral.start, numeral.end)
        if group is not None:
            relation: Relation = ">" if group[2] == "over" else "<"
            return Draft(group[0], group[1], numeral, relation, numeral.value, unit=YEAR, dimension="age")
        decade = ages.decade(self.low, numeral.start, numeral.end, numeral.value)
        if decade is None:
            return None
        return Draft(decade.start, decade.end, numeral, "range", decade.low, decade.high, YEAR, dimension="age")

    def _dated(self, numeral: Numeral) -> bool:
        """Whether a number is a date, a time of day or within a web address; dates are kept in mind for what follows."""
        if labels.is_date(self.text, self.low, numeral) or labels.chain_of_dates(self.low, self.date_end, numeral):
            self.date_end = numeral.end
            return True
        return labels.is_clock(self.low, numeral) or (numeral.digits and labels.is_address(self.text, numeral.start))

    def _measured(self, numeral: Numeral) -> Draft:
        """A number with its currency before it or its unit behind it."""
        draft = Draft(numeral.start, numeral.end, numeral, value=numeral.value)
        if numeral.vague and not numeral.word:
            draft.value = None
        if not numeral.vague:
            self._with_prefix(draft)
        if numeral.digits:
            self._with_letters(draft)
        if (plus := _PLUS_MINUS.match(self.low, draft.end)) is not None:
            draft.end = plus.end()
        self._with_unit(draft)
        return draft

    def _with_prefix(self, draft: Draft) -> None:
        """With the currency, "magnitude" or "Mach" before the number."""
        before = currency_before(self.text, draft.start, self.floor) or meaning.scale_before(self.low, draft.start)
        if before is None or draft.value is None:
            return
        start, unit, scale = before
        draft.start, draft.unit, draft.prefixed, draft.value = start, unit, True, draft.value * scale
        sign = self.text[start - 1 : start]
        if sign in {"-", "−"} and (start < 2 or not self.text[start - 2].isalnum()):
            draft.start, draft.value = start - 1, -abs(draft.value)

    def _with_letters(self, draft: Draft) -> None:
        """With the letters that multiply digits: "$5m"."""
        letters = letters_for_magnitude(self.text, self.low, draft.end, money=draft.prefixed)
        if letters is not None and draft.value is not None:
            draft.value *= letters[0]
            draft.numeral = replace(draft.numeral, scale=letters[0], value=draft.value, digits=False)
            draft.end = letters[1]

    def _with_unit(self, draft: Draft) -> None:
        """With the unit behind the number; a sum keeps its own dollars where plain ones follow."""
        if draft.numeral.digits and not draft.prefixed and (height := _HEIGHT.match(self.text, draft.end)) is not None:
            draft.unit, draft.end = units.FOOT, height.end()
            draft.value = draft.numeral.value + int(height["inches"]) / 12
            return
        measured = self._unit_at(draft, draft.end)
        if measured is None:
            self._with_half_before(draft)
            return
        if draft.value is not None:
            draft.value *= measured.scale
        if not draft.prefixed or measured.unit.name != "dollar":
            draft.unit = measured.unit
        draft.end, draft.joined = measured.end, measured.joined

    def _with_half_before(self, draft: Draft) -> None:
        """A half behind "and" with the one unit before it: "an hour and a half"."""
        if not draft.numeral.share:
            return
        match = _ONE_AND.search(self.low, max(self.floor, draft.start - 30), draft.start)
        unit = units.NAMES.get(match["unit"]) if match is not None else None
        if match is not None and unit is not None and draft.value is not None:
            draft.start, draft.value, draft.unit = match.start(), 1 + draft.value, unit

    def _unit_at(self, draft: Draft, end: int) -> Measured | None:
        numeral = draft.numeral
        single = numeral.value == 1 or numeral.share
        if numeral.share and (of := _HALF_UNIT.match(self.low, end)) is not None:
            found = unit_after(self.text, self.low, of.end(), single=True)
            return found if found is not None and found.unit.dimension != "proportion" else None
        if numeral.vague and (of := _OF_UNIT.match(self.low, end)) is not None:
            return unit_after(self.text, self.low, of.end(), single=False)
        if draft.prefixed:
            return self._per_currency(draft, end)
        return unit_after(self.text, self.low, end, single=single)

    def _per_currency(self, draft: Draft, end: int) -> Measured | None:
        """What a sum with its currency before it is per, or the currency's name behind it once more."""
        again = unit_after(self.text, self.low, end, single=False, money=True)
        if again is not None and self.text[end : end + 1] in {" ", "-"}:
            return again
        return meaning.per_after(self.text, self.low, end, draft.unit)

    # --- whether it counts

    def _counts(self, draft: Draft) -> bool:
        """Whether a number is a quantity at all."""
        numeral, text, low = draft.numeral, self.text, self.low
        part = labels.is_part(text, draft.start, draft.end)
        label = draft.unit is None and (labels.is_label(text, low, numeral) or self._goes_on_label(numeral))
        if label or (part and labels.by_designator(low, numeral.start)):
            self.label_end = draft.end
        if part or label:
            return False
        if draft.unit is not None:
            return draft.prefixed or not self._unit_misread(draft, draft.unit)
        if numeral.share and numeral.word == "half":
            return meaning.is_share(low, numeral)
        return not (
            labels.says_else(text, low, numeral)
            or meaning.is_spoken_year(low, numeral)
            or meaning.is_hour(low, numeral)
        )

    def _goes_on_label(self, numeral: Numeral) -> bool:
        """Whether a bare number is one more of a label's: the "6" of "articles 5 and 6"."""
        between = self.low[self.label_end : numeral.start] if self.label_end > 0 else ""
        return bool(between) and numeral.digits and labels.CHAIN.fullmatch(between) is not None

    def _unit_misread(self, draft: Draft, unit: Unit) -> bool:
        """Whether a number with something like a unit behind it is a label, a year or a pronoun after all."""
        numeral, left = draft.numeral, labels.word_left(self.low, draft.numeral.start)
        if numeral.word == "one" and unit.name == "day" and not draft.joined:
            return left not in _ONE_DAY
        if numeral.digits and draft.end - numeral.end == 1 and self.text[numeral.end].isalpha():
            return self._letter_misread(draft, self.text[numeral.end])
        return ranges.year_like(numeral) and unit.dimension == "time" and left in {"in", "since", "by"}

    def _letter_misread(self, draft: Draft, letter: str) -> bool:
        """Whether a single letter right behind digits is no unit: "Fig. 7p", "13F", "the 1990s"."""
        numeral = draft.numeral
        if labels.by_designator(self.low, numeral.start) or self._goes_on_label(numeral):
            return True
        if letter == "s":
            return numeral.value % 10 == 0
        return letter in "cpCF" and not meaning.letter_clear(self.low, letter, draft.start, draft.end, numeral.value)

    # --- ranges, ratios, shared units

    def _ranged(self, at: int, first: Draft) -> tuple[Draft | None, int] | None:
        """The range that begins with a number; None where it begins none."""
        match = ranges.CONNECTION.match(self.low, first.end)
        if at + 1 >= len(self.numerals) or match is None:
            return None
        other = self.numerals[at + 1]
        if match["dash"] and other.signed and other.start < match.end():
            other = replace(other, start=match.end(), value=abs(other.value), signed=False)
        if not -1 <= other.start - match.end() <= 8 or other.vague:
            return None
        second = self._measured(other)
        if second.start != match.end() or self._dated(other):
            return None
        before = ranges.BETWEEN.search(self.low, max(0, first.start - 24), first.start)
        opening = "" if before is None else before.group().split()[0]
        start = first.start if before is None else before.start()
        first = ranges.with_millions(first, second)
        pair = ranges.Connected(self.text, self.low, first, second, match["word"] or "", opening, start)
        labelled = labels.by_designator(self.low, first.start) or (
            first.unit is None and self._goes_on_label(first.numeral)
        )
        if not labelled and ranges.is_range(pair):
            return self._as_range(pair), at + 2
        if labelled:
            self.label_end = second.end
        return (None, at + 2) if match["dash"] and first.unit is None and second.unit is None else None

    def _as_range(self, pair: ranges.Connected) -> Draft:
        first, second = pair.first, pair.second
        low, high = sorted(ranges.ends(first, second) or (0.0, 0.0))
        draft = replace(second, start=pair.before, relation="range", value=low, high=high)
        draft.unit, draft.prefixed = second.unit or first.unit, first.prefixed
        outer = bounds.bound_before(self.low, draft.start)
        if outer is not None and outer.relation in {"~", "<=", ">="} and outer.words != "near":
            draft.start = max(outer.place, self.floor)
        return self._counted(self._aged(draft))

    def _ratio(self, at: int, first: Draft) -> tuple[Draft, int] | None:
        """The share that "one in five" or "two out of three" says; None where nothing of the kind stands there."""
        match = ranges.OUT_OF.match(self.low, first.end)
        if match is None or at + 1 >= len(self.numerals):
            return None
        other = self.numerals[at + 1]
        if other.start != match.end() or not ranges.is_ratio(first, other, match.group()):
            return None
        counts_time = (
            "out" not in match.group() and unit_after(self.text, self.low, other.end, single=False) is not None
        )
        if counts_time or labels.is_part(self.text, first.start, other.end):
            return None
        share = (first.value or 0.0) / other.value
        numeral = replace(other, share=True, digits=False)
        return self._completed(Draft(first.start, other.end, numeral, value=share, dimension="proportion")), at + 2

    def _shared_unit(self, at: int, first: Draft) -> Draft | None:
        """A bare number in a list whose next number has the unit of both: "45 and 50 mg"."""
        if first.unit is not None or not first.numeral.digits or at + 1 >= len(self.numerals):
            return None
        match = _ANDED.match(self.low, first.end)
        other = self.numerals[at + 1]
        if match is None or other.start != match.end() or not other.digits:
            return None
        if labels.is_year(self.text, self.low, first.numeral) or labels.is_label(self.text, self.low, first.numeral):
            return None
        second = self._measured(other)
        if second.unit is None or second.prefixed or second.unit.dimension == "time" or second.joined:
            return None
        return replace(first, unit=second.unit)

    # --- what stands around

    def _completed(self, draft: Draft) -> Draft:
        """With the words that bound it, with ages told from times, and with what is counted."""
        numeral = draft.numeral
        draft = self._aged(draft)
        if numeral.vague:
            draft.relation = "~" if draft.value is None or numeral.word == "couple" else ">="
        elif numeral.share and draft.unit is None:
            draft.dimension = "proportion"
        return self._counted(self._bounded(draft))

    def _bounded(self, draft: Draft) -> Draft:
        timed = draft.unit is not None and draft.unit.dimension == "time" and draft.dimension != "age"
        before = bounds.bound_before(self.low, draft.start, timed=timed)
        if before is not None and before.place >= self.floor:
            if not draft.numeral.vague or before.relation in {">", "<", "<=", ">="}:
                draft.relation = before.relation
            draft.start = before.place
        after = bounds.bound_after(self.low, draft.end)
        if after is not None:
            draft.end = after.place
            draft.relation = after.relation if draft.relation in {"=", "~"} else draft.relation
        if draft.relation in {"<", ">", "="} and (end := bounds.or_equal_after(self.low, draft.end)) is not None:
            draft.end = end
            relation: Relation = "<=" if draft.relation == "<" else ">=" if draft.relation == ">" else "="
            draft.relation = relation
        return draft

    def _aged(self, draft: Draft) -> Draft:
        """With the dimension of an age where words around it show one."""
        unit = draft.unit
        if unit is not None and unit.dimension == "time":
            if (end := ages.old_after(self.low, draft.end)) is not None:
                draft.end, draft.dimension = end, "age"
            elif (start := ages.aged_before(self.low, draft.start)) is not None:
                draft.start, draft.dimension = start, "age"
            return draft
        if unit is not None or draft.value is None or not 0 <= draft.value <= ages.OLDEST:
            return draft
        if (end := ages.short_old_after(self.low, draft.end)) is not None:
            draft.end, draft.unit, draft.dimension = end, YEAR, "age"
        elif (start := ages.aged_before(self.low, draft.start)) is not None:
            draft.start, draft.unit, draft.dimension = start, YEAR, "age"
            self.aged_end = draft.end
        elif 0 < self.aged_end < draft.start and labels.CHAIN.fullmatch(self.low, self.aged_end, draft.start):
            draft.unit, draft.dimension = YEAR, "age"
            self.aged_end = draft.end
        elif draft.numeral.digits and ages.apposed(self.text, draft.start, draft.end):
            draft.unit, draft.dimension = YEAR, "age"
        return draft

    def _counted(self, draft: Draft) -> Draft:
        """With the phrase that is counted or measured."""
        if draft.unit is None and draft.numeral.end <= draft.end:
            joined = counted_joined(self.text, draft.end)
            single = draft.value == 1 or draft.numeral.share
            draft.of = joined or counted(self.text, self.low, draft.end, single=single)
        elif not draft.joined:
            draft.of = counted_with(self.text, self.low, draft.end)
        return draft

    def _meant(self, draft: Draft) -> Draft:
        """With units of more than one meaning told by what stands around."""
        if draft.unit is not None:
            draft.unit = meaning.unit_meant(self.text, self.low, draft, draft.unit)
            if draft.dimension != "age":
                draft.dimension = draft.unit.dimension
        return draft
