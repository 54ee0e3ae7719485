"""Web pages are read for the report in them, its captions and what they state about it."""

import logging

import pytest

from wherefrom.intake import Metadata, document_from_bytes
from wherefrom.model import Document, Unreadable

TOLD = [
    "The engineer who drew the new lighthouse of Karvo has left the island, two officials told the Courier on Monday.",
    "His house was searched by the army on Tuesday, but the plans were not found, a neighbour said in the evening.",
    "The lamp was to have been lit next spring, and the harbour office would not say whether it still will be.",
]

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>Engineer leaves Karvo | The Karvo Courier</title>
<meta property="og:site_name" content="The Karvo Courier">
<meta name="author" content="Jane Doe">
<link rel="canonical" href="https://courier.example/2019/02/03/engineer">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2021-05-03T10:00:00+01:00"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Engineer leaves Karvo</h1>
<figure><img src="a.jpg"><figcaption>The lighthouse on Monday. (Photo: Jane Doe/Agency)</figcaption></figure>
<p>{TOLD[0]}</p><h2>A search</h2><p>{TOLD[1]}</p>
<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">The house of the engineer
 <span class="credit">Ann Poe</span></p></div>
<p>{TOLD[2]}</p></article>
<aside><figure><img><figcaption>Some other report altogether</figcaption></figure></aside>
<footer>(c) 1999 The Karvo Courier</footer></body></html>"""


def read(source: str, path: str = "page.html", metadata: Metadata | None = None) -> Document:
    return document_from_bytes(source.encode(), path, metadata=metadata)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def bare(head: str, attributes: str = "") -> Document:
    told = "".join(f"<p>{told}</p>" for told in TOLD)
    return read(f"<html{attributes}><head>{head}</head><body><article>{told}</article></body></html>")


def test_captions_stand_where_they_stand_in_the_page() -> None:
    assert kinds(read(PAGE)) == [
        ("headline", "Engineer leaves Karvo"),
        ("caption", "The lighthouse on Monday."),
        ("credit", "(Photo: Jane Doe/Agency)"),
        ("paragraph", TOLD[0]),
        ("heading", "A search"),
        ("paragraph", TOLD[1]),
        ("caption", "The house of the engineer"),
        ("credit", "Ann Poe"),
        ("paragraph", TOLD[2]),
    ]


def test_a_page_states_its_metadata() -> None:
    document = read(PAGE)
    assert document.title == "Engineer leaves Karvo"
    assert document.publisher == "The Karvo Courier"
    assert document.author == "Jane Doe"
    assert document.url == "https://courier.example/2019/02/03/engineer"
    assert document.published == "2021-05-03T10:00:00+01:00"
    assert document.language == "en"
    assert document.capture.format == "html"


def test_a_sidecar_wins_over_the_page() -> None:
    document = read(PAGE, metadata=Metadata(published="2021-05-02", outlet="Another"))
    assert (document.published, document.publisher, document.author) == ("2021-05-02", "Another", "Jane Doe")


def test_no_date_is_made_out_of_an_address_a_copyright_year_or_figures_in_the_text() -> None:
    document = bare('<link rel="canonical" href="https://courier.example/2019/02/03/engineer"><!-- 2020-01-01 -->')
    assert document.published is None
    assert document.url == "https://courier.example/2019/02/03/engineer"
    assert document.publisher is None
    assert document.language is None


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-05-03T09:00:00Z">', "2021-05-03T09:00:00Z"),
        ('<meta name="date" content="2021-05-03">', "2021-05-03"),
        ('<meta name="date" content="3 May 2021">', None),
        ('<meta property="article:modified_time" content="2021-05-03T09:00:00Z">', None),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2021-05-03"}]}</script>',
            "2021-05-03",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
    ],
)
def test_a_date_is_what_the_page_states_as_one(head: str, published: str | None) -> None:
    assert bare(head).published == published


def test_content_is_known_for_a_page_whatever_the_file_is_called() -> None:
    for before in ("", "\ufeff", "\n  ", '<?xml version="1.0" encoding="utf-8"?>\n', "<!-- saved -->\n"):
        document = read(before + PAGE, "page.txt")
        assert document.capture.format == "html"
        assert TOLD[0] in document.text


def test_broken_html_is_read_as_far_as_possible() -> None:
    document = read(f"<html><body><div><p>{TOLD[0]}<p>{TOLD[1]}<b><i></p></b><table><tr><p>{TOLD[2]}</artic")
    assert all(told in document.text for told in TOLD)


def test_a_fragment_is_read() -> None:
    assert TOLD[0] in read(f"<p>{TOLD[0]}</p>").text


def test_a_page_without_a_report_is_refused() -> None:
    for source in ("<html></html>", "<!doctype html><html><body><script>x()</script></body></html>"):
        with pytest.raises(Unreadable) as caught:
            read(source)
        assert caught.value.why == "is a page without a report in it"


def test_surrogates_written_as_references_never_reach_the_text() -> None:
    document = read(PAGE.replace("two officials", "two &#xD800; &#55296; officials"))
    document.text.encode("utf-8")


class _Gathering(logging.Handler):
    """Keeps the names of the loggers whose records reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.names.append(record.name)


def test_libraries_keep_their_thoughts_to_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    gathering = _Gathering()
    logging.getLogger().addHandler(gathering)
    try:
        with pytest.raises(Unreadable):
            read("<html></html>")
    finally:
        logging.getLogger().removeHandler(gathering)
    assert capsys.readouterr().err == ""
    assert gathering.names == []
