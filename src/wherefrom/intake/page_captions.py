"""Captions of a page, put back between the paragraphs where they stand."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from .pieces import Piece

Element: TypeAlias = Any

_TEXT_ELEMENTS = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd pre blockquote td th".split())

_PARTING = frozenset("p div br li h2 h3 h4 h5 h6".split())
"""Elements whose words do not run on from what is before them."""

_ELSEWHERE = frozenset("aside nav footer form noscript template".split())

_CAPTION_CLASS = re.compile(
    r"(?:^|[-_])(?:caption|figcaption|cutline|imagecaption|photocaption)(?:[-_]?text)?$", re.IGNORECASE
)

_NO_CAPTION_CLASS = re.compile(r"closed|video-?js|vjs|track|button|toggle|slider", re.IGNORECASE)

_CREDIT_CLASS = re.compile(r"credit|copyright|attribution|photographer|source|byline", re.IGNORECASE)

_OTHER_REPORTS = re.compile(
    r"related|recirc|recommend|promo|teaser|read-?more|sidebar|newsletter|most-?read|trending", re.IGNORECASE
)

_MIN_CAPTION = 8
"""Letters: shorter ones are buttons such as "more" and "less"."""

_MAX_CAPTION = 1000
"""Longer figcaptions hold whole galleries or pages."""


class _Caption(NamedTuple):
    place: int
    pieces: tuple[Piece, ...]


class _Anchor(NamedTuple):
    """Where in the page a block of the main text stands."""

    place: int
    piece: int
    element: Element


def with_captions(tree: Element, pieces: list[Piece]) -> list[Piece]:
    """The blocks of the main text with the captions of the same article among them, in the order of the page.

    A caption stands before the block that follows it in the page; one whose neighbours cannot be found is left out, for
    nothing then says that it belongs to this report.
    """
    elements = list(tree.iter())
    anchors = _anchors(elements, pieces)
    if not anchors:
        return pieces
    article = _article(anchors)
    before: dict[int, list[Piece]] = {}
    for caption in _captions(elements, article):
        following = next((anchor.piece for anchor in anchors if anchor.place > caption.place), len(pieces))
        before.setdefault(following, []).extend(caption.pieces)
    known = {_letters(piece.text) for gathered in before.values() for piece in gathered}
    result: list[Piece] = []
    for place, piece in enumerate(pieces):
        result += before.get(place, [])
        if _letters(piece.text) not in known:  # else the main text has the caption already, as a paragraph
            result.append(piece)
    return result + before.get(len(pieces), [])


def _anchors(elements: list[Element], pieces: list[Piece]) -> list[_Anchor]:
    """The elements of the page that hold these blocks, each after the one before."""
    places: dict[str, list[int]] = {}
    for place, element in enumerate(elements):
        if element.tag in _TEXT_ELEMENTS or (element.tag == "div" and not any(True for _ in element.iter("p", "div"))):
            places.setdefault(_letters(element.text_content()), []).append(place)
    anchors: list[_Anchor] = []
    last = -1
    for number, piece in enumerate(pieces):
        found = next((place for place in places.get(_letters(piece.text), []) if place > last), None)
        if found is not None and piece.text.strip():
            anchors.append(_Anchor(found, number, elements[found]))
            last = found
    return anchors


def _article(anchors: list[_Anchor]) -> Element:
    """The element that holds the main text: the innermost one around all its blocks, or the article around that."""
    paths = [[*reversed(list(anchor.element.iterancestors()))] for anchor in anchors]
    common = paths[0][0]
    for level in zip(*paths, strict=False):
        if any(element is not level[0] for element in level):
            break
        common = level[0]
    around = [element for element in (common, *common.iterancestors()) if element.tag in ("article", "main")]
    return around[0] if around else common


def _captions(elements: list[Element], article: Element) -> Iterator[_Caption]:
    """The captions within an article, once each, without those of other reports it links to."""
    seen: set[str] = set()
    for place, element in enumerate(elements):
        if not _is_caption(element) or not _belongs(element, article):
            continue
        gathered = tuple(_pieces(element))
        letters = _letters("".join(piece.text for piece in gathered))
        if _MIN_CAPTION <= len(letters) <= _MAX_CAPTION and letters not in seen:
            seen.add(letters)
            yield _Caption(place, gathered)


def _is_caption(element: Element) -> bool:
    """Whether an element is a caption, and not one around others or around the picture itself."""
    if not isinstance(element.tag, str) or not _is_called_caption(element):
        return False
    inner = [other for other in element.iterdescendants() if isinstance(other.tag, str)]
    return not any(other.tag == "img" or _is_called_caption(other) for other in inner)


def _is_called_caption(element: Element) -> bool:
    if element.tag == "figcaption":
        return True
    classes = (element.get("class") or "").split()
    return any(_CAPTION_CLASS.search(name) and not _NO_CAPTION_CLASS.search(name) for name in classes)


def _belongs(element: Element, article: Element) -> bool:
    """Whether an element stands in the article, and in nothing there that leads elsewhere."""
    for outer in element.iterancestors():
        if outer is article:
            return True
        if outer.tag in _ELSEWHERE or _OTHER_REPORTS.search(outer.get("class") or ""):
            return False
    return False


def _pieces(caption: Element) -> Iterator[Piece]:
    """The words of a caption, and apart from them those of elements within it that are called credits."""
    words: list[str] = []
    credits_: list[str] = []
    _gather(caption, words, credits_)
    yield Piece("".join(words), "caption")
    yield from (Piece(credit, "credit") for credit in credits_)


def _gather(element: Element, words: list[str], credits_: list[str]) -> None:
    """Add the words of an element, and the credits in it."""
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "button"):
            if _CREDIT_CLASS.search(child.get("class") or ""):
                credits_.append(child.text_content())
            else:
                words.append(" " if child.tag in _PARTING else "")
                _gather(child, words, credits_)
        words.append(child.tail or "")


def _letters(text: str) -> str:
    """Only the letters and figures: what stays the same however white space and marks are put."""
    return "".join(char for char in text if char.isalnum())
