"""What is asked about: one claim, or a whole story, with where it leads and who stands behind it without a name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from wherefrom.comparing.drift import drift
from wherefrom.model import Appearance, Span
from wherefrom.model.chain import Act
from wherefrom.model.retelling import Drift

from .prompts import with_words
from .sentences import Ground, cited
from .sourcing import Description, Desk, Sourcing, speakers

_TELLING: frozenset[Act] = frozenset({"says", "discloses", "denies"})
"""What somebody does who tells an outlet something; what somebody believed or feared was told by others."""

_SOURCE = re.compile(
    r"\b(?:sources?|officials?|insiders?|persons?|people|aides?|diplomats?|executives?|employees?|colleagues?|advisers?|advisors?|"
    r"investigators?|analysts?|experts?|spokes\w+|lawmakers?|officers?|staff\w*|workers?|witness(?:es)?|authorities)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Scope:
    """Claims with their sourcing, the documents that tell, deny or doubt them, and who is at the end of their chains, with the outlet told."""

    desk: Desk
    sourced: tuple[Sourcing, ...]
    documents: frozenset[str]
    speakers: tuple[tuple[str, Description], ...]
    drifts: tuple[Drift, ...]
    whole: bool
    """Whether it is all that the documents tell, and not one claim of it."""

    @classmethod
    def of_claim(cls, desk: Desk, claim: str) -> "Scope":
        """One claim."""
        one = desk.sourced[claim]
        told = tuple((view.outlet, it) for view in one.origins for it in view.described)
        return cls(
            desk, (one,), frozenset(it.document for it in one.standpoints), told, _drifts(desk, {claim}), whole=False
        )

    @classmethod
    def of_story(cls, desk: Desk, claims: Iterable[str], documents: Iterable[str]) -> "Scope":
        """Several claims, and all that their documents tell."""
        held, told = frozenset(claims), frozenset(documents)
        sourced = tuple(desk.sourced[claim.id] for claim in desk.material.findings.claims if claim.id in held)
        return cls(desk, sourced, told, speakers(desk, told), _drifts(desk, held), whole=True)

    @property
    def statements(self) -> Iterator[Appearance]:
        """The statements that surely bear on the claims."""
        known = self.desk.material.appearances
        names = {
            one.id
            for it in self.sourced
            for one in self.desk.claims[it.claim].appearances
            if one.bearing == "sure" and one.id in known
        }
        return (one for one in self.desk.material.findings.appearances if one.id in names)


def _drifts(desk: Desk, claims: Collection[str]) -> tuple[Drift, ...]:
    return tuple(one for one in drift(desk.material.findings) if one.claim in claims)


def ends(desk: Desk, documents: Iterable[str]) -> dict[str, dict[str, tuple[Span, ...]]]:
    """The outlets on which documents rest and of which nothing is read: by outlet, the documents and their words that say so."""
    here = {_outlet(desk, one.publisher) for one in desk.material.findings.documents if one.publisher}
    found: dict[str, dict[str, tuple[Span, ...]]] = defaultdict(dict)
    for document in sorted(documents, key=desk.material.place.__getitem__):
        for one in desk.reliances.on_outlets.get(document, ()):
            name = _outlet(desk, one.on)
            if name not in here and not desk.names_nobody(one.on):
                found[name].setdefault(document, one.spans)
    return found


def _outlet(desk: Desk, name: str) -> str:
    known = desk.outlets.known(name)
    return name if known is None else known.name


def unnamed_behind(scope: Scope) -> dict[str, list[Description]]:
    """The sources without a name by where the words for them lead: the outlet on which a document rests, else the one that was told.

    Of documents that rest on several outlets it is the one that most documents rest on, unless the chain names another. Where some are called
    sources in so many words, or were cited through an outlet, only these are.
    """
    behind = leads(scope.desk, scope.documents)
    found: dict[str, list[Description]] = defaultdict(list)
    for outlet, one in scope.speakers:
        if one.named or one.figure or one.act not in _TELLING:
            continue
        through = next((name for name in behind if name == outlet), None)
        rests = next((name for name, by in behind.items() if one.words.document in by), None)
        found[through or rests or outlet].append(one)
    plainly = {name: [one for one in held if _is_source(scope.desk, one)] or held for name, held in found.items()}
    plainly = {name: held for name, held in plainly.items() if with_words(scope.desk, held)}
    return dict(sorted(plainly.items(), key=lambda held: -len({it.words.document for it in held[1]})))


def _is_source(desk: Desk, one: Description) -> bool:
    """Whether a chain leads over an outlet to it, or its words are those of a source: who else speaks may be a figure of the story."""
    return bool(one.through) or _SOURCE.search(cited(desk.material, one.words).words) is not None


def leads(desk: Desk, documents: Iterable[str]) -> dict[str, dict[str, tuple[Ground, ...]]]:
    """Where documents say that they have it from: by outlet, the documents, directly or through another document, and their words.

    An outlet that is read here, and that itself rests on nobody, is one too. The one that most documents rest on comes first.
    """
    told = sorted(documents, key=desk.material.place.__getitem__)
    found: dict[str, dict[str, tuple[Ground, ...]]] = defaultdict(dict)
    for name, spans_of in ends(desk, told).items():
        found[name] = {document: (Ground(document, spans),) if spans else () for document, spans in spans_of.items()}
    on = desk.reliances.on_documents
    for document in told:
        for one in on.get(document, ()):
            publisher = desk.material.documents[one.on].publisher
            own = publisher == desk.material.documents[document].publisher
            if publisher is not None and not own and not desk.reliances.of_document(one.on):
                found[publisher].setdefault(document, (Ground(document, one.spans),) if one.spans else ())
    changed = True
    while changed:  # through as many hands as there are
        changed = False
        for by in found.values():
            for document in told:
                for one in on.get(document, ()):
                    if one.on in by and document not in by:
                        by[document], changed = ((Ground(document, one.spans),) if one.spans else ()), True
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))
