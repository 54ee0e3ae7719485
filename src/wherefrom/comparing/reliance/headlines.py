"""Headlines under which one outlet points to an article of its own, and others print it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from wherefrom.comparing.material import Material
from wherefrom.model import Document, Span

from . import wording
from .press import Press

_LETTERS = re.compile(r"[^\W_]+")
_LEAST_LETTERS = 20


def plain(title: str) -> str:
    """A headline without what differs between printings: case, spaces and marks."""
    return "".join(_LETTERS.findall(title.casefold()))


class Headlines:
    """The documents by their headlines, and the headlines that outlets call their own ("Read more: ...")."""

    def __init__(self, material: Material, press: Press) -> None:
        self._press = press
        self._under: dict[str, list[Document]] = defaultdict(list)
        for document in material.findings.documents:
            for headline in sorted({plain(document.text[span.start : span.end]) for span in _headlines(document)}):
                if len(headline) >= _LEAST_LETTERS:
                    self._under[headline].append(document)
        self._owners: dict[str, list[tuple[Document, Span]]] = defaultdict(list)
        for document in material.findings.documents:
            for headline, span in _pointers(document):
                if headline in self._under and press.publisher(document):
                    self._owners[headline].append((document, span))

    def claimed(self, document: Document) -> Iterator[tuple[str, Span]]:
        """Outlets that call a headline over this document their own, and where it stands here.

        Only where the documents at hand under that headline are by two other outlets at least: one alone may be where
        the pointer leads.
        """
        for span in _headlines(document):
            headline = plain(document.text[span.start : span.end])
            for owner, _ in self._owners.get(headline, ())[:1]:
                if self._press.publisher(owner) != self._press.publisher(document) and self._is_passed_around(
                    headline, owner
                ):
                    yield self._press.name_of(self._press.publisher(owner)), span

    def pointers(self, document: Document) -> Iterator[tuple[str, Span]]:
        """Where a document points to an article of its own outlet that others print: the outlet, and the line."""
        for headline, span in _pointers(document):
            if self._is_passed_around(headline, document):
                yield self._press.name_of(self._press.publisher(document)), span

    def _is_passed_around(self, headline: str, owner: Document) -> bool:
        others = {self._press.publisher(one) for one in self._under.get(headline, ())}
        own = self._press.publisher(owner)
        return bool(own) and own not in others and len(others) > 1


def _headlines(document: Document) -> list[Span]:
    return [block.span for block in document.blocks if block.kind == "headline"]


def _pointers(document: Document) -> Iterator[tuple[str, Span]]:
    """The headlines to which a document points, and the lines that do."""
    for block in document.blocks:
        if block.kind in {"boilerplate", "paragraph", "heading"} and block.end - block.start < 300:
            found = wording.READ_MORE.match(document.text[block.start : block.end])
            if found is not None:
                yield plain(found["title"]), block.span
