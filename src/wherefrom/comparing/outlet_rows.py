"""The lines of a list of outlets: tab-separated, one outlet a line, lines that begin with "#" passed over."""

from collections.abc import Iterator
from dataclasses import dataclass

from wherefrom.intake.refusal import Refused

from .countries import codes
from .outlet_names import folded_words

COLUMNS = ("name", "kind", "family", "country", "aliases", "short", "domains")
"""The heading of a list. `family` is the publisher or owner, `country` an ISO 3166-1 code, `short` bare words that mean
the outlet; aliases, short words and domains are separated by "|"."""

KINDS = frozenset(
    """newspaper wire broadcaster magazine site fact-checker platform state-media press-release""".split()
)
"""A platform is where anybody may publish, or a site that gathers what others published."""

_REQUIRED = 2


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is publicly known of an outlet; `family` is whose it is, None where that is not known."""

    name: str
    kind: str
    family: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    shorts: tuple[str, ...] = ()


def rows(text: str) -> Iterator[Outlet]:
    """The outlets of a list, in its order.

    Raises:
        Refused: a line is at fault; which one and why is said.
    """
    headed = False
    taken: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if not headed:
            _must_be_heading(number, cells)
            headed = True
            continue
        outlet = _outlet(number, cells)
        for name in _claimed(outlet):
            held, before = taken.setdefault(name, (outlet.name, number))
            if held != outlet.name or before != number:
                raise Refused(f"line {number}: {outlet.name!r} shares the name or address {name!r} with line {before}")
        yield outlet
    if not headed:
        raise Refused(f"has no heading; its first line must be {' '.join(COLUMNS)}, separated by tabs")


def _must_be_heading(number: int, cells: tuple[str, ...]) -> None:
    if cells != COLUMNS:
        raise Refused(f"line {number}: is no heading of a list of outlets, {' '.join(COLUMNS)} separated by tabs")


def _outlet(number: int, cells: tuple[str, ...]) -> Outlet:
    if not _REQUIRED <= len(cells) <= len(COLUMNS):
        raise Refused(f"line {number}: has {len(cells)} columns instead of {len(COLUMNS)}")
    name, kind, family, country, aliases, short, domains = (*cells, *[""] * (len(COLUMNS) - len(cells)))
    if not folded_words(name):
        raise Refused(f"line {number}: names no outlet")
    if kind not in KINDS:
        raise Refused(f"line {number}: {kind!r} is no kind of outlet; these are: {', '.join(sorted(KINDS))}")
    if country and country not in codes():
        raise Refused(f"line {number}: {country!r} is no code of a country, such as GB or US")
    return Outlet(
        name,
        kind,
        family or None,
        _listed(aliases),
        tuple(domain.lower() for domain in _listed(domains)),
        country or None,
        _listed(short),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _claimed(outlet: Outlet) -> Iterator[str]:
    """Every name and address that belongs to one outlet of a list alone, as it is compared."""
    yield from dict.fromkeys(" ".join(folded_words(name)) for name in (outlet.name, *outlet.aliases))
    yield from (f"short: {' '.join(folded_words(short))}" for short in outlet.shorts)
    yield from outlet.domains
