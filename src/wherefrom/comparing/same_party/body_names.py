"""Names of bodies taken apart: whose it is, what tells it apart from others, and what any country has of its own."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wherefrom.comparing.countries import countries, leading
from wherefrom.comparing.outlet_names import GENERIC, folded_words
from wherefrom.reader import lexicon
from wherefrom.reader.lexicon import MONTHS, WEEKDAYS

from .portraits import Words, is_proper

_SPELLINGS = {
    "corp": "corporation",
    "co": "company",
    "dept": "department",
    "govt": "government",
    "natl": "national",
    "intl": "international",
    "assn": "association",
    "univ": "university",
    "inst": "institute",
    "centre": "center",
    "defence": "defense",
    "organisation": "organization",
    "labour": "labor",
    "programme": "program",
    "harbour": "harbor",
    "theatre": "theater",
    "admin": "administration",
}

LEGAL = frozenset(
    "inc incorporated corporation company ltd limited llc llp plc gmbh ag sa spa nv bv ab asa oyj kk pty".split()
)
"""Words for a firm's legal form, which are often left out."""

TRADE = LEGAL | frozenset(
    """group holdings holding systems technologies technology capital partners industries enterprises ventures software
    labs laboratories solutions computer computers motors pharmaceuticals chemical chemicals electronics energy financial
    airlines airways international global news media network newspaper""".split()
)
"""Words after a firm's name that may be left out where nothing else can be meant."""

_HEADS = frozenset(
    """ministry department bureau office agency service services directorate secretariat commission committee council
    board authority court bank force forces guard police army navy party parliament house senate congress government
    administration cabinet treasury presidency judiciary military command corps tribunal university hospital school
    museum library union league federation chamber embassy consulate""".split()
)
_FIELDS = frozenset(
    """foreign affairs finance defense interior justice health education energy commerce trade agriculture transport
    transportation labor public security national federal central supreme high general armed air sea coast border customs
    tax electoral election communist socialist conservative liberal democratic green social ruling opposition
    intelligence secret prime president executive legislative municipal county city provincial regional local district
    safety emergency press representatives lords commons people prosecutor prosecutors prosecution attorney interior
    environment culture tourism sports science technology information communications industry economy economic planning
    budget revenue immigration citizenship veterans women youth water power crime criminal investigation
    appeal appeals constitutional administrative civil rescue fire town village metropolitan royal revolutionary
    workers labour liberation rural""".split()
)
_OWN = frozenset(
    """government administration parliament army military navy treasury senate congress cabinet presidency
    judiciary""".split()
)
"""Bodies of which a country has one; "the Chinese government" names it without capitals."""

_OWN_IN_FULL = frozenset("ministry department bank court forces force guard".split())
"""Heads that with the field before them name the one of a country: "the Korvian finance ministry"."""

_COMMON = (
    (lexicon.ORGANISATIONS - {"kremlin", "nato", "un", "fbi", "cia", "nsa", "mi5", "mi6", "pentagon"})
    | lexicon.DOCUMENTS
    | lexicon.PERSONS
    | lexicon.PLURALS
    | lexicon.OUTLET_NOUNS
    | GENERIC
    | _HEADS
    | _FIELDS
    | frozenset((*MONTHS, *WEEKDAYS, *(month[:3] for month in MONTHS), "sept"))
)
"""Words that alone name nobody who could be told from others of the kind."""

_OF_A_PLACE = frozenset("police administration council government parliament campaign".split())
"""Bodies of which a town or a person has one: "Brannock police", "the Orrin administration"."""

_TOKEN = re.compile(r"[^\s,;:()\[\]“”\"«»]+")
_INDEFINITE = re.compile(r"(?:an?|another|any|some|no|one)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name taken apart.

    `rest` is what is left without whose it is, in one spelling and without the legal form; `whose` a country's code or a
    name in the possessive. `common`: the rest alone could be any country's or town's ("Finance Ministry").
    """

    rest: Words
    whose: str | None
    common: bool

    @property
    def exact(self) -> tuple[str, str] | None:
        """What equal names have in common; None for a name that could be anybody's."""
        if self.common and self.whose is None:
            return None
        return (self.whose or "", "".join(self.rest))


@lru_cache(maxsize=1 << 16)
def body_name(name: str) -> BodyName | None:
    """The parts of a body's name; None for words that name none ("a US company", "investigators")."""
    if _INDEFINITE.match(name):
        return None
    words = tuple(_SPELLINGS.get(word, word) for word in folded_words(name))
    whose, taken = _whose(name, words)
    rest = _without_legal(words[taken:])
    if not rest:
        return None
    common = all(word in _HEADS or word in _FIELDS for word in rest) or (len(rest) == 1 and rest[0] in _COMMON)
    if not is_proper(name) and not (common and _is_its_own(name, rest, whose)) and not _is_of_a_place(name, rest):
        return None
    if {"ministry", "department"} & set(rest):
        rest = tuple(sorted(rest))  # "Department of Justice" is the "Justice Department"
    return BodyName(rest, whose, common)


def _whose(name: str, words: Words) -> tuple[str | None, int]:
    """Whose it is said to be, and how many words say so."""
    if len(words) < 2:
        return None, 0
    country = leading(words[:-1])
    if country is not None:
        return country
    first = _TOKEN.findall(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))[0]
    owned = re.match(r"(.+)['’]s?$", first)
    if owned is not None and first[:1].isupper() and all(word in _HEADS | _FIELDS for word in words[1:]):
        return words[0], 1  # "Korvia's Coast Guard", and not "Lloyd's Register"
    return None, 0


def _without_legal(words: Words) -> Words:
    end = len(words)
    while end > 1 and words[end - 1] in LEGAL:
        end -= 1
    return words[:end]


def _is_its_own(name: str, rest: Words, whose: str | None) -> bool:
    """Whether common words in lower case name the one body of a country: "the Chinese government"."""
    last = name.rsplit(maxsplit=1)[-1]
    if whose is None or (last.endswith("s") and last not in {"forces", "congress"}):
        return False
    return (len(rest) == 1 and rest[0] in _OWN) or (len(rest) > 1 and not _OWN_IN_FULL.isdisjoint(rest))


def _is_of_a_place(name: str, rest: Words) -> bool:
    """Whether it is a name with the one body of its kind in lower case: "Brannock police"."""
    *first, last = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE).split()
    return last in _OF_A_PLACE and bool(first) and is_proper(" ".join(first)) and not is_common(rest[:-1])


def is_common(words: Words) -> bool:
    """Whether words alone could be the name of many: "City", "Finance Ministry", a country."""
    return (
        all(word in _COMMON for word in words)
        or words in countries()
        or (len(words) == 1 and (words[0] in lexicon.STATES or words[0] in TRADE))
    )


def is_of_a_body(words: Words) -> bool:
    """Whether a name has a word that no person's name ends in: "Orrin Holdings", "Brannock Council"."""
    return any(word in TRADE or word in lexicon.ORGANISATIONS or word in _HEADS for word in words[1:])
