"""Who says or thinks what in GUM: its discourse relations of attribution, and which of them stand in another's content.

GUM cuts a text into elementary discourse units and joins them in a tree. `attribution` joins a unit that tells who says or
thinks something (the satellite: "Bell said") to the unit that heads what is said (the nucleus: "it sank"). The column MISC
tells it on the first word of every unit, as `Discourse=attribution-positive:21->22:1:sem-atsrc-149-_+lex-indwd-150-_`:
unit 21 is the satellite, 22 the nucleus, 1 the height above 22 at which it is attached; the signals number the words, from 1
through the document, that mean the source and that say that it is said. After a semicolon stand relations beside the tree.

What is said is the nucleus with all that was joined to it lower than the attribution. How far that reaches is sure within a
sentence, and not beyond it: see `GumAttribution.content`.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import gum
from .gum import GumDocument, GumMention, Span, Split
from .polnear import Spans

_SAME_UNIT = "same-unit_m"
_FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
_CLOSING = {'"': '"', "“": "”", "‘": "’", "'": "'", "`": '"', "«": "»"}


@dataclass(frozen=True, slots=True)
class GumAttribution:
    """One attribution; offsets are code points in the document's text.

    `satellite` is the unit that attributes, with all its pieces; `source` the words that mean the source, which may stand
    before the satellite; `cue` those that say that it is said: the marked ones or, where none are, the satellite's verbs.
    Without either it is a byline, a credit or a reference rather than a clause, and `cue` is empty.

    `nucleus` is the unit that heads what is said, with all its pieces. `content` is all that is said, as far as it stands in
    the sentence of the nucleus or satellite or in the quotation that it opens: what goes on without marks is half of the
    time the writer's again. `denied`: the source is said not to say so.

    `outer` is the place, among the document's attributions, of the one in whose content this one stands, None at the top.
    `own_voice`: its source speaks already, being that of `outer` or, at the top, whoever says "I" in the text.
    """

    satellite: Spans
    source: Spans
    cue: Spans
    nucleus: Spans
    content: Spans
    denied: bool
    outer: int | None = None
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class AttributedDocument:
    """A document of GUM with its attributions, in the order of their satellites."""

    name: str
    genre: str
    split: Split
    text: str
    attributions: tuple[GumAttribution, ...]

    def around(self, place: int) -> tuple[int, ...]:
        """The places of the attributions in whose content the one at `place` stands, innermost first."""
        found: list[int] = []
        outer = self.attributions[place].outer
        while outer is not None:
            found.append(outer)
            outer = self.attributions[outer].outer
        return tuple(found)

    def voices(self, place: int) -> tuple[int, ...]:
        """Those of `around` that bring a voice of their own.

        "I think that Bell said" and "Bell says he believes" have one voice each: the text's "I" is its writer or speaker,
        and Bell is Bell.
        """
        return tuple(outer for outer in self.around(place) if not self.attributions[outer].own_voice)


@dataclass(frozen=True, slots=True)
class NestedExample:
    """What training on nested attribution needs of one: where it is said, what is said, and inside what it is read.

    `within` is the content of the voice around it, the stretch that is read again; None at depth 1.
    """

    depth: int
    satellite: Spans
    source: Spans
    cue: Spans
    content: Spans
    within: Spans | None


def documents(folder: Path, split: Split | None = None, genre: str | None = None) -> Iterator[AttributedDocument]:
    """The documents in `folder/dep`, by name; of one split or genre if asked."""
    for document in gum.documents(folder, split, genre):
        conllu = (folder / "dep" / f"GUM_{document.name}.conllu").read_text(encoding="utf-8")
        found = _nested(document, _found(document, _tree(conllu, document)))
        yield AttributedDocument(document.name, document.genre, document.split, document.text, tuple(found))


def nested_examples(document: AttributedDocument) -> Iterator[NestedExample]:
    """The attributions of a document at depths 1 and 2, by voices: see `AttributedDocument.voices`.

    Left out is what brings no voice of its own, and bylines, credits and references.
    """
    for place, one in enumerate(document.attributions):
        voices = document.voices(place)
        if one.cue and not one.own_voice and len(voices) < 2:
            within = document.attributions[voices[0]].content if voices else None
            yield NestedExample(len(voices) + 1, one.satellite, one.source, one.cue, one.content, within)


# --- the tree


@dataclass(frozen=True, slots=True)
class _Relation:
    """How a unit hangs on another; `height` is how high above its head's unit it is attached."""

    name: str
    head: int
    height: int
    signals: str
    in_tree: bool


@dataclass(frozen=True, slots=True)
class _Tree:
    """The units of a document, numbered from 1 as the corpus does, and the words that its signals count."""

    spans: Mapping[int, Span]
    relations: Mapping[int, Sequence[_Relation]]
    children: Mapping[int, Sequence[int]]
    words: Sequence[Span]

    def above(self, unit: int) -> _Relation:
        """How a unit hangs in the tree."""
        return self.relations[unit][0]

    def below(self, unit: int) -> set[int]:
        """A unit and all that hangs on it."""
        return {unit}.union(*(self.below(child) for child in self.children.get(unit, ())))

    def lower(self, unit: int, height: int) -> set[int]:
        """A unit and all that was joined to it lower than `height`."""
        joined = (child for child in self.children.get(unit, ()) if self.above(child).height < height)
        return {unit}.union(*(self.below(child) for child in joined))

    def pieces(self, unit: int) -> list[int]:
        """A unit with the pieces that go on with it after an interruption; they hang on its first piece."""
        return [unit, *(child for child in self.children.get(unit, ()) if self.above(child).name == _SAME_UNIT)]

    def first_piece(self, unit: int) -> int:
        """The first piece of the unit that this is a piece of."""
        relation = self.above(unit)
        return self.first_piece(relation.head) if relation.name == _SAME_UNIT else unit

    def stretch(self, units: Iterable[int]) -> Spans:
        """The text of these units; those that follow each other are one span."""
        ordered = sorted(units)
        return tuple((self.spans[first][0], self.spans[last][1]) for first, last in _runs(ordered))

    def signalled(self, relation: _Relation, *kinds: str) -> Spans:
        """The words that a relation's signals of these kinds number; those that follow each other are one span."""
        numbered: set[int] = set()
        for kind in kinds:
            for numbers in re.findall(rf"(?:^|\+){kind}-([\d,-]+)-(?:_|gold)", relation.signals):
                for stretch in numbers.split(","):
                    first, _, last = stretch.partition("-")
                    numbered.update(range(int(first) - 1, int(last or first)))
        return tuple((self.words[first][0], self.words[last][1]) for first, last in _runs(sorted(numbered)))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of every run of numbers that follow each other."""
    first = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield numbers[first], number
            first = place + 1


def _tree(conllu: str, document: GumDocument) -> _Tree:
    words = [token.span for sentence in document.sentences for token in sentence]
    relations: dict[int, list[_Relation]] = {}
    children: dict[int, list[int]] = defaultdict(list)
    begins: list[int] = []
    for place, misc in enumerate(_misc(conllu)):
        field = re.search(r"(?:^|\|)Discourse=([^|]*)", misc)
        if field is not None:
            begins.append(place)
            first, *others = field[1].split(";")
            relation = _relation(first, in_tree=True)
            relations[len(begins)] = [relation, *(_relation(other, in_tree=False) for other in others)]
            children[relation.head].append(len(begins))
    ends = [*begins[1:], len(words)]
    bounds = enumerate(zip(begins, ends, strict=True), 1)
    return _Tree({unit: (words[at][0], words[end - 1][1]) for unit, (at, end) in bounds}, relations, children, words)


def _misc(conllu: str) -> Iterator[str]:
    """The column MISC of every syntactic word."""
    for line in conllu.splitlines():
        columns = line.split("\t")
        if len(columns) >= 10 and columns[0].isdigit():
            yield columns[9]


def _relation(field: str, *, in_tree: bool) -> _Relation:
    name, numbers, *rest = field.split(":")
    head = int(numbers.partition("->")[2] or 0)
    if name == "ROOT":
        return _Relation(name, 0, 0, "", in_tree)
    # Beside the tree stand two heights, at which either end is: that of the unit itself, then its head's.
    height, *signals = rest if in_tree else rest[1:]
    return _Relation(name, head, int(height), ":".join(signals), in_tree)


def _found(document: GumDocument, tree: _Tree) -> list[GumAttribution]:
    """The attributions of a document, not yet nested in each other."""
    return [
        _attribution(document, tree, unit, relation)
        for unit, relations in tree.relations.items()
        for relation in relations
        if relation.name.startswith("attribution")
    ]


def _attribution(document: GumDocument, tree: _Tree, unit: int, relation: _Relation) -> GumAttribution:
    saying = tree.pieces(tree.first_piece(unit))
    # On the first piece of a unit hangs what interrupts it ("The ship," Bell said, "sank"), and means the whole; on a later
    # piece what stands in that piece.
    said = tree.pieces(relation.head)
    height = max([relation.height, *(tree.above(piece).height + 1 for piece in said[1:])])
    content = tree.lower(relation.head, height) - (tree.below(unit) if relation.in_tree else set(saying))
    satellite, nucleus = tree.stretch(saying), tree.stretch(said)
    return GumAttribution(
        satellite,
        source=tree.signalled(relation, "sem-atsrc"),
        cue=tree.signalled(relation, "lex-indwd", "lex-indph") or _verbs(document, satellite),
        nucleus=nucleus,
        content=_sure(document, tree.stretch(content), (*satellite, *nucleus)),
        denied=relation.name == "attribution-negative",
    )


def _verbs(document: GumDocument, spans: Spans) -> Spans:
    return tuple(
        token.span
        for sentence in document.sentences
        for token in sentence
        if token.upos == "VERB" and token.xpos.startswith("V") and _holds(spans, token.span[0])
    )


def _sure(document: GumDocument, content: Spans, home: Spans) -> Spans:
    """What of a content stands in the sentences of `home`, or in the quotation that opens it."""
    begins = [sentence[0].span[0] for sentence in document.sentences if sentence]
    sentences = [*zip(begins, [*begins[1:], len(document.text)], strict=True)]
    here = {bisect_right(begins, start) - 1 for start, _ in home}
    quoted = _quotation(document.text, content[0][0])
    kept = [bounds for place, bounds in enumerate(sentences) if place in here or bounds[0] in quoted]
    # The quotation may begin within a sentence; that one counts as well.
    kept.extend(bounds for bounds in sentences if quoted and bounds[0] <= quoted.start < bounds[1])
    parts = (
        (max(start, begin), min(stop, end))
        for start, stop in content
        for begin, end in _merged(kept)
        if max(start, begin) < min(stop, end)
    )
    return tuple((start, start + len(document.text[start:stop].rstrip())) for start, stop in parts)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """These stretches, those that touch or overlap made one."""
    held: Span | None = None
    for start, end in sorted(spans):
        if held is not None and start <= held[1]:
            held = (held[0], max(held[1], end))
        else:
            if held is not None:
                yield held
            held = (start, end)
    if held is not None:
        yield held


def _quotation(text: str, start: int) -> range:
    """From a mark that opens a quotation up to the one that closes it; empty where none opens here."""
    closing = _CLOSING.get(text[start])
    if closing is None:
        return range(start, start)
    # Before a letter it is an apostrophe, or opens the quotation's next paragraph.
    end = re.compile(rf"{closing}(?!\w)").search(text, start + 1)
    return range(start, end.start() if end is not None else start)


def _holds(spans: Spans, place: int) -> bool:
    return any(start <= place < end for start, end in spans)


# --- the nest


def _nested(document: GumDocument, found: Sequence[GumAttribution]) -> Iterator[GumAttribution]:
    """The same attributions, each knowing in whose content it stands, and whether its source speaks there already."""
    meant = [_meant(one.source, document.mentions) for one in found]
    for place, one in enumerate(found):
        outer = _outer(one, found)
        words = " ".join(document.text[start:end] for start, end in one.source).lower()
        same = outer is not None and meant[place] is not None and meant[place] == meant[outer]
        yield replace(one, outer=outer, own_voice=same or words in _FIRST_PERSON)


def _outer(one: GumAttribution, found: Sequence[GumAttribution]) -> int | None:
    """The place of the attribution with the shortest content in which this one stands, with its satellite."""
    around = [
        (_length(other.content), place)
        for place, other in enumerate(found)
        if other.cue and _length(other.content) > _length(one.content) and _holds(other.content, one.satellite[0][0])
    ]
    return min(around)[1] if around else None


def _meant(source: Spans, mentions: Sequence[GumMention]) -> str | None:
    """The cluster of what these words mean: that of the longest mention that begins with them and has its head in them."""
    named = [one for one in mentions if source and one.span[0] == source[0][0] and _holds(source, one.head[0])]
    longest = max(named, key=lambda mention: mention.span[1], default=None)
    return None if longest is None else longest.cluster


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
