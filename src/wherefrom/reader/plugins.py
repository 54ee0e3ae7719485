"""Readers that can be chosen: ours, and those of other packages.

A package offers one under the entry-point group `wherefrom.readers`; `docs/readers.md` shows how. What such a reader
returns is held against the laws before anything is made of it.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from wherefrom.model import Document, Reader, UnfitReader

from . import reading
from .laws import breach
from .reading import Reading

GROUP = "wherefrom.readers"
"""The group of entry points under which packages offer readers."""

Result = TypeVar("Result")

SHIPPED = "wherefrom-minilm"
"""The name of the reader that comes with the package, which reads where no other is asked for."""


class ReadsDocuments(Protocol):
    """What a reader is: anything, a module too, with these two functions.

    It is given one document at a time, in any order and in any process, and must return the same for the same document
    each time: what else is read beside it changes nothing.
    """

    def identity(self) -> Reader:
        """Its name and version, as the findings tell them. Another version may read otherwise."""

    def read(self, document: Document) -> Reading:
        """The appearances in a document, with their chains, and the parties that they name."""


def names() -> list[str]:
    """The names of the readers that can be chosen, ours first."""
    from importlib.metadata import entry_points  # noqa: PLC0415  it looks at every package that is installed

    return [SHIPPED, *sorted({point.name for point in entry_points(group=GROUP)} - {SHIPPED})]


def reader_named(name: str | None = None) -> ReadsDocuments:
    """The reader of this name; ours where none is given.

    Raises:
        UnfitReader: there is none of this name, or it cannot be loaded or does not tell who it is.
    """
    if name is None or name == SHIPPED:
        return reading
    return _Guarded(name, _loaded(name))


def _loaded(name: str) -> ReadsDocuments:
    from importlib.metadata import entry_points  # noqa: PLC0415  as above

    offered = sorted(entry_points(group=GROUP, name=name), key=lambda point: point.value)
    if not offered:
        raise UnfitReader(name, f"is not installed; there is {', '.join(names())}")
    if len({point.value for point in offered}) > 1:
        raise UnfitReader(name, f"is offered twice, as {' and as '.join(point.value for point in offered)}")
    found: ReadsDocuments = _attempted(name, "cannot be loaded", offered[0].load)
    missing = [part for part in ("identity", "read") if not callable(getattr(found, part, None))]
    if missing:
        raise UnfitReader(name, f"has no {' and no '.join(missing)}; {_others(name)}")
    return found


class _Guarded:
    """A reader of another package: whatever it does wrong is told in one line that names it."""

    def __init__(self, name: str, reader: ReadsDocuments) -> None:
        self._name = name
        self._reader = reader

    def identity(self) -> Reader:
        told = _attempted(self._name, "does not tell its name and version", self._reader.identity)
        if not (isinstance(told, Reader) and isinstance(told.name, str) and isinstance(told.version, str)):
            raise UnfitReader(self._name, f"does not tell its name and version; {_others(self._name)}")
        return told

    def read(self, document: Document) -> Reading:
        found = _attempted(self._name, "failed", lambda: self._reader.read(document))
        if (why := breach(document, found)) is not None:
            raise UnfitReader(self._name, why)
        return found


def _attempted(name: str, what: str, attempt: Callable[[], Result]) -> Result:
    """What this attempt at a reader gives; if it raises anything, the reader is unfit."""
    try:
        return attempt()
    except Exception as error:  # anything may go wrong in what others wrote
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise UnfitReader(name, f"{what} ({told.removesuffix(': ')}); {_others(name)}") from error


def _others(name: str) -> str:
    """The readers that could be taken instead."""
    return f"there is also {', '.join(other for other in names() if other != name)}"
