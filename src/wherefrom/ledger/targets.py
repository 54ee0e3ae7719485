"""What entries are about, found again in the findings of another day.

Claims and parties have no ids that last, so that a target holds the words it was known by: a claim those of the statement it is named
after, a party its earliest mention. Whatever these words belong to on the day asked about is the target then. Where the words are gone
because the document was read anew, the words of the same document that agree with them best are taken, if they agree by half; never
anything in another document, however alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from wherefrom.model import Appearance, Findings, Party, Spans, Unreadable
from wherefrom.model.entry import LASTING, Kind, Target

AGREE = 0.5
"""The least Dice coefficient of the code points of two stretches at which one is taken for the other, read anew."""


def target_of(findings: Findings, kind: Kind, name: str) -> Target:
    """What an id of these findings means, anchored so that it can be found again; notes and releases have ids that last.

    Raises Unreadable where these findings have nothing of that kind with that id. For many ids: `Named`.
    """
    return Named.of(findings).target(kind, name)


def resolved(findings: Findings, target: Target) -> str | None:
    """The id that a target has in these findings; None where it is in none of them. For many targets: `Anchors`."""
    return Anchors.of(findings).resolved(target)


def agreement(one: Spans, other: Spans) -> float:
    """How far two stretches of a text are the same code points: the Dice coefficient, from 0 to 1."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(span.end - span.start for span in (*one, *other))
    return 2 * common / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Anchors:
    """What stands at which words of which document, in the findings of one day."""

    documents: frozenset[str]
    statements: Mapping[str, tuple[tuple[str, Spans], ...]]
    """For each document its statements: id and spans."""
    mentions: Mapping[str, tuple[tuple[str, Spans], ...]]
    """For each document the mentions of parties in it: the party's id and spans."""
    claims: Mapping[str, str]
    """For each statement the claim it stands under."""
    unanchored: frozenset[str]
    """Parties that no words stand for."""

    @classmethod
    def of(cls, findings: Findings) -> Self:
        """The anchors of findings."""
        statements, mentions = defaultdict(list), defaultdict(list)
        for appearance in findings.appearances:
            statements[appearance.document].append((appearance.id, appearance.spans))
        for party in findings.parties:
            for mention in party.mentions:
                mentions[mention.document].append((party.id, mention.spans))
        return cls(
            frozenset(document.id for document in findings.documents),
            {name: tuple(held) for name, held in statements.items()},
            {name: tuple(held) for name, held in mentions.items()},
            dict(_memberships(findings)),
            frozenset(party.id for party in findings.parties if not party.mentions),
        )

    def resolved(self, target: Target) -> str | None:
        """The id that a target has in these findings; None where it is in none of them."""
        match target.kind:
            case "document":
                return target.id if target.id in self.documents else None
            case "appearance":
                return self._statement(target, target.id)
            case "claim":
                statement = self._statement(target, _namesake(target.id))
                return None if statement is None else self.claims.get(statement)
            case "party":
                return self._party(target)
            case _:
                return target.id

    def _statement(self, target: Target, name: str) -> str | None:
        return _best(self.statements.get(target.document or "", ()), target.spans, name)

    def _party(self, target: Target) -> str | None:
        if target.document is None:
            return target.id if target.id in self.unanchored else None
        return _best(self.mentions.get(target.document, ()), target.spans, target.id)


def _best(held: Iterable[tuple[str, Spans]], spans: Spans, name: str) -> str | None:
    """Whose words agree best with these, if by half; of several, whoever has that name, else the first in the text."""
    ranked = ((agreement(words, spans), one == name, one, words) for one, words in held)
    good = [one for one in ranked if one[0] >= AGREE]
    return min(good, key=lambda one: (-one[0], not one[1], one[3], one[2]))[2] if good else None


def _memberships(findings: Findings) -> Iterable[tuple[str, str]]:
    """Each statement and the claim that it bears on, surely rather than perhaps; those that are only akin to one count nowhere."""
    for bearing in ("perhaps", "sure"):
        for claim in reversed(findings.claims):
            for one in claim.appearances:
                if one.bearing == bearing:
                    yield one.id, claim.id


def _namesake(claim: str) -> str:
    """The id of the statement that a claim is named after."""
    return f"a{claim.removeprefix('c')}"


@dataclass(frozen=True, slots=True)
class Named:
    """All that findings have, by its id."""

    documents: Mapping[str, int]
    """Their places: documents stand in the order of publication, so that the first that mentions a party does so earliest."""
    statements: Mapping[str, Appearance]
    claims: frozenset[str]
    parties: Mapping[str, Party]

    @classmethod
    def of(cls, findings: Findings) -> Self:
        """What findings have."""
        return cls(
            {one.id: place for place, one in enumerate(findings.documents)},
            {one.id: one for one in findings.appearances},
            frozenset(one.id for one in findings.claims),
            {one.id: one for one in findings.parties},
        )

    def target(self, kind: Kind, name: str) -> Target:
        """What an id means, anchored; raises Unreadable where there is nothing of that kind with that id."""
        found = Target(kind, name) if kind in LASTING else self._anchored(kind, name)
        if found is None:
            raise Unreadable(name, f"the ledger has no {kind} of this id")
        return found

    def _anchored(self, kind: Kind, name: str) -> Target | None:
        match kind:
            case "document":
                return Target(kind, name, name) if name in self.documents else None
            case "appearance":
                return self._of_statement(kind, name, name)
            case "claim":
                return self._of_statement(kind, name, _namesake(name)) if name in self.claims else None
            case _:
                return self._of_party(name)

    def _of_statement(self, kind: Kind, name: str, statement: str) -> Target | None:
        one = self.statements.get(statement)
        return None if one is None else Target(kind, name, one.document, one.spans)

    def _of_party(self, name: str) -> Target | None:
        if name not in self.parties:
            return None
        mentions = self.parties[name].mentions
        first = min(mentions, key=lambda it: (self.documents[it.document], it.spans), default=None)
        return Target("party", name) if first is None else Target("party", name, first.document, first.spans)
