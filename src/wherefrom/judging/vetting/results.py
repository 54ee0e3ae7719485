"""What became of an item: the first of these rules that fits, each with its reason in plain words."""

from dataclasses import dataclass
from datetime import date

from wherefrom.model import Appearance

from .disclosures import Clash, Public, Result, TakenAway, Voice
from .untestable import untestable
from .voices import Voices

_MOST = 3
"""Voices that a reason names; all of them stand beside it."""


@dataclass(frozen=True, slots=True)
class Became:
    """All that tells what became of an item; `first` is the party's earliest statement of it."""

    first: Appearance
    voices: Voices
    clashes: tuple[Clash, ...]
    taken_away: tuple[TakenAway, ...]
    public: Public

    @property
    def confirming(self) -> list[Voice]:
        """Other origins for certain that came after it, and own checks whenever they were made: these were never public."""
        return [one for one in self.voices.supported if one.sure and (one.check or one.order == "after")]

    @property
    def perhaps_confirming(self) -> list[Voice]:
        """Those of which one of the two cannot be told. Who told it before adds nothing: the party may have it from there."""
        held = self.confirming
        return [one for one in self.voices.supported if one not in held and (one.check or one.order != "before")]

    def against(self, *, sure: bool) -> list[str]:
        """Who or what speaks against it."""
        voices = [one.who for one in self.voices.opposed if one.sure is sure]
        values = [one.about or one.kind for one in self.clashes if one.sure is sure]
        away = [f"{one.status}{' by the party itself' if one.own else ''}" for one in self.taken_away if sure]
        return [*voices, *(f"figures or facts that cannot all hold ({value})" for value in values), *away]


def result_of(became: Became, day: date) -> tuple[Result, str]:
    """What became of an item as of a day, and why it is thought so."""
    rule = untestable(became.first, day)
    if rule is not None and rule.ever:
        return "cannot-be-tested", rule.why
    result = _decided(became)
    if result is None and rule is not None:
        return "cannot-be-tested", rule.why
    return result or _undecided(became)


def _decided(became: Became) -> tuple[Result, str] | None:
    confirmed, against = became.confirming, became.against(sure=True)
    told = [f"{one.who} (own check)" if one.check else one.who for one in confirmed]
    if confirmed and against:
        return "both", f"{_listed(told)} for it, {_listed(against)} against it"
    if against:
        return "contradicted", f"by {_listed(against)}"
    if confirmed:
        return "confirmed", f"by {_listed(told)}"
    return None


def _undecided(became: Became) -> tuple[Result, str]:
    perhaps, against = became.perhaps_confirming, became.against(sure=False)
    because = "; ".join(dict.fromkeys(f"{one.who}: {_reason(one)}" for one in perhaps[:_MOST]))
    if perhaps and against:
        return "perhaps-both", f"{because}; perhaps against it: {_listed(against)}"
    if against:
        return "perhaps-contradicted", f"by {_listed(against)}, of which that cannot be told for certain"
    if perhaps:
        return "perhaps-confirmed", because
    if became.public.timing == "public-before":
        return "public-before", "others told it, but only before"
    return "open", "nobody else speaks of it"


def _reason(one: Voice) -> str:
    if not one.sure:
        return one.why
    return "told on the same day" if one.order == "same-time" else "cannot tell whether it came after"


def _listed(names: list[str]) -> str:
    found = list(dict.fromkeys(names))
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"{', '.join(found[:_MOST])}{more}"
