"""What stands for the words of texts where none may be shown: the place at which they stand, and neutral designations for names.

The names of outlets stay, as dates do: who published or is cited is a fact. Which words are an outlet's name is a matter of record, not of
reading: a publisher of the documents, or an outlet that the lists know. Every other name gets a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wherefrom.comparing.outlets import Outlets
from wherefrom.judging.sentences import Called, Cited, Ground, Piece, Printed
from wherefrom.model import Document, Spans

from .inshort import Token
from .shared import name_key

_KINDS = {"person": "person", "organisation": "organisation", "group": "group", "document": "paper"}


@dataclass(slots=True)
class Designations:
    """Numbers for documents and names, given out in the order in which they are asked for: the same page gives the same ones."""

    numbers: dict[str, int]
    outlets: frozenset[str]
    known: Outlets
    _given: dict[tuple[str, str], int] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[Document], known: Outlets | None = None) -> "Designations":
        """Those of a page over these documents."""
        held = list(documents)
        publishers = frozenset(name_key(one.publisher) for one in held if one.publisher)
        return cls({one.id: number for number, one in enumerate(held, 1)}, publishers, known or Outlets.shipped())

    def is_outlet(self, name: str) -> bool:
        """Whether this is an outlet's name as a matter of record."""
        return name_key(name) in self.outlets or self.known.known(name) is not None

    def outlet(self, name: str) -> str:
        """An outlet by its name where that is one, else by a number; of a listed one the name that the lists have."""
        if name_key(name) in self.outlets:
            return name
        listed = self.known.known(name)
        return self.number("outlet", name) if listed is None else listed.name

    def somebody(self, name: str, kind: str) -> str:
        """Anybody else by a number: "person 2"."""
        return self.number(_KINDS.get(kind, "somebody"), name)

    def number(self, kind: str, name: str) -> str:
        """A number for a name, the same whenever it comes again."""
        key = (kind, name_key(name))
        if key not in self._given:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._given[key] = self._counts[kind]
        return f"{kind} {self._given[key]}"

    def place(self, document: str, spans: Spans) -> str:
        """Where words stand: "document 3, 120–145"; code points, the end not included."""
        return f"document {self.numbers[document]}, {', '.join(f'{start}–{end}' for start, end in spans)}"

    def at(self, ground: Ground) -> str:
        """Where words stand that something rests on."""
        return self.place(ground.document, ground.spans)

    def token(self, piece: Piece) -> Token:
        """A piece of a sentence without any word of a text."""
        match piece:
            case str():
                return Token("own", piece)
            case Cited():
                return Token("cited", f"[{self.at(piece.at)}]")
            case Called():
                return Token("called", self.somebody(piece.name, piece.kind))
            case Printed():
                return Token("printed", self.outlet(piece.name))
