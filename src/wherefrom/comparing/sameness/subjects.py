"""What a statement is compared by: its own words, and where they lean on others, what these stand for.

"The report" or "it" says nothing by itself: there the words that frame it count as well ("Apple and Amazon deny the report"
is a claim about a denial). "There is no truth in the rumours" speaks of what the document is about: its title.
"""

import re

from wherefrom.model import Appearance, Document

REPORTED = r"(?:reports?|stor(?:y|ies)|rumou?rs?|claims?|allegations?|accusations?|news|information)"

_LEANS = re.compile(
    rf"\A\s*(?:(?:it|this|that|they|none of (?:it|this|that|them)|nothing of (?:it|the kind)|the {REPORTED})\b)"
    rf"|\b(?:the|this|these|those|such) (?:\w{{1,20}} )?{REPORTED}\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:no truth|(?:not )?true|untrue|false|fake|wrong|baseless|groundless|unfounded|inaccurate|accurate|"
    r"unconfirmed|unsubstantiated|unverified|fishy|hoax|nonsense|absurd|fabricated|invented)\b",
    re.IGNORECASE,
)


def framing(appearance: Appearance) -> str:
    """The source and the cue of the last link: who is said to say it, and how."""
    if not appearance.chain:
        return ""
    last = appearance.chain[-1]
    return " ".join(part.text for part in (last.source, last.cue) if part is not None)


def judges_a_report(text: str) -> bool:
    """Whether a statement judges something told elsewhere ("the rumours are false") and does not say what."""
    return _LEANS.search(text) is not None and _JUDGES.search(text) is not None


def title_of(document: Document) -> str:
    """What the document is about in its own words: its title, else its headline."""
    if document.title:
        return document.title
    headline = next((block for block in document.blocks if block.kind == "headline"), None)
    return "" if headline is None else document.text[headline.start : headline.end]
