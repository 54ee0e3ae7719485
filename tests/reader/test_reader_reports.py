"""Reports without a source, as the rules find them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherefrom.model import Span, slice_of
from wherefrom.reader.attributions import Attribution
from wherefrom.reader.reports import reports


def shown(text: str, *, headline: bool = False) -> list[tuple[str, str]]:
    found = reports(text, Span(0, len(text)), [], headline=headline, nested=False)
    assert all(one.source == () for one in found)
    return [(slice_of(text, one.cue), slice_of(text, one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was reported that the bridge fell.", "It was reported"),
        ("It has been reported that the bridge fell.", "It has been reported"),
        ("It is claimed that the bridge fell.", "It is claimed"),
        ("It was widely rumoured that the bridge fell.", "It was widely rumoured"),
        ("It was first reported that the bridge fell.", "It was first reported"),
        ("In June, it was alleged that the bridge fell.", "it was alleged"),
    ],
)
def test_it_was_reported_is_a_cue_without_a_source(text: str, cue: str) -> None:
    ((found, content),) = shown(text)
    assert found == cue
    assert content.endswith("the bridge fell")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("There were rumours of a sale of the port.", "rumours of", "a sale of the port"),
        ("Unconfirmed reports that the port was sold spread.", "Unconfirmed reports that", "the port was sold"),
        ("There is speculation about a sale of the port.", "speculation about", "a sale of the port"),
        ("There were rumors that he fled; the port closed.", "rumors that", "he fled"),
        ("Amid allegations of theft at the port, and of fire, he left.", "allegations of", "theft at the port"),
    ],
)
def test_rumours_of_something_are_a_cue_without_a_source(text: str, cue: str, content: str) -> None:
    assert shown(text.replace("he fled;", "the mayor fled;")) == [(cue, content.replace("he fled", "the mayor fled"))]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Harbour engineer defects — reports", "reports"),
        ("Harbour engineer defects – report", "report"),
        ("Harbour engineer defects - media reports", "media reports"),
        ("Reports: Harbour engineer defects", "Reports"),
        ("Rumour: Harbour engineer defects", "Rumour"),
    ],
)
def test_a_headline_may_be_reports(text: str, cue: str) -> None:
    assert shown(text, headline=True) == [(cue, "Harbour engineer defects")]
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell.",
        "The report says that the bridge fell.",
        "Reports arrive at noon in the harbour office.",
        "It was noted.",
        "It was raining that night in the harbour.",
        "The rumours were loud in the harbour.",
    ],
)
def test_these_are_no_reports_without_a_source(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is believed to have sunk in June.",
        "It was said to be haunted by sailors.",
        "It was reported to be stuck in the ice.",
    ],
)
def test_a_raising_verb_is_a_hedge_and_no_report(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was reported by the Harbour Courier that the bridge fell.",
        "It was first reported by officials that the bridge fell.",
    ],
)
def test_a_report_whose_source_is_named_beside_it_is_not_without_one(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text", ["It was noted for its view of the port.", "It was thought impossible to cross the ice."]
)
def test_it_stands_for_a_thing_where_no_clause_follows(text: str) -> None:
    assert shown(text) == []


def test_a_report_that_was_found_before_is_not_added_again() -> None:
    text = "It was reported that the bridge fell."
    (one,) = reports(text, Span(0, len(text)), [], headline=False, nested=False)
    assert reports(text, Span(0, len(text)), [one], headline=False, nested=False) == []


def test_a_report_inside_a_found_source_or_cue_is_not_added() -> None:
    text = "Reports of a fire at the port said the bridge fell."
    other = Attribution((Span(0, 28),), (Span(29, 33),), (Span(34, 50),), 1.0)
    assert reports(text, Span(0, len(text)), [other], headline=False, nested=False) == []


def test_places_point_into_the_whole_text() -> None:
    text = "The port closed. It was reported that the bridge fell."
    (one,) = reports(text, Span(17, len(text)), [], headline=False, nested=False)
    assert slice_of(text, one.cue) == "It was reported"
    assert reports(text, Span(0, 16), [], headline=False, nested=False) == []


@given(
    st.lists(
        st.sampled_from(
            ["it was ", "reported ", "that ", "rumours of ", "— ", "reports", "Reports: ", "X ", ", ", ". ", "\n"]
        )
        | st.text(max_size=4),
        max_size=15,
    ).map("".join),
    st.booleans(),
)
def test_reports_lie_in_their_sentence_with_cue_and_content_apart(text: str, headline: bool) -> None:  # noqa: FBT001
    for one in reports(text, Span(0, len(text)), [], headline=headline, nested=False):
        ((cue_start, cue_end),) = one.cue
        ((start, end),) = one.content
        assert 0 <= cue_start < cue_end <= len(text)
        assert 0 <= start < end <= len(text)
        assert end <= cue_start or cue_end <= start


def test_a_plain_saying_is_found_where_the_encoder_found_nothing() -> None:
    text = "The Lantern Post reported last night, on the word of two officials, that the bridge fell."
    (one,) = reports(text, Span(0, len(text)), [], headline=False, nested=False)
    assert [text[start:end] for start, end in (*one.source, *one.cue, *one.content)] == [
        "The Lantern Post",
        "reported",
        "the bridge fell",
    ]


@pytest.mark.parametrize("headline", ["Police: two dead after bridge falls", "City council: no bridge fell"])
def test_a_headline_may_begin_with_who_speaks(headline: str) -> None:
    (one,) = reports(headline, Span(0, len(headline)), [], headline=True, nested=False)
    speaker, said = headline.split(": ")
    assert [headline[start:end] for start, end in (*one.source, *one.cue, *one.content)] == [speaker, ":", said]


def told(text: str, *, headline: bool = False, nested: bool = False) -> list[tuple[str, str, str]]:
    found = reports(text, Span(0, len(text)), [], headline=headline, nested=nested)
    return [(slice_of(text, one.source), slice_of(text, one.cue), slice_of(text, one.content)) for one in found]


@pytest.mark.parametrize(
    ("tail", "who", "cue"),
    [
        (": ministry insider", "ministry insider", ":"),
        (": police", "police", ":"),
        (": police say", "police", ":"),
        (" — sources", "sources", "—"),
        (" – officials say", "officials", "–"),
        (" - ministry", "ministry", "-"),
        (": leaked memo shows", "leaked memo", ":"),
        (", hackers boast", "hackers", "boast"),
        (", Velez claims", "Velez", "claims"),
        (", ministry says", "ministry", "says"),
        (", Korvia's mayor warns", "Korvia's mayor", "warns"),
    ],
)
def test_whoever_speaks_may_stand_at_the_tail_of_a_headline(tail: str, who: str, cue: str) -> None:
    assert told(f"Harbour engineer defects{tail}", headline=True) == [(who, cue, "Harbour engineer defects")]
    assert told(f"Harbour engineer defects{tail}") == []


@pytest.mark.parametrize(
    "headline",
    [
        "Port closes: five charts",
        "Port closes: what now?",
        "Orrin: port closes",
        "Opinion: the port should close",
        "Port closes - again",
        "Port of Orrin-Korvia closes",
        "Port closes at 10:30",
        "Ship sinks, ten dead",
        "Ship sinks, crew left",
        "Police, crew and mayor left",
        "Talks about police",
    ],
)
def test_a_topic_or_a_list_in_a_headline_is_nobody_speaking(headline: str) -> None:
    assert told(headline, headline=True) == []


@pytest.mark.parametrize(
    ("headline", "who", "content"),
    [
        ("‘They lied’: captain hits out", "captain", "‘They lied’"),
        ("“They lied”: Ana Velez slams the plan", "Ana Velez", "“They lied”"),
        ("“They lied” — Velez says", "Velez", "“They lied”"),
    ],
)
def test_a_headline_may_open_with_somebodys_words(headline: str, who: str, content: str) -> None:
    assert [(one, said) for one, _, said in told(headline, headline=True)] == [(who, content)]


@pytest.mark.parametrize(
    "text",
    [
        "There were unfounded rumours of a sale of the port.",
        "He spoke against baseless allegations of theft at the port.",
        "He dismissed such rumours of a sale of the port.",
        "There are no reports of deaths in the harbour.",
        "No rumours of a sale of the port reached him.",
        "These reports of a sale of the port are old.",
        "All rumours of a sale of the port were debunked.",
        "They are debunked rumours of a sale of the port.",
    ],
)
def test_rumours_that_the_writer_judges_are_not_passed_on(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Persistent rumours of a sale of the port spread.", "Persistent rumours of"),
        ("Nosuch spoke of rumours of a sale of the port.", "rumours of"),
        ("Albany heard rumours of a sale of the port.", "rumours of"),
    ],
)
def test_words_that_only_look_like_a_judgement_are_none(text: str, cue: str) -> None:
    assert cue in [one for _, one, _ in told(text)]


def test_who_speaks_about_reports_of_something_does_not_pass_them_on() -> None:
    assert told("He heard reports of a fire in the port.", nested=True) == []
    assert told("He heard reports of a fire in the port.") != []
    assert told("He heard reports that the port was burning.", nested=True) == [
        ("", "reports that", "the port was burning")
    ]
    assert told("It was reported that the port burned.", nested=True)[0][:2] == ("", "It was reported")


def test_asides_are_found_beside_reports() -> None:
    assert told("By her account, the port was sold.") == [("her", "By her account", "the port was sold")]
    assert told("The port was sold in June, it is claimed.") == [("", "it is claimed", "The port was sold in June")]


def test_an_aside_that_the_encoder_found_is_not_added_again() -> None:
    text = "By her account, the port was sold."
    (one,) = reports(text, Span(0, len(text)), [], headline=False, nested=False)
    assert reports(text, Span(0, len(text)), [one], headline=False, nested=False) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Despite reports of a sale, the port stayed open.", "a sale"),
        ("After rumours of a storm, all ships stayed in port.", "a storm"),
    ],
)
def test_what_follows_a_report_after_a_comma_is_no_part_of_it(text: str, content: str) -> None:
    assert [said for _, _, said in told(text)] in ([], [content])


@pytest.mark.parametrize(
    "text",
    [
        "If the ministry said that the bridge fell, it lied.",
        "When the ministry said on Monday that the bridge fell, it lied.",
        "The man who said on Monday that he knew was wrong.",
    ],
)
def test_a_saying_in_a_dependent_clause_is_not_that_of_the_sentence(text: str) -> None:
    assert [one for one, _, _ in told(text) if one.split()[0] in {"If", "When"} or one.endswith("who")] == []


@pytest.mark.parametrize(
    "headline", ["Port closes, as the mayor says", "Port closes, and the mayor fears", "Port closes, whatever he says"]
)
def test_whoever_speaks_in_a_headline_is_named_without_a_conjunction(headline: str) -> None:
    assert [one for one, _, _ in told(headline, headline=True)] in ([], ["the mayor"], ["he"])


@pytest.mark.parametrize(
    "headline",
    [
        "Port closes after fire: the full story",
        "Port closes after fire: our analysis",
        "Port closes — video",
        "Interview: a doctor",
    ],
)
def test_what_kind_of_piece_it_is_tells_of_no_speaker(headline: str) -> None:
    assert told(headline, headline=True) == []


def test_word_that_was_passed_on_is_no_rumour() -> None:
    assert told("Word was passed on to the mayor in June.") == []


def test_reports_that_never_were_are_not_passed_on() -> None:
    assert told("There were never any reports of a sale of the port.") == []


@pytest.mark.parametrize("headline", ["Fire in Orrin: crew thanks police", "“They lied”: Ana Velez slams ministry"])
def test_a_clause_at_the_tail_of_a_headline_is_no_speaker(headline: str) -> None:
    assert [one for one, _, _ in told(headline, headline=True)] in ([], ["Ana Velez"])
