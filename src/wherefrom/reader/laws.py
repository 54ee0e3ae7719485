"""Whether what a reader returned can be built upon: its words are the text's, and what it points to is there."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from wherefrom.model import Appearance, Document, Link, Party, slice_of

from .reading import Reading

_SHOWN = 40
"""Letters of a wrong quotation that are shown."""


def breach(document: Document, reading: object) -> str | None:
    """What is wrong with this reading of a document, in one plain line; None where nothing is."""
    if not isinstance(reading, Reading):
        return f"returned a {type(reading).__name__}, no Reading"
    try:
        return next(_breaches(document, reading), None)
    except (AttributeError, TypeError, ValueError) as error:
        return f"returned values that are not of their types ({' '.join(str(error).split())})"


def _breaches(document: Document, reading: Reading) -> Iterator[str]:
    name, text = document.id, document.text  # the id is a hash over all its bytes
    parties = [party.id for party in reading.parties]
    ids = [appearance.id for appearance in reading.appearances]
    for kind, given in (("parties", parties), ("appearances", ids)):
        if len(set(given)) < len(given):
            yield f"returned two {kind} with one id"
    for party in reading.parties:
        yield from _of_party(name, text, party)
    known = frozenset(parties)
    for appearance in reading.appearances:
        for why in _of_appearance(name, text, appearance, known):
            yield f"{why}, in the appearance {appearance.id!r}"


def _of_party(document: str, text: str, party: Party) -> Iterator[str]:
    for why in _of_values(party):
        yield f"{why}, of the party {party.id!r}"
    if not party.mentions:
        yield f"returned no mention of {party.id!r}"
    for mention in party.mentions:
        if mention.document != document:
            yield f"returned a mention of {party.id!r} in another document"
        if not mention.spans:
            yield f"returned a mention of {party.id!r} without spans"
        yield from _of_spans(text, mention.spans)


def _of_appearance(document: str, text: str, appearance: Appearance, parties: frozenset[str]) -> Iterator[str]:
    if appearance.document != document:
        yield "returned an appearance in another document"
    if not appearance.spans:
        yield "returned no spans"
    for part in _parts(appearance):
        yield from _of_values(part)
        yield from _of_part(text, part)
        for known in (*getattr(part, "parties", ()), *getattr(part, "about", ())):
            if known not in parties:
                yield f"returned an unknown party {known!r}"
        owner = getattr(part, "owner", None)
        if owner is not None and owner not in range(len(appearance.chain)):
            yield f"returned an owner, {owner!r}, that is no link of the chain"
    for number, link in enumerate(appearance.chain):
        if not _governs(link, appearance):
            yield f"returned a link, {number}, whose content does not hold the words"


def _of_part(text: str, part: Any) -> Iterator[str]:  # noqa: ANN401  any of the nouns
    """What is wrong with where a part stands, and with the words that it says stand there."""
    for place in ("spans", "content"):
        yield from _of_spans(text, getattr(part, place, ()))
    if hasattr(part, "spans") and hasattr(part, "text") and part.text != slice_of(text, part.spans):
        yield f"returned words that are not the text's, {str(part.text)[:_SHOWN]!r}"


def _governs(link: Link, appearance: Appearance) -> bool:
    """Whether the words of an appearance stand in what a link governs."""
    return all(any(start <= one.start and one.end <= end for start, end in link.content) for one in appearance.spans)


def _of_values(part: Any) -> Iterator[str]:  # noqa: ANN401  any of the nouns
    """What is wrong with the values that are one of a few."""
    for name, allowed in _allowed(part.__class__).items():
        value = getattr(part, name)
        if value not in allowed:
            yield f"returned {name} {value!r}, which is none of its values"


@cache
def _allowed(noun: type[Any]) -> Mapping[str, tuple[object, ...]]:
    """The fields of a noun that have one of a few values, and these."""
    found = {name: _values(hint) for name, hint in get_type_hints(noun).items()}
    return {name: values for name, values in found.items() if values is not None}


def _values(hint: object) -> tuple[object, ...] | None:
    """The values that a type names one by one; None where it names none."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if isinstance(hint, UnionType) or get_origin(hint) is Union:
        named = [(None,) if one is NoneType else _values(one) for one in get_args(hint)]
        return None if None in named else tuple(value for one in named if one for value in one)
    return None


def _of_spans(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[str]:
    at = 0
    for start, end in spans:
        if not at <= start < end <= len(text):
            yield f"returned spans outside the text, empty or out of order ({start}, {end})"
        at = end


def _parts(value: object) -> Iterator[object]:
    """The value and all nouns in it."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
