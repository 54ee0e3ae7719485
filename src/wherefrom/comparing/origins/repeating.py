"""Members of a claim that are not a report's own telling: words printed again, and headlines that announce another's report."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Appearance

from .endings import Ending
from .newsroom import Newsroom

LONG = 12
"""Words from which on equal statements of two outlets are one text, whoever is credited: as in `reliance.copying`."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def first_printed(newsroom: Newsroom, members: Sequence[Appearance]) -> dict[str, str]:
    """For each statement that is printed again word for word the first one, in documents that rest on that outlet or text.

    Also where nobody is credited, if it is long enough that two people do not put it so by chance.
    """
    printed: dict[tuple[str, ...], dict[str, Appearance]] = {}
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, Appearance]] = {}
    found: dict[str, str] = {}
    for one in members:
        words, sources, own = _words(one.text), _sources(one), newsroom.publisher[one.document]
        here, same = printed.setdefault(words, {}), alike.setdefault((words, sources), {})
        cited = newsroom.cited[one.document]
        candidates = [here.get(own), *(here.get(other.outlet) for other in cited if other.repeats)]
        candidates += [same.get(other.outlet) for other in cited]
        if len(words) + len(sources) >= LONG:
            candidates.append(next(iter(same.values()), None))
        first = next((other for other in candidates if other and other.document != one.document), None)
        if first is not None:
            found[one.id] = first.id
        here.setdefault(own, one)
        same.setdefault(own, one)
    return found


def _sources(one: Appearance) -> tuple[str, ...]:
    return _words(" ".join(link.source.text if link.source else "" for link in one.chain))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def as_printed(first: Sequence[Ending], again: Appearance) -> tuple[Ending, ...]:
    """The endings of a statement for one that prints it again: they go back to the outlet that printed it first."""
    return tuple(
        replace(one, appearance=again.id, document=again.document, kind="outlet" if one.kind == "own" else one.kind)
        for one in first
    )
