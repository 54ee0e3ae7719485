"""Who relies on whom, ready to be looked up document by document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from wherefrom.comparing.material import Material
from wherefrom.model import Reliance

from .words import folded


@dataclass(frozen=True, slots=True)
class Reliances:
    """For each document what it rests on: documents of the set by their ids, and outlets without one by their names."""

    on_documents: Mapping[str, tuple[Reliance, ...]]
    on_outlets: Mapping[str, tuple[Reliance, ...]]
    publishers: frozenset[str]
    """All publishers of the set, in lower case."""

    @classmethod
    def of(cls, material: Material, relies_on: Iterable[Reliance]) -> Self:
        """The same reliances by document, in the order given; one that points to its own document is passed over."""
        on_documents: dict[str, list[Reliance]] = {}
        on_outlets: dict[str, list[Reliance]] = {}
        for reliance in relies_on:
            if reliance.on != reliance.document:
                held = on_documents if reliance.on in material.documents else on_outlets
                held.setdefault(reliance.document, []).append(reliance)
        publishers = frozenset(folded(one.publisher) for one in material.findings.documents if one.publisher)
        return cls(_fixed(on_documents), _fixed(on_outlets), publishers)

    def of_document(self, document: str) -> tuple[Reliance, ...]:
        """All that a document rests on, documents of the set first."""
        return self.on_documents.get(document, ()) + self.on_outlets.get(document, ())


def _fixed(held: Mapping[str, list[Reliance]]) -> dict[str, tuple[Reliance, ...]]:
    return {document: tuple(reliances) for document, reliances in held.items()}
