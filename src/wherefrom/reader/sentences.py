"""Where sentences begin and end in a stretch of English news text."""

import re

_ENDS = re.compile(r"(?<![.?!…])[.?!…]+[\"'”’»)\]]*(?=\s)")
_OPENERS = "\"'“‘«([—–-•"
_SHORT = frozenset(
    """Mr Mrs Ms Mx Dr Prof St Sr Jr Sen Rep Gov Gen Col Lt Maj Capt Cmdr Adm Sgt Cpl Pvt Hon Rev Fr Pres Supt Det Insp
    Messrs Amb Atty Asst Assn Co Corp Inc Ltd LLC Bros Univ Dept Dist Ave Blvd Rd Mt Ft No Nos Vol Fig Jan Feb Mar Apr Jun
    Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan
    Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo
    co corp inc ltd llc pp ed eds vs v etc al ca approx est nos vol fig""".split()
)
"""Abbreviations after which a full stop does not end a sentence when a capital follows. Case counts: "Ill." is a state,
and "ill." ends a sentence."""

_MAY_END = frozenset("co corp inc ltd llc bros etc al jr sr".split())
"""Of these, the ones that also close sentences: they do so before a word that commonly begins one."""

_BEGINNERS = frozenset(
    """the a an in on at it its he she they we i this that these those but and or so if when while after before however
    his her their our my there then yet as for from by with what who why how""".split()
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Offsets of the sentences of `text[start:end]`, without the white space around them.

    Line breaks are white space here: blocks are told apart before (`intake`). Closing quotation marks and brackets
    stay with the sentence they close.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begun = start
    for match in _ENDS.finditer(text, start, stop):
        if _is_end(text, begun, match, stop):
            _add(text, begun, match.end(), found)
            begun = match.end()
    _add(text, begun, stop, found)
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without white space at its ends; empty where there was nothing else."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return (start + left, start + max(left, len(stretch.rstrip())))


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    start, end = trimmed(text, start, end)
    if start < end:
        found.append((start, end))


def _is_end(text: str, begun: int, match: re.Match[str], stop: int) -> bool:
    following = text[match.end() : min(stop, match.end() + 40)].lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENERS)[:1]
    if not first or not (first.isupper() or first.isdigit() or following[0] in _OPENERS):
        return False
    if first.islower():
        return False
    mark = match.group()
    if mark[0] != "." or mark.startswith(".."):
        return True
    return _full_stop_ends(text[max(begun, match.start() - 20) : match.start()], following, closed=len(mark) > 1)


def _full_stop_ends(before: str, following: str, *, closed: bool) -> bool:
    """Whether one full stop after `before` ends a sentence and is not part of an abbreviation or initial."""
    word = re.split(r"[\s(\[\"“‘'—–]", before)[-1]
    next_word = re.match(r"\W*(\w*)", following)
    begins = next_word is not None and next_word.group(1).lower() in _BEGINNERS
    bare = word.rstrip(".")
    if closed and bare not in _SHORT:
        return True
    if bare in _SHORT:
        return bare.lower() in _MAY_END and begins
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):  # U.S., p.m., J.R.
        return begins
    if re.fullmatch(r"[A-Z]", word):  # an initial
        return begins and word == "I"
    return True
