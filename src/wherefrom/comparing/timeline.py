"""What is said to have happened when: the time of the event first, the time of the report apart from it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Findings, Stance, Time, Words
from wherefrom.model.retelling import Occurrence, Report

_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
"""The month in which a season, quarter or half of EDTF begins."""

_DATE = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<part>\d\d)(?:-(?P<day>\d\d))?)?(?P<time>T[\d:]+)?")

_Moment = tuple[bool, int, int, int, str]
_Key = tuple[str | None, str]


def timeline(findings: Findings) -> tuple[Occurrence, ...]:
    """Events by the time at which they are said to have happened, one entry for each claim and time.

    Times stay as the reader has them, uncertain ones and intervals too; what differs in them is another entry. Lengths of
    time, times of speaking and times that could not be told are none. Those without a known year come last.
    """
    material = Material.of(findings)
    of: defaultdict[str, list[tuple[str | None, Stance | None]]] = defaultdict(list)
    for claim in findings.claims:
        for member in claim.appearances:
            of[member.id].append((claim.id, member.stance))
    held: dict[_Key, list[Report]] = {}
    texts: dict[_Key, tuple[str | None, str]] = {}
    for appearance in findings.appearances:
        for claim_id, stance in of.get(appearance.id, [(None, None)]):
            for time, value in _events(appearance):
                key = (claim_id or appearance.id, value)
                texts.setdefault(key, (claim_id, appearance.text))
                _add(held.setdefault(key, []), _report(material, appearance, time, stance))
    found = [_occurrence(key[1], *texts[key], reports) for key, reports in held.items()]
    return tuple(sorted(found, key=lambda one: (*_span(one.time), one.reported is None, one.reported or "")))


def _events(appearance: Appearance) -> Iterator[tuple[Time, str]]:
    for time in appearance.times:
        if time.role == "event" and time.value is not None and time.value[0] not in "PR":
            yield time, time.value


def _add(reports: list[Report], report: Report) -> None:
    if not any(one.appearance == report.appearance for one in reports[-1:]):  # a statement that tells the time twice
        reports.append(report)


def _report(material: Material, appearance: Appearance, time: Time, stance: Stance | None) -> Report:
    published = material.documents[appearance.document].published
    return Report(appearance.document, appearance.id, published, stance, Words(time.text, time.spans))


def _occurrence(time: str, claim: str | None, text: str, reports: list[Report]) -> Occurrence:
    first = min((one.published for one in reports if one.published is not None), default=None)
    return Occurrence(time, claim, text, first, tuple(reports))


def _span(value: str) -> tuple[_Moment, _Moment]:
    """The beginning and the end of a time, for the order; of an open beginning only the end is known."""
    first, slash, last = value.partition("/")
    last = last if slash else first
    return _moment(last if first == ".." else first), _moment(first if last == ".." else last)


def _moment(date: str) -> _Moment:
    """A date as numbers, what is not known as nought: a month stands before its days."""
    match = _DATE.match(date)
    if match is None:
        return True, 0, 0, 0, date
    part = int(match["part"] or 0)
    year = match["year"]
    month, day = _BEGINS.get(part, part), int(match["day"] or 0)
    return year == "XXXX", int(year.replace("X", "0")), month, day, match["time"] or ""
