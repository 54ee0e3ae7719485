"""Names in GUM: what its treebank and its mentions together tell of where a name begins and ends.

A name is the name inside a mention of a person, an organization or a place that is headed by a proper noun, or by a common
noun with a name joined to it ("spokeswoman Ann Lee"): see `name_in`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wherefrom.model import Span

from .gum import GumDocument, GumToken

Kind = Literal["person", "organisation", "place"]

OF_GUM: Mapping[str, Kind] = {"person": "person", "organization": "organisation", "place": "place"}

JOINING = frozenset({"of", "the", "for", "and", "&", "-", "/"})
"""Words and signs within a name, if a proper noun follows."""

OFFICES = frozenset(
    """administrator attorney chair chairman chairwoman commissioner counsel democrat director editor general governor
    judge justice manager mayor member minister mp officer premier president professor republican representative
    secretary senator speaker spokesman spokesperson spokeswoman treasurer""".split()
)
"""Offices, which the treebank tags as proper nouns where they are capitalised: by themselves they are no names."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in a text and what it names."""

    span: Span
    kind: Kind


def tokens_of(document: GumDocument) -> list[GumToken]:
    """The words of a document in the order of the text."""
    return [token for sentence in document.sentences for token in sentence]


def head_in(tokens: Sequence[GumToken], places: Sequence[int]) -> int:
    """The place of the word that heads a stretch: the first that depends on none of the others.

    A stretch that is no phrase of the treebank's may have several such words: proper nouns go first, then nouns.
    """
    inside = set(places)
    tops = [place for place in places if tokens[place].governor not in inside] or list(places)
    return min(
        tops, key=lambda place: (not is_proper(tokens[place]), tokens[place].upos not in {"NOUN", "PRON"}, place)
    )


def head_words(tokens: Sequence[GumToken], places: Sequence[int]) -> list[int]:
    """The places of the word that heads a stretch and of what is joined to it, as a family name is to a given name."""
    head = head_in(tokens, places)
    return [place for place in places if place == head or _is_joined(tokens, place, head)]


def name_in(tokens: Sequence[GumToken], places: Sequence[int], kind: Kind) -> Span | None:
    """The name in a stretch of words, None where its head is no name.

    A person's name is the head with the proper nouns that the treebank joins to it as `flat`: given and family names,
    without titles or an office. Any other name is the run of proper nouns around the head, joined by "of", "the", "for",
    "and", "&", hyphen or stroke. Where the head is a common noun with a name joined to it without a comma
    ("spokeswoman Ann Lee"), it is that name. Words with Penn's proper tags are proper nouns, whatever they would be by themselves ("Western
    Australia"). Neither an office ("the Senator") nor a proper noun in the plural ("Texans") is a person's name.
    """
    head = head_in(tokens, places)
    named = [place for place in head_words(tokens, places) if is_proper(tokens[place])]
    if not named or (kind == "person" and _is_no_person(tokens[named[-1]])):
        return None
    if kind != "person" and is_proper(tokens[head]):
        named = _run(tokens, places, head)
    return Span(tokens[named[0]].span[0], tokens[named[-1]].span[1])


def is_proper(token: GumToken) -> bool:
    """Whether it is a proper noun, by its universal or its Penn part of speech."""
    return token.upos == "PROPN" or token.xpos in {"NNP", "NNPS"}


def _is_no_person(token: GumToken) -> bool:
    return token.xpos == "NNPS" or token.lemma.lower() in OFFICES


def _is_joined(tokens: Sequence[GumToken], place: int, head: int) -> bool:
    """Whether a word is joined to the head as `flat`, over others if need be, or stands right behind it as its name."""
    while tokens[place].relation in {"flat", "appos"}:
        above = tokens[place].governor
        if above is None or (tokens[place].relation == "appos" and place != above + 1):
            return False
        if above == head:
            return True
        place = above
    return False


def _run(tokens: Sequence[GumToken], places: Sequence[int], head: int) -> list[int]:
    """The proper nouns around the head, with what joins them."""

    def reached(onward: Iterable[int]) -> int:
        furthest = head
        for place in onward:
            if is_proper(tokens[place]):
                furthest = place
            elif tokens[place].lemma.lower() not in JOINING or abs(place - furthest) > 2:
                break
        return furthest

    at = list(places).index(head)
    return list(range(reached(reversed(places[:at])), reached(places[at + 1 :]) + 1))


def gold_names(document: GumDocument) -> list[Name]:
    """The names in the document's mentions, the longest of those within one another."""
    tokens = tokens_of(document)
    found: dict[Span, tuple[int, Kind]] = {}
    for mention in document.mentions:
        kind = OF_GUM.get(mention.kind)
        places = places_of(tokens, Span(*mention.span))
        if kind is None or not places or _is_joined_by_and(tokens, places):
            continue
        span = name_in(tokens, places, kind)
        if span is not None:
            # Of several mentions with one name inside, the shortest tells what the name names.
            found[span] = min(found.get(span, (len(places), kind)), (len(places), kind))
    return _longest([Name(span, kind) for span, (_, kind) in found.items()])


def _is_joined_by_and(tokens: Sequence[GumToken], places: Sequence[int]) -> bool:
    head = head_in(tokens, places)
    return any(tokens[place].relation == "conj" and tokens[place].governor == head for place in places)


def places_of(tokens: Sequence[GumToken], span: Span) -> list[int]:
    """The places of the words that a span touches."""
    return [place for place, token in enumerate(tokens) if token.span[0] < span.end and span.start < token.span[1]]


def _longest(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        if not any(overlap(name.span, other.span) for other in kept):
            kept.append(name)
    return sorted(kept)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a letter."""
    return one.start < other.end and other.start < one.end


def trimmed(document: GumDocument, names: Iterable[Name]) -> list[Name]:
    """The names as `name_in` would have them; those that it cannot tell stay."""
    tokens = tokens_of(document)

    def one(name: Name) -> Name:
        places = places_of(tokens, name.span)
        return Name((name_in(tokens, places, name.kind) if places else None) or name.span, name.kind)

    return _longest({one(name) for name in names})
