"""A statement as a person says it should have been read: made from the one that was, its words always those of the text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar, get_args

from wherefrom.model import (
    Act,
    Appearance,
    Basis,
    Certainty,
    Degree,
    Document,
    Hedge,
    Link,
    Nature,
    Polarity,
    Quote,
    Source,
    SourceKind,
    Span,
    Spans,
    Unreadable,
    Validity,
    Words,
    joined,
    slice_of,
)
from wherefrom.reader import Reading
from wherefrom.reader.laws import breach
from wherefrom.reader.particulars import Particulars
from wherefrom.reader.quotations import quotations
from wherefrom.reader.reading import CLAIMING

Changes = Mapping[str, Any]
"""What a person says of a statement, field by field.

`polarity`, `nature`, `quote`, `degree` (of its certainty): one of their values. `content`: its words, which stand in the document once, or
spans. `chain`: the links from the outermost on, each a mapping: `{"link": 0}` is the link that was there, with changes beside it; a new one
has `source` (words or spans, null where nobody is named), `cue`, `act`, `kind`, `named`, `basis`, `polarity`, `degree`, `to`, `once`. Or, in
its place, `drop`: links that are to go, by their numbers or the words of their sources; and `add`: such links, which come last, as the origin,
or before the link `at`.
"""

_PLAIN: Mapping[str, tuple[object, ...]] = {
    "polarity": get_args(Polarity),
    "nature": (None, *get_args(Nature)),
    "quote": (None, *get_args(Quote)),
}
_OF_LINK: Mapping[str, tuple[object, ...]] = {
    "act": get_args(Act),
    "basis": get_args(Basis),
    "polarity": get_args(Polarity),
    "degree": get_args(Degree),
    "once": (True, False),
}
_OF_SOURCE: Mapping[str, tuple[object, ...]] = {"kind": get_args(SourceKind), "named": (True, False)}
_FIELDS = {*_PLAIN, "degree", "content", "chain", "drop", "add"}
_LINK_FIELDS = {*_OF_LINK, *_OF_SOURCE, "link", "source", "cue", "to"}

Owned = TypeVar("Owned", Hedge, Validity)


def changed(document: Document, was: Appearance, changes: Changes) -> Appearance:
    """A statement with what a person changed in it.

    Where its content changes, quantities, times and what else its own words tell are read from the new ones. A hedge whose owner is no
    longer in the chain is the writer's. Who a new source is is left to the words: `corrections.corrected` finds the party that stands there.

    Raises:
        Unreadable: there is no such field or value, or words are not in the document once, or a link does not govern the content.
    """
    _known(changes, _FIELDS)
    given: dict[str, Any] = {
        name: _one_of(name, changes[name], values) for name, values in _PLAIN.items() if name in changes
    }
    one = was
    if "content" in changes:
        one = _with_content(document, one, place_of(document, changes["content"]))
    chain = _asked_chain(was, changes)
    if chain is not None:
        one = _with_chain(document, one, chain)
    if "degree" in changes:
        degree = _one_of("degree", changes["degree"], get_args(Degree))
        one = replace(one, certainty=Certainty(degree, one.certainty.hedges))
    one = replace(one, unsure=(), **given)
    if replace(one, unsure=was.unsure) == was:
        raise Unreadable(was.id, "nothing of it would change")
    one = replace(one, id=identity_of(one))
    _sound(document, one)
    return one


def identity_of(one: Appearance) -> str:
    """As the reader makes it, of document, words and cues, in the place of whose version a person stands."""
    cues = [link.cue.spans for link in one.chain if link.cue is not None]
    return f"a{sha256(repr((one.document, one.spans, cues, 'a person')).encode()).hexdigest()[:12]}"


def place_of(document: Document, told: Any) -> Spans:  # noqa: ANN401  words or spans
    """Where words stand that are in a document once; spans that are given are taken as they are.

    Raises Unreadable where they stand nowhere, or in several places, or are no places in the text.
    """
    if isinstance(told, str):
        count = document.text.count(told) if told.strip() else 0
        if count != 1:
            raise Unreadable(document.id, f"has the words {told[:60]!r} {'nowhere' if not count else f'{count} times'}")
        start = document.text.index(told)
        return (Span(start, start + len(told)),)
    try:
        spans = joined(Span(int(start), int(end)) for start, end in told)
    except (TypeError, ValueError, OverflowError) as error:
        raise Unreadable("spans", f"are pairs of numbers, or the words themselves: {told!r}") from error
    if not spans or spans[0].start < 0 or spans[-1].end > len(document.text):
        raise Unreadable(document.id, f"has no words at {told!r}")
    return spans


# --- parts of it


def _asked_chain(was: Appearance, changes: Changes) -> object:
    """The chain that is asked for, None where it is to stay; by links that go and links that come, or as a whole."""
    drop, add = changes.get("drop", ()), changes.get("add", ())
    if "chain" in changes:
        if drop or add:
            raise Unreadable("chain", "is told as a whole, or by what to drop and to add, and not both")
        return changes["chain"]
    for name, given in (("drop", drop), ("add", add)):
        if isinstance(given, str) or not isinstance(given, Sequence):
            raise Unreadable(name, f"is a list: {given!r}")
    if not drop and not add:
        return None
    gone = {_link_of(was, one) for one in drop}
    chain: list[object] = [{"link": number} for number in range(len(was.chain)) if number not in gone]
    for one in add:
        if not isinstance(one, Mapping):
            raise Unreadable("add", f"is a list of links: {one!r}")
        at = one.get("at", len(was.chain))
        before = sum(number not in gone for number in range(len(was.chain)) if isinstance(at, int) and number < at)
        chain.insert(before, {name: value for name, value in one.items() if name != "at"})
    return chain


def _link_of(was: Appearance, told: object) -> int:
    """The number of a link that is told by it, or by the words of its source."""
    found = [
        number
        for number, link in enumerate(was.chain)
        if number == told or (link.source is not None and link.source.text == told)
    ]
    if len(found) != 1:
        raise Unreadable("drop", f"{told!r} is {'no' if not found else 'more than one'} link of {was.id}")
    return found[0]


def _with_content(document: Document, was: Appearance, spans: Spans) -> Appearance:
    block = document.block_of(spans[0])
    if block is None or block.kind not in CLAIMING:
        raise Unreadable(document.id, "nothing is claimed at these words")
    chain = tuple(replace(link, content=joined((*link.content, *spans))) for link in was.chain)
    plain = replace(was, spans=spans, text=slice_of(document.text, spans), block=block.kind, chain=chain)
    blocks = [one for one in document.blocks if one.kind in CLAIMING]
    particulars = Particulars(document, [one.span for one in blocks], quotations(document.text, blocks), lambda _: None)
    told = particulars.told(plain, ())
    said = {one for one in was.times if one.role == "said"}
    times = tuple(sorted({*told.times, *said}, key=lambda one: (one.spans, one.role or "")))
    return replace(told, chain=chain, certainty=was.certainty, validity=told.validity or was.validity, times=times)


def _with_chain(document: Document, was: Appearance, told: object) -> Appearance:
    if isinstance(told, str) or not isinstance(told, Sequence) or not all(isinstance(one, Mapping) for one in told):
        raise Unreadable("chain", f"is a list of links: {told!r}")
    chain = tuple(_link(document, was, one) for one in told)
    kept = {one["link"]: number for number, one in enumerate(told) if "link" in one}
    hedges = tuple(_owned(hedge, kept) for hedge in was.certainty.hedges)
    validity = None if was.validity is None else _owned(was.validity, kept)
    return replace(was, chain=chain, certainty=replace(was.certainty, hedges=hedges), validity=validity)


def _link(document: Document, was: Appearance, told: Mapping[str, Any]) -> Link:
    _known(told, _LINK_FIELDS)
    number = told.get("link")
    if number is None:
        link = Link(None, None, "says", "stated", was.spans)
    elif isinstance(number, int) and number in range(len(was.chain)):
        link = was.chain[number]
    else:
        raise Unreadable("chain", f"there is no link {number!r} in {was.id}; the first is 0")
    given: dict[str, Any] = {
        name: _one_of(name, told[name], values) for name, values in _OF_LINK.items() if name in told
    }
    for name in ("cue", "to"):
        if name in told:
            given[name] = None if told[name] is None else Words.of(document.text, place_of(document, told[name]))
    return replace(link, source=_source(document, link.source, told), **given)


def _source(document: Document, was: Source | None, told: Mapping[str, Any]) -> Source | None:
    given: dict[str, Any] = {
        name: _one_of(name, told[name], values) for name, values in _OF_SOURCE.items() if name in told
    }
    if "source" not in told:
        if was is None and given:
            raise Unreadable("chain", "a link without a source has neither kind nor name")
        return was if was is None else replace(was, **given)
    if told["source"] is None:
        return None
    spans = place_of(document, told["source"])
    text = slice_of(document.text, spans)
    return Source(text, spans, given.get("kind", "person"), given.get("named", text[:1].isupper()))


def _known(told: Mapping[str, Any], names: set[str]) -> None:
    for name in told:
        if name not in names:
            raise Unreadable(name, f"cannot be changed; there is {', '.join(sorted(names))}")


def _one_of(name: str, value: object, values: Sequence[object]) -> Any:  # noqa: ANN401  one of these values
    if value not in values:
        raise Unreadable(name, f"{value!r} is none of {', '.join(map(str, values))}")
    return value


def _owned(part: Owned, kept: Mapping[int, int]) -> Owned:
    return part if part.owner is None else replace(part, owner=kept.get(part.owner))


def _sound(document: Document, one: Appearance) -> None:
    """Hold a person's statement against the laws that hold for every reader's; which parties are known is settled later."""
    bare = tuple(
        link if link.source is None else replace(link, source=replace(link.source, parties=())) for link in one.chain
    )
    why = breach(document, Reading((replace(one, chain=bare, about=()),), ()))
    if why is not None:
        raise Unreadable(one.id, why.removeprefix("returned "))
