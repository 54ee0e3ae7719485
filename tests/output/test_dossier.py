import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wherefrom.model import Appearance, Certainty, Document, Findings, Hedge, Link, Source, Span, Spans, Words, slice_of
from wherefrom.model.release import Release
from wherefrom.output.cards import web_address
from wherefrom.output.dossier import dossier
from wherefrom.output.marks import article, marks_of
from wherefrom.output.wording import visible

HOSTILE = (
    "</script><script>owned()</script><img src=x onerror=owned()><svg/onload=owned()>",
    '" onmouseover="owned()" \'>`',
    "{{ 7*7 }}{% include 'x' %}{# c #}",
    "</style></title></textarea><!-- --><![CDATA[ ]]>&lt;&amp;&#60;",
    "a\u202egold\u2066 b\u2028c\u2029d\x00\x1b[31m\x07\x9b\x7f\x0c\udcff",
    "javascript:owned()",
    "java\nscript:owned()",
    "data:text/html,<script>owned()</script>",
    'https://a.example/\u202e"><script>owned()</script>',
)

VOID = {"meta", "img", "br", "link", "input"}


class Page(HTMLParser):
    """What a browser would make of the page: its tags, and the text of each article and each quotation."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"article": [], "blockquote": [], "h2": [], "p": []}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in VOID:
            return
        self.open.append((tag, ""))
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "tags are closed in order"

    def handle_data(self, data: str) -> None:
        for tag, _ in self.open:
            if tag in self.texts:
                self.texts[tag][-1] += data


def test_the_article_is_the_text_and_every_quotation_its_slice(findings: Findings) -> None:
    page = Page(dossier(Release.of_reading(findings)))
    assert page.texts["article"] == [document.text for document in findings.documents]
    assert page.texts["blockquote"] == [claim.text for claim in findings.appearances]


def test_the_same_findings_give_the_same_page(findings: Findings) -> None:
    assert dossier(Release.of_reading(findings)) == dossier(Release.of_reading(replace(findings)))


def test_nothing_is_loaded_and_nothing_acts_but_the_two_named_blocks(findings: Findings) -> None:
    page = Page(dossier(Release.of_reading(findings)))
    tags = [tag for tag, _ in page.tags]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"link", "img", "iframe", "object", "form", "base"} & set(tags)
    policy = next(it["content"] for _, it in page.tags if it.get("http-equiv"))
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'",
        policy,
    )
    for _, attributes in page.tags:
        assert not {"style", "src"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_of_a_document_becomes_markup_script_or_link(over: Callable[[str], Findings], words: str) -> None:
    made = dossier(Release.of_reading(over(words)))
    page, plain = Page(made), Page(dossier(Release.of_reading(over("plain words"))))
    names = [(tag, sorted(name for name in attributes if name != "lang")) for tag, attributes in page.tags]
    assert names == [(tag, sorted(name for name in it if name != "lang")) for tag, it in plain.tags]
    assert page.texts["article"] == page.texts["blockquote"] == [visible(words)]
    assert all(it["href"] and it["href"].startswith("#") for tag, it in page.tags if tag == "a")
    made.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


def test_addresses_of_the_web_are_linked_and_others_only_shown(findings: Findings) -> None:
    links = [it for tag, it in Page(dossier(Release.of_reading(findings))).tags if tag == "a" and it.get("rel")]
    assert [(it["href"], it["rel"]) for it in links] == [
        ("https://courier.example/harbour/crane", "noopener noreferrer")
    ]
    for unsafe in (
        None,
        "",
        "javascript:x",
        " https://a.example",
        "https://a.example/\u202ex",
        "//a.example",
        "HTTPS:",
    ):
        assert web_address(unsafe) is None
    assert web_address("HTTP://a.example/?q=1&r=2") == "HTTP://a.example/?q=1&r=2"


def test_every_claim_tells_chain_firmness_place_and_doubt(findings: Findings) -> None:
    page = dossier(Release.of_reading(findings))
    for words in (
        "harbour officials",
        "group · not named",
        "was told",
        "carried on from earlier words",
        "On the outlet’s own word",
        "that is <bdi>Marek Dolle</bdi>",
        "hedged: “allegedly” (the writer)",
        "The reader is unsure of: chain, spans",
        "In captions: shown apart",
        "Could not be read: 1 file",
    ):
        assert words in page


def test_findings_without_documents_make_a_page(findings: Findings) -> None:
    page = dossier(Release.of_reading(replace(findings, documents=(), appearances=(), unread=())))
    assert "<b>0</b> <span>documents</span>" in page


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Spans, ...]]:
    """A text and stretches of it in one or more fragments, nested and overlapping at random."""
    text = draw(st.text(min_size=1, max_size=60))
    place = st.integers(0, len(text))
    some = st.lists(st.tuples(place, place), min_size=1, max_size=3)
    stretches = draw(
        st.lists(some.map(lambda pairs: Words.of(text, (Span(min(p), max(p)) for p in pairs)).spans), max_size=8)
    )
    return text, tuple(spans for spans in stretches if spans)


def claims_over(claim: Appearance, text: str, stretches: tuple[Spans, ...]) -> tuple[Appearance, ...]:
    """One claim after another, each with a source, a cue and a hedge somewhere else in the text."""
    made = []
    for place, spans in enumerate(stretches):
        others = [stretches[(place + step) % len(stretches)] for step in (1, 2, 3)]
        source = Source(slice_of(text, others[0]), others[0], "person", named=True)
        link = Link(source, Words(slice_of(text, others[1]), others[1]), "says", "stated", spans)
        made.append(
            replace(
                claim,
                spans=spans,
                text=slice_of(text, spans),
                chain=(link,) * (place % 2),
                certainty=Certainty("possible", (Hedge("", others[2], None),)),
                condition=None,
            )
        )
    return tuple(made)


@settings(deadline=None)
@given(marked())
def test_whatever_is_marked_the_article_stays_the_text(
    over: Callable[[str], Findings], sample: tuple[str, tuple[Spans, ...]]
) -> None:
    text, stretches = sample
    findings = over(text)
    claims = claims_over(findings.appearances[0], text, stretches)
    page = Page(dossier(Release.of_reading(replace(findings, appearances=claims))))
    assert page.texts["article"] == [visible(text)]
    assert sorted(page.texts["blockquote"]) == sorted(visible(claim.text) for claim in claims)


@settings(deadline=None)
@given(marked(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_every_character_carries_exactly_the_marks_that_cover_it(
    over: Callable[[str], Findings], sample: tuple[str, tuple[Spans, ...]], cuts: list[tuple[int, int]]
) -> None:
    text, stretches = sample
    findings = over(text)
    kept = findings.documents[0].blocks[0]
    blocks = tuple(replace(kept, start=min(cut), end=max(cut)) for cut in cuts)
    document: Document = replace(findings.documents[0], blocks=blocks)
    claims = claims_over(findings.appearances[0], text, stretches)
    pieces = [piece for part in article(document, marks_of(claims)) for piece in part.pieces]
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        covering = {(it.claim, it.role) for it in marks_of(claims) if any(s.start <= at < s.end for s in it.spans)}
        assert set(piece.marks) == covering
        at += len(piece.text)
    assert sorted(number for piece in pieces for number in piece.begins) == list(range(1, len(claims) + 1))
