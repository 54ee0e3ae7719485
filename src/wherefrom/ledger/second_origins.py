"""What a claim rests on once all is left out that was taken back, and which own checks bear on it: what a credibility of 1 is held against."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from wherefrom.comparing import recounted
from wherefrom.judging.grading import Corroboration, OwnCheck, supporting
from wherefrom.model import Appearance, Origins, Root, Unreadable
from wherefrom.model.entry import Checked, TakenBack

from .file import Ledger
from .gradable import Things
from .impact import impact
from .queries import claim_page


@dataclass(frozen=True)
class Corroborations:
    """What every claim rests on at a moment; `gone` are statements, `dropped` documents that went with what was retracted or rescinded."""

    ledger: Ledger
    things: Things
    seq: int
    gone: frozenset[str]
    dropped: frozenset[str]

    @classmethod
    def of(cls, ledger: Ledger, things: Things, as_of: str | None = None) -> Self:
        """What claims rest on at a moment."""
        gone, dropped = set[str](), set[str]()
        seq = ledger.seq_at(as_of)
        for entry in ledger.entries(TakenBack, until=seq):
            # What an outlet corrected still stands as its word.
            if isinstance(said := entry.said, TakenBack) and said.verb != "corrected":
                with suppress(Unreadable):  # nothing of it is held any more
                    found = impact(ledger, said.target, as_of)
                    gone |= {one.id for one in found.appearances if one.falls}
                    dropped |= {one.document for one in found.documents if one.how == "own"}
        return cls(ledger, things, seq, frozenset(gone), frozenset(dropped))

    def of_claim(self, name: str) -> Corroboration:
        """What a claim rests on."""
        origins = self._origins(name)
        unnamed = tuple(one for one in origins.roots if self._is_unnamed(one))
        return Corroboration(origins, tuple(self._checks(name)), self._own, unnamed)

    @cached_property
    def _checked(self) -> Mapping[str, tuple[Checked, ...]]:
        """What was noted of each own check, by its document."""
        found: dict[str, list[Checked]] = defaultdict(list)
        for one in self.ledger.entries(Checked, until=self.seq):
            if isinstance(said := one.said, Checked):
                found[said.document].append(said)
        return {name: tuple(held) for name, held in found.items()}

    @cached_property
    def _told(self) -> Mapping[str, frozenset[str]]:
        """The statements of each own check."""
        found: dict[str, set[str]] = {name: set() for name in self._checked}
        for one in self.things.found.appearances:
            if one.document in found:
                found[one.document].add(one.id)
        return {name: frozenset(held) for name, held in found.items()}

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(name for held in self._told.values() for name in held)

    @cached_property
    def _firm(self) -> frozenset[str]:
        """Statements that something is so: "perhaps" and "if" confirm nothing."""
        return frozenset(one.id for one in self.things.found.appearances if _is_firm(one))

    @cached_property
    def _through_others(self) -> frozenset[str]:
        """Statements that are not on their outlet's own word."""
        return frozenset(one.id for one in self.things.found.appearances if one.chain)

    @cached_property
    def _published(self) -> Mapping[str, str | None]:
        return {one.id: one.published for one in self.things.found.documents}

    def _is_unnamed(self, root: Root) -> bool:
        """Whether nobody knows who an origin is: none of its parties has a name, or it has none and is no outlet's own word."""
        parties = [self.things.parties[name] for name in root.parties if name in self.things.parties]
        if parties:
            return not any(one.named for one in parties)
        return any(name in self._through_others for name in root.appearances[:1])

    def _origins(self, name: str) -> Origins:
        claim = self.things.claims[name]
        if self.gone.isdisjoint(one.id for one in claim.appearances):
            return claim.origins
        story = claim_page(self.ledger, name, self.seq).story
        held = {one.id for one in story.documents}
        left = recounted(story, self.things.outlets, self.gone, self.dropped & held)
        return left.get(name, claim.origins)

    def _checks(self, name: str) -> Iterator[OwnCheck]:
        for document, several in self._checked.items():
            found = supporting(self.things.claims[name], (self._told[document] & self._firm) - self.gone)
            about = any(one.claim is not None and self.things.anchors.resolved(one.claim) == name for one in several)
            if found or about:
                said, day = several[-1], (self._published.get(document) or "an unknown day")[:10]
                yield OwnCheck(document, said.kind, said.on, day, found, about)


def _is_firm(one: Appearance) -> bool:
    """Whether a statement is held without a condition, and as more than possible, by its last holder too."""
    last = one.chain[-1].degree if one.chain else "unspecified"
    return one.condition is None and "possible" not in {one.certainty.degree, last}
