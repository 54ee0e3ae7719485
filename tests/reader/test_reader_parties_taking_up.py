"""How news takes up a party that it has named or described: by title, age, number, paper or apposition."""

import re

import pytest

from tests.reader.meant import document, last, marked, read, told
from wherefrom.model import Span
from wherefrom.reader.mentions import Mention
from wherefrom.reader.parties import who_is_meant


@pytest.mark.parametrize(
    ("marks", "source", "name"),
    [
        ("{p=President Velez} left. {p The president} said the ship sank.", "The president", "Velez"),
        ("{p=Sen. Ana Velez} met {p=Bo Orrin}. {p The senator} said the ship sank.", "The senator", "Ana Velez"),
        (
            "{p=GOP nominee Bo Orrin} met {p=Democratic nominee Ana Velez}. {p The Republican nominee} said the ship sank.",
            "The Republican nominee",
            "Bo Orrin",
        ),
        (
            "{p=GOP nominee Bo Orrin} was ill. {p The Democratic nominee} said the ship sank.",
            "The Democratic nominee",
            "The Democratic nominee",
        ),
    ],
)
def test_a_title_takes_up_the_only_one_who_was_named_with_it(marks: str, source: str, name: str) -> None:
    _, meant = read(marks, (source, "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == [name]


def test_the_members_of_a_group_are_those_it_is_of() -> None:
    marks = "{p A group of researchers} studied cod. {p The researchers} said the ship sank."
    _, meant = read(marks, ("The researchers", "the ship sank"))
    assert [each.name for each in meant.parties] == ["A group of researchers"]


def test_a_source_is_named_where_its_own_words_hold_a_name_beside_the_mention() -> None:
    _, meant = read(
        "{p The leader} of the Rural Union, Bo Styrz, said the ship sank.",
        ("The leader of the Rural Union, Bo Styrz", "the ship sank"),
    )
    assert last(meant).named


@pytest.mark.parametrize(
    ("marks", "name"),
    [
        ("{p=Bo Orrin}, 41, met {p=Kim Velez}. {p The 41-year-old} said the ship sank.", "Bo Orrin"),
        (
            "{p The 41-year-old engineer} left. {p=Kim Velez} said no. {p The 33-year-old} said the ship sank.",
            "Kim Velez",
        ),
        ("{p=Bo Orrin} owns the yard. {p The 79}-year-old said the ship sank.", "Bo Orrin"),
    ],
)
def test_an_age_takes_up_who_has_it_or_who_spoke_or_acted_last(marks: str, name: str) -> None:
    age = re.findall(r"The \d\d-year-old", marks.replace("}-", "-"))[-1]
    _, meant = read(marks, (age, "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == [name]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("One of them", "One of three engineers"),
        ("The others", "The others of three engineers"),
        ("The three", "three engineers"),
    ],
)
def test_a_part_of_several_is_called_by_them_and_a_count_of_all_means_them(part: str, name: str) -> None:
    marks = f"{{p three engineers}} said the port closed. {{g {part}}} said the ship sank."
    _, meant = read(marks, ("three engineers", "the port closed"), (part, "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == [name]
    assert not last(meant).named


@pytest.mark.parametrize("first", ["said in {d a statement}", "wrote in {d an open letter}"])
def test_what_somebody_wrote_stands_for_him(first: str) -> None:
    noun = first.rsplit(maxsplit=1)[-1].rstrip("}")
    marks = f"{{p=Ana Velez}} {first} that the port closed. {{d The {noun}}} said the ship sank."
    _, meant = read(marks, ("Ana Velez", "that the port closed"), (f"The {noun}", "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == ["Ana Velez"]


def test_a_paper_that_nobody_is_said_to_have_written_stands_for_itself() -> None:
    marks = "{p=Ana Velez} found {d a letter}. {d The letter} said the ship sank."
    _, meant = read(marks, ("The letter", "the ship sank"))
    assert [each.kind for each in meant.parties if each.id in last(meant).parties] == ["document"]


def test_a_dateline_speaks_of_nobody() -> None:
    marks = "{o=TARN}, Korvia, March 11 (Herald) - {p Officials} said the ship sank."
    _, meant = read(marks, ("Officials", "the ship sank"))
    assert [each.name for each in meant.parties] == ["Officials"]


def test_a_name_and_its_apposition_are_one_party() -> None:
    text, mentions = marked("{p=Bo Orrin}, a Tarn lawyer, said the ship sank.")
    whole = Span(0, len("Bo Orrin, a Tarn lawyer"))
    lawyer = Mention(whole, Span(whole.end - 6, whole.end), "person", None, pronoun=False)
    one = document(text)
    meant = who_is_meant(one, [told(one, "Bo Orrin", "the ship sank")], [*mentions, lawyer])
    assert [(each.name, len(each.mentions)) for each in meant.parties] == [("Bo Orrin", 2)]


def test_a_description_and_the_name_after_its_comma_are_one_party() -> None:
    marks = "{p The mayor of Tarn, {p=Ana Velez}}, said the ship sank."
    _, meant = read(marks, ("The mayor of Tarn, Ana Velez", "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == ["Ana Velez"]


def test_a_source_is_not_its_owner() -> None:
    _, meant = read("{l=Korvia}'s cyber agency said the ship sank.", ("Korvia's cyber agency", "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == ["Korvia's cyber agency"]
    assert last(meant).named


def test_somebody_himself_is_he() -> None:
    text, mentions = marked("{p=Bo Orrin} was ill. Orrin himself said the ship sank.")
    start = text.index("Orrin himself")
    himself = Mention(Span(start, start + 13), Span(start + 6, start + 13), "other", None, pronoun=True)
    one = document(text)
    meant = who_is_meant(one, [told(one, "Orrin himself", "the ship sank")], [*mentions, himself])
    assert [each.name for each in meant.parties if each.id in last(meant).parties] == ["Bo Orrin"]


def test_a_title_before_a_possessive_is_somebody_elses() -> None:
    marks = "{p=Ms Velez's predecessor, Bo Orrin}, was ill. {p He} said the ship sank."
    _, meant = read(marks, ("He", "the ship sank"))
    assert [each.name for each in meant.parties if each.id in last(meant).parties] != ["He"]
