"""Nested attribution: `python -m benchmarks.nested GUM`.

GUM is a folder with the corpus' CoNLL-U files in `dep/`. Its discourse relations of attribution are a tree, so they tell who
says something inside what somebody else says; see training/gum_attributions.py. The reader has learnt nothing from them.

- An attribution is *found* where a stated link has its cue, or else its source, in the attributing unit and its content
  covers at least half of the letters of the unit that heads what is said.
- It is found *in its nest* where, in the chain of that link, a link of every voice around it stands before, in order.
- A *nest* is two links that follow each other in a chain and both stand for annotated attributions. It is right where the
  second is annotated as standing in the first, with no other voice between.

Depth counts voices, as chains do: "I think that Bell said" and "Bell said she believed" have one. What brings no voice of its
own is left out, and so are bylines and credits. GUM marks an attribution only where what is said is a clause of its own, so a link
without a counterpart is no error, and there is no precision but that of nests.

Beside it stands the same reader with every chain cut behind its first stated link: what reading one level gives.

    --misses     list the annotated nests that are not found, and the wrong ones
    --check      fail where a score is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from training.gum_attributions import AttributedDocument, GumAttribution, documents
from wherefrom import intake, reader
from wherefrom.model import GAP, Document, Link

from .floors import Floors, add_options
from .measures import Share

LEAST_COVERED = 0.5
"""Share of the nucleus that a link's content must cover; contents differ at their edges, and a nucleus is one clause."""

Chain = tuple[Link, ...]
Spans = Sequence[tuple[int, int]]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures of one run.

    `found` and `in_nest` are shares of the annotated attributions, by depth. `nests` has pairs of outer and inner. `own` are
    attributions inside another whose source is that one's again; `doubled` is how many of them got a link of their own.
    """

    found: Mapping[int, Share]
    in_nest: Mapping[int, Share]
    nests: Share
    own: int
    doubled: int


@dataclass(frozen=True, slots=True)
class _Nests:
    """Pairs of places in one document's attributions, outer before inner."""

    annotated: frozenset[Pair]
    told: frozenset[Pair]

    @property
    def right(self) -> frozenset[Pair]:
        return self.annotated & self.told


def captured(document: AttributedDocument) -> Document:
    """A document of the corpus as intake makes one of it."""
    return intake.document_from_bytes(document.text.encode(), f"{document.name}.txt")


def chains_in(document: Document) -> list[Chain]:
    """The chains of a document's statements."""
    return [appearance.chain for appearance in reader.read(document).appearances if appearance.chain]


def one_level(chain: Chain) -> Chain:
    """A chain up to its first stated link: what there is without reading contents again."""
    first = next((place for place, link in enumerate(chain) if link.basis == "stated"), len(chain))
    return chain[: first + 1]


def score(corpus: Sequence[AttributedDocument], chains: Mapping[str, Sequence[Chain]]) -> Scores:
    """Score the chains, by document name, against the annotation; a document that is missing counts as empty."""
    counts: Counter[str] = Counter()
    for document in corpus:
        stood_for = [_stood_for(chain, document) for chain in chains.get(document.name, ())]
        _count_attributions(counts, document, stood_for)
        nests = _nests(document, stood_for)
        counts.update(annotated=len(nests.annotated), told=len(nests.told), right=len(nests.right))
    depths = sorted(int(key.removeprefix("depth ")) for key in counts if key.startswith("depth "))
    return Scores(
        found={depth: Share(counts[f"found {depth}"], 0, counts[f"depth {depth}"]) for depth in depths},
        in_nest={depth: Share(counts[f"in nest {depth}"], 0, counts[f"depth {depth}"]) for depth in depths},
        nests=Share(counts["right"], counts["told"], counts["annotated"]),
        own=counts["own"],
        doubled=counts["doubled"],
    )


def _stood_for(chain: Chain, document: AttributedDocument) -> list[frozenset[int]]:
    """For every link of a chain, the places of the attributions that it stands for."""
    return [
        frozenset(place for place, one in enumerate(document.attributions) if one.cue and _stands_for(link, one))
        for link in chain
    ]


def _stands_for(link: Link, attribution: GumAttribution) -> bool:
    parts = [part.spans for part in (link.cue, link.source) if part is not None]
    if link.basis != "stated" or not any(_shared(part, attribution.satellite) for part in parts):
        return False
    size = sum(end - start for start, end in attribution.nucleus)
    return _shared(link.content, attribution.nucleus) >= LEAST_COVERED * size


def _shared(one: Spans, other: Spans) -> int:
    """How many letters both have."""
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in one for begin, stop in other)


def _count_attributions(
    counts: Counter[str], document: AttributedDocument, stood_for: Sequence[Sequence[frozenset[int]]]
) -> None:
    for place, one in enumerate(document.attributions):
        voices = tuple(reversed(document.voices(place)))
        if one.own_voice and one.outer is not None:
            counts["own"] += 1
            counts["doubled"] += any(_in_order(links, [one.outer, place]) for links in stood_for)
        if one.own_voice or not one.cue:
            continue
        depth = len(voices) + 1
        counts[f"depth {depth}"] += 1
        counts[f"found {depth}"] += any(_in_order(links, [place]) for links in stood_for)
        counts[f"in nest {depth}"] += any(_in_order(links, [*voices, place]) for links in stood_for)


def _in_order(links: Sequence[frozenset[int]], places: Sequence[int]) -> bool:
    """Whether links for all these attributions stand in a chain, in this order."""
    at = iter(links)
    return all(any(place in link for link in at) for place in places)


def _nests(document: AttributedDocument, stood_for: Sequence[Sequence[frozenset[int]]]) -> _Nests:
    annotated = frozenset(
        (voices[0], place)
        for place, one in enumerate(document.attributions)
        if one.cue and not one.own_voice and (voices := document.voices(place))
    )
    told = frozenset(
        (outer, inner)
        for links in stood_for
        for outer, inner in _neighbours(links)
        # Nothing is said of a voice nested in itself, nor of one with another between that was not found.
        if (outer, inner) in annotated or outer not in document.around(inner)
    )
    return _Nests(annotated, told)


def _neighbours(links: Sequence[frozenset[int]]) -> Iterator[Pair]:
    """What stands behind what in a chain, of the links that stand for anything."""
    known = [link for link in links if link]
    for outer, inner in pairwise(known):
        yield from ((one, other) for one in outer for other in inner - outer)


def measured(scores: Scores) -> dict[str, float]:
    """The numbers that have floors, in per cent."""
    found = {f"recall at depth {depth}": share.recall for depth, share in scores.found.items()}
    return {**found, "nests F1": scores.nests.f1} if scores.nests.annotated else found


def shown(scores: Scores, flat: Scores) -> str:
    """All numbers as a table: as read, and one level only."""
    lines = [f"{'':<42}{'as read':>9}{'one level':>11}"]

    def row(name: str, *values: float) -> None:
        lines.append(f"{name:<42}{values[0]:9.1f}{values[1]:11.1f}")

    for depth, share in scores.found.items():
        row(f"depth {depth}, n={share.annotated}: found", share.recall, flat.found[depth].recall)
        if depth > 1:
            row(
                f"depth {depth}, n={share.annotated}: found in its nest",
                *(one.in_nest[depth].recall for one in (scores, flat)),
            )
    if scores.nests.annotated:
        name, both = f"nests, n={scores.nests.annotated}", (scores.nests, flat.nests)
        row(f"{name}: precision (of {scores.nests.found} told)", *(share.precision for share in both))
        row(f"{name}: recall", *(share.recall for share in both))
        row(f"{name}: F1", *(share.f1 for share in both))
    lines.append(f"one voice made two: {scores.doubled} of {scores.own}")
    return "\n".join(lines)


def digest(corpus: Sequence[AttributedDocument]) -> str:
    """SHA-256 of the texts and annotations, so that floors hold for this corpus and no other."""
    return sha256(repr(corpus).encode()).hexdigest()


def groups(corpus: Sequence[AttributedDocument]) -> dict[str, list[AttributedDocument]]:
    """What is measured for itself, by the name of its floors; groups without any document are left out."""
    every = {
        "nested": list(corpus),
        "nested, news": [document for document in corpus if document.genre == "news"],
        "nested, test split": [document for document in corpus if document.split == "test"],
    }
    return {name: group for name, group in every.items() if group}


def misses(document: AttributedDocument, chains: Sequence[Chain]) -> Iterator[str]:
    """A line for every annotated nest that is not found, and for every wrong one."""
    nests = _nests(document, [_stood_for(chain, document) for chain in chains])
    for what, pairs in (("missed", nests.annotated - nests.told), ("wrong", nests.told - nests.annotated)):
        for pair in sorted(pairs):
            outer, inner = (_words(document, document.attributions[place].satellite) for place in pair)
            yield f"{document.name}: {what}: {outer!r} <- {inner!r}"


def _words(document: AttributedDocument, spans: Spans) -> str:
    return GAP.join(document.text[start:end] for start, end in spans)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true")
    add_options(parser)
    given = parser.parse_args()
    corpus = list(documents(given.corpus))
    chains = {document.name: chains_in(captured(document)) for document in corpus}
    flat = {name: [one_level(chain) for chain in found] for name, found in chains.items()}
    floors = Floors.stored()
    below: list[str] = []
    for name, group in groups(corpus).items():
        scores = score(group, chains)
        print(f"{name}: {len(group)} documents\n{shown(scores, score(group, flat))}\n")
        if given.update:
            floors = floors.raised(name, digest(group), measured(scores), allow_regression=given.allow_regression)
        if given.check and not floors.hold_for(name, digest(group)):
            below.append(f"{name}: no floors are kept for this corpus")
        below.extend(floors.below(name, digest(group), measured(scores)))
    if given.misses:
        print("\n".join(line for document in corpus for line in misses(document, chains[document.name])))
    if given.update:
        floors.store()
    if given.check:
        raise SystemExit("\n".join(below) if below else 0)


if __name__ == "__main__":
    main()
