"""What is nested in contents, as a trained reader finds it by reading every content again, kept in a file.

PolNeAR marks the outermost attribution only. A network that tags one level can read deeper ones if every content is
given to it as a text of its own; what it finds so, and the reader's rules let pass, is what the network's second level learns,
in one pass. `python -m training.nested --corpora ../shared/corpora --out build/training/nested.jsonl`.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from wherefrom.model import Block, Capture, Document
from wherefrom.reader import lexicon
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.chains import ChainReader, Level
from wherefrom.reader.places import Parts
from wherefrom.reader.quotations import quotations
from wherefrom.reader.scanning import scan
from wherefrom.reader.windows import Sentence
from wherefrom.reader.wordpiece import Piece, WordPiece, shipped

from .polnear import GoldAttribution
from .silver import key, texts

_QUOTES = frozenset('“”"«»‘') | {"''", "``"}


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


class _Rereader(ChainReader):
    """Reads every content in which a word of saying stands by itself, and remembers what it finds at the second level."""

    def __init__(self, document: Document, vocabulary: WordPiece) -> None:
        quoted = quotations(document.text, document.blocks)
        super().__init__(document, quoted, vocabulary)
        self._own = (document.text, quoted, vocabulary)
        self.nested: list[Attribution] = []

    def _encoded(self, parts: Parts, depth: int) -> Iterable[Attribution]:
        if depth == 0:
            return super()._encoded(parts, depth)
        text, quoted, vocabulary = self._own
        told = list(_told(text, parts, vocabulary))
        return scan(text, told, vocabulary, quoted).outer if told else []

    def _attributions(self, parts: Parts, level: Level) -> list[Attribution]:
        found = super()._attributions(parts, level)
        if level.depth == 1:
            self.nested.extend(found)
        return found


def _told(text: str, parts: Parts, vocabulary: WordPiece) -> Iterator[Sentence]:
    """The sentences of a content that may hold an attribution, as a text of their own."""
    for _, unit in parts:
        if any(lexicon.SAYS_OR_THINKS.search(text, start, end) for start, end in unit):
            pieces = tuple(_unmarked(text, (one for span in unit for one in vocabulary.pieces(text, *span))))
            if pieces:
                yield Sentence(pieces, opens_block=False)


def _unmarked(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without quotation marks and without the "that" or comma which they begin with.

    Inside quotation marks, and after "that", a network that knows one level takes everything for one content.
    """
    begun = False
    for piece in pieces:
        words = text[piece.start : piece.end].lower()
        if words in _QUOTES or (not begun and words in {"that", ",", ":"}):
            continue
        begun = True
        yield piece


def nested(text: str, vocabulary: WordPiece) -> list[GoldAttribution]:
    """The attributions one level inside the contents of a text in which every line is a paragraph."""
    blocks = tuple(
        Block("paragraph", line.start(), line.end()) for line in re.finditer(r"[^\n]+", text) if line[0].strip()
    )
    document = Document("", Capture(text.encode(), "text", "utf-8"), text, blocks)
    reader = _Rereader(document, vocabulary)
    reader.read(document.blocks)
    return [GoldAttribution(one.source, one.cue, one.content) for one in reader.nested]


def main() -> None:
    """Read the command line, read every text, keep what is nested in it."""
    parser = argparse.ArgumentParser(prog="python -m training.nested", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with polnear/, gum/ and fnc1_bodies/")
    parser.add_argument("--out", type=Path, default=Path("build/training/nested.jsonl"))
    given = parser.parse_args()
    vocabulary = shipped()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w", encoding="utf-8") as out:
        for text in texts(given.corpora):
            row = {"sha256": key(text), "attributions": nested(text, vocabulary)}
            out.write(json.dumps(row, default=lambda one: (one.source, one.cue, one.content)) + "\n")


if __name__ == "__main__":
    main()
