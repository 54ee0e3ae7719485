"""Initials that a text spells out itself: "the Harbour Safety Agency (HSA)"."""

import re
from collections.abc import Iterator

from wherefrom.comparing.outlet_names import folded_words

from .portraits import Words

_BRACKETED = re.compile(r"\(\s*[“\"‘']?((?:[A-Z]\.?){1,4}[A-Za-z0-9&]{0,4})[”\"’']?\s*\)")
_BEFORE = 120
"""Letters before the bracket in which the name stands; no name is longer."""

_WORD = re.compile(r"[\w&.'’-]+")
_JOINING = frozenset("of the for and & on in de du des del de la le".split())


def spelled_out(text: str) -> Iterator[tuple[str, Words]]:
    """Initials with the folded words of the name right before them.

    The rule is Schwartz and Hearst's (2003): the letters of the initials stand in the name in their order, the first of
    them at the beginning of its first word. Here every other word must begin with a capital or join two.
    """
    for found in _BRACKETED.finditer(text):
        short = found[1].replace(".", "")
        if len(short) < 2:
            continue
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        name = _name_before(before.rpartition("\n")[2], short)
        if name is not None:
            yield short, folded_words(name)


def _name_before(before: str, short: str) -> str | None:
    words = list(_WORD.finditer(before))
    start = len(words)
    while start > 0 and len(words) - start < len(short) + 4:
        word = words[start - 1].group()
        if not (word[:1].isupper() or word.lower() in _JOINING):
            break
        start -= 1
    for at in range(len(words) - 1, start - 1, -1):  # the shortest name that the letters fit
        name = before[words[at].start() :].strip()
        if words[at].group()[:1].isupper() and len(words) - at > 1 and fits(short, name):
            return name
    return None


def fits(short: str, name: str) -> bool:
    """Whether initials can be a name's: their letters stand in it in order, the first at its beginning."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    plain = " ".join(word.group().lower() for word in _WORD.finditer(name) if word.group().lower() not in _JOINING)
    if not plain or not letters or plain[0] != letters[0]:
        return False
    at = 0
    for letter in letters:
        at = plain.find(letter, at) + 1
        if at == 0:
            return False
    return True
