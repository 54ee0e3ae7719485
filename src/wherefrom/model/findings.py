"""All that reading and comparing return for a set of documents."""

from dataclasses import dataclass

from .appearance import Appearance
from .claim import Claim, Conflict, Reliance
from .document import Document
from .party import Party

FORMAT = "wherefrom/1"
"""The name of the JSON format of findings."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Which reader made the findings."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why, in one plain line."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a set of documents.

    Arrays are sorted by publication, document id and first span, so that the order in which files were named changes
    nothing. What no stage has filled yet is empty, never guessed.
    """

    reader: Reader
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    relies_on: tuple[Reliance, ...] = ()
