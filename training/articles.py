"""What the network learns from, whatever corpus it comes from: a text with the labels that are known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wherefrom.model import Span
from wherefrom.reader.sources import is_outlet

from . import fnc1, gum, polnear, uds
from .gum_names import gold_names, head_in, places_of, tokens_of
from .nested import load as load_nested
from .polnear import GoldAttribution
from .silver import Labelled, Silver, key
from .silver import load as load_silver

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

TOGETHER = 6
"""Rated sentences that make a text: they follow one another in theirs, or nearly so."""

_HEADS = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "event": "event",
    "object": "object",
    "abstract": "abstract",
}
"""GUM's kinds to ours; times, substances, animals and plants are "other"."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A mention: its first character, its head, what the head means, and the cluster of mentions of one thing."""

    start: int
    head: tuple[int, int]
    kind: str
    cluster: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its labels; what is None is not known and teaches nothing.

    `attributions` are the outermost, `nested` those one level inside a content. `names` and `marks` are spans with a
    kind. `mentions` are all noun phrases and pronouns. `facts` are predicates and how sure readers were of them, from
    -3 to 3.
    """

    text: str
    attributions: tuple[GoldAttribution, ...] | None
    nested: tuple[GoldAttribution, ...] | None
    names: tuple[Labelled, ...] | None
    marks: tuple[Labelled, ...] | None
    mentions: tuple[Headed, ...] | None
    facts: tuple[uds.Judged, ...] | None = None

    def straightened(self) -> "Article":
        """The same with straight quotation marks; offsets stay."""
        return replace(self, text=self.text.translate(_STRAIGHT))


def articles(corpora: Path, silver: Path, nested: Path) -> list[Article]:
    """The training splits of PolNeAR and GUM, and texts in which nothing is marked, with the kept labels of parser and reader."""
    for path, made_by in ((silver, "training.silver"), (nested, "training.nested")):
        if not path.exists():
            raise SystemExit(f"{path}: is not there; python -m {made_by} makes it")
    kept, inner = load_silver(silver), load_nested(nested)
    return [
        *_polnear(corpora / "polnear", kept, inner),
        *_gum(corpora / "gum", kept, inner),
        *_plain(corpora / "fnc1_bodies", kept, inner),
        *_judged(corpora / "factuality"),
    ]


def _polnear(
    folder: Path, silver: Mapping[str, Silver], nested: Mapping[str, tuple[GoldAttribution, ...]]
) -> Iterator[Article]:
    for document in polnear.documents(folder / "train"):
        name = key(document.text)
        yield Article(
            document.text, document.attributions, nested[name], silver[name].names, silver[name].marks, mentions=None
        )


def _plain(
    folder: Path, silver: Mapping[str, Silver], nested: Mapping[str, tuple[GoldAttribution, ...]]
) -> Iterator[Article]:
    for text in fnc1.bodies(folder):
        name = key(text)
        yield Article(text, None, nested[name], silver[name].names, silver[name].marks, mentions=None)


def _judged(folder: Path) -> Iterator[Article]:
    """Rated sentences, as many together as a paragraph has."""
    sentences = uds.sentences(folder / "UDS_IH2" / "train.jsonl")
    for first in range(0, len(sentences), TOGETHER):
        text, facts = "", []
        for sentence in sentences[first : first + TOGETHER]:
            shift = len(text)
            facts += [
                uds.Judged(Span(one.span.start + shift, one.span.end + shift), one.factuality)
                for one in sentence.predicates
            ]
            text += sentence.text + " "
        yield Article(text.rstrip(), None, None, None, None, mentions=None, facts=tuple(facts))


def _gum(
    folder: Path, silver: Mapping[str, Silver], nested: Mapping[str, tuple[GoldAttribution, ...]]
) -> Iterator[Article]:
    for document in gum.documents(folder, "train"):
        kept = silver[key(document.text)]
        own = tuple(_gold_names(document))
        others = tuple(
            (start, end, kind)
            for start, end, kind in kept.names
            if kind in {"group", "document", "event"}
            and not any(start < stop and begin < end for begin, stop, _ in own)
        )
        tokens = tokens_of(document)
        mentions = tuple(
            Headed(
                mention.span[0],
                tokens[head_in(tokens, places_of(tokens, Span(*mention.span)))].span,
                _HEADS.get(mention.kind, "other"),
                mention.cluster,
            )
            for mention in document.mentions
        )
        yield Article(document.text, None, nested[key(document.text)], own + others, kept.marks, mentions)


def _gold_names(document: gum.GumDocument) -> Iterator[Labelled]:
    """Names of people, bodies and places; the longest, where one stands in another ("University of Leeds")."""
    for name in gold_names(document):
        outlet = name.kind == "organisation" and is_outlet(document.text[slice(*name.span)])
        yield (*name.span, "outlet" if outlet else name.kind)
