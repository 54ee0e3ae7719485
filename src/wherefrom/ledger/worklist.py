"""What to do next: claims that rest on one origin, people who were not asked, questions without an answer, what has run out, what is left undone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Literal

from wherefrom.model import Appearance, Claim, Document, Findings, Party, slice_of
from wherefrom.model.entry import Checked, Target

from .arrivals import Arrivals
from .file import Ledger, end_of
from .markings import history, in_force
from .notes import Assignment, Note, assignments_at, notes_at
from .targets import Anchors, Named
from .views import findings
from .windows import Window, windows_at

TodoKind = Literal[
    "one-origin",
    "origins-unclear",
    "disputed",
    "ask",
    "no-answer",
    "run-out",
    "runs-out",
    "unmarked",
    "assigned",
    "assignment-lost",
]

_ANSWERS = frozenset({"call", "refusal"})
_ASKING = frozenset({"call", "request", "refusal"})
_ANSWERING = frozenset({"person", "organisation"})
_ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"\w{1,60}")
WITHIN = 30
"""Days ahead that the list looks for what runs out, where nobody says how many: a month, as desks plan."""

_LONGEST = 120
"""Characters of a mention that may be a name."""


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to be done: about what (`id` is what that is called now), why, and who could help or has it in hand.

    `text` are the words that it is about, `outlets` how many outlets tell it, `since` since when it waits, as far as that is known.
    """

    kind: TodoKind
    target: Target
    id: str
    why: str
    who: tuple[str, ...]
    text: str
    outlets: int
    since: str | None


@dataclass(frozen=True, slots=True)
class _Check:
    """An own check, and the day on which it was noted."""

    said: Checked
    day: str

    def same(self, other: "_Check") -> bool:
        """Whether both are with the same source: "Pavel Drost, the ministry's spokesman" is "Drost"; a protected one goes by its handle."""
        if self.said.handle is not None or other.said.handle is not None:
            return self.said.handle == other.said.handle
        mine, theirs = set(_words(self.said.on)), set(_words(other.said.on))
        return mine <= theirs or theirs <= mine


@dataclass(frozen=True)
class _State:
    """All that the list is made of, as it was at a moment; `day` is the one on which that was, `ahead` how far it looks."""

    found: Findings
    anchors: Anchors
    named: Named
    checks: tuple[_Check, ...]
    notes: tuple[Note, ...]
    assigned: tuple[Assignment, ...]
    marked: frozenset[str]
    windows: tuple[Window, ...]
    day: str
    ahead: str

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Documents by their ids."""
        return {one.id: one for one in self.found.documents}

    @cached_property
    def appearances(self) -> Mapping[str, Appearance]:
        """Statements by their ids."""
        return {one.id: one for one in self.found.appearances}

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Parties by their ids."""
        return {one.id: one for one in self.found.parties}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by their ids."""
        return {one.id: one for one in self.found.claims}

    @cached_property
    def own(self) -> frozenset[str]:
        """Documents that are own checks: no outlet tells them."""
        return frozenset(one.said.document for one in self.checks)

    def told(self, claim: Claim) -> list[Appearance]:
        """The statements that are surely of a claim."""
        return [self.appearances[one.id] for one in claim.appearances if one.bearing == "sure"]

    def outlets(self, claim: Claim) -> int:
        """How many outlets tell a claim; those without a name count as one."""
        return len({self.documents[one.document].publisher for one in self.told(claim) if one.document not in self.own})

    def since(self, claim: Claim) -> str | None:
        """When it was first published, as far as that is known."""
        days = (self.documents[one.document].published for one in self.told(claim))
        return min((day for day in days if day is not None), default=None)

    def not_asked(self, claim: Claim) -> list[Party]:
        """The people and bodies with a name that the claim is about, or that stand in its chains, and that nobody has spoken to yet."""
        named: dict[str, None] = {}
        for one in self.told(claim):
            sources = (link.source for link in one.chain if link.source is not None)
            named |= dict.fromkeys([*(name for it in sources for name in it.parties), *one.about])
        found = (self.parties[name] for name in named if name in self.parties)
        people = (one for one in found if one.named and one.kind in _ANSWERING)
        return [one for one in people if self._could_be_asked(one)]

    def _could_be_asked(self, party: Party) -> bool:
        if party.id not in self._known:
            self._known[party.id] = not self._publishes(party) and not self._asked(party)
        return self._known[party.id]

    @cached_property
    def _known(self) -> dict[str, bool]:
        """What was found of each party so far: it stands in many claims."""
        return {}

    @cached_property
    def _outlets(self) -> tuple[frozenset[str], ...]:
        return tuple({frozenset(_words(one.publisher)) for one in self.found.documents if one.publisher is not None})

    def _publishes(self, party: Party) -> bool:
        """Whether this is one of the outlets, by its name or a part of it ("the Courier"): they told it already."""
        name = set(_words(party.name)) - _ARTICLES
        return any(name <= outlet for outlet in self._outlets)

    def _asked(self, party: Party) -> bool:
        """Whether a check says so, by the party's whole name or by words that mean it."""
        name = set(_words(party.name))
        asked = [_words(one.said.on) for one in self.checks if one.said.kind in _ASKING and one.said.handle is None]
        if any(name and name <= set(words) for words in asked):
            return True
        short = {words for words in asked if len(words) <= len(name)}
        return bool(short) and any(_words(words) in short for words in self._mentions(party))

    def _mentions(self, party: Party) -> Iterator[str]:
        for mention in party.mentions:
            words = slice_of(self.documents[mention.document].text, mention.spans)
            if len(words) <= _LONGEST:
                yield words


def due(ledger: Ledger, as_of: str | None = None, today: str | None = None, within: int = WITHIN) -> tuple[Todo, ...]:
    """What there was to do at a moment, what most outlets tell first, and of that the oldest.

    `today` is the day by which something has run out: that of the moment, else the one that it is now (UTC). `within` is how many days ahead
    it looks for what will.
    """
    state = _state(ledger, as_of, today, within)
    found = [
        *_on_origins(state),
        *_disputed(state),
        *_unanswered(state),
        *_run_out(state),
        *_unmarked(state),
        *_assigned(state),
    ]
    found += _to_ask(state, found)
    return tuple(sorted(found, key=lambda one: (-one.outlets, one.since or "9", one.kind, one.id)))


def _state(ledger: Ledger, as_of: str | None, today: str | None, within: int) -> _State:
    seq = ledger.seq_at(as_of)
    found = findings(ledger, as_of)
    anchors = Anchors.of(found)
    arrivals = Arrivals.of(ledger)
    checks = sorted(ledger.entries(Checked, until=seq), key=arrivals.in_time)
    marked = in_force(history(ledger, as_of=as_of)).values()
    day = (today or (end_of(as_of) if as_of is not None else datetime.now(UTC).date().isoformat()))[:10]
    return _State(
        found,
        anchors,
        Named.of(found),
        tuple(_Check(one.said, arrivals.told(one)[:10]) for one in checks if isinstance(one.said, Checked)),
        notes_at(ledger, anchors, seq),
        assignments_at(ledger, anchors, seq),
        frozenset(one.target.id for one in marked if one.target.kind == "document"),
        windows_at(ledger, found, anchors, seq),
        day,
        (date.fromisoformat(day) + timedelta(days=within)).isoformat(),
    )


# --- claims


def _on_origins(state: _State) -> Iterator[Todo]:
    """Claims that several outlets tell, behind which there is one origin, or nobody can tell how many."""
    for claim in state.found.claims:
        outlets, (least, most) = state.outlets(claim), (claim.origins.at_least, claim.origins.at_most)
        if outlets < 2 or most == 0:
            continue
        if most == 1:
            root = next((root.label for root in claim.origins.roots), None)
            behind = f": {root}" if root else ""
            yield _of_claim(state, claim, "one-origin", f"{outlets} outlets tell it, on the word of one origin{behind}")
        elif most is None or least < most:
            bound = "no upper bound" if most is None else f"at most {most}"
            yield _of_claim(
                state,
                claim,
                "origins-unclear",
                f"{outlets} outlets tell it, and its origins cannot be told apart: at least {least}, {bound}",
            )


def _disputed(state: _State) -> Iterator[Todo]:
    """Claims that are denied, or against which something stands that cannot hold beside them, and that nobody has looked at."""
    against = {one.claim: one.why for one in reversed(state.found.conflicts) if one.claim and one.cannot_all_hold}
    seen = {one.claim for one in state.assigned if one.state != "open"} | {one.stands for one in state.notes}
    seen |= {state.anchors.resolved(one.said.claim) for one in state.checks if one.said.claim is not None}
    for claim in state.found.claims:
        denied = bool(claim.origins.against) or bool(claim.status and claim.status[-1].status == "denied")
        if claim.id not in seen and (denied or claim.id in against):
            why = "it is denied" if denied else f"not all of it can hold: {against[claim.id]}"
            yield _of_claim(state, claim, "disputed", f"{why}; nobody has looked at it yet")


def _of_claim(state: _State, claim: Claim, kind: TodoKind, why: str) -> Todo:
    who = tuple(dict.fromkeys(one.name for one in state.not_asked(claim)))
    target = state.named.target("claim", claim.id)
    return Todo(kind, target, claim.id, why, who, claim.text, state.outlets(claim), state.since(claim))


def _to_ask(state: _State, todos: Iterable[Todo]) -> Iterator[Todo]:
    """Who could confirm or deny one of these claims, and was not asked: one call for each, whatever number of claims."""
    could: dict[str, dict[str, Todo]] = {}
    for todo in todos:
        if todo.kind in {"one-origin", "origins-unclear", "disputed"}:
            for party in state.not_asked(state.claims[todo.id]):
                could.setdefault(party.id, {}).setdefault(todo.id, todo)
    for name, about in could.items():
        party, told = state.parties[name], list(about.values())
        many = f"{len(told)} claims" if len(told) > 1 else "a claim"
        first = max(told, key=lambda one: one.outlets)
        yield Todo(
            "ask",
            state.named.target("party", name),
            name,
            f"stands in or behind {many} that should be confirmed; no call or request is noted",
            (party.name,),
            first.text,
            first.outlets,
            min((one.since for one in told if one.since is not None), default=None),
        )


# --- checks, windows, handling, work


def _unanswered(state: _State) -> Iterator[Todo]:
    """Requests for comment after which there was neither a call with whom we asked nor a refusal; of several the first."""
    open_: list[_Check] = []
    for one in state.checks:
        same = [other for other in open_ if other.same(one)]
        if one.said.kind == "request" and not same:
            open_.append(one)
        elif one.said.kind in _ANSWERS:
            open_ = [other for other in open_ if other not in same]
    for one in open_:
        name = None if one.said.claim is None else state.anchors.resolved(one.said.claim)
        claim = state.claims.get(name or "")
        document = Target("document", one.said.document, one.said.document)
        why = f"asked on {one.day}, and neither an answer nor a refusal is noted"
        text = "" if claim is None else claim.text
        outlets = 0 if claim is None else state.outlets(claim)
        yield Todo("no-answer", document, document.id, why, (one.said.on,), text, outlets, one.day)


def _run_out(state: _State) -> Iterator[Todo]:
    """What no longer holds, or soon will not, as its source said or as somebody judged; a claim that many repeat with one day is there once."""
    told: dict[object, Todo] = {}
    for one in state.windows:
        if one.until is None or one.until > state.ahead:
            continue
        claim = state.claims.get(state.anchors.claims.get(one.stands or "", one.stands or ""))
        key = (claim.id if claim else one.stands or one.target, one.until, one.by if one.judged else None)
        told.setdefault(key, _of_window(state, one, claim))
    yield from told.values()


def _of_window(state: _State, one: Window, claim: Claim | None) -> Todo:
    over = (one.until or "") < state.day
    up_to = f"that {'was' if over else 'is'} up to {one.until}"
    why = f"{one.by} judged: {one.why}; {up_to}" if one.judged else f"“{one.why}”: {up_to}"
    who: tuple[str, ...] = (one.by,)
    if not one.judged and one.stands is not None:
        sources = (link.source for link in state.appearances[one.stands].chain)
        who = tuple(dict.fromkeys(source.text for source in sources if source is not None))
    outlets = 1 if claim is None else max(1, state.outlets(claim))
    name = one.stands or one.target.id
    return Todo("run-out" if over else "runs-out", one.target, name, why, who, one.text, outlets, one.until)


def _unmarked(state: _State) -> Iterator[Todo]:
    for one in state.found.documents:
        if one.id not in state.marked:
            outlets = 0 if one.id in state.own else 1
            target = Target("document", one.id, one.id)
            why = "has no TLP label, and can be part of no release"
            yield Todo("unmarked", target, one.id, why, (), one.title or one.path, outlets, one.published)


def _assigned(state: _State) -> Iterator[Todo]:
    """Claims that somebody has in hand and that are not done; also those that are gone, so that somebody decides what becomes of them."""
    for one in state.assigned:
        if one.state == "done":
            continue
        who = (one.to,) if one.to is not None else ()
        claim = state.claims.get(one.claim or "")
        if claim is None:
            why = "the claim that was assigned is no longer there: its words are read otherwise"
            yield Todo("assignment-lost", one.target, one.target.id, why, who, "", 0, one.told[:10])
        else:
            why = f"{one.state}, since {one.told[:10]}"
            target = state.named.target("claim", claim.id)
            yield Todo("assigned", target, claim.id, why, who, claim.text, state.outlets(claim), one.told[:10])


def _words(text: str) -> tuple[str, ...]:
    """Words as they are compared."""
    return tuple(word.casefold() for word in _WORD.findall(text))
