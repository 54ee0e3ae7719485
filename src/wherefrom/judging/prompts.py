"""What a standards desk would ask about how a claim is sourced; each question with the words that raise it.

The questions are those of published standards: AP (a source's information, its access and why it is not named are told; "a source" alone is
barred; second-hand facts are attributed in the same sentence), Reuters (never "sources" in the plural for one; "anonymous sources are the
weakest sources"), NYT (no anonymous attack or opinion), BBC (reluctance to rely on a single source; what is uncorroborated is attributed).
They ask; whether a rule is broken is for people to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wherefrom.reader import lexicon
from wherefrom.reader.parties import vocabulary

from .sentences import Ground, Piece, Printed, Sentence, cited, counted, listed, said
from .sourcing import Description, Desk, OriginView, Sourcing

PromptKind = Literal[
    "one-source-unnamed",
    "one-origin",
    "plural-of-one",
    "bare-source",
    "knowing-not-said",
    "why-not-said",
    "opinion-unnamed",
    "own-word-at-second-hand",
    "could-not-confirm",
    "words-of-a-figure",
]

_BARE = re.compile(r"(?:(?:a|an|the|one|its|our|their|his|her|some|several|many)\s+)?sources?", re.IGNORECASE)
_OPINIONS = {"evaluation": "an evaluation", "forecast": "a forecast"}
_MOST = 4
_PRONOUNS = (
    lexicon.PERSONAL | lexicon.IMPERSONAL | vocabulary.RELATIVE | vocabulary.HE | vocabulary.SHE | vocabulary.THEY
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that a claim's sourcing raises."""

    kind: PromptKind
    sentence: Sentence


def prompts(desk: Desk, one: Sourcing) -> tuple[Prompt, ...]:
    """What a standards desk would ask about a claim, the gravest first."""
    asked: tuple[tuple[PromptKind, Callable[[Desk, Sourcing], Iterator[Sentence]]], ...] = (
        ("one-source-unnamed", _one_unnamed),
        ("one-origin", _one_origin),
        ("plural-of-one", _plural_of_one),
        ("own-word-at-second-hand", _second_hand),
        ("could-not-confirm", _could_not),
        ("words-of-a-figure", _figure),
        ("opinion-unnamed", _opinion),
        ("bare-source", _bare),
        ("knowing-not-said", _knowing),
        ("why-not-said", _why),
    )
    return tuple(Prompt(kind, sentence) for kind, ask in asked for sentence in ask(desk, one))


def unnamed(views: Sequence[OriginView]) -> tuple[Description, ...]:
    """The descriptions of sources without a name behind these origins, but for those whom the reports are about."""
    return tuple(one for view in views for one in view.described if not one.named and not one.figure)


def with_words(desk: Desk, found: Sequence[Description]) -> tuple[Description, ...]:
    """Those that are more than a pronoun, which tells nothing by itself."""
    return tuple(one for one in found if _plain(desk, one.words) not in _PRONOUNS)


def in_words(desk: Desk, found: Sequence[Description]) -> tuple[Piece, ...]:
    """The words for sources, each once, with the first outlet that has them; pronouns only where there is nothing else."""
    first: dict[str, Description] = {}
    for one in with_words(desk, found) or found:
        first.setdefault(_plain(desk, one.words), one)
    return listed(((cited(desk.material, one.words), *_by(desk, one.words)) for one in first.values()), _MOST)


def _by(desk: Desk, at: Ground) -> tuple[Piece, ...]:
    publisher = desk.material.documents[at.document].publisher
    return () if publisher is None else (" (", Printed(publisher), ")")


def _plain(desk: Desk, at: Ground) -> str:
    return cited(desk.material, at).words.casefold()


def _one_unnamed(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    if one.at_most != 1 or not one.origins or one.origins[0].kind != "unnamed":
        return
    found = unnamed(one.origins)
    if found:
        known = any(it.knows_by is not None for it in found)
        yield said(
            "One source, not named: ",
            in_words(desk, found),
            "." if known else "; how it knows is not said.",
        ).on(it.words for it in found)


def _one_origin(_desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    if one.at_most == 1 and one.documents > 1:
        yield said(
            f"{counted(one.documents, 'document tells', 'documents tell')} it, and all go back to one origin: "
            "it is told often, not corroborated."
        ).on(one.tellings)


def _plural_of_one(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    """A plural in one document for what another document of the same origin has as a single person."""
    for view in one.origins:
        several = [it for it in view.described if it.people.said == "several" and not it.named]
        single = [it for it in view.described if _is_one(it) and not it.named]
        single = [it for it in single if it.words.document not in {other.words.document for other in several}]
        if several and single:
            yield said(
                "Told as several in ",
                in_words(desk, several),
                ", and as one in ",
                in_words(desk, single),
                "; both go back to one origin.",
            ).on(it.words for it in (*several, *single))


def _is_one(one: Description) -> bool:
    return one.people.said == "one" or (one.people.said == "exactly" and one.people.number == 1)


def _second_hand(_desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    for stand in one.standpoints:
        if stand.how == "own-word" and stand.rests and stand.outlet is not None and stand.tellings:
            yield said(
                Printed(stand.outlet),
                " states it on its own word, though it rests elsewhere on ",
                listed(((Printed(name),) for name in stand.rests), _MOST),
                ".",
            ).on(stand.tellings)


def _could_not(_desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    for stand in one.standpoints:
        if stand.unconfirmed:
            who: Piece = "An outlet that is not known" if stand.outlet is None else Printed(stand.outlet)
            yield said(
                who, " says in its report that something could not be confirmed; whether that is this, its words tell."
            ).on(stand.unconfirmed)


def _figure(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    found = [it for view in one.origins for it in view.described if it.figure and not it.named and not it.through]
    if found:
        yield said(
            "These are words of somebody whom the reports are about: ",
            in_words(desk, found),
            "; who passed them on is not said.",
        ).on(it.telling for it in found)


def _opinion(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    for nature, words in _OPINIONS.items():
        found = [it for it in unnamed(one.origins) if it.nature == nature]
        if found:
            yield said(
                f"It is {words}, not information, and who gives it is not named: ", in_words(desk, found), "."
            ).on(it.telling for it in found)


def _bare(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    found = [it for it in unnamed(one.origins) if _BARE.fullmatch(cited(desk.material, it.words).words.strip())]
    if found:
        yield said(
            "The words for the source tell nothing of who could know: ",
            in_words(desk, found),
            ".",
        ).on(it.words for it in found)


def _knowing(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    found = unnamed(one.origins)
    if found and one.at_most != 1 and all(it.knows_by is None for it in found):
        yield said("How the source knows is not said: ", in_words(desk, found), ".").on(it.words for it in found)


def _why(desk: Desk, one: Sourcing) -> Iterator[Sentence]:
    found = unnamed(one.origins)
    if found and all(it.why_unnamed is None for it in found):
        yield said("Why the source is not named is not said: ", in_words(desk, found), ".").on(it.words for it in found)
