"""A stretch of text cut into statements: each the smallest that can be true or false by itself."""

import re
from itertools import islice

from wherefrom.model import BlockKind, Span, Spans, joined

from . import lexicon
from .sentences import sentences, trimmed

_CUTS = re.compile(
    r";\s{1,9}|,\s{1,9}(?:but|yet|while|whereas|although|though)\s{1,9}(?=\w)"
    r"|,?\s{1,9}(?:and|but)\s{1,9}(?=(?:he|she|it|they|we|there)\s)"
    r"|,\s{1,9}and\s{1,9}(?=(?:the|a|an|that|this|both|all|many|some|his|her|their|its|[A-Z])[\w.'’-]*\s)",
)
"""Where one statement may end and the next begin, if a finite verb stands on both sides."""

_LEAD = re.compile(
    r"^(?:[\s,;:.—–]|-(?!\d)|(?:[Aa]nd|[Bb]ut|or|that|of|about(?!\s+(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|half))|"
    r"yet|while|whereas|although|though)\s+(?=\S))+"
)
"""Conjunctions and punctuation. Most count in lower case only: with a capital they begin a sentence and belong to it."""

_TRAIL = " \t\r\n\u00a0,;:—–-"
_TRAILING = frozenset("and but or that because when after before as while where if".split())
"""Words that lead on to what is not part of a statement."""

_OPENS = re.compile(r"^[\s\"”’]*(?:[,;:.—–]|(?:and|but|while|although|though)\b)", re.IGNORECASE)
_EXPLETIVE = re.compile(
    r"(?:(?:^|[,;]|\band\b|\bbut\b)[^,;]{0,200})?\b(?:there|it|that|this|here)\s+(?:is|are|was|were|has been|have been|came|come|"
    r"comes)(?: \w+ly| also| even| no)?\s*$",
    re.IGNORECASE,
)
"""How words end that only lead up to a nominal cue: "In June there were (rumours of)"."""

_CLOSES = re.compile(r"(?:[,;:.—–]|\b(?:and|but|while|although|though))[\s\"“‘]*$", re.IGNORECASE)
_ASKING = frozenset("what how why who when where which whether".split())
"""First words of headings that name a topic: "What we do not know"."""

_LIST_BEFORE = re.compile(r",\s+(?:(?:the|a|an|his|her|their|its)\s+)?[\w'’-]+(?:\s+[\w'’-]+)?$")
"""One or two words after a comma, right before ", and": the list goes on."""

_JOINED_VERB = re.compile(r"\b(?:and|who|which|that|whom)\b", re.IGNORECASE)
"""Words after which a verb belongs to a relative clause, or to what stood before the list."""

_NOT_FINITE_AFTER = re.compile(r"\b(?:who|which|that|being|been|be|having|to|from|the|a|an|of|by)\s+$", re.IGNORECASE)
"""Words after which what looks like a finite verb is none, or stands in a relative clause."""

_LONGEST_BEFORE = 12
"""Characters before a verb in which those words stand."""

_MOST_CUTS = 40
"""Cuts tried in one sentence; real ones have fewer than ten, and each costs a look at what is left."""

_LEAST_WORDS = 4
"""Words that a left-over stretch must have, beside a finite verb, to be a statement: "he laughed" introduces one."""

_INTRODUCES = re.compile(
    r"^(?:according to|in (?:a|an|his|her|their|its|the)|on|at|during|if|asked|speaking|citing|quoting|by|for|with|from|"
    r"to|of|about|in response|referring)\b|^\w+(?:ing|ed)\b(?!\s+(?:(?-i:[A-Z])\w*|is|are|was|were|has|have|had|will|would|can|could)\b)",
    re.IGNORECASE,
)
"""How stretches begin that only introduce or describe: they are no statements of their own."""


def units(text: str, region: Spans) -> list[Spans]:
    """The sentences of a region; one that is split around other words ("A," he said, "and B.") is one with a gap."""
    found: list[Spans] = []
    before: Span | None = None
    for fragment in region:
        for number, (start, end) in enumerate(sentences(text, fragment.start, fragment.end)):
            goes_on = number == 0 and before is not None and _goes_on(text, before.end, start)
            if goes_on and found:
                found[-1] = (*found[-1], Span(start, end))
            else:
                found.append((Span(start, end),))
            before = Span(start, end)
    return found


def clauses(text: str, unit: Spans) -> list[Spans]:
    """A sentence cut where clauses with verbs of their own are joined."""
    cuts = (match for start, end in unit for match in _CUTS.finditer(text, start, end))
    parts = [unit]
    for cut in islice(cuts, _MOST_CUTS):
        left, right = clipped(parts[-1], 0, cut.start()), clipped(parts[-1], cut.end(), len(text))
        if all(_has_clause(text, part) for part in (left, right)) and not _ends_list(text, cut, right):
            parts[-1:] = [left, right]
    return parts


def _ends_list(text: str, cut: re.Match[str], right: Spans) -> bool:
    """Whether ", and" closes a list: nouns stand before it, and the verb after it is not its last noun's own."""
    if not cut.group().startswith(","):
        return False
    before = _LIST_BEFORE.search(text[max(0, cut.start() - 60) : cut.start()])
    follows = text[right[0].start : right[-1].end]
    verb = lexicon.FINITE.search(follows)
    own = verb is not None and _JOINED_VERB.search(follows[: verb.start()]) is None
    return before is not None or not own


def tidied(text: str, spans: Spans) -> Spans:
    """A statement without the conjunctions, commas and dashes at its ends."""
    kept: list[Span] = []
    for number, (start, end) in enumerate(spans):
        words = text[start:end]
        lead = _LEAD.match(words) if number == 0 else None
        skipped = lead.end() if lead is not None and lead.end() < len(words) else 0
        kept.append(Span(*trimmed(text, start + skipped, start + _kept(words))))
    return joined(kept)


def _kept(words: str) -> int:
    """How much of a stretch is left without what trails behind it."""
    end = _rstripped(words, len(words))
    while True:
        space = words.rfind(" ", 0, end)
        if space <= 0 or words[space + 1 : end].lower() not in _TRAILING:
            return end or len(words)
        if words[space - 4 : space].lower().endswith((" is", "was")) and words[space + 1 : end].lower() == "because":
            space = max(words.rfind(" ", 0, space), 0)
        before = _rstripped(words, space)
        if before == 0:
            return end
        end = before


def _rstripped(words: str, end: int) -> int:
    while end > 0 and words[end - 1] in _TRAIL:
        end -= 1
    return end


def is_statement(text: str, spans: Spans, kind: BlockKind) -> bool:
    """Whether a whole sentence states something: anything with a few words, in headings and captions with a verb."""
    words = _words(text, spans)
    if kind in {"heading", "caption"}:
        opens = words[0].lower() if words else ""
        return len(words) >= _LEAST_WORDS and _has_clause(text, spans) and opens not in _ASKING
    return len(words) >= 3 or (len(words) == 2 and _has_verb(text, spans))


def left_over(text: str, span: Span, unit: Spans, subject: Span | None = None) -> Span | None:
    """The statement of its own, if any, among words beside the attributions of a sentence; None for an introduction.

    It begins with the sentence, with punctuation or with a conjunction, and has a verb of its own; words in the middle
    of a clause belong to that clause. `subject` is a source right before the words: with a verb after it ("The agency
    *sent a team and* told the ministry") it is the subject of a statement of the writer's as well.
    """
    words = text[span.start : span.end]
    ends = any(span.end == end for _, end in unit) or _CLOSES.search(words) is not None
    if not any(span.start == start for start, _ in unit) and _OPENS.match(words) is None:
        mark = re.search(r"[,;:—–]\s", words)
        if subject is not None and ends and lexicon.FINITE.match(words.lstrip()) is not None:
            span = Span(subject.start, span.end)
        elif mark is not None:
            span = Span(span.start + mark.start(), span.end)
        else:
            return None
    expletive = _EXPLETIVE.search(text[span.start : span.end])
    if expletive is not None:
        span, ends = Span(span.start, span.start + expletive.start()), True
    inner = text[span.start : span.end].strip(" ,.;:—–-\"“”'‘’")
    least = _LEAST_WORDS if ends else _LEAST_WORDS + 1
    states = len(_words(text, (span,))) >= least and _has_clause(text, (span,))
    return span if states and not _INTRODUCES.match(inner) else None


def clipped(spans: Spans, start: int, end: int) -> Spans:
    """The part of a stretch from `start` up to `end`."""
    return joined(Span(max(start, one.start), min(end, one.end)) for one in spans)


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a sentence goes on after other words stood in between."""
    closed = re.search(r"[.?!…][\"'”’»)\]]*\s*$", text[:end][-4:]) is not None
    between = re.search(r"[.?!]\s", text[end : start + 1]) is not None
    return not closed and not between


def _has_clause(text: str, spans: Spans) -> bool:
    return len(_words(text, spans)) >= 3 and _has_verb(text, spans)


def _has_verb(text: str, spans: Spans) -> bool:
    return any(
        _NOT_FINITE_AFTER.search(text[max(start, verb.start() - _LONGEST_BEFORE) : verb.start()]) is None
        for start, end in spans
        for verb in lexicon.FINITE.finditer(text, start, end)
    )


def _words(text: str, spans: Spans) -> list[str]:
    return [word for start, end in spans for word in re.findall(r"\w[\w'’.-]*", text[start:end])]
