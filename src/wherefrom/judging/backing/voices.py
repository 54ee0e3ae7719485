"""On whose word something stands, in a draft and in what is held, and whether two voices can be one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.comparing.conflicts.words import words
from wherefrom.comparing.drift.guards import passed_on
from wherefrom.comparing.origins.words import naming_words
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Appearance, Link, Span, Spans
from wherefrom.reader import lexicon
from wherefrom.reader.parties.vocabulary import NOBODY

from .shortened import either_short
from .support import Support
from .wording import Token, alike, tokens

_POINTS = lexicon.PERSONAL | lexicon.IMPERSONAL | NOBODY
_KNOWING = re.compile(
    r",|\s(?:who|whom|whose|that|which|with|familiar|close|involved|briefed|at|in|from|on|near|inside|of|seen|shown|quoted|cited)\b"
)
_ITSELF = re.compile(
    r"(?:we|i|us|(?:this|our) (?:station|(?:news)?paper|magazine|site|website|blog|programme|program|reporter|outlet|broadcaster|desk|journal|agency|channel))$",
    re.IGNORECASE,
)
"""How a report speaks of itself."""
_GENERIC = frozenset(
    """source sources person people persons man woman somebody someone insider insiders individual individuals report reports
    account accounts""".split()
)
"""Nouns for a voice that tell so little that most unnamed voices answer to them."""
_OF_OUTLET = frozenset(
    "outlet outlets newspaper paper tabloid station broadcaster agency magazine site website daily wire media press newsroom newsrooms".split()
)
_DEFINITE = frozenset("the this that these those both its his her their our".split())
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody on whose word something stands: the words for it, their places, and by what names it is known."""

    text: str
    spans: Spans
    names: tuple[str, ...]
    link: Link | None
    outlet: bool

    @property
    def pointing(self) -> bool:
        """Whether the words only point to somebody named elsewhere: "she", "the other", "one of them"."""
        found = _FIRST_WORD.findall(self.text.lower())
        if not found:
            return False
        named = naming_words(self.text)
        if found[0] in _POINTS and not named:
            return True
        head = _FIRST_WORD.findall(head_of(self.text))
        return found[0] in _DEFINITE and (not named or (bool(head) and head[-1].islower()))


def voice_of(link: Link, parties: Mapping[str, str]) -> Voice | None:
    """The voice of a link; None where it names no source."""
    if link.source is None:
        return None
    source = link.source
    names = tuple(parties[one] for one in source.parties if one in parties)
    outlet = source.kind == "outlet" or bool(_OF_OUTLET & set(_FIRST_WORD.findall(source.text.lower())[-1:]))
    return Voice(source.text, source.spans, names, link, outlet)


def same_voice(own: Voice, held: Voice, outlets: Outlets) -> bool:
    """Whether a voice in the draft can be the held one: by a word of a name, a noun in common, or where nobody can tell."""
    if held.pointing and not any(naming_words(name) for name in held.names):
        return True
    return _known_as(own, held.text, held.names, outlets)


def pronoun(voice: Voice) -> bool:
    """Whether a voice is a pronoun alone, so that who it is rests on a guess."""
    return voice.text.lower() in lexicon.PERSONAL


def plainly_same(own: Voice, held: Voice) -> bool:
    """Whether two voices share a word of a name or a noun; one that only points to somebody does not."""
    mine = frozenset().union(*map(naming_words, (own.text, *own.names)))
    theirs = frozenset().union(*map(naming_words, (held.text, *held.names)))
    return bool(mine & theirs) or _noun_shared(own.text, held.text)


def is_outlet(own: Voice, outlet: str | None, outlets: Outlets) -> bool:
    """Whether a voice in the draft is this outlet."""
    return outlet is not None and _known_as(own, outlet, (), outlets)


def _known_as(own: Voice, text: str, names: Sequence[str], outlets: Outlets) -> bool:
    mine = frozenset().union(*map(naming_words, (own.text, *own.names)))
    theirs = frozenset().union(*map(naming_words, (text, *names)))
    called = (own.text, *own.names)
    if mine & theirs or any(outlets.same(one, text) or either_short(one, text) for one in called):
        return True
    if own.pointing:
        return True
    if mine and theirs and own.link is not None and own.link.source is not None and own.link.source.named:
        return _noun_shared(own.text, text) and not _two_names(own.text, text)
    return _noun_shared(own.text, text) or any(_noun_shared(name, text) for name in own.names)


def _two_names(one: str, other: str) -> bool:
    """Whether both are names of persons or bodies of their own, so that a noun in common makes them no one voice."""
    return bool(naming_words(one)) and bool(naming_words(other))


def _noun_shared(one: str, other: str) -> bool:
    """Whether two unnamed voices are called alike, or so generally that nobody can tell."""
    mine, theirs = head_of(one), head_of(other)
    if set(mine.lower().split()) & _GENERIC and set(theirs.lower().split()) & _GENERIC:
        return True
    return any(
        alike(word, there) >= 0.6 for word in tokens(mine, _whole(mine)) for there in tokens(theirs, _whole(theirs))
    )


def head_of(text: str) -> str:
    """What a voice is, without what it is said to know: of "two people who saw the log" the people."""
    return _KNOWING.split(text, maxsplit=1)[0]


def _whole(text: str) -> Span:
    return Span(0, len(text))


def stated(statements: Iterable[Appearance], parties: Mapping[str, str]) -> tuple[Voice, ...]:
    """The voices that a draft's sentence names itself, for any of its statements; each once."""
    found = [
        voice
        for one in statements
        for link in one.chain
        if link.basis != "carried" and (voice := voice_of(link, parties)) is not None
    ]
    return tuple({one.spans: one for one in found}.values())


def carried(statements: Iterable[Appearance], parties: Mapping[str, str]) -> tuple[Voice, ...]:
    """The voices from the sentences before that these statements go on retelling."""
    found = [
        voice
        for one in statements
        for link in one.chain
        if link.basis == "carried" and (voice := voice_of(link, parties)) is not None
    ]
    return tuple({one.spans: one for one in found}.values())


@dataclass(frozen=True, slots=True)
class Standing:
    """On whose word held words stand: `speakers` may be named for it, `behind` stand further back and may not alone.

    `own` tells that the outlet vouches for them itself, `known` that it can be told at all.
    """

    statement: Appearance | None
    speakers: tuple[Voice, ...]
    behind: tuple[Voice, ...]
    own: bool
    known: bool = True


def standing_of(support: Support, parties: Mapping[str, str]) -> Standing:
    """Whose word held words stand on.

    Outlets that pass it on may be left out when it is told again, whoever told them may not: of Brill, who says that the crews
    warned, the crews alone are no source.
    """
    passage = support.passage
    statement = nearest_statement(support)
    if statement is None:
        return Standing(None, (), (), own=True, known=not passed_on(passage.document, (passage.span,)))
    voices = [
        voice
        for link in statement.chain
        if (voice := voice_of(link, parties)) is not None and not _ITSELF.match(voice.text)
    ]
    unnamed = any(link.source is None for link in statement.chain)
    if not voices:
        return Standing(statement, (), (), own=not unnamed, known=True)
    speakers: list[Voice] = []
    behind: list[Voice] = []
    spoken = False
    for voice in voices:
        (behind if spoken else speakers).append(voice)
        spoken = spoken or not voice.outlet
    alone = all(link.basis == "carried" for link in statement.chain)
    return Standing(statement, tuple(speakers), tuple(behind), own=False, known=not alone)


def nearest_statement(support: Support) -> Appearance | None:
    """The statement of the held sentence that has most of the draft's words."""

    def worth(one: Appearance) -> float:
        return sum(
            match.own.weight * match.worth
            for match in support.matches
            if any(start <= match.held.start < end for start, end in one.spans)
        )

    best = max(support.passage.statements, key=lambda one: (worth(one), len(one.chain), one.id), default=None)
    return best if best is not None and worth(best) > 0 else None


def marked(statement: Appearance) -> Spans:
    """The words that say on whose word a statement stands."""
    parts = [part for link in statement.chain for part in (link.source, link.cue) if part is not None]
    return tuple(sorted({span for part in parts for span in part.spans}))


def names_outlet(outlet: str | None, text: str) -> bool:
    """Whether a sentence names an outlet, whatever it makes of it."""
    names = naming_words(outlet or "")
    return bool(names) and len(names & naming_words(text)) >= min(2, len(names))


def mentioned(voice: Voice, own: Sequence[Token], text: str) -> bool:
    """Whether a draft's sentence has a word of those that name a voice, though it was not read as a source."""
    names = frozenset().union(*map(naming_words, (voice.text, *voice.names)))
    if names & naming_words(text):
        return True
    if voice.text.lower() in _POINTS:
        return voice.text.lower() in text.lower().split()
    head = head_of(voice.text)
    return bool({word.stem for word in words(head, 0, len(head))} & {one.stem for one in own})


__all__ = [
    "Standing",
    "Voice",
    "carried",
    "is_outlet",
    "marked",
    "mentioned",
    "names_outlet",
    "nearest_statement",
    "plainly_same",
    "pronoun",
    "same_voice",
    "standing_of",
    "stated",
    "voice_of",
]
