"""Whether a statement is told in the negative: a negation whose scope is the main clause."""

import re

from wherefrom.model import Polarity

_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least|long (?:ago|after)|to mention|far from|surprisingly|unlike|yet clear))|never(?!theless)|cannot|neither|nor\b|"
    r"nobody|nothing|nowhere|none of|no one|"
    r"no (?:longer|evidence|such|truth|reason|sign|signs|proof|indication|plans?|need|case|link|links|contact|role|part|basis|intention|"
    r"knowledge|record|trace|idea|comment|formal|official|further|immediate|other|new|more than one|\w+ (?:has|have|had|was|were|is|are)))\b|n['’]t\b|"
    r"^(?:no|none)\b|\b(?:fail(?:s|ed)? to|refus(?:e[sd]?|ing) to|declin(?:e[sd]?|ing) to|free of|far from)\b",
    re.IGNORECASE,
)
"""Words that turn a clause round. "Failed to" and "refused to" do by what they mean: it did not happen."""

_TWICE = re.compile(
    r"\bno doubt\b|\bnot (?:un|in|im)\w+|\b(?:cannot|can['’]t|could not|couldn['’]t) (?:help|but)\b", re.IGNORECASE
)
"""Two negatives that make a positive, and "no doubt", which asserts."""

_DEPENDENT = re.compile(
    r"\b(?:who|whom|whose|which|that|because|if|unless|while|whereas|since|although|though|after|before|when|where|so that)\b|[;—–]",
    re.IGNORECASE,
)
"""Where a clause begins that depends on the main one, or one that stands beside it: what is negated there leaves the main clause as it is."""

_TAG = re.compile(
    r",\s+(?:is|are|was|were|do|does|did|has|have|ca|wo|would|could)n['’]t (?:it|he|she|they|you|we|I)\b", re.IGNORECASE
)


def polarity_of(words: str) -> Polarity:
    """Negative where the main clause is negated; what stands in a clause that depends on it does not count."""
    return "negative" if _NEGATION.search(_TWICE.sub("", _TAG.sub("", _main(words)))) else "positive"


def _main(words: str) -> str:
    """The words up to where a dependent clause begins; after one that stands first and is closed by a comma, what follows."""
    opens = re.match(
        r"\W{0,3}(?:if|unless|while|whereas|since|although|though|because|after|before|when)\b[^,]{1,200},",
        words,
        re.IGNORECASE,
    )
    main = words[opens.end() :] if opens is not None else words
    dependent = _DEPENDENT.search(main, 1)
    return main[: dependent.start()] if dependent is not None else main
