"""From a path, or from bytes, to a document."""

import re
from pathlib import Path, PurePath
from typing import NamedTuple

from wherefrom.model import Capture, Document, FileFormat, Unreadable

from . import markdown, page, plaintext
from .blocks import blocks_of
from .dates import iso_date
from .encoding import decoded
from .files import contents
from .metadata import Metadata, one_line
from .pieces import Stretch, set_out
from .refusal import Refused
from .sidecar import sidecar_of, writable_path

MAX_BYTES = 20_000_000
"""No report is larger; what is would only fill the memory. The largest saved pages, pictures in them, stay below."""

MAX_CHARACTERS = 4_000_000
"""More than the longest books have: reading such a text would take hours and help nobody."""

_FORMATS: dict[str, FileFormat] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
"""How every page begins: perhaps after a prologue and comments."""

_SNIFFED = 20_000
"""A page shows within its first so many characters that it is one."""


class _Read(NamedTuple):
    """What a format's reader makes of a text."""

    text: str
    stretches: list[Stretch]
    stated: Metadata


def open_document(path: Path, *, outlet: str | None = None, published: str | None = None) -> Document:
    """The report in a file, with what is known about it.

    What is given here wins over the sidecar (NAME.json beside NAME.txt), the sidecar over what the file itself states.

    Raises:
        Unreadable: the file, its sidecar or `published` cannot be read; `why` is one plain line.
    """
    shown = writable_path(path)
    _must_be_report(shown)
    try:
        raw = contents(path, MAX_BYTES)
    except Refused as refused:
        raise Unreadable(shown, refused.why) from None
    return document_from_bytes(raw, shown, outlet=outlet, published=published, metadata=sidecar_of(path))


def document_from_bytes(
    raw: bytes,
    path: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    metadata: Metadata | None = None,
) -> Document:
    """The report in these bytes; `path` is where they came from, whose ending tells the format, and `metadata` its sidecar's.

    Raises:
        Unreadable: they are no text that can be read, or `published` is no date.
    """
    _must_be_report(path)
    try:
        return _document(raw, path, Metadata(one_line(outlet), _checked(published)), metadata or Metadata())
    except Refused as refused:
        raise Unreadable(path, refused.why) from None


def _must_be_report(path: str) -> None:
    if PurePath(path).suffix.lower() == ".json":
        raise Unreadable(path, "is a sidecar or JSON, not a report; name the report beside it")


def _checked(published: str | None) -> str | None:
    """The date, if it is one."""
    if published is None:
        return None
    try:
        return iso_date(published)
    except ValueError as error:
        why = f"published: {error}"
        raise Refused(why) from None


def _document(raw: bytes, path: str, given: Metadata, beside: Metadata) -> Document:
    """The document, from bytes and from what is known besides them."""
    if len(raw) > MAX_BYTES:
        why = f"is larger than {MAX_BYTES // 1_000_000} MB; no report is, so split it or name its text"
        raise Refused(why)
    if not raw.strip():
        why = "holds nothing but white space" if raw else "is empty"
        raise Refused(why)
    named = _FORMATS.get(PurePath(path).suffix.lower(), "text")
    source = decoded(raw, page=named == "html" or _is_page(raw[:_SNIFFED].decode("latin-1")))
    if len(source.text) > MAX_CHARACTERS:
        why = f"has more than {MAX_CHARACTERS // 1_000_000} million characters; split it"
        raise Refused(why)
    form: FileFormat = "html" if _is_page(source.text[:_SNIFFED]) else named
    read = _read(source.text, form)
    if not read.stretches:
        why = "holds nothing but white space" if form == "text" else "has no text in it"
        raise Refused(why)
    known = given.or_else(beside).or_else(read.stated)
    return Document(
        path=path,
        capture=Capture(raw, form, source.encoding),
        text=read.text,
        blocks=blocks_of(read.text, read.stretches, known.title),
        title=known.title,
        publisher=known.outlet,
        author=known.author,
        url=known.url,
        published=known.published,
        language=known.language,
    )


def _is_page(beginning: str) -> bool:
    return _PAGE.match(beginning.removeprefix("\ufeff").removeprefix("\xef\xbb\xbf")) is not None


def _read(source: str, form: FileFormat) -> _Read:
    """The text in its stretches, as this format has them, and what it states about itself."""
    if form == "html":
        found = page.read(source)
        return _Read(*set_out(found.pieces), found.stated)
    if form == "markdown":
        stated, rest = markdown.front_matter(source)
        return _Read(*set_out(markdown.pieces_of(rest)), stated)
    return _Read(source, plaintext.stretches_of(source), Metadata())
