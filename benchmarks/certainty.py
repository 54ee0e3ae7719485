"""How sure: `python -m benchmarks.certainty CORPORA`.

CORPORA is a folder with factuality/, certainty_science_news/ and polnear/ in it. Three things are measured.

**Factuality.** On UDS-IH2's dev split, how sure readers were that each predicate happened (-3 to 3), beside what the encoder
makes of it, each sentence read by itself: Pearson's r, and the mean absolute error. Beside it a lexicon: the reader's own
word lists over the predicate's clause (negation, hedges by degree, condition, question, "will" or "would", "to"), each
combination with the mean of the training split for its value, so that only what words beside the predicate tell is
compared. And the mean of all as a constant.

**Owners.** Whose a hedge is, on a hundred that were labelled by hand, and on 33 more that nobody looked at while rules were
written: see `benchmarks/ownership.py`.

**Science news.** Findings from news and abstracts whose probability people rated certain or uncertain (test split): is a
finding hedged where it was rated uncertain? Most uncertain ones say so in words ("may", "suggests"), some by tense alone.

    --misses     list the hedges whose owner is not right (it shows words of the corpus)
    --check      fail where a score is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import correlation, fmean

from training import polnear, uds
from wherefrom.model import Span
from wherefrom.reader.certainty import Speech, certainty, condition_in, polarity_of
from wherefrom.reader.encoder import read_window
from wherefrom.reader.places import Stretches
from wherefrom.reader.scanning import MOST_FACTUAL
from wherefrom.reader.windows import Sentence, window
from wherefrom.reader.wordpiece import shipped

from . import ownership
from .floors import Floors, add_options
from .measures import Share

UDS = Path("factuality") / "UDS_IH2"

SCIENCE = Path("certainty_science_news") / "data" / "annotated_data" / "aspect-level-certainty.jsonl"

Guess = Callable[[uds.Sentence], Sequence[float]]
"""How sure each predicate of a sentence is, in its order, from -3 to 3."""

Clause = tuple[str, str, bool, bool, bool, bool]
"""What words tell of a clause: polarity, degree, and whether it is conditional, asked, of the future, an infinitive."""


# --- factuality


def by_encoder(sentence: uds.Sentence) -> Sequence[float]:
    """What the encoder makes of each predicate."""
    vocabulary = shipped()
    pieces = tuple(vocabulary.pieces(sentence.text, 0, len(sentence.text)))
    cut = window([Sentence(pieces, opens_block=True)], vocabulary)
    scored = read_window(cut)
    first = {span[0]: place for place, span in reversed(list(enumerate(cut.spans)))}
    return [
        MOST_FACTUAL * float(scored.facts[first[one.span.start], 1]) if one.span.start in first else 0.0
        for one in sentence.predicates
    ]


_BORDER = re.compile(r"[,;:—–()]|\b(?:who|which|that|because|since|although|though|while|and|but|if|unless)\b")
_LATER = re.compile(r"\b(?:will|would|shall|'ll|going to)\b", re.IGNORECASE)


def clause_of(text: str, predicate: Span) -> Clause:
    """What the word lists tell of a predicate's clause: from the border before it to the one behind it."""
    before = [match.start() for match in _BORDER.finditer(text, 0, predicate.start)]
    start = before[-1] if before else 0
    behind = _BORDER.search(text, predicate.end)
    end = len(text) if behind is None else behind.start()
    told = certainty(text, [Speech((Span(start, end),), None)], Stretches(()))
    return (
        polarity_of(text[start:end]),
        told.degree,
        condition_in(text, (Span(start, end),)) is not None,
        text.rstrip().endswith("?"),
        _LATER.search(text, start, predicate.start) is not None,
        text[: predicate.start].endswith("to "),
    )


def by_lexicon(train: Iterable[uds.Sentence]) -> Guess:
    """Each predicate by the mean of all that the word lists call alike in the training split."""
    kept: dict[Clause, list[float]] = defaultdict(list)
    for sentence in train:
        for one in sentence.predicates:
            kept[clause_of(sentence.text, one.span)].append(one.factuality)
    means = {clause: fmean(values) for clause, values in kept.items()}
    overall = fmean(value for values in kept.values() for value in values)
    return lambda sentence: [means.get(clause_of(sentence.text, one.span), overall) for one in sentence.predicates]


def agreement(corpus: Iterable[uds.Sentence], guess: Guess) -> tuple[float, float]:
    """Pearson's r and the mean absolute error, over all predicates; r is 0 for a guess that never changes."""
    asked: list[float] = []
    given: list[float] = []
    for sentence in corpus:
        asked.extend(one.factuality for one in sentence.predicates)
        given.extend(guess(sentence))
    varies = len(set(given)) > 1
    return (
        correlation(asked, given) if varies else 0.0,
        fmean(abs(one - other) for one, other in zip(asked, given, strict=True)),
    )


# --- science news


def hedged_findings(file: Path) -> Share:
    """Of the findings of the test split that were rated uncertain or certain, which are hedged in our reading."""
    right = found = annotated = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rated = row["aspect-level-certainty"]["Probability"]
        if row["split"] != "test" or rated == "NotPresent":
            continue
        text = row["finding"]
        hedged = bool(certainty(text, [Speech((Span(0, len(text)),), None)], Stretches(())).hedges)
        right += hedged and rated == "Uncertain"
        found += hedged
        annotated += rated == "Uncertain"
    return Share(right, found, annotated)


# --- all


def digest(corpora: Path) -> str:
    """What tells one set of corpora, with the labels, from another."""
    files = [
        corpora / UDS / "train.jsonl",
        corpora / UDS / "dev.jsonl",
        corpora / SCIENCE,
        ownership.LABELS,
        ownership.HELD_OUT,
    ]
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def main() -> None:
    """Read the command line, read the corpora, print the tables, compare with the floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.certainty", description=__doc__)
    parser.add_argument("corpora", type=Path, help="a folder with factuality/, certainty_science_news/ and polnear/")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    add_options(parser)
    given = parser.parse_args()
    scores = {**_factuality(given.corpora / UDS), **_owners(given.corpora / "polnear" / "dev", misses=given.misses)}
    science = hedged_findings(given.corpora / SCIENCE)
    print(
        f"\nscience news, hedged where rated uncertain: {science.precision:.1f} {science.recall:.1f} {science.f1:.1f}"
    )
    scores["science news F1"] = science.f1
    Floors.stored().settle("certainty", digest(given.corpora), scores, given, where=given.corpora)


def _factuality(folder: Path) -> dict[str, float]:
    train, dev = (uds.sentences(folder / f"{split}.jsonl") for split in ("train", "dev"))
    overall = fmean(one.factuality for sentence in train for one in sentence.predicates)
    guesses: Mapping[str, Guess] = {
        "encoder": by_encoder,
        "lexicon": by_lexicon(train),
        "mean of all": lambda sentence: [overall] * len(sentence.predicates),
    }
    many = sum(len(sentence.predicates) for sentence in dev)
    print(f"UDS-IH2 dev, {many} predicates      r     mean absolute error")
    found = {name: agreement(dev, guess) for name, guess in guesses.items()}
    for name, (r, error) in found.items():
        print(f"  {name:28} {r:6.3f} {error:8.3f}")
    return {"factuality r": 100 * found["encoder"][0]}


def _owners(split: Path, *, misses: bool) -> dict[str, float]:
    corpus = list(polnear.documents(split))
    texts = {document.name: document.text for document in corpus} if misses else None
    scores = _owners_of(corpus, ownership.LABELS, texts)
    held_out = _owners_of(corpus, ownership.HELD_OUT, None)  # looked at, they would be held out no longer
    return scores | {"owner right, held out": held_out["owner right"]}


def _owners_of(
    corpus: Sequence[polnear.GoldDocument], labels: Path, texts: Mapping[str, str] | None
) -> dict[str, float]:
    found = ownership.judged_all(corpus, ownership.labels(labels))
    print(f"\nwhose a hedge is, {labels.stem}")
    print("\n".join(ownership.table(found, texts=texts)))
    scores = ownership.measured(found)
    print("  " + "  ".join(f"{name} {value:.1f}" for name, value in scores.items()))
    return scores


if __name__ == "__main__":
    main()
