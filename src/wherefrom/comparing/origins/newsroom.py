"""Which outlet a text means: one that prints a report of the claim, one cited there, or one known by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from wherefrom.comparing.material import Material
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Appearance, Link, Source, Spans

from .reliances import Reliances
from .words import folded, is_talk, naming_words, without_readers

_NEWS_ITEM = re.compile(
    r"\b(?:report|story|article|piece|scoop|interview|broadcast|bulletin|headline|exclusive)s?\b", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w&.’'-]*(?:\s(?:(?:of|the|and|&)\s)?[A-Z0-9][\w&.’'-]*){0,5}")

_LONGEST_NAME = 60

_HANDS = 3
"""Hands over which a text is followed to reports that do not have the claim themselves."""

_MANY = 16
"""Outlets that share their most telling word ("Paper 1", "Paper 2"): among so many a short name means none for sure."""


class _Names:
    """Outlets by all names that they go by here, each under one key; those of a family all under the family's."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._keys: dict[str, str] = {}
        self._by_word: dict[str, list[str]] = {}
        self.labels: dict[str, str] = {}

    def add(self, name: str, label: str | None = None) -> str:
        """The key of an outlet of this name, a new one where no name here means the same."""
        plain = _plain(name)
        if plain not in self._keys:
            self._keys[plain] = key = self.find(name, is_outlet=True) or plain
            self.labels.setdefault(key, label or name)
            for word in _words(name):
                self._by_word.setdefault(word, []).append(name)
        return self._keys[plain]

    def apart(self, teller: str, label: str) -> str:
        """The key of what one teller told a desk itself: beside what others told it, no one outlet's word."""
        key = f"check {teller}"
        self.labels.setdefault(key, label)
        return key

    def find(self, name: str, *, is_outlet: bool) -> str | None:
        """The key of the outlet that `name` means; part of an outlet's name is enough where it `is_outlet` for sure."""
        if found := self._keys.get(_plain(name)):
            return found
        if known := self._outlets.known(name):
            return known.family or known.name
        return self._longer(name) if is_outlet else None

    def _longer(self, name: str) -> str | None:
        """The outlet that a name means in other words, or whose name it is a part of: "the Tribune" is the only one here."""
        words = _words(name)
        near = min((held for word in sorted(words) if (held := self._by_word.get(word))), key=len, default=[])
        if len(near) > _MANY:
            return None
        same = [other for other in near if self._outlets.same(name, other)]
        keys = {self._keys[_plain(other)] for other in same or near if same or words <= _words(other)}
        return keys.pop() if len(keys) == 1 else None


def _plain(name: str) -> str:
    return folded(name).removeprefix("the ")


@lru_cache(maxsize=65536)  # the same few outlets stand behind many claims
def _words(name: str) -> frozenset[str]:
    """The words of an outlet's name, with its numbers: Channel 4 is not Channel 5."""
    return naming_words(name) | frozenset(re.findall(r"\b\d+\b", name))


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet that a document rests on: where it says so, and whether it gives the other's report again as a whole."""

    outlet: str
    places: tuple[int, ...]
    repeats: bool


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The outlets behind a claim, by keys that all names of an outlet share.

    Outlets of one family share a key as well: their reports are not independent of each other. A document without a
    publisher is an outlet of its own.
    """

    publisher: Mapping[str, str]
    """The outlet of each document."""
    cited: Mapping[str, tuple[Cited, ...]]
    """The outlets that each document rests on; also of documents without the claim on which the others rest."""
    elsewhere: Mapping[str, tuple[str, ...]]
    """Documents without the claim on which the others rest, by outlet."""
    here: frozenset[str]
    """All outlets with a document of the claim."""
    by_talk: frozenset[str]
    """Documents that rest on reports of which nobody knows whose they are."""
    _names: _Names

    @classmethod
    def of(cls, material: Material, outlets: Outlets, documents: Iterable[str], reliances: Reliances) -> "Newsroom":
        """The newsroom behind these documents of a claim."""
        names = _Names(outlets)

        def outlet(document: str) -> str:
            held = material.documents[document]
            label = held.publisher or held.title or "a document without a publisher"
            if held.kind == "check":
                return names.apart(held.author or document, label)
            return names.add(held.publisher or document, label)

        publisher = {document: outlet(document) for document in documents}
        resting = _resting(material, reliances, publisher)
        cited: dict[str, tuple[Cited, ...]] = {}
        elsewhere: dict[str, list[str]] = {}
        by_talk = set()
        for document in (*publisher, *resting):
            own = publisher.get(document) or outlet(document)
            if document not in publisher:
                elsewhere.setdefault(own, []).append(document)
            found = []
            for one in reliances.of_document(document):
                if one.on not in material.documents and outlets.known(one.on) is None and is_talk(one.on):
                    by_talk.add(document)
                    continue
                key = outlet(one.on) if one.on in material.documents else names.add(one.on)
                if key != own:
                    found.append(Cited(key, tuple(span.start for span in one.spans), one.how != "cites"))
            cited[document] = tuple(found)
        fixed = {own: tuple(held) for own, held in elsewhere.items()}
        return cls(publisher, cited, fixed, frozenset(publisher.values()), frozenset(by_talk), names)

    def label(self, outlet: str) -> str:
        """The outlet's name for people."""
        return self._names.labels.get(outlet, outlet)

    def has_a_report(self, outlet: str) -> bool:
        """Whether a report of this outlet is at hand, with the claim or not."""
        return outlet in self.elsewhere or outlet in self.here

    def credited(self, material: Material, appearance: Appearance) -> tuple[str, ...]:
        """The outlets that the paragraph of an appearance credits."""
        block = material.documents[appearance.document].block_of(appearance.spans[0])
        if block is None:
            return ()
        cited = self.cited[appearance.document]
        return tuple(one.outlet for one in cited if any(block.start <= place < block.end for place in one.places))

    def repeated(self, document: str) -> tuple[str, ...]:
        """The outlets whose reports a document gives again as a whole."""
        return tuple(one.outlet for one in self.cited[document] if one.repeats)

    def outlet_of(self, material: Material, link: Link, appearance: Appearance) -> str | None:
        """The outlet that a link's source means; None where it means none."""
        source = link.source
        if source is None:
            return None
        if found := self._written(material, source.spans, appearance.document):
            return found
        parties = [material.parties[party] for party in source.parties]
        named = [party.name for party in parties if party.named]
        is_outlet = source.kind == "outlet" or any(party.kind == "outlet" for party in parties)
        candidates = _candidates(source, named)
        if is_outlet and (short := self._short_for(candidates, appearance.document)):
            return short
        for name in candidates:
            if found := self._names.find(name, is_outlet=is_outlet):
                return found
        if is_outlet and (source.named or named):
            return self._names.add(named[0] if named else source.text)
        cited = {one.outlet for one in self.cited[appearance.document]}
        return cited.pop() if is_outlet and len(cited) == 1 else None  # "the paper" is the only one that it rests on

    def told(self, material: Material, link: Link, appearance: Appearance) -> str | None:
        """The other outlet that was told, where the words say so; None where it is nobody known here as an outlet."""
        if link.to is None or not (naming_words(link.to.text) or self.cited[appearance.document]):
            return None
        written = self._written(material, link.to.spans, appearance.document)
        found = written or self._names.find(link.to.text, is_outlet=False)
        return found if found != self.publisher[appearance.document] else None

    def _written(self, material: Material, spans: Spans, document: str) -> str | None:
        """The outlet on which the document rests and whose name begins here, also where these words have less of it."""
        start = spans[0].start if spans else 0
        text = _plain(material.documents[document].text[start : start + _LONGEST_NAME])
        found = (one.outlet for one in self.cited[document] if text.startswith(_plain(self.label(one.outlet))))
        return next(found, None)

    def _short_for(self, names: list[str], document: str) -> str | None:
        """The outlet that the document rests on and that one of these is short for: "the Tribune" of a Vale Tribune."""
        cited = {one.outlet: _words(self.label(one.outlet)) for one in self.cited[document]}
        held = {outlet for name in names for outlet, words in cited.items() if _words(name) <= words}
        return held.pop() if len(held) == 1 else None


def _resting(material: Material, reliances: Reliances, documents: Iterable[str]) -> list[str]:
    """The documents on which these rest, directly or over others, that are none of them."""
    seen, found, begun = set(documents), list[str](), list(documents)
    for _ in range(_HANDS):
        begun = [one.on for document in begun for one in reliances.on_documents.get(document, ())]
        begun = [one for one in dict.fromkeys(begun) if one not in seen]
        seen.update(begun)
        found += begun
    return sorted(found, key=material.place.__getitem__)


def _candidates(source: Source, named: list[str]) -> list[str]:
    """Names that may be an outlet's: the source's words, its parties', and in "a Herald report" the Herald."""
    words = without_readers(source.text)
    found = [words, *named]
    if _NEWS_ITEM.search(words):
        found += _NAME.findall(words)
    return [name for name in found if naming_words(name)]
