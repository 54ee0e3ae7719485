"""What the dossier shows of a document and its claims: values for the template, all of them plain text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wherefrom.judging import Yardstick
from wherefrom.model import Appearance, Document, Findings, Link, Spans

from .figures import figures
from .marks import Part, article, marks_of
from .wording import (
    NO_SOURCE,
    Origin,
    Phrase,
    Setting,
    basis_words,
    best_name,
    chain_words,
    firmness,
    in_order,
    is_denied,
    is_hedged,
    manner,
    origin_of,
    source_notes,
    title_of,
    visible,
    where,
)

WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

FILTERS = (
    ("all", "All", "claims"),
    ("named", "Named source", "on a named source"),
    ("unnamed", "Source not named", "on a source not named"),
    ("own", "Outlet’s own word", "on the outlet’s own word"),
    ("hedged", "Hedged", "hedged"),
    ("denied", "Denied", "denied"),
    ("conditional", "On a condition", "on a condition"),
    ("figures", "With figures", "with figures"),
)
"""What the claims can be cut down to: a tag of the cards, its name on the button and in the summary."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One link of a chain as it stands on the ladder; empty where there is nothing to say."""

    who: str
    called: str
    named: str
    kind: str
    cue: str
    basis: str
    manner: str
    to: str
    notes: tuple[str, ...]
    governs: str


@dataclass(frozen=True, slots=True)
class Card:
    """One claim; `behind` is its chain in one line, for those who see the article and not the card."""

    number: int
    anchor: str
    appearance: str
    fragments: tuple[str, ...]
    ladder: tuple[Rung, ...]
    phrases: tuple[Phrase, ...]
    figures: tuple[tuple[str, str], ...]
    caption: bool
    where: str
    unsure: tuple[str, ...]
    tags: tuple[str, ...]
    sources: int
    behind: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document with its claims.

    `headed` tells that the article's own headline is the title; `link` is its address where it may be opened;
    `language` is given where it is a code.
    """

    anchor: str
    document: Document
    title: str
    headed: bool
    link: str | None
    language: str | None
    parts: tuple[Part, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A number of the summary, with what it counts and the filter that shows these claims."""

    number: int
    of: str
    tag: str


def sheets(findings: Findings, yardstick: Yardstick | None = None) -> tuple[Sheet, ...]:
    """All documents in the order of the findings; `yardstick` is for those that name no scheme themselves."""
    settings = Setting.of_all(findings, yardstick)
    return tuple(
        _sheet(f"d{place}", document, findings, settings[document.id])
        for place, document in enumerate(findings.documents, 1)
    )


def totals(shown: Sequence[Sheet], shared: int = 0) -> tuple[Total, ...]:
    """How many documents, shared claims and claims there are, and how many claims of each sort."""
    cards = [card for sheet in shown for card in sheet.cards]
    return (
        Total(len(shown), "document" if len(shown) == 1 else "documents", "documents"),
        *((Total(shared, "shared claim" if shared == 1 else "shared claims", "shared"),) if shared else ()),
        *(Total(sum(tag in card.tags for card in cards), name, tag) for tag, _, name in FILTERS),
    )


def _sheet(anchor: str, document: Document, findings: Findings, setting: Setting) -> Sheet:
    claims, title = in_order(findings.appearances, document), title_of(document)
    return Sheet(
        anchor=anchor,
        document=document,
        title=title,
        headed=any(
            block.kind == "headline" and document.text[block.start : block.end].strip() == title
            for block in document.blocks
        ),
        link=web_address(document.url),
        language=document.language if is_language(document.language) else None,
        parts=article(document, marks_of(claims)),
        cards=tuple(
            _card(document, setting, claim, f"{anchor}-c{number}", number) for number, claim in enumerate(claims, 1)
        ),
    )


def is_language(code: str | None) -> bool:
    """Whether it is a code that a page can be told its words' language by."""
    return bool(code and LANGUAGE.fullmatch(code))


def web_address(url: str | None) -> str | None:
    """The address where it may become a link: the web only, and nothing in it that hides where it leads."""
    return url if url and WEB_ADDRESS.fullmatch(url) and visible(url) == url else None


def _card(document: Document, setting: Setting, claim: Appearance, anchor: str, number: int) -> Card:
    return Card(
        number=number,
        anchor=anchor,
        appearance=claim.id,
        fragments=tuple(document.text[start:end] for start, end in claim.spans),
        ladder=_ladder(setting, claim),
        phrases=firmness(setting, claim),
        figures=figures(claim),
        caption=claim.block == "caption",
        where=where(document, claim),
        unsure=claim.unsure,
        tags=_tags(claim, origin_of(claim)),
        sources=sum(link.source is not None for link in claim.chain),
        behind=chain_words(setting, claim.chain, arrow=", from "),
    )


def _tags(claim: Appearance, origin: Origin) -> tuple[str, ...]:
    further = {
        "hedged": is_hedged(claim),
        "denied": is_denied(claim),
        "conditional": claim.condition is not None,
        "figures": bool(claim.quantities),
    }
    return ("all", origin, *(tag for tag, holds in further.items() if holds))


def _ladder(setting: Setting, claim: Appearance) -> tuple[Rung, ...]:
    said_at = claim.spans[0].start if claim.spans else 0
    below = [*(link.content for link in claim.chain), claim.spans][1:]
    return tuple(
        _rung(
            setting, link, said_at, governs=setting.words(link.content) if _reaches_beyond(link.content, inner) else ""
        )
        for link, inner in zip(claim.chain, below, strict=True)
    )


def _reaches_beyond(outer: Spans, inner: Spans) -> bool:
    """Whether a link governs more than what it is shown with; words left out in between add nothing to see."""
    return bool(inner) and (outer[:1] < inner[:1] or max(it.end for it in outer) > max(it.end for it in inner))


def _rung(setting: Setting, link: Link, said_at: int, governs: str) -> Rung:
    source = link.source
    return Rung(
        who=setting.words(source.spans) if source else "",
        called=best_name(setting, link),
        named=("named" if source.named else "not named") if source else NO_SOURCE,
        kind=source.kind if source else "",
        cue=setting.words(link.cue.spans) if link.cue else "",
        basis=basis_words(link, said_at),
        manner=manner(link),
        to=setting.words(link.to.spans) if link.to else "",
        notes=source_notes(link),
        governs=governs,
    )
