"""One pass of the encoder over a text, and everything that it found there."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from wherefrom.model import Span

from . import lexicon
from .attributions import Attribution, decoded, in_order
from .certainty import Happened
from .encoder import Scored, Scores, read_window
from .fragments import Fragment, Places, fragments, words
from .mentions import Affinity, Mention, MentionKind
from .orphans import LEAST_WORDS
from .places import Stretches
from .quotations import without_possessive
from .sources import is_outlet, is_pronoun
from .tags import HEADS, NAMES, OUTSIDE, ROLES
from .windows import Sentence, Window, windows
from .wordpiece import WordPiece

_LONGEST_LEAD = 16
"""Pieces before its head with which a mention begins at the furthest: "the former Blackpool transport minister"."""


_NESTED = 3.0
"""What "outside" loses, in log-odds, against the parts of a nested attribution: these are rare in what the encoder learnt from, and
rules screen them. Of 22 nests in GUM one is found without (of 2 told), 2 at 2.0 (of 3), 3 at 3.0 (of 4), 3 at 4.0 (of 5)."""

_REACH = 30
"""Characters between a modal and its verb: "could in the end also be seen"."""

_TITLE_CASE = 3
"""Words of four letters and more that a headline like "Mayor Hid Health Problems From Public" has at least, all with capitals."""


MOST_FACTUAL = 3.0
"""How sure a reader is of what plainly happened, on the scale of UDS-IH2, from which the encoder learnt it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text and what it names: one of `tags.NAMES`."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells of something happening or being so, and how sure a reader is that it did: from -3 to 3."""

    span: Span
    factuality: float


@dataclass(frozen=True, slots=True)
class _Vectors:
    """What the encoder thinks of a mention's head: itself as the later and as the earlier of two, and the score of none."""

    later: Scores
    earlier: Scores
    nothing: float


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass found: attributions, those one level inside their contents, names, mentions, predicates.

    All are in the order of the text.
    """

    outer: tuple[Attribution, ...]
    inner: tuple[Attribution, ...]
    names: tuple[Name, ...]
    mentions: tuple[Mention, ...]
    predicates: tuple[Predicate, ...]
    vectors: Mapping[Span, _Vectors]

    def affinity(self) -> Affinity:
        """How much the later of two mentions points back to the earlier one, in log-odds against none."""

        def score(later: Mention, earlier: Mention) -> float | None:
            one, other = self.vectors.get(later.head), self.vectors.get(earlier.head)
            if one is None or other is None:
                return None
            return float(one.later @ other.earlier) / _scale(one) - one.nothing

        return score

    def happened(self) -> Happened:
        """How sure a reader is that what the first predicate after a place tells happened."""
        starts = [one.span.start for one in self.predicates]

        def sure(place: int) -> float | None:
            at = bisect_left(starts, place)
            near = at < len(starts) and starts[at] - place <= _REACH
            return self.predicates[at].factuality if near else None

        return sure


def scan(text: str, sentences: Sequence[Sentence], vocabulary: WordPiece, quoted: Stretches) -> Scan:
    """Read these sentences of a text once, window by window; `quoted` is what stands in quotation marks."""
    outer: list[Attribution] = []
    inner: list[Attribution] = []
    names: list[Name] = []
    mentions: list[Mention] = []
    predicates: list[Predicate] = []
    vectors: dict[Span, _Vectors] = {}
    for window in windows(sentences, vocabulary):
        scored = read_window(window)
        every = list(words(text, window))
        outer.extend(
            decoded(text, window, scored.outer, quoted, fragments(text, window, scored.outer.tags, ROLES, every))
        )
        inner.extend(decoded(text, window, scored.inner, quoted, _nested(text, window, scored.inner.tags, every)))
        named = [one for one in named_in(text, window, scored, every) if _is_own(window, one.first)]
        names.extend(Name(_without_article(text, one.span), _kind_of_name(one)) for one in named)
        places = [place for place in every if _is_own(window, place[0])]
        predicates.extend(_predicates(window, scored, places))
        for mention, at in _mentions(text, window, scored, places, named):
            mentions.append(mention)
            vectors[mention.head] = _vectors(scored, at)
    return Scan(
        tuple(in_order(outer)),
        tuple(in_order(inner)),
        tuple(names),
        tuple(mentions),
        tuple(predicates),
        vectors,
    )


def _nested(text: str, window: Window, tags: Scores, places: Places) -> list[Fragment]:
    """The fragments of nested attributions, without contents so short that the grammar had better tell what the cue governs."""
    tags = tags.copy()
    tags[:, OUTSIDE] -= _NESTED
    found = fragments(text, window, tags, ROLES, places)
    return [one for one in found if one.kind != "content" or len(text[slice(*one.span)].split()) >= LEAST_WORDS]


def named_in(text: str, window: Window, scored: Scored, places: Places) -> list[Fragment]:
    """The names of a window, each to the end of its capitals: what the encoder leaves out is its last words as a rule."""
    kept: list[Fragment] = []
    spans = [(first, Span(window.spans[first][0], window.spans[last][1]), last) for first, last in places]
    number = {first: place for place, (first, _, _) in enumerate(spans)}
    titles = _in_title_case(text, window, [(first, span) for first, span, _ in spans])
    for one in fragments(text, window, scored.names, NAMES, places):
        if not _names_something(text, one.span) or (kept and one.first <= kept[-1].last):
            continue
        end, last = one.span.end, one.last
        place = max(number.get(one.last, number[one.first]), number[one.first]) + 1
        whole = (one.kind == "person" and " " in text[slice(*one.span)]) or window.sentences[one.first] in titles
        while not whole and place < len(spans) and _goes_on(text, end, spans[place][1]):
            end, last, place = spans[place][1].end, spans[place][2], place + 1
        span = Span(one.span.start, end)
        kept.append(Fragment(_kind_of(text[slice(*span)], one.kind, changed=end > one.span.end), one.first, last, span))
    return kept


def _in_title_case(text: str, window: Window, spans: Iterable[tuple[int, Span]]) -> set[int]:
    """The sentences of a window in which every longer word has a capital, so that a capital tells nothing."""
    counted: dict[int, list[bool]] = defaultdict(list)
    for first, (start, end) in spans:
        if end - start > 3 and text[start].isalpha():
            counted[window.sentences[first]].append(text[start].isupper())
    return {number for number, capitals in counted.items() if len(capitals) >= _TITLE_CASE and all(capitals)}


def _goes_on(text: str, end: int, word: Span) -> bool:
    """Whether a word goes on with the name that ended there: a capital after a blank or a hyphen, and no day."""
    between, following = text[end : word.start], text[slice(*word)]
    if between == "" and following == "-":
        return text[word.end : word.end + 1].isupper()
    return between in {" ", ""} and following[0].isupper() and following not in _DAYS


def _kind_of(name: str, kind: str, *, changed: bool) -> str:
    """What a name names, as the encoder says, but for newspapers and for what its added words tell."""
    if kind != "person" or changed:
        if is_outlet(name):
            return "outlet"
        if changed and name.rsplit(maxsplit=1)[-1].lower() in lexicon.ORGANISATIONS:
            return "organisation"
    return kind


_DAYS = frozenset(day.capitalize() for day in (*lexicon.WEEKDAYS, *lexicon.MONTHS) if day != "may")
"""Days and months; "May" is a name as often."""


def _names_something(text: str, span: Span) -> bool:
    """Whether a name has a letter that is no small one: "the" and a stray mark name nobody."""
    words = text[slice(*_without_article(text, span))]
    return any(letter.isupper() or letter.isdigit() for letter in words)


def _is_own(window: Window, place: int) -> bool:
    return window.keep_from <= place < window.keep_to


def _predicates(window: Window, scored: Scored, places: Sequence[tuple[int, int]]) -> Iterator[Predicate]:
    """The predicates among these words, by what the encoder makes of each word's first piece."""
    ends = dict(places)
    for first in np.flatnonzero(scored.facts[:, 0] > 0).tolist():
        if first in ends:
            far = MOST_FACTUAL * min(1.0, max(-1.0, float(scored.facts[first, 1])))
            yield Predicate(Span(window.spans[first][0], window.spans[ends[first]][1]), far)


def _mentions(
    text: str, window: Window, scored: Scored, places: Sequence[tuple[int, int]], named: Sequence[Fragment]
) -> Iterator[tuple[Mention, int]]:
    """The mentions of a window, each with the place of its head: labelled heads, and names that have none."""
    heads = scored.heads.argmax(axis=1)
    starts = {name.first: name for name in named}
    held = {place: name for name in named for place in range(name.first, name.last + 1)}
    seen: set[int] = set()
    for (first, last), (after, _) in zip(places, [*places[1:], (-1, -1)], strict=True):
        name = held.get(first)
        if not text[window.spans[first][0]].isalnum() or (name is not None and name.first in seen):
            continue
        if heads[first] == OUTSIDE and (name is None or name.kind == "group" or last != name.last):
            continue  # "Korvian officials" are somebody, "Korvian" alone is nobody
        following = starts.get(after)
        if (
            name is None
            and following is not None
            and following.kind == "person"
            and _is_title(text, window, first, last)
        ):
            continue  # "Professor Tenn" is one person, called Tenn
        if name is not None:
            seen.add(name.first)
        yield _mention(text, window, scored, (first, last), name), first


def _is_title(text: str, window: Window, first: int, last: int) -> bool:
    """Whether a word right before a person's name belongs to it."""
    word = text[window.spans[first][0] : window.spans[last][1]]
    return word.lower() in lexicon.PERSONS or word[0].isupper()


def _mention(text: str, window: Window, scored: Scored, place: tuple[int, int], name: Fragment | None) -> Mention:
    first, last = place
    head = Span(window.spans[first][0], window.spans[last][1])
    start = _beginning(window, scored, first)
    end = head.end
    if name is not None:
        start, end = min(start, name.span.start), max(end, name.span.end)
    word = text[head.start : head.end]
    kind = _kind_of_name(name) if name is not None else _kind_of_noun(word, HEADS[scored.heads[first][1:].argmax()])
    called = None if name is None else _without_article(text, name.span)
    return Mention(Span(start, end), head, kind, called, pronoun=name is None and is_pronoun(word))


def _beginning(window: Window, scored: Scored, head: int) -> int:
    """Where the mention with this head begins: in its sentence, and not far before it."""
    sentence = window.sentences[head]
    near = [
        place
        for place in range(max(0, head - _LONGEST_LEAD), head + 1)
        if window.sentences[place] == sentence and window.spans[place][0] >= 0
    ]
    return window.spans[max(near, key=lambda place: scored.first[head, place])][0]


def _kind_of_name(name: Fragment) -> MentionKind:
    return name.kind  # type: ignore[return-value]  # one of `tags.NAMES`


def _kind_of_noun(word: str, kind: str) -> MentionKind:
    """What a common noun means: as the encoder says, where it does not fall short of our kinds."""
    word = without_possessive(word).lower()
    if word in lexicon.OUTLET_NOUNS:
        return "outlet"
    if kind in {"object", "abstract", "other"}:
        return "document" if word in lexicon.DOCUMENTS else "other"
    return kind  # type: ignore[return-value]  # the rest of `tags.HEADS` are kinds of ours


def _without_article(text: str, span: Span) -> Span:
    """A name without "the": "the United Nations" is called "United Nations"."""
    return Span(span.start + 4, span.end) if text[span.start : span.start + 4].lower() == "the " else span


def _vectors(scored: Scored, place: int) -> _Vectors:
    later = np.ascontiguousarray(scored.later[place])
    nothing = float(later @ scored.earlier[0]) / later.shape[0] ** 0.5
    return _Vectors(later, np.ascontiguousarray(scored.earlier[place]), nothing)


def _scale(one: _Vectors) -> float:
    return float(one.later.shape[0] ** 0.5)
