"""Work that takes long, in a process of its own: in threads it would take its turn with those who wait for a page."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

__all__ = ["aside"]

A = TypeVar("A")
T = TypeVar("T")
_STEPS_BACK = 10  # of priority


def aside(ask: Callable[[A], T], given: A) -> T:
    """What `ask`, a function that a module names, gives. RuntimeError where it failed; its trace is on standard error.

    The process ends with this one.
    """
    context = get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(sending, ask, given), daemon=True)
    worker.start()
    sending.close()
    try:
        found: T = receiving.recv()
    except EOFError:
        raise RuntimeError(f"{ask.__module__}.{ask.__name__} gave no answer") from None
    finally:
        worker.join()
    return found


def _work(sending: Connection, ask: Callable[[Any], Any], given: Any) -> None:
    with suppress(AttributeError):  # where processes have no priority
        os.nice(_STEPS_BACK)
    answer = ask(given)
    with suppress(BrokenPipeError):  # nobody waits for it any longer
        sending.send(answer)
