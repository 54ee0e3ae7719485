"""Dates as people and pages state them: ISO 8601, and nothing else."""

import re
from datetime import date, time

_ISO = re.compile(
    r"""(?P<year>[0-9]{4})
        (?:-(?P<month>[0-9]{2})
          (?:-(?P<day>[0-9]{2})
            (?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?
               (?:Z|[+-](?P<zone_hour>[0-9]{2}):?(?P<zone_minute>[0-9]{2}))?
            )?
          )?
        )?""",
    re.VERBOSE,
)


def iso_date(text: str) -> str:
    """The same date, checked: YYYY, YYYY-MM, YYYY-MM-DD, or a date and time of day, with or without an offset.

    A space between date and time becomes the "T" of the standard; nothing else is changed or added.

    Raises:
        ValueError: it is no such date, or there is no such day or time; the message says so in one line.
    """
    stripped = text.strip()
    found = _ISO.fullmatch(stripped)
    if found is None:
        msg = f"{_shown(text)} is not an ISO 8601 date such as 2021-05-03"
        raise ValueError(msg)
    part = {name: int(value) for name, value in found.groupdict().items() if value is not None}
    try:
        date(part["year"], part.get("month", 1), part.get("day", 1))
        time(part.get("hour", 0), part.get("minute", 0), part.get("second", 0))
        time(part.get("zone_hour", 0), part.get("zone_minute", 0))
    except ValueError:
        msg = f"{_shown(text)} is no day or time that exists"
        raise ValueError(msg) from None
    return stripped.replace(" ", "T")


def _shown(text: str) -> str:
    """The text as it can be shown in one short line."""
    return ascii(text if len(text) <= 40 else text[:40] + "...")
