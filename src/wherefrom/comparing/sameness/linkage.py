"""Average linkage: groups whose members are, on average over all pairs, alike enough.

Unlike single linkage it does not run along a chain of neighbours from one claim to another.
"""

import numpy as np
from numpy.typing import NDArray

from wherefrom.comparing.vectors import Floats


def average_linkage(likeness: Floats, least: float) -> list[list[int]]:
    """Groups of rows of a symmetric matrix of likenesses: two groups join while their mean likeness is at least `least`.

    The chain of nearest neighbours finds the merges in time that grows with the square of the rows. Of equal likenesses the
    earlier row wins, so that the same matrix always gives the same groups, each in order and ordered by its first row.
    """
    count = len(likeness)
    near = likeness.astype(np.float32, copy=True)
    np.fill_diagonal(near, -np.inf)
    sizes = np.ones(count, np.float32)
    held: list[list[int]] = [[row] for row in range(count)]
    alive = np.ones(count, bool)
    for begun in range(count):
        chain = [begun] if alive[begun] else []
        while chain:
            top = chain[-1]
            row = near[top]
            best = int(row.argmax())
            if len(chain) > 1 and row[chain[-2]] >= row[best]:
                best = chain[-2]
            if row[best] < least:  # nothing near enough: nor will it be once others have merged
                _retire(near, alive, top)
                chain.pop()
            elif len(chain) > 1 and best == chain[-2]:
                del chain[-2:]
                kept, gone = sorted((top, best))
                _merge(near, sizes, kept, gone)
                held[kept] += held[gone]
                held[gone] = []
                alive[gone] = False
                if not chain and alive[begun]:
                    chain = [begun]
            else:
                chain.append(best)
    return sorted(sorted(group) for group in held if group)


def _merge(near: Floats, sizes: Floats, kept: int, gone: int) -> None:
    """The mean over all pairs of a merged group is the mean of its parts', weighted by their sizes."""
    both = sizes[kept] + sizes[gone]
    mean = (sizes[kept] * near[kept] + sizes[gone] * near[gone]) / both
    near[kept] = mean
    near[:, kept] = mean
    near[kept, kept] = -np.inf
    near[gone] = -np.inf
    near[:, gone] = -np.inf
    sizes[kept] = both


def _retire(near: Floats, alive: NDArray[np.bool_], row: int) -> None:
    """A group that is complete; average linkage never brings anything nearer to it than its nearest was."""
    near[row] = -np.inf
    near[:, row] = -np.inf
    alive[row] = False
