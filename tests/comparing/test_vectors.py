"""Vectors of text: near where texts mean the same, made from the text alone."""

import numpy as np

from wherefrom.comparing.vectors import piece_vectors, unit


def closeness(one: str, other: str) -> float:
    known = piece_vectors()
    first, second = (unit(known.said(text)[0]) for text in (one, other))
    return float(first @ second)


def test_the_same_in_other_words_is_nearer_than_something_else() -> None:
    told = "The harbour master fled the city by boat."
    assert closeness(told, "The port's chief escaped from town on a ship.") > 0.4
    assert closeness(told, "Parliament passed the budget after a long debate.") < 0.2


def test_upper_and_lower_case_are_one() -> None:
    assert closeness("FERRY SINKS", "ferry sinks") > 0.999


def test_a_text_that_says_nothing_has_no_direction() -> None:
    vector, says = piece_vectors().said("")
    assert not vector.any()
    assert says == 0
    assert not np.isnan(unit(vector)).any()


def test_function_words_say_less_than_others() -> None:
    known = piece_vectors()
    assert known.said("it was the")[1] < 1 < known.said("ferry captain arrested")[1]


def test_names_can_count_less() -> None:
    known = piece_vectors()
    assert known.said("Brandt fled", names=0.5)[1] < known.said("Brandt fled")[1]
    assert known.said("brandt fled", names=0.5)[1] == known.said("brandt fled")[1]
