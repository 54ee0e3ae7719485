"""Ages of one person, held against the days on which they were told."""

from tests.comparing.differing import compared, report, said

NAMES = {"Marek Dorn": "person", "Petra Holm": "person"}


def test_two_ages_within_a_birthday_of_each_other_only_differ() -> None:
    held = compared(
        report(said("Marek Dorn, 54, is a banker."), published="2031-08-04"),
        report(said("Marek Dorn, 55 years old, lives in Orrin."), published="2031-08-17"),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert held.told == [("value", ["54", "55 years old"], None)]
    assert held.found[0].about == "age of Marek Dorn"
    assert "birthday" in held.found[0].why


def test_ages_that_no_day_of_birth_fits_cannot_all_hold() -> None:
    held = compared(
        report(said("Marek Dorn, 54, is a banker."), published="2031-08-04"),
        report(said("Marek Dorn, aged 57, lives in Orrin."), published="2031-09-17"),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert [one.cannot_all_hold for one in held.found] == [True]


def test_an_age_told_a_year_later_is_a_year_more() -> None:
    held = compared(
        report(said("Marek Dorn, 54, is a banker."), published="2031-08-04"),
        report(said("Marek Dorn, 55, is a banker."), published="2032-08-10"),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert [one.cannot_all_hold for one in held.found] == [None]


def test_an_age_and_its_decade_only_differ() -> None:
    held = compared(
        report(said("Marek Dorn, 30, is a banker.")),
        report(said("Marek Dorn is in his 30s.")),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert held.told == [("value", ["30", "30s"], None)]


def test_when_an_age_was_told_must_be_known_to_hold_it_against_another() -> None:
    held = compared(
        report(said("Marek Dorn, 30, is a banker."), published=None),
        report(said("Marek Dorn, 44, is a banker.")),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert [(one.cannot_all_hold, "not known" in one.why) for one in held.found] == [(None, True)]


def test_the_ages_of_two_people_are_not_compared() -> None:
    held = compared(
        report(said("Marek Dorn, 30, and Petra Holm, 61, were there.")),
        report(said("Petra Holm, 61, was there.")),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert held.told == []


def test_an_age_right_before_a_name_is_that_persons() -> None:
    held = compared(
        report(said("Marek Dorn is accused of killing 10-year-old Petra Holm.")),
        report(said("Marek Dorn, 41, is accused.")),
        names=NAMES,  # type: ignore[arg-type]
    )
    assert held.told == []


def test_the_one_person_without_a_name_is_the_same_in_reports_of_one_claim() -> None:
    held = compared(
        report(said("the technician, 30 years old, fled.", "flight")),
        report(said("the technician, 45 years old, is gone.", "flight")),
        names={"the technician": "person"},
    )
    assert held.told == [("value", ["30 years old", "45 years old"], True)]
