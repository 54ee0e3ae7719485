"""Whether two names may be one party's: "Ana Velez" and "Velez", "Daily Express" and "Express", initials and name."""

import re
import unicodedata

from wherefrom.reader import lexicon

_SHORT_FORMS = (
    "bill will william billy",
    "bob rob robert bobby",
    "jim james jimmy",
    "mike michael",
    "joe joseph",
    "tom thomas tommy",
    "tim timothy",
    "dick rick richard",
    "ted ed edward eddie",
    "tony anthony",
    "dan daniel danny",
    "dave david",
    "steve stephen steven",
    "chris christopher christine",
    "matt matthew",
    "ben benjamin",
    "bernie bernard",
    "don donald",
    "ron ronald",
    "jeff jeffrey",
    "greg gregory",
    "andy andrew",
    "ken kenneth",
    "larry lawrence",
    "liz beth elizabeth",
    "kate kathy katherine catherine",
    "sue susan",
    "alex alexander alexandra",
    "nick nicholas",
    "pete peter",
    "sam samuel samantha",
    "fred frederick",
    "charlie charles chuck",
    "jack john",
    "mitch mitchell",
    "vlad vladimir",
)
_FULL = {short: number for number, line in enumerate(_SHORT_FORMS) for short in line.split()}

_GENERIC = frozenset(
    """news inc corp co ltd llc plc group company corporation university college newspaper network online magazine
    technologies international holdings party administration campaign foundation newspapers media""".split()
)
"""Words that may be left out after a body's name."""

_JOINING = frozenset({"of", "the", "for", "and", "&", "in", "on", "de", "a"})


def folded(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a name in lower case, without accents, full stops and joining words."""
    words = tuple(word for word in map(_bare, parts) if word)
    return tuple(word for word in words if word not in _JOINING) or words


def _bare(part: str) -> str:
    if part.isascii() and part.isalnum():
        return part.lower()  # as nearly all are
    plain = unicodedata.normalize("NFKD", part.lower().replace("’", "'"))
    return "".join(letter for letter in plain if letter.isalnum())


def persons_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, both folded, may be one person's."""
    if len(one) > len(other):
        one, other = other, one
    if not one:
        return False
    if len(one) == 1:
        return one[0] == other[-1] or (len(other) > 1 and _given(one[0], other[0]) and len(one[0]) > 1)
    return one[-1] == other[-1] and _given(one[0], other[0])


def _given(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, an initial, or a short form."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return one in _FULL and _FULL[one] == _FULL.get(other)


def names_equal(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, both folded, have the same words, or one is the other's initials."""
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return True
    return is_acronym(*sorted((one, other), key=len))


def bodies_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, both folded, may be one body's or outlet's."""
    if len(one) > len(other):
        one, other = other, one
    if not one:
        return False
    if names_equal(one, other):
        return True
    if other[: len(one)] == one:
        return all(word in _GENERIC for word in other[len(one) :])
    return other[-len(one) :] == one and _says_enough(one)


def _says_enough(name: tuple[str, ...]) -> bool:
    """Whether the end of a name can stand for it: "Express" can, "Department" cannot."""
    if len(name) > 1:
        return True
    common = lexicon.ORGANISATIONS | lexicon.OUTLET_NOUNS | lexicon.DOCUMENTS
    return name[0] in lexicon.OUTLET_NAMES or name[0] not in common | _GENERIC


def is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a single word is made of the first letters of the other name: FBI."""
    if len(short) != 1 or len(long) < 2:
        return False
    letters = "".join(word[0] for word in long)
    return len(short[0]) >= 2 and re.fullmatch(r"[a-z]+", short[0]) is not None and short[0] == letters
