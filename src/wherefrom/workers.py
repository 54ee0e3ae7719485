"""Many things done alike, in this process or in several: whichever it is, the results are the same and in order."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from wherefrom.model import Stopped

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

Given = TypeVar("Given")
Made = TypeVar("Made")

EACH_WORTH = 8
"""Documents that pay for a worker of their own: to start one takes as long as to read about three of a thousand words."""


class Each(Protocol):
    """Does the same to each of several things; the results come in their order."""

    def __call__(self, work: Callable[[Given], Made], given: Iterable[Given]) -> Iterator[Made]:
        """What the work makes of each."""


def worth(documents: int) -> int:
    """How many workers pay for so many documents on this machine."""
    return max(1, min(_cores(), documents // EACH_WORTH))


@contextmanager
def workers(number: int) -> Iterator[Each]:
    """Something to do work with, in so many processes of its own; in this one, where the number is 1.

    What they are given and what they return must be fit to be pickled. They end with this block, however it ends, and
    with this process, even where that is killed.

    Raises:
        Stopped: the system ended one of them.
    """
    if number == 1:
        yield _here
        return
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  only where there are several

    pool, lifeline = _pool(number)
    try:
        yield _Pooled(pool)
    except BrokenProcessPool as error:
        raise Stopped("a worker was ended from outside, perhaps for want of memory; --workers 1 needs least") from error
    finally:
        lifeline.close()  # what they are still doing is given up
        pool.shutdown(cancel_futures=True)


def _here(work: Callable[[Given], Made], given: Iterable[Given]) -> Iterator[Made]:
    """Work done in this process."""
    return map(work, given)


class _Pooled:
    """Work handed to the processes of a pool."""

    def __init__(self, pool: "ProcessPoolExecutor") -> None:
        self._pool = pool

    def __call__(self, work: Callable[[Given], Made], given: Iterable[Given]) -> Iterator[Made]:
        with _undisturbed():
            return self._pool.map(work, given)


def _pool(number: int) -> tuple["ProcessPoolExecutor", "Connection[Any, Any]"]:
    """A pool, and what its processes live on: they end when it is closed.

    They are spawned, not forked: the encoder's run time and a caller's threads do not survive a fork.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  as above
    from multiprocessing import get_context  # noqa: PLC0415

    spawning = get_context("spawn")
    theirs, ours = spawning.Pipe(duplex=False)
    return ProcessPoolExecutor(number, mp_context=spawning, initializer=_live_on, initargs=(theirs,)), ours


def _live_on(lifeline: "Connection[Any, Any]") -> None:
    """End this worker as soon as the other end of its lifeline is closed, whatever it is doing."""

    def watch() -> None:
        lifeline.poll(None)
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put Ctrl-C off while processes are started: one that is half begun would complain."""
    came: list[int] = []
    usual = signal.getsignal(signal.SIGINT)
    ours = threading.current_thread() is threading.main_thread() and usual is not None  # else it disturbs somebody else
    if ours:
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        with _kept_from_children():
            yield
    finally:
        if ours:
            signal.signal(signal.SIGINT, usual)
    if came:
        signal.raise_signal(signal.SIGINT)


@contextmanager
def _kept_from_children() -> Iterator[None]:
    """Let no process that is started now see Ctrl-C, not even before it comes to ignore it: what is blocked stays so."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
