"""How long things take, for statements of how that grows with their number."""

import gc
from collections.abc import Callable
from time import process_time

GROWN = 8
"""How many times as many things the larger of two runs has."""

TURNS = 5


def grows_in_step(prepared: Callable[[int], Callable[[], object]], few: int) -> bool:
    """Whether GROWN times as many things take less than three times what they would take if each took as long as among few.

    `prepared` makes ready so many things and returns the work on them, which alone is timed: the quickest of several turns, without the
    collector of garbage, whose time depends on what other tests have left behind. Work that grows with the square takes GROWN times as long for each.
    """
    smaller, larger = _seconds(prepared(few)), _seconds(prepared(GROWN * few))
    return larger < 3 * GROWN * smaller


def _seconds(work: Callable[[], object]) -> float:
    used: list[float] = []
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(TURNS):
            began = process_time()
            work()
            used.append(process_time() - began)
    finally:
        if collecting:
            gc.enable()
    return min(used)
