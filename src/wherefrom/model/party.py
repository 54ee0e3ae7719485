"""Whoever or whatever a text says something about, or that stands in a chain."""

from dataclasses import dataclass
from typing import Literal

from .span import Spans

PartyKind = Literal["person", "organisation", "outlet", "document", "group", "place", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean a party."""

    document: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Party:
    """A party with its best name and all its mentions; `named` tells whether any text gives it a name."""

    id: str
    name: str
    kind: PartyKind
    named: bool
    mentions: tuple[Mention, ...]
