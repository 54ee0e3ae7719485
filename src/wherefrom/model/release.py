"""Findings on their way out: cut to what may go to somebody, and the only thing that outputs take."""

from dataclasses import dataclass
from typing import Literal, Self

from .document import Document
from .findings import Findings
from .handling import Level

Form = Literal["findings", "release", "dossier", "dossier-without-words"]
"""As what a release leaves: the findings' own JSON, JSON with the label before the findings and the notes after them, one HTML page, the same
with places in place of the reports' words."""


@dataclass(frozen=True, slots=True)
class ReleasedDocument(Document):
    """A document as it goes out: `name` is its id in this release alone, `digest` the SHA-256 of its bytes, which stay behind."""

    name: str = ""
    digest: str = ""

    @property
    def id(self) -> str:
        """Its id in this release: one made from content would confirm a guess."""
        return self.name

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes as they came, in hexadecimal."""
        return self.digest


@dataclass(frozen=True, slots=True)
class ReleasedNote:
    """A person's words about something in a release; `on` is the id that it has there."""

    on: str
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """What leaves, at which level, to whom and when.

    A release from a ledger has a level, and nothing in its findings and notes tells of anything marked above that. `to`, `at` and `id` are for
    the log: outputs show none of them.
    """

    findings: Findings
    level: Level | None = None
    to: str | None = None
    at: str | None = None
    id: str | None = None
    notes: tuple[ReleasedNote, ...] = ()

    @classmethod
    def of_reading(cls, findings: Findings) -> Self:
        """All of what was just read, for whoever read it: nothing is kept, so that nothing is marked, and there is no level."""
        return cls(findings)
