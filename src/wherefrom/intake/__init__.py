"""Bytes to documents: one file a format, and the blocks that all formats have in common.

Nothing here opens the network, and what a file does not state is None, never guessed.
"""

from .dates import iso_date
from .metadata import Metadata
from .opening import document_from_bytes, open_document
from .sidecar import sidecar_path

__all__ = ["Metadata", "document_from_bytes", "iso_date", "open_document", "sidecar_path"]
