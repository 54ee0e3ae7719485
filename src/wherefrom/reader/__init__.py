"""Document -> appearances and parties."""

from .plugins import SHIPPED, ReadsDocuments, reader_named
from .reading import Reading, identity, read

__all__ = ["SHIPPED", "Reading", "ReadsDocuments", "identity", "read", "reader_named"]
