"""Claims that people merged or split: entries, never rewrites, held against every later grouping.

What is said is said of statements, by their words, since claims are named anew with every document. Saying the other thing later undoes it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from wherefrom.comparing.sameness import UNTIED, Ties
from wherefrom.model import Appearance, Claim, Findings, Spans, Unreadable
from wherefrom.model.entry import Entry, Regrouped, Target

from .arrivals import Arrivals
from .codec import unpacked, written
from .file import Ledger
from .schema import HELD
from .targets import Anchors

Anchor = tuple[str, Spans]
"""A statement by its words: document and spans."""

Together = tuple[Target, ...]
"""Statements of which the same was said together."""


@dataclass(frozen=True, slots=True)
class Regroupings:
    """What people hold of which statements carry one claim: `tied` are under one, `apart` under one of their own; in the order of the entries."""

    tied: tuple[Together, ...] = ()
    apart: tuple[Together, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tied or self.apart)

    def ties(self, statement: Target) -> bool:
        """Whether this statement, by its words, is tied to others."""
        return any(_anchor(statement) == _anchor(one) for together in self.tied for one in together)

    def documents(self) -> frozenset[str]:
        """The documents of which anything was said."""
        return frozenset(one.document or "" for together in (*self.tied, *self.apart) for one in together)

    def within(self, documents: Iterable[str]) -> "Regroupings":
        """What concerns a story of these documents."""
        held = frozenset(documents)
        return Regroupings(*(tuple(one for one in said if _in(one, held)) for said in (self.tied, self.apart)))

    def key(self) -> str:
        """What a story that is compared with these is known by; nothing where nobody said anything."""
        both = ((sorted(map(_anchor, one)) for one in said) for said in (self.tied, self.apart))
        return written([sorted(said) for said in both]) if self else ""

    def of(self, read: Findings) -> Ties:
        """The same by the ids that these statements have in a reading."""
        if not self:
            return UNTIED
        anchors = Anchors.of(read)

        def named(said: Iterable[Together]) -> tuple[tuple[str, ...], ...]:
            found = (tuple(anchors.resolved(one) for one in together) for together in said)
            return tuple(tuple(dict.fromkeys(one for one in together if one is not None)) for together in found)

        return Ties(named(self.tied), named(self.apart))


def regroupings(ledger: Ledger, until: int | None = None) -> Regroupings:
    """What people held up to an entry, in the order in which it was said, in whichever ledger that was."""
    return folded(sorted(ledger.entries(Regrouped, until=until), key=Arrivals.of(ledger).in_time))


def folded(entries: Iterable[Entry]) -> Regroupings:
    """What holds after these entries.

    A merge ends that any of its statements stood apart, and ties them. A split ends that its statements were tied to others; those that were
    not tied to anything stand apart from then on, together.
    """
    held = Regroupings()
    for said in (entry.said for entry in entries):
        if isinstance(said, Regrouped):
            held = _after(held, said)
    return held


def folded_within(entries: Iterable[Entry], documents: Collection[str]) -> Regroupings:
    """What holds within these documents after these entries, as if nobody had ever seen any others.

    What was said of statements of other documents too counts nowhere. So a split that only cut a statement loose from such a merge leaves it
    where its words put it.
    """
    whole, own = Regroupings(), Regroupings()
    for said in (entry.said for entry in entries):
        if not isinstance(said, Regrouped):
            continue
        if all(one.document in documents for one in said.targets):
            kept = said
            if said.verb == "splits":
                kept = replace(said, targets=tuple(one for one in said.targets if own.ties(one) or not whole.ties(one)))
            own = _after(own, kept)
        whole = _after(whole, said)
    return own


def _after(held: Regroupings, said: Regrouped) -> Regroupings:
    """What holds when this was said too."""
    named = tuple(_statement(one) for one in said.targets)
    anchors = {_anchor(one) for one in named}
    apart = [one for one in held.apart if anchors.isdisjoint(map(_anchor, one))]
    if said.verb == "merges":
        joined = [one for one in held.tied if not anchors.isdisjoint(map(_anchor, one))]
        tied = [one for one in held.tied if one not in joined]
        tied.append(_each_once([one for together in (*joined, named) for one in together]))
    else:
        free = tuple(one for one in named if not held.ties(one))
        tied = [part for together in held.tied for part in _cut(together, anchors) if len(part) > 1]
        apart += [free] if free else []
    return Regroupings(tuple(tied), tuple(apart))


def joined_by(said: Regroupings, parts: Sequence[Sequence[int]], documents: Sequence[str]) -> list[list[int]]:
    """Stories as places of documents, those that a tie goes across made one; `documents` are the ids at these places."""
    if not said.tied:
        return [list(part) for part in parts]
    of = {documents[place]: number for number, part in enumerate(parts) for place in part}
    groups = {number: [number] for number in range(len(parts))}
    head = list(groups)  # of each part the one under whose number its group stands
    for together in said.tied:
        near = sorted({head[of[one.document]] for one in together if one.document in of})
        for other in near[1:]:
            for number in groups[other]:
                head[number] = near[0]
            groups[near[0]] += groups.pop(other)
    return sorted(sorted(place for number in group for place in parts[number]) for group in groups.values())


def claim_target(story: Findings, claim: str) -> Target:
    """A claim of these findings, anchored by the statement that it is named after; raises Unreadable where there is none of this id."""
    found = next((one for one in story.claims if one.id == claim), None)
    if found is None:
        raise Unreadable(claim, "is no claim that the ledger holds")
    named = f"a{claim.removeprefix('c')}"
    one = next(one for one in story.appearances if one.id == named)
    return Target("claim", claim, one.document, one.spans)


def split_target(ledger: Ledger, one: Appearance) -> Target:
    """A statement as a split names it: by the words of a tie, where a tie was made by what is this statement now.

    Raises Unreadable where it carries no claim, or is alone under one already.
    """
    plain = Target("appearance", one.id, one.document, one.spans)
    story = _story_with(ledger, plain, ledger.head().seq)
    anchors = None if story is None else Anchors.of(story)
    now = None if anchors is None else anchors.resolved(plain)
    tied = (anchor for together in regroupings(ledger).tied for anchor in together if anchor.document == one.document)
    for anchor in tied:
        if anchor.spans == one.spans or (anchors is not None and now is not None and anchors.resolved(anchor) == now):
            return Target("appearance", one.id, anchor.document, anchor.spans)
    claim = None if story is None else _under(story, plain)
    if claim is None:
        raise Unreadable(one.id, "carries no claim")
    if sum(member.bearing != "akin" for member in claim.appearances) < 2:
        raise Unreadable(one.id, "is the only statement of its claim")
    return plain


def claim_of(ledger: Ledger, target: Target, seq: int) -> str | None:
    """The claim that a statement, or the statement that a claim was named after, stood under at an entry."""
    story = _story_with(ledger, target, seq)
    claim = None if story is None else _under(story, target)
    return None if claim is None else claim.id


def _story_with(ledger: Ledger, target: Target, seq: int) -> Findings | None:
    key = ledger.one(
        f"SELECT told.story FROM told JOIN held USING (story) WHERE document = ? AND {HELD}",
        (target.document, seq, seq),
    )
    body = None if key is None else ledger.one("SELECT body FROM stories WHERE key = ?", (key,))
    return None if body is None else unpacked(body, Findings)


def _under(story: Findings, target: Target) -> Claim | None:
    found = Anchors.of(story).resolved(_statement(target))
    under = (claim for claim in story.claims for one in claim.appearances if one.id == found and one.bearing != "akin")
    return next(under, None)


def _statement(one: Target) -> Target:
    """The statement that a claim is named after, in the claim's place."""
    name = f"a{one.id.removeprefix('c')}" if one.kind == "claim" else one.id
    return Target("appearance", name, one.document, one.spans)


def _anchor(one: Target) -> Anchor:
    return one.document or "", one.spans


def _in(together: Together, documents: frozenset[str]) -> bool:
    return any(one.document in documents for one in together)


def _each_once(held: Iterable[Target]) -> Together:
    return tuple({_anchor(one): one for one in held}.values())


def _cut(together: Together, anchors: set[Anchor]) -> tuple[Together, Together]:
    """Those of a tie that stay, and those that leave it, who stay tied to each other."""
    gone = tuple(one for one in together if _anchor(one) in anchors)
    return tuple(one for one in together if one not in gone), gone
