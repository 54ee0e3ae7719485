"""Which statements of a story are a party's own, which it only passed on, and which are known from a retelling alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from wherefrom.comparing import Outlets
from wherefrom.comparing.material import Material
from wherefrom.comparing.origins import Reliances
from wherefrom.model import Appearance, Claim, Findings, Link, Membership

from .disclosures import Told

_NO_STATEMENT = frozenset({"intends", "asks"})
"""Acts that say nothing: that somebody declined to comment is told by who reports it."""

_SAID = frozenset({"says", "discloses", "denies", "doubts"})
"""Acts that were not done where the link is negative: what somebody did not say is no disclosure."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Whoever is vetted, as a story knows them: the parties that they are there, and the documents that they published."""

    parties: frozenset[str]
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Hearing:
    """A story with one party in it that is vetted."""

    story: Findings
    outlets: Outlets
    teller: Teller

    @cached_property
    def material(self) -> Material:
        """The story's documents and statements by their ids."""
        return Material.of(self.story)

    @cached_property
    def resting(self) -> Reliances:
        """What the story's documents rely on."""
        return Reliances.of(self.material, self.story.relies_on)

    @cached_property
    def said(self) -> frozenset[str]:
        """The statements whose chain ends in the party, or that it printed on its own word.

        Where others cite an outlet for what it printed on somebody else's word, the outlet only passed that on.
        """
        return self._ending - self._printed_for_others

    @cached_property
    def passed_on(self) -> frozenset[str]:
        """The statements that the party told or printed on the word of somebody else."""
        passed = {one.id for one in self.story.appearances if self._is_passed_on(one)}
        return frozenset(passed | self._printed_for_others) - self.said

    @cached_property
    def leaning(self) -> frozenset[str]:
        """The documents that go back to another one in which the party speaks: they cite, copy or echo it, or are a version of it."""
        return frozenset(name for name, _ in self._leanings())

    @cached_property
    def _ending(self) -> frozenset[str]:
        return frozenset(one.id for one in self.story.appearances if self._is_said(one))

    @cached_property
    def _printed_for_others(self) -> frozenset[str]:
        """What is told on the party's word of claims that its own documents have on others' word alone."""
        found: set[str] = set()
        for claim in self.story.claims if self.teller.documents else ():
            names = {one.id for one in claim.appearances if one.bearing == "sure"}
            own = {name for name in names if self.material.appearances[name].document in self.teller.documents}
            if own and own.isdisjoint(self._ending):
                found |= names & self._ending
        return frozenset(found)

    @cached_property
    def retold(self) -> frozenset[str]:
        """The party's statements that are known from a document that goes back to another in which the party speaks, or through its outlet.

        A new version of a report is none: what it has that the first had not, the party said to that outlet.
        """
        leaning = {name for name, how in self._leanings() if how != "version-of"}
        return frozenset(
            name
            for name in self.said
            if (one := self.material.appearances[name]).document in leaning or self._is_through_a_printer(one)
        )

    @cached_property
    def rooted(self) -> frozenset[str]:
        """All statements that go back to an origin to which one of the party's goes back."""
        roots = (root for claim in self.story.claims for root in (*claim.origins.roots, *claim.origins.against))
        return frozenset(
            name for root in roots if not self.said.isdisjoint(root.appearances) for name in root.appearances
        )

    def goes_back(self, name: str) -> bool:
        """Whether a statement is the party's, passed on by it, or goes back to it for all that can be told."""
        if name in self.said or name in self.passed_on or name in self.rooted:
            return True
        one = self.material.appearances[name]
        return one.document in self.leaning and not has_own_voice(one)

    def told(self, name: str, member: Membership | None = None) -> Told:
        """A statement as it is shown."""
        one = self.material.appearances[name]
        document = self.material.documents[one.document]
        through = tuple(self.called(link) for link in one.chain[:-1])
        stance = member.stance if member is not None else "supports"
        return Told(
            one.id,
            one.document,
            one.spans,
            one.text,
            document.publisher,
            document.published,
            through,
            stance,
            document.kind == "check",
        )

    def called(self, link: Link) -> str:
        """What a link's source is called: by name where somebody named is meant, else as the text has it."""
        if link.source is None:
            return link.cue.text if link.cue is not None else "a report"
        parties = [self.material.parties[name] for name in link.source.parties]
        names = [party.name for party in parties if party.named]
        return ", ".join(names) if link.source.named and names else link.source.text

    def members(self, claim: Claim, *bearings: str) -> dict[str, Membership]:
        """The statements under a claim that bear on it so, in the order of time."""
        held = {one.id: one for one in claim.appearances if one.bearing in bearings}
        return {one.id: held[one.id] for one in self.material.in_time(held)}

    def _is_said(self, one: Appearance) -> bool:
        if not one.chain:
            return one.document in self.teller.documents
        last = one.chain[-1]
        if last.act in _NO_STATEMENT or (last.polarity == "negative" and last.act in _SAID):
            return False
        return self._means(last)

    def _is_passed_on(self, one: Appearance) -> bool:
        return bool(one.chain) and (
            one.document in self.teller.documents or any(self._means(link) for link in one.chain[:-1])
        )

    def _means(self, link: Link) -> bool:
        return link.source is not None and not self.teller.parties.isdisjoint(link.source.parties)

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """The documents in which the party speaks, and those that it published."""
        return frozenset(self.material.appearances[name].document for name in self.said) | self.teller.documents

    def _leanings(self) -> Iterator[tuple[str, str]]:
        """The documents that go back to one in which the party speaks, and how; of two that go back to each other, the later one."""
        place = self.material.place
        on = {(one.document, name): one.how for one in self.story.relies_on for name in self._speakers(one.on)}
        for (name, other), how in on.items():
            own = name in self.teller.documents or self.material.documents[name].kind == "check"
            mutual = (other, name) in on and place[name] < place[other]
            if name != other and not own and not mutual:
                yield name, how

    def _speakers(self, on: str) -> Iterable[str]:
        """The documents in which the party speaks that a reliance means: by id, or by the outlet that published them."""
        if on in self.material.documents:
            return (on,) if on in self._speaking else ()
        return (
            name
            for name in sorted(self._speaking)
            if (outlet := self.material.documents[name].publisher) and self.outlets.same(outlet, on)
        )

    def _is_through_a_printer(self, one: Appearance) -> bool:
        """Whether the chain goes through an outlet that has another document here in which the party speaks."""
        outer = [link.source.parties for link in one.chain[:-1] if link.source is not None]
        names = [self.material.parties[party].name for parties in outer for party in parties]
        printers = [
            outlet
            for name in self._speaking - {one.document}
            if (outlet := self.material.documents[name].publisher) is not None
        ]
        return any(self.outlets.same(name, outlet) for name in names for outlet in printers)


def has_own_voice(one: Appearance) -> bool:
    """Whether somebody named says it in the document itself, whatever the document relies on otherwise."""
    if not one.chain or one.chain[-1].source is None:
        return False
    last, outer = one.chain[-1], one.chain[:-1]
    outlets = {"outlet", "document"}
    return (
        one.chain[-1].source.named
        and one.chain[-1].source.kind not in outlets
        and last.basis == "stated"
        and not any(link.source is not None and link.source.kind in outlets for link in outer)
    )
