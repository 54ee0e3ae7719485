"""Whether a draft makes more of its sources than is held: several for one, "independently" for echoes, "confirmed" for "said"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from wherefrom.comparing.origins.words import naming_words
from wherefrom.model import Claim, Span, Spans
from wherefrom.reader import lexicon

from .passages import Passage
from .voices import Standing, Voice

_NOUNS = (
    r"(?:sources?|officials|people|persons|insiders|witnesses|experts|analysts|aides|diplomats|executives|employees|workers|colleagues|"
    r"investigators|officers|prosecutors|doctors|nurses|lawyers|players|directors|members|relatives|friends|residents|neighbours|neighbors|"
    r"engineers|outlets|newspapers|papers|newsrooms|agencies|broadcasters|stations|media|reporters|journalists|publications|titles|"
    r"accounts|reports|documents)"
)
_OUTLETS = frozenset(
    "outlets newspapers papers newsrooms agencies broadcasters stations media publications titles reporters journalists".split()
)
_COUNTS = {
    **{word: number for word, number in lexicon.NUMBER_WORDS.items() if number > 1},
    **dict.fromkeys("several multiple numerous various many".split(), 3),
    **dict.fromkeys("both".split(), 2),
    "dozens": 24,
}
_AT_LEAST = {"a number of": 3, "at least three": 3, "at least four": 4, "at least five": 5}
_STEM = 7
"""Letters by which "independent" and "independently" are one word."""

_MANY = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}|a number of|at least (?:two|three|four|five))\s(?:of\s(?:the|its|his|her|their)\s)?"
    rf"(?P<between>(?:[\w’'-]+\s){{0,3}}?)(?P<noun>{_NOUNS})\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(rf"^(?:the\s|some\s|other\s)?(?:[\w’'-]+\s){{0,3}}?(?P<noun>{_NOUNS})\b", re.IGNORECASE)
_PUTS = re.compile(
    r"\s(?:[\w’'-]+\s){0,5}?(?:puts?|estimated?|reckon(?:ed)?|blamed?|described?|counted|rated?|spoke|speak|talk(?:ed)?|attributed?|traced?|see|saw|call(?:ed)?)\s",
    re.IGNORECASE,
)
"""What people do that tells of something on their word, beside the verbs of saying that the reader knows."""
_INDEPENDENT = re.compile(
    r"\b(?:independent(?:ly)?|separate(?:ly)?|corroborat\w+|cross-checked|unconnected|unrelated)\b", re.IGNORECASE
)
_CONFIRMED = re.compile(
    r"\b(?:confirm(?:s|ed|ing)?|verif(?:y|ies|ied)|corroborat(?:es?|ed)|prove[sdn]?|established)\b", re.IGNORECASE
)
_CONFIRMS = re.compile(
    r"\b(?:confirm|verif|corroborat|prove[sdn]?\b|establish|acknowledg|admit|conced|found\b|conclud)\w*", re.IGNORECASE
)
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nothing|none|nobody|cannot|neither|nor|without|unable to|declined to|refused to|could|if|whether|asked to|to be|yet to|would)\b|n['’]t\b)[^,;.]{0,40}$",
    re.IGNORECASE,
)
_REPEATS = re.compile(
    r"\b(?:repeat|carri|carry|picked up|reprint|republish|cit(?:e|ed|ing)\b|echo|relay|follow)\w*", re.IGNORECASE
)


_OFFICE = re.compile(
    r"^(?:(?:a|an|the|some|senior|top|high-ranking|\w+) ){0,3}(?P<stem>official|officer|minister|prosecutor|diplomat|executive|investigator|"
    r"general|commander|director|spokes)\w*",
    re.IGNORECASE,
)
_FACELESS = re.compile(
    r"^(?:(?:a|an|the|its|his|her|their|one|two|three|several|unnamed|anonymous|some|of) ){0,3}(?:sources?|people|persons?|man|woman|insiders?)\b(?! at| from| in| of)",
    re.IGNORECASE,
)
"""Sources of whom nothing is told that would make them officials."""


@dataclass(frozen=True, slots=True)
class Overstated:
    """Words of the draft that make too much of the sources, and why."""

    why: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind held words: how many a source is at the most by its words, and how many origins there are at least.

    `innermost` are the words for whoever told it first, one for each held sentence, "" where it is the outlet's own.
    """

    number: int
    origins: int
    words: tuple[str, ...]
    innermost: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The same in words."""
        named = " and ".join(f"“{word}”" for word in self.words[:2])
        return f"the held words go back to {named or 'one report'}"

    @property
    def many(self) -> int:
        """How many may be told of without saying too much."""
        return max(self.number, self.origins)


def behind(found: Sequence[Standing], claims: Mapping[str, tuple[Claim, ...]]) -> Behind:
    """Over the held sentences that say it. A copy adds none: it has the same names, and its origins are the same."""
    voices = [voice for standing in found for voice in (*standing.speakers, *standing.behind)]
    number = max((_number(voice) for voice in voices), default=1)
    persons = _persons(voices)
    statements = [standing.statement for standing in found if standing.statement is not None]
    origins = max((claim.origins.at_least for one in statements for claim in claims.get(one.id, ())), default=1)
    known = [voice.text for voice in voices if not voice.pointing and not voice.outlet]
    told = tuple(dict.fromkeys(known or [voice.text for voice in voices if not voice.pointing]))
    spoken = [(*standing.speakers, *standing.behind) for standing in found]
    return Behind(max(number, persons), max(origins, 1), told, tuple(one[-1].text if one else "" for one in spoken))


def _number(voice: Voice) -> int:
    source = voice.link.source if voice.link is not None else None
    if source is not None and source.number is not None:
        return source.number.at_least
    words = voice.text.lower().split()
    return 2 if words and _PLURAL.match(voice.text) and words[0] not in {"a", "an", "one"} and not voice.outlet else 1


def _persons(voices: Sequence[Voice]) -> int:
    """How many different named voices there are that are no outlets."""
    groups: list[frozenset[str]] = []
    for voice in voices:
        names = frozenset().union(*map(naming_words, (voice.text, *voice.names)))
        if names and not voice.outlet and not any(names & group for group in groups):
            groups.append(names)
    return len(groups)


def overstated(
    passage: Passage, voices: Sequence[Voice], held: Behind, held_texts: Sequence[str]
) -> Iterator[Overstated]:
    """What a draft's sentence makes of its sources beyond what is held; that they are too many is told once."""
    yield from islice(chain(_too_many(passage, voices, held, held_texts), _plural(passage, voices, held)), 1)
    yield from islice(_promoted(voices, held, held_texts), 1)
    yield from islice(_independent(passage, held, held_texts), 1)
    yield from islice(_confirmed(passage, held_texts), 1)


def _too_many(
    passage: Passage, voices: Sequence[Voice], held: Behind, held_texts: Sequence[str]
) -> Iterator[Overstated]:
    """More than are held, in so many words: "several officials", "three newsrooms"."""
    for match in _MANY.finditer(passage.document.text, *passage.span):
        outlets = match["noun"].lower() in _OUTLETS
        words = match.group()
        if outlets and _REPEATS.search(passage.text):
            continue
        told_so = any(words.lower() in one.lower() for one in held_texts)
        wanted = _COUNTS.get(match["count"].lower(), _AT_LEAST.get(match["count"].lower(), 2))
        if not told_so and _is_source(match, voices) and wanted > (held.origins if outlets else held.many):
            yield Overstated(f"“{words}”: {held.told}", (Span(*match.span()),))


def _plural(passage: Passage, voices: Sequence[Voice], held: Behind) -> Iterator[Overstated]:
    """Several where one is held."""
    if held.many > 1 or _REPEATS.search(passage.text):
        return
    for voice in voices:
        if _PLURAL.match(voice.text) is not None and _number(voice) > 1:
            yield Overstated(f"“{voice.text}” are several: {held.told}", voice.spans)


def _promoted(voices: Sequence[Voice], held: Behind, held_texts: Sequence[str]) -> Iterator[Overstated]:
    """Unnamed sources that the draft gives an office which no held words give them: "officials" for "sources"."""
    if not all(_FACELESS.search(one) for one in held.innermost):
        return
    for voice in voices:
        office = _OFFICE.search(voice.text)
        if office is not None and not any(office["stem"].lower() in one.lower() for one in held_texts):
            yield Overstated(f"“{voice.text}”: the held words have “{held.innermost[0]}”", voice.spans)


def counting(text: str, span: Span) -> Spans:
    """The words of a sentence that say how many sources there are, or how independent."""
    found = (match for pattern in (_MANY, _INDEPENDENT, _CONFIRMED) for match in pattern.finditer(text, *span))
    return tuple(sorted(Span(*match.span()) for match in found))


def subject(passage: Passage) -> tuple[Voice, ...]:
    """Several unnamed people with whom a sentence begins, as its voice: "Aviation officials put it at 60 percent"."""
    match = _PLURAL.match(passage.text)
    if match is None or _PUTS.match(passage.text, match.end()) is None:
        return ()
    span = Span(passage.span.start, passage.span.start + match.end())
    return (Voice(match.group(), (span,), (), None, outlet=match["noun"].lower() in _OUTLETS),)


def _is_source(match: re.Match[str], voices: Sequence[Voice]) -> bool:
    """Whether counted people are told of as those who say it, and not as those of whom it is told."""
    place = Span(*match.span())
    return any(one.start < place.end and place.start < one.end for voice in voices for one in voice.spans)


def _independent(passage: Passage, held: Behind, held_texts: Sequence[str]) -> Iterator[Overstated]:
    for match in _asserted(_INDEPENDENT, passage):
        stem = match.group().lower()[:_STEM]
        if held.origins < 2 and not any(stem in one.lower() for one in held_texts):
            yield Overstated(f"“{match.group()}”: {held.told}", (Span(*match.span()),))


def _confirmed(passage: Passage, held_texts: Sequence[str]) -> Iterator[Overstated]:
    for match in _asserted(_CONFIRMED, passage):
        if not any(_CONFIRMS.search(one) for one in held_texts):
            yield Overstated(f"“{match.group()}”: the held words only say it", (Span(*match.span()),))


def _asserted(pattern: re.Pattern[str], passage: Passage) -> Iterator[re.Match[str]]:
    """Where these words stand and are not told in the negative."""
    text = passage.document.text
    found = pattern.finditer(text, *passage.span)
    return (match for match in found if not _NOT.search(text, passage.span.start, match.start()))
