"""Sources that somebody else introduced: where the text comes back to them, their words still came through that one.

"The Herald reported that two officials were worried. ... They also said ...": the officials speak in the Herald both times.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Document, Link

from .chains import Statement
from .quotations import bare
from .sources import is_pronoun

_FURTHEST_NAMED = 1
"""Paragraphs after which a named person no longer speaks through the outlet that told of him: such people speak to many."""

_FURTHEST_UNNAMED = 4
"""The same for those without a name, whom nobody but that outlet has heard."""

MOST_LINKS = 4
"""Links of a chain that is completed so; longer ones are not to be believed."""

_THE_SOURCES = re.compile(
    r"(?:(?:the|these|those|both|its|their|his|her) )?(?:(?:same|two|three|four|other|confidential|anonymous|unnamed) )*"
    r"(?:sources?|insiders?|informants?|officials?|people)",
    re.IGNORECASE,
)


def through_others(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """The same statements, which come in the order of the text, with carried links before such sources."""
    found: list[Statement] = []
    taken_over = _TakenOver(document, statements)
    introduced: dict[str, tuple[int, tuple[Link, ...]]] = {}
    last: tuple[int, tuple[Link, ...]] | None = None
    numbers = {block: number for number, block in enumerate(document.blocks)}
    for one in statements:
        paragraph = numbers[one.block]
        outer = _outer_of(one.chain, introduced, last, paragraph) or taken_over.before(one)
        if len(outer) + len(one.chain) > MOST_LINKS or _overlap(outer, one.chain):
            outer = ()
        kept = one if not outer else _prefixed(one, outer)
        for place, link in enumerate(kept.chain):
            for party in link.source.parties if link.source is not None else ():
                if place > 0 and len(kept.chain) == len(one.chain):
                    introduced[party] = (paragraph, kept.chain[:place])
        if len(kept.chain) > 1 and _is_unnamed(kept.chain[-1]):
            last = (paragraph, kept.chain[:-1])
        elif kept.chain and not outer:
            last = None
        found.append(kept)
    return found


class _TakenOver:
    """An article that one outlet takes over from another: its first paragraph ends in "Reuters reports".

    Whoever speaks later on, up to where the outlet names itself, speaks in the other one.
    """

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self._document = document
        self._link: Link | None = None
        self._after = 0
        self._until: float = len(document.text)
        lead = next((one.block for one in statements if one.block.kind == "paragraph"), None)
        for one in statements:
            if one.block != lead or not one.chain:
                continue
            link = one.chain[0]
            closes = link.cue is not None and link.cue.spans[0].start > link.content[-1].end
            if closes and link.cue is not None and _REPORTS.search(link.cue.text) and link.source is not None:
                if link.source.kind == "outlet" or one.chain[0].basis == "relayed":
                    self._link, self._after = link, one.block.end
                    self._until = min(self._own_words(), _others_speak(statements, link, one.block.end))
                break

    def before(self, one: Statement) -> tuple[Link, ...]:
        """The link that stands before a chain of such an article."""
        if self._link is None or not one.chain or not self._after <= one.block.start < self._until:
            return ()
        first = one.chain[0].source
        if first is None or first.kind == "outlet" or self._link.source is None:
            return ()
        return () if set(first.parties) & set(self._link.source.parties) else (self._link,)

    def _own_words(self) -> int:
        """Where the outlet that prints this speaks for itself: "Daily Lantern take: ..."."""
        publisher = (self._document.publisher or "").split(" (")[0]
        own = re.compile(rf"^\W*{re.escape(publisher)}(?!\w)", re.MULTILINE | re.IGNORECASE) if publisher else None
        match = own.search(self._document.text, self._after) if own is not None else None
        return len(self._document.text) if match is None else match.start()


def _others_speak(statements: Sequence[Statement], link: Link, after: int) -> float:
    """Where another outlet speaks first: in a digest of several, from there on it is open who speaks in which."""
    own = set(link.source.parties) if link.source is not None else set[str]()
    return next(
        (
            one.block.start
            for one in statements
            if one.block.start >= after and one.chain and _is_outlet_apart(one.chain[0], own)
        ),
        math.inf,
    )


def _is_outlet_apart(link: Link, own: set[str]) -> bool:
    return link.source is not None and link.source.kind == "outlet" and not own & set(link.source.parties)


_REPORTS = re.compile(r"\b(?:reports|writes|is reporting|report)\b")


def _outer_of(
    chain: Sequence[Link],
    introduced: dict[str, tuple[int, tuple[Link, ...]]],
    last: tuple[int, tuple[Link, ...]] | None,
    paragraph: int,
) -> tuple[Link, ...]:
    """The links before the first of this chain, if whoever it is was introduced by others and is pointed back to."""
    if not chain or chain[0].source is None:
        return ()
    source = chain[0].source
    words = bare(source.text)
    for party in source.parties if len(source.parties) == 1 else ():
        if party in introduced:
            since, outer = introduced[party]
            furthest = _FURTHEST_UNNAMED if not source.named else _FURTHEST_NAMED if is_pronoun(words) else -1
            if paragraph - since <= furthest and not _speaks_in(party, outer):
                return outer
    if last is not None and not source.named and _THE_SOURCES.fullmatch(words) and paragraph - last[0] <= 1:
        return last[1]
    return ()


def _overlap(outer: Sequence[Link], chain: Sequence[Link]) -> bool:
    """Whether somebody would stand twice in a chain."""
    return any(
        link.source is not None and any(_speaks_in(party, outer) for party in link.source.parties) for link in chain
    )


def _speaks_in(party: str, chain: Sequence[Link]) -> bool:
    """Whether somebody is a link of a chain: two who tell of each other must not be chained without end."""
    return any(link.source is not None and party in link.source.parties for link in chain)


def _is_unnamed(link: Link) -> bool:
    return link.source is not None and not link.source.named


def _prefixed(one: Statement, outer: Sequence[Link]) -> Statement:
    """The statement with these links before its own; words around it stay with whoever spoke them."""
    content = one.chain[0].content
    carried = tuple(replace(link, cue=None, basis="carried", content=content, to=None, once=False) for link in outer)
    around = tuple(
        replace(speech, speaker=None if speech.speaker is None else speech.speaker + len(outer))
        for speech in one.around
    )
    return replace(one, chain=(*carried, *one.chain), around=around)
