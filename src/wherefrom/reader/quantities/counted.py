"""What a number counts: the adjectives and the noun behind it, as they stand in the text."""

import re

from wherefrom.reader import lexicon

_TOKEN = re.compile(r"[ \u00a0]{1,2}((?:[^\W\d_]\.){2,4}|[^\W\d_][\w'’-]{0,30})")
_SKIPPED = re.compile(
    r"(?:[ \u00a0]{1,2}(?:other|more|additional|further|extra|different|of the|of|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]{0,9})(?=[ \u00a0])){1,3}"
)
"""Words before the counted phrase that are no part of it: "four other ships"."""
_OF = re.compile(
    r"[ \u00a0]{1,2}of[ ]{1,2}(?:all[ ])?(?:the[ ]|its[ ]|their[ ]|his[ ]|her[ ]|our[ ]|my[ ]|your[ ]|these[ ]|those[ ]|an?[ ]|such[ ])?(?=[^\W\d_])",
    re.IGNORECASE,
)
_MOST = 4
"""Words of the longest counted phrase that is read."""

_STOPS = frozenset(
    """a an the and or but nor as at by for from in into of on onto off out over per than that this these those to up via with
    within without who whom whose which what when where while why how if is are was were be been being am has have had do
    does did will would shall should can could may might must not no it he she they we you i him her them us its his their our
    your my also then there here so such because before after since until till during about above below between under
    through against among around across along behind beside near toward towards upon later ago earlier apart each every both
    either neither any some all more most less fewer least much many few several other others another just only even still
    strong odd plus yet already now today yesterday tomorrow tonight said says say told added according including involving following
    compared respectively per-cent times's however although though whether unless died dead's killed injured wounded hurt
    arrested voted went came left fled lost won made took were got gave saw found held showed began remained became stood fell remain remains
    rose survived escaped used called moved sent set put plus minus versus v vs et away north south east west""".split()
) | frozenset((*lexicon.WEEKDAYS, *lexicon.MONTHS))
_PLURALS = frozenset(
    """people men women children troops police personnel aircraft staff crew sheep fish deer cattle mice teeth feet geese
    policemen servicemen firemen fishermen gunmen crewmen businessmen spokesmen congressmen policewomen servicewomen
    media data criteria phenomena bacteria alumni species series headquarters crossroads means dead injured wounded missing
    homeless spacecraft helicopters folks folk livestock militia militiamen grandchildren schoolchildren infantrymen lawmen
    clergymen salesmen workmen craftsmen layoffs passers-by kilos oxen bison salmon trout swine offspring""".split()
)
_NOT_NOUNS = re.compile(r"(?:ous|ss|us|is|'s|’s|ics)$")
_SOME_NOUNS = frozenset("witness witnesses virus viruses campus campuses bus buses business businesses".split())
_VERBS = frozenset(
    "news has was is does says goes takes makes gets comes seems looks needs wants includes follows means as this thus".split()
)


def counted(text: str, low: str, at: int, *, single: bool) -> str | None:
    """The noun with its adjectives right behind a number that ends at `at`, or behind "of" there; None where none shows.

    Without grammar the noun is told by its plural; where the number is one, the first word is taken.
    """
    of = _OF.match(low, at)
    if of is not None:
        return _phrase(text, low, of.end() - 1, single=True)
    return _phrase(text, low, at, single=single)


def counted_with(text: str, low: str, at: int) -> str | None:
    """What a share or a measure is of: the phrase behind "of" at `at`; None where none stands there."""
    of = _OF.match(low, at)
    return None if of is None else _phrase(text, low, of.end() - 1, single=True)


def counted_joined(text: str, at: int) -> str | None:
    """The noun that a hyphen joins to a number: "three-person"."""
    match = re.compile(r"[-‑]([^\W\d_]{3,20})(?![\w'’-])").match(text, at)
    return None if match is None or match[1].lower() in _STOPS else match[1]


def _phrase(text: str, low: str, at: int, *, single: bool) -> str | None:
    skipped = _SKIPPED.match(low, at)
    start = end = at if skipped is None else skipped.end()
    words = 0
    while words < _MOST:
        match = _TOKEN.match(low, end)
        if match is None:
            break
        word = match[1]
        if word in _STOPS or _possessive(word):
            break
        if words == 0:
            start = match.start(1)
        elif word.endswith(("ed", "ing")) and words > 0 and single:
            break
        end, words = match.end(), words + 1
        if is_plural(word):
            return text[start:end]
    if not words or not single:
        return None
    if words > 2:
        first = _TOKEN.match(low, at if skipped is None else skipped.end())
        return text[start : first.end()] if first is not None else None
    return text[start:end]


def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like a noun in the plural."""
    if word in _PLURALS or word in _SOME_NOUNS:
        return True
    tail = word.rpartition("-")[2]
    if tail in _PLURALS:
        return True
    return word.endswith("s") and len(word) > 3 and word not in _VERBS and _NOT_NOUNS.search(word) is None


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))
