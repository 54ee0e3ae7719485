"""On what a statement depends: "if the reports were true", "unless the bank pays", "should he ask for asylum"."""

import re

from wherefrom.model import Span, Spans, Words

_OPENS = re.compile(
    r"\b(?:if(?! (?:not|any|anything|only|ever|at all|necessary|possible|you (?:like|will|have(?:n['’]t)?|haven)|I may|I might)\b)|unless|provided(?: that)?(?= (?:the|that|a|an|he|she|it|they|we|all|no|there)\b)|"
    r"providing(?: that)?(?= (?:the|that|a|an|he|she|it|they|we|all|no|there)\b)|assuming(?: that)?(?= (?:the|that|a|an|he|she|it|they|we|all|no|there)\b)|"
    r"on (?:the )?condition that|in the event (?:of|that)|in case(?: of)?|as long as|so long as|only if|contingent on|subject to|"
    r"pending(?= (?:the|a|an|his|her|its|their|final|further|court|approval|results?)\b)|depending on|"
    r"(?-i:Should|Were|Had)(?= (?:the|a|an|he|she|it|they|we|his|her|their|its|this|that|[A-Z]\w+)\b[^?]{3,160}?,)|"
    r"(?<=, )should(?= (?:the|a|an|he|she|it|they|we|his|her|their|its|this|that|(?-i:[A-Z])\w+)\b))",
    re.IGNORECASE,
)
"""Words with which a condition begins."""

_NONE_BEFORE = re.compile(
    r"(?:\b(?:as|even|what|ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|see|know|knows|knew|sure|clear|unclear|doubt|questioned|inquired|check|tell|say|said|asks|"
    r"determine|decide|find out|learn|whether or) )$|\b(?:asked|ask|asking) (?:\w+ ){1,6}$",
    re.IGNORECASE,
)
"""Before "if": a question that is passed on, a comparison ("as if"), or what holds in any case ("even if")."""

_ENDS = re.compile(
    r"[,;:—–](?=\s|$)|\.(?=\s|$)|[?!”\"]|\bthen\b|\s(?=(?:he|she|they|it|the \w+) (?:would|will|could|might)\b)",
    re.IGNORECASE,
)

_LAST = re.compile(
    r"[;:—–](?=\s|$)|\.(?=\s|$)|[?!”\"]|,\s(?=(?:he|she|they|it|the|a|an|according|said|but|and)\b)", re.IGNORECASE
)
"""Where a condition ends that stands behind what depends on it."""

_LEAST = 3
"""Words of a condition, its first one counted: "if so" and "if true" are too short to be told apart from asides, and hedge."""

_OF_ANYTHING = re.compile(r"^(?:in case|in the event|pending|subject to|depending on|contingent on)", re.IGNORECASE)


def condition_in(text: str, spans: Spans) -> Words | None:
    """The first condition in these words, from the conjunction to the end of its clause; None where there is none."""
    for start, end in spans:
        for match in _OPENS.finditer(text, start, end):
            if match.group().lower() == "if" and _NONE_BEFORE.search(text[max(0, match.start() - 48) : match.start()]):
                continue
            span = _clause(text, match, start, end)
            least = _LEAST - 1 if _OF_ANYTHING.match(match.group()) else _LEAST
            if len(text[slice(*span)].split()) >= least:
                return Words.of(text, (span,))
    return None


def _clause(text: str, opens: re.Match[str], start: int, end: int) -> Span:
    """The words of a condition: to the next comma where it stands first, else as far as the clause runs."""
    first = not any(letter.isalnum() for letter in text[start : opens.start()])
    ends = (_ENDS if first else _LAST).search(text, opens.end(), end)
    stop = end if ends is None else ends.start()
    return Span(opens.start(), opens.start() + len(text[opens.start() : stop].rstrip(" ,;.")))
