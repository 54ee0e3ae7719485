"""Lines that hold names, roles and dates and nothing else: what bylines and credits are made of."""

import re

MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)

_TIME_WORDS = frozenset(
    """updated published posted modified am pm a.m p.m gmt utc bst ist est edt cet cest pst pdt et pt ist hrs at on last
    first date time""".split()
)

_JOINING = frozenset("and & with in for of the via at und et y".split())

_PARTICLES = frozenset(
    "de da di do dos du del della der den ter ten van von zu la le el al bin ibn bint ben of".split()
)

_JOBS = frozenset(
    """staff writer writers reporter reporters correspondent correspondents editor editors desk bureau contributor
    contributors columnist newsroom photographer""".split()
)

_ROLES = _JOBS | frozenset(
    """chief senior special contributing associated press agency agencies analyst team foreign political defence defense
    security diplomatic science business associate deputy assistant""".split()
)

_TOKEN = re.compile(r"[^\s,;|·•–—()/]+")

_NUMBER = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|\d{1,4}[-.:]\d{1,2}(?:[-.:]\d{1,4})?(?:am|pm|z)?|\d{4}-\d\d-\d\dT\S+", re.IGNORECASE
)

_NAME_WORD = re.compile(r"@\w+|(?:[A-Z]\.)+|(?:[^\W\d_a-z]|[a-z]{1,2}['’-]?[A-Z])[\w.'’-]*", re.UNICODE)

_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}")


def words_of(line: str) -> list[str]:
    """The words of a line without the marks between them."""
    return [token.strip(":.'\"") if not _NAME_WORD.fullmatch(token) else token for token in _TOKEN.findall(line)]


def is_name(word: str) -> bool:
    """Whether it is written like a part of a name: with a capital, in a script without them, or a handle."""
    return bool(_NAME_WORD.fullmatch(word)) and not is_of_time(word)


def is_of_time(word: str) -> bool:
    """Whether it is part of a date or of the words around one."""
    low = word.lower().rstrip(".:")
    return low in MONTHS or low in _DAYS or low in _TIME_WORDS or bool(_NUMBER.fullmatch(word))


def is_job(word: str) -> bool:
    """Whether it is what somebody is at a newspaper, and not only the field: "reporter", but not "defence"."""
    return word.lower().strip(".") in _JOBS


def is_role(word: str) -> bool:
    """Whether it is part of what people at a newspaper are called."""
    return word.lower().strip(".") in _ROLES


def has_date(line: str) -> bool:
    """Whether a line states a day: a whole date in figures, or a month beside a number."""
    if _FULL_DATE.search(line):
        return True
    low = [word.lower().rstrip(".") for word in words_of(line)]
    return any(word in MONTHS for word in low) and any(word[:1].isdigit() for word in low)


def only_names(words: list[str], *, roles: bool, times: bool) -> bool:
    """Whether words are names and what joins them, and (if allowed) roles and dates; at least one is a name."""
    names = 0
    for word in words:
        if is_name(word) or (roles and is_role(word)):
            names += 1
        elif not (word.lower() in _JOINING or word.lower() in _PARTICLES or (times and is_of_time(word))):
            return False
    return names > 0
