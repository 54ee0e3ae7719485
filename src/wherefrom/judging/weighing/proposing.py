"""What is to be considered of every source: that it deceives, and that it is honestly wrong. Proposed, never put in by the program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from wherefrom.model.judgement import HypothesisKind

from .columns import Column, Source

Doubt = Literal["deception", "honestly-wrong"]

WORDS: dict[Doubt, str] = {
    "deception": "Deception by {name}: what comes from there was said to mislead",
    "honestly-wrong": "Honest error by {name}: what comes from there was believed, and is not so",
}
"""What such a hypothesis says where nobody words it otherwise."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A hypothesis that nobody added or declined yet, on the source of these columns."""

    kind: Doubt
    source: Source
    text: str
    columns: tuple[str, ...]


def sources_of(columns: Iterable[Column]) -> tuple[tuple[Source, tuple[str, ...]], ...]:
    """Every source behind these columns, each with the columns that it stands behind; one that columns share is there once."""
    found: list[tuple[frozenset[str], Source, tuple[str, ...]]] = []
    for column in columns:
        for source in column.sources:
            same = [one for one in found if one[0] & source.keys]
            keys = source.keys.union(*(one[0] for one in same))
            held = dict.fromkeys((*(name for one in same for name in one[2]), column.name))
            first = same[0][1] if same else source
            parties = dict.fromkeys(
                (*first.parties, *(name for one in same for name in one[1].parties), *source.parties)
            )
            joined = (keys, replace(first, parties=tuple(parties)), tuple(held))
            place = found.index(same[0]) if same else len(found)
            found = [*(it for it in found[:place]), joined, *(it for it in found[place:] if it not in same)]
    return tuple((source, held) for _, source, held in found)


def proposals(
    columns: Sequence[Column], considered: Iterable[tuple[HypothesisKind, Source | None]]
) -> tuple[Proposal, ...]:
    """A deception and an honestly-wrong row for every source of these columns of which that was not yet considered."""
    known = [(kind, source.keys) for kind, source in considered if source is not None]
    return tuple(
        Proposal(kind, source, WORDS[kind].format(name=source.name), held)
        for source, held in sources_of(columns)
        for kind in get_args(Doubt)
        if not any(kind == one and keys & source.keys for one, keys in known)
    )
