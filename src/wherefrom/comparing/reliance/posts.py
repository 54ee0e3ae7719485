"""Posts that a text rests on, by whoever is named as having put them up."""

import re
from collections.abc import Iterator

from wherefrom.model import Block, Span
from wherefrom.reader import lexicon
from wherefrom.reader.places import Stretches

_NAME = r"(?:[A-Z][\w’'-]*\.?(?:\s(?:[A-Z]\.|[A-Z][\w’'-]*)){0,3})"
_WHO = rf"(?:(?:the|a|an|his|her|their)\s)?(?:[\w’'-]{{1,20}}\s){{0,5}}?(?P<name>{_NAME})"
_MADE = r"(?:tweets?|retweets?|posts?|threads?|videos?|clips?|images?|photos?|photographs?|footage|screenshots?|data|maps?|messages?|pictures?|recordings?|links?)"

_PUTS_UP = re.compile(
    rf"\b(?P<name>{_NAME})(?:,\s[^,.;:]{{1,60}},)?\s(?:(?:also|then|first|later|has|had|even)\s){{0,2}}"
    rf"(?:tweeted|retweeted|reposted|shared|posted|put\sup|uploaded|circulated)\s(?:[\w’'-]{{1,20}}\s){{0,4}}?{_MADE}\b"
)
"""Somebody puts up a thing: a video, data. That he "tweeted that" is his statement, with him as its source."""

_POST_BY = re.compile(rf"\b(?:tweets?|(?:blog\s)?posts?|threads?|video|clip)\s(?:by|from)\s{_WHO}")
_ACCOUNT = re.compile(
    r"\b(?:accounts?|users?)(?:,|\s(?:called|named|known\sas|that\sposts\sunder\sthe\sname(?:\sof)?|under\sthe\sname(?:\sof)?|by\sthe\sname(?:\sof)?))?\s"
    rf"[“\"'‘]?(?P<name>@\w{{2,30}}|{_NAME})"
)
_POSTS = ((_PUTS_UP, True), (_POST_BY, False), (_ACCOUNT, False))
"""Each with whether it counts only beside what others tell too: much is posted that a text merely tells of."""

_HINT = re.compile(
    r"\b(?:tweet|retweet|post|repost|shar|put up|upload|account|thread|video|clip|on (?:Twitter|X|Telegram|Weibo|Facebook))",
    re.IGNORECASE,
)
_NO_NAMES = frozenset((*lexicon.MONTHS, *lexicon.WEEKDAYS)) | frozenset(
    "the a an he she it they we i in on at by and but his her their this that one some many".split()
)


def posts_in(text: str, block: Block, shared: Stretches | None) -> Iterator[tuple[str, Span]]:
    """Who put up what a block tells of, with the words that say so.

    `shared` holds the statements that other documents carry too, where such are known: that somebody "tweeted" counts
    only in the same sentence as one of them. What else he posts is told about him, and nothing rests on it.
    """
    if _HINT.search(text, block.start, block.end) is None:
        return
    for pattern, beside in _POSTS:
        for found in pattern.finditer(text, block.start, block.end):
            name = _without_job(found["name"].rstrip("."))
            span = Span(found.start(), found.end())
            if name.lower() in _NO_NAMES or name.split()[0].lower() in _NO_NAMES:
                continue
            if shared is None or not beside or shared.touching(_sentence(text, span, block)):
                yield name, span


def _without_job(name: str) -> str:
    """A name without what somebody is: "Journalist Ana Velez"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in lexicon.PERSONS else name


def _sentence(text: str, span: Span, block: Block) -> Span:
    """Roughly the sentence around a stretch: to the full stops before and after it."""
    start = max(text.rfind(". ", block.start, span.start) + 1, block.start)
    end = text.find(". ", span.end, block.end)
    return Span(start, block.end if end < 0 else end)
