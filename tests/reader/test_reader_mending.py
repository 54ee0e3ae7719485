"""Attributions whose parts were cut a little wrong, put right where grammar leaves no doubt."""

import pytest

from wherefrom.model import Span, Spans
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.mending import mended

Parts = tuple[str, str, str]
"""Source, cue and content in words."""


def place(text: str, words: str) -> Spans:
    if not words:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)


def put_right(text: str, *given: Parts) -> list[Parts]:
    found = [Attribution(place(text, one), place(text, cue), place(text, said), 0.7) for one, cue, said in given]

    def words(spans: Spans) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    mend = mended(text, found, (Span(0, len(text)),))
    assert [one.sure for one in mend] == [0.7] * len(found)
    return [(words(one.source), words(one.cue), words(one.content)) for one in mend]


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole", "rest"),
    [
        ("She declined to say whether it sank.", "declined", "to say whether it sank", "declined to say", "whether it sank"),
        ("She went on to say it sank.", "went on", "to say it sank", "went on to say", "it sank"),
        ("She refused to confirm that it sank.", "refused", "to confirm that it sank", "refused to confirm", "that it sank"),
        ("She is not able to say exactly how it sank.", "is not able", "to say exactly how it sank", "is not able to say exactly", "how it sank"),
        ("She declined to comment on the sale.", "declined", "to comment on the sale", "declined to comment on", "the sale"),
    ],
)  # fmt: skip
def test_an_infinitive_of_saying_belongs_to_its_cue(text: str, cue: str, content: str, whole: str, rest: str) -> None:
    assert put_right(text, ("She", cue, content)) == [("She", whole, rest)]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("She declined to sell the ship.", ("She", "declined", "to sell the ship")),
        ("She refused to comment.", ("She", "refused", "to comment")),
        ("To say it sank is wrong, she said.", ("she", "said", "To say it sank is wrong")),
        ("She asked the guard to confirm it.", ("She", "asked", "to confirm it")),
    ],
)
def test_another_infinitive_stays_where_it_is(text: str, given: Parts) -> None:
    assert put_right(text, given) == [given]


@pytest.mark.parametrize(
    "lead",
    [
        "In an interview with the Harbour Mercury ",
        "In a long interview for the Lantern Post ",
    ],
)
def test_an_interview_is_no_speaker(lead: str) -> None:
    text = f"{lead}Lena Holt said the port was sold."
    given = (f"{lead}Lena Holt".removeprefix("In "), "said", "the port was sold")
    assert put_right(text, given) == [("Lena Holt", "said", "the port was sold")]


@pytest.mark.parametrize("outlet", ["the BBC", "the Harbour Courier", "the Mercury newspaper"])
def test_an_interviewed_person_keeps_the_first_name(outlet: str) -> None:
    text = f"In an interview with {outlet}, Lena Holt said the port was sold."
    given = (f"an interview with {outlet}, Lena Holt", "said", "the port was sold")
    assert put_right(text, given) == [("Lena Holt", "said", "the port was sold")]


@pytest.mark.parametrize("words", ["an interview with the mayor", "an interview with Lena Holt", "the interview"])
def test_an_interview_with_no_outlet_is_left_as_it_is(words: str) -> None:
    given = (words, "showed", "the port was sold")
    assert put_right(f"Later {words} showed the port was sold.", given) == [given]


@pytest.mark.parametrize(
    "lead",
    [
        "In public ",
        "On Monday, ",
        "In a long letter, ",
        "And ",
        "Meanwhile, ",
        "But then, in court, ",
        "Last week ",
        "Now ",
    ],
)
def test_adverbials_before_a_subject_are_no_part_of_it(lead: str) -> None:
    given = (f"{lead}Mr Holt", "said", "the port was sold")
    assert put_right(f"{lead}Mr Holt said the port was sold.", given) == [("Mr Holt", *given[1:])]


@pytest.mark.parametrize(
    "source", ["Mr Holt", "Andy Holt", "Butler", "Nowak", "Public officials", "The On Monday band"]
)
def test_a_name_that_begins_like_an_adverbial_stays_whole(source: str) -> None:
    given = (source, "said", "the port was sold")
    assert put_right(f"{source} said the port was sold.", given) == [given]


def test_according_to_which_has_which_as_its_source() -> None:
    text = "There is a memo according to which the port was sold."
    ((source, cue, content),) = put_right(text, ("", "according to", "which the port was sold"))
    assert (source, cue, content.strip()) == ("which", "according to", "the port was sold")
    assert put_right(text, ("", "according to", "the port was sold")) == [
        ("which", "according to", "the port was sold")
    ]


def test_no_part_of_an_attribution_begins_or_ends_with_a_space() -> None:
    text = "There is a memo according to which the port was sold."
    for part in put_right(text, ("", "according to", "which the port was sold"))[0]:
        assert part == part.strip()


def test_which_is_not_taken_where_nothing_would_be_left() -> None:
    text = "There is a memo, according to which."
    assert put_right(text, ("", "according to", "which")) == [("", "according to", "which")]


@pytest.mark.parametrize("joins", [" and ", ", and ", " but ", ", and then also ", " and has "])
def test_a_verb_that_is_joined_to_an_attribution_has_its_source(joins: str) -> None:
    text = f"Velez said the port was sold{joins}denied that it burned."
    assert put_right(text, ("Velez", "said", "the port was sold"), ("", "denied", "that it burned")) == [
        ("Velez", "said", "the port was sold"),
        ("Velez", "denied", "that it burned"),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Velez has broken her silence and denied that it burned.", "Velez"),
        ("The board closed the port and denied that it burned.", "The board"),
        ("The officer who left the port resigned and denied that it burned.", "The officer who left the port"),
        ("ORRIN, Korvia (Lantern) — The board closed the port and denied that it burned.", "The board"),
        ("Ana Velez, a captain, left the port and later denied that it burned.", "Ana Velez, a captain"),
    ],
)
def test_a_verb_that_follows_anothers_subject_has_that_subject(text: str, source: str) -> None:
    assert put_right(text, ("", "denied", "that it burned")) == [(source, "denied", "that it burned")]


@pytest.mark.parametrize(
    "text",
    [
        "It was raining and denied that it burned.",
        "There was a fire and denied that it burned.",
        "Velez was surprised, denied that it burned.",
        "Denied that it burned.",
        "Velez, Holt, Kern left and denied that it burned.",
    ],
)
def test_where_no_subject_can_be_told_none_is_given(text: str) -> None:
    cue = "Denied" if text.startswith("Denied") else "denied"
    assert put_right(text, ("", cue, "that it burned")) == [("", cue, "that it burned")]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Velez was widely said to have fled.", ("", "said", "to have fled")),
        ("The port is reportedly sold.", ("", "reportedly", "sold")),
        ("The ships came, and it was reported that all was well.", ("", "reported", "that all was well")),
        ("Velez left and is believed dead.", ("", "believed", "dead")),
    ],
)
def test_a_passive_or_an_adverb_is_given_no_subject(text: str, given: Parts) -> None:
    assert put_right(text, given) == [given]


def test_the_source_of_another_attribution_is_not_borrowed_over_other_words() -> None:
    text = "Velez said the port was sold. Holt left, denied that it burned."
    given = [("Velez", "said", "the port was sold"), ("", "denied", "that it burned")]
    assert put_right(text, *given) == given


def test_a_cue_outside_the_sentence_is_left_as_it_is() -> None:
    text = "Velez left and denied that it burned."
    one = Attribution((), place(text, "denied"), place(text, "that it burned"), 1.0)
    assert mended(text, [one], (Span(0, 5),)) == [one]
    assert mended(text, [], (Span(0, 5),)) == []


# What must not be taken for a subject.


@pytest.mark.parametrize("lead", ["In June ", "Yesterday, ", "After the fire ", "Opening the port, "])
def test_the_subject_of_a_joined_verb_has_no_adverbial_in_it(lead: str) -> None:
    text = f"{lead}the board closed it and denied that it burned."
    assert put_right(text, ("", "denied", "that it burned"))[0][0] in {"the board", ""}


@pytest.mark.parametrize(
    "text",
    [
        "The officer, who was named in the memo, left and denied that it burned.",
        "The ship which the ministry had bought sank and denied that it burned.",
    ],
)
def test_a_subject_is_never_cut_inside_its_relative_clause(text: str) -> None:
    source = put_right(text, ("", "denied", "that it burned"))[0][0]
    assert source in {
        "",
        "The officer",
        "The officer, who was named in the memo",
        "The ship which the ministry had bought",
    }


def test_a_joined_passive_is_given_no_subject() -> None:
    text = "The memo was leaked and denied by the ministry."
    assert put_right(text, ("", "denied", "The memo was leaked"))[0][0] in {"", "the ministry"}


@pytest.mark.parametrize(
    ("cue", "content", "whole", "rest"),
    [
        ("denied", "claims that the port was sold", "denied claims that", "the port was sold"),
        ("denied", "reports of a sale", "denied reports of", "a sale"),
        ("rejected", "the repeated allegations of a sale", "rejected the repeated allegations of", "a sale"),
        ("dismissed", "the idea that the port was sold", "dismissed the idea that", "the port was sold"),
        ("confirmed", "media reports that the port was sold", "confirmed media reports that", "the port was sold"),
    ],
)
def test_who_denies_claims_of_something_denies_what_was_claimed(cue: str, content: str, whole: str, rest: str) -> None:
    text = f"The board {cue} {content}."
    assert put_right(text, ("The board", cue, content)) == [("The board", whole, rest)]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("denied", "the claims"),
        ("denied", "claims by the mayor"),
        ("denied", "that claims of a sale were made"),
        ("denied", "reporting of a sale"),
    ],
)
def test_other_words_about_claims_stay_in_the_content(cue: str, content: str) -> None:
    given = ("The board", cue, content)
    assert put_right(f"The board {cue} {content}.", given) == [given]


@pytest.mark.parametrize(
    "content",
    [
        "reports of a sale were false",
        "claims that the port was sold were untrue",
        "the idea that it was sold is absurd",
    ],
)
def test_who_says_something_about_claims_does_not_say_what_was_claimed(content: str) -> None:
    given = ("The board", "said", content)
    assert put_right(f"The board said {content}.", given) == [given]


@pytest.mark.parametrize(("lead", "source"), [("As a mayor ", "Ana Velez"), ("As a former mayor, ", "Ana Velez")])
def test_an_office_before_a_name_takes_nothing_from_the_name(lead: str, source: str) -> None:
    text = f"{lead}{source} said the port was sold."
    ((found, _, _),) = put_right(text, (f"{lead}{source}", "said", "the port was sold"))
    assert found.endswith(source)
