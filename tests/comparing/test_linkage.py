"""Average linkage gives the groups that scipy gives, and always the same ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from wherefrom.comparing.sameness.linkage import average_linkage
from wherefrom.comparing.vectors import Floats


def likenesses(seed: int, rows: int) -> Floats:
    """A symmetric matrix without ties."""
    drawn = np.random.default_rng(seed).normal(size=(rows, rows)).astype(np.float32)
    return np.asarray((drawn + drawn.T) / 2, np.float32)


@settings(deadline=None, max_examples=60, derandomize=True, database=None)
@given(st.integers(0, 10_000), st.integers(2, 40), st.floats(-1, 1))
def test_the_groups_are_those_of_scipy(seed: int, rows: int, least: float) -> None:
    near = likenesses(seed, rows)
    distances = (10 - near)[np.triu_indices(rows, 1)].astype(float)
    numbers = fcluster(linkage(distances, "average"), 10 - least, "distance")
    theirs = sorted(sorted(np.flatnonzero(numbers == number).tolist()) for number in set(numbers.tolist()))
    assert average_linkage(near, least) == theirs


def test_a_chain_of_neighbours_does_not_make_one_group() -> None:
    near = np.full((4, 4), -9, np.float32)
    for one in range(3):
        near[one, one + 1] = near[one + 1, one] = 1
    assert average_linkage(near, 0) == [[0, 1], [2, 3]]


@pytest.mark.parametrize("rows", [0, 1])
def test_nothing_and_one_are_groups_of_their_own(rows: int) -> None:
    assert average_linkage(np.zeros((rows, rows), np.float32), 0) == [[row] for row in range(rows)]


def test_the_matrix_that_is_given_stays_as_it_is() -> None:
    near = likenesses(1, 6)
    before = near.copy()
    average_linkage(near, 0)
    assert np.array_equal(near, before)
