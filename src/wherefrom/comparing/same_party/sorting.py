"""What a named party is, so that like is compared with like: an outlet, a country, a person, a body or a place.

The kinds that readings give are taken with care: an outlet or a firm whose name looks like a person's is often read as
one. A party read as a person stays one where a title or pronoun says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wherefrom.comparing.countries import country_of
from wherefrom.comparing.outlet_names import GENERIC, core, folded_words, initials, unbracketed
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Document
from wherefrom.reader import lexicon
from wherefrom.reader.parties import vocabulary

from .body_names import BodyName, body_name
from .portraits import Portrait, Words, as_acronym, is_given, is_proper

Sort = Literal["outlet", "state", "person", "body", "place"]

_LONGEST_NAME = 9
"""Words of a name; what is longer describes."""

_AMBIGUOUS = frozenset("washington georgia jordan chad israel america".split())
"""Countries and capitals that are persons' names too, or more than one place's."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """A portrait with what it is. `key`: parties with the same are one; None where the name alone cannot tell that.

    `body` is a body's name taken apart; `open`: a reading says person or place, but nothing else does.
    """

    portrait: Portrait
    sort: Sort
    key: Key | None
    why: str
    body: BodyName | None = None
    open: bool = False


class Sorting:
    """Tells what named parties are, with the outlets that are known and those that printed the documents."""

    def __init__(self, outlets: Outlets, documents: Mapping[str, Document]) -> None:
        self._outlets = outlets
        self._printers = {name: _Printer.of(document.publisher, outlets) for name, document in documents.items()}
        self._named: dict[str, Key] = {}
        self._cored: dict[Words, Key] = {}
        for printer in self._printers.values():
            if printer is not None:
                self._named.setdefault("".join(printer.words), printer.key)
                self._cored.setdefault(printer.core, printer.key)

    def sorted(self, portraits: Sequence[Portrait]) -> list[Sorted]:
        """What each of these is; those that no name tells are left out."""
        return [found for one in portraits for found in (self._sorted(one),) if found is not None]

    def printers(self) -> Mapping[Key, Words]:
        """The keys of all outlets that printed the documents, with a name of each."""
        found = sorted((printer.key, printer.words) for printer in self._printers.values() if printer is not None)
        return dict(reversed(found))

    def _sorted(self, one: Portrait) -> Sorted | None:
        if not one.words or len(one.words) > _LONGEST_NAME:
            return None
        outlet = None if one.human or one.kind == "place" else self._outlet(one)
        if outlet is not None:
            return outlet
        state = _state(one)
        if state is not None:
            return Sorted(one, "state", state, "the same country or capital")
        if one.kind == "person":
            return _person(one)
        if one.kind == "place":
            return _place(one)
        return _body(one)

    # Outlets.

    def _outlet(self, one: Portrait) -> Sorted | None:
        for name in (one.name, f"the {one.name}") if one.kind == "outlet" else (one.name,):
            known = self._outlets.known(name)
            if known is not None:
                sort: Sort = "body" if known.kind == "platform" else "outlet"
                return Sorted(one, sort, ("outlet", known.name), "listed as one outlet")
        printed = self._named.get("".join(one.words)) if len("".join(one.words)) > 2 else None
        if printed is None and one.kind == "outlet":
            printed = self._cored.get(core(one.name))
        if printed is not None:
            return Sorted(one, "outlet", printed, "the outlet that printed one of the texts")
        own = self._of_its_own(one)
        if own is not None:
            return Sorted(one, "outlet", own, "short for the outlet that printed the text")
        if one.kind != "outlet" or not is_proper(one.name):
            return None
        kept = core(one.name)
        lone = len(kept) == 1 and (kept[0] in GENERIC or kept[0] in lexicon.OUTLET_NOUNS)
        return Sorted(one, "outlet", None if lone else ("outlet", "", *kept), "the same outlet's name")

    def _of_its_own(self, one: Portrait) -> Key | None:
        """The outlet that printed the text, where a text calls it by a short name: "the Post" in the Evening Post."""
        keys = {
            printer.key
            for name in one.documents
            for printer in (self._printers[name],)
            if printer and printer.is_called(one)
        }
        return keys.pop() if len(keys) == 1 else None


@dataclass(frozen=True, slots=True)
class _Printer:
    """The outlet that printed a document."""

    words: Words
    core: Words
    initials: frozenset[str]
    key: Key

    @classmethod
    def of(cls, publisher: str | None, outlets: Outlets) -> "_Printer | None":
        """The outlet of this name, None where there is none."""
        name = unbracketed(publisher or "")
        words = folded_words(name)
        if not words:
            return None
        known = outlets.known(name) or outlets.known(name.upper() if name.islower() else name)
        kept = core(name)
        return cls(words, kept, initials(name), ("outlet", known.name) if known is not None else ("outlet", "", *kept))

    def is_called(self, one: Portrait) -> bool:
        """Whether its own text means it by this name."""
        if core(one.name) == self.core or one.words == self.core:
            return True
        short = as_acronym(one.name)
        if short is not None and short in self.initials:
            return True
        return one.words == self.words[-len(one.words) :]


def _state(one: Portrait) -> Key | None:
    if one.words[0] in _AMBIGUOUS or one.kind not in {"place", "organisation", "group", "person"}:
        return None
    code = country_of(one.words)
    if one.kind == "person" and (one.human or code is None or as_acronym(one.name) is None):
        return None
    if code is not None:
        return ("state", code)
    return ("state", one.words[0]) if len(one.words) == 1 and one.words[0] in lexicon.STATES else None


def _person(one: Portrait) -> Sorted | None:
    acronym = as_acronym(one.name)
    if not one.human and acronym is not None:
        return Sorted(
            one,
            "body",
            ("body", "", acronym.lower()),
            "the same initials",
            BodyName(one.words, None, common=False),
            open=True,
        )
    if not is_proper(one.name) or (len(one.words) > 1 and len(one.words[-1]) == 1):
        return None
    organised = any(word in lexicon.ORGANISATIONS or word in lexicon.OUTLET_NOUNS for word in one.words[1:])
    if not one.human and organised:
        return _body(one)
    key = ("person", *one.words) if len(one.words) > 1 else None
    named = None if one.human or (len(one.words) > 1 and is_given(one.words[0])) else body_name(one.name)
    return Sorted(one, "person", key, "the same full name", named, open=named is not None)


def _place(one: Portrait) -> Sorted | None:
    if not is_proper(one.name):
        return None
    return Sorted(one, "place", ("place", *one.words), "the same place", body_name(one.name), open=True)


def _body(one: Portrait) -> Sorted | None:
    named = body_name(one.name)
    if named is None or (one.kind == "group" and len(one.words) == 1 and as_acronym(one.name) is None):
        return None
    if one.words[-1] in (lexicon.PERSONS | lexicon.PLURALS) - {"police"}:
        return None  # "Chinese President", "Korvia officials"
    if named.exact is None:
        named = replace(named, whose=_owner(one, named))
    key = named.exact
    return Sorted(one, "body", None if key is None else ("body", *key), "the same name", named)


def _owner(one: Portrait, named: BodyName) -> str | None:
    """Whose a body with a common name is by its other mentions: "the British Finance Ministry", later "the ministry"."""
    others = (body_name(words) for words in one.said)
    owners = {other.whose for other in others if other is not None and other.whose and other.rest == named.rest}
    return owners.pop() if len(owners) == 1 else None


# What other texts tell of it.


def taken_together(ones: Sequence[Sorted]) -> list[Sorted]:
    """The same, each taken for what the others show it to be.

    What is read as a person or a place for want of better is the body whose name it has in full; what is read as a body,
    but is a title before somebody's full name, is that person ("Korvia Harbour Chief Ana Velez").
    """
    keys = {one.key for one in ones}
    return [_as_body(_as_person(one, keys), keys) for one in ones]


def _as_body(one: Sorted, keys: set[Key | None]) -> Sorted:
    if not one.open or len(one.portrait.words) == 1 or one.body is None or one.body.exact is None:
        return one
    key = ("body", *one.body.exact)
    return replace(one, sort="body", key=key, why="the same name") if key in keys else one


def _as_person(one: Sorted, keys: set[Key | None]) -> Sorted:
    words = one.portrait.words
    for length in (2, 3) if one.sort == "body" else ():
        own = words[-length:]
        titled = len(words) > length and words[-length - 1] in vocabulary.TITLES | lexicon.PERSONS
        if titled and ("person", *own) in keys:
            portrait = replace(one.portrait, name=" ".join(one.portrait.name.split()[-length:]), words=own)
            return Sorted(portrait, "person", ("person", *own), "the same full name, after a title")
    return one
