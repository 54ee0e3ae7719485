"""Who had a claim from whom, as trees: an origin, those who passed it on, the documents in the order of time.

A document stands below the nearest one that it had the claim from: the outlet that its chain names, if that one is read
here too; else whoever its chain names; else the document of the same origin that it rests on; else the origin itself.
Nothing is drawn that neither a chain nor a reliance says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from wherefrom.model import Link, Root

from .shared import Member, Shared, Shelf, name_key, outlet_key, rooted
from .standing_words import holder, source_name

Kind = Literal["root", "hand", "document"]
"""An origin; somebody on the way who is not read here; a document."""

BandKind = Literal["for", "adrift", "against", "doubts"]
"""Origins that support it; tellings whose origin cannot be told; who denies it; who doubts it."""

HOW: Mapping[str, str] = {
    "cites": "cites it",
    "copies": "copies it",
    "echoes": "same details",
    "version-of": "a version",
}


@dataclass(slots=True)
class Node:
    """A place in a tree: `member` is a document's telling; `how` it rests on the one above, or what somebody on the way did."""

    kind: Kind
    label: str
    member: Member | None = None
    how: str = ""
    echo: bool = False
    below: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Band:
    """Trees of one sort."""

    kind: BandKind
    trees: tuple[Node, ...]


def descent(shelf: Shelf, one: Shared) -> tuple[Band, ...]:
    """The trees of a claim: its origins, the tellings without one, and apart from them those who deny or doubt it."""
    told, denied = one.told, one.held("denies")
    origins = one.claim.origins
    held = rooted(origins.roots)
    placed = {it.appearance.document for it in told if it.appearance.id in held}
    adrift = _firsts(it for it in told if it.appearance.document not in placed)
    bands: tuple[tuple[BandKind, Iterable[Node]], ...] = (
        ("for", (_tree(shelf, root, told) for root in origins.roots)),
        ("adrift", (Node("document", it.outlet, it) for it in adrift)),
        ("against", (_tree(shelf, root, denied) for root in _against(shelf, one, denied))),
        ("doubts", (_doubt(shelf, it) for it in _firsts(one.held("doubts")))),
    )
    made = (Band(kind, tuple(node for node in nodes if node.below or node.kind != "root")) for kind, nodes in bands)
    return tuple(band for band in made if band.trees)


def _doubt(shelf: Shelf, member: Member) -> Node:
    who = holder(shelf, member)
    return Node("document", member.outlet if who == member.outlet else f"{who}, in {member.outlet}", member)


def _against(shelf: Shelf, one: Shared, denied: Sequence[Member]) -> tuple[Root, ...]:
    """Those who deny it: the origins against it, and whoever else says no."""
    roots = list(one.claim.origins.against)
    held, places = rooted(roots), {name_key(root.label): place for place, root in enumerate(roots)}
    for member in denied:
        if member.appearance.id not in held:
            who = holder(shelf, member)
            place = places.setdefault(name_key(who), len(roots))
            root = roots[place] if place < len(roots) else Root(who, (), (), "")
            roots[place : place + 1] = [replace(root, appearances=(*root.appearances, member.appearance.id))]
    return tuple(roots)


def _firsts(members: Iterable[Member]) -> tuple[Member, ...]:
    """One telling a document: the one with the longest chain, which tells most of where it came from."""
    best: dict[str, Member] = {}
    for member in members:
        held = best.get(member.appearance.document)
        if held is None or len(member.appearance.chain) > len(held.appearance.chain):
            best[member.appearance.document] = member
    return tuple(best.values())


# --- one tree


@dataclass(slots=True)
class _Placed:
    """The documents of a tree so far: by their ids, and the latest of each outlet."""

    of_document: dict[str, Node] = field(default_factory=dict)
    of_outlet: dict[str, Node] = field(default_factory=dict)

    def add(self, node: Node) -> None:
        if node.member is not None:
            self.of_document[node.member.appearance.document] = node
            self.of_outlet[outlet_key(node.label)] = node


def _tree(shelf: Shelf, root: Root, members: Sequence[Member]) -> Node:
    """An origin with all documents that go back to it, in the order of time."""
    ids = set(root.appearances)
    top = Node("root", root.label)
    placed = _Placed()
    for member in _firsts(member for member in members if member.appearance.id in ids):
        above = _above(shelf, root, member, placed, top)
        how = ""
        if above is top:
            above, how = _rests_on(shelf, member, placed) or (top, "")
        node = Node("document", member.outlet, member, how=how, echo=bool(placed.of_document))
        above.below.append(node)
        placed.add(node)
    return top


def _above(shelf: Shelf, root: Root, member: Member, placed: _Placed, top: Node) -> Node:
    """Who a document had it from, by its chain: down from the origin to the outermost link."""
    at = top
    for link in reversed(_hands(root, member)):
        name = source_name(shelf.setting(member), link)
        read = placed.of_outlet.get(shelf.outlet(name) or outlet_key(name))
        if read is not None:
            at = read
        elif outlet_key(name) not in {outlet_key(member.outlet), outlet_key(root.label)}:
            at = _hand(at, link, name)
    return at


def _hands(root: Root, member: Member) -> tuple[Link, ...]:
    """The links that passed it on: all but the last, which is the origin, unless the origin is known to be another."""
    chain = member.appearance.chain
    if not chain:
        return ()
    last = chain[-1].source
    other = last is not None and last.named and root.parties and last.parties and not {*root.parties} & {*last.parties}
    links = chain if other else chain[:-1]
    return tuple(link for link in links if link.source is not None and not {*root.parties} & {*link.source.parties})


def _hand(above: Node, link: Link, name: str) -> Node:
    for node in above.below:
        if node.kind == "hand" and outlet_key(node.label) == outlet_key(name):
            return node
    printed = link.source is not None and link.source.kind in {"outlet", "document"}
    made = Node("hand", name, how="not read here" if printed else "passed it on")
    above.below.append(made)
    return made


def _rests_on(shelf: Shelf, member: Member, placed: _Placed) -> tuple[Node, str] | None:
    """The document of the same origin that one rests on, and how."""
    for reliance in shelf.reliances.of_document(member.appearance.document):
        outlet = shelf.outlet(reliance.on) or outlet_key(reliance.on)
        node = placed.of_document.get(reliance.on) or placed.of_outlet.get(outlet)
        if node is not None:
            return node, HOW[reliance.how]
    return None


# --- in words


def rows_of(tree: Node) -> Iterable[tuple[Node, int]]:
    """A tree's nodes from top to bottom, each with how deep it stands."""
    waiting = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting.extend((below, depth + 1) for below in reversed(node.below))


def is_rumour(node: Node) -> bool:
    """Whether a document passes it on as a rumour."""
    return node.member is not None and node.member.stance == "reports-as-rumour"
