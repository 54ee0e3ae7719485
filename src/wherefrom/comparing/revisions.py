"""What a later version of an article changed, statement by statement."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from wherefrom.comparing.drift.figures import changes
from wherefrom.comparing.drift.guards import Guard
from wherefrom.comparing.drift.names import Names, changed_names
from wherefrom.comparing.drift.tellings import Retelling, Told
from wherefrom.comparing.drift.wording import Wording
from wherefrom.comparing.material import Material
from wherefrom.model import Findings, Spans, Words, healed, joined, slice_of
from wherefrom.model.retelling import Revision, RevisionKind, Telling

ALIKE = 0.6
"""How much of their words two statements must share (twice the shared ones by all) to be one statement, revised.

Set by hand on pairs of versions: sentences of one paragraph on one matter share up to half of their words.
"""

COMMON = 40
"""A word in more statements than this tells none of them apart and is not looked up."""


def revisions(findings: Findings) -> tuple[Revision, ...]:
    """What each version of an article changed against the one that it is a version of, in the order of `relies_on`."""
    material, names = Material.of(findings), Names.of(findings.parties)
    pairs = [(one.on, one.document) for one in findings.relies_on if one.how == "version-of"]
    return tuple(
        revision
        for earlier, later in dict.fromkeys(pairs)
        if earlier in material.documents
        for revision in revised(material, earlier, later, names)
    )


def revised(material: Material, earlier: str, later: str, names: Names | None = None) -> Iterator[Revision]:
    """What a document changed against an earlier one that it is a version of, both by id.

    In the order of the later text, then what is no longer in it. Statements are matched by their words, each once; one
    that stands word for word in the other text is neither added nor dropped, however it was read there.
    """
    known = names if names is not None else Names.of(material.findings.parties)
    before, after = _told(material, earlier), _told(material, later)
    pairs = _matched(before, after)
    for place, one in enumerate(after):
        if place in pairs:
            yield from _altered(before[pairs[place]], one, known)
        elif not _stands_in(one, material.documents[earlier].text):
            yield Revision(earlier, later, "added", None, _telling(one, ()), "the earlier version has nothing like it")
    kept = set(pairs.values())
    for place, one in enumerate(before):
        if place not in kept and not _stands_in(one, material.documents[later].text):
            yield Revision(earlier, later, "dropped", _telling(one, ()), None, "the later version has nothing like it")


def _told(material: Material, name: str) -> list[Told]:
    document = material.documents[name]
    return [
        Told(document, one, "supports", Wording.of(document, one), Guard.of(one)) for one in material.of_document[name]
    ]


def _stands_in(one: Told, text: str) -> bool:
    return all(slice_of(one.document.text, (span,)) in text for span in one.appearance.spans)


def _matched(before: Sequence[Told], after: Sequence[Told]) -> dict[int, int]:
    """For statements of the later version their places in the earlier one: the same words first, then the likest."""
    pairs = _same(before, after)
    taken = set(pairs.values())
    scored = [
        (-score, later, earlier)
        for later, earlier, score in _likenesses(before, after)
        if later not in pairs and earlier not in taken
    ]
    for _, later, earlier in sorted(scored):
        if later not in pairs and earlier not in taken:
            pairs[later] = earlier
            taken.add(earlier)
    return pairs


def _same(before: Sequence[Told], after: Sequence[Told]) -> dict[int, int]:
    held: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, one in enumerate(before):
        held[one.appearance.text].append(place)
    found = ((place, held[one.appearance.text]) for place, one in enumerate(after))
    return {place: places.popleft() for place, places in found if places}


def _likenesses(before: Sequence[Told], after: Sequence[Told]) -> Iterator[tuple[int, int, float]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(before):
        for word in one.wording.stems:
            places[word].append(place)
    for place, one in enumerate(after):
        shared = Counter(
            earlier for word in one.wording.stems if len(places[word]) <= COMMON for earlier in places[word]
        )
        for earlier in shared:
            first, second = before[earlier].wording.stems, one.wording.stems
            score = 2 * len(first & second) / (len(first) + len(second))
            if score >= ALIKE:
                yield place, earlier, score


def _altered(before: Told, after: Told, names: Names) -> Iterator[Revision]:
    """What was done to a statement that both versions have."""
    yield from _hedges(before, after)
    yield from _sources(before, after)
    if before.appearance.polarity != after.appearance.polarity:
        why = f"it was {before.appearance.polarity} and is {after.appearance.polarity} now"
        yield _revision("changed", before, after, ((), ()), why)
    pair = Retelling("", before, after, (), None)
    for finding in (*changes(pair), *changed_names(pair, names)):
        yield _revision("changed", before, after, (finding.earlier, finding.later), finding.why)


def _hedges(before: Told, after: Told) -> Iterator[Revision]:
    first, second = _held(before.guard), _held(after.guard)
    marked = (first[1], second[1])
    if second[0] < first[0]:
        words = slice_of(after.document.text, second[1])
        yield _revision("hedged", before, after, marked, f"“{words}” holds back now")
    elif second[0] > first[0]:
        words = slice_of(before.document.text, first[1])
        yield _revision("unhedged", before, after, marked, f"“{words}” held back earlier")


def _held(guard: Guard) -> tuple[int, Spans]:
    """How firmly a statement is put, hearsay and conditions counted in, and the words that hold back."""
    spans = joined((*guard.held, *guard.conditional))
    return 2 * guard.firmness + (not spans), spans


def _sources(before: Told, after: Told) -> Iterator[Revision]:
    """Whose word it is now; a source that the reader only carried on from elsewhere tells nothing about this statement."""
    first, second = _stated(before), _stated(after)
    if second and not before.guard.sourced:
        words = slice_of(after.document.text, second)
        yield _revision("attributed", before, after, (first, second), f"it is on somebody's word now: “{words}”")
    elif first and not after.guard.sourced:
        words = slice_of(before.document.text, first)
        yield _revision("unattributed", before, after, (first, second), f"earlier it was on somebody's word: “{words}”")


def _stated(told: Told) -> Spans:
    parts = [part for link in told.guard.sourced if link.basis != "carried" for part in (link.source, link.cue)]
    return healed(told.document.text, (span for part in parts if part is not None for span in part.spans))


def _revision(kind: RevisionKind, before: Told, after: Told, marked: tuple[Spans, Spans], why: str) -> Revision:
    first, second = _telling(before, marked[0]), _telling(after, marked[1])
    return Revision(first.document, second.document, kind, first, second, why)


def _telling(told: Told, marked: Spans) -> Telling:
    said = Words(told.appearance.text, told.appearance.spans)
    return Telling(told.appearance.document, told.appearance.id, told.document.published, said, marked)
