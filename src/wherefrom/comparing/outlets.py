"""Newspapers, agencies, broadcasters, magazines and sites: under how many names one is known, and whose it is.

What is shipped (`outlets.tsv`) says of each what is publicly known; a user adds to it with a file of the same columns.
A bare word that several outlets go by ("the Times", "the Post") means none of them: the list says in a column of its
own which bare words may be taken for one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from wherefrom.intake.files import contents
from wherefrom.intake.refusal import Refused
from wherefrom.intake.sidecar import writable_path
from wherefrom.model import Unreadable

from .outlet_names import DOMAIN, GENERIC, Reduced, core, folded_words, initials, is_of_several, reduced, unbracketed
from .outlet_rows import Outlet, rows

__all__ = ["Outlet", "Outlets"]

MAX_FILE_BYTES = 20_000_000
"""A list of outlets of a million lines would be larger; no person wrote it."""

_SHORT_ACRONYM = 5
"""Letters up to which a name in capitals is only recognised in capitals: "RAI" is a broadcaster, Rai may be anybody."""

_LONGEST_NAME = 200
"""Letters of a name with what stands around it; what is longer is no name."""

_LEAST_FUSED = 5
"""Letters of names that are recognised when written as one word: fewer would meet by chance."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way in which a list writes an outlet; `article`: a lone word that means it only after "the"."""

    outlet: Outlet
    written: str
    article: bool = False


class Outlets:
    """Outlets by all their names and addresses."""

    def __init__(self, ranked: Iterable[tuple[Outlet, ...]]) -> None:
        """Lists of outlets; what an earlier list says of a name or address goes before what a later one says."""
        self._lists = tuple(ranked)
        self._forms: dict[Words, _Form] = {}
        self._fused: dict[str, _Form | None] = {}
        self._bases: dict[Words, list[Outlet]] = defaultdict(list)
        self._shorts: dict[str, Outlet] = {}
        self._domains: dict[str, Outlet] = {}
        self._vocabulary: set[str] = set()
        replaced: set[str] = set()
        for outlets in self._lists:
            for outlet in outlets:
                if outlet.name not in replaced:
                    self._take_in(outlet)
            replaced.update(outlet.name for outlet in outlets)
        self.known: Callable[[str], Outlet | None] = lru_cache(maxsize=1 << 16)(self._known)

    def __reduce__(self) -> tuple[Callable[..., "Outlets"], tuple[object, ...]]:
        """For other processes: by their lists, which each of them takes in once."""
        return (_shipped, ()) if self is Outlets.shipped() else (_again, (self._lists,))

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """The outlets that come with the program."""
        text = (files("wherefrom.comparing") / "outlets.tsv").read_text(encoding="utf-8")
        return cls([tuple(rows(text))])

    def with_file(self, path: str | Path) -> "Outlets":
        """These and the outlets of a file with the same columns, which win over them.

        Raises:
            Unreadable: the file cannot be read, or a line of it is at fault; the line is named.
        """
        path = Path(path)
        try:
            raw = contents(path, MAX_FILE_BYTES)
            return Outlets([tuple(rows(raw.decode("utf-8-sig"))), *self._lists])
        except UnicodeDecodeError:
            raise Unreadable(writable_path(path), "is not UTF-8, as a list of outlets must be") from None
        except Refused as refused:
            raise Unreadable(writable_path(path), refused.why) from None

    # Asking.

    def same(self, one: str, other: str) -> bool:
        """Whether two names are one outlet's; of names that no list has only where little else is possible.

        They are when they differ in articles and general words alone ("Lantern", "the Lantern newspaper"), when one is
        the other's initials, or its address.
        """
        first, second = self.known(one), self.known(other)
        if first is not None and second is not None:
            return first == second
        return _alike(one, other) or _alike(other, one)

    def of_address(self, url: str) -> Outlet | None:
        """Whose a web address is: that of the closest address above it in the lists."""
        try:
            host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        except ValueError:
            return None
        labels = host.lower().removesuffix(".").split(".")
        above = (".".join(labels[at:]) for at in range(len(labels)))
        return next((self._domains[domain] for domain in above if domain in self._domains), None)

    def family(self, name: str) -> str | None:
        """Whose the outlet is, None where that or the outlet is not known."""
        outlet = self.known(name)
        return None if outlet is None else outlet.family

    def is_wire(self, name: str) -> bool:
        """Whether it is an agency, whose reports others print."""
        outlet = self.known(name)
        return outlet is not None and outlet.kind == "wire"

    # Building.

    def _take_in(self, outlet: Outlet) -> None:
        for name in (outlet.name, *outlet.aliases):
            words = folded_words(name)
            self._vocabulary.update(words)
            lone = len(words) == 1 and name.lower().startswith("the ")
            form = _Form(outlet, name, article=lone)
            before = self._forms.setdefault(words, form)
            if before.outlet == outlet and before.written.isupper() and not name.isupper():
                self._forms[words] = form  # "Tass" beside "TASS": it need not be in capitals
            letters = "".join(words)
            held = self._fused.setdefault(letters, form)
            if held is not None and held.outlet != outlet and words not in self._forms:
                self._fused[letters] = None  # two outlets that only spaces tell apart
            self._bases[words].append(outlet)
        base = folded_words(unbracketed(outlet.name))
        if base != folded_words(outlet.name):
            self._bases[base].append(outlet)
        for short in outlet.shorts:
            self._shorts.setdefault("".join(folded_words(short)), outlet)
            self._vocabulary.update(folded_words(short))
        for domain in outlet.domains:
            self._domains.setdefault(domain, outlet)

    # Looking up.

    def _known(self, name: str) -> Outlet | None:
        """The outlet that a name means, None where it means none or one of several.

        Beside the names of the lists these are recognised: "UK's Daily Express newspaper", "the British tabloid Daily
        Express", "Express.co.uk", "Express UK", "ExpressUK", "nytimes".
        """
        if len(name) > _LONGEST_NAME:
            return None
        if DOMAIN.fullmatch(name.strip()) is not None:
            found = self.of_address(name.strip())
            if found is not None:
                return found
        if not self._may_be_listed(name):
            return None
        for words in dict.fromkeys((name, unbracketed(name))):
            for each in reduced(words):
                found = self._meant(each)
                if found is not None:
                    return found
        return None

    def _may_be_listed(self, name: str) -> bool:
        """Whether a word of it is a word of any name in the lists, or could be several written as one."""
        words = folded_words(name)
        return (
            not self._vocabulary.isdisjoint(words)
            or "".join(words) in self._fused
            or any(token[1:] != token[1:].lower() or token in self._fused for token in name.split())
        )

    def _meant(self, name: Reduced) -> Outlet | None:
        """The outlet of a name from which general words were taken away."""
        if name.country is not None:
            return self._of_country(name)
        form = self._forms.get(name.words)
        letters = "".join(name.words)
        if form is None and len(letters) >= _LEAST_FUSED:
            form = self._fused.get(letters)
        if len(name.words) == 1:
            return self._lone(name, form)
        return None if form is None else form.outlet

    def _of_country(self, name: Reduced) -> Outlet | None:
        """The only outlet of this name in the country that was named beside it, or one that is of no country."""
        if len(name.words) == 1 and not name.written[:1].isupper():
            return None
        named = list(dict.fromkeys(self._bases.get(name.words, ())))
        short = self._shorts.get(name.words[0]) if len(name.words) == 1 and name.light else None
        for country in (name.country, None):
            there = [outlet for outlet in named if outlet.country == country]
            if not there and short is not None and short.country == country:
                there = [short]
            if there:
                return there[0] if len(there) == 1 else None
        return None

    def _lone(self, name: Reduced, form: _Form | None) -> Outlet | None:
        """The outlet of a lone word: one that may stand alone, is written as a name, and is no word of many outlets."""
        (word,) = name.words
        if form is not None and len(word) >= _LEAST_FUSED and _is_fused(word, form):
            return form.outlet
        if not (name.written[:1].isupper() or name.written[:1].isdigit()) and (
            form is None or name.written != form.written
        ):
            return None
        if name.light and word in self._shorts:
            return self._shorts[word]
        if form is None or word in GENERIC or (form.article and not name.article):
            return None
        capitals = form.written.isupper() and len(word) <= _SHORT_ACRONYM
        return None if capitals and not name.written.isupper() else form.outlet


def _alike(one: str, other: str) -> bool:
    """Whether two names differ in general words alone, or the first is the initials or the address of the second."""
    mine, theirs = core(one), core(other)
    if mine and (mine == theirs or "".join(mine) == "".join(theirs)):
        return True
    address = DOMAIN.fullmatch(one.strip())
    short = one.strip() if address is None else address["site"].upper()
    if short in initials(other):
        return True
    return address is not None and "".join(folded_words(address["site"])) in {"".join(theirs), _letters(other)}


def _is_fused(word: str, form: _Form) -> bool:
    """Whether a word is a name of several words written as one, as no other word is: "usa-today", "huffpost"."""
    return any(_letters(name) == word and is_of_several(name) for name in (form.written, form.outlet.name))


def _letters(name: str) -> str:
    return "".join(folded_words(name))


def _shipped() -> Outlets:
    return Outlets.shipped()


@lru_cache(maxsize=4)
def _again(lists: tuple[tuple[Outlet, ...], ...]) -> Outlets:
    return Outlets(lists)
