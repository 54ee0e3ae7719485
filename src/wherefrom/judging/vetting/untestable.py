"""What nothing that happens can show to be right or wrong, or not yet: by what kind of statement it is, never by how likely it looks."""

from dataclasses import dataclass
from datetime import date

from wherefrom.judging.days import days_of
from wherefrom.model import Appearance

_WHENEVER = frozenset({"evaluation", "intention"})
_HELD = frozenset({"believes", "doubts"})


@dataclass(frozen=True, slots=True)
class Untestable:
    """Why something cannot be tested; `ever`: whatever others say. Else it can be, once somebody says that it was or was not so."""

    why: str
    ever: bool


def untestable(one: Appearance, day: date) -> Untestable | None:
    """Why a statement cannot be tested, by a day; None where it can be."""
    if one.nature == "evaluation":
        return Untestable("an evaluation: others may share it, and nothing can show it right or wrong", ever=True)
    if one.nature == "intention":
        return Untestable("an intention: only what is done can be seen, not what was meant", ever=True)
    if one.nature == "forecast":
        return _forecast(one, day)
    last = one.chain[-1] if one.chain else None
    if last is not None and (last.act in _HELD or last.once):
        cue = f"“{last.cue.text}”" if last.cue is not None else last.act
        return Untestable(f"its own state of mind ({cue}): what it thought, not what is so", ever=False)
    return None


def is_firm(one: Appearance) -> bool:
    """Whether a statement says that something is or was so: what only may be, is to come, or is thought confirms nothing."""
    held = one.chain[-1] if one.chain else None
    return (
        one.nature not in {"forecast", *_WHENEVER}
        and one.certainty.degree != "possible"
        and one.condition is None
        and (held is None or (held.act not in _HELD and held.degree != "possible" and not held.once))
    )


def _forecast(one: Appearance, day: date) -> Untestable | None:
    days = [days for time in one.times if time.role != "said" and (days := _by_then(time.value)) is not None]
    if not days:
        return Untestable("a forecast that does not say by when", ever=False)
    if max(days) >= day:
        return Untestable(f"a forecast whose time has not come: it is for {max(days).isoformat()}", ever=False)
    return None


def _by_then(value: str | None) -> date | None:
    """The last day that a time may mean; of one that is open at its start, too."""
    found = None if value is None else days_of(value.rsplit("/", 1)[-1])
    return None if found is None else found[1]
