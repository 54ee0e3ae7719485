"""The words that times are made of."""

from wherefrom.reader import lexicon

from .meaning import Unit, Way

MONTHS: dict[str, int] = {name: number for number, name in enumerate(lexicon.MONTHS, 1)}

SHORT_MONTHS: dict[str, int] = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}

WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(lexicon.WEEKDAYS)}

SHORT_WEEKDAYS: dict[str, int] = {name[:3]: number for name, number in WEEKDAYS.items()} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}

SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_UNITS: dict[Unit, str] = {
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "weekend": "weekend weekends",
    "month": "month months",
    "quarter": "quarter quarters",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
}

UNITS: dict[str, Unit] = {word: unit for unit, words in _UNITS.items() for word in words.split()}

PLURALS = frozenset(word for word in UNITS if word.endswith("s"))

NIGHTS: dict[str, int] = {"night": 1, "nights": 1, "fortnight": 14, "fortnights": 14}
"""Units that are counted in days."""

SMALL: dict[str, int] = lexicon.SMALL_NUMBERS
TENS: dict[str, int] = lexicon.TENS

TENS_PLURAL: dict[str, int] = {word[:-1] + "ies": number // 10 for word, number in TENS.items()}
"""Decades by name: "nineties" is 9."""

_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    "twentieth": 20,
    "thirtieth": 30,
}

SUFFIXES = frozenset({"st", "nd", "rd", "th"})

WAYS: dict[str, Way] = {
    "last": "last",
    "previous": "last",
    "past": "last",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "next",
}

BEFORE_LAST = frozenset({"previous", "preceding", "following", "same", "that", "subsequent", "ensuing"})
"""Words that count from the time told last, not from the day of publication."""

EARLY = frozenset({"early", "mid", "late", "beginning", "start", "middle", "end", "earlier", "later", "midway"})

PARTS_OF_DAY = frozenset(
    {"morning", "afternoon", "evening", "night", "lunchtime", "dawn", "dusk", "midday", "overnight"}
)

TODAY: dict[str, int] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

REPEATS: dict[str, str] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
}

PREPOSITIONS = frozenset(
    """in on since until till by from to of through during between before after around about at late early mid for
    and or circa last next this past every each until throughout within into towards toward beginning starting ending
    effective dated year years spring summer autumn fall winter""".split()
)
"""Words after which a name of a month stands for the month."""

COUNTED = frozenset(
    """people men women children troops soldiers fighters dollars euros pounds yen yuan rubles miles km kilometers
    kilometres m meters metres feet ft acres votes jobs words students pupils percent hours hour years year days day
    weeks months minutes seconds members employees workers units homes houses tons tonnes kg points times copies bc bce
    degrees residents refugees migrants police officers cases deaths bodies mw watts calories mg ml hp rpm mph others
    participants visitors species households seats cars vehicles civilians individuals characters pages feet""".split()
)
"""What a bare four-digit number counts, so that it is no year."""

HEDGED_ABOUT = frozenset({"around", "about", "circa", "ca", "approximately", "roughly"})

FUTURE = frozenset(
    """will would shall ll going scheduled due plan plans planned planning expected expects upcoming intends intend
    slated hopes aims must wo cannot""".split()
)
"""Words that put what is told into the time to come."""

PAST = frozenset(
    """said was were had did told went took began came made gave saw got found left held became met shot ran won lost
    rose fell kept knew thought sent built broke spoke wrote brought led fought hit put cut has have been says say
    struck stood grew flew stole fled swept drew burst dealt sold bought taught caught felt heard paid sat spent
    spread threw wore woke sank sang swore tore understood withdrew""".split()
)
"""Words that put it into the past, beside those in "-ed"."""

NOT_PAST = frozenset("need indeed speed feed seed proceed exceed succeed breed united red bed hundred sacred".split())

ZONES = frozenset("gmt utc est edt et cst cdt ct pst pdt pt mst cet bst ist".split())
