"""What the dossier opens with, and its form without words."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

import wherefrom
from tests.judging.test_sourcing import cracked
from tests.output.retold import retold
from wherefrom.cli import main
from wherefrom.judging.sentences import Called, Cited, Ground, Printed
from wherefrom.model import Findings, Span
from wherefrom.model.release import Release
from wherefrom.output.designations import Designations
from wherefrom.output.dossier import dossier
from wherefrom.output.wordless import without_words

CASE = Path(__file__).parents[3] / "shared" / "cases" / "hypersonic-technician-2022"
GALLERY = Path(__file__).parents[2] / "docs" / "gallery" / "hypersonic-technician-2022.html"


def page_of(found: Findings) -> str:
    return dossier(Release.of_reading(found))


def wordless(found: Findings) -> str:
    return without_words(Release.of_reading(found))


def text_of(page: str) -> str:
    plain = re.sub(r"<style>.*?</style>|<script>.*?</script>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", plain)).split())


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def runs(text: str, length: int = 3) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[place : place + length]) for place in range(len(words) - length + 1)}


def test_the_dossier_opens_with_the_story_in_short() -> None:
    page = page_of(cracked())
    assert page.index('id="short"') < page.index('id="d1"')
    words = text_of(page)
    assert "it stands on one origin" in words
    assert "What would be needed for more" in words
    assert words.index("In short What the documents show") < words.index("Shared claims What is told")


def test_a_sentence_opens_the_exact_words_that_it_rests_on() -> None:
    page = page_of(cracked())
    line = page[page.index("stand, without a name") :]
    shown = html.unescape(line[: line.index("</details>")])
    assert "An official who saw the log" in shown
    assert "the dam may have cracked" in shown


def test_one_document_has_no_story_in_short() -> None:
    found = cracked()
    one = replace(
        found,
        documents=found.documents[:1],
        appearances=found.appearances[:1],
        claims=(),
        relies_on=(),
    )
    assert 'id="short"' not in page_of(one)
    assert "In short" not in text_of(wordless(one))


def test_the_form_without_words_has_none_of_the_reports() -> None:
    found = cracked()
    page = text_of(wordless(found))
    ours = runs(text_of(wordless(retold())))  # what pages on other reports have as well is our own wording
    names = {run for one in found.documents if one.publisher for run in runs(one.publisher, 1)}
    for one in found.documents:
        shared = runs(one.text) & runs(page) - ours
        assert not {run for run in shared if not all((word,) in names for word in run)}
    for word in ("dam", "cracked", "official", "reporters", "orrin", "lea", "leaks"):
        assert word not in set(words_of(page)) - words_in_templates(), word


def words_in_templates() -> set[str]:
    folder = Path(wherefrom.__file__).parent / "output" / "templates"
    return set(words_of(text_of((folder / "wordless.html.j2").read_text(encoding="utf-8"))))


def test_neither_titles_nor_addresses_nor_names_of_people_are_in_it() -> None:
    found = retold()
    addressed = tuple(replace(one, url=None) for one in found.documents)
    page = wordless(replace(found, documents=addressed))
    for words in ("on the crane", "Edda", "Brahe", "Marek", "Dolle", "crown", "4.2", "officials"):
        assert words not in text_of(page)
    assert 'href="http' not in page


def test_outlets_days_places_and_hashes_are_in_it() -> None:
    found = cracked()
    page = text_of(wordless(found))
    for one in found.documents:
        assert one.publisher is not None
        assert one.publisher in page
        assert one.sha256 in page
    assert "2031-05-02" in page
    start = found.documents[0].text.index("An official")
    assert f"document 1, {start}–{start + len('An official who saw the log')}" in page


def test_the_same_findings_give_the_same_page_without_words() -> None:
    assert wordless(cracked()) == wordless(replace(cracked()))


def test_an_outlet_that_no_list_knows_and_that_is_not_read_is_a_number() -> None:
    names = Designations.of(cracked().documents)
    assert names.outlet("the tarn herald") == "the tarn herald"
    assert names.outlet("Reuters") == "Reuters"
    assert names.outlet("Zorvane Whisperer") == names.outlet("zorvane whisperer") == "outlet 1"
    assert names.outlet("Another Nobody Knows") == "outlet 2"


def test_names_become_numbers_and_words_become_places() -> None:
    found = cracked()
    names = Designations.of(found.documents)
    at = Ground(found.documents[1].id, (Span(3, 9), Span(12, 15)))
    assert names.token(Cited("the words", at)).words == "[document 2, 3–9, 12–15]"
    assert names.token(Called("Lea Orrin", "person")).words == "person 1"
    assert names.token(Called("Tomas Hale", "person")).words == "person 2"
    assert names.token(Called("Lea Orrin", "person")).words == "person 1"
    assert names.token(Printed("Tarn Herald")).words == "Tarn Herald"


def test_the_command_writes_the_form_without_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "a.txt"
    report.write_text("The dam at Sunmere has cracked, Tomas Hale said.", encoding="utf-8")
    out = tmp_path / "page.html"
    assert main(["read", str(report), "--html", str(out), "--without-words"]) == 0
    assert "Sunmere" not in out.read_text(encoding="utf-8")
    assert main(["read", str(report), "--without-words"]) == 2
    assert "name its file with --html" in capsys.readouterr().err


@pytest.mark.skipif(not CASE.is_dir(), reason="the shared cases are not on this machine")
def test_the_gallerys_page_is_what_the_command_makes_and_quotes_nothing() -> None:
    found = wherefrom.read(sorted(CASE.glob("*.txt")))
    page = wordless(found)
    assert GALLERY.read_text(encoding="utf-8") == page, "make it anew: see docs/gallery.md"
    held, ours = runs(text_of(page)), runs(text_of(wordless(cracked()) + wordless(retold())))
    outlets = {word for one in found.documents if one.publisher for word in words_of(one.publisher)}
    outlets |= set(words_of("Daily Express Financial Times"))
    for one in found.documents:
        quoted = held & runs(one.text) - ours
        assert not {run for run in quoted if not set(run) <= outlets}, one.publisher
        assert not one.title or one.title not in page
        assert not one.url or one.url not in page
