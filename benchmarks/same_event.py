"""Which mentions mean one event, in ECB+: `python -m benchmarks.same_event ../shared/corpora`.

Gold event mentions in the checked sentences of topics 1 to 35 are grouped into events by our comparing, as
`benchmarks.mentions` says, and by the usual baseline: mentions whose heads have one lemma are one event. No number of
either was chosen by looking at these topics; the weights are fitted on another corpus (`training.same_event`).

- *CoNLL*: the average F1 of MUC, B³ and CEAF-e over all topics' clusters at once. Events that are mentioned once count, as
  is usual on this corpus; *no singles* leaves clusters of one mention out on both sides, as the CoNLL shared tasks did.
- *within topics*: who reads knows which documents belong to a topic; *all topics*: nobody says so.
- Each topic has two happenings of one kind (two stars in rehab, two earthquakes). *mixed*: of the found events with two or more
  mentions those with mentions from two happenings (or topics), none of which gold joins across them; *apart* is the share of
  the others.

    --claims     also: the claims that the program finds in the documents of each topic, and of all; how many of those told by two or
                 more documents have documents of two happenings (reads them all: some five minutes)
    --topics N … only these
    --check, --update, --allow-regression: floors, as for the other benchmarks
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from wherefrom import intake
from wherefrom.comparing.material import Material
from wherefrom.comparing.sameness import gathered, stories
from wherefrom.model import Document, Findings
from wherefrom.reader import reader_named

from .coreference import Agreement, Cluster, Coreference, compared
from .ecbplus import EcbDocument, documents
from .floors import Floors, add_options
from .heads import head
from .mentions import Mention, Place, Telling, by_comparing, by_lemma

TOPICS = range(1, 36)

Grouping = Callable[[Sequence[EcbDocument]], list[list[Place]]]
"""A way of grouping the mentions of some documents into events."""

Happening = tuple[int, str]
"""A topic, and which of its two."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Agreement with and without events that are mentioned once, and how many of the found ones with more mentions are mixed."""

    whole: Coreference
    no_singles: Coreference
    several: int
    mixed: int

    @property
    def apart(self) -> float:
        """Of the found events with two or more mentions those that mix no happenings, in per cent."""
        return 100 * (1 - self.mixed / self.several) if self.several else 0.0


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims told by two or more documents, and those of them with documents of two happenings."""

    shared: int
    mixed: int


# --- grouping


def ours(read: Sequence[EcbDocument]) -> list[list[Place]]:
    """By comparing."""
    return by_comparing([telling(document) for document in read])


def baseline(read: Sequence[EcbDocument]) -> list[list[Place]]:
    """By the lemma of the head."""
    return by_lemma([telling(document) for document in read])


def told_apart(read: Sequence[EcbDocument]) -> list[list[Place]]:
    """The baseline with a gift: which documents tell of which happening."""
    return by_lemma([telling(document) for document in read], [_happening(document) for document in read])


def telling(document: EcbDocument) -> Telling:
    """A document as `benchmarks.mentions` takes it."""
    place = {number: place for place, number in enumerate(document.sentences)}
    mentions = tuple(Mention(place[mention.sentence], head(mention.words)) for mention in document.mentions)
    return Telling(document.name, tuple(document.sentences.values()), mentions)


def grouped(topics: Iterable[Sequence[EcbDocument]], grouping: Grouping) -> list[Cluster]:
    """The events found in each part by itself, as sets of mentions."""
    return [
        frozenset((read[document].name, place) for document, place in group)
        for read in topics
        for group in grouping(read)
    ]


def by_topic(read: Sequence[EcbDocument]) -> list[list[EcbDocument]]:
    """The documents of each topic."""
    return [list(held) for _, held in groupby(read, key=lambda document: document.topic)]


def annotated(read: Sequence[EcbDocument]) -> list[Cluster]:
    """The events of the annotation."""
    found: dict[str, set[Hashable]] = defaultdict(set)
    for document in read:
        for place, mention in enumerate(document.mentions):
            found[mention.cluster].add((document.name, place))
    return [frozenset(held) for held in found.values()]


def _happening(document: EcbDocument) -> Happening:
    return document.topic, document.happening


# --- the measures


def scored(read: Sequence[EcbDocument], found: Sequence[Cluster]) -> Scores:
    """Found events against the annotated ones."""
    gold = annotated(read)
    several = [cluster for cluster in found if len(cluster) > 1]
    return Scores(
        agreement(gold, found),
        agreement([cluster for cluster in gold if len(cluster) > 1], several),
        len(several),
        sum(1 for _ in mixed(read, several)),
    )


def mixed(read: Sequence[EcbDocument], found: Iterable[Cluster]) -> Iterator[Cluster]:
    """The found events with mentions from several happenings, of which none is an annotated one across these."""
    of: dict[Hashable, Happening] = {
        (document.name, place): _happening(document) for document in read for place in range(len(document.mentions))
    }
    event = {mention: number for number, cluster in enumerate(annotated(read)) for mention in cluster}
    for cluster in found:
        parts: dict[int, set[Happening]] = defaultdict(set)
        for mention in cluster:
            parts[event[mention]].add(of[mention])
        if len(set().union(*parts.values())) > 1 and all(len(part) == 1 for part in parts.values()):
            yield cluster


def agreement(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Coreference:
    """`coreference.compared`, part by part: clusters that are connected by no mention have nothing to do with each other.

    All clusters at once would be a table of millions of pairs.
    """
    parts = [(one, other, compared(one, other)) for one, other in _parts(gold, found)]
    return Coreference(
        **{
            field.name: Agreement(
                _mean(
                    [(getattr(score, field.name).precision, _counts(field.name, other)) for _, other, score in parts]
                ),
                _mean([(getattr(score, field.name).recall, _counts(field.name, one)) for one, _, score in parts]),
            )
            for field in fields(Coreference)
        }
    )


def _counts(measure: str, clusters: Iterable[Cluster]) -> int:
    """What the clusters of a part count in a measure: each once, each by its links, or each by its mentions."""
    return sum({"muc": len(cluster) - 1, "ceaf_e": 1}.get(measure, len(cluster)) for cluster in clusters)


def _mean(shares: Sequence[tuple[float, int]]) -> float:
    whole = sum(count for _, count in shares)
    return sum(share * count for share, count in shares) / whole if whole else 0.0


def _parts(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Iterator[tuple[list[Cluster], list[Cluster]]]:
    """Both sides' clusters, together where they are linked by mentions over any number of steps."""
    clusters = [*gold, *found]
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for mention in cluster:
            holders[mention].append(number)
    seen: set[int] = set()
    for begun in range(len(clusters)):
        part, waiting = [], [] if begun in seen else [begun]
        seen.add(begun)
        while waiting:
            part.append(waiting.pop())
            near = {number for mention in clusters[part[-1]] for number in holders[mention]} - seen
            seen |= near
            waiting += sorted(near)
        if part:
            one = [clusters[number] for number in sorted(part) if number < len(gold)]
            yield one, [clusters[number] for number in sorted(part) if number >= len(gold)]


# --- claims


def claims_of(read: Sequence[EcbDocument], whole: Findings) -> Claims:
    """The claims in these documents, when they are compared with each other and no others."""
    of = {_captured(document).id: _happening(document) for document in read}
    own = Findings(
        whole.reader,
        tuple(document for document in whole.documents if document.id in of),
        appearances=tuple(one for one in whole.appearances if one.document in of),
    )
    material = Material.of(own)
    told = [
        {statement.document for statement in claim.own}
        for story in material.parted(stories(material))
        for claim in gathered(Material.of(story))
    ]
    shared = [claim for claim in told if len(claim) > 1]
    return Claims(len(shared), sum(len({of[document] for document in claim}) > 1 for claim in shared))


def findings(read: Sequence[EcbDocument]) -> Findings:
    """What the program's reader finds in the documents' texts."""
    reader = reader_named(None)
    captured = sorted((_captured(document) for document in read), key=lambda document: document.id)
    told = (sorted(reader.read(document).appearances, key=lambda one: (one.spans, one.id)) for document in captured)
    return Findings(reader.identity(), tuple(captured), appearances=tuple(one for held in told for one in held))


def _captured(document: EcbDocument) -> Document:
    return intake.document_from_bytes(document.text.encode(), f"{document.name}.txt", outlet=document.name)


# --- the command


def measured(within: Scores, over_all: Scores) -> dict[str, float]:
    """The numbers that have floors, in per cent."""
    return {
        "within topics CoNLL": within.whole.conll,
        "within topics apart": within.apart,
        "all topics CoNLL": over_all.whole.conll,
        "all topics apart": over_all.apart,
    }


def shown(sides: Mapping[str, Scores]) -> str:
    """The scores as a table, a line for each side."""
    lines = [f"{'':50}{'MUC':>7}{'B³':>7}{'CEAF-e':>8}{'CoNLL':>8}{'no singles':>12}{'mixed':>14}{'apart':>8}"]
    for side, scores in sides.items():
        whole, counted = scores.whole, f"{scores.mixed} of {scores.several}"
        lines.append(
            f"{side:50}{whole.muc.f1:7.1f}{whole.b_cubed.f1:7.1f}{whole.ceaf_e.f1:8.1f}{whole.conll:8.1f}"
            f"{scores.no_singles.conll:12.1f}{counted:>14}{scores.apart:8.1f}"
        )
    return "\n".join(lines)


def digest(read: Iterable[EcbDocument]) -> str:
    """SHA-256 of the texts and mentions, so that floors hold for these and no others."""
    return sha256(repr([(one.name, tuple(one.sentences.items()), one.mentions) for one in read]).encode()).hexdigest()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="a folder with ecbplus/ in it")
    parser.add_argument("--claims", action="store_true")
    parser.add_argument("--topics", type=int, nargs="+", default=TOPICS)
    add_options(parser)
    given = parser.parse_args()
    read = list(documents(given.corpora / "ecbplus", given.topics))
    if not read:
        raise SystemExit(f"{given.corpora}: none of these topics of ECB+ is in it")
    topics, mentions = by_topic(read), sum(len(document.mentions) for document in read)
    print(f"{len(read)} documents of {len(topics)} topics, {mentions} mentions of {len(annotated(read))} events")
    within, over_all = (scored(read, grouped(parts, ours)) for parts in (topics, [read]))
    sides = {
        "within topics: head lemma": scored(read, grouped(topics, baseline)),
        "within topics: wherefrom": within,
        "within topics: head lemma, told which happening": scored(read, grouped(topics, told_apart)),
        "all topics: head lemma": scored(read, grouped([read], baseline)),
        "all topics: wherefrom": over_all,
    }
    print(shown(sides))
    if given.claims:
        whole = findings(read)
        for name, parts in (("within topics", topics), ("all topics", [read])):
            found = [claims_of(part, whole) for part in parts]
            shared, both = sum(one.shared for one in found), sum(one.mixed for one in found)
            print(f"claims told by two or more documents, {name}: {shared}, of two happenings: {both}")
    Floors.stored().settle("same event", digest(read), measured(within, over_all), given, where=given.corpora)


if __name__ == "__main__":
    main()
