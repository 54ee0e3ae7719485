"""Parties of single documents made parties across documents: somebody in two reports is one party with all its mentions.

Only names join. A person is known by the full name, by the surname where only one person of the set can be meant, a body
by its name or initials, an outlet by the list of outlets and by who printed the documents. Unnamed parties are never
joined, and in doubt two parties stay two: an origin counted twice can be seen, one that was merged away cannot.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wherefrom.model import Appearance, Findings, Link, Party, PartyKind
from wherefrom.reader.parties.names import bodies_agree, persons_agree

from .outlet_names import folded_words
from .outlets import Outlets
from .same_party.anchors import Anchors
from .same_party.bodies import Texts, join_bodies
from .same_party.body_names import body_name, is_of_a_body
from .same_party.persons import join_persons
from .same_party.portraits import as_acronym, is_proper, portraits
from .same_party.sorting import Key, Sort, Sorted, Sorting, taken_together
from .same_party.unions import Unions

_ORDER: tuple[PartyKind, ...] = ("person", "outlet", "organisation", "group", "document", "place", "other")
"""Of kinds that equally many mentions have, the first is taken: the reader's own order."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Findings whose parties are joined; `reasons` why, by the id of the joined party; `ids` the new id of each old one."""

    findings: Findings
    reasons: Mapping[str, str]
    ids: Mapping[str, str]

    @property
    def changed(self) -> Mapping[str, str]:
        """The ids that are others now, old to new."""
        return {old: new for old, new in self.ids.items() if old != new}


def joined(findings: Findings, outlets: Outlets) -> Findings:
    """The same findings, parties that several documents name made one.

    A joined party has the id of its earliest mention's, its fullest name and all mentions in the order of the
    documents. Nothing else of an appearance changes but the ids of its parties.
    """
    return joining(findings, outlets).findings


def joining(findings: Findings, outlets: Outlets) -> Joining:
    """The same findings with joined parties, and why each was joined."""
    place = {document.id: number for number, document in enumerate(findings.documents)}
    documents = {document.id: document for document in findings.documents}
    ordered = sorted(findings.parties, key=lambda party: _first_mention(party, place))
    sorting = Sorting(outlets, documents)
    printers = {key: (len(ordered) + place, words) for place, (key, words) in enumerate(sorting.printers().items())}
    unions = Unions(len(ordered) + len(printers))  # the last numbers stand for the outlets that printed the documents
    ones = taken_together(sorting.sorted(portraits(ordered, documents)))
    _join_exact(ones, unions, {key: number for key, (number, _) in printers.items()})
    had = join_persons(ones, unions, Anchors(ones, unions))
    texts = Texts.of(documents, dict(printers.values()))
    join_bodies([one for one in ones if one.portrait.number not in had], unions, texts)
    return _rewritten(findings, ordered, unions, {one.portrait.number: one for one in ones})


def _first_mention(party: Party, place: Mapping[str, int]) -> tuple[object, ...]:
    mentions = ((place.get(mention.document, len(place)), mention.spans) for mention in party.mentions)
    return (*min(mentions, default=(len(place), ())), party.id)


def _join_exact(ones: Iterable[Sorted], unions: Unions, printers: Mapping[Key, int]) -> None:
    """Join what has the same key, and within a document what has the same name."""
    first = dict(printers)
    here: dict[tuple[str, Sort, tuple[str, ...]], int] = {}
    for one in ones:
        number = one.portrait.number
        if one.key is not None:
            unions.join(first.setdefault(one.key, number), number, one.why)
        if one.sort == "person" and len(one.portrait.words) == 1:
            continue  # a text may tell of two by one surname, which its reading has kept apart
        for document in one.portrait.documents:
            there = here.setdefault((document, one.sort, one.portrait.words), number)
            unions.join(there, number, "the same name in one text")


def may_be_one(one: Party, other: Party, outlets: Outlets) -> bool:
    """Whether two parties that stayed two may still be one, for all that their names tell.

    For counts that must never be too high: "the Finance Ministry" of two reports is not joined, since it may be two
    countries', but may well be one. Whoever has no name may be anybody.
    """
    if not (one.named and other.named):
        return True
    first, second = outlets.known(one.name), outlets.known(other.name)
    if first is not None and second is not None:
        return first == second
    if one.kind == other.kind == "person":
        return persons_agree(folded_words(one.name), folded_words(other.name))
    mine, theirs = body_name(one.name), body_name(other.name)
    if mine is None or theirs is None:
        return bodies_agree(folded_words(one.name), folded_words(other.name))
    owners = {mine.whose, theirs.whose} - {None}
    return len(owners) < 2 and bodies_agree(mine.rest, theirs.rest)


# The findings with the joined parties.


def _rewritten(findings: Findings, ordered: Sequence[Party], unions: Unions, ones: Mapping[int, Sorted]) -> Joining:
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(ordered)):
        members[unions.of(number)].append(number)
    ids = {ordered[number].id: ordered[root].id for root, held in members.items() for number in held}
    several = {root: held for root, held in members.items() if len(held) > 1}
    place = {document.id: number for number, document in enumerate(findings.documents)}
    parties = tuple(
        ordered[root]
        if root not in several
        else _party([ordered[number] for number in held], [ones[number] for number in held], place)
        for root, held in members.items()
    )
    reasons = {ordered[root].id: "; ".join(unions.why(root)) for root in several}
    found = Joining(replace(findings, parties=parties), reasons, ids)
    changed = found.changed
    appearances = tuple(renamed(one, changed) for one in findings.appearances)
    return replace(found, findings=replace(found.findings, appearances=appearances))


def _party(parties: Sequence[Party], ones: Sequence[Sorted], place: Mapping[str, int]) -> Party:
    mentions = sorted(
        {mention for party in parties for mention in party.mentions},
        key=lambda mention: (place.get(mention.document, len(place)), mention.spans),
    )
    return Party(parties[0].id, _name(ones), _kind(ones), named=True, mentions=tuple(mentions))


def _name(ones: Sequence[Sorted]) -> str:
    """The fullest name that is written as one; of a listed outlet the one that is listed, if a text has it."""
    listed = next((one.key[1] for one in ones if one.sort == "outlet" and one.key is not None and one.key[1]), None)
    names = [one.portrait.name if one.sort == "person" else one.portrait.party.name for one in ones]
    if listed is not None:
        names = [name for name in names if folded_words(name) == folded_words(listed)] or names
    best = max(names, key=_fullness)
    return re.sub(r"^the\s+(?=\S)", "", best) if is_proper(best) else best


def _fullness(name: str) -> tuple[bool | int | str, ...]:
    """How fully a name is one: written as a name, of nobody else's, not in capitals throughout, with many words."""
    words = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE).split()
    owned = "’" in name or "'" in name or (len(words) > 1 and as_acronym(words[-1]) is not None)  # "American CIA"
    shouted = name.isupper() and len(name) > 6
    return (is_proper(name) and not owned, not owned, not shouted, len(words), -len(name.split()), len(name), name)


def _kind(ones: Sequence[Sorted]) -> PartyKind:
    """The kind that most mentions have; an outlet is one whatever it was read as."""
    if any(one.sort == "outlet" for one in ones):
        return "outlet"
    counted = Counter[PartyKind]()
    for one in ones:
        counted[one.portrait.kind] += len(one.portrait.party.mentions)
    if any(one.sort == "body" and one.portrait.kind != "person" and is_of_a_body(one.portrait.words) for one in ones):
        counted["person"] = 0
    return max((kind for kind in _ORDER if counted[kind]), key=lambda kind: counted[kind], default="organisation")


def renamed(one: Appearance, ids: Mapping[str, str]) -> Appearance:
    """An appearance whose parties have new ids; the same one where none of them has."""
    about = _each(one.about, ids)
    chain = tuple(_link(link, ids) for link in one.chain)
    if about == one.about and all(new is old for new, old in zip(chain, one.chain, strict=True)):
        return one
    return replace(one, about=about, chain=chain)


def _link(link: Link, ids: Mapping[str, str]) -> Link:
    if link.source is None:
        return link
    parties = _each(link.source.parties, ids)
    return link if parties == link.source.parties else replace(link, source=replace(link.source, parties=parties))


def _each(parties: tuple[str, ...], ids: Mapping[str, str]) -> tuple[str, ...]:
    """The new ids, each once."""
    return tuple(dict.fromkeys(ids.get(party, party) for party in parties))
