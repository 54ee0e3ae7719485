"""The names in a document, as the encoder finds them."""

from wherefrom.model import Document

from .chains import ChainReader
from .quotations import quotations
from .reading import CLAIMING
from .scanning import Name
from .wordpiece import shipped


def entities_of(document: Document) -> list[Name]:
    """The names in a document, in the order of the text."""
    blocks = [block for block in document.blocks if block.kind in CLAIMING]
    reader = ChainReader(document, quotations(document.text, blocks), shipped())
    reader.read(blocks)
    return list(reader.scan.names)
