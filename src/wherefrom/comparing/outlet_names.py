"""How outlets are written: a name with the general words, countries and addresses that may stand around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wherefrom.reader.parties.names import folded
from wherefrom.reader.quotations import without_possessive

from .countries import LONGEST, country_of

DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]{1,63}\.){0,4}?(?P<site>[\w-]{2,63})\.(?:(?:co|com|org|net|gov|ac)\.)?[a-z]{2,10}(?:/\S*)?",
    re.IGNORECASE,
)
"""A web address, or the name of a site."""

GENERIC = frozenset(
    """times post journal herald tribune guardian telegraph gazette chronicle courier observer globe mail mirror express
    independent news press standard examiner inquirer enquirer dispatch sentinel ledger bulletin monitor mercury register
    record star sun echo argus advertiser reporter beacon spectator nation national citizen leader review daily sunday
    world today week weekly voice eagle bee argus state republic advocate democrat republican statesman pioneer page
    wire print insider outlook focus capital frontline pulse metro mail people""".split()
)
"""Words that many outlets are called by: alone, they mean none of them unless a list says so."""

_LIGHT = frozenset(
    "newspaper newspapers paper daily weekly tabloid broadsheet magazine website site portal publication outlet".split()
)
"""Nouns that may stand beside the short name of an outlet and say no more than that it is one."""

_HEAVY = frozenset(
    """news agency newswire wire service broadcaster network channel station radio tv television media press online digital
    newsroom app blog corporation ltd inc group company""".split()
)
"""Nouns that may stand beside an outlet's name, but are part of others' names: "Mirror Media" is not the Mirror."""

_DESCRIBING = frozenset(
    """popular leading influential respected prominent prestigious conservative liberal state official semi-official private
    local national regional international foreign satirical investigative business financial political sports tech
    technology trade industry specialist military defence defense independent opposition exiled hardline government
    well-known renowned major free public commercial global former english""".split()
)
_OPENING = _LIGHT - {"daily", "weekly", "paper", "site", "portal"} | {"broadcaster"}
"""Nouns that may open a sentence before an outlet's name, with a capital."""

_COMPOUND = re.compile(
    r"[\w.]{1,30}-(?:based|owned|run|controlled|backed|language|wing|leaning|funded|affiliated|linked)|(?:pro|anti|semi)-\w{1,30}",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»]+")
_BRACKETED = re.compile(r"\s{0,3}[(\[][^()\[\]]{0,80}[)\]]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OWNED = re.compile(r".+(?:['’]s|s['’])$")
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_MOST_AROUND = 6
"""Words before and after a name that are looked at; a longer description is no name."""

_ACRONYM = range(2, 7)
"""Letters of initials."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """A name from which words around it were taken away.

    `written` is what is left, as it stands; `country` what was named beside it; `article`: "the" stands right before it;
    `light`: nothing was taken away but what may stand beside a short name.
    """

    words: tuple[str, ...]
    written: str
    country: str | None = None
    article: bool = False
    light: bool = True


@dataclass(frozen=True, slots=True)
class _Around:
    """Words at one end that may be taken away: how many, and what they tell."""

    taken: int = 0
    country: str | None = None
    article: bool = False
    light: bool = True


@lru_cache(maxsize=1 << 16)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: in lower case, without accents, articles and joining words."""
    found = [_folded(token) for token in _TOKEN.findall(name)]
    return tuple(word for word, joins in found if word and not joins) or tuple(word for word, _ in found if word)


@lru_cache(maxsize=1 << 16)
def _folded(token: str) -> tuple[str, bool]:
    """One word as it is compared, and whether it only joins others."""
    plain = without_possessive(token).lower().translate(_PLAIN)
    kept = folded((plain, "name"))
    return "".join(folded((plain,))), len(kept) == 1


def is_of_several(name: str) -> bool:
    """Whether a name consists of several words, be they written as one: "HuffPost"."""
    return len(folded_words(name)) > 1 or _HUMP.search(name) is not None


def unbracketed(name: str) -> str:
    """The name without what stands in brackets: "The Herald (Glasgow)"."""
    return _BRACKETED.sub("", name).strip()


def reduced(name: str) -> Iterator[Reduced]:
    """The name itself, then what is left of it without the words around it, the fewest taken away first."""
    tokens = _TOKEN.findall(name)
    ways = [(before, after) for before in _before(tokens) for after in _after(tokens)]
    for before, after in sorted(ways, key=lambda way: way[0].taken + way[1].taken):
        left = tokens[before.taken : len(tokens) - after.taken]
        if not left or (before.country and after.country and before.country != after.country):
            continue
        yield from _written(left, before, after)


def _written(left: list[str], before: _Around, after: _Around) -> Iterator[Reduced]:
    words = folded_words(" ".join(left))
    if not words:
        return
    written = without_possessive(" ".join(left))
    light = before.light and after.light
    yield Reduced(words, written, before.country or after.country, before.article, light)
    humps = _HUMP.split(left[0]) if len(left) == 1 else []
    if len(humps) > 1:
        yield from (each for each in reduced(" ".join(humps)) if each.words != words)


def _before(tokens: Sequence[str]) -> list[_Around]:
    """What may be taken away at the beginning, nothing included."""
    ways = [_Around()]
    at = 0
    while at < min(len(tokens) - 1, _MOST_AROUND):
        last = ways[-1]
        country, length = _country_at(tokens, at)
        token = tokens[at]
        if token.lower() in {"the", "a", "an"}:
            ways.append(_Around(at + 1, last.country, article=token.lower() == "the", light=last.light))
        elif country is not None:
            ways.append(_Around(at + length, country, light=last.light))
        elif (_OWNED.match(token) and token[:1].isupper()) or _COMPOUND.fullmatch(token) or token in _DESCRIBING:
            ways.append(_Around(at + 1, last.country, light=last.light))
        elif token in _LIGHT or token in _HEAVY or (at == 0 and _opens(tokens)):
            ways.append(_Around(at + 1, last.country, article=True, light=last.light))
        else:
            break
        at = ways[-1].taken
    return ways


def _opens(tokens: Sequence[str]) -> bool:
    """Whether the first word is a general one with a sentence's capital: "Broadcaster CNN", "News agency Interfax"."""
    first, second = tokens[0].lower(), tokens[1]
    return first in _OPENING or (first in _LIGHT | _HEAVY | _DESCRIBING and second in _LIGHT | _HEAVY)


def _country_at(tokens: Sequence[str], at: int) -> tuple[str | None, int]:
    """The country that the words from a place on mean, and how many they are."""
    for length in range(min(LONGEST, len(tokens) - 1 - at), 0, -1):
        code = country_of(folded_words(" ".join(tokens[at : at + length])))
        if code is not None and tokens[at][:1].isupper():
            return code, length
    return None, 0


def _after(tokens: Sequence[str]) -> list[_Around]:
    """What may be taken away at the end, nothing included."""
    ways = [_Around()]
    end = len(tokens)
    while end > 1 and len(ways) <= _MOST_AROUND:
        last = ways[-1]
        token = tokens[end - 1].lower()
        code = country_of(folded_words(tokens[end - 1])) if tokens[end - 1][:1].isupper() else None
        if token in _LIGHT or token in _HEAVY:
            ways.append(_Around(last.taken + 1, last.country, light=last.light and token in _LIGHT))
        elif code is not None and last.country is None:
            ways.append(_Around(last.taken + 1, code, light=last.light))
        else:
            break
        end -= 1
    return ways


@lru_cache(maxsize=1 << 16)
def core(name: str) -> tuple[str, ...]:
    """The words that tell an outlet apart, without the general ones around them; all of them where no other is left."""
    held = folded_words(unbracketed(name))
    start, end = 0, len(held)
    while end > 1 and held[end - 1] in _LIGHT | _HEAVY:
        end -= 1
    if name[:1].islower():  # "newspaper Lantern", but not "Daily Lantern"
        while start < end - 1 and held[start] in _LIGHT | _HEAVY:
            start += 1
    kept = held[start:end]
    return held if len(kept) == 1 and kept[0] in GENERIC else kept


def initials(name: str) -> frozenset[str]:
    """The capitals that the words of a name begin with, with and without its joining words; empty for a lone word."""
    tokens = [token for token in _TOKEN.findall(name) if token.lower() != "the"]
    with_joining = "".join(token[0] for token in tokens).upper()
    without = "".join(word[0] for word in folded_words(name)).upper()
    if len(tokens) not in _ACRONYM:
        return frozenset()
    return frozenset({with_joining, without} if len(without) in _ACRONYM else {with_joining})
