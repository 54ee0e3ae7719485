"""The public functions, one for each command of the program; a module for each group of commands."""

from .keeping import add, findings
from .reading import demo, drift, read, revisions, timeline

__all__ = ["add", "demo", "drift", "findings", "read", "revisions", "timeline"]
