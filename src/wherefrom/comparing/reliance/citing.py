"""Whom a document itself credits."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Document, Link, Reliance, Span, joined
from wherefrom.reader.parties.given_names import HERS, HIS
from wherefrom.reader.places import Stretches
from wherefrom.reader.sentences import sentences
from wherefrom.reader.sources import is_outlet

from . import wording
from .evidence import Evidence, Voices, evidence_of
from .matter import Matter
from .names import Name, names_in
from .posts import posts_in
from .press import Folded, Press, plain
from .reports import Reports
from .unnamed import groups_in, receivers_in

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”]{4,300}")
_READ = frozenset({"headline", "heading", "paragraph", "byline"})
_SEVERAL = 8
"""A short name that more publishers have than this means none of them: "the Post"."""

_MOST_MENTIONS = 50
"""Mentions of a name that are looked at in one text: whoever is credited is so sooner."""

_LONE = re.compile(r"(?:(?:[Tt]he|[\w’'-]+[’']s)\s)?(?P<name>[A-Z][\w&.-]*\w)(?:[’']s)?")
_POST = 3
_ADDRESSED = 3
_MENTIONED = 5
"""The rank of an outlet that is only mentioned: it counts where its own earlier report is at hand."""


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that a document credits, under its best name; `on` is a document's id where its report is at hand."""

    on: str
    name: str
    span: Span
    rank: int
    why: str


class Citing:
    """Reads off documents whom they credit."""

    def __init__(self, material: Material, press: Press, matter: Matter) -> None:
        self._material = material
        self._press = press
        self._matter = matter
        self._reports = Reports(material, press, matter)
        self._mentions = _mentions(material)

    def citations(self, document: Document) -> list[Citation]:
        """Whom a document credits, each once with the best words that say so, in the order of the text.

        Reports without a name count where nobody is named: who names his sources and speaks of "media reports" besides
        means those.
        """
        best: dict[str, Citation] = {}
        own = document.id  # a hash, made each time it is asked for
        appearances = self._material.of_document[own]
        for citation in (
            *self._addresses(document),
            *self._outlets(document, appearances, self._mentions.get(own, {})),
            *self._posts(document, appearances),
        ):
            _keep(best, citation)
        if not best:
            for words, found in groups_in(appearances, self._matter.shared_claims):
                _keep(best, _unnamed(words, found))
                break
        for words, found in receivers_in(appearances):
            _keep(best, _unnamed(words, found))
        return sorted(_without_short(best), key=lambda one: (one.span, one.on))

    def _outlets(
        self, document: Document, appearances: Sequence[Appearance], mentions: Mapping[str, Sequence[Span]]
    ) -> Iterator[Citation]:
        voices = Voices(appearances, mentions)
        sentence = _Sentences(document)
        names = names_in(document, self._press)
        found = Stretches(joined(name.span for name in names))
        extra = [name for name in self._read_as_outlets(document, appearances) if not found.touching(name.span)]
        looked_at: Counter[str] = Counter()
        for name in (*names, *extra):
            looked_at[name.words] += 1
            if looked_at[name.words] > _MOST_MENTIONS:
                continue
            stands = sentence.of(name)
            if self._is_own(document, name):
                yield from self._handed_on(document, name, stands)
            else:
                yield from self._resolved(document, name, evidence_of(document.text, stands, name, voices))

    def _addresses(self, document: Document) -> Iterator[Citation]:
        """Pages and outlets to which a text points by an address within it."""
        for found in _ADDRESS.finditer(document.text):
            span = Span(found.start(), found.start() + len(found.group().rstrip(".,;:)]”’'\"")))
            url = document.text[span.start : span.end]
            on, outlet = self._press.at(url), self._press.outlet_at(url)
            block = document.block_of(span)
            if (
                block is None
                or block.kind not in _READ
                or (outlet is not None and self._press.is_own(document, outlet))
            ):
                continue
            source = None if on is None else self._material.documents[on]
            if on is not None and source is not document and source is not None:
                label = source.publisher or on
                yield Citation(on, label, span, _ADDRESSED, f"{label} is pointed to by its address")
            elif outlet is not None and on is None:
                yield Citation(outlet, outlet, span, _ADDRESSED, f"{outlet} is pointed to by an address of its")

    def _posts(self, document: Document, appearances: Sequence[Appearance]) -> Iterator[Citation]:
        """Accounts and people whose posts carry what the document says."""
        shared = None
        if self._matter.shared_claims:
            told = [one for one in appearances if one.id in self._matter.shared_claims]
            shared = Stretches(joined(span for one in told for span in one.spans))
        for block in document.blocks:
            if block.kind == "paragraph":
                for name, span in posts_in(document.text, block, shared):
                    if self._press.known(name) is None and not self._press.is_own(document, name):
                        yield Citation(name, name, span, _POST, f"{name} put up what it passes on")

    def _read_as_outlets(self, document: Document, appearances: Sequence[Appearance]) -> Iterator[Name]:
        """Outlets that the reader knows for such by what they do: the "Lumo" of "Lumo reports"."""
        for one in appearances:
            for link in one.chain:
                span = self._reporter(link) or _outlet(link)
                block = None if span is None else document.block_of(span)
                if span is not None and block is not None and block.kind in _READ:
                    words = document.text[span.start : span.end]
                    yield Name(span, words, block, known=self._press.known(words))

    def _reporter(self, link: Link) -> Span | None:
        """Where the source of a bare "reports" stands that is given as a person, without the name of one."""
        source, cue = link.source, link.cue
        if source is None or cue is None or cue.text.lower() != "reports" or source.kind != "person":
            return None
        words = source.text.split()
        names = {self._material.parties[party].name for party in source.parties}
        unclear = link.basis != "stated" or not source.named or names != {source.text}
        if unclear or len(words) > 3 or not all(word[0].isupper() for word in words):
            return None
        return None if words[0].lower() in HIS | HERS else source.spans[0]

    def _handed_on(self, document: Document, name: Name, stands: Span) -> Iterator[Citation]:
        """The publisher itself, where somebody else hands its text on: "A reader quotes the Lantern:"."""
        before = document.text[stands.start : name.span.start]
        if name.block is document.blocks[0] and (found := wording.QUOTES_BEFORE.search(before)) is not None:
            label = self._press.best_name(name.known or name.words)
            span = Span(stands.start + found.start() + 2, name.span.end)
            yield Citation(label, label, span, 0, f"{label} is quoted by whoever hands the text on")

    def _is_own(self, document: Document, name: Name) -> bool:
        if self._press.publisher(document) in name.publishers or self._press.is_own(document, name.words):
            return True
        return name.known is not None and self._press.is_own(document, name.known)

    def _resolved(self, document: Document, name: Name, found: Evidence | None) -> Iterator[Citation]:
        """What a name that is credited, or only mentioned, stands for."""
        at_hand = self._at_hand(document, name)
        if found is None and at_hand is not None:
            found = _mention(name)
        if found is None:
            return
        if at_hand is not None:
            publisher, on = at_hand
            label = self._press.name_of(publisher)
            yield Citation(on, label, found.span, found.rank, f"{label} {found.why}")
        elif name.full or not name.publishers:
            label = self._press.best_name(name.known or name.words)
            yield Citation(label, label, found.span, found.rank, f"{label} {found.why}")

    def _at_hand(self, document: Document, name: Name) -> tuple[Folded, str] | None:
        """The publisher meant, with its report that the document rests on; None where it may be several publishers'."""
        if len(name.publishers) > _SEVERAL:
            return None
        meant = [(publisher, self._reports.meant(document, publisher)) for publisher in name.publishers]
        reports = [(publisher, on) for publisher, on in meant if on is not None]
        return reports[0] if len(reports) == 1 else None


class _Sentences:
    """The sentences of a document, found block by block as they are asked for."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._held: dict[int, list[tuple[int, int]]] = {}

    def of(self, name: Name) -> Span:
        """The sentence in which a name stands."""
        block = name.block
        if block.start not in self._held:
            self._held[block.start] = sentences(self._text, block.start, block.end)
        held = self._held[block.start]
        at = bisect_right(held, (name.span.start, len(self._text))) - 1
        start, end = held[max(at, 0)]
        return Span(start, max(end, name.span.end))


def _mentions(material: Material) -> dict[str, dict[str, list[Span]]]:
    """Where documents mention the parties that some text gives as an outlet or a report, by document and party."""
    passing_on = {
        party
        for one in material.findings.appearances
        for link in one.chain
        if link.source is not None and link.source.kind in {"outlet", "document"}
        for party in link.source.parties
    }
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for party in material.findings.parties:
        if party.id in passing_on:
            for mention in party.mentions:
                found[mention.document][party.id].extend(mention.spans)
    return found


def _keep(best: dict[str, Citation], citation: Citation) -> None:
    held = best.get(citation.on)
    if held is None or citation.rank < held.rank:
        best[citation.on] = citation


def _unnamed(words: str, found: Evidence) -> Citation:
    label = " ".join(words.split())
    return Citation(label, label, found.span, found.rank, f"{label} {found.why}")


def _outlet(link: Link) -> Span | None:
    """Where a single word stands that a link's source is, or was told, as an outlet: "Reuters"."""
    source = link.source
    if (
        source is None
        or source.kind != "outlet"
        or not source.named
        or link.basis == "carried"
        or len(source.spans) > 1
    ):
        return None
    found = _LONE.fullmatch(source.text)
    if found is None or not is_outlet(found["name"]):
        return None
    start = source.spans[0].start
    return Span(start + found.start("name"), start + found.end("name"))


def _mention(name: Name) -> Evidence | None:
    enough = name.full or name.article
    return Evidence(name.span, _MENTIONED, "is mentioned") if enough else None


def _without_short(best: dict[str, Citation]) -> Iterator[Citation]:
    """Citations without those whose name another one holds: "Lantern" beside "Evening Lantern"."""
    names = {on: plain(citation.name) for on, citation in best.items()}
    for on, citation in best.items():
        words = frozenset(names[on])
        if not any(words < frozenset(other) for held, other in names.items() if held != on):
            yield citation


def reliances(name: str, document: Document, found: list[Citation]) -> Iterator[Reliance]:
    """Citations as findings."""
    for one in found:
        quoted = document.text[one.span.start : one.span.end]
        yield Reliance(name, one.on, "cites", (one.span,), f"{one.why}: “{' '.join(quoted.split())}”")
