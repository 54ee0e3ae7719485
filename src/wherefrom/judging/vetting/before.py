"""What was public of an item before the party said it, since when, and whether it could have had it from there."""

from collections.abc import Sequence

from wherefrom.judging.days import Days, days_of, order

from .disclosures import Public, Timing, Told, Voice, When
from .hearing import Hearing
from .voices import Voices


def public_of(hearing: Hearing, told: Sequence[Told], when: When, found: Voices, *, sure: bool) -> Public:
    """The earliest statement of others that was published and carries the same thing, and what follows from its day.

    What may be about something else was perhaps no such thing: it counts nowhere and is only shown. Own checks were never public.
    """
    days = days_of(when.date)
    public = [(one, voice) for voice in found.supported for one in voice.told if not one.check]
    early = tuple(one for one in found.perhaps if not one.check and _order(one, days) == "before")
    if not sure:
        early = (*(one for one, _ in public if _order(one, days) == "before"), *early)
        why = "what was public may be about something else" if early else "it has no day" if days is None else ""
        timing: Timing = "unknown" if why else "new"
        return Public(timing, None, f"cannot tell: {why}" if why else "", (), early)
    for how in ("before", "same-time", "unknown"):
        held = sorted(
            ((one.published or "~", one.statement), one, voice) for one, voice in public if _order(one, days) == how
        )
        if held:
            _, first, voice = held[0]
            besides = _besides(hearing, told, first)
            match how:
                case "before":
                    return Public("public-before", first, _could_be(hearing, told, when, first, voice), besides, early)
                case "same-time":
                    return Public("same-day", first, "cannot tell: both are of one day", besides, early)
                case _:
                    return Public("unknown", first, "cannot tell: a date is missing, or too coarse", besides, early)
    if days is None:
        return Public("unknown", None, "cannot tell: it has no day", (), early)
    return Public("new", None, "", (), early)


def _order(one: Told, days: Days | None) -> str:
    return order(days_of(one.published), days)


def _could_be(hearing: Hearing, told: Sequence[Told], when: When, first: Told, voice: Voice) -> str:
    if any(_cites(hearing, one, first) for one in told):
        why = "it is cited where the party says so"
    else:
        why = f"it was public {_days_between(first, when)}before"
    unsure = "" if voice.sure else "; and whoever told that may be the party itself"
    return f"it could be: {why}{unsure}"


def _cites(hearing: Hearing, one: Told, first: Told) -> bool:
    return any(
        reliance.document == one.document and reliance.on in {first.document, first.outlet}
        for reliance in hearing.story.relies_on
    )


def _days_between(first: Told, when: When) -> str:
    earlier, later = days_of(first.published), days_of(when.date)
    if earlier is None or later is None or earlier[0] != earlier[1] or later[0] != later[1]:
        return ""
    number = (later[0] - earlier[0]).days
    return f"{number:,} day{'s' * (number != 1)} "


def _besides(hearing: Hearing, told: Sequence[Told], first: Told) -> tuple[str, ...]:
    """The figures in the party's words that the earliest public words have not: these it cannot have from there."""
    held = hearing.material.appearances
    known = {(one.value, one.high, one.unit) for one in held[first.statement].quantities}
    figures = (one for name in told for one in held[name.statement].quantities)
    return tuple(dict.fromkeys(one.text for one in figures if (one.value, one.high, one.unit) not in known))
