"""What a grade can be of, in the findings of a day: claims by their statements, sources wherever they are met, hypotheses by their names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from wherefrom.comparing import Outlets
from wherefrom.model import Claim, Findings, Party, Unreadable
from wherefrom.model.entry import Kind, Supposed, Target

from .asking import plain
from .file import Ledger
from .queries import claim_page
from .targets import Anchors, Named
from .vault import HANDLE
from .views import findings
from .whom import whom

_KINDS: Mapping[str, Kind] = {
    "d": "document",
    "a": "appearance",
    "c": "claim",
    "p": "party",
    "n": "note",
    "r": "release",
}
_LIKE_AN_ID = re.compile(r"[dacpnr](?=[a-f]{0,11}\d)[0-9a-f]{3,12}")
"""What was meant as an id; no word has its form, for want of a digit."""

MOST_NAMED = 4
"""Of several who are called alike, how many are named."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a grade is of: its kind, today's id (of an outlet that only publishes its name, None where it is gone), and its words or its name."""

    kind: Kind
    id: str | None
    text: str
    key: tuple[str, ...]
    """What it has in common with the same thing met elsewhere: an outlet is one by its name."""


@dataclass(frozen=True, slots=True)
class Things:
    """All that can be graded as the ledger had it at an entry, `seq`."""

    seq: int
    found: Findings
    anchors: Anchors
    outlets: Outlets
    claims: Mapping[str, Claim]
    parties: Mapping[str, Party]
    under: Mapping[str, str]
    """For each statement the claim that it surely bears on."""
    publishers: Mapping[str, str]
    """Outlets whose documents there are: by what their spellings share, the name."""
    hypotheses: Mapping[str, str]
    """Their words by their ids."""

    @classmethod
    def of(cls, ledger: Ledger, as_of: str | None = None) -> Self:
        """What there was to be graded at a moment."""
        found, outlets = findings(ledger, as_of), Outlets.shipped()
        names = sorted({one.publisher for one in found.documents if one.publisher is not None and one.kind != "check"})
        return cls(
            ledger.seq_at(as_of),
            found,
            Anchors.of(found),
            outlets,
            {one.id: one for one in found.claims},
            {one.id: one for one in found.parties},
            {one.id: claim.id for claim in found.claims for one in claim.appearances if one.bearing == "sure"},
            {_outlet(name, outlets): name for name in reversed(names)},
            dict(_hypotheses(ledger, ledger.seq_at(as_of))),
        )

    # --- by the name that somebody gives

    def kind_of(self, name: str) -> Kind:
        """What a name means by its form: ids have theirs, hypotheses are known, and whatever is called otherwise is a source."""
        if name in self.hypotheses:
            return "hypothesis"
        like = name.casefold()
        if _LIKE_AN_ID.fullmatch(like):  # one that is cut short or in capitals is no name either
            return _KINDS.get(like[0], "party")
        return "party"

    def target(self, ledger: Ledger, name: str) -> Target:
        """What a name means, anchored so that it can be found again; raises Unreadable where there is nothing of this name, or several are called so."""
        kind = self.kind_of(name)
        if kind == "hypothesis":
            return Target(kind, name)
        if kind == "claim" and name not in self.claims:
            claim_page(ledger, name, self.seq)  # says in plain words where it went
        if HANDLE.fullmatch(name):
            return whom(ledger, name, self.seq, self.outlets).target
        if kind == "party" and name not in self.parties:
            return self._called(name)
        return Named.of(self.found).target(kind, name)

    def _called(self, name: str) -> Target:
        if not name.strip():
            raise Unreadable("the source", "has no name")
        outlet = self.publishers.get(_outlet(name, self.outlets))
        if outlet is not None:
            return Target("party", outlet)
        called = [one for one in self.found.parties if one.named and plain(one.name) == plain(name)]
        if not called:
            raise Unreadable(
                name, "is no person, body or outlet of this ledger; `wherefrom sources` lists those who stand in chains"
            )
        if len(called) > 1:
            listed = ", ".join(f"{one.id} ({one.kind})" for one in called[:MOST_NAMED])
            raise Unreadable(name, f"{len(called)} are called so: {listed}; name one by its id")
        return Named.of(self.found).target("party", called[0].id)

    # --- by what an entry names

    def thing(self, target: Target) -> Thing:
        """What a target means today."""
        match target.kind:
            case "party":
                return self._source(target)
            case "hypothesis":
                return Thing("hypothesis", target.id, self.hypotheses.get(target.id, ""), ("hypothesis", target.id))
            case _:
                name = self.anchors.resolved(target)
                return _gone(target) if name is None else self.claim(name)

    def claim(self, name: str) -> Thing:
        """A claim of this id."""
        return Thing("claim", name, self.claims[name].text if name in self.claims else "", ("claim", name))

    def source(self, name: str) -> Thing:
        """A party of this id, or an outlet of this name."""
        return self._source(Target("party", name)) if name not in self.parties else self._party(name)

    def _source(self, target: Target) -> Thing:
        if target.document is None and target.id not in self.parties:
            return self._outlet(target.id)
        name = self.anchors.resolved(target)
        return _gone(target) if name is None else self._party(name)

    def _party(self, name: str) -> Thing:
        one = self.parties[name]
        if one.named and _outlet(one.name, self.outlets) in self.publishers:
            return Thing("party", name, one.name, ("outlet", _outlet(one.name, self.outlets)))
        return Thing("party", name, one.name, ("party", name))

    def _outlet(self, name: str) -> Thing:
        key = _outlet(name, self.outlets)
        return Thing("party", self.publishers.get(key, name), self.publishers.get(key, name), ("outlet", key))

    def members(self, name: str) -> tuple[Target, ...]:
        """The statements that surely bear on a claim, anchored."""
        named = Named.of(self.found)
        return tuple(
            named.target("appearance", one.id) for one in self.claims[name].appearances if one.bearing == "sure"
        )

    def today(self, on: Iterable[Target]) -> Mapping[str, frozenset[str]]:
        """Where statements that a grade was given on stand: for each claim those that surely bear on it now."""
        held: dict[str, set[str]] = defaultdict(set)
        for one in on:
            name = self.anchors.resolved(one)
            if name is not None and name in self.under:
                held[self.under[name]].add(name)
        return {claim: frozenset(names) for claim, names in held.items()}


def _gone(target: Target) -> Thing:
    where = (target.document or "", *(f"{start}-{end}" for start, end in target.spans))
    return Thing(target.kind, None, "", ("gone", target.kind, target.id, *where))


def _outlet(name: str, outlets: Outlets) -> str:
    """What the spellings of an outlet's name share."""
    known = outlets.known(name)
    return plain(name if known is None else known.name)


def _hypotheses(ledger: Ledger, seq: int) -> Iterable[tuple[str, str]]:
    for entry in ledger.entries(Supposed, until=seq):
        if isinstance(said := entry.said, Supposed):
            yield said.hypothesis, said.text
