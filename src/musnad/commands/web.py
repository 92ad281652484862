"""What musnad fetch and musnad watch do alike: their options, their lists, how they say what came of a URL."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.commands.add import refresh, this_run
from musnad.commands.session import Reader, fail, say

if TYPE_CHECKING:
    from musnad.fetch.crawl import Crawl
    from musnad.fetch.outcome import Outcome
    from musnad.fetch.pace import Clock
    from musnad.own import Own

__all__ = ["AllowPrivate", "Delay", "MaxBytes", "Timeout", "Web", "listed", "tell"]

Delay = Annotated[float, typer.Option("--delay", metavar="SECONDS", min=0, help="Between two requests to a host.")]
Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="For one request as a whole.")]
MaxBytes = Annotated[int, typer.Option("--max-bytes", metavar="N", min=1, help="Of one page, decompressed.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also ask private and local addresses, e.g. of a test server.")
]


@dataclass(frozen=True)
class Web:
    """How URLs are fetched. Ends the command where the libraries for it are not installed."""

    delay: float
    timeout: float
    max_bytes: int
    allow_private: bool

    def __post_init__(self) -> None:
        try:
            import musnad.fetch.crawl  # noqa: F401
        except ImportError as error:
            from musnad.read.extras import remedy

            fail(f"the library {error.name} is not installed; {remedy('web')}")

    def crawl(self, db: sqlite3.Connection, clock: Clock, own: Own | None) -> Crawl:
        """A crawl into a casefile whose pages were all read with today's rules and the user's own names."""
        from musnad.commands.attempt import attempt
        from musnad.fetch.client import Client, Manners
        from musnad.fetch.crawl import Crawl
        from musnad.fetch.exchange import Limits
        from musnad.fetch.intake import Intake

        reader = Reader((), None, None)
        run = this_run(own)
        refresh(db, run, reader, None, own)
        limits = Limits(min(10, self.timeout), min(20, self.timeout), self.timeout, self.max_bytes)
        client = Client(Manners(limits, self.delay, self.allow_private), clock)
        return Crawl(client, Intake(db, run, partial(attempt, own=own)))


def listed(path: Path) -> list[str]:
    """The URLs of a list. Ends the command where it cannot be read or names none."""
    from musnad.fetch.watch import addresses

    try:
        found = addresses(path.read_text(encoding="utf-8"))
    except OSError as error:
        fail(f"{path}: cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        fail(f"{path}: is not UTF-8; a list is a text file with one URL a line")
    if not found:
        fail(f"{path}: names no URL; write one a line")
    return found


def tell(outcome: Outcome) -> None:
    """One line on what came of a URL: on standard error where nothing did."""
    if outcome.failed:
        say(str(outcome))
    else:
        typer.echo(str(outcome))
