"""What each stretch of a text is: the same rules for all formats."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from wherefrom.model import Block, BlockKind

from .boilerplate import is_boilerplate
from .bylines import is_byline
from .credits import MAX_CAPTION, credit_start, is_credit, may_open_caption, opens_caption
from .pieces import Stretch

MAX_HEADLINE = 200
"""Characters: longer first lines are told, not announced."""

MAX_HEADING_WORDS = 12

_SENTENCE_END = re.compile(r"[.!?…:;,。！？；，][\"'”’»)\]]*$")

_NO_HEADLINE_END = re.compile(r"[.…:;,。；，][\"'”’»)\]]*$")

_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
"""What a headline may end in although it ends in a full stop: "... flees to the U.S."."""

_WORD = re.compile(r"[^\W_]+")

_STARTS_HIGH = re.compile(r"[\"'“‘«(¿¡]*(?![a-z])[^\W_]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A whole text in stretches, to judge one of them by its neighbours."""

    text: str
    stretches: Sequence[Stretch]
    title: str | None
    is_spaced: bool
    """Whether blank lines part the stretches, at least some of them."""
    second_sentence: int

    def words(self, place: int) -> str:
        """The text of a stretch, line breaks within it as spaces."""
        stretch = self.stretches[place]
        return " ".join(self.text[stretch.start : stretch.end].split())

    def is_set_off(self, place: int) -> bool:
        """Whether a stretch stands apart from what is before it."""
        return place == 0 or self.stretches[place].alone or not self.is_spaced

    def touches_next(self, place: int) -> bool:
        """Whether only a line end parts a stretch from the next, in a text that has blank lines."""
        return place + 1 < len(self.stretches) and not self.stretches[place + 1].alone and self.is_spaced


def blocks_of(text: str, stretches: Sequence[Stretch], title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text: they cover the stretches in their order, and never overlap.

    `title` is the report's, where it is known: a line equal to it is the headline. A caption that ends in a credit
    becomes two blocks.
    """
    is_spaced = any(stretch.alone for stretch in stretches[1:])
    sheet = _Sheet(text, stretches, title, is_spaced, _second_sentence(text, stretches))
    kinds = [_first_sight(sheet, place) for place in range(len(stretches))]
    for place in range(len(stretches)):
        if kinds[place] == "heading" and _is_words_of_picture(sheet, kinds, place):
            kinds[place] = "caption"
    headline = _headline(sheet, kinds)
    if headline is not None:
        kinds[headline] = "headline"
    return tuple(block for place, kind in enumerate(kinds) for block in _parts(sheet, place, kind))


def _first_sight(sheet: _Sheet, place: int) -> BlockKind:
    """What a stretch is by its own words and hint, and by standing alone."""
    hint = sheet.stretches[place].hint
    words = sheet.words(place)
    if hint in ("caption", "credit"):
        return "credit" if hint == "credit" or is_credit(words) else "caption"
    return _aside(sheet, place, words) or ("heading" if _is_heading(sheet, place, words) else "paragraph")


def _aside(sheet: _Sheet, place: int, words: str) -> BlockKind | None:
    """What a stretch is, if it is no part of the running text."""
    if is_boilerplate(words):
        return "boilerplate"
    if is_credit(words):
        return "credit"
    if is_byline(words) and _is_at_an_end(sheet, place):
        return "byline"
    return "caption" if _is_caption(words) else None


def _is_at_an_end(sheet: _Sheet, place: int) -> bool:
    """Whether no more than one sentence is before it, or hardly anything after: where bylines stand."""
    return place <= sheet.second_sentence or place >= len(sheet.stretches) - 3


def _second_sentence(text: str, stretches: Sequence[Stretch]) -> int:
    """Which stretch is the second that ends as sentences do; the last, if there are no two."""
    ends = (place for place, it in enumerate(stretches) if _SENTENCE_END.search(text[it.start : it.end]))
    return next(islice(ends, 1, None), len(stretches))


def _is_caption(words: str) -> bool:
    """Whether words are a caption by how they begin, or because a picture's credit ends them."""
    if len(words) > MAX_CAPTION:
        return False
    if opens_caption(words):
        return True
    return credit_start(words, caption=may_open_caption(words)) is not None


def _looks_like_heading(words: str) -> bool:
    if _SENTENCE_END.search(words) or not _STARTS_HIGH.match(words):
        return False
    return len(_WORD.findall(words)) > 0 and len(words.split()) <= MAX_HEADING_WORDS


def _is_heading(sheet: _Sheet, place: int, words: str) -> bool:
    """Whether a short line without a full stop stands alone before more text, or the markup says that it is a heading.

    Whole sentences under the headline are often marked up as headings, but report.
    """
    hint = sheet.stretches[place].hint
    if hint == "heading":
        return len(words.split()) <= MAX_HEADING_WORDS or not _SENTENCE_END.search(words)
    if hint is not None or place + 1 >= len(sheet.stretches):
        return False
    if not sheet.is_set_off(place) or not _looks_like_heading(words):
        return False
    return not (sheet.touches_next(place) and _looks_like_heading(sheet.words(place + 1)))


def _is_words_of_picture(sheet: _Sheet, kinds: Sequence[BlockKind], place: int) -> bool:
    """Whether a heading is what stands for a picture (its alt text): its caption is on the very next line."""
    return sheet.stretches[place].hint is None and sheet.touches_next(place) and kinds[place + 1] == "caption"


def _headline(sheet: _Sheet, kinds: Sequence[BlockKind]) -> int | None:
    """Where the headline is: the line equal to the title, else the first line that announces what follows."""
    if sheet.title is not None:
        wanted = _plain(sheet.title)
        same = [place for place in range(len(kinds)) if _plain(sheet.words(place)) == wanted]
        if wanted and same:
            return same[0]
    told = [place for place, kind in enumerate(kinds) if kind in ("heading", "paragraph")]
    if not told or all(kind in ("byline", "boilerplate", "credit") for kind in kinds[told[0] + 1 :]):
        return None
    words = sheet.words(told[0])
    announces = (
        len(words) <= MAX_HEADLINE
        and not _NO_HEADLINE_END.search(_INITIALS.sub("", words))
        and _STARTS_HIGH.match(words)
    )
    return told[0] if announces and sheet.stretches[told[0]].hint in (None, "heading") else None


def _plain(words: str) -> str:
    """Words without what differs between a title and the same title printed: case, spaces and marks."""
    return "".join(_WORD.findall(words.casefold()))


def _parts(sheet: _Sheet, place: int, kind: BlockKind) -> list[Block]:
    """A stretch as one block, or as a caption and its credit."""
    stretch = sheet.stretches[place]
    words = sheet.text[stretch.start : stretch.end]
    cut = credit_start(words, caption=kind == "caption") if kind in ("caption", "paragraph") else None
    if cut is None:
        return [Block(kind, stretch.start, stretch.end)]
    before = words[:cut].rstrip()
    told: BlockKind = "credit" if is_credit(before) else kind
    return [
        Block(told, stretch.start, stretch.start + len(before)),
        Block("credit", stretch.start + cut, stretch.end),
    ]
