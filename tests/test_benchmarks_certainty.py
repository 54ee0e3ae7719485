"""The scoring of how sure, and of whose a hedge is, on made-up sentences; and treebank words as print has them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.certainty import agreement, by_encoder, by_lexicon, clause_of, hedged_findings
from benchmarks.ownership import Labelled, judged, labels, measured, table
from training.uds import Judged, Sentence, printed
from wherefrom import reader
from wherefrom.intake import open_document
from wherefrom.model import Span
from wherefrom.reader import Reading

TEXT = "Perhaps the ferry left. The ship may sink, Ana Velez said. The mayor could swim."


def place(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


# --- factuality


def sentence(text: str, **predicates: float) -> Sentence:
    return Sentence(text, tuple(Judged(place(word, text), sure) for word, sure in predicates.items()))


CORPUS = [
    sentence("The ship sank.", sank=3.0),
    sentence("The ship did not sink.", sink=-2.5),
    sentence("The ship may sink.", sink=-0.5),
    sentence("The mayor left the port.", left=2.5),
]


def test_a_perfect_guess_has_an_r_of_one_and_no_error() -> None:
    right = agreement(CORPUS, lambda one: [each.factuality for each in one.predicates])
    assert right == pytest.approx((1.0, 0.0))


def test_a_guess_that_never_changes_has_no_r() -> None:
    assert agreement(CORPUS, lambda one: [0.0] * len(one.predicates))[0] == 0.0


def test_the_lexicon_gives_what_it_calls_alike_the_same_value() -> None:
    guess = by_lexicon(CORPUS)
    assert guess(sentence("The crew never sank.", sank=0.0)) == [-2.5]
    assert guess(sentence("The crew swam.", swam=0.0)) == [2.75]


def test_a_clause_is_told_by_the_words_up_to_its_borders() -> None:
    text = "The mayor did not leave, but the ship will sink."
    assert clause_of(text, place("leave", text))[0] == "negative"
    assert clause_of(text, place("sink", text))[::4] == ("positive", True)


def test_the_encoder_tells_what_happened_from_what_did_not() -> None:
    happened, did_not = (by_encoder(one)[0] for one in CORPUS[:2])
    assert happened > 1 > did_not


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("They did n't ( yet ) leave .", "They didn't (yet) leave."),
        ('He said , " I left , " and left .', 'He said, "I left," and left.'),
        ("a 15 - year term", "a 15-year term"),
        ("It cost $ 5 .", "It cost $5."),
    ],
)
def test_treebank_words_are_put_together_as_in_print(tokens: str, text: str) -> None:
    made, spans = printed(tokens.split())
    assert made == text
    assert [made[slice(*span)] for span in spans] == tokens.split()


def test_findings_that_were_rated_uncertain_should_be_hedged(tmp_path: Path) -> None:
    rows = [
        ("Tea may help.", "Uncertain", "test"),
        ("Tea helps.", "Certain", "test"),
        ("Tea probably helps.", "Certain", "test"),
        ("Tea could help.", "Uncertain", "train"),
        ("Tea might.", "NotPresent", "test"),
    ]
    file = tmp_path / "findings.jsonl"
    file.write_text(
        "\n".join(
            json.dumps({"finding": text, "split": split, "aspect-level-certainty": {"Probability": rated}})
            for text, rated, split in rows
        ),
        encoding="utf-8",
    )
    share = hedged_findings(file)
    assert (share.right, share.found, share.annotated) == (1, 2, 1)


# --- owners


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    path = tmp_path_factory.mktemp("one") / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return reader.read(open_document(path))


HELD = Labelled("a", place("may"), place("may"), "holder", place("Ana Velez"), doubtful=False)


def test_a_hedge_is_right_where_it_is_given_to_the_source_of_the_label(reading: Reading) -> None:
    assert judged(HELD, reading).outcome == "right"
    assert judged(replace(HELD, source=place("mayor")), reading).outcome == "wrong"
    assert judged(replace(HELD, owner="writer", source=None), reading).outcome == "wrong"


def test_a_hedge_of_the_writers_is_right_where_it_has_no_other_owner(reading: Reading) -> None:
    own = Labelled("a", place("Perhaps"), place("Perhaps"), "writer", None, doubtful=True)
    assert judged(own, reading).outcome == "right"
    assert judged(replace(own, owner="holder"), reading).outcome == "wrong"


def test_a_hedge_that_nothing_marks_is_missed_and_a_look_alike_left_alone(reading: Reading) -> None:
    swim = place("swim")
    assert judged(Labelled("a", swim, swim, "writer", None, doubtful=False), reading).outcome == "missed"
    assert judged(Labelled("a", swim, None, None, None, doubtful=False), reading).outcome == "left alone"
    assert judged(Labelled("a", place("may"), None, None, None, doubtful=False), reading).outcome == "marked"


def test_shares_are_of_hedges_and_of_look_alikes(reading: Reading) -> None:
    swim = place("swim")
    found = [
        judged(HELD, reading),
        judged(Labelled("a", swim, swim, "writer", None, doubtful=True), reading),
        judged(Labelled("a", swim, None, None, None, doubtful=False), reading),
    ]
    assert measured(found) == {
        "owner right": 50.0,
        "owner right, not doubtful": 100.0,
        "look-alikes left alone": 100.0,
    }
    assert any("missed" in line for line in table(found, texts={"a": TEXT}))


def test_the_sample_holds_a_hundred_hedges_and_no_words() -> None:
    sample = labels()
    assert sum(one.hedge is not None for one in sample) == 100
    for one in sample:
        assert (one.hedge is None) == (one.owner is None)
        assert one.owner == "holder" or one.source is None
        assert one.hedge is None or one.hedge.start < one.place.end <= one.hedge.end + 12
