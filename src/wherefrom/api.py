"""The public functions, one for each command of the program."""

from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path

from wherefrom import intake, reader
from wherefrom.model import Appearance, Document, Findings, Unread, Unreadable


def read(
    paths: str | Path | Iterable[str | Path], *, outlet: str | None = None, published: str | None = None
) -> Findings:
    """Read reports, one file or several, and return every claim in them with its chain.

    `outlet` and `published` (ISO 8601) are taken for all of them and win over a sidecar. A file that cannot be read is
    listed under `unread` with the reason; the rest is read. Files with the same bytes, format, outlet, address and date
    are one document. The order of `paths` changes nothing.
    """
    documents: dict[str, Document] = {}
    unread: set[Unread] = set()
    for path in {str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)}:
        try:
            document = intake.open_document(Path(path), outlet=outlet, published=published)
        except Unreadable as error:
            unread.add(Unread(error.path, error.why))
        else:
            documents[document.id] = min(documents.get(document.id, document), document, key=_best_known)
    ordered = sorted(documents.values(), key=_published_then_id)
    return Findings(
        reader=reader.identity(),
        documents=tuple(ordered),
        unread=tuple(sorted(unread, key=lambda one: (one.path, one.why))),
        appearances=tuple(one for document in ordered for one in _in_order(reader.read(document).appearances)),
    )


def demo() -> Findings:
    """Read the bundled case: a fictional story as told by a handful of fictional outlets."""
    with as_file(files("wherefrom") / "demo_case") as folder:
        reports = [path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html"}]
        return read(reports)


def _best_known(document: Document) -> tuple[int, list[str], str]:
    """Of files that are one document, the one whose sidecar or page tells most comes first; the path decides last."""
    known = (document.title, document.author, document.language)
    return (known.count(None), [word or "" for word in known], document.path)


def _published_then_id(document: Document) -> tuple[bool, str, str]:
    """Earliest first; documents without a date come last."""
    return (document.published is None, document.published or "", document.id)


def _in_order(appearances: Iterable[Appearance]) -> list[Appearance]:
    return sorted(appearances, key=lambda appearance: (appearance.spans, appearance.id))
