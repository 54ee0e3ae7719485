"""What a mention's own words tell: names and whether two may be one party's, heads, kinds, gender and number."""

import pytest

from wherefrom.model import Span
from wherefrom.reader.mentions import Mention, MentionKind
from wherefrom.reader.parties.correcting import corrected
from wherefrom.reader.parties.names import bodies_agree, folded, persons_agree
from wherefrom.reader.parties.traits import Traits, singular, traits


def parts(name: str) -> tuple[str, ...]:
    return folded(tuple(name.split()))


def mention(text: str, words: str, kind: MentionKind, *, head: str, name: str | None = None) -> Mention:
    start = text.index(words)
    at = start + words.rindex(head)
    named = None if name is None else Span(start + words.index(name), start + words.index(name) + len(name))
    return Mention(Span(start, start + len(words)), Span(at, at + len(head)), kind, named, pronoun=False)


def told(words: str, kind: MentionKind = "person", *, name: str | None = None, head: str | None = None) -> Traits:
    return traits(words, mention(words, words, kind, head=head or words.rsplit(maxsplit=1)[-1], name=name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Velez", "Velez"),
        ("Ana Velez", "Ana"),
        ("Ana M. Velez", "A. Velez"),
        ("Bill Orrin", "William Orrin"),
        ("Zoé Velez", "Zoe VELEZ"),
    ],
)
def test_these_names_may_be_one_persons(one: str, other: str) -> None:
    assert persons_agree(parts(one), parts(other))
    assert persons_agree(parts(other), parts(one))


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Velez", "Tom Velez"), ("Ana Velez", "Orrin"), ("Ana Velez", "Ana Orrin"), ("Velez", "Ana")]
)
def test_these_names_are_two_peoples(one: str, other: str) -> None:
    assert not persons_agree(parts(one), parts(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lantern Express", "Express"),
        ("Harbour Safety Agency", "HSA"),
        ("Orrin Motors Inc.", "Orrin Motors"),
        ("Department of Justice", "Justice Department"),
        ("Lantern News", "Lantern"),
    ],
)
def test_these_names_may_be_one_bodys(one: str, other: str) -> None:
    assert bodies_agree(parts(one), parts(other))
    assert bodies_agree(parts(other), parts(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orrin Motors", "Lantern Motors"),
        ("Justice Department", "Department"),
        ("Orrin", "Orrin Motors Museum"),
        ("Lantern Express", "Lantern Post"),
    ],
)
def test_these_names_are_two_bodies(one: str, other: str) -> None:
    assert not bodies_agree(parts(one), parts(other))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Mr. Bo Orrin", ("Bo", "Orrin")),
        ("former Secretary of State Ana Velez", ("Ana", "Velez")),
        ("Lt. Gen. Bo Orrin Jr.", ("Bo", "Orrin")),
        ("Korvia's Prime Minister Ana Velez", ("Ana", "Velez")),
    ],
)
def test_a_name_is_what_is_left_without_titles(words: str, name: tuple[str, ...]) -> None:
    assert told(words, name=words).name == name


def test_a_name_after_the_head_is_the_mentions_name() -> None:
    assert told("technician Bo Orrin", head="technician").name == ("Bo", "Orrin")
    assert told("the Orrin Party", "organisation", head="Orrin").name == ("Orrin", "Party")


@pytest.mark.parametrize(
    ("words", "genders"),
    [
        ("Mrs. Velez", {"female"}),
        ("Ana Velez", {"female"}),
        ("Mr. Velez", {"male"}),
        ("Velez", {"male", "female"}),
        ("Xu Lo", {"male", "female"}),
    ],
)
def test_titles_and_given_names_tell_a_gender(words: str, genders: set[str]) -> None:
    assert told(words, name=words).agreement.genders == genders


@pytest.mark.parametrize(
    ("words", "form", "numbers"),
    [
        ("the mayor", "definite", {"one"}),
        ("a mayor", "indefinite", {"one"}),
        ("mayors", "indefinite", {"many"}),
        ("his wife", "definite", {"one"}),
        ("Velez's lawyers", "definite", {"many"}),
        ("police", "definite", {"many", "body"}),
        ("three officials", "indefinite", {"many"}),
    ],
)
def test_descriptions_point_back_or_bring_somebody_new(words: str, form: str, numbers: set[str]) -> None:
    found = told(words)
    assert found.form == form
    assert found.agreement.numbers == numbers


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("officials", "official"),
        ("agencies", "agency"),
        ("women", "woman"),
        ("people", "person"),
        ("churches", "church"),
    ],
)
def test_plurals_have_a_singular(plural: str, one: str) -> None:
    assert singular(plural) == (one, True)
    assert singular(one) == (one, False)


def test_a_name_in_front_of_a_noun_is_not_the_phrases_name() -> None:
    for words, head in (("Korvia's flag", "flag"), ("the Korvia museum of art", "museum")):
        (found,) = corrected(words, [mention(words, words, "other", head="Korvia", name="Korvia")])
        assert (words[slice(*found.head)], found.name) == (head, None)


def test_a_name_has_the_kind_that_most_of_its_mentions_have() -> None:
    text = "Orrin met Orrin and Orrin."
    spans = [Span(0, 5), Span(10, 15), Span(20, 25)]
    kinds: list[MentionKind] = ["organisation", "organisation", "person"]
    given = [Mention(span, span, kind, span, pronoun=False) for span, kind in zip(spans, kinds, strict=True)]
    assert {one.kind for one in corrected(text, given)} == {"organisation"}


def test_a_lone_surname_is_a_person_where_a_full_name_ends_in_it() -> None:
    text = "Ana Velez left. Velez ate."
    given = [
        Mention(Span(0, 9), Span(4, 9), "person", Span(0, 9), pronoun=False),
        Mention(Span(16, 21), Span(16, 21), "organisation", Span(16, 21), pronoun=False),
    ]
    assert [one.kind for one in corrected(text, given)] == ["person", "person"]


def test_a_known_surname_is_a_name_where_the_encoder_gave_it_none() -> None:
    text = "Ana Velez left. Velez ate."
    given = [
        Mention(Span(0, 9), Span(4, 9), "person", Span(0, 9), pronoun=False),
        Mention(Span(16, 21), Span(16, 21), "other", None, pronoun=False),
    ]
    assert [(one.kind, one.name) for one in corrected(text, given)][1] == ("person", Span(16, 21))


def test_no_sailor_is_nobody() -> None:
    assert told("no sailor").form == "nobody"
