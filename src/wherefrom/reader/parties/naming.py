"""What a party is called: its best name, its kind, and whether the text names it at all."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wherefrom.model import PartyKind
from wherefrom.reader import lexicon
from wherefrom.reader.quotations import bare, without_possessive
from wherefrom.reader.sources import describe, is_outlet

from .bundles import Bundle
from .gathering import Noted

_LONGEST = 30
"""Words of a description that still is a name one can read."""

_ORDER: tuple[PartyKind, ...] = ("person", "outlet", "organisation", "group", "document", "place", "other")


@dataclass(frozen=True, slots=True)
class Called:
    """A party's best name and kind, and whether that is a name or only a description."""

    name: str
    kind: PartyKind
    named: bool


def called(bundle: Bundle, sources: dict[int, str], known: str | None = None) -> Called:
    """What a party is called. `sources` are the whole words of sources by their mention; `known` a name from elsewhere."""
    names = [one for one in bundle.members if is_name(one)]
    named = known is not None or bool(names) or any(_names_somebody(one, sources) for one in bundle.members)
    kind = kind_of(bundle, sources, known)
    if names:
        return Called(_best_name(names), kind, named)
    return Called(known if known is not None else _best_description(bundle.members, sources), kind, named)


def kind_of(bundle: Bundle, sources: dict[int, str], known: str | None = None) -> PartyKind:
    """What kind of party it is; whoever writes "I" or "we" is a person or the outlet."""
    kind = _kind(bundle, speaks=any(one.number in sources for one in bundle.members))
    if known is None or any(is_name(one) for one in bundle.members):
        return kind
    return "person" if kind == "person" else "outlet"


def is_name(one: Noted) -> bool:
    """Whether a mention names its party, and is no name of a crowd such as "Republicans"."""
    return one.traits.form == "name" and (one.kind != "group" or describe(one.words).named)


def _names_somebody(one: Noted, sources: dict[int, str]) -> bool:
    """Whether a description names by whose it is ("the Velez administration"), or a source's words hold a name beside it."""
    if one.traits.form not in {"definite", "indefinite"}:
        return False
    return describe(one.words).named or (one.number in sources and describe(sources[one.number]).named)


def _best_name(names: Sequence[Noted]) -> str:
    """The fullest name, without titles; one in capitals throughout only where there is no other."""
    written = Counter(_written(one) for one in names)
    order = {name: -number for number, name in enumerate(dict.fromkeys(_written(one) for one in names))}
    shouted = {name: name.isupper() and len(name) > 6 for name in written}
    return max(written, key=lambda name: (not shouted[name], len(name.split()), len(name), order[name]))


def _written(one: Noted) -> str:
    if "person" in one.traits.agreement.kinds or one.mention.name is None:
        return " ".join(one.traits.name)
    start, end = one.mention.name
    name = (
        one.words[start - one.span.start : end - one.span.start]
        if one.span.start <= start
        else " ".join(one.traits.name)
    )
    return re.sub(r"^the\s+(?=\S)", "", without_possessive(bare(name)), flags=re.IGNORECASE)


def _best_description(members: Sequence[Noted], sources: dict[int, str]) -> str:
    """The fullest description, whole: "three people familiar with the matter"."""
    described = [one for one in members if not one.mention.pronoun and one.traits.form != "nobody"]
    words = [bare(sources.get(one.number, one.words)) for one in described or members]
    readable = [each for each in words if len(each.split()) <= _LONGEST] or words[:1]
    return max(readable, key=lambda each: len(each.split()))


def _kind(bundle: Bundle, *, speaks: bool) -> PartyKind:
    kinds = bundle.agreement.kinds
    if kinds == {"person"}:
        return "person"
    if kinds == {"group"} or ("group" in kinds and "many" in bundle.agreement.numbers):
        return "group"
    counted = Counter[PartyKind](_of(one) for one in bundle.members if not one.mention.pronoun)
    open_ones = [kind for kind in _ORDER if kind in kinds and counted[kind]]
    best = max(open_ones, key=lambda kind: counted[kind], default=None)
    if best is None:
        return "other" if "other" in kinds else next((kind for kind in _ORDER if kind in kinds), "other")
    return "organisation" if best == "place" and speaks else best


def _of(one: Noted) -> PartyKind:
    """The kind of one mention, as its own words correct the encoder."""
    kind = one.kind
    prints = is_outlet(one.words) or one.traits.noun in lexicon.OUTLET_NOUNS
    if kind not in {"person", "place", "group", "event"} and "outlet" in one.traits.agreement.kinds and prints:
        return "outlet"
    if kind == "other" and one.traits.noun in lexicon.DOCUMENTS:
        return "document"
    return "other" if kind == "event" else kind
