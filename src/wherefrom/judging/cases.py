"""Earlier cases beside each other: who had which part, how what was said of them went, how long it took, how it ended.

People choose the cases and say how they ended; nothing is suggested for being alike. What a case has no word of is not noted: that is never
taken for a no.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from wherefrom.model.claim import Standing

from .days import days_of

_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b")


@dataclass(frozen=True, slots=True)
class Step:
    """A step in how a claim stood."""

    date: str | None
    status: Standing


@dataclass(frozen=True, slots=True)
class Part:
    """Who or what has a role in a case: `id` is today's, None where it is gone, and `words` are then those it was known by.

    Of a claim `at_least` and `at_most` bound its origins (`at_most` None where nothing does), and `course` is how it stood over time; of
    anybody else, and of what is gone, these are None and empty.
    """

    role: str
    kind: str
    id: str | None
    words: str
    at_least: int | None = None
    at_most: int | None = None
    course: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Lasted:
    """From the first report to the end, in days: `least` and `most` differ where a date is only a month."""

    first: str
    end: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Case:
    """A case as people chose it: `ended` in their words, on which grounds (`why`), by whom and when it was last said (`told`)."""

    case: str
    name: str
    kind: str
    parts: tuple[Part, ...]
    ended: str
    why: str
    by: str
    told: str

    @property
    def claims(self) -> tuple[Part, ...]:
        """The claims that have a part in it and are still there."""
        return tuple(one for one in self.parts if one.kind == "claim" and one.id is not None)

    @property
    def first_report(self) -> str | None:
        """The earliest day on which one of its claims was first reported, as far as any is known."""
        steps = (step for part in self.claims for step in part.course)
        dates = [step.date for step in steps if step.status == "first-reported" and step.date is not None]
        return min(((days, one) for one in dates if (days := days_of(one)) is not None), default=(None, None))[1]

    @property
    def end(self) -> str | None:
        """The day or month (ISO 8601) that the words on how it ended tell, the latest of several."""
        return max(((days, one) for one in _DAY.findall(self.ended) if (days := days_of(one))), default=(None, None))[1]

    @property
    def lasted(self) -> Lasted | None:
        """How long it took; None where one of the two days is not known, or the end was before any report here."""
        first, end = days_of(self.first_report), days_of(self.end)
        if self.first_report is None or self.end is None or first is None or end is None or end[1] < first[0]:
            return None
        return Lasted(self.first_report, self.end, max(0, (end[0] - first[1]).days), (end[1] - first[0]).days)

    @property
    def reached(self) -> tuple[Standing, ...]:
        """What its claims came to, in the order of `Standing`."""
        found = {step.status for part in self.claims for step in part.course}
        return tuple(status for status in get_args(Standing) if status in found)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, and who has it in each case, in the order of the cases: nobody where it was not noted."""

    role: str
    parts: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """What some of the cases have (by their ids) and others have not: there it is not noted, or was not reached so far."""

    what: str
    has: tuple[str, ...]
    not_noted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Cases beside each other: `lasted` and `reached` have one for each case. `kinds` are several where the cases are not of one kind."""

    cases: tuple[Case, ...]
    roles: tuple[RoleRow, ...]
    lasted: tuple[Lasted | None, ...]
    reached: tuple[tuple[Standing, ...], ...]
    differences: tuple[OnlyIn, ...]
    kinds: tuple[str, ...]


def beside(cases: Sequence[Case]) -> Beside:
    """The cases beside each other, in the order in which they are given; roles in the order in which they first come up."""
    roles: dict[str, str] = {}
    for part in (part for one in cases for part in one.parts):
        roles.setdefault(part.role.casefold(), part.role)
    rows = tuple(RoleRow(role, tuple(_with_role(one, key) for one in cases)) for key, role in roles.items())
    kinds: dict[str, str] = {}
    for one in cases:
        kinds.setdefault(one.kind.casefold(), one.kind)
    return Beside(
        tuple(cases),
        rows,
        tuple(one.lasted for one in cases),
        tuple(one.reached for one in cases),
        tuple(_differences(cases, rows)),
        tuple(kinds.values()),
    )


def _with_role(case: Case, role: str) -> tuple[Part, ...]:
    return tuple(part for part in case.parts if part.role.casefold() == role)


def _differences(cases: Sequence[Case], rows: Iterable[RoleRow]) -> Iterable[OnlyIn]:
    held = [(f"role “{row.role}”", [bool(parts) for parts in row.parts]) for row in rows]
    held += [(f"a claim that was {status}", [status in one.reached for one in cases]) for status in get_args(Standing)]
    held += [("how it ended", [bool(one.ended) for one in cases])]
    for what, has in held:
        if any(has) and not all(has):
            names = [(one.case, there) for one, there in zip(cases, has, strict=True)]
            yield OnlyIn(
                what, tuple(one for one, there in names if there), tuple(one for one, there in names if not there)
            )
