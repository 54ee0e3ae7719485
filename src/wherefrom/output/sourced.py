"""How a claim is sourced, in sentences: the same ones in the terminal, and without a text's words on a page that must have none."""

from collections.abc import Iterator
from dataclasses import dataclass

from wherefrom.judging.needed import Need, needed
from wherefrom.judging.prompts import Prompt, prompts
from wherefrom.judging.scopes import Scope
from wherefrom.judging.sentences import Called, Cited, Ground, Piece, Printed, Sentence, cited, counted, listed, said
from wherefrom.judging.sourcing import Description, Desk, OriginView, Sourcing, Standpoint

from .shared import UNKNOWN_OUTLET, day_of, origins_words
from .wording import KNOWING

NOT_SAID = "not said"

_PEOPLE = {
    "one": "one person, by these words",
    "several": "more than one, not said how many",
    "no-people": "a body or a paper, no person",
}


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim's sourcing in sentences: each origin with how it is described, who denies it, outlets, own checks, questions, needs."""

    claim: str
    text: str
    count: str
    origins: tuple[Sentence, ...]
    against: tuple[Sentence, ...]
    outlets: tuple[Sentence, ...]
    apart: tuple[Sentence, ...]
    prompts: tuple[Prompt, ...]
    needs: tuple[Need, ...]


def claim_view(desk: Desk, one: Sourcing) -> ClaimView:
    """A claim's sourcing as it is told."""
    told = counted(one.documents, "document tells", "documents tell")
    return ClaimView(
        claim=one.claim,
        text=one.text,
        count=f"{told} it: {origins_words(desk.claims[one.claim].origins)}",
        origins=tuple(line for view in one.origins for line in _origin(desk, view)),
        against=tuple(line for view in one.against for line in _origin(desk, view)),
        outlets=tuple(_standpoint(stand) for stand in one.standpoints),
        apart=tuple(_apart(one)),
        prompts=prompts(desk, one),
        needs=needed(Scope.of_claim(desk, one.claim)),
    )


# --- origins


def _origin(desk: Desk, view: OriginView) -> Iterator[Sentence]:
    yield said(*_who(desk, view)).on((*(it.telling for it in view.described), *view.bare))
    seen: set[tuple[str, str]] = set()
    for one in view.described:
        words = cited(desk.material, one.words)
        if (key := (words.words.casefold(), one.words.document)) not in seen:
            seen.add(key)
            yield _description(desk, one, words)


def _who(desk: Desk, view: OriginView) -> tuple[Piece, ...]:
    match view.kind:
        case "unnamed":
            return ("Somebody not named, who told ", Printed(view.outlet), ".")
        case "voice" | "quoted":
            quoted = "" if view.kind == "voice" else ", quoted from elsewhere or in a headline"
            return (named(desk, view), f" is named{quoted}.")
        case "outlet":
            return (Printed(view.outlet), ", which is cited; where it has it from is not told here.")
        case "own":
            names = vouching(desk, view)
            own = (
                "on its own word"
                if len(names) == 1
                else "on their own word; nothing tells one such report from another"
            )
            return (*listed((Printed(name),) for name in names), f", {own}.")
        case _:
            return ("Nobody is named who said it first: it goes about.",)


def named(desk: Desk, view: OriginView) -> Called:
    """A voice by its name."""
    held = [desk.material.parties[name] for name in view.parties if name in desk.material.parties]
    known = next((one for one in held if one.named), None)
    return Called(view.label, "somebody") if known is None else Called(known.name, known.kind)


def vouching(desk: Desk, view: OriginView) -> tuple[str, ...]:
    """The outlets that state it on their own word: the origin's, or several that nothing tells apart."""
    if view.label == view.outlet:
        return (view.outlet,)
    published = (desk.material.documents[at.document].publisher for at in view.bare)
    return tuple(dict.fromkeys(filter(None, published))) or (view.outlet,)


def _description(desk: Desk, one: Description, words: Cited) -> Sentence:
    publisher = desk.material.documents[one.words.document].publisher
    by: tuple[Piece, ...] = (" (", Printed(publisher), ")") if publisher else ()
    through: tuple[Piece, ...] = (", through ", *listed_outlets(one.through)) if one.through else ()
    facts = [
        people(one),
        f"how they know: {KNOWING[one.knows_by] if one.knows_by is not None else NOT_SAID}",
        *([] if one.named else [f"why not named: {'said' if one.why_unnamed is not None else NOT_SAID}"]),
    ]
    held = [(cited(desk.material, it.at), " (the writer)" if it.owner is None else " (the source)") for it in one.held]
    return said(
        "in the words ",
        words,
        by,
        *through,
        f": {'; '.join(facts)}",
        *(("; told to ", cited(desk.material, one.to)) if one.to is not None else ()),
        *(("; held back by ", listed(held)) if held else ()),
        *(("; somebody whom the reports are about",) if one.figure else ()),
        ".",
    ).on((one.words, one.telling))


def people(one: Description) -> str:
    """How many people a source is, as far as its words tell."""
    if one.people.number is not None:
        return f"{'exactly' if one.people.said == 'exactly' else 'at least'} {one.people.number}"
    return _PEOPLE[one.people.said]


def listed_outlets(names: tuple[str, ...]) -> tuple[Piece, ...]:
    """Outlets after each other."""
    return listed((Printed(name),) for name in names)


# --- outlets and the rest


def _standpoint(stand: Standpoint) -> Sentence:
    who: Piece = UNKNOWN_OUTLET.capitalize() if stand.outlet is None else Printed(stand.outlet)
    rests: tuple[Piece, ...] = (", and rests on ", *listed_outlets(stand.rests)) if stand.rests else ()
    does: tuple[Piece, ...]
    match stand.how:
        case "own-word":
            does = ("states it on its own word", *rests)
        case "own-source":
            does = ("gives a source for it", *rests)
        case "relays":
            does = ("passes on ", *listed_outlets(stand.of))
        case "talk":
            does = ("passes it on without saying whose it is",)
        case "denies":
            does = ("has it only as denied",)
        case _:
            does = ("has it only as doubted",)
    unable = "; says that something could not be confirmed" if stand.unconfirmed else ""
    return said(who, f", {day_of(stand.published)}: ", does, f"{unable}.").on((*stand.tellings, *stand.unconfirmed))


_STANCES = {
    "supports": "supports it",
    "denies": "denies it",
    "doubts": "doubts it",
    "reports-as-rumour": "has it as a rumour",
}


def _apart(one: Sourcing) -> Iterator[Sentence]:
    for stance in dict.fromkeys(stance for stance, _ in one.checks):
        grounds = [at for held, at in one.checks if held == stance]
        yield said(f"An own check {_STANCES[stance]}.").on(grounds)
    yield from _count(one.doubted, "statement doubts it", "statements doubt it")
    yield from _count(
        one.adrift, "telling has an origin that cannot be told", "tellings have an origin that cannot be told"
    )
    yield from _count(
        one.perhaps,
        "statement is perhaps about it, too: counted nowhere",
        "statements are perhaps about it, too: counted nowhere",
    )


def _count(grounds: tuple[Ground, ...], thing: str, things: str) -> Iterator[Sentence]:
    if grounds:
        yield said(f"{counted(len(grounds), thing, things)}.").on(grounds)
