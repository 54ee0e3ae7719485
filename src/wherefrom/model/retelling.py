"""What is shown of claims along their retelling: what was lost on the way, what happened when, and what a new version changed."""

from dataclasses import dataclass
from typing import Literal

from .claim import Stance
from .span import Spans, Words

DriftKind = Literal[
    "source-lost",
    "hedge-lost",
    "degree-raised",
    "condition-lost",
    "bound-lost",
    "bound-changed",
    "figure-changed",
    "name-changed",
    "place-changed",
    "polarity-turned",
]
"""What a retelling lost or changed. "degree-raised": still held back, but less ("may" has become "probably")."""

RevisionKind = Literal["added", "dropped", "hedged", "unhedged", "attributed", "unattributed", "changed"]
"""What a new version of an article did to one statement. "changed": a figure, a name or the polarity."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as one document has it: `said` is the whole of it, `marked` the words that matter here.

    `marked` may lie outside the statement (who is said to have said it) and is empty where the words are missing.
    """

    document: str
    appearance: str
    published: str | None
    said: Words
    marked: Spans


@dataclass(frozen=True, slots=True)
class Drift:
    """What a later telling of a claim lost or changed, both wordings side by side.

    `how` is the way in which the later document relies on the earlier one; None where both tell the same claim and
    nothing shows that one took it from the other.
    """

    claim: str
    kind: DriftKind
    earlier: Telling
    later: Telling
    how: Literal["cites", "copies", "echoes", "version-of"] | None
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """A statement that says when something happened: `time` are the words that tell, `published` when it was reported."""

    document: str
    appearance: str
    published: str | None
    stance: Stance | None
    time: Words


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What is said to have happened at a time; `time` is EDTF as the reader has it, uncertain or an interval as it is.

    `claim` is None for a statement under no claim. `text` is the first statement that says so. `reported` is the first dated
    publication that does, None where no document has a date.
    """

    time: str
    claim: str | None
    text: str
    reported: str | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What a later version of an article did to one statement; `before` is None for an added, `after` for a dropped one."""

    earlier: str
    later: str
    kind: RevisionKind
    before: Telling | None
    after: Telling | None
    why: str
