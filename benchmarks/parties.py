"""Who is meant: `python -m benchmarks.parties CORPORA`.

CORPORA is a folder with polnear/ and gum/ in it. Two things are measured.

**Sources.** The sample of `benchmarks/labels` says whom 121 pronouns and descriptions mean that PolNeAR's dev articles
give as sources. Each is *absent* (the reader has no such source), *unresolved* (it has, but joins it with nothing),
*wrong*, or *right*: every party meant is among the source's parties, and no other is. A party is the one meant if a
mention of it touches an acceptable answer and its name is headed by the same word as one ("President Obama", "Mr.
Obama"; "a web video"), so that neither "Mr. Obama's aides" nor "he" will do for Mr. Obama. A source that means nobody
who could be told is right where no named party is given. *in full*: the party also holds a mention with the longest of
the acceptable answers, the full name. *as mention*: the same place is right as a mention among `Reading.parties`, whether
or not the reader has it as a source; it tells what joining mentions does apart from what finding sources misses.

**Coreference.** On the news documents of GUM's official test and dev splits, the mentions of `Reading.parties` against
the corpus' clusters, by the measures of `benchmarks/coreference.py`. *exact*: the same span, a possessive 's apart.
*head*: a found mention lies in the annotated one and has a word of its head (of "Ann Lee, the mayor", "Ann" or "Lee"); one
to one. *parties*: clusters of people, organizations and places that have a name or a pronoun among their mentions; found
mentions that are annotated as anything else are left out. *everything*: all clusters. Clusters of one mention never
count, on either side. The baseline joins names of the same words: runs of what the treebank itself tags as proper nouns.

    --misses     list the sources that are not right, with what they were taken for (it shows words of the corpus)
    --check      fail where a score is under its floor in benchmarks/floors.json
    --update     raise the floors to what was reached; --allow-regression lowers them as well
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Literal, get_args

from training.gum import GumDocument, GumMention
from training.gum import documents as gum_documents
from training.gum_names import OF_GUM, head_words, is_proper, name_in, overlap, places_of, tokens_of
from training.polnear import GoldDocument, documents
from wherefrom import reader
from wherefrom.model import Party, Source, Span, Spans
from wherefrom.reader import Reading

from . import entities
from .coreference import Cluster, Coreference, compared
from .floors import Floors, add_options
from .samples import read_with_labels

LABELS = Path(__file__).with_name("labels") / "polnear_dev_sources.json"

Kind = Literal["pronoun", "description"]

Outcome = Literal["right", "wrong", "unresolved", "absent"]

PRONOUNS = frozenset("i us me my we our he him his she her it its they them their who whom which that".split())

DETERMINERS = frozenset("the this that these those my our his her its their both".split())

NAMING_NOBODY = frozenset(
    "Republican Democratic GOP DNC FBI British U.S. Vermont South Carolina Indiana California New York".split()
)
"""Capitalised words that name nobody when a description has them."""

SEED = 2016

DRAWN: Mapping[Kind, int] = {"pronoun": 70, "description": 56}


@dataclass(frozen=True, slots=True)
class Meant:
    """A party that a source means: the places of the words that name it well, and whether these are names."""

    named: bool
    answers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A source of the sample and whom it means; nobody who could be told, if `parties` is empty."""

    document: str
    source: Span
    kind: Kind
    doubtful: bool
    parties: tuple[Meant, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a labelled source; `taken_for` are the names of the parties that the reader gives it.

    `as_mention`: the place is also a mention of the parties meant, whether or not the reader has it as a source.
    """

    label: Labelled
    outcome: Outcome
    in_full: bool
    as_mention: bool
    taken_for: tuple[str, ...]


# --- the sample


def labels(file: Path = LABELS) -> list[Labelled]:
    """The sample with its labels."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return [
        Labelled(
            entry["document"],
            Span(*entry["source"]),
            entry["kind"],
            entry["doubtful"],
            tuple(
                Meant(party["named"], tuple(Span(*answer) for answer in party["answers"])) for party in entry["parties"]
            ),
        )
        for entry in kept["sources"]
    ]


def left_out(file: Path = LABELS) -> list[tuple[str, Span]]:
    """What was drawn but is no party: document and place."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return [(entry["document"], Span(*entry["source"])) for entry in kept["left_out"]]


def drawn(corpus: Iterable[GoldDocument]) -> list[tuple[Kind, str, Span]]:
    """The sample as it was drawn from PolNeAR's dev split: kind, document and place, in the order of the corpus."""
    pools: dict[Kind, list[tuple[str, Span]]] = {"pronoun": [], "description": []}
    for document in corpus:
        for source in sorted({one.source for one in document.attributions if len(one.source) == 1}):
            place = Span(*source[0])
            kind = kind_of(document.text[slice(*place)])
            if kind is not None:
                pools[kind].append((document.name, place))
    sample = [
        (kind, *one)
        for kind, many in DRAWN.items()
        for one in random.Random(SEED).sample(pools[kind], many)  # noqa: S311  it guards nothing
    ]
    return sorted(sample, key=lambda one: one[1:])


def kind_of(words: str) -> Kind | None:
    """Whether a source's words are a pronoun or a definite description without a name, and so may be drawn."""
    first, *others = words.split()
    if not others:
        return "pronoun" if first.lower() in PRONOUNS else None
    plain = all(_is_plain(word) for word in others)
    return "description" if first.lower() in DETERMINERS and len(others) < 8 and "," not in words and plain else None


def _is_plain(word: str) -> bool:
    return not any(letter.isupper() for letter in word) or re.sub(r"[’']s$", "", word) in NAMING_NOBODY


# --- sources


def judged(label: Labelled, text: str, reading: Reading) -> Judged:
    """What a reading makes of a labelled source."""
    mentioned = [party for party in reading.parties if _is_mentioned_at(party, label.source)]
    as_mention = _outcome(label, text, mentioned) == "right"
    source = _source_at(label.source, reading)
    if source is None:
        return Judged(label, "absent", in_full=False, as_mention=as_mention, taken_for=())
    given = [party for party in reading.parties if party.id in source.parties]
    outcome = _outcome(label, text, given)
    whole = all(any(_holds_fullest(party, meant, text) for party in given) for meant in label.parties)
    return Judged(label, outcome, outcome == "right" and whole, as_mention, tuple(party.name for party in given))


def _outcome(label: Labelled, text: str, given: Sequence[Party]) -> Outcome:
    """Whether these parties are the ones that a source means."""
    joined = [party for party in given if not _is_only(party, label.source)]
    means = {party.id: [meant for meant in label.parties if is_meant(party, meant, text)] for party in given}
    met = all(any(meant in means[party.id] for party in given) for meant in label.parties)
    strays = [party for party in joined if not means[party.id]]
    if not label.parties:
        return "wrong" if any(party.named for party in given) else "right"
    if met and not strays:
        return "right"
    return "wrong" if joined else "unresolved"


def _is_mentioned_at(party: Party, place: Span) -> bool:
    return any(_agreement(mention.spans, place) > 0.5 for mention in party.mentions)


def _source_at(place: Span, reading: Reading) -> Source | None:
    """The reader's source that agrees best with a place; of equal ones, one that has parties."""
    links = (link for appearance in reading.appearances for link in appearance.chain)
    touching = [link.source for link in links if link.source is not None and _agreement(link.source.spans, place)]
    return max(touching, key=lambda source: (_agreement(source.spans, place), bool(source.parties)), default=None)


def _agreement(spans: Spans, place: Span) -> float:
    """Twice the letters that are shared over the sum of the lengths."""
    shared = sum(max(0, min(end, place.end) - max(start, place.start)) for start, end in spans)
    return 2 * shared / (sum(end - start for start, end in spans) + place.end - place.start)


def _is_only(party: Party, place: Span) -> bool:
    """Whether a party is nothing but the source itself."""
    return all(overlap(Span(*span), place) for mention in party.mentions for span in mention.spans)


def is_meant(party: Party, meant: Meant, text: str) -> bool:
    """Whether a party is the one meant, and is called by a name or description that tells so."""
    heads = {head_word(text[slice(*answer)]) for answer in meant.answers}
    return head_word(party.name) in heads and _touches(party, meant.answers)


def _holds_fullest(party: Party, meant: Meant, text: str) -> bool:
    words = {answer: len(text[slice(*answer)].split()) for answer in meant.answers}
    most = max(words.values())
    return _touches(party, [answer for answer, many in words.items() if many == most])


def _touches(party: Party, answers: Collection[Span]) -> bool:
    spans = [span for mention in party.mentions for span in mention.spans]
    return any(overlap(Span(*span), answer) for span in spans for answer in answers)


_COUNTING = re.compile(r"^(?:an?|the) (?:couple|group|handful|number|pair|series|team) of ", re.IGNORECASE)
_TAIL = re.compile(r"[,;(\[]|\s[-–—―]|(?<=\w)\s(?:of|from|in|at|by|for|to|on|with|who|which|that)\b")


def head_word(name: str) -> str:
    """The last word before what hangs behind, in small letters: "video" of "a web video by the committee"."""
    core = _TAIL.split(_COUNTING.sub("", name.strip()), maxsplit=1)[0]
    words = re.sub(r"[’']s?$", "", core.strip().strip("\"“”‘'’")).split()
    return words[-1].lower().strip("\"“”‘'’.") if words else ""


def judged_all(corpus: Iterable[GoldDocument], sample: Iterable[Labelled]) -> list[Judged]:
    """The whole sample, each article read once."""
    return [
        judged(label, gold.text, reading) for gold, reading, many in read_with_labels(corpus, sample) for label in many
    ]


ROWS: Mapping[str, Callable[[Labelled], bool]] = {
    "pronouns": lambda label: label.kind == "pronoun",
    "descriptions": lambda label: label.kind == "description",
    "all": lambda _: True,
    "all, the text names the party": lambda label: all(meant.named for meant in label.parties) and bool(label.parties),
    "all, without doubtful labels": lambda label: not label.doubtful,
}
"""The lines of the table and what stands in them."""


def share_right(found: Iterable[Judged], row: str) -> float:
    """How many in a hundred of a row are right."""
    outcomes = [one.outcome for one in found if ROWS[row](one.label)]
    return 100 * outcomes.count("right") / len(outcomes) if outcomes else 0.0


def shown_sources(found: Sequence[Judged]) -> str:
    """The sample's outcomes as a table."""
    head = "".join(f"{name:>11}" for name in get_args(Outcome))
    lines = [f"{'sources':<31}{'n':>4}{head}{'of all':>9}{'of found':>9}{'in full':>9}{'as mention':>12}"]
    for row, stands_in in ROWS.items():
        many = [one for one in found if stands_in(one.label)]
        counts = Counter(one.outcome for one in many)
        present = len(many) - counts["absent"]
        of_found = 100 * counts["right"] / present if present else 0.0
        numbers = "".join(f"{counts[name]:11d}" for name in get_args(Outcome))
        shares = f"{share_right(found, row):9.1f}{of_found:9.1f}{sum(one.in_full for one in many):9d}{sum(one.as_mention for one in many):12d}"
        lines.append(f"{row:<31}{len(many):4d}{numbers}{shares}")
    return "\n".join(lines)


def shown_misses(corpus: Iterable[GoldDocument], found: Iterable[Judged]) -> Iterator[str]:
    """A line for every source that is not right."""
    texts = {gold.name: gold.text for gold in corpus}
    for one in found:
        if one.outcome != "right":
            text, label = texts[one.label.document], one.label
            wanted = " and ".join(text[slice(*meant.answers[0])] for meant in label.parties) or "nobody"
            place = f"{label.document}:{label.source.start}"
            words = text[slice(*label.source)]
            yield f"{one.outcome:<11}{place}  {words!r} means {wanted!r}, taken for {list(one.taken_for)}"


# --- coreference

PARTY_KINDS = frozenset({"person", "organization", "place"})

Found = Sequence[Collection[Span]]
"""Clusters of spans in one document."""

Aligner = Callable[[GumDocument, Collection[Span]], Mapping[Span, GumMention]]
"""Which annotated mention a found span is; spans that are none are left out."""


def of_reading(document: GumDocument) -> Found:
    """Our parties as clusters of mentions."""
    parties = reader.read(entities.captured(document)).parties
    return [
        [Span(mention.spans[0].start, mention.spans[-1].end) for mention in party.mentions if mention.spans]
        for party in parties
    ]


def of_equal_names(document: GumDocument) -> Found:
    """The baseline: names of the same words are one party."""
    clusters: defaultdict[str, list[Span]] = defaultdict(list)
    for sentence in document.sentences:
        for proper, run in groupby(sentence, key=is_proper):
            if proper:
                words = list(run)
                span = Span(words[0].span[0], words[-1].span[1])
                clusters[document.text[slice(*span)]].append(span)
    return list(clusters.values())


def by_span(document: GumDocument, spans: Collection[Span]) -> Mapping[Span, GumMention]:
    """The same span, but for a possessive 's."""
    gold = {_unpossessed(document.text, Span(*mention.span)): mention for mention in document.mentions}
    aligned: dict[Span, GumMention] = {}
    for span in sorted(spans):
        mention = gold.pop(_unpossessed(document.text, span), None)
        if mention is not None:
            aligned[span] = mention
    return aligned


def _unpossessed(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    return Span(span.start, span.start + len(re.sub(r"[’'`]s?$", "", words)))


def by_head(document: GumDocument, spans: Collection[Span]) -> Mapping[Span, GumMention]:
    """The annotated mention that a span lies in and has a word of the head of; the shortest, and each one once.

    Long spans choose first, so that of two spans in one mention the fuller one is it.
    """
    tokens = tokens_of(document)
    heads = {
        mention: [Span(*tokens[place].span) for place in head_words(tokens, places)]
        for mention in document.mentions
        if (places := places_of(tokens, Span(*mention.span)))
    }
    aligned: dict[Span, GumMention] = {}
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
        bare = _unpossessed(document.text, span)
        fitting = [
            mention
            for mention, words in heads.items()
            if mention.span[0] <= bare.start
            and bare.end <= mention.span[1]
            and any(bare.start <= word.start and word.end <= bare.end for word in words)
        ]
        if fitting:
            aligned[span] = min(fitting, key=lambda mention: (mention.span[1] - mention.span[0], mention.span))
            del heads[aligned[span]]
    return aligned


def clusters_of(
    document: GumDocument, found: Found, aligner: Aligner, *, parties_only: bool
) -> tuple[list[Cluster], list[Cluster]]:
    """The annotated and the found clusters as a scorer takes them; a span in two clusters counts in the first."""
    annotated: defaultdict[str, list[GumMention]] = defaultdict(list)
    for mention in document.mentions:
        annotated[mention.cluster].append(mention)
    meant = {name for name, many in annotated.items() if not parties_only or _is_party(document, many)}
    foreign = {
        name
        for name, many in annotated.items()
        if parties_only and (many[0].kind not in PARTY_KINDS or (len(many) > 1 and name not in meant))
    }
    of_span = aligner(document, {span for cluster in found for span in cluster})
    gold = [frozenset(_key(document, Span(*one.span)) for one in annotated[name]) for name in sorted(meant)]
    used: set[Span] = set()
    given: list[Cluster] = []
    for cluster in found:
        spans = [span for span in cluster if span not in used]
        used.update(spans)
        own = [span for span in spans if span not in of_span]
        others = [of_span[span] for span in spans if span in of_span and of_span[span].cluster not in foreign]
        named = {_key(document, Span(*mention.span)) for mention in others}
        given.append(frozenset(named | {("no mention", *_key(document, span)) for span in own}))
    return [one for one in gold if len(one) > 1], [one for one in given if len(one) > 1]


def _key(document: GumDocument, span: Span) -> tuple[str, int, int]:
    return document.name, span.start, span.end


def _is_party(document: GumDocument, mentions: Sequence[GumMention]) -> bool:
    if mentions[0].kind not in PARTY_KINDS:
        return False
    if any(mention.pronoun for mention in mentions):
        return True
    tokens, kind = tokens_of(document), OF_GUM[mentions[0].kind]
    return any(name_in(tokens, places_of(tokens, Span(*mention.span)), kind) for mention in mentions)


def coreference(
    corpus: Iterable[GumDocument],
    found_in: Mapping[str, Found],
    aligner: Aligner,
    *,
    parties_only: bool,
) -> Coreference:
    """All measures over some documents together, from what was found in each by its name."""
    annotated: list[Cluster] = []
    found: list[Cluster] = []
    for document in corpus:
        gold, given = clusters_of(document, found_in[document.name], aligner, parties_only=parties_only)
        annotated.extend(gold)
        found.extend(given)
    return compared(annotated, found)


FINDERS: Mapping[str, Callable[[GumDocument], Found]] = {"wherefrom": of_reading, "equal names": of_equal_names}

ALIGNERS: Mapping[str, Aligner] = {"exact": by_span, "head": by_head}

SCOPES: Mapping[str, bool] = {"parties": True, "everything": False}

Table = Mapping[tuple[str, str, str], Coreference]
"""By scope, way of matching, and side."""


def coreference_table(corpus: Sequence[GumDocument]) -> Table:
    """Both sides, each way of matching, each scope; every document is read once."""
    kept = {side: {document.name: finder(document) for document in corpus} for side, finder in FINDERS.items()}
    return {
        (scope, matching, side): coreference(corpus, found, aligner, parties_only=parties_only)
        for scope, parties_only in SCOPES.items()
        for matching, aligner in ALIGNERS.items()
        for side, found in kept.items()
    }


def shown_coreference(table: Table) -> str:
    """F1 of each measure, with precision and recall of LEA."""
    columns = "".join(f"{name:>10}" for name in ("mentions", "MUC", "B³", "CEAF-e", "CoNLL", "LEA P", "LEA R", "LEA"))
    lines = [f"{'F1; clusters of one never count':<38}{columns}"]
    for (scope, matching, side), one in table.items():
        numbers = (one.mentions.f1, one.muc.f1, one.b_cubed.f1, one.ceaf_e.f1, one.conll)
        lea = (one.lea.precision, one.lea.recall, one.lea.f1)
        lines.append(f"{scope:<12}{matching:<8}{side:<18}" + "".join(f"{number:10.1f}" for number in (*numbers, *lea)))
    return "\n".join(lines)


# --- the benchmark


def measured(sources: Sequence[Judged], table: Table) -> dict[str, float]:
    """The numbers that have floors: shares right in per cent, and F1 of coreference by heads."""
    rights = {f"{row} right": share_right(sources, row) for row in ("pronouns", "descriptions", "all")}
    parties = table["parties", "head", "wherefrom"]
    return {**rights, "parties CoNLL": parties.conll, "parties LEA": parties.lea.f1}


def digest(corpus: Sequence[GoldDocument], gum: Sequence[GumDocument]) -> str:
    """SHA-256 of the labels and of the texts and clusters measured on, so that floors hold for these and no others."""
    texts = [gold.text for gold in corpus]
    clusters = [(document.text, [(one.span, one.cluster, one.kind) for one in document.mentions]) for document in gum]
    return sha256(repr((labels(), texts, clusters)).encode()).hexdigest()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--misses", action="store_true")
    add_options(parser)
    given = parser.parse_args()
    corpus = list(documents(given.corpora / "polnear" / "dev"))
    sources = judged_all(corpus, labels())
    print(f"PolNeAR dev, {len(sources)} labelled sources\n{shown_sources(sources)}\n")
    if given.misses:
        print("\n".join(shown_misses(corpus, sources)), end="\n\n")
    gum = {split: list(gum_documents(given.corpora / "gum", split, "news")) for split in ("dev", "test")}
    tables = {split: coreference_table(many) for split, many in gum.items()}
    for split, table in tables.items():
        names = ", ".join(document.name for document in gum[split])
        print(f"GUM news {split}: {names}\n{shown_coreference(table)}\n")
    reached, held_for = measured(sources, tables["test"]), digest(corpus, gum["test"])
    Floors.stored().settle("parties", held_for, reached, given, where=given.corpora)


if __name__ == "__main__":
    main()
