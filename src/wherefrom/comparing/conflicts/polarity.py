"""Claims that some statements make and others deny.

A claim gathers statements that lie near one another; what one of them denies need not be what another says. So two
statements that have nothing but a name in common are not set against each other, nor any two of a wide claim that share
no word. That they cannot all hold is only said where the denial is plain, and claims that gather the same statements tell
of one conflict once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from wherefrom.comparing.material import Material
from wherefrom.comparing.vectors import closeness
from wherefrom.model import Appearance, Claim, Conflict, ConflictValue, Span, Spans, joined
from wherefrom.model.claim import CARRYING, Stance
from wherefrom.reader import lexicon

from .words import Word, words

_CUT = re.compile(
    r"[;:—–]\s|,\s(?:which|who|whose|whom|while|and|but|after|before|because|although|though|where|when|so|with|as)\s|\s(?:which|because|while|although|whereas|after|before)\s|,\s"
)
_LONGEST = 60
"""Characters of the longest extract that is shown whole; a longer statement is cut to the clause that says most of the claim."""
_NEXT = re.compile(r"(?:[’']s)?\s(\w)")
CLOSE = 0.5
"""The cosine from which a denial in the words of a statement denies that one. Of the claims that the program found on the
nine stories, 15 of 28 labelled ones with such a pair were of one thing, and 8 of 36 of those without."""
_UNSURE = "some say it is so and others are taken to deny it; whether they speak of one thing is not certain"
_MOST = 100
"""Statements on either side of a claim that are looked at, the earliest."""
_MANY = 8
"""Pairs of statements, one that holds and one that denies, beyond which a claim is so wide that not all of them need be of
one thing. Claims found by the program had up to 60; the labelled ones that share no word at all had 8 at most."""
_NOT_YET = frozenset({"intention", "rule"})
_TELLING = frozenset(
    "rumour rumor claim report story allegation account speculation information account accurat true false wrong untru lie".split()
)
"""Stems of words for what was said: a statement that has little else judges what stands before it."""

_SILENT = re.compile(
    r"(?:\bnot|n[’']t|\bnever)\s(?:\w{1,20}\s){0,2}(?:answer|respond|reply|comment|return)\b"
    r"|\b(?:declin|refus)(?:e|es|ed|ing)\sto\s(?:answer|respond|reply|comment)\b|\bcould\snot\sbe\sreached\b",
    re.IGNORECASE,
)
"""Whoever does not answer denies nothing."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A statement under a claim, the stems of what it says, and those of the names in it."""

    appearance: Appearance
    stems: frozenset[str]
    names: frozenset[str]

    @property
    def judges(self) -> bool:
        """Whether it only judges what was said: "None of it was accurate"."""
        return len(self.stems - _TELLING) < 2 and bool(self.stems & _TELLING)


@dataclass(frozen=True, slots=True)
class _Clash:
    """A claim with the statements on both sides, and the pairs that speak of one thing."""

    claim: Claim
    held: tuple[_Member, ...]
    denied: tuple[_Member, ...]
    pairs: frozenset[tuple[str, str]]
    sure: bool


def polarities(material: Material, claims: Sequence[Claim]) -> Iterator[Conflict]:
    """One conflict for what some hold and others deny, those first that most statements speak of."""
    known: dict[str, _Member] = {}
    found = [clash for claim in claims if (clash := _clash(material, claim, known)) is not None]
    order = {clash.claim.id: place for place, clash in enumerate(found)}
    told: set[tuple[str, str]] = set()
    for clash in sorted(found, key=lambda one: (-len(one.pairs), order[one.claim.id])):
        if not clash.pairs <= told:
            told |= clash.pairs
            yield _conflict(material, clash)


def _clash(material: Material, claim: Claim, known: dict[str, _Member]) -> _Clash | None:
    stances = {one.stance for one in claim.appearances}
    if "denies" not in stances or stances.isdisjoint(CARRYING):
        return None
    sides: dict[Stance, list[_Member]] = {}
    for one in claim.appearances:
        appearance = material.appearances.get(one.id)
        if appearance is None or appearance.nature in _NOT_YET or _SILENT.search(appearance.text):
            continue
        if one.id not in known:
            known[one.id] = _member(appearance)
        if known[one.id].stems:
            sides.setdefault(one.stance, []).append(known[one.id])
    held, denied = sides.get("supports", []) or sides.get("reports-as-rumour", []), sides.get("denies", [])
    held, denied = held[:_MOST], denied[:_MOST]
    pairs = _pairs(held, denied)
    if not pairs:
        return None
    tied = {name for pair in pairs for name in pair}
    kept = [one for one in held if one.appearance.id in tied]
    against = [one for one in denied if one.appearance.id in tied]
    sure = any(_surely(one, other) for one in kept for other in against)
    return _Clash(claim, tuple(kept), tuple(against), pairs, sure)


def _pairs(held: Sequence[_Member], denied: Sequence[_Member]) -> frozenset[tuple[str, str]]:
    """The statements on either side that speak of one thing; in a claim of many only those that show it by their words."""
    every = [(one, other) for one in held for other in denied]
    of_one = _in_same_words if len(every) > _MANY else _not_only_named
    return frozenset((one.appearance.id, other.appearance.id) for one, other in every if of_one(one, other))


def _member(appearance: Appearance) -> _Member:
    text = appearance.text
    told = words(text, 0, len(text))
    names = frozenset(word.stem for word in told if _is_name(text, word))
    return _Member(appearance, frozenset(word.stem for word in told) - names, names)


def _in_same_words(one: _Member, other: _Member) -> bool:
    """Whether two statements share a word that is no name, or one of them judges what was told."""
    return one.judges or other.judges or bool(one.stems & other.stems)


def _not_only_named(one: _Member, other: _Member) -> bool:
    """Whether two statements may speak of one thing: not where all that they share is a name."""
    return _in_same_words(one, other) or not one.names & other.names


def _surely(one: _Member, other: _Member) -> bool:
    """Whether a statement is denied for certain: in so many words, in words of its own, and close to it in meaning."""
    denial = other.appearance
    explicit = denial.polarity == "negative" or any(link.act == "denies" for link in denial.chain)
    if not explicit or not one.stems & other.stems:
        return False
    return closeness(one.appearance.text, denial.text) >= CLOSE


def _is_name(text: str, word: Word) -> bool:
    """Whether a word is written as a name: with a capital, and not only because a sentence begins there."""
    if not text[word.start].isupper():
        return False
    before = text[: word.start].rstrip(" “\"‘'")
    follows = _NEXT.match(text, word.end)
    return (bool(before) and before[-1] not in ".!?:") or (follows is not None and follows[1].isupper())


def _conflict(material: Material, clash: _Clash) -> Conflict:
    claim = clash.claim
    about = {word.stem for word in words(claim.text, 0, len(claim.text))}
    rows = [(one.appearance, "yes") for one in clash.held] + [(one.appearance, "no") for one in clash.denied]
    values = tuple(
        ConflictValue(one.document, one.id, core(material.documents[one.document].text, one.spans, about), value, None)
        for one, value in rows
    )
    return Conflict(
        id=f"x{sha256(f'polarity|{claim.id}'.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}",
        claim=claim.id,
        kind="polarity",
        about=claim.text,
        cannot_all_hold=True if clash.sure else None,
        between="unknown",
        why="some say it is so, others deny it" if clash.sure else _UNSURE,
        values=values,
    )


def core(text: str, spans: Spans, about: set[str]) -> Spans:
    """The part of a statement that says most of what a claim is about; short statements whole."""
    spans = joined(spans)
    if spans[-1].end - spans[0].start <= _LONGEST:
        return spans
    pieces = [piece for span in spans for piece in _pieces(text, span)]
    best = max(pieces, key=lambda piece: (*_shared(text, piece, about), -piece.start))
    return (_predicate(text, best) if best.end - best.start > _LONGEST else best,)


def _predicate(text: str, piece: Span) -> Span:
    """A long clause from its verb on, where enough stands behind it."""
    for verb in lexicon.FINITE.finditer(text, *piece):
        if piece.end - verb.start() <= _LONGEST:
            enough = len(words(text, verb.start(), piece.end)) > 1
            return Span(verb.start(), piece.end) if enough else piece
    return piece


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for cut in _CUT.finditer(text, *span):
        if cut.start() > start:
            yield Span(start, cut.start())
        start = cut.end()
    if start < span.end:
        yield Span(start, span.end)


def _shared(text: str, piece: Span, about: set[str]) -> tuple[int, bool]:
    """How many words of the claim a piece holds, and whether it says something by itself."""
    told = {word.stem for word in words(text, *piece)}
    return len(told & about), len(told) > 1
