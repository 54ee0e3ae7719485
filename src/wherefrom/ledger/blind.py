"""A claim shown before its sources: all that bears on whether it is true, with whoever says so called "source A" and "outlet 1".

What a source has been worth before colours what it says now; whoever grades a claim blind has to go by what is said. So every name of a source or an outlet
is masked, in what we say and in the texts' own words, the same one always by the same mask. Where a name would still show (written as one word, cut by a
line's end), the words are left out whole.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from string import ascii_uppercase

from wherefrom.comparing import Outlets
from wherefrom.model import Appearance, Claim, Conflict, Document, Link, Party, PartyKind, Source, Stance, slice_of
from wherefrom.model.entry import Checked, Graded, Noted, Said, Target, Vetted

from .grades import State, estimates
from .sought import Sought, Text

LEFT_OUT = "(words left out: they would tell the source)"
OWN_CHECK = "own check"

_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"[A-Z][^\W\d_]+")
_MOST_WORDS = 12
"""Words of a name; what is longer tells a story."""


@dataclass(frozen=True, slots=True)
class BlindStatement:
    """A statement of the claim, masked: its words, what it does to the claim, where and when it was printed, who it goes through to whom.

    `sure` is False for one that may be about something else. `hedges` are its source's own words of estimation.
    """

    words: str
    stance: Stance
    sure: bool
    outlet: str
    day: str | None
    chain: tuple[str, ...]
    hedges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlindConflict:
    """Where reports differ, masked: about what, why, and each value with where and when it was printed."""

    about: str
    why: str
    values: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Blind:
    """A claim before its sources. `seen` says why whoever asks cannot judge it quite blind, None where nothing speaks against it."""

    claim: str
    text: str
    at_least: int
    at_most: int | None
    statements: tuple[BlindStatement, ...]
    conflicts: tuple[BlindConflict, ...]
    seen: str | None


@dataclass(slots=True)
class _Masks:
    """Whom each mask stands for, and by which words each is called."""

    outlets: Outlets
    labels: dict[tuple[str, ...], str] = field(default_factory=dict)
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)
    exact: dict[str, str] = field(default_factory=dict)
    sought: Sought = field(default_factory=Sought)
    _outlet: Iterator[int] = field(default_factory=lambda: count(1))
    _source: Iterator[int] = field(default_factory=lambda: count(0))

    def label(self, key: tuple[str, ...]) -> str:
        """The mask of somebody, by what he is known by wherever he is met."""
        if key not in self.labels:
            own = key[0] == "check"
            mask = f"outlet {next(self._outlet)}" if key[0] == "outlet" else f"source {_letters(next(self._source))}"
            self.labels[key] = OWN_CHECK if own else mask
        return self.labels[key]

    def take(self, label: str, party: Party, said: Iterable[str]) -> None:
        """Mask all that somebody is called by."""
        words = tuple(dict.fromkeys(said))
        self.names.setdefault(label, {})[party.name] = None
        sought = Sought.of(party, words, self.outlets)
        single = {word for name in (party.name, *words) for word in _CAPITAL.findall(name)}
        firsts = single & set(_CAPITAL.findall(party.name)) if party.kind == "person" and party.named else set()
        for name in sought.folded:
            self.folded.setdefault(name, label)
        for name in (*sought.exact, *firsts):
            self.exact.setdefault(name, label)
        self.sought |= sought | Sought(exact=frozenset(firsts))

    def hide(self, words: str) -> str:
        """The words with every name masked, or that they are left out where one would still show."""
        shown, reached = [], 0
        for start, end, label in self._found(words):
            shown += [words[reached:start], label]
            reached = end
        masked = "".join((*shown, words[reached:]))
        plain = masked
        for label in set(self.labels.values()):
            plain = plain.replace(label, " ")
        return LEFT_OUT if self.sought.among(Text.of_words(plain)) else masked

    def _found(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Where names stand, the longest first at each place."""
        tokens = [(one.start(), one.end(), one[0]) for one in _WORD.finditer(words)]
        plain = [Text.of_words(token).plain.strip() for _, _, token in tokens]
        place = 0
        while place < len(tokens):
            length, label = self._longest(tokens, plain, place)
            if label:
                yield tokens[place][0], tokens[place + length - 1][1], label
            place += length

    def _longest(self, tokens: list[tuple[int, int, str]], plain: list[str], place: int) -> tuple[int, str]:
        for length in range(min(_MOST_WORDS, len(tokens) - place), 0, -1):
            name = " ".join(plain[place : place + length])
            label = self.folded.get(name) or self.folded.get(name.removesuffix("s"))
            if label is not None:
                return length, label
        return 1, self.exact.get(tokens[place][2], "")


@dataclass(frozen=True, slots=True)
class _Case:
    """A claim with all that is shown of it."""

    state: State
    claim: Claim
    statements: Mapping[str, Appearance]
    documents: Mapping[str, Document]
    conflicts: tuple[Conflict, ...]
    masks: _Masks

    @classmethod
    def of(cls, state: State, name: str) -> "_Case":
        found = state.things.found
        claim = state.things.claims[name]
        members = {one.id for one in claim.appearances if one.bearing != "akin"}
        conflicts = tuple(
            one for one in found.conflicts if one.claim == name or any(it.appearance in members for it in one.values)
        )
        case = cls(
            state,
            claim,
            {one.id: one for one in found.appearances if one.id in members},
            {one.id: one for one in found.documents},
            conflicts,
            _Masks(state.things.outlets),
        )
        case._mask()
        return case

    def _mask(self) -> None:
        for one in self.statements.values():
            self.outlet(one.document)
            for link in one.chain:
                self.source(link)
        for conflict in self.conflicts:
            for value in conflict.values:
                self.outlet(value.document)
        shown = {one.document for one in self.statements.values()}
        for (
            party
        ) in self.state.things.parties.values():  # an outlet that is spoken of may be a source that was not made out
            if party.kind == "outlet" and party.named and any(one.document in shown for one in party.mentions):
                self._of(party, self.state.things.source(party.id).key, self._called(party))

    def outlet(self, name: str) -> str:
        """The mask of whoever published a document; those who wrote it are masked too."""
        document = self.documents[name]
        called = document.publisher or "unknown"
        key = ("check", called) if document.kind == "check" else self.state.things.source(called).key
        label = self.masks.label(key)
        if document.publisher:
            self.masks.take(label, _named(document.publisher, "outlet"), ())
        if (
            document.author and document.kind != "check"
        ):  # a check's author is whoever was asked, who stands in its chains
            self.masks.take(label, _named(document.author, "person"), ())
        return label

    def source(self, link: Link) -> str:
        """The mask of whom a link names; that nobody is named tells of nobody."""
        if link.source is None:
            return "somebody who is not named"
        parties = [one for name in link.source.parties if (one := self.state.things.parties.get(name)) is not None]
        if not parties:
            return self._of(_stranger(link.source), ("words", link.source.text.casefold()), [link.source.text])
        labels = [
            self._of(one, self.state.things.source(one.id).key, [link.source.text, *self._called(one)])
            for one in parties
        ]
        return " and ".join(dict.fromkeys(labels))

    def _of(self, party: Party, key: tuple[str, ...], said: Iterable[str]) -> str:
        label = self.masks.label(key)
        self.masks.take(label, party, said)
        return label

    def _called(self, party: Party) -> Iterator[str]:
        for one in party.mentions:
            if one.document in self.documents:
                yield slice_of(self.documents[one.document].text, one.spans)

    # --- what is shown

    def shown(self) -> Iterator[BlindStatement]:
        """The statements in the order of publication."""
        order = {name: place for place, name in enumerate(self.documents)}
        members = {one.id: one for one in self.claim.appearances if one.id in self.statements}
        for name in sorted(
            members, key=lambda it: (order[self.statements[it].document], self.statements[it].spans, it)
        ):
            one, document = self.statements[name], self.documents[self.statements[name].document]
            yield BlindStatement(
                self.masks.hide(one.text),
                members[name].stance,
                members[name].bearing == "sure",
                self.outlet(document.id),
                _day(document),
                tuple(self.source(link) for link in one.chain),
                tuple(self.masks.hide(it.words) for it in estimates(one, None)),
            )

    def differing(self) -> Iterator[BlindConflict]:
        """Where reports differ."""
        for one in self.conflicts:
            values = tuple(
                (
                    self.masks.hide(slice_of(self.documents[it.document].text, it.spans)),
                    self.outlet(it.document),
                    _day(self.documents[it.document]),
                )
                for it in one.values
            )
            yield BlindConflict(self.masks.hide(one.about), self.masks.hide(one.why), values)


def blind(state: State, name: str, by: str) -> Blind:
    """A claim, by its id, before its sources."""
    case = _Case.of(state, name)
    origins = case.claim.origins
    return Blind(
        name,
        case.masks.hide(case.claim.text),
        origins.at_least,
        origins.at_most,
        tuple(case.shown()),
        tuple(case.differing()),
        seen(state, name, by),
    )


def unmasked(state: State, name: str) -> tuple[tuple[str, str], ...]:
    """For each mask of a claim whom it stands for."""
    masks = _Case.of(state, name).masks
    return tuple((label, ", ".join(names)) for label, names in masks.names.items())


def seen(state: State, name: str, by: str) -> str | None:
    """Why somebody cannot judge a claim quite blind: what they judged, noted or checked themselves before; it names nobody."""
    case = _Case.of(state, name)
    documents = frozenset(one.document for one in case.statements.values())
    entries = state.ledger.entries(Graded, Vetted, Noted, Checked, until=state.things.seq)
    told = (_knowing(case, documents, entry.said) for entry in entries if entry.by == by)
    return next((f"you have {what} before" for what in told if what is not None), None)


def _knowing(case: _Case, documents: frozenset[str], said: Said) -> str | None:
    """What somebody who said this did, where they knew a source of the claim by it."""

    def is_behind(target: Target) -> bool:
        return case.state.things.thing(target).key in case.masks.labels

    found: str | None = None
    match said:
        case Graded(target=target, scale="reliability") if is_behind(target):
            found = "graded a source of it"
        case Graded(target=target, scale="credibility") if case.state.things.thing(target).id == case.claim.id:
            found = "graded it, when its sources were shown,"
        case Vetted(target=target) if is_behind(target):
            found = "said what became of something that a source of it disclosed"
        case Noted(target=target) if target.id in documents:
            found = "written a note on a report of it"
        case Noted(target=target) if target.kind == "party" and is_behind(target):
            found = "written a note on a source of it"
        case Checked(document=document) if document in documents:
            found = "checked it yourself"
        case _:
            pass
    return found


def _stranger(source: Source) -> Party:
    """Whoever stands in a chain and is no party."""
    return Party("", source.text, source.kind, source.named, ())


def _named(name: str, kind: PartyKind) -> Party:
    """Somebody of whom only the name is known."""
    return Party("", name, kind, named=True, mentions=())


def _day(document: Document) -> str | None:
    return None if document.published is None else document.published[:10]


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    rest, letter = divmod(number, len(ascii_uppercase))
    return (_letters(rest - 1) if rest else "") + ascii_uppercase[letter]
