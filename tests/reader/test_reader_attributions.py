"""From hand-made scores to attributions: which source and content belong to which cue."""

from dataclasses import replace

import numpy as np
import pytest

from wherefrom.model import Span
from wherefrom.reader.attributions import ACROSS_BLOCKS, ACROSS_SENTENCES, COMPLETED, Attribution, decoded
from wherefrom.reader.encoder import Said
from wherefrom.reader.places import Stretches
from wherefrom.reader.tags import ROLES, spanning
from wherefrom.reader.windows import Sentence, Window, window
from wherefrom.reader.wordpiece import shipped

TEXT = "Anna said boats left and Peter denied fires"
#       2     3    4     5    6   7     8      9        places in the window, after [CLS] and the new block
TAGGED = "B-source B-cue B-content I-content O B-source B-cue B-content"
SURE = 9.0
LABELS = spanning(ROLES)
NOTHING_QUOTED = Stretches(())


def windowed(text: str) -> Window:
    return window([Sentence(tuple(shipped().pieces(text)), opens_block=True)], shipped())


def scored(
    text: str, tags: str, content_cue: dict[tuple[int, int], float], cue_source: dict[tuple[int, int], float]
) -> Said:
    """Scores with these tags and these links, rows and columns by place in the window; no link is at 0."""
    size = len(windowed(text).ids)
    tagged = np.zeros((size, len(LABELS)), dtype=np.float32)
    for place, tag in enumerate(["O", "O", *tags.split(), "O"]):
        tagged[place, LABELS.index(tag)] = SURE
    links = []
    for given in (content_cue, cue_source):
        table = np.full((size, size), -SURE, dtype=np.float32)
        table[:, 0] = 0.0
        for (row, column), score in given.items():
            table[row, column] = score
        links.append(table)
    return Said(tagged, *links)


def shown(found: list[Attribution]) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(TEXT[start:end] for start, end in spans)

    return [(words(one.source), words(one.cue), words(one.content)) for one in found]


def test_a_content_goes_to_the_cue_and_the_cue_to_the_source_with_the_highest_score() -> None:
    given = scored(TEXT, TAGGED, {(4, 3): SURE, (9, 8): SURE}, {(3, 2): SURE, (8, 7): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)) == [
        ("Anna", "said", "boats left"),
        ("Peter", "denied", "fires"),
    ]


def test_links_may_cross_to_the_farther_part() -> None:
    given = scored(TEXT, TAGGED, {(4, 8): SURE, (4, 3): 1.0}, {(8, 2): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)) == [("Anna", "denied", "boats left")]


def test_a_cue_that_prefers_no_source_has_none() -> None:
    given = scored(TEXT, TAGGED, {(4, 3): SURE}, {})
    assert shown(decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)) == [("", "said", "boats left")]


def test_a_content_without_a_cue_is_the_writers_own_word() -> None:
    given = scored(TEXT, TAGGED, {}, {(3, 2): SURE})
    assert decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED) == []


def test_a_cue_without_content_is_no_attribution() -> None:
    given = scored(TEXT, "B-source B-cue O O O O O O", {}, {(3, 2): SURE})
    assert decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED) == []


def test_two_contents_of_one_cue_are_one_attribution_in_fragments() -> None:
    given = scored(TEXT, TAGGED, {(4, 3): SURE, (9, 3): SURE}, {(3, 2): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)) == [("Anna", "said", "boats left … fires")]


def test_a_link_counts_any_piece_of_the_part_it_points_to() -> None:
    tags = "B-source B-cue I-cue B-content O O O O"
    given = scored(TEXT, tags, {(5, 4): SURE}, {(3, 2): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)) == [("Anna", "said boats", "left")]


def test_what_begins_in_the_context_belongs_to_another_window() -> None:
    whole = windowed(TEXT)
    given = scored(TEXT, TAGGED, {(4, 3): SURE, (9, 8): SURE}, {(3, 2): SURE, (8, 7): SURE})
    earlier = replace(whole, keep_from=1, keep_to=6)
    later = replace(whole, keep_from=6, keep_to=len(whole.ids) - 1)
    assert shown(decoded(TEXT, earlier, given, NOTHING_QUOTED)) == [("Anna", "said", "boats left")]
    assert shown(decoded(TEXT, later, given, NOTHING_QUOTED)) == [("Peter", "denied", "fires")]


def test_how_sure_it_is_is_the_smallest_probability_among_its_links() -> None:
    given = scored(TEXT, "B-source B-cue B-content O O O O O", {(4, 3): 20.0}, {(3, 2): 1.0})
    (found,) = decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)
    assert found.sure == pytest.approx(np.e / (np.e + 1), abs=1e-5)


def test_an_equal_choice_between_a_source_and_none_is_half_sure() -> None:
    given = scored(TEXT, "B-source B-cue B-content O O O O O", {(4, 3): 20.0}, {(3, 2): 0.0})
    (found,) = decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)
    assert found.sure == pytest.approx(0.5)


def test_scores_of_any_size_give_a_probability() -> None:
    given = scored(TEXT, "B-source B-cue B-content O O O O O", {(4, 3): 3e4}, {(3, 2): 3e4})
    (found,) = decoded(TEXT, windowed(TEXT), given, NOTHING_QUOTED)
    assert found.sure == pytest.approx(1.0)


def test_an_attribution_is_anchored_at_its_cue_and_starts_with_its_first_word() -> None:
    one = Attribution((Span(30, 35),), (Span(20, 24),), (Span(0, 19),), 1.0)
    assert one.anchor == Span(20, 24)
    assert one.start == 0
    assert one.covered == (Span(0, 19), Span(20, 24), Span(30, 35))


TWO = "Anna said boats left . Peter denied fires"
#      2     3    4     5    6  7      8     9


def in_sentences(text: str, *, apart: bool = False) -> Window:
    """A window over these sentences, each ended by a full stop; `apart`: each opens a block."""
    found: list[Sentence] = []
    at = 0
    for words in text.split(" . "):
        pieces = tuple(shipped().pieces(text, at, at + len(words)))
        found.append(Sentence(pieces, opens_block=apart or at == 0))
        at += len(words) + 3
    return window(found, shipped())


def sentences_scored(
    one: Window, tags: str, content_cue: dict[tuple[int, int], float], cue_source: dict[tuple[int, int], float]
) -> Said:
    """Scores for a window with special pieces among its own: the tags are those of pieces that stand in the text."""
    given = iter(tags.split())
    size = len(one.ids)
    tagged = np.zeros((size, len(LABELS)), dtype=np.float32)
    for place, (start, _) in enumerate(one.spans):
        tagged[place, LABELS.index(next(given) if start >= 0 else "O")] = SURE
    links = []
    for scores in (content_cue, cue_source):
        table = np.full((size, size), -SURE, dtype=np.float32)
        table[:, 0] = 0.0
        for (row, column), score in scores.items():
            table[row, column] = score
        links.append(table)
    return Said(tagged, *links)


def test_a_link_that_leaves_its_sentence_loses_against_one_that_stays() -> None:
    one = in_sentences(TWO)
    tags = "B-source B-cue O O O B-cue B-content"
    near = sentences_scored(one, tags, {(8, 3): 5.0, (8, 7): 3.0}, {(3, 2): SURE})
    assert [TWO[slice(*found.anchor)] for found in decoded(TWO, one, near, NOTHING_QUOTED)] == ["denied"]
    far = sentences_scored(one, tags, {(8, 3): 3.0 + ACROSS_SENTENCES + 1.0, (8, 7): 3.0}, {(3, 2): SURE})
    assert [TWO[slice(*found.anchor)] for found in decoded(TWO, one, far, NOTHING_QUOTED)] == ["said"]


def test_a_link_that_goes_on_with_a_quotation_loses_nothing() -> None:
    one = in_sentences(TWO)
    tags = "B-source B-cue O O O B-cue B-content"
    given = sentences_scored(one, tags, {(8, 3): 5.0, (8, 7): 3.0}, {(3, 2): SURE})
    quoted = Stretches([Span(TWO.index("Peter"), len(TWO))])
    assert [TWO[slice(*found.anchor)] for found in decoded(TWO, one, given, quoted)] == ["said"]


def test_what_a_link_loses_lowers_how_sure_it_is() -> None:
    one = in_sentences(TWO)
    given = sentences_scored(one, "B-source B-cue O O O O B-content", {(8, 3): ACROSS_SENTENCES + 1.0}, {(3, 2): 20.0})
    (found,) = decoded(TWO, one, given, NOTHING_QUOTED)
    assert found.sure == pytest.approx(np.e / (np.e + 1), abs=1e-5)


def test_a_link_loses_for_the_beginning_of_a_block_too() -> None:
    one = in_sentences(TWO, apart=True)
    place = one.spans.index(next(span for span in one.spans if span[0] == TWO.index("fires")))
    score = ACROSS_SENTENCES + ACROSS_BLOCKS
    for more, expected in ((1.0, ["said"]), (-1.0, [])):
        given = sentences_scored(one, "B-source B-cue O O O O B-content", {(place, 3): score + more}, {(3, 2): SURE})
        assert [TWO[slice(*each.anchor)] for each in decoded(TWO, one, given, NOTHING_QUOTED)] == expected


CLOSING = "The boats had left, Anna said"
#          2   3     4   5   6  7    8


def test_a_cue_with_a_source_and_no_content_is_completed_by_its_sentence() -> None:
    one = in_sentences(CLOSING)
    given = sentences_scored(one, "O O O O O B-source B-cue", {}, {(8, 7): SURE})
    (found,) = decoded(CLOSING, one, given, NOTHING_QUOTED)
    assert [CLOSING[slice(*part[0])] for part in (found.source, found.cue, found.content)] == [
        "Anna",
        "said",
        "The boats had left",
    ]
    assert found.sure <= COMPLETED < 1.0


def test_a_cue_without_a_source_is_not_completed() -> None:
    one = in_sentences(CLOSING)
    assert decoded(CLOSING, one, sentences_scored(one, "O O O O O O B-cue", {}, {}), NOTHING_QUOTED) == []
    given = sentences_scored(one, "O O O O O B-source B-cue", {}, {(8, 7): -SURE})
    assert decoded(CLOSING, one, given, NOTHING_QUOTED) == []


def test_a_cue_whose_source_stands_in_another_sentence_is_not_completed() -> None:
    text = "Anna left . The boats had gone, he said"
    one = in_sentences(text)
    given = sentences_scored(one, "B-source O O O O O O O B-cue", {}, {(10, 2): 20.0})
    assert decoded(text, one, given, NOTHING_QUOTED) == []


def test_a_cue_in_the_context_is_completed_by_the_window_that_owns_it() -> None:
    one = in_sentences(CLOSING)
    given = sentences_scored(one, "O O O O O B-source B-cue", {}, {(8, 7): SURE})
    assert decoded(CLOSING, replace(one, keep_to=8), given, NOTHING_QUOTED) == []
    assert len(decoded(CLOSING, replace(one, keep_from=8), given, NOTHING_QUOTED)) == 1
