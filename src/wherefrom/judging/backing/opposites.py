"""Words of which one says the opposite of the other."""

from wherefrom.comparing.conflicts.words import words

_PAIRS = """
pass fail
rise fall
gain loss
increase decrease
grow shrink
win lose
accept refuse
accept reject
approve reject
approve block
allow ban
allow forbid
allow bar
permit ban
agree refuse
agree disagree
support oppose
confirm deny
admit deny
open close
start end
begin end
arrive leave
enter leave
remain leave
stay leave
stay flee
dead alive
die survive
kill spare
guilty innocent
convict acquit
arrest release
detain release
jail free
safe unsafe
legal illegal
true false
genuine forged
genuine fake
present absent
early late
before after
above below
over under
more less
most least
buy sell
lend borrow
hire dismiss
appoint dismiss
appoint sack
resign stay
profit loss
friend enemy
public private
public secret
known unknown
clear unclear
likely unlikely
possible impossible
able unable
complete incomplete
full empty
restore lose
recover lose
locked unlocked
online offline
strengthen weaken
raise lower
welcome criticise
praise criticise
friendly hostile
north south
east west
left right
first last
male female
husband wife
father mother
brother sister
son daughter
man woman
internal external
domestic foreign
temporary permanent
voluntary forced
accident deliberate
accidental deliberate
"""


def _stem(word: str) -> str:
    found = words(word, 0, len(word))
    return found[0].stem if found else word


def _table() -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for line in _PAIRS.split("\n"):
        if line:
            one, other = map(_stem, line.split())
            held.setdefault(one, set()).add(other)
            held.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in held.items()}


OPPOSITES = _table()
"""By the stem of a word, the stems of those that say the opposite: closed, and of common words only."""
