"""musnad link: what holds across a casefile's pages."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from musnad.casefile.store import CasefileError, use
from musnad.commands.options import CaseFile
from musnad.commands.session import fail, interruptible, make_way, stepping
from musnad.links.findings import Story

__all__ = ["link", "linked_story", "relink"]


def link(
    casefile: CaseFile,
    anew: Annotated[bool, typer.Option("--anew", help="Find everything anew, as if nothing had been linked.")] = False,
) -> None:
    """Join a casefile's pages: copies, claims and their origins, contradictions, predictions, events, positions."""
    make_way()
    try:
        with interruptible(f"{casefile} holds what was linked before"), use(casefile) as db:
            typer.echo(f"{casefile}: {relink(db, anew=anew)}")
    except CasefileError as problem:
        fail(str(problem))


def relink(db: sqlite3.Connection, *, anew: bool = False) -> str:
    """Link what a casefile holds, showing the steps; what came of it, in words."""
    from musnad.casefile import found, story

    with stepping() as progress:
        story.relink(db, progress, anew=anew)
    copies, claims, contradictions, predictions, events, positions = (
        found.count(db, kind) for kind in ("copies", "claims", "contradictions", "predictions", "events", "positions")
    )
    _, several = found.claim_rows(db, several=True, limit=0)
    return (
        f"{copies} copies, {claims} claims ({several} told more than once), {contradictions} contradictions, "
        f"{predictions} predictions, {events} events, {positions} positions"
    )


def linked_story(casefile: Path) -> Story:
    """The story of a casefile; linked first, where pages have come since. What is wrong ends the command."""
    from musnad.casefile import story

    try:
        with interruptible("nothing was changed"), use(casefile) as db:
            if story.outdated(db):
                with stepping() as progress:
                    story.relink(db, progress)
            return story.load(db)
    except CasefileError as problem:
        fail(str(problem))
