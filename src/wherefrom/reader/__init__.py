"""Document -> appearances and parties."""

from .reading import Reading, identity, read

__all__ = ["Reading", "identity", "read"]
