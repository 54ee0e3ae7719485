"""The dossier without any word of the reports: places in place of words, numbers in place of names; outlets and dates stay.

For what may be shown of a case whose texts may not: who said what is for whoever has the texts, where they stand is for everybody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from wherefrom.judging.briefs import Brief, briefs
from wherefrom.judging.needed import Need
from wherefrom.judging.sentences import Ground, Sentence
from wherefrom.judging.sourcing import Desk, OriginView
from wherefrom.model import Document
from wherefrom.model.release import Release

from .compared import Compared
from .descent import Band, Node, descent
from .designations import Designations
from .differing import Differing
from .graph import Graph, graph
from .inshort import HEADINGS, MOST_NEEDS, MOST_STORIES, Token, tokens
from .page import environment, inlined, policy
from .quoting import Quoted
from .shared import UNKNOWN_OUTLET, Shared, count_words, day_of, told_words
from .sourced import ClaimView, claim_view, named
from .tlp import label

MOST_PLACES = 12
"""Places behind a sentence that are seen at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence without words of texts, the places that it rests on, and the claims that it counts, by their numbers here."""

    tokens: tuple[Token, ...]
    places: tuple[tuple[int, str], ...]
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading."""

    kind: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A story in short."""

    documents: int
    parts: tuple[Part, ...]
    wanted: tuple[tuple[Line, Line], ...]
    further: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A document in numbers."""

    number: int
    outlet: str
    day: str
    form: str
    letters: int
    statements: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A claim: how often it is told, on how many origins, and how each is sourced."""

    number: int
    told: str
    count: str
    picture: Graph | None
    origins: tuple[Line, ...]
    against: tuple[Line, ...]
    outlets: tuple[Line, ...]
    apart: tuple[Line, ...]
    asked: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A conflict: of what kind, whether all can hold, and each value's places."""

    kind: str
    verdict: str
    between: str
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a later telling lost, and where both stand."""

    kind: str
    how: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class _Maker:
    """What the page is made from."""

    desk: Desk
    compared: Compared
    names: Designations

    def line(self, one: Sentence) -> Line:
        """A sentence without words."""
        numbers = (self.compared.shown[claim].number for claim in one.claims if claim in self.compared.shown)
        return Line(tokens(one, self.names.token), tuple(map(self.place, one.grounds)), tuple(numbers))

    def place(self, at: Ground) -> tuple[int, str]:
        """A place, with the number of its document."""
        return self.names.numbers[at.document], self.names.at(at)

    def outlet(self, document: Document) -> str:
        """Who published a document, as a matter of record."""
        return UNKNOWN_OUTLET if document.publisher is None else self.names.outlet(document.publisher)


def without_words(release: Release) -> str:
    """The page: the same findings at the same level always give the same characters."""
    compared = Compared.of(release.findings)
    findings = compared.shelf.material.findings
    maker = _Maker(Desk.of(findings), compared, Designations.of(findings.documents))
    shown_as = label(release)
    style = inlined("dossier.css", "across.css", "inshort.css", "wordless.css")
    if shown_as is not None:
        style += Markup(shown_as.style)  # noqa: S704  # our own, made of nothing but one of five labels
    several = [one for one in compared.shared if one.several]
    return (
        environment()
        .get_template("wordless.html.j2")
        .render(
            policy=policy(style),
            style=style,
            label=shown_as,
            reader=findings.reader,
            stories=[_story(maker, one) for one in briefs(maker.desk)[:MOST_STORIES]],
            rows=[_row(maker, number, one) for number, one in enumerate(findings.documents, 1)],
            leaves=[_leaf(maker, one) for one in several],
            differences=[_difference(maker, one) for one in compared.differing],
            changes=list(_changes(maker)),
            rests=list(_rests(maker)),
            unread=len(findings.unread),
            most_places=MOST_PLACES,
        )
    )


def _story(maker: _Maker, brief: Brief) -> Story:
    parts = tuple(
        Part(kind, HEADINGS[kind], tuple(maker.line(line.sentence) for line in lines))
        for kind, lines in groupby(brief.lines, key=lambda line: line.kind)
    )
    wanted = tuple(_wanted(maker, need) for need in brief.needs)
    return Story(len(brief.documents), parts, wanted[:MOST_NEEDS], wanted[MOST_NEEDS:])


def _wanted(maker: _Maker, need: Need) -> tuple[Line, Line]:
    return maker.line(replace(need.what, grounds=())), maker.line(need.why.on(need.what.grounds))


def _row(maker: _Maker, number: int, one: Document) -> Row:
    statements = len(maker.desk.material.of_document[one.id])
    return Row(
        number,
        maker.outlet(one),
        day_of(one.published),
        one.capture.format,
        len(one.text),
        statements,
        one.sha256,
    )


def _leaf(maker: _Maker, one: Shared) -> Leaf:
    view: ClaimView = claim_view(maker.desk, maker.desk.sourced[one.claim.id])

    def lines(found: Sequence[Sentence]) -> tuple[Line, ...]:
        return tuple(map(maker.line, found))

    return Leaf(
        number=one.number,
        told=told_words(one),
        count=count_words(one),
        picture=graph(_unnamed(maker, one, descent(maker.compared.shelf, one)), count_words(one)),
        origins=lines(view.origins),
        against=lines(view.against),
        outlets=lines(view.outlets),
        apart=lines(view.apart),
        asked=lines([prompt.sentence for prompt in view.prompts]),
    )


def _unnamed(maker: _Maker, one: Shared, bands: Sequence[Band]) -> tuple[Band, ...]:
    """The same trees, made for this alone, with outlets by their names and everybody else by a number."""
    sourced = maker.desk.sourced[one.claim.id]
    roots = {view.label: _root(maker, view) for view in (*sourced.origins, *sourced.against)}
    for band in bands:
        waiting = list(band.trees)
        while waiting:
            node = waiting.pop()
            waiting += node.below
            node.label = _label(maker, node, roots)
    return tuple(bands)


def _label(maker: _Maker, node: Node, roots: Mapping[str, str]) -> str:
    if node.member is not None:
        return maker.outlet(node.member.document)
    if node.kind == "root" and node.label in roots:
        return roots[node.label]
    return maker.names.outlet(node.label) if maker.names.is_outlet(node.label) else maker.names.somebody(node.label, "")


def _root(maker: _Maker, view: OriginView) -> str:
    match view.kind:
        case "own" | "outlet":
            return maker.names.outlet(view.outlet)
        case "talk":
            return "nobody named"
        case "unnamed":
            return f"not named ({maker.names.outlet(view.outlet)})"
        case _:
            voice = named(maker.desk, view)
            return maker.names.somebody(voice.name, voice.kind)


# --- across the documents


def _difference(maker: _Maker, one: Differing) -> Difference:
    values = tuple(tuple(_given(maker, given) for given in value.given) for value in one.values)
    return Difference(one.kind, one.verdict, one.between, values)


def _given(maker: _Maker, one: Quoted) -> str:
    return f"{maker.outlet(one.document)} ({one.day})"


def _changes(maker: _Maker) -> Iterator[Change]:
    for one in maker.compared.changes:
        yield Change(one.kind, one.how, _given(maker, one.earlier), _given(maker, one.later))


def _rests(maker: _Maker) -> Iterator[tuple[str, str, str]]:
    """Who rests on whom, and how; reports that name no outlet are told of in short."""
    for held in maker.compared.rested:
        if held.document is None and maker.desk.names_nobody(held.name):
            continue
        on = maker.names.outlet(held.name) if held.document is None else maker.outlet(held.document)
        by: dict[str, list[str]] = {}
        for rest in held.by:
            by.setdefault(rest.how, []).append(maker.outlet(rest.document))
        words = "; ".join(f"{how}: {', '.join(dict.fromkeys(names))}" for how, names in by.items())
        yield on, "not read here" if held.document is None else "", words
