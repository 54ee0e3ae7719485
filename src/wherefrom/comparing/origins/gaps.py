"""What is missing behind a claim: files that could not be read, and reports that are cited but not at hand."""

from collections.abc import Sequence

from wherefrom.comparing.material import Group, Material
from wherefrom.comparing.outlets import Outlets

from .newsroom import Newsroom
from .reliances import Reliances
from .words import folded


def gaps_of(material: Material, outlets: Outlets, group: Group, reliances: Reliances) -> tuple[str, ...]:
    """Lines that name each gap of a claim: an outlet cited for it of which no report is read, a file that is unread.

    That a claim's origin is not among the documents is part of the finding: what repeats it stays unverified.
    """
    members = [material.appearances[member.id] for member in group.members]
    newsroom = Newsroom.of(material, outlets, dict.fromkeys(one.document for one in members), reliances)
    citing: dict[str, list[str]] = {}
    for appearance in members:
        means = (newsroom.outlet_of(material, link, appearance) for link in appearance.chain)
        for outlet in dict.fromkeys([*filter(None, means), *newsroom.credited(material, appearance)]):
            citing.setdefault(outlet, []).append(newsroom.publisher[appearance.document])
    here = set(newsroom.publisher.values())
    lines = [
        _line(newsroom, outlet, by, at_hand=_is_at_hand(reliances, newsroom, outlet))
        for outlet, by in citing.items()
        if outlet not in here
    ]
    return (*lines, *(f"{one.path} could not be read: {one.why}" for one in material.findings.unread))


def _is_at_hand(reliances: Reliances, newsroom: Newsroom, outlet: str) -> bool:
    return folded(newsroom.label(outlet)) in reliances.publishers


def _line(newsroom: Newsroom, outlet: str, by: Sequence[str], *, at_hand: bool) -> str:
    citing = ", ".join(dict.fromkeys(newsroom.label(one) for one in by))
    missing = "none of its documents that were read carries this" if at_hand else "no document of its was read"
    return f"{newsroom.label(outlet)} is cited by {citing}, but {missing}"
