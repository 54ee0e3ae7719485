"""From hand-made tag scores to fragments: words in a row with one role."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as shaped

from wherefrom.reader.encoder import Scores
from wherefrom.reader.fragments import Fragment, _best_path, _weighed, fragments
from wherefrom.reader.tags import NAMES, OUTSIDE, ROLES, begins, spanning
from wherefrom.reader.windows import Sentence, Window, window
from wherefrom.reader.wordpiece import shipped

TEXT = "Officials told the Courier the bridge fell"
LABELS = spanning(ROLES)
LETTERS = {label: number for number, label in enumerate(LABELS)}


def windowed(text: str) -> Window:
    return window([Sentence(tuple(shipped().pieces(text)), opens_block=True)], shipped())


def scores_of(tags: list[str], size: int) -> Scores:
    """Scores that put one tag far above the others: the special pieces at the edges are outside."""
    scores = np.zeros((size, len(LABELS)), dtype=np.float32)
    for place, tag in enumerate(["O", "O", *tags, "O"]):
        scores[place, LETTERS[tag]] = 9.0
    return scores


def read(text: str, tags: str) -> list[tuple[str, str]]:
    one = windowed(text)
    found = fragments(text, one, scores_of(tags.split(), len(one.ids)))
    return [(fragment.kind, text[fragment.span.start : fragment.span.end]) for fragment in found]


def test_the_tags_are_outside_then_beginning_and_inside_of_each_role() -> None:
    assert LABELS[OUTSIDE] == "O"
    assert [LABELS[begins(number)] for number in range(len(ROLES))] == ["B-source", "B-cue", "B-content"]
    assert [LABELS[begins(number) + 1] for number in range(len(ROLES))] == ["I-source", "I-cue", "I-content"]


def test_words_in_a_row_with_one_role_are_a_fragment() -> None:
    assert read(TEXT, "B-source B-cue O O B-content I-content I-content") == [
        ("source", "Officials"),
        ("cue", "told"),
        ("content", "the bridge fell"),
    ]


def test_a_beginning_begins_a_new_fragment_of_the_same_role() -> None:
    assert read(TEXT, "B-source I-source B-source I-source O O O") == [
        ("source", "Officials told"),
        ("source", "the Courier"),
    ]


def test_nothing_is_found_where_all_is_outside() -> None:
    assert read(TEXT, "O O O O O O O") == []


def test_a_fragment_knows_its_first_and_last_piece_in_the_window() -> None:
    one = windowed(TEXT)
    (found,) = fragments(TEXT, one, scores_of("O O B-source I-source O O O".split(), len(one.ids)))
    assert found == Fragment("source", 4, 5, found.span)
    assert one.spans[found.first][0] == found.span.start
    assert one.spans[found.last][1] == found.span.end


def test_an_inside_never_follows_anything_but_its_own_role() -> None:
    one = windowed(TEXT)
    scores = scores_of("B-source I-content I-content O O O O".split(), len(one.ids))
    found = fragments(TEXT, one, scores)
    tags = {fragment.kind for fragment in found}
    assert tags <= {"source", "content"}
    # What begins as content must have been given a beginning: the next best path, never a content without one.
    for fragment in found:
        assert fragment.first <= fragment.last


def test_a_doubtful_beginning_is_filled_in_where_the_inside_is_sure() -> None:
    one = windowed(TEXT)
    scores = scores_of("O O O O O I-content I-content".split(), len(one.ids))
    scores[6, LETTERS["B-content"]] = 8.9
    (found,) = fragments(TEXT, one, scores)
    assert TEXT[found.span.start : found.span.end] == "the bridge fell"


def test_a_word_is_tagged_as_its_first_piece_is() -> None:
    text = "Zorlandish quay"
    one = windowed(text)
    size = len(one.ids)
    assert size > 5, "an invented word falls into several pieces"
    scores = np.zeros((size, len(LABELS)), dtype=np.float32)
    scores[:, OUTSIDE] = 9.0
    scores[2] = 0.0
    scores[2, LETTERS["B-source"]] = 9.0
    (found,) = fragments(text, one, scores)
    assert text[found.span.start : found.span.end] == "Zorlandish"


def test_punctuation_is_a_word_of_its_own() -> None:
    assert read("Officials, told", "B-source O B-cue") == [("source", "Officials"), ("cue", "told")]


def test_a_window_without_words_has_no_fragments() -> None:
    one = window([Sentence((), opens_block=True)], shipped())
    assert fragments("", one, np.zeros((len(one.ids), len(LABELS)), dtype=np.float32)) == []


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([TEXT, "“Zorlandish!” — said O'Hara-Orrin…", "a 港口 b"]).flatmap(
        lambda text: st.tuples(
            st.just(text),
            shaped.arrays(np.float32, (len(windowed(text).ids), len(LABELS)), elements=st.floats(-30, 30, width=32)),
        )
    )
)
def test_fragments_are_ordered_apart_and_never_special_pieces(case: tuple[str, Scores]) -> None:
    text, scores = case
    one = windowed(text)
    at = 0
    for fragment in fragments(text, one, scores):
        assert at <= fragment.span.start < fragment.span.end <= len(text)
        assert fragment.kind in ROLES
        assert one.spans[fragment.first][0] == fragment.span.start
        assert one.spans[fragment.last][1] == fragment.span.end
        at = fragment.span.end


@pytest.mark.parametrize("shift", [-50.0, 0.0, 50.0])
def test_only_differences_between_scores_matter(shift: float) -> None:
    one = windowed(TEXT)
    scores = scores_of("B-source B-cue O O B-content I-content I-content".split(), len(one.ids))
    assert fragments(TEXT, one, scores + np.float32(shift)) == fragments(TEXT, one, scores)


def test_fragments_of_other_kinds_are_read_with_their_own_labels() -> None:
    one = windowed("Anna Velez left Orrin")
    labels = spanning(NAMES)
    scores = np.zeros((len(one.ids), len(labels)), dtype=np.float32)
    for place, label in enumerate(["O", "O", "B-person", "I-person", "I-person", "I-person", "O"]):
        if place < len(one.ids):
            scores[place, labels.index(label)] = 9.0
    (found, *_) = fragments("Anna Velez left Orrin", one, scores, NAMES)
    assert found.kind == "person"
    assert found.span.start == 0


@pytest.mark.parametrize("kinds", [ROLES, NAMES, ("one",)])
def test_each_kind_has_a_label_to_begin_and_one_to_go_on(kinds: tuple[str, ...]) -> None:
    labels = spanning(kinds)
    assert len(labels) == len(set(labels)) == 1 + 2 * len(kinds)
    assert [labels[begins(number)][2:] for number in range(len(kinds))] == list(kinds)
    assert [labels[begins(number) + 1][2:] for number in range(len(kinds))] == list(kinds)


def test_a_fragment_ends_with_its_paragraph() -> None:
    text = "the bridge fell\n\nthe mayor left"
    one = windowed(text)
    scores = np.zeros((len(one.ids), len(LABELS)), dtype=np.float32)
    for place, (start, _) in enumerate(one.spans):
        scores[place, LETTERS["I-content" if start > 0 else "B-content"]] = 9.0
    found = fragments(text, one, scores)
    assert [text[slice(*each.span)] for each in found] == ["the bridge fell", "the mayor left"]


@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.sampled_from([1, 3, 7]), st.sampled_from([0.0, 1.0, 4.0]))
def test_setting_plain_words_outside_first_loses_nothing(seed: int, length: int, kinds: int, outside: float) -> None:
    scores = np.random.default_rng(seed).normal(scale=2.0, size=(length, 1 + 2 * kinds))
    scores[:, 0] += outside

    def total(path: list[int]) -> float:
        return float(sum(scores[place, label] for place, label in enumerate(path)))

    quick = _best_path(scores.astype(np.float32))
    assert total(quick) == pytest.approx(total(_weighed(scores.astype(np.float32))), abs=1e-4)
    for before, label in pairwise([0, *quick]):
        assert label == 0 or label % 2 == 1 or before in {label, label - 1}
