"""Whose a hedge is, on the sample of `benchmarks/labels`: a hundred hedges of PolNeAR's dev articles and 62 look-alikes.

A labelled hedge is *right* if the reader marks words that touch it, and gives them, in every statement that has them, to
the owner of the label: the writer, or a link whose source is the labelled one. It is that one if it touches the labelled
words, or means a party that is mentioned there. *wrong*: it has another owner; *missed*: nothing is marked. Words that
were drawn but hold back nothing ("you may go", "a possible running mate") are right where nothing is marked.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from training.polnear import GoldDocument
from wherefrom.model import Appearance, Hedge, Link, Span
from wherefrom.reader import Reading

from .samples import read_with_labels

LABELS = Path(__file__).with_name("labels") / "polnear_dev_hedges.json"

HELD_OUT = LABELS.with_name("polnear_dev_hedges_held_out.json")
"""A smaller sample, labelled when the rules were done: no rule was written with its errors in sight."""

Owner = Literal["writer", "holder"]

Outcome = Literal["right", "wrong", "missed", "left alone", "marked"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A place of the sample. `hedge` is None for words that hold back nothing; `source` names an owner, where words do."""

    document: str
    place: Span
    hedge: Span | None
    owner: Owner | None
    source: Span | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a labelled place, and whom the reader gives it to."""

    label: Labelled
    outcome: Outcome
    given: tuple[str, ...]


def labels(file: Path = LABELS) -> list[Labelled]:
    """The sample with its labels, in the order of documents and places."""
    return [
        Labelled(
            entry["document"],
            Span(*entry["place"]),
            None if entry["hedge"] is None else Span(*entry["hedge"]),
            entry["owner"],
            None if entry["source"] is None else Span(*entry["source"]),
            entry["doubtful"],
        )
        for entry in json.loads(file.read_text(encoding="utf-8"))["places"]
    ]


def judged(label: Labelled, reading: Reading) -> Judged:
    """What a reading makes of a labelled place."""
    words = label.hedge or label.place
    found = [
        (one, hedge)
        for one in reading.appearances
        for hedge in one.certainty.hedges
        if any(_touch(span, words) for span in hedge.spans)
    ]
    given = tuple(_called(one, hedge) for one, hedge in found)
    if label.hedge is None:
        return Judged(label, "marked" if found else "left alone", given)
    if not found:
        return Judged(label, "missed", given)
    right = all(_is_owner(label, one, hedge, reading) for one, hedge in found)
    return Judged(label, "right" if right else "wrong", given)


def _called(one: Appearance, hedge: Hedge) -> str:
    if hedge.owner is None:
        return "writer"
    source = one.chain[hedge.owner].source
    return source.text if source is not None else "nobody named"


def _is_owner(label: Labelled, one: Appearance, hedge: Hedge, reading: Reading) -> bool:
    if hedge.owner is None or label.owner == "writer":
        return hedge.owner is None and label.owner == "writer"
    return label.source is None or _is_source(one.chain[hedge.owner], label.source, reading)


def _is_source(link: Link, place: Span, reading: Reading) -> bool:
    if link.source is None:
        return False
    if any(_touch(span, place) for span in link.source.spans):
        return True
    means = [party for party in reading.parties if party.id in link.source.parties]
    return any(_touch(span, place) for party in means for mention in party.mentions for span in mention.spans)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def judged_all(corpus: Iterable[GoldDocument], sample: Sequence[Labelled]) -> list[Judged]:
    """The whole sample, each article read once."""
    return [judged(label, reading) for _, reading, many in read_with_labels(corpus, sample) for label in many]


def measured(found: Iterable[Judged]) -> dict[str, float]:
    """In per cent: hedges whose owner is right, the same without doubtful labels, and look-alikes that are left alone."""
    found = list(found)
    hedges = [one for one in found if one.label.hedge is not None]
    plain = [one for one in hedges if not one.label.doubtful]
    others = [one for one in found if one.label.hedge is None]
    return {
        "owner right": _share(hedges, "right"),
        "owner right, not doubtful": _share(plain, "right"),
        "look-alikes left alone": _share(others, "left alone"),
    }


def _share(found: Sequence[Judged], outcome: Outcome) -> float:
    return 100 * sum(one.outcome == outcome for one in found) / len(found) if found else 0.0


def table(found: Iterable[Judged], *, texts: Mapping[str, str] | None = None) -> Iterable[str]:
    """The counts line by line; with `texts`, by document, also what is not right, in the corpus' words."""
    found = list(found)
    for owner in ("writer", "holder", None):
        mine = Counter(one.outcome for one in found if one.label.owner == owner)
        yield f"  {owner or 'no hedge':10} " + "  ".join(f"{outcome} {many}" for outcome, many in mine.most_common())
    for one in found if texts is not None else ():
        if one.outcome not in {"right", "left alone"} and texts is not None:
            start, end = one.label.hedge or one.label.place
            text = texts[one.label.document]
            before, after = text[max(0, start - 150) : start], text[end : end + 60]
            source = "" if one.label.source is None else text[slice(*one.label.source)]
            yield (
                f"  - {one.outcome}: {before}>>{text[start:end]}<<{after}".replace("\n", " ")
                + f"\n      asked: {one.label.owner} {source}; given: {one.given}"
            )
