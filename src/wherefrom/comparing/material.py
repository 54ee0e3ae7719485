"""What the rooms of comparing work on: readings side by side, found by id, and statements that carry one claim."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from wherefrom.model import Appearance, Document, Findings, Membership, Mention, Party


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

    def among(self, documents: Sequence[str]) -> Findings:
        """The findings about these documents alone; parties have the mentions in them."""
        kept = {name: self.of_document[name] for name in documents}
        meant = dict.fromkeys(
            party
            for told in kept.values()
            for one in told
            for party in (*one.about, *(name for link in one.chain if link.source for name in link.source.parties))
        )
        return replace(
            self.findings,
            documents=tuple(self.documents[name] for name in documents),
            appearances=tuple(one for told in kept.values() for one in told),
            parties=tuple(self._told_of(self.parties[name], kept) for name in meant if name in self.parties),
        )

    def _told_of(self, party: Party, documents: Mapping[str, object]) -> Party:
        """A party with its mentions in these documents; what half of all stories mention is looked up document by document."""
        told = party.mentions
        if len(told) > len(documents):
            place = {name: self.place[name] for name in documents}
            ends = (
                (bisect_left(told, at, key=self._at), bisect_right(told, at, key=self._at))
                for at in sorted(place.values())
            )
            held = tuple(one for begin, end in ends for one in told[begin:end])
        else:
            held = tuple(one for one in told if one.document in documents)
        return party if len(held) == len(told) else replace(party, mentions=held)

    def _at(self, mention: Mention) -> int:
        return self.place.get(mention.document, len(self.place))

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
