"""Quantities: `python -m benchmarks.quantities CORPORA`.

CORPORA is a folder with recognizers_text_specs/, quantulum3_tests/ and measeval/ in it.

**Specs** of Recognizers-Text, model cases for English. A case is right when every expected quantity has one of ours of
the same value (and unit, by a table) at the same place, and none of ours of the case's type is left over; a case that
expects nothing is right when we find nothing of its type. Places are the same when they differ only in what one
contract takes in and the other leaves out: words of relation ("over", "an estimated", "between", "or more"), articles,
a unit beside a bare number, the lower end of a range before the upper one with its unit, a currency, "old", a rate ("barrels a day" for "barrels"), or a sign of inclusion. Of a range,
whether its ends belong to it is not compared where both are given. Left out, by the rules in `LEFT_OUT` and with their
reasons, is what no reader of news has to answer, or where their convention contradicts ours; the list is printed. What
is left over is what counts.

**quantulum3**'s own test cases, ours beside quantulum3 itself where it is installed: precision, recall and F1 over
quantities that overlap in place and agree in value (its mid of a range is made from our ends) and in unit. Bare years
are left out for both sides.

**MeasEval**, trial: spans annotated "Quantity" in paragraphs of science. Overlap F1 over characters, all documents
pooled, and F1 over spans that overlap at all, paired one to one. This is not the task's own measure, which goes by paragraph.

    --quantulum  fail where quantulum3 is not installed; without it its column is left out there
    --misses     print every case that came out wrong
    --check      fail where a score is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
"""

import argparse
import csv
import importlib
import importlib.util
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from wherefrom.model import Quantity
from wherefrom.reader.quantities import quantities_in

from .floors import Floors, add_options
from .measures import Share

SPECS: Mapping[str, str] = {
    "number": "Number/English/NumberModel.json",
    "numberrange": "Number/English/NumberRangeModel.json",
    "percentage": "Number/English/PercentModel.json",
    "currency": "NumberWithUnit/English/CurrencyModel.json",
    "dimension": "NumberWithUnit/English/DimensionModel.json",
    "temperature": "NumberWithUnit/English/TemperatureModel.json",
    "age": "NumberWithUnit/English/AgeModel.json",
}

Interval = tuple[float, float]
Reader = Callable[[str], Sequence[Quantity]]


# --- the specs


@dataclass(frozen=True, slots=True)
class Expected:
    """A quantity that a case asks for: its place, its value or ends, its unit in their words."""

    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    bounds: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A text of one model with what is expected; `nameless` counts units without a number, which nobody is asked for."""

    kind: str
    text: str
    expected: tuple[Expected, ...]
    nameless: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """Why cases are left out, and which: those of these kinds that the pattern is found in."""

    name: str
    reason: str
    kinds: frozenset[str]
    pattern: "re.Pattern[str]"

    def holds(self, case: Case) -> bool:
        """Whether the case falls under the rule."""
        return case.kind in self.kinds and self.pattern.search(case.text.lower()) is not None


def _rule(name: str, reason: str, kinds: str, *patterns: str) -> Rule:
    return Rule(name, reason, frozenset(kinds.split()), re.compile("|".join(patterns)))


LEFT_OUT: tuple[Rule, ...] = (
    _rule("powers", "arithmetic as it is typed into a calculator", "number", r"\^"),
    _rule(
        "read-out division",
        'arithmetic as it is spoken: in news "one over three" is "more than three"',
        "number",
        r"\bover (?:\d|one|twenty|three)",
    ),
    _rule(
        "run-together denominators",
        'fractions over numbers of several words, with conventions of their own: "one hundred thirty-fifths"',
        "number",
        r"(?:hundred|thousand)[- ]{1,3}(?:and )?(?:thirty[- ])?(?:(?:one|two|three)[- ])?fifths?\b|ty[- ](?:firsts?|fifths?)\b|and three and three fifths",
    ),
    _rule(
        "identifiers",
        "addresses, telephone numbers and codes are no quantities",
        "number",
        r"\d+\.\d+\.\d+\.",
        "phone number",
        r"scp-",
    ),
    _rule("dates", "a date is a time", "number", r"\d/\d+/\d{4}"),
    _rule(
        "labels",
        "a number that tells which one is no quantity",
        "number",
        r"\bnrs?\.|version two|one last time|nought-four",
    ),
    _rule(
        "rare short forms",
        "G for a billion and dz for a dozen are not written in news",
        "number",
        r"\d ?g$",
        r"do?zs\b",
    ),
    _rule(
        "spaced signs", "a dash and a space before a number is a dash in news", "number temperature", r"(?:^|\s)- \s?\d"
    ),
    _rule("unfinished fractions", '"two millionth" read as two', "number", r"millionths?$"),
    _rule("ranks", "ordinals are no quantities", "numberrange", r"\btenth\b"),
    _rule("percent of", "words in the order of a calculator's input", "percentage", r"^per ?cents? of"),
    _rule(
        "spoken prices",
        'a coin left out, so that "one dollar and two" is 1.02: a till\'s way of speaking',
        "currency",
        r"(?:\d|one|thirteen) (?:dollars?|usd) (?:and )?(?:forty five|\d+|one|two)(?:\.|$| and| more)|and fifty|kuai",
    ),
    _rule("stammering", "a currency said twice", "currency", r"\$ ?10 dollars"),
    _rule("clock or picometre", '"2 pm" is a time of day in news', "dimension", r"\b2 pm is"),
    _rule("turns", "orders to a machine", "dimension", r"\bturns?$"),
)
"""What is left out, the first rule that holds counting."""


def cases(folder: Path) -> Iterator[Case]:
    """All model cases under the folder of the specs, in order."""
    for kind, name in SPECS.items():
        for entry in json.loads((folder / name).read_text(encoding="utf-8-sig")):
            results = [_expected(kind, result) for result in entry.get("Results", ())]
            yield Case(kind, entry["Input"], tuple(one for one in results if one), sum(one is None for one in results))


def _expected(kind: str, result: Mapping[str, Any]) -> Expected | None:
    resolution = result.get("Resolution") or {}
    start, end, value = result["Start"], result["End"] + 1, resolution.get("value")
    if value is None or value == "null":
        return None
    if kind == "numberrange":
        low, high = value[1:-1].split(",")
        ends = (float(low) if low else math.nan, float(high) if high else math.nan)
        return Expected(start, end, *ends, bounds=value[0] + value[-1])
    return Expected(start, end, float(value.rstrip("%")), unit=resolution.get("unit"))


# --- how theirs and ours agree

UNITS: Mapping[str, str] = {
    "dollar": "dollar",
    "united states dollar": "US dollar",
    "pound": "pound sterling",
    "british pound": "pound sterling",
    "japanese yen": "yen",
    "chinese yuan": "yuan",
    "finnish markka": "Finnish markka",
    "netherlands guilder": "Dutch guilder",
    "bitcoin": "bitcoin",
    "costa rican colón": "Costa Rican colón",
    "georgian lari": "lari",
    "lao kip": "kip",
    "c": "degree Celsius",
    "f": "degree Fahrenheit",
    "pound weight": "pound",
    "metric ton": "tonne",
}
"""What their units are called here, where it is not the same but for spelling."""

_OURS_BY_KIND: Mapping[str, Callable[[Quantity], bool]] = {
    "number": lambda one: one.unit is None and one.value is not None and one.relation != "range",
    "numberrange": lambda one: one.relation in {"<", "<=", ">", ">=", "range"},
    "percentage": lambda one: one.unit == "percent",
    "currency": lambda one: one.dimension == "money",
    "dimension": lambda one: (
        one.unit is not None and one.dimension not in {"money", "proportion", "age", "time", "temperature"}
    ),
    "temperature": lambda one: one.dimension == "temperature",
    "age": lambda one: one.dimension == "age",
}

_RELATION_WORDS = frozenset(
    """over more than at least up to about around nearly almost some approximately roughly as many much few little as no fewer
    less under below above within an a the estimated between from and or so exactly exceeding equal equals close only just
    well is in excess of upwards higher lower greater old aged age or ranges ranging ranged its of on order reported younger older
    it near""".split()
)
_LEFTOVER = re.compile(r"[a-z]+")


def same_place(text: str, ours: Quantity, theirs: Expected, *, units: bool) -> bool:
    """Whether both stand at the same place but for words that one contract takes in and the other does not."""
    span = ours.spans[0]
    if span.end <= theirs.start or theirs.end <= span.start:
        return False
    left = text[min(span.start, theirs.start) : max(span.start, theirs.start)]
    right = text[min(span.end, theirs.end) : max(span.end, theirs.end)]
    ends = ours.relation == "range" and theirs.high is None
    return _passing(left, units=units or ends, ends=ends) and (
        _passing(right, units=units) or (span.end > theirs.end and ours.unit is not None and " per " in ours.unit)
    )


def _passing(words: str, *, units: bool, ends: bool = False) -> bool:
    if any(letter.isdigit() for letter in words) and not ends:
        return False
    return units or all(word in _RELATION_WORDS for word in _LEFTOVER.findall(words.lower()))


def close(one: float | None, other: float | None) -> bool:
    """Whether two values are the same but for rounding."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-12)


def same_unit(ours: str | None, theirs: str | None) -> bool:
    """Whether our unit is what their name for it means."""
    if theirs is None:
        return True
    low = theirs.lower()
    wanted = (UNITS.get(low) or low.replace("meter", "metre").replace("liter", "litre")).lower()
    mine = (ours or "").lower()
    return wanted in {mine, mine.partition(" per ")[0]} or {wanted, mine} == {"ton", "tonne"}


def agrees(case: Case, ours: Quantity, theirs: Expected) -> bool:
    """Whether a quantity of ours is the expected one."""
    if not same_place(case.text, ours, theirs, units=case.kind in {"number", "numberrange"}):
        return False
    if case.kind == "numberrange":
        return _same_bounds(ours, theirs)
    if case.kind != "number" and ours.relation == "range" and close(ours.high, theirs.value):
        return same_unit(ours.unit, _named(case, theirs))
    return close(ours.value, theirs.value) and (
        case.kind not in _WITH_UNIT or same_unit(ours.unit, _named(case, theirs))
    )


_WITH_UNIT = frozenset({"currency", "dimension", "temperature", "age"})


def _named(case: Case, theirs: Expected) -> str | None:
    if case.kind == "age" and theirs.unit == "Age":
        return "year"
    if case.kind == "dimension" and theirs.unit == "Pound":
        return "pound weight"
    if theirs.unit == "Ton" and "tonne" in case.text:
        return "tonne"
    return theirs.unit


def _same_bounds(ours: Quantity, theirs: Expected) -> bool:
    low, high = theirs.value, theirs.high
    if high is None or math.isnan(high):
        return close(ours.value, low) and ours.relation == (">" if theirs.bounds[0] == "(" else ">=")
    if math.isnan(low):
        return close(ours.value, high) and ours.relation == ("<" if theirs.bounds[1] == ")" else "<=")
    if low == high:
        return close(ours.value, low) and ours.relation == "="
    return ours.relation == "range" and close(ours.value, low) and close(ours.high, high)


def right(case: Case, found: Sequence[Quantity]) -> bool:
    """Whether what was found is what the case asks for, and no more of its type."""
    left = list(found)
    for theirs in case.expected:
        match = next((ours for ours in left if agrees(case, ours, theirs)), None)
        if match is None:
            return False
        left.remove(match)
    return case.nameless > 0 or not any(_OURS_BY_KIND[case.kind](ours) for ours in left)


def left_out(case: Case) -> str | None:
    """The name of the rule that leaves a case out; None where it counts."""
    if case.nameless and not case.expected:
        return UNIT_ALONE
    return next((rule.name for rule in LEFT_OUT if rule.holds(case)), None)


UNIT_ALONE = "a unit without a number"


def read(text: str) -> tuple[Quantity, ...]:
    """Our quantities in a text."""
    return quantities_in(text, 0, len(text))


def score_specs(corpus: Iterable[Case], reader: Reader = read) -> tuple[dict[str, Share], Counter[str], list[str]]:
    """By kind, how many cases that count are right; how many each rule leaves out; and the cases that are wrong."""
    shares: dict[str, Counter[str]] = {}
    out: Counter[str] = Counter()
    misses = []
    for case in corpus:
        rule = left_out(case)
        if rule is not None:
            out[rule] += 1
            continue
        found = reader(case.text)
        good = right(case, found)
        shares.setdefault(case.kind, Counter()).update({"right": good, "all": 1})
        if not good:
            misses.append(_shown_miss(case, found))
    return {kind: Share(one["right"], one["all"], one["all"]) for kind, one in shares.items()}, out, misses


def _shown_miss(case: Case, found: Sequence[Quantity]) -> str:
    asked = [(case.text[one.start : one.end], one.value, one.high, one.unit) for one in case.expected]
    ours = [(one.text, one.relation, one.value, one.high, one.unit, one.dimension) for one in found]
    return f"{case.kind}: {case.text!r}\n    asked {asked}\n    found {ours}"


# --- quantulum3's cases


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity of any side in quantulum3's terms: place, value (the middle of a range), unit."""

    start: int
    end: int
    value: float
    unit: str


QUANTULUM_UNITS: Mapping[str, str] = {
    "percentage": "percent",
    "pound-mass": "pound",
    "kilogram-force": "kilogram",
    "minute of arc": "arcminute",
    "second of arc": "arcsecond",
    "british thermal unit": "British thermal unit",
    "cubic centimetre": "millilitre",
    "penny": "penny",
    "inverse second": "per second",
    "megayear": "million years",
    "gigayear": "billion years",
}


def quantulum_cases(folder: Path) -> list[tuple[str, tuple[Found, ...]]]:
    """quantulum3's test sentences with what is expected; an expected surface that is not in its sentence is left out."""
    found = []
    for path in sorted(folder.rglob("quantities*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            text, at, expected = entry["req"], 0, []
            for one in entry["res"]:
                surface = one.get("surface") or ""
                start = text.find(surface, at) if surface else -1
                start = text.find(surface) if start < 0 else start
                if start < 0:
                    continue
                at = start + len(surface)
                expected.append(Found(start, at, *_in_dozens(float(one["value"]), str(one["unit"]).lower())))
            found.append((text, tuple(expected)))
    return found


def _in_dozens(value: float, unit: str) -> tuple[float, str]:
    """Dozens, a unit to them, as plain numbers."""
    return (12 * value, "dimensionless") if unit == "dozen" else (value, unit)


def ours_in_their_terms(text: str) -> list[Found]:
    """Our quantities as quantulum3 would give them."""
    return [
        Found(*one.spans[0], one.value if one.high is None else (one.value + one.high) / 2, one.unit or "dimensionless")
        for one in read(text)
        if one.value is not None
    ]


def quantulum_reader() -> Callable[[str], list[Found]] | None:
    """What reads with quantulum3; None where it is not installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    parser = importlib.import_module("quantulum3.parser")  # without its classifier, unless scikit-learn is there

    def found(text: str) -> list[Found]:
        try:
            return [
                Found(one.span[0], one.span[1], *_in_dozens(float(one.value), one.unit.name.lower()))
                for one in parser.parse(text)
            ]
        except Exception:  # noqa: BLE001  a sentence that it fails on counts as one in which it finds nothing
            return []

    return found


def score_quantulum(
    corpus: Iterable[tuple[str, Sequence[Found]]], reader: Callable[[str], Sequence[Found]]
) -> tuple[Share, list[str]]:
    """How far what a side finds agrees with what is expected, bare years aside, and where it does not."""
    counts: Counter[str] = Counter()
    misses = []
    for text, expected in corpus:
        asked = [one for one in expected if not _bare_year(text, one)]
        found = [one for one in reader(text) if not _bare_year(text, one)]
        left, good = list(found), 0
        for theirs in asked:
            match = next((one for one in left if _same_found(one, theirs)), None)
            if match is not None:
                left.remove(match)
                good += 1
        counts.update(right=good, found=len(found), asked=len(asked))
        if good < max(len(found), len(asked)):
            misses.append(f"quantulum3's: {text!r}\n    asked {asked}\n    found {found}")
    return Share(counts["right"], counts["found"], counts["asked"]), misses


def _bare_year(text: str, one: Found) -> bool:
    return (
        one.unit == "dimensionless"
        and re.fullmatch(r"(?:1[5-9]|20)\d\d", text[one.start : one.end].strip()) is not None
    )


def _same_found(ours: Found, theirs: Found) -> bool:
    if ours.end <= theirs.start or theirs.end <= ours.start or not close(ours.value, theirs.value):
        return False
    return _canonical(ours.unit) == _canonical(theirs.unit)


def _canonical(unit: str) -> str:
    return QUANTULUM_UNITS.get(unit, unit).lower().replace("meter", "metre").replace("liter", "litre")


# --- MeasEval


def measeval(folder: Path) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    """The paragraphs of MeasEval's trial with the spans annotated as quantities."""
    found = []
    for path in sorted((folder / "txt").glob("*.txt")):
        with (folder / "tsv" / f"{path.stem}.tsv").open(encoding="utf-8", newline="") as rows:
            spans = sorted(
                (int(row["startOffset"]), int(row["endOffset"]))
                for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
                if row["annotType"] == "Quantity"
            )
        found.append((path.read_text(encoding="utf-8"), tuple(spans)))
    return found


def score_spans(
    corpus: Iterable[tuple[str, Sequence[tuple[int, int]]]], reader: Callable[[str], Sequence[tuple[int, int]]]
) -> tuple[Share, Share, list[str]]:
    """Agreement over characters, and over spans that overlap, paired one to one; and what was missed or too much."""
    letters, pairs = Counter[str](), Counter[str]()
    misses = []
    for text, gold in corpus:
        found = reader(text)
        one = {place for start, end in gold for place in range(start, end)}
        other = {place for start, end in found for place in range(start, end)}
        letters.update(right=len(one & other), found=len(other), gold=len(one))
        left, good = list(found), 0
        for start, end in gold:
            match = next((span for span in left if span[0] < end and start < span[1]), None)
            if match is None:
                misses.append(f"MeasEval: missed {text[start:end]!r} in {text[max(0, start - 30) : end + 20]!r}")
                continue
            left.remove(match)
            good += 1
        misses += [
            f"MeasEval: too much {text[start:end]!r} in {text[max(0, start - 30) : end + 20]!r}" for start, end in left
        ]
        pairs.update(right=good, found=len(found), gold=len(gold))
    return _share_of(letters), _share_of(pairs), misses


def _share_of(counts: Counter[str]) -> Share:
    return Share(counts["right"], counts["found"], counts["gold"])


# --- what is shown and kept


def shown_specs(shares: Mapping[str, Share], out: Counter[str]) -> str:
    """The scores by kind, and what is left out and why."""
    lines = [f"{'Recognizers-Text':<14}{'right':>9}{'of':>6}{'%':>8}"]
    for kind, share in (*shares.items(), ("all", _all(shares))):
        lines.append(f"{kind:<16}{share.right:>9}{share.found:>6}{share.precision:8.1f}")
    reasons = {rule.name: rule.reason for rule in LEFT_OUT} | {UNIT_ALONE: "a word for a unit is no quantity"}
    lines.append(f"left out: {out.total()}")
    lines += [f"{count:6}  {name}: {reasons[name]}" for name, count in out.most_common()]
    return "\n".join(lines)


def _all(shares: Mapping[str, Share]) -> Share:
    rights, found = sum(one.right for one in shares.values()), sum(one.found for one in shares.values())
    return Share(rights, found, found)


def shown_share(name: str, share: Share) -> str:
    """One line of precision, recall and F1."""
    return f"{name:<28}{share.precision:8.1f}{share.recall:8.1f}{share.f1:8.1f}{share.annotated:8d}"


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--quantulum", action="store_true", help="fail where quantulum3 is not installed")
    parser.add_argument("--misses", action="store_true", help="print every case that came out wrong")
    add_options(parser)
    given = parser.parse_args()
    theirs = quantulum_reader()
    if given.quantulum and theirs is None:
        raise SystemExit("quantulum3 is not installed")
    specs = list(cases(given.corpora / "recognizers_text_specs" / "Specs"))
    shares, out, misses = score_specs(specs)
    whole = sum(right(case, read(case.text)) for case in specs)
    print(
        f"{shown_specs(shares, out)}\nwith nothing left out: {whole} of {len(specs)}, {100 * whole / len(specs):.1f} %\n"
    )
    sentences = quantulum_cases(given.corpora / "quantulum3_tests")
    science = measeval(given.corpora / "measeval" / "trial")
    print(f"{'':<28}{'P':>8}{'R':>8}{'F1':>8}{'asked':>8}")
    own, more = score_quantulum(sentences, ours_in_their_terms)
    misses += more
    print(shown_share("quantulum3's: wherefrom", own))
    if theirs is not None:
        print(shown_share("quantulum3's: quantulum3", score_quantulum(sentences, theirs)[0]))
    letters, pairs, more = score_spans(science, lambda text: [one.spans[0] for one in read(text)])
    misses += more
    print(shown_share("MeasEval characters", letters))
    print(shown_share("MeasEval spans", pairs))
    if theirs is not None:
        side = score_spans(science, lambda text: [(one.start, one.end) for one in theirs(text)])
        print(shown_share("MeasEval spans: quantulum3", side[1]))
    if given.misses:
        print("\n".join(["", *misses]))
    reached = measured(shares, own, letters, pairs)
    Floors.stored().settle("quantities", digest(specs, sentences, science), reached, given, where=given.corpora)


def measured(shares: Mapping[str, Share], own: Share, letters: Share, pairs: Share) -> dict[str, float]:
    """The numbers that have floors, in per cent."""
    return {
        "Recognizers-Text cases right": _all(shares).precision,
        "quantulum3's cases F1": own.f1,
        "MeasEval characters F1": letters.f1,
        "MeasEval spans F1": pairs.f1,
    }


def digest(*corpora: object) -> str:
    """SHA-256 of the cases and of the rules that leave some out, so that floors hold for these and no others."""
    rules = [(rule.name, sorted(rule.kinds), rule.pattern.pattern) for rule in LEFT_OUT]
    return sha256(repr((corpora, rules)).encode()).hexdigest()


if __name__ == "__main__":
    main()
