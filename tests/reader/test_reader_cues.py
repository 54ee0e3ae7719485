"""What a cue tells: the act, its polarity, whether the stance is past, and who was told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Act, Polarity, Span
from wherefrom.reader.cues import act_of, addressee, is_past_stance, polarity_of, relays


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "says"),
        ("according to", "says"),
        ("told", "says"),
        ("claimed", "says"),
        ("warned", "says"),
        ("noted that", "says"),
        ("insisted", "says"),
        ("confirmed", "says"),
        ("denied", "denies"),
        ("rejected", "denies"),
        ("disputes", "denies"),
        ("dismissed as", "denies"),
        ("doubted", "doubts"),
        ("questioned whether", "doubts"),
        ("is sceptical", "doubts"),
        ("cast doubt on", "doubts"),
        ("revealed", "discloses"),
        ("leaked", "discloses"),
        ("admitted", "discloses"),
        ("asked whether", "asks"),
        ("urged", "asks"),
        ("called for", "asks"),
        ("demanded", "asks"),
        ("plans to", "intends"),
        ("vowed to", "intends"),
        ("agreed to", "intends"),
        ("believes", "believes"),
        ("feared", "believes"),
        ("were at first worried about", "believes"),
        ("is confident", "believes"),
        ("had no doubt", "believes"),
        ("has no doubt that", "believes"),
        ("Believes", "believes"),
        ("", "says"),
    ],
)
def test_the_act_is_what_the_cue_says_its_source_does(cue: str, act: Act) -> None:
    assert act_of(cue) == act


@pytest.mark.parametrize("cue", ["said they believe", "told reporters it planned to", "wrote that he feared"])
def test_a_verb_of_saying_beside_a_word_of_thinking_still_speaks(cue: str) -> None:
    assert act_of(cue) == "says"


@pytest.mark.parametrize(
    ("cue", "polarity"),
    [
        ("said", "positive"),
        ("did not say", "negative"),
        ("never believed", "negative"),
        ("wouldn't say", "negative"),
        ("didn’t think", "negative"),
        ("not only said", "positive"),
        ("noted", "positive"),
        ("denied", "positive"),
        ("has no doubt", "positive"),
        ("cannot confirm", "negative"),
        ("could not confirm", "negative"),
    ],
)
def test_polarity_is_negative_where_the_source_is_said_not_to_say_it(cue: str, polarity: Polarity) -> None:
    assert polarity_of(cue) == polarity


@pytest.mark.parametrize(
    "cue", ["do not doubt", "does not doubt that", "did not doubt", "don’t doubt", "never doubted"]
)
def test_not_to_doubt_is_turned_round_once_and_not_twice(cue: str) -> None:
    """Either they believe it, or they do not doubt it; "they do not believe it" is the opposite."""
    assert (act_of(cue), polarity_of(cue)) in {("believes", "positive"), ("doubts", "negative")}


@pytest.mark.parametrize(
    ("cue", "before", "past"),
    [
        ("were at first worried about", "", True),
        ("worried", "inspectors were initially ", True),
        ("no longer believes", "", True),
        ("used to think", "", True),
        ("originally planned to", "", True),
        ("once doubted", "", True),
        ("believes", "", False),
        ("said", "who first ", False),
        ("first reported", "", False),
        ("originally denied", "", False),
        ("worried", "first, and then much later on, they were ", False),
    ],
)
def test_a_past_stance_is_an_attitude_held_no_longer_or_only_at_first(cue: str, before: str, past: bool) -> None:  # noqa: FBT001
    assert is_past_stance(cue, before) == past


def told(text: str, cue: str, stop: str | None = None) -> str | None:
    start = text.index(cue)
    found = addressee(text, Span(start, start + len(cue)), len(text) if stop is None else text.index(stop))
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "cue", "stop", "words"),
    [
        ("it fell, two officials told the Harbour Courier.", "told", None, "the Harbour Courier"),
        ("it fell, officials told the Korvian daily, Lantern.", "told", None, "the Korvian daily, Lantern"),
        ("Velez told reporters that it fell.", "told", "that", "reporters"),
        ("Velez told the Courier on Monday that it fell.", "told", "that", "the Courier"),
        ("Velez told the Courier in Orrin that it fell.", "told", "that", "the Courier"),
        ("Velez told her it fell.", "told", "it fell", "her"),
        ("Velez informed the ministry that it fell.", "informed", "that", "the ministry"),
        ("Velez told the Harbour Courier, a daily, that it fell.", "told", "that", "the Harbour Courier"),
        ("Velez said in an interview with the Harbour Courier that it fell.", "said", "that", "the Harbour Courier"),
        ("“It fell,” Velez said in a statement to Reuters.", "said", None, "Reuters"),
        ("Velez told the Courier: “It fell.”", "told", "“", "the Courier"),
        ("Velez said it fell.", "said", "it", None),
        ("It fell, Velez said.", "said", None, None),
        ("Velez denied that it fell.", "denied", "that", None),
    ],
)
def test_who_was_told_stands_after_the_verb(text: str, cue: str, stop: str | None, words: str | None) -> None:
    assert told(text, cue, stop) == words


@pytest.mark.parametrize(
    ("text", "cue", "stop"),
    [
        ("It fell, the mayor was told.", "was told", None),
        ("The mayor was told it fell.", "was told", "it"),
        ("The mayor has been informed that it fell.", "has been informed", "that"),
        ("An official briefed by the ministry said it fell.", "briefed by", "said"),
        ("It fell, Velez told.", "told", None),
    ],
)
def test_nobody_is_told_where_no_words_name_them(text: str, cue: str, stop: str | None) -> None:
    assert told(text, cue, stop) is None


def test_a_comma_ends_the_addressee_unless_a_name_in_apposition_follows() -> None:
    assert told("Velez told reporters, however, that it fell.", "told", "that") == "reporters"
    assert told("Velez told the court, sighing, that it fell.", "told", "that") == "the court"


@pytest.mark.parametrize(
    ("words", "relayed"),
    [
        ("the Harbour Courier", True),
        ("to the Courier", True),
        ("Reuters", True),
        ("the Korvian daily, Lantern", True),
        ("reporters", False),
        ("the court", False),
        ("the ministry", False),
        ("Ana Velez", False),
        ("her", False),
    ],
)
def test_words_told_to_an_outlet_are_relayed(words: str, relayed: bool) -> None:  # noqa: FBT001
    assert relays(words) == relayed


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_an_addressee_lies_in_the_text_after_the_cue_began(before: str, one: int, other: int) -> None:
    text = f"{before} told the Courier, Lantern. {before}"
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = addressee(text, Span(start, end), len(text))
    if found is not None:
        assert start <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip(" ,") == text[found.start : found.end]
