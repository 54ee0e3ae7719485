"""What is nested in annotated contents, as a trained reader finds it by reading each content again, kept in a file.

PolNeAR marks the outermost attribution only. A network that tags one level can read deeper ones if every content is
given to it as a text of its own; what it finds so is what the network's second level learns, in one pass.
`python -m training.nested --corpora ../shared/corpora --out build/training/nested.jsonl`.
"""

import argparse
import json
from pathlib import Path

from wherefrom.model import Span
from wherefrom.reader.places import Stretches
from wherefrom.reader.scanning import scan
from wherefrom.reader.statements import units
from wherefrom.reader.windows import Sentence
from wherefrom.reader.wordpiece import WordPiece, shipped

from .polnear import GoldAttribution, GoldDocument, documents
from .silver import key

LEAST_WORDS = 5
"""Words of a content that can hold an attribution with a source, a cue and a content."""


def load(path: Path) -> dict[str, tuple[GoldAttribution, ...]]:
    """The kept attributions, by the SHA-256 of the text."""
    found: dict[str, tuple[GoldAttribution, ...]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found[row["sha256"]] = tuple(
                GoldAttribution(*(tuple((start, end) for start, end in part) for part in parts))
                for parts in row["attributions"]
            )
    return found


def nested(document: GoldDocument, vocabulary: WordPiece) -> list[GoldAttribution]:
    """The outermost attributions inside each content of a document."""
    found: list[GoldAttribution] = []
    for outer in document.attributions:
        region = tuple(Span(start, end) for start, end in outer.content)
        if sum(len(document.text[start:end].split()) for start, end in region) < LEAST_WORDS:
            continue
        told = [
            Sentence(pieces, opens_block=False)
            for unit in units(document.text, region)
            if (pieces := tuple(piece for start, end in unit for piece in vocabulary.pieces(document.text, start, end)))
        ]
        found.extend(
            GoldAttribution(inner.source, inner.cue, inner.content)
            for inner in scan(document.text, told, vocabulary, Stretches(())).outer
        )
    return found


def main() -> None:
    """Read the command line, read every content again, keep what is found."""
    parser = argparse.ArgumentParser(prog="python -m training.nested", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with polnear/")
    parser.add_argument("--out", type=Path, default=Path("build/training/nested.jsonl"))
    given = parser.parse_args()
    vocabulary = shipped()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w", encoding="utf-8") as out:
        for document in documents(given.corpora / "polnear" / "train"):
            row = {"sha256": key(document.text), "attributions": nested(document, vocabulary)}
            out.write(json.dumps(row, default=lambda one: (one.source, one.cue, one.content)) + "\n")


if __name__ == "__main__":
    main()
