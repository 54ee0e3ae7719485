"""Origins as they are shown: what each is called, and in plain words why it is one."""

from collections.abc import Iterable

from wherefrom.model import Root

from .endings import Ending
from .joining import Origin
from .newsroom import Newsroom

_NAMED = 3
"""Outlets named in a sentence; the rest are counted, and found by the appearances."""


def root_of(newsroom: Newsroom, origin: Origin, *, alone: bool) -> Root:
    """The root of an origin, with all appearances that go back to it, those that are it first; `alone` if it is the only one."""
    parties = dict.fromkeys(party for one in origin.own or origin.repeats for party in one.parties)
    appearances = dict.fromkeys(one.appearance for one in origin.endings())
    unsure = ", and so not surely another than the rest" if origin.kind in {"quoted", "unnamed"} and not alone else ""
    why = [f"{_why(newsroom, origin)}{unsure}.", _gone_back(newsroom, origin), _came_late(newsroom, origin)]
    return Root(_label(newsroom, origin), tuple(parties), tuple(appearances), " ".join(filter(None, why)))


def _label(newsroom: Newsroom, origin: Origin) -> str:
    match origin.kind:
        case "unnamed":
            return f"{_first(origin)} ({newsroom.label(origin.outlet)})"
        case "voice" | "quoted":
            return _first(origin)
        case "talk":
            return _listed({one.label.lower(): one.label for one in origin.own}.values())
        case _:
            return newsroom.label(origin.outlet)


def _first(origin: Origin) -> str:
    return next(iter(origin.endings())).label


def _why(newsroom: Newsroom, origin: Origin) -> str:
    printed = _listed(newsroom.label(newsroom.publisher[one.document]) for one in origin.own)
    outlet = newsroom.label(origin.outlet)
    match origin.kind:
        case "voice":
            return f"{_first(origin)} is named and speaks in {printed}"
        case "quoted":
            return f"{_first(origin)} is named, but {_quoted(newsroom, origin)}"
        case "unnamed":
            return f"Whoever told {outlet} is not named"
        case "talk":
            return f"In {printed} nobody is named who said it first, and nothing tells one such report from another"
        case "own":
            return f"{outlet} says so on its own word"
        case _:
            return f"{outlet} is cited; where it has it from is not told here"


def _quoted(newsroom: Newsroom, origin: Origin) -> str:
    others = [one.outlet for one in origin.own if one.outlet != newsroom.publisher[one.document]]
    return f"quoted from {_listed(map(newsroom.label, others))}" if others else "in headlines only"


def _gone_back(newsroom: Newsroom, origin: Origin) -> str:
    own = {newsroom.publisher[one.document] for one in origin.own}
    outlets = [one for one in _publishers(newsroom, origin.repeats) if one not in own]
    listed = _listed(map(newsroom.label, outlets))
    return f"What {listed} say{'s' if len(outlets) == 1 else ''} goes back to it." if outlets else ""


def _came_late(newsroom: Newsroom, origin: Origin) -> str:
    listed = _listed(map(newsroom.label, _publishers(newsroom, origin.late)))
    return f"Reports without a source came later, in {listed}." if origin.late else ""


def _publishers(newsroom: Newsroom, endings: Iterable[Ending]) -> list[str]:
    return list(dict.fromkeys(newsroom.publisher[one.document] for one in endings))


def _listed(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    if len(found) > _NAMED:
        return f"{', '.join(found[:_NAMED])} and {len(found) - _NAMED} more"
    return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))
