"""The same work on many items, in one process or in several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from typing import TypeVar

__all__ = ["spread"]

_BATCH = 16  # items that go to a process at once
_AHEAD = 3  # batches for each process that are under way

A = TypeVar("A")
B = TypeVar("B")


def spread(work: Callable[[A], B], items: Iterable[A], workers: int) -> Iterator[B]:
    """What `work` makes of each item, in the order of the items; with `workers` > 1 in that many processes.

    Items are taken as they are needed, a few batches ahead of the results. What goes between processes is
    pickled, `work` too: it must be a function of a module.
    """
    if workers <= 1:
        yield from map(work, items)
        return
    source = iter(items)
    # Not forked: a fork copies the locks of whatever threads the caller has, and newer Pythons warn of it.
    spawn = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin) as pool:
        waiting: deque[Future[list[B]]] = deque()
        try:
            while batch := list(islice(source, _BATCH)):
                waiting.append(pool.submit(_all, work, batch))
                if len(waiting) > _AHEAD * workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """In each worker. Ctrl-C reaches every process of a terminal; the one that waits for the others decides what it
    means. Where that one is no more, however it ended, there is nobody to work for."""
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _all(work: Callable[[A], B], batch: list[A]) -> list[B]:
    return [work(item) for item in batch]
