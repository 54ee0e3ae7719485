"""What grade may be put on what, and what is said of grades: refusals and warnings in the words that people see."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from wherefrom.judging.grading import (
    FEWEST_PAIRS,
    Corroboration,
    Footing,
    OwnCheck,
    Pair,
    check_confirmed,
    check_object,
    diagonal,
    fallen,
    grounds_of,
    mixed_rows,
    moved,
    of_factors,
    scheme_for,
    stands,
    usual,
)
from wherefrom.model import Origins, Root, Unreadable
from wherefrom.model.entry import Kind
from wherefrom.model.judgement import Scale

ENGINEERS = Root("two engineers (Ardent Post)", ("p1",), ("a1", "a2"), "not named")
CALLED = Root("Ana Velez", ("p2",), ("a9",), "named")


def one_origin(*roots: Root) -> Origins:
    return Origins(1, 2, roots, ())


def call(*supports: str, about: bool = True) -> OwnCheck:
    return OwnCheck("d9", "call", "Ana Velez", "2031-05-04", frozenset(supports), about)


def refusal(corroboration: Corroboration, *, masked: bool = False) -> str:
    with pytest.raises(Unreadable) as refused:
        check_confirmed("c1", corroboration, masked=masked)
    assert "\n" not in str(refused.value)
    return str(refused.value)


# --- on what


@pytest.mark.parametrize(
    ("scale", "kind", "told"),
    [
        ("reliability", "document", "is a document, and has no reliability; reliability is a source's"),
        ("reliability", "claim", "is a claim, and has no reliability"),
        ("reliability", "appearance", "is a statement, and has no reliability"),
        ("reliability", "hypothesis", "is a hypothesis, and has no reliability"),
        (
            "credibility",
            "party",
            "is a source, and has no credibility; credibility is of what is claimed: grade a claim",
        ),
        ("credibility", "document", "is a document, and has no credibility"),
        ("credibility", "hypothesis", "a hypothesis has a likelihood"),
        ("likelihood", "party", "likelihood is of a claim (c…) or a hypothesis; a source has reliability"),
        ("confidence", "document", "confidence is of a claim (c…) or a hypothesis"),
    ],
)
def test_a_scale_on_the_wrong_thing_is_refused_and_the_right_thing_is_named(
    scale: Scale, kind: Kind, told: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        check_object(scale, kind, "x1")
    assert told in str(refused.value)


def test_whoever_grades_a_document_hears_whose_it_is() -> None:
    with pytest.raises(Unreadable, match="here: Ardent Post"):
        check_object("reliability", "document", "d1", "Ardent Post")


@pytest.mark.parametrize(
    ("scale", "kind"),
    [("reliability", "party"), ("credibility", "claim"), ("likelihood", "hypothesis"), ("confidence", "claim")],
)
def test_a_scale_on_its_own_thing_is_taken(scale: Scale, kind: Kind) -> None:
    check_object(scale, kind, "x1")


# --- in whose words


def test_the_first_grade_says_in_whose_words_it_is() -> None:
    with pytest.raises(Unreadable, match=r"--wording stanag \(STANAG 2511\) or --wording fm \(FM 2-22.3\)"):
        scheme_for("reliability", None, None)
    assert scheme_for("reliability", "fm-2-22.3", None) == "fm-2-22.3"


def test_later_grades_take_the_ledgers_words_and_no_others() -> None:
    assert scheme_for("credibility", None, "stanag-2511") == "stanag-2511"
    with pytest.raises(
        Unreadable, match="this ledger grades in the words of STANAG 2511, and scales are neither mixed"
    ):
        scheme_for("credibility", "fm-2-22.3", "stanag-2511")


def test_likelihood_has_one_yardstick_a_ledger_and_confidence_one_in_all() -> None:
    with pytest.raises(Unreadable, match="the words of the PHIA yardstick"):
        scheme_for("likelihood", "icd-203", "phia")
    assert scheme_for("confidence", None, None) == "icd-203"
    with pytest.raises(Unreadable, match="has no words for credibility"):
        scheme_for("credibility", "icd-203", None)


def test_a_ledgers_own_words_go_before_those_that_came_with_another() -> None:
    assert usual({"fm-2-22.3": 9}, {"stanag-2511": 3}, "reliability") == "fm-2-22.3"
    assert usual({}, {"stanag-2511": 3, "fm-2-22.3": 2}, "reliability") == "fm-2-22.3"
    assert usual({}, {"icd-203": 3}, "reliability") is None


# --- on what grounds


@pytest.mark.parametrize("words", ["", "  \n"])
def test_a_grade_without_grounds_is_refused(words: str) -> None:
    with pytest.raises(Unreadable, match="needs grounds"):
        grounds_of("credibility", words)


def test_a_confidence_is_asked_for_its_three_factors() -> None:
    with pytest.raises(
        Unreadable, match="key assumptions, credibility and diversity of the sourcing, strength of the arg"
    ):
        grounds_of("confidence", "")
    assert of_factors(["no lie.", "two of three named", "holds"]) == (
        "Key assumptions: no lie. Credibility and diversity of the sourcing: two of three named. Strength of the argument: holds."
    )
    with pytest.raises(Unreadable, match="rests on three things"):
        of_factors(["no lie", "", "holds"])


def test_grounds_have_no_likelihood_and_confidence_in_one_sentence() -> None:
    with pytest.raises(Unreadable, match="a likelihood and a confidence in one sentence"):
        grounds_of("likelihood", "We hold with high confidence that it is very likely.")
    assert grounds_of("likelihood", " It is likely. We say so with low confidence. ").startswith("It is")


# --- a credibility of 1


def test_one_origin_confirms_nothing_and_the_refusal_says_whose_it_is_and_what_is_needed() -> None:
    told = refusal(Corroboration(one_origin(ENGINEERS)))
    assert "the ledger has one origin for sure, counting “two engineers (Ardent Post)”" in told
    assert "a report on somebody else's word, or an own check (`wherefrom log call`, `wherefrom log seen`)" in told


def test_before_the_source_is_shown_the_refusal_names_nobody() -> None:
    told = refusal(Corroboration(one_origin(ENGINEERS), (call(),)), masked=True)
    assert "one origin" in told
    assert "engineers" not in told
    assert "Ardent" not in told
    assert "2031" not in told


def test_two_origins_for_sure_confirm() -> None:
    check_confirmed("c1", Corroboration(Origins(2, 2, (ENGINEERS, CALLED), ())))


@pytest.mark.parametrize("kind", ["call", "seen"])
def test_an_own_check_beside_anothers_origin_confirms(kind: str) -> None:
    check = call("a9") if kind == "call" else OwnCheck("d9", "seen", "the log", "2031-05-04", frozenset({"a9"}))
    check_confirmed("c1", Corroboration(one_origin(ENGINEERS, CALLED), (check,), frozenset({"a9"})))


def test_an_own_check_with_the_same_source_confirms_nothing() -> None:
    same = Root("Petra Lind", ("p1",), ("a1", "a9"), "named")
    told = refusal(Corroboration(Origins(1, 1, (same,), ()), (call("a9"),), frozenset({"a9"})))
    assert "the call of 2031-05-04 goes back to the same origin" in told


def test_a_call_with_somebody_unnamed_is_no_second_origin_beside_somebody_unnamed() -> None:
    aide = Root("an aide (own check)", ("p2",), ("a9",), "not named")
    held = Corroboration(one_origin(ENGINEERS, aide), (call("a9"),), frozenset({"a9"}), (ENGINEERS, aide))
    assert "the call of 2031-05-04 goes back to the same origin, or may, since neither is named" in refusal(held)


def test_a_call_with_somebody_unnamed_is_no_second_origin_where_we_noted_the_others_name() -> None:
    named, described = Root("Petra Lind", ("p1",), ("a1",), "named"), Root("the secretary", ("p2",), ("a9",), "")
    check = OwnCheck("d9", "call", "the party's secretary, Petra Lind", "2031-05-04", frozenset({"a9"}))
    refusal(Corroboration(one_origin(named, described), (check,), frozenset({"a9"}), (described,)))


def test_own_checks_alone_do_not_confirm_each_other() -> None:
    other = Root("Tove Brandt", ("p3",), ("a8",), "named")
    refusal(Corroboration(Origins(1, 2, (CALLED, other), ()), (call("a9"), call("a8")), frozenset({"a8", "a9"})))


def test_a_check_whose_words_do_not_support_it_does_not_count_and_the_refusal_says_how_to_mend_it() -> None:
    told = refusal(Corroboration(one_origin(ENGINEERS), (call(),)))
    assert "the call of 2031-05-04 is about it, but no statement in it was found to support it" in told
    assert "`wherefrom regroup merge c1 CLAIM`" in told


@pytest.mark.parametrize("kind", ["request", "refusal"])
def test_asking_is_not_confirming(kind: str) -> None:
    asked = OwnCheck(
        "d9", "request" if kind == "request" else "refusal", "the ministry", "2031-05-04", frozenset(), about=True
    )
    assert f"the {kind} of 2031-05-04 states nothing of the matter" in refusal(
        Corroboration(one_origin(ENGINEERS), (asked,))
    )


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        (one_origin(ENGINEERS), "given when there were two origins; there is one now"),
        (Origins(0, 0, (), ()), "given when there were two origins; there is none now"),
        (Origins(2, 2, (ENGINEERS, CALLED), ()), None),
    ],
)
def test_a_one_whose_second_origin_is_gone_stands_with_a_warning(origins: Origins, told: str | None) -> None:
    assert fallen(Corroboration(origins)) == told


# --- merged and split


@pytest.mark.parametrize(
    ("footing", "told"),
    [
        (Footing(2, 2, 0, 5, 3), "given before the merge, on 2 of the 5 statements"),
        (Footing(1, 1, 0, 2, 1, joined=True), "given in another ledger that was joined in, on 1 of the 2 statements"),
        (Footing(5, 2, 3, 2, 0), "given before the split, on 5 statements, of which 2 stand here"),
        (Footing(3, 1, 2, 4, 3), "given before claims were merged and split, on 1 of the 4 statements"),
        (Footing(2, 1, 0, 1, 0), "given on 2 statements, of which 1 is still read so"),
        (Footing(2, 2, 0, 5, 0), None),  # only later reports came to it
        (Footing(2, 2, 0, 2, 0), None),
    ],
)
def test_a_grade_stays_with_the_statements_it_was_given_on(footing: Footing, told: str | None) -> None:
    assert moved(footing) == told


def test_a_later_grade_stands_for_what_it_has_in_common_with_the_earlier() -> None:
    first, second, both = frozenset({"a1"}), frozenset({"a2"}), frozenset({"a1", "a2"})
    assert [stands([first, second], place) for place in (0, 1)] == [True, True]
    assert [stands([first, second, both], place) for place in (0, 1, 2)] == [False, False, True]


# --- the diagonal


def pairs(*told: str, by: str = "ada") -> list[Pair]:
    return [Pair(by, "stanag-2511", one[0], one[1]) for one in told]


def test_whoever_only_follows_the_diagonal_is_told() -> None:
    (told,) = diagonal(pairs("A1", "B2", "C3", "D4", "E5", "B2", "B2", "C3", "A2"))
    assert told.startswith("8 of ada's 9 grades of a claim only follow the grade of its source")
    assert "Baker et al. (1968) found 87 %" in told


def test_four_in_five_is_not_more_than_four_in_five() -> None:
    assert diagonal(pairs("A1", "B2", "C3", "D4", "E1")) == ()


def test_few_pairs_accuse_nobody() -> None:
    assert diagonal(pairs(*["B2"] * (FEWEST_PAIRS - 1))) == ()
    assert len(diagonal(pairs(*["B2"] * FEWEST_PAIRS))) == 1


def test_each_grader_is_looked_at_alone() -> None:
    assert diagonal([*pairs("B2", "B2", "B2"), *pairs("B2", "B2", "B2", by="ben")]) == ()


@given(st.lists(st.sampled_from(["F6", "F1", "A6", "F5", "B6"]), max_size=30))
def test_what_cannot_be_judged_is_on_no_diagonal_and_off_none(unjudged: list[str]) -> None:
    assert diagonal(pairs(*unjudged)) == ()
    follows = ["A1", "B2", "C3", "D4", "E5"]
    assert diagonal(pairs(*unjudged, *follows)) == diagonal(pairs(*follows))


def test_both_rows_of_icd_203_take_a_disclaimer() -> None:
    assert mixed_rows(["likely", "very likely"]) is None
    assert "disclaimer" in (mixed_rows(["likely", "highly probable"]) or "")
