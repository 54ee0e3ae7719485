"""All that comparing found, ready to be shown: one value that the terminal and the dossier read from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from wherefrom.comparing.drift import drift
from wherefrom.comparing.revisions import revisions
from wherefrom.comparing.timeline import timeline
from wherefrom.judging import Yardstick
from wherefrom.model import Findings

from .along import Drifted, Happening, Rested, Revised, drifted, happenings, rested, revised
from .differing import Differing, differing
from .shared import Shared, Shelf, shared


@dataclass(frozen=True, slots=True)
class Compared:
    """Shared claims, and what differs, drifted, rests on whom, happened and was revised; `shown` has claims by id."""

    shelf: Shelf
    shared: tuple[Shared, ...]
    shown: Mapping[str, Shared]
    differing: tuple[Differing, ...]
    drifted: tuple[Drifted, ...]
    rested: tuple[Rested, ...]
    happenings: tuple[Happening, ...]
    revised: tuple[Revised, ...]

    @property
    def changes(self) -> tuple[Drifted, ...]:
        """What changed on the way, once where two claims share the tellings."""
        return tuple(
            {
                (one.kind, one.earlier.appearance, one.later.appearance, one.why): one for one in reversed(self.drifted)
            }.values()
        )[::-1]

    @property
    def beyond(self) -> bool:
        """Whether there is anything beside the claims."""
        return bool(self.differing or self.drifted or self.rested or self.happenings or self.revised)

    @classmethod
    def of(cls, findings: Findings, yardstick: Yardstick | None = None) -> Self:
        """What these findings hold beyond single documents."""
        findings = _in_itself(findings)
        shelf = Shelf.of(findings, yardstick)
        claims = shared(shelf)
        return cls(
            shelf=shelf,
            shared=claims,
            shown={one.claim.id: one for one in claims},
            differing=differing(shelf, findings.conflicts),
            drifted=drifted(shelf, drift(findings)),
            rested=rested(shelf, findings.relies_on),
            happenings=happenings(shelf, timeline(findings)),
            revised=revised(shelf, revisions(findings)),
        )


def _in_itself(findings: Findings) -> Findings:
    """The same without references to what it does not hold: part of a larger set can be shown as it is."""
    documents = {document.id for document in findings.documents}
    known = {appearance.id for appearance in findings.appearances if appearance.document in documents}
    claims = (
        replace(claim, appearances=tuple(member for member in claim.appearances if member.id in known))
        for claim in findings.claims
    )
    return replace(
        findings,
        appearances=tuple(appearance for appearance in findings.appearances if appearance.id in known),
        claims=tuple(claim for claim in claims if claim.appearances),
        relies_on=tuple(reliance for reliance in findings.relies_on if reliance.document in documents),
    )
