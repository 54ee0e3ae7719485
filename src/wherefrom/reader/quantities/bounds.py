"""What words around a number say of it: more or less than it, at least, at most, about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wherefrom.model.appearance import Relation

_BEFORE: Mapping[Relation, str] = {
    ">": """over; more than; greater than; larger than; higher than; bigger than; longer than; older than; better than; above;
        beyond; exceeding; exceed; exceeds; exceeded; surpass; surpassing; surpassed; topping; in excess of; upward of;
        north of; taller than; heavier than; faster than; hotter than; further than; farther than; more""",
    ">=": """at least; at the least; no less than; no fewer than; not less than; not fewer than; upwards of; a minimum of;
        minimum of; at a minimum; as little as; as few as; from at least; at minimum;
        greater than or equal to; more than or equal to; higher or equal than; greater or equal than; larger or equal than;
        bigger or equal than; at least or equal to; equal to or more than; equal to or greater than; larger than or equal to;
        higher than or equal to""",
    "<": """under; fewer than; less than; below; lower than; smaller than; shorter than; younger than; short of;
        cheaper than; lighter than""",
    "<=": """up to; as many as; as much as; as high as; no more than; not more than; no greater than; at most; at the most; a maximum of;
        maximum of; not exceeding; no higher than; no longer than; not above; within; no larger than; no later than;
        less than or equal to; lower or equal than; smaller or equal than; less or equal than; fewer than or equal to;
        equal to or less than; lower than or equal to; smaller than or equal to""",
    "~": """about; around; approximately; approx; approx.; roughly; some; nearly; almost; close to; an estimated; estimated;
        estimated at; near; circa; ca; ca.; nearly about; somewhere around; in the region of; on the order of; of the order of;
        something like; in the neighbourhood of; in the neighborhood of; a reported; more or less; virtually; practically;
        approaching; getting on for; the best part of; around about; perhaps""",
    "=": "exactly; precisely; equal to; equals; equals to; equaling; equaling to; equalling; a total of",
}
_INTENSE = frozenset(
    "well just slightly far much little considerably significantly only comfortably substantially way".split()
)
_WORD = re.compile(r"[a-z][a-z'’]*\.?$")
_LONGEST = 6
_REACH = 48
_SIGNS: Mapping[str, Relation] = {
    "<": "<",
    ">": ">",
    "≤": "<=",
    "≥": ">=",
    "<=": "<=",
    ">=": ">=",
    "< =": "<=",
    "~": "~",
    "∼": "~",
    "≈": "~",
    "≃": "~",
    "⩽": "<=",
    "⩾": ">=",
    "±": "=",
}
_SIGN = re.compile(r"(?<![<>=])(< =|<=|>=|[<>~∼≈≃≤≥⩽⩾±])\s{0,2}$")

_DURING = frozenset(
    """victory victories win wins won triumph control argument argue argued arguing dispute disputes disputed fight fought
    fighting talks concern concerns concerned questioned arrested row clash clashed clashes worried fears protest protests
    lead leads debate debated negotiate negotiated negotiations presided resigned sued advantage power""".split()
)
"""Words behind which "over" means "because of" or "against", and no bound."""

_TOPIC = frozenset(
    """talk talks talked talking ask asked asking complain complained concern concerned concerns worry worried worrying
    think thinks thought thinking know knows knew learn learned learnt question questions questioned information story
    stories report reports joke joked jokes tell told telling speak spoke speaking write wrote writing book film debate
    how what everything something anything nothing lied detail details care cared news""".split()
)
"""Words behind which "about" names a topic, and no estimate."""

_SPANNED = frozenset(
    "for of lasted lasting took takes taking after is are was were been be just well age aged waited spent with".split()
)
"""Words behind which "over" with a time is a bound and not "in the course of"."""

_NO_NUMBER = (
    r"(?!(?:[ ]than)?(?:[ ]or[ ]equal)?(?:[ ]to)?[ ]{1,2}(?:an?[ ]|the[ ]|about[ ])?"
    r"(?:[\d$£€]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twenty|thirty|forty|fifty|sixty|hundred))"
)
"""Where no number follows, which the words would belong to instead."""

_AFTER: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    (
        ">=",
        re.compile(
            r"\+|-plus\b|[ ](?:or|and)[ ](?:more|greater|over|above|higher|older|larger|longer|better|upwards?|up)\b"
            rf"{_NO_NUMBER}(?:[ ]than\b)?|[ ]at[ ](?:the[ ])?(?:least|minimum)\b(?![ ](?:\d|one|two|three|four|five))"
            r"|[ ]plus\b(?=\s{0,2}(?:$|[.,;]|years))"
        ),
    ),
    (
        "<=",
        re.compile(
            rf"[ ](?:or|and)[ ](?:less|fewer|under|below|lower|younger|smaller|shorter)\b{_NO_NUMBER}(?:[ ]than\b)?|[ ]at[ ](?:the[ ])?(?:most|maximum)\b(?![ ](?:\d|one|two|three|four|five))"
        ),
    ),
    ("~", re.compile(r"-odd\b|[ ]odd\b|-ish\b|[ ]or[ ](?:so|thereabouts)\b|[ ]more[ ]or[ ]less\b|-something\b")),
)
_OR_EQUAL = re.compile(rf"[ ]or[ ]equal\b(?:[ ]to\b(?:[ ]it\b)?)?(?![ ]to\b){_NO_NUMBER}")


@dataclass(frozen=True, slots=True)
class Bound:
    """A relation with where its words begin, or end where they stand behind."""

    relation: Relation
    place: int
    words: str = ""


_PHRASES: Mapping[str, Relation] = {
    " ".join(phrase.split()): relation for relation, lines in _BEFORE.items() for phrase in lines.split(";")
}


def bound_before(low: str, at: int, *, timed: bool = False) -> Bound | None:
    """The bound that ends right before `at`, the outer one where two follow each other ("at least about").

    `timed` tells that a time is counted, with which "over" mostly means "in the course of".
    """
    inner = _one_before(low, at, timed=timed)
    if inner is None:
        return None
    outer = _one_before(low, inner.place, timed=timed)
    if outer is None:
        return inner
    return Bound(outer.relation if outer.relation != "~" else inner.relation, outer.place, outer.words)


def _one_before(low: str, at: int, *, timed: bool) -> Bound | None:
    start = max(0, at - _REACH)
    sign = _SIGN.search(low, start, at)
    if sign is not None:
        return Bound(_SIGNS[sign[1]], sign.start(), sign[1])
    if at == 0 or not low[at - 1].isspace():
        return None
    places = _words_before(low, start, at)
    for count in range(len(places), 0, -1):
        begin = places[count - 1]
        phrase = " ".join(low[begin:at].split())
        relation = _PHRASES.get(phrase)
        if relation is None or phrase == "more":
            continue
        before = low[places[count] : begin].strip() if count < len(places) else ""
        if not _meant(phrase, before, timed=timed):
            return None
        if before in _INTENSE and relation not in {"~", "="}:
            begin = places[count]
        return Bound(relation, begin, phrase)
    return None


def _words_before(low: str, start: int, at: int) -> list[int]:
    """Where the words right before `at` begin, the nearest first."""
    places: list[int] = []
    end = at
    while len(places) <= _LONGEST:
        stripped = len(low[start:end].rstrip()) + start
        if stripped == end and places:
            break
        match = _WORD.search(low, max(start, stripped - 20), stripped)
        if match is None or (stripped > start and "\n" in low[stripped:end]):
            break
        if match.start() > start and low[match.start() - 1] in "-‑'’":
            break
        places.append(match.start())
        end = match.start()
    return places


def _meant(phrase: str, before: str, *, timed: bool) -> bool:
    """Whether the words say how many, and not what about, or in the course of what."""
    if phrase == "over":
        return before not in _DURING and not (timed and before not in _SPANNED and before not in _INTENSE)
    if phrase == "about":
        return before not in _TOPIC
    if phrase == "near":
        return True
    return not (phrase == "some" and before in {"for", "in"} and timed)


def bound_after(low: str, at: int) -> Bound | None:
    """The bound right behind a number or its unit: "or more", "or so", "-odd"."""
    for relation, pattern in _AFTER:
        match = pattern.match(low, at)
        if match is not None:
            return Bound(relation, match.end())
    return None


def or_equal_after(low: str, at: int) -> int | None:
    """Where "or equal", behind a number, ends."""
    match = _OR_EQUAL.match(low, at)
    return None if match is None else match.end()
