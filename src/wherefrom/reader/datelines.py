"""Where a paragraph's dateline ends: "TARN, Korvia, March 11 (Herald) -"."""

import re

_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’-]{2,30}(?:, [\w. ]{2,20}){0,3}(?: ?\([\w /]{2,30}\))?\s{0,3}[-–—•·]{1,3}\s{1,3}"
)


def after_dateline(text: str, start: int, stop: int) -> int:
    """The place behind the dateline that stands at `start`; `start` itself where there is none."""
    match = _DATELINE.match(text, start, stop)
    return start if match is None else match.end()
