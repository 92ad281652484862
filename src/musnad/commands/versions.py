"""musnad versions: what was changed on a page after its publication."""

from __future__ import annotations

import sqlite3
import sys
from itertools import pairwise
from typing import Annotated

import typer
from rich.console import Console

from musnad.casefile import versions as asking
from musnad.casefile.store import CasefileError, use
from musnad.commands.options import CaseFile
from musnad.commands.session import fail, say
from musnad.export.changes import as_changes

__all__ = ["versions"]


def versions(
    casefile: CaseFile,
    url: Annotated[
        str | None, typer.Argument(metavar="[URL]", help="The page's URL; without it, the pages that were changed.")
    ] = None,
) -> None:
    """Show what was changed on a page after its publication, word by word."""
    try:
        with use(casefile) as db:
            _show(db, url) if url else _all(db)
    except CasefileError as problem:
        fail(str(problem))


def _all(db: sqlite3.Connection) -> None:
    found = asking.changed(db)
    for url, count in found:
        typer.echo(f"{count} versions  {url}")
    if not found:
        say("no page was seen with other words than before")


def _show(db: sqlite3.Connection, url: str) -> None:
    """Each version's time and name, and below it how it differs from the one before."""
    found = asking.versions(db, url)
    if not found:
        fail(f"{url}: no page of this URL; musnad versions CASEFILE lists those that were changed")
    console = Console(file=sys.stdout, highlight=False)
    first = found[0]
    typer.echo(f"version {first.seq}, first seen {first.first_seen}, called {first.doc}")
    for old, new in pairwise(found):
        typer.echo(f"version {new.seq}, first seen {new.first_seen}, called {new.doc}")
        as_changes(asking.article(db, old.page), asking.article(db, new.page), console)
