"""What the words of a source tell about it: what kind of source it is, whether it is named, and how many it is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wherefrom.model import Number, SourceKind

from . import lexicon
from .numbers import number_of
from .quotations import bare, without_possessive

_CLAUSE = re.compile(
    r",|\s[—–-]\s|\(|(?<![\w-])(?:(?-i:who)|whom|whose|which|that|with|familiar|close|of|from|in|at|for|on|to|by|about|as|inside|within|"
    r"near|briefed|speaking|citing|quoting|including|under|over|involved|monitoring|based|cited|quoted)(?![\w-])",
    re.IGNORECASE,
)
"""Where the head of a noun phrase ends: what follows describes it."""

_WORD = re.compile(r"[\w&][\w&.'’-]*")
_ADJECTIVES = frozenset(
    """american british chinese russian french german european western eastern african asian israeli iranian indian
    ukrainian turkish japanese korean mexican canadian australian english irish scottish welsh italian spanish saudi
    syrian iraqi afghan pakistani polish dutch greek swedish norwegian danish finnish swiss austrian arab muslim
    christian jewish catholic democratic republican conservative liberal labour federal national international former
    senior""".split()
)
"""Words with a capital that name nobody by themselves: "American officials" are not named."""

_TITLES = frozenset(
    """mr mrs ms miss mx dr sir lord lady dame prof professor sen senator rep representative gov governor gen general
    col colonel maj major lt lieutenant capt captain sgt sergeant adm admiral pres president vice minister secretary
    chancellor ambassador judge justice mayor king queen prince princess pope rev reverend father sister chairman
    chairwoman director spokesman spokeswoman spokesperson attorney officer detective inspector lawyer analyst
    commander""".split()
)
_ACRONYMS = frozenset({"WHO", "US", "IT"})
"""Names that would be pronouns in lower case."""

_HONORIFICS = frozenset("mr mrs ms miss mx dr sir lord lady dame".split())
_SITE = re.compile(r"\b[\w-]{1,63}\.(?:com|net|org|co\.uk|news|info|tv)\b", re.IGNORECASE)
_SPOKESPERSON = re.compile(
    r"^(?:(?:an?|the|another)\s)?(?:(?P<whose>(?-i:[A-Z])[^,]{0,60})\s|[a-z-]{1,20}\s)?spokes(?:man|woman|person|people|men|women)"
    r"(?:\s(?:for|of|from|at)\s(?:the\s)?(?P<after>[^,]{1,80}))?$",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(
    rf"(?:(?:an?|the)\s)?(?:[a-z-]{{1,20}}\s){{0,3}}(?:{'|'.join(sorted(lexicon.DOCUMENTS))}|accounts|minutes|emails|notices?)\s"
    r"(?:(?:filed|issued|published|released|written|signed|sent|prepared|commissioned)\s)?(?:by|from|of)\s(?:the\s)?(?P<who>[A-Z].{1,60})"
)
"""A paper that is told apart by whose it is: "accounts filed by Orrin Motors"; "a memo seen by the Herald" is anybody's."""

_PLURAL_OF_PEOPLE = re.compile(r"\w{2,}(?:ers|ors|ists|ians|ives|ents|ants|men|women)")
_ONE_OF = re.compile(
    r"(?:another |the other )?one of (?:the|his|her|their|its|these|those|two|three|four|several|many)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:an?|the)\s+(?:couple|number|handful|majority|lot|range|series|minority|host|pair)\s+of\b"
    r"|(?:\d{2,}|\d{1,3},\d{3}|[2-9]|two|three|four|five|six|seven|eight|nine|ten|\w+-quarters|\w+-thirds)\s+[a-z]",
    re.IGNORECASE,
)
_ANY = frozenset("a an one another some any no every each".split())
_DETERMINERS = _ANY | frozenset(
    "the this that these those his her its their our two three several many most both neither either all".split()
)


@dataclass(frozen=True, slots=True)
class Described:
    """A source as its own words describe it; see `Source` for the fields."""

    kind: SourceKind
    named: bool
    number: Number | None


@lru_cache(maxsize=2048)  # the same names come again and again in a text
def describe(words: str) -> Described:
    """What kind of source these words mean and whether they name it; pronouns are resolved elsewhere."""
    words = without_possessive(bare(words))
    kind = kind_of(words)
    number = number_of(words, person=kind == "person") if kind in {"group", "person"} else None
    return Described(kind, named=is_named(words), number=number)


def kind_of(words: str) -> SourceKind:
    """What kind of source these words mean, by the noun that heads them."""
    if is_outlet(words):
        return "outlet"
    head = _head(words)
    parts = [without_possessive(part.lower()) for part in _WORD.findall(head)]
    last = parts[-1] if parts else ""
    if (_ONE_OF.match(words) is not None and last in lexicon.PLURALS) or (
        parts and parts[0].rstrip(".") in _HONORIFICS
    ):
        return "person"
    if head.split()[-1:] and head.split()[-1] in _ACRONYMS:
        return "organisation"
    return _KINDS_OF_PRONOUNS.get(last) or _kind_of_noun(words, head, parts)


def _kind_of_noun(words: str, head: str, parts: list[str]) -> SourceKind:
    """The kind of a source that is no pronoun and no outlet."""
    last = parts[-1] if parts else ""
    if _SEVERAL.match(words) is not None:
        return "group"
    if " and " in words.lower() and _named_parts(words) > 1:
        return "group"
    for kind, nouns in _HEADS:
        if last in nouns:
            return kind
    return _kind_of_name(head, parts)


def _kind_of_name(head: str, parts: list[str]) -> SourceKind:
    """The kind of a source whose last word is no common noun."""
    if _is_plural_of_people(parts):
        return "group"
    person = _looks_like_person(head)
    if not person and any(part in lexicon.ORGANISATIONS for part in parts):
        return "organisation"
    if re.fullmatch(r"(?:the )?[A-Z][A-Z&.0-9]{1,7}", head.strip()) or (parts and parts[-1] in lexicon.STATES):
        return "organisation"
    return "group" if not person and head.islower() and head.endswith("s") else "person"


@lru_cache(maxsize=2048)
def is_outlet(words: str) -> bool:
    """Whether these words mean a newspaper, a broadcaster or an agency: "the UK daily, Express", "Reuters"."""
    site = _SITE.search(words) is not None
    while words:
        head = _head(words)
        tokens = _WORD.findall(head)
        if not tokens or tokens[0].lower().rstrip(".") in _HONORIFICS:
            return False
        if site or _heads_outlet(head, tokens):
            return True
        words = words[len(head) :].lstrip(" ,")
        if not words[:1].isupper():
            return False
    return False


def _heads_outlet(head: str, tokens: list[str]) -> bool:
    """Whether a noun phrase is an outlet's: by its noun, the noun before its name, or a name that outlets have."""
    last = without_possessive(tokens[-1])
    if last.lower() in lexicon.OUTLET_NOUNS and not _looks_like_person(head):
        return True
    if not last[:1].isupper():
        return False
    before = len(tokens) > 1 and tokens[-2].lower() in lexicon.OUTLET_NOUNS
    return before or (last.lower() in lexicon.OUTLET_NAMES and not _person_before(tokens))


def is_named(words: str) -> bool:
    """Whether these words contain the name of whom they mean: not "US officials" or "a source at Apple".

    Somebody who speaks for a named body says what the body says: "a spokeswoman for Orrin Motors" counts as named.
    """
    if any(part.lower() in lexicon.UNNAMED_QUALIFIERS for part in words.split()):
        return False
    head = _head(words)
    if _names(head, opening=True) or _is_the_only(head) or _SITE.search(words) is not None or _speaks_for_a_name(words):
        return True
    written = _WRITTEN_BY.match(words)
    if written is not None and _names(_head(written["who"]), opening=False):
        return True
    # "a spokesman, John Smith" and "the UK daily, Express": the name stands in apposition.
    apposition = re.match(r"[^,]*,\s*((?:[A-Z][\w.'’-]*\s?)+)", words)
    if apposition is not None and _names(apposition.group(1), opening=False):
        return True
    # "a spokesperson for Tarn & Co., Ilva Brandt": two capitals at least after the last comma.
    last = re.search(r",\s*([A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){1,3})$", words)
    return last is not None and _names(last.group(1), opening=False)


def is_pronoun(words: str) -> bool:
    """Whether these words only point to a source that is named or described elsewhere."""
    word = without_possessive(bare(words))
    if word in _ACRONYMS:
        return False
    word = word.lower()
    return word in lexicon.PERSONAL or word in lexicon.IMPERSONAL


def _head(words: str) -> str:
    """The noun phrase up to what follows and describes its head."""
    words = re.sub(r"^(?:both|all|some|many|most|several|two|three|one) of ", "", words.strip(), flags=re.IGNORECASE)
    end = _CLAUSE.search(words, 1)
    return words[: end.start()] if end and words[: end.start()].strip() else words


def _names(head: str, *, opening: bool) -> bool:
    """Whether the last word of a noun phrase is a name: capitalised, and no nationality, title or common noun."""
    tokens = [without_possessive(token) for token in _WORD.findall(head)]
    while tokens and tokens[0].lower() in _DETERMINERS:
        tokens = tokens[1:]
    if not tokens or not tokens[-1][:1].isupper():
        return False
    last = tokens[-1].lower().rstrip(".")
    if last in _ADJECTIVES or (last in _TITLES and len(tokens) == 1) or is_pronoun(tokens[-1]) or last in _DETERMINERS:
        return False
    if len(tokens) == 1 and opening:
        acronym = re.fullmatch(r"[A-Z][A-Z0-9]+|Nato|Unesco|Unicef|Interpol|Kremlin|Pentagon", tokens[0]) is not None
        return acronym or not (_is_common(last) or _is_plural_of_people([last]))
    # "Two officials" and "Sources" begin a sentence; "Justice Department" and "White House" end in a capital.
    return not (_is_common(last) and sum(token[:1].isupper() for token in tokens) == 1)


def _speaks_for_a_name(words: str) -> bool:
    """Whether these words are a spokesperson's and name the body: "an Orrin Motors spokesman", "a spokeswoman for Rovers"."""
    found = _SPOKESPERSON.search(words)
    if found is None:
        return False
    body = _head(found["whose"] or found["after"] or "")
    last = body.split()[-1:]
    return bool(last and last[0][:1].isupper() and not _is_adjective(last[0])) or _is_the_only(body)


def _is_plural_of_people(parts: list[str]) -> bool:
    """Whether a lone word means several people by what they do: "Rescuers", "Detectives", "Residents"."""
    return (
        len(parts) == 1 and parts[0] not in lexicon.OUTLET_NAMES and _PLURAL_OF_PEOPLE.fullmatch(parts[0]) is not None
    )


def _is_the_only(head: str) -> bool:
    """Whether a body or document is named by whose it is.

    "The Obama administration", "Korvia's coast guard" and "a Herald report" are, "a US company" and "a report" not.
    """
    tokens = [without_possessive(token) for token in _WORD.findall(head)]
    if len(tokens) < 2:
        return False
    last = tokens[-1].lower()
    names = [token for token in tokens[:-1] if token[:1].isupper() and token.lower() not in _DETERMINERS]
    if last in lexicon.DOCUMENTS or last in lexicon.OUTLET_NOUNS:
        return any(_names_a_body(name, opens=name == tokens[0]) for name in names)
    if last not in lexicon.ORGANISATIONS or tokens[0].lower() in _ANY:
        return False
    return bool(names) or tokens[-1][:1].isupper()


def _names_a_body(token: str, *, opens: bool) -> bool:
    """Whether a capitalised word before "report" is whose it is; the first word's capital may be the sentence's."""
    if _is_adjective(token):
        return False
    return not opens or token.lower() in lexicon.OUTLET_NAMES | lexicon.STATES or token.isupper()


def _is_common(word: str) -> bool:
    return any(word in nouns for _, nouns in _HEADS) or word in lexicon.OUTLET_NOUNS


def _looks_like_person(head: str) -> bool:
    tokens = _WORD.findall(head)
    names = [token for token in tokens if token[:1].isupper() and not _is_adjective(token)]
    if any(token.lower().rstrip(".") in _TITLES for token in tokens):
        return bool(tokens) and tokens[-1][:1].isupper()
    common = any(token.lower() in lexicon.ORGANISATIONS or token.lower() in lexicon.OUTLET_NAMES for token in names)
    return 1 <= len(names) <= 4 and not common and bool(tokens) and tokens[-1][:1].isupper()


def _is_adjective(token: str) -> bool:
    return (
        token.lower().rstrip(".") in _ADJECTIVES
        or re.fullmatch(r"U\.?[SK]\.?|E\.?U\.?|U\.?N\.?|GOP", token) is not None
    )


def _person_before(tokens: list[str]) -> bool:
    """Whether the words before an outlet's last word make it a surname: a title ("Mr. Post") or an initial."""
    return any(
        token.lower().rstrip(".") in _TITLES or re.fullmatch(r"[A-Z]\.", token) is not None for token in tokens[:-1]
    )


def _named_parts(words: str) -> int:
    return sum(_names(_head(part), opening=True) for part in re.split(r",| and ", words))


_HEADS: tuple[tuple[SourceKind, frozenset[str]], ...] = (
    ("group", lexicon.PLURALS),
    ("document", lexicon.DOCUMENTS),
    ("person", lexicon.PERSONS),
    ("organisation", lexicon.ORGANISATIONS),
)

_KINDS_OF_PRONOUNS: dict[str, SourceKind] = {
    **dict.fromkeys(lexicon.PERSONAL, "person"),
    **dict.fromkeys(("they", "we", "them", "us", "our", "their", "ours", "theirs"), "group"),
    **dict.fromkeys(lexicon.IMPERSONAL, "organisation"),
}
