"""musnad watch: fetching the same list again and again."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.casefile.store import CasefileError, use
from musnad.commands.options import CaseFile
from musnad.commands.session import fail, interruptible, make_way, own_names
from musnad.commands.web import AllowPrivate, Delay, MaxBytes, Timeout, Web, listed, tell

if TYPE_CHECKING:
    from musnad.fetch.outcome import Outcome

__all__ = ["watch"]


def watch(
    wanted: Annotated[
        Path, typer.Argument(metavar="LIST", help="A file with feeds and pages: one URL a line, # comments.")
    ],
    casefile: CaseFile,
    every: Annotated[
        str,
        typer.Option("--every", metavar="TIME", help="From one round's beginning to the next: 90s, 15m, 2h, 1d."),
    ] = "15m",
    once: Annotated[bool, typer.Option("--once", help="End after one round.")] = False,
    delay: Delay = 2.0,
    timeout: Timeout = 60.0,
    max_bytes: MaxBytes = 10_000_000,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch a list of feeds and pages again and again, and say after each round what is new."""
    web = Web(delay, timeout, max_bytes, allow_private)
    from musnad.fetch.outcome import Kind
    from musnad.fetch.pace import Clock
    from musnad.fetch.watch import Round, seconds
    from musnad.fetch.watch import watch as rounds

    try:
        pause = seconds(every)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    listed(wanted)
    failed = False
    clock = Clock()
    hint = f"{casefile} holds what was fetched so far; the same command goes on"
    make_way()
    try:
        with interruptible(hint), _terminable(), use(casefile, create=True) as db:
            # The list is read, and the sites' robots.txt and the own names with it, anew for each round.
            def crawl(since: str) -> Iterator[Outcome]:
                return web.crawl(db, clock, own_names(None, casefile)).run(
                    [(url, False) for url in listed(wanted)], since
                )

            for found in rounds(db, str(wanted.resolve()), crawl, pause, clock, once=once):
                if isinstance(found, Round):
                    typer.echo(str(found))
                    sys.stdout.flush()
                    continue
                failed |= found.failed
                if found.failed or found.kind in (Kind.FETCHED, Kind.VERSION):
                    tell(found)
    except CasefileError as problem:
        fail(str(problem))
    if failed:
        raise typer.Exit(1)


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM, as a service manager sends it, ends the command as if it had been done: nothing is half-written."""

    def end(*_: object) -> None:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
