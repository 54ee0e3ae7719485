"""Whom pronouns and definite descriptions point back to: candidates that agree, weighed against one another."""

import re
from collections.abc import Sequence
from math import exp

from wherefrom.reader.mentions import Affinity

from . import evidence, sides, vocabulary
from .bundles import Bundle, Bundles
from .gathering import Noted
from .scene import Scene
from .voices import Voices

REACH = 90
"""Mentions that a pronoun or description is weighed against."""

FARTHEST = 6
"""Sentences over which a pronoun reaches back; a description may reach further."""

SURE = 0.6
"""Probability of what is chosen, among all candidates and none, below which it is doubtful who is meant."""

_MUTE = frozenset({"event", "other"})
"""Kinds of things that are no sources."""

_OWNED = 6
"""Mentions looked through for owners."""

_OWNERS = frozenset({"person", "organisation", "outlet", "group"})

_EXPLETIVE = re.compile(
    r"\s+(?:is|was|’s|'s|has been|would be|will be|may be|might be|seems?|seemed|appears?|appeared|turns? out|took|takes|"
    r"(?:is|was) (?:not|also|now|still))\s+(?:(?:\w+ly|not|also|now|still|very|so|too|more|been)\s+)*"
    r"(?:that|as if|like|to|\w+ (?:that|to|for|if|whether|when|how|why|who|what)\b|\w+ed that|time\b|rain|snow|cold|dark|late|early)",
)
""" "It is clear that": such an "it" is nobody."""


class Pointing:
    """Resolves what points back in one document, in the order of the text."""

    def __init__(
        self, noted: Sequence[Noted], scene: Scene, voices: Voices, bundles: Bundles, affinity: Affinity | None
    ) -> None:
        self._noted = noted
        self._scene = scene
        self._voices = voices
        self._bundles = bundles
        self._affinity = affinity
        self.doubtful: set[int] = set()
        """Numbers of the mentions of which it is hard to tell whom they mean."""

    def resolve(self) -> None:
        """Join every pronoun and definite description with whom it means, where that can be told."""
        for one in sorted(self._noted, key=lambda each: each.mention.head):  # "his" before "his wife"
            if one.traits.form == "first":
                self._first(one)
            elif points(one) and not self._is_expletive(one) and not self._is_taken_up(one):
                self._point(one)

    def _point(self, one: Noted) -> None:
        """Join a mention with the likeliest party before it, unless it likelier means none of them."""
        weighed = self.weighed(one)
        best, bundle = max(weighed, key=lambda each: each[0], default=(0.0, None))
        if bundle is None or best <= 0:
            best, bundle = 0.0, None
        likely = exp(best) / (1.0 + sum(exp(score) for score, _ in weighed))
        if likely < SURE or (bundle is None and self._may_be_anybody(one)):
            self.doubtful.add(one.number)
        if bundle is not None:
            self._bundles.join(bundle.before(one)[-1], one)

    def _may_be_anybody(self, one: Noted) -> bool:
        """Whether a short description of a person, of whom it was not used before, speaks: "the former governor"."""
        short = one.span.end == one.mention.head.end and not one.traits.possessive
        return short and one.traits.agreement.kinds == {"person"} and self._voices.is_source(one)

    def weighed(self, one: Noted) -> list[tuple[float, Bundle]]:
        """Every candidate with its score, in log-odds against meaning none of them; the latest first."""
        weights = evidence.weights(one)
        return [(evidence.total(found, weights) + weights["any"], bundle) for bundle, found in self.candidates(one)]

    def candidates(self, one: Noted) -> list[tuple[Bundle, dict[str, float]]]:
        """The parties mentioned before that agree with a mention, the latest first, with what speaks for them."""
        seen: set[int] = set()
        found: list[tuple[Bundle, dict[str, float]]] = []
        pronoun = one.traits.form == "personal"
        weigh = evidence.of_pronoun if pronoun else evidence.of_description
        of, start = self._bundles.of, one.span.start
        own = of(one)
        for other in reversed(self._noted[max(0, one.number - REACH) : one.number]):
            bundle = of(other)
            if id(bundle) in seen or other.traits.form in {"nobody", "second"} or other.span.start >= start:
                continue
            if pronoun and one.place.sentence - other.place.sentence > FARTHEST:
                break
            seen.add(id(bundle))
            if not pronoun and not evidence.connects(one, bundle):
                continue  # nothing could make up for it
            if bundle is own or not self._bundles.joinable(one, other) or self._bars(one, bundle):
                continue
            found.append((bundle, weigh(one, bundle, len(found), self._voices, self._affinity)))
        spoke = self._spoke_before(one, [bundle for bundle, _ in found])
        return [(bundle, weighed | {"spoke before": float(bundle is spoke)}) for bundle, weighed in found]

    def _spoke_before(self, one: Noted, candidates: Sequence[Bundle]) -> Bundle | None:
        """Of the candidates, the one that was the latest source, for whoever is a source itself."""
        if not self._voices.is_source(one):
            return None
        held = {id(bundle): bundle for bundle in candidates}
        before = (id(self._bundles.of(source)) for source in self._voices.sources_before(one))
        return next((held[bundle] for bundle in before if bundle in held), None)

    def _bars(self, one: Noted, bundle: Bundle) -> bool:
        """Whether a party is ruled out: things say nothing, and who is quoted is not "he" in his own words.

        Nor is "him" the subject of his own clause.
        """
        if self._voices.is_source(one) and bundle.called_kinds <= _MUTE:
            return True
        if one.traits.form == "personal" and one.place.quotation is not None:
            speaker = self._voices.speaker(one)
            if speaker is not None and self._bundles.of(speaker) is bundle:
                return True
        if one.traits.form == "definite":
            placed = _are_places(bundle) != (one.kind == "place")
            return placed or sides.opposed(one, bundle) or self._owned_by_others(one, bundle)
        if one.words.lower() not in vocabulary.OBJECTS:
            return False
        near = [each for each in bundle.before(one) if each.place.sentence == one.place.sentence]
        return (
            bool(near)
            and near[-1].place.subject
            and _SAME_CLAUSE.fullmatch(self._scene.text[near[-1].span.end : one.span.start]) is not None
        )

    def _owned_by_others(self, one: Noted, bundle: Bundle) -> bool:
        """Whether both have owners and none in common: "his campaign" is not "the Velez campaign" unless he is Velez."""
        mine = self._owner(one)
        if mine is None:
            return False
        theirs = [owner for each in bundle.before(one)[-_OWNED:] if (owner := self._owner(each)) is not None]
        return bool(theirs) and all(self._bundles.of(owner) is not self._bundles.of(mine) for owner in theirs)

    def _owner(self, one: Noted) -> Noted | None:
        """Whose it is: the name or pronoun inside a description, before its head."""
        if one.traits.form not in {"definite", "indefinite"}:
            return None
        for other in self._noted[one.number + 1 : one.number + 1 + _OWNED]:
            if other.span.start >= one.mention.head.start:
                break
            if (
                other.span.end <= one.mention.head.start
                and other.traits.form in {"name", "personal"}
                and other.kind in _OWNERS
            ):
                return other
        return None

    def _is_taken_up(self, one: Noted) -> bool:
        """Whether a description is joined with somebody before it already."""
        return one.traits.form == "definite" and self._bundles.of(one).first.number < one.number

    def _first(self, one: Noted) -> None:
        """Join "I" with whom the words are quoted from, and "we" where that is a body or several."""
        speaker = self._voices.speaker(one)
        if speaker is not None:
            self._bundles.join(speaker, one)

    def _is_expletive(self, one: Noted) -> bool:
        return one.words.lower() == "it" and _EXPLETIVE.match(self._scene.text, one.span.end) is not None


def _are_places(bundle: Bundle) -> bool:
    """Whether a party is only ever a place: no agency or company takes it up."""
    return bundle.called_kinds <= {"place"}


def points(one: Noted) -> bool:
    """Whether a mention may point back to another party."""
    return one.traits.form in {"personal", "definite"}


_SAME_CLAUSE = re.compile(r"(?:\s+\w[\w'’-]*){1,4}\s*")
