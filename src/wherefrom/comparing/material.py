"""What the rooms of comparing work on: readings side by side, found by id, and statements that carry one claim."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from wherefrom.model import Appearance, Document, Findings, Membership, Party


@dataclass(frozen=True, slots=True)
class Material:
    """The readings of several documents; `place` is a document's in the order of publication, then of ids."""

    findings: Findings
    documents: Mapping[str, Document]
    place: Mapping[str, int]
    appearances: Mapping[str, Appearance]
    of_document: Mapping[str, tuple[Appearance, ...]]
    parties: Mapping[str, Party]

    @classmethod
    def of(cls, findings: Findings) -> Self:
        """Look-ups over findings, whose arrays are in the order that `Findings` promises."""
        told: dict[str, list[Appearance]] = {document.id: [] for document in findings.documents}
        for appearance in findings.appearances:
            told[appearance.document].append(appearance)
        return cls(
            findings=findings,
            documents={document.id: document for document in findings.documents},
            place={document.id: place for place, document in enumerate(findings.documents)},
            appearances={appearance.id: appearance for appearance in findings.appearances},
            of_document={document: tuple(held) for document, held in told.items()},
            parties={party.id: party for party in findings.parties},
        )

    def parted(self, parts: Iterable[Sequence[str]]) -> Iterator[Findings]:
        """The findings about the documents of each part alone; a party has its mentions in them."""
        mentioned: dict[str, dict[str, None]] = defaultdict(dict)
        for party in self.findings.parties:
            for mention in party.mentions:
                mentioned[mention.document][party.id] = None
        for part in parts:
            held = frozenset(part)
            yield replace(
                self.findings,
                documents=tuple(self.documents[name] for name in part),
                appearances=tuple(one for name in part for one in self.of_document[name]),
                parties=tuple(
                    _told_in(self.parties[party], held)
                    for party in dict.fromkeys(one for name in part for one in mentioned[name])
                ),
            )

    def document_of(self, appearance: str) -> Document:
        """The document in which an appearance stands."""
        return self.documents[self.appearances[appearance].document]

    def in_time(self, appearances: Iterable[str]) -> list[Appearance]:
        """Appearances by id, in the order of publication, document and text."""
        held = (self.appearances[name] for name in appearances)
        return sorted(held, key=lambda one: (self.place[one.document], one.spans, one.id))


@dataclass(frozen=True, slots=True)
class Group:
    """A claim in the making: its id, the extract that names it, and the appearances under it in the order of time."""

    id: str
    text: str
    members: tuple[Membership, ...]


def _told_in(party: Party, documents: Collection[str]) -> Party:
    """A party with its mentions in these documents."""
    held = tuple(one for one in party.mentions if one.document in documents)
    return party if len(held) == len(party.mentions) else replace(party, mentions=held)
