"""Who relies on whom: citations, copies, echoes, and versions of one text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wherefrom.comparing.material import Group, Material
from wherefrom.comparing.outlets import Outlets
from wherefrom.model import Reliance

from .citing import Citation, Citing, reliances
from .direction import order_of
from .echoing import echoes
from .headlines import Headlines
from .matter import Matter
from .press import Press
from .reuse import reuse

__all__ = ["relies_on"]

_BEST = ("version-of", "copies", "cites", "echoes")
"""Of several kinds of evidence for one reliance the first is shown."""


def relies_on(material: Material, outlets: Outlets, groups: Sequence[Group] = ()) -> tuple[Reliance, ...]:
    """Every document that rests on an earlier one or on an outlet, and the words that show it.

    One finding for each document and what it rests on, in the order of the documents and of the words. `groups` are the
    statements that carry one claim: they tell which report of an outlet is meant, and where details are shared.
    """
    press = Press(material, outlets)
    matter = Matter(material, groups)
    citing = Citing(material, press, matter)
    cited = _one_way(material, {name: citing.citations(one) for name, one in material.documents.items()})

    found = [one for name, document in material.documents.items() for one in reliances(name, document, cited[name])]
    found += reuse(material, press, _Credit(material, press, cited))
    found += _headlined(material, Headlines(material, press))
    found = [one for one in found if one.how == "cites" or _are_reports(material, one)]
    resting = {one.document for one in found}
    resting |= {name for name, document in material.documents.items() if document.kind == "check"}
    found += echoes(material, groups, [name for name in material.documents if name not in resting])
    return _merged(material, found)


def _are_reports(material: Material, one: Reliance) -> bool:
    """Whether both are reports: what a desk was told is nobody's copy and no version, however it was put down."""
    held = (material.documents.get(name) for name in (one.document, one.on))
    return all(document is None or document.kind == "report" for document in held)


@dataclass(frozen=True, slots=True)
class _Credit:
    material: Material
    press: Press
    cited: dict[str, list[Citation]]

    def credits_it(self, one: str, other: str) -> bool:
        document = self.material.documents[other]
        return any(it.on == other or self.press.is_own(document, it.name) for it in self.cited[one])

    def common(self, one: str, other: str) -> str | None:
        names = {it.on: it.name for it in self.cited[one]}
        return next((names[it.on] for it in self.cited[other] if it.on in names), None)


def _one_way(material: Material, cited: dict[str, list[Citation]]) -> dict[str, list[Citation]]:
    """Citations, where two documents credit each other's outlets and no date tells which came first by outlet only."""
    pairs = {(document, one.on) for document, held in cited.items() for one in held if one.on in material.documents}

    def settled(document: str, one: Citation) -> Citation:
        if (document, one.on) not in pairs or (one.on, document) not in pairs:
            return one
        if order_of(material.documents[one.on], material.documents[document]) != "unknown":
            return one
        return replace(one, on=one.name, why=f"{one.why} (each of the two credits the other)")

    return {document: [settled(document, one) for one in held] for document, held in cited.items()}


def _headlined(material: Material, headlines: Headlines) -> Iterable[Reliance]:
    for name, document in material.documents.items():
        for outlet, span in headlines.claimed(document):
            yield Reliance(name, outlet, "copies", (span,), f"{outlet} points to this headline as its own article's")
        for outlet, span in headlines.pointers(document):
            yield Reliance(name, outlet, "cites", (span,), f"{outlet} points to an earlier article of its own")


def _merged(material: Material, found: Sequence[Reliance]) -> tuple[Reliance, ...]:
    """One finding for each document and what it rests on: the best evidence, with the other's reason added."""
    best: dict[tuple[str, str], Reliance] = {}
    for one in sorted(found, key=lambda one: _BEST.index(one.how)):
        key = (one.document, one.on)
        held = best.get(key)
        best[key] = one if held is None else replace(held, why=f"{held.why}; {one.why}")
    return tuple(sorted(best.values(), key=lambda one: (material.place[one.document], one.spans, one.on)))
