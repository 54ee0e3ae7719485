"""Values without text: many editors give the population of a city in a year, and one of the values is true.

The claims are edits of an encyclopedia's pages (the `population` set of truth discovery, collected by Pasternack and
Roth). Plain voting takes what most editors gave. But most edits of a page leave the number as they found it, and are no
word of the editor's own; and an editor without a name may be any other. So origins are counted as the program counts them:

- who gives again what was given last adds no origin, since he need not know anything (law 2); who goes back to an
  earlier value against the last one decides, and counts;
- editors without a name raise only the upper bound: all of them may be one.

The value with the highest lower bound is chosen, the upper bound decides between equals. The file has no times. Its rows
are taken to stand in the order of editing, which it does not say itself; `repeats` shows how far that bears out.

Every editor gives one value for a city and year, so one vote for each editor is plain voting. The ways below were thought
of with the true values in sight, on the only set of this sort that is at hand: so what they gain here is no promise.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path

FOLDER = Path("truth_discovery") / "population"
CLAIMS = "population_claims.csv"
TRUTH = "population_truth.csv"

REPEATS = 0.9
"""From which share of repeats on an editor is one who passes on. Of .5, .8 and .9, the choice moves accuracy by a point."""

FEWEST = 5
"""Edits after another editor's, without which nothing is said about an editor."""

SHARED = 2
"""Odd values in common from which on two editors are one origin; a single one in common may be chance."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value, and who gave it; an editor who is known by a network address alone has no name."""

    value: str
    editor: str
    named: bool


Page = tuple[Given, ...]
"""All values given for one thing, in the order of the file."""

Choice = Callable[[Page], Sequence[str]]
"""The values that a way of choosing cannot tell apart: the best one, or several."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The values given, by city and year, and the true ones of some."""

    given: Mapping[tuple[str, str], Page]
    true: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, folder: Path) -> "Pages":
        """What the folder of the corpus holds."""
        given: dict[tuple[str, str], list[Given]] = defaultdict(list)
        for row in _rows(folder / CLAIMS):
            editor = row["SourceID"]
            one = Given(row["PropertyValue"], editor, not editor.startswith("0 ("))
            given[row["ObjectID"], row["PropertyID"]].append(one)
        true = {(row["ObjectID"], row["PropertyID"]): row["PropertyValue"] for row in _rows(folder / TRUTH)}
        return cls({name: tuple(page) for name, page in given.items()}, true)

    def judged(self) -> Iterator[tuple[Page, str]]:
        """The pages whose true value is known, with it."""
        return ((self.given[name], true) for name, true in self.true.items() if name in self.given)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


# --- ways of choosing


def best(scores: Mapping[str, int | tuple[int, int]]) -> list[str]:
    """The values with the highest score."""
    highest = max(scores.values())
    return [value for value, score in scores.items() if score == highest]


def votes(page: Page) -> list[str]:
    """What most give."""
    return best(Counter(one.value for one in page))


def bounds(page: Page) -> list[str]:
    """What most editors with a name give; where these are as many, what most give at all."""
    named = Counter(one.value for one in page if one.named)
    return best({value: (named[value], count) for value, count in Counter(one.value for one in page).items()})


def decisions(page: Page) -> Page:
    """The page without those who give again what was given last."""
    return tuple(
        one for last, one in pairwise([None, *page]) if one is not None and (not last or last.value != one.value)
    )


def first(page: Page) -> list[str]:
    """What was given first."""
    return [page[0].value]


def without_repeats_of(editors: frozenset[str]) -> Callable[[Page], Page]:
    """A page without what these editors give again right after somebody else."""

    def left(page: Page) -> Page:
        kept = (
            one
            for last, one in pairwise([None, *page])
            if one is not None and not (last and last.value == one.value and one.editor in editors)
        )
        return tuple(kept)

    return left


def repeats(pages: Iterable[Page]) -> dict[str, tuple[int, int]]:
    """Of each editor with a name: how often he gave again what was given last, of how often he came after another."""
    again: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for page in pages:
        for last, one in pairwise(page):
            if one.named:
                after[one.editor] += 1
                again[one.editor] += last.value == one.value
    return {editor: (again[editor], count) for editor, count in after.items()}


def passing_on(pages: Iterable[Page]) -> frozenset[str]:
    """Editors who nearly always leave the value as they find it."""
    told = repeats(pages)
    return frozenset(name for name, (again, of) in told.items() if of >= FEWEST and again >= REPEATS * of)


def alike(pages: Iterable[Page]) -> dict[str, str]:
    """Editors that share odd values, by the one that stands for them all; needs no order.

    That two agree on what is true tells nothing, that they agree on what is not tells of copying (Dong, Berti-Equille and
    Srivastava 2009). Odd is here what loses the vote.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for page in pages:
        given = Counter(one.value for one in page)
        for value in given.keys() - set(votes(page)):
            shared.update(combinations(sorted(one.editor for one in page if one.value == value), 2))
    standing: dict[str, str] = {}
    for (one, other), count in sorted(shared.items()):
        if count >= SHARED:
            standing[_stands(standing, other)] = _stands(standing, one)
    return {name: _stands(standing, name) for name in standing}


def _stands(standing: Mapping[str, str], name: str) -> str:
    while standing.get(name, name) != name:
        name = standing[name]
    return name


def merged(standing: Mapping[str, str]) -> Callable[[Page], Page]:
    """A page on which those who share odd values have one vote together for a value."""

    def left(page: Page) -> Page:
        kept: dict[tuple[str, str], Given] = {}
        for one in page:
            kept.setdefault((one.value, standing.get(one.editor, one.editor)), one)
        return tuple(kept.values())

    return left


def ways(pages: Pages) -> dict[str, Choice]:
    """All that was tried, by name."""
    kept = without_repeats_of(passing_on(pages.given.values()))
    groups = merged(alike(pages.given.values()))
    return {
        "plain voting": votes,
        "editors who share odd values are one": lambda page: votes(groups(page)),
        "repeats of the last value left out": lambda page: votes(decisions(page)),
        "editors without a name last": bounds,
        "the same, those who pass on left out": lambda page: bounds(kept(page)),
        "origins: the same, all repeats left out": lambda page: bounds(decisions(page)),
        "what was given first": first,
    }


BASELINE = "plain voting"
ORIGINS = "origins: the same, all repeats left out"


# --- how right they are


@dataclass(frozen=True, slots=True)
class Accuracy:
    """In per cent of the pages: `drawn`, where lots are drawn among equals; `earliest`, where the first given of them wins."""

    drawn: float
    earliest: float
    undecided: int
    of: int


def accuracy(pages: Pages, choice: Choice) -> Accuracy:
    """How often a way of choosing gives the true value."""
    drawn = earliest = 0.0
    undecided = of = 0
    for page, true in pages.judged():
        found = choice(page)
        of += 1
        undecided += len(found) > 1
        drawn += (true in found) / len(found)
        earliest += next(one.value for one in page if one.value in found) == true
    return Accuracy(100 * drawn / of, 100 * earliest / of, undecided, of)


def digest(folder: Path) -> str:
    """What tells this corpus from another."""
    return sha256(b"\0".join((folder / name).read_bytes() for name in (CLAIMS, TRUTH))).hexdigest()[:16]


def table(pages: Pages, reached: Mapping[str, Accuracy]) -> list[str]:
    """All that was tried, as lines."""
    some = next(iter(reached.values()))
    told = repeats(pages.given.values())
    most = max(told, key=lambda name: told[name][1])
    again, of = told[most]
    return [
        f"{sum(len(page) for page in pages.given.values())} values, {some.of} cities and years whose true value is known",
        f"{'per cent right, equals':42}drawn  earliest  undecided",
        *(f"{name:42}{one.drawn:5.1f}{one.earliest:10.1f}{one.undecided:11d}" for name, one in reached.items()),
        f"the editor that most often comes after another gives the last value again in {again} of {of} cases",
    ]
