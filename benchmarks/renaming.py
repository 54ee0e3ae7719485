"""Other words for the words of a story: every name, year and figure by one of its own, most plain words by others.

The same word becomes the same word throughout a story, and another in another story. Names stay names and plain words keep
their endings, so that "Tolliver warned of leaks" may become "Brakwen ordered of boats": nonsense, but built as before.

So that stories differ as those of the world do, and no more, some things recur across them: large outlets, given names,
every fifth surname, and some of the plain words (`KEPT`). Everything is a pure function of word and seed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from zlib import crc32

import numpy as np

from wherefrom.comparing.countries import country_of
from wherefrom.comparing.outlet_names import GENERIC
from wherefrom.comparing.vectors import Floats, piece_vectors, unit
from wherefrom.model import Document, Findings, slice_of
from wherefrom.reader.lexicon import MONTHS, WEEKDAYS
from wherefrom.reader.wordpiece import shipped

from .redating import Dates

KEPT = 5
"""Of a hundred plain words so many are the same in all stories made of one reading."""

TOPICS = 40
"""A story's plain words are the twentieth part of all that is nearest to what it is about."""

FAMOUS = 20
"""Of a hundred surnames and places so many are called as others are in other stories; of outlets' words half of them."""

TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")

_GIVEN = tuple(
    """Aaron Abel Ada Adrian Agnes Alan Alma Amir Anders Anita Arlo Astrid Basil Bela Bianca Boris Brenda Carla Cyril Dana
    Darius Delia Denis Dora Edgar Edith Elsa Emil Enid Erik Esme Farid Felix Fiona Flora Frank Gavin Gerda Greta Gustav
    Hana Hector Hilda Hugo Ida Igor Ines Ivo Jarl Jonas Judith Karim Klara Lars Lena Leo Lidia Lotta Magda Marek Mira
    Nadia Nils Nora Olaf Olga Oscar Otto Paula Petra Quentin Rafael Rita Rolf Rosa Samir Selma Sven Tamara Theo Ulla
    Vera Viktor Walter Wanda Yusuf Zelda Zoran""".split()
)
_ONSETS = "b br c ch cl d dr f fl g gr h j k kl l m n p pr r s sk st t th tr v w z".split()
_VOWELS = "a e i o u ae ei ou".split()
_ENDS = "ck dal den ford gan hur kel ll lund mar mond nek ness ng nt rad ren ric sk sson st th ton vik wen".split()
_CONSONANTS = "BCDFGHJKLMNPRSTVWZ"
_ENDINGS = ("ing", "ed", "ly", "s")

_TITLES = frozenset("mr mrs ms dr sir dame lord lady prof president minister chief captain colonel general".split())
_BODIES = frozenset(
    "ministry office department council court university hospital police company county city state".split()
)
_PLAIN = frozenset(
    """the a an and or but nor if then than that this these those of in on at to for from with by about into over after
    before under between against during without within through he she it they we you his her its their our your him them
    us me who whom whose which what when where while why how is are was were be been being am has have had having do does
    did done will would can could may might must shall should not no never also only just even still yet already again
    more most some any each every both all many much few several such other another same own very too so as there here
    now one two three four five six seven eight nine ten eleven twelve hundred thousand million billion first second
    third last next whether because since until although though however according percent cent today yesterday tomorrow
    week month year hour minute monday night morning evening weeks months years hours minutes days later earlier ago
    none nothing nobody everybody anybody someone somebody""".split()
)


@dataclass(frozen=True)
class Lexicon:
    """What the words of all readings are.

    `fixed` are plain ones that keep their place, since chains, hedges and times hang on them; `sources` do so written small.
    """

    outlets: frozenset[str]
    given: frozenset[str]
    acronyms: frozenset[str]
    names: frozenset[str]
    fixed: frozenset[str]
    sources: frozenset[str]

    @classmethod
    def of(cls, findings: Iterable[Findings]) -> "Lexicon":
        """Sort the words of these readings. A word that is written small anywhere is no name."""
        read = tuple(findings)
        texts = [document.text for one in read for document in one.documents]
        small = {word for text in texts for word in TOKEN.findall(text) if word[:1].islower()}
        called = [(kind, name) for one in read for kind, name in _called(one)]
        printers = [document.publisher for one in read for document in one.documents if document.publisher]
        written = {word for _, name in called for word in TOKEN.findall(name)} | {
            word for name in printers for word in TOKEN.findall(name)
        }
        names = {word.casefold() for word in written if word[:1].isupper() and _is_name(word.casefold(), small)}
        large = {word.casefold() for word in written if not word.isupper()}
        papers = frozenset(word.casefold() for name in printers for word in TOKEN.findall(name)) & names
        firsts = (TOKEN.findall(name) for kind, name in called if kind == "person")
        return cls(
            outlets=papers,
            given=frozenset(words[0].casefold() for words in firsts if len(words) > 1) & (names - papers),
            acronyms=frozenset(word for word in names - large if len(word) <= 5),
            names=frozenset(names),
            fixed=frozenset(word.casefold() for one in read for words in _fixed(one) for word in TOKEN.findall(words))
            - names,
            sources=frozenset(word for one in read for words in _sources(one) for word in TOKEN.findall(words)) & small,
        )

    @cached_property
    def others(self) -> Mapping[str, "Field"]:
        """Plain English words that may stand for others, by their endings."""
        ids = shipped()._ids  # noqa: SLF001  the vocabulary has no other door
        held: dict[str, list[str]] = {ending: [] for ending in (*_ENDINGS, "")}
        for word in ids:
            if word.isascii() and word.isalpha() and len(word) > 3 and not self.stays(word) and word not in self.names:
                held[_ending(word)].append(word)
        return {ending: Field.of({word: ids[word] for word in sorted(words)}) for ending, words in held.items()}

    def stays(self, word: str) -> bool:
        """Whether a word is the same in all stories."""
        low = word.casefold()
        if len(low) < 4 or word in self.sources or low in self.fixed or low in _PLAIN or not _may_change(low):
            return True
        return word[0].isupper() and (low in _TITLES or low in _BODIES)


def _called(one: Findings) -> Iterator[tuple[str, str]]:
    """The names by which parties are called, with the parties' kinds."""
    texts = {document.id: document.text for document in one.documents}
    for party in one.parties:
        if party.named:
            for mention in party.mentions:
                yield party.kind, slice_of(texts[mention.document], mention.spans)


def _fixed(one: Findings) -> Iterator[str]:
    """Words that say how it is said and how surely: cues, hedges, conditions; also units and times."""
    for appearance in one.appearances:
        for link in appearance.chain:
            yield from (words.text for words in (link.cue, link.to) if words is not None)
        yield from (hedge.text for hedge in appearance.certainty.hedges)
        yield from (time.text for time in appearance.times)
        yield from (quantity.text for quantity in appearance.quantities if quantity.unit)
        yield from (words.text for words in (appearance.condition, appearance.validity) if words is not None)


def _sources(one: Findings) -> Iterator[str]:
    """Words for whoever says it."""
    for appearance in one.appearances:
        yield from (link.source.text for link in appearance.chain if link.source is not None)


def _is_name(word: str, small: set[str]) -> bool:
    return (
        len(word) > 2
        and word not in small
        and word not in _PLAIN
        and word not in _TITLES
        and word not in _BODIES
        and _may_change(word)
    )


def _may_change(word: str) -> bool:
    """Countries, months, days and what outlets are commonly called stay as they are."""
    return word not in MONTHS and word not in WEEKDAYS and word not in GENERIC and country_of((word,)) is None


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


@dataclass(frozen=True)
class Field:
    """Words, and what they are about."""

    words: tuple[str, ...]
    vectors: Floats

    @classmethod
    def of(cls, ids: Mapping[str, int]) -> "Field":
        """Words by their places in the vocabulary."""
        return cls(tuple(ids), unit(piece_vectors().table[list(ids.values())].astype(np.float32)))

    def about(self, topic: Floats) -> tuple[str, ...]:
        """The part of the words that is nearest to a topic."""
        most = max(len(self.words) // TOPICS, 1)
        nearest = np.sort(np.argpartition(-(self.vectors @ topic), most)[:most])
        return tuple(self.words[place] for place in nearest)


class Renaming:
    """The words of one story, which happens so many days later."""

    def __init__(self, lexicon: Lexicon, seed: int, days: int) -> None:
        self._lexicon = lexicon
        self._seed = seed
        self.dates = Dates(days)
        self._known: dict[str, str] = {}
        anything = lexicon.others[""].vectors
        topic = anything[self._chance("topic", "") % len(anything)]
        self._others = {ending: field.about(topic) for ending, field in lexicon.others.items()}

    def of(self, token: str) -> str:
        """What stands for a word; figures stay."""
        if token[0].isdigit():
            return token
        if (known := self._known.get(token)) is None:
            known = self._known[token] = self._word(token)
        return known

    def text(self, words: str) -> str:
        """The same words, each by what stands for it."""
        return TOKEN.sub(lambda match: self.of(match.group()), words)

    def figure(self, digits: str) -> str:
        """Another number, written alike."""
        draw = Random(self._chance("figure", digits))  # noqa: S311  it guards nothing
        new = [str(draw.randrange(10)) if one.isdigit() else one for one in digits]
        return "".join([str(draw.randrange(1, 10)), *new[1:]])

    def outlet(self, number: int) -> str:
        """A further outlet of this story."""
        kinds = ("Daily {}", "{} Tribune", "The {} Post", "{} Herald", "Radio {}", "{} Times")
        chance = self._chance("outlet", str(number))
        return kinds[chance % len(kinds)].format(self._renowned("outlet", chance, 50) or _coined(chance))

    def _word(self, token: str) -> str:
        low = token.casefold()
        if low in WEEKDAYS:
            return self.dates.weekday(token)
        if token[0].isupper() and low in self._lexicon.names:
            return _cased(self._name(low), token)
        if self._lexicon.stays(token) or crc32(low.encode()) % 100 < KEPT:
            return token
        others = self._others[_ending(low)]
        return _cased(others[self._chance("word", low) % len(others)], token)

    def _name(self, low: str) -> str:
        chance = self._chance("name", low)
        if low in self._lexicon.acronyms:
            draw = Random(chance)  # noqa: S311  as above
            return "".join(draw.choice(_CONSONANTS) for _ in low)
        if low in self._lexicon.given:
            return _GIVEN[chance % len(_GIVEN)]
        famous = (
            self._renowned("outlet", chance, 50) if low in self._lexicon.outlets else self._renowned("", chance, FAMOUS)
        )
        return famous or _coined(chance)

    @staticmethod
    def _renowned(kind: str, chance: int, share: int) -> str | None:
        """A name that other stories have as well."""
        if chance % 100 >= share:
            return None
        return _coined(crc32(f"renowned {kind} {chance // 100 % 200}".encode()))

    def _chance(self, kind: str, word: str) -> int:
        return crc32(f"{kind} {self._seed} {word}".encode())


def _coined(chance: int) -> str:
    """A name of two or three syllables."""
    draw = Random(chance)  # noqa: S311  as above
    syllables = (draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(1 + draw.randrange(2)))
    return f"{''.join(syllables)}{draw.choice(_ENDS)}".capitalize()


def _cased(new: str, like: str) -> str:
    """A word written as another is: in capitals, with one, or small."""
    if like.isupper() and len(like) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if like[0].isupper() else new.lower()


def printed(document: Document) -> str:
    """Who printed a document, in words that can stand in an address."""
    return "".join(TOKEN.findall(document.publisher or "")).lower()
