"""Web pages: the report in them, without what the page puts around it.

trafilatura finds the main text. It drops captions, which are claims too, and its dates may be guesses: `page_captions`
and `page_metadata` take both from the page itself.
"""

import logging
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from .metadata import Metadata, one_line
from .page_captions import with_captions
from .page_metadata import headline_of, stated_by
from .pieces import Hint, Piece
from .refusal import Refused

Element: TypeAlias = Any
"""An element of lxml, which has no types of its own."""

_BLOCK_HINTS: dict[str, Hint] = {
    "body": None,
    "div": None,
    "p": None,
    "ab": None,
    "head": "heading",
    "quote": "prose",
    "list": "prose",
    "item": "prose",
    "table": "prose",
    "row": "prose",
    "cell": "prose",
    "lb": None,
}
"""Elements of trafilatura's body that begin a block of their own; all others stand within a line."""

_TALKATIVE = ("trafilatura", "htmldate", "courlan", "justext", "readability")


class Page(NamedTuple):
    """A report's blocks, and what its page states about it."""

    pieces: list[Piece]
    stated: Metadata


def read(source: str) -> Page:
    """The report in a page, its captions among its paragraphs; broken HTML is read as far as possible.

    Raises:
        Refused: there is no report in it.
    """
    _silence()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries, about their own insides
        try:
            return _read(source)
        except Refused:
            raise
        except Exception as error:
            why = "is HTML too broken to be read"
            raise Refused(why) from error


def _silence() -> None:
    """Let libraries keep to themselves what they think of a page: standard error is for our own one line."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _read(source: str) -> Page:
    # they take half a second to import, and most inputs are plain text
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415
    from trafilatura.metadata import Document as Found  # noqa: PLC0415

    tree: Element = load_html(source)
    if tree is None:  # a bare fragment; a page around it makes it one
        tree = load_html(f"<html><body><div>{source}</div></body></html>")
    found = bare_extraction(tree, include_comments=False, with_metadata=True) if tree is not None else None
    pieces = [piece for piece in _pieces(found.body) if piece.text.strip()] if isinstance(found, Found) else []
    if not isinstance(found, Found) or not pieces:
        why = "is a page without a report in it"
        raise Refused(why)
    stated = stated_by(tree)
    title = headline_of(tree, found.title, stated.outlet)
    known = Metadata(title=title, author=one_line(found.author), url=one_line(found.url)).or_else(stated)
    return Page(_headed(title, with_captions(tree, pieces)), known)


def _headed(title: str | None, pieces: list[Piece]) -> list[Piece]:
    """The blocks with the headline first, which trafilatura often takes away."""
    if title is None or any(_letters(piece.text) == _letters(title) for piece in pieces):
        return pieces
    return [Piece(title, "heading"), *pieces]


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@dataclass
class _Flow:
    """Words of the block at hand, until the next block begins."""

    words: list[str] = field(default_factory=list)
    done: list[Piece] = field(default_factory=list)

    def close(self, hint: Hint) -> None:
        """The block ends here."""
        self.done.append(Piece("".join(self.words), hint))
        self.words.clear()


def _pieces(body: Element) -> Iterator[Piece]:
    """The blocks of trafilatura's body, in order."""
    flow = _Flow()
    _follow(body, None, flow)
    flow.close(None)
    yield from flow.done


def _follow(element: Element, around: Hint, flow: _Flow) -> None:
    """Gather the words of an element; where blocks stand in blocks, the outer one's hint holds."""
    is_block = element.tag in _BLOCK_HINTS
    hint = (around or _BLOCK_HINTS[element.tag]) if is_block else around
    if is_block:
        flow.close(around)
    if isinstance(element.tag, str):
        flow.words.append(element.text or "")
        for child in element:
            _follow(child, hint, flow)
            flow.words.append(child.tail or "")
    if is_block:
        flow.close(hint)
