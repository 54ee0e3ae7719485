"""Whom the names of outlets mean: publishers of the documents at hand, and outlets that are known anyway."""

import re
from collections import defaultdict
from functools import lru_cache

from wherefrom.comparing.material import Material
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Document
from wherefrom.reader.parties.names import folded, is_acronym

from . import wording

Folded = tuple[str, ...]

_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
"""What is added to a publisher's name: "Lantern (archived copy)"."""

_WORD = re.compile(r"[\w&][\w&.’'-]*")
_GENERAL = frozenset(
    """news radio tv television magazine newspaper newspapers online network agency press wire media group website blog
    forum board international newsroom service club com org net""".split()
)
"""Words that texts leave off the end of an outlet's name: "Hollow Radio" is "Hollow"."""

_NO_OUTLETS = frozenset({"platform", "press-release"})
"""Where anybody posts is no outlet, nor what carries anybody's announcements: whoever wrote it is to be named."""

_OPENING = 400
"""Characters at the beginning of a text within which its dateline stands."""


@lru_cache(maxsize=1 << 16)  # the same names come in many texts
def plain(name: str) -> Folded:
    """The words of a name in lower case, without article, accents, joining words and what is added in brackets."""
    words = _WORD.findall(_NOTE.sub("", name))
    return folded(tuple(word.removesuffix("’s").removesuffix("'s") for word in words))


class Press:
    """The names of outlets, for one set of documents; a publisher is kept under its folded name.

    Publishers of the documents at hand are known by their names, by these without general words at the end, by their
    initials and by what their own datelines call them; by the end of a name ("the Chronicle") only in a text about the
    same matter, which the caller has to see to.
    """

    def __init__(self, material: Material, outlets: Outlets) -> None:
        self._outlets = outlets
        self._documents: set[Folded] = set()
        self._entered: set[str] = set()
        self._shown: dict[Folded, str] = {}
        self._full: dict[Folded, dict[Folded, None]] = defaultdict(dict)
        self._short: dict[Folded, dict[Folded, None]] = defaultdict(dict)
        self._addresses: dict[str, str] = {}
        self._seen: dict[str, str | None] = {}
        self._meanings: dict[str, tuple[tuple[Folded, ...], bool, str | None] | None] = {}
        self._own: dict[tuple[str, str, str], bool] = {}
        self._publishers: dict[str, Folded] = {}
        for document in material.findings.documents:
            self._enter(document)

    def publisher(self, document: Document) -> Folded:
        """Whoever printed a document, by its folded best name; empty where that is not known."""
        name = document.publisher or ""
        if name not in self._publishers:
            known = self.known(_NOTE.sub("", name)) if name else None
            self._publishers[name] = plain(known or name)
        return self._publishers[name]

    def at(self, url: str) -> str | None:
        """The document with this address."""
        return self._addresses.get(_address(url))

    def outlet_at(self, url: str) -> str | None:
        """The outlet that an address belongs to."""
        found = self._outlets.of_address(url)
        return None if found is None or found.kind in _NO_OUTLETS else found.name

    def called(self, words: Folded, known: str | None = None) -> tuple[tuple[Folded, ...], bool]:
        """The publishers of documents at hand that these words may mean, and whether the words are a full name.

        `known` is what an outlet of that name is called at best.
        """
        if words in self._full:
            return tuple(self._full[words]), True
        if known is not None and (best := plain(known)) in self._documents:
            return (best,), True
        return tuple(self._short.get(words, ())), False

    def meanings(self, words: str) -> tuple[tuple[Folded, ...], bool, str | None] | None:
        """What words mean as the name of an outlet: publishers, whether it is their full name, and a known outlet."""
        if words not in self._meanings:
            known = self.known(words)
            publishers, full = self.called(plain(words), known)
            self._meanings[words] = (publishers, full, known) if publishers or known is not None else None
        return self._meanings[words]

    def known(self, words: str) -> str | None:
        """The best name of an outlet that is known whatever is read; platforms on which anybody posts are none."""
        if words not in self._seen:
            found = self._outlets.known(words)
            self._seen[words] = None if found is None or found.kind in _NO_OUTLETS else found.name
        return self._seen[words]

    def is_own(self, document: Document, words: str) -> bool:
        """Whether these words name the outlet that printed the document."""
        if document.publisher is None:
            return False
        key = (document.publisher, _host(document.url or ""), words)
        if key not in self._own:
            self._own[key] = self._names(*key)
        return self._own[key]

    def _names(self, publisher: str, host: str, words: str) -> bool:
        """Whether words name a publisher: its whole name, its beginning or end, or letters that stand for it."""
        base = _NOTE.sub("", publisher)
        name, own = plain(words), plain(base)
        if not name or not own:
            return False
        known, known_base = self.known(words), self.known(base)
        if known is not None and known_base is not None:
            return known == known_base
        if "".join(name) == "".join(own) or own[-len(name) :] == name or own[: len(name)] == name:
            return True
        return without_general(name) == without_general(own) or _stands_for(words, base, host)

    def best_name(self, words: str) -> str:
        """What an outlet is called where the words are all there is."""
        return self.known(words) or words

    def name_of(self, publisher: Folded) -> str:
        """The name under which a publisher of documents at hand is shown."""
        return self._shown[publisher]

    def _enter(self, document: Document) -> None:
        publisher = self.publisher(document)
        if document.url is not None:
            self._addresses.setdefault(_address(document.url), document.id)
        if not publisher:
            return
        self._documents.add(publisher)
        name = _NOTE.sub("", document.publisher or "")
        self._shown.setdefault(publisher, name)
        forms = _datelined(document, name)
        if name not in self._entered:
            self._entered.add(name)
            printed = plain(name)
            forms |= {publisher, printed, without_general(publisher), without_general(printed)}
            for words in _tails(printed):
                self._short[words][publisher] = None
        for words in sorted(forms - {()}):
            full = len(words) > 1 or words in {publisher, plain(name)} or _is_short(words)
            (self._full if full else self._short)[words][publisher] = None


def _is_short(words: Folded) -> bool:
    """Whether it is an acronym, which is as good as a name."""
    return len(words) == 1 and len(words[0]) <= 5


def without_general(publisher: Folded) -> Folded:
    """A folded name without the general words at its end."""
    kept = publisher
    while len(kept) > 1 and kept[-1] in _GENERAL:
        kept = kept[:-1]
    return kept


def _tails(publisher: Folded) -> list[Folded]:
    """How a text may shorten a name: its end, its initials."""
    ends = [publisher[-length:] for length in (1, 2) if length < len(publisher) and publisher[-1] not in _GENERAL]
    initials = "".join(word[0] for word in publisher)
    return [*ends, (initials,)] if len(initials) > 2 else ends


def _datelined(document: Document, name: str) -> set[Folded]:
    """What the dateline of a publisher's own document calls it: "(BPA)" in a report of the Basin Press Agency."""
    found = wording.DATELINE.search(document.text, 0, _OPENING)
    if found is None:
        return set()
    who = found["who"]
    return {plain(who)} if _stands_for(who, name, _host(document.url or "")) else set()


def _stands_for(words: str, name: str, host: str) -> bool:
    """Whether an acronym is an outlet's: its letters come in the name in their order, or its address begins with it."""
    short = words.strip().replace(".", "")
    if not (2 <= len(short) <= 6 and short.isupper()):
        return False
    low, parts = short.lower(), plain(name)
    if is_acronym((low,), parts) or host.startswith(low):
        return True
    letters = "".join(parts)
    starts = {part[0] for part in parts}
    return letters[:1] == low[0] and low[-1] in starts and _in_order(low, letters)


def _in_order(short: str, letters: str) -> bool:
    at = iter(letters)
    return all(letter in at for letter in short)


def _address(url: str) -> str:
    """An address without what does not tell pages apart: protocol, "www.", a slash at the end, a fragment."""
    bare = re.sub(r"^[a-z]+://(?:www\.)?", "", url.strip().lower())
    return bare.split("#")[0].rstrip("/")


def _host(url: str) -> str:
    return _address(url).split("/")[0]
