"""For how long a source says that something holds: "valid until June", "useful for up to two years", "as of Monday".

Such a window belongs to whoever gives it, like a hedge. It is not how long the thing itself went on: "the bridge is closed until
June" tells the time of an event, "the permit is valid until June" a window.
"""

import re
from collections.abc import Sequence

from wherefrom.model import Span, Spans, Time, Validity

_HOLDS = re.compile(
    r"\b(?:(?:valid|in force|in effect|effective|binding|operative|usable|useful|relevant|accurate|current|correct|fresh|good)"
    r"(?: only| again| at least| (?:un)?til| through| for| up to| over| to){1,3}"
    r"|(?:expir(?:es?|ed|ing)|laps(?:es?|ed|ing)|run(?:s|ning)? out|ran out|lose(?:s)? (?:its|their) (?:validity|value|force|worth)|(?:becomes?|be|is) (?:void|obsolete|outdated|out of date))(?: on| in| at| by| after| within)?"
    r"|(?:last(?:s|ed|ing)?|hold(?:s|ing)?|stand(?:s|ing)?|appl(?:y|ies|ying|ied))(?: good)?(?: until| through| for| up to){1,2}"
    r"|(?-i:A|a)s (?:of|at)(?= ))\b",
    re.IGNORECASE,
)
"""Words that say that something holds, or holds no longer, before the time to which it does."""

_OPEN = re.compile(
    r"\b(?:until further notice|for the time being|for the foreseeable future|until (?:otherwise )?notified)\b",
    re.IGNORECASE,
)
"""Windows without an end that could be dated."""

_FURTHEST = 28
"""Characters between the words that say so and the time: "valid, the ministry said, until June" has 22."""


def validity_in(text: str, spans: Spans, owner: int | None, times: Sequence[Time]) -> Validity | None:
    """The first window that these words give, owned by the link at place `owner` or by the writer (None).

    `times` are those of the text; the first that follows the words closely tells the window's end or its length.
    """
    for start, end in spans:
        for match in _HOLDS.finditer(text, start, end):
            time = next((one for one in times if _follows(match.end(), one.spans[0], end)), None)
            if time is not None:
                span = Span(match.start(), time.spans[-1].end)
                until, duration = _window(time)
                return Validity(text[span.start : span.end], (span,), until, duration, owner)
        notice = _OPEN.search(text, start, end)
        if notice is not None:
            return Validity(notice.group(), (Span(*notice.span()),), None, None, owner)
    return None


def _follows(place: int, time: Span, end: int) -> bool:
    """Whether a time begins closely behind a place, or the words at the place are its own ("until June")."""
    return time.end > place and time.start - place <= _FURTHEST and time.end <= end


def _window(time: Time) -> tuple[str | None, str | None]:
    """The end of a window, as EDTF, and its length, as an ISO 8601 duration: one of the two, or neither."""
    value = time.value
    if value is None or value.startswith("R"):
        return None, None
    if value.startswith("P"):
        return None, value
    return value.removeprefix("../"), None
