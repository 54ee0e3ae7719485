"""The scales as their standards have them, in words that are never numbers."""

from typing import get_args

import pytest

from wherefrom.judging.scales import NO_GRADE, OF_SCALE, ROWS_OF_ICD_203, SCHEMES, is_grade, steps, value_of, words_of
from wherefrom.judging.yardsticks import ICD_203
from wherefrom.model import Unreadable
from wherefrom.model.judgement import Scale, Scheme

EVERY = [(scale, scheme) for scale, schemes in OF_SCALE.items() for scheme in schemes]


@pytest.mark.parametrize(
    ("scale", "scheme", "value", "words"),
    [
        ("reliability", "stanag-2511", "B", "STANAG 2511: B, usually reliable"),
        ("reliability", "fm-2-22.3", "A", "FM 2-22.3: A, reliable"),
        ("reliability", "stanag-2511", "F", "STANAG 2511: reliability cannot be judged"),
        ("credibility", "stanag-2511", "4", "STANAG 2511: 4, doubtful"),
        ("credibility", "fm-2-22.3", "4", "FM 2-22.3: 4, doubtfully true"),
        ("credibility", "fm-2-22.3", "6", "FM 2-22.3: truth cannot be judged"),
        ("likelihood", "icd-203", "very likely", "ICD 203: very likely (80–95 %)"),
        ("likelihood", "phia", "likely", "the PHIA yardstick: likely (55–75 %)"),
        ("confidence", "icd-203", "moderate", "ICD 203: moderate"),
    ],
)
def test_a_grade_is_told_in_its_schemes_words(scale: Scale, scheme: Scheme, value: str, words: str) -> None:
    assert words_of(scale, scheme, value) == words


def test_the_two_texts_of_the_admiralty_system_have_the_same_signs_and_other_words() -> None:
    told: tuple[tuple[Scale, str], ...] = (("reliability", "ABCDEF"), ("credibility", "123456"))
    for scale, signs in told:
        stanag, manual = steps(scale, "stanag-2511"), steps(scale, "fm-2-22.3")
        assert "".join(stanag) == "".join(manual) == signs
        assert stanag != manual


def test_stanag_speaks_of_a_source_that_was_never_used_where_it_cannot_be_judged() -> None:
    assert steps("reliability", "stanag-2511")["F"].meaning == "has not been used in the past"


def test_what_was_not_checked_has_no_meaning_of_ours() -> None:
    assert [one.value for one in steps("credibility", "stanag-2511").values() if one.meaning is None] == list("3456")
    assert [one.value for one in steps("reliability", "fm-2-22.3").values() if one.meaning is not None] == ["A"]
    assert [one.value for one in steps("credibility", "fm-2-22.3").values() if one.meaning is None] == list("236")


@pytest.mark.parametrize(("scale", "scheme"), EVERY)
def test_every_word_of_a_scheme_is_taken_as_it_is_and_in_capitals(scale: Scale, scheme: Scheme) -> None:
    for value in steps(scale, scheme):
        assert value_of(scale, scheme, f" {value.upper()} ") == value


@pytest.mark.parametrize(
    ("scale", "scheme", "words"),
    [
        ("likelihood", "icd-203", "highly likely"),  # PHIA's
        ("likelihood", "phia", "very likely"),  # ICD 203's
        ("likelihood", "kent", "likely"),
        ("likelihood", "icd-203", "70 %"),
        ("likelihood", "icd-203", "0.7"),
        ("confidence", "icd-203", "medium"),
        ("reliability", "stanag-2511", "G"),  # MISP's addition
        ("credibility", "stanag-2511", "B2"),
        ("credibility", "stanag-2511", "0"),
        ("reliability", "fm-2-22.3", ""),
    ],
)
def test_what_is_no_word_of_a_scheme_is_refused_and_its_words_are_listed(
    scale: Scale, scheme: Scheme, words: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        value_of(scale, scheme, words)
    assert f"is no {scale} in {SCHEMES[scheme]}" in refused.value.why
    assert all(one.name in refused.value.why for one in steps(scale, scheme).values())
    assert "\n" not in str(refused.value)


def test_a_number_is_not_turned_into_a_word() -> None:
    with pytest.raises(Unreadable, match="a number is put in the place of none of them"):
        value_of("likelihood", "icd-203", "70 %")


def test_both_axes_in_one_sign_are_told_apart() -> None:
    with pytest.raises(Unreadable, match="reliability and a claim's credibility are two grades"):
        value_of("reliability", "stanag-2511", "B2")


def test_what_cannot_be_judged_is_no_grade_and_neither_is_what_is_absent() -> None:
    assert not is_grade(None)
    assert [value for value in (*"ABCDEF", *"123456") if not is_grade(value)] == sorted(NO_GRADE, reverse=True)


def test_the_two_rows_of_icd_203_are_all_its_words() -> None:
    first, second = ROWS_OF_ICD_203
    assert first | second == set(ICD_203.bands)
    assert not first & second


def test_every_scheme_has_a_name() -> None:
    assert set(SCHEMES) == set(get_args(Scheme))


def test_what_another_version_let_people_give_is_told_as_it_was_given() -> None:
    told = words_of("credibility", "stanag-2511", "7")
    assert told == "STANAG 2511: “7”, which is no word of it that is known here"
    assert "“B”" in words_of("reliability", "kent", "B")
