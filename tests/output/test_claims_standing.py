from dataclasses import replace

import pytest

from tests.output.retold import retold
from wherefrom.model import Origins, StatusChange, Unread
from wherefrom.output.shared import Shared, Shelf, shared
from wherefrom.output.standing_words import course, course_words, gaps, holder_words, holders


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf.of(retold())


@pytest.fixture(scope="module")
def sold(shelf: Shelf) -> Shared:
    (one,) = shared(shelf)
    return one


def with_origins(one: Shared, origins: Origins) -> Shared:
    return replace(one, claim=replace(one.claim, origins=origins))


def test_whoever_denies_or_doubts_it_is_named_with_outlet_and_day(shelf: Shelf, sold: Shared) -> None:
    assert [holder_words(one) for one in holders(shelf, sold, "denies")] == [
        "Marek Dolle (Ostrava Bay Gazette, 2031-05-05)"
    ]
    assert [holder_words(one) for one in holders(shelf, sold, "doubts")] == [
        "Lawyers, not named (Night Post, 2031-05-06)"
    ]


def test_an_outlet_that_denies_it_itself_is_named_once(shelf: Shelf, sold: Shared) -> None:
    member = sold.members[0]
    own = replace(member, stance="denies", appearance=replace(member.appearance, chain=()))
    (one,) = holders(shelf, replace(sold, members=(own, own)), "denies")
    assert holder_words(one) == "Lindholm Mirror (2031-05-03)"


def test_the_course_is_one_line_with_dates(shelf: Shelf, sold: Shared) -> None:
    words = course_words(course(shelf, sold.claim.status), 5)
    assert words == (
        "2031-05-03 first reported by Lindholm Mirror → "
        "2031-05-04 repeated by The Lindholm Courier, Ostrava Bay Gazette → "
        "2031-05-05 denied by Marek Dolle"
    )


def test_steps_of_one_day_share_its_date_and_later_days_are_counted(shelf: Shelf, sold: Shared) -> None:
    steps = course(shelf, sold.claim.status)
    same = [replace(step, day="2031-05-03") for step in steps]
    assert course_words(same, 5).count("2031-05-03") == 1
    assert course_words(steps, 1).endswith("first reported by Lindholm Mirror → 2 more")


def test_a_further_origin_is_not_called_a_confirmation(shelf: Shelf, sold: Shared) -> None:
    change = StatusChange("2031-05-06", "confirmed", (sold.members[4].appearance.id,))
    (step,) = course(shelf, (change,))
    assert step.words == "told on a further origin by Edda Brahe"
    said = replace(step.because[0], appearance=replace(step.because[0].appearance, text="she confirmed the sale"))
    assert replace(step, because=(said,)).words == "confirmed by Edda Brahe"


def test_a_step_without_a_known_telling_names_nobody(shelf: Shelf) -> None:
    (step,) = course(shelf, (StatusChange(None, "withdrawn", ("nowhere",)),))
    assert (step.day, step.words, step.because) == ("undated", "withdrawn", ())


def test_gaps_say_what_is_missing(shelf: Shelf, sold: Shared) -> None:
    told = gaps(shelf, sold)
    assert told == (
        "Harbour Wire is cited by Ostrava Bay Gazette, but no document of its was read.",
        "The origin of 1 telling cannot be told.",
        "1 document without a date: the order of time leaves them last.",
        "1 document: outlet not known.",
        "The reader is unsure who says it, or what about it, in 1 telling.",
    )


def test_an_open_number_of_origins_is_a_gap(shelf: Shelf, sold: Shared) -> None:
    open_ended = with_origins(sold, replace(sold.claim.origins, at_most=None))
    assert "Nothing bounds how many origins there are." in gaps(shelf, open_ended)


def test_an_outlet_that_is_read_here_is_not_missing(shelf: Shelf, sold: Shared) -> None:
    assert not any("Mirror is cited" in line for line in gaps(shelf, sold))


def test_files_that_could_not_be_read_are_counted_without_their_folders(sold: Shared) -> None:
    part = replace(retold(), unread=(Unread("/home/ida/secret/scan.pdf", "is a PDF file"),))
    told = gaps(Shelf.of(part), sold)
    assert "1 file could not be read; what stands there is not known." in told
    assert not any("secret" in line for line in told)
