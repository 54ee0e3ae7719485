"""Attribution: `python -m benchmarks.attribution SPLIT`.

SPLIT is a folder in PolNeAR's layout (text/*.txt, attributions/*.ann). Of each appearance the first stated link counts,
with its source, cue and own content: that corpus marks the outermost attribution only. Below the whole program stands
the encoder alone (its decoding, before the reader's rules): these follow this project's definitions (no hedge, no "was asked", no "I" of
the writer's is a link) and not that corpus', which counts them.

    --check      fail where a score is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
    --save FILE  write what was found as JSON lines, one document a line
"""

import argparse
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from training.polnear import GoldAttribution, GoldDocument, documents
from wherefrom import intake, reader
from wherefrom.model import Appearance, Document
from wherefrom.reader.chains import ChainReader
from wherefrom.reader.quotations import quotations
from wherefrom.reader.reading import CLAIMING
from wherefrom.reader.wordpiece import shipped

from .floors import Floors, add_options
from .measures import ROLES, Scores, Share, score


def found_in(document: Document) -> list[GoldAttribution]:
    """The attributions of a document as that corpus would mark them, in the order of the text."""
    found = {_outermost(appearance) for appearance in reader.read(document).appearances}
    return sorted(one for one in found if one is not None)


def encoded_in(document: Document) -> list[GoldAttribution]:
    """The attributions that the encoder finds by itself."""
    blocks = [block for block in document.blocks if block.kind in CLAIMING]
    chains = ChainReader(document, quotations(document.text, blocks), shipped())
    chains.read(blocks)
    return sorted({GoldAttribution(one.source, one.cue, one.content) for one in chains.scan.outer})


def _outermost(appearance: Appearance) -> GoldAttribution | None:
    link = next((link for link in appearance.chain if link.basis == "stated"), None)
    if link is None:
        return None
    return GoldAttribution(
        source=link.source.spans if link.source is not None else (),
        cue=link.cue.spans if link.cue is not None else (),
        content=link.content,
    )


def captured(gold: GoldDocument) -> Document:
    """An annotated article as intake makes a document of it."""
    return intake.document_from_bytes(gold.text.encode(), f"{gold.name}.txt")


def measured(scores: Scores) -> dict[str, float]:
    """The numbers that have floors: F1 in per cent."""
    tokens = {f"token {role} F1": scores.tokens[role].f1 for role in ROLES}
    return {**tokens, "soft F1": scores.soft.f1, "exact F1": scores.exact.f1, "full F1": scores.full.f1}


def shown(scores: Scores) -> str:
    """All numbers as a table."""

    def row(name: str, share: Share) -> str:
        return f"{name:<34}{share.precision:6.1f}{share.recall:8.1f}{share.f1:8.1f}"

    lines = [f"{'':<31}precision  recall      F1", *(row(f"token {role}", scores.tokens[role]) for role in ROLES)]
    lines.append(row("attribution soft (content ≥ .5)", scores.soft))
    lines.append(row("attribution exact content", scores.exact))
    lines.append(row("attribution full (source, cue too)", scores.full))
    for kind, (soft, full) in scores.recall.items():
        lines.append(f"recall of {kind:<11} n={full.annotated:5d}   soft {soft.recall:5.1f}   full {full.recall:5.1f}")
    return "\n".join(lines)


def digest(corpus: Sequence[GoldDocument]) -> str:
    """SHA-256 of the texts and annotations, so that floors hold for this corpus and no other."""
    return sha256(repr(corpus).encode()).hexdigest()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    add_options(parser)
    parser.add_argument("--save", type=Path)
    given = parser.parse_args()
    corpus = list(documents(given.split))
    found = {gold.name: found_in(captured(gold)) for gold in corpus}
    scores = score(corpus, found)
    alone = score(corpus, {gold.name: encoded_in(captured(gold)) for gold in corpus})
    print(f"{given.split}: {len(corpus)} articles, {scores.full.annotated} attributions\n{shown(scores)}")
    print(f"\nthe encoder alone\n{shown(alone)}")
    if given.save is not None:
        lines = (
            json.dumps({"doc": name, "attributions": [{role: getattr(one, role) for role in ROLES} for one in ones]})
            for name, ones in found.items()
        )
        given.save.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    floors, corpus_digest = Floors.stored(), digest(corpus)
    both = {
        "attribution": measured(scores),
        "attribution, encoder": measured(alone) | {"soft recall indirect": alone.recall["indirect"][0].recall},
    }
    if given.update:
        for name, reached in both.items():
            floors = floors.raised(name, corpus_digest, reached, allow_regression=given.allow_regression)
        floors.store()
    if given.check and not all(floors.hold_for(name, corpus_digest) for name in both):
        raise SystemExit(f"{given.split}: no floors are kept for this corpus")
    if given.check:
        below = [line for name, reached in both.items() for line in floors.below(name, corpus_digest, reached)]
        raise SystemExit("\n".join(below) if below else 0)


if __name__ == "__main__":
    main()
