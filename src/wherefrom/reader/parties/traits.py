"""What a mention's own words tell: how it means, whom it may mean, and by which noun or name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wherefrom.reader import lexicon
from wherefrom.reader.mentions import Mention, MentionKind
from wherefrom.reader.quotations import bare, without_possessive
from wherefrom.reader.sources import is_outlet

from . import vocabulary
from .given_names import HERS, HIS

Form = Literal["name", "definite", "indefinite", "personal", "first", "second", "relative", "nobody"]
"""How a mention means. A definite phrase ("the mayor", "his wife") may point back, an indefinite one ("a mayor",
"officials") brings somebody new; "nobody" are words such as "this" and "others", which mean no party."""

_WORD = re.compile(r"[\w&@][\w&.@'’-]*")
_CAPITALS = re.compile(
    r"(?:[A-Z][\w’'-]*\.?|de|van|von|bin|al|el|la|der)(?:\s+(?:[A-Z][\w’'-]*\.?|de|van|von|bin|al|el|la|der))*"
)
_RUN = re.compile(r"[A-Z][\w&.’'-]*(?:\s+(?:(?:of|for|and|the|&)\s+)*[A-Z][\w&.’'-]*)*")
_PEOPLE = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "media": "medium",
    "police": "police",
}
_OF_MANY = re.compile(
    r"(?:group|team|number|couple|pair|trio|handful|dozens|hundreds|crowd|coalition|panel|string|series|majority|percent)\s+of\s+"
    r"(?:[\w-]{1,30}\s+){0,3}?([\w-]{2,30}s)\b(?!\s+[a-z]+s\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r",\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]{1,20}\s){0,3}([a-z][\w-]{2,20})(?=[,.;]|\s(?:who|for|of|at|in)\b)"
)
"""What a name is said to be right after it: "Bo Orrin, a Tarn lawyer,"."""

_OTHERS = re.compile(r"['’]s?\s")
"""Behind whom a phrase names first: "Ms Velez's predecessor, Bo Orrin" is no Ms."""

_SINGULAR_S = re.compile(r"(?:ss|us|is|ics|news|series|species)$")

MALE, FEMALE = frozenset({"male"}), frozenset({"female"})
EITHER = MALE | FEMALE
ONE, MANY, BODY = "one", "many", "body"
"""Numbers: one person or thing, several, and a body, which is "it" and "they"."""

_OF_IT = frozenset({"organisation", "outlet", "place", "document", "event", "other", "group"})
_BODIES = frozenset({"organisation", "outlet", "place", "group"})
_PAPERS = frozenset({"outlet"})
_GROUP, _PAPER = frozenset({"group"}), frozenset({"document"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whom words may mean: every kind, number and gender that they leave open."""

    kinds: frozenset[str]
    numbers: frozenset[str]
    genders: frozenset[str] = EITHER

    def met(self, other: "Agreement") -> "Agreement | None":
        """What is left open by both; None where they contradict each other."""
        kinds, numbers = self.kinds & other.kinds, self.numbers & other.numbers
        genders = self.genders & other.genders
        return Agreement(kinds, numbers, genders) if kinds and numbers and genders else None


@dataclass(frozen=True, slots=True)
class Traits:
    """What the words of one mention tell.

    `name` holds the parts of a name without titles and articles; `noun` the head noun in the singular and lower case,
    also of a title ("Sen. Velez": senator); `modifiers` the words between article and head,
    and those before a person's name.
    """

    form: Form
    agreement: Agreement
    noun: str = ""
    name: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    possessive: bool = False


def traits(text: str, mention: Mention) -> Traits:
    """The traits of a mention in this text."""
    words = bare(text[slice(*mention.span)])
    plain = without_possessive(words)
    pointing = _pronoun(plain.lower()) if plain not in {"US", "IT", "WHO"} else None
    if pointing is not None:
        return pointing
    if mention.pronoun:
        return Traits("nobody", Agreement(_OF_IT, frozenset({ONE, MANY, BODY})))
    span = _name_span(text, mention)
    if span is not None:
        return _named(text, mention, text[slice(*span)])
    return _described(text, mention)


def _pronoun(word: str) -> Traits | None:
    person, group = frozenset({"person"}), frozenset({"group"})
    agreement: Agreement
    form: Form = "personal"
    if word in vocabulary.HE | vocabulary.SHE:
        agreement = Agreement(person, frozenset({ONE}), MALE if word in vocabulary.HE else FEMALE)
    elif word in vocabulary.IT:
        agreement = Agreement(_OF_IT, frozenset({ONE, BODY}))
    elif word in vocabulary.THEY:
        agreement = Agreement(_OF_IT, frozenset({MANY, BODY}))
    elif word in vocabulary.I:
        form, agreement = "first", Agreement(person, frozenset({ONE}))
    elif word in vocabulary.WE:
        form, agreement = "first", Agreement(group | {"organisation", "outlet"}, frozenset({MANY, BODY}))
    elif word in vocabulary.YOU:
        form, agreement = "second", Agreement(person | group, frozenset({ONE, MANY}))
    elif word in vocabulary.RELATIVE:
        kinds = person | group | {"organisation"} if word in {"who", "whom"} else _OF_IT | person
        form, agreement = "relative", Agreement(kinds, frozenset({ONE, MANY, BODY}))
    elif word in vocabulary.NOBODY:
        form, agreement = "nobody", Agreement(_OF_IT | person, frozenset({ONE, MANY, BODY}))
    else:
        return None
    return Traits(form, agreement, possessive=word in vocabulary.POSSESSIVE)


# Names.


def _name_span(text: str, mention: Mention) -> tuple[int, int] | None:
    """Where the mention's name stands: as the encoder says, or capitals right after a title that heads the mention."""
    if mention.name is not None:
        name = text[slice(*mention.name)]
        head = text[slice(*mention.head)].lower()
        alone = name.lower().rstrip(".")
        common = alone in vocabulary.TITLES or alone in lexicon.PERSONS or alone in lexicon.PLURALS
        return None if common and alone == head.rstrip(".") else mention.name
    if mention.kind in {"organisation", "outlet", "place"}:
        return _capitals(text, mention)
    if mention.kind != "person":
        return None
    after = re.match(r"\s+", text[mention.head.end : mention.span.end])
    if after is None:
        return None
    start = mention.head.end + after.end()
    capitals = _CAPITALS.match(text, start, mention.span.end)
    if capitals is None or not capitals.group()[0].isupper():
        return None
    return start, capitals.end()


def _capitals(text: str, mention: Mention) -> tuple[int, int] | None:
    """The run of capitalised words that holds the head, one word only after an article: "the Democratic Party"."""
    for run in _RUN.finditer(text, mention.span.start, mention.span.end):
        start = run.start() + len(run.group()) - len(re.sub(r"^[Tt]he\s+", "", run.group()))
        if start <= mention.head.start and mention.head.end <= run.end():
            several = len(re.findall(r"[A-Z]", text[start : run.end()])) > 1
            return (start, run.end()) if several or start > run.start() else None
    return None


def _named(text: str, mention: Mention, name: str) -> Traits:
    before = text[mention.span.start : mention.span.end]
    outlet = mention.kind in {"outlet", "organisation", "document", "other"} and is_outlet(name)
    parts = tuple(_plain(part) for part in _WORD.findall(without_possessive(bare(name))))
    if mention.kind == "person" and (owned := re.search(r"['’]s?\s", name)) is not None:
        name = name[owned.end() :]  # "Korvia's Prime Minister Ana Velez"
        parts = tuple(_plain(part) for part in _WORD.findall(without_possessive(bare(name))))
    if mention.kind != "person":
        parts = parts[1:] if len(parts) > 1 and parts[0].lower() == "the" else parts
        return Traits("name", _of_body("outlet" if outlet else mention.kind, parts), name=parts, nouns=_nouns_in(parts))
    titles, own = _without_titles(parts)
    ahead = _OTHERS.split(before.split(name, maxsplit=1)[0])[-1]
    lead = [_plain(word).lower().rstrip(".") for word in _WORD.findall(ahead)]
    told = {word.lower().rstrip(".") for word in titles} | set(lead)
    nouns = frozenset(vocabulary.TITLE_NOUNS.get(word, word) for word in told if word in vocabulary.TITLES)
    beside = _BESIDE.match(text, mention.span.end)
    if beside is not None and beside[1].lower() in vocabulary.TITLES | lexicon.PERSONS:
        nouns |= {beside[1].lower()}
    gender = _gender_of(told, own)
    agreement = Agreement(frozenset({"person"}), frozenset({ONE}), gender)
    return Traits("name", agreement, name=own, nouns=nouns, modifiers=frozenset(told) - nouns)


def _of_body(kind: str, parts: tuple[str, ...]) -> Agreement:
    kinds = {
        "organisation": frozenset({"organisation", "outlet"}),
        "outlet": frozenset({"outlet", "organisation"}),
        "place": frozenset({"place", "organisation"}),
        "group": frozenset({"group", "organisation"}),
        "document": frozenset({"document", "other"}),
    }.get(kind, frozenset({kind}))
    if kind == "group":
        last = parts[-1].lower() if parts else ""
        return Agreement(kinds, frozenset({MANY, BODY} if last.endswith("s") else {BODY, MANY, ONE}))
    return Agreement(kinds, frozenset({ONE, BODY} if kinds & _BODIES else {ONE}))


def _without_titles(parts: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles and the name itself: "Secretary of State Ana Velez" is Ana Velez."""
    own = list(parts)
    while len(own) > 1 and own[-1].lower().rstrip(".") in vocabulary.SUFFIXES:
        own.pop()
    cut = 0
    for number, part in enumerate(own[:-1]):
        if part.lower().rstrip(".") in vocabulary.TITLES or (part.lower() in {"of", "the", "for"} and cut == number):
            cut = number + 1
        elif cut == number and number > 0 and own[number - 1].lower() in {"of", "the"}:
            cut = number + 1  # the "State" of "Secretary of State"
    return parts[:cut], tuple(own[cut:])


def _gender_of(told: set[str], own: tuple[str, ...]) -> frozenset[str]:
    if told & (vocabulary.HE_TITLES | vocabulary.HE_NOUNS):
        return MALE
    if told & (vocabulary.SHE_TITLES | vocabulary.SHE_NOUNS):
        return FEMALE
    first = own[0].lower() if len(own) > 1 else ""
    return MALE if first in HIS else FEMALE if first in HERS else EITHER


def _nouns_in(parts: tuple[str, ...]) -> frozenset[str]:
    """Common nouns that a body's name contains: "Justice Department" is a department."""
    low = frozenset(part.lower() for part in parts)
    return low & (lexicon.ORGANISATIONS | lexicon.OUTLET_NOUNS | lexicon.DOCUMENTS)


# Descriptions.


def _described(text: str, mention: Mention) -> Traits:
    before = [_plain(word) for word in _WORD.findall(text[mention.span.start : mention.head.start])]
    head = _plain(text[slice(*mention.head)])
    lead = before[0].lower() if before else ""
    noun, several = singular(head)
    possessed = any(
        re.search(r"['’]s?$", word) for word in _WORD.findall(text[mention.span.start : mention.head.start])
    )
    if (
        lead in vocabulary.DEFINITE
        or lead in vocabulary.POSSESSIVE
        or possessed
        or head.lower() in vocabulary.DEFINITE_ALONE
    ):
        form: Form = "definite"
    else:
        form = "indefinite"
    if lead == "no":
        form = "nobody"
    determiners = vocabulary.DEFINITE | vocabulary.INDEFINITE | vocabulary.POSSESSIVE
    modifiers = frozenset(word.lower() for word in before if word.lower() not in determiners)
    one = several and re.match(
        r"(?:one|another|each|none|neither|either) of\b", text[mention.span.start : mention.head.start], re.IGNORECASE
    )
    agreement = _of_noun(mention.kind, noun, several=several and not one)
    nouns = frozenset({noun, *_many_of(text[mention.head.start : mention.span.end])})
    return Traits(form, agreement, noun=noun, nouns=nouns, modifiers=modifiers, possessive=possessed)


def _many_of(words: str) -> Iterator[str]:
    """Whom a group is of, in the singular: "a group of researchers" are researchers."""
    found = _OF_MANY.match(words)
    if found is not None:
        noun, several = singular(found[1])
        if several:
            yield noun


def _of_noun(kind: MentionKind, noun: str, *, several: bool) -> Agreement:
    if noun in vocabulary.DEFINITE_ALONE or noun in {"couple", "pair", "team", "family", "crew", "group"}:
        return Agreement(frozenset({"group", "organisation"}), frozenset({MANY, BODY}))
    if kind in {"person", "group"}:
        if several:
            return Agreement(frozenset({"group"}), frozenset({MANY}))
        gender = MALE if noun in vocabulary.HE_NOUNS else FEMALE if noun in vocabulary.SHE_NOUNS else EITHER
        if kind == "person":
            return Agreement(frozenset({"person"}), frozenset({ONE}), gender)
        return Agreement(frozenset({"group", "organisation"}), frozenset({MANY, BODY}))
    kinds = _of_body(kind, ()).kinds
    if noun in lexicon.OUTLET_NOUNS and kind != "place":
        kinds = frozenset({"outlet", "organisation"}) | (_PAPER if noun in {"paper", "journal"} else frozenset())
    elif noun in lexicon.DOCUMENTS and kind not in {"organisation", "place", "event"}:
        kinds = frozenset({"document", "other"}) | (_PAPERS if noun in vocabulary.PUBLISHED else frozenset())
    elif kind == "other":
        kinds = frozenset({"other", "document"})
    if several:
        return Agreement(kinds | (_GROUP if kinds & _BODIES else frozenset()), frozenset({MANY}))
    return Agreement(kinds, frozenset({ONE, BODY} if kinds & _BODIES else {ONE}))


def singular(head: str) -> tuple[str, bool]:
    """A noun in the singular and lower case, and whether it stood in the plural."""
    word = head.lower()
    if word in _PEOPLE:
        return _PEOPLE[word], word != "police"
    if word.endswith(("men", "women")) and len(word) > 4:
        return f"{word[:-2]}an", True
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y", True
    if word.endswith("s") and _SINGULAR_S.search(word) is None and len(word) > 3:
        return (word[:-2] if re.search(r"(?:ch|sh|x|ss)es$", word) else word[:-1]), True
    return word, False


def _plain(word: str) -> str:
    return without_possessive(word).strip("'’-")
