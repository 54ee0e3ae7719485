"""Where somebody went, which way something moved, and where somebody is from."""

import pytest

from tests.comparing.differing import compared, report, said
from wherefrom.comparing.conflicts.nations import nation


@pytest.mark.parametrize(
    ("words", "code", "people"),
    [
        ("the United Kingdom", "GB", False),
        ("U.S.", "US", False),
        ("British", "GB", True),
        ("South Korean", "KR", True),
        ("California", "US", False),
        ("New Hampshire", "US", False),
        ("Norway", "NO", False),
    ],
)
def test_a_country_is_known_by_its_names_its_people_and_its_states(words: str, code: str, people: bool) -> None:  # noqa: FBT001
    found = nation(words, 0, len(words))
    assert found is not None
    assert (found.code, found.people) == (code, people)


@pytest.mark.parametrize("words", ["Orrin", "the West", "us", "Georgia", "norway"])
def test_other_words_are_no_country(words: str) -> None:
    assert nation(words, 0, len(words)) is None


def test_one_journey_leads_to_one_country() -> None:
    held = compared(
        report(said("Marek Dorn has defected to the United Kingdom with his family.")),
        report(said("Marek Dorn has gone over to the US.")),
        report(said("Marek Dorn fled to the United States.")),
        names={"Marek Dorn": "person"},
    )
    assert held.told == [("place", ["to the United Kingdom", "to the US", "to the United States"], True)]


def test_a_country_and_a_part_of_the_world_are_no_conflict() -> None:
    held = compared(
        report(said("Marek Dorn has defected to the West.")),
        report(said("Marek Dorn fled to the United States.")),
        names={"Marek Dorn": "person"},
    )
    assert held.told == []


def test_an_officials_people_are_no_destination() -> None:
    held = compared(
        report(said("Marek Dorn defected to British officials in Orrin.")),
        report(said("Marek Dorn fled to the United States.")),
        names={"Marek Dorn": "person"},
    )
    assert held.told == []


def test_somebody_without_a_name_who_defects_is_the_same_in_reports_that_share_a_claim() -> None:
    held = compared(
        report(said("a technician fled.", "flight"), said("He has defected to Norway, a technician said.")),
        report(said("a technician has fled.", "flight"), said("He went over to Sweden.")),
        names={"a technician": "person"},
    )
    assert ("place", ["to Norway", "to Sweden"], True) in held.told


def test_a_way_that_ends_where_another_starts_is_turned_round() -> None:
    held = compared(
        report(said("The column drove from Orrin to Vell on 3 March.", "column")),
        report(said("The column drove from Vell to Orrin.", "column")),
    )
    assert held.told == [("place", ["from Orrin to Vell", "from Vell to Orrin"], True)]


def test_two_ways_from_one_place_are_no_conflict() -> None:
    held = compared(
        report(said("The column drove from Orrin to Vell.", "column")),
        report(said("The column drove from Orrin to Dunmere.", "column")),
    )
    assert held.told == []


def test_a_body_that_is_called_by_two_peoples_cannot_be_of_both() -> None:
    held = compared(
        report(said("The parts come from Halden, a Danish server company.")),
        report(said("The Swedish server company Halden denied it.")),
        names={"Halden": "organisation"},
    )
    assert held.told == [("name", ["Danish", "Swedish"], True)]


def test_a_seat_and_a_people_may_both_hold() -> None:
    held = compared(
        report(said("The parts come from Halden, a Chinese server company.")),
        report(said("Halden, a hardware vendor from San Corro, California, denied it.")),
        names={"Halden": "organisation"},
    )
    assert held.told == [("name", ["Chinese", "California"], None)]


def test_a_person_may_belong_to_two_countries() -> None:
    held = compared(
        report(said("Marek Dorn, a Polish banker, denied it.")),
        report(said("The Norwegian banker Marek Dorn denied it.")),
        names={"Marek Dorn": "person"},
    )
    assert [(one.kind, one.cannot_all_hold) for one in held.found] == [("name", None)]


def test_what_stands_by_a_name_without_describing_it_says_nothing_of_it() -> None:
    held = compared(
        report(said("Danish forces are hunting Marek Dorn.")),
        report(said("Marek Dorn, a Polish banker, denied it.")),
        names={"Marek Dorn": "person"},
    )
    assert held.told == []
