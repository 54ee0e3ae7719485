"""Cases: what people chose from the ledger and named as one, kept as entries; the last word on a case says what it is, the others stay in its history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wherefrom.comparing import Outlets
from wherefrom.judging.cases import Case, Lasted, Part, Step
from wherefrom.model import Claim, Findings, Party, Unreadable, slice_of
from wherefrom.model.entry import Cased, Checked, Target

from .arrivals import Arrivals
from .asking import plain
from .file import Ledger
from .targets import Anchors, target_of
from .views import findings
from .whom import whom

LONGEST_NAME, LONGEST = 200, 10_000
"""Characters of a name, a kind or a role; of how it ended, and of the grounds."""

_ID = len("c" + 12 * "0")


@dataclass(frozen=True, slots=True)
class Version:
    """What a case was said to be at some time, as the entry `seq`."""

    seq: int
    told: str
    by: str
    said: Cased


@dataclass(frozen=True, slots=True)
class Kept:
    """A case with all that was ever said of it, the last word last; `dropped`: it is none any more."""

    case: Case
    lasted: Lasted | None
    history: tuple[Version, ...]
    dropped: bool


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What is to be changed in a case; None leaves it. `roles` replace those of the same names, and `without` takes roles out."""

    name: str | None = None
    kind: str | None = None
    ended: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()


def add(ledger: Ledger, said: Cased, roles: Sequence[tuple[str, str]], why: str, by: str) -> str:
    """Keep a new case of this name, kind and end with these roles (each with the id or the name of whoever has it); the case's id.

    Raises:
        Unreadable: something is missing or too long, there is such a case already, or a role's holder is not in the ledger.
    """
    whole = _checked(_with_roles(ledger, replace(said, why=why), roles))
    for one in kept(ledger):
        if not one.dropped and plain(one.case.name) == plain(whole.name):
            raise Unreadable(whole.name, f"is there already, as {one.case.case}; `wherefrom case change` changes it")
    with ledger.writing(by) as writer:
        name = writer.name("k", whole)
        writer.append(replace(whole, case=name))
    return name


def change(ledger: Ledger, asked: str, changes: CaseChanges, why: str, by: str) -> str:
    """Say what a case is from now on; what was said before stays in its history. The case's id.

    Raises:
        Unreadable: there is no such case, nothing changes, or as for `add`.
    """
    last = one_of(ledger, asked).history[-1].said
    gone = {plain(role) for role in changes.without} | {plain(role) for role, _ in changes.roles}
    unknown = [role for role in changes.without if plain(role) not in set(map(plain, last.roles))]
    if unknown:
        raise Unreadable(unknown[0], "is no role of this case")
    left = [(role, target) for role, target in zip(last.roles, last.targets, strict=True) if plain(role) not in gone]
    whole = replace(
        last,
        name=last.name if changes.name is None else changes.name,
        kind=last.kind if changes.kind is None else changes.kind,
        ended=last.ended if changes.ended is None else changes.ended,
        roles=tuple(role for role, _ in left),
        targets=tuple(target for _, target in left),
        why=why or last.why,
    )
    whole = _checked(_with_roles(ledger, whole, changes.roles))
    if whole == last:
        raise Unreadable(asked, "is that already: nothing would change")
    with ledger.writing(by) as writer:
        writer.append(whole)
    return whole.case


def drop(ledger: Ledger, asked: str, why: str, by: str) -> str:
    """Say that a case is none; it stays in the history. The case's id. Raises Unreadable where there is no such case."""
    last = one_of(ledger, asked).history[-1].said
    with ledger.writing(by) as writer:
        writer.append(replace(last, dropped=True, why=why))
    return last.case


def kept(ledger: Ledger, as_of: str | None = None) -> tuple[Kept, ...]:
    """The cases that there were at a moment, in the order in which they were begun, dropped ones too.

    The word that was written last holds, in whichever ledger that was.
    """
    seq, arrivals = ledger.seq_at(as_of), Arrivals.of(ledger)
    told: dict[str, list[Version]] = {}
    for entry in sorted(ledger.entries(Cased, until=seq), key=arrivals.in_time):
        if isinstance(said := entry.said, Cased):
            told.setdefault(said.case, []).append(Version(entry.seq, arrivals.told(entry), entry.by, said))
    if not told:
        return ()
    state = _State.of(ledger, as_of, seq)
    cases = ((_case(state, held[-1]), tuple(held)) for held in told.values())
    return tuple(Kept(case, case.lasted, held, held[-1].said.dropped) for case, held in cases)


def one_of(ledger: Ledger, asked: str, as_of: str | None = None) -> Kept:
    """The case of an id or a name; raises Unreadable where there was none then, or several of the name."""
    return chosen(kept(ledger, as_of), asked)


def chosen(cases: Iterable[Kept], asked: str) -> Kept:
    """The case of an id or a name among these; a dropped one only by its id."""
    held = list(cases)
    found = [one for one in held if one.case.case == asked] or [
        one for one in held if not one.dropped and plain(one.case.name) == plain(asked)
    ]
    if len(found) > 1:
        listed = "; ".join(f"{one.case.case} ({one.case.kind}, {one.case.by})" for one in found)
        raise Unreadable(asked, f"is the name of several cases, ask by id: {listed}")
    if not found:
        raise Unreadable(asked, "is no case of the ledger as it was then; `wherefrom case list` lists them")
    return found[0]


# --- what was said


def _checked(said: Cased) -> Cased:
    short = [("the case", "name", said.name), ("the case", "kind", said.kind)]
    short += [("a role", "name", role) for role in said.roles]
    for thing, what, words in short:
        if not words.strip() or len(words) > LONGEST_NAME:
            raise Unreadable(thing, f"needs a {what}, of at most {LONGEST_NAME} characters")
    for thing, words in (("how it ended", said.ended), ("the reason", said.why)):
        if len(words) > LONGEST:
            raise Unreadable(thing, f"has more than {LONGEST:,} characters")
    if not said.targets:
        raise Unreadable(said.name, "needs somebody or something of the ledger in a role")
    return said


def _with_roles(ledger: Ledger, said: Cased, roles: Sequence[tuple[str, str]]) -> Cased:
    if not roles:
        return said
    found, seq, outlets = findings(ledger), ledger.head().seq, Outlets.shipped()
    targets = tuple(_target(ledger, found, name, seq, outlets) for _, name in roles)
    names = tuple(role.strip() for role, _ in roles)
    return replace(said, name=said.name.strip(), targets=(*said.targets, *targets), roles=(*said.roles, *names))


def _target(ledger: Ledger, found: Findings, name: str, seq: int, outlets: Outlets) -> Target:
    """A claim by its id, anybody else by id, name or handle."""
    if len(name) == _ID and name[0] == "c" and set(name[1:]) <= set("0123456789abcdef"):
        return target_of(found, "claim", name)
    meant = whom(ledger, name, seq, outlets).target
    if meant.document is not None and meant.id in {one.id for one in found.parties}:
        return target_of(found, "party", meant.id)
    return meant


# --- what it is today


@dataclass(frozen=True, slots=True)
class _State:
    """What the ledger held, for finding again what has a part in a case."""

    anchors: Anchors
    claims: Mapping[str, Claim]
    parties: Mapping[str, Party]
    texts: Mapping[str, str]
    names: frozenset[str]
    """Outlets that published something, and handles of protected sources."""

    @classmethod
    def of(cls, ledger: Ledger, as_of: str | None, seq: int) -> "_State":
        found = findings(ledger, as_of)
        handles = (one.said for one in ledger.entries(Checked, until=seq))
        names = {one.handle for one in handles if isinstance(one, Checked) and one.handle is not None}
        names |= {plain(one.publisher) for one in found.documents if one.publisher}
        return cls(
            Anchors.of(found),
            {one.id: one for one in found.claims},
            {one.id: one for one in found.parties},
            {one.id: one.text for one in found.documents},
            frozenset(names),
        )


def _case(state: _State, last: Version) -> Case:
    said = last.said
    parts = tuple(_parts(state, said))
    return Case(said.case, said.name, said.kind, parts, said.ended, said.why, last.by, last.told)


def _parts(state: _State, said: Cased) -> Iterator[Part]:
    for role, target in zip(said.roles, said.targets, strict=True):
        name = state.anchors.resolved(target)
        claim, party = state.claims.get(name or ""), state.parties.get(name or "")
        if target.kind == "claim" and claim is not None:
            course = tuple(Step(step.date, step.status) for step in claim.status)
            yield Part(role, "claim", name, claim.text, claim.origins.at_least, claim.origins.at_most, course)
        elif target.kind == "party" and party is not None:
            yield Part(role, party.kind, name, party.name)
        elif target.document is None and (target.id in state.names or plain(target.id) in state.names):
            yield Part(role, "party", target.id, target.id)
        else:
            text = state.texts.get(target.document or "")
            yield Part(role, target.kind, None, target.id if text is None else slice_of(text, target.spans))
