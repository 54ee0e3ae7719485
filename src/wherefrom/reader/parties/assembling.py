"""From joined mentions to parties, and the appearances whose sources and subjects they are."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from wherefrom.model import (
    Appearance,
    Document,
    KnowsBy,
    Link,
    Number,
    Party,
    PartyKind,
    Source,
    SourceKind,
    Spans,
    slice_of,
)
from wherefrom.model.party import Mention as MentionOf
from wherefrom.reader.numbers import number_of
from wherefrom.reader.quotations import bare

from .authors import author_of
from .bundles import Bundle, Bundles
from .gathering import Noted
from .knowing import knows_by, reasons, told_by
from .naming import Called, called, kind_of
from .pairs import pair_before
from .parts import PART, counted_again, of_whom
from .scene import Scene
from .voices import Voices

_ABOUT = frozenset({"person", "organisation", "outlet", "group", "place", "document"})
"""Kinds of parties that a statement is about."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Appearances with their parties, and the parties."""

    appearances: tuple[Appearance, ...]
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is known of a document's mentions; `doubtful` are numbers of those that are hard to tell."""

    document: Document
    scene: Scene
    noted: Sequence[Noted]
    voices: Voices
    bundles: Bundles
    doubtful: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What all mentions of a party tell together.

    `known` is its name where the writer says "we" or "I"; `somebody`: not only pronouns tell of it; `first`: the text only
    ever says "we" or "I".
    """

    id: str
    kind: PartyKind
    known: str | None
    somebody: bool
    first: bool


@dataclass(frozen=True, slots=True)
class _Portrait:
    """What the descriptions of a party that has no name tell: how it knows, and how many it is."""

    knows_by: KnowsBy | None
    number: Number | None


class Assembly:
    """Puts parties and appearances of one document together."""

    def __init__(self, known: Known) -> None:
        self._document, self._scene, self._noted = known.document, known.scene, known.noted
        self._name = known.document.id  # a hash over all its bytes
        self._voices, self._bundles, self._doubtful = known.voices, known.bundles, known.doubtful
        scene, voices, bundles = known.scene, known.voices, known.bundles
        self._words = {
            head.number: slice_of(scene.text, telling.source)
            for telling in scene.tellings
            if len(heads := voices.heads(telling.source)) == 1
            for head in heads
        }
        self._wholes: dict[int, _Whole] = {}
        self._names: dict[int, Called] = {}
        self._portraits: dict[int, _Portrait] = {}
        self._why: dict[int, str] = {}
        for one, words in reasons(known.noted, scene, voices):
            self._why.setdefault(bundles.of(one).first.number, words.text)

    def meant(self, appearances: Iterable[Appearance]) -> Meant:
        """The appearances with their parties filled in, and all parties that stand in them."""
        filled = tuple(self._filled(one) for one in appearances)
        used = {party for one in filled for party in one.about}
        used |= {
            party for one in filled for link in one.chain if link.source is not None for party in link.source.parties
        }
        return Meant(filled, tuple(self._party(one) for one in self._bundles.all() if self._id(one) in used))

    def _party(self, bundle: Bundle) -> Party:
        whole = self._whole(bundle)
        mentions = tuple(MentionOf(self._name, (one.span,)) for one in bundle.members)
        named = self._called(bundle)
        return Party(whole.id, named.name, named.kind, named.named, mentions)

    def _id(self, bundle: Bundle) -> str:
        """Made of the document and the first mention, and of nothing that another document could change."""
        anchor = repr((self._name, tuple(bundle.first.span)))
        return f"p{sha256(anchor.encode()).hexdigest()[:12]}"

    def _whole(self, bundle: Bundle) -> _Whole:
        number = bundle.first.number
        if number not in self._wholes:
            known = self._known(bundle)
            forms = {one.traits.form for one in bundle.members}
            self._wholes[number] = _Whole(
                self._id(bundle),
                kind_of(bundle, self._words, known),
                known,
                somebody=known is not None or not forms.isdisjoint({"name", "definite", "indefinite"}),
                first=forms == {"first"},
            )
        return self._wholes[number]

    def _called(self, bundle: Bundle) -> Called:
        """What a party is called; a part of several with the words for these: "one of" the "three engineers"."""
        number = bundle.first.number
        if number not in self._names:
            self._names[number] = self._in_full(bundle, called(bundle, self._words, self._whole(bundle).known))
        return self._names[number]

    def _in_full(self, bundle: Bundle, plain: Called) -> Called:
        if plain.named or PART.fullmatch(plain.name) is None:
            return plain
        group = of_whom(bundle.first, self._noted, self._voices, self._bundles)
        if group is None:
            return plain
        return replace(plain, name=f"{plain.name.split(' of ')[0]} of {self._called(self._bundles.of(group)).name}")

    def _portrait(self, bundle: Bundle) -> _Portrait:
        number = bundle.first.number
        if number not in self._portraits:
            kind = self._whole(bundle).kind
            described = [one for one in bundle.members if not one.mention.pronoun]
            words = (bare(self._words.get(one.number, one.words)) for one in described)
            numbers = (number_of(each, person=kind == "person") for each in words)
            self._portraits[number] = _Portrait(
                told_by(" ".join(one.words for one in described)),
                next((each for each in numbers if each is not None), None),
            )
        return self._portraits[number]

    def _known(self, bundle: Bundle) -> str | None:
        """The publisher's or the author's name where the writer says "we" or "I"."""
        if any(one.traits.form != "first" or self._voices.speaker(one) is not None for one in bundle.members):
            return None
        return self._document.author if "person" in bundle.agreement.kinds else self._document.publisher

    # Appearances.

    def _filled(self, one: Appearance) -> Appearance:
        chain = tuple(self._link(link) for link in one.chain)
        doubt = {"party"} if any(self._is_doubtful(link) for link in chain) else set[str]()
        unsure = tuple(sorted({*(each for each in one.unsure if each != "party"), *doubt}))
        return replace(one, chain=chain, about=self._about(one.spans), unsure=unsure)

    def _about(self, spans: Spans) -> tuple[str, ...]:
        """The parties mentioned in these words, by first mention, unless only pronouns tell of them."""
        found: dict[str, None] = {}
        for start, end in spans:
            for one in self._within(start, end):
                whole = self._whole(self._standing_for(one))
                if whole.somebody and whole.kind in _ABOUT:
                    found[whole.id] = None
        return tuple(found)

    def _within(self, start: int, end: int) -> Iterable[Noted]:
        at = bisect_left(self._noted, start, key=lambda one: one.span.start)
        for number in range(at, len(self._noted)):
            one = self._noted[number]
            if one.span.start >= end:
                break
            if one.mention.head.end <= end:
                yield one

    # Sources.

    def _link(self, link: Link) -> Link:
        if link.source is None:
            return link
        return replace(link, source=self._source(link.source, link))

    def _source(self, source: Source, link: Link) -> Source:
        bundles = self._parties_of(source)
        if not bundles:
            return source
        wholes = [self._whole(bundle) for bundle in bundles]
        named = all(self._called(bundle).named for bundle in bundles)
        described = None if named else self._portrait(bundles[0]).knows_by
        kind: SourceKind = "group" if len(bundles) > 1 else _source_kind(wholes[0].kind, source)
        resolved = replace(source, kind=kind, named=named, parties=tuple(each.id for each in wholes))
        return replace(
            resolved,
            number=self._number(source, bundles, named=named),
            knows_by=knows_by(resolved, link, self._scene, described, of_itself=self._of_itself(link, bundles)),
            why_unnamed=None if named else self._why.get(bundles[0].first.number),
        )

    def _of_itself(self, link: Link, bundles: Sequence[Bundle]) -> bool:
        """Whether what is said begins with a pronoun that is the source itself."""
        if not link.content:
            return False
        start = link.content[0].start
        first = next((one for one in self._within(start, start + 12) if one.mention.pronoun), None)
        return first is not None and any(self._standing_for(first) is bundle for bundle in bundles)

    def _parties_of(self, source: Source) -> list[Bundle]:
        heads = self._voices.heads(source.spans)
        pair = pair_before(heads[0], self._noted, self._scene) if len(heads) == 1 else None
        found = {id(bundle): bundle for head in pair or heads for bundle in [self._standing_for(head)]}
        return list(found.values())

    def _standing_for(self, one: Noted) -> Bundle:
        """The party of a mention; of "we" in one person's words that person, who speaks for the rest."""
        bundle = self._bundles.of(one)
        again = counted_again(one, self._noted, self._voices, self._bundles)
        if again is not None:
            return self._bundles.of(again)
        author = author_of(one, self._noted, self._scene, self._voices, self._bundles)
        if author is not None:
            return author
        if one.traits.form == "first" and self._whole(bundle).first:
            speaker = self._voices.speaker(one)
            return bundle if speaker is None else self._bundles.of(speaker)
        return bundle

    def _number(self, source: Source, bundles: Sequence[Bundle], *, named: bool) -> Number | None:
        """How many they are: told by their own words, or those that the source points back to."""
        kind = self._whole(bundles[0]).kind
        if len(bundles) > 1 or kind not in {"person", "group"}:
            return None
        own = number_of(bare(source.text), person=kind == "person")
        return own if own is not None or named else self._portrait(bundles[0]).number

    def _is_doubtful(self, link: Link) -> bool:
        """Whether it is hard to tell whom a source means."""
        if link.source is None:
            return False
        heads = self._voices.heads(link.source.spans)
        return any(
            head.number in self._doubtful
            or (
                head.mention.pronoun
                and head.traits.form != "nobody"
                and not self._whole(self._standing_for(head)).somebody
            )
            for head in heads
        )


def _source_kind(kind: PartyKind, source: Source) -> SourceKind:
    """The kind of a source; places speak as governments, and what speaks is no mere thing."""
    if kind == "place":
        return "organisation"
    return source.kind if kind == "other" else kind
