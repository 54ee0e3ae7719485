"""What the last holder of a statement does with it: the act of the link, the words of the statement, those around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wherefrom.comparing.material import Material
from wherefrom.model import Appearance, Document, Link
from wherefrom.reader import lexicon

from . import talk
from . import vocabulary as words
from .surroundings import sentence_of, words_before

Position = Literal["affirms", "denies", "doubts", "withholds", "passes-on"]
"""What is done with the words; "withholds" is to leave open what one may know."""

Towards = Literal["content", "claim", "denial"]
"""What the position is taken to: what the words say; a claim of which they speak from outside ("no truth in the story"); or
a claim through what others say of it ("no reason to doubt the denials")."""

_NEAR = 160
"""Letters before and after a statement in which a denial still stands beside it: the length of a sentence."""

_SHORT = 60
"""Letters of a content without a verb that, where it calls talk false, says nothing else."""

_OWN_WORDS = frozenset({"person", "group", "organisation"})
"""Sources that say a thing themselves; an outlet or a document that alleges it may be retold at a distance."""


_POSSESSIVE = re.compile(r"[’']s|s[’']|^(?:its|his|her|their|whose|our|my)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taken:
    """A position, what it is taken to, and why."""

    position: Position
    towards: Towards
    why: str


_ASKED_ON = Taken("withholds", "content", "it is passed on as an open question")


def taken(material: Material, appearance: Appearance, found: frozenset[str]) -> Taken:
    """The position of the last holder towards an appearance's words, `found` being these in lower case.

    What the words themselves call false comes before the link: who says that a story is untrue denies it by saying so. Then the
    link's act, what the words leave open, talk, and a denial told beside an outlet's allegation.
    """
    document = material.documents[appearance.document]
    last = _holder(document.text, appearance.chain)
    return (
        _called_false(appearance.text, found)
        or _claim_judged(document, appearance)
        or (_by_link(last, appearance.text) if last is not None else None)
        or _left_open(appearance.text, found)
        or _talk(material, document, appearance, found)
        or (_beside_denial(document, appearance, last) if last is not None else None)
        or Taken("affirms", "content", "it is stated" if last is None else "its source says so")
    )


def _holder(text: str, chain: Sequence[Link]) -> Link | None:
    """The link whose source takes a position: the last; but who turns a claim away is asked before whose claim it is."""
    if len(chain) > 1 and _names_claim(text, chain[-1]) and _turns_away(chain[-2]):
        return chain[-2]
    return chain[-1] if chain else None


def _names_claim(text: str, link: Link) -> bool:
    """Whether the link is a noun, "the claim that" or "their report of": then others may judge it in the same sentence."""
    if link.cue is None or words.CLAIMED.match(link.cue.text) is None:
        return False
    if link.source is None:
        return True
    end = link.source.spans[-1].end if link.source.spans else 0
    return _POSSESSIVE.search(f"{link.source.text}{text[end : end + 2]}") is not None


def _turns_away(link: Link) -> bool:
    return link.act in {"denies", "doubts"} or (
        link.cue is not None and words.REBUFFS.search(link.cue.text) is not None
    )


def _called_false(content: str, found: frozenset[str]) -> Taken | None:
    if words.FALSE_WORDS.isdisjoint(found):
        return None
    match = words.first(words.FALSE, content)
    if match is None and len(content) < _SHORT and lexicon.FINITE.search(content) is None:
        match = words.FALSE_TALK.search(content)
    if match is None:
        return None
    if words.EITHER.search(content):
        return Taken("doubts", "claim", "two readings stand against each other, and neither is taken")
    return Taken("denies", "claim", f"it is called false: “{match.group()}”")


def _by_link(last: Link, content: str) -> Taken | None:
    """What the last link does with the content, other than to say it."""
    cue = last.cue.text if last.cue is not None else ""
    found = words.words_of(cue)
    return _by_act(last, cue, found) or _by_cue(cue, found, content)


def _by_act(last: Link, cue: str, found: frozenset[str]) -> Taken | None:
    leaves = not words.LEAVES_WORDS.isdisjoint(found)
    if (last.act == "doubts" and last.polarity == "positive") or (leaves and words.DISBELIEVES.search(cue)):
        return Taken("doubts", "content", f"its source doubts it: “{cue}”")
    if (leaves and words.WITHHOLDS.search(cue)) or (last.polarity == "negative" and last.act not in {"asks", "doubts"}):
        return Taken("withholds", "content", f"its source leaves it open: “{cue}”")
    if last.act == "denies" or words.REBUFFS.search(cue):
        return Taken("denies", "content", f"its source denies it: “{cue}”")
    return None


def _by_cue(cue: str, found: frozenset[str], content: str) -> Taken | None:
    if words.IF.match(content) and words.WONDERS.search(cue):
        return _ASKED_ON
    if words.BELITTLES.search(cue) and (words.BELITTLED.match(content) or words.FALSE_AT_LAST.search(content)):
        return Taken("denies", "claim", f"its source speaks ill of it: “{cue}”")
    if words.WITHDRAWS.search(cue):
        return Taken("denies", "content", f"its source takes it back: “{cue}”")
    if not words.OPEN_WORDS.isdisjoint(found) and words.OPEN.search(cue) and not words.NO_DOUBT.search(cue):
        return Taken("doubts", "content", f"its source leaves it open: “{cue}”")
    false = None if words.FALSE_WORDS.isdisjoint(found) else words.first((words.FALSE_TALK, *words.FALSE), cue)
    return Taken("denies", "content", f"it is called false: “{false.group()}”") if false is not None else None


def _claim_judged(document: Document, appearance: Appearance) -> Taken | None:
    """What is said of a claim behind what it claims: "Claims that [he left] are false".

    A rumour that is told and turned away in one sentence is still passed on, unless another voice tells it so.
    """
    last = appearance.chain[-1] if appearance.chain else None
    if last is None or last.cue is None:
        return None
    if not _names_claim(document.text, last):
        return _text_judged(appearance, last)
    if len(appearance.chain) == 1 and talk.RUMOUR.search(last.cue.text) is not None:
        return None
    end = appearance.spans[-1].end
    rest = document.text[end : max(end, sentence_of(document, appearance.spans[-1]).end)]
    told = f"{last.cue.text} {appearance.text}{rest}"
    found = words.words_of(told)
    return _called_false(told, found) or _left_open(told, found)


def _text_judged(appearance: Appearance, last: Link) -> Taken | None:
    """What another voice says at the end of a text's words: "A post saying [he left is false], experts found"."""
    if len(appearance.chain) == 1 or last.source is None or last.source.kind != "document":
        return None
    match = words.IS_FALSE.search(appearance.text)
    return Taken("denies", "content", f"it is called false: “{match.group()}”") if match is not None else None


def _left_open(content: str, found: frozenset[str]) -> Taken | None:
    """What the content's own words leave open."""
    if content.rstrip('”"’) ').endswith("?"):
        return Taken("doubts", "content", "it is asked and not stated")
    if words.WHETHER.match(content):
        return _ASKED_ON
    unknown = None if words.NOT_KNOWN_WORDS.isdisjoint(found) else words.NOT_KNOWN.search(content)
    if unknown is not None:
        return Taken("withholds", "denial", f"its source does not know: “{unknown.group()}”")
    return None if words.OPEN_WORDS.isdisjoint(found) else _doubted(content)


def _doubted(content: str) -> Taken | None:
    believed = words.DENIAL_BELIEVED.search(content)
    if believed is not None:
        return Taken("doubts", "denial", f"a denial of it is believed: “{believed.group()}”")
    doubt = words.OPEN.search(content)
    if doubt is None or words.NO_DOUBT.search(content) is not None:
        return None
    return Taken("doubts", "claim", f"its words leave it open: “{doubt.group()}”")


def _talk(material: Material, document: Document, appearance: Appearance, found: frozenset[str]) -> Taken | None:
    if not talk.TALK_WORDS.isdisjoint(found):
        match = talk.TALKED.search(appearance.text)
        if match is not None and words.FALSE_TALK.search(appearance.text) is None:
            return Taken("passes-on", "content", f"it is called talk: “{match.group()}”")
    match = _talk_around(material, document, appearance)
    if match is not None:
        return Taken("passes-on", "content", f"it is passed on as talk: “{match.group()}”")
    return None


def _talk_around(material: Material, document: Document, appearance: Appearance) -> re.Match[str] | None:
    """What shows that the words by which a statement is passed on make it talk.

    What a passage carries on is stated there in the indicative: the talk is named where the passage begins.
    """
    for link in appearance.chain:
        match = _as_talk(material, link) if link.basis != "carried" else None
        if match is not None:
            return match
    if appearance.chain and appearance.chain[-1].source is not None:
        return None
    before = words_before(document, appearance.spans[0])
    return _in_words(talk.RUMOUR, before) or _in_words(talk.ONLINE, before)


def _as_talk(material: Material, link: Link) -> re.Match[str] | None:
    cue = link.cue.text if link.cue is not None else ""
    rumour = _in_words(talk.RUMOUR, cue)
    if rumour is not None or (link.source is not None and link.source.named):
        return rumour
    if link.source is None:
        return _in_words(talk.ONLINE, cue)
    names = (link.source.text, *(material.parties[one].name for one in link.source.parties if one in material.parties))
    found = (
        match for name in names if (match := _in_words(talk.RUMOUR, name) or _in_words(talk.ONLINE, name)) is not None
    )
    match = next(found, None)
    if match is not None or talk.VOUCHES_NOT.search(cue) is None:
        return match
    return next((match for name in names if (match := talk.POSTED.match(name)) is not None), None)


def _in_words(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match of a pattern of talk, looked for only where one of its words stands."""
    return None if talk.TALK_WORDS.isdisjoint(words.words_of(text)) else pattern.search(text)


def _beside_denial(document: Document, appearance: Appearance, last: Link) -> Taken | None:
    """An outlet's or a report's allegation, with a denial told next to it."""
    if last.cue is None or words.DISTANCED.search(last.cue.text) is None:
        return None
    if last.source is not None and last.source.kind in _OWN_WORDS:
        return None
    block = document.block_of(appearance.spans[0])
    if block is None:
        return None
    start, end = appearance.spans[0].start, appearance.spans[-1].end
    match = words.DENIED_BESIDE.search(document.text, max(block.start, start - _NEAR), start)
    match = match or words.DENIED_BESIDE.search(document.text, end, min(len(document.text), end + _NEAR))
    if match is None:
        return None
    return Taken("doubts", "content", f"it is passed on at a distance, with a denial beside it: “{match.group()}”")
