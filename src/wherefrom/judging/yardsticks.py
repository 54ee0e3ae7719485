"""Yardsticks of estimative words: which range of probability a scheme gives to "likely", and to no other word.

A word means a range in a scheme and nothing without one: "likely" is 55 to 80 % in ICD 203 and 55 to 75 % in the PHIA
yardstick. So a word is always shown with its range and the scheme's name, never turned into a number, and a word that the
scheme does not have gets no range. The gaps between the bands of PHIA are meant: nothing is rounded into a band.

Sources: Intelligence Community Directive 203 (2 January 2015), section D.6.e(2)(a); the Probability Yardstick of the United
Kingdom's Professional Head of Intelligence Assessment; Sherman Kent, "Words of Estimative Probability" (1964).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Band:
    """A range of probability, in per cent, ends included."""

    low: int
    high: int

    def __str__(self) -> str:
        """As it is shown: "55–80 %"; a single number where both ends are one."""
        return f"{self.low} %" if self.low == self.high else f"{self.low}–{self.high} %"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A scheme: its short name for the command line, the name that it is shown with, and its words with their bands."""

    key: str
    name: str
    bands: Mapping[str, Band]


def _yardstick(key: str, name: str, rows: Mapping[str, tuple[int, int]]) -> Yardstick:
    bands = {word.strip(): Band(*ends) for words, ends in rows.items() for word in words.split(",")}
    return Yardstick(key, name, MappingProxyType(bands))


ICD_203 = _yardstick(
    "icd-203",
    "ICD 203",
    {
        "almost no chance, remote": (1, 5),
        "very unlikely, highly improbable": (5, 20),
        "unlikely, improbable, improbably": (20, 45),
        "roughly even chance, roughly even odds": (45, 55),
        "likely, probable, probably": (55, 80),
        "very likely, highly probable": (80, 95),
        "almost certain, almost certainly, nearly certain": (95, 99),
    },
)

PHIA = _yardstick(
    "phia",
    "the PHIA yardstick",
    {
        "remote chance": (0, 5),
        "highly unlikely": (10, 20),
        "unlikely": (25, 35),
        "realistic possibility": (40, 50),
        "likely, probable, probably": (55, 75),
        "highly likely": (80, 90),
        "almost certain, almost certainly": (95, 100),
    },
)

KENT = _yardstick(
    "kent",
    "Kent",
    {
        "certain, certainly": (100, 100),
        "almost certain, almost certainly": (87, 99),
        "probable, probably": (63, 87),
        "chances about even": (40, 60),
        "probably not": (20, 40),
        "almost certainly not": (2, 12),
        "impossible": (0, 0),
    },
)

YARDSTICKS: Mapping[str, Yardstick] = MappingProxyType({one.key: one for one in (ICD_203, PHIA, KENT)})
"""All that are known, by their names on the command line."""

_NAMED: tuple[tuple[Yardstick, re.Pattern[str]], ...] = (
    (ICD_203, re.compile(r"\bICD[- ]?203\b|\bIntelligence Community Directive\s+(?:\(ICD\)\s+)?203\b")),
    (
        PHIA,
        re.compile(r"\bPHIA\b|\bProfessional Head of Intelligence Assessment\b|\b[Pp]robability [Yy]ardstick\b"),
    ),
    (KENT, re.compile(r"\bSherman Kent\b|\bWords of Estimative Probability\b")),
)

_ARTICLE = re.compile(r"^(?:an?|the|it is|is|are|was|were)\s+|\s+(?:to|that)$")


def band_of(words: str, yardstick: Yardstick) -> Band | None:
    """The band that a scheme gives to these words; None where they are none of its words, however alike they sound."""
    plain = _ARTICLE.sub("", " ".join(words.lower().split()))
    return yardstick.bands.get(plain)


def named_in(text: str) -> Yardstick | None:
    """The scheme that a text names itself; None where it names none, or several."""
    named = [yardstick for yardstick, pattern in _NAMED if pattern.search(text) is not None]
    return named[0] if len(named) == 1 else None
