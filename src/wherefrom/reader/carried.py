"""Passages that go on retelling a source without naming it again: links that are carried on from earlier words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wherefrom.model import Document, Link

from . import lexicon
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

_STEPS_BACK = re.compile(
    r"\bhad(?:n['’]t)? (?:\w+ly |not |never |also |already |just |long |since |only |even ){0,2}(?:\w{2,}ed|\w+en|been|found|left|gone|come|made|"
    r"said|told|lost|held|kept|sent|brought|built|bought|caught|paid|put|set|shut|sold|met|heard|led|read|run|begun|sunk|struck|"
    r"turned|become|no|nothing|little|to)\b|\bwould (?:not |never )?have\b",
    re.IGNORECASE,
)
"""The past perfect, into which reported speech is shifted, and "would have"."""

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
_PRESENT = re.compile(r"(?:is|are|am|has|have|does|do|will|can|may|must|shall|\w+s|['’](?:s|re|m))", re.IGNORECASE)
_SHORT = 7
"""Words of a sentence that is short enough to go on with a named person's words: "There was a receipt."."""

_PASSED_ON = re.compile(
    r"\b(?:is|are|was|were|been|be)\s+(?:also\s+|now\s+|even\s+|\w+ly\s+)?"
    r"(?:said|reported|alleged|reputed|described|claimed)\s+(?:to|as)\b",
    re.IGNORECASE,
)
"""Passives by which the writer passes on the word of somebody whom he does not name there."""

_DESCRIBED = re.compile(r"(?:is|are|was|were|has been|have been) (?:also )?described(?: as)?", re.IGNORECASE)
_OPENING = 9
"""Statements before the first retelling that it may stand behind: a lead and what follows it."""

_SILENT = re.compile(r"\b(?:declin|refus|would not|wouldn|could not|couldn|unable|did not|didn)", re.IGNORECASE)
_COUNTS = re.compile(r"^(?:First|Second|Third|Fourth|Finally|Lastly)(?:ly)?,\s")

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
    is a guess that the words allow and never prove (`doubts`).
    """
    carried: list[Statement] = []
    chain: tuple[Link, ...] = ()
    speaker: tuple[Link, ...] = ()
    since = 0
    retold: tuple[Link, ...] = ()
    since_retold = 0
    last: Statement | None = None
    before: Statement | None = None
    later = _told_later(found)
    for number, statement in enumerate(found):
        kept = statement
        before_it = retold or later.get(number, ())
        quoted = _is_quoted(document, statement)
        near = not retold or since_retold < _FURTHEST
        if before_it and near and _is_described(statement) and _tells_for_others(before_it):
            kept = _with(statement, before_it)
        elif statement.chain:
            chain = statement.chain if _retells(document, statement) else ()
            speaker = statement.chain if quoted else ()
            since = 0
            if chain:
                retold, since_retold = chain, 0
        elif quoted and speaker and last is not None and statement.block == last.block:
            kept = _with(statement, speaker)
        elif (
            before_it
            and _is_passed_on(document, statement)
            and (
                (retold and before is not None and before.block == statement.block)
                or (near and _tells_for_others(before_it))
            )
        ):
            kept = _with(statement, before_it)
        elif before is not None and since < _FURTHEST and _adds(document, before, statement):
            kept = _with(statement, before.chain)
            since += 1
        elif chain and last is not None and _goes_on(document, last, statement):
            since += _sentence_begins(document, statement)
            chain = chain if since <= _FURTHEST else ()
            kept = _with(statement, chain) if chain else statement
        else:
            chain, speaker = (), ()
        before = kept if kept.chain and not quoted else None
        since_retold += _sentence_begins(document, statement)
        carried.append(kept)
        last = statement
    return carried


def _told_later(found: Sequence[Statement]) -> dict[int, tuple[Link, ...]]:
    """For the statements of an opening, the first chain after them in which others are retold, if it comes soon."""
    for number, one in enumerate(found):
        if (
            one.chain
            and _tells_for_others(one.chain)
            and one.chain[0].source is not None
            and one.block.kind == "paragraph"
        ):
            return dict.fromkeys(range(max(0, number - _OPENING), number), one.chain)
    return {}


def _is_described(statement: Statement) -> bool:
    """Whether a chain is only "is described as": somebody's word, whose is told elsewhere."""
    cue = statement.chain[0].cue if len(statement.chain) == 1 and statement.chain[0].source is None else None
    return cue is not None and _DESCRIBED.fullmatch(cue.text) is not None


def _tells_for_others(chain: tuple[Link, ...]) -> bool:
    """Whether a chain begins with an outlet, a document or nobody in particular: those whom "is said to" means later."""
    first = chain[0].source
    return first is None or first.kind in {"outlet", "document"} or "media" in first.text.lower()


def _is_passed_on(document: Document, statement: Statement) -> bool:
    """Whether a statement tells by its verb that it is somebody's word: "is said to", "is described as"."""
    return any(_PASSED_ON.search(document.text, start, end) for start, end in statement.spans)


def _with(statement: Statement, chain: tuple[Link, ...]) -> Statement:
    """A statement with the links of an earlier one, carried on."""
    links = tuple(
        replace(link, cue=None, basis="carried", content=statement.spans, to=None, once=False) for link in chain
    )
    return replace(statement, chain=links)


def _is_quoted(document: Document, statement: Statement) -> bool:
    return document.text[statement.spans[0].start] in '“"'


def _retells(document: Document, statement: Statement) -> bool:
    """Whether a statement's chain tells what happened, through an outlet, a document or a source without a name.

    What sources think, want or deny is not gone on with, nor is a quotation; and after a named person's words the next
    sentence is the writer's own background more often than more of theirs.
    """
    link = statement.chain[-1]
    if link.act not in _RETELLS or link.once or _is_silent(link) or document.text[statement.spans[0].start] in '“"‘':
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


def _adds(document: Document, before: Statement, statement: Statement) -> bool:
    """Whether a sentence right after a retold one, in its paragraph, is more of the same voice by its tense and length.

    Reported speech is shifted back: what follows it in the past perfect is reported as a rule. In the past, it is where
    the voice is one that only speaks here (unnamed, an outlet, a document), or where the sentence is short.
    """
    if before.block != statement.block or statement.block.kind != "paragraph":
        return False
    words = document.text[statement.spans[0].start : statement.spans[-1].end]
    link = before.chain[-1]
    if (
        link.act not in _RETELLS
        or link.source is None
        or _is_silent(link)
        or words.rstrip().endswith("?")
        or _JUDGES.search(words)
        or _FIRST_PERSON.search(words)
        or link.polarity == "negative"
        or not _sentence_begins(document, statement)
    ):
        return False
    if _STEPS_BACK.search(words) or _COUNTS.match(words):
        return True
    if _is_present(words):
        return link.source.kind == "document"
    fleeting = not link.source.named or link.source.kind in {"outlet", "document"}
    return fleeting or (len(words.split()) < _SHORT and link.basis == "stated")


def _is_silent(link: Link) -> bool:
    """Whether a source only declines to tell: nothing follows from that."""
    return link.cue is not None and _SILENT.search(link.cue.text) is not None


def _is_present(words: str) -> bool:
    verb = lexicon.FINITE.search(words)
    return verb is None or (_PRESENT.fullmatch(verb[0]) is not None and verb[0].lower() != "was")


def _sentence_begins(document: Document, statement: Statement) -> bool:
    """Whether a statement opens its sentence, and is no clause after another."""
    start = statement.spans[0].start
    before = document.text[statement.block.start : start].rstrip(" “\"'‘(")
    return not before or before[-1] in '.?!…”"'
