"""A party of one document as joining looks at it: its name in comparable words, and what its mentions tell of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from wherefrom.comparing.outlet_names import folded_words
from wherefrom.model import Document, Party, PartyKind, slice_of
from wherefrom.reader.parties import vocabulary
from wherefrom.reader.parties.given_names import HERS, HIS
from wherefrom.reader.quotations import bare, without_possessive

Words = tuple[str, ...]
Value = TypeVar("Value", str, tuple[str, ...], frozenset[str], frozenset[tuple[str, ...]])

_LONGEST_CALL = 80
"""Letters of a mention that may be a name; longer ones describe."""

_MOST_CALLS = 200
"""Mentions of a party in a document that are looked at; the rest call it by the same names."""

_HE = vocabulary.HE | vocabulary.HE_TITLES
_SHE = vocabulary.SHE | vocabulary.SHE_TITLES
_HUMAN = _HE | _SHE | frozenset({"dr", "prof", "professor"})
_KNIGHTED = frozenset({"sir", "dame", "lady", "lord"})
_FOR_WHOM = frozenset("for at from with by to".split())
"""Words after which stands for whom somebody is, and not who: "a spokesman for Orrin"."""

_JOINING = frozenset(
    "of the for and & in on de du des del della di da la le van von der den bin al el ul ibn y".split()
)
_WORD = re.compile(r"[^\s,;:()\[\]“”\"«»]+")
_ACRONYM = re.compile(r"[A-Z](?:[A-Z0-9&]|o(?=[A-Z])){1,6}")


@dataclass(frozen=True, slots=True)
class Portrait:
    """A named party; `number` is its place in the order of publication, document and first mention.

    `words` are its name's, folded; `said` the words of its mentions; `calls` these folded and without titles; `acronyms`
    those that are initials. `genders`: "he", "she" or both, as far as titles, pronouns and its given name tell. `human`: it is
    called by a title or pronoun of a person. `titles` stand before its name.
    """

    number: int
    party: Party
    documents: tuple[str, ...]
    kind: PartyKind
    name: str
    words: Words
    said: tuple[str, ...]
    calls: frozenset[Words]
    acronyms: frozenset[str]
    genders: frozenset[str]
    human: bool
    titles: frozenset[str]


def portraits(parties: Sequence[Party], documents: Mapping[str, Document]) -> list[Portrait]:
    """The named parties, in the order given."""
    texts = {name: document.text for name, document in documents.items()}
    same = _Same()
    return [
        _portrait(number, party, texts, same) for number, party in enumerate(parties) if party.named and party.mentions
    ]


class _Same:
    """Equal values as one: a name stands in many reports, and most sets are empty, which takes half of the memory else."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def __call__(self, value: Value) -> Value:
        known: Value = self._known.setdefault(value, value)
        return known


def _portrait(number: int, party: Party, texts: Mapping[str, str], same: _Same) -> Portrait:
    said = dict.fromkeys(
        slice_of(texts[mention.document], mention.spans)
        for mention in party.mentions[:_MOST_CALLS]
        if mention.document in texts and mention.spans[-1].end - mention.spans[0].start <= _LONGEST_CALL
    )
    lead: set[str] = set()
    calls: set[Words] = set()
    acronyms: set[str] = set()
    for each in (party.name, *said):
        call = _call(each)
        lead |= call.titles
        calls.add(call.words)
        acronyms |= call.acronyms
    person = party.kind == "person"
    name = _own_name(party.name) if person else party.name
    words = folded_words(name)
    return Portrait(
        number,
        party,
        same(tuple(dict.fromkeys(mention.document for mention in party.mentions))),
        party.kind,
        same(name),
        same(words),
        same(tuple(map(same, said))),
        same(frozenset(calls - {()})),
        same(frozenset(acronyms)),
        same(_genders(lead, words) if person else frozenset()),
        person and not lead.isdisjoint(_HUMAN | _KNIGHTED),
        same(frozenset(lead & (vocabulary.TITLES | _KNIGHTED))),
    )


@dataclass(frozen=True, slots=True)
class _Call:
    """What one mention calls a party, the titles and pronouns in it, and the initials that it is."""

    words: Words
    titles: frozenset[str]
    acronyms: frozenset[str]


@lru_cache(maxsize=1 << 16)
def _call(words: str) -> _Call:
    tokens = [without_possessive(token) for token in _WORD.findall(bare(words))]
    low = [token.lower().rstrip(".") for token in tokens]
    lead = 0
    while lead < len(low) - 1 and (low[lead] in vocabulary.TITLES | _KNIGHTED or low[lead] == "the"):
        lead += 1
    told = frozenset(low[:lead] if len(low) > 1 else low)
    plain = "".join(tokens[0].split(".")) if len(tokens) == 1 else ""
    held = frozenset({plain}) if _ACRONYM.fullmatch(plain) else frozenset[str]()
    return _Call(folded_words(" ".join(tokens[lead:])), told, held)


def _own_name(name: str) -> str:
    """A person's name without the titles and the trade before it: "owner Sir Bo Orrin" is Bo Orrin."""
    tokens = _WORD.findall(name)
    while len(tokens) > 1 and tokens[-1].lower().rstrip(".") in vocabulary.SUFFIXES:
        tokens.pop()
    cut, of = 0, False
    for number, token in enumerate(tokens[:-1]):
        low = token.lower().rstrip(".")
        if low in _FOR_WHOM:
            return name
        trade = low in vocabulary.TITLES | _KNIGHTED or (token[:1].islower() and low not in _JOINING)
        if trade or (cut == number > 0 and low in {"of", "the"}) or (cut == number and of):
            of = low in {"of", "the"}  # "Secretary of State Ana Velez"
            cut = number + 1
    own = " ".join(tokens[cut:])
    return name if " of " in name and len(tokens) - cut < 2 else own


def _genders(told: Iterable[str], words: Words) -> frozenset[str]:
    low = frozenset(told)
    given = words[0] if len(words) > 1 else ""
    found = {"he"} if low & _HE else set[str]()
    found |= {"she"} if low & _SHE else set()
    if not found:
        found |= {"he"} if given in HIS else set()
        found |= {"she"} if given in HERS else set()
    return frozenset(found)


def is_given(word: str) -> bool:
    """Whether it is a common given name."""
    return word in HIS or word in HERS


def is_knighted(portrait: Portrait) -> bool:
    """Whether it is called by a title that goes with a given name: "Sir Bo"."""
    return not portrait.titles.isdisjoint(_KNIGHTED)


@lru_cache(maxsize=1 << 16)
def is_proper(name: str) -> bool:
    """Whether all words of a name are written as a name's, but for those that join them and an article before it."""
    tokens = _WORD.findall(name)
    if len(tokens) > 1 and tokens[0].lower() == "the":
        tokens = tokens[1:]
    return bool(tokens) and all(
        token[:1].isdigit() or any(letter.isupper() for letter in token) or (number > 0 and token.lower() in _JOINING)
        for number, token in enumerate(tokens)
    )


@lru_cache(maxsize=1 << 16)
def as_acronym(name: str) -> str | None:
    """The initials that a name consists of, None where it is more than that."""
    plain = without_possessive(name.strip()).replace(".", "")
    return plain if _ACRONYM.fullmatch(plain) else None
