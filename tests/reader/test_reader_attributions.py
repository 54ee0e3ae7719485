"""From hand-made scores to attributions: which source and content belong to which cue."""

import numpy as np
import pytest

from wherefrom.model import Span
from wherefrom.reader.attributions import Attribution, decoded
from wherefrom.reader.encoder import Scored
from wherefrom.reader.tags import TAGS
from wherefrom.reader.windows import Sentence, Window, window
from wherefrom.reader.wordpiece import shipped

TEXT = "Anna said boats left and Peter denied fires"
#       2     3    4     5    6   7     8      9        places in the window, after [CLS] and the new block
TAGGED = "B-source B-cue B-content I-content O B-source B-cue B-content"
SURE = 9.0


def windowed(text: str) -> Window:
    return window([Sentence(tuple(shipped().pieces(text)), opens_block=True)], shipped())


def scored(
    text: str, tags: str, content_cue: dict[tuple[int, int], float], cue_source: dict[tuple[int, int], float]
) -> Scored:
    """Scores with these tags and these links, rows and columns by place in the window; no link is at 0."""
    size = len(windowed(text).ids)
    tagged = np.zeros((size, len(TAGS)), dtype=np.float32)
    for place, tag in enumerate(["O", "O", *tags.split(), "O"]):
        tagged[place, TAGS.index(tag)] = SURE
    links = []
    for given in (content_cue, cue_source):
        table = np.full((size, size), -SURE, dtype=np.float32)
        table[:, 0] = 0.0
        for (row, column), score in given.items():
            table[row, column] = score
        links.append(table)
    return Scored(tagged, *links)


def shown(found: list[Attribution]) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(TEXT[start:end] for start, end in spans)

    return [(words(one.source), words(one.cue), words(one.content)) for one in found]


def test_a_content_goes_to_the_cue_and_the_cue_to_the_source_with_the_highest_score() -> None:
    given = scored(TEXT, TAGGED, {(4, 3): SURE, (9, 8): SURE}, {(3, 2): SURE, (8, 7): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given)) == [
        ("Anna", "said", "boats left"),
        ("Peter", "denied", "fires"),
    ]


def test_links_may_cross_to_the_farther_part() -> None:
    given = scored(TEXT, TAGGED, {(4, 8): SURE, (4, 3): 1.0}, {(8, 2): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given)) == [("Anna", "denied", "boats left")]


def test_a_cue_that_prefers_no_source_has_none() -> None:
    given = scored(TEXT, TAGGED, {(4, 3): SURE}, {})
    assert shown(decoded(TEXT, windowed(TEXT), given)) == [("", "said", "boats left")]


def test_a_content_without_a_cue_is_the_writers_own_word() -> None:
    given = scored(TEXT, TAGGED, {}, {(3, 2): SURE})
    assert decoded(TEXT, windowed(TEXT), given) == []


def test_a_cue_without_content_is_no_attribution() -> None:
    given = scored(TEXT, "B-source B-cue O O O O O O", {}, {(3, 2): SURE})
    assert decoded(TEXT, windowed(TEXT), given) == []


def test_two_contents_of_one_cue_are_one_attribution_in_fragments() -> None:
    given = scored(TEXT, TAGGED, {(4, 3): SURE, (9, 3): SURE}, {(3, 2): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given)) == [("Anna", "said", "boats left … fires")]


def test_a_link_counts_any_piece_of_the_part_it_points_to() -> None:
    tags = "B-source B-cue I-cue B-content O O O O"
    given = scored(TEXT, tags, {(5, 4): SURE}, {(3, 2): SURE})
    assert shown(decoded(TEXT, windowed(TEXT), given)) == [("Anna", "said boats", "left")]


def test_what_begins_in_the_context_belongs_to_another_window() -> None:
    whole = windowed(TEXT)
    given = scored(TEXT, TAGGED, {(4, 3): SURE, (9, 8): SURE}, {(3, 2): SURE, (8, 7): SURE})
    earlier = Window(whole.ids, whole.cases, whole.spans, 1, 6)
    later = Window(whole.ids, whole.cases, whole.spans, 6, len(whole.ids) - 1)
    assert shown(decoded(TEXT, earlier, given)) == [("Anna", "said", "boats left")]
    assert shown(decoded(TEXT, later, given)) == [("Peter", "denied", "fires")]


def test_how_sure_it_is_is_the_smallest_probability_among_its_links() -> None:
    given = scored(TEXT, "B-source B-cue B-content O O O O O", {(4, 3): 20.0}, {(3, 2): 1.0})
    (found,) = decoded(TEXT, windowed(TEXT), given)
    assert found.sure == pytest.approx(np.e / (np.e + 1), abs=1e-5)


def test_an_equal_choice_between_a_source_and_none_is_half_sure() -> None:
    given = scored(TEXT, "B-source B-cue B-content O O O O O", {(4, 3): 20.0}, {(3, 2): 0.0})
    (found,) = decoded(TEXT, windowed(TEXT), given)
    assert found.sure == pytest.approx(0.5)


def test_scores_of_any_size_give_a_probability() -> None:
    given = scored(TEXT, "B-source B-cue B-content O O O O O", {(4, 3): 3e4}, {(3, 2): 3e4})
    (found,) = decoded(TEXT, windowed(TEXT), given)
    assert found.sure == pytest.approx(1.0)


def test_an_attribution_is_anchored_at_its_cue_and_starts_with_its_first_word() -> None:
    one = Attribution((Span(30, 35),), (Span(20, 24),), (Span(0, 19),), 1.0)
    assert one.anchor == Span(20, 24)
    assert one.start == 0
    assert one.covered == (Span(0, 19), Span(20, 24), Span(30, 35))
