"""Chains, firmness and places in plain words: the same ones in the terminal and in the dossier.

All functions are pure. Words of a document are always cut from its text by their spans, so that what is shown can
never differ from what is stored.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self

from wherefrom.judging import Yardstick, band_of, named_in
from wherefrom.model import (
    Act,
    Appearance,
    Basis,
    Block,
    BlockKind,
    Document,
    Findings,
    Hedge,
    KnowsBy,
    Link,
    Nature,
    Spans,
    slice_of,
)

OWN_WORD = "the outlet’s own word"
NOT_NAMED = "not named"
NO_SOURCE = "no source named"
NO_WORDS: tuple[str, ...] = ()

ACTS: dict[Act, str] = {
    "believes": "believed",
    "denies": "denied",
    "doubts": "doubted",
    "intends": "intended",
    "asks": "asked",
    "discloses": "disclosed",
}
"""What is done with a statement other than making it. `says` is not among them: it needs no word."""

BASES: dict[Basis, str] = {"stated": "stated", "relayed": "was told", "carried": "carried"}

NATURES: dict[Nature, str] = {
    "evaluation": "an evaluation",
    "forecast": "a forecast",
    "rule": "a rule",
    "intention": "an intention",
}

KNOWING: dict[KnowsBy, str] = {
    "saw": "saw it",
    "told": "had it from others",
    "document": "knows it from a document",
    "inferred": "inferred it",
    "leaked": "knows it from a leak",
}

# C0 but for tab and line ends, DEL, C1, embeddings, overrides and isolates of direction, annotation marks, surrogates.
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")

Origin = Literal["own", "named", "unnamed"]
"""On whose word a statement rests in the end; unnamed also where no source is given at all."""

Holding = Literal["stated", "denied", "past", "held-back", "aside"]
"""What a phrase does to a statement: leaves it firm, turns it round, gives it up, holds it back, or tells of its form."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of a claim are told with: its document's text, and the parties' best names by their ids.

    `yardstick` gives "likely" and the like their ranges; None where neither the text nor the user names one.
    """

    text: str
    names: Mapping[str, str]
    yardstick: Yardstick | None = None

    @classmethod
    def of(cls, document: Document, findings: Findings, yardstick: Yardstick | None = None) -> Self:
        """The setting of a document's claims; a yardstick that the text names itself goes before the given one."""
        return cls(document.text, best_names(findings), named_in(document.text) or yardstick)

    @classmethod
    def of_all(cls, findings: Findings, yardstick: Yardstick | None = None) -> dict[str, Self]:
        """The settings of all documents, by their ids."""
        names = best_names(findings)
        return {
            document.id: cls(document.text, names, named_in(document.text) or yardstick)
            for document in findings.documents
        }

    def words(self, spans: Spans) -> str:
        """The words at these spans."""
        return slice_of(self.text, spans)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words on how firmly a statement is put."""

    holding: Holding
    text: str


def best_names(findings: Findings) -> dict[str, str]:
    """The names of the parties that have one, by their ids."""
    return {party.id: party.name for party in findings.parties if party.named}


def visible(text: str) -> str:
    """The same text with every character that could steer a screen shown instead, one character for one.

    Escapes, bells and overrides of direction become a picture or the replacement character, so that a document can
    neither control a terminal nor show its words in another order than they stand in.
    """
    return UNSAFE.sub(lambda found: _picture(ord(found[0])), text)


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def one_line(text: str) -> str:
    """The text without line ends and runs of blanks, safe to be shown."""
    return " ".join(visible(text).split())


def counted(number: int, thing: str) -> str:
    """How many there are, in words that agree: 1 claim, 2 claims."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


# --- chains


def who(setting: Setting, link: Link) -> str:
    """Who a link is: the source's own words, or the words that show that there is none."""
    if link.source is not None:
        called = best_name(setting, link)
        return setting.words(link.source.spans) + (f" [{called}]" if called else "")
    if link.cue is not None:
        return f"“{setting.words(link.cue.spans)}”, {NO_SOURCE}"
    return NO_SOURCE


def best_name(setting: Setting, link: Link) -> str:
    """What a source is called elsewhere, where its words here do not say it: "Marek Dolle" for "he"."""
    if link.source is None or not link.source.named:
        return ""
    here = setting.words(link.source.spans).casefold()
    names = [setting.names[party] for party in link.source.parties if party in setting.names]
    return ", ".join(name for name in names if name.casefold() not in here)


def chain_words(setting: Setting, chain: Sequence[Link], arrow: str = " ← ") -> str:
    """The whole chain in one line, outermost first: "Express (was told) ← intelligence sources · not named"."""
    if not chain:
        return OWN_WORD
    last = len(chain) - 1
    return arrow.join(_link_words(setting, link, outer=place < last) for place, link in enumerate(chain))


def _link_words(setting: Setting, link: Link, *, outer: bool) -> str:
    words = who(setting, link)
    if link.source is not None and not link.source.named:
        words += f" · {NOT_NAMED}"
    # What the origin does is told with the firmness; what those before it do would be lost there.
    notes = [BASES[link.basis]] * (link.basis != "stated") + [manner(link)] * (outer and bool(manner(link)))
    return words + (f" ({', '.join(notes)})" if notes else "")


def manner(link: Link) -> str:
    """What a source does with the statement, in one or two words; empty where it plainly says it."""
    act = ACTS.get(link.act, "")
    if link.polarity == "negative":
        act = f"not {act or 'said'}"
    return act


def basis_words(link: Link, said_at: int) -> str:
    """How we know of a link, for somebody who sees it for the first time; `said_at` is where the statement begins."""
    if link.basis != "carried":
        return BASES[link.basis]
    later = link.source is not None and link.source.spans[:1] > ((said_at, said_at),)
    return f"carried on from {'later' if later else 'earlier'} words"


def source_notes(link: Link) -> tuple[str, ...]:
    """What the text tells about a source beyond its name: how many, how they know, why they are not named."""
    source = link.source
    if source is None:
        return NO_WORDS
    notes = []
    if source.number is not None:
        notes.append(f"{'exactly' if source.number.exact else 'at least'} {source.number.at_least}")
    if source.knows_by is not None:
        notes.append(KNOWING[source.knows_by])
    if source.why_unnamed is not None:
        notes.append(f"why not named: {source.why_unnamed}")
    return tuple(notes)


def origin_of(appearance: Appearance) -> Origin:
    """On whose word a statement rests in the end."""
    if not appearance.chain:
        return "own"
    source = appearance.chain[-1].source
    return "named" if source is not None and source.named else "unnamed"


# --- firmness


def firmness(setting: Setting, appearance: Appearance) -> tuple[Phrase, ...]:
    """How firmly it is put, in short phrases: what holds back first, "stated" where nothing does, then its form."""
    holding = (
        *_acts(setting, appearance.chain),
        *(
            Phrase("held-back", f"{_held_back(setting, hedge)} ({_owner(setting, appearance, hedge.owner)})")
            for hedge in appearance.certainty.hedges
        ),
        *_degree(appearance),
        *_conditions(setting, appearance),
    )
    stated = (Phrase("stated", "stated"),) if not any(phrase.holding != "aside" for phrase in holding) else ()
    return stated + holding + _form(appearance)


def is_hedged(appearance: Appearance) -> bool:
    """Whether words hold it back, the writer's or a source's."""
    return bool(appearance.certainty.hedges) or appearance.certainty.degree in {"probable", "possible"}


def is_denied(appearance: Appearance) -> bool:
    """Whether somebody in the chain denies it; not to deny is no denial."""
    return any(link.act == "denies" and link.polarity == "positive" for link in appearance.chain)


def _acts(setting: Setting, chain: Sequence[Link]) -> Iterable[Phrase]:
    """What the links do with it, from the origin outwards; the origin's own act needs no name beside it."""
    for link in reversed(chain):
        of_whom = "" if link is chain[-1] else f" ({who(setting, link)})"
        if manner(link):
            turned = link.act == "denies" or link.polarity == "negative"
            yield Phrase("denied" if turned else "held-back", manner(link) + of_whom)
        if link.once:
            yield Phrase("past", f"held at first, no longer{of_whom}")
        if link.degree in {"probable", "possible"} and link.act not in {"believes", "doubts"}:
            yield Phrase("held-back", f"{link.degree}{of_whom}")


def _held_back(setting: Setting, hedge: Hedge) -> str:
    """A hedge's words, with their range where a yardstick has them: the word and the range, never a number for it."""
    words = setting.words(hedge.spans)
    if words == "?":
        return "asked, not stated: “?”"
    band = None if setting.yardstick is None else band_of(words, setting.yardstick)
    known = "" if band is None or setting.yardstick is None else f", {band} in {setting.yardstick.name}"
    return f"hedged: “{words}”{known}"


def _owner(setting: Setting, appearance: Appearance, owner: int | None) -> str:
    """Whose a hedge is."""
    if owner is None:
        return "the writer"
    return who(setting, appearance.chain[owner]) if 0 <= owner < len(appearance.chain) else "unclear whose"


def _degree(appearance: Appearance) -> Iterable[Phrase]:
    degree = appearance.certainty.degree
    if degree == "unspecified":
        return
    said = any(link.degree == degree for link in appearance.chain)
    if degree == "certain":
        yield Phrase("aside", degree)
    elif not said:
        yield Phrase("held-back", degree)


def _conditions(setting: Setting, appearance: Appearance) -> Iterable[Phrase]:
    if appearance.condition is not None:
        yield Phrase("held-back", f"on condition: “{setting.words(appearance.condition.spans)}”")
    if appearance.validity is not None:
        whose = _owner(setting, appearance, appearance.validity.owner)
        yield Phrase("aside", f"for a time: “{setting.words(appearance.validity.spans)}” ({whose})")


def _form(appearance: Appearance) -> tuple[Phrase, ...]:
    """Of what form it is: told in the negative, a forecast and the like, in quotation marks."""
    intended = any(link.act == "intends" for link in appearance.chain)
    told = (
        "in the negative" if appearance.polarity == "negative" else "",
        NATURES.get(appearance.nature, "") if appearance.nature and not intended else "",
        {"direct": "in quotation marks", "mixed": "partly in quotation marks"}.get(appearance.quote or "", ""),
    )
    return tuple(Phrase("aside", words) for words in told if words)


# --- places


def block_labels(document: Document) -> tuple[str, ...]:
    """A name for each block: "¶ 12" for paragraphs; "headline"; "caption 2" where there are several."""
    total = {kind: sum(block.kind == kind for block in document.blocks) for kind in {b.kind for b in document.blocks}}
    seen: dict[BlockKind, int] = {}
    labels = []
    for block in document.blocks:
        seen[block.kind] = seen.get(block.kind, 0) + 1
        labels.append(_block_label(block, seen[block.kind], total[block.kind]))
    return tuple(labels)


def _block_label(block: Block, number: int, total: int) -> str:
    if block.kind == "paragraph":
        return f"¶ {number}"
    return block.kind if total == 1 else f"{block.kind} {number}"


def where(document: Document, appearance: Appearance) -> str:
    """Where a statement stands: its block's name, or its line where the text has no blocks."""
    start = appearance.spans[0].start if appearance.spans else 0
    for block, label in zip(document.blocks, block_labels(document), strict=True):
        if block.start <= start < block.end:
            return label
    line = f"line {document.text.count(chr(10), 0, start) + 1}"
    return line if appearance.block == "paragraph" else f"{appearance.block}, {line}"


def title_of(document: Document) -> str:
    """What a document is called: its title, else its headline's words, else the name of its file."""
    headline = next((block for block in document.blocks if block.kind == "headline"), None)
    words = document.text[headline.start : headline.end] if headline else ""
    return document.title or words.strip() or document.path


def in_order(appearances: Iterable[Appearance], document: Document) -> tuple[Appearance, ...]:
    """A document's statements as they are shown: in the order of the text, those in captions apart, at the end."""
    name = document.id
    own = [appearance for appearance in appearances if appearance.document == name]
    return tuple(sorted(own, key=lambda appearance: (appearance.block == "caption", appearance.spans)))
