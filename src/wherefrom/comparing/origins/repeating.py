"""Members of a claim that are not a report's own telling: words printed again, and headlines that announce another's report."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance

from .endings import Ending
from .newsroom import Newsroom

LONG = 12
"""Words from which on equal statements of two outlets are one text, whoever is credited: as in `reliance.copying`."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def first_printed(material: Material, newsroom: Newsroom, members: Sequence[Appearance]) -> dict[str, str]:
    """For each statement that is printed again word for word the first one, in documents that rest on that outlet or text.

    Also where nobody is credited, if it is long enough that two people do not put it so by chance.
    """
    printed: dict[tuple[str, ...], Appearance] = {}
    found: dict[str, str] = {}
    for one in members:
        words = tuple(_WORD.findall(one.text.lower()))
        first = printed.setdefault(words, one)
        if first.document != one.document and (len(words) >= LONG or _rests_on(newsroom, one, first)):
            found[one.id] = first.id
    return found


def _rests_on(newsroom: Newsroom, one: Appearance, first: Appearance) -> bool:
    """Whether a document rests on the outlet that printed these words first, or is another version of its text."""
    publisher = newsroom.publisher[first.document]
    if publisher == newsroom.publisher[one.document]:
        return True
    return any(cited.outlet == publisher for cited in newsroom.cited[one.document])


def as_printed(first: Sequence[Ending], again: Appearance) -> tuple[Ending, ...]:
    """The endings of a statement for one that prints it again: they go back to the outlet that printed it first."""
    return tuple(
        replace(one, appearance=again.id, document=again.document, kind="outlet" if one.kind == "own" else one.kind)
        for one in first
    )
