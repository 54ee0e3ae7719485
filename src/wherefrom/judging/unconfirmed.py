"""Where an outlet says in its report that it could not confirm something, as in “the Courier could not verify the log”."""

import re
from collections.abc import Iterator

from wherefrom.comparing.origins.words import naming_words
from wherefrom.model import Document, Span
from wherefrom.reader.sentences import sentences

_CHECK = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|substantiated?)\b"
_ADVERBS = r"(?:\s+(?:yet|so|far|immediately|independently|itself|themselves|separately)){0,4}"
_NOT = r"(?:\s+not|n['’]t)"
_ACTIVE = re.compile(
    rf"\b(?:(?:could|can|did|has|have|had){_NOT}|cannot|(?:was|were|is|are|has been|have been)(?:{_NOT}\s+able|\s+unable)\s+to|"
    rf"(?:has|have|had){_NOT}\s+been\s+able\s+to){_ADVERBS}\s+{_CHECK}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?:(?:(?:could|can|has|have|had){_NOT}|cannot){_ADVERBS}\s+(?:be|been)|(?:was|were|is|are){_NOT}){_ADVERBS}\s+{_CHECK}",
    re.IGNORECASE,
)
_OURSELVES = re.compile(r"\b(?:we|this (?:newspaper|outlet|paper|site|website|magazine|publication))\b", re.IGNORECASE)
_SUBJECT = 48
"""Letters before the verb in which its subject is looked for."""


def unconfirmed_in(document: Document) -> Iterator[Span]:
    """The sentences in which the outlet says that it, or that nobody, could confirm something; that others could not is theirs to say."""
    own = naming_words(document.publisher or "")
    for block in document.blocks:
        if block.kind != "paragraph":
            continue
        for start, end in sentences(document.text, block.start, block.end):
            if _says_so(document.text[start:end], own):
                yield Span(start, end)


def _says_so(words: str, own: frozenset[str]) -> bool:
    if _PASSIVE.search(words):
        return True
    found = _ACTIVE.search(words)
    if found is None:
        return False
    subject = words[max(0, found.start() - _SUBJECT) : found.start()]
    return _OURSELVES.search(subject) is not None or not own.isdisjoint(naming_words(subject))
