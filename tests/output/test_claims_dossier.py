import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.output.retold import SOLD, retold, told_twice
from tests.output.test_dossier import HOSTILE, Page
from wherefrom.model import Findings, Origins, Span, slice_of
from wherefrom.model.release import Release
from wherefrom.output.compared import Compared
from wherefrom.output.dossier import dossier
from wherefrom.output.page import MOST_OPEN
from wherefrom.output.pages import MOST_REPORTS, pages
from wherefrom.output.quoting import Stretch, around, quoted, sentence
from wherefrom.output.shared import Shelf


@pytest.fixture(scope="module")
def story() -> Findings:
    return retold()


@pytest.fixture(scope="module")
def page(story: Findings) -> str:
    return dossier(Release.of_reading(story))


def text_of(page: str) -> str:
    """The page's words without its tags, blanks made one."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("</style>")[2]).split())


def leads(page: Page) -> tuple[set[str], set[str]]:
    """Where the page's links lead, and what is there."""
    targets = {it["href"][1:] for tag, it in page.tags if tag == "a" and (it.get("href") or "").startswith("#")}  # type: ignore[index]
    return targets, {it["id"] for _, it in page.tags if it.get("id")}  # type: ignore[misc]


def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    targets, ids = leads(Page(page))
    assert targets - ids == set()


def test_no_two_elements_share_an_id(page: str) -> None:
    ids = [it["id"] for _, it in Page(page).tags if it.get("id")]
    assert len(ids) == len(set(ids))


def test_a_shared_claim_has_a_section_that_its_tellings_lead_to_and_that_leads_to_them(page: str) -> None:
    assert '<details class="shared" id="k1" open>' in page
    assert page.count('<a href="#k1">Shared claim 1</a>') == 8
    assert 'href="#d1-c1-begins" data-claim="d1-c1"' in page


def test_it_tells_origins_denials_course_and_gaps(page: str) -> None:
    words = text_of(page)
    for told in (
        "Where it comes from: at least 1 origin, at most 2",
        "harbour officials 3 tellings all go back to the same officials",
        "told by 4 outlets in 5 documents, 1 of them of an outlet not known",
        "denied by Marek Dolle",
        "doubted by Lawyers, not named",
        "2031-05-04 repeated by The Lindholm Courier, Ostrava Bay Gazette",
        "Harbour Wire is cited by Ostrava Bay Gazette, but no document of its was read.",
        "In captions: shown apart, never counted as an origin",
    ):
        assert told in words


def test_the_words_beside_the_picture_say_all_that_it_shows(page: str, story: Findings) -> None:
    (one,) = pages(Compared.of(story))
    assert one.picture is not None
    listed = [row.node.label for rows in one.lists for row in rows.rows]
    assert len(listed) == len(one.picture.dots)
    assert all(dot.title.startswith(label) for label, dot in zip(listed, one.picture.dots, strict=True))
    words = text_of(page)
    for told in ("The same in words", "Harbour Wire , not read here", "told again", "Origin cannot be told"):
        assert told in words


def test_a_picture_has_a_title_and_a_description(page: str) -> None:
    assert 'role="img"' in page
    assert 'aria-labelledby="k1-pt k1-pd"' in page
    assert '<title id="k1-pt">Who had it from whom</title>' in page
    assert '<desc id="k1-pd">At least 1 origin, at most 2, for 4 of 5 tellings. harbour officials' in page


def test_a_picture_is_drawn_without_styles_scripts_or_anything_from_outside(page: str) -> None:
    for _, attributes in Page(page).tags:
        assert not {"style", "src", "xlink:href"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert [tag for tag, _ in Page(page).tags if tag in {"style", "script"}] == ["style", "script"]


def test_values_that_differ_show_their_exact_words(page: str) -> None:
    words = text_of(page)
    assert "price of the crane cannot all hold" in words
    assert "4,200,000 crowns The crane cost 4.2 million crowns Lindholm Mirror , 2031-05-03" in words
    assert "4,250,000 crowns It cost 4.25 million crowns The Lindholm Courier , 2031-05-04" in words
    assert "only between retellings of one origin" in words


def test_the_time_of_an_event_stands_apart_from_the_time_of_its_report(page: str) -> None:
    words = text_of(page)
    assert f"Said to have happened What First reported 2031-05-02 {SOLD}" in words
    assert "2031-05-03 Lindholm Mirror , 2031-05-03: “on 2 May”" in words


def test_every_telling_is_a_slice_of_its_document(story: Findings) -> None:
    (one,) = pages(Compared.of(story))
    texts = {document.id: document.text for document in story.documents}
    spans = {appearance.id: appearance.spans for appearance in story.appearances}
    entries = [(report, entry) for report in (*one.reports, *one.captions) for entry in report.entries]
    assert len(entries) == 8
    for report, entry in entries:
        words = "".join(stretch.text for stretch in entry.stretches)
        assert words == slice_of(texts[report.document.id], spans[entry.appearance])


def test_marked_words_are_cut_out_of_what_is_said(story: Findings) -> None:
    shelf, document = Shelf.of(story), story.documents[1]
    said = story.appearances[2].spans
    marked = (said[0]._replace(start=said[0].start + 4, end=said[0].start + 9),)
    words = quoted(shelf, document.id, None, said, marked)
    assert words is not None
    assert [(it.text, it.marked) for it in words.stretches] == [
        ("The ", False),
        ("crane", True),
        (" was sold to two buyers", False),
    ]
    assert words.words == slice_of(document.text, said)
    beside = quoted(shelf, document.id, None, marked, said)
    assert beside is not None
    assert quoted(shelf, "nowhere", None, said) is None


def test_where_there_is_little_room_marked_words_keep_what_stands_next_to_them() -> None:
    long = (Stretch("one two three "), Stretch("four", marked=True), Stretch(" five six seven"))
    assert "".join(it.text for it in around(long, 8)) == "… three four five …"
    assert around(long, 40) == long
    assert around(long[:1], 2) == long[:1]


def test_an_unknown_number_of_origins_is_shown_as_unknown(story: Findings) -> None:
    sold = replace(story.claims[1], origins=Origins(0, None, (), ()))
    words = text_of(dossier(Release.of_reading(replace(story, claims=(sold,)))))
    assert "how many origins cannot be told" in words
    assert "Nothing bounds how many origins there are." in words


def test_a_long_story_folds_most_of_its_claims_and_tellings(story: Findings) -> None:
    sold = story.claims[1]
    many = dossier(
        Release.of_reading(replace(story, claims=tuple(replace(sold, id=f"c{number}") for number in range(100))))
    )
    assert many.count('<details class="shared"') == 100
    assert many.count('<details class="shared" id="k1" open>') == 1
    assert f"<summary>{100 - MOST_OPEN} more shared claims</summary>" in many
    (one, *_) = pages(Compared.of(story))
    assert len(one.reports) <= MOST_REPORTS


def test_nothing_shared_leaves_no_empty_section(story: Findings) -> None:
    bare = dossier(Release.of_reading(replace(story, claims=(), conflicts=(), relies_on=(), appearances=())))
    for name in ("shared", "conflicts", "drift", "rests", "timeline", "versions"):
        assert f'id="{name}"' not in bare


def test_the_same_findings_give_the_same_page(story: Findings) -> None:
    assert dossier(Release.of_reading(story)) == dossier(Release.of_reading(retold()))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_shared_words_become_markup_script_or_link(over: Callable[[str], Findings], words: str) -> None:
    made = dossier(Release.of_reading(told_twice(over(words), words)))
    harmless = "Plain Words" if "CDATA" in words else "plain words"  # with capitals it may be an outlet's name
    page, plain = Page(made), Page(dossier(Release.of_reading(told_twice(over(harmless), harmless))))
    shape = [(tag, sorted(name for name in it if name != "lang")) for tag, it in page.tags if tag != "text"]
    assert shape == [(tag, sorted(name for name in it if name != "lang")) for tag, it in plain.tags if tag != "text"]
    assert all(it["href"] and it["href"].startswith("#") for tag, it in page.tags if tag == "a")
    made.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)


@pytest.mark.parametrize("sought", ["three", "A team", "here", "One"])
def test_words_outside_any_statement_are_shown_in_their_sentence(sought: str) -> None:
    text = "One came first. A team of three went.\nIt stayed here"
    start = text.index(sought)
    (span,) = sentence(text, (Span(start, start + len(sought)),))
    found = text[span.start : span.end].rstrip("\n")
    assert sought in found
    assert found in {"One came first.", "A team of three went.", "here", "It stayed here"}
