"""Which mentions mean one event: our comparing, applied to a word that mentions an event where a statement would stand.

The sentence takes the statement's place: how likely two sentences carry one claim is the program's own evidence, from its
vectors, these without their documents' direction, and so on. `stories` says which documents may tell of one thing, and only
within these are mentions compared; groups join by average linkage of the logarithm of the odds. Two kinds of evidence are
new, since a mention has a head: whether both heads have one lemma, and how close they are in meaning.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import astuple, dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np

from wherefrom import intake
from wherefrom.comparing.material import Material
from wherefrom.comparing.sameness import evidence
from wherefrom.comparing.sameness.features import Features, features_of
from wherefrom.comparing.sameness.linkage import average_linkage
from wherefrom.comparing.sameness.stories import stories
from wherefrom.comparing.vectors import Floats, piece_vectors, unit
from wherefrom.model import Appearance, Document, Findings, Reader, Span

from .heads import lemma


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention: the place of its sentence in the document, and its head."""

    sentence: int
    head: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A document as far as mentions need it; its name is unlike any other's."""

    name: str
    sentences: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Of a logistic regression: what each kind of evidence adds to the logarithm of the odds."""

    bias: float
    lemma: float
    heads: float
    sentences: float


WEIGHTS = Weights(bias=-3.59, lemma=0.87, heads=2.66, sentences=0.18)
"""Fitted by `python -m training.same_event` on pairs of event mentions within the training documents of GUM."""

JOIN = -1.0
"""The mean log-odds at which two groups become one event: where MUC is highest on the same documents. The other two measures
go with how many events are mentioned once, which is another matter in a corpus that marks all events than in one that marks
those of one happening."""

Place = tuple[int, int]
"""A mention: which document, and which of its mentions."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Mentions side by side: their lemmas, the vectors of their heads, and what sentences are compared by."""

    places: tuple[Place, ...]
    lemmas: tuple[str, ...]
    heads: Floats
    sentences: Features


def by_lemma(tellings: Sequence[Telling], apart: Sequence[Hashable] | None = None) -> list[list[Place]]:
    """The baseline: mentions whose heads have one lemma are one event; not if their documents differ in `apart`."""
    found: dict[Hashable, list[Place]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for place, mention in enumerate(telling.mentions):
            found[lemma(mention.head), apart[number] if apart else None].append((number, place))
    return list(found.values())


def by_comparing(tellings: Sequence[Telling]) -> list[list[Place]]:
    """Our own."""
    material, ids = _material(tellings)
    number = {name: place for place, name in enumerate(ids)}
    found: list[list[Place]] = []
    for story in stories(material):
        told = sorted(number[name] for name in story)
        rows = _rows(material, ids, tellings, told)
        found += [[rows.places[row] for row in group] for group in average_linkage(log_odds(rows), JOIN)]
    return found


def rows_of(tellings: Sequence[Telling]) -> Rows:
    """All mentions of these documents."""
    material, ids = _material(tellings)
    return _rows(material, ids, tellings, range(len(tellings)))


def measures(rows: Rows) -> Floats:
    """(kinds, rows, rows): one lemma, the heads' closeness, and the log-odds that the sentences carry one claim."""
    number = {word: place for place, word in enumerate(dict.fromkeys(rows.lemmas))}
    lemmas = np.array([number[word] for word in rows.lemmas])
    one = (lemmas[:, None] == lemmas[None]).astype(np.float32)
    return np.stack([one, rows.heads @ rows.heads.T, evidence.log_odds(rows.sentences)])


def log_odds(rows: Rows, weights: Weights = WEIGHTS) -> Floats:
    """(rows, rows): the logarithm of the odds that two mentions mean one event."""
    bias, *rest = astuple(weights)
    total: Floats = np.tensordot(np.array(rest, np.float32), measures(rows), 1) + np.float32(bias)
    return total


def _rows(material: Material, ids: Sequence[str], tellings: Sequence[Telling], told: Sequence[int]) -> Rows:
    held = features_of(material, [ids[number] for number in told])
    first = [0, *np.cumsum([len(tellings[number].sentences) for number in told]).tolist()]
    pairs = [
        ((number, place), mention, begun + mention.sentence)
        for number, begun in zip(told, first, strict=False)
        for place, mention in enumerate(tellings[number].mentions)
    ]
    sentences = [row for _, _, row in pairs]
    width = piece_vectors().width
    heads = np.array([piece_vectors().said(mention.head)[0] for _, mention, _ in pairs], np.float32)
    return Rows(
        tuple(place for place, _, _ in pairs),
        tuple(lemma(mention.head) for _, mention, _ in pairs),
        unit(heads.reshape(len(pairs), width)),
        _picked(held, sentences),
    )


def _picked(held: Features, rows: Sequence[int]) -> Features:
    def of(name: str) -> Any:  # noqa: ANN401  an array or a tuple
        column = getattr(held, name)
        return column[rows] if isinstance(column, np.ndarray) else tuple(column[row] for row in rows)

    return Features(**{field.name: of(field.name) for field in fields(held)})


def _material(tellings: Sequence[Telling]) -> tuple[Material, list[str]]:
    """The documents with their sentences as statements, and their ids in the given order."""
    documents = [_document(telling) for telling in tellings]
    told = tuple(
        Appearance(f"{document.id}.{start}", document.id, (Span(start, end),), sentence, "paragraph", ())
        for telling, document in zip(tellings, documents, strict=True)
        for sentence, (start, end) in zip(telling.sentences, _spans(telling.sentences), strict=True)
    )
    return Material.of(Findings(Reader("marked", "1"), tuple(documents), appearances=told)), [
        one.id for one in documents
    ]


def _document(telling: Telling) -> Document:
    text = _BETWEEN.join(telling.sentences)
    return intake.document_from_bytes(text.encode(), f"{telling.name}.txt", outlet=telling.name)


_BETWEEN = "\n\n"


def _spans(sentences: Sequence[str]) -> list[Span]:
    ends = np.cumsum([len(sentence) + len(_BETWEEN) for sentence in sentences]).tolist()
    return [Span(start, end - len(_BETWEEN)) for start, end in pairwise([0, *ends])]
