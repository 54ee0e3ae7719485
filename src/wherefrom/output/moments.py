"""Times in plain words: EDTF is exact, and hard to read where a half-year is "2021-41" and an unknown year "XXXX"."""

import re

NAMES = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "first quarter",
    34: "second quarter",
    35: "third quarter",
    36: "fourth quarter",
    40: "first half",
    41: "second half",
}
"""Parts of a year by their numbers in EDTF (ISO 8601-2)."""

MONTHS = (
    "January February March April May June July August September October November December".split()  # 1 to 12
)

YEAR_NOT_KNOWN = "year not known"

_DATE = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<part>\d\d)(?:-(?P<day>\d\d))?)?(?P<clock>T[\d:]{2,8})?(?P<mark>[~?]?)")


def moment_words(value: str) -> str:
    """A time in words: "second half of 2021", "12 June, year not known"; days and months stay as ISO 8601 has them."""
    first, slash, last = value.partition("/")
    if not slash:
        return _date_words(value)
    if first == "..":
        return f"until {_date_words(last)}"
    if last == "..":
        return f"since {_date_words(first)}"
    return f"{_date_words(first)} to {_date_words(last)}"


def _date_words(value: str) -> str:
    match = _DATE.fullmatch(value)
    if match is None:
        return value
    year, part, day = match["year"], match["part"], match["day"]
    clock = f" {match['clock'][1:]}" if match["clock"] else ""
    held = {"~": "about ", "?": "perhaps "}.get(match["mark"], "")
    return f"{held}{_calendar(year, int(part) if part else 0, int(day) if day else 0, value)}{clock}"


def _calendar(year: str, part: int, day: int, value: str) -> str:
    plain = value.partition("T")[0].rstrip("~?")
    if part in NAMES:
        of = " of " if part > 24 else " "
        return f"{NAMES[part]}, {YEAR_NOT_KNOWN}" if "X" in year else f"{NAMES[part]}{of}{year}"
    if year == "XXXX":
        if not 1 <= part <= 12:
            return YEAR_NOT_KNOWN
        month = MONTHS[part - 1]
        return f"{day} {month}, {YEAR_NOT_KNOWN}" if day else f"{month}, {YEAR_NOT_KNOWN}"
    return f"the {year.replace('X', '0')}s" if "X" in year and not part else plain
