"""What speaks for and against a party being meant, and how much: every piece has a name and a weight."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import log1p

from wherefrom.reader.mentions import Affinity

from . import vocabulary
from .bundles import LATELY, Bundle
from .gathering import Noted
from .voices import Voices

Evidence = Mapping[str, float]

# The weights, in log-odds against "nobody mentioned before". They were fitted on the news, biographies and interviews of
# GUM's training part (news counted double and more), with the chains that this reader finds there and without the
# encoder's opinion; what makes less than a tenth is left out. Set by hand, where GUM has too few cases: "in own words"
# (nobody speaks of himself in the third person), "may speak" (the "it" of "it said" is a body or a document, not a thing)
# and "affinity", the encoder's opinion, which is the first to be tuned anew with every encoder.

HE_OR_SHE: Evidence = {
    "affinity": 0.5,
    "any": 0.84,
    "block before": -0.93,
    "both subjects": 0.52,
    "gender known": 1.91,
    "in own words": -1.5,
    "mentions": 1.0,
    "named last": -0.39,
    "opened its sentence": -0.47,
    "owns last": 0.68,
    "pronoun last": 0.15,
    "quoted apart": -1.6,
    "rivals": -0.28,
    "same sentence": 1.24,
    "sentences": -0.78,
    "source of both": 0.19,
    "spoke before": 1.28,
    "subject": 0.73,
    "subject before": 0.12,
}
THEY: Evidence = {
    "affinity": 0.5,
    "any": -0.44,
    "block before": -0.83,
    "body": -0.9,
    "both subjects": 1.02,
    "in own words": -1.5,
    "may speak": 0.5,
    "mentions": 1.17,
    "named last": -0.76,
    "opened its sentence": 0.9,
    "owns last": 0.62,
    "people": 0.89,
    "place": -0.23,
    "pronoun last": 0.48,
    "quoted apart": 0.21,
    "rivals": -0.65,
    "same sentence": 0.96,
    "sentences": -0.59,
    "source": 0.73,
    "source of both": 0.39,
    "spoke before": 0.4,
    "subject": 0.13,
    "subject before": -0.78,
    "thing": -0.8,
}
IT: Evidence = {
    "affinity": 0.5,
    "any": -0.32,
    "block before": -0.46,
    "body": -0.39,
    "both subjects": 0.36,
    "headline": -0.15,
    "in own words": -1.5,
    "may speak": 2.0,
    "mentions": 1.12,
    "named last": -0.66,
    "opened its sentence": 0.26,
    "owns last": -0.23,
    "people": -2.04,
    "place": 0.57,
    "pronoun last": 0.14,
    "quoted apart": -1.35,
    "rivals": -0.16,
    "same sentence": 0.65,
    "sentences": -0.68,
    "source": 0.14,
    "source of both": 0.12,
    "spoke before": 0.13,
    "subject": 0.49,
    "subject before": 0.51,
}
DESCRIPTIONS: Evidence = {
    "affinity": 0.8,
    "alike noun": 1.65,
    "any": -0.37,
    "block before": -0.34,
    "demonstrative": 1.08,
    "long": -0.89,
    "mentions": 0.44,
    "named": 0.69,
    "new modifiers": -1.03,
    "other noun": -2.29,
    "owned": 0.29,
    "rivals": -0.32,
    "same modifiers": 1.1,
    "same noun": 1.91,
    "same sentence": -0.14,
    "sentences": -0.12,
    "source of both": 0.88,
    "subject": 0.25,
    "takes up its kind": 1.79,
}

_DESCRIBED = 12
"""Mentions of a party, the latest ones, whose words are compared with a description."""

_LAST = 4
"""Mentions of a party, the latest ones, that affinity is asked for."""


def weights(one: Noted) -> Evidence:
    """The weights by which a mention's candidates are judged."""
    if one.traits.form != "personal":
        return DESCRIPTIONS
    word = one.words.lower()
    return IT if word in vocabulary.IT else THEY if word in vocabulary.THEY else HE_OR_SHE


def total(evidence: Evidence, weights: Evidence) -> float:
    """The sum of the pieces, each times its weight."""
    return sum(value * weights.get(name, 0.0) for name, value in evidence.items())


def of_pronoun(one: Noted, bundle: Bundle, rivals: int, voices: Voices, affinity: Affinity | None) -> dict[str, float]:
    """What speaks for a pronoun meaning this party. `rivals` were mentioned since, and might be meant as well."""
    before = bundle.before(one)
    last = before[-1]
    away = one.place.sentence - last.place.sentence
    told = voices.is_source(one)
    found = {
        "same sentence": float(away == 0),
        "sentences": min(away, 6.0),
        "rivals": float(min(rivals, 4)),
        "subject": float(last.place.subject),
        "subject before": float(last.place.subject and away == 1),
        "opened its sentence": float(last.place.opens),
        "named last": float(last.traits.form == "name"),
        "pronoun last": float(last.mention.pronoun),
        "owns last": float(last.traits.possessive and last.mention.pronoun),
        "mentions": log1p(len(before) - bisect_left(before, one.number - LATELY, key=_number)),
        "block before": float(one.place.block != last.place.block),
        "headline": float(last.place.headline),
        "source": float(voices.is_source(last)),
        "source of both": float(told and voices.is_source(last)),
        "quoted apart": float((one.place.quotation is None) != (last.place.quotation is None)),
        "gender known": float(len(bundle.agreement.genders) == 1),
        "both subjects": float(one.place.subject and last.place.subject),
        "body": float(bool(bundle.agreement.kinds & {"organisation", "outlet"})),
        "people": float("many" in bundle.agreement.numbers and "group" in bundle.agreement.kinds),
        "thing": float(not bundle.agreement.kinds & {"organisation", "outlet", "person", "group", "place"}),
        "place": float("place" in bundle.agreement.kinds),
    }
    if told:
        found["may speak"] = float(bool(bundle.agreement.kinds & {"organisation", "outlet", "group", "document"}))
        found["in own words"] = float(all(voices.governs(one, each) for each in before[-2:]))
    found.update(_affinity(one, before, affinity))
    return found


def of_description(
    one: Noted, bundle: Bundle, rivals: int, voices: Voices, affinity: Affinity | None
) -> dict[str, float]:
    """What speaks for a definite description meaning this party."""
    before = bundle.before(one)
    last = before[-1]
    away = one.place.sentence - last.place.sentence
    noun = one.traits.noun
    same = noun in bundle.nouns
    modifiers = frozenset[str]().union(*(each.traits.modifiers for each in before[-_DESCRIBED:]))
    names = {part for name in bundle.names for part in name}
    found = {
        "same noun": float(same),
        "alike noun": float(not same and _alike(noun, bundle)),
        "takes up its kind": float(not same and _takes_up(noun, bundle)),
        "other noun": float(not same),
        "sentences": min(away, 8.0),
        "same sentence": float(away == 0),
        "block before": float(one.place.block != last.place.block),
        "rivals": float(min(rivals, 4)),
        "named": float(bool(bundle.names)),
        "mentions": log1p(len(before) - bisect_left(before, one.number - LATELY, key=_number)),
        "source": float(voices.is_source(last)),
        "source of both": float(voices.is_source(one) and voices.is_source(last)),
        "same modifiers": float(len(one.traits.modifiers & (modifiers | names))),
        "new modifiers": float(min(3, len(one.traits.modifiers - modifiers - names))),
        "subject": float(last.place.subject),
        "demonstrative": float(one.words.lower().startswith(("this ", "these ", "that ", "those "))),
        "owned": float(one.traits.possessive),
        "long": float(one.span.end - one.mention.head.end > 3),
    }
    found.update(_affinity(one, before, affinity))
    return found


def connects(one: Noted, bundle: Bundle) -> bool:
    """Whether the noun of a description has anything to do with what a party is called."""
    noun = one.traits.noun
    return noun in bundle.nouns or _alike(noun, bundle) or _takes_up(noun, bundle)


def _alike(noun: str, bundle: Bundle) -> bool:
    return any(noun in line and line & bundle.nouns for line in vocabulary.ALIKE)


def _takes_up(noun: str, bundle: Bundle) -> bool:
    kinds = bundle.agreement.kinds
    if kinds == {"person"}:
        return noun in vocabulary.OF_ANY_PERSON
    if "outlet" in kinds and noun in vocabulary.OF_ANY_OUTLET:
        return "outlet" in bundle.kinds
    return "organisation" in bundle.kinds and bool(bundle.names) and noun in vocabulary.OF_ANY_BODY


def _affinity(one: Noted, before: Sequence[Noted], affinity: Affinity | None) -> dict[str, float]:
    if affinity is None:
        return {}
    scores = [score for each in before[-_LAST:] if (score := affinity(one.given, each.given)) is not None]
    return {"affinity": max(-4.0, min(4.0, max(scores)))} if scores else {}


def _number(one: Noted) -> int:
    return one.number
