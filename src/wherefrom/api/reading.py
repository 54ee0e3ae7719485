"""What reads reports and keeps nothing: `read` and `demo`."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path

from wherefrom import intake
from wherefrom.comparing import Outlets, compare
from wherefrom.comparing.drift import drift
from wherefrom.comparing.revisions import revisions
from wherefrom.comparing.timeline import timeline
from wherefrom.model import Appearance, Document, Findings, Party, Reader, UnfitReader, Unread, Unreadable
from wherefrom.reader import Reading, reader_named
from wherefrom.workers import Each, worth
from wherefrom.workers import workers as _workers

__all__ = ["demo", "drift", "read", "readings", "revisions", "timeline"]


def read(  # noqa: PLR0913  each is an option of the command
    paths: str | Path | Iterable[str | Path],
    *,
    outlet: str | None = None,
    published: str | None = None,
    reader: str | None = None,
    workers: int | None = 1,
    outlets: str | Path | None = None,
) -> Findings:
    """Read reports, one file or several, and return every statement in them with its chain, and what they have in common.

    `outlet` and `published` (ISO 8601) are taken for all of them and win over a sidecar. A file that cannot be read is
    listed under `unread` with the reason; the rest is read. Files with the same bytes, format, outlet, address and date
    are one document. The order of `paths` changes nothing.

    `outlets` is a file that adds to the outlets known by name, or says otherwise of one (docs/comparing.md).

    `reader` is the name of another reader that is installed (docs/readers.md). `workers` is the number of processes
    that read, None as many as pay: it changes nothing in the findings. With more than one, a script must keep what it
    does under `if __name__ == "__main__":`, as for all of Python's process pools.

    Raises:
        UnfitReader: there is no such reader, or it cannot be used.
        Unreadable: the file of outlets cannot be used.
        Stopped: the system ended a worker.
    """
    known = Outlets.shipped() if outlets is None else Outlets.shipped().with_file(outlets)
    reader_named(reader)  # what is wrong with it is told before anything is read
    with _working(paths, workers) as (given, each):
        found, read = _read_each(given, each, _Given(outlet, published, reader))
        return compare(_uncompared(found, read), known, each)


def readings(
    paths: str | Path | Iterable[str | Path],
    *,
    outlet: str | None = None,
    published: str | None = None,
    reader: str | None = None,
    workers: int | None = 1,
) -> tuple[Findings, tuple[Reading, ...]]:
    """The documents in these files, and the reading of each; the options and what is raised are those of `read`."""
    reader_named(reader)
    with _working(paths, workers) as (given, each):
        return _read_each(given, each, _Given(outlet, published, reader))


@dataclass(frozen=True, slots=True)
class _Given:
    """What is said of all the files at once."""

    outlet: str | None
    published: str | None
    reader: str | None


@contextmanager
def _working(paths: str | Path | Iterable[str | Path], workers: int | None) -> Iterator[tuple[list[str], Each]]:
    given = sorted({str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)})
    with _workers(worth(len(given)) if workers is None else workers) as each:
        yield given, each


def _read_each(paths: Sequence[str], each: Each, given: _Given) -> tuple[Findings, tuple[Reading, ...]]:
    """The documents without what stands in them, and what stands in each."""
    documents: dict[str, Document] = {}
    unread: set[Unread] = set()
    for opened in each(partial(_opened, outlet=given.outlet, published=given.published), paths):
        if isinstance(opened, Unread):
            unread.add(opened)
        else:
            documents[opened.id] = min(documents.get(opened.id, opened), opened, key=_best_known)
    ordered = sorted(documents.values(), key=_published_then_id)
    kept: list[tuple[Document, Reading]] = []
    for document, found in zip(ordered, each(partial(_reading, reader=given.reader), ordered), strict=True):
        if isinstance(found, Unread):
            unread.add(found)
        else:
            kept.append((document, found))
    (identity,) = each(_identity, [given.reader])  # last, so that all workers have begun by then
    told = tuple(sorted(unread, key=lambda one: (one.path, one.why)))
    return Findings(identity, tuple(document for document, _ in kept), told), tuple(found for _, found in kept)


def _uncompared(found: Findings, read: Sequence[Reading]) -> Findings:
    return replace(
        found,
        appearances=tuple(one for held in read for one in _in_order(held.appearances)),
        parties=tuple(one for held in read for one in _by_mention(held.parties)),
    )


def demo() -> Findings:
    """Read the bundled case: a fictional story as told by a handful of fictional outlets."""
    with as_file(files("wherefrom") / "demo_case") as folder:
        reports = [path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html"}]
        return read(reports)


def _identity(reader: str | None) -> Reader:
    return reader_named(reader).identity()


def _opened(path: str, *, outlet: str | None, published: str | None) -> Document | Unread:
    try:
        return intake.open_document(Path(path), outlet=outlet, published=published)
    except Unreadable as error:
        return Unread(error.path, error.why)


def _reading(document: Document, *, reader: str | None) -> Reading | Unread:
    try:
        return reader_named(reader).read(document)
    except UnfitReader as error:
        return Unread(document.path, str(error))


def _best_known(document: Document) -> tuple[int, list[str], str]:
    """Of files that are one document, the one whose sidecar or page tells most comes first; the path decides last."""
    known = (document.title, document.author, document.language)
    return (known.count(None), [word or "" for word in known], document.path)


def _published_then_id(document: Document) -> tuple[bool, str, str]:
    """Earliest first; documents without a date come last."""
    return (document.published is None, document.published or "", document.id)


def _in_order(appearances: Iterable[Appearance]) -> list[Appearance]:
    return sorted(appearances, key=lambda appearance: (appearance.spans, appearance.id))


def _by_mention(parties: Iterable[Party]) -> list[Party]:
    return sorted(parties, key=lambda party: (min((mention.spans for mention in party.mentions), default=()), party.id))
