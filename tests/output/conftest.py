"""Findings made by hand over reports of our own: outlets, people and places in them are invented."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from wherefrom.model import (
    Appearance,
    Block,
    BlockKind,
    Capture,
    Certainty,
    Claim,
    Conflict,
    ConflictValue,
    Document,
    Findings,
    Hedge,
    Link,
    Membership,
    Mention,
    Number,
    Origins,
    Party,
    Quantity,
    Reader,
    Reliance,
    Root,
    Source,
    SourceKind,
    Span,
    Spans,
    StatusChange,
    Time,
    Unread,
    Validity,
    Words,
    slice_of,
)

COURIER = """\
headline: Veldmark’s new harbour crane was allegedly sold twice
byline: By Ida Terhune
paragraph: The port of Veldmark allegedly sold its newest crane to two buyers at once, harbour officials told the Lindholm Mirror.
paragraph: The crane cost 4.2 million crowns. It was delivered in March and stands on the eastern quay.
paragraph: “We signed one contract,” said Marek Dolle, the harbour master, “and only one.” He denied that a second buyer had paid a deposit.
paragraph: The Mirror noted that three auditors, who spoke on condition of anonymity because the inquiry is not public, at first believed the papers to be forgeries. It was reported that the seals did not match.
paragraph: The second buyer, a shipyard in Ostrava Bay, could take the matter to court. If the deposit is not returned by June, the shipyard will sue, its lawyer Anneke Voss said.
heading: What the papers show
paragraph: According to a port ledger seen by the Courier, the first payment arrived on 3 February. The second came nine days later. Both were booked under the same number.
caption: The crane on the eastern quay, where it has reportedly stood idle since April.
credit: Photo: Ruben Aster / Lindholm Courier
boilerplate: Read also: Ferry fares to rise again"""

GAZETTE = """\
headline: Crane sold twice, says Mirror
paragraph: Veldmark sold one crane to two buyers, the Lindholm Mirror reports.
paragraph: The shipyard has not commented."""


class Text:
    """A text in blocks, one a line with its kind before it, in which words are found by themselves."""

    def __init__(self, lines: str) -> None:
        blocks = [line.split(": ", 1) for line in lines.split("\n")]
        self.text = "\n\n".join(words for _, words in blocks)
        starts = [0]
        for _, words in blocks:
            starts.append(starts[-1] + len(words) + 2)
        kinds = [next(kind for kind in get_args(BlockKind) if kind == name) for name, _ in blocks]
        self.blocks = tuple(
            Block(kind, start, end - 2) for kind, (start, end) in zip(kinds, pairwise(starts), strict=True)
        )

    def at(self, *fragments: str) -> Spans:
        """Where these words stand; "before|words" means the words that follow what stands before the bar."""
        spans = []
        for fragment in fragments:
            before, _, words = fragment.rpartition("|")
            start = self.text.index(before + words) + len(before)
            spans.append(Span(start, start + len(words)))
        return tuple(spans)

    def words(self, *fragments: str) -> Words:
        return Words.of(self.text, self.at(*fragments))

    def hedge(self, words: str, owner: int | None = None) -> Hedge:
        return Hedge(self.words(words).text, self.at(words), owner)

    def source(self, words: str, kind: SourceKind, *, named: bool = True) -> Source:
        return Source(self.words(words).text, self.at(words), kind, named)

    def link(self, source: Source | None, cue: str | None, *content: str) -> Link:
        return Link(source, self.words(cue) if cue else None, "says", "stated", self.at(*content))

    def document(self) -> Document:
        raw = self.text.encode("utf-8", "surrogatepass")
        return Document("report.txt", Capture(raw, "text", "utf-8"), self.text, self.blocks)

    def claim(self, document: Document, fragments: tuple[str, ...], *chain: Link) -> Appearance:
        """A plain statement of fact."""
        spans = self.at(*fragments)
        block = document.block_of(spans[0]) if spans else None
        return Appearance(
            id=f"{document.id}-{spans}",
            document=document.id,
            spans=spans,
            text=slice_of(self.text, spans),
            block=block.kind if block else "paragraph",
            chain=chain,
            polarity="positive",
            nature="fact",
            quote="indirect" if chain else None,
            certainty=Certainty(),
            condition=None,
            quantities=(),
            times=(),
            validity=None,
            about=(),
            unsure=(),
        )


def courier() -> tuple[Document, tuple[Appearance, ...]]:
    """A report with a claim of every sort."""
    text = Text(COURIER)
    document = replace(
        text.document(),
        path="courier/crane.txt",
        title="Veldmark’s new harbour crane was allegedly sold twice",
        publisher="The Lindholm Courier",
        author="Ida Terhune",
        url="https://courier.example/harbour/crane",
        published="2031-05-04",
        language="en",
    )
    claims = (*_first_half(text, document), *_second_half(text, document))
    return document, claims


def _first_half(text: Text, document: Document) -> tuple[Appearance, ...]:
    whole = "The port of Veldmark allegedly sold its newest crane to two buyers at once"
    mirror = replace(text.link(text.source("told |the Lindholm Mirror", "outlet"), None, whole), basis="relayed")
    officials = text.link(text.source("harbour officials", "group", named=False), "told", whole)
    dolle = text.source("Marek Dolle, the harbour master", "person")
    signed = text.link(dolle, "said", "“We signed one contract,”", "“and only one.”")
    paid = "a second buyer had paid a deposit"
    he = replace(text.source("“and only one.” |He", "person"), parties=("p2",))
    denied = replace(text.link(he, "denied", paid), act="denies")
    price = Quantity(
        "4.2 million crowns", text.at("4.2 million crowns"), "=", 4200000.0, None, "crown", "money", "crane"
    )
    sold = ("The port of Veldmark", "allegedly| sold its newest crane to two buyers at once")
    hedges = (text.hedge("The port of Veldmark |allegedly"),)
    return (
        replace(text.claim(document, sold, mirror, officials), certainty=Certainty("possible", hedges), about=("p2",)),
        replace(text.claim(document, ("The crane cost 4.2 million crowns",)), quantities=(price,)),
        replace(
            text.claim(document, ("It was delivered in March",)),
            times=(Time("in March", text.at("in March"), "2031-03", "event"),),
        ),
        text.claim(document, ("stands on the eastern quay",)),
        replace(text.claim(document, ("“We signed one contract,”", "“and only one.”"), signed), quote="direct"),
        replace(text.claim(document, (paid,), denied), unsure=("chain",)),
    )


def _second_half(text: Text, document: Document) -> tuple[Appearance, ...]:
    worried = "three auditors, who spoke on condition of anonymity because the inquiry is not public, at first believed the papers to be forgeries"
    noted = text.link(text.source("The Mirror", "outlet"), "noted that", worried)
    three = replace(
        text.source("three auditors", "group", named=False),
        number=Number(3, exact=True),
        knows_by="document",
        why_unnamed="the inquiry is not public",
    )
    auditors = replace(text.link(three, "believed", "the papers to be forgeries"), act="believes", once=True)
    voss = replace(
        text.link(text.source("its lawyer Anneke Voss", "person"), "Anneke Voss |said", "the shipyard will sue")
    )
    ledger = text.source("a port ledger seen by the Courier", "document")
    first, second = "the first payment arrived on 3 February", "The second came nine days later"
    could = Certainty("possible", (text.hedge("could"),))
    return (
        replace(text.claim(document, ("the papers to be forgeries",), noted, auditors), nature="evaluation"),
        replace(
            text.claim(
                document,
                ("the seals did not match",),
                text.link(None, "It was reported that", "the seals did not match"),
            ),
            polarity="negative",
        ),
        replace(
            text.claim(document, ("The second buyer, a shipyard in Ostrava Bay, could take the matter to court",)),
            certainty=could,
            nature="forecast",
        ),
        replace(
            text.claim(document, ("the shipyard will sue",), replace(voss, act="intends")),
            nature="intention",
            condition=text.words("If the deposit is not returned by June"),
            validity=Validity("by June", text.at("by June"), "2031-06", None, 0),
        ),
        text.claim(document, (first,), text.link(ledger, "According to", first)),
        text.claim(document, (second,), replace(text.link(ledger, None, second), basis="carried")),
        replace(text.claim(document, ("Both were booked under the same number",)), unsure=("chain", "spans")),
        replace(
            text.claim(document, ("it has reportedly stood idle since April",)),
            certainty=Certainty("probable", (text.hedge("reportedly"),)),
        ),
    )


def gazette() -> tuple[Document, tuple[Appearance, ...]]:
    """A short report that repeats it."""
    text = Text(GAZETTE)
    document = replace(
        text.document(),
        path="gazette.txt",
        title="Crane sold twice, says Mirror",
        publisher="Ostrava Bay Gazette",
        published="2031-05-05",
    )
    sold = "Veldmark sold one crane to two buyers"
    said = text.link(text.source("the Lindholm Mirror", "outlet"), "reports", sold)
    quiet = replace(text.claim(document, ("The shipyard has not commented",)), polarity="negative")
    return document, (text.claim(document, (sold,), said), quiet)


def two_reports() -> Findings:
    """Two reports, one of which repeats the other's source, and one file that could not be read."""
    (first, said), (second, repeated) = courier(), gazette()
    mirror = Root("Lindholm Mirror", ("p1",), (said[0].id, repeated[0].id), "the Gazette cites the Mirror")
    claim = Claim(
        "c1",
        said[0].text,
        (Membership(said[0].id, "supports"), Membership(repeated[0].id, "supports")),
        Origins(1, None, (mirror,), ()),
        (StatusChange("2031-05-04", "first-reported", (said[0].id,)),),
    )
    parties = (
        Party("p1", "Lindholm Mirror", "outlet", named=True, mentions=(Mention(first.id, said[0].spans),)),
        Party("p2", "Marek Dolle", "person", named=True, mentions=()),
    )
    values = (
        ConflictValue(first.id, said[1].id, said[1].spans, 4200000.0, "crown"),
        ConflictValue(second.id, None, (Span(0, 5),), 4.25, "crown"),
    )
    return Findings(
        reader=Reader("wherefrom-test", "0.1.0"),
        documents=(first, second),
        unread=(Unread("scan.pdf", "not a text, Markdown or HTML file"),),
        appearances=said + repeated,
        parties=parties,
        claims=(claim,),
        conflicts=(Conflict("k1", "c1", "value", "price", True, "unknown", "two prices", values),),  # noqa: FBT003
        relies_on=(Reliance(second.id, "Lindholm Mirror", "cites", (Span(0, 5),), "it says so"),),
    )


def findings_over(words: str) -> Findings:
    """One claim that is all of a text, said by somebody whose name is the whole text too."""
    text = Text("paragraph: x")
    text.text, text.blocks = words, (Block("paragraph", 0, len(words)),)
    everything = (Span(0, len(words)),)
    said = Words(words, everything)
    source = Source(words, everything, "person", named=False, number=None, knows_by=None, why_unnamed=words)
    document = replace(
        text.document(),
        path=words,
        title=words,
        publisher=words,
        author=words,
        url=words,
        published=words,
        language=words,
    )
    claim = replace(
        text.claim(document, (), Link(source, said, "denies", "stated", everything, to=said)),
        spans=everything,
        text=words,
        certainty=Certainty("possible", (Hedge(words, everything, 0),)),
        condition=said,
        unsure=(words,),
    )
    return Findings(Reader(words, words), (document,), unread=(Unread(words, words),), appearances=(claim,))


@pytest.fixture(scope="session")
def findings() -> Findings:
    return two_reports()


@pytest.fixture(scope="session")
def over() -> Callable[[str], Findings]:
    return findings_over
