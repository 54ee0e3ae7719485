"""The names in a document, as the encoder finds them."""

from dataclasses import dataclass

from wherefrom.model import Document, Span

from .chains import ChainReader
from .mentions import MentionKind
from .quotations import quotations
from .reading import CLAIMING
from .wordpiece import shipped


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text and what it names."""

    span: Span
    kind: MentionKind


def entities_of(document: Document) -> list[Entity]:
    """The names in a document, in the order of the text."""
    blocks = [block for block in document.blocks if block.kind in CLAIMING]
    reader = ChainReader(document, quotations(document.text, blocks), shipped())
    reader.read(blocks)
    return [Entity(name.span, name.kind) for name in reader.scan.names]
