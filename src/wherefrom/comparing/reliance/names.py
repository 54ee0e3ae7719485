"""Finding the words of a text that name outlets."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from wherefrom.model import Block, Document, Span, joined
from wherefrom.reader import lexicon
from wherefrom.reader.places import Stretches
from wherefrom.reader.sources import is_outlet

from . import wording
from .press import Folded, Press, plain, without_general

_HIGH = r"[a-z0-9]{0,7}[^\W\d_a-z][\w&]*(?:['’.-][\w&]+)*"
_WITHIN = frozenset("of the and & on in for de la le du des el al".split())
"""Words in lower case that stand within names."""

_PARTING = frozenset("and on in for".split())
"""Of these, the ones that stand within names only where the whole name is known: "Lantern and" may be two."""

_RUN = re.compile(rf"(?<![\w&]){_HIGH}(?:[ \n](?:{_HIGH}|(?:{'|'.join(sorted(_WITHIN))})(?![\w&])|\d\w*)){{0,40}}")
_TOKEN = re.compile(r"[\w&](?:[\w&'’]|[.-](?=\w))*")

_LONGEST = 6
"""Words of a name, at the most: "The Christian Science Monitor Weekly"."""

_NO_START = frozenset(
    """the a an he she it they we i in on at by to of for from with as per via and but or so if when while after before
    his her its their our my this that these those some several many most all both mr mrs ms dr today yesterday tomorrow
    tonight earlier later meanwhile however according asked""".split()
)
"""Words that begin sentences and no names of outlets."""

_NO_NAMES = frozenset(lexicon.MONTHS) | frozenset(lexicon.WEEKDAYS) | _NO_START
_NOT_READ = frozenset({"caption", "credit", "boilerplate"})

_NOUNS = """newspaper newspapers dailies daily weekly magazine magazines tabloid tabloids broadsheet broadsheets broadcaster
    broadcasters agency agencies newswire newswires service services station channel network show programme program
    website site portal outlet blog podcast journal publication""".split()
_ENDS_WITH_NOUN = tuple(f"{noun} " for noun in _NOUNS)
_BEFORE = re.compile(rf"\b{wording.OUTLET_NOUN}\s$")
_STARTS_WITH_NOUN = tuple(
    f" {noun}"
    for noun in """newspaper daily weekly magazine tabloid broadsheet broadcaster news press wire podcast radio TV
    television""".split()
)
_AFTER = re.compile(
    r"\s(?:newspapers?|daily|weekly|magazine|tabloid|broadsheet|broadcaster|(?:news|press|wire)\sagency|newswire|podcast"
    r"|(?:radio|TV|television|news)\s(?:station|channel|network))\b(?!\s[A-Z])"
)
_APPOSED = re.compile(rf",\s(?:a|an|the)\s(?:[\w’'-]{{1,20}}\s){{0,3}}{wording.OUTLET_NOUN}\b")
_FROM_WHERE = re.compile(
    r"(?:^|.*\s)(?:[A-Z][a-z]+(?:ish|ese|ean|ian|can|ch|ic|man|iss|eek|ab|ani|eni|ari|ati|iti|eli|eshi|udi|qi|ai)"
    r"|[A-Z][\w’'-]*-(?:language|based|run|owned))$"
)
"""What tells where something comes from: "a Norwegian daily" is not called Norwegian."""

_ABBREVIATED = re.compile(r"\s\((?P<short>[A-Z][A-Za-z]{1,7})\)")
_JOINT = re.compile(r",\s|,?\sand\s")


_MOST_SHORT = 100
"""Short forms looked for in one text: more come only from lists of names."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name an outlet, and what they may mean.

    `publishers` are those of documents at hand; `known` an outlet that is known anyway. `full` is false where the
    words may well mean something else: a part of a name, or a name only by its shape.
    """

    span: Span
    words: str
    block: Block
    publishers: tuple[Folded, ...] = ()
    known: str | None = None
    full: bool = True
    article: bool = False


class _Token(NamedTuple):
    start: int
    end: int
    """Without a possessive's ending."""
    high: bool
    word: str


def names_in(document: Document, press: Press) -> list[Name]:
    """The names of outlets in a document, in the order of the text; not those in captions and picture credits."""
    text = document.text
    blocks = [block for block in document.blocks if block.kind not in _NOT_READ]
    found = [name for block in blocks for name in _in_block(text, block, press)]
    if any(noun in text for noun in wording.LISTING):
        found.extend(name for block in blocks for name in _listed(text, block))
    return sorted(_told_apart(text, blocks, found), key=lambda name: name.span) if found else found


def _in_block(text: str, block: Block, press: Press) -> Iterator[Name]:
    for run in _RUN.finditer(text, block.start, block.end):
        tokens = [_token(match) for match in _TOKEN.finditer(text, run.start(), run.end())]
        at, named_until = 0, -1
        while at < len(tokens):
            if not tokens[at].high or tokens[at].word.lower() in _NO_START:
                at += 1
                continue
            name, used = _longest(text, block, tokens[at : at + _reach(tokens, at)], press)
            if name is not None and (name.full or (named_until != at and not _follows_name(tokens, at, name))):
                yield name
                named_until = at + used  # a shape right behind a name is a part of it: "Lantern Weird News"
            at += used


def _follows_name(tokens: Sequence[_Token], at: int, name: Name) -> bool:
    """Whether a short form stands behind a capital, and so is the end of another name: "Montfort Gazette"."""
    if at == 0 or not name.publishers or tokens[at].start - tokens[at - 1].end != 1:
        return False
    return tokens[at - 1].high and tokens[at - 1].word.lower() not in _NO_START


def _token(match: re.Match[str]) -> _Token:
    word = match.group()
    if word.endswith(("’s", "'s")):
        word = word[:-2]
    start = match.start()
    return _Token(start, start + len(word), word != word.lower(), word)


def _listed(text: str, block: Block) -> Iterator[Name]:
    """Names after "the magazines are": "Dawn and Open Window"."""
    for match in wording.LISTED.finditer(text, block.start, block.end):
        start = match.start("names")
        for joint in (*_JOINT.finditer(text, start, match.end("names")), None):
            end = match.end("names") if joint is None else joint.start()
            words = text[start:end].rstrip(" .,")
            yield Name(Span(start, start + len(words)), words, block)
            start = end if joint is None else joint.end()


def _reach(tokens: Sequence[_Token], at: int) -> int:
    """How many tokens from `at` on may be one name: nothing but a space parts them."""
    count = 1
    while count < _LONGEST and at + count < len(tokens):
        if tokens[at + count].start - tokens[at + count - 1].end != 1:
            break
        count += 1
    return count


def _longest(text: str, block: Block, run: Sequence[_Token], press: Press) -> tuple[Name | None, int]:
    """The longest name that begins a run of tokens, and how many tokens are done with."""
    for length in range(len(run), 0, -1):
        if run[length - 1].word in _WITHIN:
            continue
        span = Span(run[0].start, run[length - 1].end)
        name = _looked_up(text, span, block, press)
        if name is not None:
            return name, length
    run = _unbroken(run)
    if len(run) > 1 and _holds_another(text, run, press):
        return None, 1
    whole = Span(run[0].start, run[-1].end)
    words = text[whole.start : whole.end]
    if _is_described(text, whole):
        return Name(whole, words, block, article=_has_article(text, whole)), len(run)
    if len(run) > 1 and _has_shape(words):
        return Name(whole, words, block, full=False, article=_has_article(text, whole)), len(run)
    return None, 1


def _holds_another(text: str, run: Sequence[_Token], press: Press) -> bool:
    """Whether a whole name that can be looked up ends a run of tokens: "Famed Lantern"."""
    found = (press.meanings(text[token.start : run[-1].end]) for token in run[1:] if token.high)
    return any(meant is not None and (meant[1] or meant[2] is not None) for meant in found)


def _unbroken(run: Sequence[_Token]) -> Sequence[_Token]:
    """A run of tokens up to where another name may begin: "Wednesday the", "Lantern and"."""
    end = 1
    while end < len(run):
        word = run[end].word
        if word in _PARTING or (word == "the" and run[end - 1].word != "of"):
            break
        end += 1
    while run[end - 1].word in _WITHIN:
        end -= 1
    return run[:end]


def _looked_up(text: str, span: Span, block: Block, press: Press) -> Name | None:
    words = text[span.start : span.end]
    article = _has_article(text, span)
    meant = press.meanings(words)
    if article and (meant is None or meant[2] is None) and " " not in words:
        meant = press.meanings(f"The {words}") or meant  # "the Sun", and no sun
    if meant is None or words.lower() in _NO_NAMES:
        return None
    publishers, full, known = meant
    return Name(span, words, block, publishers, known, full or known is not None, article)


def _has_article(text: str, span: Span) -> bool:
    return text[max(0, span.start - 4) : span.start].lower() == "the "


@lru_cache(maxsize=1 << 14)
def _has_shape(words: str) -> bool:
    return words.rsplit(maxsplit=1)[-1].lower() in lexicon.OUTLET_NAMES and is_outlet(words)


def _is_described(text: str, span: Span) -> bool:
    """Whether a name stands beside what outlets are called: "the Norwegian daily Fjordposten", "the Risky Hours podcast"."""
    before = text[max(0, span.start - 30) : span.start]
    beside = (
        (before.endswith(_ENDS_WITH_NOUN) and _BEFORE.search(before) is not None)
        or (text.startswith(_STARTS_WITH_NOUN, span.end) and _AFTER.match(text, span.end) is not None)
        or (text.startswith(", ", span.end) and _APPOSED.match(text, span.end) is not None)
    )
    words = text[span.start : span.end]
    return beside and _FROM_WHERE.match(words) is None and words.lower() not in _NO_NAMES


def _told_apart(text: str, blocks: Sequence[Block], found: list[Name]) -> Iterator[Name]:
    """Names, those of a single word as the whole names of the same text explain them.

    "The Times" after "the Korvian Times" is that one; so is what else has no meaning by itself: "the Lantern".
    """
    whole: dict[str, list[Name]] = defaultdict(list)
    held = {name.span.start: name for name in found}
    for name in found:
        if " " in name.words:
            for part in _shorter(text, name):
                whole[part].append(name)
    places = Stretches(joined(name.span for name in found))
    for part, longer in islice(whole.items(), _MOST_SHORT):
        word = re.compile(rf"(?<![\w&-]){re.escape(part)}(?![\w&-])")
        for block in blocks:
            for match in word.finditer(text, block.start, block.end):
                span = Span(match.start(), match.end())
                if span.start not in held and places.touching(span):
                    continue
                name = held.get(span.start) or Name(span, part, block, full=False, article=_has_article(text, span))
                if name.span == span and (meant := _whole(name, longer)) is not None:
                    held[span.start] = replace(meant, span=span, block=block, article=name.article)
    yield from held.values()


def _whole(name: Name, longer: Sequence[Name]) -> Name | None:
    """The whole name that a single word stands for: the nearest before it, or the first if it means nothing by itself."""
    if not (name.article or name.known is not None or name.words.isupper()):
        return None
    before = bisect_left(longer, name.span, key=lambda one: one.span)
    if before == 0 and name.known is not None:
        return None
    return longer[max(0, before - 1)]


def _shorter(text: str, name: Name) -> list[str]:
    """What a text may call an outlet for short: the end of its name, the name without "News", what follows in brackets."""
    words = name.words.split()
    core = without_general(plain(name.words))
    short = _ABBREVIATED.match(text, name.span.end)
    found = [words[-1], *words[: len(core) == 1], *((short["short"],) if short else ())]
    return sorted({word for word in found if word[:1].isupper()})
