"""Names that must not leave, and whether a text has one of them: in doubt it has.

A name is looked for as words, folded for case, accents and invisible letters; a person's last name alone too, a body's initials as they are
written, an outlet under every name and address that the lists of outlets know. Descriptions of somebody without a name ("a customs clerk
at Pier Nine") are looked for where they are of two words or more: one alone ("officials") would be in every text and tells of nobody.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Self
from urllib.parse import unquote

from wherefrom.comparing import Outlets
from wherefrom.model import Document, Party
from wherefrom.reader.parties import vocabulary

LONGEST = 120
"""Letters of a mention that may be a name; longer ones tell a story of their own."""

TELLING = 4
"""Words from which on a statement is known again by them alone."""

_FUSED = 4
"""Letters from which on a single word is looked for inside an address; two and more words are, written as one, wherever a word stands."""

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}")
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_HYPHENATED = re.compile(r"-[ \t]{0,8}\r?\n\s{0,8}")
_DOTTED = re.compile(r"\b([A-Z])\.(?=[A-Z]\b)")
_LETTER = r"\1"
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ß": "ss"})
_LIGHT = frozenset({"of", "and", "for", "in", "on", "at"}) | vocabulary.DEFINITE
_LEADING = (
    _LIGHT
    | vocabulary.TITLES
    | vocabulary.HE_TITLES
    | vocabulary.SHE_TITLES
    | vocabulary.INDEFINITE
    | vocabulary.POSSESSIVE
)
_NOBODYS = (
    _LEADING
    | vocabulary.HE
    | vocabulary.SHE
    | vocabulary.IT
    | vocabulary.THEY
    | vocabulary.I
    | vocabulary.WE
    | vocabulary.YOU
    | vocabulary.RELATIVE
    | vocabulary.NOBODY
    | vocabulary.DEFINITE_ALONE
    | vocabulary.OF_ANY_PERSON
    | vocabulary.OF_ANY_OUTLET
    | vocabulary.OF_ANY_BODY
    | vocabulary.PUBLISHED
)
"""Words that are nobody's name where they stand alone, whatever letter they begin with."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Names to look for: folded, as they are written (initials), and what stands in an address."""

    folded: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    @classmethod
    def words(cls, told: Iterable[str]) -> Self:
        """What somebody said, where it is said again in the same words; a few words alone are said of many things."""
        phrases = (tuple(_words_of(_together(one))) for one in told)
        return cls(frozenset(" ".join(one) for one in phrases if len(one) >= TELLING))

    @classmethod
    def of(cls, party: Party, said: Iterable[str], outlets: Outlets) -> Self:
        """What a party is called: its name, the words of its mentions, and what follows from these."""
        folded, exact, domains = set[str](), set[str](), set[str]()
        for words in (party.name, *said):
            if len(words) > LONGEST:
                continue
            if party.named:
                _take_name(words, folded, exact, person=party.kind == "person")
            else:
                folded |= _description(words)
        listed = outlets.known(party.name) if party.named else None
        if listed is not None:
            for words in (listed.name, *listed.aliases):
                _take_name(words, folded, exact, person=False)
            exact |= set(listed.shorts)
            domains |= set(listed.domains)
        return cls(frozenset(folded), frozenset(exact), frozenset(domains))

    def __or__(self, other: "Sought") -> "Sought":
        """Both."""
        return Sought(self.folded | other.folded, self.exact | other.exact, self.domains | other.domains)

    def __bool__(self) -> bool:
        return bool(self.folded or self.exact or self.domains)

    def among(self, text: "Text") -> bool:
        """Whether one of the names is in a text."""
        return (
            any(_stands(name, text) for name in self.folded)
            or any(f" {name} " in text.written for name in self.exact)
            or any(domain in text.small for domain in self.domains)
        )

    def in_value(self, value: object) -> bool:
        """Whether one of the names is in any of the words that a value of the model holds; of documents see `Text.of`."""
        return any(self.among(Text.of_words(words)) for words in strings(value))


@dataclass(frozen=True, slots=True)
class Text:
    """Words made ready to be searched for many names: folded, as they are written, in small letters; `address` with no space in it."""

    plain: str
    written: str
    small: str
    address: str = ""

    @classmethod
    def of_words(cls, words: str, url: str | None = None) -> Self:
        """These words, and an address that goes with them."""
        told = _together(words)
        site = unquote(url or "")
        return cls(
            f" {' '.join(_words_of(told))} ",
            f" {' '.join(_WORD.findall(_DOTTED.sub(_LETTER, told)))} ",
            f"{words}\n{site}".lower(),
            "".join(_words_of(site)),
        )

    @classmethod
    def of(cls, document: Document) -> Self:
        """All that a document would show: text, title, author, publisher, address."""
        words = (document.text, document.title, document.author, document.publisher, document.url)
        return cls.of_words("\n".join(part for part in words if part), document.url)


def _stands(name: str, text: Text) -> bool:
    """Whether a folded name is among the words, of several words also where they are written as one, or in the address."""
    if f" {name} " in text.plain or f" {name}s " in text.plain:
        return True
    fused = name.replace(" ", "")
    return (fused != name and fused in text.plain) or (len(fused) >= _FUSED and fused in text.address)


def strings(value: object) -> Iterator[str]:
    """All the words that a value of the model holds, however deep; of documents see `Sought.in_document`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def _take_name(words: str, folded: set[str], exact: set[str], *, person: bool) -> None:
    tokens = _stripped(_WORD.findall(_together(words)), lambda token: token.lower() in _LEADING or token[0].islower())
    if person:
        while len(tokens) > 1 and tokens[-1].lower() in vocabulary.SUFFIXES:
            tokens.pop()
    if not tokens or (len(tokens) == 1 and tokens[0].lower() in _NOBODYS):
        return
    if len(tokens) == 1 and _ACRONYM.fullmatch(tokens[0]):
        exact.add(tokens[0])  # "WHO" is a body, "who" is anybody
        return
    folded.add(" ".join(_words_of(" ".join(tokens))))
    if person and len(tokens) > 1:
        folded.update(_words_of(tokens[-1]))
    elif not person:
        letters = "".join(token[0] for token in tokens if token[0].isupper())
        exact |= {letters} if len(letters) > 2 else set()


def _description(words: str) -> set[str]:
    tokens = _stripped(list(_words_of(words)), lambda token: token in _LIGHT | vocabulary.INDEFINITE)
    return {" ".join(tokens)} if len(tokens) > 1 else set()


def _stripped(tokens: list[str], light: Callable[[str], bool]) -> list[str]:
    """What is left of words without the light ones before them."""
    lead = next((number for number, token in enumerate(tokens) if not light(token)), len(tokens))
    return tokens[lead:]


def _together(words: str) -> str:
    """The words without letters that are not seen, and those that the end of a line cut in two in one piece as well."""
    seen = _UNSEEN.sub("", words)
    whole = _HYPHENATED.sub("", seen)
    return seen if whole == seen else f"{seen}\n{whole}"


def _words_of(words: str) -> Iterator[str]:
    """Words as they are compared: in small letters, without accents."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_PLAIN))
    return (found.group() for found in _WORD.finditer(_ACCENTS.sub("", plain)))
