"""Very many findings made of a few readings: the same stories under other names, told by more outlets.

A story is read once by the program. `multiplied` tells it again, as often as it takes: under other names and with other words
and figures (`benchmarks.renaming`), in another year, with some sentences left out, and with further outlets that print what
others wrote. All of it is done to the text, and every span moves with the words that it points to; so the result is
what reading such texts gives, but without the cost of reading them. Nothing is shared between two documents that their reading
would not share.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import count
from random import Random
from typing import Any

from wherefrom.model import (
    Appearance,
    Block,
    Capture,
    Document,
    Findings,
    Mention,
    Party,
    Quantity,
    Source,
    Span,
    Spans,
    Time,
    Validity,
    slice_of,
)
from wherefrom.reader.sentences import sentences

from .redating import Site, sites
from .renaming import TOKEN, Lexicon, Renaming, printed

LEFT_OUT = 0.1
"""The share of its sentences that a report loses when it is told again; an outlet that prints another's leaves out three times that."""

FIRST_DAY, DAYS = date(2019, 1, 1), 2_500
"""When the stories happen. So a million statements are about 25 documents a day."""

MOST_FURTHER = 40
"""Outlets at most that print one story again: none or a few mostly, with a long tail (Pareto's, of exponent 1.3)."""

Edit = tuple[Span, str]
"""A stretch of text, and what stands there now."""

_HOUR = re.compile(r"\d{1,2}:\d\d|\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)

_UNCHANGED = frozenset({str, float, int, bool, type(None)})


@dataclass(frozen=True, slots=True)
class Told:
    """What one document says, and all places that each of its statements rests on."""

    document: Document
    appearances: tuple[Appearance, ...]
    parties: tuple[Party, ...]

    @property
    def figures(self) -> frozenset[int]:
        """Where digits begin that are no part of a time."""
        text = self.document.text
        timed = {start for one in self.appearances for time in one.times for start in _digits(text, time.spans)}
        hours = {place for match in _HOUR.finditer(text) for place in range(*match.span())}
        return frozenset(_digits(text, (Span(0, len(text)),))) - timed - hours


@dataclass(frozen=True, slots=True)
class Model:
    """A document to be told again, with what is the same each time."""

    told: Told
    tokens: tuple[tuple[Span, str], ...]
    figures: frozenset[int]
    dates: Mapping[int, Site]
    sentences: tuple[Span, ...]
    rests_on: tuple[tuple[Span, ...], ...]

    @classmethod
    def of(cls, told: Told) -> "Model":
        """A document as it was read."""
        dates = sites(told.document.text, told.document.published)
        return cls(
            told,
            tuple((Span(*match.span()), match.group()) for match in TOKEN.finditer(told.document.text)),
            told.figures - dates.keys(),
            dates,
            tuple(_sentences(told.document)),
            tuple(tuple(_places(one)) for one in told.appearances),
        )


@dataclass(frozen=True, slots=True)
class Models:
    """The stories that were read, and what their words are."""

    stories: tuple[tuple[Model, ...], ...]
    lexicon: Lexicon

    @classmethod
    def of(cls, findings: Iterable[Findings]) -> "Models":
        """Readings of single stories, made ready to be told again."""
        read = tuple(findings)
        return cls(tuple(tuple(map(Model.of, _documents(one))) for one in read), Lexicon.of(read))


def multiplied(models: Models, appearances: int, seed: int = 0) -> Iterator[Told]:
    """Documents with so many statements altogether, or the few more that complete a document; story by story."""
    left = appearances
    for number in count(seed):
        for told in story(models, number):
            yield told
            left -= len(told.appearances)
            if left <= 0:
                return


def as_findings(told: Iterable[Told], like: Findings) -> Findings:
    """Documents side by side, as reading gives them: by publication, id and place in the text."""
    ordered = sorted(((one.document.published or "", one.document.id, one) for one in told), key=lambda one: one[:2])
    return replace(
        like,
        documents=tuple(one.document for _, _, one in ordered),
        appearances=tuple(a for _, _, one in ordered for a in sorted(one.appearances, key=lambda a: (a.spans, a.id))),
        parties=tuple(party for _, _, one in ordered for party in one.parties),
    )


def story(models: Models, number: int) -> Iterator[Told]:
    """One of the stories that can be made: the reports of a model, and what further outlets made of them."""
    chance = Random(number)  # noqa: S311  it guards nothing
    reports = models.stories[number % len(models.stories)]
    begun = min(one.told.document.published[:10] for one in reports if one.told.document.published)
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    renaming = Renaming(models.lexicon, number, (day - date.fromisoformat(begun)).days)
    for one in reports:
        yield _Retelling(one, renaming, chance, LEFT_OUT).told()
    for further in range(min(int(chance.paretovariate(1.3)) - 1, MOST_FURTHER)):
        one = chance.choice(reports)
        yield _Retelling(one, renaming, chance, 3 * LEFT_OUT).printed_by(renaming.outlet(further), chance)


class _Retelling:
    """A document under other names, without some of its sentences."""

    def __init__(self, model: Model, renaming: Renaming, chance: Random, left_out: float) -> None:
        self._model = model
        self._renaming = renaming
        gone = [one for one in model.sentences if chance.random() < left_out]
        self._gone = bytearray(len(model.told.document.text) + 1)
        for start, end in gone:
            self._gone[start:end] = b"\1" * (end - start)
        self._text, self._moved = _rewritten(model.told.document.text, sorted([*self._replaced(), *_dropped(gone)]))
        self._at: dict[int, Spans] = {}
        self._parties: dict[str, str] = {}

    def told(self) -> Told:
        """All of it that is left."""
        old = self._model.told.document
        return self._anchored(self._document(old.publisher and self._renaming.text(old.publisher)))

    def printed_by(self, outlet: str, chance: Random) -> Told:
        """The same as another outlet prints it, up to three days later; every second one says whose it is."""
        old = self._model.told.document
        whose = old.publisher and self._renaming.text(old.publisher)
        made = self._document(outlet)
        if whose and chance.random() < 0.5:
            made = _credited(made, f"Source: {whose}")
        return self._anchored(replace(made, author=None, published=_later(made.published, chance.randrange(4))))

    def _replaced(self) -> Iterator[Edit]:
        """The words that are others now."""
        for span, token in self._model.tokens:
            if not self._gone[span.start]:
                new = self._new(span.start, token)
                if new != token:
                    yield span, new

    def _new(self, place: int, token: str) -> str:
        site = self._model.dates.get(place)
        if site is not None:
            return self._renaming.dates.part(site)
        return self._renaming.figure(token) if place in self._model.figures else self._renaming.of(token)

    def _document(self, publisher: str | None) -> Document:
        old, rename, moved = self._model.told.document, self._renaming.text, self._moved
        file = old.path.rsplit("/", 1)[-1]
        made = Document(
            path=file,
            capture=_capture(self._text),
            text=self._text,
            blocks=tuple(
                Block(one.kind, moved[one.start], moved[one.end])
                for one in old.blocks
                if moved[one.start] < moved[one.end]
            ),
            title=old.title and rename(old.title),
            publisher=publisher,
            author=old.author and rename(old.author),
            published=old.published and self._renaming.dates.moment(old.published),
            language=old.language,
        )
        return replace(made, url=f"https://{printed(made)}.example/{file}")

    # What is anchored to it.

    def _anchored(self, document: Document) -> Told:
        name, told = document.id, self._model.told
        staying = [party for party in told.parties if any(self._stands(one.spans) for one in party.mentions)]
        self._parties = {party.id: f"p{name[1:10]}{number:03x}" for number, party in enumerate(staying)}
        held = [one for one, places in zip(told.appearances, self._model.rests_on, strict=True) if self._stands(places)]
        return Told(
            document,
            tuple(self._again(one, id=f"a{name[1:10]}{at:03x}", document=name) for at, one in enumerate(held)),
            tuple(self._party(party, name) for party in staying),
        )

    def _stands(self, spans: Iterable[Span]) -> bool:
        return not any(self._gone[start] or self._gone[end - 1] for start, end in spans)

    def _party(self, party: Party, document: str) -> Party:
        mentions = tuple(Mention(document, self._spans(one.spans)) for one in party.mentions if self._stands(one.spans))
        return replace(party, id=self._parties[party.id], name=self._renaming.text(party.name), mentions=mentions)

    def _spans(self, spans: Spans) -> Spans:
        """Where the words stand now: one value where the reading had one."""
        if (known := self._at.get(id(spans))) is None:
            known = self._at[id(spans)] = tuple(Span(self._moved[start], self._moved[end]) for start, end in spans)
        return known

    def _again(self, told: Any, **changed: object) -> Any:  # noqa: ANN401  any of the nouns, or what they are made of
        """The same about the new text: spans where the words stand now, words as they read there."""
        if type(told) is tuple:
            if told and type(told[0]) is Span:
                return self._spans(told)
            return tuple([self._again(one) for one in told])
        if type(told) in _UNCHANGED:
            return told
        made = {
            name: value if type(value := getattr(told, name)) in _UNCHANGED else self._again(value)
            for name in _names(type(told))  # type: ignore[arg-type]
        }
        if "spans" in made:
            made["text"] = slice_of(self._text, made["spans"])
        return type(told)(**{**made, **self._following(told), **changed})

    def _following(self, told: object) -> dict[str, object]:
        """What follows from the words and is not written there: values, dates, and who is meant."""
        match told:
            case Appearance(about=parties):
                return {"about": self._meant(parties)}
            case Source(parties=parties, why_unnamed=why):
                return {"parties": self._meant(parties), "why_unnamed": why and self._renaming.text(why)}
            case Time(value=str(value)):
                return {"value": self._renaming.dates.moment(value)}
            case Validity(until=str(until)):
                return {"until": self._renaming.dates.moment(until)}
            case Quantity():
                return self._counted(told)
        return {}

    def _meant(self, parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._parties[party] for party in parties if party in self._parties)

    def _counted(self, told: Quantity) -> dict[str, object]:
        """The figures that the new words tell: as much above or below the old ones as the digits are."""
        text, figures = self._model.told.document.text, self._model.figures
        old = [digits for start, digits in _digits(text, told.spans).items() if start in figures and _number(digits)]
        factors = [_number(self._renaming.figure(digits)) / _number(digits) for digits in old] or [1.0]
        return {
            "value": told.value and round(told.value * factors[0], 6),
            "high": told.high and round(told.high * factors[-1], 6),
            "of": told.of and self._renaming.text(told.of),
        }


def _rewritten(text: str, edits: Iterable[Edit]) -> tuple[str, "array[int]"]:
    """The text with these stretches, from left to right, replaced, and where each of its characters has gone."""
    pieces: list[str] = []
    moved = array("l")
    done, length = 0, 0
    for (start, end), new in edits:
        pieces += (text[done:start], new)
        moved.extend(range(length, length + start - done))
        length += start - done
        moved.extend(length + min(place, len(new)) for place in range(end - start))
        done, length = end, length + len(new)
    pieces.append(text[done:])
    moved.extend(range(length, length + len(text) - done + 1))
    return "".join(pieces), moved


def _dropped(gone: Iterable[Span]) -> Iterator[Edit]:
    return ((span, "") for span in gone)


def _documents(findings: Findings) -> Iterator[Told]:
    for document in findings.documents:
        yield Told(
            document,
            tuple(one for one in findings.appearances if one.document == document.id),
            tuple(one for one in findings.parties if one.mentions and one.mentions[0].document == document.id),
        )


def _sentences(document: Document) -> Iterator[Span]:
    """The sentences of its paragraphs, up to where the next begins."""
    for block in document.blocks:
        if block.kind == "paragraph":
            found = [start for start, _ in sentences(document.text, block.start, block.end)]
            yield from (Span(*both) for both in zip(found, [*found[1:], block.end], strict=True))


def _places(told: Any) -> Iterator[Span]:  # noqa: ANN401  as above
    """All places in the text that something rests on."""
    if isinstance(told, Span):
        yield told
    elif isinstance(told, tuple):
        for one in told:
            yield from _places(one)
    elif is_dataclass(told):
        for name in _names(type(told)):  # type: ignore[arg-type]
            yield from _places(getattr(told, name))


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  as above
    return tuple(field.name for field in fields(kind))


def _digits(text: str, spans: Spans) -> dict[int, str]:
    """The figures that stand at these places, by where they begin."""
    found = (match for start, end in spans for match in TOKEN.finditer(text, start, end))
    return {match.start(): match.group() for match in found if match.group()[0].isdigit()}


def _number(digits: str) -> float:
    """What digits are worth; a comma only parts them."""
    parts = digits.replace(",", "").split(".")
    return float(".".join(parts)) if len(parts) < 3 else float("".join(parts))


def _capture(text: str) -> Capture:
    return Capture(text.encode(), "text", "utf-8")


def _credited(document: Document, credit: str) -> Document:
    """The document with a line below that says whose it is."""
    text = f"{document.text}\n{credit}\n"
    start = len(document.text) + 1
    blocks = (*document.blocks, Block("credit", start, start + len(credit)))
    return replace(document, text=text, blocks=blocks, capture=_capture(text))


def _later(published: str | None, days: int) -> str | None:
    """So many days later at the same time of day."""
    if published is None:
        return None
    return f"{date.fromisoformat(published[:10]) + timedelta(days)}{published[10:]}"
