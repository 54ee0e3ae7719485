"""The picture of a claim's origins: where every line and word of it stands, in whole pixels.

Origins stand at the left, each above the documents that go back to it; a document stands the further to the right the
later it was published, one place a day and not to scale. Whoever told it first from an origin is dark, those who repeat
it are grey; who denies or doubts it stands below the line, apart. The same trees give the list beside the picture, so
nothing is told by it alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from .descent import Band, BandKind, Node, is_rumour, rows_of
from .shared import Member
from .wording import counted, one_line

Tone = Literal["root", "hand", "first", "echo", "rumour", "against", "doubts", "adrift"]

WIDTH = 480
STEM = 12
"""Where an origin's line runs down."""

HAND = 30
FIRST_DAY, LAST_DAY, FURTHEST = 62, 168, 196
LABEL = 212
END = WIDTH - 2
ROW, HEAD_ROW, GAP_ROW, LINE = 24, 28, 8, 17
TOP = 34
BEND = 8
LETTER = 6.9
"""A letter's width at the picture's size of type, the average of usual sans-serif faces rounded up, so that nothing runs out."""

MOST_ROWS = 60
"""Beyond this a picture is no help; the list has them all."""

HEADINGS: dict[BandKind, str] = {
    "for": "",
    "adrift": "Origin cannot be told",
    "against": "Denied by",
    "doubts": "Doubted by",
}


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the picture; `full` is what was cut short."""

    x: int
    y: int
    words: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """Somebody in the picture, with the guide that leads the eye to the name; `title` is heard and shown on pointing."""

    x: int
    y: int
    tone: Tone
    lines: tuple[Label, ...]
    day: str
    guide: int
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """Who told whom."""

    path: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole picture; `days` are the marks of time on top, `headings` stand over the parts that are apart."""

    width: int
    height: int
    days: tuple[Label, ...]
    ticks: tuple[int, ...]
    headings: tuple[Label, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    told: str
    more: int


def graph(bands: Sequence[Band], count: str) -> Graph | None:
    """The picture of these trees; `count` says how many origins there are. None where there is nothing to draw."""
    if not bands:
        return None
    drawing = _Drawing(_days(bands))
    drawn = 0
    for band in bands:
        drawing.heading(HEADINGS[band.kind])
        for tree in band.trees:
            if drawn >= MOST_ROWS:
                break
            drawing.tree(tree, band.kind)
            drawn += sum(1 for _ in rows_of(tree))
    shown = {id(node.member) for node in drawing.nodes if node.member}
    every = [node for band in bands for tree in band.trees for node, _ in rows_of(tree) if node.member]
    return Graph(
        width=WIDTH,
        height=drawing.y - 4,
        days=_marks(drawing.place),
        ticks=tuple(drawing.place.values()),
        headings=tuple(drawing.headings),
        dots=tuple(drawing.dots),
        lines=tuple(drawing.lines),
        told=_told(bands, count),
        more=sum(id(node.member) not in shown for node in every),
    )


def _days(bands: Iterable[Band]) -> dict[str, int]:
    """Where each day stands, one place a day."""
    members = [node.member for band in bands for tree in band.trees for node, _ in rows_of(tree) if node.member]
    days = list(dict.fromkeys(it.day for it in sorted(members, key=_when)))
    wide = LAST_DAY - FIRST_DAY
    return {
        day: FIRST_DAY + (wide * place // (len(days) - 1) if len(days) > 1 else 0) for place, day in enumerate(days)
    }


def _when(member: Member) -> tuple[bool, str]:
    return (member.document.published is None, member.day)


def _marks(place: dict[str, int]) -> tuple[Label, ...]:
    """The first and the last day, over their places."""
    days = list(place)
    ends = days[:1] if len(days) < 2 else [days[0], days[-1]]
    return tuple(Label(place[day], 12, day) for day in ends)


class _Drawing:
    """A picture on the way: rows are added from top to bottom."""

    def __init__(self, place: dict[str, int]) -> None:
        self.place = place
        self.y = TOP
        self.dots: list[Dot] = []
        self.lines: list[Line] = []
        self.headings: list[Label] = []
        self.nodes: list[Node] = []

    def heading(self, words: str) -> None:
        if words:
            self.y += 10 if self.dots else 0
            self.headings.append(Label(2, self.y + 6, words))
            self.y += ROW

    def tree(self, tree: Node, band: BandKind) -> None:
        """A tree's rows, an origin's name over them."""
        if tree.kind == "root":
            x, y = STEM, self._origin(tree, band)
        else:
            x, y = self._document(tree, band, None)
        self._below(tree, band, x, y)
        self.y += GAP_ROW if tree.kind == "root" else 0

    def _below(self, above: Node, band: BandKind, x: int, y: int) -> None:
        for node in above.below:
            if len(self.nodes) >= MOST_ROWS:
                return
            draw = self._passer if node.kind == "hand" else self._document
            at = draw(node, band, (x, y))
            self._below(node, band, *at)

    def _origin(self, node: Node, band: BandKind) -> int:
        y = self.y
        cut = _folded(one_line(node.label), (END - STEM - 18) / LETTER)
        lines = tuple(Label(STEM + 18, y + 5 + LINE * place, words) for place, words in enumerate(cut))
        tone: Tone = "against" if band == "against" else "root"
        self._add(node, Dot(STEM, y, tone, lines, "", 0, one_line(node.label)))
        self.y += HEAD_ROW + LINE * (len(cut) - 1)
        return y

    def _passer(self, node: Node, band: BandKind, above: tuple[int, int]) -> tuple[int, int]:
        at = (min(max(HAND, above[0] + 18), FURTHEST), self.y)
        name = f"{one_line(node.label)}, {node.how}"
        label = Label(LABEL, self.y + 5, _cut(name, (END - LABEL) / LETTER), name)
        tone: Tone = "against" if band == "against" else "hand"
        self._line(above, at, tone)
        self._add(node, Dot(*at, "hand", (label,), "", LABEL - 8, name))
        self.y += ROW
        return at

    def _document(self, node: Node, band: BandKind, above: tuple[int, int] | None) -> tuple[int, int]:
        member = node.member
        day = member.day if member else ""
        x = self.place.get(day, FIRST_DAY)
        if above is not None:
            x = min(max(x, above[0] + 14), FURTHEST)
        tone = _tone(node, band)
        name = one_line(node.label) + (", as a rumour" if is_rumour(node) else "")
        label = Label(LABEL, self.y + 5, _cut(name, (END - LABEL - 78) / LETTER), name)
        if above is not None:
            self._line(above, (x, self.y), "against" if band == "against" else tone)
        how = f", {node.how}" if node.how else ""
        self._add(node, Dot(x, self.y, tone, (label,), day, LABEL - 8, f"{name}, {day}{how}"))
        at = (x, self.y)
        self.y += ROW
        return at

    def _add(self, node: Node, dot: Dot) -> None:
        self.nodes.append(node)
        self.dots.append(dot)

    def _line(self, above: tuple[int, int], at: tuple[int, int], tone: Tone) -> None:
        """From the one above straight down and, round a bend, to the right."""
        (x, y), (to_x, to_y) = above, at
        bend = min(BEND, max(to_x - x, 0))
        self.lines.append(Line(f"M{x} {y}V{to_y - bend}Q{x} {to_y} {x + bend} {to_y}H{to_x}", tone))


def _tone(node: Node, band: BandKind) -> Tone:
    if band != "for":
        return band
    if is_rumour(node):
        return "rumour"
    return "echo" if node.echo else "first"


def _cut(words: str, letters: float) -> str:
    """The words as far as there is room."""
    room = int(letters)
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"


def _folded(words: str, letters: float) -> tuple[str, ...]:
    """The words on one line or two."""
    room = int(letters)
    if len(words) <= room:
        return (words,)
    head = words[: room + 1].rpartition(" ")[0] or words[:room]
    return (head, _cut(words[len(head) :].strip(), letters))


# --- in words


def _told(bands: Iterable[Band], count: str) -> str:
    """The picture in words, for those who do not see it."""
    said = [f"{count[:1].upper()}{count[1:]}."]
    said += [sentence for band in bands for sentence in _band_words(band)]
    return " ".join(said)


def _band_words(band: Band) -> Iterable[str]:
    if band.kind in {"adrift", "doubts"}:
        yield f"{HEADINGS[band.kind]}{':' if band.kind == 'adrift' else ''} {_names(band.trees)}."
        return
    for tree in band.trees:
        documents = [node for node, _ in rows_of(tree) if node.kind == "document"]
        hands = [node for node, _ in rows_of(tree) if node.kind == "hand"]
        if not documents:
            continue
        through = f", by way of {', '.join(one_line(node.label) for node in hands[:3])}" if hands else ""
        first = documents[0]
        day = first.member.day if first.member else ""
        told = "denied" if band.kind == "against" else "first told here"
        more = f", then in {counted(len(documents) - 1, 'more document')}" if len(documents) > 1 else ""
        yield f"{one_line(tree.label)}{through}: {told} in {one_line(first.label)}, {day}{more}."


def _names(trees: Sequence[Node]) -> str:
    shown = ", ".join(one_line(tree.label) for tree in trees[:5])
    return shown if len(trees) <= 5 else f"{shown} and {len(trees) - 5:,} more"
