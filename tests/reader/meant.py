"""Texts with their mentions and chains marked in them, and what is meant there."""

import re
from dataclasses import replace

from wherefrom.intake import document_from_bytes
from wherefrom.model import Appearance, Document, Link, Party, Source, Span, Words, slice_of
from wherefrom.reader.mentions import Mention, MentionKind
from wherefrom.reader.parties import Meant, who_is_meant
from wherefrom.reader.sources import describe

KINDS: dict[str, MentionKind] = {
    "p": "person",
    "o": "organisation",
    "n": "outlet",
    "l": "place",
    "g": "group",
    "d": "document",
    "x": "other",
}
PRONOUNS = frozenset("he she it they him her them his its their who which i we us you my our this others".split())
MARK = re.compile(r"\{([ponlgdx])([= ])|\}")


def marked(text: str) -> tuple[str, list[Mention]]:
    """A text and its mentions, from "{p=Ana Velez} left {o the ministry}": kind, "=" where it is a name, and words."""
    plain, place = "", 0
    mentions: list[Mention] = []
    opened: list[tuple[int, MentionKind, bool]] = []
    for mark in MARK.finditer(text):
        plain += text[place : mark.start()]
        place = mark.end()
        if mark.group() != "}":
            opened.append((len(plain), KINDS[mark[1]], mark[2] == "="))
        else:
            start, kind, named = opened.pop()
            mentions.append(mention(plain, Span(start, len(plain)), kind, named=named))
    return plain + text[place:], mentions


def mention(text: str, span: Span, kind: MentionKind, *, named: bool) -> Mention:
    words = text[slice(*span)]
    own = re.split(r",| (?:of|at|for|who|with|familiar|called|because)\b", words)[0] if not named else words
    last = own.split()[-1]
    start = span.start + own.rindex(last)
    head = Span(start, start + len(last.removesuffix("'s")))
    return Mention(span, head, kind, span if named else None, words.lower() in PRONOUNS)


def document(text: str, **known: str) -> Document:
    return replace(document_from_bytes(text.encode(), "a.txt", outlet=known.get("outlet")), author=known.get("author"))


def told(one: Document, source: str, content: str, cue: str = "said", *, nth: int = 0) -> Appearance:
    """That this source said this content; `nth` counts where the source's words stand several times."""
    place = [match.start() for match in re.finditer(re.escape(source), one.text)][nth]
    begin = one.text.index(content)
    spans = (Span(begin, begin + len(content)),)
    described = describe(source)
    named = Source(source, (Span(place, place + len(source)),), described.kind, described.named)
    cues = [match.start() for match in re.finditer(re.escape(cue), one.text)]
    at = min(cues, key=lambda each: abs(each - place))
    link = Link(named, Words.of(one.text, (Span(at, at + len(cue)),)), "says", "stated", spans)
    return appearance(one, content, link)


def appearance(one: Document, content: str, *chain: Link) -> Appearance:
    begin = one.text.index(content)
    return appearance_at(one, Span(begin, begin + len(content)), *chain)


def appearance_at(one: Document, span: Span, *chain: Link) -> Appearance:
    return Appearance(
        id=f"a{span.start}",
        document=one.id,
        spans=(span,),
        text=one.text[slice(*span)],
        block="paragraph",
        chain=chain,
        unsure=("party",),
    )


def read(marks: str, *sayings: tuple[str, ...], **known: str) -> tuple[Document, Meant]:
    """What is meant in a marked text whose chains are these: source, content and, if need be, the cue."""
    text, mentions = marked(marks)
    one = document(text, **known)
    sources = [saying[0] for saying in sayings]
    found = []
    for number, (source, content, *cues) in enumerate(sayings):
        nth = sources[:number].count(source) if sources.count(source) > 1 else -1
        found.append(told(one, source, content, cues[0] if cues else "said", nth=nth))
    return one, who_is_meant(one, found, mentions)


def last(meant: Meant) -> Source:
    source = meant.appearances[-1].chain[-1].source
    assert source is not None
    return source


def named(meant: Meant) -> str | None:
    """The name of the party that the last source is, None where it is unsure who is meant."""
    if "party" in meant.appearances[-1].unsure:
        return None
    (name,) = (party.name for party in meant.parties if party.id in last(meant).parties)
    return name


def words(one: Document, party: Party) -> list[str]:
    return [slice_of(one.text, each.spans) for each in party.mentions]


def party(meant: Meant, name: str) -> Party:
    return next(each for each in meant.parties if each.name == name)
