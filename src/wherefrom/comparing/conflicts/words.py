"""Words brought together that say one thing: "fled", "fleeing", "went over" and "defected" are one word here.

By tables of English words and endings: no statistics, the same answer whatever else is read.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_]\b)*\w*(?:['’-][^\W_]+)*")

_IRREGULAR = {
    form: base
    for line in """be is are was were been am being; have has had having; do does did done; go goes went gone going;
        fall fell fallen; lose lost losing; flee fled; sell sold; pay paid; sent send; bring brought; buy bought; build built;
        leave left leaving; find found; hold held; meet met; say said; tell told; give gave given giving; take took taken taking;
        make made making; come came coming; become became; begin began begun; break broke broken; rise rose risen; sink sank sunk;
        steal stole stolen; shoot shot; strike struck stricken; speak spoke spoken; tear tore torn; write wrote written; win won;
        fight fought; fly flew flown; drive drove driven; know knew known; see saw seen; show showed shown; think thought;
        spend spent; lend lent; feed fed; hit hitting; cut cutting; quit quitting; put putting; run ran running; die died dying dies;
        dead death deaths; people person persons; man men; woman women; child children; withdraw withdrew withdrawn; grow grew grown;
        throw threw thrown; overthrow overthrew overthrown; choose chose chosen; teach taught; catch caught; seek sought;
        hear heard; mean meant; stand stood; keep kept; get got gotten; let letting; set setting; lead led; wear wore worn;
        lie lay lain lying; half halves; wife wives; life lives; country countries; company companies; company's; foot feet""".split(
        ";"
    )
    for base, *forms in [line.split()]
    for form in (base, *forms)
}

# Each line: one thing that reports say in several words. The words are stems; a phrase is joined by "_".
_ALIKE = """
stock shares
fall lose drop decline slump plunge tumble slide sink_price shed weaken weaker lower dip
rise climb jump soar gain surge increase
die dead death kill perish fatality
injure wound hurt
cancel call_off ground scrap
postpone put_off defer delay
defect flee escape go_over come_over cross_over run_away desert defection defector
arrive reach come_to
evacuate evacuation order_out move relocate
arrest detain detention seize capture custody jail imprison
resign resignation quit step_down
dismiss sack fire_worker axe oust
owe debt liability
value worth valuation
price cost
bid tender
pay payment
demand ransom ask_for
talk speak conversation discussion meeting meet
steal theft copy swipe
rescue save survive survivor pick_up
hear ping signal transmit position
aboard board on_board
vote ballot poll
attack strike raid
start begin break_out
end finish close
visit trip
marry wedding
born birth
found establish
buy purchase acquire acquisition
sell sale
last take_time go_on
find discover
break breach
invade invasion
sign signature
launch
explode explosion blast
crash
earthquake quake
"""
GENERAL = frozenset(
    """a an the and or but nor as at by for from in into of on onto off out over per than that this these those to up via
    with within without who whom whose which what when where while why how if be have do will would shall should can could
    may might must not no it its it's he him his she her hers they them their theirs we us our you your i me my one two
    three four five six seven eight nine ten there here then so such because before after since until during about above
    below between under through against among around across along behind beside near toward towards upon ago earlier
    later both either neither any some all more most less few fewer least much many several other another just only even
    still also again now already yet very too same own each every whole part say tell report according claim allege add
    ask_for state note announce describe call believe think know reportedly allegedly apparently year month week day hour
    minute time today yesterday tomorrow night morning evening afternoon percent per cent million billion thousand hundred
    dozen mr mrs ms dr sir new first last next former early late make get give take come go see put let set way thing lot
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday number figure total nearly almost roughly approximately up least well than about being old aged age""".split()
)
"""Words that tell nothing of what a figure or a date is about."""


class Word(NamedTuple):
    """A word of a text as it is compared, and where it stands."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What stays of a word in small letters when its endings are taken off."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("s'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return _whole(word[: -len(ending)])
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _IRREGULAR.get(word, word.removesuffix("e") if len(word) > 3 else word)


def _whole(root: str) -> str:
    """A root that stood before "ed" or "ing": "cancell" is "cancel", "stopp" is "stop"."""
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sez" and (root[-1] != "l" or len(root) > 4):
        root = root[:-1]
    return _IRREGULAR.get(root, root.removesuffix("e") if len(root) > 3 else root)


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end] that say something, in order."""
    tokens = list(WORD.finditer(text, start, end))
    lows = [token.group().lower() for token in tokens]
    found: list[Word] = []
    for place, (token, low) in enumerate(zip(tokens, lows, strict=True)):
        meant, phrases = _entry(low)
        if phrases is not None:
            following = " ".join(lows[place + 1 : place + 3])
            meant = phrases.get(following.partition(" ")[0]) or phrases.get(following) or meant
        if meant:
            found.append(Word(meant, token.start(), token.end()))
    return found


@lru_cache(maxsize=65536)
def _entry(low: str) -> tuple[str, Mapping[str, str] | None]:
    """What a word is compared as, nothing for words that tell nothing; and as what with the words behind it."""
    bare = stem(low)
    known = _CLASS.get(bare, "" if bare in GENERAL or len(bare) < 2 else bare)
    return "" if low in GENERAL else known, _PHRASES.get(bare)


_CLASS = {
    "_".join([stem(part), *rest]): line.split()[0]
    for line in _ALIKE.strip().splitlines()
    for word in line.split()
    for part, *rest in [word.split("_")]
}
_PHRASES: dict[str, dict[str, str]] = {}
for _phrase, _class in _CLASS.items():
    _first, _, _rest = _phrase.partition("_")
    if _rest:
        _PHRASES.setdefault(_first, {})[_rest] = _class
_PHRASES["not"] = {"take place": _CLASS["cancel"]}
"""By the stem of a verb: what it is compared as with the particle behind it ("called off")."""
CLASSES = frozenset(_CLASS.values())
"""The words that stand for what several words say."""
