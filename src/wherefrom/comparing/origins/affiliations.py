"""For whom a named voice speaks, as its document introduces it."""

import re

from wherefrom.reader.parties import vocabulary

from .words import naming_words

_ROLES = re.compile(
    r"\b(?:spokes\w+|chief|heads?|director|minister|secretary|lawyers?|attorneys?|counsel|chair\w*|presidents?|managers?|"
    r"leaders?|executives?|officers?|officials?|representatives?|owner|founder|boss|press|deputy|commissioner|mayor|governor|"
    r"editor|agent|speaks|speaking|represents|representing|behalf|runs|leads|coach|captain|partner|aide|advis[eo]r)\b",
    re.IGNORECASE,
)
_CAPITAL = r"[A-Z][\w&.’'-]*"
_AFTER = re.compile(r"\s?[,(]\s?[^.;:“”\"()]{0,110}?(?=[.;:“”\")]|, (?:who|whose|said|has|had|and)|$)")
_BEFORE = re.compile(r"[^.;:“”\"()\n]{0,90}$")
_REACH = 120


def affiliation(text: str, name: str) -> frozenset[str]:
    """The words that name whomever `name` is introduced as speaking for where `text` has it first.

    "Hallmark's lawyer, Jo Reed" and "Jo Reed, a spokeswoman for Orrin Motors": who speaks for another is no origin
    beside that other. For initials it is the name that they are given for: "Orrin Test Laboratory (OTL)".
    """
    if name.isupper() and (spelt := _spelt_out(text, name)):
        return naming_words(spelt)
    place = text.find(name)
    if place < 0:
        return frozenset()
    words: frozenset[str] = frozenset()
    end = place + len(name)
    after = _AFTER.match(text[end : end + _REACH])
    if after and _ROLES.search(after[0]):
        words |= naming_words(after[0])
    before = _BEFORE.search(text[max(0, place - _REACH) : place])
    if before and _ROLES.search(before[0]):
        words |= naming_words(_last_phrase(before[0]))
    return words - vocabulary.TITLES


def _last_phrase(words: str) -> str:
    """What stands right before a name: "On Monday, Orrin's lawyer " gives the lawyer, "Orrin's lawyer, " all of it."""
    return words if words.endswith(", ") else words.rsplit(", ", maxsplit=1)[-1]


def _spelt_out(text: str, initials: str) -> str | None:
    found = re.search(rf"({_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL}){{1,6}})\s\({re.escape(initials)}\)", text)
    return found[1] if found else None
