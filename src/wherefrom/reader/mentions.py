"""Words that mean somebody or something, as the encoder finds them: what parties are joined from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from wherefrom.model import Span

MentionKind = Literal["person", "organisation", "outlet", "place", "group", "document", "event", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase or pronoun that means something.

    `span` is the whole phrase, `head` its head word, and `name` the name in it, None where it only describes: "the
    mayor of Orrin". `kind` tells of names and common nouns alike what they mean. `pronoun` is true for "he" and "who".
    """

    span: Span
    head: Span
    kind: MentionKind
    name: Span | None
    pronoun: bool


Affinity = Callable[[Mention, Mention], float | None]
"""How much the later of two mentions points back to the earlier one: log-odds against pointing to none, None where it
was not asked."""
