"""Numbers that say no quantity: years, dates, times of day, ordinals, names, labels, telephone numbers, scores."""

import re

from wherefrom.reader import lexicon

from .counted import is_plural
from .numerals import Numeral

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_MONTH_BEFORE = re.compile(rf"\b(?P<month>{_MONTH})(?:\.|\s\.)?\s{{1,2}}(?:the\s)?$")
_MONTH_AFTER = re.compile(rf"\s{{0,2}}(?:of\s)?(?P<month>{_MONTH})\b(?!\s?[’'])|-(?P<tight>{_MONTH})\b")
CHAIN = re.compile(r"\s{0,2}(?:-|–|—|and|to|or|,|,\sand|through|/|&)\s{0,2}")
_CLOCK_AFTER = re.compile(
    r"\s?(?:a\.?m\b|p\.?m\b|noon\b)|\s?o['’]clock|\s?(?:gmt|bst|utc|cet|cest|est|edt|pst|pdt|et|pt|hrs? gmt)\b|\s(?:in the (?:morning|afternoon|evening))"
)
_ATTACHED = frozenset("#@/_&\\^%+*)]")
_YEAR_LEFT = frozenset(
    """in since by until till before after during from late early mid year spring summer autumn fall winter back to and of
    around circa class season fiscal FY election elections olympics jan feb mar apr jun jul aug sep sept oct nov dec the between through its his their
    or for said ended ending a this our q1 q2 q3 q4 quarter calendar""".split()
) | frozenset(lexicon.MONTHS)
_DESIGNATORS = frozenset(
    """article articles section sections chapter chapters page pages room route routes channel flight flights highway
    interstate line lines platform gate phase stage round rounds week day tier type category class grade part parts volume
    vol vol. no no. nos nos. nr nr. nrs nrs. number numbers numbered episode season apollo boeing airbus windows iphone galaxy formula resolution
    protocol proposition prop amendment rule title form act verse psalm suite apartment apt box pier terminal district
    precinct ward zone sector block exit junction figure fig fig. table tables appendix annex clause paragraph para item
    items question step version model mark mk level lane track unit area building ps playstation nokia catch world
    agent case cases-no bus tram train lot plot seed hall camp court cell division league ligue serie under page
    wave version generation gen version tower studio radio state-route chromosome type-no isbn code area-code zip tel
    tel. patient ground phone fax ext ext. ip ref equation eq eq. eqs scp section-no schedule rank ranked top channel- sigma hubble
    voyager pioneer soyuz falcon shenzhou chang'e luna explorer gemini mercury ariane atlas sputnik viking vostok mariner""".split()
)
"""Words behind which a number only tells which one."""

_NEVER_ONE = frozenset(
    "no any every each another some the this that which same only wrong right next last first other big such".split()
)
_ONE_STOPS = frozenset(
    """day another who that which time thing side way hand point is was are were can could would should will has had have
    must may might does did do of's by to in on at for from with and or but if when as than then because while not never
    knows wants needs goes gets takes said says else more final last such so too either who's where it he she they we you i
    after before during until since against about into over under out up down off back there here just also be been being
    wrote thinks believes asked replied joked tweeted recalled noted claimed made used seen done called known left taken given held found step year's moment""".split()
)
_ERA = re.compile(r"[ \u00a0]?(?:A\.?D|B\.?C|BCE|CE)\b")
_QUOTES = "\"'“”‘’«»„([{—–-"
_ENDS = ".!?:;\n…•"
_NAMES = frozenset(
    ["five eyes", "six nations", "seven sisters", "one direction", "three gorges", "nine eyes", "big three", "twenty20"]
)
_SCORED = re.compile(
    r"\b(?:win|wins|won|winning|beat|beats|beaten|beating|lose|lost|loses|losing|defeat|defeats|defeated|draw|drew|score|scores|scored|victory|"
    r"lead|leads|led|ruling|ruled|vote|voted|decision|verdict|goal|goals|match|game|set|sets|final)\b"
)
_WORD_LEFT = re.compile(r"([^\W\d_][\w.'’-]{0,24})\s{1,2}$")
_WORD_RIGHT = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]{0,24})")
_TITLED = 0.7


def is_part(text: str, start: int, end: int) -> bool:
    """Whether the stretch hangs together with letters or signs around it: "F-16", "#5", "10:30", "4x4", "747s"."""
    return _hangs_before(text, start) or _hangs_behind(text, start, end)


def _hangs_before(text: str, start: int) -> bool:
    before = text[start - 1 : start] if start else ""
    further = text[start - 2 : start - 1] if start > 1 else ""
    if not before:
        return False
    if before in ".:,'’-‑−":
        return further.isdigit() if before == "," else further.isalnum()
    return before.isalnum() or before in _ATTACHED


def _hangs_behind(text: str, start: int, end: int) -> bool:
    after, behind = text[end : end + 1], text[end + 1 : end + 2]
    if (after.isalnum() and text[end - 1] not in "%$£€¥") or after in {"_", "@", "^"}:
        return True
    if not text[end - 1].isdigit():
        return False
    reference = after == "]" and start > 0 and text[start - 1] == "["
    lettered = after in {"-", "‑"} and behind.isalpha() and not text[end + 2 : end + 3].isalpha()
    tail = after in {"'", "’", "/", "."} and behind.isalpha()
    digits = after in {":", "/", ".", ",", "-", "‑", "'", "’", "–"} and behind.isdigit()
    return reference or lettered or tail or digits


def goes_on(text: str, start: int) -> bool:
    """Whether a number is the rest of something before it: the "2" of "1-2" or of "1,2", digits behind a digit."""
    before = text[start - 1 : start]
    if before in {",", "-", "‑", "−", "."} and start > 1:
        return text[start - 2].isalnum() and (before != "," or text[start - 2].isdigit())
    return before.isnumeric()


def is_address(text: str, start: int) -> bool:
    """Whether the place is inside a web address."""
    space = max(text.rfind(" ", max(0, start - 400), start), text.rfind("\n", max(0, start - 400), start))
    stretch = text[space + 1 if space >= 0 else max(0, start - 400) : start]
    return "://" in stretch or stretch.startswith("www.")


def is_clock(low: str, numeral: Numeral) -> bool:
    """Whether a number is a time of day."""
    value = numeral.value
    if value < 0 or value >= 2400:
        return False
    return _CLOCK_AFTER.match(low, numeral.end) is not None and (value < 25 or value % 1 == 0)


def is_date(text: str, low: str, numeral: Numeral) -> bool:
    """Whether a number is a day of a month by the name of the month before or behind it."""
    if not numeral.digits or not 0 < numeral.value < 32 or numeral.value % 1:
        return False
    start = max(0, numeral.start - 16)
    before = _MONTH_BEFORE.search(low, start, numeral.start)
    if before is not None and _is_month(text, low, before.start("month"), before["month"]):
        return True
    at = numeral.end
    for _ in range(3):
        after = _MONTH_AFTER.match(low, at)
        if after is not None:
            group = "month" if after["month"] else "tight"
            return _is_month(text, low, after.start(group), after[group], behind=True)
        chain = CHAIN.match(low, at)
        digits = re.compile(r"\d{1,2}(?!\d)").match(low, chain.end()) if chain is not None else None
        if digits is None:
            return False
        at = digits.end()
    return False


def chain_of_dates(low: str, end: int, numeral: Numeral) -> bool:
    """Whether a number goes on a date that ended at `end`: the "7" of "June 5-7", the year of "June 5, 2015"."""
    between = low[end : numeral.start] if 0 < end <= numeral.start else None
    if between is None or not numeral.digits or numeral.value % 1:
        return False
    if numeral.value < 32:
        return (len(between) < 8 and CHAIN.fullmatch(f"{between}", 0) is not None) or between in {
            "-",
            "–",
            " and ",
            " to ",
            " or ",
            "/",
        }
    return 1000 <= numeral.value < 2200 and between.strip() in {"", ",", "of"}


def _is_month(text: str, low: str, at: int, month: str, *, behind: bool = False) -> bool:
    if text[at].isupper():
        return True
    if month not in {"may", "march", "mar", "sept", "dec", "jan", "sep", "oct"}:
        return True
    if behind:
        return month not in {"may", "march", "mar"}
    return re.compile(r"\b(?:on|since|until|by|of|from|before|after)\s$").search(low, max(0, at - 8), at) is not None


def is_year(text: str, low: str, numeral: Numeral) -> bool:
    """Whether four bare digits are a year."""
    short = len(numeral.word) == 2 and text[numeral.start - 1 : numeral.start] in {"'", "’", "‘"}
    if numeral.digits and (short or _ERA.match(text, numeral.end)):
        return True
    if (
        not numeral.digits
        or numeral.end - numeral.start != 4
        or not 1000 <= numeral.value < 2200
        or "." in numeral.word
    ):
        return False
    left = word_left(low, numeral.start)
    right = _WORD_RIGHT.match(low, numeral.end)
    counts = right is not None and is_plural(right[1])
    if counts and left not in _YEAR_LEFT:
        return False
    if left in {"than", "over", "under", "least", "about", "nearly", "almost", "some", "to"} and counts:
        return False
    if left in {
        "than",
        "least",
        "nearly",
        "almost",
        "over",
        "exceed",
        "surpass",
        "is",
        "was",
        "equal",
        "total",
        "below",
        "above",
    }:
        return False
    return 1500 <= numeral.value < 2100 or left in _YEAR_LEFT


def by_designator(low: str, at: int) -> bool:
    """Whether the word before a place is one behind which a number only tells which one."""
    return word_left(low, at) in _DESIGNATORS


def says_else(text: str, low: str, numeral: Numeral) -> bool:
    """Whether a bare number is a year, a pronoun or part of a name."""
    return is_year(text, low, numeral) or is_pronoun(low, numeral) or is_named(text, low, numeral)


def is_label(text: str, low: str, numeral: Numeral) -> bool:
    """Whether the word before makes a bare number a name or a label: "Boeing 747", "Article 5", "page three"."""
    match = _WORD_LEFT.search(text, max(0, numeral.start - 28), numeral.start)
    if match is None:
        return False
    word = match[1]
    small = word.lower()
    if small in {"call", "called", "calling", "dial", "dialed", "dialled"} and numeral.value in {
        911,
        999,
        112,
        101,
        111,
    }:
        return True
    if (
        small in {"under", "case", "world", "area", "top", "day", "week"}
        and not word[0].isupper()
        and small not in {"day", "week", "top"}
    ):
        return False
    if small in _DESIGNATORS:
        return not (small in {"no", "number"} and not numeral.digits and _plural_follows(low, numeral.end))
    return _after_name(text, low, numeral, match)


def _after_name(text: str, low: str, numeral: Numeral, match: "re.Match[str]") -> bool:
    """Whether a number follows a name as a part of it: capitals before it, nothing counted behind it."""
    word = match[1]
    if not numeral.digits or "," in numeral.word or numeral.value % 1 or numeral.value >= 10_000 or word.islower():
        return False
    if starts_sentence(text, match.start(1)) and (len(word) < 3 or word.lower() in _STARTERS):
        return False
    if _plural_follows(low, numeral.end):
        before = _WORD_LEFT.search(text, max(0, match.start(1) - 28), match.start(1))
        return before is None and not starts_sentence(text, match.start(1))
    return word.lower() not in _STARTERS


_STARTERS = frozenset(
    """the a an in on at of and but or only some about around over more nearly almost all up at least another these those
    there with for by from as to between today yesterday about
    his her their our its my i he she they we it if when while since until after before not no just exactly roughly
    approximately last first next give answer send is are was were has have had get got take took add what how""".split()
) | frozenset(lexicon.WEEKDAYS)


def _plural_follows(low: str, at: int) -> bool:
    for _ in range(2):
        match = _WORD_RIGHT.match(low, at)
        if match is None:
            return False
        if is_plural(match[1]):
            return True
        at = match.end()
    return False


def is_named(text: str, low: str, numeral: Numeral) -> bool:
    """Whether a number word in capitals belongs to a name: "the Chicago Seven", "Five Eyes"."""
    if numeral.digits or not text[numeral.start].isupper():
        return False
    right = re.compile(r"[ -]([^\W\d_][\w’'-]{0,24})").match(text, numeral.end)
    if right is not None and low[numeral.start : right.end()] in _NAMES:
        return True
    return not (starts_sentence(text, numeral.start) or titled(text, numeral.start))


def titled(text: str, at: int) -> bool:
    """Whether the words around a place are nearly all written with capitals, as in headlines, so that they tell nothing."""
    words = re.findall(r"[^\W\d_]{4,}", text[max(0, at - 60) : at + 60])
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= _TITLED * len(words)


def starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or a line begins at the place."""
    before = text[max(0, at - 6) : at].rstrip(" \t\u00a0" + _QUOTES)
    return (not before and at <= 6) or before[-1:] in _ENDS or not before


def is_pronoun(low: str, numeral: Numeral) -> bool:
    """Whether a bare "one" stands for something rather than counting it: "one of the officials", "no one"."""
    if numeral.word != "one" or low[numeral.start : numeral.end] != "one":
        return False
    if low.startswith(" of ", numeral.end):
        return True
    left = word_left(low, numeral.start)
    if left in _NEVER_ONE or left in {"a", "day", "phase", "back"}:
        return True
    right = re.compile(r"[ -]([^\W\d_][\w'’]{0,24})").match(low, numeral.end)
    if right is None:
        after = low[numeral.end : numeral.end + 1]
        return after in {"'", "’", "-"} or left not in {
            "",
            "than",
            "least",
            "to",
            "is",
            "only",
            "just",
            "about",
            "and",
            "or",
            "by",
        }
    verb = is_plural(right[1]) and right[1].endswith("s") and right[1] not in {"series", "species", "means"}
    return verb or right[1] in _ONE_STOPS


def is_score(low: str, first: Numeral, second: Numeral) -> bool:
    """Whether two numbers with a hyphen between them are a score or a count of votes."""
    if first.value >= second.value:
        return True
    around = low[max(0, first.start - 40) : second.end + 24]
    return first.value < 10 and second.value < 12 and _SCORED.search(around) is not None


def word_left(low: str, at: int) -> str:
    """The word right before a place, white space between them; "" where there is none."""
    match = _WORD_LEFT.search(low, max(0, at - 28), at)
    return "" if match is None else match[1]
