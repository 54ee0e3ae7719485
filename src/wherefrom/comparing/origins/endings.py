"""Where the chain of an appearance ends."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Link, Number, Source, Stance
from wherefrom.reader import lexicon

from .newsroom import Newsroom
from .voices import voices_of
from .words import has_only_heard, is_talk, without_readers

Kind = Literal["voice", "quoted", "unnamed", "outlet", "own", "talk"]
"""Somebody named who speaks in the document itself, or is quoted there from another outlet or only in a headline, where a
name may as well be a place or a topic; somebody who is not named; an outlet whose sources are not told here; the outlet that
prints it; what goes about."""

_SEPARATELY = re.compile(r"\b(?:separately|independently of (?:each other|one another))\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?:another|an additional|a (?:second|third|fourth|fifth|different|separate|further))\s", re.IGNORECASE
)
_PRONOUNS = lexicon.PERSONAL | lexicon.IMPERSONAL
_LEADS_ON = re.compile(r"\s(?:of|that|about|has it(?: that)?)$", re.IGNORECASE)
"""What leads on from a cue to what is told: "rumours of" names rumours."""
_PLANS = frozenset({"intends", "asks"})
"""Acts that are no statements: that somebody refused to go is told by who reports it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of an appearance's chain; a source of several named parties has an ending for each.

    `outlet` is the outlet that vouches for it: the one to whom the source spoke, the one that is cited, or the one that
    prints it. `names` are the words that name a voice, and whomever it speaks for. Of unnamed sources that spoke to the
    outlet that prints it, `number` is set where they are said to have spoken separately, and `another` where the text
    tells one apart from one that it had before. `announced`: a headline whose report tells something else, or does not
    tell it as the headline does; it is no telling of its own where others tell it.
    """

    appearance: str
    document: str
    kind: Kind
    outlet: str
    label: str
    names: frozenset[str] = frozenset()
    parties: tuple[str, ...] = ()
    number: Number | None = None
    another: bool = False
    announced: bool = False


def endings_of(material: Material, newsroom: Newsroom, appearance: Appearance, stance: Stance) -> tuple[Ending, ...]:
    """Where this appearance's chain ends; links to the outlet that prints it are passed over.

    What is passed on as rumour ends in talk, whoever passes it on. A caption is its outlet's own word at most.
    """
    publisher = newsroom.publisher[appearance.document]
    chain = () if appearance.block == "caption" else appearance.chain
    steps = [(link, newsroom.outlet_of(material, link, appearance)) for link in chain]
    steps = [(link, outlet) for link, outlet in steps if outlet != publisher]
    while steps and steps[-1][0].act in _PLANS:
        steps.pop()
    outlet = next((outlet for _, outlet in reversed(steps) if outlet), publisher)
    if steps and outlet == publisher:
        outlet = newsroom.told(material, steps[-1][0], appearance) or publisher
    ending = Ending(appearance.id, appearance.document, "own", outlet, newsroom.label(outlet))
    rumour = stance == "reports-as-rumour"
    if not steps:
        talk = rumour or appearance.document in newsroom.by_talk
        return (replace(ending, kind="talk") if talk else ending,)
    link, means = steps[-1]
    if rumour:
        return (replace(ending, kind="talk", label=_words(material, link)),)
    if means:
        return (replace(ending, kind="outlet", parties=link.source.parties if link.source else ()),)
    if link.source is None:
        return (replace(ending, kind="talk", label=_words(material, link)),)
    talk = any(_is_talk(material, one.source) for one, meant in steps if not meant)
    if not talk and not has_only_heard(appearance.text):
        kind: Kind = (
            "voice" if outlet == publisher and appearance.block != "headline" and link.basis != "carried" else "quoted"
        )
        voices = voices_of(material, link.source, appearance.document)
        if voices:
            return tuple(
                replace(ending, kind=kind, label=one.label, names=one.names, parties=one.parties) for one in voices
            )
    kind = "talk" if talk or _is_media(link.source) else "unnamed"
    label, parties = _words(material, link), link.source.parties
    ending = replace(ending, kind=kind, label=label, parties=parties)
    return (_told_apart(ending, link, link.source) if outlet == publisher else ending,)


def _told_apart(ending: Ending, link: Link, source: Source) -> Ending:
    words = f"{source.text} {link.cue.text if link.cue else ''}"
    number = source.number if _SEPARATELY.search(words) else None
    return replace(ending, number=number, another=_ANOTHER.match(source.text) is not None)


def _words(material: Material, link: Link) -> str:
    """What a source is called; in a pronoun's place the best name of who is meant."""
    source = link.source
    if source is None:
        return _LEADS_ON.sub("", link.cue.text) if link.cue else "a report"
    if source.text.lower() in _PRONOUNS and source.parties:
        return material.parties[source.parties[0]].name
    return without_readers(source.text)


def _is_talk(material: Material, source: Source | None) -> bool:
    if source is None:
        return True
    if source.named or _is_media(source):
        return False
    names = [material.parties[party].name for party in source.parties if not material.parties[party].named]
    return any(map(is_talk, [source.text, *names]))


def _is_media(source: Source) -> bool:
    """Whether it is an outlet that is not named: what somebody named told it stays that person's."""
    return source.kind == "outlet" and not source.named
