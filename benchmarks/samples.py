"""Samples labelled by hand: their articles, each read once, with the labels that stand in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from training.polnear import GoldDocument
from wherefrom import reader
from wherefrom.reader import Reading

from . import attribution


class _Label(Protocol):
    @property
    def document(self) -> str: ...


_Labelled = TypeVar("_Labelled", bound=_Label)


def read_with_labels(
    corpus: Iterable[GoldDocument], sample: Iterable[_Labelled]
) -> Iterator[tuple[GoldDocument, Reading, list[_Labelled]]]:
    """The articles of a corpus that have labels, in its order, each with what the reader makes of it."""
    of_document: dict[str, list[_Labelled]] = defaultdict(list)
    for label in sample:
        of_document[label.document].append(label)
    for gold in corpus:
        if gold.name in of_document:
            yield gold, reader.read(attribution.captured(gold)), of_document[gold.name]
