"""Passages that go on retelling a source without naming it again: links that are carried on from earlier words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Document, Link

from .chains import Statement
from .sources import is_pronoun

_GOES_ON = re.compile(
    r"^[“\"'‘(]*(?:he|she|they|it|his|her|their|its|him|them|these|those|this|that|such|here|there|then|following (?:this|that)|"
    r"after (?:this|that|making|meeting|being)|eventually|later|afterwards|meanwhile|in return|in (?:his|her|their|its|the) \w+,|"
    r"among (?:them|other)|the (?:man|woman|two|three|pair|couple|official|officer|source|group|team|plan|operation|"
    r"document|documents|report|paper|papers|records?|latter|former|same|other|others))\b",
    re.IGNORECASE,
)
"""How sentences begin that go on with what was just told: by pointing back to it."""

_GOES_ON_IN_NEXT_BLOCK = re.compile(
    r"^[“\"'‘(]*(?:he|she|they|his|her|their|after (?:making|meeting|being))\b", re.IGNORECASE
)
"""The same across a paragraph's end, where only a personal pronoun is enough."""

_JUDGES = re.compile(
    r"\b(?:false|untrue|(?:no|hardly any|little) evidence|unconfirmed|unverified|inaccurate|accurate|it appears|"
    r"(?:not|un)\s?clear|fact.?check\w*|verif\w+|baseless|debunked)\b",
    re.IGNORECASE,
)
"""Words by which the writer judges what was told: with them nobody else is retold."""

_FURTHEST = 4
"""Sentences after the last named source that still count as its retelling. Labelled passages in the shared cases run
for one to four sentences."""

_RETELLS = frozenset({"says", "discloses"})


def carry(document: Document, found: Sequence[Statement]) -> list[Statement]:
    """The same statements, those that go on with a retelling or a quotation given its chain as carried links.

    A sentence goes on with a retelling where it stands right after a retold one, names no source itself, and points
    back by its first words; a quotation without a cue goes on with the one before it in its paragraph. Whether it does
    is a guess that the words allow and never prove: the chain is marked unsure.
    """
    carried: list[Statement] = []
    chain: tuple[Link, ...] = ()
    speaker: tuple[Link, ...] = ()
    since = 0
    last: Statement | None = None
    for statement in found:
        kept = statement
        quoted = _is_quoted(document, statement)
        if statement.chain:
            chain = statement.chain if _retells(document, statement) else ()
            speaker = statement.chain if quoted else ()
            since = 0
        elif quoted and speaker and last is not None and statement.block == last.block:
            kept = _with(statement, speaker)
        elif chain and last is not None and _goes_on(document, last, statement):
            since += _sentence_begins(document, statement)
            chain = chain if since <= _FURTHEST else ()
            kept = _with(statement, chain) if chain else statement
        else:
            chain, speaker = (), ()
        carried.append(kept)
        last = statement
    return carried


def _with(statement: Statement, chain: tuple[Link, ...]) -> Statement:
    """A statement with the links of an earlier one, carried on."""
    links = tuple(
        replace(link, cue=None, basis="carried", content=statement.spans, to=None, once=False) for link in chain
    )
    return replace(statement, chain=links, unsure=statement.unsure | {"chain"})


def _is_quoted(document: Document, statement: Statement) -> bool:
    return document.text[statement.spans[0].start] in '“"'


def _retells(document: Document, statement: Statement) -> bool:
    """Whether a statement's chain tells what happened, through an outlet, a document or a source without a name.

    What sources think, want or deny is not gone on with, nor is a quotation; and after a named person's words the next
    sentence is the writer's own background more often than more of theirs.
    """
    link = statement.chain[-1]
    if link.act not in _RETELLS or link.once or document.text[statement.spans[0].start] in '“"‘':
        return False
    return all(link.source is not None for link in statement.chain) and any(
        source.kind in {"outlet", "document"} or not (source.named or is_pronoun(source.text))
        for source in (link.source for link in statement.chain)
        if source is not None
    )


def _goes_on(document: Document, last: Statement, statement: Statement) -> bool:
    if statement.block.kind != "paragraph":
        return False
    words = document.text[statement.spans[0].start : statement.spans[-1].end]
    if _JUDGES.search(words) is not None:
        return False
    if statement.block == last.block:
        return not _sentence_begins(document, statement) or _GOES_ON.match(words) is not None
    between = document.text[last.block.end : statement.block.start]
    return not between.strip() and _GOES_ON_IN_NEXT_BLOCK.match(words) is not None


def _sentence_begins(document: Document, statement: Statement) -> bool:
    """Whether a statement opens its sentence, and is no clause after another."""
    start = statement.spans[0].start
    before = document.text[statement.block.start : start].rstrip(" “\"'‘(")
    return not before or before[-1] in '.?!…”"'
