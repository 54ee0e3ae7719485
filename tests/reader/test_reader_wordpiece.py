"""Word pieces: offsets into the text, casing, and equality with the `tokenizers` library."""

import json
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wherefrom.reader.wordpiece import MAX_WORD, Piece, WordPiece, case_of, shipped

TOY = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]", "har", "##bour", "##b", "port", "s", "-", "e", "."])


def words(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in shipped().pieces(text)]


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    assert TOY.pieces("harbour") == [Piece(5, 0, 3, 0), Piece(6, 3, 7, 0)]


def test_a_word_is_unknown_as_a_whole_when_any_rest_of_it_is() -> None:
    assert TOY.pieces("harbox") == [Piece(TOY.unknown, 0, 6, 0)]


def test_offsets_of_a_stretch_point_into_the_whole_text() -> None:
    assert TOY.pieces("port harbour port", 5, 12) == [Piece(5, 5, 8, 0), Piece(6, 8, 12, 0)]


def test_the_same_word_twice_has_two_places() -> None:
    assert [(piece.start, piece.end) for piece in TOY.pieces("port port")] == [(0, 4), (5, 9)]


def test_accents_are_stripped_and_the_accented_letter_is_covered() -> None:
    assert TOY.pieces("Pórt") == [Piece(8, 0, 4, 1)]
    assert TOY.pieces("po\u0301rt") == [Piece(8, 0, 5, 0)]


def test_punctuation_stands_alone() -> None:
    assert words("“Stop,” (she) said — don't!") == [
        *("“", "Stop", ",", "”", "(", "she", ")", "said", "—", "don", "'", "t", "!"),
    ]


def test_cjk_characters_stand_alone() -> None:
    assert words("港口a船") == ["港", "口", "a", "船"]


def test_empty_and_white_text_has_no_pieces() -> None:
    assert shipped().pieces("") == []
    assert shipped().pieces(" \n\t\u00a0\u2028") == []


@pytest.mark.parametrize(
    "control", ["\x00", "\x07", "\x7f", "\u00ad", "\u200b", "\u200d", "\ufeff", "\ufffd", "\ue000"]
)
def test_control_format_and_replacement_characters_are_dropped(control: str) -> None:
    assert [piece.id for piece in TOY.pieces(f"har{control}bour")] == [5, 6]
    assert TOY.pieces(control) == []


@pytest.mark.parametrize("control", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85"])
def test_control_characters_that_python_takes_for_white_space_are_dropped_as_well(control: str) -> None:
    assert [piece.id for piece in TOY.pieces(f"har{control}bour")] == [5, 6]


def test_a_word_longer_than_the_longest_is_one_unknown_piece() -> None:
    assert shipped().pieces("a" * (MAX_WORD + 1)) == [Piece(shipped().unknown, 0, MAX_WORD + 1, 0)]
    assert shipped().unknown not in {piece.id for piece in shipped().pieces("a" * MAX_WORD)}


@pytest.mark.parametrize("name", ["[CLS]", "[SEP]", "[PAD]", "[UNK]", "[unused1]"])
def test_special_names_written_in_a_text_are_ordinary_words(name: str) -> None:
    special = {
        shipped().start_of_window,
        shipped().end_of_window,
        shipped().padding,
        shipped().unknown,
        shipped().new_block,
    }
    assert special.isdisjoint(piece.id for piece in shipped().pieces(f"They wrote {name} there."))


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("port", 0),
        ("2021", 0),
        ("港", 0),
        ("", 0),
        ("Port", 1),
        ("A", 1),
        ("Éa", 1),
        ("PORT", 2),
        ("UN", 2),
        ("F16", 1),
        ("McOrrin", 3),
        ("iPort", 3),
    ],
)
def test_case_is_lower_capitalised_all_capitals_or_mixed(word: str, case: int) -> None:
    assert case_of(word) == case


def test_all_pieces_of_a_word_share_its_case() -> None:
    assert {piece.case for piece in TOY.pieces("HARBOUR")} == {2}
    assert {piece.case for piece in TOY.pieces("Harbour")} == {1}


@settings(deadline=None)
@given(st.text(max_size=200))
def test_pieces_are_ordered_in_bounds_and_apart(text: str) -> None:
    pieces = shipped().pieces(text)
    for piece in pieces:
        assert 0 <= piece.start < piece.end <= len(text)
        assert not text[piece.start].isspace()
        assert not text[piece.end - 1].isspace()
        assert piece.case in range(4)
    for before, after in pairwise(pieces):
        # The letters that one character decomposes into may fall into two pieces: "½" or a Hangul syllable.
        assert before.end <= after.start or after.start == before.end - 1
        assert before.start <= after.start
        assert before.end <= after.end


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x17F), max_size=200))
def test_pieces_of_latin_text_never_overlap(text: str) -> None:
    for before, after in pairwise(shipped().pieces(text)):
        assert before.end <= after.start


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_a_stretch_is_cut_as_it_would_be_alone(before: str, text: str, after: str) -> None:
    inside = shipped().pieces(before + text + after, len(before), len(before) + len(text))
    alone = [Piece(p.id, p.start + len(before), p.end + len(before), p.case) for p in shipped().pieces(text)]
    assert inside == alone


INVENTED = [
    "The Harbour Courier's café reporter, Zoë Núñez-Åkesson, wasn't “fully” sure — ‘perhaps’ she'd left…",
    "港口管理局说: “船已离开。” 東京のカモメ 부두 노동자",
    "A co-operative e-mail; $3.5m (€2,900) & 40% at 10:30 p.m., U.S./U.K. #harbour @lantern_post",
    "Sailors 🚢⚓ cheered 👩‍🚀 and ❤️ the port ☝️ of Orrin",
    "bell\x07 null\x00 soft\u00adhyphen zero\u200bwidth mark\ufeff bad\ufffd end\x7f",
    "tab\tline\nreturn\rnbsp\u00a0thin\u2009para\u2029ideographic\u3000end",
    "Straße ŒUVRE Ǆ ﬁnd Ⅷ ½ ² № ℃ İstanbul ΣΊΣΥΦΟΣ Ёлка",
    "a" * 101 + " " + "b" * 100 + " " + "é" * 100,
    "nai\u0308ve resume\u0301 A\u030angstro\u0308m",
    "x=y+z<w>|~^` \\ {a} [b] _c_",
    "``Quoted'' in the old way, it''s said -- yes",
    "Here cost≠price, and so it is",
]


KEPT = Path(__file__).with_name("wordpieces.json")
"""What the tokenizers library (0.23) makes of these texts, kept since it is no part of the checks' set-up: a list of
[id, start, end] for each. `python -m tests.reader.test_reader_wordpiece`, where it is installed, writes it anew."""


@pytest.mark.parametrize("number", range(len(INVENTED)))
def test_pieces_equal_those_of_the_tokenizers_library(number: int) -> None:
    theirs: list[list[int]] = json.loads(KEPT.read_text(encoding="utf-8"))[number]
    ours = shipped().pieces(INVENTED[number])
    assert [piece.id for piece in ours] == [piece for piece, _, _ in theirs]
    for piece, (_, start, end) in zip(ours, theirs, strict=True):
        if piece.id != shipped().unknown:
            assert (piece.start, piece.end) == (start, end)
        # An unknown piece of ours may hold dropped characters that theirs leaves out at its edges ("❤️").
        assert piece.start <= start < end <= piece.end


def _keep() -> None:
    import tokenizers  # noqa: PLC0415

    with as_file(files("wherefrom.reader") / "weights" / "vocab.txt") as path:
        library = tokenizers.BertWordPieceTokenizer(str(path), lowercase=True)
    pieces = [library.encode(text, add_special_tokens=False) for text in INVENTED]
    kept = [[[number, *span] for number, span in zip(one.ids, one.offsets, strict=True)] for one in pieces]
    KEPT.write_text(f"{json.dumps(kept)}\n", encoding="utf-8")


if __name__ == "__main__":
    _keep()
