"""What a ledger answers from its tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ledger.kept import Clock, begun, keep
from wherefrom import api, cli
from wherefrom.ledger.file import Ledger, end_of
from wherefrom.ledger.queries import claim_page, claims, search, sources
from wherefrom.model import Busy, Unreadable


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return begun(tmp_path, 0, 1, 2, 3)


def test_the_claim_that_most_documents_tell_comes_first(ledger: Ledger) -> None:
    first, *rest = claims(ledger, ledger.head().seq)
    assert "cracked" in first.text
    assert all(one.documents <= first.documents for one in rest)
    assert len(claims(ledger, ledger.head().seq, 2)) == 2


def test_claims_are_those_that_the_findings_have(ledger: Ledger) -> None:
    found = api.findings(ledger)
    assert {one.id for one in api.claims(ledger)} == {claim.id for claim in found.claims}
    page = api.claim(ledger, found.claims[0].id)
    assert page.claim == found.claims[0]
    held = {document.id for document in page.story.documents}
    assert {one.document for one in found.appearances if one.id in {it.id for it in page.claim.appearances}} <= held


def test_what_was_not_yet_there_is_not_found(ledger: Ledger) -> None:
    early = 2  # the first document and its reading
    assert {one.documents for one in claims(ledger, early)} == {1}
    assert sources(ledger, early, "Ardent Post") == ()
    assert sources(ledger, ledger.head().seq, "ardent post")[0].documents == 1
    assert search(ledger, ["inspector"], early) == ()
    assert claims(ledger, 0) == ()


def test_words_are_found_in_documents_and_claims(ledger: Ledger) -> None:
    found = search(ledger, ["engineers"], ledger.head().seq)
    assert {one.kind for one in found} >= {"document"}
    assert all("«engineers»" in one.words for one in found)
    assert search(ledger, ["dam at Sunmere"], ledger.head().seq)
    assert search(ledger, ["Sunmere at dam"], ledger.head().seq) == ()


@pytest.mark.parametrize(
    "words", [["AND"], ["NEAR("], ['"'], ["a*b"], ["-dam"], ["kind:claim"], ["dam", '"'], ["'; DROP"]]
)
def test_no_word_is_read_as_a_command(ledger: Ledger, words: list[str]) -> None:
    if words == ['"']:
        with pytest.raises(Unreadable, match="needs a word"):
            search(ledger, words, 8)
    else:
        search(ledger, words, 8)


def test_a_claim_that_is_not_there_is_said_to_be_none(ledger: Ledger) -> None:
    with pytest.raises(Unreadable, match="c000: is no claim"):
        claim_page(ledger, "c000", ledger.head().seq)


# --- the file


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>The dam has cracked.</p>" * 100, encoding="utf-8")
    with pytest.raises(Unreadable, match="is no ledger"):
        Ledger.open(page, create=True)
    assert page.read_text(encoding="utf-8").startswith("<p>The dam")
    with pytest.raises(Unreadable, match="is not there"):
        Ledger.open(tmp_path / "none.db")


def test_a_second_writer_waits_and_is_told_who_was_first(ledger: Ledger) -> None:
    with Ledger.open(ledger.path, wait=50) as other, ledger.writing("ada", Clock()):
        with pytest.raises(Busy, match="somebody else is writing"), other.writing("ben", Clock()):
            pass
        assert other.head() == ledger.head()  # reading goes on meanwhile


def test_what_ends_with_an_error_leaves_nothing(ledger: Ledger) -> None:
    before = ledger.head()
    with pytest.raises(ZeroDivisionError):
        _add_and_fail(ledger)
    assert ledger.head() == before
    keep(ledger, 4, Clock())
    assert ledger.head().seq == before.seq + 2


def _add_and_fail(ledger: Ledger) -> None:
    with ledger.writing("ada", Clock()) as writer:
        writer.put("INSERT INTO captures VALUES ('x', 'y')")
        _ = 1 / 0


def test_entries_cannot_be_changed_or_dropped(ledger: Ledger) -> None:
    for change in ("UPDATE entries SET by = 'eve'", "DELETE FROM entries"):
        with (
            pytest.raises(Exception, match=r"entries (never change|are never dropped)"),
            ledger.writing("eve") as writer,
        ):
            writer.put(change)


def test_a_clock_that_was_set_back_makes_no_entry_older_than_the_one_before(ledger: Ledger) -> None:
    last = ledger.one("SELECT max(at) FROM entries")
    keep(ledger, 4, Clock())  # a clock that begins anew
    assert ledger.one("SELECT max(at) FROM entries") > last


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2031-05-04", "2031-05-04T23:59:59.999999Z"),
        ("2031-05-04T10:00", "2031-05-04T10:00:00.000000Z"),
        ("2031-05-04T10:00:00+02:00", "2031-05-04T08:00:00.000000Z"),
    ],
)
def test_a_day_means_its_end_and_a_time_itself(moment: str, end: str) -> None:
    assert end_of(moment) == end


def test_what_is_no_day_is_said_to_be_none() -> None:
    with pytest.raises(Unreadable, match="is no date"):
        end_of("last week")


@pytest.mark.parametrize(
    "asked",
    [
        lambda ledger: api.search(ledger, ["a\udcff"]),
        lambda ledger: api.impact(ledger, "a\udcff"),
        lambda ledger: api.note(ledger, api.findings(ledger).documents[0].id, "a\udcff"),
        lambda ledger: api.note(ledger, api.findings(ledger).documents[0].id, "a note", by="a\udcff"),
        lambda ledger: api.claims(ledger, as_of="9999-12-31T23:59:00-05:00"),
        lambda ledger: api.verify(ledger, f"wherefrom-head/1 x {'9' * 5000} {'0' * 64}"),
        lambda ledger: api.readings_of(ledger, api.findings(ledger).documents[0].id, as_of="2030-01-01"),
        lambda _: Ledger.open("x" * 300),
    ],
)
def test_what_cannot_be_asked_is_one_plain_line(ledger: Ledger, asked: Callable[[Ledger], object]) -> None:
    before = ledger.head()
    with pytest.raises(Unreadable):
        asked(ledger)
    assert ledger.head() == before


def test_a_sign_that_ends_strings_elsewhere_is_only_a_space(ledger: Ledger) -> None:
    assert api.search(ledger, ["the\0dam"]) == api.search(ledger, ["the dam"]) != ()


def test_a_search_of_the_past_is_not_ordered_by_what_came_later(ledger: Ledger) -> None:
    early = ledger.head().seq
    found = search(ledger, ["dam"], early - 1)
    for number in (4, 5, 6):
        keep(ledger, number, Clock())
    assert search(ledger, ["dam"], early - 1) == found
    with pytest.raises(Unreadable, match="is no claim of this ledger"):
        api.claim(ledger, "c000")


def test_a_moment_that_lies_ahead_is_known_as_such(ledger: Ledger) -> None:
    assert ledger.lies_ahead("2999-01-01")
    assert not ledger.lies_ahead("2020-01-01T10:00")


def test_every_claim_that_is_listed_has_a_page(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(ledger.path)
    for one in claims(ledger, ledger.head().seq):
        assert cli.main(["claims", one.id, "--ledger", path]) == 0
        shown = " ".join(capsys.readouterr().out.split())
        assert one.text in shown
        assert "who tells it" in shown
