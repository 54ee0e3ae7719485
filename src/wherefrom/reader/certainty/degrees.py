"""How firmly somebody stands behind what they say or think, by the words that say so."""

import re

from wherefrom.model import Degree

from . import words

_POSSIBLE = re.compile(
    r"\b(?:suspect(?:s|ed|ing)?|fear(?:s|ed|ing)?|worr(?:y|ies|ied)|wonder(?:s|ed|ing)?|speculat\w+|guess(?:es|ed)?|"
    r"may|might|could|hint(?:s|ed|ing)?|(?:does|did|do) not (?:rule|exclude)|(?:can|could) ?not rule out|unsure|uncertain)\b",
    re.IGNORECASE,
)
_PROBABLE = re.compile(
    r"\b(?:believ(?:e[sd]?|ing)|think(?:s|ing)?|thought|assum(?:e[sd]?|ing)|expect(?:s|ed|ing)?|presum(?:e[sd]?|ing)|estimat(?:e[sd]?|ing)|"
    r"suppos(?:e[sd]?|ing)|reckon(?:s|ed)?|suggest(?:s|ed|ing)?|predict(?:s|ed|ing)?|anticipat(?:e[sd]?|ing)|consider(?:s|ed)?|likely|probably|appears?|seems?)\b",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"\b(?:know(?:s|n|ing)?|knew|confirm(?:s|ed|ing)?|certain|convinced|sure|prov(?:e[sdn]?|ing)|establish(?:es|ed)|"
    r"guarante(?:e[sd]?|eing)|swor(?:e|n)|swears?|no doubt|insist(?:s|ed|ing)?|affirm(?:s|ed|ing)?|found|conclud(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"n['’]t\b|\b(?:not|never|no longer|neither|nor)\b", re.IGNORECASE)


def degree_of(cue: str) -> Degree:
    """How sure a source is, as its cue has it: "suspects" possible, "believes" probable, "confirmed" certain.

    A plain verb of saying tells nothing. Of a cue that is told in the negative ("did not confirm") only what holds back counts.
    """
    if words.UNLIKELY.search(cue) or _POSSIBLE.search(cue):
        return "possible"
    if _PROBABLE.search(cue):
        return "probable"
    return "certain" if _CERTAIN.search(cue) and not _DENIED.search(cue) else "unspecified"
