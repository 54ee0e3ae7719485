"""What grade may be put on what, in which words, and what is to be said of grades that stand; all by rule, none by a guess.

A reliability is of a source and a credibility of what a claim says; they are never made one. A credibility of 1 says "confirmed by other
sources", so that it takes a second origin that the ledger can show. Where reliability and credibility only ever move together, that is said:
Baker, McKendry and Mace (1968) found 87 % of more than 1,400 army ratings on the diagonal A1, B2, C3 ..., as if there were one scale.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wherefrom.model import Claim, Origins, Root, Unreadable
from wherefrom.model.entry import CheckKind, Kind
from wherefrom.model.judgement import Scale, Scheme

from .scales import CONFIRMED, FACTORS, OBJECTS, OF_SCALE, ROWS_OF_ICD_203, SCHEMES, is_grade
from .yardsticks import YARDSTICKS

STATING: frozenset[CheckKind] = frozenset({"call", "seen"})
"""Own checks that tell something of the matter itself: a request and a refusal confirm nothing."""

FEWEST_PAIRS = 5
"""Pairs from which on the diagonal is looked at. A pair that was judged on both axes stands there by chance about one time in five, so that five
of five do once in 3,125 graders; three of three would once in 125, and would accuse people of nothing."""

_LIKELY_WORDS = sorted({word for one in YARDSTICKS.values() for word in one.bands}, key=len, reverse=True)
_LIKELIHOOD = re.compile(rf"\b(?:{'|'.join(map(re.escape, _LIKELY_WORDS))})\b", re.IGNORECASE)
_CONFIDENCE = re.compile(r"\b(?:low|moderate|medium|high)(?:\s+to\s+\w{1,10})?\s+confidence\b", re.IGNORECASE)
_WORD = re.compile(r"\w{1,60}")
_SENTENCE = re.compile(r"[^.!?;\n]{1,2000}")

_DIAGONAL = frozenset(zip("ABCDE", "12345", strict=True))
"""The letters and figures that stand beside each other in a table of both: what a grader gives who sees one scale."""


# --- of what, in which words, on what grounds


def check_object(scale: Scale, kind: Kind, name: str, publisher: str | None = None) -> None:
    """Raise Unreadable, with what is graded instead, where a scale does not speak of a thing of this kind."""
    if kind in OBJECTS[scale]:
        return
    called = {"appearance": "statement", "party": "source"}.get(kind, kind)
    if scale == "reliability":
        instead = (
            "reliability is a source's: grade the person, body or outlet that it comes from, by its id (p…) or name"
        )
        if publisher is not None:
            instead += f" (here: {publisher})"
    elif scale == "credibility":
        instead = "credibility is of what is claimed: grade a claim, by its id (c…); a source has reliability"
        if kind == "hypothesis":
            instead = "credibility is of what is claimed: a hypothesis has a likelihood"
    else:
        instead = f"{scale} is of a claim (c…) or a hypothesis; a source has reliability"
    raise Unreadable(name, f"is a {called}, and has no {scale}; {instead}")


def scheme_for(scale: Scale, asked: Scheme | None, usual: Scheme | None) -> Scheme:
    """In which scheme's words a grade is: the ledger's usual one, or the one that is asked for where there is none yet.

    Raises Unreadable where neither is there, where the scale has no words in this scheme, or where it would be mixed with another.
    """
    known = OF_SCALE[scale]
    if asked is not None and asked not in known:
        raise Unreadable(asked, f"has no words for {scale}; these have: {', '.join(SCHEMES[one] for one in known)}")
    if len(known) == 1:
        return known[0]
    option = "--yardstick" if scale == "likelihood" else "--wording"
    if usual is None and asked is None:
        choices = " or ".join(f"{option} {short(one)} ({SCHEMES[one]})" for one in known)
        what = "likelihood" if scale == "likelihood" else "grade"
        raise Unreadable(
            f"the first {what} of a ledger",
            f"says in whose words it is, since they differ: {choices}; later ones keep to it",
        )
    if usual is not None and asked is not None and usual != asked:
        raise Unreadable(
            SCHEMES[asked],
            f"this ledger grades in the words of {SCHEMES[usual]}, and scales are neither mixed nor converted; leave {option} out to use them, "
            "or keep another ledger",
        )
    found = usual if usual is not None else asked
    if found is None:
        raise TypeError("a scheme is asked for or usual")
    return found


def short(scheme: Scheme) -> str:
    """What a scheme is called on the command line."""
    return {"stanag-2511": "stanag", "fm-2-22.3": "fm"}.get(scheme, scheme)


def grounds_of(scale: Scale, words: str) -> str:
    """The grounds of a grade, as they are kept.

    Raises Unreadable where there are none, or where a likelihood and a confidence stand in one sentence of them, which ICD 203 bars.
    """
    plain = words.strip()
    if not plain:
        about = f"; for a confidence: {', '.join(FACTORS)}" if scale == "confidence" else ""
        raise Unreadable("the grade", f"needs grounds: what makes it so{about}")
    for found in _SENTENCE.finditer(plain):
        if _CONFIDENCE.search(found[0]) and _LIKELIHOOD.search(found[0]):
            raise Unreadable(
                "the grounds", "have a likelihood and a confidence in one sentence; ICD 203 keeps them apart: write two"
            )
    return plain


def of_factors(told: Sequence[str]) -> str:
    """The grounds of a confidence out of what somebody says of each of its factors; raises Unreadable where one is left out."""
    if len(told) != len(FACTORS) or not all(one.strip() for one in told):
        raise Unreadable("the confidence", f"rests on three things, each of which is said: {', '.join(FACTORS)}")
    return " ".join(f"{name.capitalize()}: {one.strip().rstrip('.')}." for name, one in zip(FACTORS, told, strict=True))


# --- the second origin that a credibility of 1 takes


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """An own check with regard to a claim: `supports` are the statements in it that surely support the claim, `about`: it was noted as about it."""

    document: str
    kind: CheckKind
    on: str
    day: str
    supports: frozenset[str]
    about: bool = False

    @property
    def words(self) -> str:
        """What it is called in a line."""
        return f"the {'document seen' if self.kind == 'seen' else self.kind} of {self.day}"


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What a claim rests on, without what was taken back: its origins, and the own checks of it; `own` are all statements of own checks.

    `unnamed` are those of the origins of which nobody knows the name.
    """

    origins: Origins
    checks: tuple[OwnCheck, ...] = ()
    own: frozenset[str] = frozenset()
    unnamed: tuple[Root, ...] = ()

    @property
    def confirming(self) -> tuple[OwnCheck, ...]:
        """The own checks that are a second origin: another's word than that of an origin which is not our own."""
        return tuple(one for one in self.checks if one.kind in STATING and self._is_beside(one))

    def _is_beside(self, check: OwnCheck) -> bool:
        mine = [root for root in self.origins.roots if not check.supports.isdisjoint(root.appearances)]
        others = [root for root in self.origins.roots if root not in mine and not self.own.issuperset(root.appearances)]
        return bool(mine) and any(not self._may_be(check, mine, other) for other in others)

    def _may_be(self, check: OwnCheck, mine: Sequence[Root], other: Root) -> bool:
        """Whether whoever told us may be the other origin: both have no name, or what we noted of ours has the other's in it."""
        if check.kind == "call" and other in self.unnamed and all(root in self.unnamed for root in mine):
            return True
        return other not in self.unnamed and _words(other.label) <= _words(check.on)

    @property
    def is_confirmed(self) -> bool:
        """Whether there are two origins for sure."""
        return self.origins.at_least >= 2 or bool(self.confirming)


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold()))


def supporting(claim: Claim, statements: Collection[str]) -> frozenset[str]:
    """Which of these statements surely support a claim."""
    return frozenset(
        one.id
        for one in claim.appearances
        if one.id in statements and one.bearing == "sure" and one.stance == "supports"
    )


def check_confirmed(claim: str, corroboration: Corroboration, *, masked: bool = False) -> None:
    """Raise Unreadable where a credibility of 1 has no second origin: how many there are, of whom, and what would be needed.

    `masked`: the claim is judged before its source is shown, so that nobody is named.
    """
    if corroboration.is_confirmed:
        return
    held = _origins(corroboration.origins)
    whom = "" if masked or not corroboration.origins.roots else f", counting {_whom(corroboration.origins.roots)}"
    needed = (
        "it takes a second one that is surely another: a report on somebody else's word, or an own check (`wherefrom log call`, "
        "`wherefrom log seen`) that tells the same"
    )
    words = [f"{CONFIRMED} says that another source confirms it, and the ledger has {held}{whom}", needed]
    words += [] if masked else list(_beside_the_point(claim, corroboration))
    raise Unreadable(claim, "; ".join(words))


def _origins(origins: Origins) -> str:
    least = {0: "no origin for sure", 1: "one origin"}.get(origins.at_least, f"{origins.at_least} origins")
    more = origins.at_most is None or origins.at_most > max(origins.at_least, 1)
    return f"{least} for sure" if more and origins.at_least else least


def _whom(roots: Sequence[Root]) -> str:
    named = [f"“{one.label}”" for one in roots[:3]]
    return ", ".join(named) + (f" and {len(roots) - 3} more" if len(roots) > 3 else "")


def _beside_the_point(claim: str, corroboration: Corroboration) -> Iterable[str]:
    """Why own checks that are about the claim do not count, and how to mend it where it is the reading that is at fault."""
    for one in corroboration.checks:
        if one.kind not in STATING:
            if one.about:
                yield f"{one.words} states nothing of the matter"
        elif not one.supports:
            yield (
                f"{one.words} is about it, but no statement in it was found to support it: if one does, `wherefrom regroup merge {claim} CLAIM` "
                "joins the claim that it stands under"
            )
        elif corroboration.origins.at_least < 2:
            yield f"{one.words} goes back to the same origin, or may, since neither is named, or to no other than itself"


def fallen(corroboration: Corroboration) -> str | None:
    """What is said of a credibility of 1 whose second origin is gone; None while it is there. The grade itself stays as it was given."""
    if corroboration.is_confirmed:
        return None
    left = {0: "there is none now", 1: "there is one now"}.get(
        corroboration.origins.at_least, f"there are {corroboration.origins.at_least} now"
    )
    return f"given when there were two origins; {left}"


# --- where a grade stands


@dataclass(frozen=True, slots=True)
class Footing:
    """How what a grade was given on lies today: of `given` statements `here` stand under this claim, `elsewhere` under another one.

    `now` are all the statements of the claim, `older` those of them that it was not given on although the ledger had their documents then.
    `joined`: it was given in another ledger that was joined in, of which nobody can tell whether it had those documents.
    """

    given: int
    here: int
    elsewhere: int
    now: int
    older: int
    joined: bool = False


def moved(footing: Footing) -> str | None:
    """What is said of a grade whose claim was merged or split since; None where only later reports came to it."""
    if not footing.given or not (footing.older or footing.elsewhere or footing.here < footing.given):
        return None
    here = f"on {footing.here} of the {_statements(footing.now)}"
    if footing.older and footing.joined:
        return f"given in another ledger that was joined in, {here}"
    if footing.older and footing.elsewhere:
        return f"given before claims were merged and split, {here}"
    if footing.older:
        return f"given before the merge, {here}"
    if footing.elsewhere:
        return f"given before the split, on {_statements(footing.given)}, of which {footing.here} stand{'s' * (footing.here == 1)} here"
    return f"given on {_statements(footing.given)}, of which {footing.here} {'is' if footing.here == 1 else 'are'} still read so"


def _statements(number: int) -> str:
    return f"{number} statement{'' if number == 1 else 's'}"


# --- what is said of many grades together


@dataclass(frozen=True, slots=True)
class Pair:
    """What one person gave to a claim and to a source that it goes back to, each on its own scale, in one scheme's words."""

    by: str
    scheme: Scheme
    reliability: str
    credibility: str


def diagonal(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """A warning for each grader whose two scales only move together: more than four in five of at least FEWEST_PAIRS pairs."""
    held: dict[tuple[str, Scheme], list[Pair]] = {}
    for one in pairs:
        if is_grade(one.reliability) and is_grade(one.credibility):
            held.setdefault((one.by, one.scheme), []).append(one)
    return tuple(
        f"{on} of {by}'s {len(found)} grades of a claim only follow the grade of its source (A with 1, B with 2 and so on): each is to be judged for "
        "itself. Baker et al. (1968) found 87 % of such pairs in army reports, as if both scales were one"
        for (by, _), found in sorted(held.items())
        if len(found) >= FEWEST_PAIRS and (on := _on_diagonal(found)) * 5 > len(found) * 4
    )


def _on_diagonal(pairs: Iterable[Pair]) -> int:
    return sum((one.reliability, one.credibility) in _DIAGONAL for one in pairs)


def mixed_rows(words: Iterable[str]) -> str | None:
    """What ICD 203 has whoever uses words of both its rows tell their readers; None where all are of one."""
    held = set(words)
    if all(not held.isdisjoint(row) for row in ROWS_OF_ICD_203):
        return (
            "these likelihoods use both rows of words of ICD 203 (as “likely” and “probable”), which takes a disclaimer"
        )
    return None


def usual(own: Mapping[Scheme, int], come: Mapping[Scheme, int], scale: Scale) -> Scheme | None:
    """In whose words a ledger grades on a scale: its own first grade's, else those of the first that came with a colleague's ledger.

    Both give for each scheme when it was first used, as a number that grows with time. A ledger that another was joined to keeps its own words, and
    shows the other's grades in theirs.
    """
    for used in (own, come):
        known = [one for one in OF_SCALE[scale] if one in used]
        if known:
            return min(known, key=used.__getitem__)
    return None


# --- what stands now


def stands(given: Sequence[frozenset[Hashable]], earlier: int) -> bool:
    """Whether of one person's grades of a thing on one scale, as they were given, this one still stands: no later one is of anything it is of.

    Each grade is told by what it is of: a source, or the statements of a claim, so that the grades of two claims that were merged stand side by
    side until one is given to both.
    """
    return all(given[earlier].isdisjoint(later) for later in given[earlier + 1 :])
