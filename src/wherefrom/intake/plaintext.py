"""Plain text: which of its lines belong together. The text itself stays as it came."""

import re
from itertools import pairwise
from typing import NamedTuple

from .pieces import Stretch

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

_MIN_WIDTH, _MAX_WIDTH = 45, 120
"""Programs and people that break lines by hand break them between these widths."""

_SLACK = 8
"""By so many characters a line may stay shorter than it had to: some break before long words, or by eye."""

_MOSTLY = 0.8
"""The share of line ends that must look like breaks at a width before a text counts as broken at one."""

_ENDS_SENTENCE = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")

_FIRST_WORD = re.compile(r"\S+")

_LIST_ITEM = re.compile(r"(?:[-*•–—‣▪]|\(?\d{1,3}[.)]|>)\s")


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    alone: bool


def stretches_of(text: str) -> list[Stretch]:
    """The paragraphs of a plain text, in order: lines that a break at some width has parted are one."""
    lines = _lines_of(text)
    width = _width_of(lines)
    stretches: list[Stretch] = []
    before: _Line | None = None
    for line in lines:
        if before is not None and not line.alone and _goes_on(before, line, width):
            stretches[-1] = stretches[-1]._replace(end=line.end)
        else:
            stretches.append(Stretch(line.start, line.end, None, line.alone))
        before = line
    return stretches


def _lines_of(text: str) -> list[_Line]:
    """The lines that are not blank, trimmed."""
    lines: list[_Line] = []
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        between = text[lines[-1].end : start] if lines else ""
        alone = not lines or len(_LINE_END.findall(between)) > 1
        lines.append(_Line(start, start + len(words), words, alone))
    return lines


def _width_of(lines: list[_Line]) -> int | None:
    """The width at which the lines of a text are broken, None where they are not."""
    joints = [(upper, lower) for upper, lower in pairwise(lines) if not lower.alone]
    lengths = [len(upper.text) for upper, _ in joints]
    if len(joints) < 3 or max(lengths) > _MAX_WIDTH or max(lengths) < _MIN_WIDTH:
        return None
    width = max(lengths)
    broken = sum(_is_full(upper, lower, width) for upper, lower in joints)
    return width if broken >= _MOSTLY * len(joints) else None


def _is_full(upper: _Line, lower: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    word = _FIRST_WORD.match(lower.text)
    return len(upper.text) + 1 + len(word[0] if word else "") > width - _SLACK


def _goes_on(upper: _Line, lower: _Line, width: int | None) -> bool:
    """Whether the next line continues this one's paragraph."""
    if _LIST_ITEM.match(lower.text):
        return False
    if width is not None:
        return _is_full(upper, lower, width)
    in_midst = lower.text[0].islower() and not _ENDS_SENTENCE.search(upper.text)
    return in_midst and _MIN_WIDTH <= len(upper.text) <= _MAX_WIDTH
