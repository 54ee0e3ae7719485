"""A story in short, for somebody who must decide on it: how many origins, where it leads, who is at the end, what is disputed and what is missing.

Each line is a sentence made from counts and from words of the texts, with all that it rests on. A story are the documents that carry claims
of each other, contradict each other or rest on each other; what is read beside it is another story.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wherefrom.model import Findings
from wherefrom.model.claim import CARRYING

from .needed import LOST, Need, needed
from .prompts import in_words
from .scopes import Scope, leads, unnamed_behind
from .sentences import Called, Cited, Ground, Piece, Printed, Sentence, cited, counted, listed, said
from .sourcing import Description, Desk, OriginView, Sourcing, named_after, published_by

LineKind = Literal["told", "origins", "leads", "source", "knows", "names", "drift", "denied", "conflicts", "untold"]

MOST_SAID = 6
"""Statements that are quoted in a line; the rest is counted."""

MOST_LEADS = 3
"""Outlets to which a story leads that have a line each."""

_MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the brief: what about, and the sentence."""

    kind: LineKind
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Brief:
    """A story in short: its documents, the claims that several of them tell, the lines, and what would be needed for more."""

    documents: tuple[str, ...]
    claims: tuple[str, ...]
    lines: tuple[Line, ...]
    needs: tuple[Need, ...]


def briefs(desk: Desk) -> tuple[Brief, ...]:
    """The stories in short, that of most documents first; a document that shares nothing with another has none."""
    found = [_Story(desk, tuple(one)) for one in stories(desk.material.findings) if len(one) > 1]
    return tuple(_brief(one) for one in sorted(found, key=lambda one: -len(one.documents)))


def stories(findings: Findings) -> list[list[str]]:
    """The documents that belong together, in the order of the findings: they share a claim, contradict each other, or rest on each other."""
    above = {document.id: document.id for document in findings.documents}

    def top(name: str) -> str:
        while above[name] != name:
            name = above[name]
        return name

    place = {one.id: one.document for one in findings.appearances}
    told = [[place[one.id] for one in claim.appearances if one.id in place] for claim in findings.claims]
    told += [[value.document for value in one.values] for one in findings.conflicts]
    told += [[one.document, one.on] for one in findings.relies_on]
    for held in told:
        here = [name for name in held if name in above]
        for other in here[1:]:
            above[top(other)] = top(here[0])
    found: dict[str, list[str]] = defaultdict(list)
    for document in findings.documents:
        found[top(document.id)].append(document.id)
    return list(found.values())


@dataclass(frozen=True)
class _Story:
    """A story with what its lines are made of."""

    desk: Desk
    documents: tuple[str, ...]

    @cached_property
    def sourced(self) -> tuple[Sourcing, ...]:
        """All its claims, those that most documents tell first."""
        held = set(self.documents)
        found = (it for it in self.desk.sourced.values() if any(stand.document in held for stand in it.standpoints))
        return tuple(sorted(found, key=lambda one: -one.documents))

    @cached_property
    def shared(self) -> tuple[Sourcing, ...]:
        """Those that several documents tell."""
        return tuple(one for one in self.sourced if one.documents > 1)

    @cached_property
    def scope(self) -> Scope:
        """What is asked about."""
        return Scope.of_story(self.desk, (one.claim for one in self.sourced), self.documents)

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """The claim that a statement surely is of, by its id."""
        return {
            it.id: one.claim
            for one in self.sourced
            for it in self.desk.claims[one.claim].appearances
            if it.bearing == "sure"
        }

    @cached_property
    def leads(self) -> dict[str, dict[str, tuple[Ground, ...]]]:
        """Where its documents say that they have it from."""
        return leads(self.desk, self.documents)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What would be needed for more."""
        return needed(self.scope)

    def publishers(self, documents: Iterable[str]) -> tuple[Piece, ...]:
        """The outlets of documents."""
        return published_by(self.desk, documents, MOST_SAID)


def _brief(story: _Story) -> Brief:
    finders: tuple[tuple[LineKind, Callable[[_Story], Iterator[Sentence]]], ...] = (
        ("told", _told),
        ("origins", _origins),
        ("leads", _leads),
        ("source", _sources),
        ("knows", _known),
        ("names", _names),
        ("drift", _drift),
        ("denied", _denied),
        ("conflicts", _conflicts),
        ("untold", _untold),
    )
    lines = tuple(Line(kind, sentence) for kind, find in finders for sentence in find(story))
    return Brief(story.documents, tuple(one.claim for one in story.shared), lines, story.needs)


# --- how many origins, and where it leads


def _told(story: _Story) -> Iterator[Sentence]:
    """What most documents tell, in the words of the statements that the claims are named after."""
    most = story.shared[:_MOST_TOLD]
    first = [at for one in most if (at := named_after(story.desk, one.claim)) is not None]
    if first:
        words = listed(((cited(story.desk.material, at),) for at in first), _MOST_TOLD)
        yield Sentence(("Told by most: ", *words, "."), tuple(first), tuple(one.claim for one in most))


def _origins(story: _Story) -> Iterator[Sentence]:
    shared = story.shared
    if not shared:
        yield said("No claim is surely told by more than one document: nothing here stands on two.")
        return
    one = [it for it in shared if it.at_most == 1]
    two = [it for it in shared if it.at_least > 1]
    open_ = [it for it in shared if it not in one and it not in two]
    parts = [
        f"{_of(len(held), len(shared))} {words}"
        for held, words in (
            (one, "on one origin"),
            (open_, "on one or more, which cannot be told apart"),
            (two, "on two or more for certain"),
        )
        if held
    ]
    none = "" if two else " None is known to have a second."
    words = (
        f"{counted(len(shared), 'claim is', 'claims are')} told by more than one document: {', '.join(parts)}.{none}"
    )
    yield Sentence((words,), (), tuple(it.claim for it in (*one, *open_, *two)))


def _of(number: int, total: int) -> str:
    return "all" if number == total > 1 else "it stands" if total == 1 else f"{number:,}"


def _leads(story: _Story) -> Iterator[Sentence]:
    total = len(story.documents)
    here = {one.publisher for one in story.desk.material.findings.documents}
    most = min(2, max(map(len, story.leads.values()), default=0))
    for name, by in list(story.leads.items())[:MOST_LEADS]:
        number = len(by)
        if number < most:
            continue
        read = "" if name in here else ", of which nothing was read here"
        yield said(
            f"{number:,} of {total:,} documents say{'s that it has it' if number == 1 else ' that they have it'}, or some of it, from ",
            Printed(name),
            f"{read}: ",
            story.publishers(by),
            ".",
        ).on(ground for grounds in by.values() for ground in grounds)
    placed = {document for by in story.leads.values() for document in by}
    yield from _by_hearsay(story, placed)


def _by_hearsay(story: _Story, placed: set[str]) -> Iterator[Sentence]:
    """The documents that rest on reports of nobody in particular, and those that tell nobody from whom they have it."""
    rest = [one for one in story.documents if one not in placed]
    vague = {
        one: [it for it in story.desk.reliances.on_outlets.get(one, ()) if story.desk.names_nobody(it.on)]
        for one in rest
    }
    hearsay = [one for one in rest if vague[one]]
    if hearsay:
        yield said(
            f"{counted(len(hearsay), 'document rests', 'documents rest')} on reports that name no outlet: ",
            story.publishers(hearsay),
            ".",
        ).on(Ground(one, it.spans) for one in hearsay for it in vague[one] if it.spans)
    first = [one for one in rest if not vague[one]]
    silent = [one for one in first if story.desk.material.documents[one].publisher not in story.leads]
    if silent:
        yield said(
            f"{counted(len(silent), 'document says', 'documents say')} of no other report that it rests on it: ",
            story.publishers(silent),
            ".",
        )


# --- who is at the end, and what they are said to know


_PEOPLE = {
    "one": "one",
    "several": "more than one, not said how many",
    "no-people": "a body or a paper",
}


def _sources(story: _Story) -> Iterator[Sentence]:
    """The sources without a name, by where they lead: in which words, how many people, how they know."""
    for lead, found in list(unnamed_behind(story.scope).items())[:MOST_LEADS]:
        rests = lead in story.leads
        if not rests and len({it.words.document for it in found}) < 2:
            continue
        knowing = [it for it in found if it.knows_by is not None]
        why = [it for it in found if it.why_unnamed is not None]
        yield said(
            "Behind ",
            Printed(lead),
            " and those who rest on it" if rests else "",
            " stand, without a name: ",
            in_words(story.desk, found),
            f". How many people, by these words: {'; or '.join(_people(found))}. How they know it is ",
            f"said in {len(knowing)} of {counted(len(found), 'statement')}" if knowing else "not said",
            ", and why they are not named is ",
            f"said in {len(why)}." if why else "not said.",
        ).on(it.words for it in found)


def _people(found: Sequence[Description]) -> list[str]:
    """How many people these sources are by their words, what is said most first."""
    many = Counter(
        _PEOPLE.get(it.people.said) or f"{'exactly' if it.people.said == 'exactly' else 'at least'} {it.people.number}"
        for it in found
    )
    return [words for words, _ in many.most_common()]


def _known(story: _Story) -> Iterator[Sentence]:
    """What the sources without a name are said to know, where most leads; what carries one claim once."""
    for lead, found in list(unnamed_behind(story.scope).items())[:1]:
        first: dict[str, Ground] = {}
        for one in found:
            first.setdefault(story.claim_of.get(one.telling.appearance or "", str(one.telling)), one.telling)
        yield said(
            counted(len(first), "thing is", "things are"),
            " told by those who stand behind ",
            Printed(lead),
            " and those who rest on it." if lead in story.leads else ".",
        ).on(first.values())


def _names(story: _Story) -> Iterator[Sentence]:
    """Who speaks by name."""
    found: dict[str, list[Ground]] = defaultdict(list)
    parties = story.desk.material.parties
    for one in story.sourced:
        for view in (*one.origins, *one.against):
            if view.kind in {"voice", "quoted"}:
                known = next((parties[name] for name in view.parties if name in parties and parties[name].named), None)
                found[known.name if known is not None else view.label] += [
                    it.words for it in view.described if it.named
                ]
    ranked = sorted(found.items(), key=lambda one: -len({it.document for it in one[1]}))
    if ranked:
        kinds = {party.name: party.kind for party in parties.values()}
        names = listed(((Called(name, kinds.get(name, "somebody")),) for name, _ in ranked), MOST_SAID)
        yield said("With a name speak: ", names, ".").on(ground for _, held in ranked for ground in held)
    else:
        yield said("Nobody speaks with a name.")


# --- what is disputed, lost, missing


def _drift(story: _Story) -> Iterator[Sentence]:
    drifts = story.scope.drifts
    if drifts:
        kinds = Counter(LOST[one.kind] for one in drifts)
        what = listed(
            [(f"{words}{f' ({number} times)' if number > 1 else ''}",) for words, number in kinds.most_common()]
        )
        outlets = dict.fromkeys(one.later.document for one in drifts)
        yield said("Lost or changed from telling to telling: ", what, ", in ", story.publishers(outlets), ".").on(
            ground for need in story.needs if need.kind == "lost-on-the-way" for ground in need.grounds
        )


def _denied(story: _Story) -> Iterator[Sentence]:
    views = [(view, one) for one in story.sourced for view in one.against]
    if views:
        by: dict[str, list[Ground]] = defaultdict(list)
        for view, _ in views:
            by[view.label] += [*(it.telling for it in view.described), *view.bare]
        names = listed(_whose(story, label, views) for label in by)
        claims = tuple(dict.fromkeys(one.claim for _, one in views))
        yield Sentence(
            (
                f"{counted(len(claims), 'claim is', 'claims are')} denied, by ",
                *names,
                ".",
            ),
            tuple(dict.fromkeys(ground for held in by.values() for ground in held)),
            claims,
        )
    else:
        yield said("Nobody here denies any of it; that is no confirmation.")
    doubted = [ground for one in story.sourced for ground in one.doubted]
    if doubted:
        documents = dict.fromkeys(ground.document for ground in doubted)
        yield said("Doubted in ", story.publishers(documents), ".").on(doubted)


def _whose(story: _Story, label: str, views: Sequence[tuple[OriginView, Sourcing]]) -> tuple[Piece, ...]:
    view = next(it for it, _ in views if it.label == label)
    if view.kind in {"own", "outlet"}:
        several = view.kind == "own" and view.label != view.outlet
        by = (story.desk.material.documents[at.document].publisher for at in view.bare) if several else ()
        return listed((Printed(name),) for name in dict.fromkeys(filter(None, by)) or (view.outlet,))
    if view.kind in {"voice", "quoted"}:
        held = (story.desk.material.parties[name] for name in view.parties if name in story.desk.material.parties)
        return (Called(label, next((it.kind for it in held if it.named), "somebody")),)
    first = next((it.words for it in view.described), None)
    words: Cited | str = "somebody not named" if first is None else cited(story.desk.material, first)
    return (words, " (", Printed(view.outlet), ")")


def _conflicts(story: _Story) -> Iterator[Sentence]:
    held = [need for need in story.needs if need.kind == "contradiction"]
    if held:
        yield said(
            f"{counted(len(held), 'contradiction stands', 'contradictions stand')}: values that cannot all hold."
        ).on(ground for need in held for ground in need.grounds)


def _untold(story: _Story) -> Iterator[Sentence]:
    material = story.desk.material
    undated = [one for one in story.documents if not material.documents[one].published]
    adrift = [ground for one in story.sourced for ground in one.adrift]
    unsure = [
        Ground.of(one) for one in story.scope.statements if {"chain", "party", "stance", "polarity"} & set(one.unsure)
    ]
    open_ = [one for one in story.shared if one.at_most is None]
    if undated:
        yield said(
            f"{counted(len(undated), 'document has', 'documents have')} no date, so that who was first cannot be told of them: ",
            story.publishers(undated),
            ".",
        )
    if adrift:
        yield said(f"The origin of {counted(len(adrift), 'statement')} cannot be told.").on(adrift)
    if open_:
        claims = tuple(one.claim for one in open_)
        yield Sentence((f"Nothing bounds the origins of {counted(len(open_), 'claim')}.",), (), claims)
    if unsure:
        yield said(f"The reader is not sure who says it, or what about it, in {counted(len(unsure), 'statement')}.").on(
            unsure
        )
    if material.findings.unread:
        yield said(f"{counted(len(material.findings.unread), 'file')} could not be read.")
    rumours = [one for one in story.shared if _all_rumour(story.desk, one)]
    if rumours:
        yield Sentence(
            (f"{counted(len(rumours), 'claim is', 'claims are')} told as a rumour only.",),
            (),
            tuple(one.claim for one in rumours),
        )


def _all_rumour(desk: Desk, one: Sourcing) -> bool:
    stances = [it.stance for it in desk.claims[one.claim].appearances if it.bearing == "sure" and it.stance in CARRYING]
    return bool(stances) and all(stance == "reports-as-rumour" for stance in stances)
