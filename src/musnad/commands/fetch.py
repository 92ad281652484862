"""musnad fetch: pages from the web → a casefile."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from musnad.casefile.store import CasefileError, use
from musnad.commands.add import pages_said
from musnad.commands.session import fail, interruptible, own_names
from musnad.commands.web import AllowPrivate, Delay, MaxBytes, Timeout, Web, listed, tell

if TYPE_CHECKING:
    from musnad.fetch.crawl import Crawl
    from musnad.fetch.outcome import Outcome

__all__ = ["fetch"]


def fetch(
    casefile: Annotated[
        Path, typer.Option("--into", metavar="CASEFILE", help="The casefile; it is made where there is none.")
    ],
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="URL", help="Pages. A feed stands for the pages that it names.")
    ] = None,
    feeds: Annotated[
        list[str] | None, typer.Option("--feed", metavar="URL", help="An RSS or Atom feed; may be repeated.")
    ] = None,
    lists: Annotated[
        list[Path] | None,
        typer.Option("--list", metavar="FILE", help="A file with one URL a line and # comments; may be repeated."),
    ] = None,
    delay: Delay = 2.0,
    timeout: Timeout = 60.0,
    max_bytes: MaxBytes = 10_000_000,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch pages from the web into a casefile, politely and from public addresses only."""
    web = Web(delay, timeout, max_bytes, allow_private)
    wanted = [(url, False) for url in urls or ()] + [(url, True) for url in feeds or ()]
    wanted += [(url, False) for path in lists or () for url in listed(path)]
    if not wanted:
        raise typer.BadParameter("give a URL, --feed URL or --list FILE")
    failed = False
    made = not casefile.exists()
    try:
        with interruptible(f"{casefile} holds what was fetched so far"), use(casefile, create=True) as db:
            from musnad.fetch.pace import Clock

            crawl = web.crawl(db, Clock(), own_names(None, casefile))
            for outcome in _counted(crawl, crawl.run(wanted)):
                failed |= outcome.failed
                tell(outcome)
            held, statements = (
                db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("pages", "statements")
            )
    except CasefileError as problem:
        fail(str(problem))
    if made and not held:
        casefile.unlink()
    else:
        typer.echo(f"{casefile}: it holds {pages_said(held)}, {statements} statements")
    if failed:
        raise typer.Exit(1)


def _counted(crawl: Crawl, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The same, with a line of how many are done and left on a terminal that does not show the outcomes themselves."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from outcomes
        return
    with Console(stderr=True).status("fetching …") as status:
        for done, outcome in enumerate(outcomes, 1):
            yield outcome
            status.update(f"{done} fetched, {crawl.left} to go")
