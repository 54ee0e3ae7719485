"""Windows: every piece is read and kept once, and no call of the encoder is longer than it can read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wherefrom.reader.windows import CONTEXT_PIECES, MOST_PIECES, Sentence, Window, window, windows
from wherefrom.reader.wordpiece import Piece, shipped

ENCODER_READS = 512
"""Positions that the encoder has."""

Lengths = list[tuple[int, bool]]


def told(lengths: Lengths) -> list[Sentence]:
    """Sentences of so many pieces, each piece one character wide, with one character between sentences."""
    found: list[Sentence] = []
    at = 0
    for length, opens in lengths:
        pieces = tuple(Piece(2000 + at + n, at + n, at + n + 1, n % 4) for n in range(length))
        found.append(Sentence(pieces, opens))
        at += length + 1
    return found


def own(one: Window) -> list[tuple[int, int]]:
    return [span for span in one.spans[one.keep_from : one.keep_to] if span != (-1, -1)]


def read(one: Window) -> list[tuple[int, int]]:
    return [span for span in one.spans if span != (-1, -1)]


LENGTHS = st.lists(
    st.tuples(
        st.one_of(st.integers(1, 60), st.integers(1, 400), st.sampled_from([205, 206, 317, 318, 2000])), st.booleans()
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=80)
@given(LENGTHS)
def test_every_piece_is_one_windows_own_exactly_once_and_in_order(lengths: Lengths) -> None:
    sentences = told(lengths)
    kept = [span for one in windows(sentences, shipped()) for span in own(one)]
    assert kept == [(piece.start, piece.end) for sentence in sentences for piece in sentence.pieces]


@settings(deadline=None, max_examples=80)
@given(LENGTHS)
def test_no_window_is_longer_than_promised(lengths: Lengths) -> None:
    for one in windows(told(lengths), shipped()):
        assert len(one.ids) <= MOST_PIECES <= ENCODER_READS


@settings(deadline=None, max_examples=80)
@given(LENGTHS)
def test_only_special_pieces_have_no_place(lengths: Lengths) -> None:
    special = {shipped().start_of_window, shipped().end_of_window, shipped().new_block}
    for one in windows(told(lengths), shipped()):
        assert len(one.ids) == len(one.cases) == len(one.spans) == len(one.sentences)
        assert one.ids[0] == shipped().start_of_window
        assert one.ids[-1] == shipped().end_of_window
        assert 1 <= one.keep_from <= one.keep_to <= len(one.ids) - 1
        for number, span in zip(one.ids, one.spans, strict=True):
            assert (span == (-1, -1)) == (number in special)


@settings(deadline=None, max_examples=80)
@given(LENGTHS)
def test_a_window_reads_a_stretch_without_a_gap_and_little_context(lengths: Lengths) -> None:
    sentences = told(lengths)
    everything = [(piece.start, piece.end) for sentence in sentences for piece in sentence.pieces]
    for one in windows(sentences, shipped()):
        places = read(one)
        first = everything.index(places[0])
        assert everything[first : first + len(places)] == places
        assert one.keep_from - 1 <= CONTEXT_PIECES
        assert len(one.ids) - 1 - one.keep_to <= CONTEXT_PIECES


def test_nothing_to_read_gives_no_window() -> None:
    assert windows([], shipped()) == []


def test_a_short_document_is_one_window_that_owns_it_all() -> None:
    (one,) = windows(told([(5, True), (7, False), (4, True)]), shipped())
    assert one.ids.count(shipped().new_block) == 2
    assert len(own(one)) == 16
    assert one.keep_to == len(one.ids) - 1


def test_neighbouring_sentences_are_context_of_a_window() -> None:
    first, second, *_ = windows(told([(CONTEXT_PIECES, False)] * 24), shipped())
    assert len(own(first)) + CONTEXT_PIECES == len(read(first))
    assert read(second)[0] == own(first)[-CONTEXT_PIECES]
    assert second.keep_from == 1 + CONTEXT_PIECES


def test_a_gigantic_sentence_is_cut_and_opens_its_block_once() -> None:
    found = windows(told([(3000, True)]), shipped())
    assert sum(one.ids.count(shipped().new_block) for one in found) == 1
    assert max(len(one.ids) for one in found) <= MOST_PIECES


def test_one_window_takes_the_sentences_given_as_context_and_own() -> None:
    one = window(told([(3, True), (2, True), (4, False)]), shipped(), skip=1, own=1)
    assert own(one) == [(4, 5), (5, 6)]
    assert one.cases[2:5] == (0, 1, 2)


@settings(deadline=None, max_examples=40)
@given(LENGTHS)
def test_windows_are_cut_alike_each_time(lengths: Lengths) -> None:
    assert windows(told(lengths), shipped()) == windows(told(lengths), shipped())


def test_the_sentences_of_a_window_are_numbered_and_their_places_known() -> None:
    one = window(told([(3, True), (2, False), (2, True)]), shipped())
    #        [CLS] [new block] 3 pieces, 2 pieces, [new block] 2 pieces [SEP]
    assert one.sentences == (0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 3)
    assert [tuple(one.sentence_of(place)) for place in (2, 4, 5, 8)] == [(0, 3), (0, 3), (4, 6), (7, 9)]
    assert tuple(one.sentence_of(7)) == (7, 9), "the beginning of a block belongs to the sentence that opens it"


def test_blocks_are_counted_up_to_each_piece() -> None:
    one = window(told([(3, True), (2, False), (2, True)]), shipped())
    blocks = one.blocks()
    assert blocks[2] == blocks[6]
    assert blocks[8] == blocks[9] == blocks[2] + 1


@settings(deadline=None, max_examples=60)
@given(LENGTHS)
def test_sentences_are_numbered_in_order_and_hold_their_own_pieces(lengths: Lengths) -> None:
    for one in windows(told(lengths), shipped()):
        assert list(one.sentences) == sorted(one.sentences)
        for place, span in enumerate(one.spans):
            if span[0] >= 0:
                sentence = one.sentence_of(place)
                assert sentence.start <= span[0] < span[1] <= sentence.end
