"""Vetting a source: what it disclosed, item by item, against what was public before, and what became of it.

A statement counts for an item only if it surely carries the same claim, and its voice is another origin for certain: a copy, or a retelling
that goes back to the party, changes nothing but who repeated it. The counts are never made one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from wherefrom.judging.days import days_of
from wherefrom.model import Claim, Words
from wherefrom.model.claim import CARRYING

from .before import public_of
from .caveats import caveats_of
from .changed import changes_in
from .disclosures import Changed, Count, Item, Relayed, Result, Timing, Told, Vetting, When
from .hearing import Hearing
from .results import Became, result_of
from .voices import alike, clashes, repeating, taken_away, voices, voices_perhaps


@dataclass(frozen=True, slots=True)
class _Cluster:
    """The party's statements that make one item."""

    claim: Claim
    names: tuple[str, ...]
    """In the order of time."""
    sure: bool = True


def vetted(hearings: Iterable[Hearing], day: date, further: Sequence[str] = ()) -> Vetting:
    """What a party disclosed in these stories, as of a day; `further` are caveats that whoever asks knows of.

    The order of the stories makes no difference.
    """
    heard = sorted(hearings, key=lambda one: one.story.documents[0].id if one.story.documents else "")
    items: list[Item] = []
    retold: list[Item] = []
    relayed: list[Relayed] = []
    changed: list[Changed] = []
    for hearing in heard:
        clusters = list(_clusters(hearing))
        for cluster in clusters:
            direct = [name for name in cluster.names if name not in hearing.retold]
            (items if direct else retold).append(_item(hearing, cluster, direct or list(cluster.names), day))
        relayed += _relayed(hearing)
        changed += changes_in(hearing, [cluster.names for cluster in clusters if cluster.sure])
    ordered = tuple(sorted(items, key=_in_time))
    return Vetting(
        ordered,
        tuple(sorted(retold, key=_in_time)),
        tuple(relayed),
        tuple(changed),
        _counts(get_args(Result), [(one.result, one.id) for one in ordered]),
        _counts(get_args(Timing), [(one.public.timing, one.id) for one in ordered]),
        (*caveats_of(ordered, retold), *further),
    )


def _in_time(one: Item) -> tuple[bool, str, str]:
    return one.when.date is None, one.when.date or "", one.id


def _counts(kinds: Iterable[str], found: Sequence[tuple[str, str]]) -> tuple[Count, ...]:
    """How many there are of each kind, those that there are none of too: that nothing was contradicted is told."""
    number = Counter(kind for kind, _ in found)
    return tuple(Count(kind, number[kind], tuple(name for of, name in found if of == kind)) for kind in kinds)


# --- what is one item


def _clusters(hearing: Hearing) -> Iterator[_Cluster]:
    """The party's statements, those of one claim together; of those that bear on it only perhaps, those that share their words."""
    left = set(hearing.said)
    for claim in hearing.story.claims:
        names = tuple(name for name in hearing.members(claim, "sure") if name in left)
        if names:
            left -= set(names)
            yield _Cluster(claim, names)
    for bearing in ("perhaps", "akin"):
        for claim in hearing.story.claims:
            names = tuple(name for name in hearing.members(claim, bearing) if name in left)
            left -= set(names)
            for held in _alike(hearing, names):
                yield _Cluster(claim, tuple(held), sure=False)


def _alike(hearing: Hearing, names: Iterable[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for name in names:
        near = next((held for held in found if any(alike(hearing, one, name) for one in held)), None)
        if near is None:
            found.append([name])
        else:
            near.append(name)
    return found


# --- one item


def _item(hearing: Hearing, cluster: _Cluster, direct: list[str], day: date) -> Item:
    claim = cluster.claim
    members = {one.id: one for one in claim.appearances}
    told = tuple(hearing.told(name, members.get(name)) for name in direct)
    when = _when(hearing, direct)
    stance = told[0].stance
    find = voices if cluster.sure else voices_perhaps
    found = find(hearing, claim, direct, stance, days_of(when.date))
    clashing = tuple(clashes(hearing, cluster.names))
    away = tuple(taken_away(hearing, claim)) if cluster.sure and stance in CARRYING else ()
    public = public_of(hearing, told, when, found, sure=cluster.sure)
    first = hearing.material.appearances[direct[0]]
    result, why = result_of(Became(first, found, clashing, away, public), day)
    repeated = repeating(hearing, claim, cluster.names, told) if cluster.sure else _outlets(hearing, cluster, told)
    return Item(
        claim.id if cluster.sure else direct[0],
        claim.id,
        told[0].text,
        stance,
        first.nature,
        cluster.sure,
        told,
        when,
        repeated,
        public,
        found.supported,
        found.opposed,
        clashing,
        away,
        result,
        why,
    )


def _outlets(hearing: Hearing, cluster: _Cluster, told: Sequence[Told]) -> tuple[str, ...]:
    documents = [hearing.material.document_of(name) for name in cluster.names]
    heard = {one.outlet for one in told}
    outlets = [one.publisher or "an unknown outlet" for one in documents]
    return tuple(dict.fromkeys(name for name in outlets if name not in heard))


def _when(hearing: Hearing, direct: Iterable[str]) -> When:
    """The earliest day of the party's words: that on which it said so where a text tells, else that of publication."""
    found = []
    for name in direct:
        one = hearing.material.appearances[name]
        said = next((time for time in one.times if time.role == "said" and days_of(time.value) is not None), None)
        if said is not None and len(one.chain) < 2:  # of several links nobody can tell which one spoke then
            found.append(When(said.value, "said", Words(said.text, said.spans), one.document))
        elif (published := hearing.material.documents[one.document].published) is not None:
            found.append(When(published[:10], "published", None, one.document))
    known = [(days, one.how or "", place) for place, one in enumerate(found) if (days := days_of(one.date)) is not None]
    return found[min(known)[2]] if known else When(None, None)


# --- what it passed on


def _relayed(hearing: Hearing) -> Iterator[Relayed]:
    left = set(hearing.passed_on)
    for bearing in ("sure", "perhaps", "akin"):
        for claim in hearing.story.claims:
            members = hearing.members(claim, bearing)
            names = [name for name in members if name in left]
            left -= set(names)
            if names:
                ends = (hearing.material.appearances[name].chain[-1] for name in names)
                whose = dict.fromkeys(hearing.called(link) for link in ends)
                yield Relayed(claim.id, tuple(whose), tuple(hearing.told(name, members[name]) for name in names))
