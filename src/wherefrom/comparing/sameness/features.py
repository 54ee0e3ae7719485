"""Statements as numbers: what decides whether two of them carry one claim.

All of it is made from the statement and its own document, so that nothing read beside it changes it (law 3). A name that
every statement of a document has says little about which of them is meant: it weighs less, and the direction in which the
whole document points is taken out of its statements' vectors.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import Floats, piece_vectors, unit
from wherefrom.model import Appearance, Document
from wherefrom.reader.lexicon import MONTHS, WEEKDAYS

from .subjects import framing, judges_a_report, title_of

THIN = 3.0
"""A statement that says less than this (`PieceVectors.said`) is helped out by the words that frame it, the more the less it says."""

NAMED = 0.7
"""What a word with a capital counts beside others: in one story most statements name the same few. B-cubed F1 of the labelled
stories is highest at .7 (shared .736, invented .623; at 1: .696, .620; at .5: .688, .619)."""

SUBJECT = 0.7
"""How much of its document's title a statement takes on that judges "the report" without saying what was reported."""

OWN = 0.6
"""How much of the document's own direction is taken out. From .3 to .9 hardly matters (average precision .495 to .511, without it .48)."""

COMMON, SCARCE = 0.15, 3.0
"""A name's weight falls with the logarithm of how many statements of its document have it, to no less than COMMON."""

_FUNCTION_WORDS = frozenset(
    """a an the of in by to for on at from with and or who whom that this these those it its he him his she they them
    their we our i is are was were be been has have had do did does not no will would could may might as but if than then
    there so such said says say after before over under out up more most into about also which what when where while all
    any her yet still once first last next new some many several each both one two three four five six seven eight nine
    ten only even just now earlier later according since until despite""".split()
)
TIMES = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Features:
    """Statements side by side, row by row: their vectors, these without their document's direction, names, figures."""

    appearances: tuple[Appearance, ...]
    vectors: Floats
    centred: Floats
    names: tuple[Mapping[str, float], ...]
    figures: tuple[frozenset[tuple[float, str]], ...]


def features_of(material: Material, documents: Sequence[str]) -> Features:
    """The statements of these documents that can carry a claim (captions cannot), in the documents' order."""
    found = [_of_document(material.documents[name], material.of_document[name]) for name in documents]
    held = [part for part in found if part.appearances]
    width = piece_vectors().width
    empty = np.zeros((0, width), np.float32)
    return Features(
        appearances=tuple(one for part in held for one in part.appearances),
        vectors=np.concatenate([part.vectors for part in held]) if held else empty,
        centred=np.concatenate([part.centred for part in held]) if held else empty,
        names=tuple(one for part in held for one in part.names),
        figures=tuple(one for part in held for one in part.figures),
    )


def _of_document(document: Document, appearances: Sequence[Appearance]) -> Features:
    told = tuple(one for one in appearances if one.block != "caption")
    title = title_of(document)
    vectors = unit(
        np.array([_vector(one, title) for one in told], np.float32).reshape(len(told), piece_vectors().width)
    )
    middle = vectors.mean(0) if told else vectors
    proper = proper_words(document)
    names = [_names(one.text, proper) for one in told]
    return Features(told, vectors, unit(vectors - OWN * middle), _weighted(names), tuple(map(_figures, told)))


def _vector(appearance: Appearance, title: str) -> Floats:
    known = piece_vectors()
    vector, says = known.said(appearance.text, NAMED)
    lacks = 1 - says / THIN
    frame = framing(appearance) if lacks > 0 else ""
    if frame:
        vector = vector + lacks * known.said(frame, NAMED)[0]
    if title and judges_a_report(appearance.text):
        vector = vector + SUBJECT * known.said(title, NAMED)[0]
    return vector


def proper_words(document: Document) -> frozenset[str]:
    """The words that have a capital inside a sentence of a paragraph, and so are part of a name wherever they stand.

    Of a word that only begins sentences, or that stands in a headline, nobody can tell.
    """
    found: set[str] = set()
    for block in document.blocks:
        if block.kind in {"paragraph", "caption"}:
            words = [*words_of(document.text[block.start : block.end])]
            found.update(name for (before, *_), (_, name, capital) in pairwise(words) if capital and not _ends(before))
    return frozenset(found)


def words_of(text: str) -> Iterator[tuple[str, str, bool]]:
    """Every word as it stands, what it would be called as a name, and whether it is one by its capital."""
    for word in text.replace("’", "'").split():
        yield word, *_as_name(word)


@lru_cache(maxsize=1 << 16)
def _as_name(word: str) -> tuple[str, bool]:
    """A word without marks and endings, and whether it has a capital: remembered, since few words are new."""
    bare = word.strip("\"'“”‘’()[].,;:!?—–-…").removesuffix("'s")
    low = bare.lower()
    return stem(bare), bare[:1].isupper() and low not in _FUNCTION_WORDS and low not in TIMES


def _ends(word: str) -> bool:
    """Whether a sentence or a quotation may begin after this word."""
    return word[-1:] in ".!?:;—–-…\"”'" or word in {"“", "‘", "(", "•"}


def _names(text: str, proper: frozenset[str]) -> frozenset[str]:
    """The words of names in a text, without endings; dates and function words are none."""
    return frozenset(name for _, name, capital in words_of(text) if capital and name in proper)


def stem(word: str) -> str:
    """A word in lower case without the commonest English endings: "defects" and "defected" are one."""
    low = word.lower()
    for ending in ("ings", "ing", "ed", "es", "s", "ly"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: -len(ending)]
    return low


def _weighted(names: Sequence[frozenset[str]]) -> tuple[Mapping[str, float], ...]:
    often = Counter(name for held in names for name in held)
    whole = len(names) + 1
    weight = {name: min(max(math.log(whole / count) / SCARCE, COMMON), 1.0) for name, count in often.items()}
    return tuple({name: weight[name] for name in sorted(held)} for held in names)


def _figures(appearance: Appearance) -> frozenset[tuple[float, str]]:
    told = appearance.quantities
    return frozenset((one.value, one.unit or one.of or "") for one in told if one.value is not None)
