"""Markdown: its words without the markup, and what the markup says of them."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from .dates import iso_date
from .metadata import Metadata, one_line
from .pieces import Hint, Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\r?\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)

_FIELD = re.compile(r"(?P<key>\w+)[ \t]*:[ \t]+(?P<value>[^\r\n|>\[{][^\r\n]*)")

_KEYS = {
    "title": "title",
    "author": "author",
    "url": "url",
    "outlet": "outlet",
    "publisher": "outlet",
    "published": "published",
    "date": "published",
    "language": "language",
    "lang": "language",
}


def front_matter(source: str) -> tuple[Metadata, str]:
    """What the lines between "---" at the top of a file state, and the rest of the file.

    Only plain one-line fields are read; a date that is not ISO 8601 is not taken.
    """
    found = _FRONT_MATTER.match(source)
    if found is None:
        return Metadata(), source
    stated: dict[str, str] = {}
    for line in found["fields"].splitlines():
        field = _FIELD.match(line)
        name = _KEYS.get(field["key"].lower()) if field else None
        value = one_line(field["value"].strip().strip("\"'")) if field else None
        if name and value and name not in stated and (name != "published" or _is_date(value)):
            stated[name] = value
    return Metadata(**stated), source[found.end() :]


def _is_date(value: str) -> bool:
    try:
        iso_date(value)
    except ValueError:
        return False
    return True


def pieces_of(source: str) -> Iterator[Piece]:
    """The blocks of a Markdown text, in order: headings, paragraphs, list items, quotations, what stands for pictures."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    hint: Hint = None
    depth = 0
    for token in parser.parse(source):
        if token.type == "heading_open":
            hint = "heading"
        elif token.type in ("paragraph_open", "th_open", "td_open"):
            hint = "prose" if depth else None
        elif token.type in ("list_item_open", "blockquote_open", "table_open"):
            depth += 1
        elif token.type in ("list_item_close", "blockquote_close", "table_close"):
            depth -= 1
        elif token.type == "inline":
            yield from _inline(token.children or [], hint)
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content, "prose")
        elif token.type == "html_block":
            yield Piece(_without_tags(token.content), None)


def _inline(tokens: Sequence["Token"], hint: Hint) -> Iterator[Piece]:
    """The words of one block; pictures and hard line breaks part it."""
    words: list[str] = []
    for token in tokens:
        if token.type == "image":
            yield Piece("".join(words), hint)
            yield Piece(token.content, "caption")
            words = []
        elif token.type == "hardbreak":
            yield Piece("".join(words), hint)
            words = []
        elif token.type == "softbreak":
            words.append(" ")
        elif token.type != "html_inline":
            words.append(token.content)
    yield Piece("".join(words), hint)


class _Words(HTMLParser):
    """The text between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Scripts and styles are not for reading."""
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        """The end of what `handle_starttag` hides."""
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        """Words, unless they are hidden."""
        if self._hidden <= 0:
            self.words.append(data)


def _without_tags(markup: str) -> str:
    """The words of a stretch of HTML within Markdown."""
    parser = _Words()
    parser.feed(markup)
    parser.close()
    return " ".join(parser.words)
