"""The mentions of a document with their traits and places: the encoder's, and sources that it passed over."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wherefrom.model import Span
from wherefrom.reader.mentions import Mention, MentionKind
from wherefrom.reader.quotations import bare, without_possessive
from wherefrom.reader.sources import describe, is_pronoun

from .correcting import corrected
from .scene import Place, Scene
from .traits import Traits, traits

_OWNER = re.compile(r"['’]s?\s")


@dataclass(frozen=True, slots=True)
class Noted:
    """A mention with what its words and its place tell.

    `number` is its place among all of them; `given` the mention as the encoder gave it, `mention` as its words correct it, `span`
    where that stands.
    """

    number: int
    given: Mention
    mention: Mention
    words: str
    traits: Traits
    place: Place
    span: Span

    @property
    def kind(self) -> MentionKind:
        """What kind of thing it means."""
        return self.mention.kind


def gathered(scene: Scene, mentions: Iterable[Mention]) -> list[Noted]:
    """All mentions in the order of the text, none twice; sources that no mention heads are mentions as well."""
    known: dict[int, dict[Span, Mention]] = {}
    for one in sorted(mentions, key=_by_place):
        if one.span.start < one.span.end:
            known.setdefault(one.span.start, {})[one.span] = one
    starts = sorted(known)
    heads = sorted(one.head for beside in known.values() for one in beside.values())
    for telling in scene.tellings:
        span = telling.source[0]
        at = bisect_left(heads, span)
        if not any(head.end <= span.end for head in heads[at : at + 1]):
            made = _made(scene.text, span)
            beside = {} if made is None else known.get(made.span.start, {})
            new = None if made is None or made.span in beside else made
        else:
            inside = _inside(span, known, starts)
            new = _named_by_its_words(scene.text, span, inside) or _owned(scene.text, span, inside)
            beside = {} if new is None else known.get(new.span.start, {})
            beside = {key: one for key, one in beside.items() if one.pronoun}
        if new is not None:
            if new.span.start not in known:
                insort(starts, new.span.start)
            known[new.span.start] = beside | {new.span: new}
    all_of_them = (one for beside in known.values() for one in beside.values())
    given = [one for one in sorted(all_of_them, key=_by_place) if scene.tells(one.span)]
    found: list[Noted] = []
    both = zip(given, corrected(scene.text, given), strict=True)
    for one, mention in sorted(both, key=lambda pair: _by_place(pair[1])):
        place = scene.place(mention.span)
        if place is not None:
            words = scene.text[slice(*mention.span)]
            found.append(Noted(len(found), one, mention, words, traits(scene.text, mention), place, mention.span))
    return found


def _inside(span: Span, known: Mapping[int, Mapping[Span, Mention]], starts: Sequence[int]) -> list[Mention]:
    """The known mentions within a source; `starts` are where mentions begin, in order."""
    within = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return [one for start in within for one in known[start].values() if one.head.end <= span.end]


def _named_by_its_words(text: str, span: Span, inside: Sequence[Mention]) -> Mention | None:
    """A source whose words name somebody where the encoder saw a description only: "plant manager Orla Tenn"."""
    if any(one.name is not None and one.kind not in {"place", "group"} for one in inside):
        return None
    made = _made(text, span)
    known_names = {one.name for one in inside}
    return made if made is not None and made.name is not None and made.name not in known_names else None


def _owned(text: str, span: Span, inside: Sequence[Mention]) -> Mention | None:
    """A source of whose words the encoder saw only the owner: "Korvia's cyber agency"."""
    head = _head(text, span)
    owners = all(one.span.end < head.start and _OWNER.match(text, one.head.end) for one in inside)
    made = _made(text, span) if inside and owners else None
    return None if made is None else replace(made, head=head, name=None)


def _made(text: str, span: Span) -> Mention | None:
    """A mention made of a source's own words."""
    words = text[slice(*span)]
    inner = bare(words)
    if not any(map(str.isalnum, inner)):
        return None
    start = span.start + words.index(inner)
    whole = Span(start, start + len(inner))
    described = describe(words)
    kind: MentionKind = described.kind
    head, name = _head(text, whole), None
    if described.named:
        name = _name(text, whole)
        head = head if name is None else Span(name.end - len(text[slice(*name)].rsplit(maxsplit=1)[-1]), name.end)
    return Mention(whole, head, kind, name, is_pronoun(words))


def _head(text: str, span: Span) -> Span:
    """The word before what follows and describes it."""
    words = text[slice(*span)]
    end = len(words)
    for mark in (
        ",",
        " who ",
        " whom ",
        " that ",
        " which ",
        " of ",
        " in ",
        " at ",
        " for ",
        " from ",
        " with ",
        " on ",
        " to ",
        " close ",
        " familiar ",
    ):
        at = words.find(mark)
        end = min(end, at) if at > 0 else end
    last = words[:end].rstrip().split()[-1]
    start = span.start + words[:end].rstrip().rfind(last)
    return Span(start, start + len(without_possessive(last)))


def _name(text: str, span: Span) -> Span | None:
    """The first run of capitalised words that does not only begin a sentence."""
    place = span.start
    run: list[tuple[int, int]] = []
    for word in text[slice(*span)].split():
        at = text.index(word, place, span.end)
        place = at + len(word)
        if word[:1].isupper() and word.lower() not in {"the", "a", "an"}:
            run.append((at, at + len(without_possessive(word.rstrip(",;:")))))
            if word.endswith(","):
                break
        elif run:
            break
    return Span(run[0][0], run[-1][1]) if run else None


def _by_place(mention: Mention) -> tuple[int, int, Span, str]:
    """In the order of the text, the longer first."""
    return (mention.span.start, -mention.span.end, mention.head, mention.kind)
