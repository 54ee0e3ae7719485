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

# The weights, in log-odds against "nobody mentioned before", as `python -m training.pointing` fits and prints them: on the news,
# interviews, biographies, speeches and court papers of GUM's training part, news counted double, with the chains that this
# reader finds there; what makes less than a tenth is left out. Set by hand, where GUM has too few cases: "in own words"
# (nobody speaks of himself in the third person) and "may speak" (the "it" of "it said" is a body or a document, not a thing).
# "affinity", the encoder's opinion, has the weight that is best on GUM's dev part. They are of the network one epoch before the
# one that ships: fitted anew with that, they were no better (94.2, 84.5, 69.1 and 89.7 % right on dev with these, and
# 94.2, 84.5, 67.6 and 89.4 % with those).

HE_OR_SHE: Evidence = {
    "affinity": 0.8,
    "any": -1.19,
    "block before": -0.91,
    "body": -0.57,
    "both subjects": 0.84,
    "gender known": 2.26,
    "in own words": -1.5,
    "mentions": 1.41,
    "opened its sentence": -0.47,
    "owns last": 0.42,
    "people": -0.57,
    "place": -0.54,
    "pronoun last": 0.38,
    "quoted apart": -1.24,
    "rivals": -0.29,
    "same sentence": 1.18,
    "sentences": -0.25,
    "source": -0.1,
    "source of both": 0.37,
    "spoke before": 0.93,
    "subject": 0.35,
    "subject before": 0.43,
}
THEY: Evidence = {
    "affinity": 0.6,
    "any": -1.88,
    "block before": -0.38,
    "body": -1.12,
    "both subjects": 0.3,
    "in own words": -1.5,
    "may speak": 0.5,
    "mentions": 2.44,
    "named last": -0.71,
    "opened its sentence": 0.61,
    "owns last": 0.36,
    "people": 1.79,
    "place": 0.42,
    "quoted apart": -0.13,
    "rivals": -0.45,
    "same sentence": 0.6,
    "sentences": -0.87,
    "source": 0.96,
    "spoke before": 0.35,
    "subject": 0.18,
    "subject before": -0.31,
    "thing": 0.19,
}
IT: Evidence = {
    "affinity": 0.8,
    "any": -0.88,
    "block before": -0.42,
    "body": -0.44,
    "both subjects": 0.24,
    "headline": 0.23,
    "in own words": -1.5,
    "may speak": 2.0,
    "mentions": 1.1,
    "named last": -0.36,
    "opened its sentence": 0.32,
    "owns last": -0.32,
    "people": -3.07,
    "place": -0.13,
    "pronoun last": 1.07,
    "quoted apart": -0.82,
    "rivals": -0.23,
    "same sentence": 0.9,
    "sentences": -0.59,
    "source": 0.11,
    "subject": 0.35,
    "subject before": 0.74,
    "thing": -0.43,
}
DESCRIPTIONS: Evidence = {
    "affinity": 0.0,
    "alike noun": 0.17,
    "any": -0.59,
    "block before": -0.2,
    "demonstrative": 0.28,
    "mentions": 0.85,
    "new modifiers": -1.04,
    "other noun": -1.42,
    "owned": 0.36,
    "rivals": -0.59,
    "same modifiers": 0.87,
    "same noun": 0.84,
    "same sentence": 0.28,
    "source": 0.29,
    "source of both": 0.63,
    "spoke before": 0.42,
    "subject": 0.19,
    "takes up its kind": 0.61,
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
        "alike noun": float(not same and vocabulary.alike(noun, bundle.nouns)),
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
    return noun in bundle.nouns or vocabulary.alike(noun, bundle.nouns) or _takes_up(noun, bundle)


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
