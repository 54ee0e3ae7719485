"""Captured texts and the blocks they consist of."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from .span import Span

BlockKind = Literal["headline", "byline", "heading", "paragraph", "caption", "credit", "boilerplate"]
"""What a block is. Bylines, credits and boilerplate ("read also") are kept but never become claims."""

FileFormat = Literal["text", "markdown", "html"]

DocumentKind = Literal["report", "check"]
"""What somebody published, or an own check: what a desk was told, asked for or saw itself, and noted. Notes that have the words of a report
are no copy of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document's text of one kind: code points from `start` up to `end`, which is not included."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Capture:
    """How a text came to us: the bytes as they came, never altered, and how they were read."""

    raw: bytes
    format: FileFormat
    encoding: str
    """The encoding's name in Python's spelling, for instance "utf-8" or "utf-16-le"."""


@dataclass(frozen=True, slots=True)
class Document:
    """One captured text with what is known about its publication; what is not known is None, never guessed.

    `text` is the plain text that all spans point into; `published` an ISO 8601 date or date and time. `path` is where
    it was read from this time: metadata, and no part of the document's identity.
    """

    path: str
    capture: Capture
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    kind: DocumentKind = "report"

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes as they came, in hexadecimal."""
        return sha256(self.capture.raw).hexdigest()

    @property
    def id(self) -> str:
        """Made from bytes, format, outlet, address and date: never from path, order, or what is read beside it.

        The format counts because the same bytes read as Markdown and as plain text are two texts.
        """
        known = (self.sha256, self.capture.format, self.publisher or "", self.url or "", self.published or "")
        return f"d{sha256(chr(0).join(known).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

    def block_of(self, span: Span) -> Block | None:
        """The block in which a span begins."""
        return next((block for block in self.blocks if block.start <= span.start < block.end), None)
