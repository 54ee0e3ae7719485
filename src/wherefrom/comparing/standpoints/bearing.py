"""How an appearance bears on what its words say, before it is known under which claim it comes."""

import re
from dataclasses import dataclass

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Document
from wherefrom.reader.certainty.conditions import condition_in

from . import vocabulary as words
from .clauses import Clause, clauses_of, stems_of
from .surroundings import sentence_of, words_before
from .taking import Taken, taken


@dataclass(frozen=True, slots=True)
class Bearing:
    """An appearance with the position that its last holder takes.

    `bare`: the words only name the claim ("the report"), so that what is denied or defended cannot be read from them.
    `denial`: they tell that something was denied, and not what ("has issued several rebuttals"). `reassures`: they say that all
    is as it should be. `condition` holds the stems of what the statement depends on, `stems` those of all its words.
    """

    appearance: Appearance
    taken: Taken
    clauses: tuple[Clause, ...]
    stems: frozenset[str]
    bare: bool
    denial: bool
    reassures: bool
    condition: frozenset[str]

    @property
    def states(self) -> bool:
        """Whether the words make the claim themselves, whatever is done with them."""
        return self.taken.towards == "content" and not self.bare and not self.denial


_BARE = re.compile(
    r"^\W*(?:(?:the|this|that|these|those|its|his|her|their|such|any|all|recent|media|press|\w+[’']s) ){0,3}"
    r"(?:reports?|reporting|stor(?:y|ies)|claims?|rumou?rs?|allegations?|accusations?|accounts?|article|charges?|suggestions?|news|"
    r"conclusions?|assertions?|findings?|it|this|that|them|these|those)"
    r"(?: (?:outright|vehemently|strongly|flatly|categorically|repeatedly|again|too|in full))?\W*$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[:;—–]")
_SHORT = 40
"""Letters of a passage that can do no more than name what it is about."""

REMEMBERED = 1 << 14
"""Appearances of which is remembered how they bear on what they say."""

_CONDITIONAL = re.compile(r"^\W{0,3}(?:should|if|unless|were|had)\b", re.IGNORECASE)


def bearing_of(material: Material, appearance: Appearance) -> Bearing:
    """How an appearance bears on what its words say, by these and by the words around them."""
    lowered = appearance.text.lower()
    found = words.words_of(appearance.text)
    clauses = clauses_of(lowered, found)
    if appearance.polarity == "negative" and all(clause.sign == 1 for clause in clauses):
        clauses = tuple(Clause(clause.stems, -1, clause.judged) for clause in clauses)
    return Bearing(
        appearance,
        taken(material, appearance, found),
        clauses,
        stems_of(found),
        _is_bare(appearance.text),
        not words.DENIAL_WORDS.isdisjoint(found) and words.DENIAL_ISSUED.search(appearance.text) is not None,
        not words.REASSURING_WORDS.isdisjoint(found) and words.REASSURES.search(appearance.text) is not None,
        _condition(material.documents[appearance.document], appearance),
    )


class Bearings:
    """How appearances bear on what their words say; one that stands under several claims is read once.

    They are wanted in about the order of time: what has long been read is forgotten, since there may be a million of them.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._known: dict[str, Bearing] = {}

    def of(self, appearance: Appearance) -> Bearing:
        """How an appearance of the material does."""
        known = self._known.get(appearance.id)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[appearance.id] = bearing_of(self._material, appearance)
        return known


def _is_bare(content: str) -> bool:
    """Whether a content, up to a mark that sets apart what follows, is nothing but a name for the claim."""
    mark = _MARKS.search(content, 0, _SHORT)
    lead = content[: mark.start()] if mark is not None else content
    return len(lead) < _SHORT and _BARE.match(lead) is not None


def _condition(document: Document, appearance: Appearance) -> frozenset[str]:
    """What the statement depends on, in its own words or before them in its sentence."""
    if appearance.condition is not None:
        return _depends(appearance.condition.text)
    before = words_before(document, appearance.spans[0])
    if not _CONDITIONAL.match(before):
        return frozenset()
    found = condition_in(document.text, (sentence_of(document, appearance.spans[0]),))
    return _depends(found.text) if found is not None else frozenset()


def _depends(condition: str) -> frozenset[str]:
    """The stems of a condition but for its names, which stand in any claim about those it speaks of."""
    if not _CONDITIONAL.match(condition):
        return frozenset()
    return stems_of(words.WORD.findall(" ".join(word for word in condition.split() if not word[0].isupper())))
