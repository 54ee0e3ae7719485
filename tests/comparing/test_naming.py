"""A claim is named by the words of one of its appearances: plain, whole, affirmative and early, if there is one such."""

from hypothesis import given
from hypothesis import strategies as st

from tests.comparing.telling import Told, claim
from wherefrom.model import Span

DENIED = Told("[The mayor] {denied that} <she took bribes from a builder>.", "denies")
TOLD = "[Two officials] {said} <the mayor of Tarn took bribes from a builder>."


def text(*tellings: Told | str) -> str:
    return claim(*tellings).text


def test_it_is_what_is_affirmed_and_not_what_is_denied() -> None:
    assert text(DENIED, TOLD) == "the mayor of Tarn took bribes from a builder"


def test_where_all_deny_it_is_what_they_deny() -> None:
    assert text(DENIED) == "she took bribes from a builder"


def test_where_all_leave_it_open_it_is_what_they_leave_open() -> None:
    withheld = Told("[A lawyer] {would not say} <whether he has asked for asylum>.", polarity="negative")
    assert text(withheld) == "he has asked for asylum"


def test_what_is_called_false_is_named_without_the_judgement() -> None:
    assert text("[A governor] {said} <talk of a hijacking is “nonsense”>.") == "talk of a hijacking"
    assert text("[A governor] {saw} <no truth in the tales of a hijacking>.") == "the tales of a hijacking"


def test_names_are_better_than_pronouns() -> None:
    other = "[An aide] {said} <she took bribes from a builder in Tarn>."
    assert text(other, TOLD) == "the mayor of Tarn took bribes from a builder"


def test_a_statement_is_better_than_a_question() -> None:
    assert text("<Did the mayor of Tarn take bribes?>", TOLD) == "the mayor of Tarn took bribes from a builder"


def test_what_most_of_them_say_is_better_than_what_one_adds() -> None:
    aside = "[A neighbour] {said} <the builder drove to Osk in his lorry at night>."
    assert text(aside, TOLD, DENIED) == "the mayor of Tarn took bribes from a builder"


def test_the_earlier_of_equals_names_the_claim() -> None:
    first = claim(TOLD, TOLD)
    assert first.names == first.held[0].id


def test_it_is_told_in_the_negative_where_nobody_tells_it_otherwise() -> None:
    found = "[An auditor] {found that} <there were no faulty parts in the Orvel pumps>."
    assert text(found) == "there were no faulty parts in the Orvel pumps"
    assert text(found, "[A worker] {says} <the Orvel pumps had faulty parts>.") == "the Orvel pumps had faulty parts"


def test_words_that_make_no_sentence_are_shown_with_who_says_them() -> None:
    assert text("[The daily Lantern] {stands by} <its report>.") == "The daily Lantern stands by its report"


def test_a_claim_about_a_denial_is_shown_with_who_denies() -> None:
    denials = (
        Told("[The bank and the broker] {both denied} <the report>.", "denies"),
        Told("[The bank] {denied} <it>.", "denies"),
    )
    assert text(*denials) == "The bank and the broker both denied the report"


def test_words_far_from_who_says_them_are_shown_alone() -> None:
    far = "[The daily Lantern], in a long note to readers that its editor signed on Friday evening, {defended} <its report>."
    assert text(far) == "its report"


def test_the_members_of_the_claim_are_those_that_were_given() -> None:
    found = claim(TOLD, DENIED)
    assert [(one.id, one.stance) for one in found.members(lambda *_: "sure")] == [
        (one.id, one.stance) for one in found.held
    ]


_WORDS = st.lists(
    st.sampled_from(
        "the report rumours that is was not no false mayor took bribes Tarn she denied whether if there truth in it , . ? “ ”".split()
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@given(st.lists(st.tuples(_WORDS, st.sampled_from(["says", "denies", "doubts"])), min_size=1, max_size=4))
def test_the_name_is_always_a_slice_of_the_text_it_is_taken_from(told: list[tuple[str, str]]) -> None:
    reports = [Told(f"[Somebody] {{said}} <{words}>", act) for words, act in told]  # type: ignore[arg-type]
    found = claim(*reports)
    place = [one.id for one in found.held].index(found.names)
    plain = reports[place].plain
    assert found.text == " … ".join(plain[start:end] for start, end in found.spans)
    assert all(isinstance(span, Span) and span.start < span.end for span in found.spans)
