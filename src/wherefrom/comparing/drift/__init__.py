"""How claims change along their retelling: what later tellings lose, harden or alter."""

from collections.abc import Iterator

from wherefrom.comparing.material import Material
from wherefrom.model import Claim, Findings, Spans, Words
from wherefrom.model.retelling import Drift, Telling

from .attribution import losses
from .figures import changes
from .names import Names, changed_names
from .polarity import turned
from .shown import Finding
from .tellings import Relied, Retelling, Told, retellings

__all__ = ["Relied", "drift"]


def drift(findings: Findings) -> tuple[Drift, ...]:
    """What the tellings of each claim lost or changed against an earlier one, both wordings side by side.

    A telling is held against the document that its own relies on, else against the first that tells the same detail and
    was published earlier for certain. What has a source of its own is no retelling; what the later document says
    elsewhere is not lost. In the order of claims, of the later telling and of its words.
    """
    material = Material.of(findings)
    relied, names = Relied.of(findings.relies_on), Names.of(findings.parties)
    return tuple(one for claim in findings.claims for one in _of_claim(material, claim, relied, names))


def _of_claim(material: Material, claim: Claim, relied: Relied, names: Names) -> Iterator[Drift]:
    told: set[tuple[str, str, str, Spans]] = set()
    for pair in retellings(material, claim, relied):
        for finding in _found(pair, names):
            once = (pair.earlier.appearance.id, pair.later.appearance.document, finding.kind, finding.earlier)
            if once not in told:  # one document that tells it twice lost it once
                told.add(once)
                yield _shown(pair, finding)


def _found(pair: Retelling, names: Names) -> Iterator[Finding]:
    yield from losses(pair)
    yield from changes(pair)
    yield from changed_names(pair, names)
    yield from turned(pair)


def _shown(pair: Retelling, finding: Finding) -> Drift:
    how = pair.how.how if pair.how is not None else None
    return Drift(
        claim=pair.claim,
        kind=finding.kind,
        earlier=_telling(pair.earlier, finding.earlier),
        later=_telling(pair.later, finding.later),
        how=how,
        why=f"{finding.why}; {_relation(pair)}",
    )


def _telling(told: Told, marked: Spans) -> Telling:
    document = told.document
    said = Words.of(document.text, told.appearance.spans)
    return Telling(told.appearance.document, told.appearance.id, document.published, said, marked)


def _relation(pair: Retelling) -> str:
    if pair.how is not None:
        return f"the later document relies on the earlier one: {pair.how.why}"
    return "both tell the same detail, and nothing shows that one took it from the other"
